//! What became of each source, in words and for programs.

use std::io::Write as _;
use std::path::{Path, PathBuf};

use crate::cli::failure::{Failure, Verdict};
use crate::cli::{paths, terminal};
use crate::import::{Placed, Remark, Unplaced, Unreadable};
use crate::messages::{Argument, Message, Translator};
use crate::report::{ImportRemark, ImportReport, ImportedLetter};

use super::sources::Found;
use super::{name_of, reason};

/// So many letters are named, and so many remarks made, where people read it.
const NAMED: usize = 20;

/// What became of one source.
pub(super) struct Result {
    pub(super) source: PathBuf,
    /// Where its letter lies, or would.
    letter: Option<String>,
    outcome: Became,
}

enum Became {
    Placed(Placed, Vec<Remark>),
    /// Its letter was edited, which is for its user to decide.
    Edited,
    Failed(Unreadable),
}

impl Result {
    pub(super) fn failed(file: &Found, unreadable: Unreadable) -> Self {
        Self { source: file.path.clone(), letter: None, outcome: Became::Failed(unreadable) }
    }

    pub(super) fn unplaced(file: &Found, letter: &str, unplaced: &Unplaced) -> Self {
        let outcome = match unplaced {
            Unplaced::Edited => Became::Edited,
            other => Became::Failed(Unreadable::new(reason(other))),
        };
        Self { source: file.path.clone(), letter: Some(letter.to_owned()), outcome }
    }

    pub(super) fn placed(file: &Found, letter: &Path, placed: Placed, remarks: Vec<Remark>) -> Self {
        let letter = Some(paths::from_here(letter));
        Self { source: file.path.clone(), letter, outcome: Became::Placed(placed, remarks) }
    }
}

/// What became of all.
pub(super) struct Done {
    pub(super) results: Vec<Result>,
    pub(super) skipped: usize,
    dry: bool,
}

impl Done {
    /// Begins with what could not even be looked at.
    pub(super) fn new(dry: bool, failed: Vec<(PathBuf, Message)>) -> Self {
        let results = failed.into_iter().map(|(source, message)| Result {
            source,
            letter: None,
            outcome: Became::Failed(Unreadable::new(message)),
        });
        Self { results: results.collect(), skipped: 0, dry }
    }

    /// Incomplete where a source could not be read or written, bad where a letter was left as its user edited it.
    pub(super) fn verdict(&self) -> Verdict {
        let any = |is: fn(&Became) -> bool| self.results.iter().any(|result| is(&result.outcome));
        if any(|it| matches!(it, Became::Failed(_))) {
            Verdict::Incomplete
        } else if any(|it| matches!(it, Became::Edited)) {
            Verdict::Bad
        } else {
            Verdict::Good
        }
    }

    fn count(&self, is: impl Fn(&Became) -> bool) -> Argument {
        Argument::number(self.results.iter().filter(|result| is(&result.outcome)).count())
    }

    /// Tells people: what was written, how many, and what went wrong.
    pub(super) fn print(&self, into: &Path, say: Translator) -> std::result::Result<(), Failure> {
        let mut out = terminal::results();
        let written: Vec<Message> = self.results.iter().filter_map(written).collect();
        for message in written.iter().take(NAMED) {
            writeln!(out, "{}", say.text(message))?;
        }
        if written.len() > NAMED {
            let more = Argument::number(written.len() - NAMED);
            writeln!(out, "{}", say.text(&Message::new("import-written-more").with("count", more)))?;
        }
        let code = if self.dry { "import-would-be-done" } else { "import-done" };
        let placed = |wanted: &'static str| {
            self.count(move |it| matches!(it, Became::Placed(placed, _) if name_of(placed) == wanted))
        };
        let summary = Message::new(code)
            .with("folder", into.display())
            .with("new", placed("new"))
            .with("replaced", placed("replaced"))
            .with("unchanged", placed("unchanged"));
        writeln!(out, "{}", say.text(&summary))?;
        if self.skipped > 0 {
            let skipped = Message::new("import-skipped").with("count", Argument::number(self.skipped));
            writeln!(out, "{}", say.text(&skipped))?;
        }
        out.flush()?;
        self.tell(say);
        Ok(())
    }

    /// Says what there is to know of sources, and why some are no letters.
    fn tell(&self, say: Translator) {
        let mut remarks = 0;
        for result in &self.results {
            let Became::Placed(placed, made) = &result.outcome else { continue };
            // Of what was not written anew everything has been said.
            for remark in made.iter().filter(|_| *placed != Placed::Unchanged) {
                remarks += 1;
                if remarks <= NAMED {
                    terminal::warn(&said(result, remark.message(), remark.place.message()), say);
                }
            }
        }
        if remarks > NAMED {
            terminal::warn(
                &Message::new("import-remarks-more").with("count", Argument::number(remarks - NAMED)),
                say,
            );
        }
        let mut edited = false;
        for result in &self.results {
            match &result.outcome {
                Became::Edited => {
                    edited = true;
                    terminal::warn(&said(result, reason(&Unplaced::Edited), None), say);
                }
                Became::Failed(unreadable) => {
                    let message = said(result, unreadable.message.clone(), unreadable.place.message());
                    terminal::complain(&Failure::new(message), say);
                }
                Became::Placed(..) => {}
            }
        }
        if edited {
            terminal::advise(&Message::new("import-edited-advice"), say);
        }
    }

    /// The same for programs.
    pub(super) fn report(&self, say: Translator) -> ImportReport {
        let text = |message: Message| say.text(&message);
        let letters = self.results.iter().map(|result| {
            let (outcome, copy, message, place, remarks) = match &result.outcome {
                Became::Placed(placed, remarks) => {
                    let copy =
                        if let Placed::Kept(copy) = placed { Some(paths::from_here(copy)) } else { None };
                    (name_of(placed), copy, None, None, &remarks[..])
                }
                Became::Edited => ("edited", None, Some(text(reason(&Unplaced::Edited))), None, &[][..]),
                Became::Failed(unreadable) => {
                    let place = unreadable.place.message().map(text);
                    ("failed", None, Some(text(unreadable.message.clone())), place, &[][..])
                }
            };
            let remarks = remarks.iter().map(|remark| ImportRemark {
                code: remark.code,
                message: text(remark.message()),
                place: remark.place.message().map(text),
            });
            ImportedLetter {
                source: paths::from_here(&result.source),
                letter: result.letter.clone(),
                outcome,
                copy,
                message,
                place,
                remarks: remarks.collect(),
            }
        });
        ImportReport::new(self.dry, letters.collect(), self.skipped)
    }
}

/// The line about a letter that was written.
fn written(result: &Result) -> Option<Message> {
    let (Became::Placed(placed, _), Some(letter)) = (&result.outcome, &result.letter) else { return None };
    let message = match placed {
        Placed::New => Message::new("import-new"),
        Placed::Replaced => Message::new("import-replaced"),
        Placed::Kept(copy) => Message::new("import-kept").with("copy", paths::from_here(copy)),
        Placed::Unchanged => return None,
    };
    Some(message.with("letter", letter).with("source", paths::from_here(&result.source)))
}

/// Something about a source, with its name and place.
fn said(result: &Result, message: Message, place: Option<Message>) -> Message {
    let path = paths::from_here(&result.source);
    let said = match place {
        Some(place) => Message::new("import-said-at").with("place", Argument::message(place)),
        None => Message::new("import-said"),
    };
    said.with("path", path).with("message", Argument::message(message))
}
