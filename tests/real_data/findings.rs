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
            let recognised = Recognised::new(text, Format::Plain, Some(&path));
            let reading = settle(&recognised, &*corpus, &memo);
            let judgement = judge(&reading, &*corpus, &settings, &memo);
            letters += 1;
            let name = path.file_name().expect("a file has a name").to_string_lossy().into_owned();
            let of_sense = judgement.findings.iter().filter(|finding| of_sense(finding.code));
            found.extend(of_sense.map(|finding| format!("{name} {}", finding.code)));
        }
    }
    assert!(letters > 250, "{letters}");
    assert_eq!(found, ["ah