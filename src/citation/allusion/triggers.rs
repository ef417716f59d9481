//! The words by which a text may refer to a paper without citing it, found by one packed search.
//!
//! Most letters have few of them, so that what follows may look closely. What they mean is for the files beside this one.

use std::sync::OnceLock;

use aho_corasick::packed;

use super::noun::Kind;

/// What a word that was found may begin.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Trigger {
    /// The end of the name of a kind of paper: `brief`.
    Noun(Kind),
    /// The sign in front of a number, with what stands before it: ` nr.`
    Sign,
    /// `idem`, `ibid.`, `t.a.p.`, `a.w.`
    Ibidem,
    /// `noot`
    Note,
    /// `hierna`, `verder:`
    Definition,
}

/// Each with the word that it belongs to. The first letter is left out where it may be a capital, and none has less than four bytes, since that would slow down the search.
const TRIGGERS: &[(&str, Trigger)] = &[
    ("brief", Trigger::Noun(Kind::Brief)),
    ("Brief", Trigger::Noun(Kind::Brief)),
    ("otie", Trigger::Noun(Kind::Motie)),
    ("mendement", Trigger::Noun(Kind::Amendement)),
    ("erslag", Trigger::Noun(Kind::Verslag)),
    ("nota", Trigger::Noun(Kind::Nota)),
    ("Nota", Trigger::Noun(Kind::Nota)),
    ("otitie", Trigger::Noun(Kind::Notitie)),
    ("emorie", Trigger::Noun(Kind::Memorie)),
    ("dvies", Trigger::Noun(Kind::Advies)),
    ("svoorstel", Trigger::Noun(Kind::Wetsvoorstel)),
    ("apport", Trigger::Noun(Kind::Rapport)),
    ("eactie", Trigger::Noun(Kind::Reactie)),
    ("stuk", Trigger::Noun(Kind::Stuk)),
    (" nr.", Trigger::Sign),
    (" nrs", Trigger::Sign),
    (" nr ", Trigger::Sign),
    ("(nr.", Trigger::Sign),
    ("(nrs", Trigger::Sign),
    ("(nr ", Trigger::Sign),
    ("\nnr.", Trigger::Sign),
    ("\nnrs", Trigger::Sign),
    ("\u{A0}nr", Trigger::Sign),
    ("idem", Trigger::Ibidem),
    ("Idem", Trigger::Ibidem),
    ("ibid", Trigger::Ibidem),
    ("Ibid", Trigger::Ibidem),
    ("t.a.p", Trigger::Ibidem),
    ("T.a.p", Trigger::Ibidem),
    ("a.w.", Trigger::Ibidem),
    ("A.w.", Trigger::Ibidem),
    ("noot", Trigger::Note),
    ("hierna", Trigger::Definition),
    ("Hierna", Trigger::Definition),
    ("verder:", Trigger::Definition),
    ("verder te noemen", Trigger::Definition),
];

/// The places in a text where one of the words stands, ascending.
pub(super) struct Triggers<'a> {
    text: &'a str,
    at: usize,
}

impl<'a> Triggers<'a> {
    pub(super) const fn new(text: &'a str) -> Self {
        Self { text, at: 0 }
    }

    /// The next word, where it begins and ends, and what it may be the start of.
    pub(super) fn next(&mut self) -> Option<(usize, usize, Trigger)> {
        let within = aho_corasick::Span { start: self.at, end: self.text.len() };
        let found = searcher().find_in(self.text.as_bytes(), within)?;
        self.at = found.end();
        Some((found.start(), found.end(), TRIGGERS[found.pattern().as_usize()].1))
    }

    /// Goes on behind what was read.
    pub(super) fn skip_to(&mut self, end: usize) {
        self.at = self.at.max(end);
    }
}

fn searcher() -> &'static packed::Searcher {
    static SEARCHER: OnceLock<packed::Searcher> = OnceLock::new();
    SEARCHER.get_or_init(|| {
        packed::Config::new()
            .match_kind(packed::MatchKind::LeftmostFirst)
            .builder()
            .extend(TRIGGERS.iter().map(|(word, _)| word))
            .build()
            .expect("a few short literals, which every processor can search for")
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_in_order_of_place() {
        let text = "De motie op stuk nr. 12 en de Kamerbrief; idem.";
        let mut triggers = Triggers::new(text);
        let found: Vec<_> =
            std::iter::from_fn(|| triggers.next()).map(|(start, end, _)| &text[start..end]).collect();
        assert_eq!(found, ["otie", "stuk", " nr.", "brief", "idem"]);
    }

    #[test]
    fn the_words_are_long_and_few_enough_for_a_fast_search() {
        assert!(TRIGGERS.len() <= 64 && TRIGGERS.iter().all(|(word, _)| word.len() >= 4));
    }
}
