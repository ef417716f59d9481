//! A short text that is written once and shown as Markdown or as plain words, as the client takes it.

use super::Markup;

/// A text under construction: blocks with an empty line between them.
#[derive(Debug)]
pub(super) struct Prose {
    markup: Markup,
    text: String,
}

/// Part of a line. The words are those of letters and lists; nothing in them is markup.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) enum Piece {
    /// As it is.
    Text(String),
    /// What the eye should find first.
    Strong(String),
    /// Words that lead to an address; where nothing can be clicked the address stands behind them.
    Link(String, String),
}

impl Prose {
    /// An empty text.
    pub(super) const fn new(markup: Markup) -> Self {
        Self { markup, text: String::new() }
    }

    /// A line that stands above what follows.
    pub(super) fn heading(&mut self, level: usize, text: &str) {
        self.block();
        if self.markup == Markup::Markdown {
            self.text.extend(std::iter::repeat_n('#', level));
            self.text.push(' ');
        }
        self.words(text);
    }

    /// Lines that belong together; without lines, nothing.
    pub(super) fn lines(&mut self, lines: &[Vec<Piece>]) {
        for (at, line) in lines.iter().filter(|line| !line.is_empty()).enumerate() {
            if at == 0 {
                self.block();
            } else {
                // Two blanks keep the line break that Markdown would drop.
                self.text.push_str(if self.markup == Markup::Markdown { "  \n" } else { "\n" });
            }
            self.pieces(line);
        }
    }

    /// One line.
    pub(super) fn line(&mut self, text: impl Into<String>) {
        self.lines(&[vec![Piece::Text(text.into())]]);
    }

    /// A row of things.
    pub(super) fn items(&mut self, items: &[Vec<Piece>]) {
        for (at, item) in items.iter().enumerate() {
            if at == 0 {
                self.block();
            } else {
                self.text.push('\n');
            }
            self.text.push_str("- ");
            self.pieces(item);
        }
    }

    /// Words of another text.
    pub(super) fn quote(&mut self, text: &str) {
        if text.is_empty() {
            return;
        }
        self.block();
        match self.markup {
            Markup::Markdown => {
                self.text.push_str("> ");
                self.words(text);
            }
            Markup::Plain => {
                self.text.push('“');
                self.words(text);
                self.text.push('”');
            }
        }
    }

    /// Words that are Markdown already.
    pub(super) fn markdown(&mut self, text: &str) {
        self.block();
        self.text.push_str(text.trim());
    }

    /// The text.
    pub(super) fn finish(self) -> String {
        self.text
    }

    fn block(&mut self) {
        if !self.text.is_empty() {
            self.text.push_str("\n\n");
        }
    }

    fn pieces(&mut self, pieces: &[Piece]) {
        for piece in pieces {
            match (piece, self.markup) {
                (Piece::Text(text), _) | (Piece::Strong(text), Markup::Plain) => self.words(text),
                (Piece::Strong(text), Markup::Markdown) => {
                    self.text.push_str("**");
                    self.words(text);
                    self.text.push_str("**");
                }
                (Piece::Link(text, address), Markup::Markdown) => {
                    self.text.push('[');
                    self.words(text);
                    self.text.push_str("](");
                    self.text.push_str(address);
                    self.text.push(')');
                }
                (Piece::Link(text, address), Markup::Plain) => {
                    self.words(text);
                    self.text.push_str(": ");
                    self.text.push_str(address);
                }
            }
        }
    }

    fn words(&mut self, text: &str) {
        match self.markup {
            Markup::Plain => self.text.push_str(text),
            Markup::Markdown => escape(text, &mut self.text),
        }
    }
}

/// Writes words so that Markdown shows them as they are. What no reader of Markdown takes for markup stays bare, since some clients show the source.
fn escape(text: &str, out: &mut String) {
    let mut at_start = out.is_empty() || out.ends_with(['\n', ' ', '>']) && text_starts_a_line(out);
    let mut before = None;
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        let after = chars.peek().copied();
        let word = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
        let special = match c {
            '\\' | '`' | '*' | '[' | ']' | '<' | '|' | '~' => true,
            '_' => !(word(before) && word(after)),
            '&' => word(after) || after == Some('#'),
            '#' | '+' | '-' | '>' | '=' => at_start,
            // `12. ` would begin a numbered row.
            '.' | ')' => {
                let line = out.rsplit('\n').next().unwrap_or(out).trim_start_matches(['>', ' ']);
                !line.is_empty() && line.bytes().all(|b| b.is_ascii_digit()) && !word(after)
            }
            _ => false,
        };
        if special {
            out.push('\\');
        }
        out.push(c);
        at_start = c == '\n';
        before = Some(c);
    }
}

/// Whether nothing but the signs of a quotation or a row stand on the last line.
fn text_starts_a_line(out: &str) -> bool {
    out.rsplit('\n').next().unwrap_or(out).trim_matches([' ', '>', '-']).is_empty()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(text: &str) -> Piece {
        Piece::Text(text.to_owned())
    }

    fn both(write: impl Fn(&mut Prose)) -> (String, String) {
        let [markdown, plain] = [Markup::Markdown, Markup::Plain].map(|markup| {
            let mut prose = Prose::new(markup);
            write(&mut prose);
            prose.finish()
        });
        (markdown, plain)
    }

    #[test]
    fn one_text_in_two_markups() {
        let (markdown, plain) = both(|prose| {
            prose.lines(&[vec![Piece::Strong("Kennisgeving".into())]]);
            prose.lines(&[
                vec![text("Kamerstuk 29 521, nr. 385")],
                vec![],
                vec![Piece::Link("officieel".into(), "https://voorbeeld.nl/a_b".into())],
            ]);
            prose.quote("Op 5 september jl.");
            prose.items(&[vec![text("een")], vec![text("twee")]]);
        });
        assert_eq!(
            markdown,
            "**Kennisgeving**\n\nKamerstuk 29 521, nr. 385  \n[officieel](https://voorbeeld.nl/a_b)\n\n> Op 5 september jl.\n\n- een\n- twee"
        );
        assert_eq!(
            plain,
            "Kennisgeving\n\nKamerstuk 29 521, nr. 385\nofficieel: https://voorbeeld.nl/a_b\n\n“Op 5 september jl.”\n\n- een\n- twee"
        );
    }

    #[test]
    fn words_of_a_title_are_never_markup() {
        for (words, expected) in [
            ("Goed voor de *Wereld*", r"Goed voor de \*Wereld\*"),
            ("[concept] <nieuw> | a", r"\[concept\] \<nieuw> \| a"),
            ("kst_ids.txt.xz en _nadruk_", r"kst_ids.txt.xz en \_nadruk\_"),
            ("R&D en &amp; en A & B", r"R\&D en \&amp; en A & B"),
            ("# geen kop", r"\# geen kop"),
            ("- geen rij", r"\- geen rij"),
            ("12. geen rij", r"12\. geen rij"),
            ("Stand in 2020. En nu - verder", "Stand in 2020. En nu - verder"),
        ] {
            let (markdown, plain) = both(|prose| prose.line(words));
            assert_eq!(markdown, expected);
            assert_eq!(plain, words);
            let (quoted, _) = both(|prose| prose.quote(words));
            assert_eq!(quoted, format!("> {expected}"));
        }
    }
}
