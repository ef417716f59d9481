//! The form of a sidecar as Griffier writes it, from which its JSON Schema comes.
//!
//! Only what is written anew is made of these types; what is read stays the JSON that it was (`note`), so that what others put into it survives.

use schemars::JsonSchema;
use serde::Serialize;
use serde_json::Value;

/// The notes on one letter: a W3C page of annotations, beside the letter in `<letter>.annotations.json`.
///
/// Other fields than these may stand everywhere and are kept.
#[derive(Serialize, JsonSchema)]
#[schemars(title = "notes")]
pub(super) struct PageForm {
    /// `http://www.w3.org/ns/anno.jsonld`, and behind it the terms of Griffier's own.
    #[serde(rename = "@context")]
    pub(super) context: Value,
    /// The page itself, relative to where it stands.
    pub(super) id: String,
    pub(super) r#type: PageType,
    /// In the order in which they were made.
    pub(super) items: Vec<AnnotationForm>,
}

#[derive(Serialize, JsonSchema)]
pub(super) enum PageType {
    AnnotationPage,
}

/// One note.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Annotation")]
pub(super) struct AnnotationForm {
    /// Stable for as long as the note exists.
    #[schemars(regex(pattern = "^urn:uuid:[0-9a-f-]{36}$"))]
    pub(super) id: String,
    pub(super) r#type: AnnotationType,
    pub(super) motivation: MotivationForm,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) creator: Option<PersonForm>,
    /// When it was made, in UTC.
    #[schemars(extend("format" = "date-time"))]
    pub(super) created: String,
    /// When its words, tags, links or state last changed.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(extend("format" = "date-time"))]
    pub(super) modified: Option<String>,
    /// Whether what it is about has been dealt with; absent is no.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) resolved: Option<bool>,
    /// The note that has the other side, where two changed one note at once.
    #[serde(rename = "conflictOf", skip_serializing_if = "Option::is_none")]
    pub(super) conflict_of: Option<String>,
    /// What it says: words, tags and papers.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) body: Vec<BodyForm>,
    pub(super) target: TargetForm,
}

#[derive(Serialize, JsonSchema)]
pub(super) enum AnnotationType {
    Annotation,
}

#[derive(Serialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub(super) enum MotivationForm {
    /// Words about the passage.
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

/// Who made it.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Person")]
pub(super) struct PersonForm {
    pub(super) r#type: PersonType,
    pub(super) name: String,
}

#[derive(Serialize, JsonSchema)]
pub(super) enum PersonType {
    Person,
}

#[derive(Serialize, JsonSchema)]
#[serde(tag = "type")]
#[schemars(rename = "Body")]
pub(super) enum BodyForm {
    /// Words in Markdown, or a tag.
    TextualBody {
        /// `tagging` for a tag, `commenting` for words.
        purpose: PurposeForm,
        /// `text/markdown` for words.
        #[serde(skip_serializing_if = "Option::is_none")]
        format: Option<String>,
        value: String,
    },
    /// A paper.
    SpecificResource {
        purpose: PurposeForm,
        /// Its official address; where it has none, `urn:griffier:paper:` and its identifier.
        source: String,
        /// Its official identifier, `kst-29521-385`.
        identifier: String,
    },
}

#[derive(Serialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub(super) enum PurposeForm {
    Commenting,
    Tagging,
    Linking,
}

/// What it is about: a passage, or the letter as a whole, or another note.
#[derive(Serialize, JsonSchema)]
#[serde(untagged)]
#[schemars(rename = "Target")]
pub(super) enum TargetForm {
    /// The letter as a whole, or the note that it answers.
    Whole(String),
    Passage(PassageForm),
}

/// A passage of the letter.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Passage")]
pub(super) struct PassageForm {
    pub(super) r#type: SpecificType,
    /// The letter, relative to the page of notes.
    pub(super) source: String,
    /// The passage by its words, and by its place as a hint.
    pub(super) selector: Vec<SelectorForm>,
    /// The digest of the text in which it was last selected.
    #[serde(rename = "seenOn", skip_serializing_if = "Option::is_none")]
    #[schemars(regex(pattern = "^xxh3:[0-9a-f]{32}$"))]
    pub(super) seen_on: Option<String>,
    /// What told it apart from all others in that text; absent where they were too alike for anything but the very same words around it.
    #[serde(rename = "distinctBy", skip_serializing_if = "Vec::is_empty")]
    pub(super) distinct_by: Vec<DistinctForm>,
}

#[derive(Serialize, JsonSchema)]
pub(super) enum SpecificType {
    SpecificResource,
}

#[derive(Serialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub(super) enum DistinctForm {
    /// Nothing else in the text resembled it.
    Quote,
    /// The words right before it stood nowhere else, nor did those right behind it.
    Context,
    /// What is kept of the words before it stood nowhere else, also without those right before it, and so it is behind.
    Surroundings,
}

#[derive(Serialize, JsonSchema)]
#[serde(tag = "type")]
#[schemars(rename = "Selector")]
pub(super) enum SelectorForm {
    /// Its words, and those before and after it, long enough for no other passage to have them. Line ends are LF.
    TextQuoteSelector { exact: String, prefix: String, suffix: String },
    /// Its place in code points of the text without byte order mark, line ends as LF.
    TextPositionSelector { start: usize, end: usize },
}

/// The JSON Schema of a sidecar.
#[must_use]
pub fn schema() -> Value {
    let mut schema = schemars::schema_for!(PageForm).to_value();
    crate::config::without_null(&mut schema);
    schema
}
