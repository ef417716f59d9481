//! A folder with generated letters, and the program with a home and a cache that nothing else sees.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use std::sync::Arc;

use griffier::config::CorpusConfig;
use griffier::corpus::{Cache, Corpus, Index, LetterFolders, MemoryCorpus};
use griffier::identifier::DocumentId;
use tempfile::TempDir;

pub(crate) struct World {
    pub(crate) folder: TempDir,
}

impl World {
    /// A workspace of so many letters.
    pub(crate) fn new(letters: usize) -> Self {
        let base = std::env::temp_dir().canonicalize().unwrap();
        let world = Self { folder: tempfile::Builder::new().prefix("griffier-").tempdir_in(base).unwrap() };
        let root = world.root();
        let done = world.run(&[
            "generate-corpus",
            &letters.to_string(),
            "--seed",
            "7",
            "--into",
            root.to_str().unwrap(),
        ]);
        assert!(done.status.success(), "{done:?}");
        world
    }

    pub(crate) fn root(&self) -> PathBuf {
        self.folder.path().join("werk")
    }

    pub(crate) fn cache(&self) -> PathBuf {
        self.folder.path().join("cache")
    }

    /// The program, ready to be started in the workspace.
    pub(crate) fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_griffier"));
        let home = self.folder.path().join("home");
        command.env("HOME", &home).env("XDG_CONFIG_HOME", home.join(".config"));
        command.env("GRIFFIER_DATA_DIR", home.join("data"));
        command.env("GRIFFIER_CACHE_DIR", self.cache()).env_remove("GRIFFIER_LANG").env("NO_COLOR", "1");
        if self.root().exists() {
            command.current_dir(self.root());
        }
        command.args(arguments).stdin(Stdio::null());
        command
    }

    pub(crate) fn run(&self, arguments: &[&str]) -> Output {
        self.command(arguments).output().unwrap()
    }

    /// What the program prints, which must be done well.
    pub(crate) fn text(&self, arguments: &[&str]) -> String {
        let output = self.run(arguments);
        let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
        assert!(output.status.success(), "{arguments:?}: {}{}", text(&output.stdout), text(&output.stderr));
        text(&output.stdout)
    }

    fn config() -> CorpusConfig {
        CorpusConfig { letters: vec!["letters".to_owned()], ..CorpusConfig::default() }
    }

    /// The index that the program keeps.
    pub(crate) fn index(&self) -> Index {
        Index::new(&self.root(), &Self::config(), &Cache::below(&self.cache())).unwrap()
    }

    pub(crate) fn folders(&self) -> LetterFolders {
        LetterFolders::new(&self.root(), &Self::config())
    }

    /// All that an index of the same letters says that was made from nothing.
    pub(crate) fn made_anew(&self) -> Vec<String> {
        let elsewhere = tempfile::tempdir().unwrap();
        let index = Index::new(&self.root(), &Self::config(), &Cache::below(elsewhere.path())).unwrap();
        index.sync(&self.folders(), griffier::corpus::How::Anew, &quiet()).unwrap();
        index.dump().unwrap()
    }

    /// The corpus on the index as it is now.
    pub(crate) fn corpus(&self, index: &Index) -> Option<MemoryCorpus> {
        let mut corpus = MemoryCorpus::new(Some(&self.root()));
        corpus.set_store(Some(Arc::new(index.open(Arc::new(|_| {}))?)));
        corpus.set_complete(true);
        Some(corpus)
    }

    /// The paper of a letter, and its file.
    pub(crate) fn letter(&self, letter: usize) -> (DocumentId, PathBuf) {
        let (dossier, number) = (29_000 + letter / 40, letter % 40 + 1);
        let path = format!("letters/{dossier}/kst-{dossier}-{number}.txt");
        (format!("kst-{dossier}-{number}").parse().unwrap(), self.root().join(path))
    }

    /// Lets letters say something else, which cites one paper that nobody else cites.
    pub(crate) fn change(&self, letter: usize, cites: u32) {
        let (_, path) = self.letter(letter);
        write(&path, format!("Den Haag, 27 maart 2020\n\nZie Kamerstuk 36 001, nr. {cites}.\n"));
    }
}

pub(crate) fn write(path: &Path, text: impl AsRef<[u8]>) {
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(path, text).unwrap();
}

pub(crate) fn quiet() -> griffier::corpus::Watch<'static> {
    griffier::corpus::Watch { progress: &|_, _| {}, cancel: &|| false, waits: &|| {} }
}

/// Whatever the index says of a letter is about that letter.
pub(crate) fn check_answers(world: &World, corpus: &dyn Corpus, letters: usize, dice: &mut Dice, seed: &str) {
    let asked: Vec<_> = (0..8).map(|_| world.letter(dice.below(letters))).collect();
    let ids: Vec<_> = asked.iter().map(|(id, _)| id.clone()).collect();
    for ((id, path), record) in asked.iter().zip(corpus.letters_of_many(&ids)) {
        if let Some(record) = record {
            assert_eq!((&record.id, &record.path), (id, path), "{seed}");
        }
    }
    for hit in ids.iter().take(2).flat_map(|id| corpus.search(&id.to_string(), 20)) {
        if let Some(letter) = hit.letter {
            let named = letter.path.file_stem().map(|name| name.to_string_lossy().into_owned());
            assert_eq!((&letter.id, named), (&hit.id, Some(hit.id.to_string())), "{seed}");
        }
    }
    for (id, places) in ids.iter().zip(corpus.citing_places(&ids)) {
        for place in places {
            assert_eq!(&place.cited.id, id, "{seed}");
            assert!(place.path.starts_with(world.root().join("letters")), "{seed}: {place:?}");
            // The number that is printed is the one that is cited; the words may end with the line.
            let number = id.to_string();
            let number = number.rsplit('-').next().unwrap();
            let line_ends = !place.cited.words[place.cited.at.start..].contains(" nr. ");
            assert!(line_ends || place.cited.words.contains(&format!("nr. {number}")), "{seed}: {place:?}");
        }
    }
}

/// How many rounds a test goes.
pub(crate) fn rounds(usual: usize) -> usize {
    let times = std::env::var("GRIFFIER_ROUNDS").ok().and_then(|times| times.parse::<usize>().ok());
    usual * times.unwrap_or(1)
}

/// Numbers that only look like chance (xorshift).
pub(crate) struct Dice(pub(crate) u64);

impl Dice {
    pub(crate) fn below(&mut self, limit: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 >> 33).unwrap() % limit.max(1)
    }
}
