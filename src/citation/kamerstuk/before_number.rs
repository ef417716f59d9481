//! Keywords that are met from the number behind them: `TK`, `vergaderjaar`, `Kst.`
//!
//! They are too short to be sought for, or stand in every letter for other reasons.
//! Therefore a number looks back at the words in front of it.

use crate::citation::Citation;
use crate::citation::grammar::{Input, here};
use crate::citation::recognise::Scene;

use super::keyword;

/// So many bytes before a number its keyword begins at most, line ends and markup included.
const REACH: usize = 64;

/// What a keyword ends with, or what stands behind one.
pub(super) const ENDS: [&str; 14] = [
    "TK",
    "EK",
    "jaar",
    "itting",
    "kst",
    "St",
    "Hand",
    "I",
    "ossier",
    "ossiers",
    "svoorstel",
    "svoorstellen",
    // `wetsvoorstel nr. 35 570`, `dossiernummer 35 570`
    "nr",
    "nummer",
];

/// Reads a citation whose keyword stands in front of this number.
pub(super) fn citation(input: &mut Input<'_>, scene: &Scene<'_>) -> Option<Citation> {
    let before = scene.before;
    let number = here(input);
    let from = before.floor_char_boundary(before.len().saturating_sub(REACH));
    // Behind a keyword this number is the first.
    let from =
        before[from..].rfind(|sign: char| sign.is_ascii_digit()).map_or(from, |digit| from + digit + 1);
    let nearby = &before[from..];
    let offset = number - nearby.len();
    let mut glued = before[..from].chars().next_back().is_some_and(char::is_alphabetic);
    // The first that reads up to the number has the most of it: `TK vergaderjaar 2023–2024`.
    for (at, sign) in nearby.char_indices() {
        let begins = !glued
            && matches!(
                sign,
                'T' | 'E'
                    | 'K'
                    | 'k'
                    | 'P'
                    | 'p'
                    | 'v'
                    | 'V'
                    | 'z'
                    | 'Z'
                    | 'B'
                    | 'b'
                    | 'd'
                    | 'D'
                    | 'w'
                    | 'W'
                    | 'i'
                    | 'I'
            );
        glued = sign.is_alphabetic();
        if !begins {
            continue;
        }
        let mut input = scene.input_at(offset + at);
        let read = super::citation(&mut input, keyword::before_number).ok();
        if let Some(citation) = read.filter(|read| read.span.end > number && !super::is_own(read, scene)) {
            return Some(citation);
        }
    }
    None
}
