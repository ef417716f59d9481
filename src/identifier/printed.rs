//! Identifiers as letters print them.

use super::{DocumentId, Ondernummer};

impl DocumentId {
    /// How a letter would name it, without a keyword: `29 521, nr. 385`, `33 802, C`, `2008–2009, 31 700 VI, D`, `36 410 XVI`.
    /// What has no printed form that stands by itself keeps its identifier.
    #[must_use]
    pub fn printed(&self) -> String {
        match self {
            Self::Kamerstuk(paper) => {
                let session = paper.session.map(|session| format!("{session}, ")).unwrap_or_default();
                let mark = if matches!(paper.number, Ondernummer::Letters(_)) { "" } else { "nr. " };
                format!("{session}{}, {mark}{}", paper.dossier.printed(), paper.number)
            }
            Self::Dossier(dossier) => dossier.printed(),
            Self::Sessional(_) | Self::Named(..) => self.to_string(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn prints_as_letters_do() {
        for (id, printed) in [
            ("kst-29521-385", "29 521, nr. 385"),
            ("kst-29521-52-h1", "29 521, nr. 52"),
            ("kst-21501-02-1446", "21 501-02, nr. 1446"),
            ("kst-33802-C", "33 802, C"),
            ("kst-20082009-31700-VI-D", "2008–2009, 31 700 VI, D"),
            ("kst-19951996-23700-188b", "1995–1996, 23 700, nr. 188b"),
            ("dossier/36410-XVI", "36 410 XVI"),
            ("stb-2009-120", "stb-2009-120"),
        ] {
            assert_eq!(DocumentId::parse(id).unwrap().printed(), printed);
        }
    }
}
