//! What a letter in Word says of itself: what its text says, as every letter does, and where that is nothing its properties.
//!
//! Properties are filled in by whoever made the file that this one was copied from. Its title is better than none; its dates and its author are not.

use roxmltree::Node;

use crate::import::{Block, BlockKind, Head, Inline};
use crate::letter::{Format, Letter};

/// So many lines of a letter are read for what it says of itself.
const LINES: usize = 120;

/// What stands in front of the subject of a letter.
const SUBJECTS: [&str; 2] = ["Betreft", "Onderwerp"];

/// Reads the head from the blocks of a letter, from those of the head of its pages, and from its properties.
pub(super) fn read(blocks: &[Block], margin: &[Block], title: Option<String>) -> Head {
    let lines = lines(blocks);
    let letter = Letter::read(&lines.join("\n"), Format::Plain);
    let mut header = letter.header;
    if header.date.is_none() {
        header.date = Letter::read(&self::lines(margin).join("\n"), Format::Plain).header.date;
    }
    let printed = header.id.as_ref().and(header.title);
    Head {
        identifier: header.id,
        dossiers: header.dossiers.iter().map(|line| line.dossier).collect(),
        number: None,
        title: printed.or_else(|| subject(&lines)).or_else(|| heading(blocks)).or(title),
        kind: header.kind,
        kamer: header.kamer,
        session: header.session,
        date: header.date,
        senders: header.senders,
    }
}

/// The title in `docProps/core.xml`.
pub(super) fn title(root: Node<'_, '_>) -> Option<String> {
    let text = |name: &str| {
        let node = root.children().find(|node| node.tag_name().name() == name)?;
        let text = node.text()?.trim();
        (!text.is_empty()).then(|| text.to_owned())
    };
    text("title").or_else(|| text("subject"))
}

/// `Betreft Antwoorden op vragen`, on one line or on two.
fn subject(lines: &[String]) -> Option<String> {
    lines.iter().enumerate().find_map(|(at, line)| {
        let rest = SUBJECTS.iter().find_map(|start| line.strip_prefix(start))?;
        let said = rest.trim_start_matches([':', ' ', '\u{A0}']);
        let is_word = rest.is_empty() || said.len() < rest.len();
        let said = if said.is_empty() { lines.get(at + 1)?.as_str() } else { said };
        (is_word && !said.is_empty()).then(|| said.to_owned())
    })
}

fn heading(blocks: &[Block]) -> Option<String> {
    blocks.iter().take(LINES).find_map(|block| match &block.kind {
        BlockKind::Heading { level: 1, text } => Some(words(text).replace('\n', " ")),
        _ => None,
    })
}

/// The first lines of the blocks. The cells of a row stand on one line.
fn lines(blocks: &[Block]) -> Vec<String> {
    let mut lines = Vec::new();
    for block in blocks {
        match &block.kind {
            BlockKind::Paragraph(text) | BlockKind::Heading { text, .. } | BlockKind::Speaker(text) => {
                lines.extend(words(text).lines().map(|line| line.trim().to_owned()));
            }
            BlockKind::Table { rows, .. } => lines.extend(rows.iter().map(|row| {
                let cells: Vec<String> = row.iter().map(|cell| words(cell).replace('\n', " ")).collect();
                cells.join(" ").trim().to_owned()
            })),
            BlockKind::List { items, .. } => lines.extend(items.iter().flat_map(|item| self::lines(item))),
            BlockKind::Quote(inner) => lines.extend(self::lines(inner)),
            BlockKind::Border(_) => {}
        }
        if lines.len() > LINES {
            break;
        }
    }
    lines
}

fn words(text: &[Inline]) -> String {
    text.iter()
        .map(|inline| match inline {
            Inline::Text(text) => text.clone(),
            Inline::Emphasis(inner) | Inline::Strong(inner) | Inline::Link { text: inner, .. } => {
                words(inner)
            }
            Inline::Mark(_) => String::new(),
            Inline::Break => "\n".to_owned(),
        })
        .collect()
}
