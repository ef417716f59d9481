//! The tags of notes as they are shown: with the label and the description of the reader's language.

use crate::config::{Tag, TagSet};
use crate::messages::{Language, Translator};

/// A tag, as it is shown.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ShownTag {
    /// What notes say.
    pub name: String,
    /// What it is called.
    pub label: String,
    /// What it is for.
    pub description: Option<String>,
    /// Its colour, `#1b7837`.
    pub color: Option<String>,
}

/// The tags of a set, in its order.
#[must_use]
pub fn shown_tags(set: &TagSet, say: Translator) -> Vec<ShownTag> {
    set.tags().into_iter().map(|tag| shown(tag, say)).collect()
}

/// What a tag is called; one that is in no set is called by its name.
#[must_use]
pub fn tag_label(name: &str, set: &TagSet, say: Translator) -> String {
    let tag = set.tags().into_iter().find(|tag| tag.name == name);
    tag.map_or_else(|| name.to_owned(), |tag| shown(tag, say).label)
}

fn shown(tag: Tag, say: Translator) -> ShownTag {
    let came = |part: &str| tag.code.and_then(|code| say.text_of_code(&format!("tag-{code}{part}")));
    let own = match say.language() {
        Language::Dutch => tag.nl.as_ref(),
        Language::English => tag.en.as_ref(),
    };
    let label = own.cloned().or_else(|| came("")).unwrap_or_else(|| tag.name.clone());
    let description = tag.description.clone().or_else(|| came("-about"));
    ShownTag { label, description, color: tag.color, name: tag.name }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_usual_tag_is_called_something_in_both_languages() {
        for language in Language::ALL {
            for tag in shown_tags(&TagSet::default(), Translator::new(language)) {
                assert!(!tag.label.is_empty() && tag.description.is_some(), "{language:?}: {tag:?}");
            }
        }
        let english = shown_tags(&TagSet::default(), Translator::new(Language::English));
        assert_eq!((&*english[0].name, &*english[0].label), ("toezegging", "undertaking"));
    }

    #[test]
    fn the_label_of_the_language_goes_before_the_name() {
        let tag = Tag { name: "toez".to_owned(), nl: Some("Toezegging".to_owned()), ..Tag::default() };
        let set = TagSet { own: vec![tag], closed: true };
        assert_eq!(tag_label("toez", &set, Translator::new(Language::Dutch)), "Toezegging");
        assert_eq!(tag_label("toez", &set, Translator::new(Language::English)), "toez");
        assert_eq!(tag_label("anders", &set, Translator::default()), "anders");
    }
}
