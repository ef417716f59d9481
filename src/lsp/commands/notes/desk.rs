//! What a command on notes works with: the letter, where its notes lie, and who makes them.
//!
//! A desk is set up on the engine thread, where it costs nothing, and used on the pool.

use std::path::PathBuf;
use std::sync::Arc;

use serde_json::Value;
use tower_lsp::gen_lsp_types::{MessageType, Range, Uri};

use crate::annotation::{Anchor, LetterText, Oddity, Sidecar};
use crate::config::git_user_name;
use crate::corpus::read_text;
use crate::ide::{papers_named, passage};
use crate::identifier::DocumentId;
use crate::lsp::commands::Answer;
use crate::lsp::convert;
use crate::lsp::engine::Event;
use crate::lsp::notes::{Notebook, places_of};
use crate::lsp::outbox::{Notice, Outbox};
use crate::lsp::snapshot::{Ground, Version};
use crate::lsp::state::State;
use crate::messages::{Message, Translator};
use crate::text::{Buffer, PositionEncoding, Span};

/// What a command on notes works with.
pub(in crate::lsp) struct Desk {
    pub(super) uri: Uri,
    pub(super) path: PathBuf,
    /// The letter as the editor shows it; `None` is one that is not open.
    version: Option<Arc<Version>>,
    pub(super) ground: Arc<Ground>,
    /// Whether the user trusts the folder, so that git may be asked in it for a name.
    trusted: bool,
    notebook: Notebook,
    encoding: PositionEncoding,
    outbox: Outbox,
    pub(super) say: Translator,
}

impl Desk {
    /// Sets up a desk for a letter.
    ///
    /// # Errors
    /// Where its notes cannot be kept: its text is not the editor's, or it belongs to no workspace.
    pub(in crate::lsp) fn of(state: &State, uri: &Uri) -> Result<Self, Message> {
        let name = |path: Option<&PathBuf>| {
            let file = path.and_then(|path| path.file_name());
            file.map_or_else(|| uri.to_string(), |name| name.to_string_lossy().into_owned())
        };
        let path = convert::path_of(uri);
        let not_served = || Message::new("note-not-served").with("letter", name(path.as_ref()));
        let (path, version, ground) = if let Some(letter) = state.letters.get(uri) {
            let path = letter.version.noted_as().ok_or_else(not_served)?.to_owned();
            if !letter.in_step {
                return Err(Message::new("server-out-of-step").with("letter", letter.name()));
            }
            let view = letter.view.as_ref().ok_or_else(not_served)?;
            (path, Some(Arc::clone(&letter.version)), Arc::clone(&view.ground))
        } else {
            let path = path.clone().ok_or_else(not_served)?;
            let ground = state.ground_above(&path).ok_or_else(not_served)?;
            (path, None, ground)
        };
        Ok(Self {
            uri: uri.clone(),
            path,
            version,
            say: ground.say,
            ground,
            trusted: state.trusted,
            notebook: state.notebook.clone(),
            encoding: state.facts.encoding,
            outbox: state.outbox.clone(),
        })
    }

    /// What its reader calls the letter.
    pub(super) fn name(&self) -> String {
        let file = self.path.file_name().unwrap_or_default();
        file.to_string_lossy().into_owned()
    }

    /// The same without the end that tells what kind of file it is.
    pub(super) fn stem(&self) -> String {
        self.path.file_stem().unwrap_or_default().to_string_lossy().into_owned()
    }

    /// The notes of the letter, to be changed.
    pub(super) fn notes(&self) -> Result<Sidecar, Message> {
        Sidecar::open(&places_of(&self.ground), &self.path).map_err(|error| error.message())
    }

    /// Writes them down. Where somebody else changed the same note at that moment, the user is told.
    pub(super) fn save(&self, sidecar: &mut Sidecar) -> Result<(), Message> {
        let saved = sidecar.save().map_err(|error| error.message())?;
        if let Some(conflict) = saved.conflicts.into_iter().next() {
            let message = Oddity::Conflict(conflict).message(sidecar.path());
            self.outbox.put(Notice::Show(MessageType::Warning, self.say.text(&message)));
        }
        Ok(())
    }

