//! The passage that somebody means who selects something, or who only stands somewhere, to make a note on it.

use crate::text::Span;

/// The passage that a selection means, in bytes of the text: without the blanks and line ends at its ends. Where nothing is selected, the sentence that the cursor is in. `None` where nothing stands there.
#[must_use]
pub fn passage(text: &str, selected: Span) -> Option<Span> {
    let selected = Span::new(text.floor_char_boundary(selected.start), text.ceil_char_boundary(selected.end));
    let span = if selected.is_empty() { sentence(text, selected.start) } else { selected };
    let words = span.of(text);
    let start = span.start + words.len() - words.trim_start().len();
    let words = words.trim();
    (!words.is_empty()).then(|| Span::new(start, start + words.len()))
}

/// The sentence around a byte: within its paragraph, from behind the sentence before up to its own full stop.
fn sentence(text: &str, at: usize) -> Span {
    let (start, end) = paragraph(text, at);
    let mut from = start;
    for stop in ends_of_sentences(&text[start..end]) {
        let stop = start + stop;
        if stop > at {
            return Span::new(from, stop);
        }
        from = stop;
    }
    Span::new(from, end)
}

/// The paragraph around a byte: the lines between two blank ones.
fn paragraph(text: &str, at: usize) -> (usize, usize) {
    let is_blank = |line: &str| line.trim().is_empty();
    let here = line_start(text, at);
    let mut start = here;
    while start > 0 {
        let before = line_start(text, start - 1);
        if is_blank(&text[before..start]) {
            break;
        }
        start = before;
    }
    let lines = text[here..].split_inclusive('\n').take_while(|line| !is_blank(line));
    let end = here + lines.map(str::len).sum::<usize>();
    // A blank line belongs to no paragraph.
    (if end == here { here } else { start }, end)
}

fn line_start(text: &str, at: usize) -> usize {
    text[..at].rfind('\n').map_or(0, |end| end + 1)
}

/// Where sentences end: behind a mark that ends one, and the quotation marks and brackets that close with it, where a blank and a capital follow. An abbreviation (`nr. 385`, `drs. Jansen`) ends none as far as its length tells.
fn ends_of_sentences(text: &str) -> impl Iterator<Item = usize> + '_ {
    text.char_indices().filter(|(_, sign)| matches!(sign, '.' | '!' | '?')).filter_map(|(at, sign)| {
        let rest = &text[at + 1..];
        let closing = rest.len() - rest.trim_start_matches([')', ']', '"', '”', '’', '\'']).len();
        let behind = &rest[closing..];
        let word = text[..at].rsplit(|sign: char| !sign.is_alphanumeric()).next().unwrap_or_default();
        let is_short =
            sign == '.' && word.chars().count() <= 3 && !word.chars().all(|sign| sign.is_ascii_digit());
        let next = behind.trim_start().chars().next();
        let begins =
            next.is_none_or(|sign| sign.is_uppercase() || matches!(sign, '"' | '“' | '‘' | '(' | '['));
        let ends =
            behind.starts_with(char::is_whitespace) && begins && (!is_short || behind.trim().is_empty());
        ends.then_some(at + 1 + closing)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "Geachte Voorzitter,\n\nIk zeg u toe (Kamerstuk 29 521, nr. 385) de Kamer\nte informeren. “Dat is snel!” Ik ontraad\nde motie.\n\nHoogachtend\n";

    #[track_caller]
    fn check(from: &str, to: &str, expected: Option<&str>) {
        let start = TEXT.find(from).unwrap();
        let end = if to.is_empty() { start } else { TEXT.find(to).unwrap() + to.len() };
        assert_eq!(passage(TEXT, Span::new(start, end)).map(|span| span.of(TEXT)), expected);
    }

    #[test]
    fn a_selection_loses_the_blanks_at_its_ends() {
        check(" zeg", "toe ", Some("zeg u toe"));
        check("\nHoogachtend", "Hoogachtend\n", Some("Hoogachtend"));
        check("\n\nIk", "\n\n", None);
    }

    #[test]
    fn a_cursor_means_its_sentence() {
        let first = Some("Ik zeg u toe (Kamerstuk 29 521, nr. 385) de Kamer\nte informeren.");
        check("zeg", "", first);
        check("385", "", first);
        check("informeren", "", first);
        check("Dat", "", Some("“Dat is snel!”"));
        check("motie", "", Some("Ik ontraad\nde motie."));
        check("Hoog", "", Some("Hoogachtend"));
        check("Geachte", "", Some("Geachte Voorzitter,"));
        assert_eq!(passage("", Span::new(0, 0)), None);
        assert_eq!(passage("a\n\n\nb", Span::new(3, 3)), None);
    }
}
