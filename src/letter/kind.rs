//! The kind of a paper, by the first words of its title, and the kinds that can be told apart whoever names them.

/// A kind of paper, as far as letters, lists and the text of a citation name it alike.
///
/// Kinds that say what a paper holds rather than what it is (`nota`, `rapport`, `advies`) are none of these: such a thing is often sent with a brief, and cited by its number.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum PaperKind {
    /// `Brief van de Minister`, `Brief regering`.
    Brief,
    /// `Motie`, also a changed one.
    Motie,
    /// `Amendement`, also a changed one.
    Amendement,
    /// `Verslag`, of a committee or of a meeting.
    Verslag,
    /// `Nota naar aanleiding van het verslag`.
    NotaNaarAanleiding,
    /// `Nota van wijziging`.
    NotaVanWijziging,
    /// `Memorie van toelichting`.
    MemorieVanToelichting,
    /// `Memorie van antwoord`.
    MemorieVanAntwoord,
    /// `Voorstel van wet`.
    VoorstelVanWet,
    /// `Koninklijke boodschap`.
    KoninklijkeBoodschap,
    /// `Lijst van vragen`, with answers or without.
    LijstVanVragen,
}

impl PaperKind {
    /// Every kind.
    pub const ALL: [Self; 11] = [
        Self::Brief,
        Self::Motie,
        Self::Amendement,
        Self::Verslag,
        Self::NotaNaarAanleiding,
        Self::NotaVanWijziging,
        Self::MemorieVanToelichting,
        Self::MemorieVanAntwoord,
        Self::VoorstelVanWet,
        Self::KoninklijkeBoodschap,
        Self::LijstVanVragen,
    ];

    /// The kind that a name means, as heads, front matter and lists have it: `motie`, `Brief regering`, `Nota n.a.v. het (nader) verslag`.
    #[must_use]
    pub fn of_name(name: &str) -> Option<Self> {
        let name = name.trim().to_lowercase();
        let name = ["nader ", "nadere ", "gewijzigde ", "gewijzigd ", "tweede ", "geleidende ", "voorlopig "]
            .iter()
            .fold(name.as_str(), |name, before| name.strip_prefix(before).unwrap_or(name));
        let begins =
            |word: &str| name.strip_prefix(word).is_some_and(|rest| !rest.starts_with(char::is_alphabetic));
        Some(match () {
            () if begins("brief") => Self::Brief,
            () if begins("motie") => Self::Motie,
            () if begins("amendement") || begins("subamendement") => Self::Amendement,
            () if begins("verslag") || begins("eindverslag") => Self::Verslag,
            () if begins("nota naar aanleiding van") || begins("nota n.a.v") => Self::NotaNaarAanleiding,
            () if begins("nota van wijziging") => Self::NotaVanWijziging,
            () if begins("memorie van toelichting") => Self::MemorieVanToelichting,
            () if begins("memorie van antwoord") => Self::MemorieVanAntwoord,
            () if begins("voorstel van wet") => Self::VoorstelVanWet,
            () if begins("koninklijke boodschap") => Self::KoninklijkeBoodschap,
            () if begins("lijst van vragen") => Self::LijstVanVragen,
            () => return None,
        })
    }

    /// Its name within a Dutch sentence, which it has in every language.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Brief => "brief",
            Self::Motie => "motie",
            Self::Amendement => "amendement",
            Self::Verslag => "verslag",
            Self::NotaNaarAanleiding => "nota naar aanleiding van het verslag",
            Self::NotaVanWijziging => "nota van wijziging",
            Self::MemorieVanToelichting => "memorie van toelichting",
            Self::MemorieVanAntwoord => "memorie van antwoord",
            Self::VoorstelVanWet => "voorstel van wet",
            Self::KoninklijkeBoodschap => "koninklijke boodschap",
            Self::LijstVanVragen => "lijst van vragen",
        }
    }
}

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
#[must_use]
pub fn kind_of(title: &str) -> Option<&'static str> {
    let title = title.to_lowercase();
    KINDS
        .into_iter()
        .find(|kind| title.strip_prefix(kind).is_some_and(|rest| !rest.starts_with(char::is_alphabetic)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn heads_and_lists_name_the_same_kinds() {
        for (name, kind) in [
            ("brief", Some(PaperKind::Brief)),
            ("Brief regering", Some(PaperKind::Brief)),
            ("nader gewijzigde motie", Some(PaperKind::Motie)),
            ("Verslag van een commissiedebat", Some(PaperKind::Verslag)),
            ("Nota n.a.v. het (nader/tweede nader/enz.) verslag", Some(PaperKind::NotaNaarAanleiding)),
            ("verslag van wijziging", Some(PaperKind::Verslag)),
            ("Nota", None),
            ("Briefing", None),
            ("rapport", None),
        ] {
            assert_eq!(PaperKind::of_name(name), kind, "{name}");
        }
        assert!(PaperKind::ALL.iter().all(|kind| PaperKind::of_name(kind.name()) == Some(*kind)));
    }
}
