//! The numbers of answers, and what they become: `nr. 12`, `nrs. 12, 13 en 15-17`.

use winnow::Parser;
use winnow::combinator::opt;

use crate::identifier::{DocumentId, Kamer, Ondernummer, Series, SessionYear, Sessional};
use crate::text::Span;

use super::super::grammar::{
    Connector, Heading, Input, NumberSign, Parsed, attempt, comma, connector, is_bounded, is_day,
    number_sign, only_if, pin, range_sign, rest, sep, spanned, written_number,
};
use super::super::recognise::Scene;
use super::super::{Citation, Family, Pin, Problem, Standing, Target};
use super::Keyword;

/// A range names at most so many answers; a longer one is a slip of the pen.
const LONGEST_RANGE: u32 = 100;

/// A number as printed, or one inside a range.
#[derive(Debug)]
pub(super) struct Number {
    value: u32,
    span: Span,
    pin: Option<Pin>,
    /// Whether it is printed, and not only inside a range.
    printed: bool,
}

/// `nr. 12`, `nrs. 12, 13 en 15-17`, and `12` where the keyword leaves no doubt.
pub(super) fn numbers(input: &mut Input<'_>, keyword: Keyword) -> Parsed<Vec<Number>> {
    (opt(comma), sep).parse_next(input)?;
    let sign = attempt(input, (number_sign, sep)).map(|(sign, ())| sign);
    only_if(sign.is_some() || keyword == Keyword::Full)?;
    let first = spanned(input, number)?;
    only_if(sign.is_some() || (is_bounded(input) && !is_year(first.0)))?;
    let mut found = Vec::new();
    push(input, first, &mut found);
    let mut several = sign == Some(NumberSign::Several);
    while let Some((sign, next)) = attempt(input, |input: &mut Input<'_>| next_number(input, several)) {
        several |= sign == Some(NumberSign::Several);
        push(input, next, &mut found);
    }
    Ok(found)
}

fn next_number(input: &mut Input<'_>, several: bool) -> Parsed<(Option<NumberSign>, (u32, Span))> {
    let joined = connector(input)?;
    let sign = attempt(input, (number_sign, sep)).map(|(sign, ())| sign);
    let next = spanned(input, number)?;
    let believed = match sign {
        Some(_) => true,
        None if several => joined != Connector::Semicolon,
        None => joined == Connector::And && is_bounded(input),
    };
    // `nr. 12 en 2015/16, nr. 33` goes on with another session.
    let session = is_year(next.0) && rest(input).starts_with(['/', '-', '–']);
    only_if(believed && !is_day(input) && !session).map(|()| (sign, next))
}

fn number(input: &mut Input<'_>) -> Parsed<u32> {
    written_number.verify_map(Ondernummer::number).verify(|&number| number > 0).parse_next(input)
}

fn is_year(number: u32) -> bool {
    (1900..2100).contains(&number)
}

/// Keeps a number, what a range behind it adds, and the page behind that.
fn push(input: &mut Input<'_>, (first, span): (u32, Span), found: &mut Vec<Number>) {
    found.push(Number { value: first, span, pin: None, printed: true });
    let last = attempt(input, |input: &mut Input<'_>| {
        range_sign(input)?;
        let (last, last_span) = spanned(input, number)?;
        only_if(first < last && last - first <= LONGEST_RANGE && !is_day(input))?;
        Ok((last, last_span))
    });
    if let Some((last, last_span)) = last {
        let whole = span.join(last_span);
        let inside = |value| Number { value, span: whole, pin: None, printed: false };
        found.extend((first + 1..last).map(inside));
        found.push(Number { value: last, span: last_span, pin: None, printed: true });
    }
    let pin = attempt(input, pin);
    if let Some(number) = found.last_mut() {
        number.pin = pin;
    }
}

/// What has been found so far.
pub(super) struct Found {
    /// The chamber of what does not name one.
    kamer: Kamer,
    /// The chamber and the session that were said first.
    stated: Option<Kamer>,
    session: Option<SessionYear>,
    targets: Vec<Target>,
    problems: Vec<Problem>,
}

impl Found {
    /// The answers of one chamber and session.
    pub(super) fn new(scene: &Scene<'_>, stated: &Heading, numbers: Vec<Number>) -> Self {
        // No questions are put to both chambers together.
        let kamer = Some(scene.context.kamer()).filter(|&kamer| kamer != Kamer::Verenigd);
        let mut found = Self {
            kamer: kamer.unwrap_or(Kamer::Tweede),
            stated: stated.kamer,
            session: stated.session_year(),
            targets: Vec::new(),
            problems: Vec::new(),
        };
        found.push(stated, numbers);
        found
    }

    /// Adds answers. Where the session is none, nothing can be said of them.
    pub(super) fn push(&mut self, stated: &Heading, numbers: Vec<Number>) {
        self.problems.extend(stated.problem());
        self.kamer = stated.kamer.unwrap_or(self.kamer);
        let Some(session) = stated.session_year() else { return };
        for Number { value, span, pin, printed } in numbers {
            let (series, kamer, numbers) = (Series::Aanhangsel, self.kamer, vec![value]);
            let id = DocumentId::Sessional(Sessional { series, kamer, session, numbers });
            let own = pin.as_ref().map_or(span, |pin| span.join(pin.span));
            self.targets.push(Target {
                span: own,
                id,
                dossiers: Vec::new(),
                pin,
                number_span: printed.then_some(span),
            });
        }
    }

    /// One citation of all of them.
    pub(super) fn citation(mut self, span: Span) -> Citation {
        if let [only] = &mut self.targets[..] {
            only.span = span;
        }
        Citation {
            span,
            family: Family::Aanhangsel,
            targets: self.targets,
            kamer: self.stated,
            session: self.session,
            standing: Standing::Stated,
            pages: Vec::new(),
            problems: self.problems,
        }
    }
}
