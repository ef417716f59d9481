//! Acts of the European Union: `verordening (EG) nr. 1060/2009`, `Richtlijn 2006/123/EG`, `Kaderrichtlijn Water (2000/60/EG)`.
//!
//! ```text
//! citation  kind  [ name ]  [ "(" community ")" ]  [ "nr." ]  number  { connector number }
//! number    digits "/" digits  [ "/" community ]
//! ```
//! They are found by the number with a slash, which is rare, and not by words such as `besluit`, which are not.
//! Which half of the number is the year differs by kind and time, and a number that leaves it open is none.

use winnow::Parser;
use winnow::combinator::{alt, not, opt};
use winnow::token::{one_of, take_while};

use crate::identifier::{DocumentId, Series};
use crate::text::Span;

use super::grammar::{
    EmptyError, Input, Parsed, attempt, connector, here, lead, next_char, number_sign, only_if, rest, sep,
    some_sep, stands, word,
};
use super::recognise::{Grammar, Scene};
use super::{Citation, Example, Family, Form, Target};

pub(super) static GRAMMAR: Grammar = Grammar {
    starts: &[],
    digits: true,
    forms: &[
        Form {
            code: "eu-regulation",
            examples: &[
                Example { printed: "Verordening (EU) 2016/679", means: "celex:32016R0679" },
                Example { printed: "verordening (EU) nr. 575/2013", means: "celex:32013R0575" },
                Example { printed: "Uitvoeringsverordening (EU) 2020/1054", means: "celex:32020R1054" },
            ],
        },
        Form {
            code: "eu-directive",
            examples: &[
                Example { printed: "Richtlijn 95/46/EG", means: "celex:31995L0046" },
                Example { printed: "richtlijn (EU) 2015/2366", means: "celex:32015L2366" },
                Example { printed: "Kaderrichtlijn Water (2000/60/EG)", means: "celex:32000L0060" },
            ],
        },
        Form {
            code: "eu-decision",
            examples: &[
                Example { printed: "Besluit 2010/48/EG", means: "celex:32010D0048" },
                Example { printed: "kaderbesluit 2002/584/JBZ", means: "celex:32002F0584" },
                Example { printed: "Aanbeveling 2003/361/EG", means: "celex:32003H0361" },
            ],
        },
    ],
    read,
};

/// How far in front of the number the kind may stand, the name of the act between them.
const REACH: usize = 140;

/// What an act is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Kind {
    Regulation,
    Directive,
    Decision,
    FrameworkDecision,
    Recommendation,
    CommonPosition,
}

/// What stands in front of the number.
struct Lead {
    kind: Kind,
    /// `verordeningen`
    several: bool,
    /// Whether the name of the act stands between the kind and the number, so that other signs have to show that they belong together.
    named: bool,
    marks: Marks,
}

/// What stands right in front of a number.
#[derive(Clone, Copy, Default)]
struct Marks {
    /// `(EU)`
    community: bool,
    /// `nr.`
    sign: bool,
    /// An opening bracket, to be closed behind the number.
    bracket: bool,
}

/// A number as printed.
struct Number<'a> {
    first: &'a str,
    second: &'a str,
    /// `/EG`
    community: bool,
    span: Span,
}

fn read(input: &mut Input<'_>, scene: &Scene<'_>) -> Option<Citation> {
    let start = here(input);
    let first = attempt(input, number)?;
    let (lead, len) = lead_of(scene.before)?;
    let mut targets = vec![Target::plain(first.span, act(&lead, lead.marks, &first)?)];
    if lead.marks.bracket {
        let _ = attempt(input, (sep, ')'));
    }
    while let Some(target) = attempt(input, |input: &mut Input<'_>| further(input, &lead)) {
        targets.push(target);
    }
    let span = Span::new(start - len, here(input));
    if let [only] = &mut targets[..] {
        only.span = span;
    }
    Some(Citation::stated(span, Family::EuAct, targets))
}

/// `95/46/EG`, `1060/2009`; a date (`12/05/2009`) is none.
fn number<'a>(input: &mut Input<'a>) -> Parsed<Number<'a>> {
    let start = here(input);
    let first = digits(input)?;
    (sep, '/', sep).void().parse_next(input)?;
    let second = digits(input)?;
    let community = attempt(input, (sep, '/', sep, community)).is_some();
    let date = (one_of(['/', '-']), one_of(|sign: char| sign.is_ascii_digit()));
    not(date).parse_next(input)?;
    Ok(Number { first, second, community, span: Span::new(start, here(input)) })
}

