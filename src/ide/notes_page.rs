//! A read-only page with the notes on a letter, or on all letters of the workspaces, in groups: by tag, by who made them, by how far they are, or by letter.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use crate::annotation::Listed;
use crate::config::TagSet;
use crate::messages::{Argument, Message, Translator};

use super::page::{escaped, unescape};
use super::tags::tag_label;

/// What the address of such a page begins with.
const START: &str = "griffier:///notities/";

/// What notes are put together by.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Grouping {
    /// Their tags; one with several stands under each.
    #[default]
    Tag,
    /// Who made them.
    Creator,
    /// Whether they are open, resolved, or have lost their passage.
    State,
    /// Their letter.
    Letter,
}

impl Grouping {
    /// Every grouping with the name that programs have for it.
    pub const NAMES: [(&'static str, Self); 4] =
        [("tag", Self::Tag), ("creator", Self::Creator), ("state", Self::State), ("letter", Self::Letter)];

    /// Reads the name that programs have for it.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::NAMES.iter().find(|(other, _)| *other == name).map(|(_, grouping)| *grouping)
    }

    fn name(self) -> &'static str {
        Self::NAMES.iter().find(|(_, other)| *other == self).map_or("", |(name, _)| name)
    }
}

/// A note on such a page.
#[derive(Clone, Debug)]
pub struct NoteOnPage<'n> {
    /// The note.
    pub listed: &'n Listed,
    /// The answers to it.
    pub replies: Vec<&'n Listed>,
    /// What its reader calls the letter.
    pub letter: String,
    /// Where the letter is to be opened.
    pub address: String,
}

/// The address of the page: of one letter, by its own address, or of all.
#[must_use]
pub fn notes_address(by: Grouping, letter: Option<&str>) -> String {
    let letter = letter.map(|letter| format!("/{}", escaped(letter))).unwrap_or_default();
    format!("{START}{}{letter}.md", by.name())
}

/// What an address of such a page asks for: how notes are grouped, and the address of the letter where it is one.
#[must_use]
pub fn read_notes_address(address: &str) -> Option<(Grouping, Option<String>)> {
    // Editors write the address of a document in their own ways.
    let path = address.strip_prefix("griffier:")?.trim_start_matches('/').strip_prefix("notities/")?;
    let path = path.strip_suffix(".md")?;
    let (by, letter) = path.split_once('/').map_or((path, None), |(by, letter)| (by, Some(letter)));
    Some((Grouping::from_name(by)?, letter.map(|letter| unescape(letter).unwrap_or_default())))
}

