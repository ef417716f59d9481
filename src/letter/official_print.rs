//! The head of the official print, as it stands on the first page of every published paper.
//!
//! ```text
//! Tweede Kamer der Staten-Generaal
//! 2
//! Vergaderjaar 2019–2020
//! 29 521
//! Nederlandse deelname aan vredesmissies
//! Nr. 403
//! BRIEF VAN DE MINISTER …
//! ```
//! In letters the title of the dossier stands behind its number, and that of the paper behind `Nr.`.
//! A motion that was not printed yet has its date, `31016-367` and the title of the dossier instead.

use crate::identifier::{DocumentId, Dossier, Kamer, Ondernummer, SessionYear, find_date_in_words};

use super::kind::kind_of;
use super::lines::{Line, lines};
use super::{DossierLine, Letter};

/// How many lines a head has at most; titles of bills are long.
const LONGEST_HEAD: usize = 80;

/// The same where chamber and session are missing, so that little shows that it is a head.
const LONGEST_BARE_HEAD: usize = 12;

/// Reads the head, if the letter has one, into what front matter left open.
pub(super) fn read(text: &str, letter: &mut Letter) {
    let lines: Vec<Line<'_>> =
        lines(text, letter.body).filter(|line| !line.text.is_empty()).take(LONGEST_HEAD).collect();
    let head = printed(&lines).or_else(|| unprinted(&lines));
    let Some(head) = head else { return };
    let header = &mut letter.header;
    let counted = || Some(DocumentId::kamerstuk(head.dossiers.first()?.dossier, head.number?));
    header.id = header.id.take().or_else(counted);
    if header.dossiers.is_empty() {
        header.dossiers = head.dossiers;
    } else {
        // Front matter names the dossiers of a letter, and the print their titles.
        for line in header.dossiers.iter_mut().filter(|line| line.title.is_none()) {
            let printed = head.dossiers.iter().find(|printed| printed.dossier == line.dossier);
            line.title = printed.and_then(|printed| printed.title.clone());
        }
    }
    header.kamer = header.kamer.or(head.kamer);
    header.session = header.session.or(head.session);
    // A motion that was not printed yet has its date above its number.
    let above = || lines[..head.first].iter().find_map(|line| find_date_in_words(line.text));
    header.date = header.date.or_else(|| above().map(|(date, _)| date));
    header.title = header.title.take().or(head.title);
    header.kind = header.kind.take().or_else(|| header.title.as_deref().and_then(kind_of).map(str::to_owned));
    header.span = lines[head.first].span.join(lines[head.last].span);
    letter.body = lines[head.last].next;
    letter.silent.push(header.span);
}

struct Head {
    dossiers: Vec<DossierLine>,
    number: Option<Ondernummer>,
    kamer: Option<Kamer>,
    session: Option<SessionYear>,
    title: Option<String>,
    /// The line of the first dossier, or of the chamber where there is none.
    first: usize,
    /// The last line of the title.
    last: usize,
}

