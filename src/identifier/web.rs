//! What the pages of official sites show, by their addresses.
//!
//! Only what an address says by itself is read: an address of another site, a search or a page about something else means nothing.

use super::{DocumentId, Dossier, Kamer, Series, SessionYear, Sessional, read_celex};

/// Reads the identifier out of the address of an official page, with its scheme or without:
/// `https://zoek.officielebekendmakingen.nl/kst-29521-385.html`, `www.tweedekamer.nl/kamerstukken/detail?id=2024Z00081&did=2024D28457`.
#[must_use]
pub fn read_web_address(address: &str) -> Option<DocumentId> {
    let address = ["%3A", "%3a"].iter().fold(address.to_owned(), |text, code| text.replace(code, ":"));
    let address = address.replace("&amp;", "&").replace("%2F", "/");
    let bare = address.split_once("://").map_or(&address[..], |(_, bare)| bare);
    let (host, page) = bare.split_at(bare.find(['/', '?', '#'])?);
    let host = host.to_ascii_lowercase();
    let of = |site: &str| {
        host.strip_suffix(site).is_some_and(|subdomain| subdomain.is_empty() || subdomain.ends_with('.'))
    };
    if of("officielebekendmakingen.nl") || of("repository.overheid.nl") {
        publication(page)
    } else if of("wetten.overheid.nl") {
        act(page)
    } else if of("tweedekamer.nl") {
        of_the_kamer(page)
    } else if of("eur-lex.europa.eu") || of("data.europa.eu") {
        by_celex(page).or_else(|| by_eli(page)).or_else(|| judgment(page))
    } else if of("rechtspraak.nl") || of("e-justice.europa.eu") {
        judgment(page)
    } else {
        None
    }
}

/// `/kst-29521-385.html`, `/kst-29521-385/metadata.xml`, `/dossier/34986`.
pub(super) fn publication(page: &str) -> Option<DocumentId> {
    let path = page.split(['?', '#']).next().unwrap_or(page);
    let pieces: Vec<&str> = path.split(['/', '\\']).filter(|piece| !piece.is_empty()).collect();
    if let [.., "dossier" | "behandelddossier", number] = pieces[..]
        && let Ok(id) = DocumentId::parse(&format!("dossier/{number}"))
    {
        return Some(id);
    }
    // The identifier is the last step of the way, or the one before `metadata.xml`.
    pieces.iter().rev().take(2).find_map(|piece| {
        let stem = piece.split('.').next().unwrap_or(piece);
        DocumentId::parse(stem).ok().filter(|id| is_plausible(id, stem))
    })
}

/// A word such as `h-` or `blg-` begins other names too; papers carry a digit or are Roman, and end with neither a hyphen nor a half.
fn is_plausible(id: &DocumentId, stem: &str) -> bool {
    !matches!(id, DocumentId::Named(..))
        || (stem.bytes().any(|byte| byte.is_ascii_digit()) && !stem.ends_with('-'))
}

/// `/BWBR0005252/2020-01-01`, `/jci1.3:c:BWBR0005252&artikel=3`.
fn act(page: &str) -> Option<DocumentId> {
    let at = page.find("BWB")?;
    let name = &page[at..];
    let name = &name[..name.find(|sign: char| !sign.is_ascii_alphanumeric()).unwrap_or(name.len())];
    let digits = name.get(4..).filter(|_| matches!(name.get(3..4), Some("R" | "V" | "W")))?;
    let whole = (5..=7).contains(&digits.len()) && digits.bytes().all(|byte| byte.is_ascii_digit());
    whole.then(|| DocumentId::Named(Series::Bwb, name.into()))
}

