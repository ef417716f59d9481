//! A small writer of Word files: as much of the format as the tests want to say, in the words of the format itself.
//!
//! What it writes is XML that the test gives, put into the parts that Word would put it into; so a test shows on one line what stands in the file.

use std::fmt::Write as _;
use std::io::{Cursor, Write as _};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

/// The names of `WordprocessingML` as Word writes them.
pub(crate) const TRANSITIONAL: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

/// The same, strict.
pub(crate) const STRICT: &str = "http://purl.oclc.org/ooxml/wordprocessingml/main";

const RELATIONS: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/// A Word file that is being written.
#[derive(Clone, Debug)]
pub(crate) struct Word {
    /// What lies in `w:body`.
    pub(crate) body: String,
    /// What lies in each footnote; the first is number 2, as Word begins behind the lines above them.
    pub(crate) footnotes: Vec<String>,
    pub(crate) endnotes: Vec<String>,
    /// What lies in `w:styles`, `w:numbering`, `w:settings`.
    pub(crate) styles: String,
    pub(crate) numbering: String,
    pub(crate) settings: String,
    /// The head of the first page.
    pub(crate) header: String,
    /// Addresses that the letter links to, `rId100` and on.
    pub(crate) links: Vec<String>,
    /// The title in the properties.
    pub(crate) title: String,
    pub(crate) namespace: &'static str,
    /// More parts, by name, or others instead.
    pub(crate) parts: Vec<(String, Vec<u8>)>,
    /// More parts that are not packed.
    pub(crate) stored: Vec<(String, Vec<u8>)>,
}

impl Word {
    pub(crate) fn new(body: &str) -> Self {
        Self {
            body: body.to_owned(),
            footnotes: Vec::new(),
            endnotes: Vec::new(),
            styles: String::new(),
            numbering: String::new(),
            settings: String::new(),
            header: String::new(),
            links: Vec::new(),
            title: String::new(),
            namespace: TRANSITIONAL,
            parts: Vec::new(),
            stored: Vec::new(),
        }
    }

