//! The papers themselves: their official XML, made into letters by `import` and put where letters lie.

use std::path::{Path, PathBuf};

use crate::config::FetchConfig;
use crate::identifier::{DocumentId, Series};
use crate::import::{self, Placed, Shelf, Source, Unplaced, Unreadable};
use crate::messages::Message;

use super::{Answer, Client, Flaw, Trouble, Wanted};

/// No paper is larger than this, in bytes.
const LARGEST: u64 = 128 << 20;

/// Why a paper could not be had.
#[derive(Debug)]
pub enum NotHad {
    /// Papers of this kind have no text that could be fetched.
    NoText,
    /// The service.
    Fetch(Trouble),
    /// What came cannot be read as a paper.
    Read(Unreadable),
    /// What came is another paper.
    Other(DocumentId),
    /// The letter could not be put where it belongs.
    Place(PathBuf, Unplaced),
}

impl NotHad {
    /// Whether asking for another paper makes sense after this.
    #[must_use]
    pub const fn is_of_this_paper(&self) -> bool {
        !matches!(
            self,
            Self::Fetch(
                Trouble::Stopped
                    | Trouble::Unreachable { .. }
                    | Trouble::Certificate { .. }
                    | Trouble::Wait { .. }
                    | Trouble::BadAddress(_)
            )
        )
    }
}

/// Whether there is a text of a paper to be fetched: attachments are published as they were scanned, and dossiers have none.
#[must_use]
pub fn has_text(id: &DocumentId) -> bool {
    matches!(
        id.series(),
        Series::Kamerstuk
            | Series::Handelingen
            | Series::Aanhangsel
            | Series::Kamervragen
            | Series::Staatsblad
            | Series::Staatscourant
            | Series::Tractatenblad
    )
}

/// Fetches a paper and puts its letter on the shelf: where it is, and what became of it.
///
/// # Errors
/// Why it could not be had; then nothing is there that was not there before.
pub fn fetch_paper(
    id: &DocumentId,
    client: &mut Client,
    settings: &FetchConfig,
    shelf: &mut Shelf,
    force: bool,
) -> Result<(PathBuf, Placed), NotHad> {
    if !has_text(id) {
        return Err(NotHad::NoText);
    }
    let name = format!("{id}.xml");
    let address = address(&settings.papers, &name);
    let wanted = Wanted { address: &address, kind: "xml", limit: LARGEST, validators: None };
    let bytes = match client.get(wanted, whole).map_err(NotHad::Fetch)? {
        Answer::Given(bytes, _) => bytes,
        // Nobody asked whether it was unchanged.
        Answer::Unchanged => return Err(NotHad::Fetch(Trouble::NotFound { address })),
    };
    let document = import::read(&bytes, &name).map_err(NotHad::Read)?;
    if let Some(other) = document.head.identifier.as_ref().filter(|other| other.base() != id.base()) {
        return Err(NotHad::Other(other.clone()));
    }
    let source = Source::new(&name, &bytes);
    let letter = import::letter(&document, &source);
    let file = format!("{}.md", id.to_string().replace('/', "-"));
    let failed = |unplaced| NotHad::Place(PathBuf::from(&file), unplaced);
    let path = shelf.claim(&file, Path::new(&address)).map_err(failed)?;
    let placed = shelf
        .place(&path, &letter.text, &source, force)
        .map_err(|unplaced| NotHad::Place(path.clone(), unplaced))?;
    Ok((path, placed))
}

fn address(papers: &str, name: &str) -> String {
    format!("{}/{name}", papers.trim_end_matches('/'))
}

/// The bytes of a document, if its last element is closed; a server that says no length may break off anywhere.
fn whole(bytes: &[u8]) -> Result<Vec<u8>, Flaw> {
    if bytes.trim_ascii_end().ends_with(b">") { Ok(bytes.to_vec()) } else { Err(Flaw::Broken) }
}

impl NotHad {
    /// Why, to be put behind the name of the paper.
    #[must_use]
    pub fn message(&self) -> Message {
        match self {
            Self::NoText => Message::new("fetch-no-text"),
            Self::Fetch(Trouble::NotFound { .. }) => Message::new("fetch-no-such-paper"),
            Self::Fetch(trouble) => trouble.message(),
            Self::Read(unreadable) => unreadable.message.clone(),
            Self::Other(other) => Message::new("fetch-other-paper").with("other", other),
            Self::Place(path, Unplaced::Edited) => Message::new("fetch-edited").with("path", path.display()),
            Self::Place(path, Unplaced::Io(error)) => Trouble::disk(path, error).message(),
            Self::Place(path, Unplaced::Taken(_) | Unplaced::Outside) => {
                Message::new("fetch-not-placed").with("path", path.display())
            }
        }
    }
}
