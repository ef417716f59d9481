//! The kinds of errors that are planted, each from what published papers or their drafts have.

use super::known;
use super::letter::{CHAPTER_PAPERS, CHAPTERS, OWN, Plant, printed, swapped};
use super::random::Random;

/// A kind of error.
pub(crate) struct Kind {
    pub(crate) name: &'static str,
    code: &'static str,
    safe: bool,
    /// The citation as it should be and as it is; told a dossier of the letter and how many papers it has.
    make: fn(&mut Random, u32, u32) -> (String, String),
    /// What stands before and behind it, where that cannot be anything.
    pub(crate) around: Option<(&'static str, &'static str)>,
    /// Whether it is one of the notes of a letter, of which a letter has one row.
    pub(crate) is_note: bool,
}

impl Kind {
    const fn new(
        name: &'static str,
        code: &'static str,
        safe: bool,
        make: fn(&mut Random, u32, u32) -> (String, String),
    ) -> Self {
        Self { name, code, safe, make, around: None, is_note: false }
    }

    /// One that only certain words can stand around.
    const fn between(mut self, before: &'static str, behind: &'static str) -> Self {
        self.around = Some((before, behind));
        self
    }

    /// One of the notes of a letter.
    const fn of_notes(mut self) -> Self {
        self.is_note = true;
        self.between("Dit is nader uitgewerkt", "")
    }

    /// An error of this kind.
    pub(crate) fn plant(&self, random: &mut Random, dossier: u32, papers: u32) -> Plant {
        let (right, wrong) = (self.make)(random, dossier, papers);
        assert_ne!(right, wrong, "{}", self.name);
        Plant { kind: self.name, code: self.code, right, wrong, safe: self.safe }
    }
}

/// A citation in which two words are put for two others.
fn swap_in(text: String, right: &str, wrong: &str) -> (String, String) {
    let broken = text.replacen(right, wrong, 1);
    (text, broken)
}

