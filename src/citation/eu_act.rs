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
use winnow::token::one_of;

use crate::text::Span;

use super::first_look::{Behind, Look};
use super::grammar::{
    Connector, EmptyError, Input, Parsed, attempt, comma, connector, here, lead, next_char, number_sign,
    only_if, rest, sep, some_sep, stands, word,
};
use super::recognise::{Grammar, Scene};
use super::{Citation, Example, Family, Form, Target};

mod number;

use number::{Act, Kind, Number, community, number};

pub(super) static GRAMMAR: Grammar = Grammar {
    starts: &[],
    numbers: &[Look { digits: 1..=4, behind: &[Behind::Slash, Behind::Markup], ..Look::ANY }],
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

fn read(input: &mut Input<'_>, scene: &Scene<'_>) -> Option<Citation> {
    let start = here(input);
    let first = attempt(input, number)?;
    let (lead, len) = lead_of(scene.before)?;
    let mut acts = vec![(first.span, lead.act(lead.marks.community, lead.marks.sign, &first)?)];
    // `Kaderrichtlijn Water (2000/60/EG)`, `Vogel- en Habitatrichtlijn (79/409/EEG en 92/43/EEG)`
    let mut bracket = lead.marks.bracket;
    let closed = |input: &mut Input<'_>| attempt(input, (sep, ')')).is_none();
    bracket = bracket && closed(input);
    while let Some(next) = attempt(input, |input: &mut Input<'_>| further(input, &lead)) {
        acts.push(next);
    }
    if bracket {
        closed(input);
    }
    let span = Span::new(start - len, here(input));
    let alone = acts.len() == 1;
    let (mut targets, mut problems) = (Vec::new(), Vec::new());
    for (own, act) in acts {
        targets.push(Target::plain(if alone { span } else { own }, act.id));
        problems.extend(act.problem);
    }
    Some(Citation { problems, ..Citation::stated(span, Family::EuAct, targets) })
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
    let (lead, len) = lead(before, REACH, "", |input| {
        let (kind, several) = kind(input)?;
        if let Some(marks) = attempt(input, all_marks) {
            return Ok(Lead { kind, several, named: false, marks });
        }
        if let Some(((), marks)) = attempt(input, (comma, all_marks)) {
            return Ok(Lead { kind, several, named: true, marks });
        }
        let author = name(input)?;
        let marks = all_marks(input)?;
        // Behind a name alone only a directive can be told, by the community in its number.
        let loose = !(author || marks.bracket || marks.community);
        only_if(!loose || kind == Kind::Directive)?;
        Ok(Lead { kind, several, named: true, marks })
    })?;
    // `Gedelegeerde verordening` is a kind in two words.
    let adjective = |input: &mut Input<'_>| {
        (alt((word("gedelegeerde"), word("gedelegeerd"))), some_sep).void().parse_next(input)
    };
    let adjective = self::lead(&before[..before.len() - len], 24, "gG", adjective).map_or(0, |((), len)| len);
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

/// `en 2014/25/EU`, `, (EU) nr. 1094/2010`, and where the kind or the community goes for all, `en 2021/2116`.
fn further(input: &mut Input<'_>, lead: &Lead) -> Parsed<(Span, Act)> {
    let joined = connector(input)?;
    let start = here(input);
    let marks = marks(input)?;
    let number = number(input)?;
    let goes_on = |input: &Input<'_>| stands(input, (connector, one_of(|sign: char| sign.is_ascii_digit())));
    let shared = lead.several || (lead.marks.community && (joined == Connector::And || goes_on(input)));
    only_if(!marks.bracket && (shared || marks.community || number.community))?;
    let act = lead.act(marks.community || lead.marks.community, marks.sign, &number).ok_or(EmptyError)?;
    Ok((Span::new(start, here(input)), act))
}

impl Lead {
    /// What act a number behind this is of, where both together leave no doubt.
    fn act(&self, community: bool, sign: bool, number: &Number<'_>) -> Option<Act> {
        let european = community || number.community;
        // A name between them may be that of another act.
        if self.named && !european {
            return None;
        }
        number.act(self.kind, european, sign)
    }
}

#[cfg(test)]
mod tests;
