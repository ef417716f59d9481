//! What somebody looks for in words, and how well a paper or a dossier fits it.
//!
//! Whoever answers a search, from memory or from the index, splits texts into words here and judges by what stands here, so that both find the same in the same order.
//! A word fits as it is, as the beginning of a longer word, as a part of one (`missie` in `vredesmissies`), or with a slip of the keyboard.

use std::cmp::Reverse;

use crate::identifier::{Date, DocumentId, Dossier, date_in_words};

use super::{Hit, LetterRecord};

/// A longer word is no word, and is left out.
const LONGEST: usize = 60;

/// A shorter word is no part of another one, and has no slips.
const PART: usize = 3;
const SLIP: usize = 4;

/// What nearly every letter has, or what everybody writes before a number.
const COMMON: [&str; 24] = [
    "aan",
    "bij",
    "de",
    "den",
    "der",
    "des",
    "dossier",
    "dossiers",
    "een",
    "en",
    "het",
    "in",
    "kamerstuk",
    "kamerstukken",
    "met",
    "nr",
    "nrs",
    "of",
    "op",
    "over",
    "te",
    "tot",
    "van",
    "voor",
];

/// The words of a text in plain small letters and digits, those that are common to all texts left out.
pub(super) fn words(text: &str) -> Vec<String> {
    let mut words = Vec::new();
    let mut word = String::new();
    for sign in text.chars().chain([' ']) {
        // Marks that stand by themselves, and hyphens that only show at a line's end.
        if matches!(sign, '\u{300}'..='\u{36F}' | '\u{AD}') {
            continue;
        }
        let plain = plain(sign);
        if plain.is_empty() {
            if !word.is_empty() && word.len() <= LONGEST && COMMON.binary_search(&&*word).is_err() {
                words.push(std::mem::take(&mut word));
            }
            word.clear();
        }
        word.push_str(plain);
    }
    words
}

/// A letter without its marks, small; nothing for what parts words.
fn plain(sign: char) -> &'static str {
    const LETTERS: &str = "abcdefghijklmnopqrstuvwxyz0123456789";
    let small = sign.to_ascii_lowercase();
    if let Some(at) = LETTERS.find(small) {
        return &LETTERS[at..=at];
    }
    match sign.to_lowercase().next().unwrap_or(sign) {
        'à'..='å' | 'ā' | 'ă' | 'ą' | 'ǎ' => "a",
        'æ' => "ae",
        'ç' | 'ć' | 'ĉ' | 'ċ' | 'č' => "c",
        'ď' | 'đ' | 'ð' => "d",
        'è'..='ë' | 'ē' | 'ĕ' | 'ė' | 'ę' | 'ě' => "e",
        'ĝ' | 'ğ' | 'ġ' | 'ģ' => "g",
        'ĥ' | 'ħ' => "h",
        'ì'..='ï' | 'ĩ' | 'ī' | 'ĭ' | 'į' | 'ı' => "i",
        'ĳ' => "ij",
        'ķ' => "k",
        'ł' | 'ĺ' | 'ļ' | 'ľ' => "l",
        'ñ' | 'ń' | 'ņ' | 'ň' => "n",
        'ò'..='ö' | 'ø' | 'ō' | 'ŏ' | 'ő' => "o",
        'œ' => "oe",
        'ŕ' | 'ř' => "r",
        'ś' | 'ŝ' | 'ş' | 'š' | 'ș' => "s",
        'ß' => "ss",
        'ţ' | 'ť' | 'ț' | 'þ' => "t",
        'ù'..='ü' | 'ũ' | 'ū' | 'ŭ' | 'ů' | 'ű' | 'ų' => "u",
        'ý' | 'ÿ' => "y",
        'ź' | 'ż' | 'ž' => "z",
        _ => "",
    }
}

/// How well a word fits another one.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(super) enum Closeness {
    /// It is the same.
    Same,
    /// The other begins with it.
    Beginning,
    /// It stands within the other.
    Part,
    /// It would with a slip of the keyboard, or two of a long word.
    Slip,
}

impl Closeness {
    pub(super) const ALL: [Self; 4] = [Self::Same, Self::Beginning, Self::Part, Self::Slip];
}

/// A word that is looked for.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Wanted {
    pub(super) word: String,
    letters: u32,
}

impl Wanted {
    fn new(word: String) -> Self {
        Self { letters: letters(&word), word }
    }

