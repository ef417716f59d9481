//! The source that was named before: `idem`, `ibid., p. 7`, `t.a.p.`, `zie noot 3`.
//!
//! They belong to footnotes and to brackets. In prose `idem` says that something else is the same.

use winnow::Parser;
use winnow::combinator::{alt, opt};
use winnow::token::{one_of, take_while};

use crate::citation::grammar::{
    Input, Parsed, attempt, comma, ends_paragraph, here, is_word_sign, next_char, number_sign, only_if, pin,
    sep, some_sep, spanned, stands, word, written_number,
};
use crate::citation::{Basis, Pin, Reference, Target};
use crate::identifier::{DocumentId, Ondernummer};
use crate::text::Span;

use super::ground::Antecedent;
use super::notes::source;
use super::noun::input_at;
use super::sweep::Sweep;
use super::words::{is_one_of, trimmed, word_before};

/// So far before `(idem)` may its source stand, in bytes.
const NEARBY: usize = 1_500;

/// What follows the word.
struct Written {
    /// Another number in the same dossier: `idem, nr. 6`.
    number: Option<(Ondernummer, Span)>,
    /// The note that the source stands in: `a.w. (noot 3)`.
    note: Option<String>,
    pin: Option<Pin>,
    end: usize,
}

/// `idem` and its like, from `start` on; returns where the reference ends.
pub(super) fn ibidem(sweep: &mut Sweep<'_>, start: usize) -> Option<usize> {
    let text = sweep.text;
    if text[..start].ends_with(|sign: char| is_word_sign(sign) && !sign.is_ascii_digit()) {
        return None;
    }
    let written = written(&mut input_at(text, start)).ok()?;
    let place = Place::of(sweep, start)?;
    let to = match &written.note {
        Some(label) => sweep.notes.labelled(label).and_then(|note| sweep.notes.source(note)),
        None => place.source(sweep, start),
    }?;
    let span = Span::new(start, written.end);
    if let Some((number, number_span)) = written.number {
        let id = DocumentId::kamerstuk(to.id().dossier()?, number);
        let target =
            Target { span, id, dossiers: Vec::new(), pin: written.pin, number_span: Some(number_span) };
        let basis = Basis { span: to.span(), reference: Reference::Ibidem };
        return sweep.push(span, vec![target], basis);
    }
    let end = sweep.refer(span, to, written.pin, Reference::Ibidem)?;
    sweep.set_source(end, to);
    if let Place::Note { note } = place {
        sweep.notes.set_source(note, to);
    }
    Some(end)
}

/// `noot 3` behind `zie`, from `start` on.
pub(super) fn note(sweep: &mut Sweep<'_>, start: usize) -> Option<usize> {
    let text = sweep.text;
    let before = text[..start].strip_suffix("voet").or_else(|| text[..start].strip_suffix("Voet"));
    let start = before.map_or(start, str::len);
    let opened = text[..trimmed(text, start)].ends_with('(');
    let asked = word_before(text, start).is_some_and(|word| is_one_of(word.of(text), &["zie", "vgl", "ook"]))
        || text[..trimmed(text, start)].to_lowercase().ends_with("vgl.");
    let mut input = input_at(text, start);
    let label = attempt(&mut input, note_number).filter(|_| opened || asked)?;
    let pin = attempt(&mut input, pin);
    let end = here(&input);
    // `noot 3 bij het advies` is a note of another text.
    if !ends_here(&input) && !stands(&input, (some_sep, alt((word("hierboven"), word("hiervoor"))))) {
        return None;
    }
    let note = sweep.notes.labelled(&label).filter(|note| sweep.notes.at(start) != Some(*note))?;
    let to = sweep.notes.source(note)?;
    sweep.refer(Span::new(start, end), to, pin, Reference::Note)
}

fn written(input: &mut Input<'_>) -> Parsed<Written> {
    let abbreviated = |letters: [&'static str; 3]| {
        move |input: &mut Input<'_>| {
            let [first, second, third] = letters;
            (word(first), '.', sep, word(second), '.', sep, word(third)).void().parse_next(input)
        }
    };
    alt((
        word("idem"),
        word("ibidem"),
        word("ibid"),
        abbreviated(["t", "a", "p"]),
        (word("a"), '.', sep, word("w")).void(),
    ))
    .parse_next(input)?;
    only_if(!next_char(input).is_some_and(is_word_sign))?;
    let mut end = here(input);
    if attempt(input, '.').is_some() {
        // The stop of an abbreviation belongs to it where the reference goes on, and else may be that of the sentence.
        let goes_on = stands(input, (sep, one_of([',', '(', ';', ')'])));
        end = if goes_on { here(input) } else { end };
    }
    let note = attempt(input, |input: &mut Input<'_>| {
        (opt(comma), sep, opt('('), opt((word("zie"), some_sep))).parse_next(input)?;
        let label = note_number(input)?;
        (sep, opt(')')).parse_next(input)?;
        Ok((label, here(input)))
    });
    let number = attempt(input, |input: &mut Input<'_>| {
        (opt(comma), sep, number_sign, sep).parse_next(input)?;
        spanned(input, written_number)
    });
    let pin = attempt(input, pin);
    only_if(ends_here(input))?;
    end = note.as_ref().map_or(end, |(_, end)| *end);
    end = number.as_ref().map_or(end, |(_, span)| span.end);
    end = pin.as_ref().map_or(end, |pin| pin.span.end);
    Ok(Written { number, note: note.map(|(label, _)| label), pin, end })
}

