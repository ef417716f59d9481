//! The passages of a letter while it is edited, against a text that bears the ends of its passages itself.
//!
//! That text shares no line with Griffier: it is a row of characters with signs between them, and what happens to a passage is what happens to its two signs.

use griffier::annotation::{Live, Whereabouts};
use griffier::text::{Buffer, Edit, Span};
use proptest::prelude::*;

use crate::cases::cases;

/// What is shorter is not known again.
const LONG: usize = 24;

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Sign {
    Char(char),
    Start(usize),
    End(usize),
    /// Here it was.
    Gone(usize),
}

/// A text that bears its passages.
#[derive(Clone, Debug)]
struct Row {
    signs: Vec<Sign>,
    /// The words of each passage at first.
    whole: Vec<String>,
}

/// Some signs that went, with those of the passages among them.
#[derive(Clone, Debug)]
struct Clip {
    signs: Vec<Sign>,
    /// The passages that went with it.
    went: Vec<usize>,
    /// What was left.
    left: String,
}

/// What was inserted last is marked as if it were a passage of this number.
const FRESH: usize = usize::MAX;

/// Every place where some words stand, overlapping ones too.
fn places(text: &str, words: &str) -> Vec<usize> {
    text.char_indices().map(|(at, _)| at).filter(|at| text[*at..].starts_with(words)).collect()
}

fn text_of(signs: &[Sign]) -> String {
    signs.iter().filter_map(|sign| if let Sign::Char(c) = sign { Some(*c) } else { None }).collect()
}

impl Row {
    fn text(&self) -> String {
        text_of(&self.signs)
    }

    /// The sign before which the character of this number stands. `behind` says whether signs of passages right before it are to stand before that place.
    fn index(&self, chars: usize, behind: bool) -> usize {
        let mut count = 0;
        for (index, sign) in self.signs.iter().enumerate() {
            let is_char = matches!(sign, Sign::Char(_));
            if count == chars && (is_char || !behind) {
                return index;
            }
            count += usize::from(is_char);
        }
        self.signs.len()
    }

    fn byte(&self, sign: Sign) -> Option<usize> {
        let at = self.signs.iter().position(|other| *other == sign)?;
        Some(text_of(&self.signs[..at]).len())
    }

    fn place(&self, passage: usize) -> Result<Span, usize> {
        match self.byte(Sign::Gone(passage)) {
            Some(at) => Err(at),
            None => Ok(Span::new(
                self.byte(Sign::Start(passage)).unwrap(),
                self.byte(Sign::End(passage)).unwrap(),
            )),
        }
    }

    /// Puts `by` in place of the characters `from..to`, and gives what went.
    fn replace(&mut self, from: usize, to: usize, by: &str) -> Vec<Clip> {
        let before = self.clone();
        let (start, end) = (self.index(from, false), self.index(to, true));
        // The signs right before the first character and right behind the last belong to either side.
        let (inner_start, inner_end) = (self.index(from, true), self.index(to, false));
        let taken: Vec<Sign> = self.signs[start..end].to_vec();
        let is_mark = |sign: &&Sign| !matches!(sign, Sign::Char(_));
        let (left, middle, right): (Vec<Sign>, Vec<Sign>, Vec<Sign>) = if from == to {
            (taken.clone(), Vec::new(), Vec::new())
        } else {
            let of =
                |range: std::ops::Range<usize>| self.signs[range].iter().filter(is_mark).copied().collect();
            (of(start..inner_start), of(inner_start..inner_end), of(inner_end..end))
        };
        let starts = |signs: &[Sign]| -> Vec<Sign> {
            signs.iter().filter(|sign| matches!(sign, Sign::Start(_))).copied().collect()
        };
        let ends = |signs: &[Sign]| -> Vec<Sign> {
            signs.iter().filter(|sign| !matches!(sign, Sign::Start(_))).copied().collect()
        };
        let inserted = by.chars().map(Sign::Char);
        let mut new = ends(&left);
        if from == to {
            new.extend(inserted);
            new.extend(starts(&left));
        } else {
            new.extend(ends(&middle));
            // Passages that begin where something of them is replaced keep their beginning before it, and likewise at the end.
            new.extend(starts(&left));
            new.extend(inserted);
            new.extend(ends(&right));
            new.extend(starts(&middle));
            new.extend(starts(&right));
        }
        self.signs.splice(start..end, new);
        let (mut went, mut clips) = (Vec::new(), Vec::new());
        let text = self.text();
        for passage in 0..self.whole.len() {
            let Ok(was) = before.place(passage) else { continue };
            let first = text_of(&before.signs[..before.index(from, true)]).len();
            let last = text_of(&before.signs[..before.index(to, true)]).len();
            let covered = from < to && first <= was.start && was.end <= last;
            let is = self.place(passage).unwrap();
            if !covered && (is.len() >= was.len() || is.len() * 3 >= self.whole[passage].len()) {
                continue;
            }
            // The place where it was: its beginning, or the edit's.
            self.bury(passage, was.start.min(first));
            if covered {
                went.push(passage);
            } else {
                let words = self.whole[passage].chars().map(Sign::Char);
                let signs = [Sign::Start(passage)].into_iter().chain(words).chain([Sign::End(passage)]);
                clips.push(Clip { signs: signs.collect(), went: vec![passage], left: text.clone() });
            }
        }
        if !went.is_empty() {
            clips.push(Clip { signs: taken, went, left: text });
        }
        clips
    }

