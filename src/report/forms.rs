//! The forms of citations that are known, with examples: as a text for a terminal and as a page in Markdown.
//!
//! What an example means is read by the recogniser itself, so that neither can promise what is not so.

use std::fmt::Write as _;

use crate::citation::{Citation, Example, Family, Form, Recognised, Standing, forms};
use crate::letter::Format;
use crate::messages::{Message, Translator};

use super::words::in_one_line;

/// An example: what is printed, and what it means.
struct Shown {
    printed: String,
    means: String,
}

/// A form with its sentence.
struct Described {
    code: &'static str,
    sentence: String,
    examples: Vec<Shown>,
}

/// All forms as a terminal shows them.
#[must_use]
pub fn forms_text(say: Translator) -> String {
    let mut text = say.text(&Message::new("forms-intro")) + "\n";
    for (heading, forms) in chapters(say) {
        // Writing to a string cannot fail.
        let _ = write!(text, "\n{heading}\n");
        for form in forms {
            let _ = write!(text, "\n  {}\n", form.sentence);
            let width = form.examples.iter().map(|it| it.printed.chars().count()).max().unwrap_or(0);
            for Shown { printed, means } in &form.examples {
                let _ = writeln!(text, "    {printed:width$}  {means}");
            }
        }
    }
    text
}

/// All forms as a page.
#[must_use]
pub fn forms_page(say: Translator) -> String {
    let word = |code: &'static str| say.text(&Message::new(code));
    let mut page = format!("# {}\n\n{}\n", word("forms-title"), word("forms-intro"));
    for (heading, forms) in chapters(say) {
        let _ = write!(page, "\n## {heading}\n");
        for form in forms {
            let _ = write!(page, "\n{} (`{}`)\n\n", form.sentence, form.code);
            for Shown { printed, means } in &form.examples {
                let _ = writeln!(page, "* `{printed}` → {means}");
            }
        }
    }
    page
}

/// The forms by what they cite, in the order in which the recogniser has them.
fn chapters(say: Translator) -> Vec<(String, Vec<Described>)> {
    let mut chapters: Vec<(String, Vec<Described>)> = Vec::new();
    for form in forms() {
        let first = form.examples.first().map(recognised);
        let citations = first.as_ref().map(Recognised::unsettled).unwrap_or_default();
        let heading = say.text(&Message::new(heading(citations)));
        let described = describe(form, say);
        match chapters.iter_mut().find(|(other, _)| *other == heading) {
            Some((_, forms)) => forms.push(described),
            None => chapters.push((heading, vec![described])),
        }
    }
    chapters
}

/// The example by itself: what waits for a list is shown as such.
fn recognised(example: &Example) -> Recognised {
    Recognised::new(example.printed.into(), Format::Plain, None)
}

fn describe(form: &Form, say: Translator) -> Described {
    let examples = form.examples.iter().map(|example| {
        let means = meaning(recognised(example).unsettled(), say);
        Shown { printed: in_one_line(example.printed), means }
    });
    Described {
        code: form.code,
        sentence: say.text_of_code(&format!("form-{}", form.code)).unwrap_or_default(),
        examples: examples.collect(),
    }
}

/// The papers with their pages, and what they wait for.
fn meaning(citations: &[Citation], say: Translator) -> String {
    let papers: Vec<String> = citations
        .iter()
        .flat_map(|citation| &citation.targets)
        .map(|target| {
            let pin = target.pin.as_ref().map_or(String::new(), |pin| format!(" {}", pin.text));
            format!("{}{pin}", target.id)
        })
        .collect();
    let note = |code: &'static str| say.text(&Message::new(code));
    if papers.is_empty() {
        let by_page = citations.iter().any(|citation| !citation.pages.is_empty());
        return note(if by_page { "forms-by-page" } else { "forms-no-identifier" });
    }
    let papers = papers.join("; ");
    if citations.iter().any(|citation| citation.standing == Standing::Unconfirmed) {
        return format!("{papers} ({})", note("forms-unconfirmed"));
    }
    papers
}

/// The heading of what a form cites, as a message.
fn heading(citations: &[Citation]) -> &'static str {
    if citations.iter().any(Citation::is_inferred) {
        return "family-inferred";
    }
    match citations.first().map_or(Family::Kamerstuk, |citation| citation.family) {
        Family::Kamerstuk => "family-kamerstuk",
        Family::Handelingen => "family-handelingen",
        Family::Aanhangsel => "family-aanhangsel",
        Family::Kamervragen | Family::Zaak | Family::TkDocument => "family-zaak",
        Family::Bijlage => "family-bijlage",
        Family::Staatsblad | Family::Staatscourant | Family::Tractatenblad => "family-staatsblad",
        Family::EuAct | Family::EuJournal => "family-eu",
        Family::Ecli => "family-ecli",
        Family::Bwb => "family-bwb",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::messages::Language;

    #[test]
    fn every_form_has_a_sentence_in_both_languages() {
        for say in Language::ALL.map(Translator::new) {
            for form in forms() {
                let sentence = describe(form, say).sentence;
                assert!(sentence.ends_with('.'), "form-{} says {sentence:?}", form.code);
            }
        }
    }

    #[test]
    fn every_chapter_has_a_heading() {
        for say in Language::ALL.map(Translator::new) {
            for (heading, forms) in chapters(say) {
                assert!(!heading.starts_with("family-"), "{heading}");
                assert!(!forms.is_empty());
            }
        }
    }
}