fn digits<'a>(input: &mut Input<'a>) -> Parsed<&'a str> {
    let digits: &str = take_while(1..=4, |sign: char| sign.is_ascii_digit()).parse_next(input)?;
    not(one_of(|sign: char| sign.is_ascii_digit())).parse_next(input)?;
    Ok(digits)
}

/// One of the communities and policies that numbers name.
fn community(input: &mut Input<'_>) -> Parsed<()> {
    let name: &str = take_while(2..=7, char::is_alphabetic).parse_next(input)?;
    only_if(matches!(
        name,
        "EU" | "EG" | "EEG" | "EGKS" | "Euratom" | "EURATOM" | "JBZ" | "GBVB" | "JHA" | "EC"
    ))
}

/// `(EU)`, `(EG, Euratom)`, also without brackets.
fn communities(input: &mut Input<'_>) -> Parsed<()> {
    let row = |input: &mut Input<'_>| {
        community(input)?;
        while attempt(input, (connector, community)).is_some() {}
        Ok(())
    };
    alt((('(', sep, row, sep, ')').void(), row)).parse_next(input)
}

/// What may stand right in front of a number, in any order that occurs.
fn marks(input: &mut Input<'_>) -> Parsed<Marks> {
    let mut marks = Marks::default();
    let opening = |input: &mut Input<'_>| ('(', sep, not(community)).void().parse_next(input);
    sep(input)?;
    marks.bracket = attempt(input, opening).is_some();
    for _ in 0..2 {
        let sign = |input: &mut Input<'_>| {
            (alt((number_sign.void(), word("no"))), opt('.'), sep).void().parse_next(input)
        };
        marks.community |= attempt(input, (communities, sep)).is_some();
        marks.sign |= attempt(input, sign).is_some();
    }
    Ok(marks)
}

/// The kind nearest in front of the number, and how many bytes of the text it takes with all that stands between.
fn lead_of(before: &str) -> Option<(Lead, usize)> {
    let (lead, len) = lead(before, REACH, |input| {
        let (kind, several) = kind(input)?;
        if let Some(marks) = attempt(input, all_marks) {
            return Ok(Lead { kind, several, named: false, marks });
        }
        let author = name(input)?;
        let marks = all_marks(input)?;
        only_if(author || marks.bracket || marks.community)?;
        Ok(Lead { kind, several, named: true, marks })
    })?;
    // `Gedelegeerde verordening` is a kind in two words.
    let adjective = |input: &mut Input<'_>| {
        (alt((word("gedelegeerde"), word("gedelegeerd"))), some_sep).void().parse_next(input)
    };
    let adjective = self::lead(&before[..before.len() - len], 24, adjective).map_or(0, |((), len)| len);
    Some((lead, len + adjective))
}

/// Marks right up to the number.
fn all_marks(input: &mut Input<'_>) -> Parsed<Marks> {
    let marks = marks(input)?;
    only_if(rest(input).is_empty()).map(|()| marks)
}

/// The kind, perhaps as the last part of a compound (`Dienstenrichtlijn`), and whether it is a plural.
fn kind(input: &mut Input<'_>) -> Parsed<(Kind, bool)> {
    let abbreviated = alt((
        (alt(("Vo", "VO")), opt('.'), not(one_of(char::is_alphabetic))).value(Kind::Regulation),
        (alt(("Rl", "RL")), opt('.'), not(one_of(char::is_alphabetic))).value(Kind::Directive),
    ));
    if let Some(kind) = attempt(input, abbreviated) {
        return Ok((kind, false));
    }
    let whole = |input: &mut Input<'_>| {
        let kind = alt((
            word("verordening").value(Kind::Regulation),
            word("richtlijn").value(Kind::Directive),
            word("kaderbesluit").value(Kind::FrameworkDecision),
            word("besluit").value(Kind::Decision),
            word("beschikking").value(Kind::Decision),
            word("aanbeveling").value(Kind::Recommendation),
            (word("gemeenschappelijk"), some_sep, alt((word("standpunt"), word("optreden"))))
                .value(Kind::CommonPosition),
        ))
        .parse_next(input)?;
        let several = opt(word("en")).parse_next(input)?.is_some();
        not(one_of(char::is_alphabetic)).parse_next(input)?;
        Ok((kind, several))
    };
    loop {
        if let Some(found) = attempt(input, whole) {
            return Ok(found);
        }
        one_of(|sign: char| sign.is_alphabetic() || sign == '-').parse_next(input)?;
    }
}

