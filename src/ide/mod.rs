//! Editor features in editor terms: byte spans, labels, Markdown. One file each; nothing here knows LSP.
//!
//! Layer 6. Every feature is a plain function of a reading, a corpus and a place.

mod asked;
mod completion;
mod definition;
mod describe;
mod diagnostics;
mod dossier_page;
mod highlight;
mod hover;
mod hush;
mod links;
mod name;
mod notes;
mod page;
mod prose;
mod quick_fix;
mod references;
mod rewrite;
mod rule_page;
mod symbols;
mod type_definition;
mod unfinished;
mod why;
mod workspace_symbols;

pub use asked::papers_named;
pub use completion::{Completion, CompletionKind, Completions, completions};
pub use definition::{Destination, Jump, definition};
pub use describe::describe;
pub use diagnostics::{diagnostics, is_obsolete};
pub use dossier_page::dossier_page;
pub use highlight::highlights;
pub use hover::{Hover, hover};
pub use hush::{Hush, hushes, name_in};
pub use links::{Link, links};
pub use notes::notes_at;
pub use page::{page, page_address, read_page_address};
pub use quick_fix::{QuickFix, quick_fixes};
pub use references::{References, citing, references};
pub use rewrite::{Rewrite, letter_in_style, rewrites};
pub use rule_page::{read_rule_address, rule_address, rule_page, rules_page};
pub use symbols::{Symbol, SymbolKind, symbols};
pub use type_definition::type_definition;
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
