//! What is known of a paper, whoever cites it.

use std::sync::Arc;

use crate::corpus::{Corpus, Existence, LetterRecord, Listing, shown};
use crate::identifier::{Date, DocumentId, Dossier, Kamer, SessionYear, official_url};
use crate::messages::{Argument, Message, Translator};

use super::Markup;
use super::name::name;
use super::prose::{Piece, Prose};

/// What is known of a paper, whoever cites it; `griffier show` prints it.
#[must_use]
pub fn describe(id: &DocumentId, corpus: &dyn Corpus, say: Translator, markup: Markup) -> String {
    let known = Known::of(id, corpus);
    let mut prose = Prose::new(markup);
    known.head(&mut prose, say);
    known.lead(&mut prose);
    known.foot(&mut prose, corpus, say);
    prose.finish()
}

/// Everything that a corpus knows of one paper or dossier.
pub(super) struct Known {
    id: DocumentId,
    letter: Option<Arc<LetterRecord>>,
    listing: Option<Listing>,
    /// How often it is cited.
    cited: usize,
    /// Its dossiers with their titles, the owner of its number first.
    dossiers: Vec<(Dossier, Option<String>)>,
    /// Of a dossier, the letters in it.
    letters: Vec<Arc<LetterRecord>>,
    /// Whether a list denies it, so that the publisher's address would lead nowhere.
    denied: bool,
}

impl Known {
    /// Asks the corpus.
    pub(super) fn of(id: &DocumentId, corpus: &dyn Corpus) -> Self {
        Self::of_many(std::slice::from_ref(id), corpus).pop().unwrap_or_else(|| Self::nothing(id))
    }

    /// Asks the corpus for several papers, as few times as for one.
    pub(super) fn of_many(ids: &[DocumentId], corpus: &dyn Corpus) -> Vec<Self> {
        let letters = corpus.letters_of_many(ids);
        let listings = corpus.listings_of_many(ids);
        let cited = corpus.citations_of_many(ids);
        let existence = corpus.existence_of_many(ids);
        let mut all: Vec<Self> = ids.iter().map(Self::nothing).collect();
        for (at, known) in all.iter_mut().enumerate() {
            known.letter = letters.get(at).cloned().flatten();
            known.listing = listings.get(at).cloned().flatten();
            known.cited = cited.get(at).copied().unwrap_or(0);
            known.denied =
                matches!(existence.get(at), Some(Existence::Gap { .. } | Existence::NoSuchDossier { .. }));
            known.dossiers = match (&known.letter, &known.listing) {
                (Some(letter), _) if !letter.dossiers.is_empty() => {
                    letter.dossiers.iter().map(|line| (line.dossier, line.title.clone())).collect()
                }
                // Only what is a paper's own says more than its number; titles of dossiers are the same for all papers.
                (_, Some(listing)) if listing.dossiers.len() > 1 => {
                    listing.dossiers.iter().map(|(dossier, _)| (*dossier, None)).collect()
                }
                _ => known.id.dossier().map(|dossier| (dossier, None)).into_iter().collect(),
            };
            if let DocumentId::Dossier(dossier) = known.id {
                known.letters = corpus.letters_in_dossiers(&[dossier]).pop().unwrap_or_default();
            }
        }
        // The letter itself prints the title of its dossier; where it does not, another letter may.
        let untitled: Vec<Dossier> = all
            .iter()
            .flat_map(|known| &known.dossiers)
            .filter(|(_, title)| title.is_none())
            .map(|(d, _)| *d)
            .collect();
        let mut titles = corpus.dossier_titles(&untitled).into_iter();
        for (_, title) in all.iter_mut().flat_map(|known| &mut known.dossiers) {
            if title.is_none() {
                *title = titles.next().flatten();
            }
        }
        all
    }

    fn nothing(id: &DocumentId) -> Self {
        Self {
            id: id.clone(),
            letter: None,
            listing: None,
            cited: 0,
            dossiers: Vec::new(),
            letters: Vec::new(),
            denied: false,
        }
    }

    /// The paper as one would say it in a line: its title, else its printed form.
    pub(super) fn title(&self, say: Translator) -> String {
        self.own_title().unwrap_or_else(|| name(&self.id, say))
    }

    /// Its own title, by letter or list; of a dossier that which letters print, else that of a list.
    pub(super) fn own_title(&self) -> Option<String> {
        self.printed_title().cloned().or_else(|| self.listing.as_ref()?.title.clone())
    }

