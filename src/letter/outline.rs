//! The parts of a letter as its reader sees them: addressee, sections, tables, signatures.
//!
//! Nothing else depends on it, so it is made only for one who asks. A plain text shows its sections by little: a line by itself that is short, begins like a title and does not end like a sentence. Where that is not clear there is no section.

use pulldown_cmark::{Event, HeadingLevel, Options, Parser, Tag, TagEnd};

use crate::text::Span;

use super::lines::{Line, lines};
use super::{Format, Letter};

/// A part of a letter.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Section {
    /// What it is.
    pub kind: SectionKind,
    /// The words that name it: the heading, the first line.
    pub title: Span,
    /// All of it. It covers the title, and either lies within another one's or beside it.
    pub span: Span,
}

/// What a part of a letter is.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum SectionKind {
    /// `Aan de Voorzitter van de Tweede Kamer der Staten-Generaal`.
    Addressee,
    /// A heading and what stands below it, with its level from one.
    Section(u8),
    /// A table.
    Table,
    /// An office and a name at the end.
    Signature,
}

impl Letter {
    /// The parts of the letter, ascending, an outer one before those within it. `text` is the text that the letter was read from.
    #[must_use]
    pub fn outline(&self, text: &str, format: Format) -> Vec<Section> {
        let mut sections = addressee(text, self);
        let (headings, tables) = match format {
            Format::Plain => (plain_headings(text, self), Vec::new()),
            Format::Markdown => marked_up(text, self),
        };
        sections.extend(signatures(text, self));
        let end = sections
            .iter()
            .filter(|section| section.kind == SectionKind::Signature)
            .map(|section| section.span.start)
            .min()
            .unwrap_or(text.len());
        sections.extend(extended(&headings, text, end));
        sections.extend(tables);
        sections
            .sort_by_key(|section| (section.span.start, std::cmp::Reverse(section.span.end), section.kind));
        sections
    }
}

/// The lines that a letter is sent to, above its first sentence.
fn addressee(text: &str, letter: &Letter) -> Vec<Section> {
    /// How far down they are looked for, in lines.
    const WITHIN: usize = 60;
    let start = if letter.silent.first().is_some_and(|span| span.start == 0 && span.end <= letter.body) {
        letter.silent[0].end
    } else {
        0
    };
    let mut head = lines(text, start).take(WITHIN);
    let Some(first) = head.find(|line| {
        line.text.starts_with("Aan de Voorzitter") || line.text.starts_with("Aan de voorzitter")
    }) else {
        return Vec::new();
    };
    let more = lines(text, first.next).take(3).take_while(|line| {
        !line.text.is_empty() && line.text.len() < 80 && !line.text.ends_with('.') && !line.text.contains(',')
    });
    let end = more.last().map_or(first.span.end, |line| line.span.end);
    vec![Section { kind: SectionKind::Addressee, title: first.span, span: Span::new(first.span.start, end) }]
}

/// Headings of a plain text with their levels.
fn plain_headings(text: &str, letter: &Letter) -> Vec<(u8, Span)> {
    let mut headings = Vec::new();
    let mut before_is_blank = true;
    let in_note = |span: Span| letter.footnotes.iter().any(|note| note.anchor.join(note.note).covers(span));
    let is_silent = |span: Span| letter.silent.iter().any(|silent| silent.overlaps(span));
    let mut all = lines(text, letter.body).peekable();
    while let Some(line) = all.next() {
        let after_is_blank = all.peek().is_none_or(|next| next.text.is_empty());
        let alone = before_is_blank && after_is_blank;
        before_is_blank = line.text.is_empty();
        if line.text.is_empty() || is_silent(line.span) || in_note(line.span) {
            continue;
        }
        let level = question(line.text).or_else(|| numbered(line.text)).or_else(|| {
            // Extraction loses the blank lines around those that bear a number, but not around the others.
            (alone && is_title(line.text)).then_some(1)
        });
        headings.extend(level.map(|level| (level, line.span)));
    }
    headings
}

/// `Vraag 1`, `Antwoord 1`, `Antwoord op vraag 2 en 3`.
fn question(line: &str) -> Option<u8> {
    let rest = line.strip_prefix("Vraag ").or_else(|| line.strip_prefix("Antwoord "))?;
    let rest = rest.strip_prefix("op vraag ").or_else(|| rest.strip_prefix("op vragen ")).unwrap_or(rest);
    let digits = rest.starts_with(|c: char| c.is_ascii_digit());
    (digits && line.len() < 50 && !line.ends_with('.')).then_some(1)
}

