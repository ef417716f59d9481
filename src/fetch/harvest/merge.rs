//! From the list that was there and the pieces that came to the list that will be there.
//!
//! Of several lines about one paper the last counts. Only a mark of each identifier is kept in memory, and every file is read twice, so that memory does not grow with titles.

use std::collections::HashMap;
use std::io;
use std::path::{Path, PathBuf};

use xxhash_rust::xxh3::xxh3_64;

use super::super::Trouble;
use super::segment::{Lines, identifier, mark, read};

/// What changed.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub(super) struct Merged {
    /// So many papers and dossiers are there that were not.
    pub(super) new: usize,
    /// So many are otherwise than they were.
    pub(super) changed: usize,
    /// So many there are.
    pub(super) all: usize,
}

/// The last line about an identifier.
struct Last {
    /// In which file it stands.
    file: u32,
    hash: u64,
    /// That of the line in the list as it was; none where it is new.
    was: Option<u64>,
}

/// Writes the list `to`, unless nothing in it would change. The first of `files` may be the list as it was (`has_list`).
pub(super) fn merge(files: &[PathBuf], has_list: bool, to: &Path) -> Result<Merged, Trouble> {
    let mut last: HashMap<u128, Last> = HashMap::new();
    for (index, path) in files.iter().enumerate() {
        let file = u32::try_from(index).unwrap_or(u32::MAX);
        let of_list = has_list && index == 0;
        let each = |line: &str| {
            if let Some(identifier) = identifier(line) {
                let hash = xxh3_64(line.as_bytes());
                let was = of_list.then_some(hash);
                last.entry(mark(identifier))
                    .and_modify(|last| (last.file, last.hash) = (file, hash))
                    .or_insert(Last { file, hash, was });
            }
            Ok(())
        };
        read(path, each).map_err(|error| unreadable(path, &error))?;
    }
    let mut merged = Merged { all: last.len(), ..Merged::default() };
    #[expect(clippy::iter_over_hash_type, reason = "sums are the same in any order")]
    for last in last.values() {
        match last.was {
            None => merged.new += 1,
            Some(was) if was != last.hash => merged.changed += 1,
            Some(_) => {}
        }
    }
    if merged.new + merged.changed == 0 && has_list {
        return Ok(merged);
    }
    let folder = to.parent().unwrap_or(Path::new("."));
    let failed = |error: &io::Error| Trouble::disk(to, error);
    let mut lines = Lines::create(folder).map_err(|error| failed(&error))?;
    for (index, path) in files.iter().enumerate() {
        let each = |line: &str| {
            let is_last = identifier(line).is_some_and(|identifier| {
                last.get_mut(&mark(identifier)).is_some_and(|last| {
                    let here = last.file as usize == index;
                    // It is written once, whatever comes behind it.
                    if here {
                        last.file = u32::MAX;
                    }
                    here
                })
            });
            if is_last { lines.put(line) } else { Ok(()) }
        };
        read(path, each).map_err(|error| unreadable(path, &error))?;
    }
    lines.finish(to).map_err(|error| failed(&error))?;
    Ok(merged)
}

/// Why a file that we wrote cannot be read.
fn unreadable(path: &Path, error: &io::Error) -> Trouble {
    match error.kind() {
        io::ErrorKind::InvalidData | io::ErrorKind::InvalidInput | io::ErrorKind::UnexpectedEof => {
            Trouble::Damaged(path.to_owned())
        }
        _ => Trouble::disk(path, error),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line(number: u32, title: &str) -> String {
        format!("{{\"identifier\":\"kst-29521-{number}\",\"title\":\"{title}\"}}")
    }

    #[test]
    fn the_last_line_about_a_paper_counts_and_each_stands_once() {
        let folder = tempfile::tempdir().unwrap();
        let at = |name: &str| folder.path().join(name);
        let write = |name: &str, of: &[(u32, &str)]| {
            let mut lines = Lines::create(folder.path()).unwrap();
            for (number, title) in of {
                lines.put(&line(*number, title)).unwrap();
            }
            lines.finish(&at(name)).unwrap();
        };
        let texts = || {
            let mut lines = Vec::new();
            read(&at("list"), |line| {
                lines.push(line.to_owned());
                Ok(())
            })
            .unwrap();
            lines
        };
        write("a", &[(1, "een"), (2, "twee")]);
        write("b", &[(2, "toch twee"), (3, "drie")]);
        let merged = merge(&[at("a"), at("b")], false, &at("list")).unwrap();
        assert_eq!(merged, Merged { new: 3, changed: 0, all: 3 });
        assert_eq!(texts(), [line(1, "een"), line(2, "toch twee"), line(3, "drie")]);
        write("c", &[(1, "een"), (2, "twee"), (4, "vier")]);
        let merged = merge(&[at("list"), at("c")], true, &at("list")).unwrap();
        assert_eq!(merged, Merged { new: 1, changed: 1, all: 4 });
        assert_eq!(texts().len(), 4);
        let before = texts();
        let merged = merge(&[at("list"), at("c")], true, &at("list")).unwrap();
        assert_eq!(merged, Merged { new: 0, changed: 0, all: 4 });
        assert_eq!(texts(), before);
    }
}
