//! The bytes that rows of the index are made of, and the digest that tells when they are no longer what was written.
//!
//! Nothing here knows what the bytes mean. Numbers are written in groups of seven bits, the lowest first; texts with their length in front.

use xxhash_rust::xxh3::Xxh3;

/// Writes.
#[derive(Debug, Default)]
pub(super) struct Writer {
    pub(super) bytes: Vec<u8>,
}

impl Writer {
    pub(super) fn number(&mut self, number: usize) {
        self.wide(number as u64);
    }

    pub(super) fn wide(&mut self, mut number: u64) {
        while number >= 0x80 {
            self.bytes.push((number & 0x7f) as u8 | 0x80);
            number >>= 7;
        }
        self.bytes.push((number & 0x7f) as u8);
    }

    pub(super) fn blob(&mut self, bytes: &[u8]) {
        self.number(bytes.len());
        self.bytes.extend_from_slice(bytes);
    }

    pub(super) fn text(&mut self, text: &str) {
        self.blob(text.as_bytes());
    }

    pub(super) fn shown(&mut self, value: &impl std::fmt::Display) {
        // The length goes in front, and is not known before.
        let start = self.bytes.len();
        self.bytes.push(0);
        let written = std::io::Write::write_fmt(&mut self.bytes, format_args!("{value}"));
        written.expect("writing to memory does not fail");
        let length = self.bytes.len() - start - 1;
        if let Some(short) = u8::try_from(length).ok().filter(|short| *short < 0x80) {
            self.bytes[start] = short;
        } else {
            let text = self.bytes.split_off(start + 1);
            self.bytes.truncate(start);
            self.blob(&text);
        }
    }

    /// Something that may not be there.
    pub(super) fn option<T>(&mut self, value: Option<T>, write: impl FnOnce(&mut Self, T)) {
        self.bytes.push(value.is_some().into());
        if let Some(value) = value {
            write(self, value);
        }
    }

    pub(super) fn list<T>(&mut self, values: &[T], mut write: impl FnMut(&mut Self, &T)) {
        self.number(values.len());
        for value in values {
            write(self, value);
        }
    }
}

/// Reads what a [`Writer`] wrote; `None` where that is not what lies there.
#[derive(Debug)]
pub(super) struct Reader<'a> {
    bytes: &'a [u8],
}

impl<'a> Reader<'a> {
    pub(super) const fn new(bytes: &'a [u8]) -> Self {
        Self { bytes }
    }

    pub(super) const fn is_at_end(&self) -> bool {
        self.bytes.is_empty()
    }

    pub(super) fn byte(&mut self) -> Option<u8> {
        let (first, rest) = self.bytes.split_first()?;
        self.bytes = rest;
        Some(*first)
    }

    pub(super) fn wide(&mut self) -> Option<u64> {
        let mut number = 0;
        for shift in (0..64).step_by(7) {
            let byte = self.byte()?;
            number |= u64::from(byte & 0x7f) << shift;
            if byte & 0x80 == 0 {
                return Some(number);
            }
        }
        None
    }

    pub(super) fn number<N: TryFrom<u64>>(&mut self) -> Option<N> {
        N::try_from(self.wide()?).ok()
    }

    pub(super) fn blob(&mut self) -> Option<&'a [u8]> {
        let length = self.number()?;
        let (blob, rest) = self.bytes.split_at_checked(length)?;
        self.bytes = rest;
        Some(blob)
    }

    pub(super) fn text(&mut self) -> Option<&'a str> {
        std::str::from_utf8(self.blob()?).ok()
    }

    #[expect(
        clippy::option_option,
        reason = "the outer one is about the bytes, the inner one about what they say"
    )]
    pub(super) fn option<T>(&mut self, read: impl FnOnce(&mut Self) -> Option<T>) -> Option<Option<T>> {
        match self.byte()? {
            0 => Some(None),
            1 => Some(Some(read(self)?)),
            _ => None,
        }
    }

    pub(super) fn list<T>(&mut self, mut read: impl FnMut(&mut Self) -> Option<T>) -> Option<Vec<T>> {
        let count: usize = self.number()?;
        // A count that is not what was written must not reserve all memory.
        let mut values = Vec::with_capacity(count.min(self.bytes.len()));
        for _ in 0..count {
            values.push(read(self)?);
        }
        Some(values)
    }
}

/// The tables of which every row has a digest.
#[derive(Clone, Copy, Debug)]
pub(super) enum Table {
    Head,
    File,
    Letter,
    Edge,
    Shelf,
    Lexicon,
}

/// The digest of a row: of the table, of each of its parts, and of where one ends and the next begins, so that no row passes for another.
pub(super) fn digest(table: Table, parts: &[&[u8]]) -> i64 {
    let mut hash = Xxh3::with_seed(table as u64 + 1);
    for part in parts {
        hash.update(&(part.len() as u64).to_le_bytes());
        hash.update(part);
    }
    hash.digest().cast_signed()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_written_is_read() {
        let mut writer = Writer::default();
        let long = "vredesmissie ".repeat(20);
        writer.wide(u64::MAX);
        writer.number(0);
        writer.shown(&long);
        writer.shown(&"Café");
        writer.option(Some("é"), Writer::text);
        writer.option(None::<&str>, Writer::text);
        writer.list(&[1, 300], |writer, number| writer.number(*number));
        let mut reader = Reader::new(&writer.bytes);
        assert_eq!((reader.wide(), reader.number()), (Some(u64::MAX), Some(0_u8)));
        assert_eq!((reader.text(), reader.text()), (Some(&*long), Some("Café")));
        assert_eq!(reader.option(Reader::text), Some(Some("é")));
        assert_eq!(reader.option(Reader::text), Some(None));
        assert_eq!(reader.list(Reader::number), Some(vec![1_u16, 300]));
        assert!(reader.is_at_end());
        assert_eq!(reader.byte(), None);
    }

    #[test]
    fn bytes_that_nobody_wrote_bring_nothing_down() {
        for bytes in [&[0xff; 12][..], &[0x80], &[5, b'a'], &[0xff, 0xff, 0xff, 0xff, 0x7f]] {
            assert_eq!(Reader::new(bytes).text(), None);
            assert_eq!(Reader::new(bytes).list(Reader::byte), None);
        }
    }

    #[test]
    fn rows_of_other_tables_and_other_cuts_have_other_digests() {
        assert_ne!(digest(Table::Edge, &[b"ab", b"c"]), digest(Table::Edge, &[b"a", b"bc"]));
        assert_ne!(digest(Table::Edge, &[b"ab"]), digest(Table::Letter, &[b"ab"]));
    }
}
