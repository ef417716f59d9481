//! What the tests of all families share: a text in, what it cites out, a line for each citation.

use std::fmt::Write as _;

use crate::letter::{Format, Letter};

use super::{Citation, Context, RecordPages, Standing, recognise};

/// What a text cites: what was printed, what it means, and what is wrong with it.
///
/// ```text
/// Kamerstuk 29 521, nr. 385 = kst-29521-385
/// Kamerstukken 29 521 en 34 952, nr. 403, p. 2 = kst-29521-403 p. 2 with 34952
/// Kamerstuk 295 21, nr. 368 = kst-29521-368 !malformed-dossier «295 21» -> 29 521
/// Hand. II 2007/08, p. 4867 = tk 20072008 4867-4867 p. 4867
/// (35124) = dossier/35124 ?                       unconfirmed
/// nr. 469 = kst-29453-469 <- «nr. 402 (29453)»    inferred from there
/// ```
pub(super) fn read(text: &str) -> String {
    print(text, &citations(text))
}

/// The citations of a text of which nothing is known.
pub(super) fn citations(text: &str) -> Vec<Citation> {
    let letter = Letter::default();
    recognise(text, &Context { letter: &letter, own: None })
}

/// The same of a whole letter, whose head says which paper it is.
pub(super) fn read_letter(text: &str) -> String {
    let letter = Letter::read(text, Format::Plain);
    let own = letter.identity(None);
    print(text, &recognise(text, &Context { letter: &letter, own: own.as_ref() }))
}

fn print(text: &str, citations: &[Citation]) -> String {
    let mut out = String::new();
    for citation in citations {
        let mut targets: Vec<String> = Vec::new();
        for target in &citation.targets {
            let mut printed = target.id.to_string();
            if let Some(pin) = &target.pin {
                let _ = write!(printed, " {}", pin.text);
            }
            for (at, mention) in target.dossiers.iter().enumerate().skip(1) {
                let _ = write!(printed, "{}{}", if at == 1 { " with " } else { " " }, mention.dossier);
            }
            targets.push(printed);
        }
        for RecordPages { range: pages, pin } in &citation.pages {
            let meeting = pages.meeting.map_or(String::new(), |meeting| format!(" meeting {meeting}"));
            let (kamer, session) = (pages.kamer.code(), pages.session.code());
            let (first, last, pin) = (pages.first, pages.last, &pin.text);
            targets.push(format!("{kamer} {session}{meeting} {first}-{last} {pin}"));
        }
        let _ = write!(out, "{} = {}", citation.span.of(text).escape_debug(), targets.join("; "));
        match citation.standing {
            Standing::Stated => {}
            Standing::Unconfirmed => out.push_str(" ?"),
            Standing::Inferred(basis) => {
                let _ = write!(out, " <- «{}»", basis.span.of(text).escape_debug());
            }
        }
        for problem in &citation.problems {
            let _ = write!(out, " !{} «{}»", problem.kind.code(), problem.span.of(text));
            if let Some(correction) = &problem.correction {
                let _ = write!(out, " -> {correction}");
            }
        }
        out.push('\n');
    }
    out.truncate(out.trim_end().len());
    out
}

/// The whole text is one citation that means `expected`.
#[track_caller]
pub(super) fn means(text: &str, expected: &str) {
    let expected = format!("{} = {expected}", text.escape_debug());
    // What has no identifier means nothing.
    let expected = expected.trim_end();
    assert_eq!(read(text), expected);
    // The same within a sentence, where nothing around it may be drawn in.
    let sentence = format!("Zie ook ({text}), en de brief van 3 mei 2019 over 12 gemeenten.");
    assert_eq!(read(&sentence), expected, "in a sentence");
}
