//! What is being written at the cursor: how far a citation of a Kamerstuk has come, and which part of it is next.
//!
//! The recogniser reads citations that are there; this reads the beginning of one, and is strict, so that nothing is offered amid prose.

use std::ops::ControlFlow;

use crate::identifier::{Dossier, Kamer, SessionYear};
use crate::text::Span;

/// The part of a citation that is being written.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Unfinished {
    /// Which part is next.
    pub(super) part: Part,
    /// What is there of it already, up to the cursor; empty where there is nothing yet.
    pub(super) span: Span,
    /// The chamber that is named before it.
    pub(super) kamer: Option<Kamer>,
    /// The session that is named before it.
    pub(super) session: Option<SessionYear>,
}

/// A part of a citation.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) enum Part {
    /// The session or, just as well, the dossier.
    SessionOrDossier,
    /// The dossier.
    Dossier,
    /// The number of a paper of this dossier.
    Number(Dossier),
}

/// How far back a keyword is looked for, in bytes.
const BACK: usize = 300;

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Kind {
    Digits,
    Word,
    Sign(char),
}

#[derive(Clone, Copy, Debug)]
struct Token<'a> {
    kind: Kind,
    text: &'a str,
    span: Span,
}

/// What is being written at `cursor`; `None` where that is no citation.
pub(super) fn unfinished(text: &str, cursor: usize) -> Option<Unfinished> {
    let before = text.get(text.floor_char_boundary(cursor.saturating_sub(BACK))..cursor)?;
    let shift = cursor - before.len();
    let behind = keyword_end(before)?;
    let words = &before[behind..];
    // A keyword that the cursor still touches may become a longer word.
    let first = words.chars().next()?;
    if first.is_alphanumeric() || first == '-' {
        return None;
    }
    let tokens = tokens(words, shift + behind)?;
    Reader { tokens: &tokens, at: 0, cursor, kamer: None, session: None, owner: None }.read()
}

/// The end of the last keyword, in no other paragraph than the cursor.
fn keyword_end(before: &str) -> Option<usize> {
    let paragraph = before.rfind("\n\n").max(before.rfind("\n\r\n")).map_or(0, |at| at + 2);
    let lower = before[paragraph..].to_ascii_lowercase();
    let at = lower.rfind("kamerstuk")?;
    if lower[..at].chars().next_back().is_some_and(char::is_alphanumeric) {
        return None;
    }
    let end = at + "kamerstuk".len();
    let end = if lower[end..].starts_with("ken") { end + 3 } else { end };
    Some(paragraph + end)
}

/// The tokens of a text; `None` where something stands in it that no citation holds. Emphasis, signs of quotation at a line's start and soft hyphens are passed over.
fn tokens(text: &str, shift: usize) -> Option<Vec<Token<'_>>> {
    let mut tokens = Vec::new();
    let mut at = 0;
    while let Some(c) = text[at..].chars().next() {
        let run = |is: fn(char) -> bool| text[at..].find(|c| !is(c)).unwrap_or(text.len() - at);
        let (kind, len) = match c {
            c if c.is_ascii_digit() => (Kind::Digits, run(|c| c.is_ascii_digit())),
            c if c.is_alphabetic() => (Kind::Word, run(char::is_alphabetic)),
            c if c.is_whitespace() || matches!(c, '*' | '_' | '\u{AD}' | '>') => {
                at += c.len_utf8();
                continue;
            }
            '.' | ',' | ';' | '/' | '-' | '–' | ':' | '(' => (Kind::Sign(c), c.len_utf8()),
            _ => return None,
        };
        let span = Span::new(shift + at, shift + at + len);
        tokens.push(Token { kind, text: &text[at..at + len], span });
        at += len;
    }
    Some(tokens)
}

struct Reader<'a> {
    tokens: &'a [Token<'a>],
    at: usize,
    cursor: usize,
    kamer: Option<Kamer>,
    session: Option<SessionYear>,
    /// The dossier that the number will count in.
    owner: Option<Dossier>,
}

