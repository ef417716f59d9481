//! The titles that lists have of dossiers, for who looks for one by its words.
//!
//! They lie in blocks on disk; the first search reads them all, since there are only some thousands, and they are kept as long as the lists are.

use std::sync::OnceLock;

use crate::corpus::wanted::{Search, words};
use crate::identifier::Dossier;

use super::Catalogue;

/// All titles, once somebody has looked for one.
#[derive(Debug, Default)]
pub(super) struct Titles {
    all: OnceLock<Vec<Title>>,
}

#[derive(Debug)]
struct Title {
    dossier: Dossier,
    /// The words that it is found by, with a blank between them.
    words: String,
    text: String,
}

impl Titles {
    /// The titles that may fit: in each stands the longest of the words that are looked for.
    pub(super) fn that_may_fit<'a>(
        &'a self,
        lists: &[Catalogue],
        search: &'a Search,
    ) -> impl Iterator<Item = (Dossier, &'a str)> {
        let title = |(dossier, title): (Dossier, String)| Title {
            dossier,
            words: [words(&dossier.to_string()), words(&title)].concat().join(" "),
            text: title,
        };
        let read = || lists.iter().flat_map(|list| list.compiled.titles().map(title)).collect();
        let all: &'a Vec<Title> = self.all.get_or_init(read);
        let may_fit = |title: &&Title| {
            let longest = search.wanted.first();
            longest.is_some_and(|it| title.words.split(' ').any(|word| it.closeness(word).is_some()))
        };
        all.iter().filter(may_fit).map(|title| (title.dossier, &*title.text))
    }
}
