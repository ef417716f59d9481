//! The names of kinds of papers: `brief`, `motie`, `Kennisgevingsbrief`, `nota naar aanleiding van het verslag`.

use winnow::Parser;
use winnow::combinator::{alt, opt};

use crate::citation::grammar::{EmptyError, Input, Parsed, attempt, here, is_word_sign, some_sep, word};
use crate::text::Span;

use super::words::{folded, word_start};

/// What a paper is.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub(super) enum Kind {
    Brief,
    Motie,
    Amendement,
    Verslag,
    Nota,
    Notitie,
    Memorie,
    Advies,
    Wetsvoorstel,
    Rapport,
    Reactie,
    /// `Kamerstuk`, `stuk`: any of them.
    Stuk,
}

impl Kind {
    const ALL: [Self; 12] = [
        Self::Brief,
        Self::Motie,
        Self::Amendement,
        Self::Verslag,
        Self::Nota,
        Self::Notitie,
        Self::Memorie,
        Self::Advies,
        Self::Wetsvoorstel,
        Self::Rapport,
        Self::Reactie,
        Self::Stuk,
    ];

    /// Its name, and what follows it where there are several.
    const fn forms(self) -> (&'static str, &'static [&'static str]) {
        match self {
            Self::Brief => ("brief", &[]),
            Self::Motie => ("motie", &["s"]),
            Self::Amendement => ("amendement", &["en"]),
            Self::Verslag => ("verslag", &["en"]),
            Self::Nota => ("nota", &["'s", "’s"]),
            Self::Notitie => ("notitie", &["s"]),
            Self::Memorie => ("memorie", &["s"]),
            Self::Advies => ("advies", &[]),
            Self::Wetsvoorstel => ("wetsvoorstel", &["len"]),
            Self::Rapport => ("rapport", &["en"]),
            Self::Reactie => ("reactie", &["s"]),
            Self::Stuk => ("stuk", &["ken"]),
        }
    }

    /// Whether a longer word that ends in the name means one of this kind; `promotie` and `meesterstuk` do not.
    const fn has_compounds(self) -> bool {
        !matches!(self, Self::Motie | Self::Stuk)
    }

    /// The longer words that say no more than the name.
    const fn synonyms(self) -> &'static [&'static str] {
        match self {
            Self::Brief => &["kamerbrief"],
            Self::Stuk => &["kamerstuk"],
            _ => &[],
        }
    }
}

/// The name of a kind where it stands in the text.
#[derive(Clone, Debug)]
pub(super) struct Noun {
    pub(super) kind: Kind,
    /// The word, or the words: `memorie van toelichting`.
    pub(super) span: Span,
    pub(super) plural: bool,
    /// What the word says besides the kind, in one form whatever was printed: `kennisgevingsbrief`.
    pub(super) special: Option<Box<str>>,
}

impl Noun {
    /// Reads a word that may name any kind.
    pub(super) fn of_word(text: &str, word: Span) -> Option<Self> {
        Kind::ALL.into_iter().find_map(|kind| {
            let (_, plurals) = kind.forms();
            let mut suffixes = [""].iter().chain(plurals);
            suffixes.find_map(|suffix| {
                let end = text[..word.end].strip_suffix(suffix)?.len();
                Self::read(text, kind, end).filter(|noun| noun.span.start == word.start)
            })
        })
    }

    /// Reads the word of which a trigger ended at `end`.
    pub(super) fn read(text: &str, kind: Kind, end: usize) -> Option<Self> {
        let (name, plurals) = kind.forms();
        // However it is broken, a word ends with the last letter of its kind's name.
        let last = text[..end].bytes().next_back().map(|sign| sign.to_ascii_lowercase());
        if last != name.bytes().next_back() {
            return None;
        }
        let suffix = plurals.iter().find(|suffix| text[end..].starts_with(**suffix));
        let end = end + suffix.map_or(0, |suffix| suffix.len());
        if text[end..].starts_with(is_word_sign) {
            return None;
        }
        let start = word_start(text, end);
        let mut whole = folded(&text[start..end]);
        whole.truncate(whole.len() - suffix.map_or(0, |suffix| folded(suffix).len()));
        let longer = whole.len() > name.len() && !kind.synonyms().contains(&whole.as_str());
        if !whole.ends_with(name) || (longer && !kind.has_compounds()) {
            return None;
        }
        let mut input = input_at(text, end);
        let continued = attempt(&mut input, |input: &mut Input<'_>| continuation(kind, input)).is_some();
        let span = Span::new(start, if continued { here(&input) } else { end });
        let special = if continued { Some(folded(span.of(text))) } else { longer.then_some(whole) };
        Some(Self { kind, span, plural: suffix.is_some(), special: special.map(String::into_boxed_str) })
    }
}

/// What belongs to the name of some kinds, and may itself name another one.
fn continuation(kind: Kind, input: &mut Input<'_>) -> Parsed<()> {
    let van = |input: &mut Input<'_>| (some_sep, word("van"), some_sep).void().parse_next(input);
    match kind {
        Kind::Memorie => (van, alt((word("toelichting"), word("antwoord")))).void().parse_next(input),
        Kind::Nota => {
            let on_report = (
                (some_sep, word("naar"), some_sep, word("aanleiding")),
                (van, word("het"), some_sep),
                (opt((word("nader"), some_sep)), opt(word("nader")), opt(word("eind")), word("verslag")),
            );
            alt((on_report.void(), (van, alt((word("wijziging"), word("verbetering")))).void()))
                .parse_next(input)
        }
        _ => Err(EmptyError),
    }
}

/// What stands from `at` on, as far as one place may look.
pub(super) fn input_at(text: &str, at: usize) -> Input<'_> {
    const HORIZON: usize = 300;
    let mut input = Input::new(&text[..text.floor_char_boundary((at + HORIZON).min(text.len()))]);
    winnow::stream::Stream::next_slice(&mut input, at);
    input
}
