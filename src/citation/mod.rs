//! The recogniser: which papers does a text cite, where, and how well is that written?
//!
//! Layer 3. No I/O and no corpus: everything here follows from the text alone.
//! One file per family of citations; parsing never fails, what is wrong with a citation hangs on it as a [`Problem`].

mod aanhangsel;
mod address;
mod allusion;
mod bare;
mod bwb;
mod ecli;
mod eu_act;
mod eu_document;
mod eu_journal;
mod first_look;
#[cfg(test)]
mod fixture;
mod forms;
mod grammar;
mod handelingen;
mod kamerstuk;
mod kamervragen;
mod problem;
mod reading;
mod recognise;
mod settle;
mod staatsblad;
mod starts;
mod style;
mod typed_identifier;
mod zaak;

use crate::identifier::{DocumentId, Dossier, Kamer, PageRange, Series, SessionYear};
use crate::text::Span;

pub(crate) use allusion::ends_sentence;
pub use allusion::{Beside, DateBeside, DefinedName, KindBeside, beside, defined_names, infer};
pub use forms::{Example, Form, allusions, forms};
pub use problem::{Problem, ProblemKind};
pub use reading::{Reading, Recognised};
pub use recognise::{Context, recognise};
pub use settle::Register;
pub use style::in_style;

/// The edition of all that is read from a text, here and in [`crate::letter`]. Whoever changes what any text gives counts it up: an index of letters that another edition read is not used.
pub const EDITION: u32 = 5;

/// A place in a text that names papers.
#[derive(Clone, PartialEq, Debug)]
pub struct Citation {
    /// What was printed, from the first letter of the keyword to the last sign of number or pin.
    pub span: Span,
    /// Which form it has.
    pub family: Family,
    /// What it names, in printed order; none where the paper has no identifier or its number is missing.
    pub targets: Vec<Target>,
    /// The chamber, where it is stated.
    pub kamer: Option<Kamer>,
    /// The session year, where it is stated and is one.
    pub session: Option<SessionYear>,
    /// On what ground it is taken for a citation.
    pub standing: Standing,
    /// The pages that it names where only a catalogue can tell which publications hold them; these are no targets yet.
    pub pages: Vec<RecordPages>,
    /// What is wrong with the form.
    pub problems: Vec<Problem>,
}

/// On what ground something is taken for a citation.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Standing {
    /// It says what it is: a keyword stands in it or beside it, or the letter cites the dossier with one elsewhere.
    Stated,
    /// Its form alone speaks for it (`35570-XIV-46`, `(35124)`). It counts once a catalogue knows its papers.
    Unconfirmed,
    /// It says only part of what it means, and the rest stands elsewhere in the letter.
    Inferred(Basis),
}

/// What an inferred citation rests on.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Basis {
    /// Where the letter says the rest.
    pub span: Span,
    /// In which way this place refers to that one.
    pub reference: Reference,
}

/// In which way a place refers to another one of the same letter.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Reference {
    /// A number whose dossier was named before: `de motie op stuk nr. 469`.
    Number,
    /// A number of the dossier that stands at the head of the letter itself.
    OwnDossier,
    /// `idem`, `ibid.`, `t.a.p.`
    Ibidem,
    /// A footnote that names the source: `zie noot 3`.
    Note,
    /// `genoemde brief`, `voornoemd Kamerstuk`.
    Aforementioned,
    /// A name that the letter gave it: `(hierna: de Kamerbrief)`.
    DefinedName,
    /// The name of who moved it: `de motie-Jansen c.s.`
    Mover,
    /// A date that only one cited paper bears: `de brief van 17 maart 2020`.
    Date,
}

/// Pages of the record of debates where they are cited; up to 2010 they are part of the identifier.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct RecordPages {
    /// Which pages.
    pub range: PageRange,
    /// As printed, with the other pages of a list (`p. 4867, 4901`): the pin of the targets that are found.
    pub pin: Pin,
}

/// One paper that a citation names.
#[derive(Clone, PartialEq, Debug)]
pub struct Target {
    /// The part of the citation that is about this paper alone: in a list the number with its pin, else the whole.
    pub span: Span,
    /// Which paper.
    pub id: DocumentId,
    /// All dossiers that are named with it, the owner of the number first.
    pub dossiers: Vec<DossierMention>,
    /// Which page or item.
    pub pin: Option<Pin>,
    /// The number or letter as printed, where one is; what a corrected number replaces.
    pub number_span: Option<Span>,
}

