//! The styles of a Word file, as far as they say what a paragraph is: a heading, an item of a list, a quotation, hidden.

use std::collections::HashMap;

use roxmltree::Node;

use super::xml::Element as _;

/// So long is the row of styles that rest on each other at most; a circle ends here, too.
const LONGEST_ROW: usize = 20;

/// The styles of a file.
#[derive(Debug, Default)]
pub(super) struct Styles {
    by_id: HashMap<String, Style>,
    /// The style of a paragraph that names none.
    usual: Option<String>,
}

/// What a style says itself.
#[derive(Debug, Default)]
pub(super) struct Style {
    based_on: Option<String>,
    /// In lower case; Word calls its own styles by their English names in every language.
    name: String,
    outline: Option<u8>,
    pub(super) hidden: Option<bool>,
    pub(super) bold: Option<bool>,
    pub(super) italic: Option<bool>,
    /// The list that its paragraphs are items of, and their level in it.
    pub(super) list: (Option<String>, Option<u8>),
}

impl Styles {
    /// Reads `styles.xml`.
    pub(super) fn read(root: Node<'_, '_>) -> Self {
        let mut styles = Self::default();
        for node in root.children().filter(|node| node.is("style")) {
            let Some(id) = node.value("styleId") else { continue };
            let is_paragraph = node.value("type") == Some("paragraph");
            if is_paragraph && node.value("default").is_some_and(|value| matches!(value, "1" | "true" | "on"))
            {
                styles.usual = Some(id.to_owned());
            }
            let properties = node.child("pPr");
            let of_list = properties.and_then(|it| it.child("numPr"));
            let letters = node.child("rPr");
            let switch = |name| letters.and_then(|it| it.switch(name));
            let style = Style {
                based_on: node.setting("basedOn").map(str::to_owned),
                name: node.setting("name").unwrap_or(id).to_lowercase(),
                outline: properties.and_then(|it| it.setting("outlineLvl")).and_then(|it| it.parse().ok()),
                hidden: switch("vanish"),
                bold: switch("b").filter(|_| !is_paragraph),
                italic: switch("i").filter(|_| !is_paragraph),
                list: of_list.map_or((None, None), list),
            };
            styles.by_id.insert(id.to_owned(), style);
        }
        styles
    }

    /// The style of a paragraph that names `id`, or none, and below it those that it rests on.
    pub(super) fn of_paragraph<'a>(&'a self, id: Option<&'a str>) -> impl Iterator<Item = &'a Style> + 'a {
        self.row(id.or(self.usual.as_deref()))
    }

    /// The style that `id` names, and those that it rests on.
    pub(super) fn row<'a>(&'a self, id: Option<&'a str>) -> impl Iterator<Item = &'a Style> + 'a {
        let first = id.and_then(|id| self.by_id.get(id));
        let next = |style: &&'a Style| self.by_id.get(style.based_on.as_deref()?);
        std::iter::successors(first, next).take(LONGEST_ROW)
    }

    /// The level of the heading that paragraphs of a style are, from 1.
    pub(super) fn heading(&self, id: Option<&str>) -> Option<u8> {
        let said = |style: &Style| match style.outline {
            Some(outline) => Some((outline < 9).then_some(outline + 1)),
            None => named(&style.name).map(Some),
        };
        self.of_paragraph(id).find_map(said).flatten()
    }

    /// Whether paragraphs of a style are quotations.
    pub(super) fn is_quotation(&self, id: Option<&str>) -> bool {
        self.of_paragraph(id).any(|style| matches!(style.name.as_str(), "quote" | "intense quote" | "citaat"))
    }
}

/// The list and the level of a `w:numPr`.
pub(super) fn list(node: Node<'_, '_>) -> (Option<String>, Option<u8>) {
    let level = node.setting("ilvl").and_then(|level| level.parse().ok());
    (node.setting("numId").map(str::to_owned), level)
}

/// The level of a heading by the name of its style: `heading 2`, and what older or other programs make of it.
fn named(name: &str) -> Option<u8> {
    if matches!(name, "title" | "titel") {
        return Some(1);
    }
    let number = ["heading", "kop", "header level"].iter().find_map(|start| name.strip_prefix(start))?;
    number.trim().parse().ok().filter(|level| (1..=9).contains(level))
}

#[cfg(test)]
mod tests {
    use super::super::xml::parse;
    use super::*;

    fn styles(inner: &str) -> Styles {
        let space = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
        let text = format!("<w:styles xmlns:w=\"{space}\">{inner}</w:styles>");
        Styles::read(parse(&text, "styles.xml").unwrap().root_element())
    }

    #[test]
    fn a_heading_is_known_by_its_level_its_name_or_what_it_rests_on() {
        let styles = styles(
            r#"<w:style w:type="paragraph" w:default="1" w:styleId="Standaard"><w:name w:val="Normal"/></w:style>
            <w:style w:type="paragraph" w:styleId="Kop1"><w:name w:val="heading 1"/><w:basedOn w:val="Standaard"/><w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:style>
            <w:style w:type="paragraph" w:styleId="Tussenkop"><w:name w:val="Huisstijl-Kop"/><w:basedOn w:val="Kop1"/></w:style>
            <w:style w:type="paragraph" w:styleId="Romp"><w:name w:val="Romp"/><w:basedOn w:val="Kop1"/><w:pPr><w:outlineLvl w:val="9"/></w:pPr></w:style>
            <w:style w:type="paragraph" w:styleId="k2"><w:name w:val="Kop 2"/></w:style>
            <w:style w:type="paragraph" w:styleId="a"><w:name w:val="A"/><w:basedOn w:val="b"/></w:style>
            <w:style w:type="paragraph" w:styleId="b"><w:name w:val="B"/><w:basedOn w:val="a"/></w:style>"#,
        );
        let levels = ["Kop1", "Tussenkop", "Romp", "k2", "a", "unknown"].map(|id| styles.heading(Some(id)));
        assert_eq!(levels, [Some(1), Some(1), None, Some(2), None, None]);
        assert_eq!(styles.heading(None), None);
    }
}
