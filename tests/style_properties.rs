//! Any citation can be written in another style: what a style prints, read again, means the same papers and pages.
//!
//! How many cases are tried, and which, is said in `common/cases.rs`.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use griffier::citation::{
    Citation, Context, DossierMention, Family, Pin, RecordPages, Standing, Target, in_style, recognise,
};
use griffier::config::Style;
use griffier::identifier::{
    DocumentId, Dossier, DossierNumber, Kamer, Kamerstuk, Ondernummer, PageRange, SessionYear, Sessional,
};
use griffier::letter::Letter;
use griffier::text::Span;
use proptest::prelude::*;
use proptest::sample::select;

#[path = "common/cases.rs"]
mod cases;
use cases::cases;

/// Where a made citation stands, which no style asks.
const NOWHERE: Span = Span::new(0, 0);

/// A citation of these papers, each once.
fn citation(family: Family, mut targets: Vec<Target>) -> Citation {
    let mut seen = Vec::new();
    targets.retain(|target| {
        let new = !seen.contains(&target.id);
        seen.push(target.id.clone());
        new
    });
    Citation {
        span: NOWHERE,
        family,
        targets,
        kamer: None,
        session: None,
        standing: Standing::Stated,
        pages: Vec::new(),
        problems: Vec::new(),
    }
}

fn target(id: DocumentId, dossiers: &[Dossier], pin: Option<Pin>) -> Target {
    let dossiers = dossiers.iter().map(|dossier| DossierMention { dossier: *dossier, span: NOWHERE });
    Target { span: NOWHERE, id, dossiers: dossiers.collect(), pin, number_span: None }
}

fn pin() -> impl Strategy<Value = Option<Pin>> {
    let pin = |text: String, page| Some(Pin { text, page, span: NOWHERE });
    let page = 1..400_u32;
    prop_oneof![
        3 => Just(None),
        2 => page.clone().prop_map(move |page| pin(format!("p. {page}"), page)),
        1 => (page.clone(), 1..20_u32).prop_map(move |(page, more)| pin(format!("p. {page}-{}", page + more), page)),
        1 => (page.clone(), 1..20_u32).prop_map(move |(page, more)| pin(format!("p. {page}, {}", page + more), page)),
        1 => page.prop_map(move |page| pin(format!("p. {page} e.v."), page)),
    ]
}

/// Dossiers as citations name them: plain, with a chapter, a fund or a formation of the Council, and in Roman numerals.
fn dossier() -> impl Strategy<Value = Dossier> {
    let plain = (20_000..39_999_u32)
        .prop_map(|number| Dossier::plain(DossierNumber::parse(&number.to_string()).unwrap()));
    let named = [
        "36410-VI",
        "35300-XV",
        "36410-A",
        "36600-IIA",
        "31700-X",
        "21501-02",
        "21501-32",
        "CXXIV",
        "36800-XXIII",
    ];
    prop_oneof![4 => plain, 2 => select(named.to_vec()).prop_map(|name| Dossier::parse(name).unwrap())]
}

fn number() -> impl Strategy<Value = Ondernummer> {
    (1..3_000_u32).prop_map(Ondernummer::Number)
}

/// The numbers of the Eerste Kamer: `C`, `AB`, `188b`.
fn letter() -> impl Strategy<Value = Ondernummer> {
    // `EK`, `TK` and `NR` are not taken for numbers, nor is the blank `XX` of drafts.
    let capitals = "[A-Z]|A[A-Z]|B[A-Z]".prop_map(|text| Ondernummer::parse(&text).unwrap());
    let small = (1..400_u32, "[a-h]")
        .prop_map(|(number, letter)| Ondernummer::parse(&format!("{number}{letter}")).unwrap());
    prop_oneof![2 => capitals, 1 => small]
}

fn session(years: std::ops::Range<u16>) -> impl Strategy<Value = SessionYear> {
    years.prop_map(SessionYear::starting)
}

/// Papers of the Tweede Kamer, of one dossier or several that share their numbers, with or without a session.
fn of_the_tweede_kamer() -> impl Strategy<Value = Citation> {
    let papers = proptest::collection::vec((number(), pin()), 1..4);
    let group = (proptest::collection::vec(dossier(), 1..3), papers);
    let groups = proptest::collection::vec(group, 1..3);
    (groups, proptest::option::of(session(1985..2026))).prop_map(|(groups, session)| {
        let targets = groups.iter().flat_map(|(dossiers, papers)| {
            papers.iter().map(|(number, pin)| {
                target(DocumentId::kamerstuk(dossiers[0], *number), dossiers, pin.clone())
            })
        });
        let targets = targets.collect();
        Citation { kamer: session.map(|_| Kamer::Tweede), session, ..citation(Family::Kamerstuk, targets) }
    })
}

/// Papers of the Eerste Kamer, whose identifiers have a session from 1994/95 to 2009/10.
fn of_the_eerste_kamer() -> impl Strategy<Value = Citation> {
    let number = prop_oneof![3 => letter(), 1 => number()];
    let papers = proptest::collection::vec((number, pin()), 1..4);
    (dossier(), papers, session(1985..2026)).prop_map(|(dossier, papers, session)| {
        let coded = Some(session).filter(|session| (1994..2010).contains(&session.first()));
        let targets = papers.into_iter().filter(|(number, _)| coded.is_some() || number.is_letter());
        let targets = targets.map(|(number, pin)| {
            let id = DocumentId::Kamerstuk(Kamerstuk { dossier, session: coded, number, suffix: None });
            target(id, &[dossier], pin)
        });
        let targets = targets.collect();
        Citation {
            kamer: Some(Kamer::Eerste),
            session: Some(session),
            ..citation(Family::Kamerstuk, targets)
        }
    })
}

