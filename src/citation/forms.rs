//! The forms that are known, each with examples: what `explain forms` shows, what the page of forms is made of, and what the tests run.

use super::allusion;
use super::recognise::GRAMMARS;

/// A way to write citations.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Form {
    /// Its name in lists: words with hyphens. The sentence on it is the message `form-<code>`.
    pub code: &'static str,
    /// How it looks.
    pub examples: &'static [Example],
}

/// A citation as one would print it, and what it means.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Example {
    /// The words. They mean the same alone and within a sentence.
    pub printed: &'static str,
    /// The identifiers, each with its pin, joined by `; `: `kst-32450-3 p. 17`; empty where it has none. Pages for a catalogue to settle are `tk 20052006 meeting 33 2201-2204 p. 2201-2204`.
    pub means: &'static str,
}

/// All forms, in the order of the documentation.
pub fn forms() -> impl Iterator<Item = &'static Form> {
    GRAMMARS.iter().flat_map(|grammar| grammar.forms)
}

/// The ways of referring to a paper without saying it all. Each example is a passage whose last citation is one.
pub fn allusions() -> impl Iterator<Item = &'static Form> {
    allusion::FORMS.iter()
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::super::fixture::read;
    use super::*;

    #[test]
    fn every_example_means_what_it_says() {
        for Example { printed, means } in forms().flat_map(|form| form.examples) {
            // The parentheses around a number are no part of what is cited, and a form without a keyword waits for a catalogue.
            let cited = printed.strip_prefix('(').and_then(|it| it.strip_suffix(')')).unwrap_or(printed);
            let expected = format!("{} = {means}", cited.escape_debug());
            // What has no identifier means nothing.
            let expected = expected.trim_end();
            let read = |text: &str| read(text).trim_end_matches(" ?").to_owned();
            assert_eq!(read(printed), expected);
            let sentence = format!(
                "Dat staat in de stukken ({printed}), zie de brief van 3 mei 2019 over 12 gemeenten."
            );
            assert_eq!(read(&sentence), expected, "in a sentence");
        }
    }

    #[test]
    fn every_passage_ends_in_an_allusion_that_means_what_it_says() {
        for Example { printed, means } in allusions().flat_map(|form| form.examples) {
            let read = read(printed);
            let last = read.lines().last().expect("the passage cites something");
            assert!(last.contains(&format!(" = {means} <- ")), "{printed}: {last}");
        }
    }

    #[test]
    fn every_form_has_its_own_name_and_at_least_one_example() {
        let mut codes = BTreeSet::new();
        for form in forms().chain(allusions()) {
            assert!(codes.insert(form.code), "{} is there twice", form.code);
            assert!(!form.examples.is_empty(), "{} has no example", form.code);
        }
    }
}
