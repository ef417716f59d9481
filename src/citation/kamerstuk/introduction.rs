//! What stands between a keyword and the dossier: the chamber, the session year, and words that add nothing.

use winnow::Parser;
use winnow::combinator::{alt, opt};
use winnow::token::{one_of, take_while};

use crate::citation::grammar::{
    EmptyError, Input, Parsed, WrittenSession, attempt, comma, dossier, kamer, next_char, number_sign,
    only_if, sep, session, session_word, some_sep, spanned, stands, word, written_number,
};
use crate::citation::{Problem, ProblemKind};
use crate::identifier::{Kamer, SessionYear};
use crate::text::Span;

use super::keyword;
use super::papers::is_full;

/// What is said in front of a dossier.
#[derive(Clone, Debug, Default)]
pub(in crate::citation) struct Stated {
    /// The chamber, where one is named.
    pub kamer: Option<Kamer>,
    /// The session year, where one is named.
    pub session: Option<SessionYear>,
    /// Whether a chamber or a session is named, be it both chambers or a session that is none.
    pub anything: bool,
    /// What is wrong with the chamber or the session year.
    pub problem: Option<Problem>,
}

/// One of the things that may be said.
enum Part {
    Kamer(Option<Kamer>),
    /// What stands in the place of a chamber and is none.
    NoKamer(Span),
    Session(WrittenSession),
    Word,
}

/// Reads all that is said in front of a dossier, in whatever order; there may be nothing.
pub(in crate::citation) fn stated(input: &mut Input<'_>) -> Stated {
    let mut stated = Stated::default();
    while let Some(part) = attempt(input, parted) {
        stated.take(part);
    }
    stated
}

impl Stated {
    /// What is said further on counts, too.
    pub(super) fn take_all(&mut self, input: &mut Input<'_>) {
        while let Some(part) = attempt(input, parted) {
            self.take(part);
        }
    }

    fn take(&mut self, part: Part) {
        match part {
            Part::Word => return,
            Part::Kamer(kamer) => self.kamer = kamer,
            Part::NoKamer(span) => {
                let kind = ProblemKind::MalformedKamer;
                self.problem = Some(Problem { span, kind, correction: None });
            }
            Part::Session(written) => {
                self.session = written.session;
                self.problem = session_problem(written).or(self.problem.take());
            }
        }
        self.anything = true;
    }
}

/// One part and what stands in front of it, also in parentheses: `Kamerstukken (II) 2019/20`.
fn parted(input: &mut Input<'_>) -> Parsed<Part> {
    (sep, opt(one_of([',', ':'])), sep).parse_next(input)?;
    if opt('(').parse_next(input)?.is_none() {
        return part(input);
    }
    sep(input)?;
    let mut inside = part(input)?;
    while let Some(next) = attempt(input, |input: &mut Input<'_>| {
        (opt(comma), sep).parse_next(input)?;
        part(input)
    }) {
        // `(vergaderjaar 2019–2020)`: the word in front says less than what follows.
        inside = next;
    }
    (sep, ')').parse_next(input)?;
    Ok(inside)
}

fn part(input: &mut Input<'_>) -> Parsed<Part> {
    if next_char(input).is_some_and(|next| next.is_ascii_digit()) {
        return alt((kamer.map(Part::Kamer), session.map(Part::Session), single_year.map(|()| Part::Word)))
            .parse_next(input);
    }
    alt((
        kamer.map(Part::Kamer),
        no_kamer.map(Part::NoKamer),
        alt((session_word, label)).map(|()| Part::Word),
    ))
    .parse_next(input)
}

/// `Kamerstukken III 2019/20`: numerals in front of a session, where only those of a chamber can stand.
fn no_kamer(input: &mut Input<'_>) -> Parsed<Span> {
    only_if(matches!(next_char(input), Some('I' | 'V')))?;
    let numerals = take_while(1..=4, |sign: char| matches!(sign, 'I' | 'V'));
    let (_, span): (&str, Span) = spanned(input, numerals)?;
    only_if(stands(input, (opt(comma), sep, opt((session_word, sep)), session)))?;
    Ok(span)
}

/// `Kamerstukken II 2019, 29 521, nr. 385`: a single year in front of the dossier tells no session.
fn single_year(input: &mut Input<'_>) -> Parsed<()> {
    let (year, _) = spanned(input, written_number)?;
    let plausible = year.number().is_some_and(|year| (1900..2100).contains(&year));
    only_if(plausible && stands(input, (comma, full_dossier)))
}

/// `dossier`, `nr.`, `met nummer`, `wetsvoorstel`: words that say what the dossier behind them is.
fn label(input: &mut Input<'_>) -> Parsed<()> {
    if matches!(next_char(input), Some('k' | 'K')) {
        // `TK, vergaderjaar 2019–2020, Kamerstuk 29 521`
        alt((keyword::kamerstuk, keyword::kst)).parse_next(input)?;
        return only_if(stands(input, (opt(comma), sep, full_dossier)));
    }
    only_if(matches!(next_char(input), Some('d' | 'D' | 'w' | 'W' | 'n' | 'N' | 'm' | 'M' | 'o' | 'O')))?;
    let named = alt((word("dossier"), word("wetsvoorstel")));
    let named =
        (opt((word("met"), some_sep)), named, opt(alt((word("nummer"), (word("nr"), opt('.')).void()))));
    alt((named.void(), number_sign.void())).parse_next(input)?;
    only_if(stands(input, (opt(comma), sep, opt(number_sign), sep, full_dossier)))
}

fn full_dossier(input: &mut Input<'_>) -> Parsed<()> {
    dossier(input).ok().filter(is_full).map(|_| ()).ok_or(EmptyError)
}

fn session_problem(written: WrittenSession) -> Option<Problem> {
    if written.candidates.is_empty() {
        return None;
    }
    let correction = written.candidates.first().filter(|_| written.certain).cloned();
    let kind = ProblemKind::SessionYear { candidates: written.candidates };
    Some(Problem { span: written.span, kind, correction })
}
