//! What is read from files of settings, right and wrong, and what is said of it in both languages.

use serde_json::json;

use super::*;
use crate::config::{Coverage, Level, Style, Tag, TagSet, schema};
use crate::identifier::SessionYear;
use crate::messages::Translator;

/// A workspace, with the user's own file beside it.
struct Desk {
    folder: tempfile::TempDir,
}

impl Desk {
    fn new(workspace: &str) -> Self {
        let folder = tempfile::tempdir().unwrap();
        fs::create_dir_all(folder.path().join("werk")).unwrap();
        fs::create_dir_all(folder.path().join("eigen")).unwrap();
        fs::write(folder.path().join("werk/griffier.toml"), workspace).unwrap();
        Self { folder }
    }

    fn user(self, text: &str) -> Self {
        fs::write(self.folder.path().join("eigen/griffier.toml"), text).unwrap();
        self
    }

    fn load(&self) -> Loaded {
        self.load_with(&Sources::default())
    }

    fn load_with(&self, sources: &Sources<'_>) -> Loaded {
        let root = self.folder.path().join("werk");
        let user = self.folder.path().join("eigen/griffier.toml");
        load(&Sources { root: Some(&root), user_file: Some(&user), ..*sources })
    }

    /// What is said in Dutch, with the folder of the desk left out.
    fn said(&self, loaded: &Loaded) -> Vec<String> {
        self.said_in(loaded, Language::Dutch)
    }

    fn said_in(&self, loaded: &Loaded, language: Language) -> Vec<String> {
        let folder = format!("{}/", self.folder.path().display());
        let say = Translator::new(language);
        loaded.problems.iter().map(|problem| say.text(&problem.sentence()).replace(&folder, "")).collect()
    }
}

#[test]
fn every_key_is_read() {
    let desk = Desk::new(
        r##"
language = "en"

[corpus]
letters = ["letters", "archive/**/*.md"]

[[corpus.catalogue]]
path = "catalogues/kst_ids.txt.xz"
coverage = [{ family = "kst", from-dossier = 29000, until = "2025-02-15" }, { family = "ah", from-session = "2010-2011", until = 2024-12-31 }]

[findings]
style = "leidraad"
severity = { "style-profile" = "info", "self-citation" = "off" }

[annotation]
creator = "A. de Vries"
folder = "notities"
closed = true

[[annotation.tag]]
name = "toez"
nl = "Toezegging"
en = "Undertaking"
color = "#1B7837"
description = "Wat wij beloven"
"##,
    );
    let loaded = desk.load();
    assert_eq!(desk.said(&loaded), [""; 0]);
    let config = loaded.config;
    assert_eq!(config.language, Language::English);
    assert_eq!(config.corpus.letters, ["letters", "archive/**/*.md"]);
    assert_eq!(config.corpus.catalogues.len(), 1);
    let list = &config.corpus.catalogues[0];
    assert_eq!(list.path, desk.folder.path().join("werk/catalogues/kst_ids.txt.xz"));
    assert_eq!(
        list.coverage,
        [
            Coverage::papers(29_000, jiff::civil::date(2025, 2, 15)),
            Coverage {
                family: "ah".to_owned(),
                from_dossier: None,
                from_session: Some(SessionYear::starting(2010)),
                until: jiff::civil::date(2024, 12, 31),
            }
        ]
    );
    assert_eq!(config.findings.style, Style::Leidraad);
    assert_eq!(config.findings.severity["style-profile"], Level::Info);
    assert_eq!(config.findings.severity["self-citation"], Level::Off);
    assert_eq!(config.annotation.creator.as_deref(), Some("A. de Vries"));
    assert_eq!(config.annotation.folder.as_deref(), Some("notities"));
    let some = |text: &str| Some(text.to_owned());
    let tag = Tag {
        name: "toez".to_owned(),
        nl: some("Toezegging"),
        en: some("Undertaking"),
        color: some("#1b7837"),
        description: some("Wat wij beloven"),
        code: None,
    };
    assert_eq!(config.annotation.tags, TagSet { own: vec![tag], closed: true });
}

#[test]
fn without_files_there_are_the_defaults() {
    let folder = tempfile::tempdir().unwrap();
    let nowhere = folder.path().join("nergens.toml");
    let loaded =
        load(&Sources { root: Some(folder.path()), user_file: Some(&nowhere), ..Sources::default() });
    assert_eq!(loaded, Loaded::default());
    assert_eq!(loaded.config.language, Language::Dutch);
}

