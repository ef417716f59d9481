//! A motion or an amendment by the name of who moved it: `de motie-Van Aalst c.s.`, after it was cited with its number.

use std::collections::HashMap;

use winnow::Parser;
use winnow::combinator::{alt, opt};
use winnow::token::take_while;

use crate::citation::Reference;
use crate::citation::grammar::{
    Input, Parsed, attempt, comma, here, is_word_sign, next_char, number_sign, only_if, sep, some_sep,
    stands, word,
};
use crate::text::Span;

use super::ground::Antecedent;
use super::noun::{Kind, Noun, input_at};
use super::sweep::Sweep;
use super::words::{folded, is_one_of, word_before};

/// So many motions of one member are told apart; of one with more, none is certain.
const MOST_OF_A_MEMBER: usize = 8;

/// No motion has more names in front of its `c.s.`
const MOST_NAMES: usize = 8;

/// The motions and amendments that the letter cites, by the first name.
#[derive(Default)]
pub(super) struct Movers<'a> {
    papers: HashMap<(Kind, String), Vec<(Names, Antecedent<'a>)>>,
}

/// Who moved it, each name in one form.
struct Names {
    names: Vec<String>,
    /// `c.s.`
    and_others: bool,
}

impl Names {
    /// Whether these names, shorter perhaps, are those of the motion that was cited with `full`.
    fn are_short_for(&self, full: &Self) -> bool {
        match &self.names[..] {
            [only] => full.names.first() == Some(only),
            names => names == full.names || (full.and_others && names.starts_with(&full.names)),
        }
    }
}

impl<'a> Movers<'a> {
    /// Keeps who moved a paper that is cited behind `noun`.
    pub(super) fn learn(&mut self, text: &str, paper: Antecedent<'a>, noun: &Noun) {
        let Some((names, _)) = moved_by(text, noun) else { return };
        let papers = self.papers.entry((noun.kind, names.names[0].clone())).or_default();
        if papers.len() < MOST_OF_A_MEMBER {
            papers.push((names, paper));
        }
    }

    fn meant(&self, kind: Kind, names: &Names) -> Option<Antecedent<'a>> {
        let papers = self.papers.get(&(kind, names.names[0].clone()))?;
        let fits = |(full, _): &&(Names, Antecedent<'a>)| names.are_short_for(full);
        let mut fitting = papers.iter().filter(fits).map(|(_, paper)| *paper);
        let last = fitting.next_back().filter(|_| papers.len() < MOST_OF_A_MEMBER)?;
        fitting.all(|other| other.id() == last.id()).then_some(last)
    }
}

/// `motie-Van Aalst c.s.`, read from its noun; returns where the reference ends, and what it means.
pub(super) fn reference<'a>(sweep: &mut Sweep<'a>, noun: &Noun) -> Option<(usize, Antecedent<'a>)> {
    let text = sweep.text;
    let (names, end) = moved_by(text, noun)?;
    let before = word_before(text, noun.span.start).map_or("", |word| word.of(text));
    let another = noun.plural || is_one_of(before, &["een", "andere", "nieuwe", "gewijzigde", "tweede"]);
    let input = input_at(text, end);
    // Words that tell which of the member's motions it is show that there is more than one.
    let told = |expected: &'static str| {
        stands(&input, |input: &mut Input<'_>| {
            (opt(comma), sep, word(expected), some_sep).void().parse_next(input)
        })
    };
    let goes_on =
        ["over", "van", "op", "inzake", "betreffende", "waarin", "die", "onder"].into_iter().any(told)
            || stands(&input, (opt(comma), sep, opt('('), number_sign));
    if another || goes_on || sweep.is_marked(end) {
        return None;
    }
    let paper = sweep.movers.meant(noun.kind, &names)?;
    let end = sweep.refer(Span::new(noun.span.start, end), paper, None, Reference::Mover)?;
    Some((end, paper))
}

/// Who moved a motion or an amendment, and where the names end.
fn moved_by(text: &str, noun: &Noun) -> Option<(Names, usize)> {
    if !matches!(noun.kind, Kind::Motie | Kind::Amendement) {
        return None;
    }
    let mut input = input_at(text, noun.span.end);
    let names = attempt(&mut input, names)?;
    Some((names, here(&input)))
}

fn names(input: &mut Input<'_>) -> Parsed<Names> {
    let several = (some_sep, word("van"), some_sep, word("de"), some_sep, word("leden"), some_sep).void();
    let one = (
        (some_sep, word("van"), some_sep),
        alt((
            (word("het"), some_sep, word("lid")).void(),
            (word("de"), some_sep, word("heer")).void(),
            word("mevrouw"),
        )),
        some_sep,
    );
    let listed = attempt(input, several).is_some();
    if !listed && attempt(input, one).is_none() {
        alt(((sep, '-', sep).void(), some_sep)).parse_next(input)?;
    }
    let mut names = vec![name(input)?];
    while names.len() < MOST_NAMES {
        let next = attempt(input, |input: &mut Input<'_>| {
            let slash = attempt(input, (sep, '/', sep)).is_some();
            if !slash {
                only_if(listed)?;
                alt(((some_sep, word("en"), some_sep).void(), comma)).parse_next(input)?;
            }
            name(input)
        });
        let Some(next) = next else { break };
        names.push(next);
    }
    let others = (some_sep, word("c"), '.', sep, word("s"), '.').void();
    let and_others = attempt(input, others).is_some();
    // Extraction and wrong encodings leave signs within names.
    only_if(next_char(input).is_none_or(|next| next.is_whitespace() || ".,;:()?!*_-’»\"”".contains(next)))?;
    Ok(Names { names, and_others })
}

/// A surname, with first name and particles: `Remco Dijkstra`, `Van der Lee`, `De Graaf`.
fn name(input: &mut Input<'_>) -> Parsed<String> {
    let mut whole = part(input, false)?;
    while let Some(more) = attempt(input, |input: &mut Input<'_>| {
        some_sep(input)?;
        part(input, true)
    }) {
        whole.push_str(&more);
    }
    // What a name cannot be is where the citation begins.
    only_if(!whole.starts_with("kamerstuk")).map(|()| whole)
}

/// A word with a capital, and the small ones before it where a name has begun.
fn part(input: &mut Input<'_>, within: bool) -> Parsed<String> {
    let mut whole = String::new();
    loop {
        let part: &str =
            take_while(1..40, |sign: char| is_word_sign(sign) || sign == '-').parse_next(input)?;
        whole.push_str(&folded(part));
        if part.starts_with(char::is_uppercase) {
            return only_if(!part.contains(|sign: char| sign.is_ascii_digit())).map(|()| whole);
        }
        only_if(within && is_one_of(part, &["van", "de", "den", "der", "ten", "ter", "el", "al"]))?;
        some_sep(input)?;
    }
}
