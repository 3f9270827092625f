//! One input -> its bytes, and what the file beside it says of it; or why they cannot be had.

use std::borrow::Cow;
use std::io::{ErrorKind, Read};

use crate::cli::inputs::Input;
use crate::decode::{self, Metadata, Options, Origin, Unread};

/// The bytes of an input.
pub fn bytes(input: &Input) -> Result<Vec<u8>, Unread> {
    let read = match &input.path {
        Some(path) => std::fs::read(path),
        None => {
            let mut bytes = Vec::new();
            std::io::stdin().lock().read_to_end(&mut bytes).map(|_| bytes)
        }
    };
    read.map_err(|cause| Unread::new(&input.name, format!("it cannot be read ({cause}); check its permissions")))
}

/// How to read an input: as was typed, and what a file beside it says where nothing was typed.
///
/// Such a file is called as the page with `.meta.json` or `.meta.toml` behind it, or in place of its extension.
pub fn options<'o>(input: &Input, typed: &'o Options) -> Result<Cow<'o, Options>, Unread> {
    let Some(path) = &input.path else { return Ok(Cow::Borrowed(typed)) };
    for kind in ["meta.json", "meta.toml"] {
        let mut behind = path.clone().into_os_string();
        behind.push(format!(".{kind}"));
        for beside in [path.with_extension(kind), behind.into()] {
            let failure = |why: String| {
                Unread::new(&input.name, format!("the file beside it, {}, cannot be read: {why}", beside.display()))
            };
            let bytes = match std::fs::read(&beside) {
                Ok(bytes) => bytes,
                Err(cause) if matches!(cause.kind(), ErrorKind::NotFound | ErrorKind::NotADirectory) => continue,
                Err(cause) => return Err(failure(cause.to_string())),
            };
            let said: Metadata = decode::sidecar(&bytes).map_err(failure)?;
            return Ok(Cow::Owned(Options { given: typed.given.clone().or(&said, Origin::Sidecar), ..typed.clone() }));
        }
    }
    Ok(Cow::Borrowed(typed))
}
