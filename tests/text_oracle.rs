//! The editable text against a naive oracle.
//!
//! The oracle keeps a list of characters and follows the words of the protocol literally; it shares no line of code with
//! [`griffier::text`]. It stands outside the crate so that it can know nothing but what an editor knows: lines, columns, encodings.

use griffier::text::{Buffer, Change, Position, PositionEncoding, Range};
use proptest::prelude::*;
use proptest::sample::select;
use proptest::test_runner::FileFailurePersistence;

const ENCODINGS: [PositionEncoding; 3] =
    [PositionEncoding::Utf8, PositionEncoding::Utf16, PositionEncoding::Utf32];

/// A text as the specification describes it: characters, and lines that end with LF, CR LF or CR.
#[derive(Clone, Debug)]
struct Oracle {
    chars: Vec<char>,
}

/// The edit cannot be meant for this text.
#[derive(Debug, PartialEq)]
struct Impossible;

impl Oracle {
    fn new(text: &str) -> Self {
        Self { chars: text.chars().collect() }
    }

    fn text(&self) -> String {
        self.chars.iter().collect()
    }

    /// The first character of each line, and the one behind its last before the line end.
    fn lines(&self) -> Vec<(usize, usize)> {
        let mut lines = Vec::new();
        let mut start = 0;
        let mut at = 0;
        while at < self.chars.len() {
            let end = match (self.chars[at], self.chars.get(at + 1)) {
                ('\r', Some('\n')) => 2,
                ('\r' | '\n', _) => 1,
                _ => 0,
            };
            if end > 0 {
                lines.push((start, at));
                start = at + end;
            }
            at += end.max(1);
        }
        lines.push((start, self.chars.len()));
        lines
    }

    /// The character at a place: walk along the line, never past its end, and stop at the character that holds the column.
    fn index(&self, position: Position, encoding: PositionEncoding) -> Result<usize, Impossible> {
        let (start, end) = *self.lines().get(position.line as usize).ok_or(Impossible)?;
        let mut left = position.column as usize;
        for (index, c) in self.chars[start..end].iter().enumerate() {
            let width = width(*c, encoding);
            if left < width {
                return Ok(start + index);
            }
            left -= width;
        }
        Ok(end)
    }

    fn apply(&mut self, change: &Change, encoding: PositionEncoding) -> Result<(), Impossible> {
        let Some(range) = change.range else {
            self.chars = change.text.chars().collect();
            return Ok(());
        };
        let start = self.index(range.start, encoding)?;
        let end = self.index(range.end, encoding)?;
        if (range.start.line, range.start.column) > (range.end.line, range.end.column) {
            return Err(Impossible);
        }
        self.chars.splice(start..end, change.text.chars());
        Ok(())
    }

    /// How many units a line has before its line end.
    fn columns(&self, line: usize, encoding: PositionEncoding) -> usize {
        let (start, end) = self.lines()[line];
        self.chars[start..end].iter().map(|c| width(*c, encoding)).sum()
    }

    /// Every place between two characters, or at an end, that a cursor can stand at, with its byte.
    fn places(&self, encoding: PositionEncoding) -> Vec<(Position, usize)> {
        let mut places = Vec::new();
        let (mut counted, mut byte) = (0, 0);
        for (line, (start, end)) in self.lines().into_iter().enumerate() {
            let mut column = 0;
            byte += self.chars[counted..start].iter().map(|c| c.len_utf8()).sum::<usize>();
            counted = end;
            for index in start..=end {
                places.push((position(line, column), byte));
                if let Some(c) = self.chars[index..end].first() {
                    column += width(*c, encoding);
                    byte += c.len_utf8();
                }
            }
        }
        places
    }
}

fn width(c: char, encoding: PositionEncoding) -> usize {
    match encoding {
        PositionEncoding::Utf8 => c.len_utf8(),
        PositionEncoding::Utf16 => c.len_utf16(),
        PositionEncoding::Utf32 => 1,
    }
}

