//! The list of all that exists, fetched piece by piece and kept up to date.
//!
//! In the folder lie the list, the journal of what was fetched, the pieces of runs that are not at their end, and a file of settings that names the list.
//! Each is written under another name and then renamed, in such an order that one who is killed at any moment leaves the list as it was, and all that was fetched.

mod claim;
mod journal;
mod merge;
mod plan;
mod segment;
mod walk;

use std::collections::BTreeMap;
use std::fs::{self, File, TryLockError};
use std::path::{Path, PathBuf};

use xxhash_rust::xxh3::xxh3_64;

use crate::config::{Coverage, FetchConfig, data_folder};

use super::query::{Family, Order, Query};
use super::{Client, Trouble};

use journal::{Held, Journal};
use segment::{Lines, Segment, UNFINISHED};
use walk::{WalkError, Walker};

pub use plan::{Asked, Plan, Scope};

/// The list, in the folder.
pub const LIST_FILE: &str = "official.jsonl.gz";

/// The folder of pieces.
const PIECES: &str = "pieces";

/// So many of a hundred records that the service speaks of must have come, for absence to mean something; the number is an estimate.
const ENOUGH: usize = 99;

/// The folder of the list, of this user; `None` where the system knows no such place.
#[must_use]
pub fn catalogue_folder() -> Option<PathBuf> {
    Some(data_folder()?.join("catalogue"))
}

/// How far a run is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Stage {
    /// Records that came, of all that there are.
    Records {
        /// So many came.
        done: usize,
        /// So many there are.
        of: usize,
    },
    /// The list is put together.
    Merging,
}

/// How a run went.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Outcome {
    /// The list.
    pub list: PathBuf,
    /// So many papers and dossiers are in it that were not.
    pub new: usize,
    /// So many are otherwise than they were.
    pub changed: usize,
    /// Of so many the identifier is of no form that is known; they were left out.
    pub not_understood: usize,
    /// What the list is complete in.
    pub coverage: Vec<Coverage>,
    /// Families of which fewer came than there are: how many did, of how many.
    pub short: Vec<(Family, usize, usize)>,
}

/// The list with all that belongs to it, for one process at a time.
pub struct Harvest {
    folder: PathBuf,
    journal: Journal,
    _lock: File,
}

impl Harvest {
    /// Opens the folder, which is made where it is not there.
    ///
    /// # Errors
    /// [`Trouble::Busy`] where another process is at it, and whatever the disk says.
    pub fn open(folder: &Path, client: &Client) -> Result<Self, Trouble> {
        let failed = |error: &std::io::Error| Trouble::disk(folder, error);
        fs::create_dir_all(folder.join(PIECES)).map_err(|error| failed(&error))?;
        let path = folder.join("lock");
        let lock = File::options().create(true).truncate(false).write(true).open(&path);
        let lock = lock.map_err(|error| failed(&error))?;
        match lock.try_lock() {
            Ok(()) => {}
            Err(TryLockError::WouldBlock) => return Err(Trouble::Busy),
            Err(TryLockError::Error(error)) => return Err(failed(&error)),
        }
        let mut journal = Journal::read(folder, client.clock().today())?;
        // Whoever takes the list away wants all of it anew.
        if !folder.join(LIST_FILE).is_file() {
            journal.forget();
        }
        let harvest = Self { folder: folder.to_owned(), journal, _lock: lock };
        harvest.tidy();
        Ok(harvest)
    }

    /// What is to be done for what is asked.
    #[must_use]
    pub fn plan(&self, asked: &Asked, client: &Client) -> Plan {
        plan::plan(asked, &self.journal, client.clock().today())
    }

    /// Whether the list is there already, so that only what is new is asked for.
    #[must_use]
    pub fn has_list(&self) -> bool {
        self.list().is_file()
    }

    /// How many pieces of a plan are done, of how many.
    #[must_use]
    pub fn progress(&self, plan: &Plan) -> (usize, usize) {
        let done = self.journal.run(&plan.key).map(|run| &run.done);
        let is_done = |piece: &&Query| done.is_some_and(|done| done.contains_key(&name(**piece)));
        (plan.pieces.iter().filter(is_done).count(), plan.pieces.len())
    }

    /// Asks the services how many records there are of each family: one request for each.
    ///
    /// # Errors
    /// What is wrong with the service.
    pub fn count(
        &self,
        plan: &Plan,
        client: &mut Client,
        services: &FetchConfig,
    ) -> Result<Vec<usize>, Trouble> {
        let mut walker = self.walker(client, services);
        plan.wholes.iter().map(|query| walker.count(*query)).collect()
    }

