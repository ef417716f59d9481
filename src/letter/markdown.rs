//! Markdown: its footnotes, and where no citation can stand (code, comments).

use std::collections::HashMap;

use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

use crate::text::Span;

use super::{FileLink, Footnote, Letter, Page};

/// Reads the structure of a Markdown letter.
pub(super) fn read(text: &str, letter: &mut Letter) {
    let body = letter.body;
    let options = Options::ENABLE_FOOTNOTES | Options::ENABLE_TABLES;
    let mut code_start = None;
    let mut known = HashMap::new();
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
            Event::Start(Tag::Link { dest_url, .. } | Tag::Image { dest_url, .. }) => {
                letter.file_links.extend(file(&dest_url).map(|target| FileLink { span, target }));
            }
            Event::FootnoteReference(label) => note(letter, &mut known, &label).marks.push(span),
            Event::Start(Tag::FootnoteDefinition(label)) => {
                let anchor_len = "[^]:".len() + label.len();
                let anchor = Span::new(span.start, (span.start + anchor_len).min(span.end));
                let words = anchor.end..span.end;
                let blank = text[words.clone()].len() - text[words.clone()].trim_start().len();
                let end = words.start + text[words.clone()].trim_end().len();
                let footnote = note(letter, &mut known, &label);
                footnote.anchor = anchor;
                footnote.note = Span::new((words.start + blank).min(end), end);
            }
            _ => {}
        }
    }
    comments(text, letter);
    letter.footnotes.retain(|footnote| !footnote.anchor.is_empty());
}

/// The file that an address leads to, if it is one beside the letter: not one with a scheme, of another machine or folder tree, nor a place in the letter itself.
fn file(address: &str) -> Option<String> {
    let end = address.find(['#', '?']).unwrap_or(address.len());
    let path = &address[..end];
    let foreign = path.is_empty() || path.starts_with(['/', '\\', '~', '<']) || path.contains(':');
    if foreign {
        return None;
    }
    let mut decoded = Vec::with_capacity(path.len());
    let mut rest = path.as_bytes();
    while let [first, behind @ ..] = rest {
        let code = behind.get(..2).and_then(|code| std::str::from_utf8(code).ok());
        let byte = code.filter(|_| *first == b'%').and_then(|code| u8::from_str_radix(code, 16).ok());
        decoded.push(byte.unwrap_or(*first));
        rest = if byte.is_some() { &behind[2..] } else { behind };
    }
    String::from_utf8(decoded).ok()
}

/// The footnote with this label, new where it was not met before. `known` holds where each stands, as a letter can have thousands.
fn note<'a>(letter: &'a mut Letter, known: &mut HashMap<String, usize>, label: &str) -> &'a mut Footnote {
    let index = known.get(label).copied().unwrap_or_else(|| {
        known.insert(label.to_owned(), letter.footnotes.len());
        letter.footnotes.push(Footnote {
            label: label.to_owned(),
            marks: Vec::new(),
            anchor: Span::default(),
            note: Span::default(),
        });
        letter.footnotes.len() - 1
    });
    &mut letter.footnotes[index]
}

/// Comments over several lines arrive line by line, so that they are looked up in the text.
fn comments(text: &str, letter: &mut Letter) {
    let mut starts: Vec<usize> = letter
        .silent
        .iter()
        .map(|span| span.start)
        .filter(|&start| text[start..].trim_start().starts_with("<!--"))
        .collect();
    starts.sort_unstable();
    let mut closed = 0;
    let mut pages = Vec::new();
    for start in starts {
        // A sign within a comment opens no other, and one that is never closed is looked through once.
        if start < closed {
            continue;
        }
        closed = text[start..].find("-->").map_or(text.len(), |len| start + len + 3);
        letter.silent.push(Span::new(start, closed));
        pages.extend(page(&text[start..closed]).map(|number| Page { number, start: closed }));
    }
    // What was made from another format tells so where its pages begin.
    if let Some(first) = pages.first().filter(|_| letter.pages.is_empty()) {
        if first.number > 1 {
            letter.pages.push(Page { number: first.number - 1, start: letter.header.span.start });
        }
        letter.pages.extend(pages);
    }
}

/// The number in a comment that marks the beginning of a page, `<!-- p. 12 -->`.
fn page(comment: &str) -> Option<u32> {
    let label = comment.trim_start().strip_prefix("<!--")?.strip_suffix("-->")?;
    label.trim().strip_prefix("p. ")?.parse().ok()
}
