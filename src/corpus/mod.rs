//! What exists: the letters in the folders of a workspace, and the lists of everything that was published.
//!
//! Layer 4. [`Corpus`] is a trait in plain types with calls for many identifiers at once, so that a shared store behind a network can stand behind it without a round trip per citation.
//! Nothing here judges: absence is told apart by what the lists cover, and the rules decide what is worth saying.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::identifier::{Date, DocumentId, Dossier, Kamer, Ondernummer, PageRange, SessionYear};
use crate::letter::{DossierLine, Page};
use crate::messages::{Argument, Message};
use crate::text::Span;

mod catalogue;
mod cited;
mod contribution;
mod index;
mod known;
mod memory;
mod on_disk;
mod scan;
mod walk;
mod wanted;

pub use catalogue::{
    BadLine, Cache, Catalogue, CatalogueRecord, Catalogues, CompiledFile, Fault, ListReport, RecordDossier,
    inspect, verify,
};
pub use cited::{Cited, CitingPlace, Place};
pub use index::{Flaw, Hear, How, Index, Notice, Stats, Store, Synced, Unusable, Updated, Verified, Watch};
pub use memory::{CorpusBuilder, MemoryCorpus, Moment, ReadLetter};
pub use scan::{LARGEST_LETTER, Scan, gather, read_text, scan};
pub use walk::{Found, LetterFolders, is_idle, is_letter_name, letters_in};

/// What is known of papers. All answers come at once; none reads a letter but [`Corpus::texts_at`].
pub trait Corpus: Send + Sync {
    /// What can be said of the existence of each, in the order of `ids`. Suffixes (`-h1`) are of no account.
    fn existence_of_many(&self, ids: &[DocumentId]) -> Vec<Existence>;

    /// Under which identifier each paper is known, in the order of `ids`; `None` where it is not known. Suffixes (`-h1`) are kept and are of no account.
    ///
    /// That is nearly always the one that was asked for. Papers of the Eerste Kamer of 1994/95 to 2009/10 have the session in their identifiers or not, as the publisher pleased: where the one that was asked for is not known and exactly one other is, it is that one.
    fn known_as_many(&self, ids: &[DocumentId]) -> Vec<Option<DocumentId>>;

    /// Which publications of the record of debates hold these pages, in the order of `ranges`.
    fn publications_of_many(&self, ranges: &[PageRange]) -> Vec<Vec<DocumentId>>;

    /// The letters that are these papers, in the order of `ids`; `None` where the corpus has no text of it.
    fn letters_of_many(&self, ids: &[DocumentId]) -> Vec<Option<Arc<LetterRecord>>>;

    /// What the lists say of each, in the order of `ids`; `None` where no list has it.
    fn listings_of_many(&self, ids: &[DocumentId]) -> Vec<Option<Listing>>;

    /// Where that in which the number of a debate or an answer counts ends, in the order of `ids`; `None` where it does not lie beyond that, or no list can tell.
    fn ends_before_many(&self, ids: &[DocumentId]) -> Vec<Option<End>> {
        vec![None; ids.len()]
    }

    /// The letters whose own number counts in each dossier, in the order of `dossiers`, each ordered by identifier.
    fn letters_in_dossiers(&self, dossiers: &[Dossier]) -> Vec<Vec<Arc<LetterRecord>>>;

    /// Every paper that is known of each dossier, by letters and by lists, in the order of `dossiers`, each ascending.
    fn papers_in_dossiers(&self, dossiers: &[Dossier]) -> Vec<Vec<DocumentId>>;

    /// How often each is cited by letters of the corpus, in the order of `ids`.
    fn citations_of_many(&self, ids: &[DocumentId]) -> Vec<usize>;

    /// Where letters cite these papers, in the order of `ids`, each by path and then by place; a letter that cites itself is not among them.
    /// A citation without keyword is, where the paper is known.
    fn citing_places(&self, ids: &[DocumentId]) -> Vec<Vec<CitingPlace>>;

    /// Where letters cite a paper of the dossier, or the dossier itself, by path and then by place.
    fn citing_dossier(&self, dossier: Dossier) -> Vec<CitingPlace>;

    /// The letters and the dossiers that fit what somebody looks for, the best first, no more than `limit`: every word of `typed` stands in the number, the title, the titles of the dossiers, the kind, the senders or the date, whole, as a beginning, as a part, or with a slip of the keyboard.
    /// Dossiers are found by the titles that letters print and that lists have; papers that only lists know are not among what is found.
    /// What fits as well is in the order of dossiers before letters and of dates, the newest first. Where very many fit, not all are looked at.
    fn search(&self, typed: &str, limit: usize) -> Vec<Hit>;