    fn bury(&mut self, passage: usize, byte: usize) {
        self.signs.retain(|sign| *sign != Sign::Start(passage) && *sign != Sign::End(passage));
        let mut count = 0;
        let at = self.signs.iter().position(|sign| {
            let here = count == byte;
            if let Sign::Char(c) = sign {
                count += c.len_utf8();
            }
            here
        });
        self.signs.insert(at.unwrap_or(self.signs.len()), Sign::Gone(passage));
    }

    /// Has the passages of a clip that are gone come back in a stretch that was inserted, as far as nobody can mistake them; `ahead` of when they went, or after.
    fn unearth(&mut self, clip: &Clip, stretch: Span, ahead: bool) {
        let text = self.text();
        let whole = text_of(&clip.signs);
        let lead = whole.len() - whole.trim_start().len();
        let all = Span::new(lead, lead + whole.trim().len());
        for &passage in &clip.went {
            if self.place(passage).is_ok() {
                continue;
            }
            let at = |sign: Sign| {
                let index = clip.signs.iter().position(|other| *other == sign).unwrap();
                text_of(&clip.signs[..index]).len()
            };
            let own = Span::new(at(Sign::Start(passage)), at(Sign::End(passage)));
            let lands = |part: Span| {
                let words = part.of(&whole);
                let counts = words.len() >= LONG && part.covers(own) && (ahead || !clip.left.contains(words));
                let at = places(&text, words);
                let there = counts && at.len() == 1 && stretch.covers(Span::new(at[0], at[0] + words.len()));
                there.then(|| at[0] + own.start - part.start)
            };
            if let Some(start) = lands(all).or_else(|| lands(own)) {
                self.signs.retain(|sign| *sign != Sign::Gone(passage));
                self.put(Sign::End(passage), start + own.len());
                self.put(Sign::Start(passage), start);
            }
        }
    }

    /// Marks what was just inserted behind so many characters.
    fn mark_fresh(&mut self, from: usize, by: &str) {
        self.take_fresh();
        if by.len() >= LONG {
            let start = self.text().chars().take(from).map(char::len_utf8).sum::<usize>();
            self.put(Sign::End(FRESH), start + by.len());
            self.put(Sign::Start(FRESH), start);
        }
    }

    /// Where that is now.
    fn take_fresh(&mut self) -> Option<Span> {
        let (start, end) = (self.byte(Sign::Start(FRESH)), self.byte(Sign::End(FRESH)));
        self.signs.retain(|sign| !matches!(sign, Sign::Start(FRESH) | Sign::End(FRESH)));
        start.zip(end).filter(|(start, end)| start < end).map(|(start, end)| Span::new(start, end))
    }

    /// An end goes right behind the character before it, a start right before the one behind.
    fn put(&mut self, sign: Sign, byte: usize) {
        let mut count = 0;
        let at = self.signs.iter().position(|other| {
            let here = count == byte && (matches!(sign, Sign::End(_)) || matches!(other, Sign::Char(_)));
            if let Sign::Char(c) = other {
                count += c.len_utf8();
            }
            here
        });
        self.signs.insert(at.unwrap_or(self.signs.len()), sign);
    }
}

/// The letter as an editor has it, with what it can undo.
struct Editor {
    row: Row,
    /// Every text so far with its passages.
    seen: Vec<Row>,
    undo: Vec<Row>,
    redo: Vec<Row>,
    clips: Vec<Clip>,
    live: Live,
}

