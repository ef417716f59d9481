//! The form of `griffier.toml`, for its JSON Schema.
//!
//! The file is read by hand (`read`), so that every wrong key is told and the rest counts; a test holds the two together.

#![expect(dead_code, reason = "the fields describe a file and are never filled")]

use std::collections::BTreeMap;

use schemars::JsonSchema;
use schemars::generate::SchemaSettings;
use serde_json::Value;

/// Settings of Griffier, for a workspace (griffier.toml in its root) or for a user (griffier/griffier.toml in the folder of settings).
#[derive(JsonSchema)]
#[schemars(title = "griffier.toml", deny_unknown_fields)]
struct File {
    /// The language of messages, hovers and explanations; Dutch where nothing is said.
    language: Option<Language>,
    /// Where letters and lists lie.
    corpus: Option<Corpus>,
    /// What is said of citations, and how loudly.
    findings: Option<Findings>,
    /// Who makes notes.
    annotation: Option<Annotation>,
    /// How things are fetched from the official services. It counts in the user's own file alone.
    fetch: Option<Fetch>,
}

#[derive(JsonSchema)]
#[schemars(rename_all = "lowercase")]
enum Language {
    /// Nederlands.
    Nl,
    /// English.
    En,
}

#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
struct Corpus {
    /// Folders, files or globs of letters (.txt, .md), relative to the root; the root itself where nothing is said. Named folders are read even where .gitignore hides them.
    letters: Option<Vec<String>>,
    /// What of these is left out: folders, files or globs, relative to the root.
    exclude: Option<Vec<String>>,
    /// Lists of what exists. They add to those of the user's own file.
    catalogue: Option<Vec<Catalogue>>,
}

/// A list of what exists: official identifiers or JSON records (griffier schema catalogue-record), one a line; plain, .gz or .xz.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
struct Catalogue {
    /// The file, relative to the folder of this file of settings.
    path: String,
    /// What the list is complete in. Without it, absence from the list means nothing.
    coverage: Option<Vec<Coverage>>,
}

/// What a list is complete in.
#[derive(JsonSchema)]
#[schemars(rename_all = "kebab-case", deny_unknown_fields)]
struct Coverage {
    /// The series, by the start of its identifiers.
    family: Family,
    /// Complete from this dossier on.
    #[schemars(range(min = 1, max = 999_999))]
    from_dossier: Option<u32>,
    /// Complete from this session on, "2010-2011".
    #[schemars(regex(pattern = r"^\d{4}[-–/](\d{2}|\d{4})$"))]
    from_session: Option<String>,
    /// Complete until this day, "2025-02-15".
    #[schemars(regex(pattern = r"^\d{4}-\d{2}-\d{2}$"))]
    until: String,
}

#[derive(JsonSchema)]
#[schemars(rename_all = "lowercase")]
enum Family {
    Kst,
    H,
    Ah,
    Kv,
    Blg,
    Ag,
    Nds,
    Stb,
    Stcrt,
    Trb,
}

#[derive(JsonSchema)]
#[schemars(rename_all = "kebab-case", deny_unknown_fields)]
struct Findings {
    /// The style in which citations are to be written.
    style: Option<Style>,
    /// The level of single rules, by their code. `griffier explain` lists them.
    severity: Option<BTreeMap<String, Level>>,
    /// Rules that are left out of some letters. The entries of workspace and user add up.
    ignore: Option<Vec<Ignore>>,
    /// The file of what was found before and is let be, relative to the folder of this file of settings; `griffier check --write-baseline` makes one.
    baseline: Option<String>,
    /// The address of a page about the rules, with an anchor for each, to which findings lead; without it they lead to a page of Griffier itself.
    rules_address: Option<String>,
}

/// Rules that are left out of some letters.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
struct Ignore {
    /// The codes of the rules; all of them where nothing is said.
    #[schemars(length(min = 1))]
    rules: Option<Vec<String>>,
    /// Folders, files or globs of letters, relative to the root.
    #[schemars(length(min = 1))]
    paths: Vec<String>,
}

#[derive(JsonSchema)]
#[schemars(rename_all = "lowercase")]
enum Style {
    /// The house style of printed letters: Kamerstuk 29 521, nr. 385.
    Kamer,
    /// The Leidraad voor juridische auteurs.
    Leidraad,
    /// The Aanwijzingen voor de regelgeving.
    Aanwijzingen,
}

