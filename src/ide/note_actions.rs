//! What can be done about notes at a place: make one, and change, answer, settle or delete those that are there.
//!
//! Few and in order of use, since an editor shows them in one list with everything else. It must not know how any of it is carried out.

use crate::annotation::{Listed, Note, Placed};
use crate::citation::Reading;
use crate::config::TagSet;
use crate::identifier::DocumentId;
use crate::messages::{Message, Translator};
use crate::text::Span;

use super::name::name;
use super::tags::{ShownTag, shown_tags};

/// No more papers are offered to be linked to.
const MOST_PAPERS: usize = 2;
/// No more notes at a place are offered to be changed, nor lost ones to be attached.
const MOST_NOTES: usize = 3;
/// A paper that is cited farther away, in bytes, is not what is meant.
const NEAR: usize = 300;
/// So much of a note tells which it is, in code points.
const TOLD: usize = 28;

/// What is to be done.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Deed {
    /// Make a note with words, in a draft.
    Write,
    /// Make a note with this tag.
    Tag(String),
    /// Make a note with a link to this paper.
    Link(DocumentId),
    /// Change the words and tags of the note of this identifier, in a draft.
    Edit(String),
    /// Answer it, in a draft.
    Reply(String),
    /// Say that what it is about has been dealt with.
    Resolve(String),
    /// Say that it has not.
    Reopen(String),
    /// Give it these tags.
    Retag(String, Vec<String>),
    /// Take it away.
    Delete(String),
    /// Attach it, whose passage is lost, to what is selected.
    Reattach(String),
}

/// Something that can be done.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct NoteAction {
    /// What the user reads.
    pub title: String,
    /// What it does.
    pub deed: Deed,
}

/// The notes that can be made on what is selected, in bytes of the text; where nothing is, on the sentence there.
#[must_use]
pub fn new_note_actions(reading: &Reading, selected: Span, set: &TagSet, say: Translator) -> Vec<NoteAction> {
    let action = |message: Message, deed| NoteAction { title: say.text(&message), deed };
    if selected.is_empty() {
        return vec![action(Message::new("note-action-write-here"), Deed::Write)];
    }
    let mut actions = vec![action(Message::new("note-action-write"), Deed::Write)];
    actions.extend(shown_tags(set, say).into_iter().map(|ShownTag { name, label, .. }| {
        action(Message::new("note-action-tag").with("tag", label), Deed::Tag(name))
    }));
    actions.extend(
        papers_near(reading, selected)
            .into_iter()
            .map(|id| action(Message::new("note-action-link").with("paper", name(&id, say)), Deed::Link(id))),
    );
    actions
}

/// The papers that are cited in a selection; where none is, the nearest in the same paragraph.
fn papers_near(reading: &Reading, selected: Span) -> Vec<DocumentId> {
    let distance = |span: Span| {
        let gap = if span.start >= selected.end {
            selected.end..span.start
        } else if span.end <= selected.start {
            span.end..selected.start
        } else {
            return Some(0);
        };
        let between = reading.text.get(gap.clone()).unwrap_or_default().replace('\r', "");
        (gap.len() <= NEAR && !between.contains("\n\n")).then_some(gap.len() + 1)
    };
    let targets = reading.citations.iter().flat_map(|citation| &citation.targets);
    let near = targets.filter_map(|target| Some((distance(target.span)?, target.id.base())));
    let mut near: Vec<(usize, DocumentId)> = near.collect();
    near.sort_by_key(|(distance, _)| *distance);
    let inside = near.first().is_some_and(|(distance, _)| *distance == 0);
    let mut papers: Vec<DocumentId> = Vec::new();
    for (distance, id) in near {
        if (!inside || distance == 0) && !papers.contains(&id) {
            papers.push(id);
        }
    }
    papers.truncate(if inside { MOST_PAPERS } else { 1 });
    papers
}

/// What can be done about the notes whose passage a cursor touches, and, where something is selected, about those whose passage is lost. `notes` are those that answer no other.
/// Giving and taking single tags is offered where `all` is asked for; else a draft does it.
#[must_use]
pub fn note_actions<'n>(
    notes: impl IntoIterator<Item = &'n Listed>,
    selected: Span,
    all: bool,
    set: &TagSet,
    say: Translator,
) -> Vec<NoteAction> {
    let (mut here, mut lost) = (Vec::new(), Vec::new());
    for listed in notes {
        let Some(placed) = &listed.placed else { continue };
        match placed.span() {
            Some(span) if span.touches(selected.start) || span.overlaps(selected) => {
                here.push((span.len(), listed));
            }
            None if !selected.is_empty() => lost.push((nearness(listed, selected), listed)),
            _ => {}
        }
    }
    here.sort_by_key(|(len, _)| *len);
    lost.sort_by(|(a, _), (b, _)| b.total_cmp(a));
    let mut actions = Vec::new();
    for (_, listed) in lost.into_iter().take(MOST_NOTES) {
        let message = Message::new("note-action-reattach").with("note", told(listed));
        actions.push(NoteAction {
            title: say.text(&message),
            deed: Deed::Reattach(listed.note.id().to_owned()),
        });
    }
    for (_, listed) in here.into_iter().take(MOST_NOTES) {
        actions.extend(about(listed, all, set, say));
    }
    actions
}

/// How likely a lost note belongs to what is selected: as its best candidate there.
fn nearness(listed: &Listed, selected: Span) -> f64 {
    let candidates = listed.placed.iter().flat_map(Placed::candidates);
    candidates.filter(|candidate| candidate.span.overlaps(selected)).map(|it| it.score).fold(0.0, f64::max)
}

