//! What a query sees: one version of a letter on one state of the corpus, which never change under it.
//!
//! What costs something (the reading, the judgement) is worked out by the first query that needs it and shared by all others of the same version.
//! Neither uses a thread pool within, for a worker that waits for one of these could then be given the very job that it waits for.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, OnceLock, PoisonError};

use tower_lsp::gen_lsp_types::{Position, Uri};

use crate::analysis::{Judgement, Memo, Mended, Silence, judge, mend, settle};
use crate::annotation::Standing;
use crate::citation::{Reading, Recognised};
use crate::config::Config;
use crate::corpus::Corpus;
use crate::letter::Format;
use crate::messages::{Language, Translator};
use crate::text::Buffer;

use super::capabilities::ClientFacts;
use super::convert;
use super::notes::{Notebook, Noted};

/// One version of an open letter. All that follows from its text alone hangs on it.
#[derive(Debug)]
pub(super) struct Version {
    /// The address that the client knows it by.
    pub(super) uri: Uri,
    /// Its file, if it has one.
    pub(super) path: Option<PathBuf>,
    /// As which file it counts for its notes, while it has none.
    pub(super) waiting: Option<PathBuf>,
    pub(super) format: Format,
    /// The version that the client gave it.
    pub(super) number: i32,
    pub(super) buffer: Buffer,
    recognised: OnceLock<Recognised>,
    standing: Mutex<Standing>,
    broken: AtomicBool,
}

impl Version {
    pub(super) fn new(
        uri: Uri,
        path: Option<PathBuf>,
        waiting: Option<PathBuf>,
        format: Format,
        number: i32,
        buffer: Buffer,
    ) -> Self {
        let (recognised, standing, broken) = (OnceLock::new(), Mutex::default(), AtomicBool::new(false));
        Self { uri, path, waiting, format, number, buffer, recognised, standing, broken }
    }

    /// The same letter with another text.
    pub(super) fn rewritten(&self, number: i32, buffer: Buffer) -> Self {
        let Self { uri, path, waiting, format, .. } = self;
        Self::new(uri.clone(), path.clone(), waiting.clone(), *format, number, buffer)
    }

    /// The file beside which its notes lie, whether there is one or not.
    pub(super) fn noted_as(&self) -> Option<&Path> {
        self.path.as_deref().or(self.waiting.as_deref())
    }

    /// What it says, as far as its text goes. What it cites, its [`View`] tells.
    pub(super) fn recognised(&self) -> &Recognised {
        self.recognised.get_or_init(|| {
            let text = Arc::from(self.buffer.contents());
            Recognised::new(text, self.format, self.path.as_deref())
        })
    }

    /// Where the passages of its notes have been followed to; nothing is said there of notes that nobody has looked for yet.
    pub(super) fn standing(&self) -> Standing {
        self.standing.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// Says where they are in it: when it is made, and when more have been found.
    pub(super) fn stand(&self, standing: Standing) {
        *self.standing.lock().unwrap_or_else(PoisonError::into_inner) = standing;
    }

    /// Whether a query panicked on it. It is not asked again: what fails once fails always.
    pub(super) fn is_broken(&self) -> bool {
        self.broken.load(Ordering::Relaxed)
    }

    /// Notes that a query panicked on it; whether this was the first one.
    pub(super) fn give_up(&self) -> bool {
        !self.broken.swap(true, Ordering::Relaxed)
    }
}

/// What letters of a workspace are judged by.
pub(super) struct Ground {
    pub(super) corpus: Arc<dyn Corpus>,
    pub(super) config: Arc<Config>,
    pub(super) say: Translator,
    /// What is not to be said.
    silence: Silence,
    /// As old as the corpus, for it remembers what that said.
    pub(super) memo: Arc<Memo>,
}

impl Ground {
    /// The ground of the workspace at `root`, or of letters on their own.
    pub(super) fn new(
        corpus: Arc<dyn Corpus>,
        config: Arc<Config>,
        root: Option<&Path>,
        memo: Arc<Memo>,
    ) -> Self {
        let (say, silence) = (Translator::new(config.language), Silence::new(root, &config.findings));
        Self { corpus, config, say, silence, memo }
    }

    /// The same in another language.
    pub(super) fn speaking(&self, language: Language, root: Option<&Path>) -> Self {
        let config = Config { language, ..(*self.config).clone() };
        Self::new(Arc::clone(&self.corpus), Arc::new(config), root, Arc::clone(&self.memo))
    }

