//! What one list can say of the existence of a paper, and nothing stronger.
//!
//! Whatever is listed is known. Absence means something only where the list claims to be complete, and what it means depends on what else the list has of the dossier.

use std::sync::Arc;

use crate::config::Coverage;
use crate::corpus::{Existence, ListInfo};
use crate::identifier::{
    DocumentId, Dossier, DossierNumber, Kamerstuk, Ondernummer, Series, SessionYear, Sessional, Toevoeging,
};

use super::compiled::Compiled;
use super::key::{Key, NumberKind};
use super::record::Record;

/// Dossiers from here on are slips of the publisher (`kst-301000-G-2`, `kst-935450-…`): at some five hundred a year, six digits are more than a century away.
/// They are known like everything that is listed, but they say nothing of how far the list reaches.
const BEYOND_DOSSIERS: u32 = 100_000;

/// The sessions of which papers of the Eerste Kamer have an identifier with the session in it.
const SESSIONS_IN_IDENTIFIERS: std::ops::RangeInclusive<u16> = 1994..=2009;

/// No dossier from here on was opened before the session 2010/11, so that none has a paper with the session in its identifier.
const BEYOND_SESSIONS: u32 = 32_600;

/// Whether the list has it. Suffixes are of no account; a whole dossier is listed where any of its papers is.
pub(super) fn is_listed(list: &Compiled, id: &DocumentId) -> bool {
    let otherwise = |paper| {
        spellings(paper).iter().any(|other| has_paper(list, other))
            || kingdom_papers(list, paper).next().is_some()
    };
    has_exactly(list, id) || id.as_kamerstuk().is_some_and(otherwise)
}

/// Whether the list has it under this very identifier.
pub(super) fn has_exactly(list: &Compiled, id: &DocumentId) -> bool {
    match id {
        DocumentId::Kamerstuk(paper) => has_paper(list, paper),
        DocumentId::Dossier(dossier) => has_dossier(list, *dossier),
        // A meeting of the record is listed where any of its items is.
        DocumentId::Sessional(Sessional { series: Series::Handelingen, numbers, .. })
            if numbers.len() == 1 =>
        {
            list.names_with(&format!("{id}-")).next().is_some()
        }
        _ => list.has_name(&id.to_string()),
    }
}

/// What the list says of a paper, under whichever of its identifiers.
pub(super) fn record(list: &Compiled, id: &DocumentId) -> Option<Record> {
    let Some(paper) = id.as_kamerstuk() else {
        return list.record_of_name(&id.to_string());
    };
    let of = |paper: &Kamerstuk| match Key::of(paper) {
        Some(key) => list.record_in(key.spellings()),
        None => list.record_of_name(&DocumentId::Kamerstuk(*paper).to_string()),
    };
    of(paper)
        .or_else(|| spellings(paper).iter().find_map(of))
        .or_else(|| kingdom_papers(list, paper).find_map(|paper| of(&paper)))
}

/// The other identifiers that a paper may have: those of the Eerste Kamer of 1994/95 to 2009/10 hold the session, or do not, as the publisher pleased.
pub(crate) fn spellings(paper: &Kamerstuk) -> Vec<Kamerstuk> {
    let in_session = |session| Kamerstuk { session, suffix: None, ..*paper };
    match (paper.session, paper.dossier.toevoeging) {
        // A Kingdom number is printed behind many dossiers and stands in few identifiers.
        (None, Some(Toevoeging::Rijkswet(_))) => {
            vec![Kamerstuk { dossier: Dossier::plain(paper.dossier.number), ..in_session(None) }]
        }
        (Some(_), _) => vec![in_session(None)],
        (None, _) if paper.number.is_letter() && may_have_session(paper.dossier, BEYOND_SESSIONS) => {
            SESSIONS_IN_IDENTIFIERS.map(|year| in_session(Some(SessionYear::starting(year)))).collect()
        }
        (None, _) => Vec::new(),
    }
}

