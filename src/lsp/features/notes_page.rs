//! The overview of notes as a read-only page, or as a file of the cache for a client that fetches no pages.

use std::path::PathBuf;
use std::sync::Arc;

use tower_lsp::gen_lsp_types::Uri;

use crate::annotation::Listed;
use crate::ide::{Grouping, NoteOnPage, notes_address, notes_page};
use crate::lsp::convert;
use crate::lsp::notes::Noted;
use crate::lsp::snapshot::{Ground, Surroundings};

use super::annotations::{address, of_one};
use super::page;

/// The notes of a letter, with its address and what its reader calls it.
struct Chapter {
    uri: Uri,
    name: String,
    noted: Arc<Noted>,
}

/// The text of the page of one letter, or of all.
pub(in crate::lsp) fn text(
    by: Grouping,
    letter: Option<&Uri>,
    grounds: &[Arc<Ground>],
    around: &Surroundings,
) -> String {
    let mut chapters = Vec::new();
    let mut judged = grounds.first().cloned();
    if let Some(uri) = letter {
        if let Some((ground, noted, _)) = of_one(uri, grounds, around) {
            chapters.push(Chapter { uri: uri.clone(), name: name_of(uri, &ground), noted });
            judged = Some(ground);
        }
    } else {
        for ground in grounds {
            for (path, noted) in around.notebook.of_ground(ground, &around.views, around.facts.encoding) {
                let Some(uri) = address(&path, around) else { continue };
                chapters.push(Chapter { name: name_of(&uri, ground), uri, noted });
            }
        }
    }
    let notes: Vec<NoteOnPage<'_>> = chapters.iter().flat_map(on_page).collect();
    let of = chapters.first().filter(|_| letter.is_some()).map(|chapter| chapter.name.clone());
    let of = of.or_else(|| letter.map(ToString::to_string));
    match judged {
        Some(ground) => notes_page(by, of.as_deref(), &notes, &ground.config.annotation.tags, ground.say),
        None => notes_page(by, of.as_deref(), &notes, &crate::config::TagSet::default(), around.say),
    }
}

fn on_page(chapter: &Chapter) -> impl Iterator<Item = NoteOnPage<'_>> {
    chapter.noted.roots().map(|entry| {
        let replies: Vec<&Listed> = chapter.noted.answers_to(entry).map(|it| &it.listed).collect();
        NoteOnPage {
            listed: &entry.listed,
            replies,
            letter: chapter.name.clone(),
            address: chapter.uri.to_string(),
        }
    })
}

/// What its reader calls a letter: its path in the workspace.
fn name_of(uri: &Uri, ground: &Ground) -> String {
    let Some(path) = convert::path_of(uri) else { return uri.to_string() };
    let inner = ground.corpus.root().and_then(|root| path.strip_prefix(root).ok());
    let inner = inner.map_or_else(|| path.file_name().map(PathBuf::from).unwrap_or_default(), PathBuf::from);
    inner.iter().map(|part| part.to_string_lossy()).collect::<Vec<_>>().join("/")
}

/// The address under which the client can open the page.
pub(in crate::lsp) fn opened(
    by: Grouping,
    letter: Option<&Uri>,
    grounds: &[Arc<Ground>],
    around: &Surroundings,
) -> Option<Uri> {
    let whole = notes_address(by, letter.map(Uri::as_str));
    if around.facts.pages {
        return Uri::parse(&whole).ok();
    }
    let digest = xxhash_rust::xxh3::xxh3_64(whole.as_bytes());
    let path = around.pages.join(format!("notities-{digest:016x}.md"));
    page::written_text(&path, &text(by, letter, grounds, around))
}
