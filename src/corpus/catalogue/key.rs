//! A paper in sixteen bytes that order as papers do: by dossier, then by number.
//!
//! A third of a million identifiers as texts would be slow to sort and to search; as numbers they are neither.
//! Reprints, new versions and attachments have the key of their paper, since existence is compared without them.

use crate::identifier::{
    Dossier, DossierNumber, Kamerstuk, Ondernummer, Roman, SessionYear, Suffix, Toevoeging,
};

/// A paper, packed.
///
/// From the highest bit down: dossier (kind 1, value 20), toevoeging (kind 3, value 14), number (kind 2, value 44), session 16, printed digits of the dossier 3.
/// The digits come last, so that `kst-00011-2` is found by one who writes `11, nr. 2`.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub(super) struct Key(u128);

const DIGITS: u32 = 3;
const SESSION: u32 = 16;
const NUMBER: u32 = 44;
const NUMBER_KIND: u32 = 2;
const TOEVOEGING: u32 = 14;
const TOEVOEGING_KIND: u32 = 3;
const VALUE: u32 = 20;

/// How far each part is shifted to the left.
const AT_SESSION: u32 = DIGITS;
const AT_NUMBER: u32 = AT_SESSION + SESSION;
const AT_TOEVOEGING: u32 = AT_NUMBER + NUMBER + NUMBER_KIND;
const AT_VALUE: u32 = AT_TOEVOEGING + TOEVOEGING + TOEVOEGING_KIND;

/// What sort of number a paper bears; the order is that of the keys.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum NumberKind {
    /// `385`.
    Number = 0,
    /// `188b`.
    Lettered = 1,
    /// `C`.
    Letters = 2,
}

impl NumberKind {
    pub(super) const fn of(number: Ondernummer) -> Self {
        match number {
            Ondernummer::Number(_) => Self::Number,
            Ondernummer::Lettered(..) => Self::Lettered,
            Ondernummer::Letters(_) => Self::Letters,
        }
    }
}

/// The keys from `start` up to and without `end`.
#[derive(Clone, Copy, Debug)]
pub(super) struct KeyRange {
    pub(super) start: Key,
    pub(super) end: Key,
}

impl Key {
    /// The key of a paper; `None` for one whose parts are larger than those of any real paper.
    pub(super) fn of(paper: &Kamerstuk) -> Option<Self> {
        let digits = match paper.dossier.number {
            DossierNumber::Arabic { digits, .. } => u128::from(digits).min((1 << DIGITS) - 1),
            DossierNumber::Roman(_) => 0,
        };
        let session = paper.session.map_or(0, |session| u128::from(session.first()));
        let start = dossier_bits(paper.dossier)?;
        Some(Self(start | number_bits(paper.number)? << AT_NUMBER | session << AT_SESSION | digits))
    }

    /// The keys of this paper, however the dossier is printed.
    pub(super) const fn spellings(self) -> KeyRange {
        let start = (self.0 >> DIGITS) << DIGITS;
        KeyRange { start: Self(start), end: Self(start + (1 << DIGITS)) }
    }

    /// The keys of all papers of a dossier, of one kind of number.
    pub(super) fn of_kind(dossier: Dossier, kind: NumberKind) -> Option<KeyRange> {
        let start = dossier_bits(dossier)? | (kind as u128) << (AT_NUMBER + NUMBER);
        Some(KeyRange { start: Self(start), end: Self(start + (1 << (AT_NUMBER + NUMBER))) })
    }

    /// The keys of all papers of a dossier.
    pub(super) fn of_dossier(dossier: Dossier) -> Option<KeyRange> {
        let start = dossier_bits(dossier)?;
        Some(KeyRange { start: Self(start), end: Self(start + (1 << AT_TOEVOEGING)) })
    }

    /// The keys of all papers of a dossier number, with every chapter, fund and part.
    pub(super) fn of_dossier_number(number: DossierNumber) -> Option<KeyRange> {
        let start = dossier_bits(Dossier::plain(number))?;
        Some(KeyRange { start: Self(start), end: Self(start + (1 << AT_VALUE)) })
    }

    /// The keys of all papers whose dossier bears a Kingdom number behind this number.
    pub(super) fn of_rijkswetten(number: DossierNumber) -> Option<KeyRange> {
        let start = dossier_bits(Dossier::plain(number))? | RIJKSWET << (AT_TOEVOEGING + TOEVOEGING);
        Some(KeyRange { start: Self(start), end: Self(start + (1 << (AT_TOEVOEGING + TOEVOEGING))) })
    }