    /// The dossiers whose number begins with `digits` and that letters cite or belong to, with how often they do, most often first; behind them, where three digits or more are given, those that lists alone have.
    fn dossiers_beginning(&self, digits: &str) -> Vec<(Dossier, usize)>;

    /// The dossiers of the letters that lie in the same folder as the file at `path`, as far as the first few hundred tell.
    fn dossiers_beside(&self, path: &Path) -> Vec<Dossier>;

    /// The title of each dossier, as letters of the corpus print it, else as a list has it.
    fn dossier_titles(&self, dossiers: &[Dossier]) -> Vec<Option<String>>;

    /// Whether there is a file or folder at each of these places within the root, in the order of `paths`; `None` where that is not to be looked at, as outside the root, also by way of a link.
    /// The disk is looked at, and what was seen is remembered for as long as its folder stays as it is.
    fn files_at(&self, paths: &[PathBuf]) -> Vec<Option<bool>> {
        vec![None; paths.len()]
    }

    /// The texts of letters of the corpus by their files, in the order of `paths`: as an editor shows them, else as they lie on disk; `None` where one cannot be read.
    /// The only answer that reads files, and each of them once for as long as it stays as it is.
    fn texts_at(&self, paths: &[PathBuf]) -> Vec<Option<Arc<str>>> {
        vec![None; paths.len()]
    }

    /// The folder that a reader sees paths relative to, where there is one.
    fn root(&self) -> Option<&Path>;

    /// How much of it there is.
    fn state(&self) -> CorpusState;
}

/// What can be said of the existence of a paper, and nothing stronger (design, section 4).
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Existence {
    /// A letter of the corpus is it, or a list has it.
    Known,
    /// The dossier is covered, has higher numbers, and lacks this one.
    Gap {
        /// The list that lacks it.
        list: Arc<ListInfo>,
        /// The highest number of the dossier in it; of a lettered paper the highest letter.
        highest: Ondernummer,
    },
    /// Dossiers of this height are covered, and this one is not listed.
    NoSuchDossier {
        /// The list that lacks it.
        list: Arc<ListInfo>,
    },
    /// The number is above the highest that is listed of its dossier, or the list has none of its kind (number or letter) to compare it with.
    AboveHighestNumber {
        /// The list.
        list: Arc<ListInfo>,
        /// The highest number of the dossier in it; of a lettered paper the highest letter. None where the list has no such paper of the dossier.
        highest: Option<Ondernummer>,
    },
    /// The dossier is above the highest that is listed.
    AboveHighestDossier {
        /// The list.
        list: Arc<ListInfo>,
        /// The highest dossier in it.
        highest: u32,
    },
    /// No list covers it, so nothing can be said.
    Outside,
}

/// Where that in which a number of a debate or an answer counts ends, by a list.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct End {
    /// The last one.
    pub last: Last,
    /// Whether the list claims to be complete in it.
    pub claimed: bool,
}

/// The last of those that are numbered through.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Last {
    /// The last meeting of its session.
    Meeting {
        /// Its number.
        highest: u32,
    },
    /// The last item of a meeting.
    Item {
        /// The number of the meeting.
        meeting: u32,
        /// That of the item.
        highest: u32,
    },
    /// The last answer of its session.
    Answer {
        /// Its number.
        highest: u32,
    },
}

/// A list of what exists, as far as a message names it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ListInfo {
    /// Its file name.
    pub name: String,
    /// The last day of which it is complete.
    pub until: Date,
}

/// What a list says of a paper; a list of bare identifiers says no more than that it exists.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Listing {
    /// The list, which need not be complete in anything.
    pub list: Arc<ListState>,
    /// Its title; of a dossier the dossier's.
    pub title: Option<String>,
    /// `Brief`, `Motie`, …, in the publisher's words.
    pub kind: Option<String>,
    /// When it was written.
    pub date: Option<Date>,
    /// Who signed it.
    pub senders: Vec<String>,
    /// Its dossiers with their titles, the owner of its number first; none where the list names none.
    pub dossiers: Vec<(Dossier, Option<String>)>,
    /// Whose paper it is.
    pub kamer: Option<Kamer>,
    /// In which session it appeared.
    pub session: Option<SessionYear>,
    /// How many pages it has in print.
    pub pages: Option<u32>,
    /// What has taken its place: a reprint, a new version, another paper.
    pub replaced_by: Vec<DocumentId>,
}

