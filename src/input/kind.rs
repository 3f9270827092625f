//! What a file is, by its first bytes. Its name is not asked: a `.zip` may be a `.tar.gz` that somebody renamed.

/// How many bytes [`kind`] wants to see: a tar is known by the sum of its first header.
pub(super) const HEAD: usize = 512;

/// What the first bytes are those of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Gzip,
    Zstd,
    Zip,
    Tar,
    Warc,
    /// An archive that is not read, with the way out.
    Foreign(&'static str),
    /// Anything else; whether it can be understood is for `decode` to say.
    Document,
}

/// The kind of a file that begins so. Give at least [`HEAD`] bytes, or all there are.
pub(super) fn kind(head: &[u8]) -> Kind {
    const KNOWN: [(&[u8], Kind); 10] = [
        (b"\x1f\x8b", Kind::Gzip),
        (b"\x28\xb5\x2f\xfd", Kind::Zstd),
        (b"PK\x03\x04", Kind::Zip),
        (b"PK\x05\x06", Kind::Zip),
        (b"WARC/", Kind::Warc),
        (b"BZh", Kind::Foreign("it is compressed with bzip2; unpack it with `bunzip2` and read the result")),
        (b"\xfd7zXZ\0", Kind::Foreign("it is compressed with xz; unpack it with `unxz` and read the result")),
        (b"7z\xbc\xaf\x27\x1c", Kind::Foreign("it is a 7z archive; unpack it with `7z x` and name the folder")),
        (b"Rar!\x1a\x07", Kind::Foreign("it is a RAR archive; unpack it with `unrar x` and name the folder")),
        (b"PK00PK\x03\x04", Kind::Foreign("it is a part of a split zip; join the parts with `zip -s 0` first")),
    ];
    match KNOWN.iter().find(|(magic, _)| head.starts_with(magic)) {
        Some((_, kind)) => *kind,
        None if is_tar(head) => Kind::Tar,
        None => Kind::Document,
    }
}

/// Whether these bytes are a tar's header: the sum of all of them, its own field counted as spaces, stands in it. Old tars
/// have nothing else to be known by.
fn is_tar(head: &[u8]) -> bool {
    const FIELD: std::ops::Range<usize> = 148..156;
    let Some(header) = head.get(..512) else { return false };
    let digits: String =
        header[FIELD].iter().take_while(|b| b.is_ascii_digit() || **b == b' ').map(|b| char::from(*b)).collect();
    let Ok(stated) = u32::from_str_radix(digits.trim(), 8) else { return false };
    let sum: u32 = header.iter().enumerate().map(|(i, b)| if FIELD.contains(&i) { 32 } else { u32::from(*b) }).sum();
    sum == stated && header[0] != 0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_is_a_document_whatever_it_begins_with() {
        for text in ["城北区", "BZ", "PK", "00000000000", ""] {
            assert_eq!(kind(text.as_bytes()), Kind::Document, "{text}");
        }
        assert_eq!(kind(&[0; 512]), Kind::Document, "zeros are no tar");
    }

    #[test]
    fn a_tar_is_known_by_its_sum() {
        let mut header = [0u8; 512];
        header[..5].copy_from_slice(b"a.txt");
        let sum: u32 = header.iter().map(|b| u32::from(*b)).sum::<u32>() + 8 * 32;
        header[148..156].copy_from_slice(format!("{sum:06o}\0 ").as_bytes());
        assert_eq!(kind(&header), Kind::Tar);
        header[0] = b'b';
        assert_eq!(kind(&header), Kind::Document);
    }
}
