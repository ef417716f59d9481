//! The SRU service of the official publications, as far as it is asked here: questions in CQL by family, day and dossier, answers in pages sorted by identifier.

use std::fmt::Write as _;

use crate::server::{Reply, Request};

/// A paper that the service has.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct Paper {
    pub(crate) identifier: String,
    pub(crate) title: String,
    /// The day that it bears, `2019-09-05`.
    pub(crate) date: String,
    /// The day on which it was published or changed.
    pub(crate) modified: String,
}

impl Paper {
    /// A paper of a dossier.
    pub(crate) fn new(identifier: &str, date: &str) -> Self {
        let title = format!("Brief over {identifier}");
        Self { identifier: identifier.to_owned(), title, date: date.to_owned(), modified: date.to_owned() }
    }

    fn family(&self) -> &'static str {
        match self.identifier.split('-').next().unwrap() {
            "h" => "Handelingen",
            "ah" => "Kamervragen (Aanhangsel)",
            "kv" => "Kamervragen zonder antwoord",
            _ => "Kamerstuk",
        }
    }

    fn dossier(&self) -> Option<&str> {
        let (dossier, _) = self.identifier.strip_prefix("kst-")?.rsplit_once('-')?;
        Some(dossier)
    }

    fn record(&self) -> String {
        let Self { identifier, title, date, modified } = self;
        let dossier = self.dossier().map(|dossier| {
            format!("<overheidwetgeving:dossiernummer>{dossier}</overheidwetgeving:dossiernummer><overheidwetgeving:dossiertitel>Dossier over {dossier}</overheidwetgeving:dossiertitel>")
        });
        format!(
            "<sru:record><sru:recordData><gzd:gzd><gzd:originalData><overheidwetgeving:meta>\
             <overheidwetgeving:owmskern><dcterms:identifier>{identifier}</dcterms:identifier><dcterms:type>Kamerstuk</dcterms:type><dcterms:creator>Tweede Kamer der Staten-Generaal</dcterms:creator><dcterms:modified>{modified}</dcterms:modified></overheidwetgeving:owmskern>\
             <overheidwetgeving:owmsmantel><dcterms:date>{date}</dcterms:date></overheidwetgeving:owmsmantel>\
             <overheidwetgeving:tpmeta><overheidwetgeving:documenttitel>{title}</overheidwetgeving:documenttitel><overheidwetgeving:indiener>A. de Vries</overheidwetgeving:indiener><overheidwetgeving:publicatienaam>{}</overheidwetgeving:publicatienaam>{}</overheidwetgeving:tpmeta>\
             </overheidwetgeving:meta></gzd:originalData></gzd:gzd></sru:recordData></sru:record>",
            self.family(),
            dossier.unwrap_or_default(),
        )
    }
}

/// What stands in quotation marks behind this in a question.
fn quoted<'a>(cql: &'a str, before: &str) -> Option<&'a str> {
    let (_, rest) = cql.split_once(&format!("{before}\""))?;
    rest.split('"').next()
}

/// The papers that a question is about, sorted.
fn found<'a>(papers: &'a [Paper], cql: &str) -> Vec<&'a Paper> {
    assert!(cql.starts_with("c.product-area==officielepublicaties AND "), "{cql}");
    let family = quoted(cql, "w.publicatienaam==").expect("a question names the family");
    let day = |index: &str, relation: &str| quoted(cql, &format!("{index}{relation}"));
    let within = |value: &str, index: &str| {
        day(index, ">=").is_none_or(|from| value >= from) && day(index, "<").is_none_or(|to| value < to)
    };
    let mut found: Vec<&Paper> = papers
        .iter()
        .filter(|paper| paper.family() == family)
        .filter(|paper| within(&paper.date, "dt.date") && within(&paper.modified, "dt.modified"))
        .filter(|paper| {
            quoted(cql, "w.dossiernummer==").is_none_or(|dossier| paper.dossier() == Some(dossier))
        })
        .collect();
    found.sort_by(|a, b| a.identifier.cmp(&b.identifier));
    found
}

/// The page that is asked for.
pub(crate) fn page(papers: &[Paper], request: &Request) -> String {
    let found = found(papers, &request.parameter("query"));
    let number = |name: &str| request.parameter(name).parse::<usize>().unwrap();
    let page = found.iter().skip(number("startRecord") - 1).take(number("maximumRecords").min(1000));
    let mut text = format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?><sru:searchRetrieveResponse xmlns:overheidwetgeving=\"http://standaarden.overheid.nl/wetgeving/\" xmlns:dcterms=\"http://purl.org/dc/terms/\" xmlns:sru=\"http://docs.oasis-open.org/ns/search-ws/sruResponse\" xmlns:gzd=\"http://standaarden.overheid.nl/sru\"><sru:version>2.0</sru:version><sru:numberOfRecords>{}</sru:numberOfRecords><sru:records>",
        found.len()
    );
    for paper in page {
        write!(text, "{}", paper.record()).unwrap();
    }
    text + "</sru:records></sru:searchRetrieveResponse>"
}

/// The page as an answer.
pub(crate) fn reply(papers: &[Paper], request: &Request) -> Reply {
    Reply::xml(page(papers, request))
}

/// What the service says to a question that it does not understand.
pub(crate) fn diagnostic(code: u32, said: &str) -> Reply {
    Reply::xml(format!(
        "<searchRetrieveResponse xmlns=\"http://docs.oasis-open.org/ns/search-ws/sruResponse\" xmlns:d=\"http://docs.oasis-open.org/ns/search-ws/diagnostic\"><version>2.0</version><diagnostics><d:diagnostic><d:uri>info:srw/diagnostic/1/{code}</d:uri><d:message>{said}</d:message></d:diagnostic></diagnostics></searchRetrieveResponse>"
    ))
}
