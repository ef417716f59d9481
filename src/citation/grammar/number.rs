//! The number of a paper within its dossier: `nr. 385`, `nr. AB`, `nr. 188b`.

use winnow::Parser;
use winnow::combinator::{alt, not, opt, peek};
use winnow::stream::Stream;
use winnow::token::{one_of, take_while};

use crate::identifier::{Ondernummer, is_month};

use super::{
    EmptyError, Input, Parsed, attempt, dash, ends_paragraph, footnote_marks, is_word_sign, next_char,
    only_if, rest, sep, some_sep, stands, word,
};

/// The word in front of a number.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(in crate::citation) enum NumberSign {
    /// `nr.`, `nummer`
    One,
    /// `nrs.`, `nummers`
    Several,
}

/// `nr.`, `nr`, `nrs.`, `nummer`, `nummers`, `no.`, also `onder nr.`, `stuk nr.`, `ondernummer`, with what stands behind it.
pub(in crate::citation) fn number_sign(input: &mut Input<'_>) -> Parsed<NumberSign> {
    // What comes next is no sign far more often than it is one.
    match next_char(input) {
        Some('n' | 'N') => plain_sign(input),
        Some('o' | 'O' | 's' | 'S' | 'v' | 'V' | 'm' | 'M') => {
            sign_prefix(input)?;
            let _ = attempt(input, sign_prefix);
            plain_sign(input)
        }
        _ => Err(EmptyError),
    }
}

fn plain_sign(input: &mut Input<'_>) -> Parsed<NumberSign> {
    let sign = alt((
        word("nummers").value(NumberSign::Several),
        word("nummer").value(NumberSign::One),
        word("nrs").value(NumberSign::Several),
        word("nr").value(NumberSign::One),
        (word("nos"), sep, '.').value(NumberSign::Several),
        (word("no"), sep, '.').value(NumberSign::One),
        (word("n"), one_of(['°', 'º'])).value(NumberSign::One),
    ))
    .parse_next(input)?;
    // A line end behind a sign without its stop is not part of the sign.
    (not(one_of(|next: char| next.is_alphabetic())), opt((sep, '.', opt('.'))), opt((sep, ':')))
        .parse_next(input)?;
    // `nr, 385` is a slip.
    attempt(input, (',', peek((sep, one_of(|next: char| next.is_ascii_digit())))));
    Ok(sign)
}

/// What stands in front of a sign and adds nothing to it.
fn sign_prefix(input: &mut Input<'_>) -> Parsed<()> {
    (
        alt((
            word("onder"),
            word("stukken"),
            word("stuk"),
            word("volg"),
            (word("op"), some_sep).void(),
            (word("met"), some_sep).void(),
        )),
        sep,
    )
        .void()
        .parse_next(input)
}

/// One to four digits, perhaps with a letter, or one or two capitals.
pub(in crate::citation) fn written_number(input: &mut Input<'_>) -> Parsed<Ondernummer> {
    alt((digits_with_letter, letters)).parse_next(input)
}

fn digits_with_letter(input: &mut Input<'_>) -> Parsed<Ondernummer> {
    let text = rest(input);
    if let Some((number, len)) = with_thousands(text) {
        input.next_slice(len);
        return Ok(number);
    }
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    only_if((1..=4).contains(&digits))?;
    let letter = text[digits..].chars().next().filter(char::is_ascii_alphabetic);
    let letter = letter.filter(|_| !text[digits + 1..].starts_with(is_word_sign));
    let number = match (Ondernummer::parse(&text[..digits]), letter) {
        // The letter of old papers of the Eerste Kamer is small whatever is printed.
        (Some(Ondernummer::Number(number)), Some(letter)) => {
            Ondernummer::Lettered(number, letter.to_ascii_lowercase())
        }
        (Some(number), None) => number,
        _ => return Err(EmptyError),
    };
    input.next_slice(digits + usize::from(letter.is_some()));
    // Extraction glues words to numbers, `nr. 995heb`, so that only what would make another number is refused.
    let two_groups =
        stands(input, (some_sep, take_while(3, |sign: char| sign.is_ascii_digit()), not_alphanumeric));
    only_if(!two_groups || digits > 2).map(|()| number)
}

