//! The editable text against a naive oracle.
//!
//! The oracle keeps a list of characters and follows the words of the protocol literally; it shares no line of code with
//! [`griffier::text`]. It stands outside the crate so that it can know nothing but what an editor knows: lines, columns, encodings.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

#[path = "protocol/oracle.rs"]
mod oracle;

use griffier::text::{Buffer, Change, Position, PositionEncoding, Range};
use proptest::prelude::*;
use proptest::sample::select;

use oracle::{Edit, Impossible, Oracle, Place, Unit, place};

#[path = "common/cases.rs"]
mod cases;
use cases::cases;

/// The same three in the oracle's words and in Griffier's.
const ENCODINGS: [(Unit, PositionEncoding); 3] = [
    (Unit::Utf8, PositionEncoding::Utf8),
    (Unit::Utf16, PositionEncoding::Utf16),
    (Unit::Utf32, PositionEncoding::Utf32),
];

fn position((line, column): Place) -> Position {
    Position::new(line, column)
}

fn change(edit: &Edit) -> Change {
    let range = edit.range.map(|(from, to)| Range::new(position(from), position(to)));
    Change { range, text: edit.text.clone() }
}

fn bytes_before(oracle: &Oracle, index: usize) -> usize {
    oracle.text().chars().take(index).map(char::len_utf8).sum()
}

/// An edit whose place is settled only when the text before it is known, since edits of one message build on each other.
#[derive(Clone, Debug)]
enum Plan {
    /// The whole text, also in the middle of a list.
    Whole(String),
    /// Between two places of the text; the second number of each may lie past the line or inside a character.
    Within { from: (u16, u16), to: (u16, u16), text: String },
    /// At a line end, where a CR or LF can join or split a CR LF.
    AtLineEnd { line: u16, text: String },
    /// Anything at all.
    Wild { from: (u32, u32), to: (u32, u32), text: String },
}

impl Plan {
    fn settle(&self, oracle: &Oracle, unit: Unit) -> Edit {
        let lines = oracle.lines().len();
        let near = |(line, column): (u16, u16)| {
            let line = usize::from(line) % lines;
            // Three more columns than there are, so that some lie past the end of the line.
            place(line, usize::from(column) % (oracle.columns(line, unit) + 4))
        };
        let (range, text) = match self {
            Self::Whole(text) => (None, text),
            Self::Within { from, to, text } => {
                let (a, b) = (near(*from), near(*to));
                (Some((a.min(b), a.max(b))), text)
            }
            Self::AtLineEnd { line, text } => {
                let line = usize::from(*line) % lines;
                let at = place(line, oracle.columns(line, unit));
                (Some((at, at)), text)
            }
            Self::Wild { from, to, text } => (Some((*from, *to)), text),
        };
        Edit { range, text: text.clone() }
    }
}

/// Words and signs of letters, and everything that counts differently in one of the encodings or looks like a line end.
fn pieces(most: usize) -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        4 => select(vec!["\n", "\r\n", "\r", "\n\r", "\r\r\n"]),
        2 => select(vec!["\u{0B}", "\u{0C}", "\u{85}", "\u{2028}", "\u{2029}"]),
        3 => select(vec!["😀", "𝄞", "e\u{301}", "👩\u{200D}👧", "\u{10FFFF}"]),
        2 => select(vec!["\u{FEFF}", "é", "–", "ï", "\u{A0}", "\u{AD}", "€"]),
        4 => select(vec!["(Kamerstuk ", "29 521", ", nr. 385)", "a", " ", "en"]),
    ];
    proptest::collection::vec(piece, 0..most).prop_map(|pieces| pieces.concat())
}

/// Texts from nothing to several kilobytes: the rope keeps pieces of about one, and its faults would lie at their borders.
fn letters() -> impl Strategy<Value = String> {
    prop_oneof![
        1 => Just(String::new()),
        6 => pieces(40),
        3 => (pieces(30), 900..1100_usize, pieces(30), 0..1100_usize, pieces(10)).prop_map(|(a, n, b, m, c)| {
            format!("{a}{}{b}{}{c}", "x".repeat(n), "é\r\n".repeat(m / 4))
        }),
    ]
}

fn plans() -> impl Strategy<Value = Plan> {
    let wild = || {
        let small = (0..6_u32, 0..12_u32);
        prop_oneof![4 => small, 1 => (any::<u32>(), any::<u32>())]
    };
    prop_oneof![
        1 => pieces(20).prop_map(Plan::Whole),
        8 => (any::<(u16, u16)>(), any::<(u16, u16)>(), pieces(8))
            .prop_map(|(from, to, text)| Plan::Within { from, to, text }),
        4 => (any::<u16>(), select(vec!["\r", "\n", "\r\n", "", "\n\r", "a\r", "\nb"]))
            .prop_map(|(line, text)| Plan::AtLineEnd { line, text: text.to_owned() }),
        1 => (wild(), wild(), pieces(4)).prop_map(|(from, to, text)| Plan::Wild { from, to, text }),
    ]
}

