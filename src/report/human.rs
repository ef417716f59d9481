//! The findings of a check, for people: the lines of the letter, marks below them, the reason, and what to do.

use std::collections::BTreeMap;
use std::ops::Range;
use std::path::Path;
use std::sync::Arc;

use annotate_snippets::{Annotation, AnnotationKind, Element, Group, Level, Patch, Renderer, Snippet};

use crate::analysis::{Finding, Fix, Severity};
use crate::import;
use crate::messages::{Argument, Message, Translator};
use crate::text::Span;

use super::Checked;
use super::lines::{Lines, Piece};
use super::place::{in_words, place};

/// The texts of other letters, for the places in them that explain a finding: what to call the file, and what it says.
pub type OtherText<'a> = dyn Fn(&Path) -> Option<(String, Arc<str>)> + 'a;

/// All findings of one letter, in colours, each followed by an empty line. `width` is that of the terminal, in columns.
#[must_use]
pub fn human(letter: Checked<'_>, others: &OtherText<'_>, width: usize, say: Translator) -> String {
    let renderer = Renderer::styled().term_width(width);
    let page = Page { letter, lines: Lines::new(letter.text, width), others, width, say };
    let mut report = String::new();
    for finding in letter.findings {
        let mut places = Vec::new();
        let groups = page.groups(finding, &mut places);
        let mut shown = renderer.render(&groups);
        for place in places {
            shown = shown.replacen(&place.counted, &place.printed, 1);
        }
        report.push_str(&shown);
        report.push_str("\n\n");
    }
    report
}

/// A place as the renderer counts it, from where a long line was cut, and as it is.
struct Place {
    counted: String,
    printed: String,
}

/// What every finding of a letter needs to be shown.
struct Page<'a, 'b> {
    letter: Checked<'a>,
    lines: Lines<'a>,
    others: &'b OtherText<'b>,
    width: usize,
    say: Translator,
}

/// Words to be marked, how, and what stands below them.
type Mark = (Span, AnnotationKind, Option<String>);

impl<'a> Page<'a, '_> {
    /// One finding: what is said of it, and below it how to mend it.
    fn groups(&self, finding: &Finding, places: &mut Vec<Place>) -> Vec<Group<'a>> {
        let say = self.say;
        let title = level(finding.severity, say).primary_title(say.text(&finding.message)).id(finding.code);
        let mut main = title.elements(self.pieces(finding, places));
        for related in &finding.related {
            let Some((path, text)) = related.path.as_deref().and_then(self.others) else { continue };
            let lines = Lines::new(&text, self.width);
            let mark = (related.span, AnnotationKind::Context, Some(say.text(&related.message)));
            main = main.element(shown(&lines, &path, related.span, vec![mark], None, places));
        }
        let (certain, possible): (Vec<&Fix>, Vec<&Fix>) = finding.fixes.iter().partition(|fix| fix.safe);
        for fix in possible {
            main = main.element(help(say).message(advice(fix, say)));
        }
        let certain = certain.into_iter().map(|fix| self.patched(fix));
        [main].into_iter().chain(certain).collect()
    }

    /// The pieces of the letter that the finding is about.
    fn pieces(&self, finding: &Finding, places: &mut Vec<Place>) -> Vec<Element<'a>> {
        // Places that are near each other share a piece of the letter, the finding's own always the first.
        let mut pieces: Vec<(Span, Vec<Mark>)> =
            vec![(finding.span, vec![(finding.span, AnnotationKind::Primary, None)])];
        for related in finding.related.iter().filter(|related| related.path.is_none()) {
            let mark = (related.span, AnnotationKind::Context, Some(self.say.text(&related.message)));
            // In Word they do so only where they stand at one place.
            let shared = |piece: Span| {
                self.lines.are_near(piece, related.span) && self.place(piece) == self.place(related.span)
            };
            match pieces.iter_mut().find(|(piece, _)| shared(*piece)) {
                Some((piece, marks)) => {
                    *piece = piece.join(related.span);
                    marks.push(mark);
                }
                None => pieces.push((related.span, vec![mark])),
            }
        }
        let pieces = pieces.into_iter().map(|(piece, marks)| {
            let place = self.place(marks.first().map_or(piece, |(span, ..)| *span));
            shown(&self.lines, self.letter.path, piece, marks, place, places).into()
        });
        pieces.collect()
    }

    /// Where in a Word file some words of its letter stand: the number that is shown for that of a line, and in words.
    fn place(&self, words: Span) -> Option<(usize, String)> {
        let place = place(self.letter.made, words.start)?;
        Some((number(place), in_words(place, self.say)))
    }

    /// The lines of the letter as they would be.
    fn patched(&self, fix: &Fix) -> Group<'a> {
        let title = help(self.say).secondary_title(advice(fix, self.say));
        let Some(whole) = fix.edits.iter().map(|edit| edit.span).reduce(Span::join) else {
            return Group::with_title(title);
        };
        let piece = self.lines.piece(whole);
        let patches: Vec<_> =
            fix.edits.iter().map(|edit| Patch::new(piece.place(edit.span), edit.text.clone())).collect();
        let (shown, line) = match self.place(whole) {
            Some((number, _)) => (in_one_line(&piece), number),
            None => (piece.shown.into_owned(), piece.line),
        };
        title.element(Snippet::source(shown).line_start(line).patches(patches))
    }
}

