//! What the structured forms have in common: one line of JSON, and a schema.

use schemars::generate::SchemaSettings;
use schemars::{JsonSchema, Schema};
use serde::Serialize;

/// The report on one line, so that a program can read it as it comes.
pub(super) fn to_json(report: &impl Serialize) -> String {
    serde_json::to_string(report).expect("a report holds strings and numbers only")
}

/// The schema of a report, as it is printed.
pub(super) fn schema<T: JsonSchema>() -> Schema {
    SchemaSettings::draft2020_12().for_serialize().into_generator().into_root_schema_for::<T>()
}
