//! The names that a letter gives, for one who checks how it uses them: `(hierna: de Kennisgevingsbrief)`, whatever they are names of.

use std::sync::OnceLock;

use aho_corasick::packed;

use crate::citation::grammar::{attempt, here};
use crate::letter::Letter;
use crate::text::Span;

use super::definition::{name, split};
use super::noun::input_at;
use super::words::trimmed;

/// So many names are looked for; no letter gives more.
const MOST: usize = 64;

/// A name where the letter gives it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct DefinedName {
    /// The words that give it, `hierna: de Kennisgevingsbrief`.
    pub span: Span,
    /// The name in them, without its article.
    pub name: Span,
}

/// The names that a letter gives, in order of place. `text` is the text that the letter was read from.
#[must_use]
pub fn defined_names(text: &str, letter: &Letter) -> Vec<DefinedName> {
    let mut names: Vec<DefinedName> = Vec::new();
    for found in triggers().find_iter(text.as_bytes()) {
        let start = found.start();
        let next = letter.silent.partition_point(|silent| silent.end <= start);
        if letter.silent.get(next).is_some_and(|silent| silent.contains(start)) || names.len() >= MOST {
            continue;
        }
        let in_brackets = text[..trimmed(text, start)].ends_with('(');
        let mut input = input_at(text, start);
        let Some(words) = attempt(&mut input, |input: &mut _| name(input, in_brackets)) else { continue };
        let single = split(words.of(text)).is_some();
        let article = ["de ", "het "].into_iter().find(|article| words.of(text).starts_with(article));
        let name = Span::new(words.start + article.map_or(0, str::len), words.end);
        if single && !name.is_empty() {
            names.push(DefinedName { span: Span::new(start, here(&input)), name });
        }
    }
    names
}

fn triggers() -> &'static packed::Searcher {
    static SEARCHER: OnceLock<packed::Searcher> = OnceLock::new();
    SEARCHER.get_or_init(|| {
        packed::Config::new()
            .builder()
            .extend(["hierna", "Hierna", "verder:", "verder te noemen"])
            .build()
            .expect("a few short literals, which every processor can search for")
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::letter::Format;

    #[test]
    fn of_papers_and_of_anything_else() {
        let text = "De brief (Kamerstuk 29 521, nr. 385; hierna: de Missiebrief) en het Staatstoezicht op de mijnen \
            (hierna: SodM) volgen. Hierna volgt een overzicht. Het Hof, hierna te noemen «het Hof», zweeg.";
        let names = defined_names(text, &Letter::read(text, Format::Plain));
        let names: Vec<&str> = names.iter().map(|defined| defined.name.of(text)).collect();
        assert_eq!(names, ["Missiebrief", "SodM", "Hof"]);
    }
}
