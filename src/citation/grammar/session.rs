//! The chamber and the session year in front of a dossier.

use winnow::Parser;
use winnow::combinator::{alt, not, opt, peek};
use winnow::stream::Stream;
use winnow::token::{one_of, take_while};

use crate::citation::{Problem, ProblemKind};
use crate::identifier::{Kamer, SessionYear};
use crate::text::Span;

use super::{
    EmptyError, Input, Parsed, attempt, comma, dash, here, is_word_sign, next_char, only_if, sep, some_sep,
    spanned, stands, word,
};

/// A session year as printed.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(in crate::citation) struct WrittenSession {
    /// Where it stands.
    pub span: Span,
    /// What it means; of a span or a list the last, none where it cannot be one.
    pub session: Option<SessionYear>,
    /// What may be meant, where it is malformed.
    pub candidates: Vec<String>,
    /// Whether there is only one such meaning.
    pub certain: bool,
}

impl WrittenSession {
    /// What is wrong with it, if anything.
    pub(in crate::citation) fn problem(&self) -> Option<Problem> {
        let correction = self.candidates.first().filter(|_| self.certain).cloned();
        let kind = ProblemKind::SessionYear { candidates: self.candidates.clone() };
        (!self.candidates.is_empty()).then_some(Problem { span: self.span, kind, correction })
    }
}

/// `I`, `II`, `Eerste Kamer`, `Tweede Kamer`, `EK`, `TK`, and `1`, `2` or a misread `11` in front of a comma.
/// Both chambers together (`I/II`) state none.
pub(in crate::citation) fn kamer(input: &mut Input<'_>) -> Parsed<Option<Kamer>> {
    // Prose and dossiers begin with other signs.
    match next_char(input) {
        Some('I' | 'l') => alt((both, numeral)).parse_next(input),
        Some('E' | 'T') => alt((both, initials, named)).parse_next(input),
        Some('e' | 't' | 'd' | 'v') => named(input),
        Some('1' | '2') => digit(input),
        _ => Err(EmptyError),
    }
}

fn both(input: &mut Input<'_>) -> Parsed<Option<Kamer>> {
    (alt(("I/II", "I en II", "II/I", "II en I", "EK/TK", "TK/EK")), end_of_word).value(None).parse_next(input)
}

/// Character recognition takes the numeral for letters that look like it.
fn numeral(input: &mut Input<'_>) -> Parsed<Option<Kamer>> {
    let numeral = (alt(("II", "Il", "lI", "ll", "I")), end_of_word);
    numeral.map(|(numeral, ())| Some(of_numeral(numeral))).parse_next(input)
}

fn initials(input: &mut Input<'_>) -> Parsed<Option<Kamer>> {
    let initials = alt(("EK".value(Kamer::Eerste), "TK".value(Kamer::Tweede)));
    (initials, end_of_word).map(|(kamer, ())| Some(kamer)).parse_next(input)
}

/// `der Tweede Kamer`, `van de Tweede Kamer`
fn named(input: &mut Input<'_>) -> Parsed<Option<Kamer>> {
    let article = alt((word("der"), (word("van"), some_sep, word("de")).void()));
    (opt((article, some_sep)), named_kamer).map(|(_, kamer)| Some(kamer)).parse_next(input)
}

/// A bare digit could be anything, so that the comma and the year behind it have to say what it is.
fn digit(input: &mut Input<'_>) -> Parsed<Option<Kamer>> {
    let digit = (alt(("11", "2", "1")), peek((comma, session)));
    digit.map(|(digit, _)| Some(if digit == "1" { Kamer::Eerste } else { Kamer::Tweede })).parse_next(input)
}

/// `Tweede Kamer`, also `Tweede Kamer der Staten-Generaal`.
pub(in crate::citation) fn named_kamer(input: &mut Input<'_>) -> Parsed<Kamer> {
    let kamer =
        alt((word("eerste").value(Kamer::Eerste), word("tweede").value(Kamer::Tweede))).parse_next(input)?;
    (some_sep, word("kamer"), end_of_word).parse_next(input)?;
    attempt(input, (some_sep, word("der"), some_sep, word("staten"), opt('-'), sep, word("generaal")));
    Ok(kamer)
}

fn of_numeral(numeral: &str) -> Kamer {
    if numeral == "I" { Kamer::Eerste } else { Kamer::Tweede }
}

fn end_of_word(input: &mut Input<'_>) -> Parsed<()> {
    not(one_of(|next: char| next.is_alphabetic())).parse_next(input)
}

/// `vergaderjaar`, `zitting`, `zittingsjaar`, `parlementair jaar`.
pub(in crate::citation) fn session_word(input: &mut Input<'_>) -> Parsed<()> {
    only_if(matches!(next_char(input), Some('v' | 'V' | 'z' | 'Z' | 'p' | 'P')))?;
    alt((
        word("vergaderjaar"),
        word("zittingsjaar"),
        word("zitting"),
        (word("parlementair"), some_sep, word("jaar")).void(),
    ))
    .parse_next(input)
}

