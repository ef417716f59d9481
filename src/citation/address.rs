//! Addresses of official pages: `https://zoek.officielebekendmakingen.nl/kst-29521-385.html`, also where extraction broke them over lines.
//!
//! Other addresses are passed over, since the numbers in them cite nothing. So is the address of a Markdown link whose words are a citation already.

use crate::identifier::read_web_address;
use crate::text::Span;

use super::grammar::{Input, rest};
use super::recognise::{Grammar, Scene};
use super::{Citation, Example, Form};

pub(super) static GRAMMAR: Grammar = Grammar {
    starts: &["http", "www.", "zoek.officiele", "officielebek"],
    numbers: &[],
    forms: &[Form {
        code: "address",
        examples: &[
            Example {
                printed: "https://zoek.officielebekendmakingen.nl/kst-31288-711.html",
                means: "kst-31288-711",
            },
            Example {
                printed: "https://www.tweedekamer.nl/kamerstukken/detail?id=2021Z11806&did=2021D25811",
                means: "tkd:2021D25811",
            },
            Example {
                printed: "https://eur-lex.europa.eu/legal-content/NL/TXT/?uri=CELEX:32016R0679",
                means: "celex:32016R0679",
            },
            Example { printed: "https://wetten.overheid.nl/BWBR0001827", means: "bwb:BWBR0001827" },
        ],
    }],
    read,
};

/// Over so many lines an address may be broken.
const MOST_LINES: usize = 4;

fn read(input: &mut Input<'_>, scene: &Scene<'_>) -> Option<Citation> {
    let text = rest(input);
    let start = scene.start();
    let mut address = String::new();
    let mut at = 0;
    for _ in 0..MOST_LINES {
        at += read_line(&text[at..], &mut address);
        let printed = address.trim_end_matches(STOPS);
        let stops = |sign: char| STOPS.contains(&sign) || INVISIBLE.contains(&sign);
        let span = Span::new(start, start + text[..at].trim_end_matches(stops).len());
        let broken = next_line(&text[at..], &address);
        let id = if must_go_on(&address) && broken.is_some() { None } else { read_web_address(printed) };
        if let Some(id) = id {
            scene.pass_over(span.end);
            let cited =
                is_link_of_a_citation(scene) || (scene.context.own == Some(&id) && alone(scene, span));
            return (!cited).then(|| Citation::plain(span, id));
        }
        // Whatever it is the address of, this line of it cites nothing.
        scene.pass_over(span.end);
        at += broken?;
    }
    None
}

/// What ends the sentence and not the address.
const STOPS: [char; 8] = ['.', ',', ';', ':', '!', '?', '\'', '’'];

/// Signs without width, which are no part of an address.
const INVISIBLE: [char; 3] = ['\u{AD}', '\u{200B}', '\u{2060}'];

/// Adds the signs of the address up to where it or the line ends; gives how many bytes they take.
fn read_line(text: &str, address: &mut String) -> usize {
    let mut brackets = 0;
    for (at, sign) in text.char_indices() {
        match sign {
            _ if INVISIBLE.contains(&sign) => continue,
            '(' => brackets += 1,
            ')' if brackets == 0 => return at,
            ')' => brackets -= 1,
            '<' | '>' | '"' | '«' | '»' | '“' | '”' | '„' | '`' | '|' | '[' | ']' | '*' | '\\' => {
                return at;
            }
            _ if sign.is_whitespace() || sign.is_control() => return at,
            _ => {}
        }
        address.push(sign);
    }
    text.len()
}

/// How many bytes lead to the next line, where the address may go on there.
fn next_line(text: &str, address: &str) -> Option<usize> {
    let after = text.trim_start_matches([' ', '\t']);
    let after = after.strip_prefix("\r\n").or_else(|| after.strip_prefix(['\n', '\r']))?;
    let next = after.trim_start_matches([' ', '\t', '>']);
    let joins = address.ends_with(['/', '-', '=', '?', '&', ':', '_', '%', '#', '.'])
        || next.starts_with(['/', '?', '=', '&']);
    let goes_on = next.starts_with(|sign: char| sign.is_ascii_alphanumeric() || "/?=&-_%#".contains(sign));
    (joins && goes_on).then(|| text.len() - next.len())
}

/// Whether an address cannot end like this.
fn must_go_on(address: &str) -> bool {
    address.ends_with(['-', '=', '&', ':', '_', '%'])
}

/// Whether the address is that of a Markdown link in whose words the citation before stands.
fn is_link_of_a_citation(scene: &Scene<'_>) -> bool {
    let before = scene.before.trim_end_matches('<');
    let Some(words) = before.strip_suffix("](") else { return false };
    let mut closed = 0;
    for sign in words.bytes().rev() {
        match sign {
            b']' => closed += 1,
            b'[' if closed == 0 => return false,
            b'[' => closed -= 1,
            _ => {}
        }
    }
    // The link opens within or in front of the citation before.
    scene.floor() > 0
}

