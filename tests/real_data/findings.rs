//! What is said of real letters against the publisher's own list.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;
use std::path::Path;
use std::sync::Arc;

use griffier::analysis::rules::Group;
use griffier::analysis::{Finding, Memo, Severity, judge, settle};
use griffier::citation::Recognised;
use griffier::config::{CatalogueConfig, Coverage, FindingsConfig, Level};
use griffier::corpus::{Cache, Catalogue, Catalogues, Corpus, Existence, MemoryCorpus};
use griffier::identifier::DocumentId;
use griffier::letter::Format;
use griffier::messages::Translator;

use crate::shared;

pub(crate) fn corpus(shared: &Path) -> Arc<dyn Corpus> {
    let config = CatalogueConfig {
        path: shared.join("data/kst_ids.txt.xz"),
        coverage: vec![Coverage::papers(29_000, jiff::civil::date(2025, 2, 15))],
    };
    let folder = tempfile::tempdir().expect("there is room");
    let (list, _) = Catalogue::open(&config, None, &Cache::below(folder.path())).expect("the list opens");
    let mut corpus = MemoryCorpus::new(None);
    corpus.set_lists(Catalogues::new(vec![list]));
    corpus.set_complete(true);
    corpus.snapshot()
}

fn findings(text: &str, corpus: &dyn Corpus) -> Vec<Finding> {
    let memo = Memo::default();
    let reading = settle(&Recognised::new(text.into(), Format::Plain, None), corpus, &memo);
    judge(&reading, corpus, &FindingsConfig::default(), &memo).findings
}

fn sentences(findings: &[Finding]) -> Vec<String> {
    let say = Translator::default();
    findings.iter().map(|finding| format!("{:?}: {}", finding.severity, say.text(&finding.message))).collect()
}

#[test]
fn the_letter_on_takuba_is_in_order_and_its_slips_are_found() {
    let Some(shared) = shared() else { return };
    let corpus = corpus(&shared);
    let letter = fs::read_to_string(shared.join("data/takuba-2020-03-27.txt")).unwrap();
    assert_eq!(sentences(&findings(&letter, &*corpus)), [""; 0]);

    let broken = letter.replace("nr. 385", "nr. 9385");
    assert_eq!(
        sentences(&findings(&broken, &*corpus)),
        [
            "Warning: 29 521, nr. 9385 staat niet in de lijst (t/m 15-2-2025); het hoogste nummer van dit dossier is daar 492; bedoeld is misschien 29 521, nr. 385?"
        ]
    );

    let broken = letter.replacen("29 521", "29 251", 1);
    let found = findings(&broken, &*corpus);
    assert_eq!(found.len(), 1);
    assert_eq!(found[0].severity, Severity::Warning);
    assert!(
        sentences(&found)[0].ends_with("bedoeld is misschien 29 521, nr. 385?"),
        "{:?}",
        sentences(&found)
    );
    assert_eq!(found[0].fixes[0].edits[0].text, "29 521");

    let broken = letter.replace("29 521 en 34 952", "34 952 en 29 521");
    let found = findings(&broken, &*corpus);
    assert_eq!(found.iter().map(|finding| finding.code).collect::<Vec<_>>(), ["joint-dossier-order"]);

    // Without any list not a word about existence.
    let bare = MemoryCorpus::new(None).snapshot();
    assert_eq!(findings(&letter.replace("nr. 385", "nr. 9385"), &*bare), []);
}

#[test]
fn errors_of_published_papers_are_found_with_what_was_meant() {
    let Some(shared) = shared() else { return };
    let corpus = corpus(&shared);
    for (letter, meant) in [
        (
            "29 juli 2016\n\nDe missie (Kamerstuk 29 521, nr. 293) en (Kamerstuk 29 251, nr. 311).",
            "29 521, nr. 311",
        ),
        (
            "1 november 2024\n\nDe ggz (Kamerstuk 25 424, nr. 690) en (Kamerstuk 29 035, nr. 515); zie ook 29 023.",
            "",
        ),
        (
            "1 november 2024\n\nEnergie (Kamerstuk 29 023, nr. 514) en (Kamerstuk 29 035, nr. 515).",
            "29 023, nr. 515",
        ),
    ] {
        let found = sentences(&findings(letter, &*corpus));
        assert_eq!(found.len(), 1, "{found:?}");
        assert!(found[0].contains(meant), "{found:?}");
    }
}

