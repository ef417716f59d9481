//! Where the notes on a letter were when it was last saved in an editor, kept in the cache folder.
//!
//! An editor sees what becomes of a passage; a comparison of texts can only conclude it, and of two equal sentences often cannot. So what was seen is kept, beside the text that it was seen on.
//! A file of notes does not change for that. Where there is no record, notes are found as if there never had been one.

use std::collections::HashMap;
use std::fs;
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use serde_json::{Value, json};
use tempfile::Builder;
use xxhash_rust::xxh3::xxh3_128;

use crate::text::Span;

use super::letter_text::{LetterText, TextHash};
use super::memory::Memory;

/// Where the passages of a letter were in one text of it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Record {
    /// The text.
    pub(super) text: TextHash,
    /// By what a passage is known by: a stretch of the text as [`LetterText::as_str`] has it.
    passages: HashMap<String, Span>,
}

impl Record {
    /// Where a passage was in `text`, as that came; `None` where it is another text, or nothing is known of the passage.
    pub(super) fn place_of(&self, key: &str, text: &LetterText) -> Option<Span> {
        let span = *self.passages.get(key).filter(|_| text.hash() == self.text)?;
        text.as_str().get(span.start..span.end)?;
        Some(text.outward(span))
    }
}

impl Memory {
    /// Keeps where passages of a letter are in its text, and the text.
    ///
    /// # Errors
    /// What the system says; nothing depends on it but how well notes are found another time.
    pub fn record(&self, letter: &Path, text: &LetterText, passages: &[(Arc<str>, Span)]) -> io::Result<()> {
        let Some(file) = self.record_of(letter) else { return Ok(()) };
        self.remember(text)?;
        let place = |(key, span): &(Arc<str>, Span)| {
            let span = text.inward(*span);
            (key.to_string(), json!([span.start, span.end]))
        };
        let passages: serde_json::Map<String, Value> = passages.iter().map(place).collect();
        let body = json!({ "text": text.hash().to_string(), "passages": passages }).to_string();
        let folder = file.parent().ok_or(io::ErrorKind::NotFound)?;
        fs::create_dir_all(folder)?;
        let mut new = Builder::new().prefix(".griffier-").tempfile_in(folder)?;
        write!(new, "{:032x}\n{body}", xxh3_128(body.as_bytes()))?;
        new.persist(&file).map_err(|error| error.error)?;
        Ok(())
    }

    /// What was kept of a letter; `None` where nothing was, or it is damaged.
    pub(super) fn recorded(&self, letter: &Path) -> Option<Record> {
        let whole = fs::read_to_string(self.record_of(letter)?).ok()?;
        let (digest, body) = whole.split_once('\n')?;
        let sound = digest == format!("{:032x}", xxh3_128(body.as_bytes()));
        let value: Value = serde_json::from_str(Some(body).filter(|_| sound)?).ok()?;
        let number = |value: &Value| usize::try_from(value.as_u64()?).ok();
        let passages = value["passages"].as_object()?.iter();
        Some(Record {
            text: TextHash::parse(value["text"].as_str()?)?,
            passages: passages
                .filter_map(|(key, at)| Some((key.clone(), Span::new(number(&at[0])?, number(&at[1])?))))
                .collect(),
        })
    }

    fn record_of(&self, letter: &Path) -> Option<PathBuf> {
        let name = xxh3_128(letter.as_os_str().as_encoded_bytes());
        Some(self.folder()?.join("places").join(format!("{name:032x}")))
    }
}

#[cfg(test)]
mod tests {
    use jiff::Timestamp;

    use super::*;
    use crate::annotation::{About, Anchor, Draft, Motivation, Note, Placed, list_notes};

    const ROW: &str = "De Kamer is hierover geïnformeerd.";

    #[test]
    fn what_was_seen_is_known_also_where_nobody_could_conclude_it() {
        let folder = tempfile::tempdir().unwrap();
        let (memory, letter) = (Memory::below(folder.path()), Path::new("/werk/brief.txt"));
        let before =
            LetterText::new(&format!("Over Mali.\n{ROW}\nOver Niger.\n{ROW}\nOver Tsjaad.\n{ROW}\n"));
        let start = before.as_str().match_indices(ROW).nth(1).unwrap().0;
        let anchor = Anchor::of(&before, Span::new(start, start + ROW.len()));
        let note =
            Note::new(&Draft::new(Motivation::Commenting, About::Passage(anchor)), Timestamp::UNIX_EPOCH);
        let lines = [
            "Het eerste verslag ging over de uitrusting van de militairen.",
            "In het tweede kwamen de kosten van het vervoer aan de orde.",
            "Het laatste zal pas na de zomer gereed zijn.",
        ];
        let saved = lines.map(|line| format!("{line}\r\n{ROW}\r\n")).concat();
        let list = |text: &str, memory: &Memory| {
            let listed = list_notes(letter, std::slice::from_ref(&note), Some(text), memory);
            listed[0].placed.clone().unwrap()
        };
        assert_eq!(list(&saved, &memory).span(), None);
        let start = saved.match_indices(ROW).nth(1).unwrap().0;
        let second = Span::new(start, start + ROW.len());
        let passages = [(Arc::from(note.passage_key().unwrap()), second)];
        memory.record(letter, &LetterText::new(&saved), &passages).unwrap();
        assert_eq!(list(&saved, &memory), Placed::Moved(second));
        // And somebody else has edited it since.
        let lead = "Geachte Voorzitter, hierbij zend ik u de brief over de missies.\r\n";
        assert_eq!(list(&format!("{lead}{saved}"), &memory), Placed::Moved(second.shifted(lead.len())));
        // What is damaged is not believed.
        let file = memory.record_of(letter).unwrap();
        let damaged = fs::read_to_string(&file).unwrap().replace('[', "[1");
        fs::write(&file, damaged).unwrap();
        assert_eq!(list(&saved, &memory).span(), None);
    }
}
