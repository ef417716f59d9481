//! `griffier generate-corpus`: letters by the thousand, for measuring.
//!
//! The letters have the layout of the official print, six kilobytes and eight citations each. Some papers are cited far more than others, as in life, and one by every tenth letter.
//! The same number, seed and folder names give the same bytes on every machine. It is for who works on Griffier, and therefore does not stand in the help.

use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use rayon::iter::{IntoParallelIterator as _, ParallelIterator as _};

use super::args::GenerateCorpus;
use super::failure::{Failure, Outcome, Verdict};

/// So many letters to a dossier.
const IN_A_DOSSIER: u64 = 40;

/// The first dossier.
const FIRST: u64 = 29_000;

/// So often a letter cites.
const CITATIONS: u64 = 8;

/// The size of a letter, in bytes, more or less.
const SIZE: usize = 6_000;

const WORDS: [&str; 64] = [
    "de",
    "het",
    "een",
    "van",
    "in",
    "op",
    "voor",
    "met",
    "uw",
    "Kamer",
    "kabinet",
    "brief",
    "beleid",
    "zorg",
    "onderwijs",
    "defensie",
    "begroting",
    "gemeenten",
    "inzet",
    "missie",
    "voortgang",
    "onderzoek",
    "uitvoering",
    "maatregelen",
    "commissie",
    "overleg",
    "verzoek",
    "aandacht",
    "middelen",
    "wijziging",
    "voorstel",
    "wet",
    "termijn",
    "evaluatie",
    "rapport",
    "aanbeveling",
    "motie",
    "toezegging",
    "planning",
    "financiën",
    "coördinatie",
    "reële",
    "crisis",
    "veiligheid",
    "landbouw",
    "natuur",
    "water",
    "vervoer",
    "woningbouw",
    "energie",
    "klimaat",
    "justitie",
    "rechtspraak",
    "politie",
    "vreemdelingen",
    "asiel",
    "inkomen",
    "belasting",
    "arbeidsmarkt",
    "pensioenen",
    "jeugd",
    "sport",
    "cultuur",
    "media",
];

const SENDERS: [&str; 6] = [
    "DEFENSIE",
    "FINANCIËN",
    "BUITENLANDSE ZAKEN",
    "VOLKSGEZONDHEID, WELZIJN EN SPORT",
    "ECONOMISCHE ZAKEN",
    "INFRASTRUCTUUR EN WATERSTAAT",
];

pub(super) fn run(args: &GenerateCorpus) -> Outcome {
    let settings = args.into.join("griffier.toml");
    let write =
        |path: &Path, text: &str| fs::write(path, text).map_err(|error| Failure::writing(path, &error));
    let folders = args.number.div_ceil(IN_A_DOSSIER);
    for dossier in 0..folders {
        let folder = args.into.join("letters").join((FIRST + dossier).to_string());
        fs::create_dir_all(&folder).map_err(|error| Failure::writing(&folder, &error))?;
    }
    write(&settings, "[corpus]\nletters = [\"letters\"]\n")?;
    let one = |letter: u64| {
        let (dossier, number) = place(letter);
        let path = args.into.join(format!("letters/{dossier}/kst-{dossier}-{number}.txt"));
        write(&path, &text(letter, args.number, args.seed))
    };
    (0..args.number).into_par_iter().try_for_each(one)?;
    Ok(Verdict::Good)
}

/// The dossier and number of a letter.
const fn place(letter: u64) -> (u64, u64) {
    (FIRST + letter / IN_A_DOSSIER, letter % IN_A_DOSSIER + 1)
}

/// Chance that is the same everywhere: `SplitMix64`.
struct Chance(u64);

impl Chance {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    }

    fn below(&mut self, limit: u64) -> u64 {
        self.next() % limit.max(1)
    }

    fn of<'a>(&mut self, words: &[&'a str]) -> &'a str {
        let at = self.below(words.len() as u64);
        words[usize::try_from(at).expect("a place in a short list")]
    }

    /// A letter that is cited: the low ones far more often than the high ones.
    fn cited(&mut self, letters: u64) -> u64 {
        if self.below(10 * CITATIONS) == 0 {
            return 0;
        }
        let first = self.below(letters);
        let second = self.below(first + 1);
        self.below(second + 1)
    }
}

