//! From which source a letter was made, and whether its user has edited it since: two lines of its front matter.
//!
//! Digests tell a change from none. They are no proof against somebody who wants two texts to look alike, and need not be.

use xxhash_rust::xxh3::xxh3_128;

/// The key of the digest of the source.
pub(super) const SOURCE_DIGEST: &str = "source-digest";

/// The key of the digest of the letter as it was written.
pub(super) const LETTER_DIGEST: &str = "letter-digest";

/// What a letter is made from.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Source {
    /// What its file is called, without folders: a letter says nothing of the desk on which it was made.
    pub name: String,
    /// The digest of its bytes.
    pub digest: String,
}

impl Source {
    /// The source of these bytes. Of `name` the last part counts.
    #[must_use]
    pub fn new(name: &str, bytes: &[u8]) -> Self {
        let name = name.rsplit(['/', '\\']).next().unwrap_or(name).to_owned();
        Self { name, digest: print(xxh3_128(bytes)) }
    }
}

fn print(digest: u128) -> String {
    format!("xxh3:{digest:032x}")
}

/// The digest of a letter without the line that holds it. Line ends count for nothing, as other programs change them.
pub(super) fn of_letter(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    for line in text.lines().filter(|line| value(line, LETTER_DIGEST).is_none()) {
        plain.push_str(line);
        plain.push('\n');
    }
    print(xxh3_128(plain.as_bytes()))
}

/// What a letter that lies there says of how it came to be.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub(super) struct Written {
    /// The digest of the source that it was made from; nothing where Griffier did not make it.
    pub source: Option<String>,
    /// Whether it is as it was written.
    pub untouched: bool,
}

impl Written {
    /// Reads it from the front matter of a letter.
    pub(super) fn of(text: &str) -> Self {
        let mut lines = text.lines();
        if lines.next() != Some("---") {
            return Self::default();
        }
        let mut written = Self::default();
        for line in lines.take_while(|line| *line != "---") {
            if let Some(digest) = value(line, SOURCE_DIGEST) {
                written.source = Some(digest.to_owned());
            } else if let Some(digest) = value(line, LETTER_DIGEST) {
                written.untouched = digest == of_letter(text);
            }
        }
        written
    }
}

/// What stands behind a key.
fn value<'a>(line: &'a str, key: &str) -> Option<&'a str> {
    line.strip_prefix(key)?.strip_prefix(':').map(|value| value.trim().trim_matches('"'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_edit_shows_and_other_line_ends_do_not() {
        let text = "---\nsource-digest: \"xxh3:1\"\n---\n\nBrief.\n";
        let sealed = text.replace("---\n\n", &format!("letter-digest: \"{}\"\n---\n\n", of_letter(text)));
        let whole = Written { source: Some("xxh3:1".into()), untouched: true };
        assert_eq!(Written::of(&sealed), whole);
        assert_eq!(Written::of(&sealed.replace('\n', "\r\n")), whole);
        assert!(!Written::of(&sealed.replace("Brief", "Nota")).untouched);
        assert!(!Written::of(&sealed.replace("xxh3:1", "xxh3:2")).untouched);
        assert_eq!(Written::of("Brief.\nsource-digest: 1\n"), Written::default());
    }

    #[test]
    fn a_source_says_nothing_of_its_folder() {
        assert_eq!(Source::new("/home/mij/brief.docx", b"").name, "brief.docx");
        assert_eq!(Source::new(r"C:\brieven\brief.docx", b"").name, "brief.docx");
    }
}
