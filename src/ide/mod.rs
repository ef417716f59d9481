//! Editor features in editor terms: byte spans, labels, Markdown. One file each; nothing here knows LSP.
//!
//! Layer 6. Every feature is a plain function of a reading, a corpus and a place.

mod asked;
mod completion;
mod definition;
mod describe;
mod diagnostics;
mod dossier;
mod dossier_page;
mod highlight;
mod hover;
mod hush;
mod links;
mod name;
mod note_actions;
mod note_draft;
mod note_symbols;
mod notes;
mod notes_page;
mod page;
mod passage;
mod prose;
mod quick_fix;
mod references;
mod rewrite;
mod rule_page;
mod supplement;
mod symbols;
mod tags;
mod type_definition;
mod unfinished;
mod why;
mod wordings;
mod workspace_symbols;

pub use asked::papers_named;
pub use completion::{Completion, CompletionKind, Completions, completions};
pub use definition::{Destination, Jump, definition};
pub use describe::describe;
pub use diagnostics::{diagnostics, is_obsolete};
pub use dossier::{DossierView, Paper, dossier_at, dossier_view};
pub use dossier_page::dossier_page;
pub use highlight::highlights;
pub use hover::{Hover, hover};
pub use hush::{Hush, hushes, name_in};
pub use links::{Link, links};
pub use note_actions::{Deed, NoteAction, new_note_actions, note_actions, told_of};
pub use note_draft::{Drafted, draft_tags, note_draft, read_draft};
pub use note_symbols::{note_search, note_symbol};
pub use notes::notes_at;
pub use notes_page::{Grouping, NoteOnPage, notes_address, notes_page, read_notes_address};
pub use page::{page, page_address, read_page_address};
pub use passage::passage;
pub use quick_fix::{QuickFix, quick_fixes};
pub use references::{References, citing, papers_at, references};
pub use rewrite::{Rewrite, letter_in_style, rewrites};
pub use rule_page::{read_rule_address, rule_address, rule_page, rules_page};
pub use supplement::supplements;
pub use symbols::{Symbol, SymbolKind, symbols};
pub use tags::{ShownTag, shown_tags, tag_label};
pub use type_definition::type_definition;
pub use wordings::{Wordings, wordings_at, wordings_of};
pub use workspace_symbols::{Place, workspace_symbols};

/// How the client shows text.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Markup {
    /// As it is.
    #[default]
    Plain,
    /// Markdown.
    Markdown,
}
