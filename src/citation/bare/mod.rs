//! Kamerstukken that are cited without a keyword: `(35124)`, `35570-XIV-46`, `29 544, nr. 959`, `nr. 356 (29521)`.
//!
//! A number in a text is nearly always something else, so each of these shapes has to be whole, and a number of five digits alone is nothing.
//! What has such a shape is unconfirmed until a catalogue knows it; a word beside it that says what it is (`motie`, `t.v.v.`, `was nr.`) makes it stated.

mod dossier_first;
mod evidence;
mod number_first;
mod shape;
mod tokens;
mod words;

use super::first_look::{Behind, Look};
use super::grammar::{Input, rest};
use super::recognise::{Grammar, Scene};
use super::{Citation, Example, Form};

/// Numbers without a keyword; none of them is a start by itself.
pub(super) static GRAMMAR: Grammar = Grammar {
    starts: &[],
    numbers: &[
        // `nr. 356 (29521)`: `nummer`, `no.` and `n°` are signs, too.
        Look { digits: 1..=4, words: &["nr", "nrs", "mer", "mers", "no", "nos"], ..Look::ANY },
        // `29521`
        Look { digits: 5..=5, ..Look::ANY },
        // `29 521`
        Look {
            digits: 2..=2,
            behind: &[Behind::Digit, Behind::Stop, Behind::Hyphen, Behind::Markup],
            ..Look::ANY
        },
        // `2019–2020`, in front of a dossier
        Look { digits: 4..=4, behind: &[Behind::Slash, Behind::Hyphen, Behind::Markup], ..Look::ANY },
    ],
    forms: &[
        Form {
            code: "bare-dash",
            examples: &[
                Example { printed: "29911-226", means: "kst-29911-226" },
                Example { printed: "35570-XIV-46", means: "kst-35570-XIV-46" },
                Example { printed: "21501-08-765", means: "kst-21501-08-765" },
                Example { printed: "34632-(R2080)-7", means: "kst-34632-7" },
            ],
        },
        Form {
            code: "bare-number",
            examples: &[
                Example { printed: "29 544, nr. 959", means: "kst-29544-959" },
                Example { printed: "36 410 VII, nrs. 12 en 13", means: "kst-36410-VII-12; kst-36410-VII-13" },
                Example { printed: "34558, letter C", means: "kst-34558-C" },
                Example { printed: "2019–2020, 35 300 XV, nr. 28", means: "kst-35300-XV-28" },
            ],
        },
        Form {
            code: "number-before-dossier",
            examples: &[
                Example { printed: "nr. 356 (29521)", means: "kst-29521-356" },
                Example {
                    printed: "nr. 726, was nr. 719 (21501-08)",
                    means: "kst-21501-08-726; kst-21501-08-719",
                },
                Example { printed: "letter C (34558)", means: "kst-34558-C" },
            ],
        },
        Form {
            code: "bare-dossier",
            examples: &[
                Example { printed: "(35124)", means: "dossier/35124" },
                Example { printed: "36.410 XIII", means: "dossier/36410-XIII" },
                Example { printed: "35 934 (R2158)", means: "dossier/35934" },
                Example { printed: "35.673 EK B", means: "kst-35673-B" },
            ],
        },
    ],
    read,
};

fn read(input: &mut Input<'_>, scene: &Scene<'_>) -> Option<Citation> {
    let digits = rest(input).bytes().take_while(u8::is_ascii_digit).count();
    let behind_sign = matches!(digits, 1..=4) && number_first::may_stand(scene.before);
    let read = behind_sign.then(|| number_first::read(scene)).flatten().or_else(|| match digits {
        2 | 5 => dossier_first::read(input, scene),
        4 => dossier_first::read_with_session(input, scene),
        _ => None,
    })?;
    (!is_own(&read, scene)).then_some(read)
}

/// Whether it is the number of the letter itself, as its head may print it.
fn is_own(citation: &Citation, scene: &Scene<'_>) -> bool {
    let own = scene.context.own.map(crate::identifier::DocumentId::base);
    matches!(&citation.targets[..], [only] if Some(only.id.base()) == own)
}

#[cfg(test)]
mod tests;
