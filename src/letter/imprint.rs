//! The imprint and the running footer, which stand on every page of a printed paper and name the paper itself.
//!
//! The footer has the very form of a citation (`Tweede Kamer, vergaderjaar 2022–2023, 36 171, nr. 11`); it is one of another paper where the number is not that of the letter.

use crate::identifier::{DocumentId, Dossier, Ondernummer};
use crate::text::Span;

use super::lines::{Line, lines};
use super::{Letter, Page};

/// Reads the feet of all pages: where no citation stands, where pages begin, and the letter's number where its head is missing.
pub(super) fn read(text: &str, letter: &mut Letter) {
    let mut page_starts = Vec::new();
    let mut last_page = 0;
    // Asked of the first footer only, since the question goes through the whole text.
    let mut repeated = None;
    let mut imprint: Option<(DocumentId, Span)> = None;
    let mut lines = lines(text, letter.body).filter(|line| !line.text.is_empty()).peekable();
    while let Some(line) = lines.next() {
        if let Some((id, span)) = imprint.take_if(|_| line.text.starts_with("ISSN")) {
            letter.silent.push(span.join(line.span));
            letter.header.id.get_or_insert(id);
        }
        imprint = bare_identifier(line.text).map(|id| (id, line.span));
        let Some(footer) = footer(line.text) else { continue };
        // The number of the page stands behind the footer, or alone on the next line.
        let below = lines.peek().and_then(|line| page_number(line.text)).filter(|_| footer.page.is_none());
        let own = if let Some(own) = &letter.header.id {
            footer.is_of(own)
        } else {
            // Of a paper without a head a footer is what has the number of a page, or stands on more than one.
            let numbered = footer.page.or(below).is_some() || footer.number.is_none();
            numbered || *repeated.get_or_insert_with(|| is_repeated(text, line.text))
        };
        if !own {
            continue;
        }
        letter.silent.push(line.span);
        let page = footer.page.or(below).unwrap_or(last_page + 1);
        let next = if below.is_some() {
            lines.next().map_or(line.next, |line: Line<'_>| line.next)
        } else {
            line.next
        };
        last_page = page;
        page_starts.push(Page { number: page + 1, start: next });
    }
    letter.pages = match &page_starts[..] {
        [] => form_feeds(text, letter.header.span.start),
        [first, ..] => {
            let mut pages = vec![Page { number: first.number - 1, start: letter.header.span.start }];
            let last_word = text.trim_end().len();
            pages.extend(page_starts.iter().filter(|page| page.start < last_word));
            pages
        }
    };
}

fn is_repeated(text: &str, footer: &str) -> bool {
    memchr::memmem::find_iter(text.as_bytes(), footer).nth(1).is_some()
}

struct Footer {
    dossier: Option<Dossier>,
    number: Option<Ondernummer>,
    page: Option<u32>,
}

impl Footer {
    fn is_of(&self, own: &DocumentId) -> bool {
        match own.as_kamerstuk() {
            Some(own) => self.dossier == Some(own.dossier) && self.number == Some(own.number),
            // An Aanhangsel prints its session alone.
            None => self.number.is_none(),
        }
    }
}

/// `Tweede Kamer, vergaderjaar 2022–2023, 36 171, nr. 11`, `Eerste Kamer, vergaderjaar 2023–2024, 36 410 X, C`, alone on its line, perhaps with the number of the page.
fn footer(line: &str) -> Option<Footer> {
    let rest = line.strip_prefix("Tweede Kamer, ").or_else(|| line.strip_prefix("Eerste Kamer, "))?;
    let rest = rest.strip_prefix("vergaderjaar ")?;
    let (_session, rest) = rest.split_once(", ")?;
    if let Some(page) = rest.strip_prefix("Aanhangsel") {
        // With a number (`Aanhangsel, nr. 12`) it is the citation of another answer.
        let page = if page.is_empty() { None } else { Some(page_number(page.trim())?) };
        return Some(Footer { dossier: None, number: None, page });
    }
    let (dossier, rest) = rest.split_once(", ")?;
    let rest = rest.strip_prefix("nr. ").unwrap_or(rest);
    let (number, page) = rest.split_once(' ').unwrap_or((rest, ""));
    let page = if page.is_empty() { None } else { Some(page_number(page)?) };
    Some(Footer {
        dossier: Some(Dossier::parse_printed(dossier)?),
        number: Some(Ondernummer::parse(number)?),
        page,
    })
}

fn page_number(line: &str) -> Option<u32> {
    (line.len() <= 4 && line.bytes().all(|b| b.is_ascii_digit())).then(|| line.parse().ok())?
}

/// `kst-36171-11`, alone on its line.
fn bare_identifier(line: &str) -> Option<DocumentId> {
    let known = ["kst-", "ah-", "h-", "kv-"].iter().any(|prefix| line.starts_with(prefix));
    known.then(|| DocumentId::parse(line).ok())?
}

/// Pages by the form feeds that extraction leaves, where the pages have no feet.
fn form_feeds(text: &str, first: usize) -> Vec<Page> {
    let feeds = memchr::memchr_iter(0x0C, text.as_bytes()).map(|at| at + 1).filter(|&at| at < text.len());
    let mut pages: Vec<Page> = feeds.zip(2..).map(|(start, number)| Page { number, start }).collect();
    if !pages.is_empty() {
        pages.insert(0, Page { number: 1, start: first });
    }
    pages
}