    /// Its title as its letter has it; of a dossier as the corpus answers it.
    fn printed_title(&self) -> Option<&String> {
        match self.id {
            DocumentId::Dossier(_) => self.dossiers.first()?.1.as_ref(),
            _ => self.letter.as_ref()?.title.as_ref(),
        }
    }

    /// The title of the dossier that its number counts in.
    pub(super) fn dossier_title(&self) -> Option<String> {
        self.dossiers.first()?.1.clone()
    }

    /// The file of its letter, where the corpus has one.
    pub(super) fn path(&self) -> Option<&std::path::Path> {
        self.letter.as_ref().map(|letter| &*letter.path)
    }

    /// How often it is cited.
    pub(super) const fn cited(&self) -> usize {
        self.cited
    }

    /// When it was written; of two dates that of the letter.
    pub(super) fn date(&self) -> Option<Date> {
        self.letter.as_ref().and_then(|one| one.date).or_else(|| self.listing.as_ref()?.date)
    }

    /// In which session it appeared.
    pub(super) fn session(&self) -> Option<SessionYear> {
        let by_letter = self.letter.as_ref().and_then(|one| one.session);
        let by_number = || self.id.as_kamerstuk().and_then(|paper| paper.session);
        by_letter.or_else(|| self.listing.as_ref()?.session).or_else(by_number)
    }

    /// Whose it is.
    pub(super) fn kamer(&self) -> Option<Kamer> {
        let by_letter = self.letter.as_ref().and_then(|one| one.kamer);
        by_letter.or_else(|| self.listing.as_ref()?.kamer).or_else(|| self.id.kamer())
    }

    /// Its kind, `Brief`.
    pub(super) fn kind(&self) -> Option<String> {
        let by_letter = self.letter.as_ref().and_then(|one| one.kind.clone());
        by_letter.or_else(|| self.listing.as_ref()?.kind.clone()).map(|kind| capitalised(&kind))
    }

    /// Date and kind in a row.
    pub(super) fn date_and_kind(&self, say: Translator) -> Option<String> {
        let row: Vec<String> =
            [self.date().map(|date| in_words(date, say)), self.kind()].into_iter().flatten().collect();
        (!row.is_empty()).then(|| row.join(" · "))
    }

    /// Who signed it, in a row.
    pub(super) fn sender_line(&self) -> Option<String> {
        Some(self.senders().join("; ")).filter(|senders| !senders.is_empty())
    }

    /// Title, number, kind, chamber, date, sender, dossiers.
    pub(super) fn head(&self, prose: &mut Prose, say: Translator) {
        let title = self.title(say);
        let name = name(&self.id, say);
        prose.lines(&[vec![Piece::Strong(title.clone())]]);
        self.facts(prose, say, (title != name).then_some(name));
    }

    /// All of the head but the title; `name` is the printed form, where that is not the title.
    pub(super) fn facts(&self, prose: &mut Prose, say: Translator, name: Option<String>) {
        let mut lines: Vec<Vec<Piece>> = name.into_iter().map(text).collect();
        lines.extend(self.circumstances(say).map(text));
        let senders = self.senders();
        if !senders.is_empty() {
            let message = Message::new("known-senders")
                .with("count", Argument::number(senders.len()))
                .with("senders", senders.join("; "));
            lines.push(text(say.text(&message)));
        }
        // Of a dossier the title has been said already.
        let dossiers = self.dossiers.iter().filter(|_| !matches!(self.id, DocumentId::Dossier(_)));
        lines.extend(dossiers.filter_map(|(dossier, title)| {
            let message = Message::new("known-dossier")
                .with("dossier", dossier.printed())
                .with("title", title.clone()?);
            Some(text(say.text(&message)))
        }));
        lines.extend(self.replacement().map(|message| text(say.text(&message))));
        prose.lines(&lines);
    }

    /// Kind, chamber, date and length in a row.
    fn circumstances(&self, say: Translator) -> Option<String> {
        let listing = self.listing.as_ref();
        let kamer = self.kamer();
        let pages = listing.and_then(|listing| listing.pages).map(|pages| {
            say.text(&Message::new("known-pages").with("count", Argument::number(pages as usize)))
        });
        let date = self.date().map(|date| in_words(date, say));
        let row: Vec<String> =
            [self.kind(), kamer.map(|kamer| kamer.to_string()), date, pages].into_iter().flatten().collect();
        (!row.is_empty()).then(|| row.join(" · "))
    }

