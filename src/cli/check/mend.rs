//! `--fix` and `--diff`: what is certain is mended, in the files, in a patch, or on the way from one program to the next.

use std::fs;
use std::io::{self, Write as _};

use rayon::iter::{IntoParallelRefIterator as _, ParallelIterator as _};

use crate::analysis::{Mended, mend};
use crate::config::replace_file;
use crate::messages::{Argument, Message};
use crate::report;
use crate::text::{Unwritable, decode, rewrite};

use super::super::failure::Failure;
use super::super::workspace::Workspace;
use super::super::{paths, terminal};
use super::Letter;
use super::examine::Examiner;

/// Refuses to mend anything where a Word file is among the letters: Griffier never writes one, and whoever asks should know before others are written.
pub(super) fn refuse_word(letters: &[Letter]) -> Result<(), Failure> {
    let Some(word) = letters.iter().find(|letter| letter.made.is_some()) else { return Ok(()) };
    let path = paths::from_here(&word.path);
    let advice = Message::new("check-advice-word").with("path", &path);
    Err(Failure::new(Message::new("check-word-not-mended").with("path", path)).advise(advice))
}

/// What mending makes of every letter, in their order; most have nothing to be mended.
fn mended(letters: &[Letter], examiner: &Examiner<'_>) -> Vec<Option<Mended>> {
    letters.par_iter().map(|letter| of(letter, examiner)).collect()
}

fn of(letter: &Letter, examiner: &Examiner<'_>) -> Option<Mended> {
    mend(&letter.text, &letter.findings, &mut |text| examiner.again(letter, text).findings)
}

/// Prints what `--fix` would change.
pub(super) fn show(
    letters: &[Letter],
    examiner: &Examiner<'_>,
    workspace: &Workspace,
) -> Result<(), Failure> {
    let mut out = terminal::results();
    let (mut findings, mut files) = (0, 0);
    for (letter, mended) in letters.iter().zip(mended(letters, examiner)) {
        let Some(mended) = mended else { continue };
        findings += mended.findings;
        files += 1;
        write!(out, "{}", report::diff(&workspace.relative(&letter.path), &letter.text, &mended.text))?;
    }
    out.flush()?;
    let count = |code| {
        Message::new(code)
            .with("findings", Argument::number(findings))
            .with("letters", Argument::number(files))
    };
    terminal::tell(&count("check-would-mend"), workspace.say);
    Ok(())
}

/// Prints the mended text of the only letter, as one that stands in a pipe does. What could not be mended counts as ever.
pub(super) fn filter(letters: &mut [Letter], bytes: &[u8], examiner: &Examiner<'_>) -> Result<(), Failure> {
    let Some(letter) = letters.first_mut() else { return Ok(()) };
    let mut printed = bytes.to_vec();
    if let Some(mended) = of(letter, examiner) {
        let shown = Argument::message(Message::new("cli-stdin"));
        printed = rewrite(bytes, &mended.text).map_err(|reason| refused(reason, shown))?;
        *letter = examiner.again(letter, &mended.text);
    }
    // These are bytes of a file and no words for a terminal, which might leave something out of them.
    let mut out = io::stdout().lock();
    out.write_all(&printed)?;
    out.flush()?;
    Ok(())
}

/// Mends the files; whether all of them could be written. What then remains to be said of a letter is said of its new text.
pub(super) fn write(letters: &mut [Letter], examiner: &Examiner<'_>, workspace: &Workspace) -> bool {
    let mended = mended(letters, examiner);
    let mut complete = true;
    let (mut findings, mut files) = (0, 0);
    for (letter, mended) in letters.iter_mut().zip(mended) {
        let Some(mended) = mended else { continue };
        match replace(letter, &mended.text) {
            Ok(()) => {
                findings += mended.findings;
                files += 1;
                *letter = examiner.again(letter, &mended.text);
            }
            Err(failure) => {
                terminal::complain(&failure, workspace.say);
                complete = false;
            }
        }
    }
    let message = Message::new("check-mended")
        .with("findings", Argument::number(findings))
        .with("letters", Argument::number(files));
    terminal::tell(&message, workspace.say);
    complete
}

/// Puts a text in the place of that of a file, as the file writes its characters, whole or not at all.
fn replace(letter: &Letter, text: &str) -> Result<(), Failure> {
    let path = &letter.path;
    let shown = paths::from_here(path);
    let bytes = fs::read(path).map_err(|error| Failure::reading(path, &error))?;
    // Someone may have written it since it was read.
    if decode(&bytes).map_or(true, |now| now.text != *letter.text) {
        return Err(Failure::new(Message::new("check-changed").with("path", shown)));
    }
    let bytes = rewrite(&bytes, text).map_err(|reason| refused(reason, shown.into()))?;
    replace_file(path, &bytes).map_err(|error| Failure::writing(path, &error))
}

fn refused(reason: Unwritable, path: Argument) -> Failure {
    let code = match reason {
        Unwritable::Unclean => "check-unclean",
        Unwritable::Unencodable => "check-unencodable",
    };
    Failure::new(Message::new(code).with("path", path))
}