    /// How well it fits a word of a text; `None` where it does not.
    pub(super) fn closeness(&self, word: &str) -> Option<Closeness> {
        let wanted = &*self.word;
        // A single letter begins half of all words.
        if word.starts_with(wanted) && (wanted.len() > 1 || word.len() == 1) {
            return Some(if word.len() == wanted.len() { Closeness::Same } else { Closeness::Beginning });
        }
        if wanted.starts_with(|sign: char| sign.is_ascii_digit()) {
            return None;
        }
        if wanted.len() >= PART && word.contains(wanted) {
            return Some(Closeness::Part);
        }
        (wanted.len() >= SLIP && self.is_slip_of(word)).then_some(Closeness::Slip)
    }

    /// Whether it is the word, or its beginning, but for a slip.
    fn is_slip_of(&self, word: &str) -> bool {
        self.may_be_slip_of(letters(word)) && slips(self.word.as_bytes(), word.as_bytes(), self.slips())
    }

    /// How many slips it may have.
    pub(super) const fn slips(&self) -> usize {
        if self.word.len() < SLIP {
            0
        } else if self.word.len() < 8 {
            1
        } else {
            2
        }
    }

    /// Whether a word with these letters has enough of its letters to be worth a closer look; most have not.
    pub(super) fn may_be_slip_of(&self, letters: u32) -> bool {
        let missing = (self.letters & !letters).count_ones();
        usize::try_from(missing).is_ok_and(|missing| missing <= self.slips())
    }
}

/// Whether `wanted` becomes the beginning of `word` by as many changes as are allowed: a letter more, less, or other, or two neighbours exchanged.
fn slips(wanted: &[u8], word: &[u8], allowed: usize) -> bool {
    let word = &word[..word.len().min(wanted.len() + allowed)];
    // Of each beginning of `wanted` its distance from each beginning of `word`; of two letters earlier, of one, and now.
    let (mut earlier, mut before) = (Vec::new(), (0..=word.len()).collect::<Vec<_>>());
    for (row, &sign) in wanted.iter().enumerate() {
        let mut now = Vec::with_capacity(word.len() + 1);
        now.push(row + 1);
        for (column, &other) in word.iter().enumerate() {
            let mut least =
                (before[column] + usize::from(sign != other)).min(before[column + 1].min(now[column]) + 1);
            if row > 0 && column > 0 && sign == word[column - 1] && other == wanted[row - 1] {
                least = least.min(earlier[column - 1] + 1);
            }
            now.push(least);
        }
        if now.iter().all(|distance| *distance > allowed) {
            return false;
        }
        earlier = std::mem::replace(&mut before, now);
    }
    before.iter().any(|distance| *distance <= allowed)
}

/// Which letters occur in a word, one bit each; digits share what is left.
pub(super) fn letters(word: &str) -> u32 {
    word.bytes().fold(0, |set, byte| set | 1 << (u32::from(byte.wrapping_sub(b'0')) % 32))
}

/// What is looked for.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Search {
    pub(super) wanted: Vec<Wanted>,
}

impl Search {
    /// Reads what somebody has typed; `None` where there is nothing to look for. Of a dossier the two groups of digits are one word.
    pub(super) fn new(typed: &str) -> Option<Self> {
        let mut joined: Vec<String> = Vec::new();
        for word in words(typed) {
            let digits = |text: &str, count| text.len() == count && text.bytes().all(|b| b.is_ascii_digit());
            match joined.last_mut() {
                Some(last) if digits(last, 2) && digits(&word, 3) => last.push_str(&word),
                _ => joined.push(word),
            }
        }
        joined.sort_unstable_by_key(|word| Reverse(word.len()));
        joined.dedup();
        (!joined.is_empty()).then(|| Self { wanted: joined.into_iter().map(Wanted::new).collect() })
    }

    /// How well a letter fits; `None` where one of the words does not.
    pub(super) fn fit_of(&self, letter: &Words) -> Option<Fit> {
        let mut fit = Fit { closeness: Closeness::Same, aside: 0 };
        for wanted in &self.wanted {
            let best = |words: &[String]| words.iter().filter_map(|word| wanted.closeness(word)).min();
            let (named, aside) = (best(&letter.name), best(&letter.rest));
            let closeness = match (named, aside) {
                (Some(named), Some(aside)) => named.min(aside),
                (named, aside) => named.or(aside)?,
            };
            fit.closeness = fit.closeness.max(closeness);
            fit.aside += usize::from(named != Some(closeness));
        }
        Some(fit)
    }

    /// How well the title of a dossier fits.
    pub(super) fn fit_of_title(&self, dossier: Dossier, title: &str) -> Option<Fit> {
        self.fit_of(&Words { name: [words(&dossier.to_string()), words(title)].concat(), rest: Vec::new() })
    }
}

