//! `griffier schema`: the JSON Schemas of what Griffier reads and writes.

use std::io::Write as _;

use crate::annotation;
use crate::config;
use crate::corpus::CatalogueRecord;
use crate::messages::Message;
use crate::report::{CheckReport, CiteReport, ImportReport, IndexReport, NotesReport, RefsReport};

use super::args::Schema;
use super::failure::{Failure, Outcome, Verdict};
use super::terminal;

/// The forms that have a schema; each stands in `schemas/` too.
const NAMES: [&str; 9] =
    ["annotations", "catalogue-record", "check", "cite", "griffier.toml", "import", "index", "notes", "refs"];

pub(super) fn run(args: &Schema) -> Outcome {
    let mut out = terminal::results();
    let Some(name) = &args.name else {
        for name in NAMES {
            writeln!(out, "{name}")?;
        }
        out.flush()?;
        return Ok(Verdict::Good);
    };
    let schema = match name.as_str() {
        "annotations" => annotation::schema(),
        "catalogue-record" => CatalogueRecord::schema().to_value(),
        "check" => CheckReport::schema().to_value(),
        "cite" => CiteReport::schema().to_value(),
        "griffier.toml" => config::schema(),
        "notes" => NotesReport::schema().to_value(),
        "refs" => RefsReport::schema().to_value(),
        "import" => ImportReport::schema().to_value(),
        "index" => IndexReport::schema().to_value(),
        _ => {
            return Err(Failure::new(Message::new("schema-unknown").with("name", name))
                .advise(Message::new("usage-possible").with("text", NAMES.join(", "))));
        }
    };
    let text = serde_json::to_string_pretty(&schema).expect("a schema is a JSON value");
    writeln!(out, "{text}")?;
    out.flush()?;
    Ok(Verdict::Good)
}
