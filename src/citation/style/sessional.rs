//! What is numbered within a session: Handelingen and their Aanhangsel.

use crate::config::Style;
use crate::identifier::{DocumentId, Kamer, SessionYear, Sessional};

use super::super::{Citation, RecordPages};
use super::numbers::{Number, enumeration, numbers};
use super::{numeral, short};

/// `Handelingen II 2016/17, nr. 66, item 6, p. 3`, for items and meetings that have an identifier of their own.
pub(super) fn meetings(citation: &Citation) -> Option<String> {
    let mut places: Vec<Place> = Vec::new();
    for target in &citation.targets {
        let DocumentId::Sessional(Sessional { kamer, session, numbers, .. }) = &target.id else {
            return None;
        };
        let (meeting, item) = match numbers[..] {
            [meeting] => (meeting, None),
            [meeting, item] => (meeting, Some(item)),
            _ => return None,
        };
        let pin = target.pin.as_ref().map(|pin| pin.text.clone());
        let items: Vec<u32> = item.into_iter().collect();
        let place = Place { kamer: *kamer, session: *session, meeting: Some(meeting), items, pin };
        match places.last_mut() {
            Some(last) if last.takes(&place) => last.items.extend(place.items),
            _ => places.push(place),
        }
    }
    rows(&places)
}

/// `Handelingen II 2007/08, nr. 108, p. 7909-7943`, where only a list knows which publication holds the pages.
pub(super) fn pages(pages: &[RecordPages]) -> Option<String> {
    let mut places: Vec<Place> = Vec::new();
    for RecordPages { range, pin } in pages {
        let (items, pin) = (Vec::new(), Some(pin.text.clone()));
        let place = Place { kamer: range.kamer, session: range.session, meeting: range.meeting, items, pin };
        // The pages of one list each say the whole of it.
        if places.last() != Some(&place) {
            places.push(place);
        }
    }
    rows(&places)
}

/// A place in the record of debates.
#[derive(PartialEq, Eq)]
struct Place {
    kamer: Kamer,
    session: SessionYear,
    meeting: Option<u32>,
    items: Vec<u32>,
    pin: Option<String>,
}

impl Place {
    /// Whether the next place is another item of the same meeting, of which neither has a page.
    fn takes(&self, next: &Self) -> bool {
        let (here, there) =
            ((self.kamer, self.session, self.meeting), (next.kamer, next.session, next.meeting));
        let items = !self.items.is_empty() && !next.items.is_empty();
        here == there && items && self.pin.is_none() && next.pin.is_none()
    }

    fn printed(&self) -> Option<String> {
        let kamer = match self.kamer {
            Kamer::Verenigd => "VV",
            one => numeral(one)?,
        };
        let mut parts = vec![format!("Handelingen {kamer} {}", short(self.session))];
        parts.extend(self.meeting.map(|meeting| format!("nr. {meeting}")));
        let items: Vec<String> = self.items.iter().map(ToString::to_string).collect();
        match &items[..] {
            [] => {}
            [item] => parts.push(format!("item {item}")),
            several => parts.push(format!("items {}", enumeration(several)?)),
        }
        parts.extend(self.pin.clone());
        Some(parts.join(", "))
    }
}

/// Places one after another, each a citation by itself.
fn rows(places: &[Place]) -> Option<String> {
    enumeration(&places.iter().map(Place::printed).collect::<Option<Vec<_>>>()?)
}

/// `Aanhangsel Handelingen II 2014/15, nr. 1241`.
pub(super) fn answers(citation: &Citation, style: Style) -> Option<String> {
    let mut rows: Vec<((Kamer, SessionYear), Vec<Number>)> = Vec::new();
    for target in &citation.targets {
        let DocumentId::Sessional(Sessional { kamer, session, numbers, .. }) = &target.id else {
            return None;
        };
        let [value] = numbers[..] else { return None };
        let pin = target.pin.as_ref().map(|pin| pin.text.clone());
        let number = Number { text: value.to_string(), pin, value: Some(value) };
        match rows.last_mut() {
            Some((head, numbers)) if *head == (*kamer, *session) => numbers.push(number),
            _ => rows.push(((*kamer, *session), vec![number])),
        }
    }
    let rows = rows.iter().map(|((kamer, session), row)| {
        let session = match style {
            Style::Kamer => format!(", vergaderjaar {session}"),
            Style::Leidraad | Style::Aanwijzingen => format!(" {}", short(*session)),
        };
        Some(format!("Aanhangsel Handelingen {}{session}, {}", numeral(*kamer)?, numbers(row)?))
    });
    enumeration(&rows.collect::<Option<Vec<_>>>()?)
}
