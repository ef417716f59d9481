//! What the words beside a citation say of its paper: its kind and its date, `mijn brief van 14 september 2018 (Kamerstuk 29 521, nr. 368)`.
//!
//! For one who compares that with what is known of the paper. So it reads only what can hardly be of anything else, and says how sure that is.

use crate::citation::grammar::{Input, attempt, here};
use crate::citation::{Citation, Standing};
use crate::identifier::{Date, find_date_in_words, is_month};
use crate::letter::PaperKind;
use crate::text::Span;

use super::dated::{self, Whose};
use super::noun::{Kind, Noun, input_at};
use super::things::is_attached;
use super::triggers::{Trigger, Triggers};
use super::words::{ends_paragraph, ends_sentence, is_one_of, word_before};

/// So far may a noun stand from the citation, in bytes.
const REACH: usize = 250;

/// What stands beside a citation.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Beside {
    /// What its paper is called, where nothing but names and dates lie between that and the citation.
    pub kind: Option<KindBeside>,
    /// The day that its paper seems to be of.
    pub date: Option<DateBeside>,
}

/// The kind that a paper is called beside its citation.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct KindBeside {
    /// Which.
    pub kind: PaperKind,
    /// The words.
    pub span: Span,
    /// Whether it can be of nothing else than the paper. `De brief over de motie (Kamerstuk …` may cite either.
    pub sure: bool,
}

/// A day beside a citation.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct DateBeside {
    /// Which.
    pub date: Date,
    /// The words.
    pub span: Span,
    /// Whether it can be of nothing else than the paper. Otherwise it may be of an event that the paper is about.
    pub sure: bool,
}

/// What stands beside a citation of one paper; nothing where it names several, or the paper does not stand in it.
/// `letter_date` tells what `17 maart jl.` means, and `floor` is where the citation before ends.
#[must_use]
pub fn beside(text: &str, letter_date: Option<Date>, citation: &Citation, floor: usize) -> Beside {
    let ([target], Standing::Stated) = (&citation.targets[..], citation.standing) else {
        return Beside::default();
    };
    if let Some(noun) = super::sweep::noun_within(text, citation.span) {
        let end = target.dossiers.first().map_or(citation.span.end, |mention| mention.span.start);
        let date = right_behind(text, letter_date, &noun, end);
        return Beside { kind: kind_at(text, &noun), date };
    }
    let place = citation.span.start;
    let behind = dated::date_behind(text, letter_date, citation.span.end)
        .and_then(|(date, end)| date_at(text, date, Span::new(citation.span.end, end), true));
    let floor = text.ceil_char_boundary(floor.max(place.saturating_sub(REACH)));
    let Some(noun) = last_noun(text, floor, place) else {
        return Beside { kind: None, date: behind.or_else(|| right_before(text, floor, place)) };
    };
    let between = &text[noun.span.end..place];
    if ends_sentence(between) || between.contains([';', '•']) || noun.plural {
        return Beside { kind: None, date: behind };
    }
    let attached = is_attached(between);
    let date = right_behind(text, letter_date, &noun, place)
        .or_else(|| right_before(text, noun.span.end, place).filter(|_| has_own_date(text, &noun)))
        .map(|date| DateBeside { sure: attached && date.sure, ..date });
    Beside { kind: kind_at(text, &noun).filter(|_| attached), date: behind.or(date) }
}

/// The last word before `place` that names a kind of paper. Words are found from the front, which costs little, and read from the back until one is a name.
fn last_noun(text: &str, floor: usize, place: usize) -> Option<Noun> {
    let mut triggers = Triggers::new(&text[floor..place]);
    let found = std::iter::from_fn(|| triggers.next()).filter_map(|(_, end, trigger)| match trigger {
        Trigger::Noun(kind) if kind != Kind::Stuk => Some((kind, floor + end)),
        _ => None,
    });
    let found: Vec<(Kind, usize)> = found.collect();
    let read = |&(kind, end): &(Kind, usize)| {
        Noun::read(text, kind, end).filter(|noun| floor <= noun.span.end && noun.span.end <= place)
    };
    let (at, noun) = found.iter().enumerate().rev().find_map(|(at, word)| Some((at, read(word)?)))?;
    // The report in `nota naar aanleiding van het verslag` is part of a longer name.
    let longer = found[..at].last().filter(|_| noun.kind == Kind::Verslag).and_then(read);
    Some(longer.filter(|longer| longer.span.end >= noun.span.end).unwrap_or(noun))
}