/// A dossier where it is named.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct DossierMention {
    /// Which.
    pub dossier: Dossier,
    /// Where, with its toevoeging.
    pub span: Span,
}

/// A page, or the like, of a paper.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub struct Pin {
    /// In one form whatever was printed: `p. 7`, `p. 15-16`, `p. 12, 13`, `p. 4 e.v.`.
    pub text: String,
    /// The first page that it names.
    pub page: u32,
    /// Where it stands.
    pub span: Span,
}

/// The families of citations, by what they cite.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Family {
    /// A paper or a dossier: `Kamerstuk 29 521, nr. 385`.
    Kamerstuk,
    /// The record of debates: `Handelingen II 2016/17, nr. 66, item 6`.
    Handelingen,
    /// The answers to written questions: `Aanhangsel Handelingen II 2014/15, nr. 1241`.
    Aanhangsel,
    /// Written questions that await their answer: `kv-tk-2024Z18775`.
    Kamervragen,
    /// An attachment, agenda or unnumbered paper, by its typed identifier: `blg-1183889`.
    Bijlage,
    /// A case of the Tweede Kamer: `2017Z09721`.
    Zaak,
    /// A document of the Tweede Kamer: `2024D28457`.
    TkDocument,
    /// `Stb. 2009, 120`.
    Staatsblad,
    /// `Stcrt. 2009, 9231`.
    Staatscourant,
    /// `Trb. 1964, 4`.
    Tractatenblad,
    /// An act of the European Union: `verordening (EG) nr. 1060/2009`.
    EuAct,
    /// Its Official Journal: `PbEU L 266`.
    EuJournal,
    /// Case law: `ECLI:NL:RVS:2024:3946`.
    Ecli,
    /// Consolidated legislation: `BWBR0005252`.
    Bwb,
}

impl Family {
    /// The name in structured output.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Kamerstuk => "kamerstuk",
            Self::Handelingen => "handelingen",
            Self::Aanhangsel => "aanhangsel",
            Self::Kamervragen => "kamervragen",
            Self::Bijlage => "bijlage",
            Self::Zaak => "zaak",
            Self::TkDocument => "tk-document",
            Self::Staatsblad => "staatsblad",
            Self::Staatscourant => "staatscourant",
            Self::Tractatenblad => "tractatenblad",
            Self::EuAct => "eu",
            Self::EuJournal => "publicatieblad-eu",
            Self::Ecli => "ecli",
            Self::Bwb => "bwb",
        }
    }

    /// The family that cites publications of a series.
    #[must_use]
    pub const fn of(series: Series) -> Self {
        match series {
            Series::Kamerstuk | Series::Dossier => Self::Kamerstuk,
            Series::Handelingen => Self::Handelingen,
            Series::Aanhangsel => Self::Aanhangsel,
            Series::Kamervragen => Self::Kamervragen,
            Series::Bijlage | Series::Agenda | Series::NietDossierstuk => Self::Bijlage,
            Series::Staatsblad => Self::Staatsblad,
            Series::Staatscourant => Self::Staatscourant,
            Series::Tractatenblad => Self::Tractatenblad,
            Series::Zaak => Self::Zaak,
            Series::TkDocument => Self::TkDocument,
            Series::Ecli => Self::Ecli,
            Series::Celex => Self::EuAct,
            Series::Bwb => Self::Bwb,
        }
    }
}

impl Target {
    /// One paper, of which nothing is named but itself.
    pub(in crate::citation) const fn plain(span: Span, id: DocumentId) -> Self {
        Self { span, id, dossiers: Vec::new(), pin: None, number_span: None }
    }
}

impl Citation {
    /// A citation of one paper that names nothing besides: an identifier as it is typed, a number of an official journal.
    pub(in crate::citation) fn plain(span: Span, id: DocumentId) -> Self {
        let family = Family::of(id.series());
        Self::stated(span, family, vec![Target::plain(span, id)])
    }

    /// A citation that says what it is, of nothing that has chamber or session.
    pub(in crate::citation) const fn stated(span: Span, family: Family, targets: Vec<Target>) -> Self {
        Self {
            span,
            family,
            targets,
            kamer: None,
            session: None,
            standing: Standing::Stated,
            pages: Vec::new(),
            problems: Vec::new(),
        }
    }

    /// Whether dossier or antecedent lie outside its own span.
    #[must_use]
    pub const fn is_inferred(&self) -> bool {
        matches!(self.standing, Standing::Inferred(_))
    }
}
