//! Whether a text was typed, or taken out of a printed page.
//!
//! Extraction loses blanks at the ends of lines, keeps hyphens and doubles parentheses, which is nobody's slip.
//! So rules about blanks and parentheses speak only where a text shows that nothing was extracted: in Markdown, and where every paragraph is one line.

use crate::citation::Reading;
use crate::letter::Format;
use crate::text::Span;

/// Tells of one place after another whether the text around it was typed. A paragraph is looked at once, however many citations stand in it.
pub(super) struct Typed<'a> {
    reading: &'a Reading,
    /// Whether nothing in the text can be typed: a page of print begins in it.
    printed: bool,
    /// The paragraph of the place before, and whether it was typed.
    last: Option<(Span, bool)>,
}

impl<'a> Typed<'a> {
    pub(super) fn new(reading: &'a Reading) -> Self {
        let printed = reading.format == Format::Plain && reading.text.contains('\u{C}');
        Self { reading, printed, last: None }
    }

    /// The paragraph that a place stands in, where it was typed.
    pub(super) fn paragraph(&mut self, place: Span) -> Option<Span> {
        if self.printed {
            return None;
        }
        let (paragraph, typed) = match self.last {
            Some(last) if last.0.start <= place.start && place.end <= last.0.end => last,
            _ => {
                let paragraph = paragraph(&self.reading.text, place);
                let typed =
                    self.reading.format == Format::Markdown || is_one_line(&self.reading.text, paragraph);
                (paragraph, typed)
            }
        };
        self.last = Some((paragraph, typed));
        typed.then_some(paragraph)
    }
}

/// The paragraph that a place stands in, from the blank line before to the blank line behind.
fn paragraph(text: &str, span: Span) -> Span {
    let mut start = 0;
    let mut end = text.len();
    let mut at = span.start;
    while let Some(line_end) = text[..at].rfind('\n') {
        if is_blank(&text[..line_end]) {
            start = line_end + 1;
            break;
        }
        at = line_end;
    }
    let mut at = span.end;
    while let Some(line_end) = text[at..].find('\n').map(|found| at + found) {
        let next = &text[line_end + 1..];
        let line = &next[..next.find('\n').unwrap_or(next.len())];
        if line.trim().is_empty() {
            end = line_end;
            break;
        }
        at = line_end + 1;
    }
    Span::new(start, end)
}

/// Whether nothing but blanks stands in the last line of `text`.
fn is_blank(text: &str) -> bool {
    text[text.rfind('\n').map_or(0, |at| at + 1)..].trim().is_empty()
}

fn is_one_line(text: &str, paragraph: Span) -> bool {
    !paragraph.of(text).trim().contains('\n')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_paragraph_lies_between_blank_lines() {
        let text = "Een\n\nTwee\nregels\n \nVier\n";
        for (word, expected) in
            [("Een", "Een"), ("Twee", "Twee\nregels"), ("regels", "Twee\nregels"), ("Vier", "Vier")]
        {
            let at = text.find(word).unwrap();
            assert_eq!(paragraph(text, Span::new(at, at + word.len())).of(text), expected);
        }
    }
}
