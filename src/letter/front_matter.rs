//! YAML front matter: what a letter in Markdown, or a text made from another format, says of itself.

use serde::Deserialize;

use crate::identifier::{Date, DocumentId, Dossier, Kamer, Ondernummer, SessionYear};
use crate::text::Span;

use super::{DossierLine, Header, kind};

/// What front matter says.
pub(super) struct FrontMatter {
    /// As a head.
    pub header: Header,
    /// The byte behind the closing line.
    pub end: usize,
}

/// The keys that we know; others belong to other programs.
#[derive(Default, Deserialize)]
#[serde(default)]
struct Keys {
    identifier: Option<Scalar>,
    dossiers: Option<OneOrMore>,
    number: Option<Scalar>,
    title: Option<Scalar>,
    kind: Option<Scalar>,
    chamber: Option<Scalar>,
    session: Option<Scalar>,
    date: Option<Scalar>,
    senders: Option<OneOrMore>,
}

/// A value as people write it, `404` or `"404"`.
#[derive(Deserialize)]
#[serde(untagged)]
enum Scalar {
    Number(u64),
    Text(String),
}

#[derive(Deserialize)]
#[serde(untagged)]
enum OneOrMore {
    One(Scalar),
    More(Vec<Scalar>),
}

impl Scalar {
    fn into_text(self) -> String {
        match self {
            Self::Number(number) => number.to_string(),
            Self::Text(text) => text.trim().to_owned(),
        }
    }
}

impl OneOrMore {
    fn into_texts(self) -> Vec<String> {
        match self {
            Self::One(one) => vec![one.into_text()],
            Self::More(more) => more.into_iter().map(Scalar::into_text).collect(),
        }
    }
}

/// Reads front matter; `None` where the text has none. Front matter that is no YAML says nothing, but is still no part of the letter.
pub(super) fn read(text: &str) -> Option<FrontMatter> {
    let (yaml, end) = fenced(text)?;
    let keys: Keys = serde_saphyr::from_str(yaml.of(text)).unwrap_or_default();
    let dossiers: Vec<DossierLine> = keys
        .dossiers
        .map(OneOrMore::into_texts)
        .unwrap_or_default()
        .iter()
        .filter_map(|dossier| Some(DossierLine { dossier: Dossier::parse_printed(dossier)?, title: None }))
        .collect();
    let stated = keys.identifier.and_then(|id| DocumentId::parse(&id.into_text()).ok());
    let number = keys.number.and_then(|number| Ondernummer::parse(&number.into_text()));
    let counted = || Some(DocumentId::kamerstuk(dossiers.first()?.dossier, number?));
    let title = keys.title.map(Scalar::into_text);
    let kind = keys.kind.map(|kind| kind.into_text().to_lowercase());
    let header = Header {
        id: stated.or_else(counted),
        kind: kind.or_else(|| title.as_deref().and_then(kind::kind_of).map(str::to_owned)),
        title,
        kamer: keys.chamber.and_then(|kamer| Kamer::parse(&kamer.into_text())),
        session: keys.session.and_then(|session| SessionYear::parse(&session.into_text())),
        date: keys.date.and_then(|date| date.into_text().parse::<Date>().ok()),
        senders: keys.senders.map(OneOrMore::into_texts).unwrap_or_default(),
        dossiers,
        span: Span::default(),
    };
    Some(FrontMatter { header, end })
}

/// The YAML between two lines of three hyphens at the start of the text, and the byte behind the second.
fn fenced(text: &str) -> Option<(Span, usize)> {
    let mut lines = super::lines::lines(text, 0);
    let first = lines.next().filter(|first| first.text == "---" && first.span.start == 0)?;
    let last = lines.find(|line| matches!(line.text, "---" | "..."))?;
    Some((Span::new(first.next, last.span.start), last.next))
}