#[test]
fn a_key_replaces_and_catalogues_add_up() {
    let desk = Desk::new(
        "language = \"nl\"\n[[corpus.catalogue]]\npath = \"eigen.txt\"\n[findings]\nseverity = { \"session-year\" = \"off\" }\n",
    )
    .user(
        "language = \"en\"\n[[corpus.catalogue]]\npath = \"kst.xz\"\n[findings]\nstyle = \"leidraad\"\nseverity = { \"session-year\" = \"info\", \"missing-number\" = \"hint\" }\n",
    );
    let editor =
        json!({ "findings": { "style": "aanwijzingen" }, "server": { "path": "/x" }, "language": null });
    let loaded = desk.load_with(&Sources { editor: Some(&editor), ..Sources::default() });
    assert_eq!(desk.said(&loaded), [""; 0]);
    let config = &loaded.config;
    assert_eq!(config.language, Language::Dutch);
    assert_eq!(config.findings.style, Style::Aanwijzingen);
    assert_eq!(config.findings.severity["session-year"], Level::Off);
    assert_eq!(config.findings.severity["missing-number"], Level::Hint);
    let names: Vec<_> = config.corpus.catalogues.iter().map(|list| list.path.file_name().unwrap()).collect();
    assert_eq!(names, ["kst.xz", "eigen.txt"]);
    assert_eq!(loaded.origins["findings.style"], [Origin::Editor]);
    assert!(matches!(loaded.origins["corpus.catalogue"][..], [Origin::User(_), Origin::Workspace(_)]));
    let flag = desk.load_with(&Sources { language: Some(Language::English), ..Sources::default() });
    assert_eq!(flag.config.language, Language::English);
}

#[test]
fn every_wrong_key_is_told_once_and_the_rest_counts() {
    let desk = Desk::new(
        r#"letters = ["brieven"]
langauge = "en"
[corpus]
letters = "brieven"
folders = 3
[[corpus.catalogue]]
coverage = [{ family = "kst", until = "2025-02-15" }]
[[corpus.catalogue]]
path = "kst.txt"
coverage = [{ family = "ksts", until = "2025-02-15" }, { family = "kst", from_dossier = 29000, until = "vorig jaar" }, { family = "kst" }]
[findings]
style = "kamers"
severity = { "sesion-year" = "off", "missing-number" = "loud", "unheard-of" = "off" }
[annotation]
creator = true
"#,
    );
    let rules = ["session-year", "missing-number"];
    let loaded = desk.load_with(&Sources { rules: &rules, ..Sources::default() });
    assert_eq!(
        desk.said(&loaded),
        [
            "werk/griffier.toml, regel 1: de instelling `letters` bestaat niet; bedoelt u `corpus.letters`?",
            "werk/griffier.toml, regel 2: de instelling `langauge` bestaat niet; bedoelt u `language`?",
            "werk/griffier.toml, regel 4: `corpus.letters` moet een lijst van teksten zijn, niet `brieven`",
            "werk/griffier.toml, regel 5: de instelling `corpus.folders` bestaat niet",
            "werk/griffier.toml, regel 6: in `corpus.catalogue` ontbreekt `path`",
            "werk/griffier.toml, regel 10: `corpus.catalogue.coverage.family` kan niet `ksts` zijn; bedoelt u `kst`? (mogelijk: \"kst\", \"h\", \"ah\", \"kv\", \"blg\", \"ag\", \"nds\", \"stb\", \"stcrt\", \"trb\")",
            "werk/griffier.toml, regel 10: de instelling `corpus.catalogue.coverage.from_dossier` bestaat niet; bedoelt u `corpus.catalogue.coverage.from-dossier`?",
            "werk/griffier.toml, regel 10: `corpus.catalogue.coverage.until` moet een dag zoals \"2025-02-15\" zijn, niet `vorig jaar`",
            "werk/griffier.toml, regel 10: in `corpus.catalogue.coverage` ontbreekt `until`",
            "werk/griffier.toml, regel 12: `findings.style` kan niet `kamers` zijn; bedoelt u `kamer`? (mogelijk: \"kamer\", \"leidraad\", \"aanwijzingen\")",
            "werk/griffier.toml, regel 13: in `findings.severity` staat `sesion-year`, en zo heet geen regel; bedoelt u `session-year`?",
            "werk/griffier.toml, regel 13: `findings.severity.missing-number` kan niet `loud` zijn; kies uit \"off\", \"hint\", \"info\", \"warning\", \"error\"",
            "werk/griffier.toml, regel 13: in `findings.severity` staat `unheard-of`, en zo heet geen regel",
            "werk/griffier.toml, regel 15: `annotation.creator` moet een tekst zijn, niet waar of onwaar",
        ]
    );
    assert_eq!(loaded.config.corpus.catalogues.len(), 1);
    assert_eq!(loaded.config.corpus.catalogues[0].coverage, []);
    let english = desk.said_in(&loaded, Language::English);
    assert_eq!(
        english[1],
        "werk/griffier.toml, line 2: there is no setting `langauge`; do you mean `language`?"
    );
    assert_eq!(
        english[13],
        "werk/griffier.toml, line 15: `annotation.creator` must be a text, not true or false"
    );
}

