//! What says that it was mentioned before: `genoemde brief`, `voornoemd Kamerstuk`, `in eerder genoemde motie`.

use crate::citation::Reference;
use crate::citation::grammar::{Input, attempt, here, only_if, pin, some_sep, stands, word};
use crate::text::Span;

use super::noun::{Noun, input_at};
use super::sweep::Sweep;
use super::words::{is_one_of, word_before};

/// Words that say so alone, in the two forms that they have.
const MENTIONED: [&str; 18] = [
    "genoemde",
    "genoemd",
    "voornoemde",
    "voornoemd",
    "bovengenoemde",
    "bovengenoemd",
    "eerdergenoemde",
    "eerdergenoemd",
    "laatstgenoemde",
    "laatstgenoemd",
    "voormelde",
    "voormeld",
    "bovenvermelde",
    "bovenvermeld",
    "bovenbedoelde",
    "bovenbedoeld",
    "hiervoorgenoemde",
    "hierbovengenoemde",
];

/// What may stand between article and participle; other words say where something was mentioned, as in `de in het artikel genoemde brief`.
const BEFORE: [&str; 6] = ["eerder", "hierboven", "hiervoor", "reeds", "zojuist", "boven"];

/// What the whole may follow, besides the end of a sentence.
const LED_BY: [&str; 24] = [
    "de", "het", "deze", "die", "dat", "dit", "in", "uit", "van", "op", "aan", "bij", "met", "voor", "door",
    "naar", "over", "tot", "en", "of", "dan", "zoals", "conform", "volgens",
];

/// A noun and the word before it that says that it was mentioned; the place where the words begin.
pub(super) fn mentioned_from(text: &str, noun: &Noun) -> Option<usize> {
    let participle =
        word_before(text, noun.span.start).filter(|word| is_one_of(word.of(text), &MENTIONED))?;
    let mut start = participle.start;
    let mut before = word_before(text, start);
    if let Some(adverb) = before.filter(|word| is_one_of(word.of(text), &BEFORE)) {
        start = adverb.start;
        before = word_before(text, start);
    }
    before.is_none_or(|word| is_one_of(word.of(text), &LED_BY)).then_some(start)
}

/// `genoemde brief`, read from its noun; returns where the reference ends.
pub(super) fn aforementioned(sweep: &mut Sweep<'_>, noun: &Noun, start: usize) -> Option<usize> {
    if noun.plural {
        return None;
    }
    let to = sweep.things(noun.span.start).mentioned(noun)?;
    let mut input = input_at(sweep.text, noun.span.end);
    let pin = attempt(&mut input, pin);
    let end = if pin.is_some() { here(&input) } else { noun.span.end };
    sweep.refer(Span::new(start, end), to, pin, Reference::Aforementioned)
}

/// Whether a noun speaks of the paper that was spoken of before: `die brief`, and not `de brief van …` or `een brief`.
pub(super) fn is_same(text: &str, noun: &Noun) -> bool {
    let article = word_before(text, noun.span.start).is_some_and(|word| {
        is_one_of(word.of(text), &["de", "het", "die", "dat", "deze", "dit", "desbetreffende"])
    });
    let told = |input: &mut Input<'_>| {
        some_sep(input)?;
        let about = ["van", "over", "aan", "uit", "inzake", "betreffende", "met", "d.d."];
        only_if(about.into_iter().any(|expected| stands(input, (word(expected), some_sep))))
    };
    article && !noun.plural && !stands(&input_at(text, noun.span.end), told)
}
