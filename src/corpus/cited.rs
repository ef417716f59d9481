//! Where letters cite papers: each place as an editor or a terminal shows it, without the letter being opened again.
//!
//! The only file of the corpus that knows what a citation looks like.

use std::path::Path;
use std::sync::Arc;

use memchr::memchr2_iter;

use crate::citation::{Recognised, Standing};
use crate::identifier::DocumentId;
use crate::text::Span;

/// A place in a letter that cites a paper.
#[derive(Clone, PartialEq, Debug)]
pub struct CitingPlace {
    /// The file of the letter.
    pub path: Arc<Path>,
    /// Which paper the letter is, where it is one.
    pub letter: Option<DocumentId>,
    /// What it cites there, and where exactly.
    pub cited: Cited,
}

/// One paper that a letter cites at one place.
#[derive(Clone, PartialEq, Debug)]
pub struct Cited {
    /// The paper, without the suffixes of reprints and attachments. Where it is kept, as the text alone gives it; in an answer, as the corpus knows it.
    pub id: DocumentId,
    /// The part of the citation that is about this paper, in bytes of the decoded text.
    pub span: Span,
    /// Where that begins.
    pub start: Place,
    /// Where it ends: the place behind its last character.
    pub end: Place,
    /// The line on which it begins, without white space around it; of a long line some two hundred bytes around the citation, with `…` for what is left out.
    pub words: Box<str>,
    /// Where in `words` the citation stands, in bytes. What runs on into the next line is not among them.
    pub at: Span,
    /// Whether the dossier or what is referred to lies outside the citation itself.
    pub inferred: bool,
    /// Whether it has no keyword, so that it counts only where the paper is known.
    pub unconfirmed: bool,
}

/// A place in a text as line and column, both from zero, the column in each unit that an editor may count in.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Place {
    /// Lines end with LF, CR or CR LF, and with nothing else.
    pub line: u32,
    /// The column in UTF-8 bytes.
    pub byte: u32,
    /// The column in UTF-16 code units.
    pub utf16: u32,
    /// The column in code points.
    pub code_point: u32,
}

/// So many bytes of a line are kept around a citation.
const WORDS: usize = 200;

/// Everything that a letter cites, by paper and then by place; the letter itself, which is `own`, left out.
pub(super) fn cited(recognised: &Recognised, own: Option<&DocumentId>) -> Vec<Cited> {
    let text = &*recognised.text;
    let mut places = Places::new(text);
    let mut cited = Vec::new();
    for citation in recognised.unsettled() {
        let targets = citation.targets.iter().map(|target| (target.id.base(), target.span));
        // Which publication holds a page is for the lists to tell when somebody asks.
        let pages = citation.pages.iter().map(|pages| (pages.range.stand_in(), citation.span));
        for (id, span) in targets.chain(pages) {
            if Some(&id) == own {
                continue;
            }
            let start = places.at(span.start);
            let line = places.line();
            let end = places.at(span.end);
            let (words, at) = words(text, line, span);
            let inferred = citation.is_inferred();
            let unconfirmed = citation.standing == Standing::Unconfirmed;
            cited.push(Cited { id, span, start, end, words, at, inferred, unconfirmed });
        }
    }
    cited.sort_by(|a, b| (&a.id, a.span.start).cmp(&(&b.id, b.span.start)));
    // A list that names a paper twice at one place cites it once there.
    cited.dedup_by(|a, b| (&a.id, a.span.start) == (&b.id, b.span.start));
    cited
}

/// Counts lines and columns along a text. Places are asked for in (nearly) ascending order, so that a text is gone through once.
struct Places<'a> {
    text: &'a str,
    /// The byte up to which has been counted, and the place of it.
    offset: usize,
    place: Place,
    line_start: usize,
}

impl<'a> Places<'a> {
    fn new(text: &'a str) -> Self {
        Self { text, offset: 0, place: Place::default(), line_start: 0 }
    }

    fn at(&mut self, offset: usize) -> Place {
        let offset = offset.min(self.text.len());
        if offset < self.offset {
            *self = Self::new(self.text);
        }
        let bytes = self.text.as_bytes();
        for end in memchr2_iter(b'\n', b'\r', &bytes[self.offset..offset]) {
            let end = self.offset + end;
            // Of CR LF the LF ends the line, of which the CR is still part.
            if bytes[end] == b'\n' || bytes.get(end + 1) != Some(&b'\n') {
                self.place = Place { line: self.place.line + 1, ..Place::default() };
                self.line_start = end + 1;
            }
        }
        let counted = self.offset.max(self.line_start);
        let passed = &self.text[counted..offset];
        let units = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
        self.place.byte += units(passed.len());
        if passed.is_ascii() {
            self.place.utf16 += units(passed.len());
            self.place.code_point += units(passed.len());
        } else {
            self.place.utf16 += units(passed.encode_utf16().count());
            self.place.code_point += units(passed.chars().count());
        }
        self.offset = offset;
        self.place
    }