/// The number that a reader looks for in Word.
fn number(place: &import::Place) -> usize {
    use import::Place;
    let number = match place {
        Place::Nowhere | Place::Header => 1,
        Place::Paragraph(number)
        | Place::Footnote(number)
        | Place::Endnote(number)
        | Place::TextBox(number)
        | Place::Line(number)
        | Place::Row { row: number, .. } => *number,
    };
    usize::try_from(number).unwrap_or(usize::MAX)
}

/// A piece of a paragraph whose lines have no numbers of their own, byte for byte in place.
fn in_one_line(piece: &Piece<'_>) -> String {
    piece.shown.replace(['\n', '\r'], " ")
}

/// A piece of a letter with its marks. Its place, which is that of the first mark, is added to `places` where the renderer would count it wrongly.
fn shown<'a>(
    lines: &Lines<'_>,
    path: &str,
    words: Span,
    marks: Vec<Mark>,
    in_word: Option<(usize, String)>,
    places: &mut Vec<Place>,
) -> Snippet<'a, Annotation<'a>> {
    let mut piece = lines.piece(words);
    let first = marks.first().map_or(words, |(span, ..)| *span);
    let (line, column) = lines.position(first.start);
    if let Some((number, _)) = in_word {
        piece.shown = in_one_line(&piece).into();
        piece.line = number;
    }
    let before = &piece.shown[..piece.place(first).start];
    let before = before.rsplit(['\n', '\r']).next().unwrap_or(before);
    let counted = before.chars().count() + 1;
    if let Some((number, words)) = in_word {
        places.push(Place {
            counted: format!("{path}:{number}:{counted}"),
            printed: format!("{path}, {words}"),
        });
    } else if counted != column {
        let place = |column| format!("{path}:{line}:{column}");
        places.push(Place { counted: place(counted), printed: place(column) });
    }
    let marks: Vec<_> = marks.into_iter().flat_map(|mark| annotations(&piece, mark)).collect();
    let snippet = Snippet::source(piece.shown.into_owned()).line_start(piece.line);
    snippet.path(path.to_owned()).annotations(marks)
}

/// The marks below some words; words over several lines are marked on each, and the label stands at the last.
fn annotations<'a>(piece: &Piece<'_>, (span, kind, mut label): Mark) -> Vec<Annotation<'a>> {
    let within = piece.place(span);
    let mut marks: Vec<Range<usize>> = Vec::new();
    let mut start = within.start;
    for line in piece.shown[within.clone()].split_inclusive(['\n', '\r']) {
        let trimmed = line.trim();
        if !trimmed.is_empty() {
            let at = start + (line.len() - line.trim_start().len());
            marks.push(at..at + trimmed.len());
        }
        start += line.len();
    }
    if marks.is_empty() {
        marks.push(within);
    }
    let last = marks.len() - 1;
    let annotations = marks.into_iter().enumerate().map(|(index, mark)| {
        let mark = kind.span(mark);
        if index == last { mark.label(label.take()) } else { mark }
    });
    annotations.collect()
}

/// What a fix does. In an editor it stands alone, here behind a colon.
fn advice(fix: &Fix, say: Translator) -> String {
    let title = say.text(&fix.title);
    let mut chars = title.chars();
    match (chars.next(), chars.next()) {
        (Some(first), Some(second)) if first.is_uppercase() && second.is_lowercase() => {
            first.to_lowercase().chain(title[first.len_utf8()..].chars()).collect()
        }
        _ => title,
    }
}

