//! The family of Kamerstukken: `Kamerstuk 29 521, nr. 385`.
//!
//! ```text
//! citation   keyword  { chamber | session }  paper  { connector paper }
//! paper      dossier  { connector dossier }  [ number  { connector number } ]  [ pin ]
//! ```
//! The number of a joint paper belongs to the dossier named first.

use winnow::Parser;
use winnow::combinator::{alt, opt};
use winnow::stream::Stream;
use winnow::token::one_of;

use crate::identifier::{DocumentId, Dossier, Kamer, Kamerstuk, Ondernummer, SessionYear};
use crate::text::Span;

use super::grammar::{
    Connector, EmptyError, Input, NumberSign, Parsed, WrittenDossier, WrittenSession, attempt, comma,
    connector, dash, dossier, here, is_bounded, is_day, kamer, letters, next_char, number_sign, only_if, pin,
    range_sign, sep, session, session_word, some_sep, spanned, stands, word, written_number,
};
use super::recognise::Grammar;
use super::{Citation, DossierMention, Example, Family, Form, Pin, Problem, ProblemKind, Standing, Target};

/// Keyword first. The shorter starts are those of a keyword that a line's end broke.
pub(super) static GRAMMAR: Grammar = Grammar {
    starts: &[
        "Kamer",
        "kamer",
        "KAMER",
        "Ka-\n",
        "ka-\n",
        "Ka-\r",
        "ka-\r",
        "Ka-m",
        "ka-m",
        "Ka\u{AD}m",
        "ka\u{AD}m",
    ],
    digits: false,
    forms: &[
        Form {
            code: "house-style",
            examples: &[
                Example { printed: "Kamerstuk 29 521, nr. 385", means: "kst-29521-385" },
                Example { printed: "Kamerstuk 36 410 VI, nr. 12", means: "kst-36410-VI-12" },
            ],
        },
        Form {
            code: "chamber-and-session",
            examples: &[Example {
                printed: "Kamerstukken II 2009/10, 32450, nr. 3, p. 17",
                means: "kst-32450-3 p. 17",
            }],
        },
    ],
    read: |input, _| attempt(input, citation),
};

/// A range names at most so many papers; a longer one is a slip of the pen.
const LONGEST_RANGE: u32 = 100;

fn citation(input: &mut Input<'_>) -> Parsed<Citation> {
    let start = here(input);
    keyword(input)?;
    let stated = stated(input);
    let mut papers = vec![papers(input)?];
    while let Some(next) = attempt(input, further_papers) {
        papers.push(next);
    }
    let span = Span::new(start, here(input));
    let mut problems: Vec<Problem> = stated.problem.into_iter().collect();
    let mut targets = Vec::new();
    for group in &papers {
        group.targets(stated.kamer, stated.session, &mut targets);
        group.problems(&mut problems);
    }
    if let [only] = &mut targets[..] {
        only.span = span;
    }
    Ok(Citation {
        span,
        family: Family::Kamerstuk,
        targets,
        kamer: stated.kamer,
        session: stated.session,
        standing: Standing::Stated,
        pages: Vec::new(),
        problems,
    })
}

/// `Kamerstuk`, `Kamerstukken`, and what may stand right behind it.
fn keyword(input: &mut Input<'_>) -> Parsed<()> {
    (alt((word("kamerstukken"), word("kamerstuk"))), opt((sep, ':'))).parse_next(input)?;
    // Extraction loses the blank before a number or a chamber; before anything else it is another word.
    let glued_to_a_word = next_char(input).is_some_and(char::is_alphabetic) && !stands(input, kamer);
    only_if(!glued_to_a_word)
}

/// What stands between the keyword and the dossier.
#[derive(Default)]
struct Stated {
    kamer: Option<Kamer>,
    session: Option<SessionYear>,
    problem: Option<Problem>,
}

