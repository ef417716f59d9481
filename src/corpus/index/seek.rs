//! Letters by the words in them: the full-text table gives those that may fit, and whoever asked judges how well each does.
//!
//! The words that somebody typed are looked up in the lexicon first, so that parts of words and slips cost no more than whole words.
//! What fits best is looked for first, and nothing more once there is enough of it.

use std::collections::BTreeSet;
use std::sync::Arc;

use crate::corpus::LetterRecord;
use crate::corpus::wanted::{Closeness, Search};
use crate::identifier::Dossier;

use super::rows;
use super::snapshot::Snapshot;
use super::trouble::Trouble;

/// What may fit, in no order.
#[derive(Debug, Default)]
pub(in crate::corpus) struct Sought {
    pub(in crate::corpus) letters: Vec<Arc<LetterRecord>>,
    /// Titles of dossiers, with how many letters print them.
    pub(in crate::corpus) titles: Vec<(Dossier, String, usize)>,
}

impl Snapshot<'_> {
    /// What may fit a search; where very much does, about `enough` of each.
    pub(in crate::corpus) fn seek(&self, search: &Search, enough: usize) -> Result<Sought, Trouble> {
        let lexicon = self.lexicon()?;
        let mut sought = Sought::default();
        let mut numbers = BTreeSet::new();
        // Of each word that is looked for those that it may mean, as far as has been looked.
        let mut meant: Vec<Vec<&str>> = vec![Vec::new(); search.wanted.len()];
        // Any title that fits has the longest word.
        let longest = search.wanted.first().map(|wanted| &*wanted.word).into_iter().collect::<Vec<_>>();
        let mut titles = lexicon.titles_with(&longest);
        for closeness in Closeness::ALL {
            if numbers.len() >= enough {
                break;
            }
            for (wanted, meant) in search.wanted.iter().zip(&mut meant) {
                meant.extend(lexicon.meant(wanted, closeness));
            }
            if closeness == Closeness::Slip && titles.len() < enough {
                titles.extend(lexicon.titles_with(meant.first().map_or(&[], |words| words)));
            }
            for column in ["{name} : ", ""] {
                if numbers.len() < enough && meant.iter().all(|words| !words.is_empty()) {
                    let any = |words: &Vec<&str>| format!("{column}(\"{}\")", words.join("\" OR \""));
                    let all: Vec<String> = meant.iter().map(any).collect();
                    numbers.extend(rows::letters_with(self.connection(), &all.join(" AND "), enough)?);
                }
            }
        }
        sought.letters = self.records(&numbers.into_iter().collect::<Vec<_>>())?;
        let mut seen = BTreeSet::new();
        titles.retain(|(dossier, title, _)| seen.insert((*dossier, *title)));
        sought.titles =
            titles.into_iter().map(|(dossier, title, times)| (dossier, title.to_owned(), times)).collect();
        Ok(sought)
    }
}
