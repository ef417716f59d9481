//! `griffier import`: Word files and official papers into letters.
//!
//! Files are read side by side, a handful at a time so that memory stays small, and get their names in the order in which they were found: the same sources give the same letters, whatever thread was first.

mod outcome;
mod sources;

use std::io::{BufRead, Write as _};
use std::path::Path;
use std::sync::atomic::{AtomicUsize, Ordering};

use rayon::iter::{IntoParallelRefIterator as _, ParallelIterator as _};

use crate::import::{Letter, Placed, Remark, Shelf, Source, Unplaced, Unreadable, file_name, letter, read};
use crate::messages::{Argument, Message, Translator};

use super::args::{Import, IndexFormat};
use super::failure::{Failure, Outcome};
use super::source::stdin_is_typed;
use super::workspace::Workspace;
use super::{paths, progress, terminal};

use self::outcome::{Done, Result};
use self::sources::Found;

/// So many files are read before their letters are written.
const AT_ONCE: usize = 64;

/// So many bytes of files are, unless one alone is larger.
const BYTES_AT_ONCE: u64 = 64 << 20;

/// A document as it will be written.
struct Converted {
    name: String,
    letter: Letter,
    source: Source,
    remarks: Vec<Remark>,
}

/// What became of the bytes of a file.
enum Content {
    Converted(Box<Converted>),
    /// It lies in a folder that was named and is nothing that becomes a letter.
    Skipped,
    Unreadable(Unreadable),
}

pub(super) fn run(args: &Import, workspace: &Workspace) -> Outcome {
    let say = workspace.say;
    workspace.tell_problems();
    if args.into.exists() && !args.into.is_dir() {
        let message = Message::new("import-into-file").with("path", args.into.display());
        return Err(Failure::new(message).advise(Message::new("import-into-file-advice")));
    }
    let found = sources::find(&args.files);
    let mut shelf = Shelf::new(&args.into, args.dry_run);
    let mut done = Done::new(args.dry_run, found.failed);
    let bar = progress::bar("import-progress", say);
    let counted = AtomicUsize::new(0);
    for chunk in chunks(&found.files) {
        let contents: Vec<Content> = chunk
            .par_iter()
            .map(|file| {
                let content = convert(file);
                bar.at(counted.fetch_add(1, Ordering::Relaxed) + 1, found.files.len());
                content
            })
            .collect();
        put(chunk, contents, &mut shelf, args, say, &mut done);
    }
    bar.end();
    done.skipped += found.skipped;
    done.results.sort_by(|one, other| one.source.cmp(&other.source));
    if done.results.is_empty() {
        return Err(
            Failure::new(Message::new("import-nothing")).advise(Message::new("import-nothing-advice"))
        );
    }
    match args.format {
        IndexFormat::Json => {
            let mut out = terminal::results();
            writeln!(out, "{}", done.report(say).to_json())?;
            out.flush()?;
        }
        IndexFormat::Human => done.print(&args.into, say)?,
    }
    Ok(done.verdict())
}

/// The files in handfuls, none of which is large unless one file is.
fn chunks(files: &[Found]) -> Vec<&[Found]> {
    let mut chunks = Vec::new();
    let (mut start, mut bytes) = (0, 0);
    for (at, file) in files.iter().enumerate() {
        if at > start && (at - start == AT_ONCE || bytes + file.len > BYTES_AT_ONCE) {
            chunks.push(&files[start..at]);
            (start, bytes) = (at, 0);
        }
        bytes += file.len;
    }
    if start < files.len() {
        chunks.push(&files[start..]);
    }
    chunks
}

fn convert(file: &Found) -> Content {
    let bytes = match sources::bytes(file) {
        Ok(Some(bytes)) => bytes,
        Ok(None) => return Content::Skipped,
        Err(message) => return Content::Unreadable(Unreadable::new(message)),
    };
    let name = file.path.file_name().unwrap_or_default().to_string_lossy();
    match read(&bytes, &name) {
        Ok(document) => {
            let source = Source::new(&name, &bytes);
            let letter = letter(&document, &source);
            let name = file_name(&document, &name);
            Content::Converted(Box::new(Converted { name, letter, source, remarks: document.remarks }))
        }
        Err(unreadable) => Content::Unreadable(unreadable),
    }
}

