//! From the bytes of a file to XML that the parser takes: the encoding, damage, and everything that leads out of the file or makes much out of little.
//!
//! Line numbers stay those of the file.

use crate::import::{Remark, Unreadable};
use crate::messages::Message;
use crate::text::{self, FileEncoding};

use super::remark;

/// A file as the parser gets it.
pub(super) struct Xml {
    pub text: String,
    /// So many lines stand in front, which the parser does not get.
    above: u32,
    /// Where lines begin.
    lines: Vec<usize>,
}

impl Xml {
    /// Decodes and cleans; with what there is to say of that.
    pub(super) fn of(bytes: &[u8]) -> Result<(Self, Vec<Remark>), Unreadable> {
        let mut remarks = Vec::new();
        let mut text = decoded(bytes, &mut remarks)?;
        if let Some(restored) = text::restore(&text) {
            text = restored.text;
            remarks.push(remark("import-encoded-twice").with("signs", restored.signs));
        }
        // Signs that no XML has in front of its first one.
        let junk = text.len()
            - text.trim_start_matches(|sign: char| sign.is_whitespace() || sign == '\u{FEFF}').len();
        let above = count_lines(&text[..junk]);
        text.drain(..junk);
        without_doctype(&mut text);
        let text = without_entities(text);
        let lines =
            std::iter::once(0).chain(memchr::memchr_iter(b'\n', text.as_bytes()).map(|at| at + 1)).collect();
        Ok((Self { text, above, lines }, remarks))
    }

    /// The line of the file, from 1, that a byte stands in.
    pub(super) fn line(&self, at: usize) -> u32 {
        let row = self.lines.partition_point(|start| *start <= at);
        self.line_of_row(u32::try_from(row).unwrap_or(u32::MAX))
    }

    /// The line of the file where the parser counts `row`.
    pub(super) const fn line_of_row(&self, row: u32) -> u32 {
        self.above.saturating_add(row)
    }

    /// The last line that says something.
    pub(super) fn last_line(&self) -> u32 {
        self.line(self.text.trim_end().len())
    }

    /// The line in which elements first lie deeper than that, if any do. The parser and those who follow its tree go down by calling themselves, so that this is looked at before.
    pub(super) fn first_deeper_than(&self, deepest: usize) -> Option<u32> {
        let bytes = self.text.as_bytes();
        let (mut depth, mut at) = (0_usize, 0);
        while let Some(open) = memchr::memchr(b'<', &bytes[at..]).map(|found| found + at) {
            let end = |sign: &[u8]| {
                memchr::memmem::find(&bytes[open..], sign).map_or(bytes.len(), |found| open + found)
            };
            at = match bytes.get(open + 1) {
                Some(b'!') if bytes[open..].starts_with(b"<!--") => end(b"-->"),
                Some(b'!') if bytes[open..].starts_with(b"<![CDATA[") => end(b"]]>"),
                Some(b'?') => end(b"?>"),
                Some(b'/') => {
                    depth = depth.saturating_sub(1);
                    end(b">")
                }
                _ => {
                    let close = tag_end(bytes, open);
                    if !bytes[..close].ends_with(b"/") {
                        depth += 1;
                    }
                    close
                }
            }
            .max(open + 1);
            if depth > deepest {
                return Some(self.line(open));
            }
        }
        None
    }
}

/// The `>` that ends a tag; one within quotation marks is a sign of a value.
fn tag_end(bytes: &[u8], open: usize) -> usize {
    let mut at = open;
    while let Some(found) = memchr::memchr3(b'>', b'"', b'\'', &bytes[at..]).map(|found| found + at) {
        if bytes[found] == b'>' {
            return found;
        }
        at = memchr::memchr(bytes[found], &bytes[found + 1..]).map_or(bytes.len(), |len| found + len + 2);
    }
    bytes.len()
}

fn count_lines(text: &str) -> u32 {
    u32::try_from(memchr::memchr_iter(b'\n', text.as_bytes()).count()).unwrap_or(u32::MAX)
}

