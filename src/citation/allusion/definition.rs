//! Names that the letter itself gives: `(Kamerstuk 29 521, nr. 385; hierna: de Kennisgevingsbrief)`, and later `de Kennisgevingsbrief`.
//!
//! Most definitions are of ministries, acts and companies; those define nothing here, and hide a paper of the same name.

use aho_corasick::AhoCorasick;
use winnow::Parser;
use winnow::combinator::{alt, opt};

use crate::citation::Reference;
use crate::citation::grammar::{
    Input, Parsed, attempt, here, is_word_sign, next_char, only_if, pin, rest, sep, some_sep, stands, word,
};
use crate::text::Span;

use super::ground::Antecedent;
use super::noun::{Noun, input_at};
use super::sweep::Sweep;
use super::words::{ends_sentence, folded, is_one_of, trimmed, word_before};

/// So many names of papers are looked for; no letter gives more.
const MOST_NAMES: usize = 64;

/// The longest name, in bytes.
const LONGEST_NAME: usize = 60;

/// So many bytes of a name are looked for first.
const SOUGHT: usize = 6;

/// Short for papers that are always called so.
const SHORT: [&str; 3] = ["MvT", "MvA", "NnavV"];

/// A name and what it was given to.
pub(super) struct Definition<'a> {
    /// `de`, `het`, as printed.
    article: Option<&'static str>,
    /// The other words of the name.
    words: Vec<String>,
    /// The same in one form, whatever is printed.
    key: String,
    /// Whether it is a name without its article, too: `Kennisgevingsbrief`, and not `brief`.
    proper: bool,
    /// Where it begins to count.
    from: usize,
    /// The paper; none where it is something else.
    paper: Option<Antecedent<'a>>,
}

/// `hierna: de Kamerbrief`, from `start` on; returns where it ends.
pub(super) fn define(sweep: &mut Sweep<'_>, start: usize) -> Option<usize> {
    let text = sweep.text;
    let mut input = input_at(text, start);
    let opened = trimmed(text, start);
    let in_brackets = text[..opened].ends_with('(');
    let name = attempt(&mut input, |input: &mut Input<'_>| name(input, in_brackets))?;
    let end = here(&input);
    if sweep.definitions.len() >= MOST_NAMES {
        return Some(end);
    }
    let (article, words) = split(name.of(text))?;
    let last = words.last()?;
    let noun = Noun::of_word(text, last_word(text, name));
    let proper =
        last.starts_with(char::is_uppercase) && noun.as_ref().is_none_or(|noun| noun.special.is_some());
    let paper = antecedent(sweep, opened, end, in_brackets).filter(|paper| {
        noun.is_some() || SHORT.contains(&last.as_str()) || is_named(text, paper.citation.span.start, last)
    });
    let key = folded(&words.concat());
    match sweep.definitions.iter_mut().find(|other| other.key == key) {
        // Of a name that is given twice nobody can say which paper it means.
        Some(other) if !other.means(paper) => other.paper = None,
        Some(_) => {}
        None => sweep.definitions.push(Definition { article, words, key, proper, from: end, paper }),
    }
    Some(end)
}

/// The name in a definition, without the quotation marks around it.
pub(super) fn name(input: &mut Input<'_>, in_brackets: bool) -> Parsed<Span> {
    alt((word("hierna"), word("verder"))).parse_next(input)?;
    let called = attempt(input, |input: &mut Input<'_>| {
        let called = (word("te"), some_sep, word("noemen")).void();
        (
            some_sep,
            alt((called, word("aangeduid"), word("genoemd"), word("kortweg"))),
            opt((some_sep, word("als"))),
        )
            .void()
            .parse_next(input)
    });
    attempt(input, (some_sep, word("ook")));
    let colon = attempt(input, (sep, ':')).is_some();
    sep(input)?;
    let quote = next_char(input).and_then(closing);
    // `hierna volgt een overzicht` defines nothing.
    only_if(called.is_some() || colon || quote.is_some() || in_brackets)?;
    let start = here(input) + quote.map_or(0, |_| next_char(input).map_or(0, char::len_utf8));
    let skipped = start - here(input);
    let words = &rest(input)[skipped..];
    let ends = |sign: char| match quote {
        Some(closing) => sign == closing,
        None => matches!(sign, ')' | ';' | ',' | '.' | '(' | ':'),
    };
    let len = words
        .find(ends)
        .filter(|&len| len <= LONGEST_NAME && len > 0)
        .ok_or(crate::citation::grammar::EmptyError)?;
    winnow::stream::Stream::next_slice(input, skipped + len);
    if quote.is_some() {
        winnow::stream::Stream::next_token(input);
    } else {
        only_if(!in_brackets || words[len..].starts_with([')', ';', ',']))?;
    }
    let len = words[..len].trim_end().len();
    Ok(Span::new(start, start + len))
}

const fn closing(opening: char) -> Option<char> {
    match opening {
        '«' => Some('»'),
        '“' | '„' => Some('”'),
        '‘' => Some('’'),
        '"' | '\'' => Some(opening),
        _ => None,
    }
}

/// Article and words of a name; none where it is no single name.
pub(super) fn split(name: &str) -> Option<(Option<&'static str>, Vec<String>)> {
    // A line of a quotation in Markdown begins with its sign.
    let words = name.split(|sign: char| sign.is_whitespace() || matches!(sign, '*' | '_' | '>'));
    let mut words: Vec<String> = words.filter(|word| !word.is_empty()).map(str::to_owned).collect();
    let article = ["de", "het"].into_iter().find(|article| words.first().is_some_and(|word| word == article));
    if article.is_some() {
        words.remove(0);
    }
    let joins = |word: &String| matches!(word.as_str(), "of" | "en" | "dan" | "resp.");
    let single = !words.is_empty() && words.len() <= 5 && !words.iter().any(joins);
    single.then_some((article, words))
}

