//! The words that make a number a Kamerstuk, and what each of them demands of what follows.

use winnow::Parser;
use winnow::combinator::{alt, opt};
use winnow::token::one_of;

use crate::citation::grammar::{
    EmptyError, Input, Parsed, attempt, dash, is_bounded, kamer, named_kamer, next_char, only_if, sep,
    session_word, some_sep, stands, word, word_end,
};

use super::numbers::{Sign, particle};
use super::papers::{Papers, is_full};

/// What announces a citation.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Keyword {
    /// `Kamerstuk`, `Kst.`, `Parl. St.`: nothing else is called so.
    Kamerstuk,
    /// `TK`, `Tweede Kamer`: one speaks of a chamber for many reasons.
    Kamer,
    /// `vergaderjaar`: many other papers are numbered within one.
    Session,
    /// `dossier`, `wetsvoorstel`: the number behind it is one, or counts something.
    Dossier,
}

/// `Kamerstuk`, `Kamerstukken` and their like, and what may stand right behind them.
pub(super) fn kamerstuk(input: &mut Input<'_>) -> Parsed<Keyword> {
    word("kamer").parse_next(input)?;
    // Most that begins with it goes on in another way, or not at all.
    only_if(matches!(
        next_char(input),
        Some('s' | 'S' | 'd' | 'D' | '-' | '\u{AD}' | '\u{2010}' | '\u{200B}')
    ))?;
    if attempt(input, word_end("dossier")).is_some() {
        let _ = opt(alt((word_end("s"), word_end("nummer"), word_end("nr")))).parse_next(input)?;
    } else {
        word_end("st").parse_next(input)?;
        if attempt(input, word_end("uk")).is_some() {
            let plural = opt(alt((word_end("ken"), word_end("s")))).parse_next(input)?;
            let _ = opt(alt((word_end("nummers"), word_end("nummer"), word_end("nr")))).parse_next(input)?;
            if plural.is_none() {
                let _ = opt(alt((word_end("dossiers"), word_end("dossier")))).parse_next(input)?;
            }
        } else {
            only_if(next_char(input) == Some('.'))?;
        }
    }
    (opt('.'), opt((sep, ':'))).parse_next(input)?;
    // Extraction loses the blank before a number or a chamber; before anything else it is another word.
    let glued_to_a_word = next_char(input).is_some_and(char::is_alphabetic) && !stands(input, kamer);
    only_if(!glued_to_a_word).map(|()| Keyword::Kamerstuk)
}

/// `Tweede Kamer`, in front of a session or a dossier.
pub(super) fn chamber(input: &mut Input<'_>) -> Parsed<Keyword> {
    only_if(stands(input, named_kamer)).map(|()| Keyword::Kamer)
}

/// `TK`, `vergaderjaar`, `Kst.`, `Parl. St.`, `Bijl. Hand.`: what is too short or too usual to be sought for, and is met in front of a number.
pub(super) fn before_number(input: &mut Input<'_>) -> Parsed<Keyword> {
    match next_char(input) {
        Some('T' | 'E') => only_if(stands(input, kamer)).map(|()| Keyword::Kamer),
        Some('v' | 'V' | 'z' | 'Z') => only_if(stands(input, session_word)).map(|()| Keyword::Session),
        Some('K' | 'k') => kst(input),
        Some('P' | 'p') => {
            (word("parl"), opt('.'), sep, alt((word("stukken"), word("stuk"), word("st"))), opt('.'))
                .parse_next(input)?;
            not_a_word(input).map(|()| Keyword::Kamerstuk)
        }
        Some('B' | 'b') => annex(input),
        Some('d' | 'D' | 'w' | 'W' | 'i' | 'I') => bill(input),
        _ => Err(EmptyError),
    }
}

/// `Kst.`, but not the identifier `kst-29521-385`.
pub(super) fn kst(input: &mut Input<'_>) -> Parsed<Keyword> {
    (word("kst"), opt('.'), opt((sep, ':'))).parse_next(input)?;
    only_if(!stands(input, dash))?;
    not_a_word(input).map(|()| Keyword::Kamerstuk)
}

/// `Bijl. Hand.`, `Bijlagen bij de Handelingen`: as the papers of long ago are cited.
pub(super) fn annex(input: &mut Input<'_>) -> Parsed<Keyword> {
    (word("bijl"), opt(word("agen")), opt('.'), sep).parse_next(input)?;
    attempt(input, (alt((word("bij"), word("van"))), some_sep, opt((word("de"), some_sep))));
    (word("hand"), opt(word("elingen")), opt('.')).parse_next(input)?;
    not_a_word(input).map(|()| Keyword::Kamerstuk)
}

/// `dossier`, `dossiernummer`, `wetsvoorstel`, `initiatiefwetsvoorstel`.
fn bill(input: &mut Input<'_>) -> Parsed<Keyword> {
    attempt(input, (word("initiatief"), opt('-')));
    alt((word("dossier"), word("wetsvoorstel"))).parse_next(input)?;
    let _ =
        opt(alt((word_end("nummers"), word_end("nummer"), word_end("nr"), word_end("len"), word_end("s"))))
            .parse_next(input)?;
    (opt('.'), opt((sep, ':'))).parse_next(input)?;
    only_if(!next_char(input).is_some_and(char::is_alphabetic)).map(|()| Keyword::Dossier)
}

fn not_a_word(input: &mut Input<'_>) -> Parsed<()> {
    only_if(!next_char(input).is_some_and(char::is_alphabetic) || stands(input, kamer))
}

impl Keyword {
    /// Whether what was read behind it, in front of `input`, makes a citation.
    pub(super) fn suffices(self, papers: &Papers, input: &Input<'_>) -> bool {
        let announced =
            papers.numbers.first().is_some_and(|first| first.sign != Sign::None || first.value.is_letter());
        match self {
            Self::Kamerstuk => true,
            Self::Kamer => {
                // `(TK 29 689, 128)`
                let closed = !papers.numbers.is_empty() && stands(input, (sep, ')'));
                is_full(&papers.dossiers[0]) && (announced || closed || papers.stated.session.is_some())
            }
            Self::Dossier => {
                is_full(&papers.dossiers[0]) && (announced || is_bounded(input) || is_mentioned(input))
            }
            Self::Session => is_full(&papers.dossiers[0]) && announced && papers.stated.session.is_some(),
        }
    }
}

/// Whether prose goes on that does not count what the number before would number: `wetsvoorstel 34 986 is`, `wetsvoorstel 34 986 - Wijziging`.
fn is_mentioned(input: &Input<'_>) -> bool {
    let title = (some_sep, one_of(['-', '–']), some_sep, one_of(char::is_alphabetic)).void();
    stands(input, alt(((some_sep, particle).void(), title)))
}
