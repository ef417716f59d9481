//! Identifiers in the addresses of officielebekendmakingen.nl and in the names of files.

use super::DocumentId;

const OFFICIAL: &str = "https://zoek.officielebekendmakingen.nl/";

/// Where the publisher shows the paper; `None` for what is not published there.
#[must_use]
pub fn official_url(id: &DocumentId) -> Option<String> {
    use super::Series;
    match id.series() {
        Series::Ecli => Some(format!("https://deeplink.rechtspraak.nl/uitspraak?id={id}")),
        Series::Zaak | Series::TkDocument | Series::Celex | Series::Bwb => None,
        Series::Dossier => Some(format!("{OFFICIAL}{id}")),
        _ => Some(format!("{OFFICIAL}{id}.html")),
    }
}

/// Reads the identifier out of an official address, a file name or a bare identifier:
/// `https://zoek.officielebekendmakingen.nl/kst-29521-385.html`, `…/kst-29521-385/metadata.xml`, `letters/kst-29521-385.txt`.
#[must_use]
pub fn read_address(text: &str) -> Option<DocumentId> {
    let path = text.split(['?', '#']).next().unwrap_or(text);
    let pieces: Vec<&str> = path.split(['/', '\\']).filter(|piece| !piece.is_empty()).collect();
    if let [.., "dossier", number] = pieces[..]
        && let Ok(id) = DocumentId::parse(&format!("dossier/{number}"))
    {
        return Some(id);
    }
    // The identifier is the last step of the way, or the one before `metadata.xml`.
    pieces.iter().rev().take(2).find_map(|piece| {
        let stem = piece.split('.').next().unwrap_or(piece);
        // A word such as `h-` or `blg-` begins other file names too; papers carry a digit or are Roman.
        DocumentId::parse(stem).ok().filter(|id| is_plausible(id, stem))
    })
}

fn is_plausible(id: &DocumentId, stem: &str) -> bool {
    !matches!(id, DocumentId::Named(..)) || stem.bytes().any(|b| b.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_addresses_and_file_names() {
        for (address, id) in [
            ("https://zoek.officielebekendmakingen.nl/kst-29521-385.html", "kst-29521-385"),
            ("https://zoek.officielebekendmakingen.nl/kst-29521-385/metadata.xml", "kst-29521-385"),
            ("https://zoek.officielebekendmakingen.nl/dossier/kst-29521-312.html", "kst-29521-312"),
            ("https://zoek.officielebekendmakingen.nl/dossier/34986", "dossier/34986"),
            ("https://zoek.officielebekendmakingen.nl/KST-35300-vii-12.pdf?v=2", "kst-35300-VII-12"),
            ("letters/29521/kst-29521-403.kamerbrief.txt", "kst-29521-403"),
            (r"C:\brieven\kst-33802-C.md", "kst-33802-C"),
        ] {
            assert_eq!(read_address(address).map(|id| id.to_string()).as_deref(), Some(id), "{address}");
        }
        assert_eq!(read_address("drafts/concept-brief.md"), None);
        assert_eq!(read_address("h-versie.md"), None);
    }

    #[test]
    fn an_official_address_reads_back() {
        for id in ["kst-29521-385", "dossier/36410-XVI", "h-tk-20162017-66-6"] {
            let id = DocumentId::parse(id).unwrap();
            assert_eq!(read_address(&official_url(&id).unwrap()), Some(id));
        }
    }
}
