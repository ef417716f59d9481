//! Word files: from the bytes of a `.docx` to a document.
//!
//! A Word file is a zip file with parts of XML. The parts that hold words are read, with all tracked changes as if they were accepted, as the letter will be sent.
//! Nothing here writes a file, follows an address or knows of Markdown; a Word file is never written.
//!
//! Paragraphs are counted as a reader would: those with words in them, from the top, outside tables with more than one column and outside boxes of text.

mod field;
mod head;
mod line;
mod lists;
mod notes;
mod numbering;
mod package;
mod run;
mod sign;
mod story;
mod styles;
mod table;
mod tally;
mod trouble;
mod xml;

use roxmltree::Node;

use self::notes::Met;
use self::numbering::Numbering;
use self::package::{Package, Relations};
use self::story::{Counts, Looks, Story, Where};
use self::styles::Styles;
use self::xml::Element as _;

use self::trouble::WordTrouble;

use super::{Block, Document, Note, Unreadable};

/// Reads a Word file.
///
/// # Errors
/// Where it is none, is locked, is damaged, or is larger or stranger than any letter. What is odd within a file that can be read is a remark of the document.
pub(super) fn read(bytes: &[u8]) -> Result<Document, Unreadable> {
    Ok(document(bytes)?)
}

fn document(bytes: &[u8]) -> Result<Document, WordTrouble> {
    let mut package = Package::open(bytes)?;
    let main = package.letter()?;
    let relations = package.relations(&main)?;
    let mut looks = Looks::default();
    let mut counts = Counts::default();
    part(&mut package, &relations, "styles", |root, _| looks.styles = Styles::read(root))?;
    part(&mut package, &relations, "numbering", |root, _| looks.numbering = Numbering::read(root))?;
    part(&mut package, &relations, "settings", |root, _| counts.marks.number(root))?;
    for (kind, is_endnote) in KINDS {
        part(&mut package, &relations, kind, |root, _| counts.marks.know(root, is_endnote))?;
    }
    let text = package.part(&main)?.ok_or_else(|| WordTrouble::Damaged(main.clone()))?;
    let tree = xml::parse(&text, &main)?;
    let body = tree.root_element().child("body").ok_or_else(|| WordTrouble::Damaged(main.clone()))?;
    if let Some(section) = body.descendants().find(|node| node.is("sectPr")) {
        counts.marks.number(section);
    }
    let (first, usual) = margins(body);
    let head_of_pages = |id: Option<String>, package: &mut Package<'_>, counts: &mut Counts| match id {
        Some(id) => margin(package, &relations, &id, &looks, counts),
        None => Ok(Vec::new()),
    };
    // The head of the first page is read as what stands at the top of the letter; that of all pages is none of its words.
    let mut blocks = head_of_pages(first, &mut package, &mut counts)?;
    blocks.extend(Story::new(&looks, &relations, &mut counts, Where::Body).read(body));
    drop(tree);
    drop(text);
    let notes = read_notes(&mut package, &relations, &looks, &mut counts)?;
    let margin = head_of_pages(usual, &mut package, &mut Counts::default())?;
    let mut title = None;
    let file = package.relations("")?;
    // Properties that cannot be read say nothing, and the letter is read all the same.
    let _ = part(&mut package, &file, "core-properties", |root, _| title = head::title(root));
    let head = head::read(&blocks, &margin, title);
    Ok(Document { head, blocks, notes, remarks: counts.tally.remarks() })
}

/// The parts with notes, and whether they are endnotes.
const KINDS: [(&str, bool); 2] = [("footnotes", false), ("endnotes", true)];

/// Reads the part of a kind, where there is one.
fn part(
    package: &mut Package<'_>,
    relations: &Relations,
    kind: &str,
    read: impl FnOnce(Node<'_, '_>, &str),
) -> Result<(), WordTrouble> {
    let Some(name) = relations.of_kind(kind) else { return Ok(()) };
    let Some(text) = package.part(name)? else { return Ok(()) };
    let tree = xml::parse(&text, name)?;
    read(tree.root_element(), name);
    Ok(())
}

/// The notes whose marks were met, in the order of these.
fn read_notes(
    package: &mut Package<'_>,
    relations: &Relations,
    looks: &Looks,
    counts: &mut Counts,
) -> Result<Vec<Note>, WordTrouble> {
    let met: Vec<Met> = counts.marks.met.clone();
    let mut notes: Vec<Note> =
        met.iter().map(|met| Note { label: Some(met.label.clone()), blocks: Vec::new() }).collect();
    for (kind, is_endnote) in KINDS {
        let Some(name) = relations.of_kind(kind) else { continue };
        if !met.iter().any(|met| met.is_endnote == is_endnote) {
            continue;
        }
        let own = package.relations(name)?;
        part(package, relations, kind, |root, _| {
            for node in notes::notes(root) {
                let Some(at) = node.value("id").and_then(|id| counts.marks.index(id, is_endnote)) else {
                    continue;
                };
                let Some(place) = met.get(at).map(|met| Where::At(met.place.clone())) else { continue };
                notes[at].blocks = Story::new(looks, &own, counts, place).read(node);
            }
        })?;
    }
    Ok(notes)
}

/// The relations of the heads of the first page, where it has one of its own, and of the other pages.
fn margins(body: Node<'_, '_>) -> (Option<String>, Option<String>) {
    let Some(section) = body.descendants().find(|node| node.is("sectPr")) else { return (None, None) };
    let head = |kind: &str| {
        let mut heads = section.children().filter(|node| node.is("headerReference"));
        let head = heads.find(|node| node.value("type").unwrap_or("default") == kind)?;
        head.relation().map(str::to_owned)
    };
    let has_first = section.switch("titlePg").unwrap_or(false);
    (has_first.then(|| head("first")).flatten(), head("default"))
}

/// The words at the head of pages.
fn margin(
    package: &mut Package<'_>,
    relations: &Relations,
    id: &str,
    looks: &Looks,
    counts: &mut Counts,
) -> Result<Vec<Block>, WordTrouble> {
    let Some(name) = relations.part(id) else { return Ok(Vec::new()) };
    let own = package.relations(name)?;
    let Some(text) = package.part(name)? else { return Ok(Vec::new()) };
    let tree = xml::parse(&text, name)?;
    Ok(Story::new(looks, &own, counts, Where::Margin).read(tree.root_element()))
}
