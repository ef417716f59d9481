//! A dossier, or several that share a number, and the papers of it that are named.

use winnow::Parser;
use winnow::combinator::{alt, opt};
use winnow::stream::Stream;
use winnow::token::{one_of, take_while};

use crate::citation::grammar::{
    EmptyError, Input, Parsed, WrittenDossier, attempt, comma, connector, dash, dossier, here, is_bounded,
    is_word_sign, letters, next_char, number_sign, only_if, pin, rest, sep, some_sep, spanned, stands,
};
use crate::citation::{Pin, Problem, ProblemKind};
use crate::identifier::{Dossier, Kamer, Ondernummer, Toevoeging};
use crate::text::Span;

use super::introduction::{Stated, stated};
use super::keyword;
use super::numbers::{Number, Sign, numbers, particle};

/// What has fewer digits is no dossier, but the number of something else.
const SHORTEST: usize = 3;

/// No paper belongs to more dossiers.
const MOST_JOINT: usize = 8;

/// One dossier or several that share a number, and the numbers in it.
#[derive(Clone, Debug)]
pub(in crate::citation) struct Papers {
    /// What is said of chamber and session.
    pub stated: Stated,
    /// The dossiers, the owner of the numbers first.
    pub dossiers: Vec<WrittenDossier>,
    /// The numbers; none where the whole dossier is meant, or where its number is missing.
    pub numbers: Vec<Number>,
    /// A page that no number stands before.
    pub pin: Option<Pin>,
    /// What is wrong with the numbers.
    pub problems: Vec<Problem>,
    /// All of it.
    pub span: Span,
}

impl Papers {
    /// Papers of these dossiers, whose numbers are yet to be read.
    pub(in crate::citation) const fn of(stated: Stated, dossiers: Vec<WrittenDossier>) -> Self {
        Self {
            stated,
            dossiers,
            numbers: Vec::new(),
            pin: None,
            problems: Vec::new(),
            span: Span { start: 0, end: 0 },
        }
    }
}