fn text(letter: u64, letters: u64, seed: u64) -> String {
    let mut chance = Chance(seed.wrapping_mul(0x1_0000_0001).wrapping_add(letter));
    let (dossier, number) = place(letter);
    let year = 2004 + letter % 20;
    let session = format!("{year}–{}", year + 1);
    let printed = format!("{} {:03}", dossier / 1_000, dossier % 1_000);
    // Letters of one dossier print one title.
    let mut of_dossier = Chance(seed ^ dossier);
    let title = [(); 3].map(|()| of_dossier.of(&WORDS[13..])).join(" en ");
    let mut text = format!(
        "Tweede Kamer der Staten-Generaal\n\n2\n\nVergaderjaar {session}\n\n{printed}\n\nBeleid voor {title}\n\nNr. {number}\n\n\
         BRIEF VAN DE MINISTER VAN {}\n\nAan de Voorzitter van de Tweede Kamer der Staten-Generaal\n\nDen Haag, {} maart {}\n\n",
        chance.of(&SENDERS),
        1 + chance.below(28),
        year + 1,
    );
    let every = SIZE / usize::try_from(CITATIONS + 1).expect("a small number");
    let (mut given, mut column, mut page) = (0, 0, 1);
    while text.len() < SIZE || given < CITATIONS {
        let piece = if text.len() > every * usize::try_from(given + 1).expect("a small number")
            && given < CITATIONS
        {
            given += 1;
            citation(&mut chance, letter, letters)
        } else {
            chance.of(&WORDS).to_owned()
        };
        let end = match chance.below(60) {
            0 => ".\n\n",
            1..=4 => ",",
            _ => "",
        };
        if column > 0 && column + piece.len() > 90 {
            text.push('\n');
            column = 0;
        } else if column > 0 {
            text.push(' ');
        }
        column += piece.len() + 1;
        text.push_str(&piece);
        text.push_str(end);
        if end.ends_with('\n') {
            column = 0;
            if text.len() > 2_800 * page {
                // Writing to a string cannot fail.
                let _ = write!(
                    text,
                    "Tweede Kamer, vergaderjaar {session}, {printed}, nr. {number} {page}\n\u{0C}\n"
                );
                page += 1;
            }
        }
    }
    let _ = write!(text, ".\n\nkst-{dossier}-{number}\nISSN 0921 - 7371\n’s-Gravenhage {}\n", year + 1);
    text
}

/// A citation of another letter, in one of the forms that letters have.
fn citation(chance: &mut Chance, letter: u64, letters: u64) -> String {
    let mut cited = chance.cited(letters);
    if cited == letter {
        cited = (cited + 1) % letters.max(2);
    }
    let (dossier, number) = place(cited);
    let printed = format!("{} {:03}", dossier / 1_000, dossier % 1_000);
    match chance.below(5) {
        0 => format!("(Kamerstukken II 2012/13, {printed}, nr. {number})"),
        1 => format!("(Kamerstuk {printed} nr. {number}, p. {})", 1 + chance.below(9)),
        2 => format!("zie Kamerstuk {printed},\nnr. {number}"),
        _ => format!("(Kamerstuk {printed}, nr. {number})"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_letter_is_as_large_as_it_should_be_and_cites_as_often() {
        for letter in 0..50 {
            let text = text(letter, 1_000, 7);
            assert!((SIZE..SIZE + 800).contains(&text.len()), "{} bytes", text.len());
            assert_eq!(text.matches("Kamerstuk").count(), usize::try_from(CITATIONS).unwrap(), "{text}");
        }
    }

    #[test]
    fn the_same_seed_gives_the_same_letters() {
        assert_eq!(text(3, 1_000, 7), text(3, 1_000, 7));
        assert_ne!(text(3, 1_000, 7), text(3, 1_000, 8));
        assert_ne!(text(3, 1_000, 7), text(4, 1_000, 7));
    }

    #[test]
    fn some_papers_are_cited_far_more_than_others() {
        let mut chance = Chance(1);
        let cited: Vec<_> = (0..8_000).map(|_| chance.cited(1_000)).collect();
        let times = |low, high| cited.iter().filter(|cited| (low..high).contains(*cited)).count();
        assert!(times(0, 1) >= 80, "{}", times(0, 1));
        assert!(times(1, 250) > 3 * times(750, 1_000), "{} {}", times(1, 250), times(750, 1_000));
    }
}
