//! The dossier first: `29 544, nr. 959`, `35570-XIV-46`, `(35124)`, also with a session in front.

use winnow::Parser;
use winnow::combinator::{alt, opt};

use crate::identifier::Kamer;
use crate::text::Span;

use super::super::grammar::{
    Input, attempt, comma, dossier, here, is_bounded, lead, rest, sep, session, stands,
};
use super::super::kamerstuk::{Stated, papers, whole};
use super::super::recognise::Scene;
use super::super::{Citation, Standing};
use super::evidence::{Evidence, is_enclosed};
use super::number_first;
use super::shape::{Shape, is_dossier};
use super::tokens::{ends_cleanly, starts_cleanly};

/// So many bytes before a session its chamber begins at most.
const CHAMBER_WITHIN: usize = 30;

pub(super) fn read(input: &mut Input<'_>, scene: &Scene<'_>) -> Option<Citation> {
    if !starts_cleanly(scene.before) {
        return None;
    }
    read_from(input, scene, scene.start(), &Stated::default())
}

/// `2019–2020, 35 300, nr. 3`, also behind a chamber: `I 2022/23, 36 021, B`.
pub(super) fn read_with_session(input: &mut Input<'_>, scene: &Scene<'_>) -> Option<Citation> {
    let may_be = rest(input)[4..].starts_with(['/', '-', '–', ' ']) && starts_cleanly(scene.before);
    let written = may_be.then(|| attempt(input, session))??;
    let session = written.session.filter(|_| written.candidates.is_empty())?;
    attempt(input, (opt(comma), sep))?;
    let numeral = |input: &mut Input<'_>| {
        alt((("II", opt(comma), sep).value(Kamer::Tweede), ("I", opt(comma), sep).value(Kamer::Eerste)))
            .parse_next(input)
    };
    let chamber = lead(scene.before, CHAMBER_WITHIN, "I", numeral);
    let start = scene.start() - chamber.map_or(0, |(_, len)| len);
    let kamer = chamber.map(|(kamer, _)| kamer);
    let stated = Stated { kamer, session: Some(session), anything: true, problem: None };
    read_from(input, scene, start, &stated)
}

/// Reads from the dossier on; the citation begins at `start`.
fn read_from(input: &mut Input<'_>, scene: &Scene<'_>, start: usize, stated: &Stated) -> Option<Citation> {
    let mut behind = *input;
    let written = dossier(&mut behind).ok().filter(is_dossier)?;
    let enclosed = is_enclosed(scene.before);
    let shape = Shape::of(&behind, &written, enclosed)?;
    // `nr. C (35 570)`
    if enclosed
        && matches!(shape, Shape::Enclosed | Shape::Extended)
        && let Some(citation) = number_first::read_letters(scene)
    {
        return Some(citation);
    }
    let says_chamber = stated.kamer.is_some();
    let mut papers = attempt(input, |input: &mut Input<'_>| papers(input, stated.clone()))?;
    // `(21501-08, nr. 726, was nr. 719)`
    let says_was = !papers.numbers.is_empty()
        && attempt(input, |input: &mut Input<'_>| number_first::replaced(input, &mut papers)).is_some();
    let cleanly = ends_cleanly(input) && papers.dossiers.iter().all(is_dossier);
    if !cleanly || (shape == Shape::Enclosed && !stands(input, (sep, ')'))) {
        return None;
    }
    let evidence = Evidence::of(scene.before, scene.previous, enclosed);
    let standing = match shape {
        Shape::Certain => Standing::Stated,
        _ if says_chamber || says_was => Standing::Stated,
        Shape::Numbered => evidence.of_numbered(input)?,
        Shape::Joined { .. } | Shape::Extended => evidence.of_joined(input, enclosed)?,
        Shape::Enclosed => evidence.of_enclosed(written.number_span.len() > 5)?,
    };
    let front = scene.before.trim_end_matches([' ', '\t']);
    let alone = is_bounded(input) && (enclosed || front.is_empty() || front.ends_with('\n'));
    if shape == (Shape::Joined { doubtful: true }) && standing != Standing::Stated && !alone {
        return None;
    }
    let span = Span::new(start, here(input));
    Some(Citation { standing, ..whole(span, &[papers]) })
}
