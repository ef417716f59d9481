//! The marks that git leaves in a file that it could not merge.
//!
//! Two branches that both added a note at the end of a page meet in such marks. Both sides are whole pages, so nothing need be lost.

/// The pages that stand in one file.
pub(super) struct Sides {
    pub(super) ours: String,
    /// What both come from, where git was asked to show it (`merge.conflictStyle` `diff3` or `zdiff3`).
    pub(super) base: Option<String>,
    pub(super) theirs: String,
}

enum Side {
    All,
    Ours,
    Base,
    Theirs,
}

/// Takes the sides apart; `None` where the file has no marks, or they do not match.
pub(super) fn split(text: &str) -> Option<Sides> {
    // JSON has no line that begins like this: in a string a line end is written `\n`.
    if !text.lines().any(|line| is_mark(line, "<<<<<<<")) {
        return None;
    }
    let (mut ours, mut base, mut theirs) = (String::new(), String::new(), String::new());
    let (mut side, mut has_base, mut blocks) = (Side::All, false, 0);
    let mut all_with_base = true;
    for line in text.split_inclusive('\n') {
        let mark = line.trim_end_matches(['\n', '\r']);
        match side {
            Side::All if is_mark(mark, "<<<<<<<") => {
                (side, has_base) = (Side::Ours, false);
                blocks += 1;
            }
            Side::Ours if is_mark(mark, "|||||||") => (side, has_base) = (Side::Base, true),
            Side::Ours | Side::Base if mark == "=======" => side = Side::Theirs,
            Side::Theirs if is_mark(mark, ">>>>>>>") => {
                side = Side::All;
                all_with_base &= has_base;
            }
            Side::All => {
                ours.push_str(line);
                base.push_str(line);
                theirs.push_str(line);
            }
            Side::Ours => ours.push_str(line),
            Side::Base => base.push_str(line),
            Side::Theirs => theirs.push_str(line),
        }
    }
    let closed = matches!(side, Side::All) && blocks > 0;
    closed.then(|| Sides { ours, base: all_with_base.then_some(base), theirs })
}

fn is_mark(line: &str, mark: &str) -> bool {
    line.strip_prefix(mark).is_some_and(|rest| rest.is_empty() || rest.starts_with(' '))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_sides_are_taken_apart() {
        let text = "a\n<<<<<<< HEAD\nb\n||||||| 1234567\nc\n=======\nd\n>>>>>>> tak\ne\n";
        let sides = split(text).unwrap();
        assert_eq!((&*sides.ours, &*sides.theirs), ("a\nb\ne\n", "a\nd\ne\n"));
        assert_eq!(sides.base.as_deref(), Some("a\nc\ne\n"));
        let text = "<<<<<<< HEAD\r\nb\r\n=======\r\n>>>>>>> tak\r\n";
        let sides = split(text).unwrap();
        assert_eq!((&*sides.ours, &*sides.theirs, sides.base), ("b\r\n", "", None));
    }

    #[test]
    fn what_is_not_marked_is_left_alone() {
        assert!(split("a\n=======\nb\n").is_none());
        assert!(split("<<<<<<< HEAD\nb\n").is_none());
    }
}
