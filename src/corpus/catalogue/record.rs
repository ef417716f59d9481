//! A record of a list: what it says of one paper, as a line of JSON.
//!
//! The keys are those of the front matter of a letter, so that whoever knows one form knows the other.
//! [`CatalogueRecord`] is the form in the file, which tools write and the JSON Schema describes; [`Record`] is what was understood of it.
//! A key whose value makes no sense costs that key alone: the paper exists all the same.

use std::borrow::Cow;

use schemars::generate::SchemaSettings;
use schemars::{JsonSchema, Schema};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use crate::identifier::{Date, DocumentId, Dossier, Kamer, SessionYear};

/// A line of a catalogue (JSON Lines): a paper that exists, and what is known of it. A dossier has a record too, whose title is that of the dossier. Where several lines are about one paper, the last one counts. Keys that are not named here are left alone.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
#[schemars(title = "catalogue-record")]
pub struct CatalogueRecord<'a> {
    /// The official identifier: kst-29521-385, ah-tk-20192020-1241, stb-2009-120; of a dossier dossier/29521 or dossier/36410-XVI.
    #[serde(borrow)]
    pub identifier: Cow<'a, str>,
    /// Its title; of a paper that of the paper itself, without that of its dossier.
    #[serde(borrow, default, skip_serializing_if = "Option::is_none")]
    pub title: Option<Cow<'a, str>>,
    /// The dossiers that it belongs to; the one that its number counts in first.
    #[serde(borrow, default, skip_serializing_if = "Vec::is_empty")]
    pub dossiers: Vec<RecordDossier<'a>>,
    /// What sort of paper it is, in the publisher's words: Brief, Motie, Memorie van toelichting.
    #[serde(borrow, default, skip_serializing_if = "Option::is_none")]
    pub kind: Option<Cow<'a, str>>,
    /// Whose paper it is: tk (Tweede Kamer), ek (Eerste Kamer) or vv (Verenigde Vergadering).
    #[serde(borrow, default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("enum" = ["tk", "ek", "vv", null]))]
    pub chamber: Option<Cow<'a, str>>,
    /// The session in which it appeared: 2019-2020.
    #[serde(borrow, default, skip_serializing_if = "Option::is_none")]
    #[schemars(regex(pattern = "^[0-9]{4}-[0-9]{4}$"))]
    pub session: Option<Cow<'a, str>>,
    /// The date that it bears: 2019-09-05.
    #[serde(borrow, default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("format" = "date"))]
    pub date: Option<Cow<'a, str>>,
    /// How many pages it has in print.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub pages: Option<u32>,
    /// Who signed it, each by name or office.
    #[serde(borrow, default, skip_serializing_if = "Vec::is_empty")]
    pub senders: Vec<Cow<'a, str>>,
    /// The identifiers of what has taken its place: a reprint (kst-34993-2-h1), a new version (kst-34993-2-n1), another paper.
    #[serde(borrow, default, skip_serializing_if = "Vec::is_empty")]
    pub replaced_by: Vec<Cow<'a, str>>,
}

/// A dossier of a paper.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[schemars(title = "dossier")]
pub struct RecordDossier<'a> {
    /// Its number: 29521, 36410-XVI, 21501-02.
    #[serde(borrow)]
    pub number: Cow<'a, str>,
    /// Its title.
    #[serde(borrow, default, skip_serializing_if = "Option::is_none")]
    pub title: Option<Cow<'a, str>>,
}

impl CatalogueRecord<'_> {
    /// The schema of a record, as it is printed.
    #[must_use]
    pub fn schema() -> Schema {
        // What is not known is left out when a record is written, and may be null when one is read.
        SchemaSettings::draft2020_12().into_generator().into_root_schema_for::<CatalogueRecord<'static>>()
    }
}

/// What a list knows of a paper beside that it exists.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub(super) struct Record {
    pub(super) title: Option<String>,
    pub(super) dossiers: Vec<(Dossier, Option<String>)>,
    pub(super) kind: Option<String>,
    pub(super) kamer: Option<Kamer>,
    pub(super) session: Option<SessionYear>,
    pub(super) date: Option<Date>,
    pub(super) pages: Option<u32>,
    pub(super) senders: Vec<String>,
    pub(super) replaced_by: Vec<DocumentId>,
}

