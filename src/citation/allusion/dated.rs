//! A paper by its date: `de brief van 17 maart 2020`, where the letter cites one paper of that day.
//!
//! The citation itself seldom has a date; it stands beside it, and so tells the day of the paper: `de brief van 17 maart 2020 (Kamerstuk 29 521, nr. 385)`, `Kamerstuk 31 839, nr. 1031, 5 november 2024`.

use std::collections::HashMap;

use winnow::Parser;
use winnow::combinator::{alt, opt};
use winnow::stream::Stream;
use winnow::token::take_while;

use crate::citation::grammar::{
    EmptyError, Input, Parsed, attempt, comma, date, here, is_word_sign, next_char, only_if, pin, sep,
    some_sep, stands, word,
};
use crate::citation::{Pin, Reference};
use crate::identifier::{Date, find_date_in_words};
use crate::text::Span;

use super::ground::Antecedent;
use super::noun::{Kind, Noun, input_at};
use super::sweep::Sweep;
use super::words::{is_one_of, word_before};

/// So many papers of one day are told apart; of a day with more, none is certain.
const MOST_OF_A_DAY: usize = 8;

/// The papers that the letter cites, by their dates.
#[derive(Default)]
pub(super) struct Dates<'a> {
    papers: HashMap<Date, Vec<Dated<'a>>>,
    /// What refers by a date. It is settled at the end, since a paper cited further on may have the same one.
    open: Vec<Open>,
}

/// A paper with what is said of it beside its date.
struct Dated<'a> {
    paper: Antecedent<'a>,
    kind: Option<Kind>,
    whose: Whose,
}

/// A reference that awaits the end of the letter.
struct Open {
    span: Span,
    pin: Option<Pin>,
    date: Date,
    kind: Kind,
    whose: Whose,
}

/// From whom a paper is, as the word before it says: `mijn brief` and `uw brief` of one day are two.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Whose {
    Ours,
    Yours,
    Unsaid,
}

impl Whose {
    pub(super) fn of(text: &str, noun: &Noun) -> Self {
        let before = word_before(text, noun.span.start).map_or("", |word| word.of(text));
        match () {
            () if is_one_of(before, &["mijn", "onze"]) => Self::Ours,
            () if is_one_of(before, &["uw"]) => Self::Yours,
            () => Self::Unsaid,
        }
    }

    /// Whether both may be the same. `Uw` says more than `de`, since most papers that a letter cites are not of its reader.
    fn agrees(self, other: Self) -> bool {
        self == other || (self != Self::Yours && other != Self::Yours)
    }
}

impl<'a> Dates<'a> {
    /// Keeps the date of a paper whose citation begins at `place`, where its noun or what follows it tells one.
    pub(super) fn learn(
        &mut self,
        text: &str,
        letter: Option<Date>,
        paper: Antecedent<'a>,
        noun: Option<&Noun>,
        place: usize,
    ) {
        let told = noun.and_then(|noun| date_between(text, letter, Span::new(noun.span.end, place)));
        let behind = || date_behind(text, letter, paper.citation.span.end).map(|(date, _)| date);
        let Some(date) = told.or_else(behind) else { return };
        let of_day = self.papers.entry(date).or_default();
        let kind = noun.map(|noun| noun.kind);
        let whose = noun.map_or(Whose::Unsaid, |noun| Whose::of(text, noun));
        if of_day.len() < MOST_OF_A_DAY {
            of_day.push(Dated { paper, kind, whose });
        }
    }

    fn meant(&self, date: Date, kind: Kind, whose: Whose) -> Option<Antecedent<'a>> {
        let of_day = self.papers.get(&date).filter(|of_day| of_day.len() < MOST_OF_A_DAY)?;
        let fits =
            |dated: &&Dated<'_>| dated.kind.is_none_or(|other| other == kind) && dated.whose.agrees(whose);
        let mut fitting = of_day.iter().filter(fits).map(|dated| dated.paper);
        let first = fitting.next()?;
        fitting.all(|other| other.id() == first.id()).then_some(first)
    }
}