/// How well something fits what is looked for, the better the smaller.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(super) struct Fit {
    /// That of the word that fits worst.
    pub(super) closeness: Closeness,
    /// How many of the words do not fit the number and the title but what stands beside them.
    pub(super) aside: usize,
}

/// The words that a letter is found by, each once.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub(super) struct Words {
    /// Its number and its title.
    pub(super) name: Vec<String>,
    /// The titles of its dossiers, its kind, its senders, its date.
    pub(super) rest: Vec<String>,
}

impl Words {
    pub(super) fn of(letter: &LetterRecord) -> Self {
        let mut name = words(&letter.id.to_string());
        for line in &letter.dossiers {
            name.extend(words(&line.dossier.to_string()));
        }
        name.extend(letter.title.iter().flat_map(|title| words(title)));
        let titles = letter.dossiers.iter().filter_map(|line| line.title.as_deref());
        let mut rest: Vec<String> = titles.chain(letter.kind.as_deref()).flat_map(words).collect();
        rest.extend(letter.senders.iter().flat_map(|sender| words(sender)));
        rest.extend(letter.date.into_iter().flat_map(|date| words(&spoken(date))));
        for row in [&mut name, &mut rest] {
            row.sort_unstable();
            row.dedup();
        }
        Self { name, rest }
    }
}

/// A date in words and in digits.
fn spoken(date: Date) -> String {
    format!("{} {date}", date_in_words(date))
}

/// The best of what was found, in their order: how well they fit, dossiers before papers, the newest first.
pub(super) fn best(mut found: Vec<(Fit, Hit)>, limit: usize) -> Vec<Hit> {
    let rank = |(fit, hit): &(Fit, Hit)| {
        let (date, path) = match &hit.letter {
            Some(letter) => (letter.date, Some(letter.path.clone())),
            None => (None, None),
        };
        (*fit, hit.letter.is_some(), Reverse(date), hit.id.clone(), path)
    };
    found.sort_by_cached_key(rank);
    // Of the titles that letters print of a dossier the one that fits best is enough.
    let mut seen = std::collections::BTreeSet::<DocumentId>::new();
    let hits = found.into_iter().map(|(_, hit)| hit);
    hits.filter(|hit| hit.letter.is_some() || seen.insert(hit.id.clone())).take(limit).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_plain() {
        assert_eq!(
            words("Evaluatie van de geïntegreerde inzet in Mali: «CO₂», Özütok en 1.000 m\u{AD}ensen"),
            ["evaluatie", "geintegreerde", "inzet", "mali", "co", "ozutok", "1", "000", "mensen"]
        );
        assert_eq!(words("kst-36410-XVI-4"), ["kst", "36410", "xvi", "4"]);
        assert!(COMMON.is_sorted());
    }

    #[test]
    fn a_word_fits_in_four_ways() {
        let closeness = |wanted: &str, word: &str| Wanted::new(wanted.to_owned()).closeness(word);
        for (wanted, word, expected) in [
            ("defensie", "defensie", Some(Closeness::Same)),
            ("def", "defensie", Some(Closeness::Beginning)),
            ("missie", "vredesmissies", Some(Closeness::Part)),
            ("defnsie", "defensie", Some(Closeness::Slip)),
            ("defenise", "defensie", Some(Closeness::Slip)),
            ("vredesmsisie", "vredesmissies", Some(Closeness::Slip)),
            ("vredesmi", "vredesmissies", Some(Closeness::Beginning)),
            ("defensie", "offensief", Some(Closeness::Slip)),
            ("mali", "mail", Some(Closeness::Slip)),
            ("mali", "bali", Some(Closeness::Slip)),
            ("mal", "bal", None),
            ("is", "vredesmissies", None),
            ("d", "defensie", None),
            ("385", "386", None),
            ("385", "3851", Some(Closeness::Beginning)),
            ("521", "29521", None),
        ] {
            assert_eq!(closeness(wanted, word), expected, "{wanted} {word}");
        }
    }

    #[test]
    fn the_digits_of_a_dossier_are_one_word() {
        let words = |typed: &str| -> Vec<String> {
            Search::new(typed).unwrap().wanted.into_iter().map(|wanted| wanted.word).collect()
        };
        assert_eq!(words("Kamerstuk 29 521, nr. 385"), ["29521", "385"]);
        assert_eq!(words("29.521 missies"), ["missies", "29521"]);
        assert_eq!(Search::new("de van, het"), None);
    }
}
