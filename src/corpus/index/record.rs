//! What the index keeps of a letter and of each place where it cites, as bytes.

use std::path::Path;
use std::sync::Arc;

use crate::corpus::LetterRecord;
use crate::corpus::cited::{Cited, CitingPlace, Place};
use crate::corpus::contribution::{Contribution, Gist};
use crate::identifier::{Date, DocumentId, Dossier, Kamer, SessionYear};
use crate::letter::{DossierLine, Page};
use crate::text::{FileEncoding, Span};

use super::bytes::{Reader, Writer};

/// What the index keeps of a letter.
#[derive(Clone, PartialEq, Debug)]
pub(in crate::corpus) struct Filed {
    /// The letter, where it is a paper with an identifier.
    pub(in crate::corpus) record: Option<LetterRecord>,
    /// The titles that it prints of dossiers.
    pub(in crate::corpus) titles: Vec<(Dossier, String)>,
    /// Every time that it cites, by paper and place. The places themselves are rows of their own.
    pub(in crate::corpus) cites: Vec<Cite>,
    /// The digest of the file.
    pub(in crate::corpus) content: u64,
    /// How the file writes its characters.
    pub(in crate::corpus) encoding: FileEncoding,
}

/// What tells one time that a letter cites from all others of it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(in crate::corpus) struct Cite {
    pub(in crate::corpus) id: DocumentId,
    pub(in crate::corpus) start: usize,
    pub(in crate::corpus) unconfirmed: bool,
}

impl Filed {
    /// What one who asks the corpus learns of it.
    pub(in crate::corpus) fn gist(&self) -> Gist {
        let cited = self.cites.iter().map(|cite| (cite.id.clone(), cite.unconfirmed)).collect();
        Gist::new(self.record.as_ref(), cited, self.titles.clone())
    }
}

const ENCODINGS: [FileEncoding; 4] =
    [FileEncoding::Utf8, FileEncoding::Utf16Le, FileEncoding::Utf16Be, FileEncoding::Windows1252];

/// The bytes of a letter's row.
pub(super) fn write_letter(contribution: &Contribution, content: u64, encoding: FileEncoding) -> Vec<u8> {
    let mut out = Writer::default();
    out.bytes.extend_from_slice(&content.to_le_bytes());
    out.number(ENCODINGS.iter().position(|known| *known == encoding).expect("all encodings are listed"));
    out.option(contribution.record.as_ref(), write_record);
    if contribution.record.is_none() {
        out.list(&contribution.titles, |out, (dossier, title)| {
            out.shown(dossier);
            out.text(title);
        });
    }
    out.list(&contribution.cited, |out, cited| {
        out.shown(&cited.id);
        out.number(cited.span.start);
        out.bytes.push(cited.unconfirmed.into());
    });
    out.bytes
}

/// Reads the row of the letter at `path`.
pub(super) fn read_letter(bytes: &[u8], path: &Path) -> Option<Filed> {
    let (content, bytes) = bytes.split_first_chunk::<8>()?;
    let mut row = Reader::new(bytes);
    let encoding = *ENCODINGS.get(row.number::<usize>()?)?;
    let record = row.option(|row| read_record(row, path))?;
    let titles = match &record {
        Some(record) => Contribution::titles_of(&record.dossiers),
        None => row.list(|row| Some((dossier(row)?, row.text()?.to_owned())))?,
    };
    let cites =
        row.list(|row| Some(Cite { id: id(row)?, start: row.number()?, unconfirmed: row.byte()? == 1 }))?;
    row.is_at_end().then_some(Filed {
        record,
        titles,
        cites,
        content: u64::from_le_bytes(*content),
        encoding,
    })
}

fn write_record(out: &mut Writer, record: &LetterRecord) {
    out.shown(&record.id);
    out.option(record.title.as_deref(), Writer::text);
    out.list(&record.dossiers, |out, line| {
        out.shown(&line.dossier);
        out.option(line.title.as_deref(), Writer::text);
    });
    out.option(record.kind.as_deref(), Writer::text);
    out.option(record.kamer, |out, kamer| out.text(kamer.code()));
    out.option(record.session, |out, session| out.number(session.first().into()));
    out.option(record.date, |out, date| out.shown(&date));
    out.list(&record.senders, |out, sender| out.text(sender));
    out.text(&record.lead);
    write_span(out, record.header);
    out.list(&record.pages, |out, page| {
        out.wide(page.number.into());
        out.number(page.start);
    });
}

fn read_record(row: &mut Reader<'_>, path: &Path) -> Option<LetterRecord> {
    let text = |row: &mut Reader<'_>| row.text().map(str::to_owned);
    Some(LetterRecord {
        path: path.to_owned(),
        id: id(row)?,
        title: row.option(text)?,
        dossiers: row.list(|row| Some(DossierLine { dossier: dossier(row)?, title: row.option(text)? }))?,
        kind: row.option(text)?,
        kamer: row.option(|row| Kamer::from_code(row.text()?))?,
        session: row.option(|row| Some(SessionYear::starting(row.number()?)))?,
        date: row.option(|row| row.text()?.parse::<Date>().ok())?,
        senders: row.list(text)?,
        lead: text(row)?,
        header: read_span(row)?,
        pages: row.list(|row| Some(Page { number: row.number()?, start: row.number()? }))?,
    })
}

