//! The official address of every cited paper, as links in the text.

use crate::citation::Reading;
use crate::identifier::{DocumentId, official_url};
use crate::text::Span;

/// A link in the text.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Link {
    /// The words that are the link.
    pub span: Span,
    /// Which paper it leads to.
    pub id: DocumentId,
    /// The address at the official publisher.
    pub url: String,
}

/// The links of a letter, in order of place and without overlap.
///
/// Words that are a link already, `[Kamerstuk 29 521, nr. 385](…)`, keep the one that their writer gave them.
#[must_use]
pub fn links(reading: &Reading) -> Vec<Link> {
    let mut links: Vec<Link> = Vec::new();
    for citation in &*reading.citations {
        // Clients make links of addresses themselves, but for those that a line's end broke.
        let words = citation.span.of(&reading.text);
        let is_address = words.contains("://") && !words.contains(['\n', '\r']);
        if is_address || is_linked(&reading.text, citation.span) {
            continue;
        }
        for target in &citation.targets {
            // Of a range only the first and the last paper have words of their own.
            let free = links.last().is_none_or(|last| last.span.end <= target.span.start);
            if let Some(url) = official_url(&target.id).filter(|_| free) {
                links.push(Link { span: target.span, id: target.id.clone(), url });
            }
        }
    }
    links
}

/// Whether the words stand in the brackets of a Markdown link, inline or by reference.
fn is_linked(text: &str, span: Span) -> bool {
    let Some(opened) = unclosed(text[..span.start].bytes().rev().take(400), b'[', b']') else {
        return false;
    };
    let Some(closed) = unclosed(text.bytes().skip(span.end).take(400), b']', b'[') else { return false };
    let behind = text.as_bytes().get(span.end + closed + 1);
    let before = span.start.checked_sub(opened + 2).and_then(|at| text.as_bytes().get(at));
    matches!(behind, Some(b'(' | b'[')) && before != Some(&b'\\')
}

/// How many bytes stand before the first `wanted` that no `partner` accounts for; none where the paragraph ends first.
fn unclosed(bytes: impl Iterator<Item = u8>, wanted: u8, partner: u8) -> Option<usize> {
    let mut open = 0_usize;
    let mut last = 0;
    for (at, byte) in bytes.enumerate() {
        match byte {
            b'\n' if last == b'\n' => return None,
            _ if byte == partner => open += 1,
            _ if byte == wanted && open == 0 => return Some(at),
            _ if byte == wanted => open -= 1,
            _ => {}
        }
        if !matches!(byte, b' ' | b'\r' | b'\t') {
            last = byte;
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::fixture::{Fixture, with_marks};

    /// The marks under the letter are its links.
    #[track_caller]
    fn check(literal: &str) {
        let fixture = Fixture::new(literal);
        let marks: Vec<_> =
            links(&fixture.reading).into_iter().map(|link| (link.span, link.id.to_string())).collect();
        let found = with_marks(fixture.text(), &marks);
        assert!(found == fixture.marked, "expected\n{}\nfound\n{found}", fixture.marked);
    }

    #[test]
    fn every_paper_has_its_own() {
        check(
            "
            Zie (Kamerstuk
                 ^^^^^^^^^ kst-29521-385
            29 521, nr. 385) en Kamerstukken 29 521, nrs. 368 en 403, en het dossier Kamerstuk 34 986.
            ^^^^^^^^^^^^^^^
                                                          ^^^ kst-29521-368
                                                                 ^^^ kst-29521-403
                                                                                     ^^^^^^^^^^^^^^^^ dossier/34986
            ",
        );
    }

    #[test]
    fn the_address_is_the_publishers() {
        let fixture = Fixture::new("Zie Kamerstukken 29 521 en 34 952, nr. 403.");
        let links = links(&fixture.reading);
        assert_eq!(links.len(), 1);
        assert_eq!(links[0].url, "https://zoek.officielebekendmakingen.nl/kst-29521-403.html");
    }

    #[test]
    fn acts_and_judgments_have_theirs_elsewhere() {
        let fixture = Fixture::new(
            "Zie Richtlijn 2006/123/EG, ECLI:NL:RVS:2021:1507, BWBR0005252, 2024Z15585, Stb. 2018, 247 en PbEU L 266.",
        );
        let urls: Vec<String> = links(&fixture.reading).into_iter().map(|link| link.url).collect();
        assert_eq!(
            urls,
            [
                "https://eur-lex.europa.eu/legal-content/NL/TXT/?uri=CELEX:32006L0123",
                "https://deeplink.rechtspraak.nl/uitspraak?id=ECLI:NL:RVS:2021:1507",
                "https://wetten.overheid.nl/BWBR0005252",
                "https://www.tweedekamer.nl/kamerstukken/detail?id=2024Z15585",
                "https://zoek.officielebekendmakingen.nl/stb-2018-247.html",
            ]
        );
    }

    #[test]
    fn an_address_in_the_text_is_a_link_already() {
        check("Zie https://zoek.officielebekendmakingen.nl/kst-29521-385.html voor de brief.");
    }

    #[test]
    fn the_inside_of_a_range_has_no_words() {
        let fixture = Fixture::new("Zie Kamerstukken 29 521, nrs. 1–3.");
        let spans: Vec<Span> = links(&fixture.reading).iter().map(|link| link.span).collect();
        assert!(spans.windows(2).all(|pair| pair[0].end <= pair[1].start), "{spans:?}");
    }

    #[test]
    fn words_that_only_refer_lead_to_the_same_page() {
        check(
            "
            De brief (Kamerstuk 29 521, nr. 385) is van mei. In genoemde brief staat meer.
                      ^^^^^^^^^^^^^^^^^^^^^^^^^ kst-29521-385
                                                                ^^^^^^^^^^^^^^ kst-29521-385
            ",
        );
    }

    #[test]
    fn what_is_a_link_already_stays_one() {
        check(
            "
            -- brief.md
            Zie [Kamerstuk 29 521, nr. 385](https://voorbeeld.nl) en [de brief in
            Kamerstuk 29 521, nr. 368][brief], [maar] (Kamerstuk 29 521, nr. 403) niet.
                                                       ^^^^^^^^^^^^^^^^^^^^^^^^^ kst-29521-403

            [brief]: https://voorbeeld.nl
            ",
        );
    }
}
