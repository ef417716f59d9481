//! The open data of the Tweede Kamer (`OData` 4), which know documents by the numbers of the Kamer itself (`2024D28457`).
//!
//! Letters cite these numbers, and the official publications do not have them. What is published under an official identifier comes from `sru`, which knows more of it.

use std::borrow::Cow;
use std::fmt::Write as _;

use serde::Deserialize;
use url::Url;

use crate::corpus::{CatalogueRecord, RecordDossier};
use crate::identifier::{Date, DocumentId, Dossier};

use super::query::{Page, Paper, Query, Window};
use super::{Flaw, Trouble};

/// The most items that the service gives on a page.
pub(super) const PAGE: usize = 250;

/// What is asked of each document.
const FIELDS: &str = "DocumentNummer,Soort,Titel,Onderwerp,Datum,Vergaderjaar,Kamer";

/// The address of the page that begins with the item `start`, counted from one, and holds `most` at most.
pub(super) fn address(query: Query, service: &str, start: usize, most: usize) -> String {
    let mut filter = "Verwijderd eq false".to_owned();
    let mut and = |field: &str, relation: &str, day: Date| {
        // Writing to a string cannot fail.
        let _ = write!(filter, " and {field} {relation} {day}T00:00:00Z");
    };
    match query.window {
        Window::All => {}
        Window::Dated(from, to) => {
            let _ = from.map(|day| and("Datum", "ge", day));
            let _ = to.map(|day| and("Datum", "lt", day));
        }
        Window::Changed(from, to) => {
            and("GewijzigdOp", "ge", from);
            let _ = to.map(|day| and("GewijzigdOp", "lt", day));
        }
        Window::Dossier(dossier) => {
            let number = dossier.number.value().unwrap_or(0);
            let _ = write!(filter, " and Kamerstukdossier/any(d:d/Nummer eq {number})");
        }
    }
    let pairs = [
        ("$filter", filter),
        ("$select", FIELDS.to_owned()),
        ("$expand", "Kamerstukdossier($select=Nummer,Toevoeging,Titel)".to_owned()),
        ("$orderby", "DocumentNummer".to_owned()),
        ("$count", "true".to_owned()),
        ("$skip", (start - 1).to_string()),
        ("$top", most.to_string()),
    ];
    let documents = format!("{}/Document", service.trim_end_matches('/'));
    // That the address of the service is one has been looked at when the client was made.
    Url::parse_with_params(&documents, pairs).map_or(documents, String::from)
}

/// An answer.
#[derive(Deserialize)]
struct Answer {
    #[serde(rename = "@odata.count")]
    count: usize,
    value: Vec<Document>,
}

#[derive(Deserialize)]
#[serde(rename_all = "PascalCase")]
struct Document {
    #[serde(rename = "DocumentNummer")]
    nummer: Option<String>,
    soort: Option<String>,
    titel: Option<String>,
    onderwerp: Option<String>,
    datum: Option<String>,
    vergaderjaar: Option<String>,
    kamer: Option<i64>,
    #[serde(default)]
    kamerstukdossier: Vec<Kamerstukdossier>,
}

#[derive(Deserialize)]
#[serde(rename_all = "PascalCase")]
struct Kamerstukdossier {
    nummer: Option<u32>,
    toevoeging: Option<String>,
    titel: Option<String>,
}

/// Reads a page. `host` is whose answer it is.
///
/// # Errors
/// [`Flaw::Broken`] where it is no whole JSON; else that it is no page.
pub(super) fn read(bytes: &[u8], host: &str) -> Result<Page, Flaw> {
    let value: serde_json::Value = serde_json::from_slice(bytes).map_err(|_| Flaw::Broken)?;
    let answer: Answer = serde_json::from_value(value)
        .map_err(|_| Flaw::Other(Trouble::NotUnderstood { host: host.to_owned() }))?;
    let records = answer.value.len();
    Ok(Page { total: answer.count, records, papers: answer.value.iter().filter_map(paper).collect() })
}

