//! Who cites a paper, in memory and in the index below it, under whatever identifier.
//!
//! What letters cite is kept as their text alone gives it, since it has to stay right when the lists change: a paper of the Eerste Kamer with the session that was printed, a page of a debate as a page.
//! Here it is settled, at the moment of the question, as `analysis` settles a letter that is read.

use std::collections::BTreeMap;

use crate::corpus::catalogue::cited_as;
use crate::corpus::index::{Filed, Trouble};
use crate::corpus::{CitingPlace, Existence};
use crate::identifier::{DocumentId, Dossier, PageRange};

use super::answers::Layered;
use super::view::record_of;

impl Layered<'_> {
    /// The identifier that a paper is known under, without the suffixes of reprints and attachments.
    fn settled(&self, id: &DocumentId) -> Result<DocumentId, Trouble> {
        Ok(self.known_as(id)?.map_or_else(|| id.base(), |known| known.base()))
    }

    /// The identifiers under which a paper is cited that is known as `id`, which comes first: letters give a session where the publisher has none, and the other way round.
    fn cited_as(&self, id: &DocumentId) -> Result<Vec<DocumentId>, Trouble> {
        let mut names = vec![id.clone()];
        for other in id.as_kamerstuk().map(cited_as).unwrap_or_default() {
            let other = DocumentId::Kamerstuk(other);
            let mut cited = self.view.citations_of(&other).0;
            if let Some(below) = self.below {
                cited += below.paper(&other)?.cited;
            }
            if cited > 0 && self.settled(&other)? == *id {
                names.push(other);
            }
        }
        Ok(names)
    }

    /// How often a paper is cited. What is unconfirmed counts where the paper is known.
    pub(super) fn citations(&self, id: &DocumentId) -> Result<usize, Trouble> {
        let id = self.settled(id)?;
        let names = self.cited_as(&id)?.into_iter().map(|name| self.citations_under(&name));
        Ok(names.sum::<Result<usize, Trouble>>()? + self.citing_pages_of(&id)?.len())
    }

    fn citations_under(&self, id: &DocumentId) -> Result<usize, Trouble> {
        let (mut cited, mut unconfirmed) = self.view.citations_of(id);
        if let Some(below) = self.below {
            let entry = below.paper(id)?;
            if entry.cited > 0 {
                let of = |filed: &Filed| filed.cites.iter().filter(|cite| cite.id == *id).count();
                let not_sure = |filed: &Filed| {
                    filed.cites.iter().filter(|cite| cite.id == *id && cite.unconfirmed).count()
                };
                cited += entry.cited.saturating_sub(self.hidden_count(of)?);
                unconfirmed += entry.unconfirmed.saturating_sub(self.hidden_count(not_sure)?);
            }
        }
        let counts = unconfirmed == 0 || self.existence(id)? == Existence::Known;
        Ok(if counts { cited } else { cited - unconfirmed })
    }

    /// Where a paper is cited, by path and place.
    pub(super) fn citing(&self, id: &DocumentId) -> Result<Vec<CitingPlace>, Trouble> {
        let id = self.settled(id)?;
        let (mut above, mut below) = (Vec::new(), Vec::new());
        for name in self.cited_as(&id)? {
            above.extend(self.view.citing(&name));
            below.extend(self.below.map_or(Ok(Vec::new()), |below| below.citing(&name))?);
        }
        let mut places = self.places(above, below)?;
        let pages = self.citing_pages_of(&id)?;
        if !pages.is_empty() {
            places.extend(pages);
            places.sort_by(|a, b| (&a.path, a.cited.span).cmp(&(&b.path, b.cited.span)));
        }
        for place in &mut places {
            place.cited.id = id.clone();
        }
        Ok(places)
    }

    /// Where pages are cited that a publication of the record of debates holds.
    fn citing_pages_of(&self, id: &DocumentId) -> Result<Vec<CitingPlace>, Trouble> {
        let Some((kamer, session)) = record_of(id) else { return Ok(Vec::new()) };
        let below = self.below.map_or(Ok(Vec::new()), |below| below.citing_pages(kamer, session))?;
        let mut places = self.view.citing_pages(kamer, session);
        places.extend(below.into_iter().filter(|place| !self.is_hidden(&place.path)));
        if places.is_empty() {
            return Ok(places);
        }
        let ranges: Vec<Option<PageRange>> =
            places.iter().map(|place| PageRange::of_stand_in(&place.cited.id)).collect();
        let mut asked: Vec<PageRange> = ranges.iter().copied().flatten().collect();
        asked.sort_unstable();
        asked.dedup();
        let held = self.publications(&asked)?;
        let holds = |range: &PageRange| asked.binary_search(range).is_ok_and(|at| held[at].contains(id));
        let mut wanted = ranges.iter().map(|range| range.as_ref().is_some_and(holds));
        places.retain(|_| wanted.next() == Some(true));
        // Two pages of one debate are one citation of it.
        places.dedup_by(|a, b| (&a.path, a.cited.span) == (&b.path, b.cited.span));
        Ok(places)
    }

    /// Places in memory and in the index together, as far as they count, by path and place.
    fn places(
        &self,
        mut places: Vec<CitingPlace>,
        below: Vec<CitingPlace>,
    ) -> Result<Vec<CitingPlace>, Trouble> {
        places.extend(below.into_iter().filter(|place| !self.is_hidden(&place.path)));
        let mut known: BTreeMap<DocumentId, bool> = BTreeMap::new();
        for place in places.iter().filter(|place| place.cited.unconfirmed) {
            if !known.contains_key(&place.cited.id) {
                let is_known = self.existence(&place.cited.id)? == Existence::Known;
                known.insert(place.cited.id.clone(), is_known);
            }
        }
        places.retain(|place| !place.cited.unconfirmed || known.get(&place.cited.id) == Some(&true));
        places.sort_by(|a, b| (&a.path, a.cited.span).cmp(&(&b.path, b.cited.span)));
        Ok(places)
    }

    /// Where letters cite a paper of the dossier, or the dossier itself, by path and place.
    pub(super) fn citing_dossier(&self, dossier: Dossier) -> Result<Vec<CitingPlace>, Trouble> {
        let below = self.below.map_or(Ok(Vec::new()), |below| below.citing_dossier(dossier))?;
        let mut places = self.places(self.view.citing_in(dossier), below)?;
        let mut names: BTreeMap<DocumentId, DocumentId> = BTreeMap::new();
        for place in &mut places {
            let name = match names.get(&place.cited.id) {
                Some(name) => name.clone(),
                None => self.settled(&place.cited.id)?,
            };
            let kept = std::mem::replace(&mut place.cited.id, name.clone());
            names.insert(kept, name);
        }
        Ok(places)
    }
}

#[cfg(test)]
mod tests;
