//! Mending a letter: which fixes are taken, what they make of the text, and until when.
//!
//! A fix that is safe may be applied unseen, but never together with another that wants the same words otherwise.
//! What one leaves undone, or brings to light, the next round takes, until no safe fix is found any more:
//! so mending what is mended changes nothing.
//! Nothing here reads or writes a file.

use std::collections::BTreeMap;

use super::{Edit, Finding, Fix};

/// More rounds than any letter needs; two rules that undo each other must not go on forever.
const ROUNDS: usize = 16;

/// A letter that was mended.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Mended {
    /// What it says now.
    pub text: String,
    /// What was changed of it as it was: ascending, without overlap.
    pub edits: Vec<Edit>,
    /// How many findings were mended.
    pub findings: usize,
}

/// Applies all safe fixes. `findings` are those of `text`, and `judge` finds those of another text.
/// `None` where there is nothing to mend.
pub fn mend(text: &str, findings: &[Finding], judge: &mut dyn FnMut(&str) -> Vec<Finding>) -> Option<Mended> {
    let (edits, count) = safe_edits(findings);
    if edits.is_empty() {
        return None;
    }
    let mut mended = Mended { text: apply(text, &edits), edits, findings: count };
    for _ in 1..ROUNDS {
        let (next, count) = safe_edits(&judge(&mended.text));
        if next.is_empty() {
            break;
        }
        let before = std::mem::take(&mut mended.text);
        mended.text = apply(&before, &next);
        mended.edits = compose(&mended.edits, &before, &next);
        mended.findings += count;
    }
    mended.edits.retain(|edit| edit.span.of(text) != edit.text);
    Some(mended)
}

/// The fix of a finding that may be applied unseen.
#[must_use]
pub fn safe_fix(finding: &Finding) -> Option<&Fix> {
    finding.fixes.first().filter(|fix| fix.safe)
}

/// The edits of all safe fixes that go together, and how many findings they mend.
/// Where two want the same words otherwise, the first one in the letter has its way.
/// Several findings may want one and the same edit, as in a list whose dossier is wrong.
#[must_use]
pub fn safe_edits(findings: &[Finding]) -> (Vec<Edit>, usize) {
    let mut chosen: BTreeMap<(usize, usize), Edit> = BTreeMap::new();
    let mut count = 0;
    for fix in findings.iter().filter_map(safe_fix) {
        if fix.edits.iter().all(|edit| goes_with(edit, &chosen)) && !fix.edits.is_empty() {
            for edit in &fix.edits {
                chosen.insert((edit.span.start, edit.span.end), edit.clone());
            }
            count += 1;
        }
    }
    (chosen.into_values().collect(), count)
}

/// Whether an edit is one of those that were chosen, or leaves them all alone.
fn goes_with(edit: &Edit, chosen: &BTreeMap<(usize, usize), Edit>) -> bool {
    if let Some(same) = chosen.get(&(edit.span.start, edit.span.end)) {
        return same.text == edit.text;
    }
    // What is chosen has no overlap, so only the nearest on either side can be in the way.
    let before = chosen.range(..=(edit.span.start, usize::MAX)).next_back();
    let behind = chosen.range((edit.span.start, edit.span.end)..).next();
    [before, behind].into_iter().flatten().all(|(_, other)| !other.span.overlaps(edit.span))
}

/// The text after all edits, which ascend and do not overlap.
///
/// # Panics
/// Where an edit is not one of this text.
#[must_use]
pub fn apply(text: &str, edits: &[Edit]) -> String {
    let mut out = String::with_capacity(text.len());
    let mut at = 0;
    for edit in edits {
        out.push_str(&text[at..edit.span.start]);
        out.push_str(&edit.text);
        at = edit.span.end;
    }
    out.push_str(&text[at..]);
    out
}

/// The edits that do at once what `first` and then `second` do; `middle` is the text between the two.
fn compose(first: &[Edit], middle: &str, second: &[Edit]) -> Vec<Edit> {
    /// What was written, in places of the text between: what stands there was so many bytes long.
    struct Piece<'a> {
        start: usize,
        end: usize,
        before: usize,
        by: Option<&'a Edit>,
    }
    let mut pieces: Vec<Piece<'_>> = Vec::with_capacity(first.len() + second.len());
    let (mut grown, mut shrunk) = (0, 0);
    for edit in first {
        let start = edit.span.start + grown - shrunk;
        let (end, before) = (start + edit.text.len(), edit.span.len());
        pieces.push(Piece { start, end, before, by: None });
        grown += edit.text.len();
        shrunk += before;
    }
    pieces.extend(second.iter().map(|edit| Piece {
        start: edit.span.start,
        end: edit.span.end,
        before: edit.span.len(),
        by: Some(edit),
    }));
    pieces.sort_by_key(|piece| (piece.start, piece.end));

    let mut edits: Vec<Edit> = Vec::new();
    let (mut grown, mut shrunk) = (0, 0);
    let mut rest = &pieces[..];
    while let Some(one) = rest.first() {
        // What touches is one edit.
        let (start, mut end, mut len) = (one.start, one.end, 0);
        while let Some(next) = rest.get(len).filter(|next| next.start <= end) {
            end = end.max(next.end);
            len += 1;
        }
        let (group, behind) = rest.split_at(len);
        rest = behind;
        let from = start + shrunk - grown;
        for piece in group.iter().filter(|piece| piece.by.is_none()) {
            grown += piece.end - piece.start;
            shrunk += piece.before;
        }
        let span = crate::text::Span::new(from, end + shrunk - grown);
        let mut text = String::new();
        let mut at = start;
        for edit in group.iter().filter_map(|piece| piece.by) {
            text.push_str(&middle[at..edit.span.start]);
            text.push_str(&edit.text);
            at = edit.span.end;
        }
        text.push_str(&middle[at..end]);
        edits.push(Edit { span, text });
    }
    edits
}

#[cfg(test)]
mod tests;
