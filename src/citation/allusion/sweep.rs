//! One walk through a letter, past its citations, the marks of its footnotes and the words that may refer, in order of place.

use crate::citation::{Basis, Citation, Context, Family, Pin, Reference, Standing, Target};
use crate::identifier::Ondernummer;
use crate::text::Span;

use super::aforementioned;
use super::ground::{Antecedent, Dossiers, Fitting, Numbers};
use super::ibidem;
use super::notes::Notes;
use super::noun::{Kind, Noun};
use super::number;
use super::things::{Things, is_attached};
use super::triggers::{Trigger, Triggers};

/// How far the walk has come, and what was met on it.
pub(super) struct Sweep<'a> {
    pub(super) text: &'a str,
    pub(super) context: &'a Context<'a>,
    /// All that is printed in so many words or awaits its confirmation.
    pub(super) citations: &'a [Citation],
    pub(super) notes: Notes<'a>,
    /// The dossiers of the whole letter.
    pub(super) dossiers: Dossiers,
    /// How many citations begin before here.
    pub(super) passed: usize,
    /// The first one that is of a dossier.
    pub(super) first_in_dossier: Option<usize>,
    /// The last one before here that is.
    pub(super) last_in_dossier: Option<usize>,
    numbers: Numbers<'a>,
    /// How many marks stand before here.
    marks: usize,
    /// What the body of the letter spoke of last.
    body: Things<'a>,
    /// What the note spoke of last that we are in or were in last.
    note: (Option<usize>, Things<'a>),
    /// Where the last `idem` ends, and what it means.
    repeated: Option<(usize, Antecedent<'a>)>,
    found: Vec<Citation>,
}

impl<'a> Sweep<'a> {
    pub(super) fn new(text: &'a str, context: &'a Context<'a>, citations: &'a [Citation]) -> Self {
        Self {
            text,
            context,
            citations,
            notes: Notes::new(text, context.letter, citations),
            dossiers: Dossiers::of(context, citations),
            first_in_dossier: citations.iter().position(|it| Dossiers::of_citation(it).is_some()),
            passed: 0,
            last_in_dossier: None,
            numbers: Numbers::default(),
            marks: 0,
            body: Things::default(),
            note: (None, Things::default()),
            repeated: None,
            found: Vec::new(),
        }
    }

    /// Walks through all of it; what refers to a paper, in order of place.
    pub(super) fn walk(mut self) -> Vec<Citation> {
        let mut silent = self.context.letter.silent.iter().peekable();
        let mut triggers = Triggers::new(self.text);
        while let Some((start, end, trigger)) = triggers.next() {
            while silent.next_if(|span| span.end <= start).is_some() {}
            if let Some(span) = silent.peek().filter(|span| span.contains(start)) {
                triggers.skip_to(span.end);
                continue;
            }
            self.advance(start);
            if let Some(within) = self.last().map(|last| last.span).filter(|span| span.contains(start)) {
                triggers.skip_to(within.end);
                continue;
            }
            if let Some(end) = self.meet(trigger, start, end) {
                triggers.skip_to(end);
            }
        }
        self.found
    }

    /// What a word refers to, if it does; then where the reference ends.
    fn meet(&mut self, trigger: Trigger, start: usize, end: usize) -> Option<usize> {
        match trigger {
            Trigger::Noun(kind) => {
                let noun = Noun::read(self.text, kind, end)?;
                self.noun(&noun)
            }
            Trigger::Sign => {
                let sign = start + self.text[start..].find('n').unwrap_or(0);
                number::signed(self, sign)
            }
            Trigger::Ibidem => ibidem::ibidem(self, start),
            Trigger::Note => ibidem::note(self, start),
            Trigger::Definition => None,
        }
    }

    /// A noun that names a kind of paper: a reference, or else something that is spoken of.
    fn noun(&mut self, noun: &Noun) -> Option<usize> {
        let text = self.text;
        if noun.kind == Kind::Stuk
            && let Some(end) = number::on_paper(self, noun)
        {
            return Some(end);
        }
        let mentioned = aforementioned::mentioned_from(text, noun).filter(|_| !self.is_cited(noun));
        if let Some(end) = mentioned.and_then(|start| aforementioned::aforementioned(self, noun, start)) {
            return Some(end);
        }
        if noun.kind != Kind::Stuk {
            let same = mentioned.is_some() || aforementioned::is_same(text, noun);
            self.things(noun.span.start).meet(text, noun, same);
        }
        None
    }

    /// Whether a noun is followed by the citation of the paper that it means.
    fn is_cited(&self, noun: &Noun) -> bool {
        let next = self.citations.get(self.passed).map(|citation| citation.span.start);
        next.and_then(|next| self.text.get(noun.span.end..next))
            .is_some_and(|between| between.len() < 120 && is_attached(between))
    }

    /// What was spoken of where a place lies: in the body, or in its note.
    pub(super) fn things(&mut self, place: usize) -> &mut Things<'a> {
        let Some(note) = self.notes.at(place) else { return &mut self.body };
        if self.note.0 != Some(note) {
            self.note = (Some(note), Things::default());
        }
        &mut self.note.1
    }

    /// Passes the citations and marks that begin up to here.
    fn advance(&mut self, to: usize) {
        loop {
            let citation = self.citations.get(self.passed).filter(|next| next.span.start <= to);
            let place = citation.map_or(to, |citation| citation.span.start);
            if let Some(&(mark, note)) =
                self.notes.marks.get(self.marks).filter(|(mark, _)| mark.start < place)
            {
                let source = self.notes.source(note);
                let text = self.text;
                self.things(mark.start).cite(text, mark.start, source, true);
                self.marks += 1;
                continue;
            }
            let Some(citation) = citation else { return };
            self.pass(citation);
        }
    }

    fn pass(&mut self, citation: &'a Citation) {
        let text = self.text;
        let start = citation.span.start;
        if let Some(noun) = noun_within(text, citation.span) {
            self.things(start).meet(text, &noun, false);
            self.things(start).cite(text, noun.span.end, Antecedent::only(citation), false);
        } else {
            self.things(start).cite(text, start, Antecedent::only(citation), false);
        }
        if Dossiers::of_citation(citation).is_some() {
            self.last_in_dossier = Some(self.passed);
        }
        self.passed += 1;
    }

    /// The source that was named last before here, by a citation or by `idem`, and where its words end.
    pub(super) fn last_source(&self) -> Option<(usize, Antecedent<'a>)> {
        let last = self.last()?;
        match self.repeated.filter(|(end, _)| *end > last.span.end) {
            Some(repeated) => Some(repeated),
            None => Antecedent::only(last).map(|source| (last.span.end, source)),
        }
    }

    /// Keeps what an `idem` that ends here means.
    pub(super) fn set_source(&mut self, end: usize, source: Antecedent<'a>) {
        self.repeated = Some((end, source));
    }

    /// The citation before here.
    pub(super) fn last(&self) -> Option<&'a Citation> {
        self.citations.get(self.passed.checked_sub(1)?)
    }

    /// What was cited before here with this number.
    pub(super) fn numbered(&mut self, number: Ondernummer) -> Option<Fitting<'a>> {
        self.numbers.get(number, self.citations, self.passed)
    }

    /// Keeps a reference, unless it would reach into a citation; then where it ends.
    pub(super) fn push(&mut self, span: Span, targets: Vec<Target>, basis: Basis) -> Option<usize> {
        let reaches = |next: &Citation| next.span.start < span.end;
        if self.citations.get(self.passed).is_some_and(reaches) {
            return None;
        }
        let family = targets.first().map_or(Family::Kamerstuk, |target| Family::of(target.id.series()));
        self.found.push(Citation {
            span,
            family,
            targets,
            kamer: None,
            session: None,
            standing: Standing::Inferred(basis),
            pages: Vec::new(),
            problems: Vec::new(),
        });
        Some(span.end)
    }

    /// The same for a reference to one paper, of which a page may be named.
    pub(super) fn refer(
        &mut self,
        span: Span,
        to: Antecedent<'_>,
        pin: Option<Pin>,
        reference: Reference,
    ) -> Option<usize> {
        let basis = Basis { span: to.span(), reference };
        let target = Target { span, id: to.id().clone(), dossiers: Vec::new(), pin, number_span: None };
        self.push(span, vec![target], basis)
    }
}

/// The noun that a citation itself begins with: `motie Jansen (24 587, nr. 969)`.
fn noun_within(text: &str, span: Span) -> Option<Noun> {
    let words = span.of(text);
    let len = words.find(|sign: char| !sign.is_alphabetic()).unwrap_or(words.len());
    let names_kind =
        words.starts_with(['a', 'A', 'b', 'B', 'm', 'M', 'n', 'N', 'v', 'V', 'w', 'W']) && len >= 4;
    names_kind.then(|| Noun::of_word(text, Span::new(span.start, span.start + len)))?
}