    /// The line of the last place, without its end.
    fn line(&self) -> Span {
        // No further than can be shown: a line may be the whole of a large text.
        let mut limit = self.text.len().min(self.offset + 2 * WORDS);
        while !self.text.is_char_boundary(limit) {
            limit += 1;
        }
        let rest = &self.text[self.offset..limit];
        let end = rest.find(['\n', '\r']).map_or(limit, |end| self.offset + end);
        Span::new(self.line_start, end)
    }
}

/// What is shown of a line, and where in it the citation stands.
fn words(text: &str, line: Span, cited: Span) -> (Box<str>, Span) {
    let end = cited.end.min(line.end);
    let (mut from, mut to) = (line.start, line.end);
    if line.len() > WORDS {
        // A third of the room in front, the rest behind.
        from = boundary(text, cited.start.saturating_sub(WORDS / 3).max(line.start));
        to = boundary(text, (from + WORDS).max(end).min(line.end));
    }
    let shown = &text[from..to];
    let (mut front, mut back) = ("", "");
    let mut skip = shown.len() - shown.trim_start().len();
    let mut keep = shown.trim_end().len().max(skip);
    if from > line.start {
        // A word that is cut through is left out.
        let before = &text[from..cited.start];
        skip = before
            .find(char::is_whitespace)
            .map_or(skip, |space| space + before[space..].len() - before[space..].trim_start().len());
        front = "…";
    }
    if to < text.len() && !text[to..].starts_with(['\n', '\r']) {
        let behind = &text[end..to];
        keep = behind
            .rfind(char::is_whitespace)
            .map_or(keep, |space| end - from + behind[..space].trim_end().len());
        back = "…";
    }
    let skip = skip.min(cited.start - from);
    let keep = keep.max(end - from);
    let words = [front, &shown[skip..keep], back].concat();
    let start = front.len() + cited.start - from - skip;
    (words.into(), Span::new(start, start + end - cited.start))
}

/// The nearest place downward that does not cut a character through.
fn boundary(text: &str, mut at: usize) -> usize {
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::letter::Format;
    use crate::text::{Buffer, PositionEncoding};

    fn cited_in(text: &str) -> Vec<Cited> {
        cited(&Recognised::new(Arc::from(text), Format::Plain, None), None)
    }

    #[test]
    fn a_place_is_what_an_editor_counts() {
        let text = "Één 😀 zin.\r\nCafé 😀: Kamerstuk 29 521,\rnr. 385, en\u{0C} Kamerstuk 29 521, nr. 386\n";
        let buffer = Buffer::new(text);
        for one in cited_in(text) {
            for (offset, place) in [(one.span.start, one.start), (one.span.end, one.end)] {
                for (encoding, column) in [
                    (PositionEncoding::Utf8, place.byte),
                    (PositionEncoding::Utf16, place.utf16),
                    (PositionEncoding::Utf32, place.code_point),
                ] {
                    let position = buffer.position(offset, encoding);
                    assert_eq!((position.line, position.column), (place.line, column), "{one:?}");
                }
            }
        }
    }

    #[test]
    fn the_words_are_the_line_with_the_citation_in_it() {
        let shown = |text: &str| {
            let one = cited_in(text).remove(0);
            let (before, rest) = one.words.split_at(one.at.start);
            format!("{before}[{}]{}", &rest[..one.at.len()], &rest[one.at.len()..])
        };
        assert_eq!(
            shown("Een zin.\n  Zie de brief (Kamerstuk 29 521, nr. 385). \nNog een.\n"),
            "Zie de brief ([Kamerstuk 29 521, nr. 385])."
        );
        assert_eq!(shown("Zie (Kamerstuk 29 521,\nnr. 385).\n"), "Zie ([Kamerstuk 29 521,]");
        let long =
            format!("{} Kamerstuk 29 521, nr. 385 {}", "één woord".repeat(50), "ënkele woorden ".repeat(50));
        let shown = shown(&long);
        assert!(shown.starts_with('…') && shown.ends_with("…") && shown.len() < WORDS + 20, "{shown}");
        assert!(shown.contains("[Kamerstuk 29 521, nr. 385] ënkele woorden"), "{shown}");
    }
}
