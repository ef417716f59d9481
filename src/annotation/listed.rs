//! The notes of a letter as lists show them, and what of them is asked for.

use std::path::{Path, PathBuf};

use jiff::civil::Date;
use jiff::tz::TimeZone;

use crate::identifier::DocumentId;
use crate::messages::{Argument, Message};
use crate::text::{Buffer, PositionEncoding};

use super::letter_text::LetterText;
use super::live::Standing;
use super::memory::Memory;
use super::note::Note;
use super::place::Placed;
use super::placing::place_seen_notes;

/// A note, where its letter is, and where it stands in it.
#[derive(Clone, PartialEq, Debug)]
pub struct Listed {
    /// The file of the letter.
    pub path: PathBuf,
    /// The note.
    pub note: Note,
    /// Where it stands; `None` for a note on the letter as a whole.
    pub placed: Option<Placed>,
    /// The words of its passage: as they stand in the letter where it stands anywhere for certain, else as they stood.
    pub quote: String,
    /// The line and the column in code points of where it begins, both from 1.
    pub position: Option<(u32, u32)>,
}

/// The notes of a letter with where they stand in its text; `None` is a letter that is gone, whose notes stand nowhere.
#[must_use]
pub fn list_notes(letter: &Path, notes: &[Note], text: Option<&str>, memory: &Memory) -> Vec<Listed> {
    listed(letter, notes, text, |text| {
        place_seen_notes(notes, text, memory, memory.recorded(letter).as_ref(), None)
    })
}

/// As [`list_notes`], of a letter that is open, whose passages are followed.
#[must_use]
pub fn list_notes_live(
    letter: &Path,
    notes: &[Note],
    text: &str,
    memory: &Memory,
    standing: &Standing,
) -> Vec<Listed> {
    listed(letter, notes, Some(text), |text| {
        place_seen_notes(notes, text, memory, memory.recorded(letter).as_ref(), Some(standing))
    })
}

fn listed(
    letter: &Path,
    notes: &[Note],
    text: Option<&str>,
    place: impl Fn(&LetterText) -> Vec<Option<Placed>>,
) -> Vec<Listed> {
    let gone = |note: &Note| note.anchor().map(|_| Placed::Orphaned(Vec::new()));
    let ready = text.map(|text| (text, LetterText::new(text), Buffer::new(text)));
    let placed = match &ready {
        Some((_, text, _)) => place(text),
        None => notes.iter().map(gone).collect(),
    };
    let entry = |(note, placed): (&Note, Option<Placed>)| {
        let span = placed.as_ref().and_then(Placed::span);
        let found = ready.as_ref().zip(span).map(|((_, text, buffer), span)| {
            let start = buffer.position(span.start, PositionEncoding::Utf32);
            (text.words(span).to_owned(), (start.line + 1, start.column + 1))
        });
        let (quote, position) = match found {
            Some((quote, position)) => (quote, Some(position)),
            None => (note.anchor().map(|anchor| anchor.quote).unwrap_or_default(), None),
        };
        Listed { path: letter.to_owned(), note: note.clone(), placed, quote, position }
    };
    notes.iter().zip(placed).map(entry).collect()
}

impl Listed {
    /// The name that programs know its state by. A note on the letter as a whole is always in its place.
    #[must_use]
    pub fn state(&self) -> &'static str {
        self.placed.as_ref().map_or("anchored", Placed::state)
    }

    /// What it links to: papers by their identifiers, other things by their addresses.
    #[must_use]
    pub fn links(&self) -> Vec<String> {
        let links = self.note.links().into_iter();
        links.map(|link| link.id.map_or(link.address, |id| id.to_string())).collect()
    }

    /// By whom and when it was made, as far as it says so.
    #[must_use]
    pub fn signature(&self) -> Option<Message> {
        let name = self.note.creator();
        Some(match (name, self.day()) {
            (Some(name), Some(day)) => {
                Message::new("note-signed").with("name", name).with("day", Argument::day(day))
            }
            (Some(name), None) => Message::new("note-by").with("name", name),
            (None, Some(day)) => Message::new("note-dated").with("day", Argument::day(day)),
            (None, None) => return None,
        })
    }

    /// The day on which it was made, where the user is.
    #[must_use]
    pub fn day(&self) -> Option<Date> {
        Some(TimeZone::system().to_datetime(self.note.created()?).date())
    }
}

