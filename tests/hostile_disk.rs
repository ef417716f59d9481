//! Disks as they are elsewhere: files of others, folders that may not be written to, no room left.
//!
//! Who runs tests as root may read everything, so what another user meets is tried by one: the test starts itself again as nobody.
//! Where the machine does not allow that, or a small disk to be filled, the test says so and passes.

#![cfg(unix)]
#![expect(clippy::unwrap_used, reason = "what helpers of a test cannot do, the test cannot either")]
#![expect(clippy::print_stdout, reason = "a test that is skipped says so")]

use std::env;
use std::fs;
use std::os::unix::fs::PermissionsExt as _;
use std::path::{Path, PathBuf};
use std::process::Command;

use griffier::config::{self, CatalogueConfig, CorpusConfig, Sources};
use griffier::corpus::{Cache, Catalogue, Corpus as _, MemoryCorpus};
use griffier::messages::{Language, Message, Translator};

/// Where the test that runs as nobody finds its folder.
const FOLDER: &str = "GRIFFIER_TEST_FOLDER";

fn said(messages: &[Message], language: Language, folder: &Path) -> Vec<String> {
    let say = Translator::new(language);
    let folder = format!("{}/", folder.display());
    let mut said: Vec<_> = messages.iter().map(|message| say.text(message).replace(&folder, "")).collect();
    said.sort();
    said
}

fn write(folder: &Path, path: &str, text: &str, mode: u32) {
    let path = folder.join(path);
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(&path, text).unwrap();
    set_mode(&path, mode);
}

fn set_mode(path: &Path, mode: u32) {
    fs::set_permissions(path, fs::Permissions::from_mode(mode)).unwrap();
}

fn i_may_read_everything(folder: &Path) -> bool {
    fs::read(folder.join("brieven/dicht.txt")).is_ok()
}

#[test]
fn what_one_may_not_read_is_told_and_the_rest_counts() {
    if let Some(folder) = env::var_os(FOLDER) {
        return look_around(Path::new(&folder));
    }
    let desk = tempfile::tempdir().unwrap();
    let folder = desk.path();
    set_mode(folder, 0o755);
    write(folder, "griffier.toml", "language = \"en\"\n", 0o000);
    write(folder, "brieven/open.txt", "Zie Kamerstuk 29 521, nr. 385.\n", 0o644);
    write(folder, "brieven/dicht.txt", "Zie Kamerstuk 29 521, nr. 385.\n", 0o000);
    write(folder, "brieven/kluis/brief.txt", "Zie Kamerstuk 29 521, nr. 385.\n", 0o644);
    write(folder, "kst.txt", "kst-29521-385\n", 0o644);
    write(folder, "eigen.txt", "kst-29521-385\n", 0o000);
    fs::create_dir(folder.join("cache")).unwrap();
    set_mode(&folder.join("cache"), 0o555);
    set_mode(&folder.join("brieven/kluis"), 0o000);
    if i_may_read_everything(folder) {
        run_as_nobody(folder);
    } else {
        look_around(folder);
    }
    // The folder goes with the test, for which it must be open again.
    set_mode(&folder.join("brieven/kluis"), 0o755);
}

fn run_as_nobody(folder: &Path) {
    // The test program may lie where nobody else can get.
    let program = folder.join("test");
    fs::copy(env::current_exe().unwrap(), &program).unwrap();
    set_mode(&program, 0o755);
    let output = Command::new("setpriv")
        .args(["--reuid=65534", "--regid=65534", "--clear-groups"])
        .arg(&program)
        .args(["--exact", "what_one_may_not_read_is_told_and_the_rest_counts", "--nocapture"])
        .env(FOLDER, folder)
        .current_dir(folder)
        .output();
    match output {
        Ok(output) if i_may_not_change_user(&output.stderr) => {
            println!("skipped: this machine does not let a test run as another user");
        }
        Ok(output) => assert!(
            output.status.success() && String::from_utf8_lossy(&output.stdout).contains("1 passed"),
            "{}{}",
            String::from_utf8_lossy(&output.stdout),
            String::from_utf8_lossy(&output.stderr)
        ),
        Err(error) => println!("skipped: there is no `setpriv` to run a test as another user ({error})"),
    }
}