fn stated(input: &mut Input<'_>) -> Stated {
    enum Part {
        Kamer(Option<Kamer>),
        Session(WrittenSession),
        Word,
    }
    let mut stated = Stated::default();
    // `Kamerstukken II 2019, 29 521, nr. 385`: a single year in front of the dossier tells no session.
    let single_year = |input: &mut Input<'_>| {
        let (year, _) = spanned(input, written_number)?;
        let dossier_follows =
            stands(input, (comma, |input: &mut Input<'_>| only_if(is_full(&dossier(input)?))));
        only_if(is_year(year) && dossier_follows)
    };
    loop {
        let part = attempt(input, |input: &mut Input<'_>| {
            (opt(comma), sep).parse_next(input)?;
            alt((
                kamer.map(Part::Kamer),
                session.map(Part::Session),
                alt((session_word, single_year)).map(|()| Part::Word),
            ))
            .parse_next(input)
        });
        match part {
            None => return stated,
            Some(Part::Word) => {}
            Some(Part::Kamer(kamer)) => stated.kamer = kamer,
            Some(Part::Session(written)) => {
                stated.session = written.session;
                stated.problem = session_problem(written);
            }
        }
    }
}

fn session_problem(written: WrittenSession) -> Option<Problem> {
    let correction = written.candidates.first().filter(|_| written.certain).cloned();
    let problem = Problem {
        span: written.span,
        kind: ProblemKind::SessionYear { candidates: written.candidates },
        correction,
    };
    matches!(&problem.kind, ProblemKind::SessionYear { candidates } if !candidates.is_empty())
        .then_some(problem)
}

/// One dossier or several that share a number, and the numbers in it.
pub(super) struct Papers {
    pub dossiers: Vec<WrittenDossier>,
    pub numbers: Vec<Number>,
    /// The sign without a number behind it, or the page without a number before it.
    missing: Option<Span>,
    /// A page that no number stands before.
    pin: Option<Pin>,
    /// All of it.
    pub span: Span,
}

/// A number as printed.
pub(super) struct Number {
    value: Ondernummer,
    /// Where the number stands; of the inside of a range the whole range.
    span: Span,
    pin: Option<Pin>,
    /// Whether a sign stands in front, so that an earlier number does not share the pin behind this one.
    signed: bool,
    /// Whether it is printed, and not only inside a range.
    printed: bool,
}

pub(super) fn papers(input: &mut Input<'_>) -> Parsed<Papers> {
    (opt(alt((comma, dash))), sep).parse_next(input)?;
    // `Kamerstuk nr. 29 521-385`
    attempt(input, |input: &mut Input<'_>| {
        (number_sign, sep).parse_next(input)?;
        only_if(is_full(&dossier(&mut input.clone())?))
    });
    let start = here(input);
    let first = marked_dossier(input)?;
    let mut dossiers = vec![first];
    while let Some(next) = attempt(input, |input: &mut Input<'_>| joint_dossier(input, &dossiers[0])) {
        dossiers.push(next);
    }
    let mut papers = Papers::of(dossiers);
    numbers(input, &mut papers);
    if papers.numbers.is_empty() {
        without_number(input, &mut papers)?;
    }
    papers.span = Span::new(start, here(input));
    Ok(papers)
}

/// A dossier in front of which a footnote mark may be glued to the keyword: `Kamerstuk2 29 521`.
fn marked_dossier(input: &mut Input<'_>) -> Parsed<WrittenDossier> {
    let start = input.checkpoint();
    let plain = dossier(input);
    if plain.as_ref().is_ok_and(is_full) {
        return plain;
    }
    let end = input.checkpoint();
    input.reset(&start);
    let marked = attempt(input, |input: &mut Input<'_>| {
        (one_of('1'..='9'), some_sep).parse_next(input)?;
        dossier(input).ok().filter(is_full).ok_or(EmptyError)
    });
    if let Some(marked) = marked {
        return Ok(marked);
    }
    input.reset(&end);
    plain
}

/// Five digits as one prints them, or a Roman number: what can be taken for a dossier without its keyword.
pub(super) fn is_full(written: &WrittenDossier) -> bool {
    written.well_formed
        && (written.digits >= 5 || written.dossier.is_some_and(|dossier| dossier.number.value().is_none()))
}

/// Another dossier of the same paper: `29 521 en 34 952`.
fn joint_dossier(input: &mut Input<'_>, first: &WrittenDossier) -> Parsed<WrittenDossier> {
    connector(input)?;
    let next = dossier(input)?;
    // Four digits could be a number; beside a dossier of four digits they are another one.
    let fits = is_full(&next) || (next.well_formed && next.digits == 4 && first.digits == 4);
    // What has a number of its own is another paper, and what goes on as prose is no dossier.
    let continues =
        stands(input, (opt(comma), sep, alt((number_sign.void(), pin.void())))) || stands(input, connector);
    only_if(fits && (continues || is_bounded(input))).map(|()| next)
}