/// The name of an act, or who made it and when: everything of the same sentence up to the marks in front of the number. Whether it is who made it (`van de Raad`).
fn name(input: &mut Input<'_>) -> Parsed<bool> {
    some_sep(input)?;
    let author = stands(input, (word("van"), some_sep));
    while !stands_before_number(input) {
        if attempt(input, some_sep).is_none() {
            // A blank that is no separator is a blank line.
            let ends = |sign: char| sign.is_whitespace() || "/.;:?!()".contains(sign);
            one_of(|sign: char| !ends(sign)).parse_next(input)?;
        }
    }
    Ok(author)
}

/// Whether nothing but marks is left, of which one is a bracket or a community, so that the name ends here.
fn stands_before_number(input: &Input<'_>) -> bool {
    // Marks begin with a bracket, a capital or the sign of a number.
    if !matches!(next_char(input), None | Some('(' | 'E' | 'J' | 'G' | 'n' | 'N')) {
        return false;
    }
    all_marks(&mut input.clone()).is_ok()
}

/// `en 2014/25/EU`, `, (EU) nr. 1094/2010`
fn further(input: &mut Input<'_>, lead: &Lead) -> Parsed<Target> {
    connector(input)?;
    let start = here(input);
    let marks = marks(input)?;
    only_if(!marks.bracket)?;
    let number = number(input)?;
    only_if(lead.several || marks.community || number.community)?;
    let id = act(lead, Marks { community: marks.community || lead.marks.community, ..marks }, &number);
    Ok(Target::plain(Span::new(start, here(input)), id.ok_or(EmptyError)?))
}

/// The act of this kind and number, where they leave no doubt.
fn act(lead: &Lead, marks: Marks, number: &Number<'_>) -> Option<DocumentId> {
    let european = marks.community || number.community;
    if lead.named && !european {
        return None;
    }
    let (first, second) = (year(number.first), year(number.second));
    let (year, serial) = match lead.kind {
        Kind::Regulation => match (first, second) {
            // Up to 2014 the year stood last, and a sign in front of the number is of that time.
            (Some(2015..), Some(second)) if marks.sign && second < 2015 => (second, number.first),
            // `2019/2020` may be a season.
            (Some(first @ 2015..), Some(second)) if second == first + 1 && !european => return None,
            (Some(first @ 2015..), _) => (first, number.second),
            (_, Some(second)) if second < 2015 => (second, number.first),
            _ => return None,
        },
        Kind::Directive => (first?, number.second),
        _ if !european => return None,
        // Parliament and Council number decisions of theirs the other way round, `nr. 1982/2006/EG`.
        Kind::Decision => match (first, second) {
            (None, Some(second)) => (second, number.first),
            (Some(_), Some(second)) if number.community && number.second.len() == 4 => (second, number.first),
            (first, _) => (first?, number.second),
        },
        Kind::FrameworkDecision | Kind::Recommendation | Kind::CommonPosition => (first?, number.second),
    };
    // Only careless numbers, and those of others, begin with nought.
    let serial: u16 = serial.parse().ok().filter(|_| european || !serial.starts_with('0'))?;
    let sector = match lead.kind {
        Kind::Regulation => 'R',
        Kind::Directive => 'L',
        Kind::Decision => 'D',
        Kind::FrameworkDecision => 'F',
        Kind::Recommendation => 'H',
        Kind::CommonPosition => 'E',
    };
    (serial > 0).then(|| DocumentId::Named(Series::Celex, format!("3{year}{sector}{serial:04}").into()))
}