/// The bytes of the row of one place where a letter cites.
pub(super) fn write_place(out: &mut Writer, letter: Option<&DocumentId>, cited: &Cited) {
    out.option(letter, Writer::shown);
    out.number(cited.span.len());
    for place in [cited.start, cited.end] {
        for part in [place.line, place.byte, place.utf16, place.code_point] {
            out.wide(part.into());
        }
    }
    out.text(&cited.words);
    write_span(out, cited.at);
    out.bytes.push(u8::from(cited.inferred) | u8::from(cited.unconfirmed) << 1);
}

/// Reads the row of the place at byte `start` of the letter at `path`, which cites the paper `cited`.
pub(super) fn read_place(
    bytes: &[u8],
    path: Arc<Path>,
    cited: DocumentId,
    start: usize,
) -> Option<CitingPlace> {
    let mut row = Reader::new(bytes);
    let letter = row.option(id)?;
    let length: usize = row.number()?;
    let mut place = || {
        let mut part = || row.number();
        Some(Place { line: part()?, byte: part()?, utf16: part()?, code_point: part()? })
    };
    let (from, to) = (place()?, place()?);
    let words = row.text()?.into();
    let at = read_span(&mut row)?;
    let flags = row.byte()?;
    let cited = Cited {
        id: cited,
        span: Span::new(start, start + length),
        start: from,
        end: to,
        words,
        at,
        inferred: flags & 1 != 0,
        unconfirmed: flags & 2 != 0,
    };
    row.is_at_end().then_some(CitingPlace { path, letter, cited })
}

fn write_span(out: &mut Writer, span: Span) {
    out.number(span.start);
    out.number(span.len());
}

fn read_span(row: &mut Reader<'_>) -> Option<Span> {
    let start: usize = row.number()?;
    Some(Span::new(start, start.checked_add(row.number()?)?))
}

fn id(row: &mut Reader<'_>) -> Option<DocumentId> {
    DocumentId::parse(row.text()?).ok()
}

fn dossier(row: &mut Reader<'_>) -> Option<Dossier> {
    Dossier::parse(row.text()?)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::citation::Recognised;
    use crate::letter::Format;

    const LETTER: &str = "\
Tweede Kamer der Staten-Generaal
2
Vergaderjaar 2019–2020
29 521
Nederlandse deelname aan vredesmissies
34 952
Evaluatie van de geïntegreerde inzet in Mali
Nr. 403
BRIEF VAN DE MINISTERS VAN BUITENLANDSE ZAKEN EN VAN DEFENSIE
Aan de Voorzitter van de Tweede Kamer der Staten-Generaal
Den Haag, 14 februari 2020
Zie Kamerstuk 29 521, nrs. 3, 5 en 385 en Kamerstukken I 26 200, nr. 65a, en 36 410 X, nr. 4.
";

    fn contribution(text: &str, path: &str) -> Contribution {
        let recognised =
            Recognised::new(Arc::from(text), Format::of_path(Path::new(path)), Some(Path::new(path)));
        Contribution::of(&recognised, Path::new(path))
    }

    #[test]
    fn what_is_filed_is_what_was_read() {
        for (text, name) in
            [(LETTER, "brief.txt"), ("# Een brief\n", "kst-29521-1.md"), (LETTER, "/w/é.md"), ("", "x.txt")]
        {
            let contribution = contribution(text, name);
            let bytes = write_letter(&contribution, 7, FileEncoding::Windows1252);
            let filed = read_letter(&bytes, Path::new(name)).unwrap();
            assert_eq!((&filed.record, &filed.titles), (&contribution.record, &contribution.titles));
            assert_eq!((filed.content, filed.encoding), (7, FileEncoding::Windows1252));
            assert_eq!(filed.cites.len(), contribution.cited.len());
            for (cite, cited) in filed.cites.iter().zip(&contribution.cited) {
                assert_eq!((&cite.id, cite.start), (&cited.id, cited.span.start));
                let letter = contribution.record.as_ref().map(|record| record.id.clone());
                let mut out = Writer::default();
                write_place(&mut out, letter.as_ref(), cited);
                let path: Arc<Path> = Arc::from(Path::new(name));
                let place = CitingPlace { path: Arc::clone(&path), letter, cited: cited.clone() };
                assert_eq!(read_place(&out.bytes, path, cited.id.clone(), cited.span.start), Some(place));
            }
            for end in 0..bytes.len() {
                assert_eq!(read_letter(&bytes[..end], Path::new(name)), None, "cut at {end}");
            }
        }
    }
}
