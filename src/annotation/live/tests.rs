//! The passages of letters while one writes. That the rules hold whatever happens is told by `tests/notes/live.rs`.

use super::*;

/// A letter, and what its passages are told of.
struct Desk {
    text: Buffer,
    live: Live,
}

impl Desk {
    /// The passages stand between brackets, and are known by their numbers.
    fn new(marked: &str) -> Self {
        let (mut plain, mut starts, mut passages) = (String::new(), Vec::new(), Vec::new());
        for c in marked.chars() {
            match c {
                '[' => starts.push(plain.len()),
                ']' => passages.push(Span::new(starts.pop().unwrap(), plain.len())),
                c => plain.push(c),
            }
        }
        let mut desk = Self { text: Buffer::new(&plain), live: Live::default() };
        let named = passages.iter().enumerate().map(|(number, span)| (number.to_string(), *span));
        desk.live.follow(named, &desk.text);
        desk
    }

    fn replace(&mut self, words: &str, by: &str) -> &mut Self {
        let at = self.text.contents().find(words).unwrap();
        self.put(Span::new(at, at + words.len()), by)
    }

    fn put(&mut self, span: Span, by: &str) -> &mut Self {
        let mut now = self.text.contents();
        let edit = Edit { span, removed: span.of(&now).to_owned(), inserted: by.to_owned() };
        now.replace_range(span.start..span.end, by);
        self.text = Buffer::new(&now);
        self.live.edit(&[(edit, self.text.clone())]);
        self
    }

    fn whole(&mut self, text: &str) -> &mut Self {
        self.put(Span::new(0, self.text.len()), text)
    }

    fn behind(&mut self, words: &str, inserted: &str) -> &mut Self {
        let at = self.text.contents().find(words).unwrap() + words.len();
        self.put(Span::new(at, at), inserted)
    }

    /// The words of each passage; what is gone is between parentheses.
    fn says(&self) -> Vec<String> {
        let words = |place| match place {
            Whereabouts::At(span) => self.text.words(span),
            Whereabouts::Gone { words, .. } => format!("({words})"),
        };
        self.live.standing().places().map(|(_, place)| words(place)).collect()
    }
}

const LETTER: &str = "Geachte Voorzitter,\n\nMijn ambtsgenoot bericht u over Mali.\n[Ik zeg u toe de Kamer voor de zomer te informeren.]\nOver Niger bericht ik u later.\n";
const PROMISE: &str = "Ik zeg u toe de Kamer voor de zomer te informeren.";

#[test]
fn a_passage_goes_with_its_text_and_comes_back_with_it() {
    let mut desk = Desk::new(LETTER);
    let line = format!("{PROMISE}\n");
    assert_eq!(desk.replace(&line, "").says(), [format!("({PROMISE})")]);
    // Elsewhere, after other edits.
    desk.replace("Geachte", "Zeer geachte");
    assert_eq!(desk.behind("later.", &format!("\n{PROMISE}")).says(), [PROMISE]);
    assert!(desk.text.contents().ends_with("later.\nIk zeg u toe de Kamer voor de zomer te informeren.\n"));
}

#[test]
fn who_drags_downwards_inserts_first() {
    let mut desk = Desk::new(LETTER);
    desk.behind("later.\n", &format!("{PROMISE}\n")).replace(PROMISE, "");
    assert_eq!(desk.says(), [PROMISE]);
}

#[test]
fn what_may_be_a_copy_of_another_takes_nothing_along() {
    let twice = format!("{LETTER}Slot.\n{PROMISE}\n");
    let mut desk = Desk::new(&twice);
    desk.replace(PROMISE, "");
    assert_eq!(desk.behind("later.", PROMISE).says(), [format!("({PROMISE})")]);
    let mut desk = Desk::new(LETTER);
    desk.replace(PROMISE, "").behind("later.", &format!("{PROMISE} {PROMISE}"));
    assert_eq!(desk.says(), [format!("({PROMISE})")]);
}

#[test]
fn undoing_gives_back_what_was_taken_bit_by_bit() {
    let mut desk = Desk::new("Ik [zeg u toe] dat het komt.");
    for rest in ["zeg u to", "zeg u t", "zeg u ", "zeg u", "zeg ", "zeg", "ze", "z"] {
        let at = desk.text.contents().find(" dat").unwrap();
        desk.put(Span::new(at - 1, at), "");
        let expected = if rest.len() * 3 < 9 { "(zeg u toe)" } else { rest };
        assert_eq!(desk.says(), [expected]);
    }
    assert_eq!(desk.behind("Ik z", "eg u toe").says(), ["zeg u toe"]);
}

#[test]
fn a_whole_text_that_arrives_at_once_is_compared() {
    let mut desk = Desk::new(LETTER);
    let broken = desk
        .text
        .contents()
        .replace("u toe de", "u toe\nde")
        .replace("Geachte", "Zeer geachte")
        .replace("later", "spoedig");
    assert_eq!(desk.whole(&broken).says(), [PROMISE.replace("toe de", "toe\nde")]);
    // Other words, and yet the same sentence.
    let other = desk
        .text
        .contents()
        .replace("Zeer geachte", "Geachte")
        .replace("de zomer", "het najaar")
        .replace("Niger", "Tsjaad");
    assert_eq!(
        desk.whole(&other).says(),
        [PROMISE.replace("toe de", "toe\nde").replace("de zomer", "het najaar")]
    );
    assert!(desk.whole("Heel iets anders staat hier nu.").says()[0].starts_with('('));
}

#[test]
fn of_two_that_are_alike_the_other_is_not_taken() {
    let row = "De Kamer is hierover geïnformeerd in de brief van maart.";
    let mut desk = Desk::new(&format!("Over Mali.\n[{row}]\nOver Niger.\n{row}\nSlot.\n"));
    assert_eq!(desk.whole(&format!("Inleiding.\nOver Niger.\n{row}\nEinde.\n")).says(), [format!("({row})")]);
}

#[test]
fn what_is_put_in_place_of_a_passage_is_its_new_form_where_most_is_left() {
    let letter = "Zie [Kamerstuk 29521, nr 385] voor meer.";
    let mut desk = Desk::new(letter);
    desk.replace("Kamerstuk 29521, nr 385", "Kamerstukken II 2019/20, 29 521, nr. 385");
    assert_eq!(desk.says(), ["Kamerstukken II 2019/20, 29 521, nr. 385"]);
    let mut desk = Desk::new(letter);
    assert_eq!(
        desk.replace("Kamerstuk 29521, nr 385", "de brief hierover").says(),
        ["(Kamerstuk 29521, nr 385)"]
    );
}

#[test]
fn passages_come_and_go() {
    let mut desk = Desk::new(LETTER);
    let earlier = desk.text.contents();
    desk.replace("Geachte", "Zeer geachte");
    let at = desk.text.contents().find("Niger").unwrap();
    desk.live.follow([("nieuw", Span::new(at, at + 5))], &desk.text);
    // What was not known of yet in a text that comes again moves along with the edit.
    assert_eq!(desk.replace("Zeer geachte", "Geachte").says(), [PROMISE, "Niger"]);
    assert_eq!(desk.text.contents(), earlier);
    desk.live.forget("0");
    assert_eq!(desk.says(), ["Niger"]);
    assert_eq!(desk.live.standing().place_of("0"), None);
}
