//! `DocumentId`: what a citation resolves to.

use std::fmt;
use std::str::FromStr;

use super::{Dossier, DossierNumber, Kamer, Ondernummer, SessionYear, Toevoeging};

/// The official identifier of a paper, a dossier, a sitting or an act.
///
/// Identifiers order as a reader would list them: by dossier, then by number.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum DocumentId {
    /// A parliamentary paper, `kst-29521-385`.
    Kamerstuk(Kamerstuk),
    /// A whole dossier, `dossier/29521`.
    Dossier(Dossier),
    /// What is numbered within a session of one chamber: `h-tk-20162017-66-6`, `ah-tk-20142015-1241`.
    Sessional(Sessional),
    /// What is known by its name alone: `stb-2009-120`, `tkd:2024D28457`, `ECLI:NL:RVS:2024:3946`.
    Named(Series, Box<str>),
}

/// The parts of a Kamerstuk's identifier.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct Kamerstuk {
    /// Whose papers it is one of.
    pub dossier: Dossier,
    /// The session, which only identifiers of Eerste Kamer papers of 1994/95 to 2009/10 hold.
    pub session: Option<SessionYear>,
    /// The number within the dossier.
    pub number: Ondernummer,
    /// A reprint, a new version or an attachment.
    pub suffix: Option<Suffix>,
}

/// What sets a reprint (`-h1`), a new version (`-n1`) or an attachment (`-b1`) apart from the paper itself.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct Suffix {
    /// `h`, `n` or `b`.
    pub kind: char,
    /// Which one.
    pub number: u16,
}

/// A publication that is numbered anew in each session.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct Sessional {
    /// [`Series::Handelingen`] or [`Series::Aanhangsel`].
    pub series: Series,
    /// Whose.
    pub kamer: Kamer,
    /// When.
    pub session: SessionYear,
    /// Meeting and item, or first and last page; for the Aanhangsel its one number.
    pub numbers: Vec<u32>,
}

/// The family of publications that an identifier belongs to.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Series {
    /// `kst`: parliamentary papers.
    Kamerstuk,
    /// Whole dossiers.
    Dossier,
    /// `h`: the record of debates.
    Handelingen,
    /// `ah`: answers to written questions.
    Aanhangsel,
    /// `kv`: written questions that await their answer.
    Kamervragen,
    /// `blg`: attachments.
    Bijlage,
    /// `ag`: agendas.
    Agenda,
    /// `nds`: what was laid down for perusal and not printed.
    NietDossierstuk,
    /// `stb`: the Staatsblad.
    Staatsblad,
    /// `stcrt`: the Staatscourant.
    Staatscourant,
    /// `trb`: the Tractatenblad.
    Tractatenblad,
    /// `tkz:`: a case number of the Tweede Kamer.
    Zaak,
    /// `tkd:`: a document number of the Tweede Kamer.
    TkDocument,
    /// Case law.
    Ecli,
    /// `celex:`: acts of the European Union.
    Celex,
    /// `bwb:`: consolidated legislation.
    Bwb,
}

impl Series {
    /// The series that are known by a name alone, with what stands before the name.
    const PREFIXES: [(Self, &'static str); 15] = [
        (Self::Kamerstuk, "kst-"),
        (Self::Dossier, "dossier/"),
        (Self::Handelingen, "h-"),
        (Self::Aanhangsel, "ah-"),
        (Self::Kamervragen, "kv-"),
        (Self::Bijlage, "blg-"),
        (Self::Agenda, "ag-"),
        (Self::NietDossierstuk, "nds-"),
        (Self::Staatsblad, "stb-"),
        (Self::Staatscourant, "stcrt-"),
        (Self::Tractatenblad, "trb-"),
        (Self::Zaak, "tkz:"),
        (Self::TkDocument, "tkd:"),
        (Self::Celex, "celex:"),
        (Self::Bwb, "bwb:"),
    ];

    /// What stands before the name in an identifier of this series.
    #[must_use]
    pub fn prefix(self) -> &'static str {
        Self::PREFIXES.iter().find(|(series, _)| *series == self).map_or("", |(_, prefix)| prefix)
    }

    /// The short code that settings name it by, `kst`; reads what [`Series::code`] prints.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::PREFIXES.iter().find(|(series, _)| series.code() == code).map(|(series, _)| *series)
    }

    /// Whether there are lists of what exists that absence from could mean something. Of official journals they hold a part, and of acts, judgments, cases and documents nothing.
    #[must_use]
    pub const fn has_lists(self) -> bool {
        !matches!(
            self,
            Self::Staatsblad
                | Self::Staatscourant
                | Self::Tractatenblad
                | Self::Zaak
                | Self::TkDocument
                | Self::Ecli
                | Self::Celex
                | Self::Bwb
        )
    }

    /// The short code that settings name it by: the prefix without its sign.
    #[must_use]
    pub fn code(self) -> &'static str {
        self.prefix().trim_end_matches(['-', ':', '/'])
    }
}

