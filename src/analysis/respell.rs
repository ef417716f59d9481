//! Another dossier, written the way that a letter has written one.
//!
//! A fix changes digits and nothing else: whoever writes `29521`, `29.521` or `29 521` with a no-break space finds the mended number in the same hand.

use crate::identifier::Dossier;

/// `to` as the letter would have written it where it wrote `printed`, which names `from`.
pub(super) fn dossier(printed: &str, from: Dossier, to: Dossier) -> String {
    let old = from.number.to_string();
    let new = to.number.to_string();
    // Digit for digit, whatever stands between or behind them.
    let digits = printed.chars().filter(char::is_ascii_digit).count();
    if from.toevoeging == to.toevoeging && old.len() == new.len() && digits >= old.len() {
        let mut left = new.chars();
        return printed
            .chars()
            .map(|c| if c.is_ascii_digit() { left.next().unwrap_or(c) } else { c })
            .collect();
    }
    // Another length or chapter has no counterpart in print, but for what stands before the last three digits.
    let plain = to.printed();
    match plain.split_once(' ').filter(|_| new.len() > 4 && to.number.value().is_some()) {
        Some((thousands, rest)) => format!("{thousands}{}{rest}", separator(printed)),
        None => plain,
    }
}

/// What stands between the second digit and the third, which in a number of five is where letters leave room.
fn separator(printed: &str) -> &str {
    let second = printed.match_indices(|c: char| c.is_ascii_digit()).nth(1);
    let rest = second.map_or("", |(at, digit)| &printed[at + digit.len()..]);
    let end = rest.find(|c: char| c.is_ascii_digit()).unwrap_or(0);
    // A line break is where the line happened to be full; it is nobody's spelling.
    if rest[..end].contains(['\n', '\r']) { " " } else { &rest[..end] }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(printed: &str, from: &str, to: &str, expected: &str) {
        let of = |text| Dossier::parse(text).unwrap();
        assert_eq!(dossier(printed, of(from), of(to)), expected);
    }

    #[test]
    fn the_hand_of_the_letter_is_kept() {
        check("29 251", "29251", "29521", "29 521");
        check("29251", "29251", "29521", "29521");
        check("29.251", "29251", "29521", "29.521");
        check("29\u{a0}251", "29251", "29521", "29\u{a0}521");
        check("29 \n251", "29251", "29521", "29 \n521");
        check("36 401-VI", "36401-VI", "36410-VI", "36 410-VI");
        check("21 051-02", "21051-02", "21501-02", "21 501-02");
        check("34 623 (R2080)", "34623", "34632", "34 632 (R2080)");
    }

    #[test]
    fn another_chapter_is_written_as_letters_do() {
        check("36 410 XI", "36410-XI", "36410-XVI", "36 410 XVI");
        check("36410-XI", "36410-XI", "36410-XVI", "36410 XVI");
        check("36\u{a0}045", "36045", "21501-02", "21\u{a0}501-02");
        check("29 521", "29521", "5380", "5380");
        check("5380", "5380", "29521", "29521");
    }
}
