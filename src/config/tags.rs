//! The tags that notes bear: those of the settings, or a set that serves most who work with parliamentary papers.

/// A tag.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Tag {
    /// What notes say, and what never changes.
    pub name: String,
    /// What it is called in Dutch, where that is not its name.
    pub nl: Option<String>,
    /// What it is called in English, where that is not its name.
    pub en: Option<String>,
    /// What it is for.
    pub description: Option<String>,
    /// Its colour, `#1b7837`.
    pub color: Option<String>,
    /// Of a tag that came with Griffier: the code of the messages that say what it is called and what it is for.
    pub code: Option<&'static str>,
}

/// The tags that notes may bear, in the order in which they are offered.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct TagSet {
    /// Those of the settings; where there is none, those that came with Griffier count.
    pub own: Vec<Tag>,
    /// Whether a note may bear these alone.
    pub closed: bool,
}

/// The tags that come with Griffier: name, code of the messages, colour. The colours can be told apart in print and by most eyes.
const USUAL: [(&str, &str, &str); 10] = [
    ("toezegging", "toezegging", "#1b7837"),
    ("motie", "motie", "#2166ac"),
    ("besluit", "besluit", "#762a83"),
    ("vraag", "vraag", "#b35806"),
    ("antwoord", "antwoord", "#01665e"),
    ("standpunt", "standpunt", "#8c510a"),
    ("feit te controleren", "feit", "#b2182b"),
    ("citaat", "citaat", "#525252"),
    ("definitie", "definitie", "#3f51b5"),
    ("termijn", "termijn", "#c51b7d"),
];

impl TagSet {
    /// The tags, in order.
    #[must_use]
    pub fn tags(&self) -> Vec<Tag> {
        if !self.own.is_empty() {
            return self.own.clone();
        }
        let usual = |(name, code, color): (&str, &'static str, &str)| Tag {
            name: name.to_owned(),
            color: Some(color.to_owned()),
            code: Some(code),
            ..Tag::default()
        };
        USUAL.map(usual).into()
    }

    /// The name that was meant by one that somebody wrote: case, blanks, hyphens and underscores make no difference, and a label will do as well. `None` where it is in no tag of the set.
    #[must_use]
    pub fn spelled(&self, written: &str) -> Option<String> {
        let wanted = folded(written);
        let meant = |tag: &Tag| {
            let labels = tag.nl.iter().chain(&tag.en);
            folded(&tag.name) == wanted || labels.into_iter().any(|label| folded(label) == wanted)
        };
        let tags = self.tags();
        let exact = tags.iter().find(|tag| tag.name == written);
        exact.or_else(|| tags.iter().find(|tag| meant(tag))).map(|tag| tag.name.clone())
    }

    /// Adds a tag, in the place of one of the same name.
    pub(super) fn put(&mut self, new: Tag) {
        match self.own.iter_mut().find(|tag| tag.name == new.name) {
            Some(tag) => *tag = new,
            None => self.own.push(new),
        }
    }
}

/// What of a name counts when it is compared.
pub(super) fn folded(name: &str) -> String {
    name.chars().filter(|sign| !matches!(sign, ' ' | '-' | '_' | '#')).flat_map(char::to_lowercase).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tag_is_known_in_any_case_and_by_its_labels() {
        let mut set = TagSet::default();
        assert_eq!(set.spelled("Feit-te-controleren").as_deref(), Some("feit te controleren"));
        assert_eq!(set.spelled("toezegginkje"), None);
        let own = Tag { name: "toez".to_owned(), en: Some("Undertaking".to_owned()), ..Tag::default() };
        set.put(own.clone());
        assert_eq!(set.spelled("undertaking").as_deref(), Some("toez"));
        assert_eq!(set.spelled("motie"), None, "the settings take the place of what came with Griffier");
        set.put(Tag { color: Some("#000000".to_owned()), ..own });
        assert_eq!(set.own.len(), 1);
    }
}