/// The head of a page: chamber and session, dossiers with their titles, number and title of the paper.
/// Extraction can lose the first two; the dossier then stands on the first line, and its number close below.
fn printed(lines: &[Line<'_>]) -> Option<Head> {
    // Extraction can put a running title or a page number in front, but not much.
    let top = lines.iter().take(6).position(|line| chamber(line.text).is_some());
    let session_line = top.and_then(|top| {
        lines.iter().skip(top).take(4).position(|line| session(line.text).is_some()).map(|line| line + top)
    });
    let first = session_line.map_or(0, |line| line + 1);
    let within = if session_line.is_some() { LONGEST_HEAD } else { LONGEST_BARE_HEAD };
    let mut head = Head {
        dossiers: Vec::new(),
        number: None,
        kamer: session_line.and(top).and_then(|top| chamber(lines[top].text)),
        session: session_line.and_then(|line| session(lines[line].text)),
        title: None,
        first,
        last: first,
    };
    for (at, line) in lines.iter().enumerate().skip(first).take(within) {
        if let Some(dossier) = dossier(line.text) {
            head.dossiers.push(DossierLine { dossier, title: None });
        } else if let Some((number, title)) =
            number(line.text, head.kamer).filter(|_| !head.dossiers.is_empty())
        {
            head.number = Some(number);
            head.last = at;
            head.read_title(lines, at + 1, title);
            return Some(head);
        } else if let Some((dossier, title)) = titled_dossier(line.text) {
            head.dossiers.push(DossierLine { dossier, title: Some(title.to_owned()) });
        } else {
            append(&mut head.dossiers.last_mut()?.title, line.text);
        }
    }
    None
}

/// The head of a motion before it is printed: a date, `31016-367`, the title of the dossier, `MOTIE VAN …`.
fn unprinted(lines: &[Line<'_>]) -> Option<Head> {
    let first = lines.iter().take(3).position(|line| dashed(line.text).is_some())?;
    let (dossier, number) = dashed(lines[first].text)?;
    let title = lines.iter().skip(first).take(12).position(|line| is_title(line.text))? + first;
    let mut dossiers = vec![DossierLine { dossier, title: None }];
    lines[first + 1..title].iter().for_each(|line| append(&mut dossiers[0].title, line.text));
    let mut head =
        Head { dossiers, number: Some(number), kamer: None, session: None, title: None, first, last: title };
    head.read_title(lines, title, "");
    Some(head)
}

impl Head {
    /// The title in capitals, over as many lines as it takes.
    fn read_title(&mut self, lines: &[Line<'_>], from: usize, start: &str) {
        if !start.is_empty() {
            append(&mut self.title, start);
        }
        for (at, line) in lines.iter().enumerate().skip(from) {
            if !is_capitals(line.text) || (self.title.is_none() && !is_title(line.text)) {
                return;
            }
            append(&mut self.title, line.text);
            self.last = at;
        }
    }
}

/// The chamber whose name is a line by itself.
pub(super) fn chamber(line: &str) -> Option<Kamer> {
    // Extraction can glue the number of the chamber to its name.
    match line.trim_end_matches(['1', '2', ' ']) {
        "Tweede Kamer der Staten-Generaal" => Some(Kamer::Tweede),
        "Eerste Kamer der Staten-Generaal" => Some(Kamer::Eerste),
        "Verenigde Vergadering der Staten-Generaal" => Some(Kamer::Verenigd),
        _ => None,
    }
}

/// The session in a line that begins with it.
pub(super) fn session(line: &str) -> Option<SessionYear> {
    let rest = line.strip_prefix("Vergaderjaar ").or_else(|| line.strip_prefix("VERGADERJAAR "))?;
    SessionYear::parse(rest.split_whitespace().next()?)
}

/// A line that is a dossier and nothing else.
fn dossier(line: &str) -> Option<Dossier> {
    let digits = line.bytes().filter(u8::is_ascii_digit).count();
    Dossier::parse_printed(line)
        .filter(|dossier| digits >= 4 || (dossier.number.value().is_none() && line.len() > 3))
}

/// `29 521 Nederlandse deelname aan vredesmissies`: a dossier and, on the same line, its title.
fn titled_dossier(line: &str) -> Option<(Dossier, &str)> {
    let blanks = line.match_indices(' ').map(|(at, _)| at).take(3).collect::<Vec<_>>();
    // The longest dossier that can be read: `36 410 X Begroting` has a chapter, `29 521 A …` only a title.
    blanks.into_iter().rev().find_map(|blank| {
        let (number, title) = (&line[..blank], line[blank + 1..].trim());
        let dossier = dossier(number)?;
        let parted = number.matches(' ').count() > 1;
        let begins = title.starts_with(|sign: char| sign.is_uppercase() || sign.is_ascii_digit());
        (begins && (!parted || dossier.is_budget())).then_some((dossier, title))
    })
}

/// `Nr. 403`, `Nr. 385 BRIEF VAN …`, and in the Eerste Kamer `C` or `C MEMORIE VAN ANTWOORD`; the number and what follows it.
fn number(line: &str, kamer: Option<Kamer>) -> Option<(Ondernummer, &str)> {
    let signed = line.strip_prefix("Nr. ").or_else(|| line.strip_prefix("nr. "));
    let rest = signed.or_else(|| Some(line).filter(|_| kamer == Some(Kamer::Eerste)))?;
    let (number, title) = rest.split_once(' ').unwrap_or((rest, ""));
    let number = Ondernummer::parse(number)?;
    let believed = signed.is_some() || (number.is_letter() && number.to_string().len() <= 2);
    believed.then_some((number, title.trim()))
}

/// `31016-367`, `36410-VI-76`.
fn dashed(line: &str) -> Option<(Dossier, Ondernummer)> {
    let (dossier, number) = line.rsplit_once('-')?;
    let valid = line.starts_with(|sign: char| sign.is_ascii_digit()) && !line.contains(' ');
    Some((Dossier::parse(dossier).filter(|_| valid)?, Ondernummer::parse(number)?))
}

fn is_title(line: &str) -> bool {
    is_capitals(line) && kind_of(line).is_some()
}

fn is_capitals(line: &str) -> bool {
    line.chars().any(char::is_alphabetic) && !line.chars().any(char::is_lowercase)
}

/// Joins the lines of a title; a word that was broken at the end of a line is made whole.
pub(super) fn append(title: &mut Option<String>, line: &str) {
    let title = title.get_or_insert_default();
    if !title.is_empty() {
        title.push(' ');
    }
    title.push_str(line);
}
