//! Papers of which more is known than that they exist: one dossier with a date, a kind and a number of pages for each, and a letter with its text.

use griffier::identifier::{Date, date_in_words};

use super::letter::printed;
use super::random::Random;

/// Their dossier; no other is two digits away from it, nor what others become by a slip.
pub(crate) const DOSSIER: u32 = 31_293;
/// How many pages each has.
pub(crate) const PAGES: u32 = 12;
/// The highest number that is of before the letters.
const PAPERS: u32 = 300;

/// One that was published after all letters.
pub(crate) const LATER: Paper = Paper(399);

/// The number of the letter that is quoted.
pub(crate) const QUOTED_NUMBER: u32 = 350;
/// Its file.
pub(crate) const QUOTED_PATH: &str = "/letters/kst-31293-350.md";
/// Its text.
pub(crate) const QUOTED: &str = "---\nidentifier: kst-31293-350\ndate: 2024-05-13\n---\n\nHet kabinet heeft \
    besloten de missie met twee jaar te ver-\nlengen, en stelt daarvoor dit jaar 12 miljoen euro beschikbaar.\n";

/// A paper of the dossier, by its number. Of three numbers the first two are letters and the third is a motion.
#[derive(Clone, Copy)]
pub(crate) struct Paper(pub(crate) u32);

/// All of them.
pub(crate) fn papers() -> impl Iterator<Item = Paper> {
    (1..=PAPERS).map(Paper).chain([LATER])
}

/// Any of before the letters that nothing has replaced.
pub(crate) fn any(random: &mut Random) -> Paper {
    Paper(random.between(2, PAPERS / 10) * 10 - 5)
}

/// A letter that nothing has replaced, with others behind it.
pub(crate) fn letter(random: &mut Random) -> Paper {
    Paper(random.between(2, PAPERS / 30 - 1) * 30 + 1)
}

/// One that the next has replaced.
pub(crate) fn replaced(random: &mut Random) -> Paper {
    Paper(random.between(1, PAPERS / 10 - 1) * 10)
}

/// One of a day of which it is clear in which session it lies.
pub(crate) fn in_midwinter(random: &mut Random) -> Paper {
    loop {
        let paper = any(random);
        if matches!(paper.day().month(), 12 | 1 | 2 | 3) {
            return paper;
        }
    }
}

impl Paper {
    fn day(self) -> Date {
        if self.0 == LATER.0 {
            return jiff::civil::date(2025, 2, 3);
        }
        jiff::civil::date(2016, 1, 4).saturating_add(jiff::Span::new().days(i64::from(self.0) * 9))
    }

    fn is_replaced(self) -> bool {
        self.0.is_multiple_of(10)
    }

    /// `31 293, nr. 45`, with its keyword.
    pub(crate) fn printed(self) -> String {
        format!("Kamerstuk {}, nr. {}", printed(DOSSIER), self.0)
    }

    /// The day that it is of, in words.
    pub(crate) fn date(self) -> String {
        date_in_words(self.day())
    }

    /// The same day of another year, of which there is no paper.
    pub(crate) fn date_a_year_later(self) -> String {
        date_in_words(self.day().saturating_add(jiff::Span::new().years(1)))
    }

    /// The year in which its session began.
    pub(crate) fn session(self) -> i16 {
        let day = self.day();
        if day.month() < 9 { day.year() - 1 } else { day.year() }
    }

    /// The paper behind it.
    pub(crate) fn next(self) -> Self {
        Self(self.0 + 1)
    }

    /// A letter of another day.
    pub(crate) fn later_letter(self) -> Self {
        Self(self.0 + 3)
    }

    /// The motion behind a letter.
    pub(crate) fn motion(self) -> Self {
        Self(self.0 + 2)
    }

    /// What the list says of it, as a line of JSON.
    pub(crate) fn record(self) -> String {
        let kind = if self.0.is_multiple_of(3) { "Motie" } else { "Brief" };
        let next = format!(",\"replaced-by\":[\"kst-{DOSSIER}-{}\"]", self.next().0);
        let replaced = if self.is_replaced() { next } else { String::new() };
        format!(
            "{{\"identifier\":\"kst-{DOSSIER}-{}\",\"date\":\"{}\",\"kind\":\"{kind}\",\"pages\":{PAGES}{replaced}}}",
            self.0,
            self.day()
        )
    }
}
