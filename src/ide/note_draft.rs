//! A note while somebody writes it: a small Markdown document that says what it is for, and what is read from it.
//!
//! Above stand its tags and papers, then a comment for the writer, then the words. It must not know where it is kept.

use std::fmt::Write as _;

use crate::config::TagSet;
use crate::messages::{Message, Translator};
use crate::text::Span;

use super::tags::{ShownTag, shown_tags};

const FENCE: &str = "---";
/// The keys of tags and of papers; the first is the one that is written.
const TAGS: [&str; 2] = ["tags", "labels"];
const PAPERS: [&str; 2] = ["papers", "stukken"];

/// What a note says, as a draft has it.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Drafted {
    /// In Markdown.
    pub body: String,
    /// As written.
    pub tags: Vec<String>,
    /// As written.
    pub papers: Vec<String>,
}

impl Drafted {
    /// Whether it says nothing.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.body.is_empty() && self.tags.is_empty() && self.papers.is_empty()
    }
}

/// The document in which a note is written. `purpose` says what it is for; `with_tags` is whether it may have tags and papers, which an answer has none of.
#[must_use]
pub fn note_draft(
    said: &Drafted,
    purpose: &Message,
    with_tags: bool,
    set: &TagSet,
    say: Translator,
) -> String {
    let mut text = String::new();
    let mut lines = vec![say.text(purpose), say.text(&Message::new("draft-how"))];
    if with_tags {
        text = format!(
            "{FENCE}\n{}:{}\n{}:{}\n{FENCE}\n\n",
            TAGS[0],
            row(&said.tags),
            PAPERS[0],
            row(&said.papers)
        );
        let names: Vec<String> = shown_tags(set, say).into_iter().map(|tag| tag.name).collect();
        lines.push(say.text(&Message::new("draft-tags").with("tags", names.join(", "))));
    }
    // Nothing that is told ends the comment.
    let comment = lines.join("\n").replace("--", "–");
    // Writing to a string cannot fail.
    let _ = write!(text, "<!-- {comment} -->\n\n");
    if !said.body.is_empty() {
        text.push_str(&said.body);
        text.push('\n');
    }
    text
}

fn row(items: &[String]) -> String {
    if items.is_empty() { String::new() } else { format!(" {}", items.join(", ")) }
}

/// What a draft says. The comment for the writer counts for nothing, whether it is still there or not.
#[must_use]
pub fn read_draft(text: &str) -> Drafted {
    let text = text.strip_prefix('\u{FEFF}').unwrap_or(text).replace("\r\n", "\n");
    let mut drafted = Drafted::default();
    let mut body = &*text;
    if let Some((head, rest)) = head_of(&text) {
        body = rest;
        for line in head.lines() {
            let Some((key, value)) = line.split_once(':') else { continue };
            let items = value.trim().trim_start_matches('[').trim_end_matches(']').split(',');
            let items =
                items.map(|item| item.trim().trim_matches('"').to_owned()).filter(|it| !it.is_empty());
            let key = key.trim();
            if TAGS.contains(&key) {
                drafted.tags.extend(items);
            } else if PAPERS.contains(&key) {
                drafted.papers.extend(papers(items));
            }
        }
    }
    let body = body.trim_start();
    let comment = body.strip_prefix("<!--").and_then(|rest| rest.split_once("-->"));
    comment.map_or(body, |(_, rest)| rest).trim().clone_into(&mut drafted.body);
    drafted
}

/// A citation has commas of its own: `29 521, nr. 385` is one paper.
fn papers(items: impl Iterator<Item = String>) -> Vec<String> {
    let mut papers: Vec<String> = Vec::new();
    for item in items {
        let goes_on = item.to_lowercase().starts_with("nr") || item.to_lowercase().starts_with("blz");
        match papers.last_mut() {
            Some(last) if goes_on => *last = format!("{last}, {item}"),
            _ => papers.push(item),
        }
    }
    papers
}

