//! Properties of the recogniser, over every form that it knows: what print, extraction and markup put between the parts of a citation does not change what it means, spans cover what was printed, and no text brings it down.
//!
//! How many cases are tried, and which, is said in `common/cases.rs`.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::sync::LazyLock;
use std::time::{Duration, Instant};

use griffier::citation::{Citation, Context, Recognised, Standing, allusions, forms, recognise};
use griffier::letter::{Format, Letter};
use griffier::text::Span;
use proptest::prelude::*;
use proptest::sample::select;

#[path = "common/cases.rs"]
mod cases;
use cases::cases;

#[path = "fuzz/check.rs"]
mod check;

/// What the separator may swallow, where a blank stands in print.
const SEPARATORS: [&str; 14] = [
    " ", "  ", "\u{A0}", "\u{202F}", "\n", " \n", "\r\n", "\n  ", "\n> ", "&nbsp;", "\u{AD}\n", "* ", " **",
    "\t",
];

/// What parts whole words in prose: a hyphen of any kind would make one of two.
const BLANKS: [&str; 9] = ["  ", "\u{A0}", "\u{202F}", "\n", " \n", "\r\n", "\n  ", "\n> ", "\t"];

/// What the end of a line leaves within a word that it broke.
const HYPHENS: [&str; 3] = ["-\n", "\u{AD}", "-"];

/// The words that citations begin with or that are long enough to be broken, with bars where a line may break them.
const WORDS: [&str; 6] =
    ["Ka|mer|stuk|ken", "Ka|mer|stuk", "Han|de|lin|gen", "Aan|hang|sel", "ver|ga|der|jaar", "ver|or|de|ning"];

/// Citations with `_` at joints where print has nothing, and what they mean.
const TIGHT: [(&str, &str); 10] = [
    ("Stb._2018,_247_en_250", "stb-2018-247; stb-2018-250"),
    ("Staatscourant_van_3_mei_2019,_nr._24563", "stcrt-2019-24563"),
    ("Trb._1951,_154,_p._3", "trb-1951-154 p. 3"),
    ("verordening_(EU)_nr._575_/_2013", "celex:32013R0575"),
    ("Richtlijn_2014/24/EU_en_2014/25/EU", "celex:32014L0024; celex:32014L0025"),
    ("richtlijn_van_de_Raad_van_5_april_1993_(93/13/EEG)", "celex:31993L0013"),
    ("SWD_(2021)_12", "celex:52021SC0012"),
    ("ECLI_:_NL_:_RVS_:_2021_:_1507", "ECLI:NL:RVS:2021:1507"),
    ("kst-29521-_385", "kst-29521-385"),
    ("jci1.3:_c:_BWBR0005537", "bwb:BWBR0005537"),
];

/// The examples of all forms.
static EXAMPLES: LazyLock<Vec<&str>> =
    LazyLock::new(|| forms().flat_map(|form| form.examples).map(|example| example.printed).collect());

/// Whatever stands between blanks in the examples: numbers, keywords, signs.
static TOKENS: LazyLock<Vec<&str>> = LazyLock::new(|| {
    let mut tokens: Vec<&str> = EXAMPLES.iter().flat_map(|example| example.split_inclusive(' ')).collect();
    tokens.sort_unstable();
    tokens.dedup();
    tokens
});

fn read(text: &str) -> Vec<Citation> {
    recognise(text, &Context { letter: &Letter::default(), own: None })
}

/// What each citation means: papers, pages, and on what ground.
fn meaning(citations: &[Citation]) -> Vec<String> {
    let one = |citation: &Citation| {
        let targets = citation.targets.iter().map(|target| {
            let pin = target.pin.as_ref().map_or("", |pin| &pin.text);
            format!("{} {pin}", target.id).trim_end().to_owned()
        });
        let pages = citation.pages.iter().map(|pages| format!("{:?}", pages.range));
        let ground = match citation.standing {
            Standing::Stated => "",
            Standing::Unconfirmed => "?",
            Standing::Inferred(_) => "<-",
        };
        format!("{} {ground}", targets.chain(pages).collect::<Vec<_>>().join("; "))
    };
    citations.iter().map(one).collect()
}

/// An example with other signs where its joints are, and where each byte of it went.
struct Rewritten {
    text: String,
    /// For each byte of the example where it begins, and where the one before it ends.
    places: Vec<(usize, usize)>,
}