/// `1.087`
fn with_thousands(text: &str) -> Option<(Ondernummer, usize)> {
    let bytes = text.as_bytes();
    let (&first, &b'.') = (bytes.first()?, bytes.get(1)?) else { return None };
    let tail = text.get(2..5).filter(|tail| tail.bytes().all(|byte| byte.is_ascii_digit()))?;
    let number = u32::from(first.checked_sub(b'0').filter(|digit| (1..10).contains(digit))?) * 1000;
    let number = Ondernummer::Number(number + tail.parse::<u32>().ok()?);
    (!text[5..].starts_with(is_word_sign)).then_some((number, 5))
}

/// The letter or two letters of an Eerste Kamer paper, `C`, `AB`; an initial (`I. de Vries`), the name of a chamber and what drafts leave open (`XX`) are none.
pub(in crate::citation) fn letters(input: &mut Input<'_>) -> Parsed<Ondernummer> {
    let letters: &str = take_while(1..=2, |sign: char| sign.is_ascii_uppercase()).parse_next(input)?;
    not_alphanumeric(input)?;
    only_if(!matches!(letters, "EK" | "TK" | "NR" | "XX" | "EU") && !is_initial(rest(input)))?;
    Ondernummer::parse(letters).ok_or(EmptyError)
}

/// Whether what follows a capital makes it the initial of a name: a full stop with another initial, a particle or a name glued to it.
fn is_initial(text: &str) -> bool {
    let Some(after) = text.strip_prefix('.') else { return false };
    let particle =
        ["van ", "de ", "den ", "der ", "ten ", "ter "].iter().any(|p| after.trim_start().starts_with(p));
    particle || after.starts_with(char::is_alphabetic)
}

/// Whether a capital in front may as well be the initial of a name, `29 521, J. Jansen`: a full stop and a capitalised word that does not begin sentences.
pub(in crate::citation) fn may_be_initial(input: &Input<'_>) -> bool {
    const OPENERS: [&str; 46] = [
        "Aan",
        "Als",
        "Bij",
        "Bovendien",
        "Daar",
        "Daarbij",
        "Daarin",
        "Daarmee",
        "Daarnaast",
        "Daarom",
        "Dat",
        "De",
        "Deze",
        "Die",
        "Dit",
        "Door",
        "Een",
        "Er",
        "Eerder",
        "Het",
        "Hierbij",
        "Hierin",
        "Hiermee",
        "Hij",
        "Ik",
        "In",
        "Inmiddels",
        "Maar",
        "Met",
        "Na",
        "Naar",
        "Ook",
        "Om",
        "Op",
        "Over",
        "Tevens",
        "Uit",
        "Uw",
        "Van",
        "Verder",
        "Volgens",
        "Voor",
        "Wat",
        "We",
        "Wij",
        "Zie",
    ];
    let Some(after) = rest(input).strip_prefix('.') else { return false };
    let words = after.trim_start();
    let word = &words[..words.find(|sign: char| !sign.is_alphabetic()).unwrap_or(words.len())];
    word.len() < words.len() && word.starts_with(char::is_uppercase) && !OPENERS.contains(&word)
}

fn not_alphanumeric(input: &mut Input<'_>) -> Parsed<()> {
    not(one_of(is_word_sign)).parse_next(input)
}

/// Whether the number before was the day of a date: `27 maart 2020`.
pub(in crate::citation) fn is_day(input: &Input<'_>) -> bool {
    let mut input = *input;
    let month = (some_sep, take_while(3..=9, |sign: char| sign.is_ascii_alphabetic()))
        .map(|((), word): ((), &str)| is_month(word))
        .parse_next(&mut input);
    month.unwrap_or(false)
}

