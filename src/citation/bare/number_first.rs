//! The number first and its dossier in parentheses, as the Handelingen print it: `nr. 356 (29521)`, `nr. 726, was nr. 719 (21501-08)`, `letter C (34558)`.

use winnow::Parser;
use winnow::combinator::{alt, opt};

use crate::text::Span;

use super::super::grammar::{
    EmptyError, Input, Parsed, attempt, before_sep, comma, connector, dossier, here, lead, letters,
    number_sign, rest, sep, some_sep, stands, word,
};
use super::super::kamerstuk::{Papers, Stated, letter_word, numbers, whole};
use super::super::recognise::Scene;
use super::super::{Citation, Standing};
use super::evidence::{Evidence, is_enclosed};
use super::shape::is_dossier;

/// So many bytes before a number its sign begins at most.
const REACH: usize = 60;

/// What `nr.`, `onder nr.`, `stuk nr.`, `volgnummer`, `met nummer` and `letter` begin with.
const SIGN_INITIALS: &str = "nNoOsSvVmMlL";

/// Whether `nr.` may stand in front of a number; a first look that refuses nearly all.
pub(super) fn may_stand(before: &str) -> bool {
    let before = before_sep(before).trim_end_matches(['.', ':']);
    let ends = |word: &str| {
        let end = before.len().checked_sub(word.len()).and_then(|at| before.get(at..));
        end.is_some_and(|end| end.eq_ignore_ascii_case(word))
    };
    // `nr`, `nrs`, `nummer`, `nummers`, `no`, `nos`, `n°`
    ["nr", "nrs", "mer", "mers", "no", "nos"].into_iter().any(ends) || before.ends_with(['°', 'º'])
}

/// Reads from the first number on; the sign stands in what is before it.
pub(super) fn read(scene: &Scene<'_>) -> Option<Citation> {
    let sign = |input: &mut Input<'_>| (number_sign, sep).void().parse_next(input);
    let ((), len) = lead(scene.before, REACH, SIGN_INITIALS, sign)?;
    read_back(scene, len)
}

/// `nr. C (35 570)`, `letter C (35 570)`, from the dossier on.
pub(super) fn read_letters(scene: &Scene<'_>) -> Option<Citation> {
    let lettered = |input: &mut Input<'_>| {
        (alt((number_sign.void(), letter_word)), sep, letters, sep, '(', sep).void().parse_next(input)
    };
    let ((), len) = lead(scene.before, REACH, SIGN_INITIALS, lettered)?;
    read_back(scene, len)
}

/// Reads from `len` bytes before here.
fn read_back(scene: &Scene<'_>, len: usize) -> Option<Citation> {
    let start = scene.start() - len;
    let mut input = scene.input_at(start);
    let front = &scene.before[..scene.before.len() - len];
    let enclosed = is_enclosed(front);
    let (papers, says_was) = attempt(&mut input, |input: &mut Input<'_>| papers(input, enclosed))?;
    let evidence = Evidence::of(front, scene.previous, enclosed);
    let standing = if says_was { Standing::Stated } else { evidence.of_numbered(&input)? };
    let span = Span::new(start, here(&input));
    Some(Citation { standing, ..whole(span, &[papers]) })
}

/// The numbers, those that they replace, and the dossiers; whether it says that some were replaced.
/// `enclosed` tells that they stand right behind an opening parenthesis.
fn papers(input: &mut Input<'_>, enclosed: bool) -> Parsed<(Papers, bool)> {
    // Most numbers with a sign have no parenthesis behind them at all.
    if !rest(input).contains(if enclosed { ')' } else { '(' }) {
        return Err(EmptyError);
    }
    let mut papers = Papers::of(Stated::default(), Vec::new());
    let start = here(input);
    numbers(input, &mut papers);
    let mut says_was = false;
    while attempt(input, |input: &mut Input<'_>| replaced(input, &mut papers)).is_some() {
        says_was = true;
    }
    if papers.numbers.is_empty() {
        return Err(EmptyError);
    }
    // `(stuk nr. 45) (36 410 V)`, and within the same parentheses `(nr. 45, 36 410 V)`
    let opening = (opt((sep, ')')), sep, '(', sep).void();
    let inside = |input: &mut Input<'_>| {
        if enclosed { comma(input) } else { Err(EmptyError) }
    };
    let apart = alt((opening.value(true), inside.value(false))).parse_next(input)?;
    papers.dossiers.push(one_dossier(input)?);
    while let Some(next) = attempt(input, |input: &mut Input<'_>| {
        (connector, one_dossier).map(|(_, next)| next).parse_next(input)
    }) {
        papers.dossiers.push(next);
    }
    if apart {
        (sep, ')').void().parse_next(input)?;
    } else if !stands(input, (sep, ')')) {
        return Err(EmptyError);
    }
    papers.span = Span::new(start, here(input));
    Ok((papers, says_was))
}

fn one_dossier(input: &mut Input<'_>) -> Parsed<super::super::grammar::WrittenDossier> {
    dossier(input).ok().filter(is_dossier).ok_or(EmptyError)
}

/// `, was nr. 719`, `(t.v.v. nr. 719)`: the number that a motion had before it was changed.
pub(super) fn replaced(input: &mut Input<'_>, papers: &mut Papers) -> Parsed<()> {
    (opt(comma), sep).parse_next(input)?;
    let open = attempt(input, ('(', sep)).is_some();
    let count = papers.numbers.len();
    let instead = alt((
        (word("was"), some_sep).void(),
        (word("voorheen"), some_sep).void(),
        (word("t"), '.', sep, word("v"), '.', sep, word("v"), '.').void(),
        (word("ter"), some_sep, word("vervanging"), some_sep, word("van"), some_sep).void(),
    ));
    (instead, sep).void().parse_next(input)?;
    numbers(input, papers);
    if papers.numbers.len() == count {
        return Err(EmptyError);
    }
    if open {
        (sep, ')').void().parse_next(input)?;
    }
    Ok(())
}