impl Rewritten {
    fn new(example: &str, mut separator: impl FnMut(Joint) -> &'static str) -> Self {
        let mut text = String::from("Zie (");
        let mut places = Vec::new();
        for (at, sign) in example.char_indices() {
            let end = text.len();
            let joint = Joint::before(example, at);
            if let Some(joint) = joint {
                text.push_str(separator(joint));
            }
            places.extend((0..sign.len_utf8()).map(|byte| (text.len() + byte, end + byte)));
            if joint != Some(Joint::Blank) {
                text.push(sign);
            }
        }
        places.push((text.len(), text.len()));
        text.push_str(") en de nota van mei.");
        Self { text, places }
    }

    fn span(&self, span: Span) -> Span {
        Span::new(self.places[span.start].0, self.places[span.end].1)
    }
}

/// Where a separator may stand.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Joint {
    /// In place of a blank.
    Blank,
    /// Behind a comma where no blank stands.
    Comma,
    /// Within a word.
    Word,
}

impl Joint {
    fn before(example: &str, at: usize) -> Option<Self> {
        let (before, after) = example.split_at(at);
        if after.starts_with(' ') {
            return Some(Self::Blank);
        }
        if before.ends_with(',') {
            return Some(Self::Comma);
        }
        let start = before.trim_end_matches(char::is_alphabetic).len();
        let breaks = |word: &str| {
            let parts: Vec<&str> = word.split('|').collect();
            let ends = parts.iter().scan(start, |end, part| {
                *end += part.len();
                Some(*end)
            });
            example[start..].starts_with(&parts.concat()) && ends.take(parts.len() - 1).any(|end| end == at)
        };
        WORDS.iter().any(|word| breaks(word)).then_some(Self::Word)
    }
}

/// Numbers that follow from a seed.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap() % sides
    }

    fn choose<'a, T>(&mut self, of: &'a [T]) -> &'a T {
        &of[self.roll(of.len())]
    }
}

/// An example means the same with other separators, and its citations cover the same words.
fn rewrite_and_compare(
    example: &str,
    expected: &[Citation],
    separator: impl FnMut(Joint) -> &'static str,
) -> Result<(), TestCaseError> {
    let rewritten = Rewritten::new(example, separator);
    let found = read(&rewritten.text);
    prop_assert_eq!(meaning(&found), meaning(expected), "{:?}", rewritten.text);
    for (found, expected) in found.iter().zip(expected) {
        let printed = rewritten.span(expected.span);
        prop_assert_eq!(found.span.of(&rewritten.text), printed.of(&rewritten.text));
    }
    Ok(())
}

