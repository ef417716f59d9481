//! Every sentence that a user reads, in Dutch and English.
//!
//! Layer 1. The rest of the house speaks in [`Message`]s, codes with arguments; `ide`, `report`, `lsp` and `cli` turn them into sentences with a [`Translator`].
//! The sentences stand in Fluent files, one a subject, in `nl/` and `en/`; a test fails where a code lacks a sentence in either.

mod io;

use std::fmt;
use std::sync::OnceLock;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use jiff::civil::Date;
use unic_langid::{LanguageIdentifier, langid};

pub use io::reason;

/// A language that Griffier speaks.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Default)]
pub enum Language {
    /// Nederlands, what is spoken where nothing was asked for.
    #[default]
    Dutch,
    /// English.
    English,
}

impl Language {
    /// Every language.
    pub const ALL: [Self; 2] = [Self::Dutch, Self::English];

    /// The code of settings and options, `nl` or `en`.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Dutch => "nl",
            Self::English => "en",
        }
    }

    /// Reads a code, also one with a region (`nl-NL`).
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        let primary = code.split(['-', '_']).next()?;
        Self::ALL.into_iter().find(|language| language.code().eq_ignore_ascii_case(primary))
    }

    fn identifier(self) -> LanguageIdentifier {
        match self {
            Self::Dutch => langid!("nl"),
            Self::English => langid!("en"),
        }
    }

    /// The Fluent files of the language, one a subject.
    const fn sources(self) -> &'static [&'static str] {
        match self {
            Self::Dutch => &[
                include_str!("nl/citation.ftl"),
                include_str!("nl/forms.ftl"),
                include_str!("nl/rules.ftl"),
                include_str!("nl/sense.ftl"),
                include_str!("nl/letter.ftl"),
                include_str!("nl/findings.ftl"),
                include_str!("nl/ide.ftl"),
                include_str!("nl/corpus.ftl"),
                include_str!("nl/notes.ftl"),
                include_str!("nl/fetch.ftl"),
                include_str!("nl/import.ftl"),
                include_str!("nl/tags.ftl"),
                include_str!("nl/server.ftl"),
                include_str!("nl/word.ftl"),
                include_str!("nl/cli.ftl"),
            ],
            Self::English => &[
                include_str!("en/citation.ftl"),
                include_str!("en/forms.ftl"),
                include_str!("en/rules.ftl"),
                include_str!("en/sense.ftl"),
                include_str!("en/letter.ftl"),
                include_str!("en/findings.ftl"),
                include_str!("en/ide.ftl"),
                include_str!("en/corpus.ftl"),
                include_str!("en/notes.ftl"),
                include_str!("en/fetch.ftl"),
                include_str!("en/import.ftl"),
                include_str!("en/tags.ftl"),
                include_str!("en/server.ftl"),
                include_str!("en/word.ftl"),
                include_str!("en/cli.ftl"),
            ],
        }
    }
}

/// Something to be said: a code, and what it is said of.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub struct Message {
    code: &'static str,
    arguments: Vec<(&'static str, Argument)>,
}

/// What a sentence is said of.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub enum Argument {
    /// Words, shown as they are.
    Text(String),
    /// A number, which can choose between singular and plural.
    Number(u64),
    /// Another message, translated in its turn.
    Message(Box<Message>),
}

impl Message {
    /// A message without arguments.
    #[must_use]
    pub const fn new(code: &'static str) -> Self {
        Self { code, arguments: Vec::new() }
    }

    /// The same with one argument more.
    #[must_use]
    pub fn with(mut self, name: &'static str, argument: impl Into<Argument>) -> Self {
        self.arguments.push((name, argument.into()));
        self
    }

    /// Its code.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        self.code
    }
}

impl<T: fmt::Display> From<T> for Argument {
    fn from(value: T) -> Self {
        Self::Text(value.to_string())
    }
}

impl Argument {
    /// A number that chooses between singular and plural.
    #[must_use]
    pub fn number(value: usize) -> Self {
        Self::Number(u64::try_from(value).unwrap_or(u64::MAX))
    }

    /// A day in figures, `15-2-2025`.
    #[must_use]
    pub fn day(date: Date) -> Self {
        Self::message(date_message("date-in-figures", date))
    }

    /// A day in words, `15 februari 2025`.
    #[must_use]
    pub fn date_in_words(date: Date) -> Self {
        Self::message(date_message("date-in-words", date))
    }

    /// A message within a message.
    #[must_use]
    pub fn message(message: Message) -> Self {
        Self::Message(Box::new(message))
    }
}

