//! [`workspace/textDocumentContent`](https://microsoft.github.io/language-server-protocol/specifications/lsp/3.18/specification/#workspace_textDocumentContent): pages about papers that are known from lists alone.
//!
//! A client that cannot fetch a page gets it as a file in the cache folder.

use std::io::Write;
use std::path::Path;
use std::sync::Arc;

use tower_lsp::gen_lsp_types::Uri;
use tracing::warn;

use crate::corpus::{Corpus, Existence};
use crate::ide;
use crate::identifier::DocumentId;
use crate::lsp::convert;
use crate::lsp::snapshot::{Ground, Snapshot, Surroundings};
use crate::messages::{Message, Translator};

use super::notes_page;

/// The address under which the client can open the page about a paper.
pub(super) fn address(snapshot: &Snapshot, id: &DocumentId) -> Option<Uri> {
    if snapshot.facts.pages {
        return address_to_fetch(id);
    }
    written(id, snapshot.corpus(), snapshot.say(), &snapshot.pages)
}

/// The address by which a client that can fetches the page about a paper.
pub(super) fn address_to_fetch(id: &DocumentId) -> Option<Uri> {
    Uri::parse(&ide::page_address(id)).ok()
}

/// The address of the page about a paper, which is written into the folder for it.
pub(super) fn written(id: &DocumentId, corpus: &dyn Corpus, say: Translator, pages: &Path) -> Option<Uri> {
    let address = ide::page_address(id);
    let name = address.rsplit('/').next()?;
    let text = ide::page(id, corpus, say);
    written_text(&pages.join(name), &text)
}

/// The address of a page that is written into a file, whole or not at all.
pub(super) fn written_text(path: &Path, text: &str) -> Option<Uri> {
    write(path, text).inspect_err(|error| warn!(%error, "a page could not be written")).ok()?;
    convert::uri_of(path)
}

/// Writes the whole page or nothing, since an editor may be reading it.
fn write(path: &Path, text: &str) -> std::io::Result<()> {
    if std::fs::read(path).is_ok_and(|before| before == text.as_bytes()) {
        return Ok(());
    }
    let folder = path.parent().unwrap_or(path);
    std::fs::create_dir_all(folder)?;
    let mut file = tempfile::NamedTempFile::new_in(folder)?;
    file.write_all(text.as_bytes())?;
    file.persist(path)?;
    Ok(())
}

/// The text of a page, from the first corpus that knows its paper, else from the first that there is.
///
/// # Errors
/// Where the address is that of no page, or no corpus is open; the sentence says so.
pub(in crate::lsp) fn text(
    address: &Uri,
    grounds: &[Arc<Ground>],
    around: &Surroundings,
) -> Result<String, String> {
    let say = around.say;
    if let Some((by, letter)) = ide::read_notes_address(address.as_str()) {
        let letter = letter.and_then(|letter| Uri::parse(&letter).ok());
        return Ok(notes_page::text(by, letter.as_ref(), grounds, around));
    }
    if let Some(rule) = ide::read_rule_address(address.as_str()) {
        return Ok(ide::rule_page(rule, say));
    }
    let unknown = || say.text(&Message::new("server-no-such-page").with("address", address));
    let id = ide::read_page_address(address.as_str()).ok_or_else(unknown)?;
    let knows = |ground: &&Arc<Ground>| {
        ground.corpus.existence_of_many(std::slice::from_ref(&id)).first() == Some(&Existence::Known)
    };
    let ground = grounds.iter().find(knows).or(grounds.first()).ok_or_else(unknown)?;
    Ok(ide::page(&id, &*ground.corpus, ground.say))
}
