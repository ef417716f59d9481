//! The one separator that stands between the parts of a citation.
//!
//! It swallows whatever print, extraction or markup puts there, so that no family has to think of it (design, section 3).

use winnow::stream::Stream;

use super::{EmptyError, Input, Parsed, only_if, rest};

/// What may stand between two parts of a citation, and may be nothing.
/// A blank line is never swallowed: a citation ends there.
#[expect(clippy::unnecessary_wraps, reason = "a piece like all others")]
pub(in crate::citation) fn sep(input: &mut Input<'_>) -> Parsed<()> {
    let len = separator_len(rest(input), true);
    input.next_slice(len);
    Ok(())
}

/// The same, where something must stand.
pub(in crate::citation) fn some_sep(input: &mut Input<'_>) -> Parsed<()> {
    match separator_len(rest(input), true) {
        0 => Err(EmptyError),
        len => {
            input.next_slice(len);
            Ok(())
        }
    }
}

/// A word in upper or lower case, also with the hyphen of a line's end inside it, whether the line still ends there or not: `Kamerstuk-ken`, `verga-⏎derjaar`.
pub(in crate::citation) fn word<'a>(expected: &str) -> impl FnMut(&mut Input<'a>) -> Parsed<()> {
    move |input| {
        let text = rest(input);
        let alike =
            text.bytes().zip(expected.bytes()).take_while(|(one, other)| one.eq_ignore_ascii_case(other));
        let len = match alike.count() {
            whole if whole == expected.len() => whole,
            // Nearly always another word stands there; only a hyphen makes it worth a closer look.
            part => match text.as_bytes().get(part) {
                Some(b'-' | 0x80..) => broken_word_len(text, expected).ok_or(EmptyError)?,
                _ => return Err(EmptyError),
            },
        };
        input.next_slice(len);
        Ok(())
    }
}

/// The bytes of a word that a hyphen breaks, if it stands at the start of `text`.
fn broken_word_len(text: &str, expected: &str) -> Option<usize> {
    let mut at = 0;
    for (index, wanted) in expected.char_indices() {
        if index > 0 {
            at += hyphenation_len(&text[at..]);
        }
        let found = text[at..].chars().next().filter(|found| found.eq_ignore_ascii_case(&wanted))?;
        at += found.len_utf8();
    }
    Some(at)
}

/// The end of a word that has begun, `stuk` behind `Kamer`, with the hyphen that may break the two apart.
pub(in crate::citation) fn word_end<'a>(expected: &'static str) -> impl FnMut(&mut Input<'a>) -> Parsed<()> {
    move |input| {
        let hyphenation = hyphenation_len(rest(input));
        input.next_slice(hyphenation);
        word(expected)(input)
    }
}

/// A hyphen or dash between two numbers, and what stands around it. At a line's end too it is the dash, and not the trace of a broken word.
/// At a line's start with a blank behind it it begins the next item of an enumeration.
pub(in crate::citation) fn dash(input: &mut Input<'_>) -> Parsed<()> {
    let text = rest(input);
    let before = separator_len(text, false);
    let after = text[before..].strip_prefix(['-', '–', '—', '\u{2010}', '\u{2011}']).ok_or(EmptyError)?;
    let item = text[..before].contains(['\n', '\r']) && after.starts_with(char::is_whitespace);
    only_if(!item)?;
    input.next_slice(text.len() - after.len() + separator_len(after, true));
    Ok(())
}