fn paper(document: &Document) -> Option<Paper> {
    let identifier = format!("tkd:{}", document.nummer.as_deref()?.trim());
    let mut dossiers = Vec::new();
    for dossier in &document.kamerstukdossier {
        let Some(number) = dossier.nummer else { continue };
        let toevoeging = dossier.toevoeging.as_deref().map(str::trim).filter(|it| !it.is_empty());
        let printed =
            toevoeging.map_or_else(|| number.to_string(), |toevoeging| format!("{number}-{toevoeging}"));
        if let Some(dossier_number) = Dossier::parse_printed(&printed) {
            dossiers.push((dossier_number.to_string(), dossier.titel.clone().unwrap_or_default()));
        }
    }
    let text = |text: &Option<String>| text.as_deref().map(one_line).filter(|text| !text.is_empty());
    let record = CatalogueRecord {
        identifier: Cow::Borrowed(&identifier),
        title: text(&document.onderwerp).or_else(|| text(&document.titel)).map(Cow::Owned),
        dossiers: dossiers
            .iter()
            .map(|(number, _)| RecordDossier { number: number.into(), title: None })
            .collect(),
        kind: text(&document.soort).map(Cow::Owned),
        chamber: match document.kamer {
            Some(1) => Some("ek".into()),
            Some(2) => Some("tk".into()),
            _ => None,
        },
        session: text(&document.vergaderjaar).map(Cow::Owned),
        date: document.datum.as_deref().and_then(|date| date.get(..10)).map(Cow::Borrowed),
        ..CatalogueRecord::default()
    };
    let line = DocumentId::parse(&identifier).ok().and_then(|_| serde_json::to_string(&record).ok());
    Some(Paper { identifier, line, dossiers })
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::super::Family;
    use super::*;

    #[test]
    fn a_question_names_days_and_fields() {
        let query = Query {
            family: Family::Documenten,
            window: Window::Dated(Some(date(2024, 7, 1)), Some(date(2024, 10, 1))),
        };
        let address = address(query, "https://gegevensmagazijn.tweedekamer.nl/OData/v4/2.0/", 251, PAGE);
        let url = Url::parse(&address).unwrap();
        assert_eq!(url.path(), "/OData/v4/2.0/Document");
        let value = |name: &str| url.query_pairs().find(|(key, _)| key == name).unwrap().1.into_owned();
        insta::assert_snapshot!(value("$filter"), @"Verwijderd eq false and Datum ge 2024-07-01T00:00:00Z and Datum lt 2024-10-01T00:00:00Z");
        assert_eq!((value("$skip").as_str(), value("$top").as_str()), ("250", "250"));
    }

    #[test]
    fn documents_become_records() {
        let text = r#"{"@odata.context": "x", "@odata.count": 3, "value": [
            {"DocumentNummer": "2024D28457", "Soort": "Brief regering", "Titel": "Brief", "Onderwerp": "Stand van\n zaken", "Datum": "2024-07-03T00:00:00+02:00", "Vergaderjaar": "2023-2024", "Kamer": 2, "Kamerstukdossier": [{"Nummer": 36410, "Toevoeging": "XVI", "Titel": "Begroting VWS"}]},
            {"DocumentNummer": null}]}"#;
        let page = read(text.as_bytes(), "x").unwrap();
        assert_eq!((page.total, page.records, page.papers.len()), (3, 2, 1));
        insta::assert_snapshot!(page.papers[0].line.as_deref().unwrap(), @r#"{"identifier":"tkd:2024D28457","title":"Stand van zaken","dossiers":[{"number":"36410-XVI"}],"kind":"Brief regering","chamber":"tk","session":"2023-2024","date":"2024-07-03"}"#);
        assert_eq!(read(&text.as_bytes()[..100], "x"), Err(Flaw::Broken));
        let other = Trouble::NotUnderstood { host: "x".to_owned() };
        assert_eq!(read(br#"{"error": {}}"#, "x"), Err(Flaw::Other(other)));
    }
}
