//! From a record of the service (`gzd`) to a record of a catalogue.
//!
//! What the publisher gives is taken as it is given, but for blanks; what makes no sense a catalogue leaves out when it is read.

use std::borrow::Cow;

use roxmltree::Node;

use crate::corpus::{CatalogueRecord, RecordDossier};
use crate::identifier::{DocumentId, Dossier};

use super::super::query::Paper;
use super::page::child;

/// Reads a record; `None` where it has no identifier.
pub(super) fn read(record: Node<'_, '_>) -> Option<Paper> {
    let meta = record.descendants().find(|node| node.tag_name().name() == "meta")?;
    let part = |name: &str| child(meta, name);
    let all = |part: Option<Node<'_, '_>>, name: &str| -> Vec<String> {
        let nodes = part.into_iter().flat_map(|part| part.children());
        let nodes = nodes.filter(|node| node.tag_name().name() == name);
        nodes.filter_map(|node| node.text()).map(one_line).filter(|text| !text.is_empty()).collect()
    };
    let (kern, mantel, tp) = (part("owmskern"), part("owmsmantel"), part("tpmeta"));
    let first = |part, name| all(part, name).into_iter().next();
    let identifier = first(kern, "identifier")?;
    let title = first(kern, "title");

    let mut dossiers: Vec<(String, String)> = Vec::new();
    let numbers = all(tp, "dossiernummer");
    let titles = all(tp, "dossiertitel");
    for (index, number) in numbers.iter().flat_map(|text| text.split(';')).enumerate() {
        let Some(dossier) = Dossier::parse_printed(number.trim()) else { continue };
        let title = titles.get(index).cloned().unwrap_or_default();
        if dossiers.iter().all(|(other, _)| *other != dossier.to_string()) {
            dossiers.push((dossier.to_string(), title));
        }
    }
    let own = first(tp, "documenttitel");
    let kind = first(tp, "subrubriek").or_else(|| first(kern, "type"));
    let senders = all(tp, "indiener");
    let pages = first(tp, "aantalPaginas").and_then(|count| count.parse().ok());
    let date = first(mantel, "date").or_else(|| first(mantel, "issued"));
    let date = date.map(|date| date.chars().take(10).collect::<String>());
    let session = first(tp, "vergaderjaar");
    let chamber = first(kern, "creator").and_then(|creator| chamber(&creator));
    let chamber = chamber.or_else(|| chamber_of(&identifier));

    let record = CatalogueRecord {
        identifier: Cow::Borrowed(&identifier),
        title: own.or_else(|| title.map(|title| without_dossier(&title, &titles))).map(Cow::Owned),
        // The titles of dossiers have lines of their own.
        dossiers: dossiers
            .iter()
            .map(|(number, _)| RecordDossier { number: number.into(), title: None })
            .collect(),
        kind: kind.map(Cow::Owned),
        chamber: chamber.map(Cow::Borrowed),
        session: session.map(Cow::Owned),
        date: date.map(Cow::Owned),
        pages,
        senders: senders.into_iter().map(Cow::Owned).collect(),
        replaced_by: Vec::new(),
    };
    let line = DocumentId::parse(&identifier).ok().and_then(|_| serde_json::to_string(&record).ok());
    Some(Paper { identifier, line, dossiers })
}

/// The line in a catalogue of a dossier with its title.
pub(in crate::fetch) fn dossier_line(number: &str, title: &str) -> String {
    let record = CatalogueRecord {
        identifier: format!("dossier/{number}").into(),
        title: Some(title.into()),
        ..CatalogueRecord::default()
    };
    serde_json::to_string(&record).expect("texts and lists can be written as JSON")
}

/// Whose paper it is, by the name of the chamber.
fn chamber(creator: &str) -> Option<&'static str> {
    let creator = creator.to_lowercase();
    [("tweede", "tk"), ("eerste", "ek"), ("verenigde", "vv")]
        .into_iter()
        .find(|(name, _)| creator.starts_with(name))
        .map(|(_, code)| code)
}

