//! What silences nothing any more: the letter was mended, or the rule is better now, and the entry only hides what comes next.

use std::collections::BTreeSet;

use crate::messages::Message;

use super::super::terminal;
use super::super::workspace::Workspace;
use super::Letter;

/// Tells of every entry that silenced nothing in all letters of the workspace.
pub(super) fn tell_idle(letters: &[Letter], workspace: &Workspace) {
    let settings = &workspace.config().findings;
    let used = |entries: fn(&Letter) -> &[usize]| -> BTreeSet<usize> {
        letters.iter().flat_map(entries).copied().collect()
    };
    let ignores = used(|letter| &letter.hushed.ignores);
    for (_, ignore) in settings.ignore.iter().enumerate().filter(|(at, _)| !ignores.contains(at)) {
        let message = Message::new("check-idle-ignore").with("paths", ignore.paths.join(", "));
        terminal::advise(&message.with("rules", ignore.rules.join(", ")), workspace.say);
    }
    let places = used(|letter| &letter.hushed.places);
    for (_, place) in settings.silenced.iter().enumerate().filter(|(at, _)| !places.contains(at)) {
        let message = Message::new("check-idle-place")
            .with("line", place.line)
            .with("letter", &place.letter)
            .with("rule", &place.rule)
            .with("words", &place.words);
        terminal::advise(&message, workspace.say);
    }
}