/// The numbers behind a dossier, if there are any.
pub(super) fn numbers(input: &mut Input<'_>, papers: &mut Papers) {
    let Some(several) = attempt(input, |input: &mut Input<'_>| first_number(input, papers)) else { return };
    let mut several = several;
    while let Some(sign) = attempt(input, |input: &mut Input<'_>| next_number(input, papers, several)) {
        several |= sign;
    }
}

/// The first number of a dossier; whether its sign announces several.
fn first_number(input: &mut Input<'_>, papers: &mut Papers) -> Parsed<bool> {
    let signed = |input: &mut Input<'_>| {
        let (_, (), sign, ()) = (opt(comma), sep, number_sign, sep).parse_next(input)?;
        Ok(sign == NumberSign::Several)
    };
    if let Some(several) = attempt(input, signed) {
        let number = spanned(input, written_number)?;
        push_number(input, papers, number, true);
        return Ok(several);
    }
    // `31865-207`, `36067 – 61`
    let dashed = |input: &mut Input<'_>| {
        dash(input)?;
        let number = spanned(input, written_number)?;
        only_if(!is_day(input)).map(|()| number)
    };
    // `33 802, C`, `35.673 EK B`
    let lettered = |input: &mut Input<'_>| {
        (opt(comma), sep, opt((alt(("EK", "I")), some_sep))).parse_next(input)?;
        spanned(input, letters)
    };
    // `31459, 22`, `31 459 22`
    let bare = |input: &mut Input<'_>| {
        (opt(comma), sep).parse_next(input)?;
        let number = spanned(input, written_number)?;
        only_if(is_bounded(input) && !is_year(number.0)).map(|()| number)
    };
    let number = match attempt(input, dashed).or_else(|| attempt(input, lettered)) {
        Some(number) => number,
        None => bare(input)?,
    };
    push_number(input, papers, number, true);
    Ok(false)
}

fn is_year(number: Ondernummer) -> bool {
    number.number().is_some_and(|number| (1900..2100).contains(&number))
}

/// A further number of the same dossier; whether its sign announces several.
fn next_number(input: &mut Input<'_>, papers: &mut Papers, several: bool) -> Parsed<bool> {
    let joined = connector(input)?;
    sep(input)?;
    let sign = attempt(input, (number_sign, sep)).map(|(sign, ())| sign);
    let number = spanned(input, written_number)?;
    let believed = match sign {
        Some(_) => true,
        // `nrs. 3, 5 en 7`
        None if several => joined != Connector::Semicolon,
        // `nr. 12 en 13`
        None => joined == Connector::And && is_bounded(input) && !is_year(number.0),
    };
    let plain = matches!(number.0, Ondernummer::Number(_) | Ondernummer::Lettered(..))
        || sign.is_some()
        || is_bounded(input);
    // `nrs. 385 en 386, 27 maart 2020`
    only_if(believed && plain && (sign.is_some() || !is_day(input)))?;
    push_number(input, papers, number, sign.is_some());
    Ok(sign == Some(NumberSign::Several))
}

/// Keeps a number, what a range behind it adds, and the page behind that.
fn push_number(
    input: &mut Input<'_>,
    papers: &mut Papers,
    (number, span): (Ondernummer, Span),
    signed: bool,
) {
    papers.numbers.push(Number { value: number, span, pin: None, signed, printed: true });
    let last = number.number().and_then(|first| {
        attempt(input, |input: &mut Input<'_>| {
            range_sign(input)?;
            let (last, last_span) = spanned(input, written_number)?;
            only_if(!is_day(input))?;
            let last = last.number().filter(|&last| first < last && last - first <= LONGEST_RANGE);
            Ok((first, last.ok_or(EmptyError)?, last_span))
        })
    });
    if let Some((first, last, last_span)) = last {
        let inside = (first + 1..last).map(|number| (number, span.join(last_span), false));
        for (number, span, printed) in inside.chain([(last, last_span, true)]) {
            let value = Ondernummer::Number(number);
            papers.numbers.push(Number { value, span, pin: None, signed: false, printed });
        }
    }
    let Some(pin) = attempt(input, pin) else { return };
    // A page behind `nrs. 3, 5 en 7` belongs to each of them.
    for number in papers.numbers.iter_mut().rev() {
        if number.pin.is_some() {
            break;
        }
        number.pin = Some(pin.clone());
        if number.signed {
            break;
        }
    }
}