impl<'a> Reader<'a> {
    fn read(mut self) -> Option<Unfinished> {
        self.chamber()?;
        loop {
            self.skip(&[',', ':', '(']);
            if self.rest().is_empty() {
                let part = if self.awaits_session() { Part::SessionOrDossier } else { Part::Dossier };
                return Some(self.unfinished(part, self.cursor));
            }
            if let ControlFlow::Break(answer) = self.session() {
                return answer;
            }
            self.skip(&[',']);
            if self.rest().is_empty() {
                return Some(self.unfinished(Part::Dossier, self.cursor));
            }
            let start = self.peek()?.span.start;
            let dossier = self.dossier();
            // `21 501-0` on its way to `21 501-02`.
            let is_part = matches!(self.rest(), [sign] | [sign, _] if sign.kind == Kind::Sign('-'));
            if (self.rest().is_empty() || is_part) && self.touches() || dossier.is_none() {
                // Only what a dossier may still become is one.
                return self.is_dossier_so_far(start).then(|| {
                    let part = if self.awaits_session() { Part::SessionOrDossier } else { Part::Dossier };
                    self.unfinished(part, start)
                });
            }
            self.owner = self.owner.or(dossier);
            self.skip(&[',']);
            match self.word() {
                Some("en") => {}
                Some("nr" | "Nr" | "NR") => return self.numbers(false),
                Some("nrs" | "Nrs" | "nummers") => return self.numbers(true),
                _ => return None,
            }
        }
    }

    /// `I`, `II` or `I/II`, which something must follow.
    fn chamber(&mut self) -> Option<()> {
        let Some(token) = self.peek() else { return Some(()) };
        self.kamer = match token.text {
            "I" => Some(Kamer::Eerste),
            "II" => Some(Kamer::Tweede),
            _ => return Some(()),
        };
        self.at += 1;
        if let [Token { kind: Kind::Sign('/'), .. }, Token { text: "II", .. }, ..] = self.rest() {
            (self.at, self.kamer) = (self.at + 2, None);
        }
        let touches = self.rest().is_empty() && self.touches();
        (!touches).then_some(())
    }

    /// The session, where one stands here; an answer where it ends at the cursor.
    fn session(&mut self) -> ControlFlow<Option<Unfinished>> {
        if self.peek().is_some_and(|token| token.text == "vergaderjaar") {
            self.at += 1;
            if self.rest().is_empty() {
                let touches = self.touches();
                let answer = (!touches).then(|| self.unfinished(Part::SessionOrDossier, self.cursor));
                return ControlFlow::Break(answer);
            }
        }
        let [year, sign, ..] = self.rest() else { return ControlFlow::Continue(()) };
        let is_year = year.kind == Kind::Digits && year.text.len() == 4;
        if !is_year || !matches!(sign.kind, Kind::Sign('/' | '-' | '–')) || sign.span.start != year.span.end
        {
            return ControlFlow::Continue(());
        }
        let start = year.span.start;
        self.at += 2;
        let second = self.peek().filter(|token| token.kind == Kind::Digits);
        self.at += usize::from(second.is_some());
        if self.rest().is_empty() && self.touches() {
            return ControlFlow::Break(Some(self.unfinished(Part::SessionOrDossier, start)));
        }
        if second.is_none() {
            return ControlFlow::Break(None);
        }
        let printed: String = self.tokens[self.at - 3..self.at].iter().map(|token| token.text).collect();
        self.session = SessionYear::parse(&printed);
        ControlFlow::Continue(())
    }

    /// Whether a session may still come.
    const fn awaits_session(&self) -> bool {
        self.kamer.is_some() && self.session.is_none() && self.owner.is_none()
    }

    /// The dossier that stands here, as far as it is one.
    fn dossier(&mut self) -> Option<Dossier> {
        let first = self.peek().filter(|token| token.kind == Kind::Digits)?;
        let mut printed = first.text.to_owned();
        self.at += 1;
        if first.text.len() <= 2 {
            if let [Token { kind: Kind::Sign('.'), .. }, Token { kind: Kind::Digits, .. }, ..] = self.rest() {
                self.at += 1;
            }
            let second = self.peek().filter(|token| token.kind == Kind::Digits && token.text.len() == 3)?;
            printed.push_str(second.text);
            self.at += 1;
        }
        // A chapter, fund or part.
        let plain = Dossier::parse(&printed);
        let with = match self.rest() {
            [Token { kind: Kind::Sign('-'), .. }, part, ..] if part.kind != Kind::Sign(',') => {
                Some((2, format!("{printed}-{}", part.text)))
            }
            [part, ..] if part.kind == Kind::Word && part.text.chars().all(char::is_uppercase) => {
                Some((1, format!("{printed}-{}", part.text)))
            }
            _ => None,
        };
        let with = with.and_then(|(count, printed)| Some((count, Dossier::parse(&printed)?)));
        if let Some((count, dossier)) = with {
            self.at += count;
            return Some(dossier);
        }
        plain
    }

