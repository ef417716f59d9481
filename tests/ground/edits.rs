//! What happens to a letter between two readings.

use std::ops::Range;

use super::{Dice, Marked};

/// A kind of edit.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(crate) enum Kind {
    InsertElsewhere,
    DeleteElsewhere,
    ReplaceElsewhere,
    Reflow,
    Hyphenate,
    Quotes,
    InsertBeside,
    DeleteBeside,
    ReplaceBeside,
    InsertInside,
    DeleteInside,
    ReplaceInside,
    Ocr,
    MoveOther,
    MoveOwn,
    CopyOwn,
    NextVersion,
    DeletePassage,
    DeleteParagraph,
    DeleteAndRetype,
}

impl Kind {
    pub(crate) const ALL: [Self; 20] = [
        Self::InsertElsewhere,
        Self::DeleteElsewhere,
        Self::ReplaceElsewhere,
        Self::Reflow,
        Self::Hyphenate,
        Self::Quotes,
        Self::InsertBeside,
        Self::DeleteBeside,
        Self::ReplaceBeside,
        Self::InsertInside,
        Self::DeleteInside,
        Self::ReplaceInside,
        Self::Ocr,
        Self::MoveOther,
        Self::MoveOwn,
        Self::CopyOwn,
        Self::NextVersion,
        Self::DeletePassage,
        Self::DeleteParagraph,
        Self::DeleteAndRetype,
    ];

    /// What share of the notes must be kept, at least: under edits elsewhere and re-flow, and under light edits inside or beside.
    pub(crate) const fn target(self) -> Option<f64> {
        match self {
            Self::InsertElsewhere
            | Self::DeleteElsewhere
            | Self::ReplaceElsewhere
            | Self::Reflow
            | Self::Hyphenate
            | Self::Quotes => Some(0.99),
            Self::InsertBeside
            | Self::DeleteBeside
            | Self::ReplaceBeside
            | Self::InsertInside
            | Self::DeleteInside
            | Self::ReplaceInside => Some(0.9),
            _ => None,
        }
    }
}

const SENTENCES: [&str; 6] = [
    "Het kabinet heeft daarover nog geen besluit genomen.",
    "Naar aanleiding van de motie ben ik met de sector in gesprek.",
    "Ik verwacht u daarover voor het zomerreces nader te berichten.",
    "In 2021 ging het om 14 gevallen, waarvan 3 in de Europese Unie.",
    "Uit onderzoek blijkt dat de uitvoering op schema ligt.",
    "De leden van de fractie vragen naar de stand van zaken.",
];

const WORDS: [&str; 8] =
    ["thans", "opnieuw", "gemeente", "uitvoering", "voorlopig", "2023", "voortgang", "kortom"];

/// Nearer than this is not elsewhere.
const FAR: usize = 120;

