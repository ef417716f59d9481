//! The XML of the parts of a Word file: limits before it is read, and names in both of its namespaces.
//!
//! A reader that builds a tree is simple, and a tree is as large as who wrote the file wants it to be.
//! So every part is first looked through for what no program writes: a document type, elements within elements without end, attributes without end.

use memchr::{memchr, memchr3, memmem};
use roxmltree::{Document, Node, ParsingOptions};

use crate::text::decode;

use super::trouble::WordTrouble;

/// So deep do elements lie at most; those of real letters lie at 40.
const DEEPEST: usize = 400;

/// So many attributes has one element at most; those of real letters have 40.
const MOST_ATTRIBUTES: usize = 500;

/// So many elements and pieces of text has a part at most; a report of a thousand pages has a million.
const MOST_NODES: u32 = 4_000_000;

/// So many times is a namespace given a name in a part at most, once for every picture; each costs as much as all names that hold there.
const MOST_NAMES: usize = 50_000;

/// Of `WordprocessingML`: as Word writes it, and strict.
const WORD: [&str; 2] = [
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "http://purl.oclc.org/ooxml/wordprocessingml/main",
];

/// Of what one part says of another: as Word writes it, and strict.
const RELATIONS: [&str; 2] = [
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "http://purl.oclc.org/ooxml/officeDocument/relationships",
];

/// Of formulas.
const MATH: [&str; 2] = [
    "http://schemas.openxmlformats.org/officeDocument/2006/math",
    "http://purl.oclc.org/ooxml/officeDocument/math",
];

/// Of what is written twice, for newer and older programs.
const CHOICE: &str = "http://schemas.openxmlformats.org/markup-compatibility/2006";

/// Whose an element is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Owner {
    Word,
    Math,
    /// `mc:AlternateContent` and what lies in it.
    Choice,
    Other,
}

/// An element of a part.
pub(super) trait Element<'a, 'i>: Sized {
    /// Whose it is, and its name.
    fn kind(self) -> (Owner, &'a str);
    /// Whether it is this element of Word.
    fn is(self, name: &str) -> bool;
    /// The first of its children that is this element of Word.
    fn child(self, name: &str) -> Option<Node<'a, 'i>>;
    /// An attribute of Word.
    fn value(self, name: &str) -> Option<&'a str>;
    /// What the attribute `id` names in the relations of the part.
    fn relation(self) -> Option<&'a str>;
    /// What is switched on by the element `name` within it: `<w:b/>` is on, `<w:b w:val="0"/>` is off.
    fn switch(self, name: &str) -> Option<bool>;
    /// The `w:val` of the element `name` within it.
    fn setting(self, name: &str) -> Option<&'a str>;
}

impl<'a, 'i> Element<'a, 'i> for Node<'a, 'i> {
    fn kind(self) -> (Owner, &'a str) {
        let name = self.tag_name();
        let owner = match name.namespace() {
            Some(space) if WORD.contains(&space) => Owner::Word,
            Some(space) if MATH.contains(&space) => Owner::Math,
            Some(CHOICE) => Owner::Choice,
            _ => Owner::Other,
        };
        (owner, name.name())
    }

    fn is(self, name: &str) -> bool {
        self.tag_name().name() == name && self.kind().0 == Owner::Word
    }

    fn child(self, name: &str) -> Option<Node<'a, 'i>> {
        self.children().find(|child| child.is(name))
    }

    fn value(self, name: &str) -> Option<&'a str> {
        WORD.iter().find_map(|space| self.attribute((*space, name)))
    }

    fn relation(self) -> Option<&'a str> {
        RELATIONS.iter().find_map(|space| self.attribute((*space, "id")))
    }

    fn switch(self, name: &str) -> Option<bool> {
        let value = self.child(name)?.value("val").unwrap_or("1");
        Some(!matches!(value, "0" | "false" | "off" | "none"))
    }

    fn setting(self, name: &str) -> Option<&'a str> {
        self.child(name)?.value("val")
    }
}

/// The text of a part, which is UTF-8 or UTF-16.
pub(super) fn text(bytes: Vec<u8>, part: &str) -> Result<String, WordTrouble> {
    let damaged = || WordTrouble::Damaged(part.to_owned());
    if bytes.starts_with(b"\xFF\xFE") || bytes.starts_with(b"\xFE\xFF") {
        let decoded = decode(&bytes).map_err(|_| damaged())?;
        return if decoded.clean { Ok(decoded.text) } else { Err(damaged()) };
    }
    let mut text = String::from_utf8(bytes).map_err(|_| damaged())?;
    if text.starts_with('\u{FEFF}') {
        text.drain(..'\u{FEFF}'.len_utf8());
    }
    Ok(text)
}

