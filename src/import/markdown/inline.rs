//! The words of one block, with as much of their looks as Markdown can tell without doubt.
//!
//! Emphasis within a word, against other emphasis or within it is left out: there Markdown has rules that no reader knows by heart, and words are worth more than looks.

use super::escape::{self, Where};
use crate::import::Inline;

/// How the words of a block are written.
#[derive(Clone, Copy)]
pub(super) struct Hand<'a> {
    pub stands: Where,
    /// The labels of the notes, by index.
    pub labels: &'a [String],
    /// Within emphasis or a link, where no other begins.
    plain: bool,
}

impl<'a> Hand<'a> {
    pub(super) const fn new(stands: Where, labels: &'a [String]) -> Self {
        Self { stands, labels, plain: false }
    }

    /// The words as lines, without what would begin another block; a heading and a cell are one line. Empty where there are none.
    pub(super) fn write(self, inlines: &[Inline]) -> String {
        let mut out = String::new();
        self.push(&mut out, &self.merged(inlines), ' ');
        trim_end(&mut out);
        if self.stands != Where::Paragraph {
            return out;
        }
        out.split('\n').map(escape::line).collect::<Vec<_>>().join("\n")
    }

    /// The same in bold.
    pub(super) fn write_strong(self, inlines: &[Inline]) -> String {
        let words = Hand { plain: true, ..self }.write(inlines);
        let edged = words.starts_with(char::is_whitespace) || words.ends_with(char::is_whitespace);
        if words.is_empty() || edged { words } else { format!("**{words}**") }
    }

    fn push(self, out: &mut String, inlines: &[Inline], follows: char) {
        for (at, inline) in inlines.iter().enumerate() {
            let behind = inlines.get(at + 1).map_or(follows, first_sign);
            match inline {
                Inline::Text(text) => self.text(out, text, behind),
                Inline::Emphasis(words) | Inline::Strong(words) => {
                    let is_bare = !inlines.get(at + 1).is_some_and(is_styled);
                    let sign = if matches!(inline, Inline::Strong(_)) { "**" } else { "*" };
                    self.styled(out, words, sign, behind, is_bare);
                }
                Inline::Mark(note) => {
                    if let Some(label) = self.labels.get(*note) {
                        out.extend(["[^", label, "]"]);
                    }
                }
                Inline::Break => self.break_line(out),
                Inline::Link { to, text } => self.link(out, to, text, behind),
            }
        }
    }

    /// The same with neighbouring texts as one, without what shows nothing, and with the words alone of what cannot look otherwise here.
    fn merged(self, inlines: &[Inline]) -> Vec<Inline> {
        let mut all: Vec<Inline> = Vec::with_capacity(inlines.len());
        self.merge(inlines, &mut all);
        all
    }

    fn merge(self, inlines: &[Inline], all: &mut Vec<Inline>) {
        for inline in inlines.iter().filter(|inline| self.shows(inline)) {
            match (all.last_mut(), inline) {
                (Some(Inline::Text(before)), Inline::Text(text)) => before.push_str(text),
                (_, Inline::Emphasis(words) | Inline::Strong(words)) if self.plain => self.merge(words, all),
                (_, Inline::Link { to, text }) if self.plain || !is_link(to, text) => self.merge(text, all),
                _ => all.push(inline.clone()),
            }
        }
    }

    fn shows(self, inline: &Inline) -> bool {
        match inline {
            Inline::Text(text) => !text.is_empty(),
            Inline::Emphasis(words) | Inline::Strong(words) | Inline::Link { text: words, .. } => {
                words.iter().any(|inline| self.shows(inline))
            }
            Inline::Mark(note) => *note < self.labels.len(),
            Inline::Break => true,
        }
    }

    fn text(self, out: &mut String, text: &str, follows: char) {
        let text = collapsed(text);
        let at_edge = out.is_empty() || out.ends_with([' ', '\n']) || ends_with_break(out);
        let text = if at_edge { text.trim_start_matches(' ') } else { &text };
        // Behind a mark a parenthesis would be the address of a link.
        if text.starts_with('(') && out.ends_with(']') {
            out.push('\\');
        }
        escape::push(out, text, follows, self.stands);
    }

    fn styled(self, out: &mut String, words: &[Inline], sign: &str, follows: char, is_bare: bool) {
        let hand = Hand { plain: true, ..self };
        let words = hand.merged(words);
        let mut inner = String::new();
        hand.push(&mut inner, &words, ' ');
        let stands_free = |next: char| next.is_ascii_whitespace() || (is_mark_of_text(next) && !joins(next));
        let begins = words.first().map_or(' ', first_sign);
        let core = inner.trim_matches([' ', '\n']);
        let ends_blank = inner.ends_with([' ', '\n']) || stands_free(follows);
        let before = if begins == ' ' { ' ' } else { out.chars().next_back().unwrap_or(' ') };
        let edged = core.starts_with(char::is_whitespace) || core.ends_with(char::is_whitespace);
        if core.is_empty() || edged || !is_bare || !ends_blank || !stands_free(before) {
            // The same words without looks, and with what really stands around them.
            return hand.push(out, &words, follows);
        }
        if begins == ' ' && !out.is_empty() && !out.ends_with([' ', '\n']) {
            out.push(' ');
        }
        out.extend([sign, core, sign]);
        if inner.ends_with([' ', '\n']) {
            out.push(' ');
        }
    }

