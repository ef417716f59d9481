//! The styles of citation: how one and the same citation is written by the Kamer, by lawyers and in legislation.
//!
//! A style has words of its own for parliamentary papers; what else is cited is written alike in all of them.
//! Where a citation does not tell what a style demands, such as the session, it cannot be written in it.
//! Sources: the letters as the Kamer prints them; Leidraad voor juridische auteurs 2019 and 2022; Aanwijzingen voor de regelgeving, 3.43.

mod numbers;
mod papers;
mod sessional;
#[cfg(test)]
mod tests;

use crate::config::Style;
use crate::identifier::{DocumentId, Kamer, Series, SessionYear};

use super::{Citation, Family, ProblemKind};

/// The citation in words of a style, without emphasis; `None` where the style has none for it, or the citation does not tell enough.
///
/// Read again, they mean the same papers and pages. What only refers to another place of the letter has no words of its own.
#[must_use]
pub fn in_style(citation: &Citation, style: Style) -> Option<String> {
    let unfinished = citation.problems.iter().any(|problem| problem.kind == ProblemKind::MissingNumber);
    if citation.is_inferred() || unfinished {
        return None;
    }
    if !citation.pages.is_empty() {
        return sessional::pages(&citation.pages);
    }
    match citation.family {
        Family::Kamerstuk => papers::print(citation, style),
        Family::Handelingen => sessional::meetings(citation),
        Family::Aanhangsel => sessional::answers(citation, style),
        _ => journals(citation),
    }
}

/// What is written alike in all styles: official journals, case law, numbers of the Tweede Kamer.
fn journals(citation: &Citation) -> Option<String> {
    let words = citation.targets.iter().map(|target| {
        if target.pin.is_some() {
            return None;
        }
        let DocumentId::Named(series, name) = &target.id else { return None };
        let journal = match series {
            Series::Ecli | Series::Zaak | Series::TkDocument => return Some(name.to_string()),
            Series::Staatsblad => "Stb.",
            Series::Staatscourant => "Stcrt.",
            Series::Tractatenblad => "Trb.",
            _ => return None,
        };
        let (year, number) = name.split_once('-')?;
        let is_number = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
        (is_number(year) && is_number(number)).then(|| format!("{journal} {year}, {number}"))
    });
    numbers::enumeration(&words.collect::<Option<Vec<_>>>()?)
}

/// `I` or `II`; both chambers together have no numeral.
fn numeral(kamer: Kamer) -> Option<&'static str> {
    match kamer {
        Kamer::Eerste => Some("I"),
        Kamer::Tweede => Some("II"),
        Kamer::Verenigd => None,
    }
}

/// `2009/10`, as the Leidraad and the Aanwijzingen write it.
fn short(session: SessionYear) -> String {
    format!("{}/{:02}", session.first(), session.second() % 100)
}
