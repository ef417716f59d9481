//! The dossier first, then what makes it one: a number, a chapter, parentheses.

use winnow::Parser;
use winnow::combinator::opt;
use winnow::token::one_of;

use crate::identifier::{Dossier, Kamer, Toevoeging};
use crate::text::Span;

use super::super::grammar::{
    EmptyError, Input, Parsed, WrittenDossier, attempt, comma, connector, dash, dossier, here, is_bounded,
    is_word_sign, letters, next_char, number_sign, only_if, rest, sep, session, some_sep, stands,
    written_number,
};
use super::super::kamerstuk::{Stated, is_full, papers, whole};
use super::super::recognise::Scene;
use super::super::{Citation, Standing};
use super::evidence::{self, Evidence};
use super::number_first;
use super::tokens::{ends_cleanly, ends_with, starts_cleanly};

/// Dossiers without a keyword have five digits. The numbering began in 1945 and has passed 36 800 in 2025; it grows by some 300 a year.
const DOSSIERS: std::ops::Range<u32> = 10_000..45_000;

/// The highest budget chapter is XXIII; what is written like a higher one is something else.
const HIGHEST_CHAPTER: u16 = 30;

/// What makes the number a dossier.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Shape {
    /// `29 544, nr. 959`, and what says its chamber (`35 673 EK B`) or the Kingdom (`35 934 (R2158)`).
    Numbered,
    /// `35570-XIV-46`, `33 802, C`.
    Joined,
    /// `36 410 XIII`, `21501-08`: the dossier alone, by what follows its number.
    Extended,
    /// `(35124)`: nothing but the parentheses.
    Enclosed,
}

pub(super) fn read(input: &mut Input<'_>, scene: &Scene<'_>) -> Option<Citation> {
    if !starts_cleanly(scene.before) {
        return None;
    }
    let start = here(input);
    read_from(input, scene, start, Stated::default())
}

/// `2019–2020, 35 300, nr. 3`, also behind a chamber: `I 2022/23, 36 021, B`.
pub(super) fn read_with_session(input: &mut Input<'_>, scene: &Scene<'_>) -> Option<Citation> {
    let may_be = rest(input)[4..].starts_with(['/', '-', '–', ' ']) && starts_cleanly(scene.before);
    let written = may_be.then(|| attempt(input, session))??;
    let session = written.session.filter(|_| written.candidates.is_empty())?;
    attempt(input, (opt(comma), sep))?;
    let chamber = [("II", Kamer::Tweede), ("I", Kamer::Eerste)].into_iter().find_map(|(numeral, kamer)| {
        let piece = |input: &mut Input<'_>| (numeral, opt(comma), sep).void().parse_next(input);
        Some((ends_with(scene.before, numeral, piece)?, kamer))
    });
    let start = written.span.start - chamber.map_or(0, |(len, _)| len);
    let kamer = chamber.map(|(_, kamer)| kamer);
    read_from(input, scene, start, Stated { kamer, session: Some(session), ..Stated::default() })
}