    /// A note, and the run with its mark.
    pub(crate) fn footnote(&mut self, inner: &str) -> String {
        self.footnotes.push(inner.to_owned());
        format!(r#"<w:r><w:footnoteReference w:id="{}"/></w:r>"#, self.footnotes.len() + 1)
    }

    /// The same at the end of the letter.
    pub(crate) fn endnote(&mut self, inner: &str) -> String {
        self.endnotes.push(inner.to_owned());
        format!(r#"<w:r><w:endnoteReference w:id="{}"/></w:r>"#, self.endnotes.len() + 1)
    }

    /// The bytes of the file.
    pub(crate) fn bytes(&self) -> Vec<u8> {
        let notes = |kind: &str, notes: &[String]| {
            let line = |id: u8, name: &str| {
                format!(
                    r#"<w:{kind} w:type="{name}" w:id="{id}"><w:p><w:r><w:{name}/></w:r></w:p></w:{kind}>"#
                )
            };
            let lines = line(0, "separator") + &line(1, "continuationSeparator");
            notes
                .iter()
                .zip(2..)
                .fold(lines, |all, (note, id)| format!(r#"{all}<w:{kind} w:id="{id}">{note}</w:{kind}>"#))
        };
        let section = if self.header.is_empty() {
            String::new()
        } else {
            r#"<w:sectPr><w:headerReference w:type="first" r:id="rIdheader"/><w:titlePg/></w:sectPr>"#
                .to_owned()
        };
        let mut links = String::new();
        for (link, id) in self.links.iter().zip(100..) {
            let _ = write!(
                links,
                r#"<Relationship Id="rId{id}" Type="{RELATIONS}/hyperlink" Target="{link}" TargetMode="External"/>"#
            );
        }
        for kind in ["styles", "numbering", "settings", "footnotes", "endnotes", "header"] {
            links += &relation(kind, &format!("{kind}.xml"));
        }
        let part = |root: &str, inner: &str| {
            format!(
                r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<w:{root} xmlns:w="{}" xmlns:r="{RELATIONS}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:v="urn:schemas-microsoft-com:vml" xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math">{inner}</w:{root}>"#,
                self.namespace
            )
            .into_bytes()
        };
        let relations = |inner: &str| {
            let space = "http://schemas.openxmlformats.org/package/2006/relationships";
            format!(r#"<Relationships xmlns="{space}">{inner}</Relationships>"#).into_bytes()
        };
        let core = format!(
            r#"<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>{}</dc:title></cp:coreProperties>"#,
            self.title
        );
        let top = relation("officeDocument", "word/document.xml")
            + r#"<Relationship Id="c" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" Target="docProps/core.xml"/>"#;
        let mut parts = vec![
            ("[Content_Types].xml".to_owned(), b"<Types/>".to_vec()),
            ("_rels/.rels".to_owned(), relations(&top)),
            (
                "word/document.xml".to_owned(),
                part("document", &format!("<w:body>{}{section}</w:body>", self.body)),
            ),
            ("word/_rels/document.xml.rels".to_owned(), relations(&links)),
            ("word/styles.xml".to_owned(), part("styles", &self.styles)),
            ("word/numbering.xml".to_owned(), part("numbering", &self.numbering)),
            ("word/settings.xml".to_owned(), part("settings", &self.settings)),
            ("word/footnotes.xml".to_owned(), part("footnotes", &notes("footnote", &self.footnotes))),
            ("word/endnotes.xml".to_owned(), part("endnotes", &notes("endnote", &self.endnotes))),
            ("word/header.xml".to_owned(), part("hdr", &self.header)),
            ("docProps/core.xml".to_owned(), core.into_bytes()),
        ];
        parts.extend(self.parts.iter().cloned());
        zipped(&parts, &self.stored)
    }
}

fn relation(kind: &str, target: &str) -> String {
    format!(r#"<Relationship Id="rId{kind}" Type="{RELATIONS}/{kind}" Target="{target}"/>"#)
}

/// Parts in a zip file.
pub(crate) fn packed(parts: &[(String, Vec<u8>)]) -> Vec<u8> {
    zipped(parts, &[])
}

/// Of parts with one name the last counts.
fn zipped(parts: &[(String, Vec<u8>)], stored: &[(String, Vec<u8>)]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (all, method) in [(parts, CompressionMethod::Deflated), (stored, CompressionMethod::Stored)] {
        let options = SimpleFileOptions::default().compression_method(method);
        for (at, (name, bytes)) in all.iter().enumerate() {
            if !all[at + 1..].iter().any(|(other, _)| other == name) {
                zip.start_file(name.as_str(), options).unwrap();
                zip.write_all(bytes).unwrap();
            }
        }
    }
    zip.finish().unwrap().into_inner()
}

/// Words as they stand in XML.
pub(crate) fn escaped(words: &str) -> String {
    words.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

/// A run of words.
pub(crate) fn run(words: &str) -> String {
    format!(r#"<w:r><w:t xml:space="preserve">{}</w:t></w:r>"#, escaped(words))
}

/// A paragraph of runs.
pub(crate) fn paragraph(runs: &str) -> String {
    format!("<w:p>{runs}</w:p>")
}

/// A paragraph of words.
pub(crate) fn words(words: &str) -> String {
    paragraph(&run(words))
}

/// A box of text as Word writes it: for newer programs, and the same for older ones.
pub(crate) fn text_box(inner: &str) -> String {
    format!(
        r#"<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:wsp><wps:txbx><w:txbxContent>{inner}</w:txbxContent></wps:txbx></wps:wsp></w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape><v:textbox><w:txbxContent>{inner}</w:txbxContent></v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r>"#
    )
}

/// A table of cells, each with blocks.
pub(crate) fn table(rows: &[&[&str]]) -> String {
    let cell = |inner: &&str| format!("<w:tc><w:tcPr/>{inner}</w:tc>");
    let row = |cells: &&[&str]| format!("<w:tr>{}</w:tr>", cells.iter().map(cell).collect::<String>());
    format!("<w:tbl><w:tblPr/>{}</w:tbl>", rows.iter().map(row).collect::<String>())
}

/// A field: its instruction, and the runs of its result.
pub(crate) fn field(instruction: &str, result: &str) -> String {
    let mark = |kind: &str| format!(r#"<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>"#);
    format!(
        r#"{}<w:r><w:instrText xml:space="preserve">{}</w:instrText></w:r>{}{result}{}"#,
        mark("begin"),
        escaped(instruction),
        mark("separate"),
        mark("end")
    )
}
