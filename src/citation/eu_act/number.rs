//! The number of an act, and which act of the European Union it is: which half is the year differs by kind and time.

use winnow::Parser;
use winnow::combinator::not;
use winnow::token::{one_of, take_while};

use crate::citation::grammar::{Input, Parsed, attempt, here, only_if, sep};
use crate::citation::{Problem, ProblemKind};
use crate::identifier::{DocumentId, Series};
use crate::text::Span;

/// What an act is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Kind {
    Regulation,
    Directive,
    Decision,
    FrameworkDecision,
    Recommendation,
    CommonPosition,
}

impl Kind {
    /// Its letter in CELEX numbers.
    const fn letter(self) -> char {
        match self {
            Self::Regulation => 'R',
            Self::Directive => 'L',
            Self::Decision => 'D',
            Self::FrameworkDecision => 'F',
            Self::Recommendation => 'H',
            Self::CommonPosition => 'E',
        }
    }
}

/// A number as printed.
pub(super) struct Number<'a> {
    first: &'a str,
    second: &'a str,
    /// `/EG`
    pub community: bool,
    /// Without the community.
    halves: Span,
    pub span: Span,
}

/// An act, and what is wrong with the way in which it is written.
pub(super) struct Act {
    pub id: DocumentId,
    pub problem: Option<Problem>,
}

/// `95/46/EG`, `1060/2009`; a date (`12/05/2009`) is none.
pub(super) fn number<'a>(input: &mut Input<'a>) -> Parsed<Number<'a>> {
    let start = here(input);
    let first = digits(input)?;
    (sep, '/', sep).void().parse_next(input)?;
    let second = digits(input)?;
    let halves = Span::new(start, here(input));
    let community = attempt(input, (sep, '/', sep, community)).is_some();
    let date = (one_of(['/', '-']), one_of(|sign: char| sign.is_ascii_digit()));
    not(date).parse_next(input)?;
    Ok(Number { first, second, community, halves, span: Span::new(start, here(input)) })
}

fn digits<'a>(input: &mut Input<'a>) -> Parsed<&'a str> {
    let digits: &str = take_while(1..=4, |sign: char| sign.is_ascii_digit()).parse_next(input)?;
    not(one_of(|sign: char| sign.is_ascii_digit())).parse_next(input)?;
    Ok(digits)
}

/// One of the communities and policies that numbers name.
pub(super) fn community(input: &mut Input<'_>) -> Parsed<()> {
    let name: &str = take_while(2..=7, char::is_alphabetic).parse_next(input)?;
    only_if(matches!(
        name,
        "EU" | "EG" | "EEG" | "EGKS" | "Euratom" | "EURATOM" | "JBZ" | "GBVB" | "JHA" | "EC"
    ))
}

/// The order of the halves of a number.
enum Order {
    YearFirst(u16),
    YearLast(u16),
    /// The year stands last and belongs in front.
    MeantFirst(u16),
    /// The year stands in front and belongs last.
    MeantLast(u16),
}

impl Number<'_> {
    /// The act of this kind, where the number leaves no doubt. `european` is whether `(EU)` or `/EG` stands with it, `sign` whether `nr.` does.
    pub(super) fn act(&self, kind: Kind, european: bool, sign: bool) -> Option<Act> {
        let (first, second) = (self.first, self.second);
        let (year, serial, correction) = match self.order(kind, european, sign)? {
            Order::YearFirst(year) => (year, second, None),
            Order::YearLast(year) => (year, first, None),
            Order::MeantFirst(year) => (year, first, Some(format!("{second}/{first}"))),
            Order::MeantLast(year) => (year, second, Some(format!("{second}/{first}"))),
        };
        // Only careless numbers, and those of others, begin with nought.
        let serial: u16 = serial.parse().ok().filter(|_| european || !serial.starts_with('0'))?;
        let name = format!("3{year}{}{serial:04}", kind.letter());
        let problem = |correction| Problem {
            span: self.halves,
            kind: ProblemKind::ActNumberOrder,
            correction: Some(correction),
        };
        let id = DocumentId::Named(Series::Celex, name.into());
        (serial > 0).then(|| Act { id, problem: correction.map(problem) })
    }

    fn order(&self, kind: Kind, european: bool, sign: bool) -> Option<Order> {
        let whole = |digits: &str| year(digits).filter(|_| digits.len() == 4);
        match (kind, year(self.first), year(self.second)) {
            // `2019/2020` may be a season.
            (_, Some(first), Some(second)) if second == first + 1 && !european => None,
            // Up to 2014 the year stood last, and a sign in front of the number is of that time.
            (Kind::Regulation, Some(2015..), Some(second)) if sign && second < 2015 => {
                Some(Order::YearLast(second))
            }
            // Municipalities number theirs so, too, and have no hundred of them in a year.
            (Kind::Regulation, Some(2015..), _) if !european && self.second.len() < 3 => None,
            (Kind::Regulation, Some(first @ 2015..), _) | (Kind::Directive, Some(first), _) => {
                Some(Order::YearFirst(first))
            }
            (Kind::Regulation, _, Some(second)) if second < 2015 => Some(Order::YearLast(second)),
            (Kind::Regulation, None, Some(second)) if european => Some(Order::MeantFirst(second)),
            (Kind::Regulation, _, None) if european => whole(self.first).map(Order::MeantLast),
            (Kind::Regulation, ..) => None,
            (Kind::Directive, ..) if european => whole(self.second).map(Order::MeantFirst),
            _ if !european => None,
            // Parliament and Council number decisions of theirs the other way round, `nr. 1982/2006/EG`.
            (Kind::Decision, None, Some(second)) => Some(Order::YearLast(second)),
            (Kind::Decision, Some(_), Some(second)) if self.community && self.second.len() == 4 => {
                Some(Order::YearLast(second))
            }
            (_, first, _) => first.map(Order::YearFirst),
        }
    }
}

/// A year of the communities, in four digits or, up to the turn of the century, in two.
fn year(digits: &str) -> Option<u16> {
    let number: u16 = digits.parse().ok()?;
    match digits.len() {
        4 => Some(number).filter(|year| (1952..2100).contains(year)),
        2 => Some(1900 + number).filter(|year| *year >= 1952),
        _ => None,
    }
}
