//! What is not to be said: rules that settings leave out of some letters, places that the user silenced, and what was found before and is let be.
//!
//! Everything is found first and silenced afterwards, so that an entry that silences nothing any more is known.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use ignore::gitignore::{Gitignore, GitignoreBuilder};

use crate::config::{FindingsConfig, Known};

use super::{Finding, Passage};

/// What is not to be said in a workspace.
#[derive(Debug, Default)]
pub struct Silence {
    root: Option<PathBuf>,
    settings: FindingsConfig,
    /// The letters of every entry of `findings.ignore`.
    globs: Vec<Gitignore>,
    /// The entries of the silenced places, by letter.
    places: BTreeMap<String, Vec<usize>>,
}

/// What was silenced in a letter.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Hushed {
    /// How many findings.
    pub findings: usize,
    /// The entries of `findings.ignore` that silenced something.
    pub ignores: Vec<usize>,
    /// The entries of the silenced places that did.
    pub places: Vec<usize>,
}

impl Silence {
    /// What the settings of a workspace silence; without a root nothing but whole rules can be.
    #[must_use]
    pub fn new(root: Option<&Path>, settings: &FindingsConfig) -> Self {
        let mut places: BTreeMap<String, Vec<usize>> = BTreeMap::new();
        for (at, place) in settings.silenced.iter().enumerate() {
            places.entry(place.letter.clone()).or_default().push(at);
        }
        let glob = |paths: &[String]| {
            let mut builder = GitignoreBuilder::new(root.unwrap_or(Path::new("")));
            for path in paths {
                // What is no glob was told when the settings were read.
                let _ = builder.add_line(None, path);
            }
            builder.build().unwrap_or_else(|_| Gitignore::empty())
        };
        let globs = settings.ignore.iter().map(|ignore| glob(&ignore.paths)).collect();
        Self { root: root.map(Path::to_owned), settings: settings.clone(), globs, places }
    }

    /// Whether nothing is silenced anywhere.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.globs.is_empty() && self.places.is_empty() && self.settings.baseline.is_empty()
    }

    /// The name of a letter in files of the workspace; `None` where it lies outside.
    #[must_use]
    pub fn name(&self, path: &Path) -> Option<String> {
        let parts = path.strip_prefix(self.root.as_ref()?).ok()?.iter();
        Some(parts.map(|part| part.to_string_lossy()).collect::<Vec<_>>().join("/"))
    }

    /// What remains to be said of a letter.
    #[must_use]
    pub fn sift(&self, path: Option<&Path>, text: &str, findings: Vec<Finding>) -> (Vec<Finding>, Hushed) {
        let name = path.and_then(|path| self.name(path));
        let (Some(path), Some(name)) = (path, name) else { return (findings, Hushed::default()) };
        if self.is_empty() || findings.is_empty() {
            return (findings, Hushed::default());
        }
        let mut hushed = Hushed::default();
        let mut silent = vec![false; findings.len()];
        self.ignore(path, &findings, &mut silent, &mut hushed);
        let passages: Vec<_> = findings.iter().map(|finding| Passage::of(text, finding.span)).collect();
        self.silence_places(&name, &findings, &passages, &mut silent, &mut hushed);
        self.let_be(&name, &findings, &passages, &mut silent);
        hushed.findings = silent.iter().filter(|silent| **silent).count();
        let mut silent = silent.into_iter();
        let remain = findings.into_iter().filter(|_| silent.next() == Some(false));
        (remain.collect(), hushed)
    }

    fn ignore(&self, path: &Path, findings: &[Finding], silent: &mut [bool], hushed: &mut Hushed) {
        for (at, (ignore, glob)) in self.settings.ignore.iter().zip(&self.globs).enumerate() {
            if !glob.matched_path_or_any_parents(path, false).is_ignore() {
                continue;
            }
            let names = |code: &str| ignore.rules.is_empty() || ignore.rules.iter().any(|rule| rule == code);
            let mut says = false;
            for (_, silent) in findings.iter().zip(&mut *silent).filter(|(it, _)| names(it.code)) {
                *silent = true;
                says = true;
            }
            hushed.ignores.extend(says.then_some(at));
        }
    }

    /// A place is the one whose words and surroundings are the same; where only one side is, it must be the only such place.
    fn silence_places(
        &self,
        name: &str,
        findings: &[Finding],
        passages: &[Passage],
        silent: &mut [bool],
        hushed: &mut Hushed,
    ) {
        for &at in self.places.get(name).into_iter().flatten() {
            let place = &self.settings.silenced[at];
            let same =
                |side: fn(&Passage) -> &str, there: &str, found: &usize| side(&passages[*found]) == there;
            let before = |found: &usize| same(|it| &it.before, &place.before, found);
            let after = |found: &usize| same(|it| &it.after, &place.after, found);
            let alike: Vec<usize> = (0..findings.len())
                .filter(|&found| findings[found].code == place.rule && passages[found].words == place.words)
                .collect();
            let mut meant: Vec<usize> =
                alike.iter().copied().filter(|found| before(found) && after(found)).collect();
            if meant.is_empty() {
                meant = alike.into_iter().filter(|found| before(found) || after(found)).collect();
                meant.truncate(usize::from(meant.len() == 1));
            }
            if !meant.is_empty() {
                hushed.places.push(at);
            }
            for found in meant {
                silent[found] = true;
            }
        }
    }

    fn let_be(&self, name: &str, findings: &[Finding], passages: &[Passage], silent: &mut [bool]) {
        let baseline = &self.settings.baseline;
        if baseline.is_empty() {
            return;
        }
        let mut met: BTreeMap<Known, usize> = BTreeMap::new();
        for ((finding, passage), silent) in findings.iter().zip(passages).zip(silent) {
            let known = known(name, finding, passage);
            let count = baseline.count(&known);
            let met = met.entry(known).or_default();
            *met += 1;
            *silent |= *met <= count;
        }
    }
}