    /// What has taken its place; a reprint, which has the same number, by its identifier.
    fn replacement(&self) -> Option<Message> {
        let printed = |id: &DocumentId| match id.as_kamerstuk() {
            Some(paper) if paper.suffix.is_some() => id.to_string(),
            _ => id.printed(),
        };
        let others: Vec<String> = self.listing.as_ref()?.replaced_by.iter().map(printed).collect();
        (!others.is_empty()).then(|| Message::new("known-replaced").with("papers", others.join("; ")))
    }

    fn senders(&self) -> Vec<String> {
        let by_letter = self.letter.as_ref().map(|letter| letter.senders.clone()).unwrap_or_default();
        if by_letter.is_empty() {
            self.listing.as_ref().map(|listing| listing.senders.clone()).unwrap_or_default()
        } else {
            by_letter
        }
    }

    /// The first lines of the text.
    pub(super) fn lead(&self, prose: &mut Prose) {
        if let Some(letter) = &self.letter {
            prose.quote(&letter.lead);
        }
    }

    /// Where this is known from, how often it is cited, where it is published.
    pub(super) fn foot(&self, prose: &mut Prose, corpus: &dyn Corpus, say: Translator) {
        for message in self.disagreements() {
            prose.line(say.text(&message));
        }
        let mut lines = vec![text(self.frequency(corpus, say))];
        // What no list holds is unknown without anything being wrong.
        if self.is_known() || self.id.series().has_lists() {
            lines.insert(0, text(self.sources(corpus, say)));
            if !self.is_known() {
                lines.insert(1, text(say.text(&freshness(corpus))));
            }
        }
        if let Some(url) = official_url(&self.id).filter(|_| !self.denied) {
            lines.push(vec![Piece::Link(self.id.to_string(), url)]);
        }
        prose.lines(&lines);
    }

    fn is_known(&self) -> bool {
        self.letter.is_some() || self.listing.is_some() || !self.letters.is_empty()
    }

    fn sources(&self, corpus: &dyn Corpus, say: Translator) -> String {
        let by_letter = self
            .letter
            .as_ref()
            .map(|letter| Message::new("known-from-letter").with("path", shown(&letter.path, corpus.root())));
        let by_list = self.listing.as_ref().map(|listing| {
            let list = &listing.list;
            match list.until {
                Some(until) => Message::new("known-from-list")
                    .with("list", &list.name)
                    .with("until", Argument::day(until)),
                None => Message::new("known-from-open-list").with("list", &list.name),
            }
        });
        let by_letters = (!self.letters.is_empty())
            .then(|| Message::new("known-letters").with("count", Argument::number(self.letters.len())));
        let mut sources = [by_letter, by_list, by_letters].into_iter().flatten();
        let Some(first) = sources.next() else { return say.text(&Message::new("known-from-nothing")) };
        let all = sources.fold(first, |before, last| {
            Message::new("and")
                .with("before", Argument::message(before))
                .with("last", Argument::message(last))
        });
        say.text(&Message::new("known-from").with("sources", Argument::message(all)))
    }

    fn frequency(&self, corpus: &dyn Corpus, say: Translator) -> String {
        let cited = Message::new("known-cited").with("count", Argument::number(self.cited));
        if corpus.state().complete {
            say.text(&cited)
        } else {
            say.text(&Message::new("known-cited-so-far").with("cited", Argument::message(cited)))
        }
    }

    /// Where letter and list say different things. The letter wins, and the reader is told.
    fn disagreements(&self) -> Vec<Message> {
        let Some(listing) = &self.listing else { return Vec::new() };
        let letter = self.letter.as_ref();
        let mut messages = Vec::new();
        if let (Some(mine), Some(other)) = (letter.and_then(|letter| letter.date), listing.date)
            && mine != other
        {
            messages.push(Message::new("list-differs-date").with("date", Argument::date_in_words(other)));
        }
        let kind = letter.and_then(|letter| letter.kind.as_ref());
        for (mine, other, code) in [
            (self.printed_title(), &listing.title, "list-differs-title"),
            (kind, &listing.kind, "list-differs-kind"),
        ] {
            if let (Some(mine), Some(other)) = (mine, other)
                && !is_the_fuller(&plain(mine), &plain(other))
            {
                messages.push(Message::new(code).with("other", other));
            }
        }
        messages
    }
}

fn text(words: impl Into<String>) -> Vec<Piece> {
    vec![Piece::Text(words.into())]
}

pub(super) fn in_words(date: Date, say: Translator) -> String {
    let Argument::Message(message) = Argument::date_in_words(date) else { return date.to_string() };
    say.text(&message)
}

fn capitalised(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map(|first| first.to_uppercase().chain(chars).collect()).unwrap_or_default()
}

