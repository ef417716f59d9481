//! `griffier annotate check`: what is wrong with notes and the files that they stand in.

use std::io::Write as _;

use jiff::Timestamp;

use crate::annotation::{LetterText, Listed, Memory, Note, Placed, Places, Sidecar, Target, TextHash};
use crate::messages::{Argument, Message};

use super::super::args::AnnotateCheck;
use super::super::failure::{Failure, Outcome, Verdict};
use super::super::workspace::Workspace;
use super::super::{paths, terminal};
use super::letters::{self, Noted};
use super::reanchor::reanchor;
use super::renamed;

pub(in super::super) fn run(args: &AnnotateCheck, workspace: &Workspace) -> Outcome {
    let (letters, complete) = letters::open(&args.paths, workspace)?;
    let memory = Memory::of_user();
    let mut out = terminal::results();
    let (mut count, mut wrong) = (0, 0);
    let renamed = renamed::find(&letters, workspace)?;
    for (from, to) in &renamed {
        let mut code = "annotate-check-renamed";
        if args.fix {
            let places = Places::of(&workspace.root, &workspace.config().annotation);
            Sidecar::rename(&places, from, to).map_err(|error| Failure::new(error.message()))?;
            code = "annotate-check-taken-along";
        } else {
            wrong += 1;
        }
        let message = Message::new(code).with("letter", paths::from_here(to));
        writeln!(out, "{}: {}", paths::from_here(from), workspace.say.text(&message))?;
    }
    for mut noted in letters {
        if renamed.iter().any(|(from, _)| *from == noted.path) {
            count += noted.sidecar.page.notes().len();
            continue;
        }
        let mut listed = noted.list(&memory);
        if args.fix {
            respell(&mut noted, workspace);
            reanchor(&mut noted, &listed, &memory, true)?;
            noted.sidecar.mend().map_err(|error| Failure::new(error.message()))?;
            listed = noted.list(&memory);
        } else {
            wrong += noted.sidecar.oddities().len();
        }
        let hash = noted.letter.as_ref().map(|letter| LetterText::new(&letter.text).hash());
        count += listed.len();
        for listed in &listed {
            let path = paths::from_here(&listed.path);
            let place =
                listed.position.map_or(path.clone(), |(line, column)| format!("{path}:{line}:{column}"));
            for message in amiss(listed, hash).into_iter().chain(wrong_tags(listed, workspace)) {
                wrong += 1;
                writeln!(out, "{place}: {}", workspace.say.text(&message))?;
            }
        }
    }
    out.flush()?;
    let message = Message::new("annotate-checked").with("count", Argument::number(count));
    terminal::tell(&message.with("wrong", Argument::number(wrong)), workspace.say);
    Ok(match (complete, wrong) {
        (false, _) => Verdict::Incomplete,
        (true, 0) => Verdict::Good,
        (true, _) => Verdict::Bad,
    })
}

/// The tags of a note that the set of the workspace has in another spelling; where that is closed, also those that it has not.
fn wrong_tags(listed: &Listed, workspace: &Workspace) -> Vec<Message> {
    let set = &workspace.config().annotation.tags;
    let wrong = |tag: &str| match set.spelled(tag) {
        Some(meant) if meant == tag => None,
        Some(meant) => Some(Message::new("annotate-check-tag-spelled").with("tag", tag).with("meant", meant)),
        None if set.closed => Some(Message::new("annotate-check-tag-unknown").with("tag", tag)),
        None => None,
    };
    listed.note.tags().into_iter().filter_map(wrong).collect()
}

/// Spells tags as the set of the workspace does, where they differ in capitals, blanks and hyphens alone or are its labels.
fn respell(noted: &mut Noted, workspace: &Workspace) {
    let set = &workspace.config().annotation.tags;
    let respelled = |note: &Note| {
        let before = note.tags();
        let mut tags: Vec<String> = Vec::new();
        for tag in &before {
            let tag = set.spelled(tag).unwrap_or_else(|| (*tag).to_owned());
            if !tags.contains(&tag) {
                tags.push(tag);
            }
        }
        (tags != before).then(|| (note.id().to_owned(), tags))
    };
    let changes: Vec<(String, Vec<String>)> =
        noted.sidecar.page.notes().iter().filter_map(respelled).collect();
    let now = Timestamp::now();
    for (id, tags) in &changes {
        if let Some(note) = noted.sidecar.page.note_mut(id) {
            note.set_tags(tags, now);
        }
    }
}

/// What is wrong with a note, if anything. `hash` is that of the letter as it is.
fn amiss(listed: &Listed, hash: Option<TextHash>) -> Option<Message> {
    let anchor = match listed.note.target() {
        Target::Passage(anchor) => anchor,
        Target::Unread => return Some(Message::new("annotate-check-unread")),
        Target::Note(_) if listed.placed == Some(Placed::Orphaned(Vec::new())) => {
            return Some(Message::new("annotate-check-answers-nothing"));
        }
        // Where the passage of what it answers is lost, that is told of the other.
        Target::Note(_) | Target::Letter => return conflict(listed),
    };
    if anchor.quote.is_empty() {
        return Some(Message::new("annotate-check-empty"));
    }
    let code = match listed.placed.as_ref()? {
        Placed::Anchored(_) => return conflict(listed),
        // The letter has not changed since, so what differs is the note.
        Placed::Moved(_) | Placed::Approximate(_) if hash.is_some() && anchor.seen_on == hash => {
            "annotate-check-disagree"
        }
        Placed::Moved(_) => "annotate-check-moved",
        Placed::Approximate(_) => "annotate-check-approximate",
        Placed::Ambiguous(_) => "annotate-check-ambiguous",
        Placed::Orphaned(_) => "annotate-check-orphaned",
    };
    Some(Message::new(code).with("quote", anchor.quote.split_whitespace().collect::<Vec<_>>().join(" ")))
}

/// Two sides changed one note at once: a person has to choose.
fn conflict(listed: &Listed) -> Option<Message> {
    listed.note.conflict_of().map(|_| Message::new("annotate-check-conflict"))
}
