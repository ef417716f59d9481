//! The numbers that Word computes: what stands in front of the items of lists and of numbered headings.
//!
//! They stand nowhere in the text of a file. Lists of one description count on together, unless one of them says that it begins anew.

use std::collections::{HashMap, HashSet};

use roxmltree::Node;

use super::xml::Element as _;

/// Levels are counted from 0, and there are nine.
const LEVELS: usize = 9;

/// The descriptions of lists.
#[derive(Debug, Default)]
pub(super) struct Numbering {
    descriptions: HashMap<String, Description>,
    lists: HashMap<String, List>,
}

#[derive(Debug, Default)]
struct Description {
    levels: [Option<Level>; LEVELS],
    /// The style whose list this is described by.
    by_style: Option<String>,
}

#[derive(Debug, Default)]
struct List {
    description: String,
    starts: [Option<u64>; LEVELS],
    levels: [Option<Level>; LEVELS],
}

#[derive(Clone, Debug, Default)]
struct Level {
    start: u64,
    format: String,
    /// What is printed, with `%1` for the number of the first level.
    words: String,
    /// The style whose paragraphs are items of this level.
    style: Option<String>,
    /// Whether all numbers are printed in figures.
    legal: bool,
}

/// How far each list has counted.
#[derive(Debug, Default)]
pub(super) struct Counters {
    counts: HashMap<String, [Option<u64>; LEVELS]>,
    begun: HashSet<(String, usize)>,
}

/// What is printed in front of an item.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) enum Label {
    /// A sign.
    Sign,
    /// A number and a point or parenthesis.
    Number(u64),
    /// Anything else, such as `2.1` or `a.`; empty where nothing is printed.
    Words(String),
}

impl Numbering {
    /// Reads `numbering.xml`.
    pub(super) fn read(root: Node<'_, '_>) -> Self {
        let mut numbering = Self::default();
        for node in root.children().filter(|node| node.is("abstractNum")) {
            let Some(id) = node.value("abstractNumId") else { continue };
            let by_style = node.setting("numStyleLink").map(str::to_owned);
            let description = Description { levels: levels(node), by_style };
            numbering.descriptions.insert(id.to_owned(), description);
        }
        for node in root.children().filter(|node| node.is("num")) {
            let (Some(id), Some(description)) = (node.value("numId"), node.setting("abstractNumId")) else {
                continue;
            };
            let mut list = List { description: description.to_owned(), ..List::default() };
            for change in node.children().filter(|node| node.is("lvlOverride")) {
                let Some(at) = level_of(change).filter(|at| *at < LEVELS) else { continue };
                list.starts[at] = change.setting("startOverride").and_then(|start| start.parse().ok());
                list.levels[at] = change.child("lvl").map(level);
            }
            numbering.lists.insert(id.to_owned(), list);
        }
        numbering
    }

    /// The level of a list that the paragraphs of a style are items of.
    pub(super) fn level_of_style(&self, list: &str, style: &str) -> Option<u8> {
        let description = self.descriptions.get(&self.lists.get(list)?.description)?;
        let is_its =
            |level: &Option<Level>| level.as_ref().is_some_and(|it| it.style.as_deref() == Some(style));
        u8::try_from(description.levels.iter().position(is_its)?).ok()
    }

    /// The style whose list describes this one.
    pub(super) fn described_by(&self, list: &str) -> Option<&str> {
        self.descriptions.get(&self.lists.get(list)?.description)?.by_style.as_deref()
    }

    fn level(&self, list: &str, at: usize) -> Option<&Level> {
        let list = self.lists.get(list)?;
        list.levels[at].as_ref().or_else(|| self.descriptions.get(&list.description)?.levels[at].as_ref())
    }
}

fn level_of(node: Node<'_, '_>) -> Option<usize> {
    node.value("ilvl")?.parse().ok()
}

fn levels(node: Node<'_, '_>) -> [Option<Level>; LEVELS] {
    let mut levels: [Option<Level>; LEVELS] = Default::default();
    for node in node.children().filter(|node| node.is("lvl")) {
        if let Some(place) = level_of(node).and_then(|at| levels.get_mut(at)) {
            *place = Some(level(node));
        }
    }
    levels
}

fn level(node: Node<'_, '_>) -> Level {
    Level {
        start: node.setting("start").and_then(|start| start.parse().ok()).unwrap_or(0),
        format: node.setting("numFmt").unwrap_or("decimal").to_owned(),
        words: node.setting("lvlText").unwrap_or_default().to_owned(),
        style: node.setting("pStyle").map(str::to_owned),
        legal: node.switch("isLgl").unwrap_or(false),
    }
}