fn date_message(code: &'static str, date: Date) -> Message {
    let number = |value: i16| Argument::Number(u64::from(value.unsigned_abs()));
    Message::new(code)
        .with("day", number(date.day().into()))
        .with("month", number(date.month().into()))
        .with("year", number(date.year()))
}

/// Turns messages into sentences of one language. Making one costs nothing.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Translator {
    language: Language,
}

impl Translator {
    /// Speaks `language`.
    #[must_use]
    pub const fn new(language: Language) -> Self {
        Self { language }
    }

    /// The language that it speaks.
    #[must_use]
    pub const fn language(self) -> Language {
        self.language
    }

    /// The sentence. A code without a sentence says itself, so that a gap is seen rather than fatal; the tests leave none.
    #[must_use]
    pub fn text(self, message: &Message) -> String {
        self.lookup(message).unwrap_or_else(|| message.code.to_owned())
    }

    /// The sentence of a code that is only known as text, such as a rule's identifier; `None` where there is none.
    #[must_use]
    pub fn text_of_code(self, code: &str) -> Option<String> {
        self.format(code, None)
    }

    fn lookup(self, message: &Message) -> Option<String> {
        let mut arguments = FluentArgs::new();
        for (name, argument) in &message.arguments {
            let value = match argument {
                Argument::Text(text) => FluentValue::from(text.as_str()),
                #[expect(clippy::cast_precision_loss, reason = "counts of papers lie far below 2^52")]
                Argument::Number(number) => FluentValue::from(*number as f64),
                Argument::Message(inner) => FluentValue::from(self.text(inner)),
            };
            arguments.set(*name, value);
        }
        self.format(message.code, Some(&arguments))
    }

    fn format(self, code: &str, arguments: Option<&FluentArgs<'_>>) -> Option<String> {
        let bundle = bundle(self.language);
        let pattern = bundle.get_message(code)?.value()?;
        let mut errors = Vec::new();
        let text = bundle.format_pattern(pattern, arguments, &mut errors);
        debug_assert!(errors.is_empty(), "{code}: {errors:?}");
        Some(text.into_owned())
    }
}

fn bundle(language: Language) -> &'static FluentBundle<FluentResource> {
    static BUNDLES: [OnceLock<FluentBundle<FluentResource>>; 2] = [OnceLock::new(), OnceLock::new()];
    let index = match language {
        Language::Dutch => 0,
        Language::English => 1,
    };
    BUNDLES[index].get_or_init(|| {
        let mut bundle = FluentBundle::new_concurrent(vec![language.identifier()]);
        // The marks around arguments are meant for texts in two directions; Dutch and English have one.
        bundle.set_use_isolating(false);
        for source in language.sources() {
            // A part that does not parse is left out here and reported by the test below.
            let resource =
                FluentResource::try_new((*source).to_owned()).unwrap_or_else(|(resource, _)| resource);
            bundle.add_resource_overriding(resource);
        }
        bundle
    })
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;
    use std::path::Path;

    use fluent_bundle::FluentResource;

    use super::*;

    fn codes(language: Language) -> BTreeSet<String> {
        let mut codes = BTreeSet::new();
        for source in language.sources() {
            let resource = FluentResource::try_new((*source).to_owned())
                .unwrap_or_else(|(_, errors)| panic!("{language:?}: {errors:?}"));
            for entry in resource.entries() {
                if let fluent_syntax::ast::Entry::Message(message) = entry {
                    assert!(codes.insert(message.id.name.to_owned()), "{} is said twice", message.id.name);
                }
            }
        }
        codes
    }

    #[test]
    fn both_languages_say_the_same() {
        assert_eq!(codes(Language::Dutch), codes(Language::English));
    }

    #[test]
    fn every_message_in_the_sources_has_a_sentence() {
        let known = codes(Language::Dutch);
        let mut missing = BTreeSet::new();
        visit(Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/src")), &mut |text| {
            for (at, start) in text.match_indices("Message::new(") {
                let rest = text[at + start.len()..].trim_start();
                let Some(code) = rest.strip_prefix('"').and_then(|rest| rest.split('"').next()) else {
                    continue;
                };
                if !known.contains(code) {
                    missing.insert(code.to_owned());
                }
            }
        });
        assert!(missing.is_empty(), "without a sentence: {missing:?}");
    }

    fn visit(folder: &Path, f: &mut dyn FnMut(&str)) {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                visit(&path, f);
            } else if path.extension().is_some_and(|extension| extension == "rs")
                && !path.ends_with("messages/mod.rs")
            {
                f(&std::fs::read_to_string(&path).unwrap());
            }
        }
    }
}
