//! The cache folder in good and bad days, and what is said in each.

use super::*;
use crate::config::CatalogueConfig;
use crate::corpus::{BadLine, Catalogue, Fault};
use crate::messages::{Language, Translator};

struct Folder(tempfile::TempDir);

impl Folder {
    fn new() -> Self {
        Self(tempfile::tempdir().unwrap())
    }

    fn at(&self, path: &str) -> PathBuf {
        self.0.path().join(path)
    }

    fn write(&self, path: &str, bytes: impl AsRef<[u8]>) -> PathBuf {
        fs::write(self.at(path), bytes).unwrap();
        self.at(path)
    }

    fn cache(&self) -> Cache {
        Cache::below(&self.at("cache"))
    }

    /// The files in the cache, by their ends.
    fn cached(&self) -> Vec<PathBuf> {
        let Ok(entries) = fs::read_dir(self.at("cache/catalogues")) else { return Vec::new() };
        let mut files: Vec<_> = entries.map(|entry| entry.unwrap().path()).collect();
        files.sort();
        files
    }

    /// Opens a list; how many papers it has, and what is said, without the folder's name.
    fn open(&self, path: &str) -> (Option<usize>, Vec<String>) {
        self.open_in(path, Language::Dutch)
    }

    fn open_in(&self, path: &str, language: Language) -> (Option<usize>, Vec<String>) {
        let config = CatalogueConfig { path: path.into(), coverage: Vec::new() };
        let (papers, messages) = match Catalogue::open(&config, Some(self.0.path()), &self.cache()) {
            Ok((list, messages)) => (Some(list.state().papers), messages),
            Err(message) => (None, vec![message]),
        };
        let folder = format!("{}/", self.0.path().display());
        let say = Translator::new(language);
        (papers, messages.iter().map(|message| say.text(message).replace(&folder, "")).collect())
    }
}

const LIST: &str = "kst-29521-385\nkst-29521-403\nblg-12\n";

#[test]
fn a_list_is_compiled_once() {
    let folder = Folder::new();
    folder.write("kst.txt", LIST);
    assert_eq!(folder.open("kst.txt"), (Some(3), vec![]));
    let files = folder.cached();
    assert_eq!(files.len(), 1);
    let written = fs::metadata(&files[0]).unwrap().modified().unwrap();
    assert_eq!(folder.open("kst.txt"), (Some(3), vec![]));
    assert_eq!(folder.cached(), files);
    assert_eq!(fs::metadata(&files[0]).unwrap().modified().unwrap(), written);
    // A list that has changed finds no old file.
    folder.write("kst.txt", "kst-29521-404\n");
    assert_eq!(folder.open("kst.txt"), (Some(1), vec![]));
    assert_eq!(folder.cached().len(), 2);
}

#[test]
fn a_damaged_file_is_made_anew_beside_it() {
    let folder = Folder::new();
    folder.write("kst.txt", LIST);
    folder.open("kst.txt");
    let file = folder.cached().remove(0);
    let sound = fs::read(&file).unwrap();
    for damaged in
        [&sound[..sound.len() - 1], &[], &[sound.as_slice(), b"\n"].concat(), &vec![0; sound.len()]]
    {
        fs::write(&file, damaged).unwrap();
        assert_eq!(
            folder.open("kst.txt"),
            (
                Some(3),
                vec![
                    "de bewerkte vorm van de lijst kst.txt in de cache was beschadigd en is opnieuw gemaakt"
                        .to_owned()
                ]
            )
        );
        assert_eq!(fs::read(&file).unwrap(), sound);
        assert_eq!(fs::read(file.with_extension("damaged")).unwrap(), damaged);
        assert_eq!(folder.open("kst.txt"), (Some(3), vec![]));
    }
}

#[test]
fn without_a_cache_folder_the_list_is_used_all_the_same() {
    let folder = Folder::new();
    folder.write("kst.txt", LIST);
    // A file stands where the folder should be.
    folder.write("cache", "");
    assert_eq!(folder.open("kst.txt"), (
        Some(3),
        vec!["kan de cachemap cache niet gebruiken: het is geen map; lijsten en brieven worden nu bij elke start opnieuw gelezen".to_owned()]
    ));
    let config = CatalogueConfig { path: folder.at("kst.txt"), coverage: Vec::new() };
    let (list, messages) = Catalogue::open(&config, None, &Cache::none()).unwrap();
    assert_eq!((list.state().papers, messages), (3, vec![]));
}

