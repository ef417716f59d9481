//! What stands between the keyword and the number of a record, an answer or a question: chamber, session year, a date.

use std::ops::RangeInclusive;

use winnow::Parser;
use winnow::combinator::{alt, not, opt, repeat};
use winnow::token::{one_of, take_while};

use crate::citation::Problem;
use crate::identifier::{Date, Kamer, SessionYear, find_date_in_words, is_month};

use super::{
    EmptyError, Input, Parsed, WrittenSession, attempt, comma, kamer, only_if, rest, sep, session,
    session_word, some_sep, word,
};

/// Chamber, session and date, each as far as it is said.
#[derive(Clone, Default, Debug)]
pub(in crate::citation) struct Heading {
    /// The chamber.
    pub kamer: Option<Kamer>,
    /// The session year.
    pub session: Option<WrittenSession>,
    /// The day of the debate.
    pub date: Option<Date>,
    /// Whether it is about a public committee of the Tweede Kamer (UCV, OCV), whose record is in no digital list.
    pub committee: bool,
}

impl Heading {
    /// The session: the one that is printed, else the one that the date lies in.
    pub(in crate::citation) fn session_year(&self) -> Option<SessionYear> {
        match &self.session {
            Some(written) => written.session,
            None => self.date.and_then(SessionYear::of_day),
        }
    }

    /// What is wrong with the session year, if anything.
    pub(in crate::citation) fn problem(&self) -> Option<Problem> {
        self.session.as_ref().and_then(WrittenSession::problem)
    }

    fn take(&mut self, part: Part) {
        match part {
            Part::Kamer(kamer) => self.kamer = kamer,
            Part::Session(session) => self.session = Some(session),
            Part::Date(date) => self.date = Some(date),
            Part::Committee => self.committee = true,
            Part::Word => {}
        }
    }

    /// Whether anything says when.
    pub(in crate::citation) const fn is_dated(&self) -> bool {
        self.session.is_some() || self.date.is_some()
    }
}

/// Reads the parts that stand here, in any order, and what parts them, also in brackets. A part that is named again takes the place of the first.
pub(in crate::citation) fn heading(input: &mut Input<'_>, heading: &mut Heading) {
    loop {
        if let Some(part) = attempt(input, part) {
            heading.take(part);
            continue;
        }
        let Some(parts) = attempt(input, bracketed) else { return };
        for part in parts {
            heading.take(part);
        }
    }
}

/// `(vergaderjaar 2016-2017)`
fn bracketed(input: &mut Input<'_>) -> Parsed<Vec<Part>> {
    (opt(comma), sep, '(').parse_next(input)?;
    let parts: Vec<Part> = repeat(1.., part).parse_next(input)?;
    (sep, ')').parse_next(input)?;
    Ok(parts)
}

#[derive(Clone)]
enum Part {
    Kamer(Option<Kamer>),
    Session(WrittenSession),
    Date(Date),
    Committee,
    Word,
}

fn part(input: &mut Input<'_>) -> Parsed<Part> {
    (opt(comma), sep).parse_next(input)?;
    if rest(input).starts_with(|sign: char| sign.is_ascii_digit()) {
        alt((kamer.map(Part::Kamer), session.map(Part::Session), date.map(Part::Date))).parse_next(input)
    } else {
        alt((named_part, kamer.map(Part::Kamer), named_date.map(Part::Date), session_word.value(Part::Word)))
            .parse_next(input)
    }
}

/// `der Staten-Generaal`, `van de Tweede Kamer`, `Verenigde Vergadering`, `UCV`.
fn named_part(input: &mut Input<'_>) -> Parsed<Part> {
    let article = alt(((word("van"), some_sep, word("de")).void(), word("der"), word("de")));
    opt((article, some_sep)).parse_next(input)?;
    alt((
        alt((
            word("statengeneraal").value(Part::Word),
            (word("verenigde"), some_sep, word("vergadering")).value(Part::Kamer(Some(Kamer::Verenigd))),
            alt(("UCV", "OCV")).value(Part::Committee),
            "VV".value(Part::Kamer(Some(Kamer::Verenigd))),
        )),
        kamer.map(Part::Kamer),
        (word("kamer"), some_sep, kamer).map(|((), (), kamer)| Part::Kamer(kamer)),
    ))
    .parse_next(input)
    .and_then(|part| {
        not(one_of(|next: char| next.is_alphanumeric())).parse_next(input)?;
        Ok(part)
    })
}