fn i_may_not_change_user(stderr: &[u8]) -> bool {
    String::from_utf8_lossy(stderr).starts_with("setpriv:")
}

fn look_around(folder: &Path) {
    assert!(
        !i_may_read_everything(folder),
        "this part of the test is for somebody who may not read everything"
    );
    let nowhere = folder.join("nergens.toml");
    let loaded =
        config::load(&Sources { root: Some(folder), user_file: Some(&nowhere), ..Sources::default() });
    let problems: Vec<_> = loaded.problems.iter().map(config::Problem::sentence).collect();
    assert_eq!(
        said(&problems, Language::Dutch, folder),
        ["griffier.toml: kan niet gelezen worden: u hebt er de rechten niet voor"]
    );

    let list = |path: &str| CatalogueConfig { path: PathBuf::from(path), coverage: Vec::new() };
    let config = CorpusConfig {
        letters: vec!["brieven".to_owned()],
        catalogues: vec![list("kst.txt"), list("eigen.txt")],
        ..CorpusConfig::default()
    };
    let cache = Cache::below(&folder.join("cache"));
    let (corpus, messages) = MemoryCorpus::load(folder, &config, &cache, &|_, _| {});
    assert_eq!(
        said(&messages, Language::Dutch, folder),
        [
            "kan brieven/dicht.txt niet lezen: u hebt er de rechten niet voor",
            "kan brieven/kluis niet doorzoeken: u hebt er de rechten niet voor",
            "kan de cachemap cache niet gebruiken: u hebt er de rechten niet voor; lijsten en brieven worden nu bij elke start opnieuw gelezen",
            "kan eigen.txt niet als lijst gebruiken: u hebt er de rechten niet voor",
        ]
    );
    assert_eq!(
        said(&messages, Language::English, folder),
        [
            "cannot read brieven/dicht.txt: you have no permission",
            "cannot search brieven/kluis: you have no permission",
            "cannot use the cache folder cache: you have no permission; lists and letters are now read anew at every start",
            "cannot use the list eigen.txt: you have no permission",
        ]
    );
    let state = corpus.state();
    assert_eq!((state.letters, state.lists.len(), state.complete), (1, 1, true));
}

/// A disk of 64 kB, which goes with the value.
struct SmallDisk(tempfile::TempDir);

impl SmallDisk {
    fn new() -> Option<Self> {
        let folder = tempfile::tempdir().unwrap();
        let mounted = Command::new("mount")
            .args(["-t", "tmpfs", "-o", "size=64k", "tmpfs"])
            .arg(folder.path())
            .output()
            .is_ok_and(|output| output.status.success());
        if !mounted {
            println!("skipped: this machine does not let a test mount a small disk to fill");
        }
        mounted.then_some(Self(folder))
    }
}

impl Drop for SmallDisk {
    fn drop(&mut self) {
        let _ = Command::new("umount").arg(self.0.path()).output();
    }
}

#[test]
fn a_full_disk_costs_the_cache_and_nothing_else() {
    let Some(disk) = SmallDisk::new() else { return };
    let elsewhere = tempfile::tempdir().unwrap();
    let path = elsewhere.path().join("kst.txt");
    let list: Vec<_> = (1..=10_000).map(|number| format!("kst-29521-{number}\n")).collect();
    fs::write(&path, list.concat()).unwrap();
    let config = CatalogueConfig { path, coverage: Vec::new() };
    let cache = Cache::below(&disk.0.path().join("cache"));
    for _ in 0..2 {
        let (list, messages) = Catalogue::open(&config, None, &cache).unwrap();
        assert_eq!(list.state().papers, 10_000);
        assert_eq!(
            said(&messages, Language::Dutch, disk.0.path()),
            [
                "kan de cachemap cache niet gebruiken: de schijf is vol; lijsten en brieven worden nu bij elke start opnieuw gelezen"
            ]
        );
        let left = fs::read_dir(disk.0.path().join("cache/catalogues")).unwrap().count();
        assert_eq!(left, 0, "half a file was left behind");
    }
}
