//! What a letter spoke of last: which paper `genoemde brief` means, and which noun a citation is about.
//!
//! A brief that is spoken of and not cited hides the cited one before it, since it may be the one that is meant.

use std::collections::HashMap;

use crate::citation::grammar::is_word_sign;
use crate::identifier::is_month;

use super::ground::Antecedent;
use super::noun::{Kind, Noun};
use super::words::{ends_sentence, is_one_of};

/// So far may a noun stand from the citation that is about it, in bytes.
const REACH: usize = 250;

/// What was spoken of last, in the body of a letter or in one note.
#[derive(Default)]
pub(super) struct Things<'a> {
    /// The last noun of this sentence, where no citation has come since.
    noun: Option<Noun>,
    /// Whether there were others before it in the sentence.
    others: bool,
    /// By kind the paper that was spoken of last; none where it was not cited.
    last: HashMap<Kind, Option<Antecedent<'a>>>,
    /// The same by longer words: `kennisgevingsbrief`.
    special: HashMap<Box<str>, Option<Antecedent<'a>>>,
    /// What was cited last, whatever it is.
    cited: Option<Antecedent<'a>>,
}

impl<'a> Things<'a> {
    /// A noun that speaks of a paper: another one than before, unless it is `same`.
    pub(super) fn meet(&mut self, text: &str, noun: &Noun, same: bool) {
        self.others = self.noun.as_ref().is_some_and(|before| reaches(text, before, noun.span.start));
        self.noun = Some(noun.clone());
        if !same {
            self.know(noun, None);
        }
    }

    /// A citation, or the mark of a note that holds one, at `place`; the noun that it is about. A mark has to stand right behind its noun.
    pub(super) fn cite(
        &mut self,
        text: &str,
        place: usize,
        paper: Option<Antecedent<'a>>,
        is_mark: bool,
    ) -> Option<Noun> {
        let attached = self.noun_at(text, place, is_mark).is_some();
        self.cited = if is_mark && !attached { self.cited } else { paper };
        let noun = self.noun.take().filter(|_| attached)?;
        self.know(&noun, paper);
        Some(noun)
    }

    /// The noun that something at `place` is about, where it is certain.
    pub(super) fn noun_at(&self, text: &str, place: usize, closely: bool) -> Option<&Noun> {
        let noun = self.noun.as_ref().filter(|noun| reaches(text, noun, place))?;
        let between = &text[noun.span.end..place];
        let alone = !closely && !self.others && !has_verb(between);
        // `het advies van de Raad (` may end what the sentence says of another paper, and only of motions names tell which they are.
        let named = matches!(noun.kind, Kind::Motie | Kind::Amendement) || !self.others;
        let attached = is_attached(between) && (named || is_dated(between));
        (alone || attached).then_some(noun)
    }

    /// Which paper a noun means that says that it was mentioned before.
    pub(super) fn mentioned(&self, noun: &Noun) -> Option<Antecedent<'a>> {
        match &noun.special {
            _ if noun.kind == Kind::Stuk => self.cited,
            Some(special) => self.special.get(special).copied().flatten(),
            None => self.last.get(&noun.kind).copied().flatten(),
        }
    }

    /// What was spoken of last of this kind is this paper, or none that was cited.
    pub(super) fn know(&mut self, noun: &Noun, paper: Option<Antecedent<'a>>) {
        self.last.insert(noun.kind, paper);
        if let Some(special) = &noun.special {
            self.special.insert(special.clone(), paper);
        }
    }
}

/// Whether a noun can have to do with something at `place`: in its sentence and not far away.
fn reaches(text: &str, noun: &Noun, place: usize) -> bool {
    text.get(noun.span.end..place).is_some_and(|between| between.len() <= REACH && !ends_sentence(between))
}

/// Whether nothing but names and a date stand between a noun and its citation: `motie van het lid Jansen c.s. (`, `brief van 3 mei 2019 (`.
pub(super) fn is_attached(between: &str) -> bool {
    words(between).all(|word| {
        word.starts_with(|sign: char| sign.is_uppercase() || sign.is_ascii_digit())
            || is_month(word)
            || is_one_of(
                word,
                &[
                    "van", "de", "den", "der", "ten", "ter", "het", "lid", "leden", "en", "c", "s", "cs",
                    "d", "dd", "jl", "op", "onder", "in", "zie", "nr", "nrs", "nummer", "kenmerk",
                ],
            )
    })
}

/// Whether nothing but a date stands there.
fn is_dated(between: &str) -> bool {
    words(between)
        .all(|word| !word.starts_with(char::is_uppercase) && !is_one_of(word, &["de", "het", "lid"]))
}

/// Whether the words go on to say something else.
fn has_verb(between: &str) -> bool {
    words(between).any(|word| {
        is_one_of(
            word,
            &[
                "heb", "heeft", "hebben", "had", "is", "was", "waren", "werd", "werden", "wordt", "worden",
                "zal", "zullen", "kan", "kunnen", "ik", "wij", "we", "u", "zoals", "waarin", "waarmee",
                "dat", "die", "staat", "blijkt",
            ],
        )
    })
}

fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|sign: char| !is_word_sign(sign)).filter(|word| !word.is_empty())
}