/// The text without the separator that it ends with: for a first look at what stands in front of a number.
/// It takes off more than a separator would be, so that whoever believes in what stands there reads it anew, with [`sep`].
pub(in crate::citation) fn before_sep(text: &str) -> &str {
    let is_swallowed = |sign: char| {
        let mark = matches!(sign, '*' | '_' | '\\' | '[' | ']' | '>' | '-');
        mark || sign.is_whitespace()
            || is_raised(sign)
            || matches!(sign, '\u{AD}' | '\u{2010}' | '\u{200B}' | '\u{2060}' | '\u{FEFF}')
    };
    // In print a blank or nothing stands there, behind a word.
    if let [.., b'0'..=b'9' | b'A'..=b'Z' | b'a'..=b'z' | b'.' | b','] =
        text.strip_suffix(' ').unwrap_or(text).as_bytes()
    {
        return text.strip_suffix(' ').unwrap_or(text);
    }
    let mut text = text.trim_end_matches(is_swallowed);
    while let Some(entity) = ENTITIES.iter().find_map(|entity| text.strip_suffix(entity)) {
        text = entity.trim_end_matches(is_swallowed);
    }
    text
}

/// Whether only blanks come before the end of the paragraph.
pub(in crate::citation) fn ends_paragraph(input: &Input<'_>) -> bool {
    let text = rest(input);
    let blanks = &text[..text.len() - text.trim_start().len()];
    blanks.len() == text.len() || blanks.replace("\r\n", "\n").matches(['\n', '\r']).count() > 1
}

/// The bytes of the separator at the start of `text`; with the hyphens that broken words leave at a line's end, or without.
#[inline]
fn separator_len(text: &str, with_hyphens: bool) -> usize {
    // In print a blank or nothing stands between two parts, and then a word, a number or a sign.
    match text.as_bytes() {
        [] => 0,
        [next, ..] if ends_separator(*next) => 0,
        [b' ', next, ..] if ends_separator(*next) => 1,
        _ => any_separator_len(text, with_hyphens),
    }
}

/// Whether this is no part of a separator, and nothing else has to be looked at to know it.
const fn ends_separator(next: u8) -> bool {
    next.is_ascii_alphanumeric() || matches!(next, b',' | b'.' | b';' | b':' | b'(' | b')' | b'/')
}

/// The same for what print, extraction and markup leave there.
fn any_separator_len(text: &str, with_hyphens: bool) -> usize {
    let mut at = 0;
    let mut broken = false;
    loop {
        let tail = &text[at..];
        if let Some(len) =
            line_break_len(tail).filter(|_| with_hyphens || !tail.starts_with(['-', '\u{2010}']))
        {
            if broken {
                return 0;
            }
            broken = true;
            at += len;
            continue;
        }
        match swallowed_len(tail) {
            0 => return at,
            len => at += len,
        }
    }
}

/// A line break, with the hyphen before it and the quotation marks of Markdown after it.
fn line_break_len(text: &str) -> Option<usize> {
    if !text.starts_with(['-', '\n', '\r', '\u{2010}', '\u{AD}']) {
        return None;
    }
    let after_hyphen = match text.strip_prefix(['-', '\u{2010}', '\u{AD}']) {
        Some(rest) => {
            let rest = rest.trim_start_matches([' ', '\t']);
            rest.starts_with(['\n', '\r']).then_some(rest)?
        }
        None => text,
    };
    let mut rest = after_hyphen.strip_prefix("\r\n").or_else(|| after_hyphen.strip_prefix(['\n', '\r']))?;
    while let Some(quoted) = rest.trim_start_matches([' ', '\t']).strip_prefix('>') {
        rest = quoted;
    }
    Some(text.len() - rest.len())
}

/// Whether a sign makes what stands before it another word or number. A footnote mark that was set as one does not.
pub(in crate::citation) fn is_word_sign(sign: char) -> bool {
    sign.is_alphanumeric() && !is_raised(sign)
}

/// The figures of footnote marks.
fn is_raised(sign: char) -> bool {
    matches!(sign, '¹' | '²' | '³' | '⁰' | '⁴'..='⁹')
}

/// Footnote marks that were set as such, `²` or `[^2]`; there may be none.
#[expect(clippy::unnecessary_wraps, reason = "a piece like all others")]
pub(in crate::citation) fn footnote_marks(input: &mut Input<'_>) -> Parsed<()> {
    while let len @ 1.. = footnote_mark_len(rest(input)) {
        input.next_slice(len);
    }
    Ok(())
}

