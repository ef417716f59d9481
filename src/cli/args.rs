//! What can be said on the command line, as plain data.
//!
//! No help stands here: [`super::help`] takes every word of it from the messages, by the names of commands and arguments.
//! The names and forms are a contract with other tools (design, section 6).

use std::path::{Path, PathBuf};

use clap::builder::{PossibleValuesParser, TypedValueParser as _};
use clap::{Parser, Subcommand, ValueEnum};

use crate::analysis::rules;
use crate::config::{Style, families};
use crate::fetch::Family;
use crate::identifier::{Date, Dossier, SessionYear};
use crate::messages::Language;

/// The whole command line.
#[derive(Debug, Parser)]
#[command(name = "griffier", version, arg_required_else_help = true)]
pub(super) struct Args {
    #[command(flatten)]
    pub(super) global: Global,
    #[command(subcommand)]
    pub(super) command: Command,
}

/// What every command takes.
#[derive(Debug, clap::Args)]
pub(super) struct Global {
    #[arg(long, global = true, value_name = "DIR")]
    pub(super) root: Option<PathBuf>,
    #[arg(long, global = true, value_name = "nl|en", env = "GRIFFIER_LANG", value_parser = language())]
    pub(super) lang: Option<Language>,
    #[arg(long, global = true, value_name = "auto|always|never", default_value = "auto")]
    pub(super) color: Color,
}

/// The commands, in the order in which they are shown.
#[derive(Debug, Subcommand)]
pub(super) enum Command {
    Check(Check),
    Cite(Cite),
    Show(Show),
    Refs(Refs),
    Explain(Explain),
    Init,
    Annotate(Annotate),
    Index(IndexArgs),
    Catalogue(Catalogue),
    Fetch(Fetch),
    Import(Import),
    Config(ConfigArgs),
    Doctor,
    Lsp(Lsp),
    Schema(Schema),
    Completions(Completions),
    #[command(hide = true)]
    Measure(Measure),
    #[command(hide = true)]
    GenerateCorpus(GenerateCorpus),
}

impl Command {
    /// The first file or folder that the command is about, by which the workspace is found.
    pub(super) fn first_path(&self) -> Option<&Path> {
        match self {
            Self::Check(check) => {
                let first = check.paths.first().map(PathBuf::as_path);
                // What comes from elsewhere lies where it is said to.
                if first == Some(Path::new("-")) { check.stdin_filename.as_deref() } else { first }
            }
            Self::Cite(cite) => Some(&*cite.path).filter(|path| *path != Path::new("-")),
            Self::Refs(refs) => refs.paths.first().map(PathBuf::as_path),
            Self::Annotate(annotate) => annotate.action.first_path(),
            Self::Index(index) => index.paths.first().map(PathBuf::as_path),
            Self::Fetch(fetch) => fetch.cited_by.first().map(PathBuf::as_path),
            Self::Measure(measure) => Some(&measure.file),
            _ => None,
        }
    }
}

#[derive(Debug, clap::Args)]
pub(super) struct Check {
    #[arg(value_name = "PATHS")]
    pub(super) paths: Vec<PathBuf>,
    #[arg(long, value_name = "human|json|sarif|github", default_value = "human")]
    pub(super) format: CheckFormat,
    #[arg(long, conflicts_with_all = ["diff", "write_baseline"])]
    pub(super) fix: bool,
    #[arg(long, conflicts_with_all = ["format", "write_baseline"])]
    pub(super) diff: bool,
    #[arg(long, value_name = "CODE", value_delimiter = ',', value_parser = rules())]
    pub(super) select: Vec<String>,
    #[arg(long, value_name = "CODE", value_delimiter = ',', value_parser = rules())]
    pub(super) ignore: Vec<String>,
    #[arg(long, value_name = "FILE")]
    pub(super) baseline: Option<PathBuf>,
    #[arg(long, value_name = "FILE", conflicts_with = "baseline")]
    pub(super) write_baseline: Option<PathBuf>,
    #[arg(long, value_name = "FILE")]
    pub(super) stdin_filename: Option<PathBuf>,
    #[arg(long)]
    pub(super) exit_zero: bool,
}

#[derive(Debug, clap::Args)]
pub(super) struct Cite {
    #[arg(value_name = "PATH|-", default_value = "-")]
    pub(super) path: PathBuf,
    #[arg(long, value_name = "text|json", default_value = "text")]
    pub(super) format: CiteFormat,
    #[arg(long)]
    pub(super) resolve: bool,
    #[arg(long, value_name = "kamer|leidraad|aanwijzingen", value_parser = style())]
    pub(super) style: Option<Style>,
}