    /// The key before which all Arabic dossiers below `value` lie.
    pub(super) const fn before_dossier(value: u32) -> Self {
        Self((value as u128) << AT_VALUE)
    }

    /// The paper.
    pub(super) fn paper(self) -> Kamerstuk {
        let session = u16::try_from(self.bits(AT_SESSION, SESSION)).unwrap_or(0);
        Kamerstuk {
            dossier: self.dossier(),
            session: (session != 0).then(|| SessionYear::starting(session)),
            number: self.number(),
            suffix: None::<Suffix>,
        }
    }

    pub(super) fn dossier(self) -> Dossier {
        let value = small(self.bits(AT_VALUE, VALUE));
        let roman = |value: u32| u16::try_from(value).ok().and_then(Roman::new);
        let number = match (self.bits(AT_VALUE + VALUE, 1), roman(value)) {
            (1, Some(roman)) => DossierNumber::Roman(roman),
            _ => DossierNumber::Arabic { value, digits: u8::try_from(self.bits(0, DIGITS)).unwrap_or(0) },
        };
        let value = small(self.bits(AT_TOEVOEGING, TOEVOEGING));
        let toevoeging = match self.bits(AT_TOEVOEGING + TOEVOEGING, TOEVOEGING_KIND) {
            CHAPTER => roman(value >> 5).map(|roman| Toevoeging::Chapter(roman, letter(value & 31, 'A'))),
            FUND => letter(value, 'A').map(Toevoeging::Fund),
            PART => u8::try_from(value).ok().map(Toevoeging::Part),
            RIJKSWET => u16::try_from(value).ok().map(Toevoeging::Rijkswet),
            _ => None,
        };
        Dossier { number, toevoeging }
    }

    /// Its number or letter.
    pub(super) fn number(self) -> Ondernummer {
        let value = self.bits(AT_NUMBER, NUMBER);
        match self.bits(AT_NUMBER + NUMBER, NUMBER_KIND) {
            1 => Ondernummer::Lettered(
                small(value >> 8),
                char::from(u8::try_from(value & 255).unwrap_or(b'a')),
            ),
            2 => {
                let mut letters = [0; 8];
                let length = usize::try_from(value >> 40).unwrap_or(0).min(8);
                for (at, place) in letters[..length].iter_mut().enumerate() {
                    let shift = 5 * (length - 1 - at);
                    *place = b'A' + u8::try_from((value >> shift) & 31).unwrap_or(0);
                }
                Ondernummer::Letters(letters)
            }
            _ => Ondernummer::Number(small(value)),
        }
    }

    /// Whether the identifier holds a session.
    pub(super) const fn has_session(self) -> bool {
        self.bits(AT_SESSION, SESSION) != 0
    }

    /// Its Arabic dossier number.
    pub(super) fn dossier_value(self) -> Option<u32> {
        (self.bits(AT_VALUE + VALUE, 1) == 0).then(|| small(self.bits(AT_VALUE, VALUE)))
    }

    pub(super) const fn from_bytes(bytes: [u8; 16]) -> Self {
        Self(u128::from_be_bytes(bytes))
    }

    pub(super) const fn to_bytes(self) -> [u8; 16] {
        self.0.to_be_bytes()
    }

    const fn bits(self, at: u32, count: u32) -> u128 {
        (self.0 >> at) & ((1 << count) - 1)
    }
}

const CHAPTER: u128 = 1;
const FUND: u128 = 2;
const PART: u128 = 3;
const RIJKSWET: u128 = 4;

/// A dossier, shifted to its place.
fn dossier_bits(dossier: Dossier) -> Option<u128> {
    let (kind, value) = match dossier.number {
        DossierNumber::Arabic { value, .. } => (0, value),
        DossierNumber::Roman(roman) => (1, u32::from(roman.value())),
    };
    let (toevoeging_kind, toevoeging) = match dossier.toevoeging {
        None => (0, 0),
        Some(Toevoeging::Chapter(roman, behind)) => {
            let behind = behind.map_or(Some(0), |c| capital(c).map(|n| n + 1))?;
            (CHAPTER, u32::from(roman.value()) << 5 | behind)
        }
        Some(Toevoeging::Fund(c)) => (FUND, capital(c)? + 1),
        Some(Toevoeging::Part(part)) => (PART, u32::from(part)),
        Some(Toevoeging::Rijkswet(number)) => (RIJKSWET, u32::from(number)),
    };
    (value < 1 << VALUE && toevoeging < 1 << TOEVOEGING).then(|| {
        kind << (AT_VALUE + VALUE)
            | u128::from(value) << AT_VALUE
            | toevoeging_kind << (AT_TOEVOEGING + TOEVOEGING)
            | u128::from(toevoeging) << AT_TOEVOEGING
    })
}