/// Edits a text of which `passage` is (still) where it was. `None` where such an edit cannot be made.
#[expect(clippy::too_many_lines, reason = "an arm for each kind of edit")]
pub(crate) fn edit(text: &mut Marked, kind: Kind, passage: &Range<usize>, dice: &mut Dice) -> Option<()> {
    match kind {
        Kind::InsertElsewhere => {
            for _ in 0..=dice.below(4) {
                let at = elsewhere(text, passage, dice)?;
                text.replace(at..at, &format!(" {} ", dice.of(&SENTENCES)));
            }
        }
        Kind::DeleteElsewhere => {
            for _ in 0..=dice.below(4) {
                let at = elsewhere(text, passage, dice)?;
                let end = clear_of(text, passage, at, at + 5 + dice.below(160))?;
                text.replace(at..end, "");
            }
        }
        Kind::ReplaceElsewhere => {
            for _ in 0..=dice.below(6) {
                let at = elsewhere(text, passage, dice)?;
                let end = clear_of(text, passage, at, at + 3 + dice.below(60))?;
                text.replace(at..end, dice.of::<&str>(&SENTENCES));
            }
        }
        Kind::Reflow => reflow(text, 50 + dice.below(70)),
        Kind::Hyphenate => hyphenate(text, dice),
        Kind::Quotes => quotes(text, dice),
        Kind::InsertBeside | Kind::DeleteBeside | Kind::ReplaceBeside => {
            let now = text.now(passage)?;
            let behind = dice.below(2) == 0;
            let len = 3 + dice.below(20);
            let (start, end) = if behind {
                (now.end, (now.end + len).min(text.len()))
            } else {
                (now.start.saturating_sub(len), now.start)
            };
            match kind {
                Kind::InsertBeside if behind => text.replace(start..start, &format!(" {}", dice.of(&WORDS))),
                Kind::InsertBeside => text.replace(end..end, &format!("{} ", dice.of(&WORDS))),
                Kind::DeleteBeside => text.replace(start..end, " "),
                _ => text.replace(start..end, &format!(" {} ", dice.of(&WORDS))),
            }
        }
        Kind::InsertInside | Kind::DeleteInside | Kind::ReplaceInside => {
            let now = text.now(passage)?;
            let words = text.words(&now);
            // One word of two is no light edit.
            if words.len() < 4 {
                return None;
            }
            let word = dice.of(&words[1..words.len() - 1]).clone();
            match kind {
                Kind::InsertInside => text.replace(word.start..word.start, &format!("{} ", dice.of(&WORDS))),
                Kind::DeleteInside if word.len() * 4 < now.len() => {
                    text.replace(word.start..word.end + 1, "");
                }
                Kind::ReplaceInside if word.len() * 4 < now.len() => {
                    text.replace(word, dice.of::<&str>(&WORDS));
                }
                _ => return None,
            }
        }
        Kind::Ocr => ocr(text, dice),
        Kind::MoveOther | Kind::MoveOwn => {
            let paragraphs = text.paragraphs();
            let now = text.now(passage)?;
            let holds = |range: &Range<usize>| range.start < now.end && now.start < range.end;
            if others_of(&paragraphs, &now) < 2 {
                return None;
            }
            let own = kind == Kind::MoveOwn;
            let (mine, others): (Vec<_>, Vec<_>) = paragraphs.into_iter().partition(holds);
            let range = if own { mine.first()?.clone() } else { dice.of(&others).clone() };
            // A passage over two paragraphs is torn by moving one of them.
            if own && (mine.len() > 1 || others.is_empty()) || others.len() < 2 {
                return None;
            }
            let goal = dice.of(&others).clone();
            if goal == range {
                return None;
            }
            let to = if goal.start > range.start { goal.start - range.len() } else { goal.start };
            text.shift(range.clone(), to);
            text.replace(to + range.len()..to + range.len(), "\n\n");
        }
        Kind::CopyOwn => {
            let now = text.now(passage)?;
            let paragraphs = text.paragraphs();
            let own =
                paragraphs.iter().find(|range| range.start <= now.start && now.end <= range.end)?.clone();
            let copy: String = text.0[own.clone()].iter().map(|mark| mark.c).collect();
            let others: Vec<_> = paragraphs.into_iter().filter(|range| *range != own).collect();
            let to = others.get(dice.below(others.len()))?.start;
            text.replace(to..to, &format!("{copy}\n\n"));
        }
        Kind::NextVersion => {
            for kind in
                [Kind::InsertElsewhere, Kind::DeleteElsewhere, Kind::ReplaceElsewhere, Kind::MoveOther]
            {
                edit(text, kind, passage, dice);
            }
            let beside = [Kind::InsertBeside, Kind::ReplaceBeside, Kind::InsertInside, Kind::ReplaceInside];
            edit(text, *dice.of(&beside), passage, dice);
            edit(text, *dice.of(&[Kind::Reflow, Kind::Hyphenate, Kind::Quotes]), passage, dice);
        }
        Kind::DeletePassage => {
            let now = text.now(passage)?;
            text.replace(now, "");
        }
        Kind::DeleteParagraph | Kind::DeleteAndRetype => {
            let now = text.now(passage)?;
            let range = text
                .paragraphs()
                .into_iter()
                .find(|range| range.start <= now.start && now.end <= range.end)?;
            let words: String = text.0[range.clone()].iter().map(|mark| mark.c).collect();
            let from = range.start;
            text.replace(range, "");
            if kind == Kind::DeleteAndRetype {
                // Somebody writes something like it elsewhere, with another word in every part of it.
                // A long address counts by its parts.
                let parts = |c: char| c.is_whitespace() || matches!(c, '/' | '-' | '.');
                let words: Vec<_> = words.split(parts).filter(|word| !word.is_empty()).collect();
                let changed: Vec<_> = words
                    .iter()
                    .enumerate()
                    .map(|(at, word)| if at % 3 == 1 { *dice.of(&WORDS) } else { word })
                    .collect();
                // Beside where it was it would be the same, changed a little.
                let far: Vec<_> =
                    text.paragraphs().into_iter().filter(|it| it.start.abs_diff(from) > 1_000).collect();
                let at = far.get(dice.below(far.len()))?.start;
                text.replace(at..at, &format!("{}\n\n", changed.join(" ")));
            }
        }
    }
    Some(())
}