    /// Whether all from `start` to the cursor may become a dossier: digits, a blank or full stop between them, and a toevoeging.
    fn is_dossier_so_far(&self, start: usize) -> bool {
        let tokens = || self.tokens.iter().filter(|token| token.span.start >= start);
        let is_part = |token: &Token<'_>| match token.kind {
            Kind::Digits => true,
            Kind::Word => token.text.chars().all(char::is_uppercase),
            Kind::Sign(sign) => matches!(sign, '.' | '-'),
        };
        let digits: usize =
            tokens().filter(|token| token.kind == Kind::Digits).take(2).map(|token| token.text.len()).sum();
        let begins = tokens().next().is_some_and(|token| token.kind == Kind::Digits);
        let short = self.cursor - start <= 16;
        // Behind a whole number and a blank comes what the writer knows.
        let ends = self.touches() || digits < 4;
        begins && short && ends && digits <= 7 && tokens().all(is_part)
    }

    /// Numbers of papers up to the cursor; `plural` where several are announced.
    fn numbers(mut self, plural: bool) -> Option<Unfinished> {
        let dossier = self.owner?;
        self.skip(&['.']);
        let mut awaited = true;
        loop {
            let Some(token) = self.peek() else {
                // `nr.|` wants its blank first.
                let glued = self.touches();
                return (awaited && !glued).then(|| self.unfinished(Part::Number(dossier), self.cursor));
            };
            match token.kind {
                Kind::Digits | Kind::Word if awaited && is_number(token.text) => {
                    self.at += 1;
                    // `188b`
                    let suffix = self.peek().filter(|next| {
                        next.span.start == token.span.end && next.kind == Kind::Word && next.text.len() == 1
                    });
                    self.at += usize::from(suffix.is_some());
                    if self.rest().is_empty() && self.touches() {
                        return Some(self.unfinished(Part::Number(dossier), token.span.start));
                    }
                    awaited = false;
                }
                Kind::Sign(',') if plural && !awaited => {
                    self.at += 1;
                    awaited = true;
                }
                Kind::Word if plural && !awaited && matches!(token.text, "en" | "t") => {
                    self.at += 1;
                    if token.text == "t" {
                        // `t/m`
                        self.skip(&['/']);
                        self.word().filter(|word| *word == "m")?;
                    }
                    awaited = true;
                }
                Kind::Sign(';') | Kind::Word if !awaited && matches!(token.text, ";" | "en") => {
                    // Other papers follow, of a dossier of their own.
                    self.at += 1;
                    self.owner = None;
                    return self.further();
                }
                _ => return None,
            }
        }
    }

    /// Papers behind `;`: only what is plainly a dossier, since prose may follow as well.
    fn further(self) -> Option<Unfinished> {
        if self.rest().is_empty() {
            return None;
        }
        let begins = self.peek().is_some_and(|token| token.kind == Kind::Digits);
        if begins { self.read() } else { None }
    }

    fn unfinished(&self, part: Part, start: usize) -> Unfinished {
        Unfinished { part, span: Span::new(start, self.cursor), kamer: self.kamer, session: self.session }
    }

    fn rest(&self) -> &'a [Token<'a>] {
        &self.tokens[self.at.min(self.tokens.len())..]
    }

    fn peek(&self) -> Option<Token<'a>> {
        self.rest().first().copied()
    }

    fn word(&mut self) -> Option<&'a str> {
        let word = self.peek().filter(|token| token.kind == Kind::Word)?;
        self.at += 1;
        Some(word.text)
    }

    fn skip(&mut self, signs: &[char]) {
        while self.peek().is_some_and(|token| matches!(token.kind, Kind::Sign(sign) if signs.contains(&sign)))
        {
            self.at += 1;
        }
    }

    /// Whether the cursor touches the last token.
    fn touches(&self) -> bool {
        self.tokens.last().is_some_and(|token| token.span.end == self.cursor)
    }
}