#[test]
fn what_was_meant_by_the_citations_of_the_gold_set_is_suggested() {
    let Some(shared) = shared() else { return };
    let corpus = corpus(&shared);
    let rows = fs::read_to_string(shared.join("gold/citations.dev.tsv")).expect("the gold set is there");
    let mut checked = 0;
    for row in rows.lines() {
        let columns: Vec<&str> = row.split('\t').collect();
        let Some((_, meant)) = columns.get(7).and_then(|told| told.split_once("suggest ")) else { continue };
        let id = DocumentId::parse(meant.trim()).expect("an identifier");
        let text = columns[0].replace("\\n", "\n").replace("\\u00a0", "\u{a0}");
        let fixes: Vec<String> = findings(&text, &*corpus)
            .iter()
            .flat_map(|finding| &finding.fixes)
            .map(|fix| Translator::default().text(&fix.title))
            .collect();
        assert!(fixes.iter().any(|title| title.ends_with(&id.printed())), "{text}: {fixes:?}");
        checked += 1;
    }
    assert!(checked >= 2, "{checked}");
}

/// The list above, and one paper of which a list tells the date.
fn corpus_with_a_date(shared: &Path) -> Arc<dyn Corpus> {
    let folder = tempfile::tempdir().expect("there is room");
    let records = folder.path().join("records.jsonl");
    fs::write(&records, "{\"identifier\":\"kst-29279-494\",\"date\":\"2019-03-05\",\"kind\":\"Brief\"}\n")
        .expect("there is room");
    let coverage = vec![Coverage::papers(29_000, jiff::civil::date(2025, 2, 15))];
    let cache = Cache::below(folder.path());
    let open = |path, coverage| {
        Catalogue::open(&CatalogueConfig { path, coverage }, None, &cache).expect("the list opens").0
    };
    let lists = vec![open(shared.join("data/kst_ids.txt.xz"), coverage), open(records, Vec::new())];
    let mut corpus = MemoryCorpus::new(None);
    corpus.set_lists(Catalogues::new(lists));
    corpus.set_complete(true);
    corpus.snapshot()
}

#[test]
fn session_years_that_cannot_be_are_found_in_real_answers() {
    let Some(shared) = shared() else { return };
    let corpus = corpus_with_a_date(&shared);
    let letter = fs::read_to_string(shared.join("data/kamervragen/ah-tk-20242025-546.txt")).unwrap();
    let says = |number: u32, session: &str| {
        format!(
            "Warning: nr. {number} is uit een eerder vergaderjaar dan {session}, want nr. 494 is van 5 maart 2019: kijk of jaar, dossier en nummer kloppen"
        )
    };
    assert_eq!(
        sentences(&findings(&letter, &*corpus)),
        [says(339, "2021–2022"), says(353, "2021–2022"), says(438, "2023–2024")]
    );
}

/// All rules of sense and of the letter itself, also those that are off by default, over all real texts. What they say in the answer above is true; of the rest there is nothing to say.
#[test]
fn nothing_is_said_of_the_sense_of_real_letters_that_is_not_so() {
    let Some(shared) = shared() else { return };
    let corpus = corpus_with_a_date(&shared);
    let of_sense = |code: &str| {
        let rule = griffier::analysis::rules::Rule::by_code(code);
        rule.is_some_and(|rule| matches!(rule.group, Group::Sense | Group::Letter))
    };
    let mut settings = FindingsConfig::default();
    for code in ["unused-name", "wrong-weekday"] {
        settings.severity.insert(code.to_owned(), Level::Warning);
    }
    let (mut letters, mut found) = (0, Vec::new());
    for folder in ["data/moties", "data/kamervragen"] {
        for entry in fs::read_dir(shared.join(folder)).expect("the letters are there") {
            let path = entry.expect("it can be read").path();
            let text = griffier::corpus::read_text(&path, None).expect("it can be read").text;
            let memo = Memo::default();
            let recognised = Recognised::new(text.into(), Format::Plain, Some(&path));
            let reading = settle(&recognised, &*corpus, &memo);
            let judgement = judge(&reading, &*corpus, &settings, &memo);
            letters += 1;
            let name = path.file_name().expect("a file has a name").to_string_lossy().into_owned();
            let of_sense = judgement.findings.iter().filter(|finding| of_sense(finding.code));
            found.extend(of_sense.map(|finding| format!("{name} {}", finding.code)));
        }
    }
    assert!(letters > 250, "{letters}");
    assert_eq!(found, ["ah-tk-20242025-546.txt session-mismatch"; 3]);
}

