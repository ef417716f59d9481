//! Read-only pages about papers that are no files: what is known of a paper from lists alone, or of a dossier.

use crate::corpus::Corpus;
use crate::identifier::DocumentId;
use crate::messages::Translator;

use super::Markup;
use super::describe::Known;
use super::dossier_page::dossier_page;
use super::name::name;
use super::prose::Prose;

const SCHEME: &str = "griffier:";
const EXTENSION: &str = ".md";

/// The address of the page about a paper, `griffier:///kst-29521-385.md`.
/// An identifier is one step of the way, so what is not a letter, a digit or a hyphen is written in percents: `griffier:///dossier%2F29521.md`.
#[must_use]
pub fn page_address(id: &DocumentId) -> String {
    format!("{SCHEME}///{}{EXTENSION}", escaped(&id.to_string()))
}

/// A text as one step of an address.
pub(super) fn escaped(text: &str) -> String {
    let sign = |byte: u8| match byte {
        byte if byte.is_ascii_alphanumeric() || byte == b'-' => char::from(byte).to_string(),
        byte => format!("%{byte:02X}"),
    };
    text.bytes().map(sign).collect()
}

/// Reads the address of a page, also as editors rewrite it: with one slash or three, and with fewer signs in percents.
#[must_use]
pub fn read_page_address(address: &str) -> Option<DocumentId> {
    let path = address.strip_prefix(SCHEME)?.trim_start_matches('/');
    let id = unescape(path)?;
    DocumentId::parse(id.strip_suffix(EXTENSION)?).ok()
}

pub(super) fn unescape(text: &str) -> Option<String> {
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
    if matches!(id, DocumentId::Dossier(_)) {
        return dossier_page(id, corpus, say, Markup::Markdown) + "\n";
    }
    let known = Known::of(id, corpus);
    let mut prose = Prose::new(Markup::Markdown);
    head(&known, &mut prose, id, say);
    known.lead(&mut prose);
    known.foot(&mut prose, corpus, say);
    prose.finish() + "\n"
}

pub(super) fn head(known: &Known, prose: &mut Prose, id: &DocumentId, say: Translator) {
    let (title, name) = (known.title(say), name(id, say));
    prose.heading(1, &title);
    known.facts(prose, say, (title != name).then_some(name));
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::fixture::Fixture;

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

    #[test]
    fn a_paper_that_only_a_list_has_a_record_of() {
        let record = r#"{"identifier": "kst-29521-403", "title": "Gevolgen van het coronavirus", "kind": "Brief regering", "date": "2020-03-20", "dossiers": [{"number": "29521", "title": "Vredesmissies"}]}"#;
        let fixture =
            Fixture::new(&format!("-- brief.txt\nZie Kamerstuk 29 521, nr. 403.\n-- corpus\n{record}\n"));
        let page_of = |id| {
            let id = DocumentId::parse(id).unwrap();
            page(&id, &fixture.corpus, Translator::default()).replace("  \n", "\n")
        };
        let expected = "\
# Gevolgen van het coronavirus

Kamerstuk 29 521, nr. 403
Brief regering · Tweede Kamer · 20 maart 2020
Dossier 29 521: Vredesmissies

Bekend uit de lijst lijst.txt (t/m 15-2-2025)
In dit corpus één keer aangehaald
[kst-29521-403](https://zoek.officielebekendmakingen.nl/kst-29521-403.html)
";
        assert_eq!(page_of("kst-29521-403"), expected);
        let expected = "\
# Vredesmissies

Dossier 29 521

## 1 stuk, waarvan 0 in dit corpus

- **29 521, nr. 403**: Gevolgen van het coronavirus · 20 maart 2020 · Brief regering · 1 keer aangehaald

Bekend uit de lijst lijst.txt (t/m 15-2-2025)
In dit corpus nergens aangehaald
[dossier/29521](https://zoek.officielebekendmakingen.nl/dossier/29521)
";
        assert_eq!(page_of("dossier/29521"), expected);
    }

    #[test]
    fn a_paper_that_only_a_list_knows() {
        let fixture =
            Fixture::new("-- brief.txt\nZie Kamerstuk 29 521, nr. 403.\n-- corpus\nkst-29521-403\n");
        let id = DocumentId::parse("kst-29521-403").unwrap();
        let expected = "\
# Kamerstuk 29 521, nr. 403

Tweede Kamer

Bekend uit de lijst lijst.txt (t/m 15-2-2025)
In dit corpus één keer aangehaald
[kst-29521-403](https://zoek.officielebekendmakingen.nl/kst-29521-403.html)
";
        assert_eq!(page(&id, &fixture.corpus, Translator::default()).replace("  \n", "\n"), expected);
    }
}
