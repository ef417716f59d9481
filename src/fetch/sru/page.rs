//! An answer of the service: how many records there are, and some of them; or why there are none.

use roxmltree::{Document, Node, ParsingOptions};

use super::super::query::Page;
use super::super::{Flaw, Trouble};
use super::record;

/// A page of a thousand records has some hundred thousand nodes; what has more is no such page.
const MOST_NODES: u32 = 4_000_000;

/// Reads a page. `host` is whose answer it is.
///
/// # Errors
/// [`Flaw::Broken`] where it is no whole XML; else what the service says is wrong with the question, or that it is no page at all.
pub(in crate::fetch) fn read(bytes: &[u8], host: &str) -> Result<Page, Flaw> {
    let text = std::str::from_utf8(bytes).map_err(|_| Flaw::Broken)?;
    let options = ParsingOptions { allow_dtd: false, nodes_limit: MOST_NODES, ..ParsingOptions::default() };
    let document = Document::parse_with_options(text, options).map_err(|_| Flaw::Broken)?;
    let root = document.root_element();
    let other = |trouble| Err(Flaw::Other(trouble));
    if root.tag_name().name() != "searchRetrieveResponse" {
        return other(Trouble::NotUnderstood { host: host.to_owned() });
    }
    let total = child(root, "numberOfRecords").and_then(|node| node.text()?.trim().parse().ok());
    let Some(total) = total else {
        return other(match diagnostic(root) {
            Some((code, said)) => Trouble::Diagnostic { host: host.to_owned(), code, said },
            None => Trouble::NotUnderstood { host: host.to_owned() },
        });
    };
    let records = child(root, "records").into_iter().flat_map(|node| node.children());
    let records = records.filter(|node| node.tag_name().name() == "record");
    let mut page = Page { total, ..Page::default() };
    for node in records {
        page.records += 1;
        page.papers.extend(record::read(node));
    }
    Ok(page)
}

/// What the service says is wrong with the question: the number of the diagnostic, and its words.
fn diagnostic(root: Node<'_, '_>) -> Option<(u32, String)> {
    let node = root.descendants().find(|node| node.tag_name().name() == "diagnostic")?;
    let text = |name| child(node, name).and_then(|node| node.text()).unwrap_or_default().trim();
    let code = text("uri").rsplit('/').next().and_then(|code| code.parse().ok()).unwrap_or(0);
    let said = [text("message"), text("details")].join(" ");
    // What a service says may be long; its beginning tells.
    Some((code, said.split_whitespace().collect::<Vec<_>>().join(" ").chars().take(200).collect()))
}

pub(super) fn child<'a, 'i>(node: Node<'a, 'i>, name: &str) -> Option<Node<'a, 'i>> {
    node.children().find(|child| child.tag_name().name() == name)
}

#[cfg(test)]
mod tests {
    use super::*;

    const HEAD: &str =
        "<sru:searchRetrieveResponse xmlns:sru=\"http://docs.oasis-open.org/ns/search-ws/sruResponse\">";

    #[test]
    fn a_page_tells_how_many_there_are_and_holds_some() {
        let text = format!(
            "{HEAD}<sru:numberOfRecords> 12345 </sru:numberOfRecords><sru:records>\
             <sru:record><sru:recordData><gzd><originalData><meta><owmskern><identifier>kst-1-1</identifier></owmskern></meta></originalData></gzd></sru:recordData></sru:record>\
             <sru:record/></sru:records></sru:searchRetrieveResponse>"
        );
        let page = read(text.as_bytes(), "x").unwrap();
        assert_eq!((page.total, page.records, page.papers.len()), (12_345, 2, 1));
        assert_eq!(page.papers[0].identifier, "kst-1-1");
        for cut in [0, 10, text.len() / 2, text.len() - 1] {
            assert_eq!(read(&text.as_bytes()[..cut], "x"), Err(Flaw::Broken), "cut at {cut}");
        }
    }

    #[test]
    fn what_is_wrong_with_a_question_is_told_in_the_words_of_the_service() {
        let text = format!(
            "{HEAD}<sru:diagnostics><d:diagnostic xmlns:d=\"http://docs.oasis-open.org/ns/search-ws/diagnostic\"><d:uri>info:srw/diagnostic/1/10</d:uri><d:message>mismatched  input</d:message></d:diagnostic></sru:diagnostics></sru:searchRetrieveResponse>"
        );
        let expected =
            Trouble::Diagnostic { host: "x".to_owned(), code: 10, said: "mismatched input".to_owned() };
        assert_eq!(read(text.as_bytes(), "x"), Err(Flaw::Other(expected)));
    }

    #[test]
    fn what_is_no_page_is_none() {
        let not_understood = Err(Flaw::Other(Trouble::NotUnderstood { host: "x".to_owned() }));
        assert_eq!(read(b"<html><body>Onderhoud</body></html>", "x"), not_understood);
        assert_eq!(read(format!("{HEAD}</sru:searchRetrieveResponse>").as_bytes(), "x"), not_understood);
        let bomb = "<!DOCTYPE a [<!ENTITY b \"bbbb\">]><a>&b;</a>";
        assert_eq!(read(bomb.as_bytes(), "x"), Err(Flaw::Broken));
    }
}