/// A line that is a record.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Recorded {
    pub(super) id: DocumentId,
    pub(super) record: Record,
    /// The first key whose value makes no sense.
    pub(super) flaw: Option<&'static str>,
}

/// Reads a line of JSON; `None` where it names no paper.
pub(super) fn read(line: &[u8]) -> Option<Recorded> {
    if let Ok(record) = serde_json::from_slice::<CatalogueRecord<'_>>(line) {
        return understand(&record, None);
    }
    let (line, flaw) = mended(line)?;
    understand(&serde_json::from_str(&line).ok()?, flaw)
}

/// The keys whose values may be of the wrong type without the record being lost.
const KEYS: [&str; 9] =
    ["title", "dossiers", "kind", "chamber", "session", "date", "pages", "senders", "replaced-by"];

/// A record without the values that are of the wrong type, and the first key that has one.
fn mended(line: &[u8]) -> Option<(String, Option<&'static str>)> {
    let mut keys: Map<String, Value> = serde_json::from_slice(line).ok()?;
    keys.retain(|_, value| !value.is_null());
    let mut flaw = None;
    for key in KEYS {
        let Some(value) = keys.get(key) else { continue };
        let alone = Map::from_iter([
            ("identifier".to_owned(), Value::from("kst-1-1")),
            (key.to_owned(), value.clone()),
        ]);
        if serde_json::from_str::<CatalogueRecord<'_>>(&Value::Object(alone).to_string()).is_err() {
            flaw.get_or_insert(key);
            keys.remove(key);
        }
    }
    Some((Value::Object(keys).to_string(), flaw))
}

fn understand(raw: &CatalogueRecord<'_>, mut flaw: Option<&'static str>) -> Option<Recorded> {
    let id = DocumentId::parse(raw.identifier.trim()).ok()?;
    let text = |text: &Cow<'_, str>| Some(one_line(text)).filter(|text| !text.is_empty());
    let mut mend = |key: &'static str, sound: bool| {
        if !sound {
            flaw.get_or_insert(key);
        }
    };
    let date = raw.date.as_deref().map(str::trim).map(|date| date.parse::<Date>().ok());
    let session = raw.session.as_deref().map(str::trim).map(SessionYear::parse);
    let kamer = raw.chamber.as_deref().map(str::trim).map(Kamer::parse);
    mend("date", date != Some(None));
    mend("session", session != Some(None));
    mend("chamber", kamer != Some(None));
    let mut dossiers: Vec<(Dossier, Option<String>)> = Vec::with_capacity(raw.dossiers.len());
    for dossier in &raw.dossiers {
        match Dossier::parse_printed(&dossier.number) {
            Some(number) => dossiers.push((number, dossier.title.as_ref().and_then(text))),
            None => mend("dossiers", false),
        }
    }
    let mut replaced_by = Vec::with_capacity(raw.replaced_by.len());
    for other in &raw.replaced_by {
        match DocumentId::parse(other.trim()) {
            Ok(other) => replaced_by.push(other),
            Err(_) => mend("replaced-by", false),
        }
    }
    let record = Record {
        title: raw.title.as_ref().and_then(text),
        dossiers,
        kind: raw.kind.as_ref().and_then(text),
        kamer: kamer.flatten(),
        session: session.flatten(),
        date: date.flatten(),
        pages: raw.pages,
        senders: raw.senders.iter().filter_map(text).collect(),
        replaced_by,
    };
    Some(Recorded { id, record, flaw })
}

/// Titles of the publisher hold line ends and rows of blanks.
fn one_line(text: &str) -> String {
    let mut line = String::with_capacity(text.len());
    for word in text.split_whitespace() {
        if !line.is_empty() {
            line.push(' ');
        }
        line.extend(word.chars().filter(|c| !c.is_control()));
    }
    line
}