#[test]
fn a_limit_that_cannot_be_read_does_not_become_no_limit() {
    for limit in ["from-dossier = \"29 000\"", "from-session = \"2010\"", "from-dosier = 29000"] {
        let desk = Desk::new(&format!(
            "[[corpus.catalogue]]\npath = \"kst.txt\"\ncoverage = [{{ family = \"kst\", {limit}, until = \"2025-02-15\" }}]\n"
        ));
        let loaded = desk.load();
        assert_eq!(loaded.problems.len(), 1, "{:?}", desk.said(&loaded));
        assert_eq!(loaded.config.corpus.catalogues[0].coverage, [], "{limit}");
    }
}

#[test]
fn of_a_broken_file_the_sound_lines_count() {
    let desk = Desk::new("language = \"en\"\nletters = [\"brieven\n[findings]\nstyle = \"leidraad\"\n");
    let loaded = desk.load();
    assert_eq!(
        desk.said(&loaded),
        [
            "werk/griffier.toml, regel 2: geen geldige TOML: `letters = [\"brieven`; kijk of aanhalingstekens en haken sluiten",
        ]
    );
    assert_eq!(loaded.config.language, Language::English);

    let desk = Desk::new("language = \"en\"\nlanguage = \"nl\"\n[findings\nstyle = \"leidraad\"\n");
    assert_eq!(
        desk.said_in(&desk.load(), Language::English),
        [
            "werk/griffier.toml, line 2: this already appears earlier in the file: `language = \"nl\"`",
            "werk/griffier.toml, line 3: not valid TOML: `[findings`; check that quotes and brackets are closed",
        ]
    );
}

#[test]
fn a_file_that_is_no_text_is_told() {
    let desk = Desk::new("");
    fs::write(desk.folder.path().join("werk/griffier.toml"), b"# caf\xE9\nlanguage = \"en\"\n").unwrap();
    assert_eq!(
        desk.said(&desk.load()),
        ["werk/griffier.toml, regel 1: hier staat een teken dat geen UTF-8 is; sla het bestand op als UTF-8"]
    );
    fs::remove_file(desk.folder.path().join("werk/griffier.toml")).unwrap();
    fs::create_dir(desk.folder.path().join("werk/griffier.toml")).unwrap();
    assert_eq!(desk.said(&desk.load()), ["werk/griffier.toml: kan niet gelezen worden: het is een map"]);
    let marked = Desk::new("\u{FEFF}language = \"en\"\r\n");
    assert_eq!(marked.load().config.language, Language::English);
}