/// The identifiers that letters may use for a paper that is known under this one: its other identifiers, and where it bears a plain number, those with a session that a citation of the Eerste Kamer suggests (`Kamerstukken I 2000/01, 26 855, nr. 250`).
pub(crate) fn cited_as(paper: &Kamerstuk) -> Vec<Kamerstuk> {
    /// Papers of the Eerste Kamer bore plain numbers until letters took their place in 2003.
    const BEYOND_NUMBERS: u32 = 29_000;
    let numbered = paper.session.is_none() && !paper.number.is_letter();
    if numbered && paper.dossier.toevoeging.is_none() && may_have_session(paper.dossier, BEYOND_NUMBERS) {
        let in_session = |year| {
            let session = Some(SessionYear::starting(year));
            Kamerstuk { session, suffix: None, ..*paper }
        };
        return SESSIONS_IN_IDENTIFIERS.take_while(|year| *year < 2004).map(in_session).collect();
    }
    spellings(paper)
}

fn may_have_session(dossier: Dossier, beyond: u32) -> bool {
    dossier.number.value().is_none_or(|value| value < beyond)
}

fn has_paper(list: &Compiled, paper: &Kamerstuk) -> bool {
    Key::of(paper).is_some_and(|key| list.has_any(key.spellings()))
}

/// The papers that are listed with a Kingdom number behind the dossier, `kst-34141-R2047-4`.
pub(super) fn kingdom_papers(list: &Compiled, paper: &Kamerstuk) -> impl Iterator<Item = Kamerstuk> {
    let plain = paper.dossier.toevoeging.is_none();
    let range = plain.then(|| Key::of_rijkswetten(paper.dossier.number)).flatten();
    let number = paper.number;
    let keys = range.into_iter().flat_map(|range| list.keys_in(range));
    keys.filter(move |key| key.number() == number).map(Key::paper)
}

/// Whether any paper of the dossier is listed. A dossier without chapter, fund or part is all of them together.
pub(super) fn has_dossier(list: &Compiled, dossier: Dossier) -> bool {
    let range = match dossier.toevoeging {
        None | Some(Toevoeging::Rijkswet(_)) => Key::of_dossier_number(dossier.number),
        Some(_) => Key::of_dossier(dossier),
    };
    range.is_some_and(|range| list.has_any(range)) || names_dossier(list, dossier)
}

/// Whether the dossier itself is listed.
pub(super) fn names_dossier(list: &Compiled, dossier: Dossier) -> bool {
    list.has_name(&DocumentId::Dossier(dossier).to_string())
}

/// The dossiers of five digits, with all chapters and parts, whose number begins with these.
pub(super) fn dossiers_beginning(list: &Compiled, digits: &str) -> Vec<Dossier> {
    let mut dossiers = Vec::new();
    let Some(missing) = 5_usize.checked_sub(digits.len()) else { return dossiers };
    let Ok(number) = digits.parse::<u32>() else { return dossiers };
    let unit = 10_u32.pow(u32::try_from(missing).unwrap_or(0));
    let end = Key::before_dossier(number.saturating_add(1) * unit);
    let mut from = Key::before_dossier(number * unit);
    // From dossier to dossier, over their papers.
    while let Some(key) = list.first_from(from).filter(|key| *key < end) {
        let dossier = key.paper().dossier;
        dossiers.push(dossier);
        let Some(papers) = Key::of_dossier(dossier) else { break };
        from = papers.end;
    }
    dossiers
}

/// The listed papers of a dossier, ascending by number.
pub(super) fn papers(list: &Compiled, dossier: Dossier) -> impl Iterator<Item = Kamerstuk> + '_ {
    Key::of_dossier(dossier).into_iter().flat_map(|range| list.keys_in(range)).map(Key::paper)
}

/// Whether any paper is listed whose number counts in the dossier as it stands: within its chapter, fund or part.
pub(super) fn has_papers(list: &Compiled, dossier: Dossier) -> bool {
    Key::of_dossier(dossier).is_some_and(|range| list.has_any(range))
}

/// The highest dossier with an Arabic number, slips of the publisher left out.
pub(super) fn highest_dossier(list: &Compiled) -> Option<u32> {
    list.last_before(Key::before_dossier(BEYOND_DOSSIERS))?.dossier_value()
}

