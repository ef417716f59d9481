//! A corpus from texts at hand, without a disk: for tests, and for letters that come from elsewhere.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::citation::Recognised;
use crate::config::Coverage;
use crate::corpus::{Catalogue, Catalogues};
use crate::identifier::DocumentId;
use crate::letter::Format;

use super::{MemoryCorpus, Moment, ReadLetter};

/// Gathers letters and lists.
///
/// ```
/// use griffier::config::Coverage;
/// use griffier::corpus::{Corpus, CorpusBuilder, Existence};
/// use griffier::identifier::DocumentId;
///
/// let until = jiff::civil::date(2025, 2, 15);
/// let corpus = CorpusBuilder::new()
///     .letter("letters/kst-29521-385.txt", "Nr. 385 BRIEF VAN DE MINISTER VAN DEFENSIE\n")
///     .list("kst.txt", [Coverage::papers(29_000, until)], ["kst-29521-385", "kst-29521-403"])
///     .build();
/// let gap: DocumentId = "kst-29521-400".parse().unwrap();
/// assert!(matches!(corpus.existence_of_many(&[gap])[..], [Existence::Gap { .. }]));
/// ```
#[derive(Debug, Default)]
pub struct CorpusBuilder {
    root: Option<PathBuf>,
    letters: Vec<ReadLetter>,
    texts: Vec<(PathBuf, Arc<str>)>,
    lists: Vec<Catalogue>,
    incomplete: bool,
}

impl CorpusBuilder {
    /// Nothing yet.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// The folder that a reader sees paths relative to.
    #[must_use]
    pub fn root(mut self, root: impl Into<PathBuf>) -> Self {
        self.root = Some(root.into());
        self
    }

    /// A letter, which is read as its file name says: `.md` is Markdown.
    #[must_use]
    pub fn letter(mut self, path: impl AsRef<Path>, text: &str) -> Self {
        let path = path.as_ref();
        let recognised = Recognised::new(Arc::from(text), Format::of_path(path), Some(path));
        self.letters.push(ReadLetter::new(path, Moment::now(), Some(&recognised)));
        self.texts.push((path.to_owned(), recognised.text));
        self
    }

    /// A list of what exists, with what it claims to be complete in.
    ///
    /// # Panics
    /// Where one of `ids` is no identifier.
    #[must_use]
    pub fn list<'a>(
        mut self,
        name: &str,
        coverage: impl IntoIterator<Item = Coverage>,
        ids: impl IntoIterator<Item = &'a str>,
    ) -> Self {
        let parse = |id: &str| DocumentId::parse(id).unwrap_or_else(|error| panic!("{error}"));
        let ids: Vec<_> = ids.into_iter().map(parse).collect();
        let coverage: Vec<_> = coverage.into_iter().collect();
        self.lists.push(Catalogue::from_ids(name, &coverage, &ids));
        self
    }

    /// A list of what exists by its text, an identifier or a record a line.
    #[must_use]
    pub fn list_of(mut self, name: &str, coverage: impl IntoIterator<Item = Coverage>, text: &str) -> Self {
        let coverage: Vec<_> = coverage.into_iter().collect();
        self.lists.push(Catalogue::from_text(name, &coverage, text));
        self
    }

    /// As if folders were still being read.
    #[must_use]
    pub const fn incomplete(mut self) -> Self {
        self.incomplete = true;
        self
    }

    /// The corpus.
    #[must_use]
    pub fn build(self) -> MemoryCorpus {
        let mut corpus = MemoryCorpus::new(self.root.as_deref());
        corpus.set_lists(Catalogues::new(self.lists));
        corpus.put(self.letters);
        for (path, text) in self.texts {
            corpus.keep_text(&path, text);
        }
        corpus.set_complete(!self.incomplete);
        corpus
    }
}