/// `noot 3`, `voetnoot 12`
fn note_number(input: &mut Input<'_>) -> Parsed<String> {
    (alt((word("voetnoot"), word("noot"))), some_sep).parse_next(input)?;
    let label: &str = take_while(1..=3, |sign: char| sign.is_ascii_digit()).parse_next(input)?;
    only_if(!next_char(input).is_some_and(is_word_sign)).map(|()| label.to_owned())
}

/// Whether a reference ends here, and prose does not go on.
fn ends_here(input: &Input<'_>) -> bool {
    let line_ends = |input: &mut Input<'_>| {
        let blanks: &str = take_while(0.., [' ', '\t', '*', '_']).parse_next(input)?;
        let _ = blanks;
        one_of(['\n', '\r']).void().parse_next(input)
    };
    ends_paragraph(input)
        || stands(input, (sep, one_of(['.', ',', ';', ')', ':', ']'])))
        || stands(input, line_ends)
}

/// Where in the letter the word stands; elsewhere it means nothing to us.
enum Place {
    /// At the beginning of a footnote, or behind `zie` there.
    Note { note: usize },
    /// At the start of a line that is labelled as a note, though nothing in the text points at it.
    Line { before: Span },
    /// Right behind a citation: `Kamerstuk 29 521, nr. 385, p. 3; idem, p. 7`.
    Behind,
    /// In brackets.
    Brackets,
}

impl Place {
    fn of(sweep: &Sweep<'_>, start: usize) -> Option<Self> {
        let text = sweep.text;
        let start = before_see(text, start);
        let end = trimmed(text, start);
        if let Some(note) = sweep.notes.at(start)
            && end <= sweep.notes.words(note).start
        {
            return Some(Self::Note { note });
        }
        if let Some((behind, _)) = sweep.last_source()
            && text.get(behind..start).is_some_and(is_joint)
        {
            return Some(Self::Behind);
        }
        if text[..end].ends_with('(') {
            return Some(Self::Brackets);
        }
        note_before(text, start).map(|before| Self::Line { before })
    }

    fn source<'a>(&self, sweep: &Sweep<'a>, start: usize) -> Option<Antecedent<'a>> {
        match self {
            Self::Note { note } => sweep.notes.source(note.checked_sub(1)?),
            Self::Line { before } => source(sweep.text, *before, sweep.citations),
            Self::Behind => sweep.last_source().map(|(_, source)| source),
            Self::Brackets => {
                let (end, source) = sweep.last_source()?;
                let open = text_before_bracket(sweep.text, start);
                let between = sweep.text.get(end..open).filter(|between| between.len() <= NEARBY)?;
                // Whatever else stands in brackets or at a mark may be a source, too.
                let other = between.contains(['(', '«']) || between.contains("http");
                let marked = sweep.notes.has_mark_within(Span::new(end, start));
                let same_text = sweep.notes.at(end.saturating_sub(1)) == sweep.notes.at(start);
                (!other && !marked && same_text).then_some(source)
            }
        }
    }
}

/// Where the bracket opens that a word stands in.
fn text_before_bracket(text: &str, start: usize) -> usize {
    trimmed(text, before_see(text, start)).saturating_sub(1)
}

/// Where `zie`, `zie ook` or `vgl.` before the word begins, if it stands there.
fn before_see(text: &str, start: usize) -> usize {
    let mut start = start;
    loop {
        let stop = trimmed(text, start);
        let stop = text[..stop].strip_suffix('.').map_or(start, str::len);
        match word_before(text, stop)
            .filter(|word| is_one_of(word.of(text), &["zie", "ook", "vgl", "tevens"]))
        {
            Some(word) => start = word.start,
            None => return start,
        }
    }
}

/// Whether these words only join two members of a row.
fn is_joint(between: &str) -> bool {
    between.len() < 20 && {
        let words = between
            .trim_matches(|sign: char| sign.is_whitespace() || matches!(sign, ',' | ';' | '.' | ':' | '>'));
        matches!(words, "" | "en" | "en ook") && between.contains([',', ';', '.', 'e'])
    }
}

/// The words of the note before, where a line begins with its number: `12 Kamerstuk …⏎13 Idem`.
fn note_before(text: &str, start: usize) -> Option<Span> {
    const LONGEST_NOTE: usize = 600;
    const LONGEST_LABEL: usize = 8;
    let floor = text.ceil_char_boundary(start.saturating_sub(LONGEST_LABEL));
    let line = floor + text[floor..start].rfind('\n')? + 1;
    let number: u32 = text[line..start].trim().parse().ok()?;
    let before = number.checked_sub(1)?.to_string();
    let floor = text.ceil_char_boundary(line.saturating_sub(LONGEST_NOTE));
    let mut end = line;
    // Going back line by line, to the one that begins with the number before.
    while end > floor {
        let begin = text[floor..end - 1].rfind('\n').map_or(floor, |at| floor + at + 1);
        if text[begin..end].trim().is_empty() {
            return None;
        }
        let words = text[begin..line].trim_start();
        let rest = words.strip_prefix(&before);
        if let Some(rest) = rest.filter(|rest| !rest.starts_with(|sign: char| sign.is_ascii_digit())) {
            return Some(Span::new(line - rest.len(), line));
        }
        end = begin;
    }
    None
}
