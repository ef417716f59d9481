//! Keywords that are met from the number behind them: `TK`, `vergaderjaar`, `Kst.`
//!
//! They are too short to be sought for, or stand in every letter for other reasons.
//! Therefore a number looks back at the word in front of it, which for nearly all of them ends the matter.

use crate::citation::Citation;
use crate::citation::grammar::{Input, here};
use crate::citation::recognise::Scene;

use super::keyword;

/// So many bytes before a number its keyword begins at most, line ends and markup included.
const REACH: usize = 64;

/// Reads a citation whose keyword stands in front of this number.
pub(super) fn citation(input: &mut Input<'_>, scene: &Scene<'_>) -> Option<Citation> {
    let before = scene.before;
    if !may_end_keyword(before) {
        return None;
    }
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

/// Whether the last word before a number may be the end of a keyword or of what stands behind one.
fn may_end_keyword(before: &str) -> bool {
    const ENDS: [&[u8]; 17] = [
        b"TK",
        b"EK",
        b"jaar",
        b"JAAR",
        b"itting",
        b"Kst",
        b"kst",
        b"KST",
        b"St",
        b"Hand",
        b"I",
        b"ossier",
        b"ossiers",
        b"ossiernummer",
        b"ossiernr",
        b"svoorstel",
        b"svoorstellen",
    ];
    let bytes = before.as_bytes();
    // Of the signs between a word and a number, markup alone is long.
    let Some(gap) = bytes.iter().rev().take(24).position(u8::is_ascii_alphabetic) else { return false };
    let word = &bytes[..bytes.len() - gap];
    // `wetsvoorstel nr. 35 570`, `wetsvoorstel met nummer 35 570`
    let sign = word.strip_suffix(b"nr").or_else(|| word.strip_suffix(b"nummer"));
    let word = sign.map_or(word, <[u8]>::trim_ascii_end);
    let word = word.strip_suffix(b" met").unwrap_or(word);
    ENDS.iter().any(|end| word.ends_with(end)) || ends_with_markup(before)
}

/// Whether an entity or the address of a link stands last, so that the word before it is not seen at once.
fn ends_with_markup(before: &str) -> bool {
    let before = before.trim_end();
    let opening = match before.bytes().next_back() {
        Some(b';') => "&",
        Some(b')') => "](",
        _ => return false,
    };
    before[before.floor_char_boundary(before.len().saturating_sub(REACH))..].contains(opening)
}
