//! How things are fetched from the official services.
//!
//! All of it is the user's own: a workspace, which may have come from anybody, says nothing here, or it could lead requests wherever it pleases.

use std::path::PathBuf;
use std::time::Duration;

use crate::messages::Message;

use super::read::Reader;
use super::tree::{Item, Value};

/// How things are fetched.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct FetchConfig {
    /// The SRU service of the official publications.
    pub sru: String,
    /// The open data of the Tweede Kamer (`OData`).
    pub odata: String,
    /// Where papers lie: behind this the identifier and `.xml`.
    pub papers: String,
    /// No more requests than this; nought is no limit.
    pub requests_per_minute: u32,
    /// So often a request that failed is made again.
    pub retries: u32,
    /// The pause before the first time, which doubles.
    pub retry_pause: Duration,
    /// How long an answer may take, whole.
    pub timeout: Duration,
    /// Where those who keep the services can reach us: a mail address or a page.
    pub contact: Option<String>,
    /// The proxy; without one that of the environment (`HTTPS_PROXY`).
    pub proxy: Option<String>,
    /// A file of certificates (PEM) that servers are believed by, instead of those of the system.
    pub certificates: Option<PathBuf>,
    /// Whether the editor may fetch papers, when the user asks for one.
    pub editor: bool,
}

impl Default for FetchConfig {
    fn default() -> Self {
        Self {
            sru: "https://repository.overheid.nl/sru".to_owned(),
            odata: "https://gegevensmagazijn.tweedekamer.nl/OData/v4/2.0/".to_owned(),
            papers: "https://zoek.officielebekendmakingen.nl/".to_owned(),
            requests_per_minute: 120,
            retries: 5,
            retry_pause: Duration::from_secs(1),
            timeout: Duration::from_mins(2),
            contact: None,
            proxy: None,
            certificates: None,
            editor: false,
        }
    }
}

/// The same, each as far as it is said.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub(super) struct PartialFetch {
    pub(super) texts: Vec<(&'static str, String)>,
    pub(super) numbers: Vec<(&'static str, u32)>,
    pub(super) certificates: Option<PathBuf>,
    pub(super) editor: Option<bool>,
}

impl PartialFetch {
    /// The keys that are said.
    pub(super) fn keys(&self) -> impl Iterator<Item = &'static str> {
        let texts = self.texts.iter().map(|(key, _)| *key);
        let numbers = self.numbers.iter().map(|(key, _)| *key);
        let file = self.certificates.iter().map(|_| "certificates");
        texts.chain(numbers).chain(file).chain(self.editor.iter().map(|_| "editor"))
    }

    /// Puts what is said in the place of what was.
    pub(super) fn apply(self, to: &mut FetchConfig) {
        for (key, text) in self.texts {
            match key {
                "sru" => to.sru = text,
                "odata" => to.odata = text,
                "papers" => to.papers = text,
                "contact" => to.contact = Some(text),
                _ => to.proxy = Some(text),
            }
        }
        for (key, number) in self.numbers {
            match key {
                "requests-per-minute" => to.requests_per_minute = number,
                "retries" => to.retries = number,
                "retry-pause" => to.retry_pause = Duration::from_secs(number.into()),
                _ => to.timeout = Duration::from_secs(number.into()),
            }
        }
        to.certificates = self.certificates.or(to.certificates.take());
        to.editor = self.editor.unwrap_or(to.editor);
    }
}

/// The texts and the numbers, by their keys, each number with the least and the most that it can be.
const TEXTS: [&str; 5] = ["sru", "odata", "papers", "contact", "proxy"];
const NUMBERS: [(&str, i64, i64); 4] =
    [("requests-per-minute", 0, 6000), ("retries", 0, 20), ("retry-pause", 0, 600), ("timeout", 1, 3600)];

impl Reader<'_> {
    /// Reads the table. Of a workspace or an editor it is told, and does not count.
    pub(super) fn fetch(&mut self, item: &Item, partial: &mut PartialFetch) {
        if !self.origin.is_trusted() {
            return self.problem(item.line, Message::new("config-fetch-not-here"));
        }
        for entry in self.table(item, "fetch") {
            let (item, key) = (&entry.item, format!("fetch.{}", entry.key));
            if let Some(name) = TEXTS.into_iter().find(|name| *name == entry.key) {
                partial.texts.extend(self.text(item, &key).map(|text| (name, text)));
            } else if let Some((name, least, most)) = NUMBERS.into_iter().find(|it| it.0 == entry.key) {
                match item.value {
                    Value::Whole(number) if (least..=most).contains(&number) => {
                        partial.numbers.extend(u32::try_from(number).map(|number| (name, number)));
                    }
                    _ => {
                        let want = Message::new("config-want-number").with("least", least).with("most", most);
                        self.wrong(item, &key, want);
                    }
                }
            } else if entry.key == "certificates" {
                partial.certificates = self.file(item, &key);
            } else if entry.key == "editor" {
                match item.value {
                    Value::YesOrNo(yes) => partial.editor = Some(yes),
                    _ => self.wrong(item, &key, Message::new("config-want-yes-or-no")),
                }
            }
        }
    }
}
