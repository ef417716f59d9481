//! Folders in all shapes, which letters are found in them, and what is said of the rest.

use std::fs;

use super::*;
use crate::messages::{Language, Translator};

struct Tree(tempfile::TempDir);

impl Tree {
    /// Files, by their paths; a path that ends in `/` is an empty folder.
    fn new(paths: &[&str]) -> Self {
        let tree = Self(tempfile::tempdir().unwrap());
        for path in paths {
            let whole = tree.0.path().join(path);
            fs::create_dir_all(if path.ends_with('/') { &whole } else { whole.parent().unwrap() }).unwrap();
            if !path.ends_with('/') {
                fs::write(whole, "Een brief.\n").unwrap();
            }
        }
        tree
    }

    fn write(&self, path: &str, text: &str) {
        fs::write(self.0.path().join(path), text).unwrap();
    }

    fn folders(&self, letters: &[&str]) -> LetterFolders {
        LetterFolders::new(self.0.path(), &config(letters))
    }

    fn relative(&self, paths: &[PathBuf]) -> Vec<String> {
        paths.iter().map(|path| shown(path, Some(self.0.path()))).collect()
    }

    fn found(&self, letters: &[&str]) -> Vec<String> {
        let found = self.folders(letters).find(&|| false);
        assert_eq!(self.said(&found, Language::Dutch), [""; 0]);
        self.relative(&found.letters)
    }

    fn said(&self, found: &Found, language: Language) -> Vec<String> {
        let say = Translator::new(language);
        let folder = self.0.path().display().to_string();
        found.messages.iter().map(|message| say.text(message).replace(&folder, "…")).collect()
    }
}

fn config(letters: &[&str]) -> CorpusConfig {
    let letters = letters.iter().map(|&entry| entry.to_owned()).collect();
    CorpusConfig { letters, ..CorpusConfig::default() }
}

#[test]
fn the_root_is_walked_without_what_is_hidden_or_ignored() {
    let tree = Tree::new(&[
        "brief.txt",
        "Nota.MD",
        "archief/2020/oud.markdown",
        "archief/scan.pdf",
        "archief/oud.markdown.annotations.json",
        "griffier.toml",
        ".verborgen/brief.txt",
        ".brief.txt.swp",
        ".git/",
        "build/uitvoer.txt",
    ]);
    tree.write(".gitignore", "build/\n");
    assert_eq!(tree.found(&[]), ["Nota.MD", "archief/2020/oud.markdown", "brief.txt"]);
    assert_eq!(tree.found(&["."]), tree.found(&[]));
}

#[test]
fn a_named_folder_is_read_even_where_git_ignores_it() {
    let tree = Tree::new(&["brieven/a.txt", "brieven/.gitignore", "concept.txt", ".eigen/b.txt", ".git/"]);
    tree.write(".gitignore", "brieven\n");
    tree.write("brieven/.gitignore", "*\n");
    assert_eq!(tree.found(&["brieven"]), ["brieven/a.txt"]);
    assert_eq!(
        tree.found(&["./brieven/", ".eigen", "concept.txt"]),
        [".eigen/b.txt", "brieven/a.txt", "concept.txt"]
    );
    assert_eq!(tree.found(&["brieven", "brieven/a.txt", "brieven/../brieven"]), ["brieven/a.txt"]);
    let found = letters_in(&tree.0.path().join("brieven"), tree.0.path());
    assert_eq!(tree.relative(&found.letters), ["brieven/a.txt"]);
}

#[test]
fn globs_choose() {
    let tree =
        Tree::new(&["a.md", "archief/b.md", "archief/2020/c.md", "archief/2020/d.txt", "archief/2021/e.txt"]);
    assert_eq!(tree.found(&["archief/**/*.md"]), ["archief/2020/c.md", "archief/b.md"]);
    assert_eq!(tree.found(&["*.md"]), ["a.md"]);
    assert_eq!(
        tree.found(&["archief/20*"]),
        ["archief/2020/c.md", "archief/2020/d.txt", "archief/2021/e.txt"]
    );
    assert_eq!(
        tree.found(&["archief/2020/*.{md,txt}", "**/e.txt"]),
        ["archief/2020/c.md", "archief/2020/d.txt", "archief/2021/e.txt"]
    );
}

#[test]
fn a_folder_whose_name_looks_like_a_glob_is_a_folder() {
    let tree = Tree::new(&["brieven [oud]/a.txt", "brieven o/b.txt"]);
    assert_eq!(tree.found(&["brieven [oud]"]), ["brieven [oud]/a.txt"]);
}

