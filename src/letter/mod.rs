//! What a text says of itself: header, own number, footnotes, running footers, and where no citation can stand.
//!
//! Layer 2. Nothing here knows of citations or of a corpus; a letter is read by itself alone.

mod footnote;
mod front_matter;
mod imprint;
mod kind;
mod lines;
mod markdown;
mod notes;
mod official_print;
mod outline;
mod plain_letter;
mod questions;
mod quotation;

use std::path::Path;

use crate::identifier::{Date, DocumentId, Dossier, Kamer, SessionYear, read_address};
use crate::text::Span;

pub use footnote::Footnote;
pub use kind::{PaperKind, kind_of};
pub use notes::{WrittenNote, WrittenNotes};
pub use outline::{Section, SectionKind};
pub use quotation::quotations;

/// How the text is marked up.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Default)]
pub enum Format {
    /// As it is, often the text layer of a PDF.
    #[default]
    Plain,
    /// Markdown, perhaps with front matter.
    Markdown,
}

impl Format {
    /// By the end of a file name: `.md` and `.markdown` are Markdown, everything else is plain.
    #[must_use]
    pub fn of_path(path: &Path) -> Self {
        match path.extension().and_then(|extension| extension.to_str()) {
            Some(extension)
                if extension.eq_ignore_ascii_case("md") || extension.eq_ignore_ascii_case("markdown") =>
            {
                Self::Markdown
            }
            _ => Self::Plain,
        }
    }
}

/// What a text says of itself.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Letter {
    /// What stands at its head.
    pub header: Header,
    /// Its footnotes, in the order of their first place.
    pub footnotes: Vec<Footnote>,
    /// Its links and pictures that lead to a file beside it, in order of place; in Markdown only.
    pub file_links: Vec<FileLink>,
    /// Where no citation stands: the head, running footers and imprints of the paper itself; in Markdown code, comments and front matter.
    /// Ascending, without overlap.
    pub silent: Vec<Span>,
    /// Where pages begin, as far as the text shows it, ascending.
    pub pages: Vec<Page>,
    /// Where the text proper begins, in bytes.
    pub body: usize,
}

/// What stands at the head of a letter, each as far as it is said.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Header {
    /// The identifier, by front matter, dossier line and number, or imprint.
    pub id: Option<DocumentId>,
    /// The dossiers at its head, in their order; the number counts in the first.
    pub dossiers: Vec<DossierLine>,
    /// `Brief van de Minister van Defensie`, `Motie van het lid …`.
    pub title: Option<String>,
    /// `brief`, `motie`, `amendement`, `verslag`, in lower case.
    pub kind: Option<String>,
    /// Whose paper it is.
    pub kamer: Option<Kamer>,
    /// In which session it appeared.
    pub session: Option<SessionYear>,
    /// When it was written.
    pub date: Option<Date>,
    /// Who signed it.
    pub senders: Vec<String>,
    /// The lines of the head: where one who jumps to the letter wants to land. Empty at the start of the text where there is none.
    pub span: Span,
}

/// A dossier at the head of a paper.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct DossierLine {
    /// Which.
    pub dossier: Dossier,
    /// Its title, where it is printed.
    pub title: Option<String>,
}

/// A link to a file: `[de nota](bijlagen/nota.pdf)`.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct FileLink {
    /// The whole link.
    pub span: Span,
    /// Where it leads, relative to the folder of the letter, without what follows a `#` or `?`.
    pub target: String,
}

/// The beginning of a page.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Page {
    /// Its number, from one.
    pub number: u32,
    /// Its first byte.
    pub start: usize,
}

impl Letter {
    /// Reads a letter. Every text is one; what it does not say stays empty.
    #[must_use]
    pub fn read(text: &str, format: Format) -> Self {
        let front = front_matter::read(text);
        let mut letter = Self { body: front.as_ref().map_or(0, |front| front.end), ..Self::default() };
        if let Some(front) = front {
            letter.silent.push(Span::new(0, front.end));
            letter.header = front.header;
        }
        official_print::read(text, &mut letter);
        questions::read(text, &mut letter);
        plain_letter::read(text, format, &mut letter);
        imprint::read(text, &mut letter);
        match format {
            Format::Plain => letter.footnotes = footnote::read(text, letter.body),
            Format::Markdown => markdown::read(text, &mut letter),
        }
        letter.silent = united(letter.silent);
        letter
    }

    /// The identifier of the letter: what it says of itself, else what its file is called.
    #[must_use]
    pub fn identity(&self, path: Option<&Path>) -> Option<DocumentId> {
        let by_name = || read_address(path?.file_name()?.to_str()?);
        self.header.id.clone().or_else(by_name)
    }
}

/// The same stretches, ascending and without overlap.
fn united(mut spans: Vec<Span>) -> Vec<Span> {
    spans.sort_unstable();
    spans.dedup_by(|next, before| {
        let overlaps = next.start <= before.end;
        if overlaps {
            before.end = before.end.max(next.end);
        }
        overlaps
    });
    spans
}

#[cfg(test)]
mod tests;
