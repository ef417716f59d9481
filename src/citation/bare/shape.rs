//! What makes a number of five digits a dossier: a number behind it, a chapter, parentheses around it.

use winnow::Parser;
use winnow::combinator::opt;
use winnow::token::one_of;

use crate::identifier::{Dossier, Toevoeging};

use super::super::grammar::{
    EmptyError, Input, Parsed, WrittenDossier, attempt, comma, connector, dash, dossier, is_bounded, is_day,
    is_word_sign, letters, next_char, number_sign, only_if, rest, sep, some_sep, stands, written_number,
};
use super::super::kamerstuk::{is_full, letter_word, signed};

/// Dossiers without a keyword have five digits. The numbering began in 1945 and has passed 36 800 in 2025; it grows by some 300 a year.
const DOSSIERS: std::ops::Range<u32> = 10_000..45_000;

/// What makes the number a dossier.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Shape {
    /// What says its chamber or the Kingdom: `35 673 EK B`, `35 934 (R2158)`.
    Certain,
    /// `29 544, nr. 959`, `34 558, letter C`.
    Numbered,
    /// `35570-XIV-46`, `33 802, C`.
    Joined {
        /// Whether it may as well be a range or a sum, and counts only where something says more, or nothing else stands there: `36067 – 61`, `29 911-226`.
        doubtful: bool,
    },
    /// `36 410 XIII`, `21501-08`: the dossier alone, by what follows its number.
    Extended,
    /// `(35124)`: nothing but the parentheses.
    Enclosed,
}

/// Whether it is printed as a dossier is, and its number is one that a dossier may have.
pub(super) fn is_dossier(written: &WrittenDossier) -> bool {
    let value = written.dossier.and_then(|dossier| dossier.number.value());
    is_full(written) && value.is_none_or(|value| DOSSIERS.contains(&value))
}

impl Shape {
    /// `behind` is what stands behind the dossier; `enclosed` tells that it stands right behind an opening parenthesis.
    pub(super) fn of(behind: &Input<'_>, written: &WrittenDossier, enclosed: bool) -> Option<Self> {
        if written.rijkswet.is_some() || stands(behind, letter_of_chamber) {
            return Some(Self::Certain);
        }
        let joint = behind_joint_dossiers(behind);
        if stands(&joint, signed)
            || stands(behind, number_in_parentheses)
            || stands(behind, (comma, letter_word, letters))
        {
            return Some(Self::Numbered);
        }
        if stands(behind, (dash, joined_number)) {
            let apart = rest(behind).starts_with(char::is_whitespace);
            let grouped = written.number_span.len() > 5;
            let plain = written.span == written.number_span;
            return Some(Self::Joined { doubtful: plain && (apart || grouped) });
        }
        if stands(behind, lettered) || (enclosed && stands(behind, (some_sep, letters, sep, ')'))) {
            return Some(Self::Joined { doubtful: false });
        }
        let meant = written.dossier?;
        if meant.toevoeging.is_some_and(|toevoeging| is_believed(meant, toevoeging, behind)) {
            return Some(Self::Extended);
        }
        (enclosed && stands(&joint, (sep, ')'))).then_some(Self::Enclosed)
    }
}

/// Behind all dossiers of a joint paper: `29 521 en 34 952, nr. 403`.
fn behind_joint_dossiers<'a>(behind: &Input<'a>) -> Input<'a> {
    let mut joint = *behind;
    let next = |input: &mut Input<'a>| {
        connector(input)?;
        dossier(input).ok().filter(is_dossier).ok_or(EmptyError)
    };
    while attempt(&mut joint, next).is_some() {}
    joint
}

/// `35 673 EK B`
fn letter_of_chamber(input: &mut Input<'_>) -> Parsed<()> {
    (opt(comma), sep, "EK", some_sep, letters).void().parse_next(input)
}

/// `29 544 (nr. 959)`
fn number_in_parentheses(input: &mut Input<'_>) -> Parsed<()> {
    (sep, '(', sep, number_sign, sep, written_number).void().parse_next(input)
}

/// The number behind a dash: `-385`, and not a part of something longer.
fn joined_number(input: &mut Input<'_>) -> Parsed<()> {
    written_number(input)?;
    let group = (some_sep, one_of(|sign: char| sign.is_ascii_digit()));
    let goes_on = next_char(input).is_some_and(is_word_sign) || stands(input, group);
    only_if(!goes_on || stands(input, (some_sep, day)))
}

/// `29911-226 27 maart 2020`: what comes next is a date of its own.
fn day(input: &mut Input<'_>) -> Parsed<()> {
    written_number(input)?;
    only_if(is_day(input))
}

/// `33 802, C`
fn lettered(input: &mut Input<'_>) -> Parsed<()> {
    (comma, letters).void().parse_next(input)?;
    only_if(is_bounded(input))
}

/// Whether what follows the number is a chapter, a fund or a part, and not a unit: `25 000 V` is a voltage as well.
fn is_believed(dossier: Dossier, toevoeging: Toevoeging, behind: &Input<'_>) -> bool {
    let is_sum = dossier.number.value().is_some_and(|value| value.is_multiple_of(1_000));
    let single = match toevoeging {
        Toevoeging::Part(_) | Toevoeging::Rijkswet(_) => false,
        Toevoeging::Fund(_) => true,
        Toevoeging::Chapter(roman, letter) => letter.is_none() && matches!(roman.value(), 1 | 5 | 10),
    };
    !single || !is_sum || is_bounded(behind)
}