fn agree(buffer: &Buffer, oracle: &Oracle) -> Result<(), TestCaseError> {
    prop_assert_eq!(buffer.contents(), oracle.text());
    prop_assert_eq!(buffer.len(), oracle.text().len());
    prop_assert_eq!(buffer.line_count(), oracle.lines().len());
    Ok(())
}

proptest! {
    #![proptest_config(cases(1_000))]

    /// The heart: messages of several edits each, and after each message the same text on both sides.
    #[test]
    fn edits_give_what_the_specification_says(
        text in letters(),
        messages in proptest::collection::vec(proptest::collection::vec(plans(), 1..5), 1..6),
        (unit, encoding) in select(ENCODINGS.to_vec()),
    ) {
        let mut oracle = Oracle::new(&text);
        let mut buffer = Buffer::new(&text);
        agree(&buffer, &oracle)?;
        for message in messages {
            let mut changes = Vec::new();
            let mut expected = Ok(());
            for plan in message {
                let edit = plan.settle(&oracle, unit);
                expected = oracle.apply(&edit, unit);
                changes.push(change(&edit));
                if expected.is_err() {
                    break;
                }
            }
            let got = buffer.apply(&changes, encoding);
            prop_assert_eq!(got.is_ok(), expected.is_ok(), "{:?} of {:?}", got, changes);
            agree(&buffer, &oracle)?;
        }
        // Whatever happened, a text that arrives whole heals it.
        buffer.apply(&[Change { range: None, text: text.clone() }], encoding).unwrap();
        agree(&buffer, &Oracle::new(&text))?;
    }

    /// A place that a cursor can stand at is the same place after a round trip through bytes.
    #[test]
    fn places_and_bytes_translate_into_each_other(text in letters(), (unit, encoding) in select(ENCODINGS.to_vec())) {
        let buffer = Buffer::new(&text);
        let places = Oracle::new(&text).places(unit);
        // Short texts are tried at every place, long ones at some two hundred.
        for &(place, byte) in places.iter().step_by(1 + places.len() / 200) {
            prop_assert_eq!(buffer.offset(position(place), encoding), Ok(byte));
            prop_assert_eq!(buffer.position(byte, encoding), position(place));
        }
    }

    /// Any place at all is either refused or the same as the oracle's, and any byte at all has a place.
    #[test]
    fn any_place_is_taken_or_refused(
        text in letters(),
        line in prop_oneof![4 => 0..40_u32, 1 => any::<u32>()],
        column in prop_oneof![4 => 0..40_u32, 1 => any::<u32>()],
        byte in prop_oneof![4 => 0..400_usize, 1 => any::<usize>()],
        (unit, encoding) in select(ENCODINGS.to_vec()),
    ) {
        let (buffer, oracle) = (Buffer::new(&text), Oracle::new(&text));
        let expected = oracle.index((line, column), unit).ok().map(|index| bytes_before(&oracle, index));
        prop_assert_eq!(buffer.offset(Position::new(line, column), encoding).ok(), expected);

        // The last cursor place at or before the byte: the character that holds it, or the end of the line whose end it lies in.
        let places = oracle.places(unit);
        let holder = places.iter().rev().find(|(_, at)| *at <= byte).unwrap().0;
        prop_assert_eq!(buffer.position(byte, encoding), position(holder));
    }

    /// The bytes of each line are those between the line ends.
    #[test]
    fn lines_are_cut_at_line_ends(text in letters()) {
        let (buffer, oracle) = (Buffer::new(&text), Oracle::new(&text));
        let lines = oracle.lines();
        for (number, (start, end)) in lines.iter().enumerate() {
            let span = buffer.line(number).unwrap();
            prop_assert_eq!((span.start, span.end), (bytes_before(&oracle, *start), bytes_before(&oracle, *end)));
        }
        prop_assert_eq!(buffer.line(lines.len()), None);
    }
}

/// From line and column to line and column, and what is written there.
type Written<'a> = (Option<[u32; 4]>, &'a str);

/// The text after edits, on which both must agree; `None` where they refuse.
fn edited(text: &str, (unit, encoding): (Unit, PositionEncoding), edits: &[Written]) -> Option<String> {
    let edit = |(range, text): &Written| Edit {
        range: range.map(|[a, b, c, d]| ((a, b), (c, d))),
        text: (*text).to_owned(),
    };
    let edits: Vec<Edit> = edits.iter().map(edit).collect();
    let (mut buffer, mut oracle) = (Buffer::new(text), Oracle::new(text));
    let expected: Result<(), Impossible> = edits.iter().try_for_each(|edit| oracle.apply(edit, unit));
    let got = buffer.apply(&edits.iter().map(change).collect::<Vec<_>>(), encoding);
    assert_eq!(got.is_ok(), expected.is_ok());
    assert_eq!(buffer.contents(), oracle.text());
    got.ok().map(|()| buffer.contents())
}