/// Passages that end in an allusion mean the same wherever lines end and whatever blanks there are.
#[test]
fn an_allusion_is_one_whatever_the_blanks() {
    let mut wrong = Vec::new();
    for example in allusions().flat_map(|form| form.examples).map(|example| example.printed) {
        let expected = read(example);
        for at in 0..example.matches(' ').count() {
            for separator in BLANKS {
                let mut joint = 0;
                let changed = |kind| {
                    joint += usize::from(kind == Joint::Blank);
                    match kind {
                        Joint::Blank if joint == at + 1 => separator,
                        Joint::Blank => " ",
                        Joint::Comma | Joint::Word => "",
                    }
                };
                if let Err(error) = rewrite_and_compare(example, &expected, changed) {
                    wrong.push(error.to_string());
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{} are read otherwise:\n{}", wrong.len(), wrong.join("\n"));
}

/// Every separator at every joint of every example, one at a time.
#[test]
fn every_separator_at_every_joint() {
    let mut wrong = Vec::new();
    for example in EXAMPLES.iter() {
        let expected = read(example);
        let mut joints = 0;
        Rewritten::new(example, |_| {
            joints += 1;
            ""
        });
        for at in 0..joints {
            for separator in SEPARATORS.iter().chain(&HYPHENS) {
                let mut joint = 0;
                let changed = |kind| {
                    joint += 1;
                    let fits = HYPHENS.contains(separator) == (kind == Joint::Word);
                    if fits && joint - 1 == at {
                        separator
                    } else if kind == Joint::Blank {
                        " "
                    } else {
                        ""
                    }
                };
                if let Err(error) = rewrite_and_compare(example, &expected, changed) {
                    wrong.push(error.to_string());
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{} are read otherwise:\n{}", wrong.len(), wrong.join("\n"));
}

proptest! {
    #![proptest_config(cases(2_000))]

    #[test]
    fn a_separator_changes_nothing(
        index in 0..EXAMPLES.len(),
        seed in any::<u64>(),
    ) {
        let mut dice = Dice(seed);
        let example = EXAMPLES[index];
        rewrite_and_compare(example, &read(example), |joint| match joint {
            Joint::Blank => *dice.choose(&SEPARATORS),
            // Most words and commas stay as they are, since there are so many.
            Joint::Comma => *dice.choose(&["", "", " ", "\n", "\u{A0}"]),
            Joint::Word if dice.roll(16) == 0 => *dice.choose(&HYPHENS),
            Joint::Word => "",
        })?;
    }

    #[test]
    fn nor_does_one_where_print_has_none(index in 0..TIGHT.len(), seed in any::<u64>()) {
        let (template, expected) = TIGHT[index];
        let mut dice = Dice(seed);
        let pieces: Vec<&str> = template.split('_').flat_map(|piece| [piece, *dice.choose(&SEPARATORS)]).collect();
        let written = pieces[..pieces.len() - 1].concat();
        let text = format!("Zie ({written}) en de nota van mei.");
        let found = read(&text);
        prop_assert_eq!(meaning(&found), [format!("{expected} ")], "{:?}", text);
        prop_assert_eq!(found[0].span.of(&text), written);
    }

    #[test]
    fn no_text_brings_it_down(pieces in proptest::collection::vec(prop_oneof![
        4 => (0..TOKENS.len()).prop_map(|index| TOKENS[index].to_owned()),
        1 => select(&SEPARATORS[..]).prop_map(str::to_owned),
        1 => select(vec![" en ", ", nr. ", "-", "\n\n", "p. ", "(", ")", "; ", "[^1]", "](https://"]).prop_map(str::to_owned),
        1 => "\\PC{0,4}",
        1 => "[0-9IVX]{0,5}",
    ], 0..40)) {
        check::check(pieces.concat().as_bytes());
    }
}

/// Texts that invite to look far ahead or back, again and again.
const HOSTILE: [&str; 20] = [
    "Kamerstuk 29 521, nr. ",
    "Kamerstuk ",
    "Handelingen II ",
    "Aanhangsel ",
    "29 521, ",
    "0",
    "(",
    "[",
    "idem ",
    "Kamerstuk 29 521, nr. 1, idem ",
    "(hierna: a)",
    "Kamerstuk 29 521, nr. 1 (hierna: de brief) ",
    "de motie op stuk nr. 5 ",
    "nr. 5 (",
    "2019-",
    "29521-",
    "de brief van 17 maart 2020 ",
    "ECLI:NL:",
    "https://zoek.officielebekendmakingen.nl/",
    "verordening (EU) ",
];

/// A text that is four times as long takes about four times the time. Not a test for every day, since other work disturbs what it measures.
#[test]
#[ignore = "it measures time: cargo test --release --test citation_properties -- --ignored"]
fn time_is_linear_on_hostile_text() {
    // A million bytes, or fewer where nothing is optimised; and the longest that the shorter text may take.
    let (size, limit) = if cfg!(debug_assertions) { (50_000, 5) } else { (1_000_000, 1) };
    let time = |text: &str| {
        let start = Instant::now();
        let _ = Recognised::new(text.into(), Format::Plain, None).settle(&check::Everything);
        start.elapsed().max(Duration::from_micros(100))
    };
    let mut slow = Vec::new();
    for piece in HOSTILE {
        let text = piece.repeat(4 * size / piece.len());
        let (mut short, mut long) = (Duration::MAX, Duration::MAX);
        let ratio = |short: Duration, long: Duration| long.as_secs_f64() / short.as_secs_f64();
        // What else the machine does makes a measure longer and never shorter.
        for round in 0..12 {
            short = short.min(time(&text[..text.floor_char_boundary(size)]));
            long = long.min(time(&text));
            if round > 1 && ratio(short, long) < 5.0 {
                break;
            }
        }
        let ratio = ratio(short, long);
        let line = format!("{piece:?}: {short:.1?} and {long:.1?}, {ratio:.1} times as long");
        println!("{line}");
        if ratio > 6.0 || short.as_secs() >= limit {
            slow.push(line);
        }
    }
    assert_eq!(slow, [""; 0]);
}
