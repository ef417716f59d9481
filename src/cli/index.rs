//! `griffier index`: brings the index of letters up to date, makes it anew, or tells what there is in it and whether that is right.

use std::collections::BTreeMap;
use std::io::Write as _;
use std::sync::Arc;
use std::time::Duration;

use crate::corpus::{
    Cache, Catalogues, Corpus, Existence, Flaw, How, Index, MemoryCorpus, Stats, Synced, Unusable, Verified,
    Watch,
};
use crate::messages::{Argument, Message, Translator};
use crate::report::{IndexCatalogue, IndexCoverage, IndexFlaw, IndexReport, IndexStats};

use super::args::{IndexArgs, IndexFormat};
use super::failure::{Failure, Outcome, Verdict};
use super::workspace::Workspace;
use super::{catalogue, paths, progress, terminal};

/// So many letters are named with which something is amiss.
const NAMED: usize = 20;

pub(super) fn run(args: &IndexArgs, workspace: &Workspace) -> Outcome {
    workspace.tell_problems();
    let index = workspace.index().ok_or_else(|| Failure::new(Message::new("doctor-cache-none")))?;
    let only_looks = (args.stats || args.verify) && !args.rebuild && index.stats().is_some();
    let synced = if only_looks { None } else { Some(update(args, &index, workspace)?) };
    let (read, unread) = (synced.as_ref().map(|it| it.read), synced.as_ref().map(|it| it.unread));
    let verified = if args.verify { verify(&index, workspace)? } else { None };
    let stats = index.stats();
    if args.dump {
        return dump(&index);
    }
    let shown =
        args.stats.then(|| stats.as_ref().map(|stats| with_lists(stats, &index, workspace))).flatten();
    let mut out = terminal::results();
    match args.format {
        IndexFormat::Json => {
            let flaws = verified.as_ref().map(|verified| flaws(verified, workspace));
            writeln!(out, "{}", IndexReport::new(read, unread, shown, flaws).to_json())?;
        }
        IndexFormat::Human => {
            if let (Some(read), Some(stats)) = (read, &stats) {
                writeln!(out, "{}", workspace.say.text(&done(read, stats)))?;
            }
            if let (Some(shown), Some(stats)) = (&shown, &stats) {
                for line in table(shown, stats, workspace) {
                    writeln!(out, "{line}")?;
                }
            }
            if let Some(verified) = &verified {
                for message in findings(verified) {
                    writeln!(out, "{}", workspace.say.text(&message))?;
                }
            }
        }
    }
    out.flush()?;
    let flaws: Vec<Flaw> = verified.iter().flat_map(|it| &it.flaws).map(|(_, flaw)| *flaw).collect();
    let advice = if flaws.iter().any(|flaw| flaw.is_fault()) {
        Some("index-rebuild-advice")
    } else {
        (!flaws.is_empty()).then_some("index-update-advice")
    };
    if let Some(advice) = advice {
        terminal::advise(&Message::new(advice), workspace.say);
        return Ok(Verdict::Bad);
    }
    Ok(if unread.is_some_and(|unread| unread > 0) { Verdict::Incomplete } else { Verdict::Good })
}

/// Reads what has changed, or all, and says what could not be read.
fn update(args: &IndexArgs, index: &Index, workspace: &Workspace) -> Result<Synced, Failure> {
    let bar = progress::bar("index-progress", workspace.say);
    let watch = Watch {
        progress: &|done, of| bar.at(done, of),
        cancel: &|| false,
        waits: &|| terminal::tell(&Message::new("index-waits"), workspace.say),
    };
    let how = if args.rebuild { How::Anew } else { How::Compare };
    let synced = index.sync(&workspace.letter_folders(), how, &watch);
    bar.end();
    let synced = synced.map_err(|unusable| failure("index-unwritable", unusable))?;
    workspace.tell(&synced.messages);
    Ok(synced)
}