/// All kinds.
pub(crate) const KINDS: &[Kind] = &[
    Kind::new(
        "blank in the wrong place of a dossier",
        "malformed-dossier",
        true,
        |random, dossier, papers| {
            let plain = dossier.to_string();
            let wrong = format!("{} {}", &plain[..3], &plain[3..]);
            swap_in(paper(random, dossier, papers), &printed(dossier), &wrong)
        },
    ),
    Kind::new("dossier without its last digit", "malformed-dossier", false, |random, dossier, papers| {
        let right = printed(dossier);
        swap_in(paper(random, dossier, papers), &right, &right[..right.len() - 1])
    }),
    Kind::new("council with one digit", "malformed-toevoeging", true, |random, _, _| {
        let text = format!("Kamerstuk 21 501-02, nr. {}", random.between(1, 2_900));
        swap_in(text, "501-02", "501-2")
    }),
    Kind::new("chapter as nobody writes it", "malformed-toevoeging", true, |random, _, _| {
        let text = format!("Kamerstuk 36 600 IX, nr. {}", random.between(1, CHAPTER_PAPERS));
        swap_in(text, "IX", "VIIII")
    }),
    Kind::new("number with two digits too many", "malformed-number", false, |random, dossier, papers| {
        let number = random.between(100, papers);
        let paper = format!("Kamerstuk {}, nr. {number}", printed(dossier));
        let wrong = format!("{paper}12");
        (paper, wrong)
    }),
    Kind::new("range that runs backwards", "backward-range", false, |random, dossier, papers| {
        let first = random.between(1, papers - 9);
        let last = first + random.between(2, 9);
        let of = |from, to| format!("Kamerstukken {}, nrs. {from}–{to}", printed(dossier));
        (of(first, last), of(last, first))
    }),
    Kind::new("number left open", "missing-number", false, |random, dossier, papers| {
        let number = random.between(1, papers);
        let start = format!("Kamerstuk {}, nr. ", printed(dossier));
        (format!("{start}{number}"), start)
    }),
    Kind::new("session with a slip of the hyphen", "session-year", true, |random, dossier, papers| {
        swap_in(lawyers(random, dossier, papers), "2023/24", "2023/-24")
    }),
    Kind::new("session of two years that do not follow", "session-year", false, |random, dossier, papers| {
        swap_in(lawyers(random, dossier, papers), "2023/24", "2023/25")
    }),
    Kind::new("a third chamber", "malformed-kamer", true, |random, dossier, papers| {
        swap_in(lawyers(random, dossier, papers), "II", "III")
    }),
    Kind::new("the other chamber", "wrong-kamer", true, |random, dossier, papers| {
        swap_in(lawyers(random, dossier, papers), "II", "I")
    }),
    Kind::new("a letter of the Tweede Kamer", "wrong-kamer", true, |random, _, _| {
        let letter = random.one_of(&["AB", "AC", "AF", "C", "T"]);
        swap_in(format!("Kamerstukken I 2023/24, 35925, {letter}"), "I ", "II ")
    }),
    Kind::new("Kamerstuk called Handelingen", "wrong-kind", true, |random, dossier, papers| {
        swap_in(lawyers(random, dossier, papers), "Kamerstukken", "Handelingen")
    }),
    Kind::new("year of a European act behind", "act-number-order", true, |random, _, _| {
        let number = random.between(100, 999);
        (format!("Verordening (EU) 2019/{number}"), format!("Verordening (EU) {number}/2019"))
    }),
    Kind::new("council left out", "missing-part", true, |random, _, _| {
        // Only one council has come so far.
        swap_in(format!("Kamerstuk 21 501-02, nr. {}", random.between(1_901, 2_900)), "501-02", "501")
    }),
    Kind::new("debate without its item", "missing-item", false, |random, _, _| {
        let start = format!("Handelingen II 2021/22, nr. {}", random.between(1, 100));
        (format!("{start}, item {}", random.between(1, 40)), start)
    }),
    Kind::new("space lost in front", "missing-space", true, |random, dossier, papers| {
        swap_in(paper(random, dossier, papers), "Kamerstuk ", "Kamerstuk")
    }),
    Kind::new("space lost before the number", "missing-space", true, |random, dossier, papers| {
        swap_in(paper(random, dossier, papers), "nr. ", "nr.")
    }),
    Kind::new("parenthesis closed twice", "unbalanced-parenthesis", true, |random, dossier, papers| {
        let paper = paper(random, dossier, papers);
        let wrong = format!("{paper})");
        (paper, wrong)
    }),
    Kind::new("digits of the dossier swapped", "unknown-document", true, |random, dossier, papers| {
        swap_in(paper(random, dossier, papers), &printed(dossier), &printed(swapped(dossier)))
    }),
    Kind::new(
        "number that the dossier has not reached",
        "unknown-document",
        false,
        |random, dossier, papers| {
            let number = random.between(100, papers);
            let of = |number: String| format!("Kamerstuk {}, nr. {number}", printed(dossier));
            (of(number.to_string()), of(format!("9{number}")))
        },
    ),
    Kind::new("digit of the dossier wrong", "unknown-dossier", true, |random, dossier, papers| {
        swap_in(
            paper(random, dossier, papers),
            &printed(dossier),
            &printed(dossier / 10 * 10 + (dossier + 1) % 10),
        )
    }),
    Kind::new("chapter of no budget of the year", "unknown-toevoeging", false, |random, _, _| {
        let chapter = random.one_of(&CHAPTERS);
        let wrong = random.one_of(&["XI", "XVIII", "XXI", "III"]);
        let of = |chapter: &str| format!("Kamerstuk 36 410 {chapter}, nr. 17");
        (of(chapter), of(wrong))
    }),
    Kind::new("joint paper with the other dossier first", "joint-dossier-order", true, |random, _, _| {
        let number = random.between(200, 492);
        let of = |first, second| format!("Kamerstukken {first} en {second}, nr. {number}");
        (of("29 521", "34 952"), of("34 952", "29 521"))
    }),
    Kind::new("singular before several", "keyword-number", true, |random, dossier, papers| {
        let first = random.between(1, papers - 9);
        let text =
            format!("Kamerstukken {}, nrs. {first} en {}", printed(dossier), first + random.between(1, 9));
        swap_in(text, "Kamerstukken", "Kamerstuk")
    }),
    Kind::new("plural before one", "keyword-number", true, |random, dossier, papers| {
        swap_in(paper(random, dossier, papers), "Kamerstuk", "Kamerstukken")
    }),
    Kind::new("item that the meeting does not have", "item-beyond-end", false, |random, _, _| {
        let start = format!("Handelingen II 2021/22, nr. {}", random.between(1, 109));
        let item = random.between(1, 40);
        (format!("{start}, item {item}"), format!("{start}, item {}", item + 40))
    }),
    Kind::new("meeting that the session does not have", "item-beyond-end", false, |random, _, _| {
        // A number from 200 on is a page.
        let meeting = random.between(1, 89);
        let of = |meeting| format!("Handelingen II 2021/22, nr. {meeting}, item 3");
        (of(meeting), of(meeting + 110))
    }),
    Kind::new("paper that no list covers", "unverified-document", false, |random, _, _| {
        let of = |dossier: &str, number| format!("Kamerstuk {dossier}, nr. {number}");
        let number = random.between(1, 1_900);
        (of("21 501-07", number), of("19 637", number))
    }),
    Kind::new("page that the paper does not have", "page-beyond-end", false, |random, _, _| {
        let paper = known::any(random);
        let of = |page| format!("{}, p. {page}", paper.printed());
        (of(random.between(1, known::PAGES)), of(known::PAGES + random.between(1, 90)))
    })
    .between("Over de uitvoering is uw Kamer bericht (", ")."),
    Kind::new("paper that another has replaced", "superseded-version", false, |random, _, _| {
        let paper = known::replaced(random);
        (paper.next().printed(), paper.printed())
    })
    .between("Over de uitvoering is uw Kamer bericht (", ")."),
    Kind::new("number beside the date of another paper", "date-mismatch", false, |random, _, _| {
        let paper = known::letter(random);
        let of = |number| format!("brief van {} ({})", paper.date(), number);
        (of(paper.printed()), of(paper.later_letter().printed()))
    })
    .between("Uw Kamer ontving hierover de ", "."),
    Kind::new("date in another year", "date-mismatch", false, |random, _, _| {
        let paper = known::letter(random);
        let of = |date| format!("brief van {date} ({})", paper.printed());
        (of(paper.date()), of(paper.date_a_year_later()))
    })
    .between("Uw Kamer ontving hierover de ", "."),
    Kind::new("letter that is called a motion", "kind-mismatch", false, |random, _, _| {
        let of = |paper: known::Paper| format!("motie ({})", paper.printed());
        let paper = known::letter(random);
        (of(paper.motion()), of(paper))
    })
    .between("De Kamer vroeg daarom in een ", "."),
    Kind::new("session in which the paper cannot be", "session-mismatch", false, |random, _, _| {
        let paper = known::in_midwinter(random);
        let of = |first: i16| {
            let second = (first + 1) % 100;
            format!("Kamerstukken II {first}/{second:02}, {}, nr. {}", known::DOSSIER, paper.0)
        };
        (of(paper.session()), of(paper.session() - 2))
    })
    .between("Over de uitvoering is uw Kamer bericht (", ")."),
    Kind::new("session before the dossier was opened", "session-mismatch", false, |random, _, _| {
        swap_in(
            format!("Kamerstukken II 2023/24, 36045, nr. {}", random.between(100, 190)),
            "2023/24",
            "2014/15",
        )
    }),
    Kind::new("paper of after the letter", "later-document", false, |random, _, _| {
        (known::any(random).printed(), known::LATER.printed())
    })
    .between("Over de uitvoering is uw Kamer bericht (", ")."),
    Kind::new("the letter itself", "self-citation", false, |random, _, _| {
        let (dossier, own) = OWN;
        let of = |number| format!("Kamerstuk {}, nr. {number}", printed(dossier));
        (of(random.between(1, 20)), of(own))
    }),
    Kind::new("words that the letter quoted does not have", "quotation-mismatch", false, |random, _, _| {
        let of = |words: &str| {
            format!("“{words}” (Kamerstuk {}, nr. {})", printed(known::DOSSIER), known::QUOTED_NUMBER)
        };
        let (right, wrong) = *random.one_of(&[
            ("de missie met twee jaar te verlengen", "de missie met drie jaar te verlengen"),
            (
                "stelt daarvoor (…) 12 miljoen euro beschikbaar",
                "stelt daarvoor (…) 15 miljoen euro beschikbaar",
            ),
        ]);
        (of(right), of(wrong))
    })
    .between("In de brief staat: ", "."),
    Kind::new("mark without its note", "footnote-missing", false, |_, _, _| {
        (".[^1]\n\n[^1]: Zie de bijlage.".to_owned(), ".[^1]".to_owned())
    })
    .of_notes(),
    Kind::new("note without its mark", "footnote-unmarked", false, |_, _, _| {
        (".[^1]\n\n[^1]: Zie de bijlage.".to_owned(), ".\n\n[^1]: Zie de bijlage.".to_owned())
    })
    .of_notes(),
    Kind::new("note that stands twice", "footnote-repeated", false, |_, _, _| {
        let right = ".[^1]\n\n[^1]: Zie de bijlage.";
        (right.to_owned(), format!("{right}\n\n[^1]: Zie de tweede bijlage."))
    })
    .of_notes(),
    Kind::new("number of a note passed over", "footnote-gap", false, |_, _, _| {
        let of = |second| {
            format!(",[^1] zoals afgesproken.[^{second}]\n\n[^1]: Zie de bijlage.\n\n[^{second}]: In mei.")
        };
        (of(2), of(3))
    })
    .of_notes(),
    Kind::new("name before it is defined", "name-before-definition", false, |random, _, _| {
        let (long, short) = *random.one_of(&[
            ("Het Staatstoezicht op de mijnen", "SodM"),
            ("De Nederlandse Zorgautoriteit", "NZa"),
            ("Het Centraal Bureau voor de Statistiek", "CBS"),
        ]);
        let right = format!("{long} (hierna: {short}) ziet toe. Daarna meldt {short} dat.");
        (right.clone(), format!("Al eerder meldde {short} dat. {right}"))
    })
    .between("Over het toezicht is het volgende te zeggen. ", ""),
    Kind::new("name that is never used", "unused-name", false, |_, _, _| {
        let start = "Het Centraal Orgaan opvang asielzoekers (hierna: COA) doet dat.";
        (format!("{start} Het COA meldt dat in mei."), start.to_owned())
    })
    .between("Over de opvang is het volgende te zeggen. ", ""),
    Kind::new("day that no calendar has", "impossible-date", false, |random, _, _| {
        let month = random.one_of(&["april", "juni", "september", "november"]);
        let of = |day| format!("{day} {month} 2025");
        (of(30), of(31))
    })
    .between("De regeling loopt tot en met ", "."),
    Kind::new("day of the week that the date is not", "wrong-weekday", false, |random, _, _| {
        let wrong = random.one_of(&["maandag", "woensdag", "donderdag", "zaterdag"]);
        swap_in("vrijdag 27 maart 2020".to_owned(), "vrijdag", wrong)
    })
    .between("Het debat was op ", "."),
];

/// One paper as the Kamer writes it; with a number that only dossiers of some size have.
fn paper(random: &mut Random, dossier: u32, papers: u32) -> String {
    let pin = random.one_of(&["", "", ", p. 7", ", p. 15-16", ", blz. 4 e.v."]);
    format!("Kamerstuk {}, nr. {}{pin}", printed(dossier), random.between(100, papers))
}

/// One paper as lawyers write it.
fn lawyers(random: &mut Random, dossier: u32, papers: u32) -> String {
    let spellings = [dossier.to_string(), printed(dossier)];
    let dossier = random.one_of(&spellings).clone();
    format!("Kamerstukken II 2023/24, {dossier}, nr. {}", random.between(100, papers))
}