/// `brief van 17 maart 2020`, read from its noun; returns where the reference ends, and what is known of it so far.
pub(super) fn reference<'a>(sweep: &mut Sweep<'a>, noun: &Noun) -> Option<(usize, Option<Antecedent<'a>>)> {
    let text = sweep.text;
    let mut input = input_at(text, noun.span.end);
    let letter = sweep.context.letter.header.date;
    let date = attempt(&mut input, |input: &mut Input<'_>| dated(input, letter))?;
    let end = here(&input);
    let pin = attempt(&mut input, pin);
    let end = pin.as_ref().map_or(end, |pin| pin.span.end);
    let before = word_before(text, noun.span.start).map_or("", |word| word.of(text));
    let another = noun.plural || is_one_of(before, &["een", "andere", "tweede", "nieuwe"]);
    // What follows may say from whom it is, or name a source of its own.
    let goes_on = stands(&input, (some_sep, alt((word("van"), word("aan"))), some_sep))
        || stands(
            &input,
            (sep, '(', take_while(0..40, |sign: char| sign.is_alphabetic() || " .".contains(sign)), digit),
        );
    if another || goes_on || sweep.is_marked(end) {
        return None;
    }
    let whose = Whose::of(text, noun);
    let span = sweep.free(Span::new(noun.span.start, end))?;
    sweep.dates.open.push(Open { span, pin, date, kind: noun.kind, whose });
    Some((end, sweep.dates.meant(date, noun.kind, whose)))
}

/// Settles what refers by a date, now that all papers are known.
pub(super) fn settle(sweep: &mut Sweep<'_>) {
    for Open { span, pin, date, kind, whose } in std::mem::take(&mut sweep.dates.open) {
        if let Some(paper) = sweep.dates.meant(date, kind, whose) {
            sweep.keep(span, paper, pin, Reference::Date);
        }
    }
}

/// Whether a date follows a noun, of whatever year.
pub(super) fn is_dated(text: &str, noun: &Noun) -> bool {
    let any_year = Date::constant(2000, 12, 31);
    stands(&input_at(text, noun.span.end), |input: &mut Input<'_>| dated(input, Some(any_year)))
}

fn digit(input: &mut Input<'_>) -> Parsed<char> {
    winnow::token::one_of(|sign: char| sign.is_ascii_digit()).parse_next(input)
}

/// ` van 17 maart 2020`, ` d.d. 17 maart 2020`, ` van 17 maart jl.`
pub(super) fn dated(input: &mut Input<'_>, letter: Option<Date>) -> Parsed<Date> {
    (opt(comma), sep).parse_next(input)?;
    let dd = (word("d"), '.', sep, word("d"), '.').void();
    alt(((word("van"), some_sep).void(), (alt((dd, (word("dd"), opt('.')).void())), sep).void()))
        .parse_next(input)?;
    plain_date(input, letter)
}

fn plain_date(input: &mut Input<'_>, letter: Option<Date>) -> Parsed<Date> {
    if let Some(date) = attempt(input, date) {
        return only_if(!next_char(input).is_some_and(is_word_sign)).map(|()| date);
    }
    recent_date(input, letter.ok_or(EmptyError)?)
}

/// `17 maart jl.`: the last such day before the letter was written.
fn recent_date(input: &mut Input<'_>, letter: Date) -> Parsed<Date> {
    let day: &str = take_while(1..=2, |sign: char| sign.is_ascii_digit()).parse_next(input)?;
    some_sep(input)?;
    let month: &str = take_while(3..=9, |sign: char| sign.is_ascii_alphabetic()).parse_next(input)?;
    (some_sep, word("jl"), opt('.')).parse_next(input)?;
    let in_year = |year: i16| find_date_in_words(&format!("{day} {month} {year:04}")).map(|(date, _)| date);
    let this_year = in_year(letter.year()).filter(|date| *date <= letter);
    this_year.or_else(|| in_year(letter.year() - 1)).ok_or(EmptyError)
}

/// The date of a paper between its noun and its citation: right behind the one, or right before the other.
fn date_between(text: &str, letter: Option<Date>, between: Span) -> Option<Date> {
    let mut input = input_at(text, between.start);
    if let Some(date) = attempt(&mut input, |input: &mut Input<'_>| dated(input, letter)) {
        return (here(&input) <= between.end).then_some(date);
    }
    let words = text.get(between.start..between.end)?;
    // A debate has a date of its own.
    let event = |word: &str| {
        is_one_of(
            word,
            &["debat", "overleg", "vergadering", "bijeenkomst", "raad", "top", "zitting", "motie"],
        )
    };
    if words.split(|sign: char| !sign.is_alphabetic()).any(event) {
        return None;
    }
    let (date, place) = find_date_in_words(words)?;
    let behind = &words[place.end..];
    behind.chars().all(|sign| sign.is_whitespace() || "(,;:[*_".contains(sign)).then_some(date)
}

/// The date right behind a citation, and where it ends.
pub(super) fn date_behind(text: &str, letter: Option<Date>, end: usize) -> Option<(Date, usize)> {
    if !matches!(text.as_bytes().get(end), Some(b',' | b' ' | b'\n')) {
        return None;
    }
    let mut input = input_at(text, end);
    let start = input.checkpoint();
    let after_comma = |input: &mut Input<'_>| {
        comma(input)?;
        plain_date(input, letter)
    };
    let date = attempt(&mut input, after_comma).or_else(|| {
        input.reset(&start);
        attempt(&mut input, |input: &mut Input<'_>| dated(input, letter))
    })?;
    Some((date, here(&input)))
}
