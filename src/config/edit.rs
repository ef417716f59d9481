//! Changing files of settings for their user: what is added is added, and everything else stays as it was written, comments and all.
//!
//! Plain functions from text to text; who reads and writes the file stands above.

use toml_edit::{Array, ArrayOfTables, DocumentMut, InlineTable, Item, Table, TableLike, Value, value};

use super::SilencedPlace;

/// A file that is no TOML, or holds something else where the entry should go; nobody guesses what was meant.
#[derive(Clone, Copy, PartialEq, Eq, Debug, thiserror::Error)]
#[error("the file cannot be added to")]
pub struct NotToml;

/// Turns a rule off in the text of a `griffier.toml`.
///
/// # Errors
/// [`NotToml`].
pub fn turn_off(text: &str, rule: &str) -> Result<String, NotToml> {
    let mut document = parse(text)?;
    let above = take_end(&mut document, "findings");
    let findings = table(&mut document, &above)?;
    let severity = findings.entry("severity").or_insert(Item::Value(Value::InlineTable(InlineTable::new())));
    let severity = severity.as_table_like_mut().ok_or(NotToml)?;
    if let Some(level) = severity.get_mut(rule).and_then(Item::as_value_mut) {
        // What stands around the old level, such as a reason behind it, stays.
        let around = level.decor().clone();
        *level = Value::from("off");
        *level.decor_mut() = around;
        return Ok(document.to_string());
    }
    severity.insert(rule, value("off"));
    if let Some(short) = findings.get_mut("severity").and_then(Item::as_inline_table_mut) {
        short.fmt();
    }
    Ok(document.to_string())
}

/// Leaves a rule out of a letter in the text of a `griffier.toml`. An entry that has the rule alone gets the letter too.
///
/// # Errors
/// [`NotToml`].
pub fn ignore_rule(text: &str, rule: &str, letter: &str) -> Result<String, NotToml> {
    let mut document = parse(text)?;
    let above = take_end(&mut document, "findings");
    let findings = table(&mut document, "")?;
    // Signs that mean something in a glob stand for themselves in a name.
    let path: String = letter.chars().flat_map(|sign| escaped(sign).chain([sign])).collect();
    let path = if path.starts_with(['!', '#']) { format!("\\{path}") } else { path };
    let entries = findings.entry("ignore").or_insert(Item::ArrayOfTables(ArrayOfTables::new()));
    match entries {
        Item::ArrayOfTables(entries) => {
            if !entries.iter_mut().any(|entry| add_to(entry, rule, &path)) {
                let mut entry = Table::new();
                entry.insert("rules", value(Array::from_iter([rule])));
                entry.insert("paths", value(Array::from_iter([&*path])));
                entry.decor_mut().set_prefix(format!("{above}\n"));
                entries.push(entry);
            }
        }
        // The short form, `ignore = [{ … }]`.
        Item::Value(Value::Array(entries)) => {
            let tables = |it: &mut Array| {
                it.iter_mut().filter_map(Value::as_inline_table_mut).any(|entry| add_to(entry, rule, &path))
            };
            if !tables(entries) {
                let mut entry = InlineTable::new();
                entry.insert("rules", Value::Array(Array::from_iter([rule])));
                entry.insert("paths", Value::Array(Array::from_iter([&*path])));
                entries.push(entry);
            }
        }
        _ => return Err(NotToml),
    }
    Ok(document.to_string())
}

/// Adds a place to the text of a file of silenced places; `head` stands above a new one.
///
/// # Errors
/// [`NotToml`].
pub fn silence_place(text: &str, place: &SilencedPlace, head: &str) -> Result<String, NotToml> {
    let mut document = parse(text)?;
    let mut above = take_end(&mut document, "place");
    if text.trim().is_empty() {
        above = format!("# {head}\n");
    }
    let places = document.entry("place").or_insert(Item::ArrayOfTables(ArrayOfTables::new()));
    let places = places.as_array_of_tables_mut().ok_or(NotToml)?;
    let mut entry = Table::new();
    let SilencedPlace { letter, rule, words, before, after, line: _ } = place;
    for (key, text) in
        [("letter", letter), ("rule", rule), ("words", words), ("before", before), ("after", after)]
    {
        entry.insert(key, value(text));
    }
    entry.decor_mut().set_prefix(format!("{above}\n"));
    places.push(entry);
    Ok(document.to_string())
}

fn parse(text: &str) -> Result<DocumentMut, NotToml> {
    text.parse().map_err(|_| NotToml)
}

/// What stands behind the last table, such as comments at the end: it stays where it is, above what is added.
/// Where there is such a table already, what is added goes there.
fn take_end(document: &mut DocumentMut, table: &str) -> String {
    if document.contains_key(table) {
        return String::new();
    }
    let end = document.trailing().as_str().unwrap_or_default().to_owned();
    document.set_trailing("");
    if end.is_empty() || end.ends_with('\n') { end } else { format!("{end}\n") }
}

/// The settings of findings, new at the end where there are none.
fn table<'d>(document: &'d mut DocumentMut, above: &str) -> Result<&'d mut dyn TableLike, NotToml> {
    let item = document.entry("findings").or_insert_with(|| {
        let mut table = Table::new();
        // Its own head is printed where it holds something besides tables.
        table.set_implicit(true);
        table.decor_mut().set_prefix(format!("{above}\n"));
        Item::Table(table)
    });
    item.as_table_like_mut().ok_or(NotToml)
}

