//! One piece, page by page, until nothing is missing.
//!
//! While one reads, papers come and go, and then those behind them move to another page.
//! Pages are asked for in the order of identifiers; what comes twice counts once; and where the number of all changed on the way, or fewer came than there are, one reads again and adds what was missed.
//! The number is an estimate, so a reading that adds nothing is an end too.

use std::collections::{BTreeMap, HashSet};
use std::io;

use crate::config::FetchConfig;

use super::super::query::{Family, Order, Page, Query};
use super::super::sru::dossier_line;
use super::super::{Answer, Client, Trouble, Wanted, odata, sru};
use super::journal::Known;
use super::segment::mark;

/// A thousand records take four megabytes; more than this, in bytes, is no page.
const LARGEST_PAGE: u64 = 64 << 20;

/// So many times a piece is read that does not come to rest.
const READINGS: usize = 5;

/// Diagnostics of SRU that speak of sorting.
const OF_SORTING: std::ops::RangeInclusive<u32> = 80..=93;

/// One who walks.
pub(super) struct Walker<'a> {
    pub(super) client: &'a mut Client,
    /// Where the services are.
    pub(super) services: &'a FetchConfig,
    pub(super) order: Order,
    /// Pages that are in the list, as far as the service can say that they are as they were.
    pub(super) known: &'a BTreeMap<String, Known>,
    /// The same of the pages that are read now.
    pub(super) pages: BTreeMap<String, Known>,
}

/// What came.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub(super) struct Walked {
    /// So many different records.
    pub(super) records: usize,
    pub(super) not_understood: usize,
}

impl Walker<'_> {
    /// How many records there are.
    pub(super) fn count(&mut self, query: Query) -> Result<usize, Trouble> {
        match self.page(query, 1, 1, false)? {
            Some(page) => Ok(page.total),
            None => Ok(0),
        }
    }

    /// Reads a piece; `put` gets each line once, `came` how many records are there.
    pub(super) fn walk(
        &mut self,
        query: Query,
        put: &mut dyn FnMut(&str) -> io::Result<()>,
        came: &dyn Fn(usize),
    ) -> Result<Walked, WalkError> {
        let most = match query.family {
            Family::Documenten => odata::PAGE,
            _ => sru::PAGE,
        };
        let mut seen = HashSet::new();
        let mut titled = HashSet::new();
        let mut walked = Walked::default();
        for reading in 0..READINGS {
            let (mut start, mut first_total, mut moved) = (1, None, false);
            let (mut nameless, mut unchanged) = (0, 0);
            let before = seen.len();
            let total = loop {
                let (total, records) = if let Some(page) = self.page(query, start, most, reading == 0)? {
                    nameless += page.records - page.papers.len();
                    for paper in &page.papers {
                        if !seen.insert(mark(&paper.identifier)) {
                            continue;
                        }
                        let Some(line) = &paper.line else {
                            walked.not_understood += 1;
                            continue;
                        };
                        put(line)?;
                        for (number, title) in &paper.dossiers {
                            let line = dossier_line(number, title);
                            if !title.is_empty() && titled.insert(mark(&line)) {
                                put(&line)?;
                            }
                        }
                    }
                    (page.total, page.records)
                } else {
                    let known = &self.known[&self.address(query, start, most)];
                    unchanged += known.records;
                    (known.total, known.records)
                };
                walked.records = seen.len() + nameless + unchanged;
                came(walked.records);
                moved |= *first_total.get_or_insert(total) != total;
                start += records;
                if records == 0 || start > total {
                    break total;
                }
            };
            let rests = !moved && walked.records >= total;
            if rests || (reading > 0 && seen.len() == before) {
                break;
            }
        }
        Ok(walked)
    }

    fn address(&self, query: Query, start: usize, most: usize) -> String {
        match query.family {
            Family::Documenten => odata::address(query, &self.services.odata, start, most),
            _ => sru::address(query, &self.services.sru, self.order, start, most),
        }
    }

    /// A page; `None` where it is as it was when the list took it in.
    fn page(
        &mut self,
        query: Query,
        start: usize,
        most: usize,
        may_be_known: bool,
    ) -> Result<Option<Page>, Trouble> {
        loop {
            let address = self.address(query, start, most);
            let known = self.known.get(&address).filter(|_| may_be_known);
            let validators = known.map(Known::validators);
            let host = host(&address);
            let is_odata = query.family == Family::Documenten;
            let wanted = Wanted {
                address: &address,
                kind: if is_odata { "json" } else { "xml" },
                limit: LARGEST_PAGE,
                validators: validators.as_ref(),
            };
            match self.client.get(wanted, |bytes| {
                let read = if is_odata { odata::read } else { sru::read };
                read(bytes, &host)
            }) {
                Ok(Answer::Unchanged) => {
                    let Some(known) = known else {
                        // Nobody asked whether it was unchanged.
                        return Err(Trouble::NotUnderstood { host });
                    };
                    self.pages.insert(address, known.clone());
                    return Ok(None);
                }
                Ok(Answer::Given(page, validators)) => {
                    if let Some(known) = Known::new(validators, page.total, page.records) {
                        self.pages.insert(address, known);
                    }
                    return Ok(Some(page));
                }
                Err(Trouble::Diagnostic { code, .. })
                    if OF_SORTING.contains(&code) && self.order == Order::Identifier =>
                {
                    self.order = Order::Date;
                }
                Err(trouble) => return Err(trouble),
            }
        }
    }
}

/// Why a piece could not be read, or not be written.
#[derive(Debug)]
pub(super) enum WalkError {
    Trouble(Trouble),
    Disk(io::Error),
}

impl From<Trouble> for WalkError {
    fn from(trouble: Trouble) -> Self {
        Self::Trouble(trouble)
    }
}

impl From<io::Error> for WalkError {
    fn from(error: io::Error) -> Self {
        Self::Disk(error)
    }
}

fn host(address: &str) -> String {
    url::Url::parse(address).ok().and_then(|url| url.host_str().map(str::to_owned)).unwrap_or_default()
}
