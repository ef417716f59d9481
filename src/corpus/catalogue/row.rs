//! A record as it lies in a block: a row of numbers, which lead to texts that lie before it.
//!
//! A text that was put down a short while ago is not put down again, so that the kinds, the senders and the titles of dossiers, which are few, take little room.

use std::collections::HashMap;
use std::io;

use crate::identifier::{Date, DocumentId, Dossier, Kamer, SessionYear};

use super::blocks::{BlockWriter, Blocks, Mark, Sink};
use super::record::Record;

/// So many texts are remembered, in order that a list of any size is compiled in so much memory.
const REMEMBERED: usize = 1 << 16;

/// Longer texts are hardly ever the same.
const LONGEST: usize = 200;

/// Writes records.
#[derive(Debug)]
pub(super) struct RowWriter {
    blocks: BlockWriter,
    texts: HashMap<Box<str>, u32>,
    row: Vec<u8>,
}

/// No place is left for what is to be written, or the disk refused it.
type Written<T> = io::Result<Option<T>>;

impl RowWriter {
    pub(super) fn new(sink: Sink) -> Self {
        Self { blocks: BlockWriter::new(sink), texts: HashMap::new(), row: Vec::new() }
    }

    /// Puts down a text and gives its place.
    pub(super) fn text(&mut self, text: &str) -> Written<u32> {
        if let Some(place) = self.texts.get(text) {
            return Ok(Some(*place));
        }
        let mut item = Vec::with_capacity(text.len() + 3);
        put(&mut item, text.len() as u64);
        item.extend_from_slice(text.as_bytes());
        let place = self.blocks.put(&item)?;
        if let Some(place) = place.filter(|_| text.len() <= LONGEST) {
            if self.texts.len() == REMEMBERED {
                self.texts.clear();
            }
            self.texts.insert(text.into(), place);
        }
        Ok(place)
    }

    /// Puts down a record and gives the place of its row.
    pub(super) fn record(&mut self, record: &Record) -> Written<u32> {
        self.row.clear();
        self.reference(record.title.as_deref())?;
        self.reference(record.kind.as_deref())?;
        let kamer = record.kamer.map_or(0, |kamer| 1 + kamer as u64);
        let session = record.session.map_or(0, |session| u64::from(session.first()));
        let pages = record.pages.map_or(0, |pages| 1 + u64::from(pages));
        for number in [kamer, session, record.date.map_or(0, packed), pages] {
            put(&mut self.row, number);
        }
        put(&mut self.row, record.senders.len() as u64);
        for sender in &record.senders {
            self.reference(Some(sender))?;
        }
        put(&mut self.row, record.dossiers.len() as u64);
        for (dossier, title) in &record.dossiers {
            self.reference(Some(&dossier.to_string()))?;
            self.reference(title.as_deref())?;
        }
        put(&mut self.row, record.replaced_by.len() as u64);
        for other in &record.replaced_by {
            self.reference(Some(&other.to_string()))?;
        }
        self.blocks.put(&self.row)
    }

    /// The place of a text, counted from one; nought where there is none.
    fn reference(&mut self, text: Option<&str>) -> io::Result<()> {
        let place = text.map_or(Ok(None), |text| self.text(text))?;
        put(&mut self.row, place.map_or(0, |place| u64::from(place) + 1));
        Ok(())
    }

    pub(super) fn finish(self) -> io::Result<(Sink, Vec<Mark>)> {
        self.blocks.finish()
    }
}

/// The text at a place.
pub(super) fn text(blocks: &Blocks, place: u32) -> Option<String> {
    let (block, at) = blocks.at(place)?;
    let mut bytes = block.get(at..)?;
    let len = usize::try_from(take(&mut bytes)?).ok()?;
    std::str::from_utf8(bytes.get(..len)?).ok().map(str::to_owned)
}

/// The record whose row lies at a place; nothing where anything of it is damaged.
pub(super) fn record(blocks: &Blocks, place: u32) -> Option<Record> {
    let (block, at) = blocks.at(place)?;
    let mut row = block.get(at..)?;
    let row = &mut row;
    // A reference that leads nowhere spoils the record: half of one could be taken for the whole.
    let reference = |row: &mut &[u8]| -> Option<Option<String>> {
        match take(row)?.checked_sub(1) {
            None => Some(None),
            Some(place) => text(blocks, u32::try_from(place).ok()?).map(Some),
        }
    };
    let title = reference(row)?;
    let kind = reference(row)?;
    let kamer = match take(row)? {
        1 => Some(Kamer::Eerste),
        2 => Some(Kamer::Tweede),
        3 => Some(Kamer::Verenigd),
        _ => None,
    };
    let session = u16::try_from(take(row)?).ok().filter(|&year| year > 0).map(SessionYear::starting);
    let date = unpacked(take(row)?);
    let pages = take(row)?.checked_sub(1).and_then(|pages| u32::try_from(pages).ok());
    let mut record = Record { title, kind, kamer, session, date, pages, ..Record::default() };
    for _ in 0..take(row)? {
        record.senders.push(reference(row)??);
    }
    for _ in 0..take(row)? {
        let dossier = Dossier::parse(&reference(row)??)?;
        record.dossiers.push((dossier, reference(row)?));
    }
    for _ in 0..take(row)? {
        record.replaced_by.push(DocumentId::parse(&reference(row)??).ok()?);
    }
    Some(record)
}