/// A text that is no identifier of a known series.
#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error)]
#[error("not an identifier: {0}")]
pub struct NotAnIdentifier(pub String);

impl DocumentId {
    /// A paper of a dossier.
    #[must_use]
    pub const fn kamerstuk(dossier: Dossier, number: Ondernummer) -> Self {
        Self::Kamerstuk(Kamerstuk { dossier, session: None, number, suffix: None })
    }

    /// The series that it belongs to.
    #[must_use]
    pub const fn series(&self) -> Series {
        match self {
            Self::Kamerstuk(_) => Series::Kamerstuk,
            Self::Dossier(_) => Series::Dossier,
            Self::Sessional(sessional) => sessional.series,
            Self::Named(series, _) => *series,
        }
    }

    /// The parts of a Kamerstuk, where it is one and its identifier is in order.
    #[must_use]
    pub const fn as_kamerstuk(&self) -> Option<&Kamerstuk> {
        match self {
            Self::Kamerstuk(kamerstuk) => Some(kamerstuk),
            _ => None,
        }
    }

    /// The dossier that it names or is a paper of.
    #[must_use]
    pub const fn dossier(&self) -> Option<Dossier> {
        match self {
            Self::Kamerstuk(kamerstuk) => Some(kamerstuk.dossier),
            Self::Dossier(dossier) => Some(*dossier),
            _ => None,
        }
    }

    /// The chamber, where the identifier tells it.
    #[must_use]
    pub const fn kamer(&self) -> Option<Kamer> {
        match self {
            Self::Kamerstuk(kamerstuk) if kamerstuk.session.is_some() || kamerstuk.number.is_letter() => {
                Some(Kamer::Eerste)
            }
            Self::Kamerstuk(_) => Some(Kamer::Tweede),
            Self::Sessional(sessional) => Some(sessional.kamer),
            _ => None,
        }
    }

    /// The paper itself: the identifier without `-h1`, `-n1` or `-b1`. Existence is compared by it.
    #[must_use]
    pub fn base(&self) -> Self {
        match self {
            Self::Kamerstuk(kamerstuk) => Self::Kamerstuk(Kamerstuk { suffix: None, ..*kamerstuk }),
            other => other.clone(),
        }
    }

    /// Reads an official identifier in either case: `kst-29521-385`, `KST-36410-vii-12`, `dossier/29521`, `h-tk-20162017-66-6`.
    ///
    /// # Errors
    /// Where it is of no series that we know.
    pub fn parse(text: &str) -> Result<Self, NotAnIdentifier> {
        let error = || NotAnIdentifier(text.to_owned());
        if text.len() > 200 || text.is_empty() || text.contains(|c: char| c.is_whitespace() || c.is_control())
        {
            return Err(error());
        }
        if text.get(..5).is_some_and(|start| start.eq_ignore_ascii_case("ecli:")) {
            return Ok(Self::Named(Series::Ecli, text.to_ascii_uppercase().into()));
        }
        let (series, rest) = Series::PREFIXES
            .iter()
            .find_map(|(series, prefix)| {
                let start = text.get(..prefix.len())?;
                start.eq_ignore_ascii_case(prefix).then(|| (*series, &text[prefix.len()..]))
            })
            .filter(|(_, rest)| !rest.is_empty())
            .ok_or_else(error)?;
        let parsed = match series {
            Series::Kamerstuk => Kamerstuk::parse(rest).map(Self::Kamerstuk),
            Series::Dossier => {
                return Dossier::parse(&rest.to_ascii_uppercase()).map(Self::Dossier).ok_or_else(error);
            }
            Series::Handelingen | Series::Aanhangsel => Sessional::parse(series, rest).map(Self::Sessional),
            _ => None,
        };
        // The publisher's list holds a few hundred identifiers that follow no rule; they stand by their names.
        let named = || {
            let name = match series {
                Series::Zaak | Series::TkDocument | Series::Celex | Series::Bwb => rest.to_ascii_uppercase(),
                _ => rest.to_owned(),
            };
            Self::Named(series, name.into())
        };
        Ok(parsed.unwrap_or_else(named))
    }
}

impl Kamerstuk {
    /// Reads what follows `kst-`.
    fn parse(rest: &str) -> Option<Self> {
        let mut pieces: Vec<&str> = rest.split('-').collect();
        let suffix = pieces.last().and_then(|last| Suffix::parse(last)).filter(|_| pieces.len() > 2);
        if suffix.is_some() {
            pieces.pop();
        }
        let session = pieces.first().and_then(|first| SessionYear::from_code(first));
        if session.is_some() {
            pieces.remove(0);
        }
        let (number, pieces) = pieces.split_last()?;
        let dossier = match *pieces {
            [number] => Dossier::plain(DossierNumber::parse(&number.to_ascii_uppercase())?),
            [number, toevoeging] => Dossier {
                number: DossierNumber::parse(number)?,
                toevoeging: Some(Toevoeging::parse(&toevoeging.to_ascii_uppercase())?),
            },
            _ => return None,
        };
        Some(Self { dossier, session, number: Ondernummer::parse(number)?, suffix })
    }
}

