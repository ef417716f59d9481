//! `griffier annotate add`: makes a note.

use std::io::Write as _;

use jiff::Timestamp;

use crate::annotation::{
    About, Anchor, Draft, LetterText, Memory, Motivation, Note, Places, Sidecar, list_notes, quoted,
};
use crate::citation::Recognised;
use crate::ide::papers_named;
use crate::messages::Message;
use crate::report::{NotesReport, note_lines};

use super::super::args::{AnnotateAdd, IndexFormat};
use super::super::failure::{Failure, Outcome, Verdict};
use super::super::source::Source;
use super::super::workspace::Workspace;
use super::super::{paths, show, terminal};
use super::creator;

pub(in super::super) fn run(args: &AnnotateAdd, workspace: &Workspace) -> Outcome {
    let letter = paths::absolute(&args.file).map_err(|error| Failure::reading(&args.file, &error))?;
    let source = Source::file(&letter)?;
    let text = &*source.recognised.text;
    let ready = LetterText::new(text);
    let places = Places::of(&workspace.root, &workspace.config().annotation);
    let mut sidecar = Sidecar::open(&places, &letter).map_err(|error| Failure::new(error.message()))?;
    let about = about(args, &source.recognised, &ready, &sidecar)?;
    let body = args.body.clone().unwrap_or_default();
    if body.trim().is_empty() && args.tag.is_empty() && args.link.is_empty() {
        return Err(Failure::new(Message::new("annotate-says-nothing"))
            .advise(Message::new("annotate-advice-says-nothing")));
    }
    let motivation = match about {
        About::Note(_) => Motivation::Replying,
        _ if args.question => Motivation::Questioning,
        _ if !body.trim().is_empty() => Motivation::Commenting,
        _ if args.tag.is_empty() => Motivation::Linking,
        _ => Motivation::Tagging,
    };
    let mut draft = Draft::new(motivation, about);
    draft.text = body;
    draft.tags = tags(&args.tag, workspace)?;
    draft.creator = creator(args.creator.as_deref(), workspace);
    if !args.link.is_empty() {
        let (corpus, _) = workspace.corpus();
        for asked in &args.link {
            draft.links.extend(papers_named(asked, &*corpus).ok_or_else(|| show::no_paper(asked))?.0);
        }
    }
    let note = Note::new(&draft, Timestamp::now());
    sidecar.page.add(note.clone());
    sidecar.save().map_err(|error| Failure::new(error.message()))?;
    let memory = Memory::of_user();
    // Without the text the note is found by its words and those around it.
    let _ = memory.remember(&ready);
    let mut out = terminal::results();
    let listed = list_notes(&letter, sidecar.page.notes(), Some(text), &memory);
    let made: Vec<_> = listed.into_iter().filter(|listed| listed.note.id() == note.id()).collect();
    if args.format == IndexFormat::Json {
        writeln!(out, "{}", NotesReport::new(&made, &|path| workspace.relative(path)).to_json())?;
    } else {
        for listed in &made {
            write!(out, "{}", note_lines(listed, &paths::from_here(&letter), workspace.say))?;
        }
    }
    out.flush()?;
    Ok(Verdict::Good)
}

/// The tags as the set of the workspace has them, each once; where that is closed no others.
fn tags(written: &[String], workspace: &Workspace) -> Result<Vec<String>, Failure> {
    let set = &workspace.config().annotation.tags;
    let mut tags: Vec<String> = Vec::new();
    for written in written {
        let tag = match set.spelled(written) {
            None if set.closed => {
                let names: Vec<String> = set.tags().into_iter().map(|tag| tag.name).collect();
                let message = Message::new("annotate-tag-unknown").with("tag", written);
                let advice = Message::new("annotate-advice-tag-unknown").with("tags", names.join(", "));
                return Err(Failure::new(message).advise(advice));
            }
            spelled => spelled.unwrap_or_else(|| written.clone()),
        };
        if !tags.contains(&tag) {
            tags.push(tag);
        }
    }
    Ok(tags)
}

/// What the note is to be about.
fn about(
    args: &AnnotateAdd,
    letter: &Recognised,
    ready: &LetterText,
    sidecar: &Sidecar,
) -> Result<About, Failure> {
    if let Some(id) = &args.reply_to {
        let mut known = sidecar.page.notes().iter().map(Note::id);
        let id = known.find(|known| *known == id || known.strip_prefix("urn:uuid:") == Some(id));
        return match id {
            Some(id) => Ok(About::Note(id.to_owned())),
            None => Err(Failure::new(Message::new("annotate-no-note"))
                .advise(Message::new("annotate-advice-no-note"))),
        };
    }
    let Some(quote) = &args.quote else { return Ok(About::Letter) };
    let words = |words: &Option<String>| words.clone().unwrap_or_default();
    let found = quoted(&letter.text, quote, &words(&args.prefix), &words(&args.suffix));
    let path = paths::from_here(&args.file);
    match found[..] {
        [span] => Ok(About::Passage(Anchor::of(ready, span))),
        [] => Err(Failure::new(Message::new("annotate-quote-absent").with("path", path))
            .advise(Message::new("annotate-advice-quote-absent"))),
        _ => {
            let message = Message::new("annotate-quote-ambiguous").with("path", path);
            Err(Failure::new(message.with("count", crate::messages::Argument::number(found.len())))
                .advise(Message::new("annotate-advice-quote-ambiguous")))
        }
    }
}
