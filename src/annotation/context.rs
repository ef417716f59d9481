//! The JSON-LD terms of a page of notes: those of the W3C, and the few that it lacks.
//!
//! Our own terms stand in the page's `@context` behind the W3C's, so that every JSON-LD processor expands them; a program that does not know them keeps them as they are.
//! `dcterms` and `xsd` are prefixes of the W3C context.

use serde_json::{Value, json};

/// The context of the W3C Web Annotation vocabulary.
pub(super) const W3C: &str = "http://www.w3.org/ns/anno.jsonld";

/// Whether what a note is about has been dealt with. Absent means open.
pub(super) const RESOLVED: &str = "resolved";
/// The official identifier of the paper that a body links to.
pub(super) const IDENTIFIER: &str = "identifier";
/// The digest of the text in which the passage was last selected.
pub(super) const SEEN_ON: &str = "seenOn";
/// What told the passage apart from all others in that text.
pub(super) const DISTINCT_BY: &str = "distinctBy";
/// Of a note that was changed by two sides at once: the note that has the other side.
pub(super) const CONFLICT_OF: &str = "conflictOf";

/// The terms that the W3C lacks.
pub(super) fn own_terms() -> Value {
    json!({
        "griffier": "urn:griffier:note#",
        RESOLVED: { "@id": "griffier:resolved", "@type": "xsd:boolean" },
        IDENTIFIER: "dcterms:identifier",
        SEEN_ON: "griffier:seenOn",
        DISTINCT_BY: "griffier:distinctBy",
        CONFLICT_OF: { "@id": "griffier:conflictOf", "@type": "@id" },
    })
}

/// A page's context with the W3C's and our own terms in it, and whatever others put there.
pub(super) fn completed(context: Option<&Value>) -> Value {
    let mut parts = match context {
        None | Some(Value::Null) => Vec::new(),
        Some(Value::Array(parts)) => parts.clone(),
        Some(one) => vec![one.clone()],
    };
    if !parts.iter().any(|part| part == W3C) {
        parts.insert(0, W3C.into());
    }
    let own = own_terms();
    let known = |part: &Value| part.as_object().is_some_and(|part| part.contains_key("griffier"));
    match parts.iter_mut().find(|part| known(part)) {
        Some(part) => {
            // A newer Griffier may know more terms; what it wrote stays.
            let part = part.as_object_mut().expect("only objects were looked for");
            for (term, meaning) in own.as_object().expect("the terms are an object") {
                part.entry(term).or_insert_with(|| meaning.clone());
            }
        }
        None => parts.push(own),
    }
    Value::Array(parts)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_others_put_into_the_context_stays() {
        let fresh = completed(None);
        assert_eq!(fresh, json!([W3C, own_terms()]));
        assert_eq!(completed(Some(&fresh)), fresh);
        assert_eq!(completed(Some(&json!(W3C))), fresh);
        let other = json!([W3C, { "ex": "http://example.org/" }]);
        assert_eq!(completed(Some(&other)), json!([W3C, { "ex": "http://example.org/" }, own_terms()]));
    }
}