#[test]
fn a_workspace_reaches_nothing_outside_itself_but_the_user_may() {
    let text = "[corpus]\nletters = [\"../archief\", \"brieven/../../x\", \"./brieven/../concepten\", \"/etc\"]\n[[corpus.catalogue]]\npath = \"/etc/passwd\"\n";
    let desk = Desk::new(text);
    let loaded = desk.load();
    assert_eq!(
        desk.said(&loaded),
        [
            "werk/griffier.toml, regel 2: `corpus.letters` wijst met `../archief` buiten de map van deze instellingen; dat mag alleen in uw eigen instellingenbestand",
            "werk/griffier.toml, regel 2: `corpus.letters` wijst met `brieven/../../x` buiten de map van deze instellingen; dat mag alleen in uw eigen instellingenbestand",
            "werk/griffier.toml, regel 2: `corpus.letters` wijst met `/etc` buiten de map van deze instellingen; dat mag alleen in uw eigen instellingenbestand",
            "werk/griffier.toml, regel 4: `corpus.catalogue.path` wijst met `/etc/passwd` buiten de map van deze instellingen; dat mag alleen in uw eigen instellingenbestand",
        ]
    );
    assert_eq!(loaded.config.corpus.letters, ["./brieven/../concepten"]);
    assert_eq!(loaded.config.corpus.catalogues, []);

    let trusting = Desk::new("").user(&text.replace("/etc/passwd", "~/lijsten/kst.txt"));
    let loaded = trusting.load();
    assert_eq!(trusting.said(&loaded), [""; 0]);
    assert_eq!(loaded.config.corpus.letters.len(), 4);
    let home = etcetera::home_dir().unwrap();
    assert_eq!(loaded.config.corpus.catalogues[0].path, home.join("lijsten/kst.txt"));
}

#[test]
fn a_workspace_that_the_user_trusts_reaches_as_far_as_the_user() {
    let desk = Desk::new(
        "[corpus]\nletters = [\"../archief\"]\n[[corpus.catalogue]]\npath = \"/lijsten/kst.txt\"\n",
    );
    let loaded = desk.load_with(&Sources { trusts_workspace: true, ..Sources::default() });
    assert_eq!(desk.said(&loaded), [""; 0]);
    assert_eq!(loaded.config.corpus.letters, ["../archief"]);
    assert_eq!(loaded.config.corpus.catalogues[0].path, Path::new("/lijsten/kst.txt"));
}

#[test]
fn an_editor_whose_folder_is_not_trusted_reaches_nothing_outside_it() {
    let desk = Desk::new("");
    // Such settings may stand in `.vscode/settings.json`, which comes with the folder.
    let editor = json!({ "corpus": { "letters": ["/etc"], "catalogue": [{ "path": "/etc/passwd" }] } });
    let sources = Sources { editor: Some(&editor), ..Sources::default() };
    let trusting = Sources { trusts_workspace: true, ..sources };
    assert_eq!(desk.load_with(&trusting).config.corpus.letters, ["/etc"]);
    let alone = load(&Sources { user_file: Some(Path::new("nowhere.toml")), ..sources });
    assert_eq!(alone.config.corpus, crate::config::CorpusConfig::default());
    let loaded = desk.load_with(&sources);
    assert_eq!(loaded.config.corpus, crate::config::CorpusConfig::default());
    assert_eq!(
        desk.said(&loaded),
        [
            "instellingen van de editor: `corpus.letters` wijst met `/etc` buiten de map van deze instellingen; dat mag alleen in uw eigen instellingenbestand",
            "instellingen van de editor: `corpus.catalogue.path` wijst met `/etc/passwd` buiten de map van deze instellingen; dat mag alleen in uw eigen instellingenbestand",
        ]
    );
}

#[test]
fn an_editor_that_sends_nonsense_is_told() {
    let desk = Desk::new("");
    for (settings, said) in [
        (
            json!("kamer"),
            "instellingen van de editor: `griffier` moet een groep instellingen zijn, niet een tekst",
        ),
        (
            json!({ "findings": { "severity": [] } }),
            "instellingen van de editor: `findings.severity` moet een groep instellingen zijn, niet een lijst",
        ),
        (
            json!({ "corpus": { "catalogue": [{ "path": 3 }] } }),
            "instellingen van de editor: `corpus.catalogue.path` moet een tekst zijn, niet `3`",
        ),
    ] {
        let loaded = desk.load_with(&Sources { editor: Some(&settings), ..Sources::default() });
        assert_eq!(desk.said(&loaded), [said]);
    }
}

fn names(loaded: &Loaded) -> Vec<&str> {
    loaded.config.annotation.tags.own.iter().map(|tag| &*tag.name).collect()
}

