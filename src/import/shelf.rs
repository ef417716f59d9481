//! The folder that letters are put into: under which name, and what happens to one that lies there.
//!
//! What its user made of a letter is never lost: a letter that was edited is replaced only when that was asked for, and a copy is kept.
//! Nothing is written outside the folder, whatever a source is called and wherever a link in it leads.

use std::collections::HashMap;
use std::collections::hash_map::Entry;
use std::fs;
use std::io::{self, Read as _};
use std::path::{Path, PathBuf};

use crate::config::{create_file, replace_file};

use super::digest::Written;
use super::{Document, Source};

/// The longest name of a file, in bytes, without its end: what every system takes.
const LONGEST_NAME: usize = 120;

/// No letter is larger; what is, was not made by Griffier.
const LARGEST: u64 = 256 << 20;

/// What became of a letter.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Placed {
    /// There was none, and now there is.
    New,
    /// It was there already, made from this source.
    Unchanged,
    /// One that was made from another state of the source and not edited since gave way.
    Replaced,
    /// One that was edited gave way, since that was asked for; the copy that was kept of it.
    Kept(PathBuf),
}

/// Why a letter was not put there.
#[derive(Debug, thiserror::Error)]
pub enum Unplaced {
    /// The one that lies there was edited, or is none that Griffier made, and the source is not the one it was made from.
    #[error("the letter was edited")]
    Edited,
    /// Another source has this name already.
    #[error("the name is that of {}", .0.display())]
    Taken(PathBuf),
    /// The way there leads out of the folder.
    #[error("the name leads out of the folder")]
    Outside,
    /// The disk does not want it.
    #[error(transparent)]
    Io(#[from] io::Error),
}

/// A folder that letters are put into, and the names that were given in one run.
#[derive(Debug)]
pub struct Shelf {
    folder: PathBuf,
    /// Whether it is only told what would be done.
    dry: bool,
    taken: HashMap<String, PathBuf>,
}

impl Shelf {
    /// Takes a folder, which is made when the first letter is put there.
    #[must_use]
    pub fn new(folder: &Path, dry: bool) -> Self {
        Self { folder: folder.to_owned(), dry, taken: HashMap::new() }
    }

    /// Gives a name to a source, for this run: where in the folder its letter goes.
    ///
    /// # Errors
    /// [`Unplaced::Taken`] where another source has it; names that differ in capitals only are one, as they are on many systems.
    pub fn claim(&mut self, name: &str, source: &Path) -> Result<PathBuf, Unplaced> {
        match self.taken.entry(name.to_lowercase()) {
            Entry::Occupied(taken) => Err(Unplaced::Taken(taken.get().clone())),
            Entry::Vacant(free) => {
                free.insert(source.to_owned());
                Ok(self.folder.join(name))
            }
        }
    }

    /// Puts a letter at a place that [`Shelf::claim`] gave; `force` replaces one that was edited, of which a copy is kept.
    ///
    /// # Errors
    /// Where nothing was written, and why.
    pub fn place(&self, path: &Path, letter: &str, source: &Source, force: bool) -> Result<Placed, Unplaced> {
        let Some(old) = self.old(path)? else {
            if !self.dry {
                fs::create_dir_all(&self.folder)?;
                create_file(path, letter)?;
            }
            return Ok(Placed::New);
        };
        let written = std::str::from_utf8(&old).map(Written::of).unwrap_or_default();
        if old == letter.as_bytes() || written.source.as_ref() == Some(&source.digest) {
            return Ok(Placed::Unchanged);
        }
        if written.source.is_some() && written.untouched {
            self.replace(path, letter)?;
            return Ok(Placed::Replaced);
        }
        if !force {
            return Err(Unplaced::Edited);
        }
        let kept = self.keep(path, &old)?;
        self.replace(path, letter)?;
        Ok(Placed::Kept(kept))
    }

    fn replace(&self, path: &Path, letter: &str) -> io::Result<()> {
        if self.dry { Ok(()) } else { replace_file(path, letter.as_bytes()) }
    }

    /// What lies there.
    fn old(&self, path: &Path) -> Result<Option<Vec<u8>>, Unplaced> {
        match fs::symlink_metadata(path) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
            Err(error) => return Err(error.into()),
            Ok(metadata) if metadata.is_symlink() && !self.holds(path)? => return Err(Unplaced::Outside),
            Ok(_) => {}
        }
        let mut bytes = Vec::new();
        fs::File::open(path)?.take(LARGEST + 1).read_to_end(&mut bytes)?;
        // What was not read whole is not written over.
        if bytes.len() as u64 > LARGEST { Err(Unplaced::Edited) } else { Ok(Some(bytes)) }
    }

    /// Whether a link leads to somewhere in the folder.
    fn holds(&self, path: &Path) -> io::Result<bool> {
        match path.canonicalize() {
            Ok(target) => Ok(target.starts_with(self.folder.canonicalize()?)),
            // It leads nowhere yet, and who knows where that is.
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(false),
            Err(error) => Err(error),
        }
    }

    /// Keeps a copy beside the letter, under a name that no letter has and no file had before.
    fn keep(&self, path: &Path, bytes: &[u8]) -> io::Result<PathBuf> {
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        for number in 1..10_000 {
            let copy = self.folder.join(format!("{name}.{number}.bak"));
            if fs::symlink_metadata(&copy).is_ok() {
                continue;
            }
            if !self.dry {
                keep_bytes(&copy, bytes)?;
            }
            return Ok(copy);
        }
        Err(io::ErrorKind::AlreadyExists.into())
    }
}

fn keep_bytes(copy: &Path, bytes: &[u8]) -> io::Result<()> {
    // The name is claimed before it is written, so that nobody's file is written over.
    fs::File::create_new(copy)?;
    replace_file(copy, bytes)
}

