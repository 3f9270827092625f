//! One input -> its bytes, or why they cannot be had.

use std::io::Read;

use crate::cli::inputs::Input;
use crate::decode::Unread;

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
