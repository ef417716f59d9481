//! `griffier catalogue fetch`: gets the list of all that exists from the official publications, or what is new in it.
//!
//! The list goes to the folder of the user's data, beside a file of settings that all workspaces read: afterwards everything simply works.

use crate::cli::args::CatalogueFetch;
use crate::cli::failure::{Failure, Outcome, Verdict};
use crate::cli::network::{self, client};
use crate::cli::workspace::Workspace;
use crate::cli::{paths, progress, terminal};
use crate::config::{CatalogueConfig, FetchConfig};
use crate::corpus::{Cache, Catalogue};
use crate::fetch::{self, Asked, Client, Family, Harvest, Plan, Scope, Stage, Trouble};
use crate::messages::{Argument, Message, Translator};

/// So many records are on a page, at most.
const PAGE: usize = 1000;

pub(super) fn run(args: &CatalogueFetch, workspace: &Workspace) -> Outcome {
    let say = workspace.say;
    let settings = &workspace.config().fetch;
    let mut client = client(workspace)?;
    let folder = fetch::catalogue_folder().ok_or_else(|| network::failure(&Trouble::NoFolder))?;
    let mut harvest = Harvest::open(&folder, &client).map_err(|trouble| network::failure(&trouble))?;
    let plan = harvest.plan(&asked(args), &client);
    if args.dry_run {
        return foretell(&harvest, &plan, &mut client, settings, say);
    }
    let (done, of) = harvest.progress(&plan);
    if done > 0 {
        let (done, of) = (Argument::number(done), Argument::number(of));
        terminal::tell(&Message::new("fetch-goes-on").with("done", done).with("of", of), say);
    }
    network::on_interrupt(Message::new("fetch-interrupted"), say);
    let bar = progress::bar("fetch-progress", say);
    let outcome = harvest.run(&plan, &mut client, settings, &|stage| match stage {
        Stage::Records { done, of } => bar.at(done, of),
        Stage::Merging => bar.end(),
    });
    bar.end();
    let outcome = outcome.map_err(|trouble| {
        if harvest.progress(&plan).0 > 0 {
            terminal::tell(&Message::new("fetch-kept"), say);
        }
        network::failure(&trouble)
    })?;

    // Compiled now, so that whoever checks next does not wait for it.
    let list = CatalogueConfig { path: outcome.list.clone(), coverage: outcome.coverage.clone() };
    let (opened, messages) = Catalogue::open(&list, None, &Cache::of_user()).map_err(Failure::new)?;
    let done = Message::new("fetch-done")
        .with("new", Argument::number(outcome.new))
        .with("changed", Argument::number(outcome.changed))
        .with("papers", Argument::message(super::papers(opened.state().papers)))
        .with("path", paths::from_here(&outcome.list));
    terminal::tell(&done, say);
    for claim in super::claims(&outcome.coverage) {
        terminal::tell(&claim, say);
    }
    for message in &messages {
        terminal::warn(message, say);
    }
    if outcome.not_understood > 0 {
        let count = Argument::number(outcome.not_understood);
        terminal::tell(&Message::new("fetch-not-understood-count").with("count", count), say);
    }
    for (family, records, count) in outcome.short {
        let short = Message::new("fetch-short")
            .with("family", family.code())
            .with("records", Argument::number(records))
            .with("count", Argument::number(count));
        terminal::warn(&short, say);
    }
    terminal::advise(&Message::new("fetch-done-advice"), say);
    Ok(Verdict::Good)
}

fn asked(args: &CatalogueFetch) -> Asked {
    let scope = match (args.dossier, args.since) {
        (Some(dossier), _) => Scope::Dossier(dossier),
        (None, Some(day)) => Scope::Since(day),
        (None, None) => Scope::All,
    };
    let mut families =
        if args.families.is_empty() { Family::PUBLISHED.to_vec() } else { args.families.clone() };
    families.sort_unstable();
    families.dedup();
    Asked { families, scope, anew: args.rebuild }
}

/// Says what would be asked for, and how long it would take; for that the service is asked how much there is.
fn foretell(
    harvest: &Harvest,
    plan: &Plan,
    client: &mut Client,
    settings: &FetchConfig,
    say: Translator,
) -> Outcome {
    let counts = harvest.count(plan, client, settings).map_err(|trouble| network::failure(&trouble))?;
    for (family, count) in plan.families().zip(&counts) {
        let line = Message::new("fetch-would").with("family", family.code());
        terminal::tell(&line.with("count", Argument::number(*count)), say);
    }
    let (done, of) = harvest.progress(plan);
    // Every piece takes a request, and every full page one more.
    let requests = of - done + counts.iter().map(|count| count / PAGE).sum::<usize>();
    let requests = Message::new("fetch-would-take").with("requests", Argument::number(requests)).with(
        "minutes",
        match usize::try_from(settings.requests_per_minute) {
            Ok(rate) if rate > 0 => Argument::number(requests.div_ceil(rate)),
            _ => Argument::number(1),
        },
    );
    terminal::tell(&requests, say);
    Ok(Verdict::Good)
}
