//! The family of the Aanhangsel, the answers to written questions: `Aanhangsel Handelingen II 2014/15, nr. 1241`.
//!
//! ```text
//! citation   [ heading ]  keyword  heading  numbers  { connector heading numbers }
//! ```
//! The session may stand before the keyword, behind it, or behind the number. Where no chamber is named it is that of the letter.
//! The running foot of an answer, `Tweede Kamer, vergaderjaar 2024–2025, Aanhangsel 3`, ends with the number of the page: without `Handelingen` it takes an `nr.` to make a citation.

use winnow::Parser;
use winnow::combinator::{alt, opt};

use crate::identifier::{DocumentId, Kamer, Ondernummer, Series, SessionYear, Sessional};
use crate::text::Span;

use super::grammar::{
    Connector, EmptyError, Heading, Input, NumberSign, Parsed, attempt, comma, connector, dash, heading,
    here, is_bounded, is_day, number_sign, only_if, pin, range_sign, rest, sep, session, some_sep, spanned,
    word, written_number,
};
use super::recognise::{Grammar, Scene};
use super::{Citation, Example, Family, Form, Pin, Standing, Target};

/// A range names at most so many answers; a longer one is a slip of the pen.
const LONGEST_RANGE: u32 = 100;

/// Keyword first; what stands before it is sought from there. The last starts are those of a keyword that a line's end broke.
pub(super) static GRAMMAR: Grammar = Grammar {
    starts: &["Aanhang", "aanhang", "Aanh.", "ah-tk", "ah-ek", "Aan-", "aan-", "Aan\u{AD}", "aan\u{AD}"],
    digits: false,
    forms: &[
        Form {
            code: "answers",
            examples: &[
                Example {
                    printed: "Aanhangsel Handelingen II 2017/18, nr. 2210",
                    means: "ah-tk-20172018-2210",
                },
                Example {
                    printed: "Aanhangsel van de Handelingen, vergaderjaar 2021–2022, nrs. 310 en 311",
                    means: "ah-tk-20212022-310; ah-tk-20212022-311",
                },
                Example { printed: "Aanh. Hand. I 2019/20, nr. 4", means: "ah-ek-20192020-4" },
            ],
        },
        Form {
            code: "answers-session-first",
            examples: &[Example {
                printed: "2020–2021, Aanhangsel van de Handelingen, nr. 1733",
                means: "ah-tk-20202021-1733",
            }],
        },
        Form {
            code: "answers-half-typed",
            examples: &[Example { printed: "ah-tk-2018–2019, nr. 640", means: "ah-tk-20182019-640" }],
        },
    ],
    read: |input, scene| {
        if scene.is_within_word() {
            return None;
        }
        attempt(input, |input: &mut Input<'_>| half_typed(input, scene))
            .or_else(|| attempt(input, |input: &mut Input<'_>| citation(input, scene)))
    },
};

fn citation(input: &mut Input<'_>, scene: &Scene<'_>) -> Parsed<Citation> {
    let start = here(input);
    let mut stated = Heading::default();
    let keyword = keyword(input)?;
    heading(input, &mut stated);
    let mut start = start;
    if stated.session.is_none()
        && let Some((before, at)) = heading_before(scene)
    {
        stated = Heading { kamer: stated.kamer.or(before.kamer), ..before };
        start = at;
    }
    answers(input, start, stated, keyword, scene)
}

/// Which word the citation begins with.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Keyword {
    /// `Aanhangsel Handelingen`.
    Full,
    /// `Aanhangsel`, which many things have.
    Short,
}

fn keyword(input: &mut Input<'_>) -> Parsed<Keyword> {
    let of = (
        sep,
        alt((word("van"), word("bij"), word("op"), word("tot"), word("der"), word("de"))),
        some_sep,
        opt((alt((word("de"), word("het"))), some_sep)),
    );
    let record = (opt(of), sep, opt('-'), alt((word("handelingen"), (word("hand"), sep, '.').void()))).void();
    (alt((word("aanhangsel"), (word("aanh"), sep, '.').void())), opt(record))
        .map(|((), record)| if record.is_some() { Keyword::Full } else { Keyword::Short })
        .parse_next(input)
}

/// `Handelingen II 2012/13, Aanhangsel, nr. 1234`: goes on behind the heading of a citation of the record.
pub(super) fn within_record(
    input: &mut Input<'_>,
    start: usize,
    mut stated: Heading,
    scene: &Scene<'_>,
) -> Parsed<Citation> {
    (opt(comma), sep, word("aanhangsel")).parse_next(input)?;
    heading(input, &mut stated);
    answers(input, start, stated, Keyword::Full, scene)
}

/// `Kamervragen (Aanhangsel) 2018–2019, nr. 640`, `Kamervragen met antwoord 2018–2019, nr. 640`, `Kamervragen 2018–2019, nr. 640`: goes on behind the keyword.
pub(super) fn as_questions(input: &mut Input<'_>, start: usize, scene: &Scene<'_>) -> Parsed<Citation> {
    let aanhangsel = keyword.void();
    let answered = (some_sep, word("met"), some_sep, word("antwoord")).void();
    let bracket = opt(alt(((sep, '(', sep, aanhangsel, sep, ')').void(), answered))).parse_next(input)?;
    let mut stated = Heading::default();
    heading(input, &mut stated);
    let known = if bracket.is_some() { Keyword::Full } else { Keyword::Short };
    answers(input, start, stated, known, scene)
}

/// `ah-tk-2017–2018, nr. 2509`: an identifier whose session is written as in print.
fn half_typed(input: &mut Input<'_>, scene: &Scene<'_>) -> Parsed<Citation> {
    let start = here(input);
    let kamer = alt(("ah-tk", "ah-ek")).parse_next(input)?;
    let kamer = Kamer::from_code(&kamer[3..]);
    alt((dash, some_sep)).parse_next(input)?;
    let coded = |input: &mut Input<'_>| {
        let code: &str = rest(input).get(..8).ok_or(EmptyError)?;
        let session = SessionYear::from_code(code).ok_or(EmptyError)?;
        winnow::stream::Stream::next_slice(input, 8);
        // With a hyphen it is an identifier in order.
        only_if(!rest(input).starts_with('-')).map(|()| session)
    };
    let session = alt((coded, session.verify_map(|written| written.session))).parse_next(input)?;
    let stated = Heading { kamer, ..Heading::default() };
    let mut found = Found::new(&stated, scene);
    found.session = Some(session);
    attempt(input, dash);
    numbers(input, Keyword::Full, &mut found)?;
    Ok(found.citation(Span::new(start, here(input)), kamer))
}

/// The numbers and what follows them, once heading and keyword have been read.
fn answers(
    input: &mut Input<'_>,
    start: usize,
    mut stated: Heading,
    keyword: Keyword,
    scene: &Scene<'_>,
) -> Parsed<Citation> {
    let mut found = Found::new(&stated, scene);
    numbers(input, keyword, &mut found)?;
    if stated.session.is_none() {
        heading(input, &mut stated);
        let numbers = found.numbers;
        found = Found { numbers, ..Found::new(&stated, scene) };
    }
    // Numbers begin anew in each session, so that one without its session names nothing.
    only_if(stated.session.is_some())?;
    found.close();
    loop {
        let next = attempt(input, |input: &mut Input<'_>| {
            connector(input)?;
            let mut next = Heading { kamer: stated.kamer, ..Heading::default() };
            heading(input, &mut next);
            only_if(next.session.is_some())?;
            found.turn_to(&next);
            numbers(input, Keyword::Full, &mut found)
        });
        if next.is_none() {
            break;
        }
        found.close();
    }
    Ok(found.citation(Span::new(start, here(input)), stated.kamer))
}