/// `385`, `C`, `AB`.
fn is_number(text: &str) -> bool {
    text.len() <= 5 && text.bytes().all(|b| b.is_ascii_digit())
        || text.len() <= 3 && text.chars().all(|c| c.is_ascii_uppercase())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What is being written at the bar: the part, and what there is of it.
    fn at(text: &str) -> String {
        let (before, after) = text.split_once('|').unwrap();
        match unfinished(&format!("{before}{after}"), before.len()) {
            None => "-".to_owned(),
            Some(found) => {
                let part = match &found.part {
                    Part::SessionOrDossier => "session or dossier".to_owned(),
                    Part::Dossier => "dossier".to_owned(),
                    Part::Number(dossier) => format!("number of {dossier}"),
                };
                format!("{part} «{}»", found.span.of(before))
            }
        }
    }

    #[test]
    fn behind_the_keyword_comes_a_dossier() {
        for (text, expected) in [
            ("Zie (Kamerstuk |", "dossier «»"),
            ("Zie (Kamerstuk 2|", "dossier «2»"),
            ("Zie (Kamerstuk 29 |", "dossier «29 »"),
            ("Zie (Kamerstuk 29 5|", "dossier «29 5»"),
            ("Zie (Kamerstuk 29\u{a0}521|)", "dossier «29\u{a0}521»"),
            ("Zie (Kamerstuk 29.52|", "dossier «29.52»"),
            ("Zie (Kamerstukken 36 410 X|", "dossier «36 410 X»"),
            ("Zie (Kamerstukken 21 501-0|", "dossier «21 501-0»"),
            ("Zie (Kamerstukken 29 521 en |", "dossier «»"),
            ("Zie (kamerstuk\n|", "dossier «»"),
            ("> Zie (Kamerstuk\n> 29|", "dossier «29»"),
            ("Zie *Kamerstukken II* 2019/20, 29|", "dossier «29»"),
            ("Zie Kamerstukken II 2019/20, |", "dossier «»"),
            ("Zie Kamerstuk 29 521, nr. 385; 34 9|", "dossier «34 9»"),
        ] {
            assert_eq!(at(text), expected, "{text:?}");
        }
    }

    #[test]
    fn behind_the_chamber_comes_a_session() {
        for (text, expected) in [
            ("Zie Kamerstukken II |", "session or dossier «»"),
            ("Zie Kamerstukken I |", "session or dossier «»"),
            ("Zie *Kamerstukken II* 20|", "session or dossier «20»"),
            ("Zie Kamerstukken II 2019/|", "session or dossier «2019/»"),
            ("Zie Kamerstukken II, vergaderjaar 2019–2|", "session or dossier «2019–2»"),
            ("Zie Kamerstukken II, vergaderjaar |", "session or dossier «»"),
            ("Zie Kamerstukken II|", "-"),
        ] {
            assert_eq!(at(text), expected, "{text:?}");
        }
    }

    #[test]
    fn behind_the_sign_comes_a_number() {
        for (text, expected) in [
            ("Zie (Kamerstuk 29 521, nr. |", "number of 29521 «»"),
            ("Zie (Kamerstuk 29 521, nr. 38|5)", "number of 29521 «38»"),
            ("Zie (Kamerstuk 29 521, nr.\n|", "number of 29521 «»"),
            ("Zie (Kamerstuk 29 521,\nnr. 3|", "number of 29521 «3»"),
            ("Zie (Kamerstuk 29 521 nr 3|", "number of 29521 «3»"),
            ("Zie Kamerstukken I 2019/20, 29 521, nr. A|", "number of 29521 «A»"),
            ("Zie Kamerstukken 36 410 X, nr. |", "number of 36410-X «»"),
            ("Zie Kamerstukken 29 521 en 34 952, nr. 4|", "number of 29521 «4»"),
            ("Zie Kamerstukken 29 521, nrs. 3, |", "number of 29521 «»"),
            ("Zie Kamerstukken 29 521, nrs. 3, 5 en |", "number of 29521 «»"),
            ("Zie Kamerstukken 29 521, nrs. 3 t/m 1|", "number of 29521 «1»"),
            ("Zie Kamerstuk 29 521, nr. 385; 34 952, nr. 1|", "number of 34952 «1»"),
            ("Zie (Kamerstuk 29 521, nr.|", "-"),
        ] {
            assert_eq!(at(text), expected, "{text:?}");
        }
    }

    #[test]
    fn amid_prose_nothing_is_written() {
        for text in [
            "De |",
            "Kamerstuk|",
            "Kamerstukk|",
            "Het Kamerstuk is |",
            "Kamerstukken zijn 3 |",
            "(Kamerstuk 29 521) |",
            "(Kamerstuk 29 521, nr. 385) |",
            "Kamerstuk 29 521, nr. 385 |",
            "Kamerstuk 29 521, nr. 385, |",
            "Kamerstuk 29 521, nr. 385 en |",
            "Kamerstuk 29 521, |",
            "Kamerstuk 29 521 |",
            "Kamerstuk 29 521, waarin |",
            "Kamerstuk 29 521, nr. 385, p. |",
            "Zie Kamerstuk\n\n|",
            "Zie Kamerstuk 29 521, nr.\n\n3|",
            "het parlementskamerstuk |",
        ] {
            assert_eq!(at(text), "-", "{text:?}");
        }
    }
}