#[test]
fn what_is_not_there_or_empty_is_told() {
    let tree = Tree::new(&["leeg/", "foto.png"]);
    for (letters, dutch, english) in [
        (
            vec![],
            "in … staan geen brieven (bestanden op .txt, .md of .markdown); zet ze daar, of noem bij `corpus.letters` waar ze staan",
            "there are no letters in … (files ending in .txt, .md or .markdown); put them there, or name under `corpus.letters` where they are",
        ),
        (
            vec!["leeg"],
            "in … staan geen brieven (bestanden op .txt, .md of .markdown); zet ze daar, of noem bij `corpus.letters` waar ze staan",
            "there are no letters in … (files ending in .txt, .md or .markdown); put them there, or name under `corpus.letters` where they are",
        ),
        (
            vec!["weg"],
            "`weg` uit `corpus.letters` kan niet gelezen worden: het bestaat niet",
            "`weg` from `corpus.letters` cannot be read: it does not exist",
        ),
        (
            vec!["a{b"],
            "`a{b` uit `corpus.letters` is geen geldig patroon; `*` staat voor een deel van een naam en `**` voor mappen",
            "`a{b` from `corpus.letters` is no valid pattern; `*` stands for part of a name and `**` for folders",
        ),
    ] {
        let found = tree.folders(&letters).find(&|| false);
        assert_eq!(tree.said(&found, Language::Dutch), [dutch]);
        assert_eq!(tree.said(&found, Language::English), [english]);
    }
    let nowhere = LetterFolders::new(&tree.0.path().join("weg"), &config(&[])).find(&|| false);
    assert_eq!(tree.said(&nowhere, Language::Dutch), ["kan …/weg niet doorzoeken: het bestaat niet"]);
}

#[cfg(unix)]
#[test]
fn links_lead_neither_outside_nor_in_circles() {
    use std::os::unix::fs::symlink;

    let (tree, elsewhere) = (Tree::new(&["brieven/a.txt"]), Tree::new(&["geheim.txt", "map/b.txt"]));
    let at = |path: &str| tree.0.path().join(path);
    symlink(at("brieven"), at("brieven/kring")).unwrap();
    symlink(at("brieven"), at("ook")).unwrap();
    symlink(at("nergens"), at("kapot.txt")).unwrap();
    symlink(elsewhere.0.path().join("geheim.txt"), at("brieven/geheim.txt")).unwrap();
    symlink(elsewhere.0.path().join("map"), at("map")).unwrap();
    let found = tree.folders(&[]).find(&|| false);
    assert_eq!(tree.relative(&found.letters), ["brieven/a.txt"]);
    let mut said = tree.said(&found, Language::Dutch);
    said.sort();
    let outside = "is een koppeling naar buiten de werkmap en wordt niet gelezen; noem de map zelf bij `corpus.letters` in uw eigen instellingenbestand";
    assert_eq!(said, [format!("brieven/geheim.txt {outside}"), format!("map {outside}")]);
    let named = tree.folders(&["map"]).find(&|| false);
    assert_eq!(tree.said(&named, Language::Dutch), [format!("map {outside}")]);
    // A folder outside that is named by its own name can only come from the user.
    let other = elsewhere.0.path().join("map").display().to_string();
    assert_eq!(tree.folders(&[&other]).find(&|| false).letters.len(), 1);
    // And a workspace that is itself reached by a link is a workspace.
    let link = elsewhere.0.path().join("werk");
    symlink(tree.0.path(), &link).unwrap();
    assert_eq!(LetterFolders::new(&link, &config(&["brieven"])).find(&|| false).letters.len(), 1);
}

#[test]
fn home_is_not_walked_as_a_whole() {
    let home = etcetera::home_dir().unwrap();
    for folder in [home.as_path(), Path::new("/")] {
        let found = LetterFolders::new(folder, &config(&[])).find(&|| false);
        assert_eq!(found.letters, [""; 0].map(PathBuf::from));
        assert_eq!(found.messages.iter().map(Message::code).collect::<Vec<_>>(), ["letters-home"]);
    }
}

#[test]
fn a_few_files_are_found_without_walking_all() {
    let mut paths =
        vec!["a.txt".to_owned(), "build/uit.txt".to_owned(), "foto.png".to_owned(), ".git/".to_owned()];
    paths.extend((0..40).map(|n| format!("map/{n:02}.txt")));
    let tree = Tree::new(&paths.iter().map(String::as_str).collect::<Vec<_>>());
    tree.write(".gitignore", "build\n");
    let found_at = |letters: &[&str], paths: &[&str]| {
        let paths: Vec<_> = paths.iter().map(|path| tree.0.path().join(path)).collect();
        tree.relative(&tree.folders(letters).find_at(&paths).letters)
    };
    let some = ["a.txt", "build/uit.txt", "foto.png", "weg.txt", "map/07.txt"];
    assert_eq!(found_at(&[], &some), ["a.txt", "map/07.txt"]);
    assert_eq!(found_at(&["map"], &some), ["map/07.txt"]);
    assert_eq!(found_at(&["build"], &some), ["build/uit.txt"]);
    assert_eq!(found_at(&["map/0*"], &["map"]).len(), 10);
    let many: Vec<_> = paths.iter().map(String::as_str).collect();
    assert_eq!(found_at(&[], &many).len(), 41);
    assert_eq!(found_at(&["map/0*"], &many).len(), 10);
}

#[test]
fn a_list_of_what_exists_is_no_letter() {
    let tree = Tree::new(&["brief.txt", "lijsten/kst.txt"]);
    let list = crate::config::CatalogueConfig { path: "lijsten/kst.txt".into(), coverage: Vec::new() };
    let folders = LetterFolders::new(
        tree.0.path(),
        &CorpusConfig { catalogues: vec![list], ..CorpusConfig::default() },
    );
    assert_eq!(tree.relative(&folders.find(&|| false).letters), ["brief.txt"]);
}
