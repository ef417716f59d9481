//! Notes as a table that spreadsheets open: UTF-8 with a byte order mark, by which Excel knows the umlauts, quoted by RFC 4180.

use std::path::Path;

use crate::annotation::{Listed, Motivation, Target};
use crate::messages::{Message, Translator};

/// The columns, by the code of their heading.
const COLUMNS: [&str; 14] = [
    "export-path",
    "export-line",
    "export-state",
    "export-tags",
    "export-quote",
    "export-body",
    "export-links",
    "export-creator",
    "export-created",
    "export-modified",
    "export-resolved",
    "export-motivation",
    "export-reply-to",
    "export-id",
];

/// The notes of letters as CSV with a row of headings. `shown` makes paths relative.
///
/// # Panics
/// Never: every row has as many columns as the headings, and memory takes everything.
#[must_use]
pub fn csv(notes: &[Listed], shown: &dyn Fn(&Path) -> String, say: Translator) -> Vec<u8> {
    let mut bytes = Vec::from("\u{FEFF}");
    let mut writer = csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(&mut bytes);
    let headings = COLUMNS.map(|code| say.text_of_code(code).unwrap_or_default());
    let rows = notes.iter().map(|listed| row(listed, shown, say));
    for row in std::iter::once(headings).chain(rows) {
        writer.write_record(&row).expect("every row has as many columns, and memory takes everything");
    }
    writer.flush().expect("memory takes everything");
    drop(writer);
    bytes
}

fn row(listed: &Listed, shown: &dyn Fn(&Path) -> String, say: Translator) -> [String; 14] {
    let note = &listed.note;
    let moment = |moment: Option<jiff::Timestamp>| moment.map(|it| it.to_string()).unwrap_or_default();
    let resolved = if note.is_resolved() { "export-yes" } else { "export-no" };
    let row = [
        shown(&listed.path),
        listed.position.map(|(line, _)| line.to_string()).unwrap_or_default(),
        listed.state().to_owned(),
        note.tags().join("; "),
        listed.quote.clone(),
        note.text(),
        listed.links().join("; "),
        note.creator().unwrap_or_default().to_owned(),
        moment(note.created()),
        moment(note.modified()),
        say.text(&Message::new(resolved)),
        note.motivation().map(Motivation::name).unwrap_or_default().to_owned(),
        match note.target() {
            Target::Note(id) => id,
            _ => String::new(),
        },
        note.id().to_owned(),
    ];
    row.map(as_text)
}

/// What a spreadsheet would work out as a formula, with the mark in front by which it stays text: a note may have been written by anybody.
fn as_text(value: String) -> String {
    if value.starts_with(['=', '+', '-', '@', '\t', '\r']) { format!("'{value}") } else { value }
}

#[cfg(test)]
mod tests {
    use jiff::Timestamp;

    use super::*;
    use crate::annotation::{About, Anchor, Draft, LetterText, Memory, Note, list_notes};
    use crate::text::Span;

    #[test]
    fn umlauts_quotation_marks_and_lines_survive() {
        let text = "Ik zeg \"één\" ding toe.";
        let anchor = Anchor::of(&LetterText::new(text), Span::new(7, 14));
        let mut draft = Draft::new(Motivation::Commenting, About::Passage(anchor));
        draft.text = "Regel één;\nregel twee, met komma".to_owned();
        draft.tags = vec!["toezegging".to_owned(), "vraag".to_owned()];
        let note = Note::new(&draft, Timestamp::UNIX_EPOCH);
        let id = note.id().to_owned();
        let listed = list_notes(Path::new("brief.txt"), &[note], Some(text), &Memory::none());
        let bytes = csv(&listed, &|path| path.display().to_string(), Translator::default());
        let table = String::from_utf8(bytes).unwrap();
        let expected = format!(
            "\u{FEFF}Brief,Regel,Toestand,Labels,Passage,Tekst,Stukken,Door,Gemaakt,Gewijzigd,Afgehandeld,Soort,Antwoord op,Kenmerk\r\n\
             brief.txt,1,anchored,toezegging; vraag,\"\"\"één\"\"\",\"Regel één;\nregel twee, met komma\",,,1970-01-01T00:00:00Z,,nee,commenting,,{id}\r\n"
        );
        assert_eq!(table, expected);
    }

    #[test]
    fn nothing_is_worked_out_as_a_formula() {
        assert_eq!(as_text("=HYPERLINK(\"x\")".to_owned()), "'=HYPERLINK(\"x\")");
        assert_eq!(as_text("- een punt".to_owned()), "'- een punt");
        assert_eq!(as_text("een = twee".to_owned()), "een = twee");
    }
}