/// A citation without a number: of a whole dossier, or one whose number is missing.
fn without_number(input: &mut Input<'_>, papers: &mut Papers) -> Parsed<()> {
    let sign = |input: &mut Input<'_>| {
        let (_, (), (_, span)) =
            (opt(comma), sep, |input: &mut Input<'_>| spanned(input, number_sign)).parse_next(input)?;
        Ok(span)
    };
    papers.missing = attempt(input, sign);
    papers.pin = attempt(input, pin);
    if papers.missing.is_none() {
        papers.missing = papers.pin.as_ref().map(|pin| pin.span);
    }
    let first = &papers.dossiers[0];
    // A short number without anything behind it is a year, an amount or another number of the letter's own.
    let stands_alone = first.dossier.is_some() && first.digits >= 4 && !is_year_like(first);
    only_if(stands_alone || (papers.missing.is_some() && first.digits >= 3))
}

fn is_year_like(written: &WrittenDossier) -> bool {
    let value = written.dossier.and_then(|dossier| dossier.number.value());
    written.digits == 4 && value.is_some_and(|value| (1800..2100).contains(&value))
}

/// Papers of another dossier behind the first: `nr. 811 en 29 984, nr. 1207`.
fn further_papers(input: &mut Input<'_>) -> Parsed<Papers> {
    connector(input)?;
    sep(input)?;
    only_if(is_full(&dossier(&mut input.clone())?))?;
    let papers = papers(input)?;
    only_if(!papers.numbers.is_empty()).map(|()| papers)
}

impl Papers {
    /// Papers of these dossiers, whose numbers are yet to be read.
    pub(super) fn of(dossiers: Vec<WrittenDossier>) -> Self {
        Self { dossiers, numbers: Vec::new(), missing: None, pin: None, span: Span::default() }
    }

    pub(super) fn targets(
        &self,
        kamer: Option<Kamer>,
        session: Option<SessionYear>,
        targets: &mut Vec<Target>,
    ) {
        let dossiers: Vec<DossierMention> = self
            .dossiers
            .iter()
            .filter_map(|written| Some(DossierMention { dossier: written.dossier?, span: written.span }))
            .collect();
        if self.numbers.is_empty() {
            targets.extend(dossiers.iter().map(|mention| Target {
                span: mention.span,
                id: DocumentId::Dossier(mention.dossier),
                dossiers: vec![*mention],
                pin: self.pin.clone(),
                number_span: None,
            }));
            return;
        }
        // Where the owner of the number is unreadable, nothing can be said of the paper.
        let Some(owner) = self.dossiers[0].dossier else { return };
        let alone = self.numbers.len() == 1;
        for number in &self.numbers {
            let own = number.pin.as_ref().map_or(number.span, |pin| number.span.join(pin.span));
            targets.push(Target {
                span: if alone { self.span } else { own },
                id: paper_id(owner, number.value, kamer, session),
                dossiers: dossiers.clone(),
                pin: number.pin.clone(),
                number_span: number.printed.then_some(number.span),
            });
        }
    }

    pub(super) fn problems(&self, problems: &mut Vec<Problem>) {
        for written in self.dossiers.iter().filter(|written| !written.well_formed) {
            problems.push(Problem {
                span: written.number_span,
                kind: ProblemKind::MalformedDossier,
                correction: written.dossier.map(|dossier| Dossier::plain(dossier.number).printed()),
            });
        }
        problems.extend(self.missing.map(|span| Problem {
            span,
            kind: ProblemKind::MissingNumber,
            correction: None,
        }));
    }
}

/// The identifier of a paper. Those of Eerste Kamer papers of 1994/95 to 2009/10 hold the session.
fn paper_id(
    dossier: Dossier,
    number: Ondernummer,
    kamer: Option<Kamer>,
    session: Option<SessionYear>,
) -> DocumentId {
    let coded = (1994..2010).contains(&session.map_or(0, SessionYear::first))
        && kamer != Some(Kamer::Tweede)
        && (kamer == Some(Kamer::Eerste) || number.is_letter());
    DocumentId::Kamerstuk(Kamerstuk { dossier, session: session.filter(|_| coded), number, suffix: None })
}

#[cfg(test)]
mod tests;
