//! The page behind a paper: `p. 3`, `blz. 15-16`, `pag. 12 en 13`, `p. 4 e.v.`.

use winnow::Parser;
use winnow::combinator::{alt, not, opt};
use winnow::token::{one_of, take_while};

use crate::citation::Pin;
use crate::text::Span;

use super::{
    EmptyError, Input, Parsed, attempt, comma, connector, here, is_word_sign, next_char, only_if, range_sign,
    sep, some_sep, stands, word,
};

/// A pin, with the comma that may stand in front of it. The column that old papers are cited by is read and left out.
pub(in crate::citation) fn pin(input: &mut Input<'_>) -> Parsed<Pin> {
    (opt(comma), sep).parse_next(input)?;
    // Prose goes on behind most numbers, and does so with another letter.
    only_if(matches!(next_char(input), Some('p' | 'P' | 'b' | 'B')))?;
    let start = here(input);
    page_word(input)?;
    sep(input)?;
    let (page, mut text) = pages(input)?;
    let mut span = Span::new(start, here(input));
    loop {
        attempt(input, column);
        let Some(more) = attempt(input, |input: &mut Input<'_>| further_pages(input, page)) else { break };
        text = format!("{text}, {more}");
        span.end = here(input);
    }
    if attempt(input, and_following).is_some() {
        text.push_str(" e.v.");
        span.end = here(input);
        attempt(input, column);
    }
    Ok(Pin { text: format!("p. {text}"), page, span })
}

/// `l.k.`, `rk`, `slot lk.`, `linkerkolom`: where on a page of two columns.
fn column(input: &mut Input<'_>) -> Parsed<()> {
    (opt(comma), sep, opt((alt((word("slot"), word("midden"), word("begin"))), sep))).parse_next(input)?;
    only_if(matches!(next_char(input), Some('l' | 'L' | 'r' | 'R')))?;
    alt((
        (alt((word("linker"), word("rechter"))), opt('-'), word("kolom")).void(),
        (
            one_of(['l', 'r', 'L', 'R']),
            opt('.'),
            sep,
            one_of(['k', 'K']),
            not(one_of(is_word_sign)),
            opt('.'),
        )
            .void(),
    ))
    .parse_next(input)
}

fn page_word(input: &mut Input<'_>) -> Parsed<()> {
    let pagina =
        alt((word("pagina's"), word("pagina’s"), word("pagina"), word("pag"), word("pp"), word("p")));
    let bladzijde = alt((word("bladzijden"), word("bladzijde"), word("blz"), word("bldz"), word("bladz")));
    let word = alt((pagina, bladzijde));
    (word, not(one_of(|next: char| next.is_alphabetic())), sep, opt('.')).void().parse_next(input)
}

/// One page or a stretch of them; the first page, and how it is printed.
fn pages(input: &mut Input<'_>) -> Parsed<(u32, String)> {
    let first = page(input)?;
    let last = attempt(input, |input: &mut Input<'_>| {
        alt((range_sign, (sep, '/', sep).void())).parse_next(input)?;
        // `p. 4-p. 6`
        attempt(input, (page_word, sep));
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

/// `, 19-22`, `en 13`, `resp. 13` or `en p. 13`, but not `, nr. 6` nor a year, unless the pages themselves are numbered so high.
fn further_pages(input: &mut Input<'_>, first: u32) -> Parsed<String> {
    let named = attempt(input, (connector, page_word, sep)).is_some();
    if !named {
        let and = alt((word("en"), word("respectievelijk"), (word("resp"), opt('.')).void(), '&'.void()));
        alt((comma, (some_sep, and, some_sep).void())).parse_next(input)?;
    }
    let (page, printed) = pages(input)?;
    only_if(named || first >= 1000 || !(1900..2100).contains(&page))?;
    // What goes on in words behind a list of pages (`p. 3, 27 maart 2020`, `p. 3 en 12 gemeenten`) is no page.
    let goes_on = stands(input, (some_sep, take_while(3.., char::is_alphabetic)));
    // Five digits behind a list of pages are the dossier of the next paper.
    only_if((1..10_000).contains(&page) && (named || !goes_on))?;
    Ok(printed)
}

/// `e.v.`, `e v.`, `ev`, `en volgende`; `en verder` may as well go on with the sentence.
fn and_following(input: &mut Input<'_>) -> Parsed<()> {
    let short = (word("e"), opt('.'), sep, word("v"), not(one_of(is_word_sign)), opt('.')).void();
    let whole = (word("en"), some_sep, word("volgende"), not(one_of(is_word_sign)));
    // `en volgende week` is prose.
    let prose = (some_sep, not((word("en"), some_sep)), one_of(char::is_alphabetic));
    (sep, alt((short, (whole, not(prose)).void()))).void().parse_next(input)
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
            (", p. 4 en volgende", "p. 4 e.v."),
            (", p. 4 - p. 6", "p. 4-6"),
            (", p. 4 resp. 6", "p. 4, 6"),
            (", p. 1999 en 2001", "p. 1999, 2001"),
            (", p. 3 t/m 5", "p. 3-5"),
            (", p. 3 en p. 5", "p. 3, 5"),
            (", p. 3; p. 5", "p. 3, 5"),
            (", blz. 41, slot lk.", "p. 41"),
            (", blz. 41 l.k. en 43 r.k.", "p. 41, 43"),
            (", blz. 41, rechterkolom", "p. 41"),
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
            (", p. 3 en volgende week", " en volgende week"),
            (", p. 3 en 2020", " en 2020"),
        ] {
            let mut input = Input::new(printed);
            pin(&mut input).unwrap();
            assert_eq!(super::super::rest(&input), left);
        }
        assert!(pin(&mut Input::new(", per 1 mei")).is_err());
    }
}
