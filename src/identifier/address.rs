//! From an identifier to where it is published, and from a place to the identifier: the names of files and official addresses.

use super::web::{publication, read_web_address};
use super::{DocumentId, Series, Sessional};

const OFFICIAL: &str = "https://zoek.officielebekendmakingen.nl/";

/// Where the paper is shown by who publishes it; `None` where it is not shown as a whole.
#[must_use]
pub fn official_url(id: &DocumentId) -> Option<String> {
    // The items of a meeting are published, and the meeting as a whole is not.
    if let DocumentId::Sessional(Sessional { series: Series::Handelingen, numbers, .. }) = id
        && numbers.len() == 1
    {
        return None;
    }
    let DocumentId::Named(series, name) = id else {
        let ending = if id.series() == Series::Dossier { "" } else { ".html" };
        return Some(format!("{OFFICIAL}{id}{ending}"));
    };
    Some(match series {
        Series::Ecli => format!("https://deeplink.rechtspraak.nl/uitspraak?id={id}"),
        Series::Celex => format!("https://eur-lex.europa.eu/legal-content/NL/TXT/?uri=CELEX:{name}"),
        Series::Bwb => format!("https://wetten.overheid.nl/{name}"),
        Series::Zaak => format!("https://www.tweedekamer.nl/kamerstukken/detail?id={name}"),
        Series::TkDocument => format!("https://www.tweedekamer.nl/kamerstukken/detail?id={name}&did={name}"),
        _ => format!("{OFFICIAL}{id}.html"),
    })
}

/// Reads the identifier out of an official address, a file name or a bare identifier:
/// `https://zoek.officielebekendmakingen.nl/kst-29521-385.html`, `…/kst-29521-385/metadata.xml`, `letters/kst-29521-385.txt`.
#[must_use]
pub fn read_address(text: &str) -> Option<DocumentId> {
    read_web_address(text).or_else(|| publication(text))
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
        for id in [
            "kst-29521-385",
            "dossier/36410-XVI",
            "h-tk-20162017-66-6",
            "stb-2018-247",
            "celex:32016R0679",
            "bwb:BWBR0005252",
            "tkz:2024Z15585",
            "tkd:2024D28457",
            "ECLI:NL:RVS:2021:1507",
        ] {
            let id = DocumentId::parse(id).unwrap();
            assert_eq!(read_address(&official_url(&id).unwrap()), Some(id));
        }
        assert_eq!(official_url(&DocumentId::parse("h-tk-20162017-66").unwrap()), None);
    }
}
