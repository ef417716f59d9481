//! The findings of a check as SARIF 2.1.0, the form in which code hosts and dashboards take findings of any tool.
//!
//! Types of our own for the small part that is used.
//! [The standard](https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html) counts lines and columns from one, and columns here in code points.

use std::collections::{BTreeMap, HashMap};
use std::fmt::Write as _;
use std::path::Path;

use serde::Serialize;

use crate::analysis::rules::{self, Rule};
use crate::analysis::{Finding, Fix, Passage, Severity};
use crate::import::{Letter, Place};
use crate::messages::Translator;
use crate::text::{Buffer, PositionEncoding, Span};

use super::place::{place, with_place};
use super::{Checked, json};

/// The address of the page about a rule, by its code.
pub type RuleAddress<'a> = dyn Fn(&str) -> String + 'a;

/// A log with one run.
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Sarif {
    #[serde(rename = "$schema")]
    schema: &'static str,
    version: &'static str,
    runs: [Run; 1],
}

#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
struct Run {
    tool: Tool,
    column_kind: &'static str,
    artifacts: Vec<Artifact>,
    results: Vec<Outcome>,
}

#[derive(Debug, Serialize)]
struct Tool {
    driver: Driver,
}

#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
struct Driver {
    name: &'static str,
    semantic_version: &'static str,
    rules: Vec<Descriptor>,
}

#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
struct Descriptor {
    id: &'static str,
    short_description: Text,
    full_description: Text,
    help_uri: String,
    default_configuration: Configuration,
    properties: Properties,
}

#[derive(Debug, Serialize)]
struct Configuration {
    enabled: bool,
    level: &'static str,
}

#[derive(Debug, Serialize)]
struct Properties {
    tags: [&'static str; 1],
}

#[derive(Debug, Serialize)]
struct Text {
    text: String,
}

#[derive(Debug, Serialize)]
struct Artifact {
    location: ArtifactLocation,
}

#[derive(Clone, Debug, Serialize)]
struct ArtifactLocation {
    uri: String,
}

/// A result; the name is that of the standard library elsewhere.
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
struct Outcome {
    rule_id: &'static str,
    rule_index: usize,
    level: &'static str,
    message: Text,
    locations: [Location; 1],
    #[serde(skip_serializing_if = "Vec::is_empty")]
    related_locations: Vec<Location>,
    partial_fingerprints: BTreeMap<&'static str, String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    fixes: Vec<Mending>,
}

#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
#[expect(clippy::struct_field_names, reason = "the standard names them so")]
struct Location {
    physical_location: PhysicalLocation,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    logical_locations: Vec<LogicalLocation>,
    #[serde(skip_serializing_if = "Option::is_none")]
    message: Option<Text>,
}

/// A paragraph or a note of a Word file, which has no lines.
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
struct LogicalLocation {
    name: String,
}

#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
struct PhysicalLocation {
    artifact_location: ArtifactLocation,
    #[serde(skip_serializing_if = "Option::is_none")]
    region: Option<Region>,
}

#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
struct Region {
    start_line: u32,
    start_column: u32,
    end_line: u32,
    end_column: u32,
}

#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
struct Mending {
    description: Text,
    artifact_changes: [Change; 1],
}

#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
struct Change {
    artifact_location: ArtifactLocation,
    replacements: Vec<Replacement>,
}

#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
struct Replacement {
    deleted_region: Region,
    inserted_content: Text,
}

impl Sarif {
    /// A log without results yet, with every rule there is.
    #[must_use]
    pub fn new(address: &RuleAddress<'_>, say: Translator) -> Self {
        let driver = Driver {
            name: "Griffier",
            semantic_version: env!("CARGO_PKG_VERSION"),
            rules: rules::all().map(|rule| descriptor(rule, address, say)).collect(),
        };
        let run = Run {
            tool: Tool { driver },
            column_kind: "unicodeCodePoints",
            artifacts: Vec::new(),
            results: Vec::new(),
        };
        Self { schema: "https://json.schemastore.org/sarif-2.1.0.json", version: "2.1.0", runs: [run] }
    }

    /// Adds a letter. `shown` makes of another file's path what the reader is to see.
    pub fn add(&mut self, letter: Checked<'_>, shown: &dyn Fn(&Path) -> String, say: Translator) {
        let file = ArtifactLocation { uri: reference(letter.path) };
        let own = Own { file, buffer: Buffer::new(letter.text), made: letter.made };
        let index: HashMap<&str, usize> =
            rules::all().enumerate().map(|(index, rule)| (rule.code, index)).collect();
        let mut met: HashMap<u64, usize> = HashMap::new();
        let [run] = &mut self.runs;
        run.artifacts.push(Artifact { location: own.file.clone() });
        for finding in letter.findings {
            let fingerprint = Passage::of(letter.text, finding.span).fingerprint(finding.code);
            // The same words in the same surroundings may stand in a letter more than once.
            let nth = met.entry(fingerprint).and_modify(|count| *count += 1).or_insert(0);
            run.results.push(Outcome {
                rule_id: finding.code,
                rule_index: index.get(finding.code).copied().unwrap_or_default(),
                level: level(finding.severity),
                message: Text { text: with_place(&finding.message, own.place(finding.span), say) },
                locations: [own.location(finding.span, None)],
                related_locations: related(finding, &own, shown, say),
                partial_fingerprints: BTreeMap::from([("griffier/v1", format!("{fingerprint:016x}:{nth}"))]),
                fixes: own.fixes(finding, say),
            });
        }
    }