/// The text, in the encoding that the file says it has, unless its bytes say otherwise.
fn decoded(bytes: &[u8], remarks: &mut Vec<Remark>) -> Result<String, Unreadable> {
    let said = declared(bytes);
    let other = said.filter(|said| {
        !["utf-8", "utf8", "utf-16", "us-ascii", "ascii"].iter().any(|known| said.eq_ignore_ascii_case(known))
    });
    // What is sound UTF-8 beyond ASCII is hardly ever anything else, whatever it says of itself.
    let (text, is_clean) = if let Some(label) = other.filter(|_| std::str::from_utf8(bytes).is_err()) {
        text::decode_as(bytes, label)
            .ok_or_else(|| Unreadable::new(Message::new("import-xml-encoding").with("name", label)))?
    } else {
        let decoded = text::decode(bytes).map_err(|_| Unreadable::new(Message::new("import-no-text")))?;
        let says_utf8 = said.is_none_or(|said| said.to_lowercase().starts_with("utf-8"));
        if says_utf8 && decoded.encoding == FileEncoding::Windows1252 {
            remarks.push(remark("import-other-encoding").with("name", decoded.encoding.name()));
        }
        (decoded.text, decoded.clean)
    };
    if !is_clean {
        remarks.push(remark("import-unclean"));
    }
    Ok(text)
}

/// The encoding that the first line names.
fn declared(bytes: &[u8]) -> Option<&str> {
    let start = &bytes[..bytes.len().min(256)];
    let end = memchr::memmem::find(start, b"?>")?;
    let at = memchr::memmem::find(&start[..end], b"encoding")? + "encoding".len();
    let value = std::str::from_utf8(&start[at..end]).ok()?.trim_start().strip_prefix('=')?.trim_start();
    let quote = value.chars().next().filter(|sign| matches!(sign, '"' | '\''))?;
    value[1..].split(quote).next()
}

/// Leaves out the document type, with all that it declares: files elsewhere, which are never read, and names for texts, which could grow without end. Line ends stay.
fn without_doctype(text: &mut String) {
    let Some(start) = memchr::memmem::find(text.as_bytes(), b"<!DOCTYPE") else { return };
    // Behind the first element it would be a sign of the text.
    let before = &text.as_bytes()[..start];
    let opens = memchr::memchr_iter(b'<', before).any(|at| !matches!(before.get(at + 1), Some(b'!' | b'?')));
    if opens {
        return;
    }
    let bytes = text.as_bytes();
    let (mut at, mut inner) = (start + 2, false);
    let end = loop {
        let rest = &bytes[at.min(bytes.len())..];
        let Some(len) = rest.iter().position(|byte| matches!(byte, b'"' | b'\'' | b'[' | b']' | b'>' | b'<'))
        else {
            break bytes.len();
        };
        let found = at + len;
        let past = |sign: &[u8], from: usize| {
            memchr::memmem::find(&bytes[from..], sign).map_or(bytes.len(), |len| from + len + sign.len())
        };
        at = match bytes[found] {
            quote @ (b'"' | b'\'') => past(&[quote], found + 1),
            b'<' if bytes[found..].starts_with(b"<!--") => past(b"-->", found + 4),
            b'<' if bytes[found..].starts_with(b"<?") => past(b"?>", found + 2),
            b'[' => {
                inner = true;
                found + 1
            }
            b']' => {
                inner = false;
                found + 1
            }
            b'>' if !inner => break found + 1,
            _ => found + 1,
        };
    };
    let lines = "\n".repeat(count_lines(&text[start..end]) as usize);
    text.replace_range(start..end, &lines);
}

/// Names of signs that are not of XML itself, as the old document types and HTML have them, as the signs.
fn without_entities(text: String) -> String {
    let mut out = String::new();
    let mut done = 0;
    for at in memchr::memchr_iter(b'&', text.as_bytes()) {
        let name = &text[at + 1..];
        let len = name.bytes().take(10).take_while(u8::is_ascii_alphanumeric).count();
        let named = name[len..].starts_with(';').then(|| sign_of(&name[..len])).flatten();
        if let Some(sign) = named {
            out.push_str(&text[done..at]);
            out.push(sign);
            done = at + len + 2;
        }
    }
    if done == 0 {
        return text;
    }
    out.push_str(&text[done..]);
    out
}

/// The names of the signs from U+00A0 on, in their order.
const LATIN: &str = "nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn \
     sup2 sup3 acute micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave Aacute Acirc \
     Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute \
     Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN szlig agrave aacute acirc atilde auml \
     aring aelig ccedil egrave eacute ecirc euml igrave iacute icirc iuml eth ntilde ograve oacute ocirc otilde \
     ouml divide oslash ugrave uacute ucirc uuml yacute thorn yuml";

