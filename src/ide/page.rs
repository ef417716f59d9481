//! Read-only pages about papers that are no files: what is known of a paper from lists alone, or of a dossier.

use crate::corpus::{Corpus, shown};
use crate::identifier::DocumentId;
use crate::messages::{Message, Translator};

use super::Markup;
use super::describe::{Known, name};
use super::prose::{Piece, Prose};

const SCHEME: &str = "griffier:";
const EXTENSION: &str = ".md";

/// The address of the page about a paper, `griffier:///kst-29521-385.md`.
/// An identifier is one step of the way, so what is not a letter, a digit or a hyphen is written in percents: `griffier:///dossier%2F29521.md`.
#[must_use]
pub fn page_address(id: &DocumentId) -> String {
    let mut address = format!("{SCHEME}///");
    for byte in id.to_string().bytes() {
        if byte.is_ascii_alphanumeric() || byte == b'-' {
            address.push(char::from(byte));
        } else {
            address.push_str(&format!("%{byte:02X}"));
        }
    }
    address + EXTENSION
}

/// Reads the address of a page, also as editors rewrite it: with one slash or three, and with fewer signs in percents.
#[must_use]
pub fn read_page_address(address: &str) -> Option<DocumentId> {
    let path = address.strip_prefix(SCHEME)?.trim_start_matches('/');
    let id = unescape(path)?;
    DocumentId::parse(id.strip_suffix(EXTENSION)?).ok()
}

fn unescape(text: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.bytes();
    while let Some(byte) = rest.next() {
        if byte == b'%' {
            let digits = [rest.next()?, rest.next()?];
            bytes.push(u8::from_str_radix(std::str::from_utf8(&digits).ok()?, 16).ok()?);
        } else {
            bytes.push(byte);
        }
    }
    String::from_utf8(bytes).ok()
}

/// The page about a paper or a dossier, in Markdown.
#[must_use]
pub fn page(id: &DocumentId, corpus: &dyn Corpus, say: Translator) -> String {
    let known = Known::of(id, corpus);
    let (title, name) = (known.title(say), name(id, say));
    let mut prose = Prose::new(Markup::Markdown);
    prose.heading(1, &title);
    known.facts(&mut prose, say, (title != name).then_some(name));
    known.lead(&mut prose);
    if !known.letters().is_empty() {
        prose.heading(2, &say.text(&Message::new("page-letters")));
        let items: Vec<Vec<Piece>> = known
            .letters()
            .iter()
            .map(|letter| {
                let title = letter.title.as_ref().map(|title| format!(": {title}")).unwrap_or_default();
                vec![
                    Piece::Strong(letter.id.printed()),
                    Piece::Text(format!("{title} ({})", shown(&letter.path, corpus.root()))),
                ]
            })
            .collect();
        prose.items(&items);
    }
    known.foot(&mut prose, corpus, say);
    prose.finish() + "\n"
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_address_reads_back() {
        for id in [
            "kst-29521-385",
            "dossier/29521",
            "dossier/36410-XVI",
            "kst-20082009-31700-VI-D",
            "h-tk-20162017-66-6",
            "tkd:2024D28457",
            "ECLI:NL:RVS:2024:3946",
            "bwb:BWBR0005252",
        ] {
            let id = DocumentId::parse(id).unwrap();
            let address = page_address(&id);
            assert_eq!(read_page_address(&address), Some(id), "{address}");
        }
        let dossier = DocumentId::parse("dossier/29521").unwrap();
        assert_eq!(page_address(&dossier), "griffier:///dossier%2F29521.md");
    }

    #[test]
    fn editors_may_rewrite_an_address() {
        for address in ["griffier:/dossier/29521.md", "griffier:///dossier%2f29521.md"] {
            assert_eq!(read_page_address(address).map(|id| id.to_string()).as_deref(), Some("dossier/29521"));
        }
        for address in ["file:///kst-29521-385.md", "griffier:///brief.md", "griffier:///%zz.md", "griffier:"]
        {
            assert_eq!(read_page_address(address), None, "{address}");
        }
    }
}