/// Which notes are asked for; what is not said counts for all.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Filter {
    /// With one of these tags.
    pub tags: Vec<String>,
    /// By one of these people; part of a name will do, in any case.
    pub people: Vec<String>,
    /// In one of these states, by name.
    pub states: Vec<String>,
    /// Dealt with, or not.
    pub resolved: Option<bool>,
    /// Made on this day or later.
    pub since: Option<Date>,
    /// Made on this day or earlier.
    pub until: Option<Date>,
    /// With a link to one of these papers, or to a paper of one of these dossiers.
    pub papers: Vec<DocumentId>,
    /// With all of these words in its own words, tags or passage, in any case.
    pub words: Vec<String>,
}

impl Filter {
    /// Whether a note is asked for.
    #[must_use]
    pub fn admits(&self, listed: &Listed) -> bool {
        let note = &listed.note;
        let any =
            |asked: &[String], is: &dyn Fn(&str) -> bool| asked.is_empty() || asked.iter().any(|it| is(it));
        let tags = note.tags();
        let creator = note.creator().unwrap_or_default().to_lowercase();
        any(&self.tags, &|tag| tags.iter().any(|other| other.eq_ignore_ascii_case(tag)))
            && any(&self.people, &|name| creator.contains(&name.to_lowercase()))
            && any(&self.states, &|state| state == listed.state())
            && self.resolved.is_none_or(|resolved| resolved == note.is_resolved())
            && self.since.is_none_or(|since| listed.day().is_some_and(|day| since <= day))
            && self.until.is_none_or(|until| listed.day().is_some_and(|day| day <= until))
            && (self.papers.is_empty() || self.links_to_one(note))
            && self.has_words(listed)
    }

    fn links_to_one(&self, note: &Note) -> bool {
        let asked = |paper: &DocumentId| match paper {
            DocumentId::Dossier(dossier) => Some(*dossier),
            _ => None,
        };
        note.links().iter().filter_map(|link| link.id.as_ref()).any(|linked| {
            self.papers
                .iter()
                .any(|paper| paper == linked || asked(paper).is_some_and(|it| linked.dossier() == Some(it)))
        })
    }

    fn has_words(&self, listed: &Listed) -> bool {
        if self.words.is_empty() {
            return true;
        }
        let mut text = listed.note.text().to_lowercase();
        text.push('\n');
        text.push_str(&listed.note.tags().join("\n").to_lowercase());
        text.push('\n');
        text.push_str(&listed.quote.to_lowercase());
        self.words.iter().all(|word| text.contains(&word.to_lowercase()))
    }
}

#[cfg(test)]
mod tests {
    use jiff::Timestamp;

    use super::*;
    use crate::annotation::{About, Anchor, Draft, Motivation};
    use crate::text::Span;

    #[test]
    fn what_is_asked_for() {
        let text = "Ik zeg toe\nde Kamer te informeren.";
        let ready = LetterText::new(text);
        let mut draft =
            Draft::new(Motivation::Tagging, About::Passage(Anchor::of(&ready, Span::new(11, 19))));
        draft.tags.push("toezegging".to_owned());
        draft.creator = Some("A. de Vries".to_owned());
        draft.links.push(DocumentId::parse("kst-29521-385").unwrap());
        let note = Note::new(&draft, Timestamp::UNIX_EPOCH);
        let listed =
            list_notes(Path::new("brief.txt"), std::slice::from_ref(&note), Some(text), &Memory::none());
        assert_eq!((listed[0].state(), &*listed[0].quote), ("anchored", "de Kamer"));
        assert_eq!(listed[0].position, Some((2, 1)));
        let asks = |filter: Filter| filter.admits(&listed[0]);
        let some = |text: &str| vec![text.to_owned()];
        assert!(asks(Filter::default()));
        assert!(asks(Filter { tags: some("Toezegging"), people: some("vries"), ..Filter::default() }));
        assert!(!asks(Filter { states: some("orphaned"), ..Filter::default() }));
        assert!(!asks(Filter { resolved: Some(true), ..Filter::default() }));
        let papers = |id: &str| Filter { papers: vec![DocumentId::parse(id).unwrap()], ..Filter::default() };
        assert!(
            asks(papers("kst-29521-385")) && asks(papers("dossier/29521")) && !asks(papers("kst-29521-3"))
        );
        assert!(asks(Filter { words: some("kamer"), ..Filter::default() }));
        let gone = list_notes(Path::new("brief.txt"), &[note], None, &Memory::none());
        assert_eq!((gone[0].state(), &*gone[0].quote, gone[0].position), ("orphaned", "de Kamer", None));
    }
}