/// Why the index cannot be written or read; here that is all that there is to say.
fn failure(code: &'static str, unusable: Unusable) -> Failure {
    let Unusable { folder, reason } = unusable;
    Failure::new(
        Message::new(code).with("folder", folder.display()).with("reason", Argument::message(reason)),
    )
}

fn verify(index: &Index, workspace: &Workspace) -> Result<Option<Verified>, Failure> {
    let bar = progress::bar("index-verify-progress", workspace.say);
    let watch = Watch { progress: &|done, of| bar.at(done, of), cancel: &|| false, waits: &|| {} };
    let verified = index.verify(&workspace.letter_folders(), &watch);
    bar.end();
    verified.map_err(|unusable| failure("index-unverified", unusable))
}

/// All that the index says, for tests.
fn dump(index: &Index) -> Outcome {
    let mut out = terminal::results();
    for line in index.dump().unwrap_or_default() {
        writeln!(out, "{line}")?;
    }
    out.flush()?;
    Ok(Verdict::Good)
}

/// The numbers of the index with what the lists say of the papers that are cited.
fn with_lists(stats: &Stats, index: &Index, workspace: &Workspace) -> IndexStats {
    let config = &workspace.config().corpus;
    let (lists, messages) = Catalogues::open(&config.catalogues, None, &Cache::of_user());
    workspace.tell(&messages);
    let mut corpus = MemoryCorpus::new(Some(&workspace.root));
    corpus.set_lists(lists);
    corpus.set_store(index.open(Arc::new(|_| {})).map(Arc::new));
    let ids: Vec<_> = stats.cited.iter().map(|(id, _)| id.clone()).collect();
    let (mut unresolved, mut unverifiable) = (0, 0);
    for (existence, (_, count)) in corpus.existence_of_many(&ids).iter().zip(&stats.cited) {
        match existence {
            Existence::Known => {}
            Existence::Outside => unverifiable += count,
            _ => unresolved += count,
        }
    }
    let coverage: BTreeMap<_, _> = config
        .catalogues
        .iter()
        .filter_map(|list| Some((list.path.file_name()?.to_string_lossy().into_owned(), &list.coverage)))
        .collect();
    let catalogues = corpus.state().lists.into_iter().map(|list| IndexCatalogue {
        coverage: coverage
            .get(&list.name)
            .into_iter()
            .flat_map(|it| it.iter())
            .map(IndexCoverage::new)
            .collect(),
        name: list.name,
        papers: list.papers,
    });
    IndexStats {
        file: stats.file.display().to_string(),
        bytes: stats.bytes,
        letters: stats.letters,
        letter_bytes: stats.text_bytes,
        papers: stats.papers,
        citations: stats.citations,
        cited_papers: stats.cited.len(),
        unresolved,
        unverifiable,
        age: stats.age.as_secs(),
        unchanged: stats.unchanged.as_secs(),
        catalogues: catalogues.collect(),
    }
}

/// What was done.
fn done(read: usize, stats: &Stats) -> Message {
    Message::new("index-done")
        .with("letters", Argument::number(stats.letters))
        .with("citations", Argument::number(stats.citations))
        .with("read", Argument::number(read))
}

/// The numbers, one line each.
fn table(shown: &IndexStats, stats: &Stats, workspace: &Workspace) -> Vec<String> {
    let say = workspace.say;
    let number = |code, count| Message::new(code).with("count", Argument::number(count));
    let mut lines = vec![
        ("index-stats-file", Message::new("doctor-text").with("text", paths::from_here(&stats.file))),
        ("index-stats-size", size(stats.bytes)),
        (
            "index-stats-letters",
            number("index-stats-letters-text", stats.letters)
                .with("papers", Argument::number(stats.papers))
                .with("size", Argument::message(size(stats.text_bytes))),
        ),
        (
            "index-stats-citations",
            number("index-stats-citations-text", stats.citations)
                .with("papers", Argument::number(stats.cited.len())),
        ),
        (
            "index-stats-unresolved",
            number("index-stats-unresolved-text", shown.unresolved)
                .with("unverifiable", Argument::number(shown.unverifiable)),
        ),
        (
            "index-stats-age",
            Message::new("index-stats-age-text")
                .with("made", Argument::message(ago(stats.age)))
                .with("changed", Argument::message(ago(stats.unchanged))),
        ),
    ];
    for (config, list) in workspace.config().corpus.catalogues.iter().zip(&shown.catalogues) {
        let papers = say.text(&catalogue::papers(list.papers));
        let claims = catalogue::claims(&config.coverage);
        let claims = claims.iter().map(|claim| say.text(claim)).collect::<Vec<_>>().join("; ");
        let text = format!("{}: {papers}; {claims}", list.name);
        lines.push(("index-stats-catalogue", Message::new("doctor-text").with("text", text)));
    }
    aligned(&lines, say)
}

