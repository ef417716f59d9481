//! Texts that were encoded twice: UTF-8 that a program took for Windows-1252 or Latin-1 and wrote as UTF-8 once more, so that `é` became `Ã©`.
//!
//! What looks like it may be meant as it stands (`„Ä“` in German), so that a pair is put right only where it can mean nothing else, or where such a pair stands elsewhere in the text.
//! Clean Dutch, French and German stay as they are.

use super::Span;

/// So often one text may have been encoded anew.
const ROUNDS: usize = 3;

/// A text that was put right.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Restored {
    /// The text as it was meant.
    pub text: String,
    /// How many signs were put right.
    pub signs: usize,
}

/// The text as it was meant; `None` where nothing was encoded twice.
#[must_use]
pub fn restore(text: &str) -> Option<Restored> {
    let mut restored: Option<Restored> = None;
    for _ in 0..ROUNDS {
        let now = restored.as_ref().map_or(text, |restored| &restored.text);
        let damage = damage(now);
        if damage.is_empty() {
            break;
        }
        let mut out = String::with_capacity(now.len());
        let mut at = 0;
        for (span, meant) in &damage {
            out.push_str(&now[at..span.start]);
            out.extend(meant.filter(|meant| *meant != '\u{FEFF}'));
            at = span.end;
        }
        out.push_str(&now[at..]);
        let signs = restored.map_or(damage.len(), |restored| restored.signs);
        restored = Some(Restored { text: out, signs });
    }
    restored
}

/// Where one text was encoded twice, and which sign was meant, after every round that it takes: `ÃƒÂ©` is one place, and `é` is meant.
#[must_use]
pub fn encoded_twice(text: &str) -> Vec<(Span, String)> {
    let mut found: Vec<(Span, String)> = Vec::new();
    for (span, meant) in damage(text) {
        let meant = meant.map(String::from).unwrap_or_default();
        match found.last_mut() {
            // Neighbours may be one sign that was encoded thrice.
            Some((before, words)) if before.end == span.start => {
                before.end = span.end;
                words.push_str(&meant);
            }
            _ => found.push((span, meant)),
        }
    }
    for (_, words) in &mut found {
        if let Some(restored) = restore(words) {
            *words = restored.text;
        }
    }
    found
}

/// The places of one round. A lone lead whose blank was lost on the way has no other sign to give.
fn damage(text: &str) -> Vec<(Span, Option<char>)> {
    // Of ASCII nothing is damaged, and most letters have little else.
    if text.is_ascii() {
        return Vec::new();
    }
    let mut places = Vec::new();
    let mut sure = false;
    let mut from = 0;
    while let Some(at) = text.as_bytes()[from..].iter().position(|byte| *byte >= 0xC2).map(|at| at + from) {
        let Some(sign) = text[at..].chars().next() else { break };
        from = at + sign.len_utf8();
        if let Some(found) = sequence(text, at) {
            sure |= found.is_sure;
            from = found.span.end;
            places.push(found);
        }
    }
    if !sure {
        return Vec::new();
    }
    places.into_iter().map(|found| (found.span, Some(found.meant))).collect()
}

/// Signs that stand for the bytes of one.
struct Sequence {
    span: Span,
    meant: char,
    /// Whether they can mean nothing else.
    is_sure: bool,
}

/// The signs at `at` as the bytes of one that letters have.
fn sequence(text: &str, at: usize) -> Option<Sequence> {
    let mut signs = text[at..].char_indices();
    let (_, lead) = signs.next()?;
    let lead_byte = byte_of(lead)?;
    let more = match lead_byte {
        0xC2..=0xC6 | 0xCB => 1,
        0xE2 | 0xEF => 2,
        _ => return None,
    };
    let mut bytes = vec![lead_byte];
    let (mut end, mut is_sure) = (at, more == 2);
    for _ in 0..more {
        let (offset, sign) = signs.next()?;
        bytes.push(byte_of(sign).filter(|byte| (0x80..0xC0).contains(byte))?);
        // Signs that stand behind a capital in a clean text make it doubtful.
        is_sure |= !is_usual_behind_a_word(sign) && matches!(lead, 'Ã' | 'Â') || is_control(sign);
        end = at + offset + sign.len_utf8();
    }
    let meant = std::str::from_utf8(&bytes).ok()?.chars().next()?;
    // `€`, dashes, quotation marks, bullets, ligatures and the mark of byte order; of others letters have none.
    // Of the signs further on only those count that Windows-1252 has, as a text that was encoded thrice has them.
    let plausible = matches!(lead_byte, 0xC2..=0xC5)
        || matches!(meant, 'ƒ' | 'ˆ' | '˜')
        || more == 2
            && matches!(meant, '\u{2000}'..='\u{206F}' | '\u{20A0}'..='\u{20BF}' | '\u{2100}'..='\u{2212}' | '\u{2260}'..='\u{2265}' | '\u{FB00}'..='\u{FB06}' | '\u{FEFF}' | '\u{FFFD}');
    plausible.then_some(Sequence { span: Span::new(at, end), meant, is_sure })
}

