//! A stretch of a letter as HTML, cut where a citation or a note begins or ends, so that marks never cross the elements around them.

use std::fmt::Write as _;

use crate::text::Span;

/// What the words of a letter bear.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Mark {
    pub(super) span: Span,
    pub(super) kind: MarkKind,
}

#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) enum MarkKind {
    /// Of a citation: the address of what it cites.
    Link(String),
    /// Of a note: its number on the page.
    Note(usize),
}

/// The words of `text` at `span` as HTML. `linked` tells that they stand in a link already, in which there is no other.
pub(super) fn words(text: &str, span: Span, marks: &[Mark], linked: bool) -> String {
    let over = |mark: &&Mark| mark.span.start < span.end && span.start < mark.span.end;
    let marks: Vec<&Mark> = marks.iter().filter(over).collect();
    let mut cuts = vec![span.start, span.end];
    for mark in &marks {
        cuts.extend(
            [mark.span.start, mark.span.end].into_iter().filter(|at| span.start < *at && *at < span.end),
        );
    }
    cuts.sort_unstable();
    cuts.dedup();
    let mut html = String::new();
    for cut in cuts.windows(2) {
        let piece = Span::new(cut[0], cut[1]);
        let here = marks.iter().filter(|mark| mark.span.start <= piece.start && piece.end <= mark.span.end);
        let (mut link, mut notes) = (None, Vec::new());
        for mark in here {
            match &mark.kind {
                MarkKind::Link(address) if !linked => link = Some(address),
                MarkKind::Link(_) => {}
                MarkKind::Note(number) => notes.push(*number),
            }
        }
        let mut inner = escape(piece.of(text));
        if let Some(address) = link {
            inner = format!("<a href=\"{}\">{inner}</a>", escape(address));
        }
        if !notes.is_empty() {
            // Where notes overlap that is to be seen.
            let first = if notes.len() > 1 { "n more" } else { "n" };
            let classes = notes.iter().fold(String::from(first), |mut classes, number| {
                // Writing to a string cannot fail.
                let _ = write!(classes, " n{number}");
                classes
            });
            inner = format!("<mark class=\"{classes}\">{inner}</mark>");
        }
        html.push_str(&inner);
        // The number of a note stands behind its last word.
        for mark in &marks {
            if let MarkKind::Note(number) = mark.kind
                && mark.span.end == piece.end
            {
                let _ = write!(html, "<a class=\"number\" id=\"p{number}\" href=\"#n{number}\">{number}</a>");
            }
        }
    }
    html
}

/// Words as HTML has them, in text and in attributes.
pub(super) fn escape(text: &str) -> String {
    let mut html = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => html.push_str("&amp;"),
            '<' => html.push_str("&lt;"),
            '>' => html.push_str("&gt;"),
            '"' => html.push_str("&quot;"),
            // A form feed, as print text has at every page, is no character of HTML.
            c if c.is_control() && !matches!(c, '\n' | '\t') => {}
            c => html.push(c),
        }
    }
    html
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_that_cross_are_cut() {
        let text = "zie Kamerstuk 29 521, nr. 385 <toen>";
        let marks = [
            Mark { span: Span::new(4, 29), kind: MarkKind::Link("https://voorbeeld.nl/?a&b".to_owned()) },
            Mark { span: Span::new(0, 13), kind: MarkKind::Note(1) },
        ];
        assert_eq!(
            words(text, Span::new(0, text.len()), &marks, false),
            "<mark class=\"n n1\">zie </mark>\
             <mark class=\"n n1\"><a href=\"https://voorbeeld.nl/?a&amp;b\">Kamerstuk</a></mark>\
             <a class=\"number\" id=\"p1\" href=\"#n1\">1</a>\
             <a href=\"https://voorbeeld.nl/?a&amp;b\"> 29 521, nr. 385</a> &lt;toen&gt;"
        );
    }
}
