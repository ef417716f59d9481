//! The front matter of a letter: what the document says of itself, in the keys that `letter` reads, and what it was made from.

use std::fmt::Write as _;

use crate::import::digest::SOURCE_DIGEST;
use crate::import::{Head, Source};

/// Front matter without its last line.
pub(super) fn matter(head: &Head, source: &Source) -> String {
    let mut out = "---\n".to_owned();
    let mut line = |key: &str, value: Option<String>| {
        if let Some(value) = value {
            // A `String` can always be written to.
            let _ = writeln!(out, "{key}: {value}");
        }
    };
    let list = |values: Vec<String>| (!values.is_empty()).then(|| format!("[{}]", values.join(", ")));
    line("identifier", head.identifier.as_ref().map(|id| quoted(&id.to_string())));
    line("dossiers", list(head.dossiers.iter().map(|dossier| quoted(&dossier.to_string())).collect()));
    line("number", head.number.map(|number| quoted(&number.to_string())));
    line("title", head.title.as_deref().map(quoted));
    line("kind", head.kind.as_deref().map(quoted));
    line("chamber", head.kamer.map(|kamer| quoted(&kamer.to_string())));
    line("session", head.session.map(|session| format!("\"{}-{}\"", session.first(), session.second())));
    line("date", head.date.map(|date| date.to_string()));
    line("senders", list(head.senders.iter().map(|sender| quoted(sender)).collect()));
    line("source", Some(quoted(&source.name)));
    line(SOURCE_DIGEST, Some(quoted(&source.digest)));
    out
}

/// A string as YAML and JSON both write it.
fn quoted(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 2);
    out.push('"');
    for sign in text.chars() {
        match sign {
            '"' | '\\' => out.extend(['\\', sign]),
            // What YAML does not take as it is, or takes as the end of a line.
            '\0'..'\u{20}'
            | '\u{7F}'..='\u{9F}'
            | '\u{2028}'
            | '\u{2029}'
            | '\u{FEFF}'
            | '\u{FFFE}'
            | '\u{FFFF}' => {
                let _ = write!(out, "\\u{:04X}", u32::from(sign));
            }
            _ => out.push(sign),
        }
    }
    out.push('"');
    out
}
