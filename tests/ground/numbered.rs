//! Letters of numbered questions and answers, in which somebody adds, takes away or exchanges some and numbers the rest anew.
//!
//! A heading then says what another said before: the words of a passage stand where they stood, and belong to another question.

use std::ops::Range;

use super::judge::Table;
use super::{Dice, Marked};
use griffier::annotation::LetterText;

const QUESTIONS: [&str; 12] = [
    "Kunt u de Kamer vóór het debat over de begroting een overzicht van de subsidies sturen?",
    "Kunt u toelichten hoeveel gemeenten inmiddels een plan voor de opvang hebben?",
    "Kunt u aangeven wanneer de evaluatie van de regeling wordt afgerond?",
    "Bent u bereid met de sector in gesprek te gaan over de wachttijden? Zo nee, waarom niet?",
    "Bent u bereid het onderzoek openbaar te maken? Zo nee, waarom niet?",
    "Deelt u de mening dat de uitvoering te traag verloopt? Zo nee, waarom niet?",
    "Hoeveel meldingen zijn er in 2023 bij de inspectie gedaan?",
    "Hoeveel van deze meldingen hebben tot een boete geleid?",
    "Welke gevolgen heeft dit voor huishoudens met een laag inkomen?",
    "Klopt het bericht?",
    "Waarom?",
    "Wat is uw reactie op de aanbevelingen van de commissie?",
];

const ANSWERS: [&str; 6] = [
    "Ja.",
    "Ja, daarover is de Kamer bij brief van 14 maart geïnformeerd.",
    "Nee, dat is niet bekend.",
    "Zie het antwoord op de vorige vraag.",
    "Daarvan zijn geen cijfers beschikbaar, omdat de inspectie deze niet afzonderlijk bijhoudt.",
    "De evaluatie wordt naar verwachting voor de zomer afgerond, waarna ik de Kamer bericht.",
];

const EDITS: [&str; 5] = ["take one away", "add one", "exchange two", "take two away", "put first"];

/// Places `notes` notes on such letters.
pub(crate) fn run(table: &mut Table, notes: usize, seed: u64) {
    let mut dice = Dice(seed);
    let before = table.notes();
    while table.notes() - before < notes {
        let count = 4 + dice.below(8);
        let answers = dice.below(3) > 0;
        // No question is asked twice, but many an answer is given twice.
        let mut questions = QUESTIONS.to_vec();
        let mut block = || {
            let question = questions.remove(dice.below(questions.len()));
            (question, *dice.of(&ANSWERS))
        };
        let blocks: Vec<(&str, &str)> = (0..count).map(|_| block()).collect();
        let fresh = block();
        let lead = "Hierbij beantwoord ik de vragen over de uitvoering van de regeling.\n\n";
        let text = write(lead, &blocks, answers);
        let old = LetterText::new(&text);
        for edit in EDITS {
            let mut marked = Marked::new(&text);
            let ranges = blocks_of(&text, lead, &blocks, answers);
            let own = dice.below(count);
            let other = if dice.below(3) == 0 { own } else { dice.below(count) };
            let passage = passage(&marked, &ranges[own], &mut dice);
            // Of an answer that is given twice in the same words nobody can tell to which question it went.
            let question_ends = ranges[own].start + 8 + blocks[own].0.chars().count();
            let twice = blocks.iter().chain([&fresh]).filter(|block| block.1 == blocks[own].1).count() > 1;
            if twice && passage.end > question_ends {
                continue;
            }
            apply(&mut marked, edit, &ranges, (own, other), &written(0, &fresh, answers));
            number_anew(&mut marked);
            table.judge(&format!("numbered: {edit}"), &old, &marked, &passage);
        }
    }
}

/// Some words of a question with its answer, and more of it than the heading: of headings alone nobody can tell whether one went, or what stood below.
fn passage(text: &Marked, block: &Range<usize>, dice: &mut Dice) -> Range<usize> {
    let words = text.words(block);
    let first = if dice.below(2) == 0 { 0 } else { dice.below(words.len() - 1) };
    let fewest = if first < 2 { 5 } else { first + 1 };
    let last = (fewest.max(first + 1 + dice.below(8))).min(words.len() - 1);
    words[first].start..words[last].end
}

fn written(number: usize, (question, answer): &(&str, &str), answers: bool) -> String {
    let answer = if answers { format!("Antwoord {number}\n{answer}\n\n") } else { String::new() };
    format!("Vraag {number}\n{question}\n\n{answer}")
}

fn write(lead: &str, blocks: &[(&str, &str)], answers: bool) -> String {
    let blocks = blocks.iter().zip(1..).map(|(it, number)| written(number, it, answers));
    format!("{lead}{}Hoogachtend,\n", blocks.collect::<String>())
}

/// Where each question stands with its answer, in characters.
fn blocks_of(text: &str, lead: &str, blocks: &[(&str, &str)], answers: bool) -> Vec<Range<usize>> {
    assert!(text.starts_with(lead), "the letter was written here");
    let mut at = lead.chars().count();
    let range = |(it, number): (&(&str, &str), usize)| {
        let start = at;
        at += written(number, it, answers).chars().count();
        start..at
    };
    blocks.iter().zip(1..).map(range).collect()
}

fn apply(text: &mut Marked, edit: &str, ranges: &[Range<usize>], (own, other): (usize, usize), fresh: &str) {
    match edit {
        "take one away" => text.replace(ranges[other].clone(), ""),
        "take two away" => {
            let next = (other + 1).min(ranges.len() - 1);
            text.replace(ranges[other].start..ranges[next].end, "");
        }
        "add one" => {
            let at = ranges[other].start;
            text.replace(at..at, fresh);
        }
        "put first" => text.shift(ranges[own].clone(), ranges[0].start),
        _ => {
            let (a, b) = (own.min(other), own.max(other));
            if a < b {
                let (first, second) = (ranges[a].clone(), ranges[b].clone());
                text.shift(second.clone(), first.start);
                text.shift(first.start + second.len()..first.end + second.len(), second.end - first.len());
            }
        }
    }
}

/// Gives every heading the number that it should have; the new one stands for the old.
fn number_anew(text: &mut Marked) {
    for heading in ["Vraag ", "Antwoord "] {
        let (mut from, mut number) = (0, 0);
        loop {
            let whole = text.text();
            let at = whole.char_indices().nth(from).map_or(whole.len(), |(at, _)| at);
            let Some(found) = whole[at..].find(&format!("\n{heading}")) else { break };
            let start = whole[..at + found].chars().count() + 1 + heading.len();
            let digits = text.0[start..].iter().take_while(|mark| mark.c.is_ascii_digit()).count();
            number += 1;
            let new = number.to_string();
            let old: String = text.0[start..start + digits].iter().map(|mark| mark.c).collect();
            if old != new {
                text.replace(start..start + digits, &new);
            }
            from = start + new.len();
        }
    }
}
