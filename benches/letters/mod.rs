//! Letters that are made for measuring.

use std::fmt::Write as _;

/// Dossiers with the highest number that the made list knows of each.
const DOSSIERS: [(&str, u32); 6] = [
    ("29 521", 492),
    ("34 952", 123),
    ("36 045", 185),
    ("21 501-02", 2900),
    ("36 410 X", 99),
    ("31 293", 750),
];

const PROSE: &str = "Het kabinet informeert uw Kamer met deze brief over de voortgang van de inzet in de regio, \
    over de samenwerking met Europese partners en over de besluiten die in het najaar zijn voorzien. ";

/// A letter of 2024 of about `bytes` bytes that cites `citations` papers, one in a hundred of them wrongly.
pub(crate) fn letter(bytes: usize, citations: usize) -> String {
    let mut text = String::from(
        "Aan de Voorzitter van de Tweede Kamer der Staten-Generaal\n\nDen Haag, 27 november 2024\n\n",
    );
    let each = bytes / citations.max(1);
    for at in 0..citations {
        let (dossier, highest) = DOSSIERS[at % DOSSIERS.len()];
        let number = u32::try_from(at).unwrap_or(0) * 7 % highest + 1;
        let start = text.len();
        match at % 100 {
            17 => write!(text, "Zie de brief (Kamerstuk {dossier}, nr. {}). ", number + 9000),
            43 => write!(text, "Zie de brief (Kamerstuk\n{dossier}, nr. {number}). "),
            71 => write!(text, "Zie de brieven (Kamerstukken II 2019/20, {dossier}, nr. {number}, p. 3). "),
            _ => write!(text, "Zie de brief (Kamerstuk {dossier}, nr. {number}). "),
        }
        .expect("a string takes all");
        while text.len() - start < each {
            let left = each - (text.len() - start);
            text.push_str(PROSE.get(..left.min(PROSE.len())).unwrap_or(PROSE));
        }
        text.push_str(if at % 12 == 11 { "\n\n" } else { "\n" });
    }
    text
}

/// Every identifier of the made list.
#[allow(dead_code, reason = "one of the measurements needs no list")]
pub(crate) fn identifiers() -> Vec<String> {
    let official = |dossier: &str| dossier.replacen(' ', "", 1).replace(' ', "-");
    DOSSIERS
        .iter()
        .flat_map(|(dossier, highest)| (1..=*highest).map(move |number| (dossier, number)))
        .map(|(dossier, number)| format!("kst-{}-{number}", official(dossier)))
        .collect()
}
