//! `griffier annotate`: notes without an editor.

mod add;
mod check;
mod export;
mod letters;
mod list;
mod reanchor;
mod renamed;

use crate::config::git_user_name;

use super::args::{Annotate, AnnotateAction};
use super::failure::Outcome;
use super::workspace::Workspace;

pub(super) fn run(args: &Annotate, workspace: &Workspace) -> Outcome {
    workspace.tell_problems();
    match &args.action {
        AnnotateAction::Add(args) => add::run(args, workspace),
        AnnotateAction::List(args) => list::run(args, workspace),
        AnnotateAction::Reanchor(args) => reanchor::run(args, workspace),
        AnnotateAction::Check(args) => check::run(args, workspace),
        AnnotateAction::Export(args) => export::run(args, workspace),
    }
}

/// Whose name notes bear: what was asked for, else by the settings, else as git knows it.
fn creator(asked: Option<&str>, workspace: &Workspace) -> Option<String> {
    let set = || workspace.config().annotation.creator.clone();
    asked.map(str::to_owned).or_else(set).or_else(|| git_user_name(Some(&workspace.root)))
}
