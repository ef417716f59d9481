//! Notes by what somebody remembers of them: tags, words of the note or of its passage, and who made it.
//!
//! They are looked for behind a sign of their own, since there may be more of them than of letters.

use crate::annotation::Listed;
use crate::config::TagSet;
use crate::messages::Translator;

use super::note_actions::told;
use super::tags::tag_label;

/// What a search for notes begins with.
const SIGN: char = '@';

/// The words that notes are looked for by; `None` where it is not notes that are looked for.
#[must_use]
pub fn note_search(typed: &str) -> Option<Vec<String>> {
    let words = typed.trim_start().strip_prefix(SIGN)?;
    Some(words.split_whitespace().map(|word| word.trim_start_matches(SIGN).to_lowercase()).collect())
}

/// What a note is shown as, where all words are in it. The name holds all that it was found by, for editors look for what was typed in it once more.
#[must_use]
pub fn note_symbol(listed: &Listed, words: &[String], set: &TagSet, say: Translator) -> Option<String> {
    let note = &listed.note;
    let tags: Vec<String> =
        note.tags().into_iter().map(|tag| format!("{SIGN}{}", tag_label(tag, set, say))).collect();
    let quote = listed.quote.split_whitespace().collect::<Vec<_>>().join(" ");
    let text = note.text();
    let whole =
        [&*note.tags().join("\n"), &*tags.join("\n"), &*text, &*quote, note.creator().unwrap_or_default()];
    let whole = whole.join("\n").to_lowercase();
    if !words.iter().all(|word| whole.contains(word)) {
        return None;
    }
    let tags = if tags.is_empty() { SIGN.to_string() } else { tags.join(" ") };
    let mut parts = vec![tags, told(listed)];
    let creator = note.creator().map(str::to_owned);
    let lower = format!("{} {}", parts.join(" "), creator.as_deref().unwrap_or_default()).to_lowercase();
    // Only the beginning of a note is told; the words that it was found by are.
    let unseen: Vec<&str> = words.iter().map(String::as_str).filter(|word| !lower.contains(word)).collect();
    if !unseen.is_empty() {
        parts.push(format!("… {}", unseen.join(" … ")));
    }
    parts.extend(creator);
    parts.retain(|part| !part.is_empty());
    Some(parts.join(" · "))
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use jiff::Timestamp;

    use super::*;
    use crate::annotation::{About, Anchor, Draft, LetterText, Memory, Motivation, Note, list_notes};
    use crate::text::Span;

    #[test]
    fn by_tag_words_and_name_and_only_behind_the_sign() {
        assert_eq!(note_search("toezegging"), None);
        assert_eq!(note_search("@Toezegging zomer"), Some(vec!["toezegging".to_owned(), "zomer".to_owned()]));
        let text = "Ik zeg u toe de Kamer voor de zomer te informeren.";
        let about = About::Passage(Anchor::of(&LetterText::new(text), Span::new(3, 35)));
        let mut draft = Draft::new(Motivation::Tagging, about);
        draft.tags = vec!["toezegging".to_owned()];
        draft.creator = Some("A. de Vries".to_owned());
        let listed = list_notes(
            Path::new("brief.txt"),
            &[Note::new(&draft, Timestamp::UNIX_EPOCH)],
            Some(text),
            &Memory::none(),
        );
        let found = |typed: &str| {
            note_symbol(&listed[0], &note_search(typed).unwrap(), &TagSet::default(), Translator::default())
        };
        let shown = "@toezegging · zeg u toe de Kamer voor de z… · A. de Vries";
        assert_eq!(found("@").as_deref(), Some(shown));
        assert_eq!(found("@toezegging kamer vries").as_deref(), Some(shown));
        assert_eq!(
            found("@zomer").as_deref(),
            Some("@toezegging · zeg u toe de Kamer voor de z… · … zomer · A. de Vries")
        );
        assert_eq!(found("@motie"), None);
    }
}