fn aligned(lines: &[(&'static str, Message)], say: Translator) -> Vec<String> {
    let name = |code| say.text(&Message::new(code));
    let width = lines.iter().map(|(code, _)| name(code).chars().count()).max().unwrap_or(0);
    lines.iter().map(|(code, message)| format!("{:width$}  {}", name(code), say.text(message))).collect()
}

/// A number of bytes.
fn size(bytes: u64) -> Message {
    match bytes {
        0..100_000 => Message::new("size-kilobytes").with("count", Argument::Number(bytes.div_ceil(1_000))),
        _ => Message::new("size-megabytes")
            .with("whole", Argument::Number(bytes / 1_000_000))
            .with("tenths", Argument::Number(bytes / 100_000 % 10)),
    }
}

/// How long ago something was.
fn ago(age: Duration) -> Message {
    let seconds = age.as_secs();
    let (code, count) = match seconds {
        0..60 => ("ago-moments", seconds),
        60..3_600 => ("ago-minutes", seconds / 60),
        3_600..172_800 => ("ago-hours", seconds / 3_600),
        _ => ("ago-days", seconds / 86_400),
    };
    Message::new(code).with("count", Argument::number(usize::try_from(count).unwrap_or(usize::MAX)))
}

fn flaws(verified: &Verified, workspace: &Workspace) -> Vec<IndexFlaw> {
    let flaw = |(path, flaw): &(Option<std::path::PathBuf>, Flaw)| {
        IndexFlaw::new(path.as_ref().map(|path| workspace.relative(path)), *flaw)
    };
    verified.flaws.iter().map(flaw).collect()
}

/// What is amiss, in words.
fn findings(verified: &Verified) -> Vec<Message> {
    let mut messages: Vec<_> = verified
        .flaws
        .iter()
        .take(NAMED)
        .map(|(path, flaw)| {
            let code = match (flaw, path) {
                (Flaw::Damaged, None) => return Message::new("index-flaw-whole"),
                (Flaw::Damaged, _) => "index-flaw-damaged",
                (Flaw::Differs, _) => "index-flaw-differs",
                (Flaw::Changed, _) => "index-flaw-changed",
                (Flaw::Gone, _) => "index-flaw-gone",
                (Flaw::Unreadable, _) => "index-flaw-unreadable",
                (Flaw::New, _) => "index-flaw-new",
            };
            Message::new(code).with("path", path.as_deref().map(paths::from_here).unwrap_or_default())
        })
        .collect();
    if verified.flaws.len() > NAMED {
        let more = Argument::number(verified.flaws.len() - NAMED);
        messages.push(Message::new("index-flaws-more").with("count", more));
    }
    let faults = verified.flaws.iter().filter(|(_, flaw)| flaw.is_fault()).count();
    let code = match (faults, verified.flaws.len()) {
        (0, 0) => "index-verified",
        (0, _) => "index-behind",
        _ => "index-at-fault",
    };
    let summary = Message::new(code)
        .with("letters", Argument::number(verified.letters))
        .with("citations", Argument::number(verified.citations))
        .with("faults", Argument::number(faults));
    messages.push(summary);
    messages
}
