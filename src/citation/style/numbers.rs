//! Numbers behind a dossier or a session: `nr. 3, p. 7`, `nrs. 3, 5 en 7`, `nr. 6, p. 15-16 en nr. 7, p. 5`.

/// A number with the page that is named of it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Number {
    /// As printed, `385`, `188b`, `C`.
    pub(super) text: String,
    /// `p. 7`
    pub(super) pin: Option<String>,
    /// The place of a plain number in the row, by which neighbours are known.
    pub(super) value: Option<u32>,
}

/// So many neighbours become a range.
const RANGE: usize = 3;

/// All numbers with their sign. A single letter stands without one, as the authorities have it: `33802, C`.
pub(super) fn numbers(numbers: &[Number]) -> Option<String> {
    let [first, rest @ ..] = numbers else { return None };
    let pinned = |text: String, pin: &Option<String>| match pin {
        Some(pin) => format!("{text}, {pin}"),
        None => text,
    };
    if rest.is_empty() {
        let is_letter = first.text.bytes().all(|byte| byte.is_ascii_uppercase());
        let sign = if is_letter { "" } else { "nr. " };
        return Some(pinned(format!("{sign}{}", first.text), &first.pin));
    }
    // One page behind all of them belongs to each; pages of their own need the sign before each.
    if rest.iter().all(|number| number.pin == first.pin) {
        return Some(pinned(format!("nrs. {}", enumeration(&ranges(numbers))?), &first.pin));
    }
    let each = numbers.iter().map(|number| pinned(format!("nr. {}", number.text), &number.pin));
    enumeration(&each.collect::<Vec<_>>())
}

/// The members with commas and `en`; none of no members.
pub(super) fn enumeration(members: &[String]) -> Option<String> {
    let (last, before) = members.split_last()?;
    Some(if before.is_empty() { last.clone() } else { format!("{} en {last}", before.join(", ")) })
}

/// The numbers as members of an enumeration, neighbours as `1-3`.
fn ranges(numbers: &[Number]) -> Vec<String> {
    let follows =
        |a: &Number, b: &Number| a.value.zip(b.value).is_some_and(|(a, b)| a.checked_add(1) == Some(b));
    let mut members = Vec::new();
    for row in numbers.chunk_by(follows) {
        match row {
            [first, .., last] if row.len() >= RANGE => members.push(format!("{}-{}", first.text, last.text)),
            _ => members.extend(row.iter().map(|number| number.text.clone())),
        }
    }
    members
}
