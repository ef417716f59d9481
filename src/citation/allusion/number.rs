//! A number whose dossier was named elsewhere: `de motie op stuk nr. 469`, `(nr. 13)`, `zie ook nr. 13`.

use winnow::Parser;
use winnow::combinator::{alt, not, opt};
use winnow::token::{one_of, take_while};

use crate::citation::grammar::{
    Connector, EmptyError, Input, NumberSign, Parsed, attempt, comma, connector, is_bounded, is_day,
    is_word_sign, number_sign, only_if, pin, range_sign, sep, some_sep, spanned, stands, word,
    written_number,
};
use crate::citation::{Basis, Pin, Reference, Target};
use crate::identifier::{DocumentId, Dossier, Ondernummer};
use crate::text::Span;

use super::ground::{Dossiers, Fitting};
use super::noun::{Kind, Noun, input_at};
use super::sweep::Sweep;
use super::words::{ends_paragraph, ends_sentence, is_one_of, trimmed, word_before};

/// So far before a number may the citation stand whose dossier it shares, in bytes.
const NEARBY: usize = 200;

/// A range names at most so many papers.
const LONGEST_RANGE: u32 = 100;

/// `stuk nr. 469`, `stukken nrs. 5 en 6`, `op stuk 12`; returns where it ends.
pub(super) fn on_paper(sweep: &mut Sweep<'_>, noun: &Noun) -> Option<usize> {
    let mut input = input_at(sweep.text, noun.span.end);
    let written = written(&mut input).ok().or_else(|| {
        let on = word_before(sweep.text, noun.span.start)?;
        let mut input = input_at(sweep.text, noun.span.end);
        is_one_of(on.of(sweep.text), &["op"]).then(|| unsigned(&mut input).ok())?
    })?;
    let near = named_in_sentence(sweep, noun.span.start);
    refer(sweep, noun.span.start, &written, near)
}

/// `nr. 13`, where the words in front say that it is the number of a paper. `at` is where the sign stands.
pub(super) fn signed(sweep: &mut Sweep<'_>, at: usize) -> Option<usize> {
    let mut input = input_at(sweep.text, at);
    let several = number_sign(&mut input.clone()).ok()? == NumberSign::Several;
    let near = match announced(sweep, at, several)? {
        Near::Sentence => named_in_sentence(sweep, at),
        Near::Paragraph => Some(named_nearby(sweep, at)?),
    };
    let written = written(&mut input).ok()?;
    let of_something_else = |input: &mut Input<'_>| {
        (some_sep, alt((word("van"), word("uit"), word("tot"))), some_sep).void().parse_next(input)
    };
    if stands(&input, of_something_else) {
        return None;
    }
    let opened = sweep.text[..trimmed(sweep.text, at)].ends_with('(');
    (!opened || stands(&input, (sep, ')'))).then(|| refer(sweep, at, &written, near))?
}

/// How near a dossier has to be named for a number to share it.
enum Near {
    /// In the same sentence, and elsewhere it may be found as well.
    Sentence,
    /// In the same paragraph, and nowhere else.
    Paragraph,
}

/// Whether the words before a sign say that the number behind it is that of a paper.
fn announced(sweep: &mut Sweep<'_>, at: usize, several: bool) -> Option<Near> {
    let text = sweep.text;
    if let Some(before) = text[..trimmed(text, at)].strip_suffix('(') {
        let noun = sweep.things(at).noun_at(text, before.len(), false)?;
        // Letters and reports from elsewhere have numbers of their own.
        return is_numbered(noun.kind).then_some(Near::Sentence);
    }
    let word = word_before(text, at)?;
    if let Some(noun) = Noun::of_word(text, word) {
        return matches!(noun.kind, Kind::Motie | Kind::Amendement).then_some(Near::Sentence);
    }
    let goes_on =
        is_one_of(word.of(text), &["zie", "ook", "tevens"]) || (several && is_one_of(word.of(text), &["de"]));
    goes_on.then_some(Near::Paragraph)
}

const fn is_numbered(kind: Kind) -> bool {
    !matches!(kind, Kind::Rapport | Kind::Reactie | Kind::Notitie | Kind::Wetsvoorstel)
}

/// Numbers as printed, and the page behind them.
struct Written {
    numbers: Vec<(Ondernummer, Span)>,
    pin: Option<Pin>,
    end: usize,
}

/// The sign and what follows it.
fn written(input: &mut Input<'_>) -> Parsed<Written> {
    let ((), sign, ()) = (sep, number_sign, sep).parse_next(input)?;
    let several = sign == NumberSign::Several;
    let mut numbers = Vec::new();
    push_number(input, &mut numbers)?;
    while attempt(input, |input: &mut Input<'_>| further_number(input, &mut numbers, several)).is_some() {}
    finish(input, numbers)
}

/// `op stuk 12`: a number alone, where nothing makes it more than that.
fn unsigned(input: &mut Input<'_>) -> Parsed<Written> {
    sep(input)?;
    let number = spanned(input, written_number)?;
    only_if(number.0.number().is_some() && is_bounded(input))?;
    finish(input, vec![number])
}

fn finish(input: &mut Input<'_>, numbers: Vec<(Ondernummer, Span)>) -> Parsed<Written> {
    let digit = |input: &mut Input<'_>| one_of(|sign: char| sign.is_ascii_digit()).parse_next(input);
    // `nr. 356 (29521)` says its dossier itself, and `nr. 1060/2009` and `nr. 5.2` are numbers of something else.
    let more = alt((
        (one_of(['/', '-', '–', '.']), digit).void(),
        (opt(comma), sep, opt('('), sep, take_while(2.., |sign: char| sign.is_ascii_digit())).void(),
        one_of(is_word_sign).void(),
    ));
    only_if(!stands(input, more) && !is_day(input))?;
    let pin = attempt(input, pin);
    let last = numbers.iter().map(|(_, span)| span.end).max().unwrap_or(0);
    let end = pin.as_ref().map_or(last, |pin| pin.span.end);
    Ok(Written { numbers, pin, end })
}

/// ` en 6`, `, nr. 6`, ` en op stuk nr. 6`
fn further_number(
    input: &mut Input<'_>,
    numbers: &mut Vec<(Ondernummer, Span)>,
    several: bool,
) -> Parsed<()> {
    let joined = connector(input)?;
    let again = |input: &mut Input<'_>| {
        (word("op"), some_sep, alt((word("stukken"), word("stuk"))), some_sep).void().parse_next(input)
    };
    attempt(input, again);
    let signed = attempt(input, (number_sign, sep)).is_some();
    let known = numbers.len();
    push_number(input, numbers)?;
    let goes_on = several && joined == Connector::And && !stands(input, decimals);
    let believed = signed || ((goes_on || is_bounded(input)) && !is_day(input));
    if !believed {
        numbers.truncate(known);
    }
    only_if(believed)
}