/// Slips are made in every paper that the publisher's own links name, in a letter that cites what the linking paper cites.
#[test]
fn slips_of_the_hand_are_found_and_mended() {
    let Some(shared) = shared() else { return };
    let corpus = corpus(&shared);
    let links = fs::read_to_string(shared.join("data/official_extref_edges.tsv")).unwrap();
    let mut papers: BTreeMap<&str, Vec<DocumentId>> = BTreeMap::new();
    for (from, to) in links.lines().skip(1).filter_map(|line| line.split_once('\t')) {
        papers.entry(from).or_default().extend(DocumentId::parse(to));
    }
    let (mut made, mut found, mut first, mut among, mut wrong) = (0, 0, 0, 0, 0);
    for (own, cited) in &papers {
        for id in cited {
            let Some(paper) = id.as_kamerstuk() else { continue };
            let covered = paper.dossier.number.value().is_some_and(|number| number >= 29_000);
            if !covered || corpus.existence_of_many(std::slice::from_ref(id)) != [Existence::Known] {
                continue;
            }
            let others: Vec<DocumentId> =
                cited.iter().filter(|other| *other != id).cloned().chain(DocumentId::parse(own)).collect();
            for slip in swapped(&id.printed()) {
                let mut letter = format!("Den Haag, 1 februari 2025\n\nZie Kamerstuk {slip}.\n");
                for other in &others {
                    writeln!(letter, "\nZie Kamerstuk {}.", other.printed()).expect("a string takes all");
                }
                made += 1;
                let all = findings(&letter, &*corpus);
                let end = letter.find(&slip).unwrap() + slip.len();
                let warned =
                    |finding: &&Finding| finding.span.end <= end && finding.severity == Severity::Warning;
                let Some(finding) = all.iter().find(warned) else { continue };
                found += 1;
                let say = Translator::default();
                let meant = |fix: &griffier::analysis::Fix| say.text(&fix.title).ends_with(&id.printed());
                first += usize::from(finding.fixes.first().is_some_and(meant));
                among += usize::from(finding.fixes.iter().any(meant));
                wrong += usize::from(finding.fixes.iter().any(|fix| fix.safe && !meant(fix)));
            }
        }
    }
    println!(
        "{made} swapped digits, {found} warned of; meant first {first}, among three {among}; wrongly sure {wrong}"
    );
    assert!(made > 300 && found * 10 > made * 7, "{found} of {made}");
    assert!(first * 10 > found * 8 && among * 10 > found * 9, "{first} and {among} of {found}");
    assert_eq!(wrong, 0);
}

/// The printed form with each two neighbouring digits of its dossier swapped in turn.
fn swapped(printed: &str) -> Vec<String> {
    let end = printed.find(',').unwrap_or(printed.len());
    let digits: Vec<usize> =
        printed[..end].char_indices().filter(|(_, c)| c.is_ascii_digit()).map(|(at, _)| at).take(5).collect();
    digits
        .windows(2)
        .map(|pair| {
            let mut bytes = printed.as_bytes().to_vec();
            bytes.swap(pair[0], pair[1]);
            String::from_utf8(bytes).expect("only digits have changed places")
        })
        .filter(|slip| slip != printed)
        .collect()
}