/// A letter of the corpus, as far as others want to know of it.
#[derive(Clone, PartialEq, Debug)]
pub struct LetterRecord {
    /// Which paper it is.
    pub id: DocumentId,
    /// Its file.
    pub path: PathBuf,
    /// Its title, else nothing.
    pub title: Option<String>,
    /// Its dossiers with their titles, the owner of its number first.
    pub dossiers: Vec<DossierLine>,
    /// `brief`, `motie`, …
    pub kind: Option<String>,
    /// Whose paper it is.
    pub kamer: Option<Kamer>,
    /// In which session it appeared.
    pub session: Option<SessionYear>,
    /// When it was written.
    pub date: Option<Date>,
    /// Who signed it.
    pub senders: Vec<String>,
    /// Its first lines, in one paragraph of at most some three hundred characters.
    pub lead: String,
    /// Its head, in bytes of its text.
    pub header: Span,
    /// Where its pages begin, in bytes of its text.
    pub pages: Vec<Page>,
}

/// Something that fits what somebody looks for.
#[derive(Clone, PartialEq, Debug)]
pub struct Hit {
    /// The paper, or the dossier.
    pub id: DocumentId,
    /// The letter that is the paper; a dossier has none.
    pub letter: Option<Arc<LetterRecord>>,
    /// The title: of a dossier that of those which letters print and lists have that fits best.
    pub title: Option<String>,
}

/// How much of a corpus there is.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct CorpusState {
    /// Changes with every change of what can be asked here, and never returns to an earlier value.
    /// Only the lead of an open letter and the places within it (header, pages) move along with typing without a change of this number: nothing follows from them for other letters.
    pub generation: u64,
    /// Whether all folders have been read.
    pub complete: bool,
    /// How many letters there are.
    pub letters: usize,
    /// The lists behind it.
    pub lists: Vec<ListState>,
}

/// A list behind a corpus, whether it claims to be complete or not.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct ListState {
    /// Its file name.
    pub name: String,
    /// The last day of which it is complete in anything; none where it claims no completeness, so that absence from it means nothing.
    pub until: Option<Date>,
    /// How many papers it holds, reprints and attachments not counted apart.
    pub papers: usize,
}

/// So many messages of one kind are worth reading; whoever has more has the same trouble with all of them.
const SHOWN: usize = 5;

/// Messages with those of which there are many cut short: the first few, and how many more there are.
fn condensed(messages: Vec<Message>) -> Vec<Message> {
    let mut counts: BTreeMap<&'static str, usize> = BTreeMap::new();
    let mut kept = Vec::new();
    for message in messages {
        let count = counts.entry(message.code()).or_default();
        *count += 1;
        if *count <= SHOWN {
            kept.push(message);
        }
    }
    let more = |(code, count): (&&'static str, &usize)| {
        let last = kept.iter().rposition(|message| message.code() == *code)?;
        let more = count.checked_sub(SHOWN).filter(|&more| more > 0)?;
        Some((last, Message::new("corpus-more").with("count", Argument::number(more))))
    };
    let mut summaries: Vec<_> = counts.iter().filter_map(more).collect();
    // From the back, so that the places of the others stay what they are.
    summaries.sort_by_key(|(last, _)| std::cmp::Reverse(*last));
    for (last, summary) in summaries {
        let example = Argument::message(kept[last].clone());
        kept.insert(last + 1, summary.with("example", example));
    }
    kept
}

/// A path as a reader of messages sees it: relative to the root where it lies in it, with `/`. The root itself has its whole path.
pub(crate) fn shown(path: &Path, root: Option<&Path>) -> String {
    let within =
        root.and_then(|root| path.strip_prefix(root).ok()).filter(|path| !path.as_os_str().is_empty());
    let relative = within.unwrap_or(path);
    relative.display().to_string().replace('\\', "/")
}

/// Whether a path that lies in a folder by its letters leads out of it by way of a link.
fn leads_outside(path: &Path, folder: &Path) -> bool {
    let real = |path: &Path| path.canonicalize().ok();
    path.starts_with(folder)
        && matches!((real(path), real(folder)), (Some(path), Some(folder)) if !path.starts_with(&folder))
}