fn dossiers() -> impl Strategy<Value = Citation> {
    proptest::collection::vec(dossier(), 1..3).prop_map(|dossiers| {
        let whole = |dossier: &Dossier| target(DocumentId::Dossier(*dossier), &[*dossier], None);
        citation(Family::Kamerstuk, dossiers.iter().map(whole).collect())
    })
}

fn sessional(series_code: &'static str, family: Family) -> impl Strategy<Value = Citation> {
    let numbers =
        proptest::collection::vec(1..120_u32, if family == Family::Handelingen { 1..3_usize } else { 1..2 });
    let kamer = select(vec![Kamer::Eerste, Kamer::Tweede]);
    let several = proptest::collection::vec((numbers, pin()), 1..4);
    (kamer, session(2011..2026), several).prop_map(move |(kamer, session, several)| {
        let targets = several.into_iter().map(|(numbers, pin)| {
            let numbers: Vec<String> = numbers.iter().map(ToString::to_string).collect();
            let id = format!("{series_code}-{}-{}-{}", kamer.code(), session.code(), numbers.join("-"));
            let id = DocumentId::parse(&id).unwrap();
            assert!(matches!(id, DocumentId::Sessional(Sessional { .. })));
            target(id, &[], pin)
        });
        citation(family, targets.collect())
    })
}

fn pages() -> impl Strategy<Value = Citation> {
    let kamer = select(vec![Kamer::Eerste, Kamer::Tweede]);
    let meeting = proptest::option::of(1..110_u32);
    (kamer, session(1994..2010), meeting, 1..8_000_u32, 0..20_u32).prop_map(
        |(kamer, session, meeting, first, more)| {
            let last = first + more;
            let text = if more == 0 { format!("p. {first}") } else { format!("p. {first}-{last}") };
            let range = PageRange { kamer, session, meeting, first, last };
            let pin = Pin { text, page: first, span: NOWHERE };
            Citation { pages: vec![RecordPages { range, pin }], ..citation(Family::Handelingen, Vec::new()) }
        },
    )
}

fn journals() -> impl Strategy<Value = Citation> {
    let number = (1814..2026_u32, 1..999_u32);
    let named = (select(vec!["stb", "stcrt", "trb"]), number);
    let journal = named.prop_map(|(series, (year, number))| {
        // The Staatscourant has been numbered by year since 1996, and the Tractatenblad exists since 1951.
        let year = match series {
            "stb" => year,
            "trb" => 1951 + year % 75,
            _ => 1996 + year % 30,
        };
        (Family::Staatsblad, format!("{series}-{year}-{number}"))
    });
    let court = (2013..2026_u32, 1..9_999_u32)
        .prop_map(|(year, number)| (Family::Ecli, format!("ECLI:NL:RVS:{year}:{number}")));
    let case = (2010..2026_u32, 0..99_999_u32)
        .prop_map(|(year, number)| (Family::Zaak, format!("tkz:{year}Z{number:05}")));
    prop_oneof![journal, court, case]
        .prop_map(|(family, id)| citation(family, vec![target(DocumentId::parse(&id).unwrap(), &[], None)]))
}

/// What counts of citations: papers with their dossiers and pages, and pages that a list has yet to place.
fn meaning(citations: &[Citation]) -> Vec<String> {
    let targets = citations.iter().flat_map(|it| &it.targets).map(|target| {
        let pin = target.pin.as_ref().map_or("", |pin| &pin.text);
        let others = target.dossiers.iter().skip(1).map(|mention| mention.dossier.to_string());
        format!("{} {pin} {}", target.id, others.collect::<Vec<_>>().join(" "))
    });
    let pages = citations.iter().flat_map(|it| &it.pages).map(|it| format!("{:?}", it.range));
    targets.chain(pages).collect()
}

proptest! {
    #![proptest_config(cases(2_000))]

    #[test]
    fn what_a_style_prints_means_the_same(citation in prop_oneof![
        3 => of_the_tweede_kamer(),
        3 => of_the_eerste_kamer(),
        1 => dossiers(),
        1 => sessional("h", Family::Handelingen),
        1 => sessional("ah", Family::Aanhangsel),
        1 => pages(),
        1 => journals(),
    ]) {
        let expected = meaning(std::slice::from_ref(&citation));
        for (name, style) in Style::NAMES {
            let Some(printed) = in_style(&citation, style) else {
                // Only the authorities ask for more than a paper's number.
                let asks_more = style != Style::Kamer && citation.session.is_none();
                prop_assert!(asks_more || expected.is_empty(), "{} has no words for {:?}", name, expected);
                continue;
            };
            let text = format!("Zie ({printed}), zoals toegezegd.");
            let read = recognise(&text, &Context { letter: &Letter::default(), own: None });
            prop_assert_eq!(meaning(&read), &expected[..], "{}", printed);
            let problems: Vec<_> = read.iter().flat_map(|it| &it.problems).collect();
            prop_assert!(problems.is_empty(), "{}: {:?}", printed, problems);
            let (first, last) = (read.first().unwrap(), read.last().unwrap());
            prop_assert_eq!(first.span.join(last.span).of(&text), printed);
        }
    }
}
