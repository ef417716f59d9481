//! Markdown: its footnotes, and where no citation can stand (code, comments).

use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

use crate::text::Span;

use super::{Footnote, Letter};

/// Reads the structure of a Markdown letter.
pub(super) fn read(text: &str, letter: &mut Letter) {
    let body = letter.body;
    let options = Options::ENABLE_FOOTNOTES | Options::ENABLE_TABLES;
    let mut code_start = None;
    for (event, range) in Parser::new_ext(&text[body..], options).into_offset_iter() {
        let span = Span::from(range).shifted(body);
        match event {
            Event::Code(_) => letter.silent.push(span),
            Event::Html(html) | Event::InlineHtml(html) if html.trim_start().starts_with("<!--") => {
                letter.silent.push(span);
            }
            Event::Start(Tag::CodeBlock(_)) => code_start = Some(span.start),
            Event::End(TagEnd::CodeBlock) => {
                letter.silent.extend(code_start.take().map(|start| Span::new(start, span.end)));
            }
            Event::FootnoteReference(label) => note(letter, &label).marks.push(span),
            Event::Start(Tag::FootnoteDefinition(label)) => {
                let anchor_len = "[^]:".len() + label.len();
                let anchor = Span::new(span.start, (span.start + anchor_len).min(span.end));
                let words = anchor.end..span.end;
                let blank = text[words.clone()].len() - text[words.clone()].trim_start().len();
                let end = words.start + text[words.clone()].trim_end().len();
                let footnote = note(letter, &label);
                footnote.anchor = anchor;
                footnote.note = Span::new((words.start + blank).min(end), end);
            }
            _ => {}
        }
    }
    comments(text, letter);
    letter.footnotes.retain(|footnote| !footnote.anchor.is_empty());
}

fn note<'a>(letter: &'a mut Letter, label: &str) -> &'a mut Footnote {
    let known = letter.footnotes.iter().position(|footnote| footnote.label == label);
    let index = known.unwrap_or_else(|| {
        let footnote = Footnote {
            label: label.to_owned(),
            marks: Vec::new(),
            anchor: Span::default(),
            note: Span::default(),
        };
        letter.footnotes.push(footnote);
        letter.footnotes.len() - 1
    });
    &mut letter.footnotes[index]
}

/// Comments over several lines arrive line by line, so that they are looked up in the text.
fn comments(text: &str, letter: &mut Letter) {
    let starts: Vec<usize> = letter
        .silent
        .iter()
        .map(|span| span.start)
        .filter(|&start| text[start..].trim_start().starts_with("<!--"))
        .collect();
    for start in starts {
        let end = text[start..].find("-->").map_or(text.len(), |len| start + len + 3);
        letter.silent.push(Span::new(start, end));
    }
}
