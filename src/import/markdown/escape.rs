//! Which signs of a text Markdown would take as markup, and how they are told to be themselves.
//!
//! As few as can be are escaped: the letter is read by people too, and by the recogniser, which sees it as it stands.

/// Where a text stands.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Where {
    Paragraph,
    Heading,
    Cell,
}

/// Writes words that are words only. `follows` is the sign behind them, a blank where nothing is.
pub(super) fn push(out: &mut String, text: &str, follows: char, stands: Where) {
    let mut signs = text.char_indices().peekable();
    while let Some((at, sign)) = signs.next() {
        let next = signs.peek().map_or(follows, |&(_, next)| next);
        let rest = &text[at + sign.len_utf8()..];
        let escaped = match sign {
            '\\' | '`' | '*' | '[' | ']' | '~' => true,
            // Within a word it is no emphasis, and addresses of the web are full of it.
            '_' => !(next.is_alphanumeric() && out.ends_with(char::is_alphanumeric)),
            '<' => next.is_ascii_alphabetic() || matches!(next, '/' | '!' | '?'),
            '&' => may_be_entity(rest, follows),
            // Of a mark or link that follows it would make a picture.
            '!' => next == '[',
            '#' => stands == Where::Heading,
            '|' => stands == Where::Cell,
            _ => false,
        };
        if escaped {
            out.push('\\');
        }
        out.push(sign);
    }
}

/// `&eacute;`, `&#233;`, or the beginning of one, which what follows could complete.
fn may_be_entity(rest: &str, follows: char) -> bool {
    let in_name = |sign: char| sign.is_ascii_alphanumeric() || sign == '#';
    let behind = rest.trim_start_matches(in_name);
    behind.chars().next().unwrap_or(follows) == ';' || (behind.is_empty() && in_name(follows))
}

/// The same line, where its beginning would make it something else than a line of a paragraph.
pub(super) fn line(line: &str) -> String {
    let bytes = line.as_bytes();
    let digits = bytes.iter().take_while(|byte| byte.is_ascii_digit()).count();
    // What ends an item's mark: a blank, or the line.
    let ends = |at: usize| bytes.get(at).is_none_or(|&byte| byte == b' ' || byte == b'\t');
    let at = match bytes.first() {
        Some(b'#' | b'>' | b'=' | b'|' | b':') => 0,
        // A mark of an item, a line across the page, one below a heading, or one of a table.
        Some(b'-' | b'+') if ends(1) || matches!(bytes[1], b'-' | b'|' | b':') => 0,
        // A mark and a colon would be the note itself.
        Some(b'[') if line.starts_with("[^") => match line.find(']') {
            Some(close) if line[close + 1..].starts_with(':') => close + 1,
            _ => return line.to_owned(),
        },
        Some(b'0'..=b'9')
            if digits <= 9 && matches!(bytes.get(digits), Some(b'.' | b')')) && ends(digits + 1) =>
        {
            digits
        }
        _ => return line.to_owned(),
    };
    format!("{}\\{}", &line[..at], &line[at..])
}