/// The document that the page shows, else the case; the bill; the meeting.
fn of_the_kamer(page: &str) -> Option<DocumentId> {
    let (path, query) = page.split_once('?').unwrap_or((page, ""));
    let query = query.split('#').next().unwrap_or(query);
    let value = |key: &str| query.split('&').find_map(|pair| pair.strip_prefix(key)?.strip_prefix('='));
    if let Some(id) = value("did").and_then(tk_number).or_else(|| value("id").and_then(tk_number)) {
        return Some(id);
    }
    if let Some(bill) = value("qry").and_then(|bill| bill.strip_prefix("wetsvoorstel:")) {
        return Dossier::parse(bill).map(DocumentId::Dossier);
    }
    let pieces: Vec<&str> = path.split('/').filter(|piece| !piece.is_empty()).collect();
    if let [.., "plenaire_verslagen", "detail", session, meeting] = pieces[..] {
        let (session, meeting) = (SessionYear::parse(session)?, meeting.parse().ok()?);
        return Some(DocumentId::Sessional(Sessional {
            series: Series::Handelingen,
            kamer: Kamer::Tweede,
            session,
            numbers: vec![meeting],
        }));
    }
    pieces.iter().rev().find_map(|piece| tk_number(piece))
}

/// `2024Z00081`, `2024D28457`
fn tk_number(text: &str) -> Option<DocumentId> {
    let series = match text.as_bytes() {
        [year @ .., _, _, _, _, _, _] if year.len() != 4 => return None,
        [_, _, _, _, b'Z' | b'z', ..] => Series::Zaak,
        [_, _, _, _, b'D' | b'd', ..] => Series::TkDocument,
        _ => return None,
    };
    let digits = text.bytes().filter(u8::is_ascii_digit).count();
    (digits == 9).then(|| DocumentId::Named(series, text.to_ascii_uppercase().into()))
}

/// `?uri=CELEX:32016R0679`
fn by_celex(page: &str) -> Option<DocumentId> {
    let at = page.to_ascii_uppercase().find("CELEX:")? + "CELEX:".len();
    read_celex(&page[at..]).map(|(id, _)| id)
}

/// `/eli/reg/2016/679/oj`: the European identifier of legislation has kind, year and number apart.
fn by_eli(page: &str) -> Option<DocumentId> {
    let mut pieces = page.split("/eli/").nth(1)?.split('/');
    let kind = match pieces.next()? {
        "reg" | "reg_impl" | "reg_del" => 'R',
        "dir" | "dir_impl" | "dir_del" => 'L',
        "dec" | "dec_impl" | "dec_del" => 'D',
        "dec_framw" => 'F',
        "reco" => 'H',
        _ => return None,
    };
    let year: u16 = pieces.next()?.parse().ok().filter(|year| (1950..2100).contains(year))?;
    let number = pieces.next()?;
    let digits = number.bytes().take_while(u8::is_ascii_digit).count();
    let number: u16 = number[..digits].parse().ok().filter(|number| (1..10_000).contains(number))?;
    Some(DocumentId::Named(Series::Celex, format!("3{year}{kind}{number:04}").into()))
}