#[derive(JsonSchema)]
#[schemars(rename_all = "lowercase")]
enum Level {
    /// Not said at all.
    Off,
    /// As a hint.
    Hint,
    /// As a remark.
    Info,
    /// As a warning.
    Warning,
    /// As an error.
    Error,
}

#[derive(JsonSchema)]
#[schemars(rename_all = "kebab-case", deny_unknown_fields)]
struct Annotation {
    /// The name that notes bear; git's user.name where nothing is said.
    creator: Option<String>,
    /// The folder that notes stand in, relative to the root; beside the letters where nothing is said.
    folder: Option<String>,
    /// Whether notes may bear no other tags than these; any will do where nothing is said.
    closed: Option<bool>,
    /// A file of tags that several workspaces share, relative to the folder of this file of settings. They stand in it as here, in [[annotation.tag]].
    tags_file: Option<String>,
    /// The tags that notes may bear, in the order in which they are offered. Where there is none, those that come with Griffier.
    tag: Option<Vec<Tag>>,
}

/// A tag of notes.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
struct Tag {
    /// What notes say, without commas.
    #[schemars(regex(pattern = r"^[^,\r\n]+$"))]
    name: String,
    /// What it is called in Dutch; its name where nothing is said.
    nl: Option<String>,
    /// What it is called in English; its name where nothing is said.
    en: Option<String>,
    /// Its colour, "#1b7837".
    #[schemars(regex(pattern = r"^#[0-9A-Fa-f]{6}$"))]
    color: Option<String>,
    /// What it is for.
    description: Option<String>,
}

#[derive(JsonSchema)]
#[schemars(rename_all = "kebab-case", deny_unknown_fields)]
struct Fetch {
    /// The address of the SRU service of the official publications.
    sru: Option<String>,
    /// The address of the open data of the Tweede Kamer.
    odata: Option<String>,
    /// The address below which papers lie, each by its identifier with .xml behind it.
    papers: Option<String>,
    /// No more requests than this; 120 where nothing is said, and 0 is no limit.
    #[schemars(range(max = 6000))]
    requests_per_minute: Option<u32>,
    /// So often a request that failed is made again; 5 where nothing is said.
    #[schemars(range(max = 20))]
    retries: Option<u32>,
    /// The pause before the first time, in seconds, which doubles; 1 where nothing is said.
    #[schemars(range(max = 600))]
    retry_pause: Option<u32>,
    /// How long an answer may take, in seconds; 120 where nothing is said.
    #[schemars(range(min = 1, max = 3600))]
    timeout: Option<u32>,
    /// Where those who keep the services can reach you: a mail address or a page, which goes along with every request.
    contact: Option<String>,
    /// The address of a proxy; that of the environment (`HTTPS_PROXY`) where nothing is said.
    proxy: Option<String>,
    /// A file of certificates (PEM) that servers are believed by, instead of those of the system.
    certificates: Option<String>,
    /// Whether the editor may fetch papers, when you ask for one; it may not where nothing is said.
    editor: Option<bool>,
}

/// The JSON Schema of `griffier.toml`.
#[must_use]
pub fn schema() -> Value {
    // A key of TOML has a value or is not there, so nothing is null.
    let settings = SchemaSettings::draft2020_12();
    let mut schema = settings.into_generator().into_root_schema_for::<File>().to_value();
    without_null(&mut schema);
    schema
}

/// `Option` admits `null` in JSON; TOML has none, and an editor that offers it is wrong. Nor is it in notes.
pub(crate) fn without_null(schema: &mut Value) {
    match schema {
        Value::Object(object) => {
            if let Some(Value::Array(types)) = object.get_mut("type") {
                types.retain(|one| one != "null");
                if let [one] = &types[..] {
                    let one = one.clone();
                    object.insert("type".to_owned(), one);
                }
            }
            let alternatives = object.get("anyOf").and_then(Value::as_array);
            let only = alternatives.and_then(|any| match &any[..] {
                [one, other] if other["type"] == "null" => Some(one.clone()),
                _ => None,
            });
            if let Some(Value::Object(only)) = only {
                object.remove("anyOf");
                object.extend(only);
            }
            object.values_mut().for_each(without_null);
        }
        Value::Array(items) => items.iter_mut().for_each(without_null),
        _ => {}
    }
}
