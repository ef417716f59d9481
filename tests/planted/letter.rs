//! Letters of which it is known what is wrong with them, and the list that they are held against.

use griffier::config::Coverage;
use griffier::corpus::{CorpusBuilder, MemoryCorpus};
use griffier::text::Span;

use super::kinds::Kind;
use super::known;
use super::random::Random;

/// Dossiers with as many papers as the second number says. None is a slip away from another.
pub(crate) const DOSSIERS: [(u32, u32); 8] = [
    (29_521, 492),
    (31_839, 950),
    (32_824, 410),
    (33_650, 350),
    (34_682, 220),
    (36_045, 190),
    (30_175, 460),
    (32_047, 430),
];

/// The chapters of both budgets that letters cite.
pub(crate) const CHAPTERS: [&str; 6] = ["VI", "VIII", "IX", "XIII", "XV", "XVI"];
/// How many papers each chapter has.
pub(crate) const CHAPTER_PAPERS: u32 = 120;

/// The dossier with two neighbouring digits swapped. It has a few papers, so that a low number in it is no error.
pub(crate) fn swapped(dossier: u32) -> u32 {
    let digits: Vec<char> = dossier.to_string().chars().collect();
    let at = if digits[2] == digits[3] { 3 } else { 2 };
    let mut digits = digits;
    digits.swap(at, at + 1);
    digits.iter().collect::<String>().parse().expect("digits")
}

/// `29 521`
pub(crate) fn printed(dossier: u32) -> String {
    let plain = dossier.to_string();
    format!("{} {}", &plain[..2], &plain[2..])
}

/// What exists.
pub(crate) fn corpus() -> MemoryCorpus {
    let mut ids: Vec<String> = Vec::new();
    let mut add = |dossier: String, from: u32, to: u32| {
        ids.extend((from..=to).map(|number| format!("kst-{dossier}-{number}")));
    };
    for (dossier, papers) in DOSSIERS {
        add(dossier.to_string(), 1, papers);
        add(swapped(dossier).to_string(), 1, 3);
    }
    add("34952".to_owned(), 1, 123);
    for budget in [36_410, 36_600] {
        add(budget.to_string(), 1, 40);
        for chapter in CHAPTERS {
            add(format!("{budget}-{chapter}"), 1, CHAPTER_PAPERS);
        }
    }
    add("21501-02".to_owned(), 1, 2_900);
    add("21501-07".to_owned(), 1, 1_900);
    add("36800".to_owned(), 1, 2);
    add(OWN.0.to_string(), 1, 30);
    ids.extend(('A'..='Z').map(|letter| format!("kst-35925-{letter}")));
    ids.extend(('A'..='H').map(|letter| format!("kst-35925-A{letter}")));
    for meeting in 1..=110 {
        ids.extend((1..=40).map(|item| format!("h-tk-20212022-{meeting}-{item}")));
    }
    ids.extend(["h-tk-20182019-47-9".to_owned(), "h-tk-20222023-1-1".to_owned()]);
    let until = jiff::civil::date(2025, 2, 15);
    let coverage = |family: &str| Coverage { family: family.to_owned(), ..Coverage::papers(29_000, until) };
    let record = known::papers().fold(String::new(), |all, paper| all + &paper.record() + "\n");
    CorpusBuilder::new()
        .list("lijst.txt", [coverage("kst"), coverage("h")], ids.iter().map(String::as_str))
        .list_of("gegevens.jsonl", [], &record)
        .letter(known::QUOTED_PATH, known::QUOTED)
        .build()
}

/// The dossier and the number of every letter itself. No error but one has to do with them.
pub(crate) const OWN: (u32, u32) = (34_986, 25);

/// An error: a citation as it should be and as it is.
pub(crate) struct Plant {
    /// Which kind of error it is.
    pub(crate) kind: &'static str,
    /// The rule that is to find it.
    pub(crate) code: &'static str,
    /// As it should be, with the words around it.
    pub(crate) right: String,
    /// As it is.
    pub(crate) wrong: String,
    /// Whether a safe fix gives back what it should be.
    pub(crate) safe: bool,
}

/// A paragraph of a letter.
enum Paragraph {
    /// In which nothing is wrong.
    Plain(String),
    /// Around an error.
    Around(&'static str, Plant, &'static str),
}

/// A letter with errors.
pub(crate) struct Letter(Vec<Paragraph>);