/// How many paragraphs have nothing of a stretch.
fn others_of(paragraphs: &[Range<usize>], stretch: &Range<usize>) -> usize {
    paragraphs.iter().filter(|it| it.end <= stretch.start || stretch.end <= it.start).count()
}

/// A place well away from the passage.
fn elsewhere(text: &Marked, passage: &Range<usize>, dice: &mut Dice) -> Option<usize> {
    let now = text.now(passage)?;
    (0..40).map(|_| dice.below(text.len())).find(|at| *at + FAR < now.start || *at > now.end + FAR)
}

/// The end of a stretch that begins at `at`, short of the passage and of what is near it.
fn clear_of(text: &Marked, passage: &Range<usize>, at: usize, end: usize) -> Option<usize> {
    let now = text.now(passage)?;
    let end = end.min(text.len());
    Some(if at < now.start { end.min(now.start.saturating_sub(FAR).max(at)) } else { end })
}

/// Breaks the lines elsewhere.
pub(crate) fn reflow(text: &mut Marked, width: usize) {
    let (mut column, mut at) = (0, 0);
    while at < text.len() {
        let c = text.0[at].c;
        let next_is_end = text.0.get(at + 1).is_none_or(|mark| mark.c == '\n');
        let after_end = at > 0 && text.0[at - 1].c == '\n';
        let single = c == '\n' && !next_is_end && !after_end;
        if c == '\n' && !single {
            column = 0;
        } else if single || c == ' ' {
            let breaks = column > width;
            text.0[at].c = if breaks { '\n' } else { ' ' };
            column = if breaks { 0 } else { column + 1 };
        } else {
            column += 1;
        }
        at += 1;
    }
}

/// Breaks words at what might be the end of a line.
fn hyphenate(text: &mut Marked, dice: &mut Dice) {
    let words = text.words(&(0..text.len()));
    for word in words.into_iter().rev().filter(|word| word.len() > 7) {
        let letters = text.0[word.clone()].iter().all(|mark| mark.c.is_alphabetic());
        if letters && dice.below(8) == 0 {
            let at = word.start + 3 + dice.below(word.len() - 6);
            let place = text.0[at].place;
            text.replace(at..at, "-\n");
            text.0[at].place = place;
            text.0[at + 1].place = place;
        }
    }
}

/// Another house's quotation marks, dashes and blanks.
fn quotes(text: &mut Marked, dice: &mut Dice) {
    let round = dice.below(2) == 0;
    for mark in &mut text.0 {
        mark.c = match mark.c {
            '"' | '“' | '”' | '„' => *dice.of(if round { &['„', '”'] } else { &['"'] }),
            '\'' | '‘' | '’' => *dice.of(if round { &['‘', '’'] } else { &['\''] }),
            '–' | '-' if !round => '-',
            ' ' if round && dice.below(40) == 0 => '\u{A0}',
            c => c,
        };
    }
}

/// One or two characters in a hundred are read wrongly.
fn ocr(text: &mut Marked, dice: &mut Dice) {
    let every = 50 + dice.below(100);
    for mark in &mut text.0 {
        if mark.c.is_alphanumeric() && dice.below(every) == 0 {
            mark.c = match mark.c {
                'l' => '1',
                'i' | '1' => 'l',
                'e' => 'c',
                'o' => '0',
                'n' => 'u',
                'r' => 'n',
                '0' => 'O',
                's' => '5',
                _ => *dice.of(&['a', 'c', 'h', 't', 'b']),
            };
        }
    }
}