/// What makes a number another one: `5.2`, `1,5`.
fn decimals(input: &mut Input<'_>) -> Parsed<()> {
    (one_of(['.', ',']), one_of(|sign: char| sign.is_ascii_digit())).void().parse_next(input)
}

/// A number and what a range behind it adds.
fn push_number(input: &mut Input<'_>, numbers: &mut Vec<(Ondernummer, Span)>) -> Parsed<()> {
    let (number, span) = spanned(input, written_number)?;
    numbers.push((number, span));
    let range = number.number().and_then(|first| {
        attempt(input, |input: &mut Input<'_>| {
            range_sign(input)?;
            let (last, last_span) = spanned(input, written_number)?;
            let last = last.number().filter(|&last| first < last && last - first <= LONGEST_RANGE);
            not(one_of(is_word_sign)).parse_next(input)?;
            last.map(|last| (first, last, last_span)).ok_or(EmptyError)
        })
    });
    if let Some((first, last, last_span)) = range {
        let inside = (first + 1..last).map(|number| (Ondernummer::Number(number), span.join(last_span)));
        numbers.extend(inside);
        numbers.push((Ondernummer::Number(last), last_span));
    }
    Ok(())
}

/// Makes it a citation where it is certain which dossier is meant: every number of it in one and the same.
fn refer(sweep: &mut Sweep<'_>, start: usize, written: &Written, near: Option<Named>) -> Option<usize> {
    let ids = written.numbers.iter().map(|(number, _)| meant(sweep, near, *number));
    let ids = ids.collect::<Option<Vec<(DocumentId, Basis)>>>()?;
    let (first, basis) = ids.first()?;
    let (dossier, basis) = (first.dossier(), *basis);
    let own = sweep.context.own;
    if ids.iter().any(|(id, _)| id.dossier() != dossier || Some(id) == own) {
        return None;
    }
    let span = Span::new(start, written.end);
    let alone = ids.len() == 1;
    let targets = ids.into_iter().zip(&written.numbers).map(|((id, _), (_, number))| Target {
        span: if alone { span } else { *number },
        id,
        dossiers: Vec::new(),
        pin: written.pin.clone(),
        number_span: Some(*number),
    });
    let targets = targets.collect();
    sweep.push(span, targets, basis)
}

/// The paper that a number means: one of this number that was cited before, else one of the only dossier that the letter speaks of, else one of the dossier that was named right before.
fn meant(sweep: &mut Sweep<'_>, near: Option<Named>, number: Ondernummer) -> Option<(DocumentId, Basis)> {
    match sweep.numbered(number) {
        Some(Fitting::Several) => return None,
        Some(Fitting::One(before)) => {
            let contradicts = near.is_some_and(|near| Some(near.dossier) != before.id().dossier());
            let basis = Basis { span: before.span(), reference: Reference::Number };
            return (!contradicts).then(|| (before.id().clone(), basis));
        }
        None => {}
    }
    let (dossier, basis) = match sweep.dossiers {
        Dossiers::One(dossier) => (dossier, only_dossier(sweep)),
        _ => near.map(|near| (near.dossier, Basis { span: near.span, reference: Reference::Number }))?,
    };
    Some((DocumentId::kamerstuk(dossier, number), basis))
}

/// Where the only dossier of a letter is named: last before here, else first behind, else at its head.
fn only_dossier(sweep: &Sweep<'_>) -> Basis {
    match sweep.last_in_dossier.or(sweep.first_in_dossier) {
        Some(at) => Basis { span: sweep.citations[at].span, reference: Reference::Number },
        None => Basis { span: sweep.context.letter.header.span, reference: Reference::OwnDossier },
    }
}

/// A dossier, and the citation that names it.
#[derive(Clone, Copy)]
struct Named {
    dossier: Dossier,
    span: Span,
}

/// The dossier of the citation right before, in the same paragraph and note.
fn named_nearby(sweep: &Sweep<'_>, at: usize) -> Option<Named> {
    let last = sweep.last()?;
    let between = sweep.text.get(last.span.end..at).filter(|between| between.len() <= NEARBY)?;
    let same_note = sweep.notes.at(last.span.start) == sweep.notes.at(at);
    let near = same_note && !ends_paragraph(between);
    Dossiers::of_citation(last).filter(|_| near).map(|dossier| Named { dossier, span: last.span })
}

/// The same, in the same sentence.
fn named_in_sentence(sweep: &Sweep<'_>, at: usize) -> Option<Named> {
    named_nearby(sweep, at).filter(|near| !ends_sentence(&sweep.text[near.span.end..at]))
}
