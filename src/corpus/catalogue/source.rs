//! Reading a list: an identifier or a record a line, plain or compressed.
//!
//! What a file is, its first bytes tell; names lie. Blank lines and comments (`#`) are skipped, and a line that is neither costs that line alone.
//! Bare identifiers and records may stand in one list.

use std::fs::File;
use std::io::{self, BufRead, BufReader, Read};
use std::path::Path;

use flate2::bufread::MultiGzDecoder;
use lzma_rust2::XzReader;
use xxhash_rust::xxh3::Xxh3;

use crate::identifier::DocumentId;
use crate::text::decode;

use super::record::{self, Recorded};

/// A list of all papers ever published takes 10 MB; what unpacks to more than this is no list, or is meant to do harm.
const LARGEST: u64 = 512 << 20;

/// What unpacking `.xz` may take of memory, in KiB; the strongest setting of the usual tool takes half.
const XZ_MEMORY: u32 = 128 << 10;

/// No record is longer than this, in bytes, and no identifier by far.
const LONGEST_LINE: usize = 64 << 10;

/// Why a list could not be read.
#[derive(Debug)]
pub(super) enum Unreadable {
    /// The compressed file is cut off or damaged.
    Damaged,
    /// It unpacks to more than any list holds.
    TooLarge,
    /// It has no line with an identifier.
    NoList,
}

/// A list as it lies on disk, and the digest of what was read of it.
///
/// A list may be larger than what one wants in memory, so it is read in pieces; and since it may change between two readings, whoever compiles it takes the digest of what was compiled.
pub(super) struct Original {
    file: BufReader<File>,
    hash: Xxh3,
    failed: Option<io::Error>,
}

impl Original {
    pub(super) fn open(path: &Path) -> io::Result<Self> {
        let file = BufReader::with_capacity(1 << 16, File::open(path)?);
        Ok(Self { file, hash: Xxh3::new(), failed: None })
    }

    /// The digest of the whole; what has not been read yet is read for it.
    pub(super) fn digest(mut self) -> io::Result<u128> {
        io::copy(&mut self, &mut io::sink())?;
        Ok(self.hash.digest128())
    }

    /// Why the disk did not give what was asked for, where it did not.
    pub(super) fn failure(&mut self) -> Option<io::Error> {
        self.failed.take()
    }
}

impl Read for Original {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        match self.file.read(buffer) {
            Ok(count) => {
                self.hash.update(&buffer[..count]);
                Ok(count)
            }
            Err(error) => {
                let kind = error.kind();
                if kind != io::ErrorKind::Interrupted {
                    self.failed.get_or_insert(error);
                }
                Err(kind.into())
            }
        }
    }
}

/// What stands in a line.
#[derive(Debug)]
pub(super) enum Line<'a> {
    /// An identifier alone.
    Bare(DocumentId),
    /// An identifier, and what is said of it.
    Record(Box<Recorded>),
    /// Neither.
    NotUnderstood(&'a [u8]),
}

impl Line<'_> {
    /// The identifier.
    pub(super) fn id(&self) -> Option<&DocumentId> {
        match self {
            Self::Bare(id) => Some(id),
            Self::Record(recorded) => Some(&recorded.id),
            Self::NotUnderstood(_) => None,
        }
    }
}

fn read_line(bare: &[u8]) -> Line<'_> {
    let read = if bare.starts_with(b"{") {
        record::read(bare).map(|recorded| Line::Record(Box::new(recorded)))
    } else {
        std::str::from_utf8(bare).ok().and_then(|line| DocumentId::parse(line).ok()).map(Line::Bare)
    };
    read.unwrap_or(Line::NotUnderstood(bare))
}

