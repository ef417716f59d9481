//! Signs that Word names by a font and a place in it (`w:sym`), as the characters that they look like.

/// The character, or a white square where the font has something that no letter needs.
pub(super) fn sign(font: &str, code: &str) -> char {
    let Ok(code) = u32::from_str_radix(code, 16) else { return UNKNOWN };
    // Fonts of signs are laid into a private area.
    let place = if (0xF000..0xF100).contains(&code) { code - 0xF000 } else { code };
    let table: &[(u32, char)] = match font.to_ascii_lowercase().as_str() {
        "symbol" => &SYMBOL,
        "wingdings" => &WINGDINGS,
        "wingdings 2" => &WINGDINGS_2,
        "wingdings 3" | "webdings" => &[],
        _ => return char::from_u32(place).filter(|sign| !sign.is_control()).unwrap_or(UNKNOWN),
    };
    table.iter().find(|(known, _)| *known == place).map_or(UNKNOWN, |(_, sign)| *sign)
}

const UNKNOWN: char = '□';

const SYMBOL: [(u32, char); 33] = [
    (0x2D, '−'),
    (0x61, 'α'),
    (0x62, 'β'),
    (0x63, 'χ'),
    (0x64, 'δ'),
    (0x65, 'ε'),
    (0x67, 'γ'),
    (0x6C, 'λ'),
    (0x6D, 'μ'),
    (0x70, 'π'),
    (0x72, 'ρ'),
    (0x73, 'σ'),
    (0x44, 'Δ'),
    (0x53, 'Σ'),
    (0x57, 'Ω'),
    (0xA0, '€'),
    (0xA3, '≤'),
    (0xA5, '∞'),
    (0xAB, '↔'),
    (0xAC, '←'),
    (0xAE, '→'),
    (0xB0, '°'),
    (0xB1, '±'),
    (0xB3, '≥'),
    (0xB4, '×'),
    (0xB7, '•'),
    (0xB9, '≠'),
    (0xBB, '≈'),
    (0xBC, '…'),
    (0xD2, '®'),
    (0xD3, '©'),
    (0xD4, '™'),
    (0xDE, '⇒'),
];

const WINGDINGS: [(u32, char); 15] = [
    (0x28, '☎'),
    (0x2A, '✉'),
    (0x6C, '●'),
    (0x6E, '■'),
    (0x6F, '□'),
    (0x71, '❑'),
    (0x77, '◆'),
    (0x9F, '•'),
    (0xA7, '▪'),
    (0xA8, '☐'),
    (0xE0, '→'),
    (0xF0, '⇨'),
    (0xFB, '✗'),
    (0xFC, '✓'),
    (0xFE, '☑'),
];

const WINGDINGS_2: [(u32, char); 4] = [(0x50, '✓'), (0x52, '☑'), (0x53, '☒'), (0xA3, '☐')];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn signs_are_what_they_look_like() {
        assert_eq!(sign("Wingdings", "F0FE"), '☑');
        assert_eq!(sign("Symbol", "F0B7"), '•');
        assert_eq!(sign("Wingdings", "F021"), UNKNOWN);
        assert_eq!(sign("Calibri", "00E9"), 'é');
        assert_eq!(sign("Calibri", "x"), UNKNOWN);
    }
}
