//! From the bytes of a file to a text: which encoding, and whether it is text at all.
//!
//! Letters are UTF-8, or by detection Windows-1252 or UTF-16 (design, section 2).
//! This module reads no file; it is handed bytes.

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};

/// How a file writes its characters.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum FileEncoding {
    /// UTF-8, with or without byte order mark.
    Utf8,
    /// UTF-16, the low byte first.
    Utf16Le,
    /// UTF-16, the high byte first.
    Utf16Be,
    /// Windows-1252, and what it holds in common with Latin-1.
    Windows1252,
}

impl FileEncoding {
    /// The name that users and other programs know it by.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Utf8 => "utf-8",
            Self::Utf16Le => "utf-16le",
            Self::Utf16Be => "utf-16be",
            Self::Windows1252 => "windows-1252",
        }
    }
}

/// A text and how it stood in its file.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Decoded {
    /// The text, without byte order mark.
    pub text: String,
    /// How the file writes its characters.
    pub encoding: FileEncoding,
    /// Whether a byte order mark stood in front.
    pub bom: bool,
    /// Whether every byte had a meaning. A text that does not decode cleanly may be shown but is never rewritten.
    pub clean: bool,
}

/// Why bytes are no text.
#[derive(Clone, Copy, PartialEq, Eq, Debug, thiserror::Error)]
#[error("not a text: a byte that no letter holds stands at {at}")]
pub struct NotText {
    /// The byte from the start of the file.
    pub at: usize,
}

/// Finds the encoding of `bytes` and decodes them.
///
/// # Errors
/// [`NotText`] where the bytes are those of a program, a picture or another file without text.
pub fn decode(bytes: &[u8]) -> Result<Decoded, NotText> {
    let (encoding, bom_len) = match Encoding::for_bom(bytes) {
        Some(found) => found,
        None => (detect(bytes)?, 0),
    };
    let kind = if encoding == UTF_16LE {
        FileEncoding::Utf16Le
    } else if encoding == UTF_16BE {
        FileEncoding::Utf16Be
    } else if encoding == UTF_8 {
        FileEncoding::Utf8
    } else {
        FileEncoding::Windows1252
    };
    let (text, had_errors) = encoding.decode_without_bom_handling(&bytes[bom_len..]);
    Ok(Decoded { text: text.into_owned(), encoding: kind, bom: bom_len > 0, clean: !had_errors })
}

/// The text of bytes in the encoding that a file names itself, and whether every byte had a meaning; `None` where nobody knows an encoding of that name.
#[must_use]
pub fn decode_as(bytes: &[u8], label: &str) -> Option<(String, bool)> {
    let (text, _, had_errors) = Encoding::for_label(label.as_bytes())?.decode(bytes);
    Some((text.into_owned(), !had_errors))
}

/// The encoding of a file that does not say it by a byte order mark.
fn detect(bytes: &[u8]) -> Result<&'static Encoding, NotText> {
    if let Some(at) = memchr::memchr(0, bytes) {
        return utf16_without_mark(bytes).ok_or(NotText { at });
    }
    if let Some(at) = bytes.iter().position(|b| matches!(b, 0x01..=0x06 | 0x0E..=0x1A)) {
        return Err(NotText { at });
    }
    if std::str::from_utf8(bytes).is_ok() {
        return Ok(UTF_8);
    }
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(bytes, true);
    // Dutch offices wrote UTF-8 and Windows-1252 and nothing else, so every other guess is one of these two.
    match detector.guess(Some(b"nl"), Utf8Detection::Allow) {
        guess if guess == UTF_8 => Ok(UTF_8),
        _ => Ok(WINDOWS_1252),
    }
}

/// Dutch in UTF-16 is mostly ASCII, so nearly every second byte is zero, and no two neighbours are.
fn utf16_without_mark(bytes: &[u8]) -> Option<&'static Encoding> {
    let sample = &bytes[..bytes.len().min(4096) & !1];
    let zeros = |offset: usize| sample.iter().skip(offset).step_by(2).filter(|&&b| b == 0).count();
    let (even, odd) = (zeros(0), zeros(1));
    let pairs = sample.len() / 2;
    if pairs > 1 && odd * 10 >= pairs * 7 && even == 0 {
        Some(UTF_16LE)
    } else if pairs > 1 && even * 10 >= pairs * 7 && odd == 0 {
        Some(UTF_16BE)
    } else {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn encoding_of(bytes: &[u8]) -> (FileEncoding, bool, String) {
        let decoded = decode(bytes).unwrap();
        assert!(decoded.clean);
        (decoded.encoding, decoded.bom, decoded.text)
    }

    #[test]
    fn plain_utf8_and_one_with_a_mark() {
        let text = "Europese Raad, geïnformeerd – 2019";
        assert_eq!(encoding_of(text.as_bytes()), (FileEncoding::Utf8, false, text.to_owned()));
        let marked = [b"\xEF\xBB\xBF", text.as_bytes()].concat();
        assert_eq!(encoding_of(&marked), (FileEncoding::Utf8, true, text.to_owned()));
    }

    #[test]
    fn windows_1252_with_a_dash_and_an_umlaut() {
        let bytes = b"Kamerstukken II 2019\x9620, ge\xEFnformeerd over Itali\xEB en de co\xF6peratie.";
        let (encoding, _, text) = encoding_of(bytes);
        assert_eq!(encoding, FileEncoding::Windows1252);
        assert_eq!(text, "Kamerstukken II 2019–20, geïnformeerd over Italië en de coöperatie.");
    }

    #[test]
    fn utf16_with_and_without_mark() {
        let units = |mark: bool| -> Vec<u8> {
            let text = if mark { "\u{FEFF}Kamerstuk 29 521" } else { "Kamerstuk 29 521" };
            text.encode_utf16().flat_map(u16::to_le_bytes).collect()
        };
        assert_eq!(encoding_of(&units(true)).0, FileEncoding::Utf16Le);
        assert_eq!(encoding_of(&units(false)), (FileEncoding::Utf16Le, false, "Kamerstuk 29 521".into()));
    }

    #[test]
    fn a_program_is_no_letter() {
        assert_eq!(decode(b"\x7FELF\x02\x01\x01\0\0\0\0\0"), Err(NotText { at: 7 }));
        assert_eq!(decode(b"%PDF-1.7\n\x01\x02"), Err(NotText { at: 9 }));
    }

    #[test]
    fn broken_utf8_is_shown_but_known_to_be_unclean() {
        let decoded = decode(b"\xEF\xBB\xBFgoed \xC3\x28 fout").unwrap();
        assert!(!decoded.clean);
    }
}