impl Editor {
    fn new(words: &[u8], passages: &[(u16, u16)]) -> Self {
        let text: String = words.iter().map(|&at| VOCABULARY[usize::from(at) % VOCABULARY.len()]).collect();
        let count = text.chars().count();
        let mut row = Row { signs: text.chars().map(Sign::Char).collect(), whole: Vec::new() };
        for (passage, (from, len)) in passages.iter().enumerate() {
            let from = usize::from(*from) % (count - 1);
            let to = (from + 1 + usize::from(*len) % 60).min(count);
            let byte = |at: usize| text.chars().take(at).map(char::len_utf8).sum::<usize>();
            row.put(Sign::End(passage), byte(to));
            row.put(Sign::Start(passage), byte(from));
            row.whole.push(text[byte(from)..byte(to)].to_owned());
        }
        let mut live = Live::default();
        let places = (0..passages.len()).map(|passage| (passage.to_string(), row.place(passage).unwrap()));
        live.follow(places, &Buffer::new(&text));
        Self { seen: vec![row.clone()], row, undo: Vec::new(), redo: Vec::new(), clips: Vec::new(), live }
    }

    /// Tells Griffier of the difference between two texts, as one edit from `from` to `to`.
    fn tell(&mut self, before: &str, from: usize, to: usize, by: &str) {
        let byte = |at: usize| before.chars().take(at).map(char::len_utf8).sum::<usize>();
        let span = Span::new(byte(from), byte(to));
        let edit = Edit { span, removed: span.of(before).to_owned(), inserted: by.to_owned() };
        let mut now = before.to_owned();
        now.replace_range(span.start..span.end, by);
        self.live.edit(&[(edit, Buffer::new(&now))]);
    }

    /// A text that was there before has its passages where they were then.
    fn recall(&mut self) -> bool {
        let text = self.row.text();
        let earlier = self.seen.iter().rev().find(|row| row.text() == text);
        let found = earlier.is_some();
        if let Some(earlier) = earlier {
            self.row = earlier.clone();
        }
        found
    }

    /// One edit.
    fn edit(&mut self, from: usize, to: usize, by: &str) {
        let before = self.row.text();
        let clips = self.row.replace(from, to, by);
        let fresh = self.row.take_fresh();
        if !self.recall() {
            for clip in &clips {
                if let Some(fresh) = fresh {
                    self.row.unearth(clip, fresh, true);
                }
            }
            let start = before.chars().take(from).map(char::len_utf8).sum::<usize>();
            let inserted = Span::new(start, start + by.len());
            // What went with this very edit has not come back with it.
            for clip in self.clips.iter().rev().filter(|_| by.len() >= LONG) {
                self.row.unearth(clip, inserted, false);
            }
            self.clips.extend(clips);
            let surplus = self.clips.len().saturating_sub(16);
            self.clips.drain(..surplus);
        }
        self.row.mark_fresh(from, by);
        self.tell(&before, from, to, by);
        self.seen.push(self.row.clone());
    }

    /// One that can be undone.
    fn act(&mut self, edits: &[(usize, usize, &str)]) {
        self.undo.push(self.row.clone());
        self.redo.clear();
        for (from, to, by) in edits {
            self.edit(*from, *to, by);
        }
    }

    /// What an editor sends when it goes back or forth: the least that differs.
    fn go_to(&mut self, row: Row) {
        let (before, now) = (self.row.text(), row.text());
        let (a, b): (Vec<char>, Vec<char>) = (before.chars().collect(), now.chars().collect());
        let start = a.iter().zip(&b).take_while(|(a, b)| a == b).count();
        let end = a[start..].iter().rev().zip(b[start..].iter().rev()).take_while(|(a, b)| a == b).count();
        let by: String = b[start..b.len() - end].iter().collect();
        self.tell(&before, start, a.len() - end, &by);
        self.row = row;
        self.row.mark_fresh(start, &by);
        self.seen.push(self.row.clone());
    }
}

const VOCABULARY: [&str; 12] = [
    "de ",
    "Kamer ",
    "zomer ",
    "één ",
    "toezegging ",
    "motie\n",
    "minister ",
    "brief. ",
    "van ",
    "financiële ",
    "€ ",
    "najaar ",
];

/// What replaces something has no sign in common with anything that is there, so that it is nothing like it.
fn other(editor: &Editor, by: u8) -> String {
    let next = 0x2460 + u32::try_from(editor.seen.len()).unwrap() * 3;
    (next..=next + u32::from(by % 3)).map(|code| char::from_u32(code).unwrap()).collect()
}