#[test]
fn a_wrong_tag_is_told_and_the_others_count() {
    let desk = Desk::new(
        "[annotation]\nclosed = \"ja\"\n[[annotation.tag]]\nname = \"motie\"\ncolor = \"groen\"\n[[annotation.tag]]\nname = \"Motie\"\n[[annotation.tag]]\nname = \"a, b\"\n[[annotation.tag]]\nnl = \"Zonder\"\n",
    );
    let loaded = desk.load();
    assert_eq!(names(&loaded), ["motie"]);
    assert_eq!(
        desk.said(&loaded),
        [
            "werk/griffier.toml, regel 2: `annotation.closed` moet waar of onwaar zijn, niet `ja`",
            "werk/griffier.toml, regel 5: `annotation.tag.color` moet een kleur zoals \"#1b7837\" zijn, niet `groen`",
            "werk/griffier.toml, regel 6: het label `Motie` staat er al, of verschilt er alleen in hoofdletters, spaties of streepjes van; dit tweede telt niet mee",
            "werk/griffier.toml, regel 9: `annotation.tag.name` moet een naam zonder komma’s, op één regel zijn, niet `a, b`",
            "werk/griffier.toml, regel 10: in `annotation.tag` ontbreekt `name`",
        ]
    );
}

#[test]
fn tags_may_stand_in_a_file_that_others_share_and_are_not_mixed_with_the_users_own() {
    let desk = Desk::new(
        "[annotation]\ntags-file = \"labels.toml\"\n[[annotation.tag]]\nname = \"motie\"\ncolor = \"#000000\"\n",
    )
    .user("[[annotation.tag]]\nname = \"eigen\"\n");
    assert_eq!(
        desk.said(&desk.load()),
        ["werk/griffier.toml, regel 2: het bestand met labels werk/labels.toml is er niet"]
    );
    let labels = "language = \"en\"\n[annotation]\nclosed = true\ncreator = \"X\"\n[[annotation.tag]]\nname = \"vraag\"\n[[annotation.tag]]\nname = \"motie\"\n";
    fs::write(desk.folder.path().join("werk/labels.toml"), labels).unwrap();
    let loaded = desk.load();
    assert_eq!(names(&loaded), ["vraag", "motie"]);
    assert_eq!(loaded.config.annotation.tags.own[1].color.as_deref(), Some("#000000"));
    assert!(loaded.config.annotation.tags.closed && loaded.config.annotation.creator.is_none());
    assert_eq!(
        desk.said(&loaded),
        [
            "werk/labels.toml, regel 1: `language` hoort niet in een bestand met labels en telt hier niet mee",
            "werk/labels.toml, regel 4: `annotation.creator` hoort niet in een bestand met labels en telt hier niet mee",
        ]
    );
}

/// The keys of a table in the schema, with those of the tables in it.
fn keys(schema: &Json, table: &str, at: &Json, found: &mut Vec<(String, Vec<String>)>) {
    let at = match at["$ref"].as_str() {
        Some(reference) => schema.pointer(reference.trim_start_matches('#')).unwrap(),
        None => at,
    };
    if let Some(items) = at.get("items") {
        return keys(schema, table, items, found);
    }
    let Some(properties) = at.get("properties").and_then(Json::as_object) else { return };
    found.push((table.to_owned(), properties.keys().cloned().collect()));
    for (key, value) in properties {
        let name = if table.is_empty() { key.clone() } else { format!("{table}.{key}") };
        keys(schema, &name, value, found);
    }
}

#[test]
fn the_schema_has_the_keys_that_are_read() {
    let schema = schema();
    let mut found = Vec::new();
    keys(&schema, "", &schema, &mut found);
    let read: Vec<_> = crate::config::read::TABLES
        .iter()
        .map(|(table, keys)| {
            ((*table).to_owned(), keys.iter().map(|key| (*key).to_owned()).collect::<Vec<_>>())
        })
        .collect();
    assert_eq!(found, read);
    assert!(!schema.to_string().contains("null"), "{schema}");

    let names = |definition: &str| -> Vec<String> {
        let definition = &schema["$defs"][definition];
        let one_of = definition["oneOf"].as_array().cloned().unwrap_or_default();
        let plain = definition["enum"].as_array().cloned().unwrap_or_default();
        one_of
            .iter()
            .map(|one| one["const"].clone())
            .chain(plain)
            .map(|name| name.as_str().unwrap().to_owned())
            .collect()
    };
    assert_eq!(names("Style"), Style::NAMES.map(|(name, _)| name));
    assert_eq!(names("Level"), Level::NAMES.map(|(name, _)| name));
    assert_eq!(names("Language"), Language::ALL.map(Language::code));
    let families: Vec<_> = crate::config::families().iter().map(|(name, _)| *name).collect();
    assert_eq!(names("Family"), families);
}