/// `1. Inleiding`, `2.3 Financiën`, `IV. Slot`, `Artikel 3`; the level by the number of numbers.
fn numbered(line: &str) -> Option<u8> {
    let (number, title) = line.split_once(' ')?;
    let title = title.trim();
    if line.len() > 100 || !is_name(title) {
        return None;
    }
    let bare = number.strip_suffix('.').unwrap_or(number);
    let parts: Vec<&str> = bare.split('.').collect();
    let arabic =
        parts.iter().all(|part| (1..=2).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_digit()));
    if arabic && (number.ends_with('.') || parts.len() > 1) {
        return u8::try_from(parts.len()).ok();
    }
    let roman = number.ends_with('.') && bare.len() <= 5 && bare.bytes().all(|b| b"IVX".contains(&b));
    (roman && !bare.is_empty()).then_some(1)
}

/// Whether a line by itself is a title: short, with a capital, and no sentence, salutation, date or list.
fn is_title(line: &str) -> bool {
    const NONE: [&str; 9] = [
        "Geachte",
        "Hoogachtend",
        "Aan de",
        "Den Haag",
        "Met vriendelijke",
        "De ",
        "Onderwerp",
        "Datum",
        "Kamerstuk",
    ];
    line.len() <= 70
        && is_name(line)
        && !NONE.iter().any(|start| line.starts_with(start))
        && crate::identifier::find_date_in_words(line).is_none()
}

fn is_name(title: &str) -> bool {
    title.starts_with(char::is_uppercase)
        && title.chars().filter(|c| c.is_alphabetic()).count() >= 3
        && !title.ends_with(['.', ',', ';', ':', '!', '-'])
        && title.split_whitespace().count() <= 12
        // Columns of a table, amounts and codes are no words.
        && title.chars().filter(char::is_ascii_digit).count() * 3 < title.chars().count()
}

/// Headings and tables of Markdown.
fn marked_up(text: &str, letter: &Letter) -> (Vec<(u8, Span)>, Vec<Section>) {
    let start = if letter.silent.first().is_some_and(|span| span.start == 0 && span.end <= letter.body) {
        letter.silent[0].end
    } else {
        0
    };
    let (mut headings, mut tables) = (Vec::new(), Vec::new());
    let options = Options::ENABLE_FOOTNOTES | Options::ENABLE_TABLES;
    let mut heading: Option<(u8, Option<Span>)> = None;
    let mut depth = 0_usize;
    for (event, range) in Parser::new_ext(&text[start..], options).into_offset_iter() {
        let span = Span::from(range).shifted(start);
        match event {
            Event::Start(Tag::Heading { level, .. }) if depth == 0 => {
                heading = Some((number_of(level), None));
            }
            Event::End(TagEnd::Heading(_)) => {
                if let Some((level, Some(words))) = heading.take() {
                    headings.push((level, words));
                }
            }
            Event::Start(Tag::BlockQuote(_) | Tag::Item | Tag::FootnoteDefinition(_)) => depth += 1,
            Event::End(TagEnd::BlockQuote(_) | TagEnd::Item | TagEnd::FootnoteDefinition) => depth -= 1,
            Event::Start(Tag::Table(_)) if depth == 0 => {
                let words = span.of(text);
                let span = Span::new(span.start, span.start + words.trim_end().len());
                let title = words.lines().next().map_or(span, |line| {
                    Span::new(span.start, (span.start + line.trim_end().len()).min(span.end))
                });
                tables.push(Section { kind: SectionKind::Table, title, span });
            }
            _ => {
                if let Some((_, words)) = &mut heading {
                    *words = Some(words.map_or(span, |words| words.join(span)));
                }
            }
        }
    }
    (headings, tables)
}

const fn number_of(level: HeadingLevel) -> u8 {
    match level {
        HeadingLevel::H1 => 1,
        HeadingLevel::H2 => 2,
        HeadingLevel::H3 => 3,
        HeadingLevel::H4 => 4,
        HeadingLevel::H5 => 5,
        HeadingLevel::H6 => 6,
    }
}

/// Each heading with all below it, up to the next of its level or higher, or to `end`.
fn extended(headings: &[(u8, Span)], text: &str, end: usize) -> Vec<Section> {
    let section = |(at, (level, title)): (usize, &(u8, Span))| {
        // The levels of thousands of headings are compared with the next few only, as a rule.
        let next = headings[at + 1..].iter().find(|(other, _)| other <= level);
        let limit = next.map_or(text.len(), |(_, next)| next.start);
        let limit = if title.end <= end { limit.min(end) } else { limit };
        // Signs of the heading stand before the next title: `## `.
        let below = &text[title.end..limit.max(title.end)];
        let kept = below.trim_end_matches(['#', ' ', '\t', '\r', '\n', '\u{c}', '*', '_']).len();
        Section {
            kind: SectionKind::Section(*level),
            title: *title,
            span: Span::new(title.start, title.end + kept),
        }
    };
    headings.iter().enumerate().map(section).collect()
}