/// What a finding is known by in a baseline. `letter` is the name of its letter from the root.
#[must_use]
pub fn known(letter: &str, finding: &Finding, passage: &Passage) -> Known {
    Known {
        letter: letter.to_owned(),
        rule: finding.code.to_owned(),
        fingerprint: passage.fingerprint(finding.code),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::fixture::{Fixture, ROOT};
    use crate::config::{Baseline, Ignore, SilencedPlace};

    const LETTER: &str =
        "Eerst (Kamerstuk 295 21, nr. 368), dan de brief (Kamerstuk 295 21, nr. 385) en 2019/21 niets.";

    /// The letter's findings that remain, by the words behind them, and what was silenced.
    fn sift(settings: &FindingsConfig, letter: &str) -> (Vec<String>, Hushed) {
        let fixture = Fixture::new(letter);
        let silence = Silence::new(Some(Path::new(ROOT)), settings);
        let (left, hushed) = silence.sift(Some(&fixture.path), fixture.text(), fixture.judgement().findings);
        let behind = |finding: &Finding| fixture.text()[finding.span.end..].chars().take(9).collect();
        (left.iter().map(behind).collect(), hushed)
    }

    fn place(letter: &str, number: &str) -> SilencedPlace {
        let fixture = Fixture::new(letter);
        let findings = fixture.judgement().findings;
        let finding =
            findings.iter().find(|it| fixture.text()[it.span.end..].starts_with(number)).expect("a finding");
        let Passage { words, before, after } = Passage::of(fixture.text(), finding.span);
        let (letter, rule) = ("brief.txt".to_owned(), finding.code.to_owned());
        SilencedPlace { letter, rule, words, before, after, line: 0 }
    }

    #[test]
    fn a_rule_is_left_out_of_letters_by_glob() {
        let ignore = |rules: &[&str], paths: &[&str]| FindingsConfig {
            ignore: vec![Ignore {
                rules: rules.iter().map(|it| (*it).to_owned()).collect(),
                paths: paths.iter().map(|it| (*it).to_owned()).collect(),
            }],
            ..FindingsConfig::default()
        };
        let none = Vec::<String>::new();
        assert_eq!(sift(&ignore(&["malformed-dossier"], &["*.txt"]), LETTER).0, none);
        assert_eq!(sift(&ignore(&[], &["brief.txt"]), LETTER).0, none);
        assert_eq!(sift(&ignore(&["session-year"], &["*.txt"]), LETTER).0.len(), 2);
        let (left, hushed) = sift(&ignore(&[], &["archief/**"]), LETTER);
        assert_eq!((left.len(), hushed), (2, Hushed::default()));
    }

    #[test]
    fn a_place_is_silenced_and_stays_so_under_edits_elsewhere() {
        let settings =
            FindingsConfig { silenced: vec![place(LETTER, ", nr. 385")], ..FindingsConfig::default() };
        let (left, hushed) = sift(&settings, LETTER);
        assert_eq!(
            (left, hushed),
            (vec![", nr. 368".to_owned()], Hushed { findings: 1, ignores: vec![], places: vec![0] })
        );
        let elsewhere =
            format!("Een zin ervoor.\n\n{}", LETTER.replace("Eerst (", "Ten eerste, en wel eerst ("));
        assert_eq!(sift(&settings, &elsewhere).0, [", nr. 368"]);
        // One side may change as long as no other place is as like.
        assert_eq!(sift(&settings, &LETTER.replace("de brief (", "de motie (")).0, [", nr. 368"]);
        // The words themselves are what was judged.
        assert_eq!(sift(&settings, &LETTER.replace("295 21, nr. 385", "295 12, nr. 385")).0.len(), 2);
        let gone = sift(&settings, &LETTER.replace("295 21, nr. 385", "29 521, nr. 385"));
        assert_eq!((gone.0.len(), gone.1), (1, Hushed::default()));
    }

    #[test]
    fn look_alikes_are_not_silenced_along() {
        let twice = "Zie (Kamerstuk 295 21, nr. 3) nu.\n\nElders staat (Kamerstuk 295 21, nr. 3) nog.";
        let settings =
            FindingsConfig { silenced: vec![place(LETTER, ", nr. 385")], ..FindingsConfig::default() };
        assert_eq!(sift(&settings, twice).0.len(), 2);
    }

    #[test]
    fn what_was_found_before_is_let_be_and_one_more_of_it_is_not() {
        let fixture = Fixture::new(LETTER);
        let mut baseline = Baseline::default();
        for finding in &fixture.judgement().findings {
            baseline.add(known("brief.txt", finding, &Passage::of(fixture.text(), finding.span)));
        }
        let settings = FindingsConfig { baseline, ..FindingsConfig::default() };
        assert_eq!(sift(&settings, LETTER).0.len(), 0);
        let more = format!("{LETTER}\n\nNieuw is (Kamerstuk 295 21, nr. 401).");
        assert_eq!(sift(&settings, &more).0, [", nr. 401"]);
    }

    #[test]
    fn without_a_workspace_nothing_is_silenced() {
        let settings =
            FindingsConfig { silenced: vec![place(LETTER, ", nr. 385")], ..FindingsConfig::default() };
        let fixture = Fixture::new(LETTER);
        let silence = Silence::new(None, &settings);
        let (left, _) = silence.sift(Some(&fixture.path), fixture.text(), fixture.judgement().findings);
        assert_eq!(left.len(), 2);
    }
}
