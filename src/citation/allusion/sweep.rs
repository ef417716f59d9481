//! One walk through a letter, past its citations, the marks of its footnotes and the words that may refer, in order of place.

use crate::citation::{Basis, Citation, Context, Family, Pin, Reference, Standing, Target};
use crate::identifier::Ondernummer;
use crate::text::Span;

use super::aforementioned;
use super::dated::{self, Dates};
use super::definition::{self, Definition};
use super::ground::{Antecedent, Dossiers, Fitting, Numbers};
use super::ibidem;
use super::mover::{self, Movers};
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
    /// The papers that were cited, by their dates.
    pub(super) dates: Dates<'a>,
    /// The motions that were cited, by who moved them.
    pub(super) movers: Movers<'a>,
    /// The names that the letter gives to papers.
    pub(super) definitions: Vec<Definition<'a>>,
    numbers: Numbers<'a>,
    /// How many marks stand before here.
    marks: usize,
    /// What the body of the letter spoke of last.
    body: Things<'a>,
    /// What the note spoke of last that we are in or were in last.
    note: (Option<usize>, Things<'a>),
    /// Where the last `idem` ends, and what it means.
    repeated: Option<(usize, Antecedent<'a>)>,
    pub(super) found: Vec<Citation>,
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
            dates: Dates::default(),
            movers: Movers::default(),
            definitions: Vec::new(),
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
        self.advance(self.text.len());
        dated::settle(&mut self);
        self.found.sort_by_key(|reference| reference.span.start);
        definition::uses(&mut self);
        self.found
    }

    /// What a word refers to, if it does; then where the reference ends.
    fn meet(&mut self, trigger: Trigger, start: usize, end: usize) -> Option<usize> {
        match trigger {
            Trigger::Noun(kind) => {
                let noun = Noun::read(self.text, kind, end)?;
                // A report that another paper is named after is not spoken of itself.
                Some(self.noun(&noun).unwrap_or(noun.span.end))
            }
            Trigger::Sign => {
                let sign = start + self.text[start..].find('n').unwrap_or(0);
                number::signed(self, sign)
            }
            Trigger::Ibidem => ibidem::ibidem(self, start),
            Trigger::Note => ibidem::note(self, start),
            Trigger::Definition => definition::define(self, start),
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
        let cited = self.is_cited(noun);
        let mentioned = aforementioned::mentioned_from(text, noun).filter(|_| !cited);
        if let Some(start) = mentioned.filter(|_| !dated::is_dated(text, noun))
            && let Some(end) = aforementioned::aforementioned(self, noun, start)
        {
            return Some(end);
        }
        if noun.kind == Kind::Stuk {
            return None;
        }
        let same = mentioned.is_some() || aforementioned::is_same(text, noun);
        self.things(noun.span.start).meet(text, noun, same);
        if cited {
            return None;
        }
        let (end, paper) = match dated::reference(self, noun) {
            Some(found) => found,
            None => mover::reference(self, noun).map(|(end, paper)| (end, Some(paper)))?,
        };
        self.things(noun.span.start).know(noun, paper);
        Some(end)
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

    /// Whether the mark of a note that cites something stands right behind here, and so says which paper is meant.
    pub(super) fn is_marked(&self, place: usize) -> bool {
        let near = |mark: &(Span, usize)| mark.0.start >= place && mark.0.start <= place + 2;
        self.notes.marks[self.marks..].iter().take(2).any(near)
    }

    /// How many marks stand before here.
    pub(super) const fn marks(&self) -> usize {
        self.marks
    }

    /// Passes the citations and marks that begin up to here.
    fn advance(&mut self, to: usize) {
        loop {
            let citation = self.citations.get(self.passed).filter(|next| next.span.start <= to);
            let place = citation.map_or(to, |citation| citation.span.start);
            let mark = self.notes.marks.get(self.marks).filter(|(mark, _)| mark.start < place);
            if let Some(&(mark, note)) = mark {
                let source = self.notes.source(note);
                let text = self.text;
                let noun = self.things(mark.start).cite(text, mark.start, source, true);
                self.learn(source, noun.as_ref(), mark.start);
                self.marks += 1;
                continue;
            }
            let Some(citation) = citation else { return };
            self.pass(citation);
        }
    }

    fn pass(&mut self, citation: &'a Citation) {
        let text = self.text;
        let paper = Antecedent::only(citation);
        let start = citation.span.start;
        let within = noun_within(text, citation.span);
        let place = within.as_ref().map_or(start, |noun| noun.span.end);
        let things = self.things(start);
        if let Some(noun) = &within {
            things.meet(text, noun, false);
        }
        let noun = things.cite(text, place, paper, false);
        // The names and the date that such a citation holds stand before its number.
        let number = paper.filter(|_| within.is_some()).and_then(|paper| paper.target.number_span);
        self.learn(paper, noun.as_ref(), number.map_or(place, |number| number.start));
        if Dossiers::of_citation(citation).is_some() {
            self.last_in_dossier = Some(self.passed);
        }
        self.passed += 1;
    }

    /// Keeps what a citation at `place` and the noun before it tell of a paper.
    fn learn(&mut self, paper: Option<Antecedent<'a>>, noun: Option<&Noun>, place: usize) {
        let Some(paper) = paper else { return };
        self.dates.learn(self.text, self.context.letter.header.date, paper, noun, place);
        if let Some(noun) = noun {
            self.movers.learn(self.text, paper, noun);
        }
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

    /// The same span, where it does not reach into a citation.
    pub(super) fn free(&self, span: Span) -> Option<Span> {
        let next = self.citations.get(self.passed).map(|next| next.span.start);
        next.is_none_or(|next| span.end <= next).then_some(span)
    }

    /// Whether no citation, no reference and nothing silent has a byte of these, wherever they stand.
    pub(super) fn is_free(&self, span: Span) -> bool {
        let overlaps = |spans: &[Citation]| {
            let next = spans.partition_point(|it| it.span.end <= span.start);
            spans.get(next).is_some_and(|it| it.span.overlaps(span))
        };
        let silent = &self.context.letter.silent;
        let next = silent.partition_point(|it| it.end <= span.start);
        let is_silent = silent.get(next).is_some_and(|it| it.overlaps(span));
        !is_silent && !overlaps(self.citations) && !overlaps(&self.found)
    }

    /// Keeps a reference, unless it would reach into a citation; then where it ends.
    pub(super) fn push(&mut self, span: Span, targets: Vec<Target>, basis: Basis) -> Option<usize> {
        self.found.push(inferred(self.free(span)?, targets, basis));
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
        self.free(span)?;
        self.keep(span, to, pin, reference);
        Some(span.end)
    }

    /// Keeps a reference to one paper that is known to stand free.
    pub(super) fn keep(&mut self, span: Span, to: Antecedent<'_>, pin: Option<Pin>, reference: Reference) {
        let basis = Basis { span: to.span(), reference };
        let target = Target { span, id: to.id().clone(), dossiers: Vec::new(), pin, number_span: None };
        self.found.push(inferred(span, vec![target], basis));
    }
}

fn inferred(span: Span, targets: Vec<Target>, basis: Basis) -> Citation {
    let family = targets.first().map_or(Family::Kamerstuk, |target| Family::of(target.id.series()));
    Citation {
        span,
        family,
        targets,
        kamer: None,
        session: None,
        standing: Standing::Inferred(basis),
        pages: Vec::new(),
        problems: Vec::new(),
    }
}

/// The noun that a citation itself begins with: `motie Jansen (24 587, nr. 969)`.
pub(super) fn noun_within(text: &str, span: Span) -> Option<Noun> {
    let words = span.of(text);
    let len = words.find(|sign: char| !sign.is_alphabetic()).unwrap_or(words.len());
    let names_kind =
        words.starts_with(['a', 'A', 'b', 'B', 'm', 'M', 'n', 'N', 'v', 'V', 'w', 'W']) && len >= 4;
    names_kind.then(|| Noun::of_word(text, Span::new(span.start, span.start + len)))?
}