fn read_from(input: &mut Input<'_>, scene: &Scene<'_>, start: usize, lead: Stated) -> Option<Citation> {
    let mut behind = *input;
    let written = dossier(&mut behind).ok().filter(is_dossier)?;
    let enclosed = evidence::is_enclosed(scene.before);
    let shape = shape(&behind, &written, enclosed)?;
    // `nr. C (35 570)`
    if shape == Shape::Enclosed
        && let Some(citation) = number_first::read_letters(scene)
    {
        return Some(citation);
    }
    let says_chamber = lead.kamer.is_some() || says_chamber_or_kingdom(&behind, &written);
    let mut papers = attempt(input, |input: &mut Input<'_>| papers(input, lead.clone()))?;
    // `(21501-08, nr. 726, was nr. 719)`
    let says_was = !papers.numbers.is_empty()
        && attempt(input, |input: &mut Input<'_>| number_first::replaced(input, &mut papers)).is_some();
    let cleanly = ends_cleanly(input) && papers.dossiers.iter().all(is_dossier);
    if !cleanly || (shape == Shape::Enclosed && !stands(input, (sep, ')'))) {
        return None;
    }
    let evidence = Evidence::of(scene.before, scene.previous, enclosed);
    let standing = match shape {
        _ if says_chamber || says_was => Standing::Stated,
        Shape::Numbered => evidence.of_numbered(input)?,
        Shape::Joined | Shape::Extended => evidence.of_joined(input, enclosed)?,
        Shape::Enclosed => evidence.of_enclosed(written.number_span.len())?,
    };
    // `36067 – 61` and `29 911-226` are papers where something says so or nothing follows, and else perhaps sums; `29 911 – 226` looks like a sum at any rate.
    let apart = rest(&behind).starts_with(char::is_whitespace);
    let grouped = written.number_span.len() > 5;
    let trusted = (!apart && !grouped) || (is_bounded(input) && !(apart && grouped));
    if shape == Shape::Joined && standing != Standing::Stated && !trusted {
        return None;
    }
    Some(Citation { standing, ..whole(Span::new(start, here(input)), &[papers]) })
}

/// Whether it is printed as a dossier is, and its number is one that a dossier may have.
pub(super) fn is_dossier(written: &WrittenDossier) -> bool {
    let value = written.dossier.and_then(|dossier| dossier.number.value());
    is_full(written) && value.is_none_or(|value| DOSSIERS.contains(&value))
}

/// `behind` is what stands behind the dossier.
fn shape(behind: &Input<'_>, written: &WrittenDossier, enclosed: bool) -> Option<Shape> {
    let signed = (opt(comma), sep, number_sign, sep, written_number);
    if stands(behind, signed) || says_chamber_or_kingdom(behind, written) {
        return Some(Shape::Numbered);
    }
    // `29 521 en 34 952, nr. 403`
    let mut joint = *behind;
    while attempt(&mut joint, |input: &mut Input<'_>| {
        connector(input)?;
        dossier(input).ok().filter(is_dossier).ok_or(EmptyError)
    })
    .is_some()
    {}
    if here(&joint) > here(behind) && stands(&joint, (opt(comma), sep, number_sign, sep, written_number)) {
        return Some(Shape::Numbered);
    }
    if stands(behind, (dash, joined_number)) || stands(behind, lettered) {
        return Some(Shape::Joined);
    }
    let meant = written.dossier?;
    if meant.toevoeging.is_some_and(|toevoeging| is_believed(meant, toevoeging, behind)) {
        return Some(Shape::Extended);
    }
    let closes = stands(&joint, (sep, ')'));
    (enclosed && closes).then_some(Shape::Enclosed)
}

/// `35 673 EK B`, or the number of a bill for the Kingdom behind the dossier, which has been read.
fn says_chamber_or_kingdom(behind: &Input<'_>, written: &WrittenDossier) -> bool {
    let kingdom = here(behind) > written.span.end;
    let chamber = |input: &mut Input<'_>| (opt(comma), sep, "EK", some_sep, letters).void().parse_next(input);
    kingdom || stands(behind, chamber)
}

/// The number behind a dash: `-385`, and not a part of something longer.
fn joined_number(input: &mut Input<'_>) -> Parsed<()> {
    written_number(input)?;
    let group = (some_sep, one_of(|sign: char| sign.is_ascii_digit()));
    let more = next_char(input).is_some_and(is_word_sign) || stands(input, group);
    only_if(!more || stands(input, (some_sep, session_or_day)))
}

/// `29911-226 27 maart 2020`: what comes next is a date of its own.
fn session_or_day(input: &mut Input<'_>) -> Parsed<()> {
    written_number(input)?;
    only_if(super::super::grammar::is_day(input))
}

/// `33 802, C`
fn lettered(input: &mut Input<'_>) -> Parsed<()> {
    (comma, letters).void().parse_next(input)?;
    only_if(is_bounded(input))
}

/// Whether what follows the number is a chapter, a fund or a part, and not a unit or a name.
fn is_believed(dossier: Dossier, toevoeging: Toevoeging, behind: &Input<'_>) -> bool {
    // `25 000 V` is a voltage as well.
    let is_sum = dossier.number.value().is_some_and(|value| value.is_multiple_of(1_000));
    let single = || !is_sum || is_bounded(behind);
    match toevoeging {
        Toevoeging::Part(_) | Toevoeging::Rijkswet(_) => true,
        Toevoeging::Fund(_) => single(),
        Toevoeging::Chapter(roman, letter) => {
            let several = roman.to_string().len() > 1 || letter.is_some();
            roman.value() <= HIGHEST_CHAPTER && (several || single())
        }
    }
}