#[test]
fn a_list_that_is_none_is_told_with_the_reason() {
    let folder = Folder::new();
    folder.write("leeg.txt", "# niets\n");
    folder.write("foto.xz", b"\x89PNG\r\n\x1A\n\0\0");
    folder.write("half.gz", b"\x1F\x8B\x08\0\0\0\0\0");
    folder.write("stuk.xz", b"\xFD7zXZ\0\0\x04\xE6\xD6\xB4F\x02");
    fs::create_dir(folder.at("map.txt")).unwrap();
    for (path, dutch, english) in [
        (
            "weg.txt",
            "kan weg.txt niet als lijst gebruiken: het bestaat niet",
            "cannot use the list weg.txt: it does not exist",
        ),
        (
            "leeg.txt",
            "kan leeg.txt niet als lijst gebruiken: er staat geen enkel kenmerk in, zoals kst-29521-385, een per regel",
            "cannot use the list leeg.txt: there is no identifier in it, such as kst-29521-385, one a line",
        ),
        (
            "foto.xz",
            "kan foto.xz niet als lijst gebruiken: er staat geen enkel kenmerk in, zoals kst-29521-385, een per regel",
            "cannot use the list foto.xz: there is no identifier in it, such as kst-29521-385, one a line",
        ),
        (
            "half.gz",
            "kan half.gz niet als lijst gebruiken: het gecomprimeerde bestand is afgebroken of beschadigd",
            "cannot use the list half.gz: the compressed file is cut off or damaged",
        ),
        (
            "stuk.xz",
            "kan stuk.xz niet als lijst gebruiken: het gecomprimeerde bestand is afgebroken of beschadigd",
            "cannot use the list stuk.xz: the compressed file is cut off or damaged",
        ),
        (
            "map.txt",
            "kan map.txt niet als lijst gebruiken: het is een map",
            "cannot use the list map.txt: it is a folder",
        ),
    ] {
        assert_eq!(folder.open_in(path, Language::Dutch), (None, vec![dutch.to_owned()]));
        assert_eq!(folder.open_in(path, Language::English), (None, vec![english.to_owned()]));
    }
    assert_eq!(folder.cached(), [""; 0].map(PathBuf::from));
}

#[test]
fn lines_that_are_no_identifiers_are_told_every_time() {
    let folder = Folder::new();
    folder.write("kst.txt", "kst-29521-385\n29 521\nKamerstuk\n");
    let said = vec![
        "in de lijst kst.txt zijn 2 regels geen kenmerk, te beginnen bij regel 2; die zijn overgeslagen"
            .to_owned(),
    ];
    assert_eq!(folder.open("kst.txt"), (Some(1), said.clone()));
    assert_eq!(folder.open("kst.txt"), (Some(1), said));
}

#[cfg(unix)]
#[test]
fn a_link_out_of_the_workspace_is_not_followed() {
    let (folder, elsewhere) = (Folder::new(), Folder::new());
    std::os::unix::fs::symlink(elsewhere.write("kst.txt", LIST), folder.at("kst.txt")).unwrap();
    assert_eq!(folder.open("kst.txt"), (
        None,
        vec!["kan kst.txt niet als lijst gebruiken: de koppeling wijst buiten de werkmap; noem het bestand zelf in uw eigen instellingenbestand".to_owned()]
    ));
    folder.write("echt.txt", LIST);
    std::os::unix::fs::symlink(folder.at("echt.txt"), folder.at("link.txt")).unwrap();
    assert_eq!(folder.open("link.txt"), (Some(3), vec![]));
}

#[test]
fn files_of_lists_that_changed_long_ago_are_taken_away() {
    let folder = Folder::new();
    folder.write("kst.txt", LIST);
    folder.open("kst.txt");
    let old = folder.cached().remove(0);
    let long_ago = SystemTime::now() - STALE - TOUCH;
    let set =
        |path: &Path| fs::File::options().append(true).open(path).unwrap().set_modified(long_ago).unwrap();
    set(&old);
    // One that is still in use is kept young by its use.
    folder.open("kst.txt");
    folder.write("kst.txt", "kst-29521-404\n");
    folder.open("kst.txt");
    assert_eq!(folder.cached().len(), 2);
    set(&old);
    set(&folder.write("cache/catalogues/andermans.txt", ""));
    folder.write("kst.txt", "kst-29521-405\n");
    folder.open("kst.txt");
    let left = folder.cached();
    assert!(!left.contains(&old), "{left:?}");
    assert!(left.contains(&folder.at("cache/catalogues/andermans.txt")), "{left:?}");
}

#[test]
fn a_list_is_looked_over() {
    let folder = Folder::new();
    let path = folder.write(
        "kst.txt",
        "kst-29521-385\nkst-29521-385\nkst-29521-385-h1\nkst-935450-1\nstb-2009-120\n29 521, nr. 385\n\n",
    );
    let config = CatalogueConfig { path: "kst.txt".into(), coverage: Vec::new() };
    let verify = || crate::corpus::verify(&config, Some(folder.0.path()), &folder.cache()).unwrap();
    let report = verify();
    assert_eq!(report.path, path);
    assert_eq!((report.identifiers, report.repeated, report.papers), (5, 1, 3));
    assert_eq!((report.highest_dossier, report.not_understood), (Some(29_521), 1));
    assert_eq!(report.bad_lines, [BadLine { line: 6, fault: Fault::NoIdentifier("29 521, nr. 385".into()) }]);
    let counts: Vec<_> = report.per_series.iter().map(|(series, count)| (series.code(), *count)).collect();
    assert_eq!(counts, [("kst", 2), ("stb", 1)]);
    assert!(matches!(report.compiled, CompiledFile::Missing(_)));
    folder.open("kst.txt");
    let CompiledFile::Sound(file) = verify().compiled else { panic!() };
    fs::write(&file, "").unwrap();
    assert_eq!(verify().compiled, CompiledFile::Damaged(file));
}