/// `?id=ECLI:NL:RVS:2024:3946`
fn judgment(page: &str) -> Option<DocumentId> {
    // The word stands twice in some addresses, `uri=ecli:ECLI:EU:C:2014:317`.
    let at = page.to_ascii_uppercase().rfind("ECLI:")?;
    let sign = |sign: char| sign.is_ascii_alphanumeric() || matches!(sign, ':' | '.');
    let printed = &page[at..];
    let printed = &printed[..printed.find(|next| !sign(next)).unwrap_or(printed.len())];
    let printed = printed.trim_end_matches(['.', ':']);
    let parts: Vec<&str> = printed.split(':').collect();
    let whole = matches!(parts[..], [_, country, court, year, number]
        if country.len() == 2 && (1..=7).contains(&court.len()) && year.len() == 4 && !number.is_empty());
    whole.then(|| DocumentId::parse(printed).ok())?
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pages_of_official_sites() {
        for (address, id) in [
            ("https://zoek.officielebekendmakingen.nl/kst-29521-385.html", "kst-29521-385"),
            ("https://zoek.officielebekendmakingen.nl/dossier/34986/kst-34986-3", "kst-34986-3"),
            ("http://www.officielebekendmakingen.nl/stb-2018-247.html", "stb-2018-247"),
            ("officielebekendmakingen.nl/dossier/36410-XVI", "dossier/36410-XVI"),
            (
                "https://repository.overheid.nl/frbr/officielepublicaties/kst/29521/kst-29521-385/1/xml/kst-29521-385.xml",
                "kst-29521-385",
            ),
            ("https://wetten.overheid.nl/BWBR0005252/2020-01-01#Hoofdstuk1", "bwb:BWBR0005252"),
            ("https://wetten.overheid.nl/jci1.3:c:BWBR0005537&artikel=3", "bwb:BWBR0005537"),
            ("https://www.tweedekamer.nl/kamerstukken/detail?id=2024Z00081&did=2024D28457", "tkd:2024D28457"),
            (
                "https://www.tweedekamer.nl/kamerstukken/moties/detail?did=2024D28457&amp;id=2024Z00081",
                "tkd:2024D28457",
            ),
            ("https://www.tweedekamer.nl/kamerstukken/kamervragen/detail?id=2024Z15585", "tkz:2024Z15585"),
            (
                "https://www.tweedekamer.nl/kamerstukken/wetsvoorstellen/detail?cfg=wetsvoorsteldetails&qry=wetsvoorstel%3A36546",
                "dossier/36546",
            ),
            (
                "https://www.tweedekamer.nl/kamerstukken/plenaire_verslagen/detail/2019-2020/83",
                "h-tk-20192020-83",
            ),
            ("https://eur-lex.europa.eu/legal-content/NL/TXT/?uri=CELEX:32016R0679", "celex:32016R0679"),
            (
                "https://eur-lex.europa.eu/legal-content/NL/TXT/PDF/?uri=CELEX%3A02016R0679-20160504&from=EN",
                "celex:32016R0679",
            ),
            ("https://eur-lex.europa.eu/eli/dir/2006/123/oj", "celex:32006L0123"),
            ("http://data.europa.eu/eli/reg_impl/2020/1054/oj", "celex:32020R1054"),
            (
                "https://eur-lex.europa.eu/legal-content/NL/TXT/?uri=ecli:ECLI:EU:C:2014:317",
                "ECLI:EU:C:2014:317",
            ),
            ("https://deeplink.rechtspraak.nl/uitspraak?id=ECLI:NL:RVS:2021:1507", "ECLI:NL:RVS:2021:1507"),
            ("https://uitspraken.rechtspraak.nl/details?id=ECLI:NL:HR:2019:2006", "ECLI:NL:HR:2019:2006"),
        ] {
            assert_eq!(read_web_address(address).map(|id| id.to_string()).as_deref(), Some(id), "{address}");
        }
    }

    #[test]
    fn other_pages_mean_nothing() {
        for address in [
            "https://zoek.officielebekendmakingen.nl",
            "https://zoek.officielebekendmakingen.nl/zoeken/resultaat/?q=kst",
            "https://zoek.officielebekendmakingen.nl/kst-29521-",
            "https://nepofficielebekendmakingen.nl/kst-29521-385.html",
            "https://nos.nl/artikel/kst-29521-385.html",
            "https://www.tweedekamer.nl/kamerleden_en_commissies/alle_kamerleden",
            "https://www.tweedekamer.nl/debat_en_vergadering/commissievergaderingen/details?id=2024A01234",
            "https://eur-lex.europa.eu/legal-content/NL/TXT/?uri=OJ:L_202401689",
            "https://www.eerstekamer.nl/wetsvoorstel/36410",
            "https://www.rechtspraak.nl/Organisatie-en-contact/ECLI",
            "kst-29521-385",
        ] {
            assert_eq!(read_web_address(address), None, "{address}");
        }
    }
}