/// `van 17 maart 2017`, `d.d. 17 maart 2017`, `vergadering van 17 maart 2017`.
fn named_date(input: &mut Input<'_>) -> Parsed<Date> {
    opt((word("zie"), some_sep)).parse_next(input)?;
    opt((word("vergadering"), some_sep)).parse_next(input)?;
    alt(((word("van"), some_sep).void(), (word("d"), '.', sep, word("d"), opt('.'), sep).void()))
        .parse_next(input)?;
    date(input)
}

/// `17 maart 2017`, `17-3-2017`.
pub(in crate::citation) fn date(input: &mut Input<'_>) -> Parsed<Date> {
    let date = alt((date_in_words, date_in_figures)).parse_next(input)?;
    not(one_of(|next: char| next.is_alphanumeric())).parse_next(input)?;
    Ok(date)
}

/// Extraction may have lost the blanks.
fn date_in_words(input: &mut Input<'_>) -> Parsed<Date> {
    let (day, (), month, (), year) =
        (digits(1..=2), sep, take_while(3..=9, |sign: char| sign.is_ascii_alphabetic()), sep, digits(4..=4))
            .parse_next(input)?;
    only_if(is_month(month))?;
    // Whatever separates them in the text, the words of the date are these.
    find_date_in_words(&format!("{day} {month} {year}")).map(|(date, _)| date).ok_or(EmptyError)
}

fn date_in_figures(input: &mut Input<'_>) -> Parsed<Date> {
    let (day, _, month, _, year) =
        (digits(1..=2), one_of(['-', '/']), digits(1..=2), one_of(['-', '/']), digits(4..=4))
            .parse_next(input)?;
    let parsed = day.parse().ok().zip(month.parse().ok()).zip(year.parse().ok());
    parsed.and_then(|((day, month), year)| Date::new(year, month, day).ok()).ok_or(EmptyError)
}

fn digits<'a>(count: RangeInclusive<usize>) -> impl Parser<Input<'a>, &'a str, EmptyError> {
    take_while(count, |sign: char| sign.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> String {
        let mut read = Heading::default();
        let mut input = Input::new(text);
        heading(&mut input, &mut read);
        let kamer = read.kamer.map_or("-", Kamer::code);
        let session = read.session_year().map_or("-".to_owned(), SessionYear::code);
        format!("{kamer} {session} «{}»", rest(&input))
    }

    #[test]
    fn chamber_and_session_in_any_order() {
        for (text, expected) in [
            (" II 2016/17, nr. 66", "tk 20162017 «, nr. 66»"),
            (" 2016-2017, Eerste Kamer, nr. 66", "ek 20162017 «, nr. 66»"),
            (", vergaderjaar 2024–2025, nr. 1", "- 20242025 «, nr. 1»"),
            (" der Staten-Generaal, Tweede Kamer, 1996/97", "tk 19961997 «»"),
            (" van de Tweede Kamer der Staten-Generaal 2016/17", "tk 20162017 «»"),
            (" Verenigde Vergadering 2013/14, nr. 2", "vv 20132014 «, nr. 2»"),
            (" TK (2016/17) nr. 3", "tk 20162017 « nr. 3»"),
            (", nr. 3", "- - «, nr. 3»"),
            (" II (vergaderjaar 2016-2017), nr. 3", "tk 20162017 «, nr. 3»"),
            (" (II, 2016-2017), nr. 3", "tk 20162017 «, nr. 3»"),
            (" II 2016/17)", "tk 20162017 «)»"),
            (" der Kamer II 2016/17, nr. 3", "tk 20162017 «, nr. 3»"),
            (" van de 12 gemeenten", "- - « van de 12 gemeenten»"),
        ] {
            assert_eq!(read(text), expected, "{text}");
        }
    }

    #[test]
    fn a_day_tells_the_session_it_lies_in() {
        assert_eq!(read(" II 17 maart 2017, nr. 66"), "tk 20162017 «, nr. 66»");
        assert_eq!(read(" II 17-03-2017, nr. 66"), "tk 20162017 «, nr. 66»");
        assert_eq!(read(" II van 17 maart 2017, nr. 66"), "tk 20162017 «, nr. 66»");
        assert_eq!(read(" I 2001/2002, zie vergadering d.d. 11 december 2001."), "ek 20012002 «.»");
        assert_eq!(read(" II van de brug"), "tk - « van de brug»");
        assert_eq!(read(" II 31 februari 2017"), "tk - « 31 februari 2017»");
    }
}