#[derive(Clone, Debug)]
enum Act {
    Insert(u16, u8),
    Delete(u16, u8),
    Replace(u16, u8, u8),
    Cut(u16, u8),
    Paste(u8, u16),
    Drag(u16, u8, u16, bool),
    Undo(u8),
    Redo(u8),
}

fn acts() -> impl Strategy<Value = Act> {
    prop_oneof![
        4 => any::<(u16, u8)>().prop_map(|(at, by)| Act::Insert(at, by)),
        3 => (any::<u16>(), 0..12_u8).prop_map(|(at, len)| Act::Delete(at, len)),
        3 => (any::<u16>(), 0..40_u8, any::<u8>()).prop_map(|(at, len, by)| Act::Replace(at, len, by)),
        3 => (any::<u16>(), 20..120_u8).prop_map(|(at, len)| Act::Cut(at, len)),
        4 => any::<(u8, u16)>().prop_map(|(which, at)| Act::Paste(which, at)),
        2 => (any::<u16>(), 24..90_u8, any::<u16>(), any::<bool>()).prop_map(|(at, len, to, first)| Act::Drag(at, len, to, first)),
        3 => (1..4_u8).prop_map(Act::Undo),
        2 => (1..4_u8).prop_map(Act::Redo),
    ]
}

fn act(editor: &mut Editor, act: &Act) {
    let text: Vec<char> = editor.row.text().chars().collect();
    let place = |at: u16| usize::from(at) % (text.len() + 1);
    let stretch = |at: u16, len: u8| (place(at), (place(at) + usize::from(len)).min(text.len()));
    match *act {
        Act::Insert(at, by) => {
            editor.act(&[(place(at), place(at), VOCABULARY[usize::from(by) % VOCABULARY.len()])]);
        }
        Act::Delete(at, len) | Act::Cut(at, len) => {
            let (from, to) = stretch(at, len);
            editor.act(&[(from, to, "")]);
        }
        Act::Replace(at, len, by) => {
            let (from, to) = stretch(at, len);
            let words = other(editor, by);
            editor.act(&[(from, to, &words)]);
        }
        Act::Paste(which, at) => {
            // The newest few, as a clipboard has them.
            let newest = &editor.clips[editor.clips.len().saturating_sub(3)..];
            if let Some(clip) = newest.get(usize::from(which) % newest.len().max(1)) {
                let words = text_of(&clip.signs);
                editor.act(&[(place(at), place(at), &words)]);
            }
        }
        Act::Drag(at, len, goal, insert_first) => {
            let ((from, to), goal) = (stretch(at, len), place(goal));
            let words: String = text[from..to].iter().collect();
            if (from..=to).contains(&goal) {
                return;
            }
            // Editors tell of the later place first.
            let len = to - from;
            if insert_first {
                let shift = if goal < from { len } else { 0 };
                editor.act(&[(goal, goal, &words), (from + shift, to + shift, "")]);
            } else {
                let goal = if goal > to { goal - len } else { goal };
                editor.act(&[(from, to, ""), (goal, goal, &words)]);
            }
        }
        Act::Undo(times) => {
            for _ in 0..times {
                let Some(row) = editor.undo.pop() else { break };
                editor.redo.push(editor.row.clone());
                editor.go_to(row);
            }
        }
        Act::Redo(times) => {
            for _ in 0..times {
                let Some(row) = editor.redo.pop() else { break };
                editor.undo.push(editor.row.clone());
                editor.go_to(row);
            }
        }
    }
}

proptest! {
    #![proptest_config(cases(10_000))]

    #[test]
    fn passages_are_where_a_text_that_bears_them_has_them(
        words in proptest::collection::vec(any::<u8>(), 10..60),
        passages in proptest::collection::vec(any::<(u16, u16)>(), 1..6),
        plan in proptest::collection::vec(acts(), 1..16),
    ) {
        let mut editor = Editor::new(&words, &passages);
        for step in &plan {
            act(&mut editor, step);
            let standing = editor.live.standing();
            for passage in 0..passages.len() {
                let is = match standing.place_of(&passage.to_string()) {
                    Some(Whereabouts::At(span)) => Ok(span),
                    Some(Whereabouts::Gone { at, .. }) => Err(at),
                    None => panic!("every passage is followed"),
                };
                prop_assert_eq!(is, editor.row.place(passage), "passage {} after {:?} in {:?}", passage, step, editor.row.text());
            }
        }
    }
}
