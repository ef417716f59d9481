//! Letters full of passages that are nearly the same: numbers, dates or one word differ, or nothing does.

use std::collections::BTreeSet;
use std::ops::Range;

use super::judge::Table;
use super::{Dice, Marked};
use griffier::annotation::LetterText;

const FRAMES: [&str; 6] = [
    "In {} heeft het kabinet hiervoor € {} miljoen uitgetrokken; de Kamer is daarover bij brief geïnformeerd.",
    "Met de motie op stuk nr. {} wordt de regering verzocht de gemeente {} financieel te ondersteunen.",
    "Vraag {}\nKunt u toelichten waarom de uitgaven met {} procent zijn gestegen?\n\nAntwoord {}\nDe stijging komt door het hogere aantal aanvragen.",
    "| {} | {} | afgedaan |",
    "De leden van de {}-fractie danken de minister voor de antwoorden en hebben nog {} vragen.",
    "Deze brief zend ik u mede namens de Minister van Financiën.",
];

/// What is done to such a letter.
const EDITS: [&str; 10] = [
    "swap",
    "delete own",
    "delete others",
    "number own",
    "number other",
    "insert another",
    "copy own",
    "move own",
    "all numbers",
    "word own",
];

/// Values that stand nowhere else in a letter, so that no two passages come to read the same but by the frame that says so.
struct Values(BTreeSet<usize>);

impl Values {
    fn fresh(&mut self, dice: &mut Dice) -> String {
        loop {
            let value = 1_000 + dice.below(9_000);
            if self.0.insert(value) {
                return value.to_string();
            }
        }
    }

    fn fill(&mut self, frame: &str, dice: &mut Dice) -> String {
        let parts: Vec<_> = frame.split("{}").collect();
        let mut out = parts[0].to_owned();
        for part in &parts[1..] {
            out.push_str(&self.fresh(dice));
            out.push_str(part);
        }
        out
    }
}

/// Places `notes` notes on such letters.
pub(crate) fn run(table: &mut Table, notes: usize, seed: u64) {
    let mut dice = Dice(seed);
    let before = table.notes();
    while table.notes() - before < notes {
        let mut values = Values(BTreeSet::new());
        let frame = *dice.of(&FRAMES);
        let lead = "De onderstaande punten komen uit het overleg van deze week.";
        let count = 3 + dice.below(10);
        let mut paragraphs = vec![lead.to_owned()];
        for _ in 0..count {
            // Now and then something else stands between.
            let other = dice.below(4) == 0;
            paragraphs.push(values.fill(if other { FRAMES[dice.below(6)] } else { frame }, &mut dice));
        }
        paragraphs.push("Ik vertrouw erop u hiermee voldoende te hebben geïnformeerd.".to_owned());
        let joint = if frame.starts_with('|') { "\n" } else { "\n\n" };
        let text = paragraphs.join(joint);
        let old = LetterText::new(&text);
        for edit in EDITS {
            let mut marked = Marked::new(&text);
            let ranges = ranges(&paragraphs, joint);
            let own = 1 + dice.below(count);
            let passage = within(&marked, &ranges[own], &mut dice);
            if apply(&mut marked, edit, &ranges, own, &passage, frame, &mut values, &mut dice).is_some() {
                table.judge(&format!("alike: {edit}"), &old, &marked, &passage);
            }
        }
    }
}

/// Where each paragraph stands, in characters.
fn ranges(paragraphs: &[String], joint: &str) -> Vec<Range<usize>> {
    let mut at = 0;
    let range = |paragraph: &String| {
        let start = at;
        at += paragraph.chars().count() + joint.len();
        start..at - joint.len()
    };
    paragraphs.iter().map(range).collect()
}

/// The paragraph, or some words of it.
fn within(text: &Marked, paragraph: &Range<usize>, dice: &mut Dice) -> Range<usize> {
    let words = text.words(paragraph);
    if dice.below(2) == 0 || words.len() < 4 {
        return paragraph.clone();
    }
    let first = dice.below(words.len() - 2);
    let last = (first + 1 + dice.below(8)).min(words.len() - 1);
    words[first].start..words[last].end
}

#[expect(clippy::too_many_arguments, reason = "an edit has all of the letter at hand")]
fn apply(
    text: &mut Marked,
    edit: &str,
    ranges: &[Range<usize>],
    own: usize,
    passage: &Range<usize>,
    frame: &str,
    values: &mut Values,
    dice: &mut Dice,
) -> Option<()> {
    let last = ranges.len() - 2;
    let other = 1 + dice.below(last);
    let number = |text: &mut Marked, range: &Range<usize>, values: &mut Values, dice: &mut Dice| {
        let words = text.words(range);
        let numbers: Vec<_> =
            words.into_iter().filter(|word| text.0[word.start].c.is_ascii_digit()).collect();
        let number = numbers.get(dice.below(numbers.len()))?.clone();
        let fresh = values.fresh(dice);
        text.replace(number, &fresh);
        Some(())
    };
    match edit {
        "swap" => {
            let (a, b) = (own.min(other), own.max(other));
            // Of two that read the same nobody can tell which was moved.
            let words =
                |range: &Range<usize>| text.0[range.clone()].iter().map(|mark| mark.c).collect::<String>();
            let twins = ranges.iter().filter(|range| words(range) == words(&ranges[own])).count() > 1;
            if a == b || twins {
                return None;
            }
            let (first, second) = (ranges[a].clone(), ranges[b].clone());
            text.shift(second.clone(), first.start);
            text.shift(first.start + second.len()..first.end + second.len(), second.end - first.len());
        }
        "delete own" => text.replace(ranges[own].start..ranges[own + 1].start, ""),
        "delete others" => {
            for index in (1..=last).rev().filter(|index| *index != own) {
                if dice.below(2) == 0 {
                    text.replace(ranges[index].start..ranges[index + 1].start, "");
                }
            }
        }
        "number own" => number(text, &ranges[own], values, dice)?,
        "number other" => {
            if other == own {
                return None;
            }
            number(text, &ranges[other], values, dice)?;
        }
        "insert another" => {
            let fresh = values.fill(frame, dice);
            let at = ranges[other].start;
            text.replace(at..at, &format!("{fresh}\n\n"));
        }
        "copy own" => {
            let copy: String = text.0[ranges[own].clone()].iter().map(|mark| mark.c).collect();
            let at = ranges[other].start;
            text.replace(at..at, &format!("{copy}\n\n"));
        }
        "move own" => {
            let range = ranges[own].start..ranges[own + 1].start;
            let to = ranges[other].start;
            text.shift(range.clone(), if other > own { to - range.len() } else { to });
        }
        "all numbers" => {
            for range in ranges.iter().rev() {
                number(text, range, values, dice);
            }
        }
        _ => {
            let words = text.words(passage);
            let word = dice.of(&words).clone();
            text.replace(word, "gewijzigd");
        }
    }
    Some(())
}
