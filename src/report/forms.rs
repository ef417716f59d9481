//! The forms of citations that are known, with examples: as a text for a terminal and as a page in Markdown.
//!
//! What an example means is read by the recogniser itself, so that neither can promise what is not so.

use std::fmt::Write as _;

use crate::citation::{Citation, Example, Family, Form, Recognised, Standing, allusions, forms};
use crate::letter::Format;
use crate::messages::{Message, Translator};

use super::words::in_one_line;

/// An example: what is printed, and what it means.
struct Shown {
    printed: String,
    means: String,
}

/// So many columns an example may take for its meaning to stand beside it.
const WIDEST: usize = 90;

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
            let widths = form.examples.iter().map(|it| it.printed.chars().count());
            let width = widths.filter(|&width| width <= WIDEST).max().unwrap_or(0);
            for Shown { printed, means } in &form.examples {
                // What a passage means stands below it.
                let between = if printed.chars().count() <= WIDEST { "  " } else { "\n      " };
                let _ = writeln!(text, "    {printed:width$}{between}{means}");
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

/// What the chapters are about, in the order in which a reader looks for them.
const CHAPTERS: [&str; 10] = [
    "family-kamerstuk",
    "family-handelingen",
    "family-aanhangsel",
    "family-zaak",
    "family-bijlage",
    "family-staatsblad",
    "family-eu",
    "family-ecli",
    "family-bwb",
    "family-inferred",
];

/// The forms by what they cite.
fn chapters(say: Translator) -> Vec<(String, Vec<Described>)> {
    let forms: Vec<(&'static str, &Form)> =
        forms().chain(allusions()).map(|form| (chapter(form), form)).collect();
    let forms_of = |code: &str| -> Vec<Described> {
        forms.iter().filter(|(of, _)| *of == code).map(|(_, form)| describe(form, say)).collect()
    };
    let chapters = CHAPTERS.map(|code| (say.text(&Message::new(code)), forms_of(code)));
    chapters.into_iter().filter(|(_, forms)| !forms.is_empty()).collect()
}

/// The example by itself: what waits for a list is shown as such.
fn recognised(example: &Example) -> Recognised {
    Recognised::new(example.printed.into(), Format::Plain, None)
}

fn describe(form: &Form, say: Translator) -> Described {
    let examples = form.examples.iter().map(|example| {
        let recognised = recognised(example);
        let means = match recognised.unsettled() {
            // Of a passage that ends in an allusion that alone is what the example is about.
            [.., last] if last.is_inferred() => {
                let words = in_one_line(last.span.of(example.printed));
                format!("{words}: {}", meaning(std::slice::from_ref(last), say))
            }
            citations => meaning(citations, say),
        };
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

/// What a form cites, by its first example.
fn chapter(form: &Form) -> &'static str {
    let first = form.examples.first().map(recognised);
    let citations = first.as_ref().map(Recognised::unsettled).unwrap_or_default();
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
            for form in forms().chain(allusions()) {
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
