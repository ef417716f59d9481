//! Kamerstukken: `Kamerstukken 29 521 en 34 952, nr. 403`, `Kamerstukken II 2015/16, 34442, nr. 3, p. 7`.

use crate::config::Style;
use crate::identifier::{DocumentId, Dossier, Kamer, Kamerstuk, SessionYear, Toevoeging};

use super::super::{Citation, Target};
use super::numbers::{Number, enumeration, numbers};
use super::{numeral, short};

/// Papers of the same dossiers, or dossiers as a whole.
struct Group {
    /// What stands between keyword and dossier; a change needs the keyword anew.
    head: Head,
    dossiers: Vec<Dossier>,
    /// None where the dossiers are meant as a whole.
    numbers: Vec<Number>,
}

/// Chamber and session, where they are to be printed.
#[derive(Clone, Copy, PartialEq, Eq)]
struct Head(Option<(Kamer, SessionYear)>);

pub(super) fn print(citation: &Citation, style: Style) -> Option<String> {
    let mut groups: Vec<Group> = Vec::new();
    for target in &citation.targets {
        let group = group(target, citation, style)?;
        match groups.last_mut() {
            Some(last) if last.takes(&group) => last.take(group),
            _ => groups.push(group),
        }
    }
    let mut printed = String::new();
    for (at, group) in groups.iter().enumerate() {
        let before = at.checked_sub(1).map(|before| &groups[before]);
        // A dossier as a whole would share the number of the paper behind it, did the keyword not part them.
        let anew = before.is_none_or(|before| before.head != group.head || before.numbers.is_empty());
        match (before, at + 1 == groups.len()) {
            (None, _) => {}
            (Some(_), true) => printed += " en ",
            (Some(_), false) => printed += "; ",
        }
        if anew {
            let under_it = groups[at..].iter().take_while(|other| other.head == group.head);
            printed += &group.head.printed(style, under_it.map(Group::len).sum());
        }
        printed += &group.printed(style)?;
    }
    (!printed.is_empty()).then_some(printed)
}

/// What a target is by itself.
fn group(target: &Target, citation: &Citation, style: Style) -> Option<Group> {
    let pin = target.pin.as_ref().map(|pin| pin.text.clone());
    match &target.id {
        // A page needs the number of a paper.
        DocumentId::Dossier(dossier) if pin.is_none() => {
            Some(Group { head: Head(None), dossiers: vec![*dossier], numbers: Vec::new() })
        }
        DocumentId::Kamerstuk(paper) if paper.suffix.is_none() => {
            let others = target.dossiers.iter().skip(1).map(|mention| mention.dossier);
            let number = Number { text: paper.number.to_string(), pin, value: paper.number.number() };
            Some(Group {
                head: Head::of(paper, citation, style)?,
                dossiers: [paper.dossier].into_iter().chain(others).collect(),
                numbers: vec![number],
            })
        }
        _ => None,
    }
}

impl Head {
    /// What a style says of a paper; `None` where the citation does not tell it.
    fn of(paper: &Kamerstuk, citation: &Citation, style: Style) -> Option<Self> {
        let told = DocumentId::Kamerstuk(*paper).kamer()?;
        let kamer = match &citation.targets[..] {
            // Until 2003 papers of the Tweede Kamer bore letters too, so that what is printed counts more.
            [_] if paper.session.is_none() => citation.kamer.unwrap_or(told),
            _ => told,
        };
        // In a list that goes over to the other chamber only the first session is kept.
        let session = paper
            .session
            .or(citation.session.filter(|_| citation.kamer.is_none_or(|stated| stated == kamer)));
        match style {
            // The house style names chamber and session only where they are part of the number.
            Style::Kamer => Some(Self(paper.session.map(|session| (Kamer::Eerste, session)))),
            Style::Leidraad | Style::Aanwijzingen => session.map(|session| Self(Some((kamer, session)))),
        }
    }

    /// With the keyword, and the blank or comma behind; `count` tells how many papers and dossiers it announces.
    fn printed(self, style: Style, count: usize) -> String {
        let keyword = if style == Style::Kamer && count == 1 { "Kamerstuk" } else { "Kamerstukken" };
        match self.0.and_then(|(kamer, session)| Some((numeral(kamer)?, session))) {
            None => format!("{keyword} "),
            Some((numeral, session)) if style == Style::Kamer => format!("{keyword} {numeral} {session}, "),
            Some((numeral, session)) => format!("{keyword} {numeral} {}, ", short(session)),
        }
    }
}

impl Group {
    /// Whether the next target is one of the same row.
    fn takes(&self, next: &Self) -> bool {
        let both_whole = self.numbers.is_empty() && next.numbers.is_empty();
        let both_papers = !self.numbers.is_empty() && !next.numbers.is_empty();
        self.head == next.head && (both_whole || (both_papers && self.dossiers == next.dossiers))
    }

    fn take(&mut self, next: Self) {
        if self.numbers.is_empty() {
            self.dossiers.extend(next.dossiers);
        }
        self.numbers.extend(next.numbers);
    }

    /// How many things it names, which decides between singular and plural.
    fn len(&self) -> usize {
        self.dossiers.len().max(self.numbers.len())
    }

    fn printed(&self, style: Style) -> Option<String> {
        let dossiers: Vec<String> = self.dossiers.iter().map(|dossier| dossier_in(*dossier, style)).collect();
        let dossiers = enumeration(&dossiers)?;
        if self.numbers.is_empty() {
            return Some(dossiers);
        }
        Some(format!("{dossiers}, {}", numbers(&self.numbers)?))
    }
}

/// `29 521` in letters, `29521` elsewhere; `31700 VI`, `21501-02` in both manners.
fn dossier_in(dossier: Dossier, style: Style) -> String {
    if style == Style::Kamer {
        return dossier.printed();
    }
    match dossier.toevoeging {
        None => dossier.number.to_string(),
        Some(part @ Toevoeging::Part(_)) => format!("{}-{part}", dossier.number),
        Some(kingdom @ Toevoeging::Rijkswet(_)) => format!("{} ({kingdom})", dossier.number),
        Some(other) => format!("{} {other}", dossier.number),
    }
}
