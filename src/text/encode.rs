//! From a text back to the bytes of its file, in the encoding that the file has.
//!
//! Files belong to their users, and so do the bytes that nobody asked to be changed.
//! So a text is only written where its file can be read and written without loss, and reads back as what was meant.

use encoding_rs::WINDOWS_1252;

use super::{FileEncoding, decode};

/// Why a file cannot be given another text.
#[derive(Clone, Copy, PartialEq, Eq, Debug, thiserror::Error)]
pub enum Unwritable {
    /// Some of its bytes mean nothing, or are not the only way to write what they mean, so that they would be lost.
    #[error("the file does not decode cleanly")]
    Unclean,
    /// Its encoding has no bytes for the new text.
    #[error("the encoding of the file lacks a character of the new text")]
    Unencodable,
}

/// The bytes of a text; `None` where the encoding has none for a character of it.
#[must_use]
pub fn encode(text: &str, encoding: FileEncoding, bom: bool) -> Option<Vec<u8>> {
    let marked = |mark: &'static [u8]| if bom { mark } else { &[] };
    Some(match encoding {
        FileEncoding::Utf8 => [marked(b"\xEF\xBB\xBF"), text.as_bytes()].concat(),
        FileEncoding::Utf16Le => marked(b"\xFF\xFE")
            .iter()
            .copied()
            .chain(text.encode_utf16().flat_map(u16::to_le_bytes))
            .collect(),
        FileEncoding::Utf16Be => marked(b"\xFE\xFF")
            .iter()
            .copied()
            .chain(text.encode_utf16().flat_map(u16::to_be_bytes))
            .collect(),
        FileEncoding::Windows1252 => {
            let (bytes, _, lossy) = WINDOWS_1252.encode(text);
            if lossy {
                return None;
            }
            bytes.into_owned()
        }
    })
}

/// The bytes of a file that holds `new` in the place of what `bytes` hold, with the same encoding and byte order mark.
///
/// # Errors
/// Where that would change more than the text.
pub fn rewrite(bytes: &[u8], new: &str) -> Result<Vec<u8>, Unwritable> {
    let old = decode(bytes).map_err(|_| Unwritable::Unclean)?;
    let same = encode(&old.text, old.encoding, old.bom).is_some_and(|again| again == bytes);
    if !old.clean || !same {
        return Err(Unwritable::Unclean);
    }
    let written = encode(new, old.encoding, old.bom).ok_or(Unwritable::Unencodable)?;
    let reads_back = decode(&written).is_ok_and(|read| read.text == new);
    if reads_back { Ok(written) } else { Err(Unwritable::Unencodable) }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "Coördinatie: zie (Kamerstuk 295 21, nr. 3) – één.\r\nSlot.";

    #[test]
    fn every_encoding_and_mark_is_kept() {
        let new = TEXT.replace("295 21", "29 521");
        for encoding in
            [FileEncoding::Utf8, FileEncoding::Utf16Le, FileEncoding::Utf16Be, FileEncoding::Windows1252]
        {
            for bom in [false, true] {
                let bytes = encode(TEXT, encoding, bom).unwrap();
                let written = decode(&rewrite(&bytes, &new).unwrap()).unwrap();
                let bom = bom && encoding != FileEncoding::Windows1252;
                assert_eq!((written.text, written.encoding, written.bom), (new.clone(), encoding, bom));
            }
        }
    }

    #[test]
    fn what_would_be_lost_is_not_written() {
        assert_eq!(rewrite(b"\xEF\xBB\xBFgoed \xC3\x28 fout", "goed"), Err(Unwritable::Unclean));
        assert_eq!(rewrite(b"\x7FELF\x02\0\0\0", "goed"), Err(Unwritable::Unclean));
        let windows = encode(TEXT, FileEncoding::Windows1252, false).unwrap();
        assert_eq!(rewrite(&windows, "een smalle\u{202F}spatie é"), Err(Unwritable::Unencodable));
    }

    #[test]
    fn without_its_last_accent_a_windows_file_is_plain_ascii() {
        let bytes = encode("één 295 21", FileEncoding::Windows1252, false).unwrap();
        assert_eq!(rewrite(&bytes, "een 29 521"), Ok(b"een 29 521".to_vec()));
    }
}
