//! How one would speak of a paper without its title.

use crate::identifier::{DocumentId, Kamer, Series, Sessional};
use crate::messages::{Message, Translator};

/// How one would speak of a paper, a dossier or an act without its title. What has no name of that kind keeps its identifier.
pub(super) fn name(id: &DocumentId, say: Translator) -> String {
    message(id).map_or_else(|| id.to_string(), |message| say.text(&message))
}

/// The same without the word `Kamerstuk`, for a list of many of them.
pub(super) fn short_name(id: &DocumentId, say: Translator) -> String {
    if matches!(id, DocumentId::Kamerstuk(_)) { id.printed() } else { name(id, say) }
}

fn message(id: &DocumentId) -> Option<Message> {
    let (series, name) = match id {
        DocumentId::Kamerstuk(_) => return Some(Message::new("name-kamerstuk").with("paper", id.printed())),
        DocumentId::Dossier(_) => return Some(Message::new("name-dossier").with("dossier", id.printed())),
        DocumentId::Sessional(one) => return sessional(one),
        DocumentId::Named(series, name) => (series, name),
    };
    let code = match series {
        Series::Staatsblad => "name-staatsblad",
        Series::Staatscourant => "name-staatscourant",
        Series::Tractatenblad => "name-tractatenblad",
        Series::Bijlage => "name-bijlage",
        Series::Kamervragen => "name-questions",
        Series::Zaak => "name-zaak",
        Series::TkDocument => "name-tk-document",
        Series::Bwb => "name-bwb",
        Series::Celex => return european(name),
        _ => return None,
    };
    let number = match series {
        Series::Staatsblad | Series::Staatscourant | Series::Tractatenblad => name.replacen('-', ", ", 1),
        Series::Kamervragen => name.trim_start_matches("tk-").to_owned(),
        _ => name.to_string(),
    };
    Some(Message::new(code).with("number", number))
}

/// A meeting, an item or pages of the record, or an answer; the few identifiers that are made otherwise (1994 to 1996, 2009/10) have no such name.
fn sessional(id: &Sessional) -> Option<Message> {
    let code = match (id.series, &id.numbers[..]) {
        (Series::Aanhangsel, [_]) => "name-answers",
        (Series::Handelingen, [_]) => "name-record-meeting",
        (Series::Handelingen, [_, _]) if id.session.first() >= 2010 => "name-record-item",
        (Series::Handelingen, [_, _]) if id.session.first() < 2009 => "name-record-pages",
        _ => return None,
    };
    let kamer = match id.kamer {
        Kamer::Eerste => "I",
        Kamer::Tweede => "II",
        Kamer::Verenigd => "VV",
    };
    let session = format!("{}/{:02}", id.session.first(), id.session.second() % 100);
    let mut message =
        Message::new(code).with("kamer", kamer).with("session", session).with("first", id.numbers[0]);
    if let Some(last) = id.numbers.get(1) {
        message = message.with("last", *last);
    }
    Some(message)
}

/// The kind and the number of an act as people write them: the year last in the regulations of before 2015, else first.
fn european(celex: &str) -> Option<Message> {
    let (year, number) = (celex.get(1..5)?, celex.get(6..)?.trim_start_matches('0'));
    let year_first = format!("{year}/{number}");
    let (code, number) = match celex.strip_prefix('3').and(celex.get(5..6))? {
        "R" if year < "2015" => ("name-eu-regulation", format!("{number}/{year}")),
        "R" => ("name-eu-regulation", year_first),
        // Directives bore years of two digits until the turn of the century.
        "L" => ("name-eu-directive", year_first.strip_prefix("19").unwrap_or(&year_first).to_owned()),
        "D" => ("name-eu-decision", year_first),
        "F" => ("name-eu-framework-decision", year_first),
        "H" => ("name-eu-recommendation", year_first),
        _ => return None,
    };
    Some(Message::new(code).with("number", number))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::messages::Language;

    #[test]
    fn of_every_kind() {
        for (id, dutch, english) in [
            ("kst-29521-385", "Kamerstuk 29 521, nr. 385", "Kamerstuk 29 521, nr. 385"),
            (
                "h-tk-20162017-58-11",
                "Handelingen II 2016/17, nr. 58, item 11",
                "Handelingen II 2016/17, nr. 58, item 11",
            ),
            ("h-vv-20132014-2", "Handelingen VV 2013/14, nr. 2", "Handelingen VV 2013/14, nr. 2"),
            (
                "h-ek-19992000-315-316",
                "Handelingen I 1999/00, p. 315-316",
                "Handelingen I 1999/00, p. 315-316",
            ),
            ("h-tk-20092010-25-2231", "h-tk-20092010-25-2231", "h-tk-20092010-25-2231"),
            (
                "ah-tk-20162017-1755",
                "Aanhangsel Handelingen II 2016/17, nr. 1755",
                "Aanhangsel Handelingen II 2016/17, nr. 1755",
            ),
            ("kv-tk-2023Z04512", "Kamervragen 2023Z04512", "Written questions 2023Z04512"),
            ("stb-2018-247", "Staatsblad 2018, 247", "Staatsblad 2018, 247"),
            ("trb-1951-154", "Tractatenblad 1951, 154", "Tractatenblad 1951, 154"),
            ("celex:32009R1060", "EU-verordening 1060/2009", "EU Regulation 1060/2009"),
            ("celex:32016R0679", "EU-verordening 2016/679", "EU Regulation 2016/679"),
            ("celex:31995L0046", "EU-richtlijn 95/46", "EU Directive 95/46"),
            ("celex:32002F0584", "EU-kaderbesluit 2002/584", "EU Framework Decision 2002/584"),
            ("celex:52021SC0012", "celex:52021SC0012", "celex:52021SC0012"),
            ("bwb:BWBR0005252", "Regeling BWBR0005252", "Act BWBR0005252"),
            (
                "tkd:2024D28457",
                "Document 2024D28457 van de Tweede Kamer",
                "Document 2024D28457 of the Tweede Kamer",
            ),
            ("tkz:2024Z15585", "Zaak 2024Z15585 van de Tweede Kamer", "Case 2024Z15585 of the Tweede Kamer"),
            ("blg-745312", "Bijlage 745312", "Attachment 745312"),
            ("ECLI:NL:RVS:2021:1507", "ECLI:NL:RVS:2021:1507", "ECLI:NL:RVS:2021:1507"),
        ] {
            let parsed = DocumentId::parse(id).unwrap();
            assert_eq!(name(&parsed, Translator::new(Language::Dutch)), dutch, "{id}");
            assert_eq!(name(&parsed, Translator::new(Language::English)), english, "{id}");
        }
    }
}