/// Chamber and session in front of the keyword, and where they begin: `2023–2024, Aanhangsel van de Handelingen`.
fn heading_before(scene: &Scene<'_>) -> Option<(Heading, usize)> {
    /// The longest is `Tweede Kamer der Staten-Generaal, vergaderjaar 2023–2024, `.
    const REACH: usize = 70;
    let before = scene.before;
    let from = before.ceil_char_boundary(before.len().saturating_sub(REACH));
    let mut last = ' ';
    for (at, sign) in before[from..].char_indices() {
        let begins = sign.is_alphanumeric() && !last.is_alphanumeric();
        last = sign;
        if !begins {
            continue;
        }
        let start = scene.floor() + from + at;
        let mut input = scene.input_at(start);
        let mut found = Heading::default();
        heading(&mut input, &mut found);
        let _ = attempt(&mut input, comma).or_else(|| attempt(&mut input, sep));
        if here(&input) == scene.start() && found.session.is_some() && found.date.is_none() {
            return Some((found, start));
        }
    }
    None
}

/// A number as printed, or one inside a range.
struct Number {
    value: u32,
    span: Span,
    pin: Option<Pin>,
}

/// `nr. 12`, `nrs. 12, 13 en 15-17`, and `12` where the keyword leaves no doubt.
fn numbers(input: &mut Input<'_>, keyword: Keyword, found: &mut Found) -> Parsed<()> {
    (opt(comma), sep).parse_next(input)?;
    let sign = attempt(input, (number_sign, sep)).map(|(sign, ())| sign);
    only_if(sign.is_some() || keyword == Keyword::Full)?;
    let first = spanned(input, number)?;
    only_if(sign.is_some() || (is_bounded(input) && !(1900..2100).contains(&first.0)))?;
    let mut several = sign == Some(NumberSign::Several);
    found.read(input, first);
    loop {
        let next = attempt(input, |input: &mut Input<'_>| {
            let joined = connector(input)?;
            let sign = attempt(input, (number_sign, sep)).map(|(sign, ())| sign);
            let next = spanned(input, number)?;
            let believed = match sign {
                Some(_) => true,
                None if several => joined != Connector::Semicolon,
                None => joined == Connector::And && is_bounded(input),
            };
            // `nr. 12 en 2015/16, nr. 33` begins with another session.
            let is_session = rest(input).starts_with(['/', '-', '–']) && (1900..2100).contains(&next.0);
            only_if(believed && !is_day(input) && !is_session).map(|()| (sign, next))
        });
        let Some((sign, next)) = next else { return Ok(()) };
        several |= sign == Some(NumberSign::Several);
        found.read(input, next);
    }
}