/// Reads a list: `each` gets every line that is neither blank nor a comment, with its number from one.
pub(super) fn read(bytes: impl Read, each: impl FnMut(usize, Line<'_>)) -> Result<(), Unreadable> {
    let damaged = |_| Unreadable::Damaged;
    let mut bytes = BufReader::with_capacity(1 << 16, bytes);
    let mut first = Vec::new();
    bytes.by_ref().take(6).read_to_end(&mut first).map_err(damaged)?;
    let is_xz = first.starts_with(b"\xFD7zXZ\0");
    let is_gzip = first.starts_with(b"\x1F\x8B");
    let is_utf16 = first.starts_with(b"\xFF\xFE") || first.starts_with(b"\xFE\xFF");
    let mut whole = io::Cursor::new(first).chain(bytes);
    if is_xz {
        lines(XzReader::new_mem_limit(whole, true, XZ_MEMORY), each)
    } else if is_gzip {
        lines(MultiGzDecoder::new(whole), each)
    } else if is_utf16 {
        // Notepad saves UTF-16 when it is asked for "Unicode".
        let mut all = Vec::new();
        whole.by_ref().take(LARGEST).read_to_end(&mut all).map_err(damaged)?;
        let decoded = decode(&all).map_err(|_| Unreadable::NoList)?;
        lines(decoded.text.as_bytes(), each)
    } else {
        lines(whole, each)
    }
}

fn lines(text: impl Read, mut each: impl FnMut(usize, Line<'_>)) -> Result<(), Unreadable> {
    let mut text = BufReader::with_capacity(1 << 16, text.take(LARGEST));
    let mut line = Vec::new();
    let (mut number, mut identifiers) = (0, 0);
    while next_line(&mut text, &mut line).map_err(|_| Unreadable::Damaged)? {
        number += 1;
        let bare = if number == 1 { line.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(&line) } else { &line };
        let bare = bare.trim_ascii();
        if bare.is_empty() || bare.starts_with(b"#") {
            continue;
        }
        let line = read_line(bare);
        identifiers += usize::from(line.id().is_some());
        each(number, line);
    }
    if text.get_ref().limit() == 0 {
        return Err(Unreadable::TooLarge);
    }
    if identifiers == 0 {
        return Err(Unreadable::NoList);
    }
    Ok(())
}

/// Reads a line into `line`, of one that is longer than any identifier only the start; `false` at the end.
fn next_line(text: &mut impl BufRead, line: &mut Vec<u8>) -> io::Result<bool> {
    line.clear();
    let mut any = false;
    loop {
        let buffer = text.fill_buf()?;
        if buffer.is_empty() {
            return Ok(any);
        }
        any = true;
        let end = memchr::memchr(b'\n', buffer);
        let piece = end.map_or(buffer.len(), |at| at + 1);
        line.extend_from_slice(&buffer[..piece.min(LONGEST_LINE - line.len())]);
        text.consume(piece);
        if end.is_some() {
            return Ok(true);
        }
    }
}

#[cfg(test)]
mod tests {
    use std::io::Write as _;

    use super::*;

    fn read_lines(bytes: &[u8]) -> Result<Vec<String>, String> {
        let mut lines = Vec::new();
        let shown = |line: Line<'_>| match line {
            Line::Bare(id) => id.to_string(),
            Line::Record(recorded) => format!("{} {:?}", recorded.id, recorded.record.title),
            Line::NotUnderstood(bytes) => format!("? {}", String::from_utf8_lossy(bytes)),
        };
        read(bytes, |number, line| lines.push(format!("{number} {}", shown(line))))
            .map(|()| lines)
            .map_err(|error| format!("{error:?}"))
    }

    fn gz(text: &[u8]) -> Vec<u8> {
        let mut writer = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
        writer.write_all(text).unwrap();
        writer.finish().unwrap()
    }

    const LIST: &[u8] =
        b"\xEF\xBB\xBF# stukken\r\nkst-29521-385\r\n\r\n  KST-36410-vii-12 \nkst-29 521\nstb-2009-120";

    #[test]
    fn blank_lines_comments_and_odd_line_ends_are_no_matter() {
        let expected = ["2 kst-29521-385", "4 kst-36410-VII-12", "5 ? kst-29 521", "6 stb-2009-120"];
        assert_eq!(read_lines(LIST).unwrap(), expected);
        assert_eq!(read_lines(&gz(LIST)).unwrap(), expected);
        let utf16: Vec<u8> =
            "\u{FEFF}kst-29521-385\r\nblg-1\r\n".encode_utf16().flat_map(u16::to_le_bytes).collect();
        assert_eq!(read_lines(&utf16).unwrap(), ["1 kst-29521-385", "2 blg-1"]);
    }

    #[test]
    fn a_long_line_costs_itself_alone() {
        let list = [b"kst-1-".repeat(100_000), b"\nkst-29521-385\n".to_vec()].concat();
        let lines = read_lines(&list).unwrap();
        assert_eq!(lines.len(), 2);
        assert_eq!(lines[1], "2 kst-29521-385");
        assert!(lines[0].len() < LONGEST_LINE + 10);
    }

    #[test]
    fn records_and_identifiers_stand_in_one_list() {
        let list = "kst-29521-1\n{\"identifier\": \"kst-29521-2\", \"title\": \"Motie\"}\n  {\"identifier\": \"dossier/29521\"}\r\n{\"identifier\"\n{}\n";
        let expected = [
            "1 kst-29521-1",
            "2 kst-29521-2 Some(\"Motie\")",
            "3 dossier/29521 None",
            "4 ? {\"identifier\"",
            "5 ? {}",
        ];
        assert_eq!(read_lines(list.as_bytes()).unwrap(), expected);
        assert_eq!(read_lines(&gz(list.as_bytes())).unwrap(), expected);
    }

    #[test]
    fn what_is_no_list_is_told_apart() {
        assert_eq!(read_lines(b"").unwrap_err(), "NoList");
        assert_eq!(read_lines(b"\n# niets\n").unwrap_err(), "NoList");
        assert_eq!(read_lines(b"\x7FELF\x02\x01\x01\0\0\0\n\0").unwrap_err(), "NoList");
        let packed = gz(LIST);
        for cut in [2, 10, packed.len() / 2, packed.len() - 1] {
            assert_eq!(read_lines(&packed[..cut]).unwrap_err(), "Damaged", "cut at {cut}");
        }
        assert_eq!(read_lines(b"\xFD7zXZ\0afgebroken").unwrap_err(), "Damaged");
    }
}