#[derive(Debug, clap::Args)]
pub(super) struct Show {
    // Several words are one spelling, so that quotation marks may be forgotten.
    #[arg(value_name = "ID", required = true)]
    pub(super) id: Vec<String>,
}

#[derive(Debug, clap::Args)]
pub(super) struct Refs {
    #[arg(value_name = "ID|DOSSIER|TEXT")]
    pub(super) paper: String,
    #[arg(value_name = "PATHS")]
    pub(super) paths: Vec<PathBuf>,
    #[arg(long)]
    pub(super) count: bool,
    #[arg(long)]
    pub(super) files: bool,
    #[arg(long, value_name = "text|json", default_value = "text")]
    pub(super) format: CiteFormat,
}

#[derive(Debug, clap::Args)]
pub(super) struct Annotate {
    #[command(subcommand)]
    pub(super) action: AnnotateAction,
}

#[derive(Debug, Subcommand)]
pub(super) enum AnnotateAction {
    Add(AnnotateAdd),
    List(AnnotateList),
    Reanchor(AnnotateReanchor),
    Check(AnnotateCheck),
    Export(AnnotateExport),
}

impl AnnotateAction {
    fn first_path(&self) -> Option<&Path> {
        let paths = match self {
            Self::Add(add) => return Some(&add.file),
            Self::List(list) => &list.paths,
            Self::Reanchor(reanchor) => &reanchor.paths,
            Self::Check(check) => &check.paths,
            Self::Export(export) => &export.paths,
        };
        paths.first().map(PathBuf::as_path)
    }
}

#[derive(Debug, clap::Args)]
pub(super) struct AnnotateAdd {
    #[arg(value_name = "FILE")]
    pub(super) file: PathBuf,
    #[arg(long, value_name = "TEXT", conflicts_with = "reply_to")]
    pub(super) quote: Option<String>,
    #[arg(long, value_name = "TEXT", requires = "quote")]
    pub(super) prefix: Option<String>,
    #[arg(long, value_name = "TEXT", requires = "quote")]
    pub(super) suffix: Option<String>,
    #[arg(long, value_name = "NAME")]
    pub(super) tag: Vec<String>,
    #[arg(long, value_name = "TEXT")]
    pub(super) body: Option<String>,
    #[arg(long, value_name = "ID")]
    pub(super) link: Vec<String>,
    #[arg(long, value_name = "NAME")]
    pub(super) reply_to: Option<String>,
    #[arg(long)]
    pub(super) question: bool,
    #[arg(long, value_name = "NAME")]
    pub(super) creator: Option<String>,
    #[arg(long, value_name = "human|json", default_value = "human")]
    pub(super) format: IndexFormat,
}

#[derive(Debug, clap::Args)]
pub(super) struct AnnotateList {
    #[arg(value_name = "PATHS")]
    pub(super) paths: Vec<PathBuf>,
    #[arg(long, value_name = "human|json|csv", default_value = "human")]
    pub(super) format: NotesFormat,
    #[command(flatten)]
    pub(super) filter: AnnotateFilter,
}

/// Which notes are meant.
#[derive(Debug, clap::Args)]
pub(super) struct AnnotateFilter {
    #[arg(long, value_name = "NAME")]
    pub(super) tag: Vec<String>,
    #[arg(long, value_name = "NAME")]
    pub(super) person: Vec<String>,
    #[arg(long, value_name = "anchored|moved|approximate|ambiguous|orphaned", value_parser = state())]
    pub(super) state: Vec<String>,
    #[arg(long, conflicts_with = "open")]
    pub(super) resolved: bool,
    #[arg(long)]
    pub(super) open: bool,
    #[arg(long, value_name = "DATE")]
    pub(super) since: Option<Date>,
    #[arg(long, value_name = "DATE")]
    pub(super) until: Option<Date>,
    #[arg(long, value_name = "ID")]
    pub(super) paper: Vec<String>,
    #[arg(long, value_name = "TEXT")]
    pub(super) words: Vec<String>,
}

#[derive(Debug, clap::Args)]
pub(super) struct AnnotateReanchor {
    #[arg(value_name = "PATHS")]
    pub(super) paths: Vec<PathBuf>,
    #[arg(long)]
    pub(super) dry_run: bool,
}

#[derive(Debug, clap::Args)]
pub(super) struct AnnotateCheck {
    #[arg(value_name = "PATHS")]
    pub(super) paths: Vec<PathBuf>,
    #[arg(long)]
    pub(super) fix: bool,
}

