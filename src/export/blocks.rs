//! A letter and the words of a note as HTML that does nothing: blocks with their marks, footnotes numbered through the letter, no markup of its own.

use std::collections::HashMap;

use pulldown_cmark::{CowStr, Event, Options, Parser, Tag, TagEnd};

use crate::text::Span;

use super::marked::{Mark, words};

/// The blocks of a letter without markup, each with its first byte: what stands between blank lines.
pub(super) fn plain_blocks(text: &str, marks: &[Mark]) -> Vec<(usize, String)> {
    let mut blocks = Vec::new();
    let mut start = None;
    let mut at = 0;
    for line in text.split_inclusive('\n').chain(std::iter::once("")) {
        if line.trim().is_empty() {
            if let Some(start) = start.take() {
                let span = Span::new(start, at);
                blocks.push((start, format!("<p class=\"plain\">{}</p>", words(text, span, marks, false))));
            }
        } else {
            start = start.or(Some(at));
        }
        at += line.len();
    }
    blocks
}

/// The outermost blocks of a letter in Markdown, each with its first byte. HTML in it is shown as it is written.
///
/// `letter` is its number on the page, by which the footnotes of one are told from those of another.
pub(super) fn markdown_blocks(text: &str, marks: &[Mark], letter: usize) -> Vec<(usize, String)> {
    let mut blocks = Vec::new();
    let (mut depth, mut links, mut start) = (0_usize, 0_usize, 0);
    let mut events: Vec<Event<'_>> = Vec::new();
    // What the letter says of itself in front is for programs.
    let options =
        options().union(Options::ENABLE_FOOTNOTES).union(Options::ENABLE_YAML_STYLE_METADATA_BLOCKS);
    let footnotes = Footnotes::of(text, options, letter);
    let mut in_front = false;
    for (event, range) in Parser::new_ext(text, options).into_offset_iter() {
        in_front = match event {
            Event::Start(Tag::MetadataBlock(_)) => true,
            Event::End(TagEnd::MetadataBlock(_)) => {
                in_front = false;
                continue;
            }
            _ => in_front,
        };
        if in_front {
            continue;
        }
        let span = Span::from(range);
        if depth == 0 {
            start = span.start;
        }
        match &event {
            Event::Start(tag) => {
                depth += 1;
                links += usize::from(matches!(tag, Tag::Link { .. }));
            }
            Event::End(tag) => {
                depth -= 1;
                links -= usize::from(matches!(tag, TagEnd::Link));
            }
            _ => {}
        }
        events.extend(harmless(event, |event| match event {
            Event::Text(words_) if span.of(text) == &**words_ => {
                Some(Event::InlineHtml(words(text, span, marks, links > 0).into()))
            }
            event => footnotes.shown(event),
        }));
        if depth == 0 {
            let mut html = String::new();
            pulldown_cmark::html::push_html(&mut html, events.drain(..));
            blocks.push((start, html));
        }
    }
    blocks
}

/// Markdown of a note as HTML.
pub(super) fn markdown(text: &str) -> String {
    let mut html = String::new();
    let events = Parser::new_ext(text, options()).filter_map(|event| harmless(event, |_| None));
    pulldown_cmark::html::push_html(&mut html, events);
    html
}

const fn options() -> Options {
    Options::ENABLE_TABLES.union(Options::ENABLE_STRIKETHROUGH)
}

/// The same without what could do something: HTML is shown as it is written, pictures are not fetched, links lead to the web alone. `other` may put something else in its place first.
fn harmless<'e>(event: Event<'e>, other: impl FnOnce(&Event<'e>) -> Option<Event<'e>>) -> Option<Event<'e>> {
    if let Some(event) = other(&event) {
        return Some(event);
    }
    match event {
        Event::Html(text) | Event::InlineHtml(text) => Some(Event::Text(text)),
        Event::Start(Tag::Image { .. }) | Event::End(TagEnd::Image) => None,
        Event::Start(Tag::Link { link_type, dest_url, title, id }) => {
            let dest_url =
                safe_address(&dest_url).map_or(CowStr::Borrowed("#"), |it| CowStr::from(it.to_owned()));
            Some(Event::Start(Tag::Link { link_type, dest_url, title, id }))
        }
        event => Some(event),
    }
}

/// An address that leads to the web or to a place on the page, and does nothing else.
pub(super) fn safe_address(address: &str) -> Option<&str> {
    let address = address.trim();
    let known = ["https://", "http://", "mailto:", "#"];
    known
        .iter()
        .any(|start| address.get(..start.len()).is_some_and(|it| it.eq_ignore_ascii_case(start)))
        .then_some(address)
}

/// The footnotes of a letter, numbered in the order in which the text refers to them.
struct Footnotes {
    numbers: HashMap<String, usize>,
    letter: usize,
}

impl Footnotes {
    fn of(text: &str, options: Options, letter: usize) -> Self {
        let (mut referred, mut defined) = (Vec::new(), Vec::new());
        for event in Parser::new_ext(text, options) {
            match event {
                Event::FootnoteReference(label) => referred.push(label.to_string()),
                Event::Start(Tag::FootnoteDefinition(label)) => defined.push(label.to_string()),
                _ => {}
            }
        }
        let mut numbers = HashMap::new();
        for label in referred.into_iter().chain(defined) {
            let next = numbers.len() + 1;
            numbers.entry(label).or_insert(next);
        }
        Self { numbers, letter }
    }

    /// What an event becomes that is one of a footnote.
    fn shown<'e>(&self, event: &Event<'e>) -> Option<Event<'e>> {
        let letter = self.letter;
        let number = |label: &str| self.numbers.get(label).copied().unwrap_or_default();
        Some(match event {
            Event::FootnoteReference(label) => {
                let number = number(label);
                let html = format!("<sup class=\"foot\"><a href=\"#f{letter}-{number}\">{number}</a></sup>");
                Event::InlineHtml(html.into())
            }
            Event::Start(Tag::FootnoteDefinition(label)) => {
                let number = number(label);
                let html = format!(
                    "<div class=\"footnote\" id=\"f{letter}-{number}\"><sup class=\"foot\">{number}</sup>\n"
                );
                Event::Html(html.into())
            }
            Event::End(TagEnd::FootnoteDefinition) => Event::Html("</div>\n".into()),
            _ => return None,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn footnotes_are_numbered_through_the_letter_as_the_text_refers_to_them() {
        let text = "Eerst.[^b]\n\nDan.[^a]\n\n[^a]: Noot a.\n[^b]: Noot b.\n";
        let blocks: Vec<_> = markdown_blocks(text, &[], 2).into_iter().map(|(_, html)| html).collect();
        assert_eq!(blocks[0], "<p>Eerst.<sup class=\"foot\"><a href=\"#f2-1\">1</a></sup></p>\n");
        assert_eq!(blocks[1], "<p>Dan.<sup class=\"foot\"><a href=\"#f2-2\">2</a></sup></p>\n");
        assert!(blocks[2].contains("id=\"f2-2\"") && blocks[3].contains("id=\"f2-1\""), "{blocks:?}");
    }
}