fn last_word(text: &str, name: Span) -> Span {
    Span::new(super::words::word_start(text, name.end).max(name.start), name.end)
}

/// The paper that a definition is about: cited right before it, in the same brackets or those before, or right behind it; or in a note whose mark stands there.
fn antecedent<'a>(sweep: &Sweep<'a>, opened: usize, end: usize, in_brackets: bool) -> Option<Antecedent<'a>> {
    let text = sweep.text;
    let only_signs = |from: usize, to: usize| {
        text.get(from..to).is_some_and(|between| {
            between.len() <= 12
                && between.chars().all(|sign| sign.is_whitespace() || ")(],;:»”\"'’*_".contains(sign))
                && !super::words::ends_paragraph(between)
        })
    };
    let before = sweep.last().filter(|last| only_signs(last.span.end, opened));
    if let Some(before) = before {
        return Antecedent::only(before);
    }
    if !in_brackets {
        return None;
    }
    let behind = end + text[end..].len().min(usize::from(text[end..].starts_with(')')));
    let next = sweep.citations.get(sweep.passed).filter(|next| only_signs(behind, next.span.start));
    if let Some(next) = next {
        return Antecedent::only(next);
    }
    let bracket = trimmed(text, opened - 1);
    let marks = &sweep.notes.marks;
    let at_mark = marks[..sweep.marks()].last().filter(|(mark, _)| mark.end == bracket);
    let behind_mark = || marks[sweep.marks()..].iter().find(|(mark, _)| mark.start >= behind);
    let mark = at_mark.or_else(|| behind_mark().filter(|(mark, _)| mark.start == behind));
    mark.and_then(|(_, note)| sweep.notes.source(*note))
}

/// Whether the sentence calls the paper so before it cites it, and so the name is not that of an act or a ministry.
fn is_named(text: &str, citation: usize, name: &str) -> bool {
    const WITHIN: usize = 120;
    let floor = text.ceil_char_boundary(citation.saturating_sub(WITHIN));
    let before = &text[floor..citation];
    let found = before.rfind(name).map(|at| &before[at + name.len()..]);
    found.is_some_and(|behind| !behind.starts_with(is_word_sign) && !ends_sentence(behind))
}

/// Finds where the names are used, behind their definitions.
pub(super) fn uses(sweep: &mut Sweep<'_>) {
    let definitions = std::mem::take(&mut sweep.definitions);
    if definitions.iter().all(|definition| definition.paper.is_none()) {
        return;
    }
    let sought: Vec<&str> = definitions.iter().map(Definition::sought).collect();
    let Ok(search) = AhoCorasick::new(sought) else { return };
    let mut free = 0;
    let mut found = Vec::new();
    for place in search.find_overlapping_iter(sweep.text) {
        let definition = &definitions[place.pattern().as_usize()];
        let Some(paper) = definition.paper.filter(|_| place.start() >= definition.from.max(free)) else {
            continue;
        };
        let Some(span) = definition.used_at(sweep.text, place.start()) else { continue };
        if !sweep.is_free(span) {
            continue;
        }
        let mut input = input_at(sweep.text, span.end);
        let pin = attempt(&mut input, pin).filter(|pin| sweep.is_free(span.join(pin.span)));
        let span = pin.as_ref().map_or(span, |pin| span.join(pin.span));
        free = span.end;
        found.push((span, paper, pin));
    }
    for (span, paper, pin) in found {
        sweep.keep(span, paper, pin, Reference::DefinedName);
    }
}

impl Definition<'_> {
    /// The first bytes of the name.
    fn sought(&self) -> &str {
        let first = &self.words[0];
        &first[..first.floor_char_boundary(SOUGHT)]
    }

    fn means(&self, paper: Option<Antecedent<'_>>) -> bool {
        self.paper.map(Antecedent::id) == paper.map(Antecedent::id)
    }

    /// The words of the name with its article, where they stand at `start`.
    fn used_at(&self, text: &str, start: usize) -> Option<Span> {
        let before = text[..start].chars().next_back();
        if before.is_some_and(|sign| is_word_sign(sign) || sign == '-') {
            return None;
        }
        let mut input = input_at(text, start);
        for (at, expected) in self.words.iter().enumerate() {
            attempt(&mut input, |input: &mut Input<'_>| {
                if at > 0 {
                    some_sep(input)?;
                }
                word(expected)(input)
            })?;
        }
        let end = here(&input);
        let compound = rest(&input).starts_with('-') && rest(&input)[1..].starts_with(char::is_alphabetic);
        let told = |expected: &'static str| {
            stands(&input, |input: &mut Input<'_>| {
                (some_sep, word(expected), some_sep).void().parse_next(input)
            })
        };
        // `het advies van de Raad` is another one than `het advies`.
        let another = ["van", "over", "aan", "uit", "inzake"].into_iter().any(told);
        if next_char(&input).is_some_and(is_word_sign) || compound || another {
            return None;
        }
        let article = word_before(text, start);
        match self.article {
            Some(expected) if article.is_some_and(|word| is_one_of(word.of(text), &[expected])) => {
                Some(Span::new(article?.start, end))
            }
            Some(_) if !self.proper => None,
            _ if !self.proper && self.article.is_none() && !self.words[0].starts_with(char::is_uppercase) => {
                None
            }
            _ => {
                let other = ["een", "geen", "andere", "nieuwe", "eerdere", "elke", "iedere", "volgende"];
                let another = article.is_some_and(|word| is_one_of(word.of(text), &other));
                (!another).then_some(Span::new(start, end))
            }
        }
    }
}