#[cfg(test)]
mod tests {
    use super::*;

    fn recorded(line: &str) -> Recorded {
        read(line.as_bytes()).unwrap()
    }

    #[test]
    fn a_record_says_all_that_is_known_of_a_paper() {
        let Recorded { id, record, flaw } = recorded(
            r#"{"identifier": "kst-29521-385", "title": "Brief van de Minister\n van  Defensie", "dossiers": [{"number": "29521", "title": "Vredesmissies"}, {"number": "36 410 X"}],
            "kind": "Brief", "chamber": "tk", "session": "2019-2020", "date": "2019-09-05", "pages": 14, "senders": ["De Minister van Defensie", " "], "replaced-by": ["kst-29521-385-n1"], "bron": "sru"}"#,
        );
        assert_eq!((id.to_string().as_str(), flaw), ("kst-29521-385", None));
        let dossiers: Vec<_> =
            record.dossiers.iter().map(|(it, title)| (it.to_string(), title.as_deref())).collect();
        assert_eq!(dossiers, [("29521".to_owned(), Some("Vredesmissies")), ("36410-X".to_owned(), None)]);
        assert_eq!(record.title.as_deref(), Some("Brief van de Minister van Defensie"));
        assert_eq!((record.kind.as_deref(), record.kamer), (Some("Brief"), Some(Kamer::Tweede)));
        assert_eq!((record.session, record.pages), (Some(SessionYear::starting(2019)), Some(14)));
        assert_eq!(record.date, Some(jiff::civil::date(2019, 9, 5)));
        assert_eq!(record.senders, ["De Minister van Defensie"]);
        assert_eq!(record.replaced_by[0].to_string(), "kst-29521-385-n1");
    }

    #[test]
    fn a_key_that_makes_no_sense_costs_itself_alone() {
        for (line, flaw) in [
            (r#"{"identifier": "kst-29521-385", "kind": "Brief", "date": "5 september 2019"}"#, "date"),
            (r#"{"identifier": "kst-29521-385", "kind": "Brief", "date": 2019}"#, "date"),
            (r#"{"identifier": "kst-29521-385", "kind": "Brief", "chamber": "derde"}"#, "chamber"),
            (r#"{"identifier": "kst-29521-385", "kind": "Brief", "session": "2019-2022"}"#, "session"),
            (r#"{"identifier": "kst-29521-385", "kind": "Brief", "pages": -1}"#, "pages"),
            (r#"{"identifier": "kst-29521-385", "kind": "Brief", "senders": "de minister"}"#, "senders"),
            (
                r#"{"identifier": "kst-29521-385", "kind": "Brief", "dossiers": [{"number": "x y"}]}"#,
                "dossiers",
            ),
            (r#"{"identifier": "kst-29521-385", "kind": "Brief", "replaced-by": ["nr. 3"]}"#, "replaced-by"),
        ] {
            let found = recorded(line);
            assert_eq!((found.flaw, found.record.kind.as_deref()), (Some(flaw), Some("Brief")), "{line}");
        }
        for line in
            [r#"{"identifier": 385}"#, r#"{"identifier": "385"}"#, r#"{"title": "Brief"}"#, "{", "{]}", "[]"]
        {
            assert_eq!(read(line.as_bytes()), None, "{line}");
        }
        let nulls =
            recorded(r#"{"identifier": "kst-29521-385", "title": null, "date": null, "pages": null}"#);
        assert_eq!((nulls.flaw, nulls.record), (None, Record::default()));
    }

    #[test]
    fn what_is_written_is_read() {
        let record = CatalogueRecord {
            identifier: "dossier/29521".into(),
            title: Some("Nederlandse deelname aan \u{201C}vredesmissies\u{201D}".into()),
            ..CatalogueRecord::default()
        };
        let line = serde_json::to_string(&record).unwrap();
        assert_eq!(
            line,
            r#"{"identifier":"dossier/29521","title":"Nederlandse deelname aan “vredesmissies”"}"#
        );
        assert_eq!(recorded(&line).record.title, record.title.map(Cow::into_owned));
    }
}