const UTF8: (Unit, PositionEncoding) = ENCODINGS[0];
const UTF16: (Unit, PositionEncoding) = ENCODINGS[1];
const UTF32: (Unit, PositionEncoding) = ENCODINGS[2];

#[test]
fn a_return_before_a_line_feed_joins_them() {
    let joined = edited("nr.\n385", UTF16, &[(Some([0, 3, 0, 3]), "\r"), (Some([1, 0, 1, 0]), "9")]);
    assert_eq!(joined.as_deref(), Some("nr.\r\n9385"));
}

#[test]
fn text_between_return_and_line_feed_cannot_be_asked_for() {
    // Column 4 is past the end of the line, so it is the end of the line: before the CR, not between CR and LF.
    let split = edited("nr.\r\n385", UTF16, &[(Some([0, 4, 0, 4]), "x")]);
    assert_eq!(split.as_deref(), Some("nr.x\r\n385"));
}

#[test]
fn a_return_that_loses_its_line_feed_still_ends_the_line() {
    let halved = edited("29\r\n521", UTF16, &[(Some([0, 2, 1, 0]), "\r"), (Some([1, 0, 1, 3]), "523")]);
    assert_eq!(halved.as_deref(), Some("29\r523"));
}

#[test]
fn a_form_feed_stands_in_its_line() {
    let edit = edited("blz. 1\u{0C}blz. 2\u{2028}blz. 3", UTF16, &[(Some([0, 19, 0, 20]), "4")]);
    assert_eq!(edit.as_deref(), Some("blz. 1\u{0C}blz. 2\u{2028}blz. 4"));
    assert!(edited("a\u{0C}b\u{85}c\u{0B}d\u{2029}e", UTF16, &[(Some([1, 0, 1, 0]), "x")]).is_none());
}

#[test]
fn an_astral_character_is_one_two_or_four_wide() {
    for (encoding, column) in [(UTF8, 4), (UTF16, 2), (UTF32, 1)] {
        let edit = edited("𝄞nr. 3", encoding, &[(Some([0, column, 0, column + 3]), "nrs.")]);
        assert_eq!(edit.as_deref(), Some("𝄞nrs. 3"), "{encoding:?}");
    }
    // Inside the pair rounds down, so the clef is replaced whole or not at all.
    assert_eq!(edited("𝄞nr.", UTF16, &[(Some([0, 1, 0, 2]), "")]).as_deref(), Some("nr."));
    assert_eq!(edited("𝄞nr.", UTF16, &[(Some([0, 1, 0, 1]), "x")]).as_deref(), Some("x𝄞nr."));
}

#[test]
fn a_byte_order_mark_is_a_character_like_others() {
    for (encoding, column) in [(UTF8, 3), (UTF16, 1), (UTF32, 1)] {
        assert_eq!(
            edited("\u{FEFF}brief", encoding, &[(Some([0, column, 0, column + 1]), "B")]).as_deref(),
            Some("\u{FEFF}Brief")
        );
    }
}

#[test]
fn the_empty_text_has_one_line() {
    assert_eq!(
        edited("", UTF16, &[(Some([0, 0, 0, 0]), "a\n"), (Some([1, 9, 1, 9]), "b")]).as_deref(),
        Some("a\nb")
    );
    assert!(edited("", UTF16, &[(Some([1, 0, 1, 0]), "a")]).is_none());
}

#[test]
fn a_whole_text_amid_the_list_is_what_the_next_edit_is_about() {
    let edits = [(Some([0, 0, 0, 1]), "B"), (None, "één\ntwee"), (Some([1, 0, 1, 4]), "2")];
    assert_eq!(edited("brief", UTF16, &edits).as_deref(), Some("één\n2"));
}

#[test]
fn impossible_edits_are_refused() {
    for range in [[0, 0, 2, 0], [5, 0, 5, 0], [1, 0, 0, 0], [0, 3, 0, 1], [u32::MAX, 0, u32::MAX, 0]] {
        for encoding in ENCODINGS {
            assert!(edited("een\ntwee", encoding, &[(Some(range), "x")]).is_none(), "{range:?}");
        }
    }
    // A column is never impossible.
    assert_eq!(
        edited("een\ntwee", UTF8, &[(Some([0, u32::MAX, 1, u32::MAX]), "!")]).as_deref(),
        Some("een!")
    );
}