#[derive(Debug, clap::Args)]
pub(super) struct AnnotateExport {
    #[arg(value_name = "PATHS")]
    pub(super) paths: Vec<PathBuf>,
    #[arg(long, value_name = "html|csv|jsonld", default_value = "html")]
    pub(super) format: ExportFormat,
    #[arg(long, short, value_name = "FILE")]
    pub(super) output: Option<PathBuf>,
    #[command(flatten)]
    pub(super) filter: AnnotateFilter,
}

#[derive(Debug, clap::Args)]
pub(super) struct Explain {
    #[arg(value_name = "CODE")]
    pub(super) code: Option<String>,
}

#[derive(Debug, clap::Args)]
pub(super) struct Catalogue {
    #[command(subcommand)]
    pub(super) action: CatalogueAction,
}

#[derive(Debug, Subcommand)]
pub(super) enum CatalogueAction {
    List,
    Add(CatalogueAdd),
    Fetch(CatalogueFetch),
    Verify,
}

#[derive(Debug, clap::Args)]
pub(super) struct CatalogueAdd {
    #[arg(value_name = "FILE")]
    pub(super) file: PathBuf,
    #[arg(long, value_name = "CODE", default_value = "kst", requires = "until", value_parser = family())]
    pub(super) family: String,
    #[arg(long, value_name = "N", requires = "until", conflicts_with = "from_session")]
    pub(super) from_dossier: Option<u32>,
    #[arg(long, value_name = "SESSION", requires = "until", value_parser = session)]
    pub(super) from_session: Option<SessionYear>,
    #[arg(long, value_name = "DATE")]
    pub(super) until: Option<Date>,
    #[arg(long)]
    pub(super) workspace: bool,
}

#[derive(Debug, clap::Args)]
pub(super) struct CatalogueFetch {
    #[arg(long, value_name = "CODE", value_delimiter = ',', value_parser = fetched_family(), conflicts_with = "dossier")]
    pub(super) families: Vec<Family>,
    #[arg(long, value_name = "DATE", conflicts_with = "dossier")]
    pub(super) since: Option<Date>,
    #[arg(long, value_name = "N", value_parser = dossier)]
    pub(super) dossier: Option<Dossier>,
    #[arg(long)]
    pub(super) rebuild: bool,
    #[arg(long)]
    pub(super) dry_run: bool,
}

#[derive(Debug, clap::Args)]
pub(super) struct Fetch {
    #[arg(value_name = "ID", required_unless_present_any = ["dossier", "cited_by"])]
    pub(super) ids: Vec<String>,
    #[arg(long, value_name = "N", value_parser = dossier)]
    pub(super) dossier: Option<Dossier>,
    #[arg(long, value_name = "PATHS", num_args = 1..)]
    pub(super) cited_by: Vec<PathBuf>,
    #[arg(long, value_name = "DIR")]
    pub(super) into: Option<PathBuf>,
    #[arg(long)]
    pub(super) force: bool,
    #[arg(long)]
    pub(super) dry_run: bool,
}

#[derive(Debug, clap::Args)]
pub(super) struct ConfigArgs {
    #[command(subcommand)]
    pub(super) action: Option<ConfigAction>,
}

#[derive(Debug, Subcommand)]
pub(super) enum ConfigAction {
    Print(ConfigPrint),
}

#[derive(Debug, clap::Args)]
pub(super) struct ConfigPrint {
    #[arg(long)]
    pub(super) origin: bool,
}

#[derive(Debug, clap::Args)]
pub(super) struct Lsp {
    // Accepted because editors pass it; there is no other way to speak.
    #[arg(long)]
    pub(super) stdio: bool,
}

#[derive(Debug, clap::Args)]
pub(super) struct Schema {
    #[arg(value_name = "NAME")]
    pub(super) name: Option<String>,
}

#[derive(Debug, clap::Args)]
pub(super) struct Completions {
    #[arg(value_name = "SHELL")]
    pub(super) shell: clap_complete::Shell,
}

#[derive(Debug, clap::Args)]
#[expect(clippy::struct_excessive_bools, reason = "each is a switch of the command line")]
pub(super) struct IndexArgs {
    #[arg(value_name = "PATHS")]
    pub(super) paths: Vec<PathBuf>,
    #[arg(long)]
    pub(super) rebuild: bool,
    #[arg(long)]
    pub(super) verify: bool,
    #[arg(long)]
    pub(super) stats: bool,
    #[arg(long, value_name = "human|json", default_value = "human")]
    pub(super) format: IndexFormat,
    // What tests compare.
    #[arg(long, hide = true)]
    pub(super) dump: bool,
}

