//! The family of Handelingen, the record of debates: `Handelingen II 2016/17, nr. 66, item 6`.
//!
//! ```text
//! citation   keyword  heading  place  { connector [ heading ] place }
//! heading    { chamber | session | date }
//! place      meeting  [ items ]  [ pin ]     or  pin
//! ```
//! From January 2011 on each item of a meeting is a publication. Before, the pages are what identifies one, and only a catalogue knows which holds a page; before September 1994 nothing has an identifier.

mod items;
mod pages;
mod place;

use winnow::Parser;
use winnow::combinator::{alt, opt};
use winnow::stream::Stream;

use crate::identifier::{DocumentId, Kamer, PageRange, Series, SessionYear, Sessional, last_meeting_by_page};
use crate::text::Span;

use super::grammar::{
    Heading, Input, Parsed, attempt, comma, connector, dossier, heading, here, number_sign, only_if, sep,
    stands, word,
};
use super::kamerstuk::{self, Papers, is_full};
use super::recognise::{Grammar, Scene};
use super::{
    Citation, Example, Family, Form, Pin, Problem, ProblemKind, RecordPages, Standing, Target, aanhangsel,
};

use items::Item;
use pages::{Stretch, stretches};
use place::{Place, further_place, place};

/// Keyword first. The last starts are those of a keyword that a line's end broke.
pub(super) static GRAMMAR: Grammar = Grammar {
    starts: &[
        "Handel",
        "handel",
        "Hand.",
        "Han-",
        "han-",
        "Hande-",
        "hande-",
        "Han\u{AD}",
        "han\u{AD}",
        "Hande\u{AD}",
        "hande\u{AD}",
    ],
    numbers: &[],
    forms: &[
        Form {
            code: "record-item",
            examples: &[
                Example { printed: "Handelingen II 2018/19, nr. 47, item 9", means: "h-tk-20182019-47-9" },
                Example {
                    printed: "Handelingen I 2021/22, nr. 30, item 5, p. 12",
                    means: "h-ek-20212022-30-5 p. 12",
                },
                Example {
                    printed: "Handelingen TK 2015-2016, nr. 92, items 4 en 7",
                    means: "h-tk-20152016-92-4; h-tk-20152016-92-7",
                },
                Example { printed: "Handelingen II 2019/20, 12-3-8", means: "h-tk-20192020-12-3 p. 8" },
            ],
        },
        Form {
            code: "record-meeting",
            examples: &[Example {
                printed: "Handelingen II, vergaderjaar 2022–2023, nr. 41",
                means: "h-tk-20222023-41",
            }],
        },
        Form {
            code: "record-joint-sitting",
            examples: &[Example {
                printed: "Handelingen Verenigde Vergadering 2013/14, nr. 2, item 1",
                means: "h-vv-20132014-2-1",
            }],
        },
        Form {
            code: "record-page",
            examples: &[
                Example {
                    printed: "Handelingen II 2005/06, nr. 33, p. 2201-2204",
                    means: "tk 20052006 meeting 33 2201-2204 p. 2201-2204",
                },
                Example {
                    printed: "Handelingen I 2003/04, blz. 17-901",
                    means: "ek 20032004 meeting 17 901-901 p. 17-901",
                },
            ],
        },
        Form {
            code: "record-of-a-day",
            examples: &[Example { printed: "Handelingen II 12 december 1989", means: "" }],
        },
    ],
    read: |input, scene| attempt(input, |input: &mut Input<'_>| citation(input, scene)),
};

fn citation(input: &mut Input<'_>, scene: &Scene<'_>) -> Parsed<Citation> {
    let start = here(input);
    keyword(input, scene)?;
    let keyword_span = Span::new(start, here(input));
    let behind = input.checkpoint();
    let mut stated = Heading::default();
    heading(input, &mut stated);
    if stands(input, (opt(comma), sep, word("aanhangsel"))) {
        return aanhangsel::within_record(input, start, stated, scene);
    }
    // A meeting has no dossier's number, and a number behind one leaves no doubt.
    if stands(input, (opt(comma), sep, dossier.verify(is_full), opt(comma), sep, number_sign)) {
        input.reset(&behind);
        return paper(input, keyword_span);
    }
    let mut found = Found::new(&stated, scene);
    let mut last = attempt(input, place);
    // What the whole is about, `nr. 66, item 6 (2016/17)`, may stand behind.
    if last.is_some() && !stated.is_dated() {
        heading(input, &mut stated);
        found = Found::new(&stated, scene);
    }
    // A day alone names a debate where the chamber stands with it.
    only_if(stated.is_dated() && (last.is_some() || (stated.date.is_some() && stated.kamer.is_some())))?;
    while let Some(before) = last {
        let next = attempt(input, |input: &mut Input<'_>| further_place(input, &before));
        found.push(&before);
        last = next.or_else(|| {
            let (heading, place) = attempt(input, |input: &mut Input<'_>| elsewhere(input, &stated))?;
            found.turn_to(&heading);
            Some(place)
        });
    }
    Ok(found.citation(Span::new(start, here(input)), &stated))
}

/// `Handelingen`, `Hand.`
fn keyword(input: &mut Input<'_>, scene: &Scene<'_>) -> Parsed<()> {
    only_if(!scene.is_within_word())?;
    alt((word("handelingen"), (word("hand"), sep, '.').void())).parse_next(input)
}

/// Another chamber or session in the same citation: `…, nr. 66, item 6; I 2016/17, nr. 3, item 4`.
fn elsewhere(input: &mut Input<'_>, before: &Heading) -> Parsed<(Heading, Place)> {
    connector(input)?;
    let mut next = Heading { kamer: before.kamer, ..Heading::default() };
    heading(input, &mut next);
    only_if(next.session.is_some())?;
    Ok((next, place(input)?))
}

/// A Kamerstuk that is called Handelingen: `Handelingen II, 1995-1996, 24 692, nr. 3, p. 14`.
fn paper(input: &mut Input<'_>, keyword: Span) -> Parsed<Citation> {
    let is_paper =
        |papers: &Papers, _: &Input<'_>| !papers.numbers.is_empty() && papers.dossiers.iter().all(is_full);
    let mut citation = kamerstuk::behind_keyword(input, keyword.start, is_paper)?;
    citation.problems.push(Problem {
        span: keyword,
        kind: ProblemKind::WrongKind { meant: Family::Kamerstuk },
        correction: Some("Kamerstukken".to_owned()),
    });
    Ok(citation)
}

/// What has been found so far, and where the next place is to be sought.
struct Found {
    kamer: Kamer,
    /// None where no session is said, or one that cannot be.
    session: Option<SessionYear>,
    /// Whether the record has identifiers at all.
    listed: bool,
    targets: Vec<Target>,
    pages: Vec<RecordPages>,
    problems: Vec<Problem>,
}

impl Found {
    fn new(stated: &Heading, scene: &Scene<'_>) -> Self {
        let mut found = Self {
            kamer: scene.context.kamer(),
            session: None,
            listed: !stated.committee,
            targets: Vec::new(),
            pages: Vec::new(),
            problems: Vec::new(),
        };
        found.turn_to(stated);
        found
    }

    fn turn_to(&mut self, stated: &Heading) {
        self.kamer = stated.kamer.unwrap_or(self.kamer);
        self.session = stated.session_year();
        self.problems.extend(stated.problem());
    }

    fn push(&mut self, place: &Place) {
        let Some(session) = self.session.filter(|_| self.listed) else { return };
        if self.is_by_item(session, place) {
            self.push_items(session, place);
        } else {
            self.push_pages(session, place);
        }
    }

    /// Whether a place is one by item: from 2011 on, and of 2010/11 whatever does not name a page of a meeting of 2010.
    fn is_by_item(&self, session: SessionYear, place: &Place) -> bool {
        let by_page = || {
            place.pin.is_some()
                && place.meeting.is_none_or(|meeting| meeting <= last_meeting_by_page(self.kamer))
        };
        session.first() > 2010 || (session.first() == 2010 && !by_page())
    }

    fn push_items(&mut self, session: SessionYear, place: &Place) {
        let Some(meeting) = place.meeting else { return };
        let id = |numbers: Vec<u32>| {
            DocumentId::Sessional(Sessional {
                series: Series::Handelingen,
                kamer: self.kamer,
                session,
                numbers,
            })
        };
        let target = |span, id, pin| Target { span, id, dossiers: Vec::new(), pin, number_span: None };
        if place.items.is_empty() {
            self.targets.push(target(place.span, id(vec![meeting]), place.pin.clone()));
        }
        for Item { number, span, pin, .. } in &place.items {
            let own = pin.as_ref().map_or(*span, |pin| span.join(pin.span));
            self.targets.push(target(own, id(vec![meeting, *number]), pin.clone()));
        }
    }

    fn push_pages(&mut self, session: SessionYear, place: &Place) {
        let kamer = self.kamer;
        // `25-2231` without a word for pages: what is joined to the meeting by a dash is the page.
        for Item { number, span, pin, .. } in place.items.iter().filter(|item| item.dashed) {
            let last = pin.as_ref().map_or(*number, |pin| pin.page).max(*number);
            let pages = if last > *number { format!("{number}-{last}") } else { number.to_string() };
            let pin = Pin { text: format!("p. {pages}"), page: *number, span: *span };
            let range = PageRange { kamer, session, meeting: place.meeting, first: *number, last };
            self.pages.push(RecordPages { range, pin });
        }
        let Some(pin) = &place.pin else { return };
        for Stretch { meeting, first, last, .. } in stretches(pin, place.meeting) {
            let range = PageRange { kamer, session, meeting, first, last };
            self.pages.push(RecordPages { range, pin: pin.clone() });
        }
    }

    fn citation(mut self, span: Span, stated: &Heading) -> Citation {
        if let [only] = &mut self.targets[..] {
            only.span = span;
        }
        Citation {
            span,
            family: Family::Handelingen,
            targets: self.targets,
            kamer: stated.kamer,
            session: stated.session_year(),
            standing: Standing::Stated,
            pages: self.pages,
            problems: self.problems,
        }
    }
}

#[cfg(test)]
mod tests;
