//! What a paper says of itself: by the elements that its publisher has for that, else by its identifier.

use roxmltree::Node;

use crate::identifier::{
    Date, DocumentId, Dossier, Kamer, Ondernummer, SessionYear, find_date_in_words, read_address,
};
use crate::import::Head;
use crate::letter::kind_of;

use super::{child, name, within};

/// Reads the head. `file` is what the file is called.
pub(super) fn read(root: Node<'_, '_>, file: &str) -> Head {
    let dossiers = dossiers(root);
    let number = within(root, "ondernummer").and_then(|number| Ondernummer::parse(&words(number)));
    let identifier = metadata_address(root)
        .or_else(|| read_address(file))
        .or_else(|| Some(DocumentId::kamerstuk(*dossiers.first()?, number?)));
    let paper = identifier.as_ref().and_then(DocumentId::as_kamerstuk);
    let number = number.or_else(|| paper.map(|paper| paper.number));
    let dossiers = if dossiers.is_empty() {
        identifier.as_ref().and_then(DocumentId::dossier).into_iter().collect()
    } else {
        dossiers
    };
    let title = title(root);
    let kind = title.as_deref().and_then(kind_of).map(str::to_owned).or_else(|| kind_of_root(root));
    Head {
        kamer: kamer(root).or_else(|| identifier.as_ref().and_then(DocumentId::kamer)),
        session: session(root, identifier.as_ref()),
        date: date(root),
        senders: senders(root),
        identifier,
        dossiers,
        number,
        title,
        kind,
    }
}

/// The identifier in the address of the data about the paper, which the paper names.
fn metadata_address(root: Node<'_, '_>) -> Option<DocumentId> {
    let metadata = child(root, "metadata")?;
    metadata.children().filter_map(|meta| meta.attribute("content")).find_map(read_address)
}

fn dossiers(root: Node<'_, '_>) -> Vec<Dossier> {
    let mut dossiers = Vec::new();
    for dossier in root.descendants().filter(|it| name(*it) == "dossiernummer") {
        let number = child(dossier, "dossiernr").unwrap_or(dossier);
        let Some(dossier) = Dossier::parse_printed(&words(number)) else { continue };
        if !dossiers.contains(&dossier) {
            dossiers.push(dossier);
        }
    }
    dossiers
}

fn title(root: Node<'_, '_>) -> Option<String> {
    let of_paper = || within(root, "stuk").and_then(|paper| child(paper, "titel"));
    let title = of_paper()
        .or_else(|| within(root, "item-titel"))
        .or_else(|| within(root, "kamervraagomschrijving"))
        .or_else(|| within(root, "intitule"))?;
    Some(words(title)).filter(|title| !title.is_empty())
}

/// The kind of what has no title that says it.
fn kind_of_root(root: Node<'_, '_>) -> Option<String> {
    let root = if name(root) == "officiele-publicatie" {
        root.children().find(|child| child.is_element() && name(*child) != "metadata")?
    } else {
        root
    };
    let kind = match name(root) {
        "handelingen" | "handeling" => "handelingen",
        "kamervragen" | "vraagdoc" => "kamervragen",
        "staatsblad" | "staatsbl" => "staatsblad",
        "staatscourant" | "stcart" | "stcrt" => "staatscourant",
        "tractatenblad" | "trblad" => "tractatenblad",
        _ => return None,
    };
    Some(kind.to_owned())
}

/// The lines in the head of the print that say a thing.
fn printed<'a, 'i>(root: Node<'a, 'i>, what: &str) -> Option<Node<'a, 'i>> {
    root.descendants().find(|line| name(*line) == "tekstregel" && line.attribute("inhoud") == Some(what))
}

fn kamer(root: Node<'_, '_>) -> Option<Kamer> {
    let line = words(printed(root, "kameraanduiding")?);
    [Kamer::Tweede, Kamer::Eerste, Kamer::Verenigd]
        .into_iter()
        .find(|kamer| line.starts_with(&kamer.to_string()))
}

fn session(root: Node<'_, '_>, identifier: Option<&DocumentId>) -> Option<SessionYear> {
    let printed = printed(root, "vergaderjaar").map(words);
    let printed = printed.and_then(|line| line.split_whitespace().find_map(SessionYear::parse));
    printed.or(match identifier? {
        DocumentId::Sessional(sessional) => Some(sessional.session),
        DocumentId::Kamerstuk(paper) => paper.session,
        _ => None,
    })
}

/// The day of the paper, as its head names it; else that of the meeting.
fn date(root: Node<'_, '_>) -> Option<Date> {
    let line = within(root, "datumtekst").or_else(|| within(root, "vergaderdatum"))?;
    let exact = within(line, "datum").and_then(|date| date.attribute("isodatum"));
    exact.and_then(|date| date.parse().ok()).or_else(|| Some(find_date_in_words(&words(line))?.0))
}

/// Who signed: office and name, as `letter` has them.
fn senders(root: Node<'_, '_>) -> Vec<String> {
    let mut senders = Vec::new();
    for signature in root.descendants().filter(|it| name(*it) == "ondertekening") {
        let person = within(signature, "naam").map(words).unwrap_or_default();
        // The office may go on behind its element: `<functie>De Minister</functie> voor Rechtsbescherming,`.
        let mut office = String::new();
        for part in signature.children().filter(|part| name(*part) != "naam") {
            let part = if part.is_text() { part.text().unwrap_or_default().to_owned() } else { words(part) };
            office.push_str(&part);
            office.push(' ');
        }
        let office = tidy(&office).trim_end_matches(',').trim_end().to_owned();
        let sender: Vec<String> = [office, person].into_iter().filter(|part| !part.is_empty()).collect();
        if !sender.is_empty() {
            senders.push(sender.join(", "));
        }
    }
    senders
}

/// The words in an element, without those of notes.
fn words(node: Node<'_, '_>) -> String {
    let mut out = String::new();
    gather(node, &mut out);
    tidy(&out)
}

fn gather(node: Node<'_, '_>, out: &mut String) {
    for part in node.children() {
        if part.is_text() {
            out.push_str(part.text().unwrap_or_default());
        } else if part.is_element() && name(part) != "noot" && name(part) != "nootref" {
            let is_part_of_name =
                matches!(name(part), "voornaam" | "achternaam" | "voorvoegsels" | "tussenvoegsel");
            if is_part_of_name && !out.ends_with(char::is_whitespace) {
                out.push(' ');
            }
            gather(part, out);
        }
    }
}

fn tidy(text: &str) -> String {
    let words: Vec<&str> = text.split_ascii_whitespace().collect();
    words.join(" ").replace(" ,", ",").replace('\u{AD}', "")
}