/// Whose paper it is, by its identifier: `h-tk-20162017-66-6`.
fn chamber_of(identifier: &str) -> Option<&'static str> {
    ["tk", "ek", "vv"].into_iter().find(|code| identifier.split('-').nth(1) == Some(code))
}

/// The publisher joins the title of the dossier, the kind and the title of the paper by semicolons; the last is that of the paper itself.
fn without_dossier(title: &str, dossiers: &[String]) -> String {
    let of_dossier = dossiers.iter().find_map(|dossier| title.strip_prefix(dossier.as_str()));
    let rest = of_dossier.map_or(title, |rest| rest.trim_start_matches([';', ' ']));
    if rest.is_empty() { title.to_owned() } else { rest.to_owned() }
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use roxmltree::Document;

    use super::*;

    fn paper(kern: &str, mantel: &str, tp: &str) -> Option<Paper> {
        let text = format!(
            "<record><recordData><gzd><originalData><meta><owmskern>{kern}</owmskern><owmsmantel>{mantel}</owmsmantel><tpmeta>{tp}</tpmeta></meta></originalData></gzd></recordData></record>"
        );
        read(Document::parse(&text).unwrap().root_element())
    }

    #[test]
    fn a_paper_is_read_with_all_that_a_catalogue_holds() {
        let paper = paper(
            "<identifier>kst-29521-385</identifier><title>Vredesmissies; Brief regering; Mali</title><type>Kamerstuk</type><creator>Tweede Kamer der Staten-Generaal</creator>",
            "<date>2019-09-05</date><available>2019-09-06</available>",
            "<documenttitel>Mali na\n 2019</documenttitel><dossiernummer>29521</dossiernummer><dossiertitel>Vredesmissies</dossiertitel><dossiernummer>29237</dossiernummer><dossiertitel>Afrika-beleid</dossiertitel><indiener>A.Th.B. Bijleveld-Schouten</indiener><vergaderjaar>2018-2019</vergaderjaar><subrubriek>Brief</subrubriek>",
        )
        .unwrap();
        insta::assert_snapshot!(paper.line.unwrap(), @r#"{"identifier":"kst-29521-385","title":"Mali na 2019","dossiers":[{"number":"29521"},{"number":"29237"}],"kind":"Brief","chamber":"tk","session":"2018-2019","date":"2019-09-05","senders":["A.Th.B. Bijleveld-Schouten"]}"#);
        assert_eq!(paper.dossiers[1], ("29237".to_owned(), "Afrika-beleid".to_owned()));
        insta::assert_snapshot!(dossier_line("29237", "Afrika-beleid"), @r#"{"identifier":"dossier/29237","title":"Afrika-beleid"}"#);
    }

    #[test]
    fn what_is_not_given_is_left_out() {
        let paper =
            paper("<identifier>h-ek-20162017-3-2</identifier><title>Begroting</title>", "", "").unwrap();
        insta::assert_snapshot!(paper.line.unwrap(), @r#"{"identifier":"h-ek-20162017-3-2","title":"Begroting","chamber":"ek"}"#);
    }

    #[test]
    fn an_identifier_of_no_known_form_has_no_line_and_none_at_all_is_no_paper() {
        assert_eq!(paper("<identifier>zomaar iets</identifier>", "", "").unwrap().line, None);
        assert_eq!(paper("<title>Brief</title>", "", ""), None);
    }

    #[test]
    fn the_title_of_the_dossier_is_left_out_of_that_of_the_paper() {
        let dossiers = ["Vredesmissies".to_owned()];
        assert_eq!(without_dossier("Vredesmissies; Brief; Mali", &dossiers), "Brief; Mali");
        assert_eq!(without_dossier("Vredesmissies", &dossiers), "Vredesmissies");
        assert_eq!(without_dossier("Mali", &dossiers), "Mali");
    }
}
