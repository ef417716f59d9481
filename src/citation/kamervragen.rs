//! Written questions by the word for them: `Kamervragen 2024Z18775`, and their answers as officielebekendmakingen.nl calls them, `Kamervragen (Aanhangsel) 2018–2019, nr. 640`.
//!
//! The vragen of a paper without such a number (`Vragen van het lid … (ingezonden …)`) name nothing that has an identifier.

use winnow::Parser;
use winnow::combinator::{alt, opt};

use crate::identifier::{DocumentId, Series};
use crate::text::Span;

use super::grammar::{Input, Parsed, attempt, comma, here, only_if, sep, some_sep, word};
use super::recognise::{Grammar, Scene};
use super::zaak::{Kind, tk_number};
use super::{Citation, Example, Form, aanhangsel};

/// Keyword first.
pub(super) static GRAMMAR: Grammar = Grammar {
    starts: &["Kamerv", "kamerv", "Kamer-", "kamer-"],
    numbers: &[],
    forms: &[
        Form {
            code: "questions",
            examples: &[
                Example { printed: "Kamervragen 2023Z04512", means: "kv-tk-2023Z04512" },
                Example { printed: "Kamervragen zonder antwoord 2019Z21044", means: "kv-tk-2019Z21044" },
            ],
        },
        Form {
            code: "answers-as-questions",
            examples: &[Example {
                printed: "Kamervragen (Aanhangsel) 2018–2019, nr. 640",
                means: "ah-tk-20182019-640",
            }],
        },
    ],
    read: |input, scene| attempt(input, |input: &mut Input<'_>| citation(input, scene)),
};

fn citation(input: &mut Input<'_>, scene: &Scene<'_>) -> Parsed<Citation> {
    let start = here(input);
    only_if(!scene.is_within_word())?;
    word("kamervragen").parse_next(input)?;
    match attempt(input, |input: &mut Input<'_>| aanhangsel::as_questions(input, start, scene)) {
        Some(answers) => Ok(answers),
        None => unanswered(input, start),
    }
}

/// `Kamervragen 2024Z18775`, `Kamervragen zonder antwoord 2024Z18775`, `Kamervragen (2024Z18775)`.
fn unanswered(input: &mut Input<'_>, start: usize) -> Parsed<Citation> {
    opt((some_sep, word("zonder"), some_sep, word("antwoord"))).parse_next(input)?;
    (opt(alt((comma, (sep, ':').void()))), sep).parse_next(input)?;
    let bracket = opt(('(', sep)).parse_next(input)?;
    let number = tk_number(input)?;
    only_if(number.kind == Kind::Zaak)?;
    if bracket.is_some() {
        (sep, ')').parse_next(input)?;
    }
    let span = Span::new(start, here(input));
    Ok(Citation::plain(span, DocumentId::Named(Series::Kamervragen, format!("tk-{}", number.name).into())))
}

#[cfg(test)]
mod tests {
    use super::super::fixture::{means, read};

    #[test]
    fn questions_by_their_number() {
        means("Kamervragen 2024Z07331", "kv-tk-2024Z07331");
        means("kamervragen (2024Z07331)", "kv-tk-2024Z07331");
        means("Kamer-\nvragen zonder antwoord 2024Z\n07331", "kv-tk-2024Z07331");
    }

    #[test]
    fn answers_by_the_word_for_questions() {
        means("Kamervragen (Aanhangsel) 2020–2021, nr. 2345", "ah-tk-20202021-2345");
        means("Kamervragen 2020/21, nr. 2345", "ah-tk-20202021-2345");
        assert_eq!(
            read("2Kamervragen (Aanhangsel) 2023–2024, nr. 2267"),
            "Kamervragen (Aanhangsel) 2023–2024, nr. 2267 = ah-tk-20232024-2267"
        );
    }

    #[test]
    fn questions_without_a_number_are_no_citation() {
        for text in [
            "Kamervragen van het lid Van Dijk (ingezonden 3 mei 2019)",
            "de Kamervragen over 2019 en 2020",
            "Kamervragen, nr. 12",
            "kamervragen 12 en 13",
        ] {
            assert_eq!(read(text), "", "{text}");
        }
    }
}
