//! A note before it is made: plain data, and the JSON that comes of it.

use serde_json::{Map, Value};

use crate::identifier::{DocumentId, official_url};

use super::anchor::Anchor;
use super::form::{
    AnnotationForm, AnnotationType, BodyForm, DistinctForm, MotivationForm, PassageForm, PersonForm,
    PersonType, PurposeForm, SelectorForm, SpecificType, TargetForm,
};
use super::note::Motivation;

/// What a new note is to be.
#[derive(Clone, PartialEq, Debug)]
pub struct Draft {
    /// Why it is made.
    pub motivation: Motivation,
    /// Its words, in Markdown; may be empty.
    pub text: String,
    /// Its tags.
    pub tags: Vec<String>,
    /// The papers that it links to.
    pub links: Vec<DocumentId>,
    /// Who makes it.
    pub creator: Option<String>,
    /// What it is about.
    pub about: About,
}

/// What a new note is about.
#[derive(Clone, PartialEq, Debug)]
pub enum About {
    /// The letter as a whole.
    Letter,
    /// A passage of it.
    Passage(Anchor),
    /// Another note on the same letter, by its identifier.
    Note(String),
}

impl Draft {
    /// A note without words, tags, links and name yet.
    #[must_use]
    pub const fn new(motivation: Motivation, about: About) -> Self {
        Self { motivation, text: String::new(), tags: Vec::new(), links: Vec::new(), creator: None, about }
    }

    /// The note. The letter's own address is not known here, so that a target that is the letter is empty until it comes into a page.
    pub(super) fn to_json(&self, id: &str, created: &str) -> Map<String, Value> {
        let text = Some(&self.text).filter(|text| !text.trim().is_empty());
        let bodies = text.map(|text| text_form(text)).into_iter();
        let bodies = bodies.chain(self.tags.iter().map(|tag| tag_form(tag)));
        let form = AnnotationForm {
            id: id.to_owned(),
            r#type: AnnotationType::Annotation,
            motivation: match self.motivation {
                Motivation::Commenting => MotivationForm::Commenting,
                Motivation::Tagging => MotivationForm::Tagging,
                Motivation::Linking => MotivationForm::Linking,
                Motivation::Questioning => MotivationForm::Questioning,
                Motivation::Replying => MotivationForm::Replying,
            },
            creator: self.creator.clone().map(|name| PersonForm { r#type: PersonType::Person, name }),
            created: created.to_owned(),
            modified: None,
            resolved: None,
            conflict_of: None,
            body: bodies.chain(self.links.iter().map(link_form)).collect(),
            target: match &self.about {
                About::Letter => TargetForm::Whole(String::new()),
                About::Passage(anchor) => TargetForm::Passage(passage_form("", anchor)),
                About::Note(id) => TargetForm::Whole(id.clone()),
            },
        };
        match to_json(&form) {
            Value::Object(object) => object,
            _ => unreachable!("a form with fields is an object"),
        }
    }
}

fn to_json(form: &impl serde::Serialize) -> Value {
    serde_json::to_value(form).expect("strings and numbers are JSON")
}

fn text_form(text: &str) -> BodyForm {
    let format = Some("text/markdown".to_owned());
    BodyForm::TextualBody { purpose: PurposeForm::Commenting, format, value: text.to_owned() }
}

fn tag_form(tag: &str) -> BodyForm {
    BodyForm::TextualBody { purpose: PurposeForm::Tagging, format: None, value: tag.to_owned() }
}

fn link_form(id: &DocumentId) -> BodyForm {
    // A whole meeting is published nowhere, and still can be meant.
    let source = official_url(id).unwrap_or_else(|| format!("urn:griffier:paper:{id}"));
    BodyForm::SpecificResource { purpose: PurposeForm::Linking, source, identifier: id.to_string() }
}

pub(super) fn text_body(text: &str) -> Value {
    to_json(&text_form(text))
}

pub(super) fn tag_body(tag: &str) -> Value {
    to_json(&tag_form(tag))
}

pub(super) fn link_body(id: &DocumentId) -> Value {
    to_json(&link_form(id))
}

fn passage_form(source: &str, anchor: &Anchor) -> PassageForm {
    let distinct = anchor.distinct.unwrap_or_default();
    let quote = SelectorForm::TextQuoteSelector {
        exact: anchor.quote.clone(),
        prefix: anchor.prefix.clone(),
        suffix: anchor.suffix.clone(),
    };
    let position = anchor.position.map(|(start, end)| SelectorForm::TextPositionSelector { start, end });
    PassageForm {
        r#type: SpecificType::SpecificResource,
        source: source.to_owned(),
        selector: std::iter::once(quote).chain(position).collect(),
        seen_on: anchor.seen_on.map(|hash| hash.to_string()),
        distinct_by: [
            (distinct.quote, DistinctForm::Quote),
            (distinct.context, DistinctForm::Context),
            (distinct.surroundings, DistinctForm::Surroundings),
        ]
        .into_iter()
        .filter_map(|(is, form)| is.then_some(form))
        .collect(),
    }
}

pub(super) fn passage_json(source: &str, anchor: &Anchor) -> Value {
    to_json(&passage_form(source, anchor))
}
