//! One note. It is the JSON that it was read from, with a view of what Griffier understands of it, so that what others put into it survives.

use jiff::Timestamp;
use serde_json::{Map, Value, json};
use uuid::Uuid;
use xxhash_rust::xxh3::xxh3_128;

use crate::identifier::DocumentId;

use super::anchor::Anchor;
use super::context::{CONFLICT_OF, IDENTIFIER, RESOLVED};
use super::draft::{Draft, link_body, passage_json, tag_body, text_body};
use super::target::{self, Target};

/// Why a note was made: the motivations of the W3C that Griffier makes.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Motivation {
    /// Words about a passage.
    Commenting,
    /// A tag and nothing else.
    Tagging,
    /// A paper that belongs to it.
    Linking,
    /// A question about it.
    Questioning,
    /// An answer to another note.
    Replying,
}

impl Motivation {
    /// Every motivation with its W3C name.
    pub const NAMES: [(&'static str, Self); 5] = [
        ("commenting", Self::Commenting),
        ("tagging", Self::Tagging),
        ("linking", Self::Linking),
        ("questioning", Self::Questioning),
        ("replying", Self::Replying),
    ];

    /// Reads the W3C name.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::NAMES.iter().find(|(other, _)| *other == name).map(|(_, motivation)| *motivation)
    }

    /// The W3C name.
    #[must_use]
    pub fn name(self) -> &'static str {
        Self::NAMES.iter().find(|(_, other)| *other == self).map_or("", |(name, _)| name)
    }
}

/// A paper that a note links to.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Link {
    /// Which paper, where the identifier is one that we know.
    pub id: Option<DocumentId>,
    /// The address, as it stands in the note.
    pub address: String,
}

/// A note.
///
/// Two are equal where all of their JSON is, whatever the order of the fields.
#[derive(Clone, PartialEq, Debug)]
pub struct Note {
    raw: Map<String, Value>,
}

impl Note {
    /// A new note, with an identifier of its own.
    #[must_use]
    pub fn new(draft: &Draft, now: Timestamp) -> Self {
        Self { raw: draft.to_json(&urn(Uuid::new_v4()), &written(now)) }
    }

    /// A note out of a page. One without identifier gets one that is the same at every reading.
    pub(super) fn read(mut raw: Map<String, Value>) -> Self {
        if raw.get("id").and_then(Value::as_str).is_none() {
            raw.insert("id".to_owned(), derived_id(&raw).into());
        }
        Self { raw }
    }

    /// Its JSON.
    #[must_use]
    pub const fn json(&self) -> &Map<String, Value> {
        &self.raw
    }

    /// What it is known by, `urn:uuid:…`; another IRI in a note of another program.
    #[must_use]
    pub fn id(&self) -> &str {
        self.text_of("id").unwrap_or_default()
    }

    /// Why it was made; `None` where it is something that Griffier does not make. The first that is known where it has several.
    #[must_use]
    pub fn motivation(&self) -> Option<Motivation> {
        each(self.raw.get("motivation")).find_map(|name| Motivation::from_name(name.as_str()?))
    }

    /// Its words, in Markdown; empty where it has none. Several bodies of words are joined by a blank line.
    #[must_use]
    pub fn text(&self) -> String {
        let bodies = each(self.raw.get("body")).filter(|body| !is_tag(body));
        let words: Vec<_> =
            bodies.filter_map(|body| body["value"].as_str()).chain(self.text_of("bodyValue")).collect();
        words.join("\n\n")
    }

    /// Its tags, in order.
    #[must_use]
    pub fn tags(&self) -> Vec<&str> {
        each(self.raw.get("body"))
            .filter(|body| is_tag(body))
            .filter_map(|body| body["value"].as_str())
            .collect()
    }

    /// The papers and pages that it links to, in order.
    #[must_use]
    pub fn links(&self) -> Vec<Link> {
        each(self.raw.get("body")).filter_map(read_link).collect()
    }

    /// The name of who made it.
    #[must_use]
    pub fn creator(&self) -> Option<&str> {
        let creator = each(self.raw.get("creator")).next()?;
        creator.as_str().or_else(|| creator["name"].as_str())
    }

    /// When it was made.
    #[must_use]
    pub fn created(&self) -> Option<Timestamp> {
        self.text_of("created")?.parse().ok()
    }

    /// When it last changed.
    #[must_use]
    pub fn modified(&self) -> Option<Timestamp> {
        self.text_of("modified")?.parse().ok()
    }

    /// Whether what it is about has been dealt with.
    #[must_use]
    pub fn is_resolved(&self) -> bool {
        self.raw.get(RESOLVED).and_then(Value::as_bool).unwrap_or_default()
    }

    /// The note of which this one holds the other side, where two changed it at once.
    #[must_use]
    pub fn conflict_of(&self) -> Option<&str> {
        self.text_of(CONFLICT_OF)
    }

    /// What it is about.
    #[must_use]
    pub fn target(&self) -> Target {
        target::read(self.raw.get("target"))
    }

    /// The passage that it is about; `None` for a note on the whole letter, and for an answer.
    #[must_use]
    pub fn anchor(&self) -> Option<Anchor> {
        match self.target() {
            Target::Passage(anchor) => Some(anchor),
            _ => None,
        }
    }

    /// What its passage is known by, for as long as it holds on to that in the same way: the note, and how it does. `None` where it is not about a passage.
    #[must_use]
    pub fn passage_key(&self) -> Option<String> {
        let anchor = passage_json("", &self.anchor()?);
        Some(format!("{} {:032x}", self.id(), xxh3_128(anchor.to_string().as_bytes())))
    }

