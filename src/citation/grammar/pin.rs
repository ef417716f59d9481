//! The page behind a paper: `p. 3`, `blz. 15-16`, `pag. 12 en 13`, `p. 4 e.v.`.

use winnow::Parser;
use winnow::combinator::{alt, not, opt};
use winnow::token::{one_of, take_while};

use crate::citation::Pin;
use crate::text::Span;

use super::{
    EmptyError, Input, Parsed, attempt, comma, dash, here, is_word_sign, next_char, only_if, sep, some_sep,
    stands, word,
};

/// A pin, with the comma that may stand in front of it.
pub(in crate::citation) fn pin(input: &mut Input<'_>) -> Parsed<Pin> {
    (opt(comma), sep).parse_next(input)?;
    let start = here(input);
    page_word(input)?;
    sep(input)?;
    let (page, mut text) = pages(input)?;
    while let Some(more) = attempt(input, further_pages) {
        text = format!("{text}, {more}");
    }
    if attempt(input, and_following).is_some() {
        text.push_str(" e.v.");
    }
    Ok(Pin { text: format!("p. {text}"), page, span: Span::new(start, here(input)) })
}

fn page_word(input: &mut Input<'_>) -> Parsed<()> {
    let word = alt((
        word("bladzijden"),
        word("bladzijde"),
        word("pagina's"),
        word("pagina’s"),
        word("pagina"),
        word("pag"),
        word("blz"),
        word("pp"),
        word("p"),
    ));
    (word, not(one_of(|next: char| next.is_alphabetic())), sep, opt('.')).void().parse_next(input)
}

/// One page or a stretch of them; the first page, and how it is printed.
fn pages(input: &mut Input<'_>) -> Parsed<(u32, String)> {
    let first = page(input)?;
    let last = attempt(input, |input: &mut Input<'_>| {
        alt((dash, (sep, '/', sep).void())).parse_next(input)?;
        page(input)
    });
    let printed = last.map_or_else(|| first.to_string(), |last| format!("{first}-{last}"));
    Ok((first, printed))
}

/// A page has at most five digits, and is no dossier in two parts.
fn page(input: &mut Input<'_>) -> Parsed<u32> {
    let digits: &str = take_while(1..=5, |sign: char| sign.is_ascii_digit()).parse_next(input)?;
    let group = |input: &mut Input<'_>| {
        (
            some_sep,
            take_while(3, |sign: char| sign.is_ascii_digit()),
            not(one_of(|next: char| next.is_ascii_digit())),
        )
            .void()
            .parse_next(input)
    };
    only_if(!next_char(input).is_some_and(is_word_sign) && !stands(input, group))?;
    digits.parse().map_err(|_| EmptyError)
}

/// `, 19-22` or `en 13`, but not `, nr. 6` nor the year of a date.
fn further_pages(input: &mut Input<'_>) -> Parsed<String> {
    alt((comma, (some_sep, word("en"), some_sep).void())).parse_next(input)?;
    let (page, printed) = pages(input)?;
    // What is named behind a list of pages (`p. 3, 27 maart 2020`) is no page.
    let is_date = stands(
        input,
        (
            some_sep,
            one_of(|sign: char| sign.is_alphabetic()),
            one_of(|sign: char| sign.is_alphabetic()),
            one_of(|sign: char| sign.is_alphabetic()),
        ),
    );
    // Five digits behind a list of pages are the dossier of the next paper.
    only_if((1..10_000).contains(&page) && !is_date)?;
    Ok(printed)
}

/// `e.v.`, `e v.`, `ev`.
fn and_following(input: &mut Input<'_>) -> Parsed<()> {
    (sep, word("e"), opt('.'), sep, word("v"), not(one_of(is_word_sign)), opt('.')).void().parse_next(input)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn prints_one_way_whatever_was_printed() {
        for (printed, pin_text) in [
            (", p. 7", "p. 7"),
            (", p.7", "p. 7"),
            (" blz 1092", "p. 1092"),
            (", pag. 2 en 6", "p. 2, 6"),
            (", bladzijde 5 - 6", "p. 5-6"),
            (", p. 69/70", "p. 69-70"),
            (", p. 17, 19-22", "p. 17, 19-22"),
            (" pag 4 e v.", "p. 4 e.v."),
            (", p.\n15-\n16", "p. 15-16"),
        ] {
            let mut input = Input::new(printed);
            assert_eq!(pin(&mut input).unwrap().text, pin_text);
            assert_eq!(super::super::rest(&input), "", "{printed}");
        }
    }

    #[test]
    fn leaves_what_is_not_its_own() {
        for (printed, left) in [
            (", p. 12 en 13, en nr. 6", ", en nr. 6"),
            (", p. 3, 27 maart 2020", ", 27 maart 2020"),
            (", p. 3, 29 984, nr. 5", ", 29 984, nr. 5"),
            (", p. 3, 29984, nr. 5", ", 29984, nr. 5"),
            (", p. 3 en verder", " en verder"),
        ] {
            let mut input = Input::new(printed);
            pin(&mut input).unwrap();
            assert_eq!(super::super::rest(&input), left);
        }
        assert!(pin(&mut Input::new(", per 1 mei")).is_err());
    }
}
