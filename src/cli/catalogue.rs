//! `griffier catalogue`: the lists of what exists.

mod add;
mod fetch;
mod list;
mod verify;

use crate::config::{CatalogueConfig, Coverage, Origin};
use crate::messages::{Argument, Message, Translator};

use super::args::{Catalogue, CatalogueAction};
use super::failure::Outcome;
use super::paths;
use super::workspace::Workspace;

pub(super) fn run(args: &Catalogue, workspace: &Workspace) -> Outcome {
    workspace.tell_problems();
    match &args.action {
        CatalogueAction::List => list::run(workspace),
        CatalogueAction::Add(args) => add::run(args, workspace),
        CatalogueAction::Fetch(args) => fetch::run(args, workspace),
        CatalogueAction::Verify => verify::run(workspace),
    }
}

/// The lists of the settings, each with where it was named.
fn lists(workspace: &Workspace) -> impl Iterator<Item = (&CatalogueConfig, Option<&Origin>)> {
    let origins = workspace.settings.origins.get("corpus.catalogue");
    let lists = workspace.config().corpus.catalogues.iter().enumerate();
    lists.map(move |(index, list)| (list, origins.and_then(|origins| origins.get(index))))
}

/// The heading of a list: its file, and where it was named.
fn heading(list: &CatalogueConfig, origin: Option<&Origin>, say: Translator) -> String {
    let path = paths::from_here(&list.path);
    match origin.and_then(Origin::path) {
        Some(file) => {
            let message = Message::new("catalogue-heading").with("path", path);
            say.text(&message.with("origin", paths::from_here(file)))
        }
        None => path,
    }
}

/// What a list claims to be complete in, one sentence for each claim; at least one.
pub(super) fn claims(coverage: &[Coverage]) -> Vec<Message> {
    if coverage.is_empty() {
        return vec![Message::new("catalogue-claims-nothing")];
    }
    coverage.iter().map(claim).collect()
}

fn claim(coverage: &Coverage) -> Message {
    let message = match (coverage.from_dossier, coverage.from_session) {
        (Some(dossier), _) => Message::new("catalogue-claims-from-dossier").with("from", dossier),
        (None, Some(session)) => Message::new("catalogue-claims-from-session").with("from", session),
        (None, None) => Message::new("catalogue-claims-all"),
    };
    message.with("family", &coverage.family).with("until", Argument::day(coverage.until))
}

/// Of how many papers more is recorded than that they exist; nothing where of none.
pub(super) fn records(count: usize) -> Option<Message> {
    (count > 0).then(|| Message::new("catalogue-records").with("count", Argument::number(count)))
}

/// How many papers there are.
pub(super) fn papers(count: usize) -> Message {
    Message::new("catalogue-papers").with("count", Argument::number(count))
}