/// `–`, `-`, `t/m`, `tot en met`: from one number to another.
pub(in crate::citation) fn range_sign(input: &mut Input<'_>) -> Parsed<()> {
    let words = alt((word("t/m"), (word("tot"), some_sep, word("en"), some_sep, word("met")).void()));
    alt((dash, (sep, words, sep).void())).parse_next(input)
}

/// Whether a number without a sign ends here as a member of a list would, and does not go on as prose (`385 militairen`).
pub(in crate::citation) fn is_bounded(input: &Input<'_>) -> bool {
    let mut input = *input;
    let _ = footnote_marks(&mut input);
    let at_once = next_char(&input);
    // `3.000` and `1,5` are amounts.
    if matches!(at_once, Some('.' | ',')) && rest(&input)[1..].starts_with(|next: char| next.is_ascii_digit())
    {
        return false;
    }
    if matches!(at_once, None | Some(')' | ',' | ';' | '.' | ':' | ']' | '?' | '!' | '"' | '”' | '’' | '»'))
    {
        return true;
    }
    let page = |input: &mut Input<'_>| super::pin(input).map(|_| ());
    if stands(&input, page)
        || stands(&input, (super::connector, alt((number_sign.void(), written_number.void()))))
    {
        return true;
    }
    let _ = sep(&mut input);
    ends_paragraph(&input) || matches!(next_char(&input), Some(')' | ',' | ';')) || goes_on_behind_it(&input)
}

/// Whether the next word takes up what stands before it, and so counts nothing: `nrs. 385 en 386 zijn`.
fn goes_on_behind_it(input: &Input<'_>) -> bool {
    const WORDS: [&str; 30] = [
        "en", "of", "is", "zijn", "was", "waren", "wordt", "worden", "werd", "werden", "heeft", "hebben",
        "luidt", "luiden", "bevat", "bevatten", "blijkt", "blijken", "staat", "staan", "kan", "kunnen",
        "zal", "zullen", "waarin", "waaruit", "waarmee", "die", "zoals", "over",
    ];
    let text = rest(input);
    let word = &text[..text.find(|sign: char| !sign.is_ascii_lowercase()).unwrap_or(text.len())];
    WORDS.contains(&word)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn number(text: &str) -> Option<String> {
        written_number(&mut Input::new(text)).ok().map(|number| number.to_string())
    }

    #[test]
    fn numbers_and_letters() {
        for text in ["385", "188b", "C", "AB"] {
            assert_eq!(number(text).as_deref(), Some(text));
        }
        assert_eq!(number("188B").as_deref(), Some("188b"));
        assert_eq!(number("537)heb").as_deref(), Some("537"));
        assert_eq!(number("C. De Kamer").as_deref(), Some("C"));
        for none in ["12345", "De", "I.M. de Vries", "EK", "XX", "29 984"] {
            assert_eq!(number(none), None, "{none}");
        }
    }

    #[test]
    fn signs_in_front_of_numbers() {
        for text in [
            "nr. ",
            "nr ",
            "Nr.",
            "nr\\. ",
            "nummer ",
            "NR. ",
            "no. ",
            "nr: ",
            "nr.: ",
            "n° ",
            "onder nr. ",
            "stuk nr. ",
            "ondernummer ",
            "ondernr. ",
            "op stuk nr. ",
            "met nummer ",
        ] {
            assert_eq!(number_sign(&mut Input::new(text)), Ok(NumberSign::One), "{text}");
        }
        assert_eq!(number_sign(&mut Input::new("nrs. 3")), Ok(NumberSign::Several));
        assert!(number_sign(&mut Input::new("nrc 3")).is_err());
    }

    #[test]
    fn a_bare_number_in_prose_is_not_bounded() {
        for text in [")", ", p. 3", " en 7)", "", ".", " \n\nDe"] {
            assert!(is_bounded(&Input::new(text)), "{text:?}");
        }
        for text in [" militairen", " maart 2020", " gemeenten en", ".000 militairen", ",5 miljoen"] {
            assert!(!is_bounded(&Input::new(text)), "{text:?}");
        }
    }
}
