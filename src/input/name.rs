//! Names of files: which of them are pages, which are hidden, and which are no names at all.

/// The extensions of pages in folders and archives. A file named by itself is read whatever its name, and an archive is
/// known by its content; but among the files of a folder, content cannot tell a page from a style sheet or a program.
pub(super) const PAGES: [&str; 13] =
    ["txt", "text", "md", "markdown", "html", "htm", "xhtml", "docx", "csv", "tsv", "jsonl", "ndjson", "pdf"];

/// What stands behind the name of a page that is compressed by itself.
const PACKED: [&str; 2] = [".gz", ".zst"];

/// Whether a file in a folder or archive is taken for a page.
pub(super) fn is_page(name: &str) -> bool {
    let plain = PACKED.iter().find_map(|packed| name.strip_suffix(packed)).unwrap_or(name);
    PAGES.contains(&extension(plain).as_str())
}

/// What stands behind the last point of the last part, in lower case; empty where there is none.
pub(super) fn extension(name: &str) -> String {
    let last = name.rsplit('/').next().unwrap_or(name);
    last.rsplit_once('.').map(|(_, extension)| extension.to_lowercase()).unwrap_or_default()
}

/// Whether a file speaks of the page beside it and is none itself.
pub(super) fn is_sidecar(name: &str) -> bool {
    let name = name.to_lowercase();
    name.ends_with(".meta.json") || name.ends_with(".meta.toml")
}

/// Whether any part of a path inside an archive is hidden: what starts with a point is by custom no content, and the
/// other is what one kind of computer adds to the zips it makes.
pub(super) fn is_hidden(path: &str) -> bool {
    path.split('/').any(|part| (part.starts_with('.') && part != "." && part != "..") || part == "__MACOSX")
}

/// A path inside an archive as part of a source's name; nothing where it leads out of the archive.
///
/// It is never used as a path, so it could do no harm; but a name has to be one thing, and an archive that tries is none
/// to trust.
pub(super) fn inside(path: &str) -> Option<String> {
    let path = path.replace('\\', "/");
    let parts: Vec<&str> = path.split('/').filter(|part| !part.is_empty() && *part != ".").collect();
    if parts.is_empty() || parts.contains(&"..") { None } else { Some(parts.join("/")) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_inside_archives() {
        assert_eq!(inside("./2024/a.txt").as_deref(), Some("2024/a.txt"));
        assert_eq!(inside("2024\\版面\\a.txt").as_deref(), Some("2024/版面/a.txt"));
        assert_eq!(inside("/etc/a.txt").as_deref(), Some("etc/a.txt"));
        assert_eq!(inside("a/../../b.txt"), None);
        assert_eq!(inside("./"), None);
    }

    #[test]
    fn what_is_hidden() {
        assert!(is_hidden("__MACOSX/a.txt") && is_hidden("a/._b.txt"));
        assert!(!is_hidden("./a.b/c.txt"));
    }

    #[test]
    fn a_compressed_page_is_a_page() {
        assert!(is_page("a.txt.gz") && is_page("b/a.md.zst"));
        assert!(!is_page("a.css.gz") && !is_page("txt"));
    }

    #[test]
    fn extensions() {
        assert_eq!(["a.TXT", "a.b/c", "a.tar.gz"].map(extension), ["txt", "", "gz"]);
    }
}
