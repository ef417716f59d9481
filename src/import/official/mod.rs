//! Papers in the XML of their publisher: `op-xsd-2012` and what came before it.
//!
//! The schema has hundreds of elements and its publisher adds to them, so that nothing rests on knowing all: what an element is not known to be is text, and no word of it is lost.
//! The parser is kept from everything that lies outside the file, and from whatever would make much out of little.

mod body;
mod head;
mod line;
mod lists;
mod source;
mod table;
mod words;

#[cfg(test)]
mod tests;

use roxmltree::{Document as Tree, Error, Node, ParsingOptions};

use crate::messages::Message;

use super::{Document, Remark, Unreadable};

use self::source::Xml;

/// No paper is larger, in bytes: the largest that were published have a tenth of it.
const LARGEST: usize = 32 << 20;

/// No paper has more elements and stretches of text.
const MOST_NODES: u32 = 2_000_000;

/// No paper nests its elements deeper.
const DEEPEST: usize = 200;

/// Reads a paper. `name` is what its file is called.
///
/// # Errors
/// Where it is no sound XML, or larger or deeper than papers are.
pub(super) fn read(bytes: &[u8], name: &str) -> Result<Document, Unreadable> {
    if bytes.len() > LARGEST {
        return Err(Unreadable::new(Message::new("import-too-large").with("limit", LARGEST >> 20)));
    }
    let (xml, mut remarks) = Xml::of(bytes)?;
    if let Some(line) = xml.first_deeper_than(DEEPEST) {
        return Err(Unreadable::in_line(Message::new("import-xml-deep").with("limit", DEEPEST), line));
    }
    let options = ParsingOptions { allow_dtd: false, nodes_limit: MOST_NODES, ..ParsingOptions::default() };
    let tree = Tree::parse_with_options(&xml.text, options).map_err(|error| broken(&error, &xml))?;
    let (blocks, notes, found) = body::read(tree.root_element(), &xml);
    remarks.extend(found);
    let head = head::read(tree.root_element(), name);
    Ok(Document { head, blocks, notes, remarks })
}

/// What is wrong with XML that is not sound, and in which line.
fn broken(error: &Error, xml: &Xml) -> Unreadable {
    let line = xml.line_of_row(error.pos().row);
    let message = match error {
        Error::UnexpectedEndOfStream | Error::UnclosedRootNode => {
            return Unreadable::in_line(Message::new("import-xml-truncated"), xml.last_line());
        }
        Error::UnexpectedCloseTag(expected, actual, _) => {
            Message::new("import-xml-crossed").with("expected", expected).with("actual", actual)
        }
        Error::UnknownEntityReference(name, _) => Message::new("import-xml-entity").with("name", name),
        Error::NodesLimitReached => return Unreadable::new(Message::new("import-xml-many")),
        _ => Message::new("import-xml-broken"),
    };
    Unreadable::in_line(message, line)
}

/// The name of an element without what stands before a colon; empty for a text.
fn name<'a>(node: Node<'a, '_>) -> &'a str {
    node.tag_name().name()
}

/// The first element of this name among those right below.
fn child<'a, 'input>(node: Node<'a, 'input>, wanted: &str) -> Option<Node<'a, 'input>> {
    node.children().find(|child| child.is_element() && name(*child) == wanted)
}

/// The first element of this name wherever below.
fn within<'a, 'input>(node: Node<'a, 'input>, wanted: &str) -> Option<Node<'a, 'input>> {
    node.descendants().find(|child| child.is_element() && name(*child) == wanted)
}

/// A remark that stands nowhere in particular.
const fn remark(code: &'static str) -> Remark {
    Remark::new(code, super::Place::Nowhere)
}