/// Adds a path to an entry that leaves this rule out and no other; whether it did.
fn add_to(entry: &mut dyn TableLike, rule: &str, path: &str) -> bool {
    let rules = entry.get("rules").and_then(Item::as_array);
    let own = rules.is_some_and(|rules| rules.len() == 1 && rules.iter().all(|it| it.as_str() == Some(rule)));
    match entry.get_mut("paths").and_then(Item::as_array_mut).filter(|_| own) {
        Some(paths) => {
            if !paths.iter().any(|it| it.as_str() == Some(path)) {
                paths.push(path);
            }
            true
        }
        None => false,
    }
}

/// The sign before one that means something in a glob.
fn escaped(sign: char) -> impl Iterator<Item = char> {
    matches!(sign, '*' | '?' | '[' | ']' | '{' | '}' | '\\').then_some('\\').into_iter()
}

#[cfg(test)]
mod tests {
    use super::*;

    const SETTINGS: &str = "# Onze werkmap.\nlanguage = \"nl\"   # voorlopig\n\n[corpus]\nletters = [\n  \"brieven\", # alle\n]\n";

    #[test]
    fn a_rule_is_turned_off_and_everything_else_stays() {
        let once = turn_off(SETTINGS, "session-year").unwrap();
        assert_eq!(once, format!("{SETTINGS}\n[findings]\nseverity = {{ session-year = \"off\" }}\n"));
        let twice = turn_off(&once, "missing-number").unwrap();
        assert!(
            twice.ends_with("severity = { session-year = \"off\", missing-number = \"off\" }\n"),
            "{twice}"
        );
        assert_eq!(turn_off(&twice, "missing-number").unwrap(), twice);
        let tables = "[findings]\nstyle = \"kamer\" # zo\n\n[findings.severity]\nsession-year = \"hint\" # soms\n\n[annotation]\ncreator = \"A\"\n";
        assert_eq!(turn_off(tables, "session-year").unwrap(), tables.replace("\"hint\"", "\"off\""));
        // In a new workspace everything is a comment.
        let comments = "# language = \"nl\"\n\n# [findings]\n";
        let added = "\n[findings]\nseverity = { session-year = \"off\" }\n";
        assert_eq!(turn_off(comments, "session-year").unwrap(), format!("{comments}{added}"));
        let ignored = ignore_rule(comments, "session-year", "a.txt").unwrap();
        assert!(ignored.starts_with(&format!("{comments}\n[[findings.ignore]]\n")), "{ignored}");
        assert!(turn_off("", "session-year").unwrap().contains("[findings]"));
    }

    #[test]
    fn a_letter_is_added_to_the_entry_of_its_rule() {
        let once = ignore_rule(SETTINGS, "session-year", "brieven/a.txt").unwrap();
        assert_eq!(
            once,
            format!(
                "{SETTINGS}\n[[findings.ignore]]\nrules = [\"session-year\"]\npaths = [\"brieven/a.txt\"]\n"
            )
        );
        let twice = ignore_rule(&once, "session-year", "brieven/[b].txt").unwrap();
        assert_eq!(twice, once.replace("a.txt\"]", "a.txt\", 'brieven/\\[b\\].txt']"));
        let other = ignore_rule(&twice, "missing-number", "a.txt").unwrap();
        assert_eq!(other.matches("[[findings.ignore]]").count(), 2);
        let short = ignore_rule("findings = { ignore = [] }\n", "session-year", "a.txt").unwrap();
        assert_eq!(short, "findings = { ignore = [{ rules = [\"session-year\"], paths = [\"a.txt\"] }] }\n");
    }

    #[test]
    fn a_place_is_added_at_the_end() {
        let place = |words: &str| SilencedPlace {
            letter: "a.txt".into(),
            rule: "session-year".into(),
            words: words.into(),
            before: "Zie ".into(),
            after: " \"en\" verder".into(),
            line: 0,
        };
        let once = silence_place("", &place("2019/21"), "Plaatsen.").unwrap();
        insta::assert_snapshot!(silence_place(&once, &place("2011/13"), "Plaatsen.").unwrap(), @r#"
        # Plaatsen.

        [[place]]
        letter = "a.txt"
        rule = "session-year"
        words = "2019/21"
        before = "Zie "
        after = ' "en" verder'

        [[place]]
        letter = "a.txt"
        rule = "session-year"
        words = "2011/13"
        before = "Zie "
        after = ' "en" verder'
        "#);
    }

    #[test]
    fn what_is_no_toml_is_left_alone() {
        assert_eq!(turn_off("letters = [", "session-year"), Err(NotToml));
        assert_eq!(turn_off("findings = 3\n", "session-year"), Err(NotToml));
        assert_eq!(turn_off("[findings]\nseverity = \"off\"\n", "session-year"), Err(NotToml));
        assert_eq!(ignore_rule("[findings]\nignore = \"a\"\n", "session-year", "a.txt"), Err(NotToml));
        assert_eq!(silence_place("place = 1\n", &SilencedPlace::default(), ""), Err(NotToml));
    }
}