    /// Gives it other words. Empty words take the body away.
    pub fn set_text(&mut self, text: &str, now: Timestamp) {
        let body = (!text.trim().is_empty()).then(|| text_body(text));
        self.replace_bodies(|body| !is_tag(body) && body["value"].is_string(), body, now);
        self.raw.shift_remove("bodyValue");
    }

    /// Gives it other tags.
    pub fn set_tags<T: AsRef<str>>(&mut self, tags: &[T], now: Timestamp) {
        self.replace_bodies(is_tag, tags.iter().map(|tag| tag_body(tag.as_ref())), now);
    }

    /// Gives it other links to papers; those to other things stay.
    pub fn set_links(&mut self, papers: &[DocumentId], now: Timestamp) {
        let ours = |body: &Value| read_link(body).is_some_and(|link| link.id.is_some());
        self.replace_bodies(ours, papers.iter().map(link_body), now);
    }

    /// Says whether what it is about has been dealt with.
    pub fn set_resolved(&mut self, resolved: bool, now: Timestamp) {
        if resolved == self.is_resolved() {
            return;
        }
        if resolved {
            self.insert_before(RESOLVED, Value::Bool(true), "body");
        } else {
            self.raw.shift_remove(RESOLVED);
        }
        self.touch(now);
    }

    /// Has it hold on to another passage, or to the same one as it stands now. Selectors of other programs in it go, since they would lead elsewhere.
    pub fn set_anchor(&mut self, anchor: &Anchor, now: Timestamp) {
        let source = target::source(self.raw.get("target")).unwrap_or_default().to_owned();
        let before = self.raw.get("target").cloned();
        self.raw.insert("target".to_owned(), target::rewritten(before, &source, anchor));
        self.touch(now);
    }

    /// Where the letter is that it is about, relative to its page.
    #[must_use]
    pub fn source(&self) -> Option<&str> {
        target::source(self.raw.get("target"))
    }

    /// Has it be about a letter of another name.
    pub(super) fn set_source(&mut self, source: &str) {
        target::set_source(self.raw.get_mut("target"), source);
    }

    /// The same note as one of its own, which holds the other side of a conflict.
    pub(super) fn as_other_side(&self) -> Self {
        let mut raw = self.raw.clone();
        raw.insert("id".to_owned(), derived_id(&raw).into());
        let mut other = Self { raw };
        other.insert_before(CONFLICT_OF, self.id().into(), "body");
        other
    }

    fn replace_bodies(
        &mut self,
        goes: impl Fn(&Value) -> bool,
        comes: impl IntoIterator<Item = Value>,
        now: Timestamp,
    ) {
        let mut comes: Vec<Value> = comes.into_iter().collect();
        let mut bodies = Vec::new();
        for body in each(self.raw.get("body")) {
            if goes(body) {
                // What comes stands where the first that goes stood.
                bodies.append(&mut comes);
            } else {
                bodies.push(body.clone());
            }
        }
        bodies.append(&mut comes);
        if bodies.is_empty() {
            self.raw.shift_remove("body");
        } else if bodies.iter().ne(each(self.raw.get("body"))) {
            self.insert_before("body", Value::Array(bodies), "target");
        } else {
            return;
        }
        self.touch(now);
    }

    fn touch(&mut self, now: Timestamp) {
        let behind = if self.raw.contains_key(RESOLVED) { RESOLVED } else { "body" };
        let behind = if self.raw.contains_key(behind) { behind } else { "target" };
        self.insert_before("modified", written(now).into(), behind);
    }

    /// Sets a field in its place, or, where it is new, before another.
    fn insert_before(&mut self, key: &str, value: Value, before: &str) {
        if let Some(place) = self.raw.get_mut(key) {
            *place = value;
            return;
        }
        let at = self.raw.keys().position(|other| other == before).unwrap_or(self.raw.len());
        self.raw.shift_insert(at, key.to_owned(), value);
    }

    fn text_of(&self, key: &str) -> Option<&str> {
        self.raw.get(key)?.as_str()
    }
}

/// A moment as it is written: UTC, to the millisecond, so that notes sort in the order in which they were made.
pub(super) fn written(moment: Timestamp) -> String {
    format!("{moment:.3}")
}

fn urn(id: Uuid) -> String {
    id.urn().to_string()
}

/// An identifier out of what a note says, for one that has none or must have another: the same whenever it is worked out.
fn derived_id(raw: &Map<String, Value>) -> String {
    let digest = xxh3_128(json!(raw).to_string().as_bytes());
    urn(uuid::Builder::from_custom_bytes(digest.to_be_bytes()).into_uuid())
}

/// The values of a field that may hold one or a list of them.
pub(super) fn each(value: Option<&Value>) -> impl Iterator<Item = &Value> {
    match value {
        None | Some(Value::Null) => [].iter(),
        Some(Value::Array(values)) => values.iter(),
        Some(one) => std::slice::from_ref(one).iter(),
    }
}

fn is_tag(body: &Value) -> bool {
    each(body.get("purpose")).any(|purpose| purpose == "tagging") && body["value"].is_string()
}

/// A body that is no words of its own, and leads somewhere.
fn read_link(body: &Value) -> Option<Link> {
    if body["value"].is_string() {
        return None;
    }
    let address =
        [body, &body["source"], &body["source"]["id"], &body["id"]].into_iter().find_map(Value::as_str)?;
    let id = body[IDENTIFIER].as_str().and_then(|id| DocumentId::parse(id).ok());
    let id = id.or_else(|| crate::identifier::read_web_address(address));
    Some(Link { id, address: address.to_owned() })
}