    /// The signs around the words of a link keep it apart from what stands there.
    fn link(self, out: &mut String, to: &str, text: &[Inline], follows: char) {
        let hand = Hand { plain: true, ..self };
        let words = hand.merged(text);
        // Right behind a mark the two would be one link.
        if out.ends_with(']') {
            return hand.push(out, &words, follows);
        }
        let mut inner = String::new();
        hand.push(&mut inner, &words, ' ');
        let core = inner.trim_matches([' ', '\n']);
        let begins_blank = words.first().is_some_and(|first| first_sign(first) == ' ');
        if begins_blank && !out.is_empty() && !out.ends_with([' ', '\n']) {
            out.push(' ');
        }
        out.extend(["[", core, "](", &address(to), ")"]);
        if inner.ends_with([' ', '\n']) {
            out.push(' ');
        }
    }

    /// Two blanks at the end of a line break it, and are a blank to who looks for citations.
    fn break_line(self, out: &mut String) {
        match self.stands {
            Where::Paragraph => {
                trim_end(out);
                if !out.is_empty() && !out.ends_with('\n') {
                    out.push_str("  \n");
                }
            }
            Where::Heading => {
                if !out.is_empty() && !out.ends_with(' ') {
                    out.push(' ');
                }
            }
            Where::Cell => out.push_str(BREAK),
        }
    }
}

/// Signs of ASCII that emphasis may stand against, on either side; those that are emphasis or escape themselves are not among them.
const fn is_mark_of_text(sign: char) -> bool {
    sign.is_ascii_punctuation()
        && !matches!(sign, '*' | '_' | '\\' | '`' | '~' | '$' | '+' | '<' | '>' | '=' | '^' | '|')
}

/// Whether a sign ties what stands before and behind it together: `kst-29521-386`.
const fn joins(sign: char) -> bool {
    matches!(sign, '-' | '/')
}

const fn is_styled(inline: &Inline) -> bool {
    matches!(inline, Inline::Emphasis(_) | Inline::Strong(_))
}

/// Takes blanks and breaks off the end.
fn trim_end(out: &mut String) {
    loop {
        let len = out.trim_end_matches([' ', '\n']).len();
        out.truncate(len);
        if !ends_with_break(out) {
            return;
        }
        out.truncate(len - BREAK.len());
    }
}

/// The break of a line within a cell.
const BREAK: &str = "<br>";

/// Whether a break stands at the end, rather than words that look like one.
fn ends_with_break(out: &str) -> bool {
    out.strip_suffix(BREAK).is_some_and(|before| !before.ends_with('\\'))
}

/// Blanks and line ends as one blank each. No-break spaces and the like are signs.
fn collapsed(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for sign in text.chars() {
        if !sign.is_ascii_whitespace() {
            out.push(sign);
        } else if !out.ends_with(' ') {
            out.push(' ');
        }
    }
    out
}

/// The sign that something begins with when it is written without looks; a blank where it is empty.
fn first_sign(inline: &Inline) -> char {
    match inline {
        Inline::Text(text) => {
            text.chars().next().map_or(' ', |sign| if sign.is_ascii_whitespace() { ' ' } else { sign })
        }
        Inline::Mark(_) | Inline::Link { .. } => '[',
        Inline::Emphasis(words) | Inline::Strong(words) => words.first().map_or(' ', first_sign),
        Inline::Break => ' ',
    }
}

/// Whether a link has words of its own to show, which another may stand in. A mark is a link itself, and none stands within another.
fn is_link(to: &str, text: &[Inline]) -> bool {
    let printed = plain_text(text);
    let end = |address: &str| address.trim().trim_end_matches('/').to_owned();
    !printed.trim_matches(|sign: char| sign.is_ascii_whitespace()).is_empty()
        && end(&printed) != end(to)
        && !has_mark(text)
}

fn has_mark(inlines: &[Inline]) -> bool {
    inlines.iter().any(|inline| match inline {
        Inline::Mark(_) => true,
        Inline::Emphasis(words) | Inline::Strong(words) | Inline::Link { text: words, .. } => has_mark(words),
        Inline::Text(_) | Inline::Break => false,
    })
}

/// The words alone.
fn plain_text(inlines: &[Inline]) -> String {
    let mut out = String::new();
    for inline in inlines {
        match inline {
            Inline::Text(text) => out.push_str(text),
            Inline::Emphasis(words) | Inline::Strong(words) | Inline::Link { text: words, .. } => {
                out.push_str(&plain_text(words));
            }
            Inline::Break => out.push(' '),
            Inline::Mark(_) => {}
        }
    }
    out
}

/// An address without the signs that would end it.
fn address(to: &str) -> String {
    let mut out = String::with_capacity(to.len());
    for sign in to.trim().chars() {
        match sign {
            '(' => out.push_str("%28"),
            ')' => out.push_str("%29"),
            '<' => out.push_str("%3C"),
            '>' => out.push_str("%3E"),
            '\\' => out.push_str("%5C"),
            '|' => out.push_str("%7C"),
            '&' => out.push_str("&amp;"),
            sign if sign.is_whitespace() || sign.is_control() => out.push_str("%20"),
            sign => out.push(sign),
        }
    }
    out
}
