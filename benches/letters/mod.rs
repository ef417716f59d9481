//! Letters that are made for measuring.

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
    made_of(bytes, citations, stated)
}

/// The same where one citation in three leaves something open that only lists can tell: a form without keyword, a page of a debate, a paper of the Eerste Kamer.
#[allow(dead_code, reason = "one of the measurements has no list that could tell")]
pub(crate) fn open_letter(bytes: usize, citations: usize) -> String {
    made_of(bytes, citations, |at| {
        let (dossier, number) = paper(at);
        let dashed = dossier.replace(' ', "");
        match at % 12 {
            1 => format!("Gestemd is over ({dashed}-{number}). "),
            4 => format!("Zie Handelingen II 2007/08, nr. 70, p. {}. ", 1 + at * 7 % 9_000),
            7 => format!("Zie (Kamerstukken I 1998/99, 26 200, nr. {}a). ", 1 + at % 300),
            10 => format!("Gestemd is over (77{:03}-{number}). ", at % 1000),
            _ => stated(at),
        }
    })
}

fn paper(at: usize) -> (&'static str, u32) {
    let (dossier, highest) = DOSSIERS[at % DOSSIERS.len()];
    (dossier, u32::try_from(at).unwrap_or(0) * 7 % highest + 1)
}

fn stated(at: usize) -> String {
    let (dossier, number) = paper(at);
    match at % 100 {
        17 => format!("Zie de brief (Kamerstuk {dossier}, nr. {}). ", number + 9000),
        43 => format!("Zie de brief (Kamerstuk\n{dossier}, nr. {number}). "),
        71 => format!("Zie de brieven (Kamerstukken II 2019/20, {dossier}, nr. {number}, p. 3). "),
        _ => format!("Zie de brief (Kamerstuk {dossier}, nr. {number}). "),
    }
}

fn made_of(bytes: usize, citations: usize, sentence: impl Fn(usize) -> String) -> String {
    let mut text = String::from(
        "Aan de Voorzitter van de Tweede Kamer der Staten-Generaal\n\nDen Haag, 27 november 2024\n\n",
    );
    let each = bytes / citations.max(1);
    for at in 0..citations {
        let start = text.len();
        text.push_str(&sentence(at));
        while text.len() - start < each {
            let left = each - (text.len() - start);
            text.push_str(PROSE.get(..left.min(PROSE.len())).unwrap_or(PROSE));
        }
        text.push_str(if at % 12 == 11 { "\n\n" } else { "\n" });
    }
    text
}

/// The same where every paper is called by its kind and most by their date, as letters of a ministry do: what the words beside a citation say is then compared with what a list knows.
#[allow(dead_code, reason = "one of the measurements has no list that could tell")]
pub(crate) fn dated_letter(bytes: usize, citations: usize) -> String {
    made_of(bytes, citations, |at| {
        let (dossier, number) = paper(at);
        let date = day(number).strftime("%-d");
        let (month, year) = (MONTHS[usize::from(day(number).month().unsigned_abs()) - 1], day(number).year());
        match at % 4 {
            0 => format!("Zie de motie-De Vries c.s. (Kamerstuk {dossier}, nr. {number}). "),
            1 => format!("Zie de brief (Kamerstuk {dossier}, nr. {number}). "),
            _ => format!("Zie de brief van {date} {month} {year} (Kamerstuk {dossier}, nr. {number}). "),
        }
    })
}

const MONTHS: [&str; 12] = [
    "januari",
    "februari",
    "maart",
    "april",
    "mei",
    "juni",
    "juli",
    "augustus",
    "september",
    "oktober",
    "november",
    "december",
];

/// The day of the paper with this number, in the made records.
fn day(number: u32) -> jiff::civil::Date {
    jiff::civil::date(2015, 1, 1).saturating_add(jiff::Span::new().days(i64::from(number) % 3_600))
}

/// A record with date and kind for every paper of the made list, a line each.
#[allow(dead_code, reason = "one of the measurements needs no list")]
pub(crate) fn records() -> String {
    let official = |dossier: &str| dossier.replacen(' ', "", 1).replace(' ', "-");
    let papers = DOSSIERS
        .iter()
        .flat_map(|(dossier, highest)| (1..=*highest).map(move |number| (official(dossier), number)));
    let record = |(dossier, number): (String, u32)| {
        let date = day(number);
        format!("{{\"identifier\":\"kst-{dossier}-{number}\",\"kind\":\"Brief\",\"date\":\"{date}\"}}\n")
    };
    papers.map(record).collect()
}

/// Every identifier of the made list.
#[allow(dead_code, reason = "one of the measurements needs no list")]
pub(crate) fn identifiers() -> Vec<String> {
    let official = |dossier: &str| dossier.replacen(' ', "", 1).replace(' ', "-");
    DOSSIERS
        .iter()
        .flat_map(|(dossier, highest)| (1..=*highest).map(move |number| (dossier, number)))
        .map(|(dossier, number)| format!("kst-{}-{number}", official(dossier)))
        .chain((0..900).map(|at| format!("h-tk-20072008-{}-{}", at * 10, at * 10 + 10)))
        .chain((1..=300).map(|number| format!("kst-19981999-26200-{number}a")))
        .collect()
}
