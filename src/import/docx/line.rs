//! The words of one paragraph while it is read, and what they become.
//!
//! Word cuts a sentence into runs wherever somebody has typed, so that a citation may stand in ten of them; here they are joined.
//! Bold and italic stay where they set words apart from others; where all of a paragraph has them they are only its looks, as of `Vraag 1`.

use std::rc::Rc;

use crate::import::Inline;

/// The look of some words.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub(super) struct Look {
    pub(super) bold: bool,
    pub(super) italic: bool,
}

impl Look {
    const PLAIN: Self = Self { bold: false, italic: false };
}

/// The words of a paragraph.
#[derive(Debug, Default)]
pub(super) struct Line {
    pieces: Vec<Piece>,
}

#[derive(Clone, PartialEq, Debug)]
struct Piece {
    what: What,
    look: Look,
    /// Where a click leads.
    link: Option<Rc<str>>,
}

#[derive(Clone, PartialEq, Debug)]
enum What {
    Words(String),
    Mark(usize),
    Break,
}

impl Line {
    /// Adds words, which join those before them if they look alike.
    pub(super) fn words(&mut self, words: &str, look: Look, link: Option<&Rc<str>>) {
        if words.is_empty() {
            return;
        }
        if let Some(Piece { what: What::Words(before), look: same, link: there }) = self.pieces.last_mut()
            && *same == look
            && there.as_ref() == link
        {
            before.push_str(words);
            return;
        }
        let what = What::Words(words.to_owned());
        self.pieces.push(Piece { what, look, link: link.cloned() });
    }

    /// Adds the mark of a note.
    pub(super) fn mark(&mut self, note: usize) {
        self.pieces.push(Piece { what: What::Mark(note), look: Look::PLAIN, link: None });
    }

    /// Adds the end of a line within the paragraph.
    pub(super) fn line_break(&mut self) {
        self.pieces.push(Piece { what: What::Break, look: Look::PLAIN, link: None });
    }

    /// Whether there is nothing to read in it.
    pub(super) fn is_empty(&self) -> bool {
        self.pieces.iter().all(|piece| match &piece.what {
            What::Words(words) => words.trim().is_empty(),
            What::Mark(_) => false,
            What::Break => true,
        })
    }

    /// The paragraph, without blanks and ends of lines around it; the line is empty thereafter.
    pub(super) fn take(&mut self, with_looks: bool) -> Vec<Inline> {
        let mut pieces = std::mem::take(&mut self.pieces);
        trim(&mut pieces);
        if with_looks {
            set_apart(&mut pieces, |look| &mut look.bold);
            set_apart(&mut pieces, |look| &mut look.italic);
        } else {
            for piece in &mut pieces {
                piece.look = Look::PLAIN;
            }
        }
        joined(pieces)
    }
}

/// Takes away the blanks and ends of lines at both ends.
fn trim(pieces: &mut Vec<Piece>) {
    let is_blank = |piece: &Piece| match &piece.what {
        What::Words(words) => words.trim().is_empty(),
        What::Mark(_) => false,
        What::Break => true,
    };
    let first = pieces.iter().position(|piece| !is_blank(piece)).unwrap_or(pieces.len());
    pieces.drain(..first);
    while pieces.last().is_some_and(is_blank) {
        pieces.pop();
    }
    if let Some(Piece { what: What::Words(words), .. }) = pieces.first_mut() {
        *words = words.trim_start().to_owned();
    }
    if let Some(Piece { what: What::Words(words), .. }) = pieces.last_mut() {
        words.truncate(words.trim_end().len());
    }
}

/// Takes bold (or italic) away where all words have it.
fn set_apart(pieces: &mut [Piece], part: fn(&mut Look) -> &mut bool) {
    let is_apart = |piece: &mut Piece| {
        let has_words = matches!(&piece.what, What::Words(words) if words.contains(char::is_alphanumeric));
        *part(&mut piece.look) || !has_words
    };
    if pieces.iter_mut().all(is_apart) {
        for piece in pieces {
            *part(&mut piece.look) = false;
        }
    }
}

/// The pieces as text that lies in links, bold and italic.
fn joined(pieces: Vec<Piece>) -> Vec<Inline> {
    let mut line: Vec<Inline> = Vec::new();
    let mut rest = pieces.into_iter().peekable();
    while let Some(first) = rest.next() {
        let Some(to) = first.link.clone() else {
            push(&mut line, first);
            continue;
        };
        let mut text = Vec::new();
        push(&mut text, first);
        while let Some(next) = rest.next_if(|next| next.link.as_ref() == Some(&to)) {
            push(&mut text, next);
        }
        line.push(Inline::Link { to: to.to_string(), text });
    }
    line
}

fn push(line: &mut Vec<Inline>, piece: Piece) {
    let words = match piece.what {
        What::Words(words) => words,
        What::Mark(note) => return line.push(Inline::Mark(note)),
        What::Break => return line.push(Inline::Break),
    };
    if piece.look == Look::PLAIN {
        if let Some(Inline::Text(before)) = line.last_mut() {
            before.push_str(&words);
        } else {
            line.push(Inline::Text(words));
        }
        return;
    }
    let text = Inline::Text(words);
    let italic = if piece.look.italic { Inline::Emphasis(vec![text]) } else { text };
    line.push(if piece.look.bold { Inline::Strong(vec![italic]) } else { italic });
}

#[cfg(test)]
mod tests {
    use super::*;

    const BOLD: Look = Look { bold: true, italic: false };
    const ITALIC: Look = Look { bold: false, italic: true };

    /// The paragraph in a short notation: `*` around bold, `_` around italic.
    fn line(runs: &[(&str, Look)]) -> String {
        fn show(inline: &[Inline]) -> String {
            inline
                .iter()
                .map(|it| match it {
                    Inline::Text(text) => text.clone(),
                    Inline::Strong(inner) => format!("*{}*", show(inner)),
                    Inline::Emphasis(inner) => format!("_{}_", show(inner)),
                    Inline::Mark(note) => format!("[{note}]"),
                    Inline::Break => "/".to_owned(),
                    Inline::Link { text, .. } => format!("<{}>", show(text)),
                })
                .collect()
        }
        let mut line = Line::default();
        for (words, look) in runs {
            line.words(words, *look, None);
        }
        show(&line.take(true))
    }

    #[test]
    fn runs_are_joined_and_what_sets_words_apart_stays() {
        let plain = Look::PLAIN;
        assert_eq!(line(&[("Kamer", plain), ("stuk 29", plain), (" 521", plain)]), "Kamerstuk 29 521");
        assert_eq!(
            line(&[("Zie ", plain), ("Kamerstukken II ", ITALIC), ("2019", plain)]),
            "Zie _Kamerstukken II _2019"
        );
        // The looks of a whole paragraph are no emphasis.
        assert_eq!(line(&[("Vraag ", BOLD), ("1", BOLD), (" ", plain)]), "Vraag 1");
        assert_eq!(line(&[("Kamer", BOLD), ("stuk", ITALIC), (".", plain)]), "*Kamer*_stuk_.");
    }

    #[test]
    fn blanks_and_ends_of_lines_around_it_are_no_part_of_it() {
        let mut line = Line::default();
        line.words("  ", BOLD, None);
        line.line_break();
        line.words(" De brief", Look::PLAIN, None);
        line.mark(0);
        line.words(" ", Look::PLAIN, None);
        line.line_break();
        assert!(!line.is_empty());
        assert_eq!(line.take(true), [Inline::Text("De brief".to_owned()), Inline::Mark(0)]);
        assert!(line.is_empty());
    }
}