/// Reads the papers of a dossier, of which `stated` has been said.
pub(in crate::citation) fn papers(input: &mut Input<'_>, stated: Stated) -> Parsed<Papers> {
    let mut bracket = attempt(input, (opt(comma), sep, '(', sep)).is_some();
    (opt(alt((comma, dash))), sep).parse_next(input)?;
    if bracket {
        attempt(input, |input: &mut Input<'_>| {
            (number_sign, sep).parse_next(input)?;
            only_if(stands(input, full_dossier))
        });
    }
    let start = here(input);
    let first = marked_dossier(input)?;
    let mut papers = Papers::of(stated, vec![first]);
    while papers.dossiers.len() < MOST_JOINT
        && let Some(next) = attempt(input, |input: &mut Input<'_>| joint_dossier(input, &papers.dossiers[0]))
    {
        papers.dossiers.push(next);
    }
    // `(29 521), nr. 3`
    if bracket && attempt(input, (sep, ')')).is_some() {
        bracket = false;
    }
    // `29 521, vergaderjaar 2019–2020, nr. 3`
    attempt(input, |input: &mut Input<'_>| session_before_number(input, &mut papers.stated));
    numbers(input, &mut papers);
    if papers.numbers.is_empty() {
        fund_as_letter(&mut papers);
    }
    if papers.numbers.is_empty() {
        without_number(input, &mut papers)?;
    }
    only_if(papers.dossiers[0].digits >= SHORTEST || is_full(&papers.dossiers[0]))?;
    papers.span = Span::new(start, here(input));
    if bracket {
        attempt(input, (sep, ')'));
    }
    Ok(papers)
}

/// Papers of another dossier behind the first: `nr. 811 en 29 984, nr. 1207`, also of another chamber or session: `; I 2022/23, 36 021, B`.
pub(in crate::citation) fn further_papers(input: &mut Input<'_>, before: &Papers) -> Parsed<Papers> {
    connector(input)?;
    sep(input)?;
    // A keyword begins a citation of its own.
    only_if(!stands(input, keyword::kamerstuk))?;
    let mut said = stated(input);
    if said.anything {
        said.kamer = said.kamer.or(before.stated.kamer);
        said.session = said.session.or(before.stated.session);
        (opt(comma), sep).parse_next(input)?;
        if stands(input, full_dossier) {
            let papers = papers(input, said)?;
            return only_if(!papers.numbers.is_empty() || papers.stated.session.is_some()).map(|()| papers);
        }
        return same_dossier(input, before, said);
    }
    only_if(
        stands(input, full_dossier)
            || stands(input, |input: &mut Input<'_>| sibling(input, &before.dossiers[0])),
    )?;
    let inherited = Stated { problem: None, ..before.stated.clone() };
    let papers = if stands(input, full_dossier) {
        papers(input, inherited)?
    } else {
        of_sibling(input, &before.dossiers[0], inherited)?
    };
    only_if(!papers.numbers.is_empty()).map(|()| papers)
}

/// `; 2020/21, nr. 5` and `; I 2020/21, C` go on in the dossier named before.
fn same_dossier(input: &mut Input<'_>, before: &Papers, said: Stated) -> Parsed<Papers> {
    let announced = stands(input, number_sign) || (said.session.is_some() && stands(input, letters));
    only_if(announced)?;
    let start = here(input);
    let mut papers = Papers::of(said, before.dossiers.clone());
    numbers(input, &mut papers);
    only_if(!papers.numbers.is_empty())?;
    papers.span = Span::new(start, here(input));
    Ok(papers)
}

/// `35 300 XV, nr. 3 en XVI, nr. 4`: another chapter of the same budget.
fn of_sibling(input: &mut Input<'_>, first: &WrittenDossier, stated: Stated) -> Parsed<Papers> {
    let start = here(input);
    let next = sibling(input, first)?;
    let mut papers = Papers::of(stated, vec![next]);
    numbers(input, &mut papers);
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
pub(in crate::citation) fn is_full(written: &WrittenDossier) -> bool {
    written.well_formed
        && (written.digits >= 5 || written.dossier.is_some_and(|dossier| dossier.number.value().is_none()))
}

fn full_dossier(input: &mut Input<'_>) -> Parsed<()> {
    dossier(input).ok().filter(is_full).map(|_| ()).ok_or(EmptyError)
}

/// Another dossier of the same paper: `29 521 en 34 952`, `36 600 XV en XVI`.
fn joint_dossier(input: &mut Input<'_>, first: &WrittenDossier) -> Parsed<WrittenDossier> {
    connector(input)?;
    if let Some(sibling) = attempt(input, |input: &mut Input<'_>| sibling(input, first)) {
        let signed = (opt(comma), sep, number_sign);
        return only_if(stands(input, signed)).map(|()| sibling);
    }
    let next = dossier(input)?;
    // Four digits could be a number; beside a dossier of four digits they are another one.
    let fits = is_full(&next) || (next.well_formed && next.digits == 4 && first.digits == 4);
    // What has a number of its own is another paper, and what goes on as prose is no dossier.
    let continues =
        stands(input, (opt(comma), sep, alt((number_sign.void(), pin.void())))) || stands(input, connector);
    let ends = is_bounded(input) || stands(input, (some_sep, particle));
    only_if(fits && (continues || ends)).map(|()| next)
}

/// The chapter of a budget whose number stands with a chapter before.
fn sibling(input: &mut Input<'_>, first: &WrittenDossier) -> Parsed<WrittenDossier> {
    let owner = first.dossier.filter(|dossier| dossier.is_budget()).ok_or(EmptyError)?;
    let Some(Toevoeging::Chapter(owners, letter)) = owner.toevoeging else { return Err(EmptyError) };
    only_if(matches!(next_char(input), Some('I' | 'V' | 'X' | 'A' | 'B')))?;
    let (numerals, span): (&str, Span) =
        spanned(input, take_while(1..=6, |sign: char| sign.is_ascii_uppercase()))?;
    only_if(!next_char(input).is_some_and(is_word_sign))?;
    let toevoeging = match (numerals, letter) {
        // `30 800 IXA/B`
        ("A", Some('B')) => Some(Toevoeging::Chapter(owners, Some('A'))),
        ("B", Some('A')) => Some(Toevoeging::Chapter(owners, Some('B'))),
        _ => Toevoeging::parse(numerals),
    };
    let chapter = toevoeging.filter(|toevoeging| matches!(toevoeging, Toevoeging::Chapter(..)));
    only_if(chapter.is_some() && stands(input, (opt(comma), sep, number_sign)))?;
    let dossier = Dossier { number: owner.number, toevoeging: chapter };
    Ok(WrittenDossier {
        dossier: Some(dossier),
        span,
        number_span: span,
        bad_toevoeging: None,
        rijkswet: None,
        ..first.clone()
    })
}

/// `EK 35 300 A`: where the Eerste Kamer is named and no number follows, the letter is a paper of it and not a fund.
fn fund_as_letter(papers: &mut Papers) {
    let [only] = &mut papers.dossiers[..] else { return };
    let Some(Dossier { number, toevoeging: Some(Toevoeging::Fund(letter)) }) = only.dossier else { return };
    if papers.stated.kamer != Some(Kamer::Eerste) {
        return;
    }
    let span = Span::new(only.span.end - letter.len_utf8(), only.span.end);
    only.dossier = Some(Dossier::plain(number));
    only.span = only.number_span;
    papers.numbers.extend(Ondernummer::parse(letter.encode_utf8(&mut [0; 4])).map(|value| Number {
        value,
        span,
        pin: None,
        sign: Sign::None,
        printed: true,
    }));
}

/// A session or chamber between dossier and number.
fn session_before_number(input: &mut Input<'_>, stated: &mut Stated) -> Parsed<()> {
    let next = rest(input).trim_start_matches([',', ' ', '\n', '(']);
    only_if(next.starts_with(['v', 'V', '1', '2', 'I', 'T', 'E', 'z', 'Z']))?;
    let mut said = Stated::default();
    said.take_all(input);
    only_if(
        said.session.is_some() && stands(input, (opt(comma), sep, alt((number_sign.void(), letters.void())))),
    )?;
    if stated.session.is_none() {
        stated.session = said.session;
    }
    stated.kamer = stated.kamer.or(said.kamer);
    stated.problem = stated.problem.take().or(said.problem);
    stated.anything = true;
    Ok(())
}

/// A citation without a number: of a whole dossier, or one whose number is missing or is none.
fn without_number(input: &mut Input<'_>, papers: &mut Papers) -> Parsed<()> {
    let sign = |input: &mut Input<'_>| {
        let (_, (), (_, span)) =
            (opt(comma), sep, |input: &mut Input<'_>| spanned(input, number_sign)).parse_next(input)?;
        Ok(span)
    };
    let sign = attempt(input, sign);
    let wrong = sign.and_then(|_| attempt(input, no_number));
    papers.pin = attempt(input, pin);
    let missing = sign.or_else(|| papers.pin.as_ref().map(|pin| pin.span));
    let problem = match wrong {
        Some(span) => Some((span, ProblemKind::MalformedNumber)),
        None => missing.map(|span| (span, ProblemKind::MissingNumber)),
    };
    papers.problems.extend(problem.map(|(span, kind)| Problem { span, kind, correction: None }));
    let first = &papers.dossiers[0];
    // A short number without anything behind it is a year, an amount or another number of the letter's own.
    let stands_alone =
        first.digits >= 4 && !is_year_like(first) && (first.dossier.is_some() || is_full(first));
    only_if(stands_alone || (missing.is_some() && first.digits >= 3))
}

/// What stands behind a sign and is no number of a paper: five digits, three capitals. What drafts leave open (`XXX`) is a number that is missing.
fn no_number(input: &mut Input<'_>) -> Parsed<Span> {
    sep(input)?;
    let ((), span) = spanned(input, |input: &mut Input<'_>| {
        let digits = take_while(5..=9, |sign: char| sign.is_ascii_digit());
        let capitals = take_while(3..=4, |sign: char| sign.is_ascii_uppercase());
        let printed: &str = alt((digits, capitals)).parse_next(input)?;
        only_if(!printed.bytes().all(|sign| sign == b'X') && !next_char(input).is_some_and(is_word_sign))
    })?;
    only_if(is_bounded(input)).map(|()| span)
}

fn is_year_like(written: &WrittenDossier) -> bool {
    let value = written.dossier.and_then(|dossier| dossier.number.value());
    written.digits == 4 && value.is_some_and(|value| (1800..2100).contains(&value))
}