    /// The log as JSON, on one line.
    #[must_use]
    pub fn to_json(&self) -> String {
        json::to_json(self)
    }
}

fn descriptor(rule: &Rule, address: &RuleAddress<'_>, say: Translator) -> Descriptor {
    let words = |part: &str| Text {
        text: say.text_of_code(&format!("rule-{}-{part}", rule.code)).unwrap_or_default(),
    };
    Descriptor {
        id: rule.code,
        short_description: words("what"),
        full_description: words("why"),
        help_uri: address(rule.code),
        default_configuration: Configuration { enabled: rule.on, level: level(rule.severity) },
        properties: Properties { tags: [rule.group.name()] },
    }
}

const fn level(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Info | Severity::Hint => "note",
    }
}

fn related(
    finding: &Finding,
    own: &Own<'_>,
    shown: &dyn Fn(&Path) -> String,
    say: Translator,
) -> Vec<Location> {
    let location = |related: &crate::analysis::Related| {
        let message = Some(Text { text: say.text(&related.message) });
        match &related.path {
            None => own.location(related.span, message),
            // The lines of another file would need its text; the file itself says which paper it is.
            Some(path) => Location {
                physical_location: PhysicalLocation {
                    artifact_location: ArtifactLocation { uri: reference(&shown(path)) },
                    region: None,
                },
                logical_locations: Vec::new(),
                message,
            },
        }
    };
    finding.related.iter().map(location).collect()
}

/// The file that findings are about.
struct Own<'a> {
    file: ArtifactLocation,
    buffer: Buffer,
    /// What was made of it, where it is a Word file. Its lines are none, and what would mend it no program could apply.
    made: Option<&'a Letter>,
}

impl Own<'_> {
    fn place(&self, span: Span) -> Option<&Place> {
        place(self.made, span.start)
    }

    fn location(&self, span: Span, message: Option<Text>) -> Location {
        let region = self.made.is_none().then(|| region(&self.buffer, span));
        let logical = self.place(span).map(|place| LogicalLocation { name: place.to_string() });
        Location {
            physical_location: PhysicalLocation { artifact_location: self.file.clone(), region },
            logical_locations: logical.into_iter().collect(),
            message,
        }
    }

    fn fixes(&self, finding: &Finding, say: Translator) -> Vec<Mending> {
        let fixes = finding.fixes.iter().filter(|_| self.made.is_none());
        fixes.map(|fix| mending(fix, &self.file, &self.buffer, say)).collect()
    }
}

fn region(buffer: &Buffer, span: Span) -> Region {
    let range = buffer.range(span, PositionEncoding::Utf32);
    Region {
        start_line: range.start.line + 1,
        start_column: range.start.column + 1,
        end_line: range.end.line + 1,
        end_column: range.end.column + 1,
    }
}

fn mending(fix: &Fix, place: &ArtifactLocation, buffer: &Buffer, say: Translator) -> Mending {
    let replacements = fix.edits.iter().map(|edit| Replacement {
        deleted_region: region(buffer, edit.span),
        inserted_content: Text { text: edit.text.clone() },
    });
    Mending {
        description: Text { text: say.text(&fix.title) },
        artifact_changes: [Change { artifact_location: place.clone(), replacements: replacements.collect() }],
    }
}

/// A path as a reference relative to the root, or one of a file where it lies outside.
fn reference(path: &str) -> String {
    let mut uri = String::with_capacity(path.len());
    let whole = path.starts_with('/') || path.as_bytes().get(1) == Some(&b':');
    if whole {
        uri.push_str(if path.starts_with('/') { "file://" } else { "file:///" });
    }
    for byte in path.bytes() {
        let plain = byte.is_ascii_alphanumeric() || b"-._~/".contains(&byte) || (whole && byte == b':');
        if plain {
            uri.push(char::from(byte));
        } else {
            // Writing to a string cannot fail.
            let _ = write!(uri, "%{byte:02X}");
        }
    }
    uri
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_are_references() {
        assert_eq!(reference("brieven/één brief: a.txt"), "brieven/%C3%A9%C3%A9n%20brief%3A%20a.txt");
        assert_eq!(reference("/elders/a b.txt"), "file:///elders/a%20b.txt");
        assert_eq!(reference("C:/elders/a.txt"), "file:///C:/elders/a.txt");
    }
}