/// What stands between the fences at the beginning, and what behind them.
fn head_of(text: &str) -> Option<(&str, &str)> {
    let inner = text.trim_start().strip_prefix(FENCE)?.strip_prefix('\n')?;
    if let Some(rest) = inner.strip_prefix(FENCE) {
        return Some(("", rest));
    }
    let end = inner.find("\n---")?;
    let rest = &inner[end + 4..];
    Some((&inner[..end], rest.split_once('\n').map_or("", |(_, rest)| rest)))
}

/// The tags that may be meant at a place of a draft, and the stretch of the text that they take the place of; `None` where no tag is written. `offset` is in bytes.
#[must_use]
pub fn draft_tags(text: &str, offset: usize, set: &TagSet, say: Translator) -> Option<(Span, Vec<ShownTag>)> {
    let start = text[..text.floor_char_boundary(offset)].rfind('\n').map_or(0, |end| end + 1);
    let line = text[start..].lines().next()?;
    let (key, _) = line.split_once(':')?;
    let in_head = text.starts_with(FENCE) && text[..start].lines().filter(|line| *line == FENCE).count() == 1;
    if !in_head || !TAGS.contains(&key.trim()) || offset <= start + key.len() {
        return None;
    }
    let before = &line[..offset - start];
    let from = before.rfind([',', ':']).map_or(0, |at| at + 1);
    let blank = before[from..].len() - before[from..].trim_start().len();
    let behind = &line[offset - start..];
    let to = offset + behind.find(',').unwrap_or(behind.len());
    let written = read_draft(text).tags;
    let here = text[start + from + blank..to].trim();
    let tags = shown_tags(set, say).into_iter();
    let tags = tags.filter(|tag| tag.name == here || !written.contains(&tag.name)).collect();
    Some((Span::new(start + from + blank, to), tags))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_said_is_read_back_and_a_fresh_draft_says_nothing() {
        let set = TagSet::default();
        let say = Translator::default();
        let purpose =
            Message::new("draft-for-note").with("quote", "zeg u toe --> iets").with("letter", "brief.txt");
        let fresh = note_draft(&Drafted::default(), &purpose, true, &set, say);
        assert!(fresh.starts_with("---\ntags:\npapers:\n---\n\n<!-- "), "{fresh}");
        assert!(read_draft(&fresh).is_empty(), "{fresh}");
        let said = Drafted {
            body: "Voor *juli*.\n\n- a\n- b".to_owned(),
            tags: vec!["toezegging".to_owned(), "feit te controleren".to_owned()],
            papers: vec!["29 521, nr. 385".to_owned(), "kst-34952-3".to_owned()],
        };
        let text = note_draft(&said, &purpose, true, &set, say);
        assert_eq!(read_draft(&text), said, "{text}");
        assert_eq!(read_draft(&text.replace('\n', "\r\n")), said);
        let answer = note_draft(&Drafted::default(), &purpose, false, &set, say);
        assert!(answer.starts_with("<!-- ") && read_draft(&answer).is_empty(), "{answer}");
        let without = Drafted { body: "Alleen woorden".to_owned(), ..Drafted::default() };
        assert_eq!(read_draft("Alleen woorden\n"), without);
        assert_eq!(read_draft("---\nlabels: [motie]\n---\n").tags, ["motie"]);
    }

    #[test]
    fn tags_are_offered_where_they_are_written_and_nowhere_else() {
        let text = "---\ntags: motie, toez\npapers:\n---\n\ntags: x\n";
        let offered = |offset: usize| draft_tags(text, offset, &TagSet::default(), Translator::default());
        let (span, tags) = offered(text.find("toez").unwrap() + 4).unwrap();
        assert_eq!(span.of(text), "toez");
        assert!(tags.iter().any(|tag| tag.name == "toezegging"));
        assert!(tags.iter().all(|tag| tag.name != "motie"), "it is there already");
        let (span, tags) = offered(text.find("motie").unwrap() + 2).unwrap();
        assert_eq!((span.of(text), tags.iter().any(|tag| tag.name == "motie")), ("motie", true));
        for offset in [0, 5, text.find("papers").unwrap() + 7, text.len() - 2, text.len()] {
            assert_eq!(offered(offset), None, "{offset}");
        }
    }
}