    /// What is to be said of a letter, without what is silenced.
    fn judge(&self, reading: &Reading, path: Option<&Path>) -> Judgement {
        let mut judgement = judge(reading, &*self.corpus, &self.config.findings, &self.memo);
        judgement.findings = self.silence.sift(path, &reading.text, judgement.findings).0;
        judgement
    }
}

/// A version of a letter on its ground.
pub(super) struct View {
    pub(super) letter: Arc<Version>,
    pub(super) ground: Arc<Ground>,
    /// Counts up with every view of this process.
    pub(super) sequence: u64,
    /// The byte behind the last key, while one is typing.
    pub(super) typing_at: Option<usize>,
    /// Whether something was left unsaid because of that.
    pub(super) withheld: AtomicBool,
    reading: OnceLock<Reading>,
    judgement: OnceLock<Judgement>,
}

impl View {
    pub(super) fn new(
        letter: Arc<Version>,
        ground: Arc<Ground>,
        sequence: u64,
        typing_at: Option<usize>,
    ) -> Self {
        let (reading, judgement) = (OnceLock::new(), OnceLock::new());
        Self { letter, ground, sequence, typing_at, withheld: AtomicBool::new(false), reading, judgement }
    }

    /// What it says and what it cites, as its ground settles it.
    pub(super) fn reading(&self) -> &Reading {
        self.reading.get_or_init(|| {
            let Ground { corpus, memo, .. } = &*self.ground;
            settle(self.letter.recognised(), &**corpus, memo)
        })
    }

    /// What is to be said of its citations.
    pub(super) fn judgement(&self) -> &Judgement {
        self.judgement.get_or_init(|| self.ground.judge(self.reading(), self.letter.path.as_deref()))
    }

    /// What mending all that is certain makes of it; `None` where there is nothing to be mended.
    pub(super) fn mended(&self) -> Option<Mended> {
        let (format, path) = (self.letter.format, self.letter.path.as_deref());
        mend(&self.reading().text, &self.judgement().findings, &mut |text| {
            let recognised = Recognised::new(Arc::from(text), format, path);
            let Ground { corpus, memo, .. } = &*self.ground;
            self.ground.judge(&settle(&recognised, &**corpus, memo), path).findings
        })
    }
}

/// The letters that are open, by file: an editor's text goes before that on disk.
pub(super) type OpenTexts = BTreeMap<PathBuf, (Uri, Buffer)>;

/// What a query that concerns no letter in particular looks at beside the grounds.
pub(super) struct Surroundings {
    pub(super) facts: Arc<ClientFacts>,
    pub(super) open: Arc<OpenTexts>,
    /// Every letter that is open and in step.
    pub(super) views: Vec<Arc<View>>,
    pub(super) notebook: Notebook,
    /// Where pages are written that the client cannot fetch.
    pub(super) pages: PathBuf,
    pub(super) say: Translator,
}

/// All that a query may look at.
pub(super) struct Snapshot {
    pub(super) view: Arc<View>,
    /// The corpus as it is now. That of the view's ground says the same of papers, but letters may have moved within their files since.
    pub(super) corpus: Arc<dyn Corpus>,
    pub(super) facts: Arc<ClientFacts>,
    pub(super) open: Arc<OpenTexts>,
    /// Every letter that is open and in step.
    pub(super) views: Vec<Arc<View>>,
    pub(super) notebook: Notebook,
    /// Where pages are written that the client cannot fetch.
    pub(super) pages: PathBuf,
}

impl Snapshot {
    pub(super) fn letter(&self) -> &Version {
        &self.view.letter
    }

    pub(super) fn reading(&self) -> &Reading {
        self.view.reading()
    }

    pub(super) fn corpus(&self) -> &dyn Corpus {
        &*self.corpus
    }

    pub(super) fn say(&self) -> Translator {
        self.view.ground.say
    }

    /// The notes on the letter, where they stand in this version of it.
    pub(super) fn notes(&self) -> Arc<Noted> {
        self.notebook.of_open(&self.view.letter, &self.view.ground, self.facts.encoding)
    }

    /// The byte at a place of the letter; `None` where it has no such line.
    pub(super) fn offset(&self, place: Position) -> Option<usize> {
        convert::offset(&self.letter().buffer, place, self.facts.encoding)
    }
}
