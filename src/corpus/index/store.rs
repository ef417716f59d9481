//! The index as those who ask see it: each question reads one state of it, however many processes write meanwhile.
//!
//! It is shared by all threads; each question borrows a connection. Nothing here writes.
//! Whoever asks is also who notices that another process has changed the index: that is looked at with every question, and nothing is looked at while nobody asks.

use std::fmt;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

use rusqlite::Connection;
use tracing::{error, warn};

use super::files;
use super::schema;
use super::snapshot::{Kept, Snapshot};
use super::trouble::Trouble;

/// What was noticed of the index while it was asked.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Notice {
    /// Its answers may be others than before.
    Changed,
    /// It is damaged and answers nothing any more.
    Damaged,
}

/// Who hears of it, once for each. It is called on the thread of whoever asked, and must not take long.
pub type Hear = Arc<dyn Fn(Notice) + Send + Sync>;

/// An opened index.
pub struct Store {
    root: PathBuf,
    file: PathBuf,
    hear: Hear,
    pool: Mutex<Pool>,
    /// The generation of which the hearer knows.
    told: AtomicU64,
    damaged: AtomicBool,
    lexicon: Kept,
}

/// Connections that nobody uses at the moment, all to the same file.
#[derive(Default)]
struct Pool {
    identity: Option<(u64, u64)>,
    idle: Vec<Connection>,
}

impl fmt::Debug for Store {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Store").field("file", &self.file).finish_non_exhaustive()
    }
}

impl Store {
    /// Opens the index in `file`; `None` where there is none yet.
    pub(super) fn open(file: &Path, root: &Path, hear: Hear) -> Result<Option<Self>, Trouble> {
        let identity = files::identity(file);
        let Some(connection) = schema::open(file, false)? else { return Ok(None) };
        let now = schema::read_head(&connection)?;
        Ok(Some(Self {
            root: root.to_owned(),
            file: file.to_owned(),
            hear,
            pool: Mutex::new(Pool { identity, idle: vec![connection] }),
            told: AtomicU64::new(now.generation),
            damaged: AtomicBool::new(false),
            lexicon: Kept::default(),
        }))
    }

    /// Whether it answers no more.
    #[must_use]
    pub fn is_damaged(&self) -> bool {
        self.damaged.load(Ordering::Relaxed)
    }

    /// Whether its answers may be others than its hearer knows, who knows it herewith.
    #[must_use]
    pub fn has_changed(&self) -> bool {
        let before = self.told.load(Ordering::Relaxed);
        let Some(now) = self.peek() else { return false };
        self.told.store(now, Ordering::Relaxed);
        now != before
    }

    /// The generation as it is now.
    fn peek(&self) -> Option<u64> {
        let (connection, identity) = self.borrow().ok()?;
        let head = schema::read_head(&connection).ok()?;
        self.give_back(connection, identity);
        Some(head.generation)
    }

    /// What sets the file that it reads apart from another of the same name.
    #[must_use]
    pub fn identity(&self) -> Option<(u64, u64)> {
        self.pool.lock().unwrap_or_else(PoisonError::into_inner).identity
    }

    /// Asks one state of the index; `None` where it cannot answer, since it is damaged or cannot be read.
    pub(in crate::corpus) fn read<T>(
        &self,
        ask: impl FnOnce(&Snapshot<'_>) -> Result<T, Trouble>,
    ) -> Option<T> {
        if self.is_damaged() {
            return None;
        }
        match self.try_read(ask) {
            Ok(answer) => Some(answer),
            Err(Trouble::Damaged(place)) => {
                warn!(file = ?self.file, place, "the index is damaged");
                if !self.damaged.swap(true, Ordering::Relaxed) {
                    (self.hear)(Notice::Damaged);
                }
                None
            }
            Err(trouble) => {
                error!(file = ?self.file, %trouble, "the index cannot be read");
                None
            }
        }
    }

    fn try_read<T>(&self, ask: impl FnOnce(&Snapshot<'_>) -> Result<T, Trouble>) -> Result<T, Trouble> {
        let (connection, identity) = self.borrow()?;
        connection.execute_batch("BEGIN")?;
        let answer = schema::read_head(&connection).and_then(|head| {
            if self.told.swap(head.generation, Ordering::Relaxed) != head.generation {
                (self.hear)(Notice::Changed);
            }
            ask(&Snapshot::new(&connection, head, &self.root, &self.lexicon))
        });
        // A connection that cannot end its question is not used again.
        if connection.execute_batch("COMMIT").is_ok() {
            self.give_back(connection, identity);
        }
        answer
    }

    fn give_back(&self, connection: Connection, identity: Option<(u64, u64)>) {
        let mut pool = self.pool.lock().unwrap_or_else(PoisonError::into_inner);
        if pool.identity == identity {
            pool.idle.push(connection);
        }
    }

    /// A connection to the file that bears the name now: another process may have put a new one there.
    fn borrow(&self) -> Result<(Connection, Option<(u64, u64)>), Trouble> {
        let now = files::identity(&self.file);
        let mut pool = self.pool.lock().unwrap_or_else(PoisonError::into_inner);
        // Where the file has gone, what was in it still counts until there is another.
        if now.is_some() && now != pool.identity {
            *pool = Pool { identity: now, idle: Vec::new() };
        }
        let identity = pool.identity;
        if let Some(connection) = pool.idle.pop() {
            return Ok((connection, identity));
        }
        drop(pool);
        let connection = schema::open(&self.file, false)?;
        Ok((connection.ok_or(std::io::Error::from(std::io::ErrorKind::NotFound))?, identity))
    }
}