/// Whether nothing else stands on the line.
fn alone(scene: &Scene<'_>, span: Span) -> bool {
    let empty = |part: Option<&str>| part.is_none_or(|part| part.trim().is_empty());
    let after = rest(&scene.input_at(span.end));
    empty(scene.before.rsplit(['\n', '\r']).next()) && empty(after.split(['\n', '\r']).next())
}

#[cfg(test)]
mod tests {
    use super::super::fixture::{means, read, read_letter};

    const PAPER: &str = "https://zoek.officielebekendmakingen.nl/kst-29521-385.html";

    #[test]
    fn official_pages() {
        means(PAPER, "kst-29521-385");
        means("http://www.officielebekendmakingen.nl/stb-2018-247", "stb-2018-247");
        means("zoek.officielebekendmakingen.nl/dossier/34986", "dossier/34986");
        means("officielebekendmakingen.nl/kst-29521-385.html", "kst-29521-385");
        means("www.tweedekamer.nl/kamerstukken/detail?id=2024Z00081&did=2024D28457", "tkd:2024D28457");
        means("https://deeplink.rechtspraak.nl/uitspraak?id=ECLI:NL:RVS:2021:1507", "ECLI:NL:RVS:2021:1507");
    }

    #[test]
    fn what_stands_around_is_no_part() {
        for (around, address) in [
            (format!("Zie {PAPER}."), PAPER),
            (format!("(zie {PAPER})."), PAPER),
            (format!("<{PAPER}>"), PAPER),
            (format!("{PAPER},\u{AD}\nen"), PAPER),
            (format!("«{PAPER}»; en verder"), PAPER),
            (format!("<a href=\"{PAPER}\">"), PAPER),
        ] {
            assert_eq!(read(&around), format!("{address} = kst-29521-385"), "{around}");
        }
    }

    #[test]
    fn broken_over_lines() {
        for printed in [
            "https://\nzoek.officielebekendmakingen.nl/kst-29521-385.html",
            "https://zoek.officielebekendmakingen.nl/\nkst-29521-385.html",
            "https://zoek.officielebekendmakingen.nl/kst-\n29521-385.html",
            "https://zoek.officielebekendmakingen.nl/kst-29521-\n385.html",
            "https://zoek.officielebekendmakingen.\nnl/kst-29521-385.html",
            "https://zoek.officielebekendmakingen.nl\n/kst-29521-385.html",
            "https://zoek.officielebeken\u{AD}dmakingen.nl/kst-29521-385.html",
        ] {
            means(printed, "kst-29521-385");
        }
        means(
            "https://\nwww.tweedekamer.nl/kamerstukken/detail?id=2024Z00081&\ndid=2024D28457",
            "tkd:2024D28457",
        );
        assert_eq!(
            read("https://zoek.officielebekendmakingen.nl/kst-29521-385.html.\nDe Kamer"),
            format!("{PAPER} = kst-29521-385")
        );
        assert_eq!(
            read("https://zoek.officielebekendmakingen.nl/dossier/34986/\nDe Kamer"),
            "https://zoek.officielebekendmakingen.nl/dossier/34986/ = dossier/34986"
        );
    }

    #[test]
    fn a_link_on_a_citation_is_one_citation() {
        for printed in [
            format!("Zie [Kamerstuk 29 521, nr. 385]({PAPER}) en verder."),
            format!("Zie [de brief (Kamerstuk 29 521, nr. 385) aan de Kamer]({PAPER})."),
            format!("Zie [*Kamerstuk 29 521, nr. 385*](<{PAPER}>)."),
        ] {
            assert_eq!(read(&printed), "Kamerstuk 29 521, nr. 385 = kst-29521-385", "{printed}");
        }
        assert_eq!(
            read(&format!("Kamerstuk 29 521, nr. 368 en [de brief]({PAPER})")),
            format!("Kamerstuk 29 521, nr. 368 = kst-29521-368\n{PAPER} = kst-29521-385")
        );
    }

    #[test]
    fn other_addresses_hold_no_citations() {
        for address in [
            "https://nos.nl/artikel/kst-29521-385",
            "https://www.eerstekamer.nl/behandeling/20200327/kamerstuk-29521-nr-385",
            "https://voorbeeld.nl/Kamerstuk/29521-385/Stb.2018/247",
            "https://voorbeeld.nl/?q=BWBR0005252",
            "www.voorbeeld.nl/2024Z15585",
            "https://zoek.officielebekendmakingen.nl/zoeken/resultaat?q=29521-385",
        ] {
            assert_eq!(read(address), "", "{address}");
        }
        assert_eq!(read("http is geen adres, Stb. 2018, 247 wel."), "Stb. 2018, 247 = stb-2018-247");
    }

    #[test]
    fn the_address_of_the_letter_itself_alone_on_a_line_is_none() {
        let letter = format!(
            "29 521\n\nNederlandse deelname aan vredesmissies\n\nNr. 385\n\nBRIEF VAN DE MINISTER VAN DEFENSIE\n\nDe brief staat op {PAPER} en elders.\n\n{PAPER}\n"
        );
        assert_eq!(read_letter(&letter), format!("{PAPER} = kst-29521-385"));
    }
}