fn level(severity: Severity, say: Translator) -> Level<'static> {
    let level = match severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
        Severity::Info => Level::INFO,
        Severity::Hint => Level::NOTE,
    };
    level.with_name(severity_name(severity, say))
}

/// The word for a severity.
#[must_use]
pub fn severity_name(severity: Severity, say: Translator) -> String {
    say.text(&match severity {
        Severity::Error => Message::new("report-error"),
        Severity::Warning => Message::new("report-warning"),
        Severity::Info => Message::new("report-info"),
        Severity::Hint => Message::new("report-hint"),
    })
}

fn help(say: Translator) -> Level<'static> {
    Level::HELP.with_name(say.text(&Message::new("report-help")))
}

/// How much was checked and found: `18 brieven nagekeken: 1 fout en 4 waarschuwingen`.
#[must_use]
pub fn summary(letters: usize, findings: &BTreeMap<Severity, usize>, say: Translator) -> String {
    let parts = findings.iter().filter(|(_, count)| **count > 0).map(|(severity, count)| {
        let code = match severity {
            Severity::Error => Message::new("report-errors"),
            Severity::Warning => Message::new("report-warnings"),
            Severity::Info => Message::new("report-infos"),
            Severity::Hint => Message::new("report-hints"),
        };
        code.with("count", Argument::number(*count))
    });
    let all = parts.reduce(|before, part| {
        Message::new("report-and")
            .with("before", Argument::message(before))
            .with("part", Argument::message(part))
    });
    let letters = Argument::number(letters);
    say.text(&match all {
        Some(all) => {
            Message::new("report-summary").with("letters", letters).with("findings", Argument::message(all))
        }
        None => Message::new("report-nothing").with("letters", letters),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::{Edit, Related};
    use crate::messages::Language;
    use crate::text::FileEncoding;

    /// The place of `words` in `text`.
    fn at(text: &str, words: &str) -> Span {
        let start = text.find(words).unwrap();
        Span::new(start, start + words.len())
    }

    fn finding(text: &str, words: &str) -> Finding {
        Finding {
            code: "missing-number",
            severity: Severity::Warning,
            span: at(text, words),
            message: Message::new("problem-missing-number"),
            related: Vec::new(),
            fixes: Vec::new(),
        }
    }

    fn shown(text: &str, finding: &Finding) -> String {
        let letter = Checked {
            path: "brief.txt",
            encoding: FileEncoding::Utf8,
            text,
            findings: std::slice::from_ref(finding),
            made: None,
        };
        let others = |path: &Path| Some((path.display().to_string(), Arc::from("Kamerstuk\n29 521\n")));
        let report = human(letter, &others, 100, Translator::new(Language::Dutch));
        anstream::adapter::strip_str(&report).to_string()
    }

    #[test]
    fn words_over_two_lines_are_marked_on_both() {
        let text = "Eerste regel.\n\nDe brief (Kamerstuk \r\n29 521, nr. 385) is er.\nSlot.\n";
        insta::assert_snapshot!(shown(text, &finding(text, "Kamerstuk \r\n29 521, nr. 385")), @r"
        waarschuwing[missing-number]: het nummer van het stuk ontbreekt
         --> brief.txt:3:11
          |
        3 | De brief (Kamerstuk 
          |           ^^^^^^^^^
        4 | 29 521, nr. 385) is er.
          | ^^^^^^^^^^^^^^^
        ");
    }

    #[test]
    fn a_related_place_nearby_shares_the_lines_and_one_far_off_does_not() {
        let text = format!("Zie Kamerstuk 29 521.\nEn nr. 4.\n{}Kamerstuk 34 952.\n", "tekst\n".repeat(40));
        let mut found = finding(&text, "nr. 4");
        for (path, words) in [(None, "29 521"), (None, "34 952"), (Some("ander.txt".into()), "Kamerstuk")] {
            let span = if path.is_some() { Span::new(10, 16) } else { at(&text, words) };
            found.related.push(Related { path, span, message: Message::new("problem-missing-number") });
        }
        insta::assert_snapshot!(shown(&text, &found), @r"
        waarschuwing[missing-number]: het nummer van het stuk ontbreekt
          --> brief.txt:2:4
           |
         1 | Zie Kamerstuk 29 521.
           |               ------ het nummer van het stuk ontbreekt
         2 | En nr. 4.
           |    ^^^^^
           |
          ::: brief.txt:43:11
           |
        43 | Kamerstuk 34 952.
           |           ------ het nummer van het stuk ontbreekt
           |
          ::: ander.txt:2:1
           |
         2 | 29 521
           | ------ het nummer van het stuk ontbreekt
        ");
    }

    #[test]
    fn a_certain_fix_is_shown_as_the_line_that_it_makes_and_a_possible_one_is_named() {
        let text = "Zie (Kamerstukken 34 952 en 29 521, nr. 403).";
        let mut found = finding(text, "34 952 en 29 521");
        let edit = |words: &str, by: &str| Edit { span: at(text, words), text: by.to_owned() };
        found.fixes.push(Fix {
            title: Message::new("problem-missing-number"),
            safe: true,
            edits: vec![edit("34 952", "29 521"), edit("29 521", "34 952")],
        });
        found.fixes.push(Fix {
            title: Message::new("problem-missing-number"),
            safe: false,
            edits: vec![edit("403", "4")],
        });
        insta::assert_snapshot!(shown(text, &found), @r"
        waarschuwing[missing-number]: het nummer van het stuk ontbreekt
         --> brief.txt:1:19
          |
        1 | Zie (Kamerstukken 34 952 en 29 521, nr. 403).
          |                   ^^^^^^^^^^^^^^^^
          |
          = hulp: het nummer van het stuk ontbreekt
        hulp: het nummer van het stuk ontbreekt
          |
        1 - Zie (Kamerstukken 34 952 en 29 521, nr. 403).
        1 + Zie (Kamerstukken 29 521 en 34 952, nr. 403).
          |
        ");
    }

    #[test]
    fn what_no_terminal_shows_is_shown_as_a_sign_and_a_long_line_is_cut() {
        let text = format!("\u{0C}{} Kamerstuk 29\u{A0}521, nr. {}", "lang ".repeat(60), "x ".repeat(60));
        insta::assert_snapshot!(shown(&text, &finding(&text, "29\u{A0}521")), @r"
        waarschuwing[missing-number]: het nummer van het stuk ontbreekt
         --> brief.txt:1:313
          |
        1 | … lang lang lang lang lang  Kamerstuk 29 521, nr. x x x x x x x x x x x x x x x x …
          |                                       ^^^^^^
        ");
    }

    #[test]
    fn words_at_the_very_end_and_no_words_at_all() {
        let text = "Zie Kamerstuk 29 521, nr.";
        insta::assert_snapshot!(shown(text, &finding(text, "nr.")), @r"
        waarschuwing[missing-number]: het nummer van het stuk ontbreekt
         --> brief.txt:1:23
          |
        1 | Zie Kamerstuk 29 521, nr.
          |                       ^^^
        ");
        let mut nothing = finding("", "");
        nothing.span = Span::new(0, 0);
        insta::assert_snapshot!(shown("", &nothing), @r"
        waarschuwing[missing-number]: het nummer van het stuk ontbreekt
         --> brief.txt:1:1
          |
        1 |
          | ^
        ");
    }

    #[test]
    fn any_words_of_any_text_can_be_shown() {
        let text = "\u{FEFF}a\r\n\tKamerstuk\u{0C}29\u{A0}521\u{AD}😀e\u{301} \u{202E}x\r\rnr.\u{2028}\n\n\u{200B}lang ".to_owned()
            + &"woord€".repeat(20)
            + "\n";
        let places: Vec<usize> = text
            .char_indices()
            .map(|(at, _)| at)
            .chain([text.len()])
            .filter(|at| *at < 48 || *at > 200)
            .collect();
        for (index, &start) in places.iter().enumerate() {
            for &end in &places[index..] {
                let mut finding = finding("nr.", "nr.");
                finding.span = Span::new(start, end);
                finding.related.push(Related {
                    path: None,
                    span: Span::new(end, text.len()),
                    message: Message::new("problem-missing-number"),
                });
                let edits = vec![Edit { span: finding.span, text: "29 521\n".to_owned() }];
                finding.fixes.push(Fix { title: Message::new("problem-missing-number"), safe: true, edits });
                assert!(shown(&text, &finding).contains("brief.txt:"));
            }
        }
    }
}
