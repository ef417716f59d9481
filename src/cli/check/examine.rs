//! Reading and judging letters, on all cores and always in the same order.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use rayon::iter::{IntoParallelRefIterator as _, ParallelIterator as _};

use crate::analysis::rules::{self, Rule};
use crate::analysis::{Memo, Severity, Silence, judge, settle};
use crate::citation::Recognised;
use crate::config::{FindingsConfig, Level};
use crate::corpus::Corpus;
use crate::letter::Format;
use crate::messages::{Message, Translator};
use crate::text::FileEncoding;

use super::super::failure::Failure;
use super::super::source::Source;
use super::super::{paths, progress};
use super::{Found, Letter};

/// Why a letter was not checked.
pub(super) enum Unread {
    /// It was named.
    Named(Failure),
    /// It was met on a walk.
    Met(PathBuf, Message),
}

/// Who judges letters, and by what.
pub(super) struct Examiner<'a> {
    corpus: &'a dyn Corpus,
    root: &'a Path,
    settings: FindingsConfig,
    silence: Silence,
    memo: Memo,
}

impl<'a> Examiner<'a> {
    pub(super) fn new(corpus: &'a dyn Corpus, root: &'a Path, settings: FindingsConfig) -> Self {
        let silence = Silence::new(Some(root), &settings);
        Self { corpus, root, settings, silence, memo: Memo::default() }
    }

    /// Reads and judges all letters, in their order.
    pub(super) fn all(&self, found: &[Found], say: Translator) -> Vec<Result<Letter, Unread>> {
        let bar = progress::bar("check-progress", say);
        let done = AtomicUsize::new(0);
        let check = |file: &Found| {
            let source = if file.named {
                Source::file_or_word(&file.path).map_err(Unread::Named)
            } else {
                Source::letter(&file.path, self.root)
                    .map_err(|message| Unread::Met(file.path.clone(), message))
            };
            let letter = source.map(|source| self.source(file.path.clone(), source, say));
            bar.at(done.fetch_add(1, Ordering::Relaxed) + 1, found.len());
            letter
        };
        let letters = found.par_iter().map(check).collect();
        bar.end();
        letters
    }

    /// Judges what was read from a file.
    pub(super) fn source(&self, path: PathBuf, source: Source, say: Translator) -> Letter {
        source.tell(&paths::from_here(&path).into(), say);
        let letter = self.letter(path, &source.recognised, source.encoding);
        Letter { made: source.made, ..letter }
    }

    /// Judges one letter.
    fn letter(&self, path: PathBuf, recognised: &Recognised, encoding: FileEncoding) -> Letter {
        let reading = settle(recognised, self.corpus, &self.memo);
        let findings = judge(&reading, self.corpus, &self.settings, &self.memo).findings;
        let (findings, hushed) = self.silence.sift(Some(&path), &reading.text, findings);
        Letter { path, text: reading.text, encoding, findings, hushed, made: None }
    }

    /// Judges another text of the same letter.
    pub(super) fn again(&self, letter: &Letter, text: &str) -> Letter {
        let path = letter.path.clone();
        let recognised = Recognised::new(Arc::from(text), Format::of_path(&path), Some(&path));
        self.letter(path, &recognised, letter.encoding)
    }
}

/// Leaves on what `select` names, where it names anything, and turns off what `ignore` names. Both hold codes and groups of rules.
/// A rule that is off by default is turned on by its code alone.
pub(super) fn choose(settings: &mut FindingsConfig, select: &[String], ignore: &[String]) {
    let is_in = |names: &[String], rule: &Rule| {
        names.iter().any(|name| name == rule.code || name == rule.group.name())
    };
    for rule in rules::all() {
        let named = select.iter().any(|name| name == rule.code);
        let off = settings.severity.get(rule.code).map_or(!rule.on, |level| *level == Level::Off);
        if (!select.is_empty() && !is_in(select, rule)) || (is_in(ignore, rule) && !named) {
            settings.severity.insert(rule.code.to_owned(), Level::Off);
        } else if named && off {
            settings.severity.insert(rule.code.to_owned(), level(rule.severity));
        }
    }
}

const fn level(severity: Severity) -> Level {
    match severity {
        Severity::Error => Level::Error,
        Severity::Warning => Level::Warning,
        Severity::Info => Level::Info,
        Severity::Hint => Level::Hint,
    }
}
