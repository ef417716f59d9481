//! The family of the Aanhangsel, the answers to written questions: `Aanhangsel Handelingen II 2014/15, nr. 1241`.
//!
//! ```text
//! citation   [ heading ]  keyword  heading  numbers  { connector heading numbers }
//! ```
//! The session may stand before the keyword, behind it, or behind the number. Where no chamber is named it is that of the letter.
//! The running foot of an answer, `Tweede Kamer, vergaderjaar 2024–2025, Aanhangsel 3`, ends with the number of the page: without `Handelingen` it takes an `nr.` to make a citation.

mod numbers;

use winnow::Parser;
use winnow::combinator::{alt, not, opt, peek};
use winnow::token::{one_of, take_while};

use crate::identifier::{Kamer, SessionYear};
use crate::text::Span;

use super::first_look::{Behind, Look};
use super::grammar::{
    EmptyError, Heading, Input, Parsed, WrittenSession, attempt, comma, connector, dash, heading, here, lead,
    only_if, rest, sep, session, some_sep, spanned, word,
};
use super::recognise::{Grammar, Scene};
use super::{Citation, Example, Form};

use numbers::{Found, numbers};

/// Keyword first, `AH` from the session behind it; what stands before it is sought from there. The last starts are those of a keyword that a line's end broke.
pub(super) static GRAMMAR: Grammar = Grammar {
    starts: &["Aanhang", "aanhang", "Aanh.", "ah-tk", "ah-ek", "Aan-", "aan-", "Aan\u{AD}", "aan\u{AD}"],
    // The session behind `AH`: `2012/13`, `20122013`.
    numbers: &[
        Look { digits: 2..=4, behind: &[Behind::Slash, Behind::Hyphen, Behind::Markup], ..Look::ANY },
        Look { digits: 8..=8, ..Look::ANY },
    ],
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
                Example { printed: "AH 2012/13, 2318", means: "ah-tk-20122013-2318" },
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
        if rest(input).starts_with(|sign: char| sign.is_ascii_digit()) {
            return behind_initials(input, scene);
        }
        if scene.is_within_word() {
            return None;
        }
        attempt(input, |input: &mut Input<'_>| half_typed(input, scene))
            .or_else(|| attempt(input, |input: &mut Input<'_>| citation(input, scene)))
    },
};

fn citation(input: &mut Input<'_>, scene: &Scene<'_>) -> Parsed<Citation> {
    let start = here(input);
    let (keyword, bracket) = keyword(input)?;
    let plain = |input: &mut Input<'_>| behind_keyword(input, start, keyword, scene);
    if !bracket && let Some(found) = attempt(input, plain) {
        return Ok(found);
    }
    // `Aanhangsel van de Handelingen (vergaderjaar 2011-2012, nr. 3001)`
    if !bracket {
        (sep, '(', sep).parse_next(input)?;
    }
    let mut found = plain(input)?;
    (sep, ')').parse_next(input)?;
    found.span.end = here(input);
    if let [only] = &mut found.targets[..] {
        only.span = found.span;
    }
    Ok(found)
}

fn behind_keyword(
    input: &mut Input<'_>,
    start: usize,
    keyword: Keyword,
    scene: &Scene<'_>,
) -> Parsed<Citation> {
    let mut stated = Heading::default();
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

/// `AH 2012/13, 2318`, `AH-TK 2012–2013, nr. 2318`: two capitals, which are too short to be sought for, at the session.
fn behind_initials(input: &Input<'_>, scene: &Scene<'_>) -> Option<Citation> {
    /// The longest is `AH Tweede Kamer, vergaderjaar `.
    const REACH: usize = 48;
    if !rest(input).starts_with(['1', '2'])
        || rest(input).as_bytes().get(4).is_none_or(u8::is_ascii_alphabetic)
    {
        return None;
    }
    let ((), len) = lead(scene.before, REACH, "A", |input: &mut Input<'_>| {
        initials(input)?;
        heading(input, &mut Heading::default());
        opt(comma).parse_next(input)?;
        sep(input)
    })?;
    let start = scene.start() - len;
    let mut input = scene.input_at(start);
    initials(&mut input).ok()?;
    let mut stated = Heading::default();
    heading(&mut input, &mut stated);
    answers(&mut input, start, stated, Keyword::Full, scene).ok()
}

fn initials(input: &mut Input<'_>) -> Parsed<()> {
    ("AH", opt(('-', peek(alt(("TK", "EK"))))), not(one_of(|next: char| next.is_ascii_lowercase())))
        .void()
        .parse_next(input)
}

/// Which word the citation begins with.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Keyword {
    /// `Aanhangsel Handelingen`.
    Full,
    /// `Aanhangsel`, which many things have.
    Short,
}

/// The words that the citation begins with, and whether they open a bracket: `Aanhangsel (Handelingen II …)`.
fn keyword(input: &mut Input<'_>) -> Parsed<(Keyword, bool)> {
    alt((word("aanhangsel"), (word("aanh"), sep, '.').void())).parse_next(input)?;
    if attempt(input, record).is_some() {
        Ok((Keyword::Full, false))
    } else if attempt(input, (sep, '(', record)).is_some() {
        Ok((Keyword::Full, true))
    } else {
        Ok((Keyword::Short, false))
    }
}

/// `Handelingen`, `van de Handelingen`, `-Handelingen`, `Hand.`
fn record(input: &mut Input<'_>) -> Parsed<()> {
    let of = (
        sep,
        alt((word("van"), word("bij"), word("op"), word("tot"), word("der"), word("de"))),
        some_sep,
        opt((alt((word("de"), word("het"))), some_sep)),
    );
    (opt(of), sep, opt('-'), alt((word("handelingen"), (word("hand"), sep, '.').void())))
        .void()
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
    let is_code = rest(input).bytes().take_while(u8::is_ascii_digit).count() == 8;
    let session = if is_code { coded_session(input)? } else { session(input)? };
    attempt(input, dash);
    let numbers = numbers(input, Keyword::Full)?;
    let stated = Heading { kamer, session: Some(session), ..Heading::default() };
    Ok(Found::new(scene, &stated, numbers).citation(Span::new(start, here(input))))
}

/// `20172018`, unless what follows makes it an identifier in order.
fn coded_session(input: &mut Input<'_>) -> Parsed<WrittenSession> {
    let (code, span): (&str, Span) = spanned(input, take_while(8, |sign: char| sign.is_ascii_digit()))?;
    let session = SessionYear::from_code(code).ok_or(EmptyError)?;
    only_if(!rest(input).starts_with('-'))?;
    Ok(WrittenSession { span, session: Some(session), candidates: Vec::new(), certain: true })
}

/// The numbers and what follows them, once heading and keyword have been read.
fn answers(
    input: &mut Input<'_>,
    start: usize,
    mut stated: Heading,
    keyword: Keyword,
    scene: &Scene<'_>,
) -> Parsed<Citation> {
    let list = numbers(input, keyword)?;
    if stated.session.is_none() {
        heading(input, &mut stated);
    }
    // Numbers begin anew in each session, so that one without its session names nothing.
    only_if(stated.session.is_some())?;
    let mut found = Found::new(scene, &stated, list);
    let further = |input: &mut Input<'_>| {
        connector(input)?;
        let mut next = Heading { kamer: stated.kamer, ..Heading::default() };
        heading(input, &mut next);
        only_if(next.session.is_some())?;
        let list = numbers(input, Keyword::Full)?;
        Ok((next, list))
    };
    while let Some((next, list)) = attempt(input, further) {
        found.push(&next, list);
    }
    Ok(found.citation(Span::new(start, here(input))))
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

#[cfg(test)]
mod tests;