/// A day in one number, never nought; a day before our era is none.
fn packed(date: Date) -> u64 {
    let part = |part: i8| u64::try_from(part).unwrap_or(0);
    u64::try_from(date.year()).map_or(0, |year| year << 9 | part(date.month()) << 5 | part(date.day()))
}

fn unpacked(number: u64) -> Option<Date> {
    let part = |shift: u32, mask: u64| i8::try_from((number >> shift) & mask).ok();
    Date::new(i16::try_from(number >> 9).ok()?, part(5, 15)?, part(0, 31)?).ok()
}

/// Seven bits a byte, the lowest first.
fn put(bytes: &mut Vec<u8>, mut number: u64) {
    while number >= 0x80 {
        bytes.push(number.to_le_bytes()[0] | 0x80);
        number >>= 7;
    }
    bytes.push(number.to_le_bytes()[0]);
}

fn take(bytes: &mut &[u8]) -> Option<u64> {
    let mut number = 0_u64;
    for shift in (0..64).step_by(7) {
        let (byte, rest) = bytes.split_first()?;
        *bytes = rest;
        number |= u64::from(byte & 0x7F).checked_shl(shift)?;
        if byte & 0x80 == 0 {
            return Some(number);
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::corpus::catalogue::blocks::Source;

    fn blocks(writer: RowWriter) -> Blocks {
        let (Sink::Memory(bytes), marks) = writer.finish().unwrap() else {
            panic!("it was written to memory")
        };
        Blocks::new(Source::Memory(bytes.into()), marks.into())
    }

    fn numbered(number: u32) -> Record {
        Record {
            title: Some(format!("Brief over onderwerp {number}")),
            kind: (number.is_multiple_of(2)).then(|| "Brief".to_owned()),
            kamer: Some([Kamer::Eerste, Kamer::Tweede, Kamer::Verenigd][number as usize % 3]),
            session: (number.is_multiple_of(3)).then_some(SessionYear::starting(2019)),
            date: Some(jiff::civil::date(2019, 12, 31)),
            pages: (number.is_multiple_of(5)).then_some(number),
            senders: vec!["De Minister van Defensie".into(); number as usize % 4],
            dossiers: vec![(Dossier::parse("36410-X").unwrap(), Some("Begroting".into()))],
            replaced_by: vec![DocumentId::parse("kst-29521-385-n1").unwrap()],
        }
    }

    #[test]
    fn what_is_put_down_is_read() {
        let mut writer = RowWriter::new(Sink::Memory(Vec::new()));
        let places: Vec<u32> =
            (0..2_000).map(|number| writer.record(&numbered(number)).unwrap().unwrap()).collect();
        let long = "w".repeat(40_000);
        let of_long = writer.text(&long).unwrap().unwrap();
        let empty = writer.record(&Record::default()).unwrap().unwrap();
        let blocks = blocks(writer);
        for (number, place) in places.into_iter().enumerate() {
            assert_eq!(record(&blocks, place), Some(numbered(u32::try_from(number).unwrap())));
        }
        assert_eq!(text(&blocks, of_long), Some(long));
        assert_eq!(record(&blocks, empty), Some(Record::default()));
        assert!(blocks.are_sound());
        assert_eq!((text(&blocks, u32::MAX), record(&blocks, u32::MAX)), (None, None));
    }

    #[test]
    fn a_damaged_block_says_nothing_and_the_others_do() {
        let mut writer = RowWriter::new(Sink::Memory(Vec::new()));
        let places: Vec<u32> =
            (0..2_000).map(|number| writer.record(&numbered(number)).unwrap().unwrap()).collect();
        let (Sink::Memory(mut bytes), marks) = writer.finish().unwrap() else { panic!() };
        assert!(marks.len() > 3);
        let at = (marks[1].0 + 1_000) as usize;
        bytes[at] ^= 4;
        let blocks = Blocks::new(Source::Memory(bytes.into()), marks.into());
        let said: Vec<_> = places.iter().map(|place| record(&blocks, *place)).collect();
        assert!(said.iter().zip(0..).all(|(said, number)| said.is_none() || *said == Some(numbered(number))));
        let missing = said.iter().filter(|said| said.is_none()).count();
        assert!(missing > 0 && missing < 1_000, "{missing}");
        assert!(!blocks.are_sound());
    }
}
