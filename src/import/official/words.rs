//! The words of a paragraph as they come, element by element: blanks are made one, and those that somebody's tool put around elements are taken out again.

use crate::import::Inline;

/// What parts the next word from the last.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
enum Blank {
    Nothing,
    /// A line end around an element of a file that was indented anew: a blank, but not before a comma nor behind a parenthesis.
    Doubtful,
    Sure,
}

/// How words look.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) enum Look {
    Emphasis,
    Strong,
    Link(String),
}

/// Words that are being put together.
#[derive(Debug)]
pub(super) struct Words {
    /// Whether the file was indented anew, so that line ends around elements mean little.
    indented: bool,
    open: Vec<(Look, Vec<Inline>)>,
    done: Vec<Inline>,
    blank: Blank,
    last: Option<char>,
}

impl Words {
    pub(super) const fn new(indented: bool) -> Self {
        Self { indented, open: Vec::new(), done: Vec::new(), blank: Blank::Nothing, last: None }
    }

    pub(super) const fn is_empty(&self) -> bool {
        self.last.is_none()
    }

    /// The words so far, and none from now on.
    pub(super) fn take(&mut self) -> Vec<Inline> {
        while !self.open.is_empty() {
            self.close();
        }
        (self.blank, self.last) = (Blank::Nothing, None);
        std::mem::take(&mut self.done)
    }

    /// A text as the file has it.
    pub(super) fn text(&mut self, text: &str) {
        let words = text.trim_matches(|sign: char| sign.is_ascii_whitespace());
        let before =
            &text[..text.len() - text.trim_start_matches(|sign: char| sign.is_ascii_whitespace()).len()];
        self.blank(self.edge(before));
        if words.is_empty() {
            return;
        }
        let mut out = String::with_capacity(words.len() + 1);
        for sign in words.chars() {
            if sign.is_ascii_whitespace() {
                self.blank = Blank::Sure;
                continue;
            }
            // Signs without width that only tell where a line may break, and a mark of byte order that went astray.
            if matches!(sign, '\u{AD}' | '\u{FEFF}') {
                continue;
            }
            if self.is_parted(sign) {
                out.push(' ');
            }
            out.push(sign);
            (self.blank, self.last) = (Blank::Nothing, Some(sign));
        }
        self.push_text(out);
        let behind = &text[text.trim_end_matches(|sign: char| sign.is_ascii_whitespace()).len()..];
        self.blank(self.edge(behind));
    }

    /// A blank between what the file has in elements of their own.
    pub(super) fn part(&mut self) {
        self.blank(Blank::Sure);
    }

    /// What comes is glued to what was, as a raised figure is.
    pub(super) fn glue(&mut self) {
        if self.blank == Blank::Doubtful {
            self.blank = Blank::Nothing;
        }
    }

    pub(super) fn mark(&mut self, note: usize) {
        self.glue();
        if self.is_parted('[') {
            self.push_text(" ".to_owned());
        }
        (self.blank, self.last) = (Blank::Nothing, Some(']'));
        self.push(Inline::Mark(note));
    }

    pub(super) fn break_line(&mut self) {
        if self.last.is_some() {
            self.blank = Blank::Nothing;
            self.last = Some('\n');
            self.push(Inline::Break);
        }
    }

    pub(super) fn open(&mut self, look: Look) {
        self.open.push((look, Vec::new()));
    }

    /// Ends what was opened last.
    pub(super) fn close(&mut self) {
        let Some((look, words)) = self.open.pop() else { return };
        if words.is_empty() {
            return;
        }
        self.push(match look {
            Look::Emphasis => Inline::Emphasis(words),
            Look::Strong => Inline::Strong(words),
            Look::Link(to) => Inline::Link { to, text: words },
        });
    }

    /// What blanks at the edge of a text are.
    fn edge(&self, blanks: &str) -> Blank {
        match blanks {
            "" => Blank::Nothing,
            _ if self.indented && blanks.contains('\n') => Blank::Doubtful,
            _ => Blank::Sure,
        }
    }

    fn blank(&mut self, blank: Blank) {
        self.blank = self.blank.max(blank);
    }

    /// Whether a blank stands in front of this sign.
    fn is_parted(&self, next: char) -> bool {
        let Some(last) = self.last.filter(|last| *last != '\n') else { return false };
        match self.blank {
            Blank::Nothing => false,
            Blank::Sure => true,
            Blank::Doubtful => {
                let closes = matches!(next, ',' | '.' | ';' | ':' | ')' | ']' | '?' | '!' | '”' | '»' | '%');
                let opens = matches!(last, '(' | '[' | '“' | '„' | '‘' | '«');
                !closes && !opens
            }
        }
    }

    fn push_text(&mut self, text: String) {
        let words = self.open.last_mut().map_or(&mut self.done, |(_, words)| words);
        match words.last_mut() {
            Some(Inline::Text(before)) => before.push_str(&text),
            _ if text.is_empty() => {}
            _ => words.push(Inline::Text(text)),
        }
    }

    fn push(&mut self, inline: Inline) {
        self.open.last_mut().map_or(&mut self.done, |(_, words)| words).push(inline);
    }
}

/// The words alone, without marks of notes.
pub(super) fn plain(inlines: &[Inline]) -> String {
    let mut out = String::new();
    for inline in inlines {
        match inline {
            Inline::Text(text) => out.push_str(text),
            Inline::Emphasis(words) | Inline::Strong(words) | Inline::Link { text: words, .. } => {
                out.push_str(&plain(words));
            }
            Inline::Break => out.push(' '),
            Inline::Mark(_) => {}
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Texts and, between `<` and `>`, emphasised ones.
    fn words(indented: bool, pieces: &[&str]) -> String {
        let mut words = Words::new(indented);
        for piece in pieces {
            match piece.strip_prefix('<') {
                Some(inner) => {
                    words.open(Look::Emphasis);
                    words.text(inner);
                    words.close();
                }
                None => words.text(piece),
            }
        }
        plain(&words.take())
    }

    #[test]
    fn blanks_are_as_the_file_has_them() {
        assert_eq!(
            words(false, &["  Zie\n de ", "<brief", " , nr. ", "<3 ", ". "]),
            "Zie de brief , nr. 3 ."
        );
        assert_eq!(words(false, &["verga\u{AD}de", "ring"]), "vergadering");
    }

    #[test]
    fn blanks_that_were_put_around_elements_are_taken_out() {
        let pieces = ["\n de motie (\n ", "<\n 21501-08\n ", "\n , nr.\n ", "<\n 719\n ", "\n );\n "];
        assert_eq!(words(true, &pieces), "de motie (21501-08, nr. 719);");
        assert_eq!(words(true, &["het ", "<\n VAO\n ", "\n van gisteren"]), "het VAO van gisteren");
    }

    #[test]
    fn a_blank_stands_once_wherever_the_file_has_it() {
        let mut words = Words::new(false);
        words.text("a ");
        words.open(Look::Strong);
        words.text(" b ");
        words.close();
        words.text(" c");
        words.mark(0);
        words.text(" d");
        let expected = [
            Inline::Text("a".into()),
            Inline::Strong(vec![Inline::Text(" b".into())]),
            Inline::Text(" c".into()),
            Inline::Mark(0),
            Inline::Text(" d".into()),
        ];
        assert_eq!(words.take(), expected);
        assert!(words.is_empty() && words.take().is_empty());
    }
}
