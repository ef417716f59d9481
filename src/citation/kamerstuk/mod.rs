//! The family of Kamerstukken that a keyword announces: `Kamerstuk 29 521, nr. 385`.
//!
//! ```text
//! citation   keyword  papers  { connector papers }
//! papers     { chamber | session }  dossier  { connector dossier }  [ number  { connector number } ]
//! number     [ aside ]  [ sign ]  number  [ aside ]  [ pin ]
//! ```
//! The number of a joint paper belongs to the dossier named first.
//! Those without a keyword are the matter of `bare`, which reads [`Papers`] too.

mod aside;
mod before_number;
mod document_number;
mod forms;
mod introduction;
mod keyword;
mod numbers;
mod papers;
mod targets;

use crate::text::Span;

use super::first_look::Look;
use super::grammar::{Input, Parsed, attempt, here, only_if, rest};
use super::recognise::{Grammar, Scene};
use super::{Citation, Family, Standing};

pub(super) use self::aside::letter_word;
pub(super) use self::introduction::Stated;
use self::introduction::stated;
use self::keyword::Keyword;
pub(super) use self::numbers::{numbers, signed};
use self::papers::further_papers;
pub(super) use self::papers::{Papers, is_full, papers};

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
        "Bijl",
    ],
    numbers: &[],
    forms: forms::KEYWORD,
    read,
};

/// Number first, with a short keyword in front.
pub(super) static BEFORE_NUMBER: Grammar = Grammar {
    starts: &[],
    numbers: &[Look { words: &before_number::ENDS, ..Look::ANY }],
    forms: forms::BEFORE_NUMBER,
    read: before_number::citation,
};

fn read(input: &mut Input<'_>, scene: &Scene<'_>) -> Option<Citation> {
    if rest(input).starts_with('B') {
        return attempt(input, |input: &mut Input<'_>| citation(input, keyword::annex));
    }
    attempt(input, |input: &mut Input<'_>| citation(input, keyword::kamerstuk))
        .or_else(|| attempt(input, document_number::citation))
        .or_else(|| of_chamber(scene))
}

/// `Tweede Kamer, vergaderjaar 2023–2024, 19 637, nr. 3198`. At the foot of a paper's pages the same names the paper itself.
fn of_chamber(scene: &Scene<'_>) -> Option<Citation> {
    let before = scene.before.trim_end();
    let ordinal =
        ["weede", "erste", "WEEDE", "ERSTE"].iter().find_map(|ordinal| before.strip_suffix(ordinal))?;
    let ordinal = ordinal.strip_suffix(['T', 't', 'E', 'e'])?;
    let start = scene.floor() + ordinal.len();
    let citation = citation(&mut scene.input_at(start), keyword::chamber).ok()?;
    (!is_own(&citation, scene)).then_some(citation)
}

/// Whether it is the number of the letter itself, as head and feet print it.
fn is_own(citation: &Citation, scene: &Scene<'_>) -> bool {
    let own = scene.context.own.map(crate::identifier::DocumentId::base);
    matches!(&citation.targets[..], [only] if Some(only.id.base()) == own)
}

fn citation(input: &mut Input<'_>, keyword: fn(&mut Input<'_>) -> Parsed<Keyword>) -> Parsed<Citation> {
    let start = here(input);
    let keyword = keyword(input)?;
    behind_keyword(input, start, |papers, rest| keyword.suffices(papers, rest))
}

/// What stands behind a keyword that began at `start`, where its first papers, and what follows them, are enough for it.
pub(super) fn behind_keyword(
    input: &mut Input<'_>,
    start: usize,
    suffices: impl Fn(&Papers, &Input<'_>) -> bool,
) -> Parsed<Citation> {
    let said = stated(input);
    let first = papers(input, said)?;
    only_if(suffices(&first, input))?;
    let mut all = vec![first];
    while let Some(next) = attempt(input, |input: &mut Input<'_>| further_papers(input, &all[all.len() - 1]))
    {
        all.push(next);
    }
    Ok(whole(Span::new(start, here(input)), &all))
}

/// One citation of all that was read.
pub(in crate::citation) fn whole(span: Span, papers: &[Papers]) -> Citation {
    let mut targets = Vec::new();
    let mut problems = Vec::new();
    for group in papers {
        group.targets(&mut targets);
        group.problems(&mut problems);
    }
    if let [only] = &mut targets[..] {
        only.span = span;
    }
    let stated = &papers[0].stated;
    Citation {
        span,
        family: Family::Kamerstuk,
        targets,
        kamer: stated.kamer,
        session: stated.session,
        standing: Standing::Stated,
        pages: Vec::new(),
        problems,
    }
}

#[cfg(test)]
mod tests;
