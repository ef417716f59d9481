//! Looking a list over: what it holds, what is wrong with it, and whether its compiled file is sound.

use std::collections::{BTreeMap, HashSet};
use std::path::{Path, PathBuf};

use xxhash_rust::xxh3::xxh3_64;

use crate::config::{CatalogueConfig, Coverage};
use crate::identifier::Series;
use crate::messages::Message;

use super::cache::{self, Cache, CompiledFile};
use super::compiler::Compiler;
use super::source::{self, Line};
use super::{existence, path_of};

/// How many lines with something wrong are shown.
const SHOWN: usize = 5;

/// A line with something wrong.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct BadLine {
    /// From one.
    pub line: usize,
    /// What is wrong.
    pub fault: Fault,
}

/// What is wrong with a line.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Fault {
    /// It names no paper, and is skipped; what stands there, shortened where it is long.
    NoIdentifier(String),
    /// It is no record, or one that names no paper, and is skipped; what stands there, shortened where it is long.
    NoRecord(String),
    /// The value of this key makes no sense; the rest of the record counts.
    Value(&'static str),
}

/// What there is to know of a list.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ListReport {
    /// Its file.
    pub path: PathBuf,
    /// What it claims to be complete in.
    pub coverage: Vec<Coverage>,
    /// Lines with an identifier.
    pub identifiers: usize,
    /// Papers, dossiers and others of which more is recorded than that they exist.
    pub records: usize,
    /// Lines whose identifier stands in an earlier line too.
    pub repeated: usize,
    /// Papers, each once, reprints and attachments not counted apart.
    pub papers: usize,
    /// Papers by series, in a fixed order.
    pub per_series: BTreeMap<Series, usize>,
    /// The highest dossier, evident slips of the publisher left out.
    pub highest_dossier: Option<u32>,
    /// How many lines name no paper.
    pub not_understood: usize,
    /// How many records have a key whose value makes no sense.
    pub flawed: usize,
    /// The first lines with something wrong.
    pub bad_lines: Vec<BadLine>,
    /// How its compiled file is.
    pub compiled: CompiledFile,
}

/// How the compiled file of a list is; the list itself is not taken apart, so this is quick.
///
/// # Errors
/// Where there is no such list, or it cannot be read; the message tells which and why.
pub fn inspect(
    config: &CatalogueConfig,
    root: Option<&Path>,
    cache: &Cache,
) -> Result<CompiledFile, Message> {
    let path = path_of(config, root)?;
    Ok(cache::inspect(cache::digest_of(&path)?, cache))
}

/// Reads a list anew and looks at its compiled file. Nothing is written.
///
/// # Errors
/// Where there is no such list, or it cannot be read; the message tells which and why.
pub fn verify(config: &CatalogueConfig, root: Option<&Path>, cache: &Cache) -> Result<ListReport, Message> {
    let path = path_of(config, root)?;
    let mut original = cache::original(&path)?;
    let mut compiler = Compiler::default();
    let (mut seen, mut repeated, mut bad_lines) = (HashSet::new(), 0, Vec::new());
    source::read(&mut original, |line, read| {
        let fault = match &read {
            Line::NotUnderstood(text @ [b'{', ..]) => Some(Fault::NoRecord(shortened(text))),
            Line::NotUnderstood(text) => Some(Fault::NoIdentifier(shortened(text))),
            Line::Record(recorded) => recorded.flaw.map(Fault::Value),
            Line::Bare(_) => None,
        };
        if let Some(fault) = fault.filter(|_| bad_lines.len() < SHOWN) {
            bad_lines.push(BadLine { line, fault });
        }
        if let Some(id) = read.id() {
            repeated += usize::from(!seen.insert(xxh3_64(id.to_string().as_bytes())));
        }
        compiler.take(line, &read);
    })
    .map_err(|error| cache::explain(&path, &error, original.failure()))?;
    let digest = original.digest().map_err(|error| cache::failed(&path, &error))?;
    let list = compiler.open(0);
    Ok(ListReport {
        path,
        coverage: config.coverage.clone(),
        identifiers: list.facts().identifiers,
        records: list.facts().records,
        repeated,
        papers: list.len(),
        per_series: list.per_series(),
        highest_dossier: existence::highest_dossier(&list),
        not_understood: list.facts().not_understood,
        flawed: list.facts().flawed,
        bad_lines,
        compiled: cache::inspect(digest, cache),
    })
}

fn shortened(line: &[u8]) -> String {
    const LONGEST: usize = 60;
    let text = String::from_utf8_lossy(line);
    let mut short: String =
        text.chars().take(LONGEST).map(|c| if c.is_control() { '\u{FFFD}' } else { c }).collect();
    if text.chars().nth(LONGEST).is_some() {
        short.push('…');
    }
    short
}