    /// The text of the letter: as the editor shows it, else as it stands in its file.
    pub(super) fn text(&self) -> Result<String, Message> {
        match &self.version {
            Some(version) => Ok(version.buffer.contents()),
            None => read_text(&self.path, self.ground.corpus.root()).map(|decoded| decoded.text),
        }
    }

    /// The passage that a range means, in bytes of the text: without the blanks at its ends; where it is empty, what stands there.
    pub(super) fn span(&self, range: Range, text: &str) -> Result<Span, Message> {
        let nothing = || Message::new("note-no-passage");
        let buffer = Buffer::new(text);
        let span = convert::span(&buffer, range, self.encoding).ok_or_else(nothing)?;
        passage(text, span).ok_or_else(nothing)
    }

    /// What holds on to a passage. The text is remembered, so that the passage is found again however the letter changes.
    pub(super) fn anchor(&self, range: Range) -> Result<Anchor, Message> {
        let text = self.text()?;
        let span = self.span(range, &text)?;
        let ready = LetterText::new(&text);
        // Without the text it is found by its words and those around it.
        let _ = self.notebook.memory.remember(&ready);
        Ok(Anchor::of(&ready, span))
    }

    /// Whose name a note bears that is made now.
    pub(super) fn creator(&self) -> Option<String> {
        let set = self.ground.config.annotation.creator.clone();
        let folder = self.ground.corpus.root().filter(|_| self.trusted);
        set.or_else(|| git_user_name(folder))
    }

    /// Tags as the set has them, each once; where the set is closed no others.
    pub(super) fn tags(&self, written: &[String]) -> Result<Vec<String>, Message> {
        let set = &self.ground.config.annotation.tags;
        let mut tags: Vec<String> = Vec::new();
        for written in written.iter().map(|tag| tag.trim()).filter(|tag| !tag.is_empty()) {
            let tag = match set.spelled(written) {
                Some(tag) => tag,
                None if set.closed => {
                    let names: Vec<String> = set.tags().into_iter().map(|tag| tag.name).collect();
                    let message = Message::new("note-tag-unknown").with("tag", written);
                    return Err(message.with("tags", names.join(", ")));
                }
                None => written.to_owned(),
            };
            if !tags.contains(&tag) {
                tags.push(tag);
            }
        }
        Ok(tags)
    }

    /// The papers that were meant, each once.
    pub(super) fn papers(&self, written: &[String]) -> Result<Vec<DocumentId>, Message> {
        let mut papers: Vec<DocumentId> = Vec::new();
        for written in written.iter().filter(|paper| !paper.trim().is_empty()) {
            let named = papers_named(written.trim(), &*self.ground.corpus);
            let (named, _) = named.ok_or_else(|| Message::new("note-no-paper").with("paper", written))?;
            for paper in named {
                if !papers.contains(&paper) {
                    papers.push(paper);
                }
            }
        }
        Ok(papers)
    }
}

impl State {
    /// What a letter that is not open is judged by: that of the nearest root above it.
    pub(in crate::lsp) fn ground_above(&self, path: &std::path::Path) -> Option<Arc<Ground>> {
        let above =
            self.workspaces.iter().filter(|(home, _)| home.root().is_some_and(|root| path.starts_with(root)));
        let nearest = above.max_by_key(|(home, _)| home.root().map(|root| root.components().count()));
        nearest.map(|(_, workspace)| Arc::clone(&workspace.ground))
    }

    /// Changes the notes of a letter on the pool, and tells who wants to know.
    pub(super) fn change_notes(
        &self,
        uri: &Uri,
        answer: Answer,
        work: impl FnOnce(&Desk) -> Result<Value, Message> + Send + 'static,
    ) {
        let desk = match Desk::of(self, uri) {
            Ok(desk) => desk,
            Err(message) => return answer.fail(&message, self.say(), &self.outbox),
        };
        let (outbox, engine) = (self.outbox.clone(), self.engine.clone());
        self.work(move || match work(&desk) {
            Ok(result) => {
                engine.post(Event::NotesChanged(vec![desk.path.clone()]));
                answer.give(result);
            }
            Err(message) => answer.fail(&message, desk.say, &outbox),
        });
    }
}
