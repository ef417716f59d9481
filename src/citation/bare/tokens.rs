//! What touches a number: whether it stands by itself, or is a piece of an amount, an address or a longer number.

use super::super::grammar::{Input, rest};

/// So many bytes before a number an address that it is part of may have its telling signs.
const ADDRESS_WITHIN: usize = 200;

/// Whether a number may begin behind `before`, and is not the rest of something longer.
pub(super) fn starts_cleanly(before: &str) -> bool {
    let Some(last) = before.chars().next_back() else { return true };
    let ahead = before[..before.len() - last.len_utf8()].chars().next_back();
    let cleanly = match last {
        '(' | '[' | '{' | '"' | '\'' | '’' | '‘' | '“' | '”' | '„' | '«' | '»' | ',' | ';' | '*' | '|'
        | '>' => !(last == ',' && ahead.is_some_and(|sign| sign.is_ascii_digit())),
        '_' => !ahead.is_some_and(char::is_alphanumeric),
        // The dash of an enumeration.
        '-' | '–' | '—' => ahead.is_none_or(|sign| sign.is_whitespace() || sign == '('),
        // A blank that extraction lost, `t.v.v.36800-X-49`.
        '.' | ':' => ahead.is_some_and(char::is_alphabetic),
        // An amount and a telephone number are printed in groups of digits.
        _ if last.is_whitespace() => {
            let front = before.trim_end_matches([' ', '\t', '\u{A0}', '\u{202F}', '\u{2009}']);
            !front.ends_with(|sign: char| sign.is_ascii_digit() || matches!(sign, '€' | '$' | '£' | '+'))
        }
        _ => false,
    };
    let nearby = &before[before.ceil_char_boundary(before.len().saturating_sub(ADDRESS_WITHIN))..];
    let word = nearby.rsplit(char::is_whitespace).next().unwrap_or_default();
    cleanly && !["://", "www.", "=", "@", "%"].iter().any(|sign| word.contains(sign))
}

/// Whether a citation ends here, and what was read is not the beginning of something longer.
pub(super) fn ends_cleanly(input: &Input<'_>) -> bool {
    let mut signs = rest(input).chars();
    let (Some(next), after) = (signs.next(), signs.next()) else { return true };
    match next {
        '-' | '–' | '/' | '_' | '\u{2011}' => !after.is_some_and(char::is_alphanumeric),
        ',' => !after.is_some_and(|sign| sign.is_ascii_digit()),
        // `29911-226.pdf`, `25000.50`
        '.' => !after.is_some_and(|sign| sign.is_ascii_digit() || sign.is_lowercase()),
        '@' | '%' | '€' | '°' | '=' => false,
        _ => true,
    }
}
