//! Edges on their way into a new index: more than memory holds, and yet written in their order.
//!
//! So many at a time are sorted and laid into a file without a name; at the end all of these are read side by side. So memory has the same size for any number of letters.

use std::cmp::Reverse;
use std::collections::BinaryHeap;
use std::fs::File;
use std::io::{self, BufReader, BufWriter, Read, Seek as _, Write as _};
use std::path::{Path, PathBuf};

use super::prepared::Edge;

/// So many edges are held in memory; about thirty megabytes.
const HELD: usize = 100_000;

/// An edge with the path of its letter. The order is that of the table: what is cited, path, place.
#[derive(PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(super) struct Row {
    pub(super) cited: Box<str>,
    pub(super) path: Box<[u8]>,
    pub(super) start: i64,
    pub(super) place: Box<[u8]>,
    pub(super) digest: i64,
}

/// Edges in any order.
#[derive(Debug)]
pub(super) struct Runs {
    folder: PathBuf,
    held: Vec<Row>,
    files: Vec<File>,
}

impl Runs {
    /// None yet; files are made in this folder.
    pub(super) fn new(folder: &Path) -> Self {
        Self { folder: folder.to_owned(), held: Vec::new(), files: Vec::new() }
    }

    pub(super) fn push(&mut self, path: &[u8], edges: Vec<Edge>) {
        self.held.extend(edges.into_iter().map(|edge| Row {
            cited: edge.cited,
            path: path.into(),
            start: edge.start,
            place: edge.place,
            digest: edge.digest,
        }));
    }

    /// Whether memory holds as much as it should.
    pub(super) const fn is_full(&self) -> bool {
        self.held.len() >= HELD
    }

    /// What memory holds, in its order.
    pub(super) fn take(&mut self) -> Vec<Row> {
        self.held.sort_unstable();
        std::mem::take(&mut self.held)
    }

    /// Lays what memory holds into a file.
    pub(super) fn lay_down(&mut self) -> io::Result<()> {
        self.held.sort_unstable();
        let mut out = BufWriter::with_capacity(1 << 18, tempfile::tempfile_in(&self.folder)?);
        for row in self.held.drain(..) {
            for part in [row.cited.as_bytes(), &row.path, &row.place] {
                let length = u32::try_from(part.len()).map_err(io::Error::other)?;
                out.write_all(&length.to_le_bytes())?;
                out.write_all(part)?;
            }
            out.write_all(&row.start.to_le_bytes())?;
            out.write_all(&row.digest.to_le_bytes())?;
        }
        let mut file = out.into_inner()?;
        file.rewind()?;
        self.files.push(file);
        Ok(())
    }

    /// Hands over all edges in their order.
    pub(super) fn each<E: From<io::Error>>(
        mut self,
        mut each: impl FnMut(&Row) -> Result<(), E>,
    ) -> Result<(), E> {
        self.held.sort_unstable();
        let mut held = self.held.into_iter();
        let mut files: Vec<_> =
            self.files.into_iter().map(|file| BufReader::with_capacity(1 << 16, file)).collect();
        // The first of each, and behind them all what was never laid down.
        let mut first = BinaryHeap::new();
        for (index, file) in files.iter_mut().enumerate() {
            first.extend(read(file)?.map(|row| Reverse((row, index))));
        }
        first.extend(held.next().map(|row| Reverse((row, usize::MAX))));
        while let Some(Reverse((row, index))) = first.pop() {
            each(&row)?;
            let next = match files.get_mut(index) {
                Some(file) => read(file)?,
                None => held.next(),
            };
            first.extend(next.map(|row| Reverse((row, index))));
        }
        Ok(())
    }
}

/// The next edge of a file; `None` at its end.
fn read(file: &mut BufReader<File>) -> io::Result<Option<Row>> {
    use std::io::BufRead as _;
    if file.fill_buf()?.is_empty() {
        return Ok(None);
    }
    let cited = String::from_utf8(part(file)?.into()).map_err(io::Error::other)?.into();
    let (path, place) = (part(file)?, part(file)?);
    let mut number = || {
        let mut bytes = [0; 8];
        file.read_exact(&mut bytes).map(|()| i64::from_le_bytes(bytes))
    };
    Ok(Some(Row { cited, path, start: number()?, place, digest: number()? }))
}

fn part(file: &mut impl Read) -> io::Result<Box<[u8]>> {
    let mut length = [0; 4];
    file.read_exact(&mut length)?;
    let length = usize::try_from(u32::from_le_bytes(length)).map_err(io::Error::other)?;
    let mut bytes = vec![0; length];
    file.read_exact(&mut bytes)?;
    Ok(bytes.into())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn edges_come_back_in_their_order_however_many() {
        let folder = tempfile::tempdir().unwrap();
        let mut runs = Runs::new(folder.path());
        let mut expected = Vec::new();
        for letter in 0..7_u8 {
            let edge = |number: i64| Edge {
                cited: format!("29521 kst-29521-{}", number * 37 % 100).into(),
                start: number,
                place: vec![letter; 3].into(),
                digest: -number,
                unconfirmed: false,
            };
            let edges: Vec<_> = (0..50).map(edge).collect();
            expected.extend(edges.iter().map(|edge| (edge.cited.clone(), letter, edge.start, edge.digest)));
            runs.push(&[letter], edges);
            // As if there were far more; the last ones stay in memory.
            if letter % 3 == 1 {
                runs.lay_down().unwrap();
            }
        }
        expected.sort_unstable();
        assert_eq!((runs.files.len(), runs.held.len()), (2, 100));
        let mut found = Vec::new();
        runs.each(|row| -> io::Result<()> {
            found.push((row.cited.clone(), row.path[0], row.start, row.digest));
            Ok(())
        })
        .unwrap();
        assert_eq!(found, expected);
    }
}