fn position(line: usize, column: usize) -> Position {
    Position::new(u32::try_from(line).unwrap(), u32::try_from(column).unwrap())
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
    fn settle(&self, oracle: &Oracle, encoding: PositionEncoding) -> Change {
        let lines = oracle.lines().len();
        let place = |(line, column): (u16, u16)| {
            let line = usize::from(line) % lines;
            let columns = oracle.columns(line, encoding);
            // Three more than there are, so that some columns lie past the end of the line.
            position(line, usize::from(column) % (columns + 4))
        };
        match self {
            Self::Whole(text) => Change { range: None, text: text.clone() },
            Self::Within { from, to, text } => {
                let (a, b) = (place(*from), place(*to));
                Change { range: Some(Range::new(a.min(b), a.max(b))), text: text.clone() }
            }
            Self::AtLineEnd { line, text } => {
                let line = usize::from(*line) % lines;
                let at = position(line, oracle.columns(line, encoding));
                Change { range: Some(Range::new(at, at)), text: text.clone() }
            }
            Self::Wild { from, to, text } => {
                let range = Range::new(Position::new(from.0, from.1), Position::new(to.0, to.1));
                Change { range: Some(range), text: text.clone() }
            }
        }
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

fn config() -> ProptestConfig {
    ProptestConfig {
        cases: 1000,
        failure_persistence: Some(Box::new(FileFailurePersistence::WithSource("regressions"))),
        ..ProptestConfig::default()
    }
}

proptest! {
    #![proptest_config(config())]

    /// The heart: messages of several edits each, and after each message the same text on both sides.
    #[test]
    fn edits_give_what_the_specification_says(
        text in letters(),
        messages in proptest::collection::vec(proptest::collection::vec(plans(), 1..5), 1..6),
        encoding in select(ENCODINGS.to_vec()),
    ) {
        let mut oracle = Oracle::new(&text);
        let mut buffer = Buffer::new(&text);
        agree(&buffer, &oracle)?;
        for message in messages {
            let mut changes = Vec::new();
            let mut expected = Ok(());
            for plan in message {
                let change = plan.settle(&oracle, encoding);
                expected = oracle.apply(&change, encoding);
                changes.push(change);
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
    fn places_and_bytes_translate_into_each_other(text in letters(), encoding in select(ENCODINGS.to_vec())) {
        let buffer = Buffer::new(&text);
        let places = Oracle::new(&text).places(encoding);
        // Short texts are tried at every place, long ones at some two hundred.
        for &(place, byte) in places.iter().step_by(1 + places.len() / 200) {
            prop_assert_eq!(buffer.offset(place, encoding), Ok(byte));
            prop_assert_eq!(buffer.position(byte, encoding), place);
        }
    }

    /// Any place at all is either refused or the same as the oracle's, and any byte at all has a place.
    #[test]
    fn any_place_is_taken_or_refused(
        text in letters(),
        line in prop_oneof![4 => 0..40_u32, 1 => any::<u32>()],
        column in prop_oneof![4 => 0..40_u32, 1 => any::<u32>()],
        byte in prop_oneof![4 => 0..400_usize, 1 => any::<usize>()],
        encoding in select(ENCODINGS.to_vec()),
    ) {
        let (buffer, oracle) = (Buffer::new(&text), Oracle::new(&text));
        let place = Position::new(line, column);
        let expected = oracle.index(place, encoding).ok();
        let expected = expected.map(|index| oracle.chars[..index].iter().map(|c| c.len_utf8()).sum::<usize>());
        prop_assert_eq!(buffer.offset(place, encoding).ok(), expected);

        // The last cursor place at or before the byte: the character that holds it, or the end of the line whose end it lies in.
        let places = oracle.places(encoding);
        let holder = places.iter().rev().find(|(_, at)| *at <= byte).unwrap().0;
        prop_assert_eq!(buffer.position(byte, encoding), holder);
    }

    /// The bytes of each line are those between the line ends.
    #[test]
    fn lines_are_cut_at_line_ends(text in letters()) {
        let (buffer, oracle) = (Buffer::new(&text), Oracle::new(&text));
        let lines = oracle.lines();
        for (number, (start, end)) in lines.iter().enumerate() {
            let span = buffer.line(number).unwrap();
            prop_assert_eq!(span.of(&text), oracle.chars[*start..*end].iter().collect::<String>());
        }
        prop_assert_eq!(buffer.line(lines.len()), None);
    }
}

/// Edits in UTF-16 unless said otherwise: from line and column to line and column, and what is written there.
fn edited(
    text: &str,
    encoding: PositionEncoding,
    edits: &[(Option<[u32; 4]>, &str)],
) -> Result<String, String> {
    let changes: Vec<Change> = edits
        .iter()
        .map(|(range, text)| Change {
            range: range.map(|[a, b, c, d]| Range::new(Position::new(a, b), Position::new(c, d))),
            text: (*text).to_owned(),
        })
        .collect();
    let mut buffer = Buffer::new(text);
    let mut oracle = Oracle::new(text);
    let expected: Result<(), Impossible> = changes.iter().try_for_each(|c| oracle.apply(c, encoding));
    let got = buffer.apply(&changes, encoding).map_err(|e| e.to_string());
    assert_eq!(got.is_ok(), expected.is_ok());
    assert_eq!(buffer.contents(), oracle.text());
    got.map(|()| buffer.contents())
}

use PositionEncoding::{Utf8, Utf16, Utf32};

#[test]
fn a_return_before_a_line_feed_joins_them() {
    let joined = edited("nr.\n385", Utf16, &[(Some([0, 3, 0, 3]), "\r"), (Some([1, 0, 1, 0]), "9")]);
    assert_eq!(joined.as_deref(), Ok("nr.\r\n9385"));
}

#[test]
fn text_between_return_and_line_feed_cannot_be_asked_for() {
    // Column 4 is past the end of the line, so it is the end of the line: before the CR, not between CR and LF.
    let split = edited("nr.\r\n385", Utf16, &[(Some([0, 4, 0, 4]), "x")]);
    assert_eq!(split.as_deref(), Ok("nr.x\r\n385"));
}

#[test]
fn a_return_that_loses_its_line_feed_still_ends_the_line() {
    let halved = edited("29\r\n521", Utf16, &[(Some([0, 2, 1, 0]), "\r"), (Some([1, 0, 1, 3]), "523")]);
    assert_eq!(halved.as_deref(), Ok("29\r523"));
}

#[test]
fn a_form_feed_stands_in_its_line() {
    let edit = edited("blz. 1\u{0C}blz. 2\u{2028}blz. 3", Utf16, &[(Some([0, 19, 0, 20]), "4")]);
    assert_eq!(edit.as_deref(), Ok("blz. 1\u{0C}blz. 2\u{2028}blz. 4"));
    assert!(edited("a\u{0C}b\u{85}c\u{0B}d\u{2029}e", Utf16, &[(Some([1, 0, 1, 0]), "x")]).is_err());
}

#[test]
fn an_astral_character_is_one_two_or_four_wide() {
    for (encoding, column) in [(Utf8, 4), (Utf16, 2), (Utf32, 1)] {
        let edit = edited("𝄞nr. 3", encoding, &[(Some([0, column, 0, column + 3]), "nrs.")]);
        assert_eq!(edit.as_deref(), Ok("𝄞nrs. 3"), "{encoding:?}");
    }
    // Inside the pair rounds down, so the clef is replaced whole or not at all.
    assert_eq!(edited("𝄞nr.", Utf16, &[(Some([0, 1, 0, 2]), "")]).as_deref(), Ok("nr."));
    assert_eq!(edited("𝄞nr.", Utf16, &[(Some([0, 1, 0, 1]), "x")]).as_deref(), Ok("x𝄞nr."));
}

#[test]
fn a_byte_order_mark_is_a_character_like_others() {
    for (encoding, column) in [(Utf8, 3), (Utf16, 1), (Utf32, 1)] {
        assert_eq!(
            edited("\u{FEFF}brief", encoding, &[(Some([0, column, 0, column + 1]), "B")]).as_deref(),
            Ok("\u{FEFF}Brief")
        );
    }
}

#[test]
fn the_empty_text_has_one_line() {
    assert_eq!(
        edited("", Utf16, &[(Some([0, 0, 0, 0]), "a\n"), (Some([1, 9, 1, 9]), "b")]).as_deref(),
        Ok("a\nb")
    );
    assert!(edited("", Utf16, &[(Some([1, 0, 1, 0]), "a")]).is_err());
}

#[test]
fn a_whole_text_amid_the_list_is_what_the_next_edit_is_about() {
    let edits = [(Some([0, 0, 0, 1]), "B"), (None, "één\ntwee"), (Some([1, 0, 1, 4]), "2")];
    assert_eq!(edited("brief", Utf16, &edits).as_deref(), Ok("één\n2"));
}

#[test]
fn impossible_edits_are_refused() {
    for range in [[0, 0, 2, 0], [5, 0, 5, 0], [1, 0, 0, 0], [0, 3, 0, 1], [u32::MAX, 0, u32::MAX, 0]] {
        for encoding in ENCODINGS {
            assert!(edited("een\ntwee", encoding, &[(Some(range), "x")]).is_err(), "{range:?}");
        }
    }
    // A column is never impossible.
    assert_eq!(edited("een\ntwee", Utf8, &[(Some([0, u32::MAX, 1, u32::MAX]), "!")]).as_deref(), Ok("een!"));
}
