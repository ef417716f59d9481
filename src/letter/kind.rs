//! The kind of a paper, by the first words of its title.

/// Kinds as titles print them, those that begin with another one first.
const KINDS: [&str; 25] = [
    "nader gewijzigde motie",
    "gewijzigde motie",
    "motie",
    "nader gewijzigd amendement",
    "gewijzigd amendement",
    "amendement",
    "memorie van toelichting",
    "nadere memorie van antwoord",
    "memorie van antwoord",
    "nota naar aanleiding van het verslag",
    "nota van wijziging",
    "nota",
    "verslag van een schriftelijk overleg",
    "verslag van een commissiedebat",
    "verslag van een algemeen overleg",
    "voorlopig verslag",
    "eindverslag",
    "verslag",
    "lijst van vragen en antwoorden",
    "lijst van vragen",
    "voorstel van wet",
    "koninklijke boodschap",
    "advies",
    "geleidende brief",
    "brief",
];

/// The kind that a title begins with, in lower case.
pub(super) fn kind_of(title: &str) -> Option<&'static str> {
    let title = title.to_lowercase();
    KINDS
        .into_iter()
        .find(|kind| title.strip_prefix(kind).is_some_and(|rest| !rest.starts_with(char::is_alphabetic)))
}