    /// Fetches what is missing, and puts the list together.
    ///
    /// # Errors
    /// What is wrong with the service or the disk. What was fetched is kept, and the same plan goes on there.
    pub fn run(
        &mut self,
        plan: &Plan,
        client: &mut Client,
        services: &FetchConfig,
        watch: &dyn Fn(Stage),
    ) -> Result<Outcome, Trouble> {
        let counts = self.count(plan, client, services)?;
        let of: usize = counts.iter().sum();
        let pieces_folder = self.folder.join(PIECES);
        // A piece that is not as it was written is fetched again.
        self.journal.begin(&plan.key, plan.started).done.retain(|_, piece| piece.is_sound(&pieces_folder));
        let mut pages = BTreeMap::new();
        for piece in &plan.pieces {
            let run = self.journal.begin(&plan.key, plan.started);
            let before: usize = run.done.values().map(|piece| piece.records).sum();
            let came = |records: usize| watch(Stage::Records { done: (before + records).min(of), of });
            came(0);
            let name = name(*piece);
            if run.done.contains_key(&name) {
                continue;
            }
            let mut walker = self.walker(client, services);
            let failed = |error: &std::io::Error| Trouble::disk(&pieces_folder, error);
            let mut lines = Lines::create(&pieces_folder).map_err(|error| failed(&error))?;
            let read =
                walker.walk(*piece, &mut |line| lines.put(line), &came).map_err(|error| match error {
                    WalkError::Trouble(trouble) => trouble,
                    WalkError::Disk(error) => failed(&error),
                })?;
            pages.append(&mut walker.pages);
            let mut done = match read.records {
                0 => Segment::default(),
                _ => lines
                    .finish_segment(&pieces_folder, file_name(&plan.key, &name))
                    .map_err(|error| failed(&error))?,
            };
            (done.records, done.not_understood) = (read.records, read.not_understood);
            self.journal.begin(&plan.key, plan.started).done.insert(name, done);
            self.journal.write(&self.folder)?;
        }
        watch(Stage::Merging);
        self.finish(plan, &counts, pages)
    }

    /// Puts the list together, then says so in the journal, then claims what it is complete in, and only then lets the pieces go.
    fn finish(
        &mut self,
        plan: &Plan,
        counts: &[usize],
        pages: BTreeMap<String, journal::Known>,
    ) -> Result<Outcome, Trouble> {
        let run = self.journal.begin(&plan.key, plan.started).clone();
        let list = self.list();
        let keeps_list = !plan.asked.anew && list.is_file();
        let pieces = run.done.values().filter(|piece| !piece.file.is_empty());
        let pieces = pieces.map(|piece| self.folder.join(PIECES).join(&piece.file));
        let files: Vec<PathBuf> = keeps_list.then(|| list.clone()).into_iter().chain(pieces).collect();
        let merged = merge::merge(&files, keeps_list, &list)?;

        if plan.asked.anew {
            self.journal.forget();
        }
        let mut short = Vec::new();
        for (whole, count) in plan.wholes.iter().zip(counts) {
            let of_family = |piece: &&Query| piece.family == whole.family;
            let records =
                plan.pieces.iter().filter(of_family).filter_map(|piece| run.done.get(&name(*piece)));
            let records: usize = records.map(|piece| piece.records).sum();
            let is_whole = records * 100 >= count * ENOUGH;
            if !is_whole {
                short.push((whole.family, records, *count));
            }
            let since = match plan.asked.scope {
                Scope::Dossier(_) => continue,
                Scope::All => None,
                Scope::Since(day) => Some(day),
            };
            let held = match self.journal.held(whole.family).filter(|held| held.reaches(since)) {
                Some(held) => Held::new(held.since(), plan.started, held.is_whole && is_whole),
                None => Held::new(since, plan.started, is_whole),
            };
            self.journal.hold(whole.family, held);
        }
        self.journal.pages = pages;
        self.journal.end(&plan.key);
        self.journal.write(&self.folder)?;
        let coverage = claim::write(&self.folder, &self.journal)?;
        self.tidy();
        let not_understood = run.done.values().map(|piece| piece.not_understood).sum();
        Ok(Outcome { list, new: merged.new, changed: merged.changed, not_understood, coverage, short })
    }

    fn list(&self) -> PathBuf {
        self.folder.join(LIST_FILE)
    }

    fn walker<'a>(&'a self, client: &'a mut Client, services: &'a FetchConfig) -> Walker<'a> {
        let order = Order::default();
        Walker { client, services, order, known: &self.journal.pages, pages: BTreeMap::new() }
    }

    /// Takes away what a run that was killed left half written, and pieces that no run needs. It is no matter where that fails.
    fn tidy(&self) {
        let needed: Vec<&str> = self.journal.segments().map(|piece| piece.file.as_str()).collect();
        let half = |name: &str| name.starts_with(UNFINISHED);
        remove_from(&self.folder, half);
        remove_from(&self.folder.join(PIECES), |name| half(name) || !needed.contains(&name));
    }
}

fn remove_from(folder: &Path, unneeded: impl Fn(&str) -> bool) {
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        if entry.file_name().to_str().is_some_and(&unneeded) && entry.path().is_file() {
            let _ = fs::remove_file(entry.path());
        }
    }
}

/// What a piece is called in the journal.
fn name(piece: Query) -> String {
    format!("{} {}", piece.family.code(), piece.window)
}

/// The file of a piece of a run.
fn file_name(key: &str, name: &str) -> String {
    let plain: String =
        name.chars().map(|sign| if sign.is_ascii_alphanumeric() { sign } else { '-' }).collect();
    format!("{:08x}-{plain}.jsonl.gz", xxh3_64(key.as_bytes()) >> 32)
}