/// A session year in any notation, also a span or a list of several, also one that cannot be.
pub(in crate::citation) fn session(input: &mut Input<'_>) -> Parsed<WrittenSession> {
    let mut written = one_session(input)?;
    loop {
        let start = input.checkpoint();
        let joined = alt((comma, dash)).parse_next(input);
        match joined.and_then(|()| one_session(input)) {
            Ok(next) if next.session.is_some() => {
                written.span = written.span.join(next.span);
                written.session = next.session;
            }
            _ => {
                input.reset(&start);
                return Ok(written);
            }
        }
    }
}

fn one_session(input: &mut Input<'_>) -> Parsed<WrittenSession> {
    let ((first, hurt, second), span) = spanned(input, years)?;
    let plausible = (1800..2100).contains(&first);
    only_if(plausible && !next_char(input).is_some_and(is_word_sign))?;
    let second_year = match second.len() {
        4 => second.parse().ok(),
        // 1999/00 ends in the next century.
        _ => second
            .parse::<u16>()
            .ok()
            .map(|short| if (first + 1) % 100 == short { first + 1 } else { first / 100 * 100 + short }),
    };
    let session = second_year.and_then(|second| SessionYear::from_years(first, second));
    let candidates = match (session, second_year) {
        (Some(_), _) if !hurt => Vec::new(),
        (Some(session), _) => vec![short(session)],
        (None, Some(second)) if second > first => {
            vec![short(SessionYear::starting(first)), short(SessionYear::starting(second - 1))]
        }
        // Years in the wrong order mean the two that they are, or a slip of the second.
        (None, Some(second)) if second + 1 == first => vec![short(SessionYear::starting(second))],
        _ => vec![short(SessionYear::starting(first))],
    };
    let certain = session.is_some() && candidates.len() == 1;
    Ok(WrittenSession { span, session, candidates, certain })
}

fn short(session: SessionYear) -> String {
    format!("{}/{:02}", session.first(), session.second() % 100)
}

/// Four digits, a sign or more, two or four digits; whether there is more between them than one sign, or less.
fn years<'a>(input: &mut Input<'a>) -> Parsed<(u16, bool, &'a str)> {
    let first = digits(input)?;
    // `20192020`
    if first.len() == 8 {
        let (first, second) = first.split_at(4);
        let first = first.parse().map_err(|_| EmptyError)?;
        return only_if(second.parse() == Ok(first + 1)).map(|()| (first, true, second));
    }
    let between_start = here(input);
    let slash = stands(input, (sep, '/'));
    let mut signs = 0;
    while attempt(input, alt((dash, (sep, '/', sep).void()))).is_some() {
        signs += 1;
    }
    let apostrophe = opt(one_of(['\'', '’', '‘'])).parse_next(input)?.is_some();
    only_if(signs > 0 && here(input) - between_start <= 16)?;
    let second = digits(input)?;
    let year: u16 = first.parse().map_err(|_| EmptyError)?;
    // `19/20` is a session where the years follow each other; with a dash they would be days or pages.
    if first.len() == 2 && second.len() == 2 {
        let follows = slash && second.parse() == Ok((year + 1) % 100);
        let century = if year < 45 { 2000 } else { 1900 };
        return only_if(follows).map(|()| (century + year, true, second));
    }
    only_if(first.len() == 4 && matches!(second.len(), 2 | 4))?;
    // A number behind a dash (`2022-385`) has another length; `1958-1959-5380` is a session and a dossier.
    Ok((year, signs > 1 || apostrophe, second))
}

fn digits<'a>(input: &mut Input<'a>) -> Parsed<&'a str> {
    take_while(1..=9, |sign: char| sign.is_ascii_digit()).parse_next(input)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Option<WrittenSession> {
        session(&mut Input::new(text)).ok()
    }

    #[test]
    fn every_notation() {
        for text in
            ["2019/20", "2019-2020", "2019–2020", "2019/2020", "2019-20", "2019 – 2020", "2019-\n2020"]
        {
            let written = read(text).unwrap();
            assert_eq!(written.session, Some(SessionYear::starting(2019)), "{text}");
            assert!(written.candidates.is_empty(), "{text}");
            assert_eq!(written.span.len(), text.len());
        }
        assert_eq!(read("1999/00").unwrap().session, Some(SessionYear::starting(1999)));
        assert_eq!(read("1993/94-1996/97, 23761").unwrap().span.len(), 15);
        assert_eq!(read("1999/2000, 2000/2001, 26 855").unwrap().session, Some(SessionYear::starting(2000)));
    }

    #[test]
    fn malformed_ones_say_what_may_be_meant() {
        let candidates =
            |text: &str| read(text).map(|written| (written.candidates.join(" of "), written.certain));
        assert_eq!(candidates("2022/-23"), Some(("2022/23".into(), true)));
        assert_eq!(candidates("1985/- 86"), Some(("1985/86".into(), true)));
        assert_eq!(candidates("2019/21"), Some(("2019/20 of 2020/21".into(), false)));
        assert_eq!(candidates("2020-2019"), Some(("2019/20".into(), false)));
        assert_eq!(candidates("20192020"), Some(("2019/20".into(), true)));
        assert_eq!(candidates("19/20"), Some(("2019/20".into(), true)));
        assert_eq!(candidates("2019-'20"), Some(("2019/20".into(), true)));
    }

    #[test]
    fn a_dossier_is_no_session() {
        for text in ["29521-385", "2952-385", "31700-12", "22112–2949", "5380-12", "29-30 mei", "12-14"] {
            assert_eq!(read(text), None, "{text}");
        }
    }
}