/// Writes what was read, and asks where a letter was edited and somebody is there to be asked.
fn put(
    files: &[Found],
    contents: Vec<Content>,
    shelf: &mut Shelf,
    args: &Import,
    say: Translator,
    done: &mut Done,
) {
    let mut named = Vec::new();
    for (file, content) in files.iter().zip(contents) {
        match content {
            Content::Skipped => done.skipped += 1,
            Content::Unreadable(unreadable) => done.results.push(Result::failed(file, unreadable)),
            Content::Converted(converted) => match shelf.claim(&converted.name, &file.path) {
                Ok(path) => named.push((file, path, converted)),
                Err(unplaced) => done.results.push(Result::unplaced(file, &converted.name, &unplaced)),
            },
        }
    }
    let place = |path: &Path, converted: &Converted, force| {
        shelf.place(path, &converted.letter.text, &converted.source, force)
    };
    let mut outcomes: Vec<_> =
        named.par_iter().map(|(_, path, converted)| place(path, converted, args.force)).collect();
    let may_ask =
        !args.dry_run && args.format == IndexFormat::Human && stdin_is_typed() && terminal::is_watched();
    for ((_, path, converted), outcome) in named.iter().zip(&mut outcomes) {
        if matches!(outcome, Err(Unplaced::Edited)) && may_ask && ask(path, say, &mut std::io::stdin().lock())
        {
            *outcome = place(path, converted, true);
        }
    }
    for ((file, path, converted), outcome) in named.into_iter().zip(outcomes) {
        done.results.push(match outcome {
            Ok(placed) => Result::placed(file, &path, placed, converted.remarks),
            Err(unplaced) => Result::unplaced(file, &paths::from_here(&path), &unplaced),
        });
    }
}

/// Asks whether a letter that was edited is to be replaced; whatever is not a clear yes is none.
fn ask(path: &Path, say: Translator, answers: &mut dyn BufRead) -> bool {
    terminal::tell(&Message::new("import-ask").with("path", paths::from_here(path)), say);
    let mut answer = String::new();
    let read = answers.read_line(&mut answer).unwrap_or(0);
    read > 0 && matches!(answer.trim().to_lowercase().as_str(), "j" | "ja" | "y" | "yes")
}

/// Why a letter was not put there, in words.
fn reason(unplaced: &Unplaced) -> Message {
    match unplaced {
        Unplaced::Edited => Message::new("import-edited"),
        Unplaced::Taken(other) => Message::new("import-taken").with("path", paths::from_here(other)),
        Unplaced::Outside => Message::new("import-outside"),
        Unplaced::Io(error) => {
            Message::new("import-unwritten").with("reason", Argument::message(crate::messages::reason(error)))
        }
    }
}

/// What a letter that was put there is called in reports.
const fn name_of(placed: &Placed) -> &'static str {
    match placed {
        Placed::New => "new",
        Placed::Unchanged => "unchanged",
        Placed::Replaced | Placed::Kept(_) => "replaced",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::messages::Language;

    #[test]
    fn only_a_clear_yes_is_one() {
        let say = Translator::new(Language::Dutch);
        for (answer, expected) in
            [("j\n", true), ("JA\n", true), ("y", true), ("\n", false), ("nee\n", false), ("", false)]
        {
            assert_eq!(ask(Path::new("brief.md"), say, &mut answer.as_bytes()), expected, "{answer:?}");
        }
    }

    #[test]
    fn a_handful_is_small() {
        let file = |len| Found { path: "a".into(), len, named: true };
        let sizes = |lens: &[u64]| -> Vec<usize> {
            let files: Vec<Found> = lens.iter().map(|len| file(*len)).collect();
            chunks(&files).iter().map(|chunk| chunk.len()).collect()
        };
        assert_eq!(sizes(&[]), [0; 0]);
        assert_eq!(sizes(&[1; 130]), [64, 64, 2]);
        assert_eq!(sizes(&[1, BYTES_AT_ONCE, 1, BYTES_AT_ONCE * 3, 1]), [1, 1, 1, 1, 1]);
    }
}