fn number(input: &mut Input<'_>) -> Parsed<u32> {
    written_number.verify_map(Ondernummer::number).verify(|&number| number > 0).parse_next(input)
}

/// What has been found so far, and of which chamber and session the next number is.
struct Found {
    kamer: Kamer,
    session: Option<SessionYear>,
    numbers: Vec<Number>,
    targets: Vec<Target>,
    problems: Vec<super::Problem>,
}

impl Found {
    fn new(stated: &Heading, scene: &Scene<'_>) -> Self {
        let own = Some(scene.context.kamer()).filter(|&kamer| kamer != Kamer::Verenigd);
        let kamer = own.unwrap_or(Kamer::Tweede);
        let mut found =
            Self { kamer, session: None, numbers: Vec::new(), targets: Vec::new(), problems: Vec::new() };
        found.turn_to(stated);
        found
    }

    fn turn_to(&mut self, stated: &Heading) {
        self.kamer = stated.kamer.unwrap_or(self.kamer);
        self.session = stated.session.as_ref().and_then(|written| written.session);
        self.problems.extend(stated.problem());
    }

    /// Keeps a number, what a range behind it adds, and the page behind that.
    fn read(&mut self, input: &mut Input<'_>, (first, span): (u32, Span)) {
        self.numbers.push(Number { value: first, span, pin: None });
        let last = attempt(input, |input: &mut Input<'_>| {
            range_sign(input)?;
            let (last, last_span) = spanned(input, number)?;
            only_if(first < last && last - first <= LONGEST_RANGE && !is_day(input))?;
            Ok((last, last_span))
        });
        if let Some((last, last_span)) = last {
            let span = span.join(last_span);
            self.numbers.extend((first + 1..=last).map(|value| Number { value, span, pin: None }));
        }
        let pin = attempt(input, pin);
        if let Some(number) = self.numbers.last_mut() {
            number.pin = pin;
        }
    }

    /// Makes targets of the numbers that belong to the session.
    fn close(&mut self) {
        for Number { value, span, pin } in self.numbers.drain(..) {
            let Some(session) = self.session else { continue };
            let (series, kamer, numbers) = (Series::Aanhangsel, self.kamer, vec![value]);
            let id = DocumentId::Sessional(Sessional { series, kamer, session, numbers });
            let own = pin.as_ref().map_or(span, |pin| span.join(pin.span));
            self.targets.push(Target { span: own, id, dossiers: Vec::new(), pin, number_span: Some(span) });
        }
    }

    fn citation(mut self, span: Span, kamer: Option<Kamer>) -> Citation {
        self.close();
        if let [only] = &mut self.targets[..] {
            only.span = span;
        }
        Citation {
            span,
            family: Family::Aanhangsel,
            targets: self.targets,
            kamer,
            session: self.session,
            standing: Standing::Stated,
            pages: Vec::new(),
            problems: self.problems,
        }
    }
}

#[cfg(test)]
mod tests;
