//! The words around a number: those that say it is a paper, those of titles, and those of amounts.

/// How far back the words of a sentence are looked at, in bytes.
const REACH: usize = 240;

/// What a word says of the number behind it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Says {
    /// It is a paper: `motie`, `amendement-Bontenbal`, `Kamerbrief`, `t.v.v.`
    Paper,
    /// The same where nothing but a name stands between: `krijgt`, `was`, `ter vervanging van`.
    Cue,
    /// It may be a dossier: `Mediawet`, `begroting`, `zie`.
    Title,
    /// It is an amount: `aantal`, `ruim`.
    Amount,
    /// It is a number of another kind: `kenmerk`, `zaaknummer`.
    Other,
    /// Part of a name, as between `motie` and its number: `van het lid Bisschop c.s.`
    Name,
    /// Nothing.
    Nothing,
}

/// What a word says. A name may hang on it: `motie-Van Aalst/Remco Dijkstra`.
pub(super) fn says(printed: &str) -> Says {
    const PAPERS: &[&str] = &[
        "motie",
        "moties",
        "amendement",
        "amendementen",
        "subamendement",
        "verslag",
        "dossier",
        "dossiers",
        "nota",
        "notitie",
        "memorie",
        "novelle",
        "begroting",
        "initiatiefwet",
        "rijkswet",
        "kamerstuk",
        "kamerstukken",
    ];
    const CUES: &[&str] =
        &["t.v.v", "tvv", "vervanging", "gedrukt", "was", "krijgt", "stuk", "stukken", "voorheen"];
    const PAPER_ENDS: &[&str] = &["brief", "brieven", "wetsvoorstel", "wetsvoorstellen", "voorstel", "nota"];
    const TITLES: &[&str] = &[
        "wet",
        "regels",
        "wijziging",
        "goedkeuring",
        "vaststelling",
        "verdrag",
        "debat",
        "overleg",
        "initiatief",
        "uitvoering",
        "reactie",
        "antwoord",
        "zie",
        "ook",
        "vgl",
        "agenda",
    ];
    const TITLE_ENDS: &[&str] =
        &["wet", "wetboek", "besluit", "verdrag", "begroting", "debat", "overleg", "plan"];
    const AMOUNTS: &[&str] = &[
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
        "procent",
        "inwoners",
        "personen",
        "postcode",
        "omvang",
        "oplage",
    ];
    const OTHERS: &[&str] = &[
        "kenmerk",
        "zaaknummer",
        "zaaknr",
        "rolnummer",
        "parketnummer",
        "tel",
        "telefoon",
        "telefoonnummer",
        "fax",
        "postbus",
        "iban",
        "kvk",
        "rekeningnummer",
        "ordernummer",
        "factuurnummer",
        "isbn",
        "issn",
        "awb",
    ];
    const PARTICLES: &[&str] = &[
        "van", "het", "lid", "de", "leden", "der", "den", "ten", "ter", "te", "en", "in", "c.s", "cs", "'t",
        "el", "op", "die", "onder", "nr", "d.d", "over", "met",
    ];
    let word = printed.trim_matches(|sign: char| !sign.is_alphanumeric());
    if word.is_empty() {
        return Says::Name;
    }
    let capital = word.starts_with(char::is_uppercase);
    let word = word.to_lowercase();
    let head = word.split(['-', '/', '–', '\u{2011}']).next().unwrap_or(&word);
    let is = |list: &[&str]| list.contains(&head);
    let ends = |list: &[&str]| list.iter().any(|end| head.ends_with(end));
    if is(PAPERS) || ends(PAPER_ENDS) {
        Says::Paper
    } else if is(CUES) {
        Says::Cue
    } else if is(OTHERS) {
        Says::Other
    } else if is(AMOUNTS) {
        Says::Amount
    } else if is(TITLES) || ends(TITLE_ENDS) {
        Says::Title
    } else if capital || PARTICLES.contains(&word.as_str()) {
        Says::Name
    } else {
        Says::Nothing
    }
}

/// The words of the sentence that `before` ends in, the last one first.
pub(super) fn backwards(before: &str) -> impl Iterator<Item = &str> {
    let window = &before[before.ceil_char_boundary(before.len().saturating_sub(REACH))..];
    sentence(window).split_whitespace().rev()
}

/// What belongs to the last sentence of a text.
fn sentence(text: &str) -> &str {
    let ends = text.char_indices().rev().find(|&(at, sign)| match sign {
        '.' | '?' | '!' => is_full_stop(text, at),
        '\n' => is_blank_line(&text[at + 1..]),
        _ => false,
    });
    ends.map_or(text, |(at, _)| &text[at + 1..])
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