impl Suffix {
    fn parse(text: &str) -> Option<Self> {
        let kind = text.chars().next().filter(|kind| matches!(kind, 'h' | 'n' | 'b'))?;
        Some(Self { kind, number: text[1..].parse().ok()? })
    }
}

impl Sessional {
    /// Reads what follows `h-` or `ah-`.
    fn parse(series: Series, rest: &str) -> Option<Self> {
        let mut pieces = rest.split('-');
        let kamer = Kamer::from_code(pieces.next()?)?;
        let session = SessionYear::from_code(pieces.next()?)?;
        let numbers = pieces.map(|piece| piece.parse().ok()).collect::<Option<Vec<u32>>>()?;
        // A number with leading zeros would print otherwise than it was read.
        (!numbers.is_empty()).then_some(Self { series, kamer, session, numbers })
    }
}

impl FromStr for DocumentId {
    type Err = NotAnIdentifier;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        Self::parse(text)
    }
}

impl fmt::Display for Kamerstuk {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("kst-")?;
        self.session.iter().try_for_each(|session| write!(f, "{}{}-", session.first(), session.second()))?;
        write!(f, "{}-{}", self.dossier, self.number)?;
        self.suffix.iter().try_for_each(|suffix| write!(f, "-{}{}", suffix.kind, suffix.number))
    }
}

impl fmt::Display for DocumentId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Kamerstuk(kamerstuk) => kamerstuk.fmt(f),
            Self::Dossier(dossier) => write!(f, "dossier/{dossier}"),
            Self::Sessional(Sessional { series, kamer, session, numbers }) => {
                write!(f, "{}{}-{}{}", series.prefix(), kamer.code(), session.first(), session.second())?;
                numbers.iter().try_for_each(|number| write!(f, "-{number}"))
            }
            Self::Named(series, name) => write!(f, "{}{name}", series.prefix()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_prints_as_it_was_read() {
        for id in [
            "kst-29521-385",
            "kst-35300-VII-12",
            "kst-21501-02-1446",
            "kst-36410-A-51",
            "kst-33802-C",
            "kst-34430-AB",
            "kst-20082009-31700-VI-D",
            "kst-19951996-23700-188b",
            "kst-CXXIV-G",
            "kst-29521-52-h1",
            "kst-34993-2-n1",
            "kst-29521-4-b1",
            "kst-00011-2",
            "kst-23908-R1519-103",
            "kst-36600-IIA-3",
            "kst-1183940",
            "blg-123",
            "kst-19951996-00018-XXIII",
            "dossier/36410-XVI",
            "dossier/CXXIV",
            "h-tk-20162017-66-6",
            "h-tk-20162017-66",
            "ah-tk-20142015-1241",
            "kv-tk-2024Z18775",
            "stb-2009-120",
            "stcrt-2009-9231",
            "trb-1964-4",
            "tkz:2017Z09721",
            "tkd:2024D28457",
            "ECLI:NL:RVS:2024:3946",
            "celex:32009R1060",
            "bwb:BWBR0005252",
            "kst-29293-1erdruk-b1",
        ] {
            assert_eq!(DocumentId::parse(id).unwrap().to_string(), id);
        }
    }

    #[test]
    fn a_paper_is_taken_apart() {
        let DocumentId::Kamerstuk(paper) = DocumentId::parse("KST-20082009-31700-vi-D").unwrap() else {
            panic!()
        };
        assert_eq!(paper.session, Some(SessionYear::starting(2008)));
        assert_eq!(paper.dossier.to_string(), "31700-VI");
        assert_eq!(paper.number.to_string(), "D");
    }

    #[test]
    fn the_base_has_no_suffix() {
        assert_eq!(DocumentId::parse("kst-34993-2-n1").unwrap().base().to_string(), "kst-34993-2");
    }

    #[test]
    fn papers_order_as_in_their_dossier() {
        let mut ids: Vec<_> = ["kst-29521-10", "kst-29521-C", "kst-29521-9", "kst-5380-1"]
            .map(|id| DocumentId::parse(id).unwrap())
            .into();
        ids.sort();
        let printed: Vec<_> = ids.iter().map(ToString::to_string).collect();
        assert_eq!(printed, ["kst-5380-1", "kst-29521-9", "kst-29521-10", "kst-29521-C"]);
    }

    #[test]
    fn what_is_no_identifier() {
        for text in ["", "kst-", "29521-385", "brief.txt", "kst-29 521", "dossier/abc"] {
            assert!(DocumentId::parse(text).is_err(), "{text}");
        }
    }
}