impl Letter {
    /// A letter with an error of each of these kinds, in this order, among paragraphs without.
    pub(crate) fn new(random: &mut Random, kinds: &[&Kind]) -> Self {
        let (dossier, number) = OWN;
        let head = format!(
            "---\nidentifier: kst-{dossier}-{number}\ndate: 2024-11-27\n---\n\nDen Haag, 27 november 2024"
        );
        let mut paragraphs = vec![Paragraph::Plain(head)];
        // What two errors are about lies far apart, so that neither explains the other.
        let first = random.between(0, 3) as usize;
        for (at, kind) in kinds.iter().enumerate() {
            let (dossier, papers) = DOSSIERS[first + 4 * at];
            for _ in 0..random.between(0, 2) {
                paragraphs.push(Paragraph::Plain(filler(random, dossier, papers)));
            }
            // Most errors are told by what the letter says rightly elsewhere.
            let number = random.between(100, papers);
            paragraphs.push(Paragraph::Plain(format!(
                "Uw Kamer is hierover eerder ingelicht (Kamerstuk {}, nr. {number}).",
                printed(dossier)
            )));
            let around = *random.one_of(&[
                ("Over de uitvoering is uw Kamer bericht (", ") en daarna opnieuw."),
                ("Zie voor de stand van zaken ook de brief van dit voorjaar (", ")."),
                ("De motie (", ") vraagt hier aandacht voor."),
            ]);
            let (before, behind) = kind.around.unwrap_or(around);
            paragraphs.push(Paragraph::Around(before, kind.plant(random, dossier, papers), behind));
        }
        paragraphs.push(Paragraph::Plain(filler(random, DOSSIERS[first].0, DOSSIERS[first].1)));
        Self(paragraphs)
    }

    /// The errors, in order.
    pub(crate) fn plants(&self) -> impl Iterator<Item = &Plant> {
        self.0.iter().filter_map(|paragraph| match paragraph {
            Paragraph::Around(_, plant, _) => Some(plant),
            Paragraph::Plain(_) => None,
        })
    }

    /// The letter as it should be.
    pub(crate) fn right(&self) -> String {
        self.text(|plant| &plant.right)
    }

    /// The letter with its errors.
    pub(crate) fn wrong(&self) -> String {
        self.text(|plant| &plant.wrong)
    }

    /// The letter as the safe fixes leave it.
    pub(crate) fn mended(&self) -> String {
        self.text(|plant| if plant.safe { &plant.right } else { &plant.wrong })
    }

    fn text<'a>(&'a self, choose: impl Fn(&'a Plant) -> &'a str) -> String {
        let paragraphs = self.0.iter().map(|paragraph| match paragraph {
            Paragraph::Plain(text) => format!("{text}\n"),
            Paragraph::Around(before, plant, behind) => format!("{before}{}{behind}\n", choose(plant)),
        });
        paragraphs.collect::<Vec<_>>().join("\n")
    }

    /// Where the errors stand in the letter with errors, each with the signs beside it.
    pub(crate) fn places(&self) -> Vec<Span> {
        let mut places = Vec::new();
        let mut at = 0;
        for paragraph in &self.0 {
            at += match paragraph {
                Paragraph::Plain(text) => text.len(),
                Paragraph::Around(before, plant, behind) => {
                    let start = at + before.len();
                    places.push(Span::new(start - 1, start + plant.wrong.len() + 1));
                    before.len() + plant.wrong.len() + behind.len()
                }
            } + "\n\n".len();
        }
        places
    }
}

/// A paragraph in which nothing is wrong, though a hasty reader might think so.
fn filler(random: &mut Random, dossier: u32, papers: u32) -> String {
    let paper = printed(dossier);
    let one = random.between(1, papers - 10);
    let two = one + random.between(1, 9);
    match random.between(0, 9) {
        0 => format!("In 2023 zijn 1.087 militairen uitgezonden; dat kostte {one},5 miljoen euro (zie {two})."),
        1 => format!("De brieven zijn gebundeld (Kamerstukken {paper}, nrs. {one} en {two})."),
        2 => format!("De brieven zijn gebundeld (Kamerstukken {paper}, nrs. {one}–{two})."),
        3 => format!("Dit staat op p. {one} van de nota (Kamerstukken II 2023/24, {dossier}, nr. {two}, p. 3-4)."),
        4 => format!("Zie Kamerstuk 36 600 {}, nr. {}.", random.one_of(&CHAPTERS), random.between(1, CHAPTER_PAPERS)),
        5 => format!("Zie Kamerstuk 21 501-02, nr. {}, en Handelingen II 2018/19, nr. 47, item 9.", random.between(2_000, 2_900)),
        6 => "Zie Kamerstuk 35 925, AB, Stb. 2018, 247 en Verordening (EU) 2016/679 van 27 april 2016.".to_owned(),
        7 => format!("De motie op stuk nr. {one} en de motie van het lid Jansen zijn aangenomen op 3 maart 2024."),
        8 => format!("Het hele dossier (Kamerstuk {paper}) telt meer dan {} stukken (vgl. artikel 100, tweede lid).", one % 90),
        _ => "De heer De Vries (fractie 1) vroeg: \"Wat kost dat?\" Het antwoord was 29 521 euro, nr. 3 op de lijst.".to_owned(),
    }
}
