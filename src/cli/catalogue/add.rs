//! `griffier catalogue add`: names a list in the settings, of the user or of the workspace.
//!
//! The file is the user's: what stands in it stays as it is, with its comments, and the list comes below.

use std::path::{Path, PathBuf};
use std::{fs, io};

use crate::cli::args::CatalogueAdd;
use crate::cli::failure::{Failure, Outcome, Verdict};
use crate::cli::workspace::Workspace;
use crate::cli::{paths, terminal};
use crate::config::{CONFIG_FILE, CatalogueConfig, Coverage, catalogue_table, replace_file, user_file};
use crate::corpus::{Cache, verify};
use crate::messages::{Argument, Message};

pub(super) fn run(args: &CatalogueAdd, workspace: &Workspace) -> Outcome {
    let say = workspace.say;
    let settings = settings_file(args, workspace)?;
    let coverage = args.until.map(|until| Coverage {
        family: args.family.clone(),
        from_dossier: args.from_dossier,
        from_session: args.from_session,
        until,
    });
    let path = paths::absolute(&args.file).map_err(|error| Failure::reading(&args.file, &error))?;
    fs::File::open(&path).map_err(|error| Failure::reading(&path, &error))?;
    let list = CatalogueConfig { path, coverage: coverage.into_iter().collect() };
    // A list that cannot be read had better not be named.
    let report = verify(&list, None, &Cache::of_user()).map_err(Failure::new)?;
    if is_named(&list, &settings, workspace)? {
        terminal::tell(&Message::new("catalogue-already").with("path", paths::from_here(&settings)), say);
        return Ok(Verdict::Good);
    }
    let named = if args.workspace { within(&list, &workspace.root)? } else { list };
    append(&settings, &catalogue_table(&named))?;

    let done = Message::new("catalogue-added")
        .with("path", paths::from_here(&settings))
        .with("papers", Argument::message(super::papers(report.papers)));
    terminal::tell(&done, say);
    if let Some(records) = super::records(report.records) {
        terminal::tell(&records, say);
    }
    for claim in super::claims(&named.coverage) {
        terminal::tell(&claim, say);
    }
    if report.not_understood + report.flawed > 0 {
        terminal::advise(&Message::new("catalogue-added-bad-lines"), say);
    }
    Ok(Verdict::Good)
}

/// The file that the list is to be named in.
fn settings_file(args: &CatalogueAdd, workspace: &Workspace) -> Result<PathBuf, Failure> {
    if args.workspace {
        return Ok(workspace.root.join(CONFIG_FILE));
    }
    user_file().ok_or_else(|| {
        Failure::new(Message::new("catalogue-no-home")).advise(Message::new("catalogue-no-home-advice"))
    })
}

/// Whether the file names the list already, with the same coverage.
fn is_named(list: &CatalogueConfig, settings: &Path, workspace: &Workspace) -> Result<bool, Failure> {
    let here = super::lists(workspace)
        .find(|(other, origin)| other.path == list.path && origin.and_then(|it| it.path()) == Some(settings));
    match here {
        None => Ok(false),
        Some((other, _)) if other.coverage == list.coverage => Ok(true),
        Some(_) => Err(Failure::new(
            Message::new("catalogue-otherwise")
                .with("list", paths::from_here(&list.path))
                .with("path", paths::from_here(settings)),
        )
        .advise(Message::new("catalogue-otherwise-advice"))),
    }
}

/// The same list as a file of the workspace names it: from the root, so that it means the same on every desk.
fn within(list: &CatalogueConfig, root: &Path) -> Result<CatalogueConfig, Failure> {
    match list.path.strip_prefix(root) {
        Ok(path) => Ok(CatalogueConfig { path: path.to_owned(), coverage: list.coverage.clone() }),
        Err(_) => Err(Failure::new(
            Message::new("catalogue-not-within")
                .with("list", list.path.display())
                .with("root", root.display()),
        )
        .advise(Message::new("catalogue-not-within-advice"))),
    }
}

/// Puts a table below what stands in a file of settings. Nothing is written where the whole would not be sound.
fn append(settings: &Path, table: &str) -> Result<(), Failure> {
    let old = match fs::read_to_string(settings) {
        Ok(text) => text,
        Err(error) if error.kind() == io::ErrorKind::NotFound => String::new(),
        Err(error) => return Err(Failure::reading(settings, &error)),
    };
    let is_sound = |text: &str| text.trim_start_matches('\u{FEFF}').parse::<toml::Table>().is_ok();
    let refused = |message: &'static str, advice: &'static str| {
        Failure::new(Message::new(message).with("path", paths::from_here(settings)))
            .advise(Message::new(advice).with("table", table.trim_end()))
    };
    if !is_sound(&old) {
        return Err(refused("catalogue-settings-broken", "catalogue-settings-broken-advice"));
    }
    let line_end = if old.contains("\r\n") { "\r\n" } else { "\n" };
    let above = old.trim_end();
    let gap = if above.is_empty() { String::new() } else { line_end.repeat(2) };
    let new = format!("{above}{gap}{}", table.replace('\n', line_end));
    // A file that has its lists in one line (`catalogue = […]`) cannot be added to from below.
    if !is_sound(&new) {
        return Err(refused("catalogue-settings-closed", "catalogue-settings-closed-advice"));
    }
    let write = || {
        if let Some(folder) = settings.parent() {
            fs::create_dir_all(folder)?;
        }
        replace_file(settings, new.as_bytes())
    };
    write().map_err(|error| Failure::writing(settings, &error))
}
