//! How far the text around a number confirms that it is a citation.

use winnow::Parser;
use winnow::combinator::alt;

use super::super::grammar::{Input, before_sep, comma, dash, rest, sep, stands};
use super::super::{Citation, Family, Standing};
use super::words::{Says, backwards, says};

/// So many words before a number may tell that it is an amount.
const AMOUNT_WITHIN: usize = 4;

/// So many words before a number may tell that it is one of another kind.
const OTHER_WITHIN: usize = 2;

/// A list is joined by at most so many bytes.
const LONGEST_JOINT: usize = 24;

/// What stands around a number.
#[derive(Clone, Copy, Debug)]
pub(super) struct Evidence {
    /// It goes on the list that the citation before is the last of, and stands as that one does.
    continues: Option<Standing>,
    /// How near a word stands that says it is a paper.
    paper: Option<Distance>,
    /// Whether a word of its sentence is one of titles.
    title: bool,
    /// The word near it that says it is something else.
    against: Option<Says>,
    /// What stands right before it, or before its parenthesis.
    foot: Foot,
}

/// How near a word stands.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Distance {
    /// Nothing but a name stands between.
    Beside,
    /// Within the sentence.
    Apart,
}

/// What stands right before a number in parentheses.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Foot {
    /// Nothing that it could belong to: a particle, a sign, the beginning of a paragraph.
    Free,
    /// A word.
    Word,
    /// A noun in the plural, which it could count.
    Counted,
    /// Another number.
    Number,
}

/// Whether a number stands right behind an opening parenthesis.
pub(super) fn is_enclosed(before: &str) -> bool {
    before_sep(before).ends_with('(')
}

impl Evidence {
    /// `before` is the text between the citation before and this one, which stands right behind an opening parenthesis or not.
    pub(super) fn of(before: &str, previous: Option<&Citation>, enclosed: bool) -> Self {
        let opening = |sign: char| sign.is_whitespace() || sign == '(';
        let front = if enclosed { before.trim_end_matches(opening) } else { before };
        let mut evidence = Self {
            continues: continues(before, previous),
            paper: None,
            title: false,
            against: None,
            foot: foot(front),
        };
        let mut beside = true;
        for (at, word) in backwards(front).enumerate() {
            let said = says(word);
            match said {
                Says::Cue if !beside => {}
                Says::Paper | Says::Cue => {
                    let distance = if beside { Distance::Beside } else { Distance::Apart };
                    evidence.paper.get_or_insert(distance);
                }
                Says::Title => evidence.title = true,
                Says::Amount if at < AMOUNT_WITHIN => {
                    evidence.against.get_or_insert(said);
                }
                Says::Other if at < OTHER_WITHIN => evidence.against = Some(said),
                _ => {}
            }
            beside &= matches!(said, Says::Name | Says::Particle | Says::Cue);
        }
        evidence
    }

    /// Of a dossier with a signed number, a form that hardly anything else has; none where it is something else.
    pub(super) fn of_numbered(self, input: &Input<'_>) -> Option<Standing> {
        self.standing(self.paper.is_some() || is_named_behind(input))
    }

    /// Of a form that a range or a number of another kind may have, too.
    pub(super) fn of_joined(self, input: &Input<'_>, enclosed: bool) -> Option<Standing> {
        let said = match self.paper {
            Some(Distance::Beside) => true,
            Some(Distance::Apart) => enclosed,
            None => false,
        };
        self.standing(said || is_named_behind(input))
    }

    /// Of a number alone in parentheses, which may well be an amount; grouped (`29 521`) it looks like one.
    pub(super) fn of_enclosed(self, grouped: bool) -> Option<Standing> {
        let titled = self.paper.is_some() || self.title;
        let trusted = match self.foot {
            Foot::Free => true,
            Foot::Word => titled || !grouped,
            Foot::Counted => titled,
            Foot::Number => false,
        };
        match self.paper {
            _ if !trusted || self.against.is_some() => None,
            Some(Distance::Beside) => Some(Standing::Stated),
            _ => Some(Standing::Unconfirmed),
        }
    }

    fn standing(self, stated: bool) -> Option<Standing> {
        match self.continues {
            _ if self.against == Some(Says::Other) => None,
            _ if stated => Some(Standing::Stated),
            Some(standing) => Some(standing),
            None => Some(Standing::Unconfirmed),
        }
    }
}

/// What the text in front of a parenthesis ends with.
fn foot(front: &str) -> Foot {
    if front.trim_end().ends_with([':', ';', ',', '.', ')', ']', '?', '!']) && !front.ends_with("c.s.") {
        return Foot::Free;
    }
    // A cell of a table holds sums as well as papers.
    if front.trim_end().ends_with('|') {
        return Foot::Counted;
    }
    let mut words = backwards(front);
    let Some(last) = words.next() else { return Foot::Free };
    let word = last.trim_matches(|sign: char| !sign.is_alphanumeric());
    let year = word.len() == 4 && word.parse().is_ok_and(|year| (1800..2100).contains(&year));
    if word.ends_with(|sign: char| sign.is_ascii_digit()) {
        // `Belastingplan 2018` is a title, `in 2018` is none.
        let titled =
            words.next().is_some_and(|word| matches!(says(word), Says::Name | Says::Title | Says::Paper));
        return if year && titled { Foot::Word } else { Foot::Number };
    }
    let plural = word.len() > 4 && (word.ends_with("en") || word.ends_with('s'));
    match says(last) {
        Says::Particle => Foot::Free,
        Says::Nothing if plural => Foot::Counted,
        _ => Foot::Word,
    }
}

/// Whether nothing stands between the citation before and here but what joins the members of a list; then how that one stands.
fn continues(between: &str, previous: Option<&Citation>) -> Option<Standing> {
    let previous = previous.filter(|previous| previous.family == Family::Kamerstuk)?;
    let joins = |word: &str| {
        matches!(word.trim_matches([',', ';', '(', ')', '-', '–']), "" | "en" | "of" | "alsmede" | "resp.")
    };
    let joined =
        between.len() <= LONGEST_JOINT && !between.contains("\n\n") && between.split_whitespace().all(joins);
    match previous.standing {
        Standing::Stated | Standing::Unconfirmed if joined => Some(previous.standing),
        _ => None,
    }
}

/// Whether the word behind a citation says that it is a paper: `36410-V-45, motie-Kuzu`, `29 544, nr. 959 (brief)`.
fn is_named_behind(input: &Input<'_>) -> bool {
    let mut behind = *input;
    let _ = alt((comma, dash, (sep, alt(('(', ':')), sep).void(), sep)).parse_next(&mut behind);
    let word = rest(&behind).split(|sign: char| sign.is_whitespace() || matches!(sign, ')' | ',')).next();
    let closes = stands(input, (sep, ')'));
    !closes && word.is_some_and(|word| says(word) == Says::Paper)
}
