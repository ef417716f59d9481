//! Letters by chance, from a fixed seed: with heads in both layouts, lists beside them and open letters over them, the index says what memory says of whatever is asked.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::{Desk, How, QUIET};
use crate::citation::Recognised;
use crate::config::Coverage;
use crate::corpus::{Catalogue, Catalogues, Corpus, MemoryCorpus};
use crate::identifier::{DocumentId, Dossier};
use crate::letter::Format;

const WORDS: [&str; 20] = [
    "vredesmissies",
    "missie",
    "defensie",
    "defensienota",
    "geïntegreerde",
    "inzet",
    "coördinatie",
    "begroting",
    "Mali",
    "onderzoek",
    "onderwijs",
    "zorg",
    "zorgverlof",
    "landbouw",
    "natuur",
    "natuurherstel",
    "kustwacht",
    "asiel",
    "evaluatie",
    "rapport",
];

const SENDERS: [&str; 4] = ["A.Th.B. Bijleveld-Schouten", "S.A. Blok", "W.K. Hoekstra", "Özütok"];

struct Dice(u64);

impl Dice {
    fn below(&mut self, limit: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap() % limit
    }

    fn of<'a>(&mut self, words: &[&'a str]) -> &'a str {
        words[self.below(words.len())]
    }

    fn title(&mut self) -> String {
        let words: Vec<&str> = (0..=self.below(3)).map(|_| self.of(&WORDS)).collect();
        words.join(self.of(&[" ", " en ", ", ", "-"]))
    }

    fn dossier(&mut self) -> &'static str {
        self.of(&["29 521", "34 952", "36 410 X", "36 410", "21 501-02", "33 802"])
    }

    /// A letter in one layout or the other, and its name.
    fn letter(&mut self, number: usize) -> (String, String) {
        let dossier = self.dossier();
        let (day, year) = (1 + self.below(28), 2017 + self.below(4));
        let mut cites = String::new();
        for _ in 0..self.below(4) {
            cites = format!("{cites}Zie Kamerstuk {}, nr. {}.\n", self.dossier(), 1 + self.below(9));
        }
        let folder = self.of(&["", "archief/", "archief/oud/"]);
        if self.below(2) == 0 {
            let head = format!(
                "Tweede Kamer der Staten-Generaal\n\n{dossier}\n\n{}\n\nNr. {number}\n\nBRIEF VAN DE MINISTER VAN {}\n\nDen Haag, {day} maart {year}\n\n",
                self.title(),
                self.of(&WORDS).to_uppercase()
            );
            return (format!("{folder}{number}.txt"), head + &cites);
        }
        let head = format!(
            "---\ntitle: {}\ndossiers: [{dossier}]\nnumber: {number}\nkind: {}\nsenders: [{}]\ndate: {year}-09-{day:02}\n---\n",
            self.title(),
            self.of(&["Brief regering", "Motie", "Verslag"]),
            self.of(&SENDERS)
        );
        (format!("{folder}{number}.md"), head + &cites)
    }

    /// Something that one may type: words, beginnings and parts of them, with slips now and then, and numbers.
    fn typed(&mut self) -> String {
        let mut words = Vec::new();
        for _ in 0..=self.below(2) {
            let mut word: Vec<char> = self.of(&WORDS).chars().collect();
            match self.below(8) {
                0 => word.truncate(1 + self.below(word.len())),
                1 => drop(word.drain(..self.below(word.len()))),
                2 => drop(word.remove(self.below(word.len()))),
                3 if word.len() > 1 => {
                    let at = self.below(word.len() - 1);
                    word.swap(at, at + 1);
                }
                4 => word = self.dossier().chars().collect(),
                5 => {
                    word = self
                        .of(&["2018", "brief", "maart", "2019-09", "bijlevled", "ozutok", "7", "motie"])
                        .chars()
                        .collect();
                }
                _ => {}
            }
            words.push(word.into_iter().collect::<String>());
        }
        words.join(" ")
    }
}

fn lists() -> Catalogues {
    let ids: Vec<DocumentId> = (1..30)
        .flat_map(|number| {
            [format!("kst-29521-{number}"), format!("kst-36410-X-{number}"), format!("kst-29530-{number}")]
        })
        .map(|id| id.parse().unwrap())
        .collect();
    let coverage = [Coverage::papers(29_000, jiff::civil::date(2025, 2, 15))];
    Catalogues::new(vec![Catalogue::from_ids("lijst.txt", &coverage, &ids)])
}

fn agree(index: &MemoryCorpus, memory: &MemoryCorpus, dice: &mut Dice) {
    let dossiers: Vec<Dossier> =
        ["29521", "34952", "36410-X", "36410", "21501-02", "33802", "29530", "40000"]
            .map(|dossier| Dossier::parse(dossier).unwrap())
            .into();
    let papers = memory.papers_in_dossiers(&dossiers);
    assert_eq!(index.papers_in_dossiers(&dossiers), papers);
    let ids: Vec<DocumentId> = papers.into_iter().flatten().collect::<BTreeSet<_>>().into_iter().collect();
    assert_eq!(index.citing_places(&ids), memory.citing_places(&ids));
    assert_eq!(index.citations_of_many(&ids), memory.citations_of_many(&ids));
    assert_eq!(index.letters_of_many(&ids), memory.letters_of_many(&ids));
    assert_eq!(index.dossier_titles(&dossiers), memory.dossier_titles(&dossiers));
    for dossier in dossiers {
        assert_eq!(index.citing_dossier(dossier), memory.citing_dossier(dossier), "{dossier}");
    }
    for digits in ["", "2", "3", "29", "295", "364", "36410", "215", "8"] {
        assert_eq!(index.dossiers_beginning(digits), memory.dossiers_beginning(digits), "{digits}");
    }
    let root = memory.root().unwrap().to_owned();
    for path in ["nieuw.txt", "archief/nieuw.txt", "archief/oud/nieuw.txt", "elders/nieuw.txt"] {
        let path = root.join(path);
        assert_eq!(index.dossiers_beside(&path), memory.dossiers_beside(&path), "{path:?}");
    }
    let mut found = 0;
    for _ in 0..120 {
        let typed = dice.typed();
        let hits = memory.search(&typed, 200);
        found += usize::from(!hits.is_empty());
        assert_eq!(index.search(&typed, 200), hits, "{typed}");
    }
    assert!(found > 40, "only {found} of 120 found anything");
}

#[test]
fn whatever_the_letters_say_and_whatever_is_asked() {
    let mut dice = Dice(1815);
    let desk = Desk::new();
    for round in 0..4 {
        for number in 0..25 {
            let (name, text) = dice.letter(1 + number % 20);
            if dice.below(6) == 0 {
                let _ = std::fs::remove_file(desk.at(&name));
            } else {
                desk.write(&name, &text);
            }
        }
        let how = if round == 2 { How::Anew } else { How::Compare };
        desk.index.sync(&desk.folders, how, &QUIET).unwrap();
        let (mut index, mut memory) = (desk.corpus(), desk.oracle());
        if round % 2 == 1 {
            index.set_lists(lists());
            memory.set_lists(lists());
        }
        agree(&index, &memory, &mut dice);
        for number in [3, 7, 40] {
            let (name, text) = dice.letter(number);
            let path = desk.at(&name);
            let recognised = Recognised::new(Arc::from(text), Format::of_path(&path), Some(&path));
            index.overlay(&path, &recognised);
            memory.overlay(&path, &recognised);
            agree(&index, &memory, &mut dice);
        }
    }
}
