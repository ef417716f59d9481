//! The zip file that a Word file is: its parts, how one part names another, and limits.
//!
//! Parts are read into memory one by one, and nothing is ever written to a disk, so that names that climb out of a folder are names like any other.
//! What a part says of its own size is not believed: reading ends at the limit.

use std::collections::HashMap;
use std::io::{Cursor, Read as _};

use memchr::memmem;
use zip::ZipArchive;
use zip::result::ZipError;

use super::trouble::WordTrouble;
use super::xml;

/// So many parts has a file at most; a report with a thousand pictures has three thousand.
const MOST_PARTS: usize = 20_000;

/// So large is a part of text at most, unpacked.
const LARGEST_PART: u64 = 64 << 20;

/// So large are all parts of text together at most, unpacked.
const LARGEST_SUM: u64 = 160 << 20;

/// A Word file, open.
pub(super) struct Package<'a> {
    zip: ZipArchive<Cursor<&'a [u8]>>,
    /// How much may still be unpacked.
    left: u64,
}

/// What a part names outside itself.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub(super) struct Relations {
    by_id: HashMap<String, Relation>,
}

#[derive(Clone, PartialEq, Eq, Debug)]
struct Relation {
    /// The last word of its kind: `footnotes`, `hyperlink`.
    kind: String,
    target: Target,
}

#[derive(Clone, PartialEq, Eq, Debug)]
enum Target {
    /// The name of another part.
    Part(String),
    /// An address elsewhere, which is printed and never read.
    Elsewhere(String),
}

impl Relations {
    /// The part that `id` names.
    pub(super) fn part(&self, id: &str) -> Option<&str> {
        match &self.by_id.get(id)?.target {
            Target::Part(name) => Some(name),
            Target::Elsewhere(_) => None,
        }
    }

    /// The address that `id` names.
    pub(super) fn address(&self, id: &str) -> Option<&str> {
        match &self.by_id.get(id)?.target {
            Target::Elsewhere(address) => Some(address),
            Target::Part(_) => None,
        }
    }

    /// The part of a kind of which there is one.
    pub(super) fn of_kind(&self, kind: &str) -> Option<&str> {
        let parts = self.by_id.values().filter(|it| it.kind == kind).filter_map(|it| match &it.target {
            Target::Part(name) => Some(name.as_str()),
            Target::Elsewhere(_) => None,
        });
        // Where there are more, against the standard, it is always the same.
        parts.min()
    }
}

impl<'a> Package<'a> {
    /// Opens a file.
    pub(super) fn open(bytes: &'a [u8]) -> Result<Self, WordTrouble> {
        // The list of parts is read whole when the file is opened, and would fill the memory.
        if memmem::find_iter(bytes, b"PK\x01\x02").nth(MOST_PARTS).is_some() {
            return Err(WordTrouble::Odd("zip".to_owned()));
        }
        let zip = ZipArchive::new(Cursor::new(bytes)).map_err(|_| WordTrouble::Damaged("zip".to_owned()))?;
        Ok(Self { zip, left: LARGEST_SUM })
    }

    /// The text of a part; `None` where there is none of that name. Names differ in upper and lower case for no program.
    pub(super) fn part(&mut self, name: &str) -> Result<Option<String>, WordTrouble> {
        let damaged = || WordTrouble::Damaged(name.to_owned());
        let index = self.zip.index_for_name(name).or_else(|| {
            (0..self.zip.len()).find(|&index| {
                let known = self.zip.name_for_index(index).and_then(Result::ok);
                known.is_some_and(|known| known.eq_ignore_ascii_case(name))
            })
        });
        let Some(index) = index else { return Ok(None) };
        let limit = LARGEST_PART.min(self.left);
        let mut bytes = Vec::new();
        {
            let part = self.zip.by_index(index).map_err(|error| match error {
                ZipError::UnsupportedArchive(ZipError::PASSWORD_REQUIRED) => WordTrouble::Protected,
                _ => damaged(),
            })?;
            part.take(limit + 1).read_to_end(&mut bytes).map_err(|_| damaged())?;
        }
        let len = u64::try_from(bytes.len()).unwrap_or(u64::MAX);
        if len > limit {
            return Err(WordTrouble::TooLarge { part: name.to_owned(), limit: LARGEST_PART >> 20 });
        }
        self.left -= len;
        xml::text(bytes, name).map(Some)
    }

    /// What a part names outside itself; the part with the empty name is the file.
    pub(super) fn relations(&mut self, part: &str) -> Result<Relations, WordTrouble> {
        let (folder, file) = part.rsplit_once('/').unwrap_or(("", part));
        let slash = if folder.is_empty() { "" } else { "/" };
        let name = format!("{folder}{slash}_rels/{file}.rels");
        let Some(text) = self.part(&name)? else { return Ok(Relations::default()) };
        let tree = xml::parse(&text, &name)?;
        let mut relations = Relations::default();
        for node in tree.root_element().children().filter(|node| node.tag_name().name() == "Relationship") {
            let (Some(id), Some(kind), Some(target)) =
                (node.attribute("Id"), node.attribute("Type"), node.attribute("Target"))
            else {
                continue;
            };
            let target = match node.attribute("TargetMode") {
                Some(mode) if mode.eq_ignore_ascii_case("External") => Target::Elsewhere(target.to_owned()),
                _ => Target::Part(resolved(folder, target)),
            };
            let kind = kind.rsplit('/').next().unwrap_or(kind).to_owned();
            relations.by_id.insert(id.to_owned(), Relation { kind, target });
        }
        Ok(relations)
    }

    /// The name of the part that is the letter.
    pub(super) fn letter(&mut self) -> Result<String, WordTrouble> {
        let relations = self.relations("")?;
        let named = relations.of_kind("officeDocument").map(str::to_owned);
        // Spreadsheets and presentations are built alike.
        let main = named.filter(|name| !name.starts_with("xl/") && !name.starts_with("ppt/"));
        main.ok_or(WordTrouble::NoLetter)
    }
}

/// The name of the part that `target` means in a folder of the file.
fn resolved(folder: &str, target: &str) -> String {
    let mut parts: Vec<&str> = Vec::new();
    let from = if target.starts_with('/') { "" } else { folder };
    for part in from.split('/').chain(target.split('/')) {
        match part {
            "" | "." => {}
            ".." => {
                parts.pop();
            }
            part => parts.push(part),
        }
    }
    parts.join("/")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_parts_lie_in_the_file_however_they_climb() {
        assert_eq!(resolved("word", "footnotes.xml"), "word/footnotes.xml");
        assert_eq!(resolved("word", "/word/document.xml"), "word/document.xml");
        assert_eq!(resolved("word", "../docProps/./core.xml"), "docProps/core.xml");
        assert_eq!(resolved("word", "../../../etc/passwd"), "etc/passwd");
    }

    #[test]
    fn what_is_cut_off_is_damaged() {
        assert_eq!(Package::open(b"PK\x03\x04").err(), Some(WordTrouble::Damaged("zip".to_owned())));
    }
}
