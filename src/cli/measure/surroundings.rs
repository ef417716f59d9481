//! Where the citations of a table are read: alone, within sentences, and, where they need one, in a letter that makes sense of them.

use std::fmt::Write as _;
use std::path::PathBuf;

use crate::identifier::DocumentId;

use super::gold::Row;

/// A text in which a citation stands.
pub(super) struct Surroundings {
    pub(super) before: String,
    pub(super) after: String,
    /// The file that the text is taken to be, by which a paper knows its own number.
    pub(super) path: Option<PathBuf>,
    /// Whether the text cites other papers too, so that only what the words themselves cite counts.
    pub(super) is_letter: bool,
}

/// The sentences. Before, behind and after them stand dates, numbers and parentheses that are no part of any citation.
const SENTENCES: [(&str, &str); 3] = [
    ("De toezegging staat in ", " en is op 3 mei 2019 met 12 gemeenten besproken."),
    ("De minister schreef dit eerder (", "); op 5 juni 2020 volgde een besluit."),
    ("Ik verwijs u naar ", "."),
];

impl Surroundings {
    fn new(before: impl Into<String>, after: impl Into<String>) -> Self {
        Self { before: before.into(), after: after.into(), path: None, is_letter: false }
    }

    /// The words alone; those that mean nothing by themselves in their letter.
    pub(super) fn alone(row: &Row) -> Self {
        if row.is_own_number() {
            return print(row, "\n", "\n");
        }
        if row.leans_on_the_letter() {
            return letter(row, "\n\n", "\n");
        }
        Self::new("", "")
    }

    /// The words within sentences.
    pub(super) fn sentences(row: &Row) -> Vec<Self> {
        if row.is_own_number() {
            // Within a sentence it would be a citation; at the foot of a page it stands between paragraphs.
            return vec![print(row, "\n\n", "\n\n\u{C}Het vervolg van de brief op een nieuwe bladzijde.\n")];
        }
        let within = |(before, after): &(&str, &str)| {
            if row.leans_on_the_letter() {
                letter(row, &format!("\n\n{before}"), after)
            } else {
                Self::new(*before, *after)
            }
        };
        SENTENCES.iter().map(within).collect()
    }
}

/// A letter that has named the papers in full before the words allude to them.
fn letter(row: &Row, between: &str, after: &str) -> Surroundings {
    let kind = ["motie", "amendement", "verslag", "nota", "notitie", "rapport", "brief"]
        .into_iter()
        .find(|kind| row.raw.contains(kind))
        .unwrap_or("brief");
    let mut before = "Geachte voorzitter,\n".to_owned();
    for (id, _) in &row.expected {
        let printed = DocumentId::parse(id).map_or_else(|_| id.clone(), |id| id.printed());
        // Writing to a string cannot fail.
        let _ = writeln!(before, "\nUw Kamer sprak over de {kind} over dit onderwerp (Kamerstuk {printed}).");
    }
    let before = before.trim_end().to_owned() + between;
    Surroundings { before, after: after.to_owned(), path: None, is_letter: true }
}

/// The official print of the paper whose number the words are.
fn print(row: &Row, between: &str, after: &str) -> Surroundings {
    let own = row.expected.first().map_or("", |(id, _)| id);
    let head = match DocumentId::parse(own) {
        Ok(DocumentId::Kamerstuk(paper)) => format!(
            "Tweede Kamer der Staten-Generaal\n\n2\n\nVergaderjaar 2022–2023\n\n{}\n\nOver dit onderwerp\n\nNr. {}\n\nBRIEF VAN DE MINISTER\n",
            paper.dossier.printed(),
            paper.number
        ),
        _ => String::new(),
    };
    let before = format!(
        "{head}Aan de Voorzitter van de Tweede Kamer\n\nDen Haag, 3 maart 2023\n\nHierbij antwoord ik op uw vragen.\n{between}"
    );
    let path = Some(PathBuf::from(format!("{own}.txt")));
    Surroundings { before, after: after.to_owned(), path, is_letter: true }
}
