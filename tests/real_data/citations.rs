//! What the recogniser finds in real papers and in real citations.

use std::fs;
use std::path::Path;

use griffier::citation::Reading;
use griffier::letter::Format;

use crate::shared;

fn read(text: &str) -> Reading {
    Reading::alone(text.into(), Format::Plain, None::<&Path>)
}

#[test]
fn the_letter_on_takuba_cites_three_papers() {
    let Some(shared) = shared() else { return };
    let reading = read(&fs::read_to_string(shared.join("data/takuba-2020-03-27.txt")).unwrap());
    let cited: Vec<String> = reading
        .citations
        .iter()
        .filter(|citation| !citation.is_inferred())
        .flat_map(|citation| &citation.targets)
        .map(|target| {
            let dossiers: Vec<String> =
                target.dossiers.iter().map(|mention| mention.dossier.to_string()).collect();
            format!("{} of {}", target.id, dossiers.join(" and "))
        })
        .collect();
    assert_eq!(
        cited,
        ["kst-29521-385 of 29521", "kst-29521-368 of 29521", "kst-29521-403 of 29521 and 34952"]
    );
    let inferred = reading.citations.iter().filter(|citation| citation.is_inferred());
    let inferred: Vec<_> =
        inferred.map(|it| (it.span.of(&reading.text), it.targets[0].id.to_string())).collect();
    assert_eq!(inferred, [("genoemde Kennisge-\nvingsbrief", "kst-29521-385".to_owned())]);
    assert_eq!(reading.citations[0].span.of(&reading.text), "Kamerstuk \n29 521, nr. 385");
    let letter = &reading.letter;
    assert_eq!(letter.header.date, Some(jiff::civil::date(2020, 3, 27)));
    assert_eq!(letter.header.senders.len(), 2);
    assert_eq!(letter.footnotes.len(), 1);
    assert_eq!(letter.footnotes[0].marks[0].of(&reading.text), "1");
}

/// Every printed motion says its own number at head and feet, and none of these is a citation.
#[test]
fn papers_do_not_cite_themselves_by_head_or_feet() {
    let Some(shared) = shared() else { return };
    let mut motions = 0;
    for entry in fs::read_dir(shared.join("data/moties")).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_stem().unwrap().to_str().unwrap().to_owned();
        if !name.starts_with("kst-") {
            continue;
        }
        let reading = read(&fs::read_to_string(&path).unwrap());
        let own = reading.letter.header.id.as_ref().map(ToString::to_string);
        assert_eq!(own.as_deref(), Some(name.as_str()), "the head of {name}");
        assert!(reading.letter.header.date.is_some(), "the date of {name}");
        assert!(reading.letter.header.dossiers[0].title.is_some(), "the dossier's title of {name}");
        let cites_itself = reading
            .citations
            .iter()
            .flat_map(|citation| &citation.targets)
            .any(|target| target.id.to_string() == name);
        assert!(!cites_itself, "{name} cites itself");
        motions += 1;
    }
    assert!(motions > 100);
}