/// Other names that letters have use for.
const OTHERS: [(&str, char); 30] = [
    ("euro", '€'),
    ("ndash", '–'),
    ("mdash", '—'),
    ("lsquo", '‘'),
    ("rsquo", '’'),
    ("sbquo", '‚'),
    ("ldquo", '“'),
    ("rdquo", '”'),
    ("bdquo", '„'),
    ("hellip", '…'),
    ("bull", '•'),
    ("trade", '™'),
    ("permil", '‰'),
    ("lsaquo", '‹'),
    ("rsaquo", '›'),
    ("dagger", '†'),
    ("scaron", 'š'),
    ("Scaron", 'Š'),
    ("zcaron", 'ž'),
    ("Zcaron", 'Ž'),
    ("oelig", 'œ'),
    ("OElig", 'Œ'),
    ("minus", '−'),
    ("le", '≤'),
    ("ge", '≥'),
    ("ne", '≠'),
    ("ensp", '\u{2002}'),
    ("emsp", '\u{2003}'),
    ("thinsp", '\u{2009}'),
    ("Yuml", 'Ÿ'),
];

fn sign_of(name: &str) -> Option<char> {
    let latin = || LATIN.split_whitespace().zip('\u{A0}'..).find(|(known, _)| *known == name);
    let other = || OTHERS.iter().copied().find(|(known, _)| *known == name);
    latin().or_else(other).map(|(_, sign)| sign)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(bytes: &[u8]) -> (String, Vec<&'static str>) {
        let (xml, remarks) = Xml::of(bytes).unwrap();
        (xml.text, remarks.iter().map(|remark| remark.code).collect())
    }

    #[test]
    fn the_encoding_is_the_one_that_is_said_unless_the_bytes_say_otherwise() {
        let old = |label: &str| [b"<?xml encoding='", label.as_bytes(), b"'?><a>ge\xEFnd \x80</a>"].concat();
        for (label, remarks) in
            [("iso-8859-1", vec![]), ("windows-1252", vec![]), ("UTF-8", vec!["import-other-encoding"])]
        {
            let expected = format!("<?xml encoding='{label}'?><a>geïnd €</a>");
            assert_eq!(read(&old(label)), (expected, remarks));
        }
        let new = "<?xml encoding='iso-8859-1'?><a>geïnd</a>";
        assert_eq!(read(new.as_bytes()), (new.to_owned(), vec![]));
        let utf16: Vec<u8> = format!("\u{FEFF}{new}").encode_utf16().flat_map(u16::to_be_bytes).collect();
        assert_eq!(read(&utf16).0, new);
        assert!(Xml::of(&old("x-mac-klingon")).is_err());
        assert_eq!(read(b"\xEF\xBB\xBF<a>\xC3\x28</a>").1, ["import-unclean"]);
    }

    #[test]
    fn what_leads_elsewhere_is_left_out_and_lines_stay() {
        let text = "<?xml version='1.0'?>\n<!DOCTYPE a SYSTEM \"file:///etc/passwd\" [\n<!-- ]> -->\n<!ENTITY b \"]>\">\n]>\n<a>&eacute;&euro;&amp;&b;</a>";
        assert_eq!(read(text.as_bytes()).0, "<?xml version='1.0'?>\n\n\n\n\n<a>é€&amp;&b;</a>");
        assert_eq!(read(b"<a>\n<!DOCTYPE b>\n</a>").0, "<a>\n<!DOCTYPE b>\n</a>");
        assert_eq!(read(b"<!DOCTYPE a [").0, "");
    }

    #[test]
    fn lines_are_those_of_the_file() {
        let (xml, _) = Xml::of(b"\xEF\xBB\xBF\n\n<a>\n<b/></a>\n\n").unwrap();
        assert_eq!((xml.line(0), xml.line(4), xml.last_line()), (3, 4, 4));
    }

    #[test]
    fn depth_is_that_of_elements_that_are_open() {
        let deep = |text: &str| Xml::of(text.as_bytes()).unwrap().0.first_deeper_than(2);
        assert_eq!(
            deep("<a><b/><b c='>'></b><!-- <c><d><e> --><![CDATA[<c><d><e>]]><?x <c><d> ?></a>"),
            None
        );
        assert_eq!(deep("<a>\n<b>\n<c>"), Some(3));
    }
}
