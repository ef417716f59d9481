//! What is numbered within a session: Handelingen and their Aanhangsel.

use crate::config::Style;
use crate::identifier::{DocumentId, Kamer, SessionYear, Sessional};

use super::super::{Citation, RecordPages};
use super::numbers::{Number, enumeration, numbers};
use super::{numeral, short};

/// `Handelingen II 2016/17, nr. 66, item 6, p. 3`, for items and meetings that have an identifier of their own.
pub(super) fn meetings(citation: &Citation) -> Option<String> {
    let places = citation.targets.iter().map(|target| {
        let DocumentId::Sessional(Sessional { kamer, session, numbers, .. }) = &target.id else {
            return None;
        };
        let place = match numbers[..] {
            [meeting] => format!("nr. {meeting}"),
            [meeting, item] => format!("nr. {meeting}, item {item}"),
            _ => return None,
        };
        let pin = target.pin.as_ref().map_or(String::new(), |pin| format!(", {}", pin.text));
        Some(((*kamer, *session), place + &pin))
    });
    rows(&places.collect::<Option<Vec<_>>>()?)
}

/// `Handelingen II 2007/08, nr. 108, p. 7909-7943`, where only a list knows which publication holds the pages.
pub(super) fn pages(pages: &[RecordPages]) -> Option<String> {
    let mut places: Vec<((Kamer, SessionYear), String)> = Vec::new();
    for RecordPages { range, pin } in pages {
        let meeting = range.meeting.map_or(String::new(), |meeting| format!("nr. {meeting}, "));
        let place = ((range.kamer, range.session), format!("{meeting}{}", pin.text));
        // The pages of one list each say the whole of it.
        if places.last() != Some(&place) {
            places.push(place);
        }
    }
    rows(&places)
}

/// Places in the record, each row of the same session under one keyword.
fn rows(places: &[((Kamer, SessionYear), String)]) -> Option<String> {
    let rows = places.chunk_by(|a, b| a.0 == b.0).map(|row| {
        let (kamer, session) = row[0].0;
        let kamer = match kamer {
            Kamer::Verenigd => "VV",
            one => numeral(one)?,
        };
        let places: Vec<&str> = row.iter().map(|(_, place)| place.as_str()).collect();
        Some(format!("Handelingen {kamer} {}, {}", short(session), places.join("; ")))
    });
    enumeration(&rows.collect::<Option<Vec<_>>>()?)
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