/// The page, in Markdown. `of` is what its reader calls the letter, where it is about one.
#[must_use]
pub fn notes_page(
    by: Grouping,
    of: Option<&str>,
    notes: &[NoteOnPage<'_>],
    set: &TagSet,
    say: Translator,
) -> String {
    let word = |code| say.text(&Message::new(code));
    let title = match of {
        Some(letter) => say.text(&Message::new("notes-page-letter").with("letter", letter)),
        None => word("notes-page-all"),
    };
    let mut page = format!("# {}\n", inline(&title));
    if notes.is_empty() {
        // Writing to a string cannot fail.
        let _ = write!(page, "\n{}\n", word("notes-page-none"));
        return page;
    }
    let lost = notes.iter().filter(|note| is_lost(note.listed)).count();
    let open = notes.iter().filter(|note| !note.listed.note.is_resolved()).count();
    let summary = Message::new("notes-page-summary")
        .with("count", Argument::number(notes.len()))
        .with("open", Argument::number(open))
        .with("lost", Argument::number(lost));
    let _ = write!(page, "\n{}\n", say.text(&summary));
    let mut groups: BTreeMap<(usize, String), Vec<&NoteOnPage<'_>>> = BTreeMap::new();
    for note in notes {
        for group in groups_of(note, by, set, say) {
            groups.entry(group).or_default().push(note);
        }
    }
    for ((_, name), notes) in groups {
        let _ = write!(page, "\n## {} ({})\n\n", inline(&name), notes.len());
        for note in notes {
            item(&mut page, note, by, of.is_some(), set, say);
        }
    }
    page
}

/// The groups that a note belongs to, each with its rank.
fn groups_of(note: &NoteOnPage<'_>, by: Grouping, set: &TagSet, say: Translator) -> Vec<(usize, String)> {
    let word = |code| say.text(&Message::new(code));
    let listed = note.listed;
    match by {
        Grouping::Letter => vec![(0, note.letter.clone())],
        Grouping::Creator => match listed.note.creator() {
            Some(name) => vec![(0, name.to_owned())],
            None => vec![(1, word("notes-page-nobody"))],
        },
        Grouping::State if is_lost(listed) => vec![(0, word("notes-page-lost"))],
        Grouping::State if listed.note.is_resolved() => vec![(2, word("notes-page-resolved"))],
        Grouping::State => vec![(1, word("notes-page-open"))],
        Grouping::Tag => {
            let known = set.tags();
            let rank = |tag: &str| known.iter().position(|it| it.name == tag).unwrap_or(known.len());
            let tags = listed.note.tags();
            if tags.is_empty() {
                return vec![(usize::MAX, word("notes-page-untagged"))];
            }
            tags.into_iter().map(|tag| (rank(tag), tag_label(tag, set, say))).collect()
        }
    }
}

fn is_lost(listed: &Listed) -> bool {
    listed.placed.as_ref().is_some_and(|placed| placed.span().is_none())
}

/// A note as an item of a list: where it stands, its words, and the answers to it.
fn item(page: &mut String, note: &NoteOnPage<'_>, by: Grouping, of_one: bool, set: &TagSet, say: Translator) {
    let word = |code| say.text(&Message::new(code));
    let listed = note.listed;
    let line = listed.position.map(|(line, _)| line);
    let place = match (line, of_one) {
        (Some(line), true) => say.text(&Message::new("notes-page-line").with("line", line.to_string())),
        (Some(line), false) => format!("{}:{line}", note.letter),
        (None, _) => note.letter.clone(),
    };
    let address = line.map_or_else(|| note.address.clone(), |line| format!("{}#L{line}", note.address));
    let mut head = vec![format!("[{}](<{address}>)", inline(&place))];
    if !listed.quote.trim().is_empty() {
        head.push(format!("“{}”", inline(&shortened(&listed.quote))));
    }
    if by != Grouping::Tag {
        head.extend(
            listed.note.tags().into_iter().map(|tag| format!("**{}**", inline(&tag_label(tag, set, say)))),
        );
    }
    head.extend(listed.signature().map(|signature| inline(&say.text(&signature))));
    if by != Grouping::State {
        head.extend(is_lost(listed).then(|| word("note-orphaned")));
        head.extend(listed.note.is_resolved().then(|| word("note-resolved")));
    }
    let _ = writeln!(page, "- {}", head.join(" · "));
    indented(page, &listed.note.text());
    for reply in &note.replies {
        let signature = reply.signature().map(|signature| inline(&say.text(&signature)));
        let _ = writeln!(page, "\n  *{}*", signature.unwrap_or_else(|| word("note-answers")));
        indented(page, &reply.note.text());
    }
}

/// Words in Markdown, within an item of a list.
fn indented(page: &mut String, text: &str) {
    if text.trim().is_empty() {
        return;
    }
    page.push('\n');
    for line in text.trim().lines() {
        let _ = writeln!(page, "{}", format!("  {line}").trim_end());
    }
}

fn shortened(text: &str) -> String {
    let words = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let mut short: String = words.chars().take(120).collect();
    if short.len() < words.len() {
        short.push('…');
    }
    short
}

/// Plain words within Markdown.
fn inline(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    for sign in text.chars() {
        if matches!(sign, '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '#' | '|') {
            plain.push('\\');
        }
        plain.push(sign);
    }
    plain
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use jiff::Timestamp;

    use super::*;
    use crate::annotation::{About, Anchor, Draft, LetterText, Memory, Motivation, Note, list_notes};
    use crate::text::Span;

    #[test]
    fn an_address_reads_back_also_as_editors_write_it() {
        for (by, letter) in
            [(Grouping::Tag, None), (Grouping::State, Some("file:///brieven/een%20brief.txt"))]
        {
            let address = notes_address(by, letter);
            assert_eq!(read_notes_address(&address), Some((by, letter.map(str::to_owned))), "{address}");
        }
        assert_eq!(read_notes_address("griffier:/notities/letter.md"), Some((Grouping::Letter, None)));
        for other in ["griffier:///notities.md", "griffier:///notities/x.md", "griffier:///kst-29521-385.md"]
        {
            assert_eq!(read_notes_address(other), None);
        }
    }

    #[test]
    fn notes_stand_in_groups_with_a_way_to_their_places() {
        let text = "Geachte Voorzitter,\nIk zeg u toe de Kamer te informeren.";
        let ready = LetterText::new(text);
        let make = |about, body: &str, tags: &[&str]| {
            let mut draft = Draft::new(Motivation::Commenting, about);
            draft.text = body.to_owned();
            draft.tags = tags.iter().map(|tag| (*tag).to_owned()).collect();
            Note::new(&draft, Timestamp::UNIX_EPOCH)
        };
        let promise =
            make(About::Passage(Anchor::of(&ready, Span::new(23, 32))), "Voor *juli*.", &["toezegging"]);
        let answer = make(About::Note(promise.id().to_owned()), "Welk jaar?", &[]);
        let whole = make(About::Letter, "Mooi", &[]);
        let listed =
            list_notes(Path::new("brief.txt"), &[promise, answer, whole], Some(text), &Memory::none());
        let on_page = |listed, replies| NoteOnPage {
            listed,
            replies,
            letter: "brief.txt".to_owned(),
            address: "file:///brief.txt".to_owned(),
        };
        let notes = [on_page(&listed[0], vec![&listed[1]]), on_page(&listed[2], Vec::new())];
        let page =
            notes_page(Grouping::Tag, Some("brief.txt"), &notes, &TagSet::default(), Translator::default());
        let day = listed[0].day().unwrap();
        let day = Translator::default().text(&Message::new("note-dated").with("day", Argument::day(day)));
        let expected = format!(
            "# Notities bij brief.txt\n\n2 notities, waarvan 2 open en 0 zoek\n\n## toezegging (1)\n\n- [regel 2](<file:///brief.txt#L2>) · “zeg u toe” · {day}\n\n  Voor *juli*.\n\n  *{day}*\n\n  Welk jaar?\n\n## Zonder label (1)\n\n- [brief.txt](<file:///brief.txt>) · {day}\n\n  Mooi\n"
        );
        assert_eq!(page, expected);
        let empty = notes_page(Grouping::Tag, None, &[], &TagSet::default(), Translator::default());
        assert_eq!(empty, "# Alle notities\n\nEr zijn geen notities.\n");
    }
}
