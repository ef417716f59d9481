//! The head of written questions and of their answers, in print and as ministries hand them in.
//!
//! ```text
//! Tweede Kamer der Staten-Generaal                Tweede Kamer der Staten-Generaal
//! 2                                               2
//! Vergaderjaar 2024–2025 Vragen gesteld           Vergaderjaar 2024–2025 Aanhangsel van de Handelingen
//! door de leden der Kamer                         Vragen gesteld door de leden der Kamer, met …
//! 2024Z18435                                      546
//! Vragen van het lid … (ingezonden …)             Vragen van het lid … (ingezonden …)
//! ```
//! A manuscript begins with the number of the case, `2024Z18435`, and an answer with `AH 546` above it.
//! These numbers are the letter's own, and so no citations.

use crate::identifier::{DocumentId, Kamer, Series, SessionYear, Sessional, find_date_in_words};

use super::Letter;
use super::lines::{Line, lines};
use super::official_print::{append, chamber, session};

/// How many lines the head has at most, with the title that follows the number.
const LONGEST_HEAD: usize = 24;

/// Reads the head, if the letter has one, into what is not known yet.
pub(super) fn read(text: &str, letter: &mut Letter) {
    if letter.header.id.is_some() {
        return;
    }
    let lines: Vec<Line<'_>> =
        lines(text, letter.body).filter(|line| !line.text.is_empty()).take(LONGEST_HEAD).collect();
    let Some(head) = printed(&lines).or_else(|| manuscript(&lines)) else { return };
    let title = title(&lines[head.last + 1..]);
    let session = head.session.or_else(|| title.answered.or(title.asked).and_then(SessionYear::of_day));
    let kamer = head.kamer.unwrap_or(Kamer::Tweede);
    let header = &mut letter.header;
    header.id = match head.number {
        Number::Case(number) => Some(DocumentId::Named(Series::Kamervragen, format!("tk-{number}").into())),
        Number::Answer(number) => session.map(|session| {
            let (series, numbers) = (Series::Aanhangsel, vec![number]);
            DocumentId::Sessional(Sessional { series, kamer, session, numbers })
        }),
    };
    header.kamer = header.kamer.or(Some(kamer));
    header.session = header.session.or(session);
    header.date = header.date.or(title.answered).or(title.asked);
    header.title = header.title.take().or(title.text);
    header.span = lines[head.first].span.join(lines[head.last].span);
    letter.body = lines[head.last].next;
    letter.silent.push(header.span);
}

/// The letter's own number.
enum Number {
    /// Of the case, `2024Z18435`: questions that await their answer.
    Case(String),
    /// Within the Aanhangsel of a session.
    Answer(u32),
}

struct Head {
    number: Number,
    kamer: Option<Kamer>,
    session: Option<SessionYear>,
    /// The first line, and that of the number.
    first: usize,
    last: usize,
}

