//! Fields: what Word computes, such as a link or a number, with the instruction that it is computed by and the result that is printed.
//!
//! A field may run over paragraphs, and fields lie within each other's instructions. Only what lies in results, all the way up, is text.

use std::rc::Rc;

/// So long is an address at most, in bytes.
const LONGEST_ADDRESS: usize = 1_000;

/// So many fields lie within each other at most; Word itself has twenty.
const DEEPEST: usize = 100;

/// The fields that are open at some point of the text.
#[derive(Debug, Default)]
pub(super) struct Fields {
    open: Vec<Field>,
    /// How many lie deeper than any does.
    deeper: usize,
}

#[derive(Debug, Default)]
struct Field {
    instruction: String,
    in_result: bool,
    link: Option<Rc<str>>,
}

impl Fields {
    /// `w:fldChar` of type `begin`.
    pub(super) fn begin(&mut self) {
        self.push(Field::default());
    }

    /// Words of the instruction.
    pub(super) fn instruct(&mut self, words: &str) {
        if let Some(field) = self.last().filter(|field| !field.in_result) {
            field.instruction.push_str(words);
        }
    }

    /// `w:fldChar` of type `separate`: the result follows.
    pub(super) fn separate(&mut self) {
        if let Some(field) = self.last() {
            field.in_result = true;
            field.link = link(&field.instruction);
        }
    }

    /// `w:fldChar` of type `end`.
    pub(super) fn end(&mut self) {
        match self.deeper.checked_sub(1) {
            Some(deeper) => self.deeper = deeper,
            None => drop(self.open.pop()),
        }
    }

    fn push(&mut self, field: Field) {
        if self.open.len() < DEEPEST {
            self.open.push(field);
        } else {
            self.deeper += 1;
        }
    }

    fn last(&mut self) -> Option<&mut Field> {
        self.open.last_mut().filter(|_| self.deeper == 0)
    }

    /// A field that is written as one element, `w:fldSimple`; it ends with [`Self::end`].
    pub(super) fn simple(&mut self, instruction: &str) {
        self.push(Field { instruction: instruction.to_owned(), in_result: true, link: link(instruction) });
    }

    /// Whether what stands here is printed. `in_margin` says that this is a head of pages, where the number of the page is none of its words.
    pub(super) fn are_printed(&self, in_margin: bool) -> bool {
        let is_printed = |field: &Field| field.in_result && !(in_margin && field.is_page_number());
        self.deeper == 0 && self.open.iter().all(is_printed)
    }

    /// Where a click on what stands here leads.
    pub(super) fn link(&self) -> Option<&Rc<str>> {
        self.open.iter().rev().find_map(|field| field.link.as_ref())
    }

    /// Whether a field has begun and not come to its result, so that words may be missing.
    pub(super) fn are_broken(&self) -> bool {
        self.deeper > 0 || self.open.iter().any(|field| !field.in_result)
    }
}

impl Field {
    fn is_page_number(&self) -> bool {
        let name = self.instruction.split_whitespace().next().unwrap_or_default();
        ["PAGE", "NUMPAGES", "SECTIONPAGES"].iter().any(|page| name.eq_ignore_ascii_case(page))
    }
}

/// The address of `HYPERLINK "https://…"`, where it leads out of the file.
fn link(instruction: &str) -> Option<Rc<str>> {
    let rest = instruction.trim_start();
    let name = rest.get(.."HYPERLINK".len())?;
    let rest = rest[name.len()..].trim_start();
    let address = rest.strip_prefix('"')?.split('"').next()?;
    (name.eq_ignore_ascii_case("HYPERLINK") && leads_out(address)).then(|| address.into())
}

/// Whether an address is one of the web or of a mailbox; others lead nowhere that a reader may want to be.
pub(super) fn leads_out(address: &str) -> bool {
    ["https://", "http://", "mailto:"].iter().any(|start| {
        address.get(..start.len()).is_some_and(|beginning| beginning.eq_ignore_ascii_case(start))
    }) && address.len() <= LONGEST_ADDRESS
        && !address.contains(char::is_whitespace)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_results_are_printed_also_within_each_other() {
        let mut fields = Fields::default();
        assert!(fields.are_printed(false));
        fields.begin();
        fields.instruct(" IF ");
        fields.begin();
        fields.instruct(" PAGE ");
        fields.separate();
        // The result of a field within an instruction is no text.
        assert!(!fields.are_printed(false));
        fields.end();
        fields.separate();
        assert!(fields.are_printed(false) && !fields.are_broken());
        fields.begin();
        fields.instruct("PAGE \\* MERGEFORMAT");
        assert!(fields.are_broken());
        fields.separate();
        assert!(fields.are_printed(false) && !fields.are_printed(true));
        fields.end();
        fields.end();
        fields.end();
        assert!(fields.are_printed(true));
    }

    #[test]
    fn a_link_leads_to_the_web_only() {
        assert_eq!(link(" HYPERLINK \"https://a.nl/b\" \\o \"c\" ").as_deref(), Some("https://a.nl/b"));
        assert_eq!(link("HYPERLINK \\l \"_Toc1\""), None);
        assert_eq!(link("HYPERLINK \"file:///etc/passwd\""), None);
        assert_eq!(link("PAGEREF _Toc1"), None);
        assert_eq!(link("€€€€"), None);
    }
}