/// The tree of a part.
pub(super) fn parse<'a>(text: &'a str, part: &str) -> Result<Document<'a>, WordTrouble> {
    guard(text).map_err(|()| WordTrouble::Odd(part.to_owned()))?;
    let options = ParsingOptions { nodes_limit: MOST_NODES, ..ParsingOptions::default() };
    Document::parse_with_options(text, options).map_err(|error| match error {
        roxmltree::Error::NodesLimitReached => WordTrouble::Odd(part.to_owned()),
        _ => WordTrouble::Damaged(part.to_owned()),
    })
}

/// Refuses what no program writes and what would cost without measure. What is no XML is let through; the parser refuses it.
fn guard(text: &str) -> Result<(), ()> {
    let bytes = text.as_bytes();
    if memmem::find_iter(bytes, b"xmlns").nth(MOST_NAMES).is_some() {
        return Err(());
    }
    let (mut at, mut depth) = (0, 0_usize);
    while let Some(open) = memchr(b'<', &bytes[at..]) {
        at += open;
        let rest = &bytes[at..];
        let skipped = if rest.starts_with(b"<!--") {
            memmem::find(rest, b"-->")
        } else if rest.starts_with(b"<![CDATA[") {
            memmem::find(rest, b"]]>")
        } else if rest.starts_with(b"<?") {
            memmem::find(rest, b"?>")
        } else if rest.len() > 1 && (b"<!--".starts_with(rest) || b"<![CDATA[".starts_with(rest)) {
            // Cut off.
            None
        } else if rest.starts_with(b"<!") {
            // A document type, which these files may not have, and with it entities.
            return Err(());
        } else if rest.starts_with(b"</") {
            depth = depth.saturating_sub(1);
            memchr(b'>', rest)
        } else {
            let (end, empty) = tag(rest)?;
            depth += usize::from(!empty);
            if depth > DEEPEST {
                return Err(());
            }
            Some(end)
        };
        match skipped {
            Some(len) => at += len,
            None => return Ok(()),
        }
    }
    Ok(())
}

/// The bytes of the start tag at the beginning of `rest`, and whether it is one of an element without content.
fn tag(rest: &[u8]) -> Result<(usize, bool), ()> {
    let (mut at, mut attributes) = (0, 0);
    while let Some(sign) = memchr3(b'"', b'\'', b'>', &rest[at..]) {
        at += sign;
        if rest[at] == b'>' {
            return Ok((at, rest[at - 1] == b'/'));
        }
        attributes += 1;
        if attributes > MOST_ATTRIBUTES {
            return Err(());
        }
        at += 1 + memchr(rest[at], &rest[at + 1..]).map_or(rest.len() - at - 1, |len| len + 1);
    }
    Ok((rest.len(), true))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_no_program_writes_is_refused_before_it_is_read() {
        let nested = |depth: usize| "<a>".repeat(depth) + &"</a>".repeat(depth);
        assert_eq!(guard(&nested(DEEPEST)), Ok(()));
        assert_eq!(guard(&nested(DEEPEST + 1)), Err(()));
        // Side by side there may be as many as one likes.
        assert_eq!(guard(&"<a></a><b/>".repeat(DEEPEST + 1)), Ok(()));
        assert_eq!(guard("<!DOCTYPE a [<!ENTITY b \"c\">]><a>&b;</a>"), Err(()));
        let attributes = |count: usize| format!("<a{}/>", " b='>'".repeat(count));
        assert_eq!(guard(&attributes(MOST_ATTRIBUTES)), Ok(()));
        assert_eq!(guard(&attributes(MOST_ATTRIBUTES + 1)), Err(()));
        assert_eq!(guard("<!-- <a><!DOCTYPE --><a><![CDATA[<!DOCTYPE]]></a>"), Ok(()));
    }

    #[test]
    fn what_is_cut_off_anywhere_is_no_trouble_for_the_guard() {
        let text = "<?xml version='1.0'?><!-- a --><a b='c' d=\"e>\"><![CDATA[f]]><g/></a>";
        for end in 0..=text.len() {
            assert_eq!(guard(&text[..end]), Ok(()), "{}", &text[..end]);
        }
    }
}