impl Counters {
    /// Counts one item more of a level of a list; what is printed in front of it, or nothing where the list is not described.
    pub(super) fn next(&mut self, numbering: &Numbering, list: &str, level: u8) -> Option<Label> {
        let at = usize::from(level).min(LEVELS - 1);
        let own = numbering.level(list, at)?;
        let this = numbering.lists.get(list)?;
        let counts = self.counts.entry(this.description.clone()).or_default();
        let anew = this.starts[at].filter(|_| self.begun.insert((list.to_owned(), at)));
        counts[at] = Some(match (anew, counts[at]) {
            (Some(start), _) => start,
            (None, Some(count)) => count.saturating_add(1),
            (None, None) => own.start,
        });
        counts[at + 1..].fill(None);
        for (higher, count) in counts[..at].iter_mut().enumerate() {
            let start = || numbering.level(list, higher).map_or(1, |level| level.start);
            count.get_or_insert_with(start);
        }
        if own.format == "bullet" {
            return Some(Label::Sign);
        }
        if own.format == "none" {
            return Some(Label::Words(String::new()));
        }
        let mark = format!("%{}", at + 1);
        let is_plain = own.format == "decimal"
            && own.words.strip_prefix(&mark).is_some_and(|rest| matches!(rest, "" | "." | ")" | ".)"));
        let count = counts[at].unwrap_or(own.start);
        if is_plain {
            return Some(Label::Number(count));
        }
        let mut words = own.words.clone();
        for (other, count) in counts[..=at].iter().enumerate() {
            let mark = format!("%{}", other + 1);
            let format = numbering.level(list, other).map_or("decimal", |level| &level.format);
            let format = if own.legal { "decimal" } else { format };
            words = words.replace(&mark, &in_format(format, count.unwrap_or_default()));
        }
        Some(Label::Words(words.trim().to_owned()))
    }
}

/// A number as it is printed in a list.
pub(super) fn in_format(format: &str, number: u64) -> String {
    match format {
        "decimalZero" => format!("{number:02}"),
        "lowerLetter" => letters(number),
        "upperLetter" => letters(number).to_uppercase(),
        "lowerRoman" => roman(number).to_lowercase(),
        "upperRoman" => roman(number),
        "ordinal" => format!("{number}e"),
        "none" | "bullet" => String::new(),
        _ => number.to_string(),
    }
}

/// `a` to `z`, and then `aa`, `bb`, as Word counts on.
fn letters(number: u64) -> String {
    let Some(number) = number.checked_sub(1).and_then(|number| u32::try_from(number).ok()) else {
        return String::new();
    };
    let letter = char::from_u32(u32::from(b'a') + number % 26).unwrap_or('a');
    letter.to_string().repeat(usize::try_from(number / 26 + 1).unwrap_or(1).min(20))
}

fn roman(number: u64) -> String {
    let numeral = u16::try_from(number).ok().and_then(crate::identifier::Roman::new);
    numeral.map_or_else(|| number.to_string(), |numeral| numeral.to_string())
}

#[cfg(test)]
mod tests {
    use super::super::xml::parse;
    use super::*;

    #[test]
    fn lists_count_as_word_does() {
        let space = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
        let text = format!(
            r#"<w:numbering xmlns:w="{space}">
            <w:abstractNum w:abstractNumId="0">
              <w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:pStyle w:val="Kop1"/><w:lvlText w:val="%1."/></w:lvl>
              <w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="%1.%2)"/></w:lvl>
              <w:lvl w:ilvl="2"><w:numFmt w:val="bullet"/><w:lvlText w:val="-"/></w:lvl>
            </w:abstractNum>
            <w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>
            <w:num w:numId="2"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride></w:num>
            </w:numbering>"#
        );
        let numbering = Numbering::read(parse(&text, "numbering.xml").unwrap().root_element());
        let mut counters = Counters::default();
        let mut next = |list: &str, level| counters.next(&numbering, list, level);
        let words = |words: &str| Some(Label::Words(words.to_owned()));
        assert_eq!(next("1", 0), Some(Label::Number(1)));
        assert_eq!(next("1", 0), Some(Label::Number(2)));
        assert_eq!(next("1", 1), words("2.a)"));
        assert_eq!(next("1", 1), words("2.b)"));
        assert_eq!(next("1", 2), Some(Label::Sign));
        assert_eq!(next("1", 0), Some(Label::Number(3)));
        assert_eq!(next("1", 1), words("3.a)"));
        // Another list of the same description begins anew once, where it says so.
        assert_eq!(next("2", 0), Some(Label::Number(5)));
        assert_eq!(next("2", 0), Some(Label::Number(6)));
        assert_eq!(next("1", 0), Some(Label::Number(7)));
        assert_eq!(next("9", 0), None);
        assert_eq!(numbering.level_of_style("1", "Kop1"), Some(0));
    }

    #[test]
    fn numbers_are_printed_as_word_prints_them() {
        let printed = |format, number| in_format(format, number);
        assert_eq!(printed("lowerLetter", 28), "bb");
        assert_eq!(printed("upperRoman", 4), "IV");
        assert_eq!(printed("lowerRoman", 4000), "4000");
        assert_eq!(printed("decimalZero", 7), "07");
    }
}