/// Whether one of them is the other, or holds it as whole words: `Brief regering` is a fuller name of a `brief`, and no other.
fn is_the_fuller(one: &str, other: &str) -> bool {
    let (short, long) = if one.len() < other.len() { (one, other) } else { (other, one) };
    let is_edge = |sign: Option<char>| sign.is_none_or(|sign| !sign.is_alphanumeric());
    long.match_indices(short).any(|(at, found)| {
        is_edge(long[..at].chars().next_back()) && is_edge(long[at + found.len()..].chars().next())
    })
}

/// Words without regard to case, blanks and a full stop at the end.
fn plain(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ").trim_end_matches('.').to_lowercase()
}

/// Until when the lists know what exists, and how they come to know more.
pub(super) fn freshness(corpus: &dyn Corpus) -> Message {
    match corpus.state().lists.iter().filter_map(|list| list.until).max() {
        Some(until) => Message::new("known-until").with("until", Argument::day(until)),
        None => Message::new("known-until-never"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::corpus::ListState;
    use crate::letter::DossierLine;
    use crate::text::Span;

    fn date(day: i8) -> Date {
        jiff::civil::date(2019, 9, day)
    }

    /// A paper of which both a letter and a list speak.
    fn known(change: impl Fn(&mut LetterRecord, &mut Listing)) -> Known {
        let id = DocumentId::parse("kst-29521-385").unwrap();
        let mut letter = LetterRecord {
            id: id.clone(),
            path: "/werk/letters/kst-29521-385.txt".into(),
            title: Some("Kennisgeving van een onderzoek".into()),
            dossiers: vec![DossierLine { dossier: id.dossier().unwrap(), title: None }],
            kind: Some("Brief".into()),
            kamer: None,
            session: None,
            date: Some(date(5)),
            senders: Vec::new(),
            lead: String::new(),
            header: Span::default(),
            pages: Vec::new(),
        };
        let list = ListState { name: "lijst.jsonl".into(), until: None, papers: 1 };
        let mut listing = Listing {
            list: Arc::new(list),
            title: Some("Kennisgeving van  een onderzoek.".into()),
            kind: Some("brief".into()),
            date: Some(date(5)),
            senders: vec!["De Minister van Defensie".into()],
            ..Listing::default()
        };
        change(&mut letter, &mut listing);
        Known { letter: Some(Arc::new(letter)), listing: Some(listing), ..Known::nothing(&id) }
    }

    fn disagreements(known: &Known) -> Vec<String> {
        let say = Translator::default();
        known.disagreements().iter().map(|message| say.text(message)).collect()
    }

    #[test]
    fn blanks_case_and_a_full_stop_are_no_disagreement() {
        assert_eq!(disagreements(&known(|_, _| ())), [""; 0]);
    }

    #[test]
    fn a_fuller_name_is_no_disagreement() {
        let fuller = known(|_, listing| {
            listing.kind = Some("Brief regering".into());
            listing.title = Some("Afghanistan; Kennisgeving van een onderzoek; brief".into());
        });
        assert_eq!(disagreements(&fuller), [""; 0]);
        let other = known(|_, listing| listing.kind = Some("Briefing".into()));
        assert_eq!(disagreements(&other), ["De lijst noemt een andere soort: Briefing"]);
    }

    #[test]
    fn where_letter_and_list_differ_the_letter_wins_and_the_reader_is_told() {
        let known = known(|_, listing| {
            listing.date = Some(date(6));
            listing.title = Some("Kennisgevingsbrief".into());
            listing.kind = Some("Motie".into());
        });
        let say = Translator::default();
        assert_eq!(known.title(say), "Kennisgeving van een onderzoek");
        assert_eq!(known.circumstances(say).unwrap(), "Brief · Tweede Kamer · 5 september 2019");
        assert_eq!(
            disagreements(&known),
            [
                "De lijst noemt een andere datum: 6 september 2019",
                "De lijst noemt een andere titel: Kennisgevingsbrief",
                "De lijst noemt een andere soort: Motie"
            ]
        );
    }

    #[test]
    fn what_the_letter_does_not_say_the_list_does() {
        let known = known(|letter, _| {
            letter.title = None;
            letter.date = None;
        });
        let say = Translator::default();
        assert_eq!(known.title(say), "Kennisgeving van  een onderzoek.");
        assert_eq!(known.senders(), ["De Minister van Defensie"]);
        assert!(known.circumstances(say).unwrap().ends_with("5 september 2019"));
        assert_eq!(disagreements(&known), [""; 0]);
    }
}