/// A year of the communities, in four digits or, up to the turn of the century, in two.
fn year(digits: &str) -> Option<u16> {
    let number: u16 = digits.parse().ok()?;
    match digits.len() {
        4 => Some(number).filter(|year| (1952..2100).contains(year)),
        2 => Some(1900 + number).filter(|year| *year >= 1952),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::super::fixture::{means, read};

    #[test]
    fn regulations() {
        for (printed, id) in [
            ("verordening (EG) nr. 1060/2009", "32009R1060"),
            ("Verordening (EG) Nr. 2560/2001", "32001R2560"),
            ("Verordening (EU) nr. 575/2013", "32013R0575"),
            ("Verordening (EU) 2016/679", "32016R0679"),
            ("Verordening (EU) 2016/2031", "32016R2031"),
            ("Verordening (EG) nr. 2015/2006", "32006R2015"),
            ("Verordening (EU, Euratom) 2018/1046", "32018R1046"),
            ("Verordening (EG, Euratom) nr. 1605/2002", "32002R1605"),
            ("verordening (EEG) nr. 1408/71", "31971R1408"),
            ("Verordening EEG nr. 1408/71", "31971R1408"),
            ("verordening 1408/71", "31971R1408"),
            ("Verordening nr. 1/2003", "32003R0001"),
            ("Verordening nr. (EG) 1/2003", "32003R0001"),
            ("EG-verordening 883/2004", "32004R0883"),
            ("Vo. (EG) nr. 44/2001", "32001R0044"),
            ("VERORDENING (EU) 2016/679", "32016R0679"),
            ("gedelegeerde verordening (EU) 2019/980", "32019R0980"),
            ("Uitvoeringsverordening (EU) nr. 543/2011", "32011R0543"),
            ("Verordening van de Raad (EG) nr. 2201/2003", "32003R2201"),
            ("Verordening markten voor cryptoactiva (EU) 2023/1114", "32023R1114"),
            ("Verordening (EU)\n2016/679", "32016R0679"),
            ("verorde-\nning (EU) 2016/679", "32016R0679"),
            ("Verordening\u{A0}(EU)\u{A0}2016/679", "32016R0679"),
            ("Verordening (EU) 2016/\n679", "32016R0679"),
        ] {
            means(printed, &format!("celex:{id}"));
        }
    }

    #[test]
    fn directives() {
        for (printed, id) in [
            ("Richtlijn 2006/123/EG", "32006L0123"),
            ("richtlijn 95/46/EG", "31995L0046"),
            ("Richtlijn nr. 2004/38/EG", "32004L0038"),
            ("Richtlijn (EU) 2015/2366", "32015L2366"),
            ("richtlijn 93/13", "31993L0013"),
            ("Rl. 93/13/EEG", "31993L0013"),
            ("Dienstenrichtlijn (2006/123/EG)", "32006L0123"),
            ("btw-richtlijn (2006/112)", "32006L0112"),
            ("Kaderrichtlijn Water (2000/60/EG)", "32000L0060"),
            ("richtlijn hernieuwbare energie ((EU) 2018/2001)", "32018L2001"),
            ("Richtlijn van de Raad van 5 april 1993 (93/13/EEG)", "31993L0013"),
            ("Richtlijn van het Europees Parlement en de Raad 2006/123/EG", "32006L0123"),
            ("Gedelegeerde Richtlijn (EU) 2017/593", "32017L0593"),
        ] {
            means(printed, &format!("celex:{id}"));
        }
    }

    #[test]
    fn decisions_and_others() {
        for (printed, id) in [
            ("Besluit 2010/48/EG", "32010D0048"),
            ("besluit (GBVB) 2017/1869", "32017D1869"),
            ("Besluit 2010/231/GBVB", "32010D0231"),
            ("Besluit nr. 1386/2013/EU", "32013D1386"),
            ("Besluit nr. 1982/2006/EG", "32006D1982"),
            ("Beschikking 2000/520/EG", "32000D0520"),
            ("Beschikking nr. 2119/98/EG", "31998D2119"),
            ("Uitvoeringsbesluit (EU) 2021/1073", "32021D1073"),
            ("Kaderbesluit 2002/584/JBZ", "32002F0584"),
            ("aanbeveling 2003/361/EG", "32003H0361"),
            ("Gemeenschappelijk Standpunt 2001/931/GBVB", "32001E0931"),
        ] {
            means(printed, &format!("celex:{id}"));
        }
    }

    #[test]
    fn lists() {
        means(
            "Verordeningen (EU) nr. 1093/2010, 1094/2010 en 1095/2010",
            "celex:32010R1093; celex:32010R1094; celex:32010R1095",
        );
        means("Richtlijnen 2014/24/EU en 2014/25/EU", "celex:32014L0024; celex:32014L0025");
        means("verordening (EG) nr. 1060/2009 en (EU) nr. 648/2012", "celex:32009R1060; celex:32012R0648");
        assert_eq!(
            read("Richtlijn 2006/123/EG en Verordening (EU) 2016/679"),
            "Richtlijn 2006/123/EG = celex:32006L0123\nVerordening (EU) 2016/679 = celex:32016R0679"
        );
        assert_eq!(
            read("Richtlijn 2006/123/EG en 12/05 van dat jaar"),
            "Richtlijn 2006/123/EG = celex:32006L0123"
        );
    }

    #[test]
    fn what_is_none() {
        for none in [
            "besluit 2010/48",
            "Besluit nr. 1/80",
            "de verordening 2019/2020",
            "de verordening van 12/05/2009",
            "richtlijn 24/2014",
            "richtlijn 2013/01",
            "Aanbeveling 3/2019",
            "de verordening. Op 1/2003",
            "de richtlijn\n\n2006/123/EG",
            "het seizoen 2018/2019",
            "Het besluit is in strijd met 2006/123/EG",
            "de richtlijn geldt voor 3/4 van de gevallen",
        ] {
            assert_eq!(read(none), "", "{none}");
        }
    }
}
