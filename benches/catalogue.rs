//! How long it takes to compile a list, to open it, and to look a paper up: of 700,000 records that are made up here, and of the lists that are named: `cargo bench --bench catalogue -- LIST…`.
//!
//! A list is compiled once for a user, so that it may take seconds; it is opened at every start, and papers are looked up at every move of the mouse.

#![expect(clippy::print_stdout, reason = "this prints what it measures")]

use std::fs::{self, File};
use std::io::{BufWriter, Write as _};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::{Duration, Instant, SystemTime};

use griffier::config::CatalogueConfig;
use griffier::corpus::{Cache, Catalogue, CatalogueRecord, Catalogues, RecordDossier};
use griffier::identifier::DocumentId;

const RECORDS: u32 = 700_000;
const PER_DOSSIER: u32 = 40;
const OPENED: u32 = 20;
/// The first argument of a process that only opens a list.
const HOLD: &str = "--hold";
const LOOKED_UP: u32 = 20_000;

fn main() {
    let arguments: Vec<PathBuf> = std::env::args_os().skip(1).map(PathBuf::from).collect();
    if let [hold, path, cache] = &arguments[..]
        && hold.as_os_str() == HOLD
    {
        return print_held(path, cache);
    }
    let folder = tempfile::tempdir().expect("there is room for a folder");
    let generated = folder.path().join("records.jsonl");
    generate(&generated).expect("there is room for the records");
    let named = arguments.into_iter().filter(|path| path.is_file());
    for (index, path) in std::iter::once(generated).chain(named).enumerate() {
        measure(&path, &folder.path().join(format!("cache{index}")));
    }
}

fn measure(path: &Path, cache: &Path) {
    let config = CatalogueConfig { path: path.to_owned(), coverage: Vec::new() };
    let cache_folder = Cache::below(cache);
    let open = || Catalogue::open(&config, None, &cache_folder).expect("it is a list").0;
    let (list, compiled) = timed(open);
    let papers = list.state().papers;
    let peak = memory("VmHWM");
    drop(list);
    let ((), opened) = timed(|| (0..OPENED).for_each(|_| drop(open())));
    let lists = Catalogues::new(vec![open()]);
    let ids: Vec<DocumentId> = (0..LOOKED_UP).map(|at| id(at.wrapping_mul(7_919) % RECORDS)).collect();
    let (known, looked_up) = timed(|| ids.iter().filter(|id| lists.listing(id).is_some()).count());
    let size = |path: &Path| fs::metadata(path).map_or(0, |metadata| metadata.len() >> 20);
    let files = fs::read_dir(cache.join("catalogues")).into_iter().flatten().flatten();
    let on_disk: u64 = files.map(|file| size(&file.path())).sum();
    println!("{}, {} MB, {papers} papers", path.display(), size(path));
    println!("  compiled in {compiled:.2?} into {on_disk} MB, at most {} MB of memory", peak >> 10);
    println!("  opened in {:.2?}, with {} kB of memory", opened / OPENED, held(path, cache));
    println!("  looked up in {:.2?}, {known} of {LOOKED_UP} known", looked_up / LOOKED_UP);
}

/// The memory of a process that only opens a list, as it prints it; one that has compiled it has memory to spare.
fn held(path: &Path, cache: &Path) -> String {
    let this = std::env::current_exe().expect("this is a program");
    let told = Command::new(this).arg(HOLD).arg(path).arg(cache).output().expect("this can be run");
    String::from_utf8_lossy(&told.stdout).trim().to_owned()
}

fn print_held(path: &Path, cache: &Path) {
    let config = CatalogueConfig { path: path.to_owned(), coverage: Vec::new() };
    let before = memory("VmRSS");
    let list = Catalogue::open(&config, None, &Cache::below(cache)).expect("it is a list");
    println!("{}", memory("VmRSS").saturating_sub(before));
    drop(list);
}

fn timed<T>(work: impl FnOnce() -> T) -> (T, Duration) {
    let started = Instant::now();
    let done = work();
    (done, started.elapsed())
}

/// Kilobytes by a line of the process's own status, where the system keeps one.
fn memory(line: &str) -> u64 {
    let status = fs::read_to_string("/proc/self/status").unwrap_or_default();
    let found = status.lines().find_map(|it| it.strip_prefix(line)?.split_whitespace().nth(1)?.parse().ok());
    found.unwrap_or(0)
}

fn dossier(at: u32) -> u32 {
    15_000 + at / PER_DOSSIER
}

fn id(at: u32) -> DocumentId {
    let text = format!("kst-{}-{}", dossier(at), at % PER_DOSSIER + 1);
    text.parse().expect("it is an identifier")
}

/// Writes records as they are published: long titles, few kinds, some hundreds of senders.
fn generate(path: &Path) -> std::io::Result<()> {
    const KINDS: [&str; 6] =
        ["Brief", "Motie", "Amendement", "Verslag", "Memorie van toelichting", "Lijst van vragen"];
    const SUBJECTS: [&str; 8] = [
        "de voortgang van de uitvoering",
        "het bericht over de wachttijden in de jeugdzorg",
        "de inzet in de Raad van de Europese Unie",
        "de evaluatie van de missie",
        "de financiële gevolgen voor gemeenten",
        "het advies van de Algemene Rekenkamer",
        "de toezeggingen uit het commissiedebat",
        "de stand van de natuur",
    ];
    let mut file = BufWriter::new(File::create(path)?);
    for at in 0..RECORDS {
        let mixed = at.wrapping_mul(2_654_435_761) >> 8;
        let pick = |of: usize| usize::try_from(mixed).unwrap_or(0) % of;
        let kind = KINDS[pick(6)];
        let year = 1995 + at / 23_400;
        let record = CatalogueRecord {
            identifier: id(at).to_string().into(),
            title: Some(format!("{kind} van de minister over {} ({at})", SUBJECTS[pick(8)]).into()),
            dossiers: vec![RecordDossier {
                number: dossier(at).to_string().into(),
                title: Some(
                    format!(
                        "Wijziging van wet nr. {} in verband met {}",
                        dossier(at),
                        SUBJECTS[dossier(at) as usize % 8]
                    )
                    .into(),
                ),
            }],
            kind: Some(kind.into()),
            chamber: Some(if mixed % 5 == 0 { "ek" } else { "tk" }.into()),
            session: Some(format!("{year}-{}", year + 1).into()),
            date: Some(format!("{year}-{:02}-{:02}", mixed % 12 + 1, mixed % 28 + 1).into()),
            pages: Some(mixed % 60 + 1),
            senders: vec![format!("De Minister van Onderdeel {}", mixed % 400).into()],
            replaced_by: Vec::new(),
        };
        serde_json::to_writer(&mut file, &record)?;
        file.write_all(b"\n")?;
    }
    file.flush()?;
    // As a list that lay there for a while.
    file.get_ref().set_modified(SystemTime::now() - Duration::from_mins(1))
}