/// Signs that print puts behind a word, so that a capital before one of them proves nothing.
const fn is_usual_behind_a_word(sign: char) -> bool {
    matches!(
        sign,
        '\u{A0}'
            | '‘'
            | '’'
            | '“'
            | '”'
            | '–'
            | '—'
            | '…'
            | '»'
            | '«'
            | '°'
            | '®'
            | '™'
            | '‰'
            | '›'
            | '‹'
            | '†'
            | '·'
            | 'º'
            | 'ª'
            | '\u{AD}'
            | '²'
            | '³'
            | '¹'
            | '§'
    )
}

const fn is_control(sign: char) -> bool {
    matches!(sign, '\u{80}'..='\u{9F}')
}

/// The byte that a sign is in Windows-1252, or in Latin-1 where that has signs for control.
fn byte_of(sign: char) -> Option<u8> {
    const BETWEEN: &str = "€\u{81}‚ƒ„…†‡ˆ‰Š‹Œ\u{8D}Ž\u{8F}\u{90}‘’“”•–—˜™š›œ\u{9D}žŸ";
    if let code @ 0x80..=0xFF = u32::from(sign) {
        return u8::try_from(code).ok();
    }
    let index = BETWEEN.chars().position(|between| between == sign)?;
    u8::try_from(0x80 + index).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// As a program writes it that takes UTF-8 for Windows-1252 or for Latin-1.
    fn encoded_again(text: &str, latin1: bool) -> String {
        const BETWEEN: &str = "€\u{81}‚ƒ„…†‡ˆ‰Š‹Œ\u{8D}Ž\u{8F}\u{90}‘’“”•–—˜™š›œ\u{9D}žŸ";
        let sign = |&byte: &u8| match byte {
            0x80..=0x9F if !latin1 => BETWEEN.chars().nth(usize::from(byte) - 0x80).unwrap(),
            _ => char::from(byte),
        };
        text.as_bytes().iter().map(sign).collect()
    }

    const CLEAN: [&str; 8] = [
        "De minister geïnformeerd over de coöperatie en Özdil; één à twee jaar – “zeker” (€ 5,–) … ’s-Gravenhage",
        "Kamerstukken II 2019–2020, 29\u{A0}521, nr. 385; Yeşilgöz-Zegerius en Šefčovič, 70 m², 20 °C",
        "L’État a reçu l’œuvre d’Émile : « À l’été »; LE CAFÉ » est ouvert – À\u{A0}propos, ÎLE… NOËL’S",
        "Der Buchstabe „Ä“ und „Ü“, groß: „SPAẞ“ und „Spaß“; MÜLLER–ÖÄ”; Straße, Äpfel, Größe",
        "Malmö, Ångström, Å–Ä, Århus’ haven; SÃO PAULO, São Tomé, MAÇÃ” en „Ã“",
        "100\u{A0}Â°",
        "Æ’s en Œ",
        "5 Å°C",
    ];

    #[test]
    fn clean_texts_stay() {
        for text in CLEAN {
            assert_eq!(restore(text), None, "{text}");
            assert!(encoded_twice(text).is_empty());
        }
    }

    #[test]
    fn what_was_encoded_again_is_restored() {
        for text in &CLEAN[..4] {
            for latin1 in [false, true] {
                let mut damaged = (*text).to_owned();
                for round in 1..=3 {
                    damaged = encoded_again(&damaged, latin1);
                    let restored = restore(&damaged).unwrap();
                    // The ß in capitals is one that no letter has.
                    let expected = text.replace('ẞ', &encoded_again("ẞ", latin1));
                    if round == 1 || !text.contains('ẞ') {
                        assert_eq!(restored.text, expected, "{round} {latin1}");
                    }
                }
            }
        }
    }

    #[test]
    fn a_part_is_restored_and_the_rest_stays() {
        let half = format!("geïnformeerd {} één", encoded_again("geïnformeerd – één à twee", false));
        let restored = restore(&half).unwrap();
        assert_eq!(restored.text, "geïnformeerd geïnformeerd – één à twee één");
        assert_eq!(restored.signs, 4 + 1);
    }

    #[test]
    fn each_place_is_told_once_however_often_it_was_encoded() {
        let thrice = encoded_again(&encoded_again("é", false), false);
        let text = format!("{thrice}n geïnformeerd");
        assert_eq!(encoded_twice(&text), [(Span::new(0, thrice.len()), "é".to_owned())]);
    }

    #[test]
    fn a_mark_of_byte_order_goes() {
        assert_eq!(restore("ï»¿\n<a/>").unwrap().text, "\n<a/>");
    }
}