fn printed(lines: &[Line<'_>]) -> Option<Head> {
    let first = lines.iter().take(6).position(|line| chamber(line.text).is_some())?;
    let top = lines.iter().skip(first).take(4).position(|line| session(line.text).is_some())? + first;
    // What the paper is stands behind the session, over a few lines.
    let (mut answered, mut asked) = (false, false);
    for (at, line) in lines.iter().enumerate().skip(top).take(6) {
        answered |= line.text.contains("Aanhangsel van de Handelingen");
        asked |= line.text.contains("Vragen gesteld door de leden");
        let number =
            if answered { answer_number(line.text) } else { case_number(line.text).map(Number::Case) };
        if let Some(number) = number.filter(|_| at > top && (answered || asked)) {
            let (kamer, session) = (chamber(lines[first].text), session(lines[top].text));
            return Some(Head { number, kamer, session, first, last: at });
        }
    }
    None
}

fn manuscript(lines: &[Line<'_>]) -> Option<Head> {
    let head = |number, last| Head { number, kamer: None, session: None, first: 0, last };
    let (first, second) = (lines.first()?, lines.get(1)?);
    if let Some(number) = first.text.strip_prefix("AH ").and_then(answer_number) {
        return case_number(second.text).map(|_| head(number, 1));
    }
    let number = case_number(first.text)?;
    let asked = lines[1..].iter().take(3).any(|line| is_asked(line.text));
    asked.then(|| head(Number::Case(number), 0))
}

fn is_asked(line: &str) -> bool {
    ["(ingezonden ", "Vragen van ", "Mondelinge vragen van "].iter().any(|start| line.starts_with(start))
}

fn answer_number(line: &str) -> Option<Number> {
    let digits = (1..=4).contains(&line.len()) && line.bytes().all(|b| b.is_ascii_digit());
    digits.then(|| line.parse().ok())?.map(Number::Answer)
}

/// `2024Z18435`, alone on its line; a blank can stand in it.
fn case_number(line: &str) -> Option<String> {
    let number: String = line.split_whitespace().collect();
    let (year, count) = number.split_once('Z')?;
    let digits = |text: &str, len| text.len() == len && text.bytes().all(|b| b.is_ascii_digit());
    (digits(year, 4) && digits(count, 5)).then_some(number)
}

#[derive(Default)]
struct Title {
    text: Option<String>,
    /// `(ingezonden 14 november 2024)`
    asked: Option<crate::identifier::Date>,
    /// `(ontvangen 19 november 2024)`
    answered: Option<crate::identifier::Date>,
}

/// The title, as far as the day on which the questions were put, and the days.
fn title(lines: &[Line<'_>]) -> Title {
    let mut title = Title::default();
    let mut words = None;
    for line in lines.iter().take_while(|line| !line.text.starts_with("Vraag 1")) {
        append(&mut words, line.text);
    }
    let words = words.unwrap_or_default();
    let day = |word: &str| {
        let (before, after) = words.split_once(word)?;
        let (day, _) = after.split_once(')')?;
        Some((before.trim(), find_date_in_words(day)?.0))
    };
    if let Some((before, day)) = day("(ingezonden ") {
        title.text = Some(before.to_owned()).filter(|before| !before.is_empty());
        title.asked = Some(day);
    }
    title.answered = day("(ontvangen ").map(|(_, day)| day);
    title
}

#[cfg(test)]
mod tests {
    use super::super::{Format, Letter};

    /// What a letter says it is: identifier, date, title, and the lines where no citation stands.
    fn read(text: &str) -> String {
        let letter = Letter::read(text, Format::Plain);
        let id = letter.header.id.as_ref().map_or("-".to_owned(), ToString::to_string);
        let date = letter.header.date.map_or("-".to_owned(), |date| date.to_string());
        let title = letter.header.title.as_deref().unwrap_or("-");
        let silent: Vec<&str> = letter.silent.iter().map(|span| span.of(text)).collect();
        format!("{id} {date} «{title}» {}", silent.join(" | ").escape_debug())
    }

    #[test]
    fn questions_and_answers_in_print() {
        assert_eq!(
            read(
                "Tweede Kamer der Staten-Generaal2\nVergaderjaar 2022–2023 Vragen gesteld door de leden der Kamer\n \n2023Z04512\nVragen van het lid De Wit (PvdX) over\nde brug (ingezonden 14 maart 2023).\nVraag 1\nKent u de brug?"
            ),
            "kv-tk-2023Z04512 2023-03-14 «Vragen van het lid De Wit (PvdX) over de brug» Tweede Kamer der Staten-Generaal2\\nVergaderjaar 2022–2023 Vragen gesteld door de leden der Kamer\\n \\n2023Z04512"
        );
        assert_eq!(
            read(
                "Tweede Kamer der Staten-Generaal\n2\nVergaderjaar 2022–2023 Aanhangsel van de Handelingen\nVragen gesteld door de leden der Kamer, met de daarop door de\nregering gegeven antwoorden\n2101\nVragen van het lid De Wit (PvdX) over de brug (ingezonden 14 maart 2023).\nAntwoord van Minister Jansen (ontvangen\n4 april 2023). Zie ook Aanhangsel Handelingen, vergaderjaar 2022–2023, nr. 12.\nVraag 1"
            ),
            "ah-tk-20222023-2101 2023-04-04 «Vragen van het lid De Wit (PvdX) over de brug» Tweede Kamer der Staten-Generaal\\n2\\nVergaderjaar 2022–2023 Aanhangsel van de Handelingen\\nVragen gesteld door de leden der Kamer, met de daarop door de\\nregering gegeven antwoorden\\n2101"
        );
    }

    #[test]
    fn manuscripts() {
        assert_eq!(
            read(
                "2023Z04512\n\n(ingezonden 14 maart 2023)\n\nVragen van het lid De Wit over de brug\n\nKent u de brug?"
            ),
            "kv-tk-2023Z04512 2023-03-14 «-» 2023Z04512"
        );
        assert_eq!(
            read(
                "AH 2101\n\n2023Z 04512\n\nAntwoord van minister Jansen (ontvangen 4 april 2023)\n\n1\nKent u de brug?"
            ),
            "ah-tk-20222023-2101 2023-04-04 «-» AH 2101\\n\\n2023Z 04512"
        );
    }

    #[test]
    fn a_number_in_a_letter_is_no_head() {
        for text in ["2023Z04512 is beantwoord.", "2023Z04512\nEen brief over de brug", "AH 12\nEen nota"] {
            assert_eq!(read(text).split_once(' ').unwrap().0, "-", "{text}");
        }
    }
}
