//! CELEX numbers, by which the European Union keeps its acts and documents: `32016R0679`.

use super::{DocumentId, Series};

/// Reads a CELEX number at the start of `text`: sector, year, kind of document, number. Gives it and how many bytes it takes.
///
/// A consolidated text (`02016R0679-20160504`) means its act.
/// Which kinds there are is said by the description of the number on EUR-Lex; those of sectors that no letter cites are left out.
#[must_use]
pub fn read_celex(text: &str) -> Option<(DocumentId, usize)> {
    let digits = |text: &str| text.bytes().take_while(u8::is_ascii_digit).count();
    let (sector, rest) = (text.get(..1)?, text.get(1..)?);
    if digits(rest) != 4 {
        return None;
    }
    let (year, rest) = rest.split_at(4);
    let letters = rest.bytes().take_while(u8::is_ascii_uppercase).count();
    let (kind, rest) = rest.split_at(letters);
    if digits(rest) != 4 {
        return None;
    }
    let number = &rest[..4];
    let known = match sector {
        "0" | "3" => matches!(kind, "R" | "L" | "D" | "F" | "H" | "E" | "Q" | "G" | "C"),
        "5" => matches!(kind, "PC" | "DC" | "SC" | "JC" | "AP" | "AE" | "AR" | "IP" | "XC"),
        "6" => matches!(kind, "CJ" | "CC" | "CO" | "TJ" | "TO" | "TC" | "FJ"),
        _ => false,
    };
    let len = 1 + 4 + letters + 4;
    let consolidated = text[len..].strip_prefix('-').filter(|date| sector == "0" && digits(date) == 8);
    let len = len + consolidated.map_or(0, |_| "-20160504".len());
    let sector = if sector == "0" { "3" } else { sector };
    let id = DocumentId::Named(Series::Celex, format!("{sector}{year}{kind}{number}").into());
    (known && matches!(year.as_bytes()[..2], [b'1', b'9'] | [b'2', b'0'])).then_some((id, len))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn acts_documents_and_judgments() {
        for (text, id, len) in [
            ("32016R0679", "celex:32016R0679", 10),
            ("32016R0679&from=NL", "celex:32016R0679", 10),
            ("02016R0679-20160504", "celex:32016R0679", 19),
            ("52020DC0456", "celex:52020DC0456", 11),
            ("62012CJ0131", "celex:62012CJ0131", 11),
        ] {
            let (found, taken) = read_celex(text).unwrap();
            assert_eq!((found.to_string().as_str(), taken), (id, len), "{text}");
        }
        for none in ["", "3", "32016R067", "32016R06791", "32016Z0679", "92016R0679", "3éé"] {
            assert_eq!(read_celex(none), None, "{none}");
        }
    }
}