fn about(listed: &Listed, all: bool, set: &TagSet, say: Translator) -> Vec<NoteAction> {
    let note = &listed.note;
    let (id, told) = (note.id().to_owned(), told(listed));
    let action = |code: &'static str, deed: Deed| NoteAction {
        title: say.text(&Message::new(code).with("note", &told)),
        deed,
    };
    let settle = if note.is_resolved() {
        action("note-action-reopen", Deed::Reopen(id.clone()))
    } else {
        action("note-action-resolve", Deed::Resolve(id.clone()))
    };
    let mut actions = vec![
        action("note-action-edit", Deed::Edit(id.clone())),
        action("note-action-reply", Deed::Reply(id.clone())),
        settle,
    ];
    if all {
        let has: Vec<String> = note.tags().into_iter().map(str::to_owned).collect();
        for ShownTag { name, label, .. } in shown_tags(set, say) {
            let without: Vec<String> = has.iter().filter(|tag| **tag != name).cloned().collect();
            let (code, tags) = if without.len() < has.len() {
                ("note-action-untag", without)
            } else {
                ("note-action-retag", has.iter().cloned().chain([name]).collect())
            };
            let message = Message::new(code).with("note", &told).with("tag", label);
            actions.push(NoteAction { title: say.text(&message), deed: Deed::Retag(id.clone(), tags) });
        }
    }
    actions.push(action("note-action-delete", Deed::Delete(id)));
    actions
}

/// The first words by which its reader knows a note: its own, else those of its passage as they are now.
pub(super) fn told(listed: &Listed) -> String {
    first_words(&listed.note, &listed.quote)
}

/// The first words by which its reader knows a note: its own, else those of its passage as they were.
#[must_use]
pub fn told_of(note: &Note) -> String {
    first_words(note, &note.anchor().map(|anchor| anchor.quote).unwrap_or_default())
}

fn first_words(note: &Note, quote: &str) -> String {
    let text = note.text();
    let words = if text.trim().is_empty() { quote } else { &text };
    let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
    let mut short: String = words.chars().take(TOLD).collect();
    if short.len() < words.len() {
        short.truncate(short.trim_end().len());
        short.push('…');
    }
    if short.is_empty() { note.tags().join(", ") } else { short }
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use jiff::Timestamp;

    use super::*;
    use crate::analysis::fixture::Fixture;
    use crate::annotation::{About, Anchor, Draft, LetterText, Memory, Motivation, list_notes};

    fn titles(actions: &[NoteAction]) -> Vec<&str> {
        actions.iter().map(|action| &*action.title).collect()
    }

    #[test]
    fn on_a_selection_notes_are_offered_with_each_tag_and_the_papers_in_it() {
        let fixture = Fixture::new(
            "-- brief.txt\nIk zeg toe (Kamerstuk 29 521, nr. 385) te komen.\n\nZie Kamerstuk 29 521, nr. 3.\n",
        );
        let at = |words: &str| {
            let start = fixture.text().find(words).unwrap();
            Span::new(start, start + words.len())
        };
        let set = TagSet::default();
        let offered = |span| new_note_actions(&fixture.reading, span, &set, Translator::default());
        let actions = offered(at("zeg toe (Kamerstuk 29 521, nr. 385)"));
        assert_eq!(actions.len(), 12);
        assert_eq!(titles(&actions[..2]), ["Notitie maken…", "Annoteer als toezegging"]);
        assert_eq!(titles(&actions[11..]), ["Koppel aan Kamerstuk 29 521, nr. 385"]);
        assert_eq!(titles(&offered(at("zeg toe"))[11..]), ["Koppel aan Kamerstuk 29 521, nr. 385"]);
        let nothing = Span::new(3, 3);
        assert_eq!(titles(&offered(nothing)), ["Notitie bij deze zin maken…"]);
    }

    #[test]
    fn a_note_is_changed_where_it_stands_and_a_lost_one_attached_to_a_selection() {
        let text = "Ik zeg u toe de Kamer te informeren.";
        let ready = LetterText::new(text);
        let note = |text: &str, about| {
            let mut draft = Draft::new(Motivation::Commenting, about);
            draft.text = text.to_owned();
            draft.tags = vec!["motie".to_owned()];
            Note::new(&draft, Timestamp::UNIX_EPOCH)
        };
        let here = note(
            "Voor juli, en anders uiterlijk op de eerste dag",
            About::Passage(Anchor::of(&ready, Span::new(3, 12))),
        );
        let elsewhere = LetterText::new("Iets heel anders over vissen in de Noordzee.");
        let lost = note("Vis", About::Passage(Anchor::of(&elsewhere, Span::new(22, 43))));
        let listed = list_notes(Path::new("brief.txt"), &[here, lost], Some(text), &Memory::none());
        let set = TagSet::default();
        let offered = |span, all| note_actions(&listed, span, all, &set, Translator::default());
        let cursor = offered(Span::new(5, 5), false);
        assert_eq!(
            titles(&cursor),
            [
                "“Voor juli, en anders uiterli…” bewerken…",
                "“Voor juli, en anders uiterli…” beantwoorden…",
                "“Voor juli, en anders uiterli…” is afgehandeld",
                "“Voor juli, en anders uiterli…” verwijderen",
            ]
        );
        assert_eq!(titles(&offered(Span::new(20, 25), false)), ["“Vis” hier vastmaken"]);
        let all = offered(Span::new(5, 5), true);
        assert_eq!(all.len(), 14);
        assert!(matches!(&all[4].deed, Deed::Retag(_, tags) if tags.is_empty()), "{all:?}");
        assert!(offered(Span::new(30, 30), false).is_empty());
    }
}
