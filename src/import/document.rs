//! A document of another format as far as letters go: what it says of itself, and its text in blocks.
//!
//! Readers of formats make it, `markdown` writes it; neither knows the other. It holds what a letter keeps (headings, paragraphs, lists, tables, notes, borders of pages, speakers), no looks.

use std::fmt;

use crate::identifier::{Date, DocumentId, Dossier, Kamer, Ondernummer, SessionYear};
use crate::messages::Message;

/// A document that was read.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Document {
    /// What it says of itself.
    pub head: Head,
    /// Its text, from top to bottom.
    pub blocks: Vec<Block>,
    /// Its footnotes and endnotes, in the order of their first marks; marks name them by index.
    pub notes: Vec<Note>,
    /// What was repaired, left out or doubtful, in the order of the text.
    pub remarks: Vec<Remark>,
}

/// What a document says of itself; what it does not say is empty.
#[derive(Clone, Debug, Default, PartialEq)]
#[expect(missing_docs, reason = "the fields are those of the front matter of a letter")]
pub struct Head {
    pub identifier: Option<DocumentId>,
    pub dossiers: Vec<Dossier>,
    pub number: Option<Ondernummer>,
    pub title: Option<String>,
    pub kind: Option<String>,
    pub kamer: Option<Kamer>,
    pub session: Option<SessionYear>,
    pub date: Option<Date>,
    pub senders: Vec<String>,
}

/// A piece of text that stands on its own, and where its reader finds it in the source.
#[derive(Clone, Debug, PartialEq)]
pub struct Block {
    /// What it is.
    pub kind: BlockKind,
    /// Where it stands in the source.
    pub place: Place,
}

/// Kinds of blocks.
#[derive(Clone, Debug, PartialEq)]
#[expect(missing_docs, reason = "the names say it")]
pub enum BlockKind {
    /// A heading of level 1 to 6.
    Heading {
        level: u8,
        text: Vec<Inline>,
    },
    Paragraph(Vec<Inline>),
    /// A list; each item has blocks of its own. `first` is the number of the first item, where they are numbered.
    List {
        first: Option<u64>,
        items: Vec<Vec<Block>>,
    },
    /// A table, its first row the head where `headed`.
    Table {
        headed: bool,
        rows: Vec<Vec<Vec<Inline>>>,
    },
    Quote(Vec<Block>),
    /// The border of a page or item of the source, with the label that it prints.
    Border(String),
    /// Who speaks in what follows.
    Speaker(Vec<Inline>),
}

/// A stretch of text within a block.
#[derive(Clone, Debug, PartialEq)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Inline {
    Text(String),
    Emphasis(Vec<Inline>),
    Strong(Vec<Inline>),
    /// The mark of the note with this index.
    Mark(usize),
    Break,
    Link {
        to: String,
        text: Vec<Inline>,
    },
}

/// A footnote or endnote.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Note {
    /// The label that the source prints, where it prints one.
    pub label: Option<String>,
    /// Its text.
    pub blocks: Vec<Block>,
}

/// Where something stands in the source, as its writer would look for it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub enum Place {
    /// Nowhere in particular.
    #[default]
    Nowhere,
    /// The paragraph with this number, counted from 1 as a reader of the source counts them.
    Paragraph(u32),
    /// The footnote with this number, from 1.
    Footnote(u32),
    /// The endnote with this number, from 1.
    Endnote(u32),
    /// The line of the source (XML), from 1.
    Line(u32),
    /// A row of a table, both counted from 1.
    Row {
        /// The table.
        table: u32,
        /// The row.
        row: u32,
    },
    /// The box of text with this number, from 1.
    TextBox(u32),
    /// The head of the first page.
    Header,
}

/// Something that its reader should know of a document that could be read all the same.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Remark {
    /// What it is: the whole code of its sentence in `messages`, `import-…`.
    pub code: &'static str,
    /// The values of its sentence, by name.
    pub arguments: Vec<(&'static str, String)>,
    /// Where.
    pub place: Place,
}

impl Remark {
    /// A remark without values.
    #[must_use]
    pub const fn new(code: &'static str, place: Place) -> Self {
        Self { code, arguments: Vec::new(), place }
    }

    /// The same with one value more.
    #[must_use]
    pub fn with(mut self, name: &'static str, value: impl std::fmt::Display) -> Self {
        self.arguments.push((name, value.to_string()));
        self
    }

    /// As it is said.
    #[must_use]
    pub fn message(&self) -> Message {
        self.arguments
            .iter()
            .fold(Message::new(self.code), |message, (name, value)| message.with(name, value))
    }
}

impl Place {
    /// In words; nothing where it is nowhere in particular.
    #[must_use]
    pub fn message(&self) -> Option<Message> {
        let (code, number) = match self {
            Self::Nowhere => return None,
            Self::Paragraph(number) => ("place-paragraph", number),
            Self::Footnote(number) => ("place-footnote", number),
            Self::Endnote(number) => ("place-endnote", number),
            Self::Line(number) => ("place-line", number),
            Self::TextBox(number) => ("place-text-box", number),
            Self::Header => return Some(Message::new("place-header")),
            Self::Row { table, row } => {
                return Some(Message::new("place-row").with("table", table).with("row", row));
            }
        };
        Some(Message::new(code).with("number", number))
    }
}

impl fmt::Display for Place {
    /// As other programs read it, in one language: `footnote 3`; nothing where it is nowhere in particular.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Nowhere => Ok(()),
            Self::Paragraph(number) => write!(f, "paragraph {number}"),
            Self::Footnote(number) => write!(f, "footnote {number}"),
            Self::Endnote(number) => write!(f, "endnote {number}"),
            Self::Line(number) => write!(f, "line {number}"),
            Self::Row { table, row } => write!(f, "table {table}, row {row}"),
            Self::TextBox(number) => write!(f, "text box {number}"),
            Self::Header => f.write_str("header"),
        }
    }
}

impl Block {
    /// A block at a place.
    #[must_use]
    pub const fn new(kind: BlockKind, place: Place) -> Self {
        Self { kind, place }
    }
}
