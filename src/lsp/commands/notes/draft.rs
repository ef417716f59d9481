//! `griffier.note.draft`: a note is written in a document that the server opens, and taken over when that is saved.

use std::io;
use std::path::Path;
use std::sync::Arc;

use serde::Deserialize;
use serde_json::Value;
use tower_lsp::gen_lsp_types::{
    CompletionItem, CompletionItemKind, CompletionItemTextEdit, CompletionList, MessageType, Position, Range,
    TextEdit, Uri,
};

use crate::annotation::{About, Note};
use crate::ide::{Drafted, ShownTag, draft_tags, note_draft, read_draft, told_of};
use crate::lsp::commands::Answer;
use crate::lsp::convert;
use crate::lsp::drafts::{Drafts, Purpose, What};
use crate::lsp::engine::Event;
use crate::lsp::outbox::Notice;
use crate::lsp::state::State;
use crate::messages::{Argument, Message, reason};

use super::{Desk, Words, gone, told};

#[derive(Deserialize)]
struct Wanted {
    uri: Uri,
    range: Option<Range>,
    id: Option<String>,
    what: What,
}

pub(super) fn run(state: &mut State, arguments: &[Value], answer: Answer) {
    let Some(Wanted { uri, range, id, what }) = told(arguments) else { return answer.refuse() };
    if id.is_none() != (what == What::Note) {
        return answer.refuse();
    }
    let desk = match Desk::of(state, &uri) {
        Ok(desk) => desk,
        Err(message) => return answer.fail(&message, state.say(), &state.outbox),
    };
    let (drafts, outbox, shows) = (state.drafts.clone(), state.outbox.clone(), state.facts.shows_documents);
    state.work(move || match begin(&desk, &drafts, what, id.as_deref(), range) {
        Ok(uri) => {
            outbox.put(Notice::show(uri, shows, desk.say));
            answer.give(Value::Null);
        }
        Err(message) => answer.fail(&message, desk.say, &outbox),
    });
}

/// Makes a draft, and gives its document.
fn begin(
    desk: &Desk,
    drafts: &Drafts,
    what: What,
    id: Option<&str>,
    range: Option<Range>,
) -> Result<Uri, Message> {
    let note = match id {
        Some(id) => Some(desk.notes()?.page.note(id).cloned().ok_or_else(gone)?),
        None => None,
    };
    let anchor = match (what, range) {
        (What::Note, Some(range)) => Some(desk.anchor(range)?),
        _ => None,
    };
    let answers = note.as_ref().is_some_and(|note| note.anchor().is_none() && note.tags().is_empty());
    let (code, quote) = match (what, &note, &anchor) {
        (What::Note, _, Some(anchor)) => ("draft-for-note", anchor.quote.clone()),
        (What::Reply, Some(note), _) => ("draft-for-reply", told_of(note)),
        (What::Edit, Some(note), _) => ("draft-for-edit", told_of(note)),
        _ => ("draft-for-letter", String::new()),
    };
    let purpose = Message::new(code).with("quote", shortened(&quote)).with("letter", desk.name());
    let said = note.filter(|_| what == What::Edit).map(|note| drafted(&note)).unwrap_or_default();
    let with_tags = what == What::Note || what == What::Edit && !answers;
    let set = &desk.ground.config.annotation.tags;
    let text = note_draft(&said, &purpose, with_tags, set, desk.say);
    let name = desk.say.text(&Message::new("draft-name").with("letter", desk.stem()));
    let purpose = Purpose::new(desk.uri.clone(), what, id.map(str::to_owned), anchor.as_ref());
    let path = drafts.make(&name, &text, purpose).map_err(|error| unwritten(&error))?;
    convert::uri_of(&path).ok_or_else(|| unwritten(&io::ErrorKind::NotFound.into()))
}

fn unwritten(error: &io::Error) -> Message {
    Message::new("draft-unwritten").with("reason", Argument::message(reason(error)))
}

fn drafted(note: &Note) -> Drafted {
    let links = note.links().into_iter().filter_map(|link| link.id);
    Drafted {
        body: note.text(),
        tags: note.tags().into_iter().map(str::to_owned).collect(),
        papers: links.map(|id| id.to_string()).collect(),
    }
}

fn shortened(quote: &str) -> String {
    let words = quote.split_whitespace().collect::<Vec<_>>().join(" ");
    let mut short: String = words.chars().take(160).collect();
    if short.len() < words.len() {
        short.push('…');
    }
    short
}

