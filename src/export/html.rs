//! A letter with its notes in the margin, as one page that needs nothing else: no script, no server, no network. It can be printed.
//!
//! The letter is a row of blocks (paragraphs, lists, tables), and beside each stand the notes whose passage begins in it.

use std::fmt::Write as _;

use crate::annotation::{Listed, Placed, Target};
use crate::citation::Reading;
use crate::identifier::official_url;
use crate::letter::Format;
use crate::messages::{Message, Translator};

use super::blocks::{markdown, markdown_blocks, plain_blocks, safe_address};
use super::marked::{Mark, MarkKind, escape};

/// A letter to be shown, with its notes.
#[derive(Clone, Copy, Debug)]
pub struct Export<'a> {
    /// What the letter is called on the page.
    pub name: &'a str,
    /// What it says and cites; `None` where it is gone and only its notes are left.
    pub reading: Option<&'a Reading>,
    /// How it is to be read.
    pub format: Format,
    /// Its notes.
    pub notes: &'a [Listed],
}

const STYLE: &str = include_str!("page.css");

/// The page of some letters.
#[must_use]
pub fn html(letters: &[Export<'_>], say: Translator) -> String {
    let title = match letters {
        [one] => one.name.to_owned(),
        _ => say.text(&Message::new("export-title")),
    };
    let language = say.language().code();
    let mut page = format!(
        "<!doctype html>\n<html lang=\"{language}\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <title>{}</title>\n<style>\n{STYLE}</style>\n</head>\n<body>\n",
        escape(&title)
    );
    let mut number = 0;
    for (index, letter) in letters.iter().enumerate() {
        page.push_str(&section(letter, index + 1, &mut number, say));
    }
    page.push_str("</body>\n</html>\n");
    page
}

/// A thread: a note with its number on the page, and the answers to it.
struct Thread<'a> {
    number: usize,
    first: &'a Listed,
    answers: Vec<&'a Listed>,
}

/// A letter, the `index`th of the page. `number` is that of the last note before it, and of the last of it behind.
fn section(letter: &Export<'_>, index: usize, number: &mut usize, say: Translator) -> String {
    let mut threads = threads(letter.notes);
    let mut html = format!("<article>\n<h1 class=\"name\">{}</h1>\n", escape(letter.name));
    let placed = |thread: &Thread<'_>| thread.first.placed.as_ref().and_then(Placed::span);
    let (mut here, elsewhere): (Vec<_>, Vec<_>) =
        threads.drain(..).partition(|thread| letter.reading.is_some() && placed(thread).is_some());
    let (mut whole, mut lost): (Vec<_>, Vec<_>) =
        elsewhere.into_iter().partition(|thread| thread.first.placed.is_none());
    here.sort_by_key(placed);
    // Numbers run down the page, as one reads.
    for thread in whole.iter_mut().chain(&mut lost).chain(&mut here) {
        *number += 1;
        thread.number = *number;
    }
    aside(&mut html, "export-notes-on-letter", &whole, say);
    aside(&mut html, "export-notes-lost", &lost, say);
    if let Some(reading) = letter.reading {
        let mut marks: Vec<Mark> = reading
            .citations
            .iter()
            .filter_map(|citation| {
                let address = citation.targets.iter().find_map(|target| official_url(&target.id))?;
                Some(Mark { span: citation.span, kind: MarkKind::Link(address) })
            })
            .collect();
        marks.extend(
            here.iter().filter_map(|thread| {
                Some(Mark { span: placed(thread)?, kind: MarkKind::Note(thread.number) })
            }),
        );
        let blocks = match letter.format {
            Format::Markdown => markdown_blocks(&reading.text, &marks, index),
            Format::Plain => plain_blocks(&reading.text, &marks),
        };
        let mut rest = here.into_iter().peekable();
        for (index, (_, block)) in blocks.iter().enumerate() {
            let until = blocks.get(index + 1).map_or(usize::MAX, |(start, _)| *start);
            let beside = |thread: &Thread<'_>| placed(thread).is_some_and(|span| span.start < until);
            html.push_str("<div class=\"row\"><div class=\"text\">");
            html.push_str(block);
            html.push_str("</div><div class=\"margin\">");
            while let Some(thread) = rest.next_if(|thread| beside(thread)) {
                html.push_str(&note(&thread, say));
            }
            html.push_str("</div></div>\n");
        }
    }
    html.push_str("</article>\n");
    html
}

/// Without numbers yet.
fn threads(notes: &[Listed]) -> Vec<Thread<'_>> {
    let is_answer = |listed: &Listed| match listed.note.target() {
        Target::Note(id) => Some(id).filter(|id| notes.iter().any(|other| other.note.id() == id)),
        _ => None,
    };
    let firsts = notes.iter().filter(|listed| is_answer(listed).is_none());
    let mut threads: Vec<Thread<'_>> =
        firsts.map(|first| Thread { number: 0, first, answers: Vec::new() }).collect();
    for listed in notes {
        let Some(id) = is_answer(listed) else { continue };
        let in_thread = |thread: &&mut Thread<'_>| {
            std::iter::once(thread.first).chain(thread.answers.iter().copied()).any(|it| it.note.id() == id)
        };
        if let Some(thread) = threads.iter_mut().find(in_thread) {
            thread.answers.push(listed);
        }
    }
    threads
}

fn aside(html: &mut String, heading: &'static str, threads: &[Thread<'_>], say: Translator) {
    if threads.is_empty() {
        return;
    }
    // Writing to a string cannot fail.
    let _ = writeln!(html, "<section class=\"apart\"><h2>{}</h2>", escape(&say.text(&Message::new(heading))));
    for thread in threads {
        html.push_str(&note(thread, say));
    }
    html.push_str("</section>\n");
}

fn note(thread: &Thread<'_>, say: Translator) -> String {
    let Thread { number, first, answers } = thread;
    let resolved = if first.note.is_resolved() { " resolved" } else { "" };
    let mut html = format!(
        "<aside class=\"note{resolved}\" id=\"n{number}\"><a class=\"number\" href=\"#p{number}\">{number}</a>"
    );
    if first.placed.as_ref().is_some_and(|placed| placed.span().is_none()) && !first.quote.is_empty() {
        let _ = write!(html, "<blockquote>{}</blockquote>", escape(&first.quote));
    }
    html.push_str(&said(first, say));
    for answer in answers {
        html.push_str("<div class=\"answer\">");
        html.push_str(&said(answer, say));
        html.push_str("</div>");
    }
    html.push_str("</aside>\n");
    html
}

/// What one note says: its tags, its words, its papers, and by whom and when.
fn said(listed: &Listed, say: Translator) -> String {
    let note = &listed.note;
    let mut html = String::new();
    for tag in note.tags() {
        let _ = write!(html, "<span class=\"tag\">{}</span> ", escape(tag));
    }
    if note.is_resolved() {
        let _ =
            write!(html, "<span class=\"done\">{}</span>", escape(&say.text(&Message::new("note-resolved"))));
    }
    html.push_str(&markdown(&note.text()));
    for link in note.links() {
        let name =
            link.id.as_ref().map_or_else(|| link.address.clone(), crate::identifier::DocumentId::printed);
        let name = escape(&name);
        let _ = match safe_address(&link.address) {
            Some(address) => write!(html, "<p><a href=\"{}\">{name}</a></p>", escape(address)),
            None => write!(html, "<p>{name}</p>"),
        };
    }
    if let Some(signature) = listed.signature() {
        let _ = write!(html, "<p class=\"signed\">{}</p>", escape(&say.text(&signature)));
    }
    html
}