/// A number with its kind in front, not yet shifted.
fn number_bits(number: Ondernummer) -> Option<u128> {
    let value = match number {
        Ondernummer::Number(number) => u128::from(number),
        Ondernummer::Lettered(number, letter) => {
            u128::from(number) << 8 | u128::from(u8::try_from(letter).ok()?)
        }
        Ondernummer::Letters(letters) => {
            // A shorter row of letters comes first: Z, AA, AB.
            let length = letters.iter().take_while(|&&b| b != 0).count();
            let bits = letters[..length]
                .iter()
                .try_fold(0, |bits: u128, &b| Some(bits << 5 | u128::from(capital(char::from(b))?)))?;
            (length as u128) << 40 | bits
        }
    };
    (value < 1 << NUMBER).then(|| (NumberKind::of(number) as u128) << NUMBER | value)
}

/// A capital from zero.
fn capital(c: char) -> Option<u32> {
    c.is_ascii_uppercase().then(|| u32::from(c) - u32::from('A'))
}

/// The letter that `value` counts to from one; none at zero.
fn letter(value: u32, first: char) -> Option<char> {
    char::from_u32(u32::from(first) + value.checked_sub(1)?)
}

fn small(value: u128) -> u32 {
    u32::try_from(value).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::identifier::DocumentId;

    fn key(id: &str) -> Key {
        Key::of(DocumentId::parse(id).unwrap().as_kamerstuk().unwrap()).unwrap()
    }

    #[test]
    fn a_paper_is_packed_and_unpacked() {
        for id in [
            "kst-29521-385",
            "kst-36410-VII-12",
            "kst-55300-IXB-2",
            "kst-36410-A-51",
            "kst-36600-M-1",
            "kst-21501-02-1446",
            "kst-23908-R1519-103",
            "kst-20082009-31700-VI-D",
            "kst-19951996-23700-188b",
            "kst-33802-C",
            "kst-32317-JZ",
            "kst-CXXIV-G",
            "kst-00011-2",
            "kst-19941995-00000-VIII",
            "kst-935450-1",
            "kst-29521-ABCDEFGH",
        ] {
            assert_eq!(DocumentId::Kamerstuk(key(id).paper()).to_string(), id);
        }
    }

    #[test]
    fn keys_order_as_papers_do() {
        let ids = [
            "kst-5380-1",
            "kst-29521-9",
            "kst-29521-385",
            "kst-29521-188b",
            "kst-29521-A",
            "kst-20082009-29521-B",
            "kst-29521-Z",
            "kst-29521-AA",
            "kst-29521-AB",
            "kst-29521-BA",
            "kst-36410-1",
            "kst-36410-V-1",
            "kst-36410-X-1",
            "kst-36410-A-1",
            "kst-CXXIV-A",
        ];
        let keys: Vec<_> = ids.into_iter().map(key).collect();
        assert!(keys.is_sorted(), "{keys:?}");
    }

    #[test]
    fn a_reprint_has_the_key_of_its_paper() {
        assert_eq!(key("kst-34993-2-n1"), key("kst-34993-2"));
        assert_ne!(key("kst-00011-2"), key("kst-11-2"));
        assert_eq!(key("kst-00011-2").spellings().start, key("kst-11-2").spellings().start);
    }

    #[test]
    fn the_papers_of_a_dossier_lie_together() {
        let range = Key::of_dossier(Dossier::parse("36410").unwrap()).unwrap();
        let holds = |range: KeyRange, id| range.start <= key(id) && key(id) < range.end;
        assert!(holds(range, "kst-36410-1") && holds(range, "kst-36410-AB"));
        assert!(!holds(range, "kst-36410-X-1") && !holds(range, "kst-36411-1"));
        let all = Key::of_dossier_number(Dossier::parse("36410").unwrap().number).unwrap();
        assert!(
            holds(all, "kst-36410-X-1") && holds(all, "kst-20232024-36410-1") && !holds(all, "kst-36411-1")
        );
    }
}