/// What the letter of a document is called: by its identifier, else as its source. The name is a plain one on every system and leads nowhere else.
#[must_use]
pub fn file_name(document: &Document, source: &str) -> String {
    let stem = if let Some(id) = &document.head.identifier {
        id.to_string()
    } else {
        let name = source.rsplit(['/', '\\']).next().unwrap_or(source);
        name.rsplit_once('.').map_or(name, |(stem, _)| stem).to_owned()
    };
    format!("{}.md", plain(&stem))
}

/// A name without the signs that some system has a use of its own for.
fn plain(stem: &str) -> String {
    let kept = |sign: char| sign.is_alphanumeric() || matches!(sign, '-' | '_' | '.' | ' ' | '(' | ')' | ',');
    let name: String = stem.chars().map(|sign| if kept(sign) { sign } else { '-' }).collect();
    let mut name = name.trim_matches(['.', ' ']);
    while name.len() > LONGEST_NAME {
        let last = name.chars().next_back().map_or(1, char::len_utf8);
        name = name[..name.len() - last].trim_end_matches(['.', ' ']);
    }
    let device = name.split('.').next().unwrap_or_default().to_lowercase();
    let numbered = device.len() == 4 && (device.starts_with("com") || device.starts_with("lpt"));
    match name {
        "" => "brief".to_owned(),
        _ if numbered || matches!(device.as_str(), "con" | "prn" | "aux" | "nul") => format!("_{name}"),
        _ => name.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::identifier::DocumentId;
    use crate::import::{Block, BlockKind, Head, Inline, Place, letter};

    fn document(words: &str) -> Document {
        let text = BlockKind::Paragraph(vec![Inline::Text(words.to_owned())]);
        Document { blocks: vec![Block::new(text, Place::Nowhere)], ..Document::default() }
    }

    /// Puts a letter of these words there, in a run of its own.
    fn put(folder: &Path, words: &str, force: bool) -> Result<Placed, Unplaced> {
        let source = Source::new("brief.xml", words.as_bytes());
        let mut shelf = Shelf::new(folder, false);
        let path = shelf.claim("brief.md", Path::new("brief.xml"))?;
        shelf.place(&path, &letter(&document(words), &source).text, &source, force)
    }

    #[test]
    fn what_was_edited_is_kept() {
        let folder = tempfile::tempdir().unwrap();
        let folder = folder.path().join("nieuw");
        assert_eq!(put(&folder, "Eerst.", false).unwrap(), Placed::New);
        assert_eq!(put(&folder, "Eerst.", false).unwrap(), Placed::Unchanged);
        assert_eq!(put(&folder, "Later.", false).unwrap(), Placed::Replaced);
        let path = folder.join("brief.md");
        let edited = fs::read_to_string(&path).unwrap().replace("Later.", "Van mij.");
        fs::write(&path, &edited).unwrap();
        // The source has not changed, so there is nothing to do.
        assert_eq!(put(&folder, "Later.", false).unwrap(), Placed::Unchanged);
        assert!(matches!(put(&folder, "Anders.", false), Err(Unplaced::Edited)));
        assert_eq!(fs::read_to_string(&path).unwrap(), edited);
        let copy = folder.join("brief.md.1.bak");
        assert_eq!(put(&folder, "Anders.", true).unwrap(), Placed::Kept(copy.clone()));
        assert_eq!(fs::read_to_string(copy).unwrap(), edited);
        assert!(fs::read_to_string(&path).unwrap().contains("Anders."));
    }

    #[test]
    fn what_griffier_did_not_make_is_not_replaced() {
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join("brief.md"), "Van mij.\n").unwrap();
        assert!(matches!(put(folder.path(), "Eerst.", false), Err(Unplaced::Edited)));
    }

    #[test]
    fn one_name_is_given_once() {
        let mut shelf = Shelf::new(Path::new("brieven"), true);
        shelf.claim("Brief.md", Path::new("a.xml")).unwrap();
        let taken = shelf.claim("brief.md", Path::new("b.xml"));
        assert!(matches!(taken, Err(Unplaced::Taken(by)) if by == Path::new("a.xml")));
    }

    #[cfg(unix)]
    #[test]
    fn a_link_out_of_the_folder_is_not_followed() {
        let (folder, outside) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
        let target = outside.path().join("brief.md");
        std::os::unix::fs::symlink(&target, folder.path().join("brief.md")).unwrap();
        assert!(matches!(put(folder.path(), "Eerst.", true), Err(Unplaced::Outside)));
        assert!(!target.exists());
        fs::write(&target, "Van een ander.").unwrap();
        assert!(matches!(put(folder.path(), "Eerst.", true), Err(Unplaced::Outside)));
        assert_eq!(fs::read_to_string(target).unwrap(), "Van een ander.");
    }

    #[test]
    fn names_lead_nowhere_else() {
        let name = |source: &str| file_name(&Document::default(), source);
        assert_eq!(name("brieven/concept brief.docx"), "concept brief.md");
        assert_eq!(name("../../etc/passwd"), "passwd.md");
        assert_eq!(name(r"C:\a\..\b.xml"), "b.md");
        assert_eq!(name(".."), "brief.md");
        assert_eq!(name("a\0b:c*.xml"), "a-b-c-.md");
        assert_eq!(name("CON.xml"), "_CON.md");
        assert_eq!(name("com1.docx"), "_com1.md");
        assert_eq!(name(&"é".repeat(300)).len(), LONGEST_NAME + 3);
        let head = Head { identifier: DocumentId::parse("dossier/36410-XVI").ok(), ..Head::default() };
        assert_eq!(file_name(&Document { head, ..Document::default() }, "x"), "dossier-36410-XVI.md");
    }
}