fn footnote_mark_len(text: &str) -> usize {
    match text.chars().next() {
        Some(sign) if is_raised(sign) => sign.len_utf8(),
        // A longer label is none that people give.
        Some('[') if text[1..].starts_with('^') => {
            text.find(']').filter(|&end| end < 24).map_or(0, |end| end + 1)
        }
        _ => 0,
    }
}

/// Blanks and hyphens as HTML names them.
const ENTITIES: [&str; 5] = ["&nbsp;", "&#160;", "&thinsp;", "&ensp;", "&shy;"];

/// One sign that means nothing within a citation; zero where the next sign means something.
fn swallowed_len(text: &str) -> usize {
    let Some(sign) = text.chars().next() else { return 0 };
    match sign {
        '\n' | '\r' => 0,
        // Emphasis (the Leidraad has keywords in italics), and the signs without width that extraction leaves.
        '*' | '_' | '\u{AD}' | '\u{200B}' | '\u{2060}' | '\u{FEFF}' => sign.len_utf8(),
        '\\' if text[1..].starts_with(|next: char| next.is_ascii_punctuation()) => 1,
        '&' => ENTITIES.iter().find(|entity| text.starts_with(**entity)).map_or(0, |entity| entity.len()),
        '[' if text[1..].starts_with('^') => footnote_mark_len(text),
        '[' => 1,
        ']' => 1 + link_target_len(&text[1..]),
        _ if sign.is_whitespace() => sign.len_utf8(),
        _ => footnote_mark_len(text),
    }
}

/// The address behind a link's text, `(https://…)`.
fn link_target_len(text: &str) -> usize {
    if !text.starts_with('(') {
        return 0;
    }
    text.find(|sign: char| sign == ')' || sign.is_whitespace())
        .filter(|&end| text[end..].starts_with(')'))
        .map_or(0, |end| end + 1)
}

/// The hyphen that a line's end leaves inside a word.
fn hyphenation_len(text: &str) -> usize {
    if let Some(len) = line_break_len(text).filter(|_| !text.starts_with(['\n', '\r'])) {
        let indented = &text[len..];
        return len + indented.len() - indented.trim_start_matches([' ', '\t']).len();
    }
    match text.chars().next() {
        Some(sign @ ('-' | '\u{AD}' | '\u{2010}' | '\u{200B}')) => sign.len_utf8(),
        _ => 0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn swallows_what_print_extraction_and_markup_put_there() {
        for swallowed in [
            "",
            " ",
            "  ",
            "\u{A0}",
            "\u{202F}",
            "\n",
            " \r\n",
            "-\n",
            "- \r\n  ",
            "\u{AD}",
            "\n> ",
            "\n > > ",
            "* ",
            "** ",
            "&nbsp;",
            " [",
            "](https://example.nl/a) ",
            "¹ ",
            "[^12] ",
            "\u{0C}",
            "\\.".trim_end_matches('.'),
        ] {
            let followed = format!("{swallowed}.29");
            assert_eq!(separator_len(&followed, true), swallowed.len(), "{swallowed:?}");
        }
    }

    #[test]
    fn ends_at_a_blank_line() {
        assert_eq!(separator_len("\n\n29", true), 0);
        assert_eq!(separator_len(" \r\n \r\n29", true), 0);
        assert_eq!(separator_len("\n>\n> 29", true), 0);
    }

    #[test]
    fn a_word_may_be_broken() {
        for text in [
            "Kamerstukken",
            "KAMERSTUKKEN",
            "Kamerstuk-ken",
            "Kamer-\nstuk-\n  ken",
            "Kamer\u{AD}stukken",
            "Kamer-\n> stukken",
        ] {
            let mut input = Input::new(text);
            assert!(word("kamerstukken")(&mut input).is_ok(), "{text:?}");
            assert_eq!(rest(&input), "");
        }
        assert!(word("kamerstukken")(&mut Input::new("Kamer stukken")).is_err());
    }
}
