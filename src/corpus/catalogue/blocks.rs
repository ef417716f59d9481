//! What a list says of its papers, in blocks on disk: too much to keep in memory, so that a block is read when somebody asks, and checked then.
//!
//! A block is some sixteen kilobytes of whole items, with a checksum of its own that the checked tables of the list hold.
//! A block that is not what was written says nothing.

use std::fs::{self, File};
use std::io::{self, BufWriter, Read as _, Seek as _, SeekFrom, Write as _};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

use tracing::warn;
use xxhash_rust::xxh3::xxh3_64;

/// A block is closed when it has so many bytes.
const FULL: usize = 16 << 10;

/// So many blocks are kept in memory; the papers of a dossier lie in few.
const KEPT: usize = 64;

/// Where a block ends, in bytes from the first, and its checksum.
pub(super) type Mark = (u32, u64);

/// Writes blocks to a file, or where there is none into memory.
#[derive(Debug)]
pub(super) struct BlockWriter {
    sink: Sink,
    block: Vec<u8>,
    marks: Vec<Mark>,
    written: u32,
}

/// Where bytes go.
#[derive(Debug)]
pub(super) enum Sink {
    /// A file, at its end.
    File(BufWriter<File>),
    /// Memory.
    Memory(Vec<u8>),
}

impl Sink {
    pub(super) fn put(&mut self, bytes: &[u8]) -> io::Result<()> {
        match self {
            Self::File(file) => file.write_all(bytes),
            Self::Memory(all) => {
                all.extend_from_slice(bytes);
                Ok(())
            }
        }
    }
}

impl Sink {
    /// Hands everything over.
    pub(super) fn flush(self) -> io::Result<()> {
        match self {
            Self::File(mut file) => file.flush(),
            Self::Memory(_) => Ok(()),
        }
    }
}

impl BlockWriter {
    pub(super) const fn new(sink: Sink) -> Self {
        Self { sink, block: Vec::new(), marks: Vec::new(), written: 0 }
    }

    /// Puts down an item, which lies within one block, and gives its place; `None` where no place is left.
    pub(super) fn put(&mut self, item: &[u8]) -> io::Result<Option<u32>> {
        let place = usize::try_from(self.written).unwrap_or(usize::MAX).saturating_add(self.block.len());
        if u32::try_from(place.saturating_add(item.len())).is_err() {
            return Ok(None);
        }
        self.block.extend_from_slice(item);
        if self.block.len() >= FULL {
            self.close()?;
        }
        Ok(u32::try_from(place).ok())
    }

    fn close(&mut self) -> io::Result<()> {
        if !self.block.is_empty() {
            self.written +=
                u32::try_from(self.block.len()).expect("every place is checked before it is given");
            self.marks.push((self.written, xxh3_64(&self.block)));
            self.sink.put(&self.block)?;
            self.block.clear();
        }
        Ok(())
    }

    /// Closes the last block; what comes behind the blocks goes to the sink.
    pub(super) fn finish(mut self) -> io::Result<(Sink, Vec<Mark>)> {
        self.close()?;
        Ok((self.sink, self.marks))
    }
}

/// Where the bytes of the blocks are.
#[derive(Debug)]
pub(super) enum Source {
    /// A file that begins with them, and its path.
    File(File, PathBuf),
    /// Memory.
    Memory(Box<[u8]>),
}

/// Reads blocks.
#[derive(Debug)]
pub(super) struct Blocks {
    source: Mutex<Reader>,
    marks: Box<[Mark]>,
    /// Whether a damaged block has been met.
    damaged: AtomicBool,
}

#[derive(Debug)]
struct Reader {
    source: Source,
    /// The blocks that were read last, the newest last.
    kept: Vec<(usize, Arc<[u8]>)>,
}

impl Blocks {
    pub(super) fn new(source: Source, marks: Box<[Mark]>) -> Self {
        let source = Mutex::new(Reader { source, kept: Vec::new() });
        Self { source, marks, damaged: AtomicBool::new(false) }
    }

    /// The block that holds the byte at `place`, and where in it; `None` where there is none, or it is damaged.
    pub(super) fn at(&self, place: u32) -> Option<(Arc<[u8]>, usize)> {
        let number = self.marks.partition_point(|(end, _)| *end <= place);
        let start = number.checked_sub(1).map_or(0, |before| self.marks[before].0);
        let within = usize::try_from(place.checked_sub(start)?).ok()?;
        Some((self.block(number)?, within))
    }

    fn block(&self, number: usize) -> Option<Arc<[u8]>> {
        let (end, checksum) = *self.marks.get(number)?;
        let start = number.checked_sub(1).map_or(0, |before| self.marks[before].0);
        let mut reader = self.source.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(at) = reader.kept.iter().rposition(|(kept, _)| *kept == number) {
            let found = reader.kept.remove(at);
            let block = Arc::clone(&found.1);
            reader.kept.push(found);
            return Some(block);
        }
        let read = reader.source.read(start, end).ok().filter(|bytes| xxh3_64(bytes) == checksum);
        let Some(bytes) = read else {
            if let Source::File(_, path) = &reader.source
                && !self.damaged.swap(true, Ordering::Relaxed)
            {
                warn!(path = %path.display(), "a compiled list is damaged and will be made anew");
                set_aside(path);
            }
            return None;
        };
        let block: Arc<[u8]> = bytes.into();
        if reader.kept.len() == KEPT {
            reader.kept.remove(0);
        }
        reader.kept.push((number, Arc::clone(&block)));
        Some(block)
    }

    /// Reads every block; whether all are what was written.
    pub(super) fn are_sound(&self) -> bool {
        (0..self.marks.len()).all(|number| self.block(number).is_some())
    }
}

/// What is damaged is kept beside the fresh one, for whoever wants to know why; the next use makes that.
pub(super) fn set_aside(file: &Path) {
    let _ = fs::rename(file, file.with_extension("damaged"));
}

impl Source {
    fn read(&mut self, start: u32, end: u32) -> io::Result<Vec<u8>> {
        let place = |at: u32| usize::try_from(at).map_err(|_| io::Error::from(io::ErrorKind::InvalidData));
        let (from, to) = (place(start)?, place(end)?);
        match self {
            Self::Memory(all) => {
                all.get(from..to).map(<[u8]>::to_vec).ok_or(io::ErrorKind::UnexpectedEof.into())
            }
            Self::File(file, _) => {
                let len = to.checked_sub(from).ok_or(io::ErrorKind::InvalidData)?;
                let mut bytes = vec![0; len];
                file.seek(SeekFrom::Start(u64::from(start)))?;
                file.read_exact(&mut bytes)?;
                Ok(bytes)
            }
        }
    }
}