/// The day right behind a noun: `brief van 14 september 2018`.
fn right_behind(text: &str, letter_date: Option<Date>, noun: &Noun, limit: usize) -> Option<DateBeside> {
    if !has_own_date(text, noun) {
        return None;
    }
    let mut input = input_at(text, noun.span.end);
    let date = attempt(&mut input, |input: &mut Input<'_>| dated::dated(input, letter_date))?;
    let end = here(&input);
    (end <= limit).then(|| date_at(text, date, Span::new(noun.span.end, end), true))?
}

/// The day right before the citation, with nothing but a bracket between: `… in de Sahel van 14 september 2018 (`.
fn right_before(text: &str, floor: usize, place: usize) -> Option<DateBeside> {
    /// No date in words is longer.
    const LONGEST: usize = 40;
    let floor = text.ceil_char_boundary(floor.max(place.saturating_sub(LONGEST)));
    let words = &text[floor..place];
    let (date, found) = find_date_in_words(words)?;
    let ends = words[found.end..].chars().all(|sign| sign.is_whitespace() || "(,:[*_".contains(sign));
    let begins = words[..found.start].trim_end();
    let of = ["van", "d.d.", "dd."].into_iter().any(|of| begins.ends_with(of));
    (ends && of && !ends_paragraph(words)).then(|| DateBeside {
        date,
        span: found.shifted(floor),
        sure: false,
    })
}

/// Day, month and year within some words.
fn date_at(text: &str, date: Date, within: Span, sure: bool) -> Option<DateBeside> {
    let words = within.of(text);
    let start = words.find(|sign: char| sign.is_ascii_digit())?;
    let words = &words[start..];
    let end = words.trim_end_matches(|sign: char| sign.is_whitespace() || sign == ',').len();
    debug_assert!(words.split_whitespace().any(is_month));
    Some(DateBeside { date, span: Span::new(within.start + start, within.start + start + end), sure })
}

/// Whether the date behind such a noun is that of the paper. A report has that of the meeting, an advice its own, whatever it was sent with, and the reader's letter is no paper of the Kamer.
fn has_own_date(text: &str, noun: &Noun) -> bool {
    matches!(noun.kind, Kind::Brief | Kind::Motie | Kind::Amendement) && Whose::of(text, noun) != Whose::Yours
}

/// The kind that a noun means, and whether it is what the sentence is about: `de reactie op de motie` is none itself.
fn kind_at(text: &str, noun: &Noun) -> Option<KindBeside> {
    let mut at = noun.span.start;
    let mut before = word_before(text, at);
    while let Some(word) = before.filter(|word| is_one_of(word.of(text), &SKIPPED)) {
        at = word.start;
        before = word_before(text, at);
    }
    let of_another = before.is_some_and(|word| {
        is_one_of(
            word.of(text),
            &["over", "op", "inzake", "van", "betreffende", "bij", "aan", "tot", "en", "of"],
        )
    });
    Some(KindBeside { kind: kind(noun)?, span: noun.span, sure: !of_another })
}

/// Words between a preposition and its noun.
const SKIPPED: [&str; 14] = [
    "de",
    "het",
    "een",
    "die",
    "deze",
    "dit",
    "dat",
    "mijn",
    "onze",
    "aangenomen",
    "gewijzigde",
    "ingediende",
    "genoemde",
    "betreffende",
];

/// The kind that a noun means, where it can be told apart from others.
fn kind(noun: &Noun) -> Option<PaperKind> {
    if noun.plural {
        return None;
    }
    let special = noun.special.as_deref();
    match noun.kind {
        Kind::Brief => Some(PaperKind::Brief),
        Kind::Motie => Some(PaperKind::Motie),
        Kind::Amendement => Some(PaperKind::Amendement),
        // A `jaarverslag` or `eindverslag` is sent with a brief.
        Kind::Verslag if special.is_none() => Some(PaperKind::Verslag),
        Kind::Nota => match special {
            Some(special) if special.starts_with("notanaaraanleiding") => Some(PaperKind::NotaNaarAanleiding),
            Some(special) if special.starts_with("notavanwijziging") => Some(PaperKind::NotaVanWijziging),
            _ => None,
        },
        Kind::Memorie => match special {
            Some(special) if special.ends_with("toelichting") => Some(PaperKind::MemorieVanToelichting),
            Some(special) if special.ends_with("antwoord") => Some(PaperKind::MemorieVanAntwoord),
            _ => None,
        },
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::citation::Reading;
    use crate::letter::Format;

    /// Kind and date of the last citation, a date with `?` where it is not sure.
    fn read(text: &str) -> String {
        let reading = Reading::alone(text.into(), Format::Plain, None);
        let stated: Vec<_> = reading.citations.iter().filter(|citation| !citation.is_inferred()).collect();
        let (last, before) = stated.split_last().unwrap();
        let floor = before.last().map_or(0, |before| before.span.end);
        let date = jiff::civil::date(2020, 3, 27);
        let found = beside(&reading.text, Some(date), last, floor);
        let kind = found.kind.map_or("-".to_owned(), |kind| {
            format!("{}{}", kind.span.of(text), if kind.sure { "" } else { "?" })
        });
        let date = found.date.map_or("-".to_owned(), |date| {
            format!("{}{}", date.span.of(text), if date.sure { "" } else { "?" })
        });
        format!("{kind} | {date}").replace('\n', " ")
    }

    #[test]
    fn kinds_and_dates() {
        for (text, expected) in [
            (
                "Zie mijn brief van 14 september\n2018 (Kamerstuk 29 521, nr. 368).",
                "brief | 14 september 2018",
            ),
            ("De motie-Van Dijk c.s. (Kamerstuk 29 521, nr. 412) vraagt dat.", "motie | -"),
            ("Het amendement Beckerman, Kamerstuk 36 095, nr. 5.", "amendement | -"),
            (
                "De brief van de Minister van Defensie van 5 maart jl. (Kamerstuk 29 521, nr. 400).",
                "brief | -",
            ),
            ("De brief van 5 maart jl. (Kamerstuk 29 521, nr. 400).", "brief | 5 maart jl."),
            ("Zie Kamerstuk 31 839, nr. 1031, 5 november 2024, blz. 3.", "- | 5 november 2024"),
            (
                "De Artikel 100-brief over MINUSMA in 2019 en de inzet\nin de Sahel van 14 september 2018 (Kamerstuk 29 521, nr. 368).",
                "- | 14 september 2018?",
            ),
            (
                "De brief van 14 september 2018 over de inzet (Kamerstuk 29 521, nr. 368).",
                "- | 14 september 2018?",
            ),
            ("De memorie van toelichting (Kamerstuk 34 442, nr. 3).", "memorie van toelichting | -"),
            ("Uw brief van 5 maart 2020 (Kamerstuk 29 521, nr. 400).", "brief | -"),
            ("Het verslag van 5 maart 2020 (Kamerstuk 29 521, nr. 400).", "verslag | -"),
            ("Het jaarverslag (Kamerstuk 36 360 X, nr. 1).", "- | -"),
            ("De brief is verstuurd. Zie ook (Kamerstuk 29 521, nr. 400).", "- | -"),
            ("De brieven van 5 en 6 maart 2020 (Kamerstuk 29 521, nrs. 400 en 401).", "- | -"),
            ("De moties (Kamerstuk 29 521, nr. 400).", "- | -"),
            ("De brief (Kamerstuk 29 521, nr. 1) en het debat (Kamerstuk 29 521, nr. 2).", "- | -"),
            ("De motie over de brief waarin dit staat (Kamerstuk 29 521, nr. 2).", "- | -"),
            ("De motie Jansen (24 587, nr. 969) en motie Piri (24 587, nr. 970).", "motie? | -"),
            ("De reactie op de aangenomen motie-Piri (Kamerstuk 29 521, nr. 2).", "motie? | -"),
            ("De Kamer heeft middels een aangenomen motie\n(Kamerstuk 29 521, nr. 2) verzocht.", "motie | -"),
        ] {
            assert_eq!(read(text), expected, "{text}");
        }
    }
}
