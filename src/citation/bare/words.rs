//! The words around a number: those that say it is a paper, those of titles, and those of amounts.

/// How far back the words of a sentence are looked at, in bytes.
const REACH: usize = 240;

/// What a word says of the number behind it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Says {
    /// It is a paper: `motie`, `amendement-Bontenbal`, `Kamerbrief`.
    Paper,
    /// It is a paper where nothing but a name stands between: `krijgt`, `was`, `ter vervanging van`.
    Cue,
    /// It is one of another kind: `kenmerk`, `zaaknummer`.
    Other,
    /// It is an amount: `aantal`, `ruim`.
    Amount,
    /// It may be a dossier: `Mediawet`, `debat`.
    Title,
    /// Nothing; the word is too short of meaning to be counted: `van`, `naar`, `zie`.
    Particle,
    /// Nothing; the word is or begins a name.
    Name,
    /// Nothing.
    Nothing,
}

/// What whole words say, all in lower case.
const WORDS: &[(Says, &[&str])] = &[
    (
        Says::Paper,
        &[
            "motie",
            "moties",
            "amendement",
            "amendementen",
            "subamendement",
            "verslag",
            "notitie",
            "memorie",
            "mvt",
            "mva",
            "nnavv",
            "novelle",
            "initiatiefwet",
            "rijkswet",
            "dossier",
            "dossiers",
            "kamerstuk",
            "kamerstukken",
        ],
    ),
    (Says::Cue, &["t.v.v", "tvv", "vervanging", "gedrukt", "was", "voorheen", "krijgt", "stuk", "stukken"]),
    (
        Says::Other,
        &[
            "kenmerk",
            "zaaknr",
            "projectnr",
            "awb",
            "tel",
            "telefoon",
            "fax",
            "postbus",
            "postcode",
            "iban",
            "kvk",
            "isbn",
            "issn",
            "iso",
            "nen",
            "iec",
            "din",
        ],
    ),
    (
        Says::Amount,
        &[
            "aantal",
            "aantallen",
            "totaal",
            "totale",
            "gemiddeld",
            "gemiddelde",
            "bedrag",
            "bedragen",
            "som",
            "euro",
            "eur",
            "miljoen",
            "miljard",
            "procent",
            "ruim",
            "circa",
            "ca",
            "ongeveer",
            "bijna",
            "meer",
            "minder",
            "dan",
            "minimaal",
            "maximaal",
            "minstens",
            "waarvan",
            "omvang",
            "oplage",
            "inwoners",
            "personen",
        ],
    ),
    (
        Says::Title,
        &[
            "wet",
            "regels",
            "wijziging",
            "goedkeuring",
            "vaststelling",
            "debat",
            "overleg",
            "initiatief",
            "uitvoering",
            "reactie",
            "antwoord",
            "agenda",
        ],
    ),
    (
        Says::Particle,
        &[
            "van", "het", "lid", "de", "leden", "der", "den", "ten", "ter", "te", "en", "in", "c.s", "cs",
            "el", "op", "die", "onder", "nr", "d.d", "over", "met", "zie", "ook", "vgl", "bij", "uit",
            "naar", "aan", "door", "dat", "of", "als", "zoals", "eerder", "hierover", "daarover", "mede",
            "nog",
        ],
    ),
];

/// What the ends of words say.
const ENDS: &[(Says, &[&str])] = &[
    (Says::Paper, &["brief", "brieven", "voorstel", "voorstellen", "nota"]),
    (Says::Other, &["nummer", "nummers"]),
    (Says::Title, &["wet", "wetboek", "besluit", "verdrag", "begroting", "debat", "overleg", "plan"]),
];

/// What a word says. A name may hang on it: `motie-Van Aalst/Remco Dijkstra`.
pub(super) fn says(printed: &str) -> Says {
    let word = printed.trim_matches(|sign: char| !sign.is_alphanumeric());
    let lower = word.to_lowercase();
    let head = lower.split(['-', '/', '–', '\u{2011}']).next().unwrap_or(&lower);
    // By itself the word tells nothing of what is numbered, other than `zaaknummer`.
    if matches!(head, "nummer" | "nummers") {
        return Says::Particle;
    }
    let whole = WORDS.iter().find(|(_, words)| words.contains(&head));
    let found = whole.or_else(|| ENDS.iter().find(|(_, ends)| ends.iter().any(|end| head.ends_with(end))));
    match found {
        // A name begins with it: `Van Aalst`, `De Graaf`.
        Some((said, _)) => *said,
        None if word.is_empty() => Says::Particle,
        None if word.starts_with(char::is_uppercase) => Says::Name,
        None => Says::Nothing,
    }
}

/// The words of the sentence that `before` ends in, the last one first.
pub(super) fn backwards(before: &str) -> impl Iterator<Item = &str> {
    let window = &before[before.ceil_char_boundary(before.len().saturating_sub(REACH))..];
    sentence(window).split_whitespace().rev()
}

/// What belongs to the last sentence of a text.
fn sentence(text: &str) -> &str {
    let end = text.char_indices().rev().find(|&(at, sign)| match sign {
        '.' | '?' | '!' => is_full_stop(text, at),
        '\n' => is_blank_line(&text[at + 1..]),
        _ => false,
    });
    end.map_or(text, |(at, _)| &text[at + 1..])
}

/// A full stop ends a sentence where a capital follows; `c.s. Van`, `nr. 3` and initials go on.
fn is_full_stop(text: &str, at: usize) -> bool {
    let after = &text[at + 1..];
    let begins_anew = after.starts_with(char::is_whitespace)
        && after.trim_start().starts_with(|sign: char| sign.is_uppercase());
    let word = text[..at].rsplit(|sign: char| sign.is_whitespace() || sign == '(').next().unwrap_or_default();
    begins_anew && word.chars().count() > 3 && !word.contains('.')
}

fn is_blank_line(after: &str) -> bool {
    after.split_once('\n').is_some_and(|(line, _)| line.trim().is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_say_what_the_number_behind_them_is() {
        for (word, said) in [
            ("motie-Van", Says::Paper),
            ("Moties", Says::Paper),
            ("Kamerbrief", Says::Paper),
            ("initiatiefwetsvoorstel-Ploumen", Says::Paper),
            ("(t.v.v.", Says::Cue),
            ("Ons", Says::Name),
            ("kenmerk:", Says::Other),
            ("NEN-EN", Says::Other),
            ("aantal", Says::Amount),
            ("Klimaatwet", Says::Title),
            ("c.s.", Says::Particle),
            ("Kuzu", Says::Name),
            ("commotie", Says::Nothing),
            ("leerlingen", Says::Nothing),
        ] {
            assert_eq!(says(word), said, "{word}");
        }
    }

    #[test]
    fn the_words_of_a_sentence_are_its_own() {
        let last = |text| backwards(text).collect::<Vec<_>>().join(" ");
        assert_eq!(last("De motie is aangenomen. Dat kost ruim"), "ruim kost Dat");
        assert_eq!(last("de motie-De Graaf c.s. Van der Lee en"), "en Lee der Van c.s. Graaf motie-De de");
        assert_eq!(last("De motie\n \nHet aantal"), "aantal Het");
        assert_eq!(last(""), "");
    }
}