/// What the list says of a paper. `coverage` is what it claims to be complete in, each with what a message calls it.
pub(super) fn existence(
    list: &Compiled,
    coverage: &[(Coverage, Arc<ListInfo>)],
    id: &DocumentId,
) -> Existence {
    if is_listed(list, id) {
        return Existence::Known;
    }
    let covering = coverage.iter().filter(|(coverage, _)| covers(coverage, id));
    let Some(info) = covering.map(|(_, info)| info).max_by_key(|info| info.until) else {
        return Existence::Outside;
    };
    let (Some(dossier), info) = (id.dossier(), Arc::clone(info)) else {
        return Existence::Outside;
    };
    match id.as_kamerstuk() {
        Some(paper) if has_papers(list, dossier) || names_dossier(list, dossier) => {
            absent_number(list, info, paper)
        }
        None if may_share_numbers(list, dossier) => Existence::Outside,
        _ => absent_dossier(list, info, dossier),
    }
}

/// Whether a claim of completeness is about this paper.
///
/// Only papers and dossiers are judged; of the other families a list says what it has, and absence from it means nothing yet.
fn covers(coverage: &Coverage, id: &DocumentId) -> bool {
    let Some(dossier) = id.dossier().filter(|_| coverage.family == Series::Kamerstuk.code()) else {
        return false;
    };
    let dossier_is_late_enough = match (coverage.from_dossier, dossier.number.value()) {
        (None, _) => true,
        (Some(from), Some(value)) => from <= value,
        // Roman dossiers are a row of their own.
        (Some(_), None) => false,
    };
    let session = id.as_kamerstuk().and_then(|paper| paper.session);
    let session_is_late_enough = match (coverage.from_session, session) {
        (Some(from), Some(session)) => from <= session,
        _ => true,
    };
    dossier_is_late_enough && session_is_late_enough
}

/// Whether all papers of the dossier may count in another one of the same budget, so that no list of papers tells of it: those of 36 410 H (the BES-fonds) bear the numbers of 36 410 IV, and those of IXA the numbers of IX.
fn may_share_numbers(list: &Compiled, dossier: Dossier) -> bool {
    matches!(dossier.toevoeging, Some(Toevoeging::Fund(_) | Toevoeging::Chapter(_, Some(_))))
        && has_dossier(list, Dossier::plain(dossier.number))
}

/// What it means that a listed dossier lacks a number.
fn absent_number(list: &Compiled, info: Arc<ListInfo>, paper: &Kamerstuk) -> Existence {
    let kind = NumberKind::of(paper.number);
    let highest = highest_number(list, paper, kind);
    match highest {
        // The old numbers with a small letter ran through a session, over all dossiers, so none is higher than another.
        Some(highest) if kind != NumberKind::Lettered && is_above(highest, paper.number) => {
            Existence::Gap { list: info, highest }
        }
        _ => Existence::AboveHighestNumber { list: info, highest },
    }
}

/// The highest number of the same kind in the dossier. Letters ran on from session to session, whatever the identifiers hold; numbers are those of the same chamber.
fn highest_number(list: &Compiled, paper: &Kamerstuk, kind: NumberKind) -> Option<Ondernummer> {
    if kind == NumberKind::Lettered {
        return None;
    }
    list.keys_in(Key::of_kind(paper.dossier, kind)?)
        .rev()
        .find(|key| kind == NumberKind::Letters || key.has_session() == paper.session.is_some())
        .map(Key::number)
}

/// Whether `highest` comes after `number`: 12 after 9, and AA after Z.
fn is_above(highest: Ondernummer, number: Ondernummer) -> bool {
    match (highest, number) {
        (Ondernummer::Letters(highest), Ondernummer::Letters(number)) => {
            let length = |letters: [u8; 8]| letters.iter().take_while(|&&b| b != 0).count();
            (length(highest), highest) > (length(number), number)
        }
        (highest, number) => highest > number,
    }
}

/// What it means that a dossier is not listed.
fn absent_dossier(list: &Compiled, info: Arc<ListInfo>, dossier: Dossier) -> Existence {
    match dossier.number {
        DossierNumber::Arabic { value, .. } => match highest_dossier(list) {
            Some(highest) if value < highest => Existence::NoSuchDossier { list: info },
            Some(highest) => Existence::AboveHighestDossier { list: info, highest },
            None => Existence::Outside,
        },
        // Roman dossiers come after all others.
        DossierNumber::Roman(roman) => match list.last().map(|key| key.paper().dossier.number) {
            Some(DossierNumber::Roman(highest)) if roman < highest => Existence::NoSuchDossier { list: info },
            _ => Existence::Outside,
        },
    }
}
