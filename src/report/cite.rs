//! The citations of one text.

use std::fmt::Write as _;

use schemars::{JsonSchema, Schema};
use serde::Serialize;

use crate::citation::{Citation, Reading, Target, in_style};
use crate::config::Style;
use crate::import::Letter;
use crate::messages::{Message, Translator};
use crate::text::{Buffer, FileEncoding, PositionEncoding, Span};

use super::json;
use super::place::{in_words, place as place_of};
use super::words::in_one_line;

/// The citations of one text, as `griffier cite --format json` prints them.
///
/// All offsets are UTF-8 bytes of the decoded text without byte order mark; of a Word file those of the letter that `griffier import` makes of it.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, JsonSchema)]
#[schemars(title = "griffier cite")]
pub struct CiteReport {
    /// The version of this form. Fields may be added to a version, and none goes or changes its meaning.
    #[schemars(extend("const" = 1))]
    version: u32,
    /// How the file writes its characters.
    encoding: &'static str,
    /// In order of place.
    citations: Vec<CiteCitation>,
}

/// A place in the text that names papers.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, JsonSchema)]
#[schemars(rename = "Citation")]
struct CiteCitation {
    /// The first byte.
    start: usize,
    /// The byte after the last.
    end: usize,
    /// Where in its file, such as `paragraph 12` or `footnote 3`; only where lines mean nothing, as in a Word file.
    #[serde(skip_serializing_if = "Option::is_none")]
    place: Option<String>,
    /// What stands there.
    text: String,
    /// The form that it has, such as `kamerstuk`.
    family: &'static str,
    /// The papers that it names, in printed order.
    targets: Vec<CiteTarget>,
    /// What is wrong with its form.
    problems: Vec<CiteProblem>,
    /// The same in the style that was asked for; absent where none was, or where that style has no words for it.
    #[serde(skip_serializing_if = "Option::is_none")]
    printed: Option<String>,
}

/// A paper that is named.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, JsonSchema)]
#[schemars(rename = "Target")]
struct CiteTarget {
    /// Its official identifier, such as `kst-29521-385`.
    id: String,
    /// The first byte of the part that is about this paper.
    start: usize,
    /// The byte after the last.
    end: usize,
    /// All dossiers that are named with it, the owner of the number first.
    dossiers: Vec<String>,
    /// The page or item, where one is named.
    pin: Option<String>,
    /// Whether dossier or antecedent stand outside the citation itself.
    inferred: bool,
}

/// Something that is wrong with the form of a citation.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, JsonSchema)]
#[schemars(rename = "Problem")]
struct CiteProblem {
    /// The rule that it breaks, such as `malformed-dossier`.
    code: &'static str,
    /// What is wrong, in the language that was asked for.
    message: String,
}

impl CiteReport {
    /// Reports on a reading of a file in `encoding`, each citation also in a `style` where one is asked for. `made` is the letter that was made of a Word file.
    #[must_use]
    pub fn new(
        reading: &Reading,
        encoding: FileEncoding,
        made: Option<&Letter>,
        style: Option<Style>,
        say: Translator,
    ) -> Self {
        let citations = reading.citations.iter();
        let citations = citations.map(|it| CiteCitation::new(it, &reading.text, made, style, say)).collect();
        Self { version: 1, encoding: encoding.name(), citations }
    }

    /// The report as JSON, on one line.
    #[must_use]
    pub fn to_json(&self) -> String {
        json::to_json(self)
    }

    /// The schema of the report.
    #[must_use]
    pub fn schema() -> Schema {
        json::schema::<Self>()
    }
}

impl CiteCitation {
    fn new(
        citation: &Citation,
        text: &str,
        made: Option<&Letter>,
        style: Option<Style>,
        say: Translator,
    ) -> Self {
        let Span { start, end } = citation.span;
        let problems = citation.problems.iter().map(|problem| CiteProblem {
            code: problem.kind.code(),
            message: say.text(&problem.message(text)),
        });
        Self {
            start,
            end,
            place: place_of(made, start).map(ToString::to_string),
            text: citation.span.of(text).to_owned(),
            family: citation.family.name(),
            targets: citation.targets.iter().map(|it| CiteTarget::new(it, citation.is_inferred())).collect(),
            problems: problems.collect(),
            printed: style.and_then(|style| in_style(citation, style)),
        }
    }
}

impl CiteTarget {
    fn new(target: &Target, inferred: bool) -> Self {
        Self {
            id: target.id.to_string(),
            start: target.span.start,
            end: target.span.end,
            dossiers: target.dossiers.iter().map(|mention| mention.dossier.to_string()).collect(),
            pin: target.pin.as_ref().map(|pin| pin.text.clone()),
            inferred,
        }
    }
}

/// The citations of a text as a table: place, identifier, words. A citation without a paper has a dash.
/// Below each stands, where a `style` is asked for, how it is written in it. `made` is the letter that was made of a Word file.
#[must_use]
pub fn cite_text(reading: &Reading, made: Option<&Letter>, style: Option<Style>, say: Translator) -> String {
    let buffer = Buffer::new(&reading.text);
    let mut rows: Vec<[String; 3]> = Vec::new();
    for citation in &*reading.citations {
        let place = |span: Span| {
            if let Some(place) = place_of(made, span.start) {
                return in_words(place, say);
            }
            let position = buffer.position(span.start, PositionEncoding::Utf32);
            format!("{}:{}", position.line + 1, position.column + 1)
        };
        let words = in_one_line(citation.span.of(&reading.text));
        if citation.targets.is_empty() {
            rows.push([place(citation.span), "-".to_owned(), words.clone()]);
        }
        for target in &citation.targets {
            rows.push([place(target.span), target.id.to_string(), words.clone()]);
        }
        if let Some(style) = style {
            let none = || say.text(&Message::new("cite-no-words-in-style"));
            let words = in_style(citation, style).unwrap_or_else(none);
            rows.push([String::new(), String::new(), format!("= {words}")]);
        }
        for problem in &citation.problems {
            let message = say.text(&problem.message(&reading.text));
            rows.push([String::new(), String::new(), format!("^ {message} [{}]", problem.kind.code())]);
        }
    }
    let width = |column: usize| rows.iter().map(|row| row[column].chars().count()).max().unwrap_or(0);
    let (places, ids) = (width(0), width(1));
    let mut table = String::new();
    for [place, id, words] in &rows {
        // Writing to a string cannot fail.
        let _ = writeln!(table, "{place:>places$}  {id:ids$}  {words}");
    }
    table
}
