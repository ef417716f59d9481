//! Whether there is anything at a folder or glob of the settings, asked while they are edited.

use std::path::Path;

use ignore::WalkBuilder;
use ignore::gitignore::GitignoreBuilder;

use crate::config::{CONFIG_FILE, PlaceKind, is_home_or_above};

use super::{Filter, Place, is_letter_name};

/// So many files and folders are looked at before nothing is said: the answer must come while one types.
const MOST: usize = 3_000;

/// Whether a place of the settings of the workspace at `root` is certainly one at which there is nothing.
///
/// What lies outside the root is not looked at, and of a glob that is none others tell.
#[must_use]
pub fn is_idle(root: &Path, kind: PlaceKind, written: &str) -> bool {
    let place = match kind {
        PlaceKind::Letters | PlaceKind::Exclude => Place::new(root, written),
        PlaceKind::Ignore => {
            let glob = GitignoreBuilder::new(root).add_line(None, written).and_then(|glob| glob.build());
            let filter = glob.map_or(Filter::Broken, Filter::Glob);
            Place { base: root.to_owned(), filter, written: written.to_owned() }
        }
    };
    let Place { base, filter, .. } = &place;
    // A `!` in front takes others back, and matches nothing by itself.
    if matches!(filter, Filter::Broken) || !base.starts_with(root) || written.starts_with(['!', '#']) {
        return false;
    }
    if !base.exists() {
        return true;
    }
    if is_home_or_above(base) || matches!(filter, Filter::All) {
        return false;
    }
    let only_letters = kind != PlaceKind::Exclude;
    let mut walk = WalkBuilder::new(base).standard_filters(false).hidden(true).follow_links(false).build();
    let found = walk.by_ref().take(MOST).flatten().any(|entry| {
        let path = entry.path();
        let is_file = entry.file_type().is_some_and(|kind| kind.is_file());
        let counts = path != base
            && path != root.join(CONFIG_FILE)
            && (!only_letters || (is_file && is_letter_name(path)));
        counts && filter.admits(path)
    });
    !found && walk.next().is_none()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_is_idle_where_nothing_is_there() {
        let root = tempfile::tempdir().unwrap();
        let at = |path: &str| root.path().join(path);
        std::fs::create_dir_all(at("brieven/2020/oud")).unwrap();
        std::fs::write(at("brieven/2020/kst-29521-385.txt"), "").unwrap();
        std::fs::write(at("brieven/nota.pdf"), "").unwrap();
        for (kind, written, idle) in [
            (PlaceKind::Letters, "brieven", false),
            (PlaceKind::Letters, "brieven/**/*.txt", false),
            (PlaceKind::Letters, "brieven/**/*.md", true),
            (PlaceKind::Letters, "brieven/*.pdf", true),
            (PlaceKind::Letters, "breiven", true),
            (PlaceKind::Letters, "breiven/*.txt", true),
            (PlaceKind::Exclude, "brieven/*/oud", false),
            (PlaceKind::Exclude, "brieven/*/nieuw", true),
            (PlaceKind::Ignore, "*.txt", false),
            (PlaceKind::Ignore, "2020", false),
            (PlaceKind::Ignore, "*.md", true),
            (PlaceKind::Letters, "../elders", false),
        ] {
            assert_eq!(is_idle(root.path(), kind, written), idle, "{written}");
        }
    }
}
