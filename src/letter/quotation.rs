//! Where a letter speaks in the words of others: between quotation marks, and in block quotations.
//!
//! What stands there is not the writer's to change, so no fix touches it.
//! In doubt a passage counts as quoted: a mark that is never closed quotes the rest of its paragraph.

use crate::text::Span;

use super::lines::lines;

/// A mark that opens a quotation, and the one that closes it.
/// Of single marks the one that closes is an apostrophe too, so that an open one alone quotes nothing.
const PAIRS: [(char, char, bool); 8] = [
    ('“', '”', true),
    ('„', '”', true),
    ('”', '”', true),
    ('«', '»', true),
    ('"', '"', true),
    ('‘', '’', false),
    ('’', '’', false),
    ('\'', '\'', false),
];

/// The passages of a text that are quoted, from the byte `from` on: without their marks, ascending, without overlap.
#[must_use]
pub fn quotations(text: &str, from: usize) -> Vec<Span> {
    let mut quoted = Vec::new();
    let mut paragraph: Option<Span> = None;
    // Within a block quotation a line without its sign goes on with the paragraph.
    let mut block = false;
    for line in lines(text, from) {
        if line.text.trim().is_empty() {
            if let Some(paragraph) = paragraph.take() {
                within(text, paragraph, &mut quoted);
            }
            block = false;
            continue;
        }
        block |= line.text.starts_with('>');
        if block {
            quoted.push(line.span);
        } else {
            paragraph = Some(paragraph.map_or(line.span, |before| before.join(line.span)));
        }
    }
    if let Some(paragraph) = paragraph {
        within(text, paragraph, &mut quoted);
    }
    quoted.sort_unstable();
    quoted
}

/// The quotations of one paragraph; what is quoted within a quotation is part of it.
fn within(text: &str, paragraph: Span, quoted: &mut Vec<Span>) {
    let is_mark = |sign: char| matches!(sign, '“' | '”' | '„' | '«' | '»' | '"' | '‘' | '’' | '\'');
    let words = paragraph.of(text);
    // Most paragraphs quote nothing.
    if !words.contains(is_mark) {
        return;
    }
    let mut at = paragraph.start;
    while let Some(found) = text[at..paragraph.end].find(is_mark) {
        let start = at + found;
        let sign = text[start..].chars().next().expect("a mark was found here");
        let behind = start + sign.len_utf8();
        at = behind;
        let pair = PAIRS.into_iter().find(|(open, ..)| *open == sign);
        let Some((_, close, sure)) = pair.filter(|(.., sure)| opens(text, start, behind, *sure)) else {
            if matches!(sign, '”' | '»') {
                // Opened in a paragraph before.
                let begun = quoted.last().map_or(paragraph.start, |before| before.end.max(paragraph.start));
                quoted.push(Span::new(begun, start));
            }
            continue;
        };
        let end = text[behind..paragraph.end]
            .match_indices(close)
            .map(|(at, _)| behind + at)
            .find(|&end| (close != sign && sure) || closes(text, end, close));
        let end = end.or_else(|| sure.then_some(paragraph.end));
        if let Some(end) = end {
            quoted.push(Span::new(behind, end));
            at = (end + close.len_utf8()).min(paragraph.end);
        }
    }
}

/// Whether a mark stands before words rather than within or behind them. `'s avonds` and `'t` only begin with one.
fn opens(text: &str, start: usize, behind: usize, sure: bool) -> bool {
    let free = |before: char| before.is_whitespace() || "([{„“‘-–—/*_>".contains(before);
    let free = text[..start].chars().next_back().is_none_or(free);
    let words = text[behind..].chars().next().is_some_and(|after| !after.is_whitespace());
    let short = || {
        let mut letters = text[behind..].chars();
        matches!(letters.next(), Some('s' | 't' | 'n' | 'k' | 'm'))
            && letters.next().is_none_or(|next| !next.is_alphanumeric())
    };
    free && words && (sure || !short())
}

/// Whether a mark that may be an apostrophe stands behind words.
fn closes(text: &str, at: usize, mark: char) -> bool {
    let words = text[..at].chars().next_back().is_some_and(|before| !before.is_whitespace());
    words && text[at + mark.len_utf8()..].chars().next().is_none_or(|after| !after.is_alphanumeric())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn quoted(text: &str) -> Vec<&str> {
        quotations(text, 0).into_iter().map(|span| span.of(text)).collect()
    }

    #[test]
    fn between_marks_of_every_kind() {
        assert_eq!(quoted("De brief zegt „zie 29 521” en “dat is zo”."), ["zie 29 521", "dat is zo"]);
        assert_eq!(quoted("Hij zei \"nee\" en «ja», en ‘misschien’."), ["nee", "ja", "misschien"]);
        assert_eq!(quoted("Het heet 'de brief' (\"de motie\")."), ["de brief", "de motie"]);
        assert_eq!(quoted("“Zoals ‘hij’ zei.” En verder."), ["Zoals ‘hij’ zei."]);
        assert_eq!(quoted("Zie ”de brief” (en ’de motie’)."), ["de brief", "de motie"]);
    }

    #[test]
    fn an_apostrophe_quotes_nothing() {
        for text in [
            "'s Avonds in ’s-Gravenhage: zo’n brief, foto's en auto’s.",
            "Het lid Jansen c.s. in ‘s-Hertogenbosch, 't Harde en 'n brief.",
            "De Kamerleden' brief is van 5' lengte.",
        ] {
            assert_eq!(quoted(text), [""; 0], "{text}");
        }
        assert_eq!(quoted("‘Zo’n brief’ en ’s avonds."), ["Zo’n brief"]);
    }

    #[test]
    fn a_quotation_ends_with_its_paragraph_at_the_latest() {
        assert_eq!(quoted("Hij zei: “zie\n29 521.\n\nEn verder 29 521."), ["zie\n29 521."]);
        assert_eq!(
            quoted("Zo luidt het slot van het citaat.” Daarna."),
            ["Zo luidt het slot van het citaat."]
        );
    }

    #[test]
    fn a_block_quotation_is_one() {
        let text = "De motie luidt:\n\n> verzoekt de regering\nhet dossier 29 521 te sluiten\n\nTot zover.";
        assert_eq!(quoted(text), ["> verzoekt de regering", "het dossier 29 521 te sluiten"]);
    }
}