/// Offices with the names below them, in the last lines of the letter.
fn signatures(text: &str, letter: &Letter) -> Vec<Section> {
    let mut signatures = Vec::new();
    let all: Vec<Line<'_>> = lines(text, letter.body).filter(|line| !line.text.is_empty()).collect();
    for (at, line) in all.iter().enumerate() {
        let Some(office) =
            line.text.strip_suffix(',').or(Some(line.text)).filter(|it| super::plain_letter::is_office(it))
        else {
            continue;
        };
        let with_comma = office.len() < line.text.len();
        let name = all.get(at + 1).filter(|name| with_comma && super::plain_letter::is_name(name.text));
        // Without a name and without a comma it is the beginning of a sentence, unless nothing follows.
        let is_last = at + 1 == all.len() && !line.text.ends_with('.');
        if name.is_none() && !is_last {
            continue;
        }
        let end = name.map_or(line.span.end, |name| name.span.end);
        let title = Span::new(line.span.start, line.span.start + office.len());
        let span = Span::new(line.span.start, end);
        signatures.push(Section { kind: SectionKind::Signature, title, span });
    }
    signatures
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The parts, one a line, those within others further to the right.
    fn outline(text: &str, format: Format) -> Vec<String> {
        let letter = Letter::read(text, format);
        let sections = letter.outline(text, format);
        let mut open: Vec<Span> = Vec::new();
        let line = |section: &Section| {
            assert!(section.span.covers(section.title), "{section:?}");
            open.retain(|outer| outer.overlaps(section.span));
            assert!(open.iter().all(|outer| outer.covers(section.span)), "{section:?} in {open:?}");
            let depth = open.len();
            open.push(section.span);
            let kind = match section.kind {
                SectionKind::Addressee => "addressee".to_owned(),
                SectionKind::Section(level) => format!("section {level}"),
                SectionKind::Table => "table".to_owned(),
                SectionKind::Signature => "signature".to_owned(),
            };
            format!("{}{kind}: {}", "  ".repeat(depth), section.title.of(text))
        };
        sections.iter().map(line).collect()
    }

    #[test]
    fn of_a_plain_letter() {
        let text = "\
Aan de Voorzitter van de Tweede Kamer
der Staten-Generaal

Den Haag, 27 maart 2020

Geachte voorzitter,

Hierbij informeer ik u.

Inzet in de Sahel

De missie is verlengd.

1. Inleiding
Eerst dit.
1.1 Aanleiding
Dan dat.
2. Financiën
En het geld.

Hoogachtend,

De Minister van Defensie,
A.Th.B. Bijleveld-Schouten
";
        assert_eq!(
            outline(text, Format::Plain),
            [
                "addressee: Aan de Voorzitter van de Tweede Kamer",
                "section 1: Inzet in de Sahel",
                "section 1: 1. Inleiding",
                "  section 2: 1.1 Aanleiding",
                "section 1: 2. Financiën",
                "signature: De Minister van Defensie",
            ]
        );
    }

    #[test]
    fn of_markdown() {
        let text = "\
---
title: Brief
---
# Brief over de *missie*

Tekst.

## Geld

| jaar | bedrag |
| --- | --- |
| 2020 | 3 |

> # geen kop

## Slot

Tot slot.
";
        assert_eq!(
            outline(text, Format::Markdown),
            [
                "section 1: Brief over de *missie*",
                "  section 2: Geld",
                "    table: | jaar | bedrag |",
                "  section 2: Slot",
            ]
        );
    }

    #[test]
    fn of_questions_and_answers() {
        let text = "Vraag 1\nKent u de brug?\n\nAntwoord 1\nJa.\n\nVraag 2\nEn nu?\n";
        assert_eq!(
            outline(text, Format::Plain),
            ["section 1: Vraag 1", "section 1: Antwoord 1", "section 1: Vraag 2"]
        );
    }

    #[test]
    fn prose_and_columns_are_no_sections() {
        let text = "Een eerste zin staat hier.\n\nZin zonder punt maar met een komma,\n\n12 345 678 90\n\n3. dat is een lijst\n";
        assert_eq!(outline(text, Format::Plain), [""; 0]);
    }
}