#[derive(Debug, clap::Args)]
pub(super) struct Import {
    #[arg(value_name = "FILES", required = true)]
    pub(super) files: Vec<PathBuf>,
    #[arg(long, value_name = "DIR")]
    pub(super) into: PathBuf,
    #[arg(long)]
    pub(super) dry_run: bool,
    #[arg(long)]
    pub(super) force: bool,
    #[arg(long, value_name = "human|json", default_value = "human")]
    pub(super) format: IndexFormat,
}

#[derive(Debug, clap::Args)]
pub(super) struct GenerateCorpus {
    #[arg(value_name = "N")]
    pub(super) number: u64,
    #[arg(long, value_name = "DIR")]
    pub(super) into: PathBuf,
    #[arg(long, value_name = "N", default_value = "1")]
    pub(super) seed: u64,
}

#[derive(Debug, clap::Args)]
pub(super) struct Measure {
    #[arg(value_name = "FILE")]
    pub(super) file: PathBuf,
    #[arg(long, value_name = "text|json", default_value = "text")]
    pub(super) format: CiteFormat,
    #[arg(long)]
    pub(super) resolve: bool,
    #[arg(long)]
    pub(super) rows: bool,
}

/// When colours are used.
#[derive(Clone, Copy, PartialEq, Eq, Debug, ValueEnum)]
pub(super) enum Color {
    Auto,
    Always,
    Never,
}

impl Color {
    /// Makes the choice hold for everything that is printed from now on.
    pub(super) fn choose(self) {
        match self {
            Self::Auto => anstream::ColorChoice::Auto,
            Self::Always => anstream::ColorChoice::Always,
            Self::Never => anstream::ColorChoice::Never,
        }
        .write_global();
    }
}

/// How findings are printed.
#[derive(Clone, Copy, PartialEq, Eq, Debug, ValueEnum)]
pub(super) enum CheckFormat {
    Human,
    Json,
    Sarif,
    Github,
}

/// How the outcome of indexing is printed.
#[derive(Clone, Copy, PartialEq, Eq, Debug, ValueEnum)]
pub(super) enum IndexFormat {
    Human,
    Json,
}

/// How citations are printed.
#[derive(Clone, Copy, PartialEq, Eq, Debug, ValueEnum)]
pub(super) enum CiteFormat {
    Text,
    Json,
}

/// How notes are listed.
#[derive(Clone, Copy, PartialEq, Eq, Debug, ValueEnum)]
pub(super) enum NotesFormat {
    Human,
    Json,
    Csv,
}

/// The forms that letters with their notes are given in.
#[derive(Clone, Copy, PartialEq, Eq, Debug, ValueEnum)]
pub(super) enum ExportFormat {
    Html,
    Csv,
    Jsonld,
}

/// Reads the name of a state of a note.
fn state() -> PossibleValuesParser {
    PossibleValuesParser::new(["anchored", "moved", "approximate", "ambiguous", "orphaned"])
}

/// Reads the code of a language.
fn language() -> impl clap::builder::TypedValueParser<Value = Language> {
    PossibleValuesParser::new(["nl", "en"])
        .map(|code| Language::from_code(&code).expect("the possible values are codes of languages"))
}

/// Reads the name of a style of citation.
fn style() -> impl clap::builder::TypedValueParser<Value = Style> {
    PossibleValuesParser::new(Style::NAMES.map(|(name, _)| name))
        .map(|name| Style::from_name(&name).expect("the possible values are names of styles"))
}

/// Reads the code of a rule, or the name of a group of rules.
fn rules() -> PossibleValuesParser {
    let groups = rules::Group::ALL.map(rules::Group::name);
    PossibleValuesParser::new(groups.into_iter().chain(rules::codes()))
}

/// Reads the code of a series that lists can be complete in.
fn family() -> PossibleValuesParser {
    PossibleValuesParser::new(families().into_iter().map(|(code, _)| code))
}

/// Reads the code of a family that can be fetched.
fn fetched_family() -> impl clap::builder::TypedValueParser<Value = Family> {
    PossibleValuesParser::new(Family::ALL.map(Family::code))
        .map(|code| Family::from_code(&code).expect("the possible values are codes of families"))
}

/// Reads the number of a dossier, as it is printed or as it stands in identifiers.
fn dossier(text: &str) -> Result<Dossier, &'static str> {
    Dossier::parse_printed(text).ok_or("")
}

/// Reads a session year. The error has no words: what is wrong is said in the reader's language elsewhere.
fn session(text: &str) -> Result<SessionYear, &'static str> {
    SessionYear::parse(text).ok_or("")
}
