//! How far the text around a number confirms that it is a citation.

use winnow::Parser;
use winnow::combinator::alt;

use super::super::grammar::{Input, comma, dash, rest, sep, stands};
use super::super::{Citation, Family, Standing};
use super::tokens::ends_with;
use super::words::{Says, backwards, says};

/// So many words before a number may tell that it is an amount.
const AMOUNT_WITHIN: usize = 4;

/// So many words before a number may tell that it is one of another kind.
const OTHER_WITHIN: usize = 2;

/// What stands around a number.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Evidence {
    /// It goes on the list that the citation before is the last of, and stands as that one does.
    continues: Option<Standing>,
    /// A word of its sentence says that it is a paper.
    paper: bool,
    /// That word stands beside it, with nothing between but a name.
    beside: bool,
    /// A word of its sentence is one of titles.
    title: bool,
    /// A word beside it says that it is an amount.
    amount: bool,
    /// A word beside it says that it is a number of another kind.
    other: bool,
    /// No noun stands right before it that it could count.
    uncounted: bool,
}

/// Whether a number stands right behind an opening parenthesis.
pub(super) fn is_enclosed(before: &str) -> bool {
    ends_with(before, "(", |input| ('(', sep).void().parse_next(input)).is_some()
}

impl Evidence {
    /// `before` is the text between the citation before and this one, which stands right behind an opening parenthesis or not.
    pub(super) fn of(before: &str, previous: Option<&Citation>, enclosed: bool) -> Self {
        let mut evidence =
            Self { continues: continues(before, previous), uncounted: true, ..Self::default() };
        let front = if enclosed {
            before.trim_end_matches(|sign: char| sign.is_whitespace() || sign == '(')
        } else {
            before
        };
        let mut only_names = true;
        for (at, word) in backwards(front).enumerate() {
            let said = says(word);
            if at == 0 {
                evidence.uncounted = !counts(word, said, front);
            }
            match said {
                Says::Cue if !only_names => {}
                Says::Paper | Says::Cue => {
                    evidence.paper = true;
                    evidence.beside = only_names;
                    break;
                }
                Says::Title => evidence.title = true,
                Says::Amount => evidence.amount |= at < AMOUNT_WITHIN,
                Says::Other => evidence.other |= at < OTHER_WITHIN,
                Says::Name | Says::Nothing => {}
            }
            only_names &= said == Says::Name;
        }
        evidence
    }

    /// Of a dossier with a signed number, a form that hardly anything else has; none where it is something else.
    pub(super) fn of_numbered(self, input: &Input<'_>) -> Option<Standing> {
        self.standing(self.paper || is_named_behind(input))
    }

    /// Of a form that a range or a number of another kind may have, too.
    pub(super) fn of_joined(self, input: &Input<'_>, enclosed: bool) -> Option<Standing> {
        self.standing(self.beside || (self.paper && enclosed) || is_named_behind(input))
    }

    /// Of a number alone in parentheses, which may well be an amount; `len` bytes long.
    pub(super) fn of_enclosed(self, len: usize) -> Option<Standing> {
        let grouped = len > 5;
        let trusted = self.paper || self.title || self.uncounted;
        match () {
            () if self.amount || self.other => None,
            () if self.beside => Some(Standing::Stated),
            () if grouped && !trusted => None,
            () => trusted.then_some(Standing::Unconfirmed),
        }
    }

    fn standing(self, stated: bool) -> Option<Standing> {
        match self.continues {
            _ if self.other => None,
            _ if stated => Some(Standing::Stated),
            Some(standing) => Some(standing),
            None => Some(Standing::Unconfirmed),
        }
    }
}

/// Whether the last word before a number is a noun that it could count, or a number itself.
fn counts(word: &str, said: Says, front: &str) -> bool {
    if front.trim_end().ends_with([':', ';', ',', '.']) {
        return false;
    }
    let word = word.trim_matches(|sign: char| !sign.is_alphanumeric());
    let plural = word.len() > 4 && (word.ends_with("en") || word.ends_with('s'));
    match said {
        Says::Nothing => plural || word.ends_with(|sign: char| sign.is_ascii_digit()),
        _ => false,
    }
}

/// Whether nothing stands between the citation before and here but what joins the members of a list; then how that one stands.
fn continues(between: &str, previous: Option<&Citation>) -> Option<Standing> {
    let previous = previous.filter(|previous| previous.family == Family::Kamerstuk)?;
    let joins = |word: &str| {
        matches!(word.trim_matches([',', ';', '(', ')', '-', '–']), "" | "en" | "of" | "alsmede" | "resp.")
    };
    let joined = between.len() < 24 && !between.contains("\n\n") && between.split_whitespace().all(joins);
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