impl State {
    /// A draft was saved: what it says becomes the note. `text` is what the editor sent, else the file has it.
    pub(in crate::lsp) fn take_over(&self, path: &Path, text: Option<String>) {
        let Some(purpose) = Drafts::purpose(path) else { return };
        let (outbox, engine) = (self.outbox.clone(), self.engine.clone());
        let (drafts, path) = (self.drafts.clone(), path.to_owned());
        let desk = match Desk::of(self, &purpose.uri) {
            Ok(desk) => desk,
            Err(message) => return self.warn(&message, self.say()),
        };
        self.work(move || {
            let Some(text) = text.or_else(|| std::fs::read_to_string(&path).ok()) else { return };
            let (kind, message) = match carry_out(&desk, &drafts, &path, &text) {
                Ok(None) => return,
                Ok(Some(message)) => {
                    engine.post(Event::NotesChanged(vec![desk.path.clone()]));
                    (MessageType::Info, message)
                }
                // The draft stays as it is, to be mended and saved again.
                Err(message) => (MessageType::Warning, message),
            };
            outbox.put(Notice::Show(kind, desk.say.text(&message)));
        });
    }

    /// The tags that may be meant at a place of a draft; `None` where the document is none, or no tag is written there.
    pub(in crate::lsp) fn draft_completion(&self, uri: &Uri, place: Position) -> Option<CompletionList> {
        let draft = self.letters.get(uri).filter(|draft| draft.in_step)?;
        let path = draft.version.path.as_deref().filter(|path| self.drafts.holds(path))?;
        let letter = Drafts::purpose(path)?.uri;
        let open =
            self.letters.get(&letter).and_then(|letter| Some(Arc::clone(&letter.view.as_ref()?.ground)));
        let ground = open.or_else(|| self.ground_above(&convert::path_of(&letter)?))?;
        let (buffer, encoding) = (&draft.version.buffer, self.facts.encoding);
        let offset = convert::offset(buffer, place, encoding)?;
        let set = &ground.config.annotation.tags;
        let (span, tags) = draft_tags(&buffer.contents(), offset, set, ground.say)?;
        let range = convert::range(buffer, span, encoding);
        let item = |(at, tag): (usize, ShownTag)| CompletionItem {
            label: tag.name.clone(),
            kind: Some(CompletionItemKind::EnumMember),
            detail: tag.description.or_else(|| Some(tag.label).filter(|label| *label != tag.name)),
            sort_text: Some(format!("{at:04}")),
            text_edit: Some(CompletionItemTextEdit::TextEdit(TextEdit { range, new_text: tag.name })),
            ..CompletionItem::default()
        };
        let items = tags.into_iter().enumerate().map(item).collect();
        Some(CompletionList { is_incomplete: false, items, ..CompletionList::default() })
    }

    /// A draft was closed.
    pub(in crate::lsp) fn close_draft(&self, path: &Path) {
        let path = path.to_owned();
        self.work(move || Drafts::close(&path));
    }
}

/// Does what a draft is for, and says so; nothing where it says what it said before.
fn carry_out(desk: &Desk, drafts: &Drafts, path: &Path, text: &str) -> Result<Option<Message>, Message> {
    // Whoever saves twice at once would make two notes.
    let _turn = drafts.turn();
    let Some(mut purpose) = Drafts::purpose(path) else { return Ok(None) };
    if purpose.settled == text {
        return Ok(None);
    }
    let Drafted { body, tags, papers } = read_draft(text);
    let said = Drafted { body: body.clone(), tags: tags.clone(), papers: papers.clone() };
    let done = |code| Message::new(code).with("letter", desk.name());
    let message = if said.is_empty() {
        // Who takes all words away has thought better of it; a note that is there already is only deleted by deleting it.
        done(if purpose.what == What::Edit { "draft-unchanged" } else { "draft-withdrawn" })
    } else {
        match (purpose.what, purpose.id.clone()) {
            (What::Edit, Some(id)) => {
                let is_answer = !text.trim_start().starts_with("---") && tags.is_empty() && papers.is_empty();
                let mut words = Words { body: Some(body), tags: Some(tags), papers: Some(papers) };
                if is_answer {
                    (words.tags, words.papers) = (None, None);
                }
                desk.rewrite(&id, &words)?;
            }
            (What::Reply, Some(id)) => {
                let words = Words { body: Some(body), ..Words::default() };
                purpose.id = Some(desk.make(About::Note(id), &words, None)?);
            }
            _ => {
                let about = purpose.anchor().map_or(About::Letter, About::Passage);
                let words = Words { body: Some(body), tags: Some(tags), papers: Some(papers) };
                purpose.id = Some(desk.make(about, &words, None)?);
            }
        }
        // Who goes on writing and saves again changes the note that came of it.
        purpose.what = What::Edit;
        done("draft-kept")
    };
    text.clone_into(&mut purpose.settled);
    Drafts::settle(path, &purpose).map_err(|error| unwritten(&error))?;
    Ok(Some(message))
}
