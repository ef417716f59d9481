//! `init`, `explain`, `show`, `config` and `completions`.

use std::fs;

use crate::desk::Desk;

#[test]
fn init_makes_a_workspace_and_never_overwrites_one() {
    let desk = Desk::new();
    insta::assert_snapshot!(desk.run(&["init"]).all(), @r"
    exit 0
    --- stderr
    griffier.toml is gemaakt; alles staat er als commentaar in.
    ");
    insta::assert_snapshot!(fs::read_to_string(desk.at("griffier.toml")).unwrap(), @r#"
    # De instellingen van Griffier voor deze map en alles daaronder.
    # Wat hier als commentaar staat, doet niets: haal het # weg om het te laten gelden.
    # Alle instellingen en hun waarden: griffier schema griffier.toml

    # De taal van meldingen: "nl" of "en".
    # language = "nl"

    # Waar de brieven staan: mappen of patronen. Zonder deze regel is dat de hele map.
    # [corpus]
    # letters = ["letters", "archive/**/*.md"]

    # Een lijst van wat er bestaat: officiële nummers, een per regel, ook als .gz of .xz.
    # De dekking (coverage) zegt waarin de lijst volledig is. Alleen daarbinnen geeft Griffier
    # een waarschuwing over een stuk dat er niet in staat.
    # [[corpus.catalogue]]
    # path = "catalogues/kst_ids.txt.xz"
    # coverage = [{ family = "kst", from-dossier = 29000, until = "2025-02-15" }]

    # Wat er van verwijzingen gezegd wordt, en hoe luid.
    # [findings]

    # De stijl van verwijzen: "kamer", "leidraad" of "aanwijzingen".
    # style = "kamer"

    # Per regel: "off", "hint", "info", "warning" of "error".
    # griffier explain noemt de regels.
    # severity = { "session-year" = "warning", "unknown-document" = "off" }
    "#);
    fs::write(desk.at("griffier.toml"), "language = \"nl\"\n").unwrap();
    insta::assert_snapshot!(desk.run(&["init"]).all(), @r"
    exit 2
    --- stderr
    fout: griffier.toml bestaat al en blijft zoals het is
    hulp: wijzig het bestand zelf, of geef met --root een andere map
    ");
    assert_eq!(fs::read_to_string(desk.at("griffier.toml")).unwrap(), "language = \"nl\"\n");
    // A folder within a workspace can be one of its own.
    fs::create_dir(desk.at("archief")).unwrap();
    insta::assert_snapshot!(desk.run(&["init", "--root", "archief", "--lang", "en"]).all(), @r"
    exit 0
    --- stderr
    archief/griffier.toml is made; everything in it is a comment.
    ");
    assert!(
        fs::read_to_string(desk.at("archief/griffier.toml")).unwrap().contains("# The language of messages")
    );
    assert_eq!(fs::read_dir(desk.at("archief")).unwrap().count(), 1);
}

#[test]
fn explain_lists_the_rules_and_explains_one() {
    let desk = Desk::new();
    // One line a rule, which its own test knows; here only how a line looks.
    let list = desk.run(&["explain"]).all();
    let line = |code: &str| list.lines().find(|line| line.starts_with(code)).unwrap_or_default();
    let columns = |code: &str| line(code).split("  ").filter(|column| !column.is_empty()).count();
    assert!(list.starts_with("exit 0\n"), "{list}");
    assert_eq!(columns("session-year"), 3, "{list}");
    assert!(line("session-year").ends_with("Het vergaderjaar is niet dat van twee opeenvolgende jaren."));
    assert!(line("act-number-order").contains("  hint  "), "{list}");
    insta::assert_snapshot!(desk.run(&["explain", "session-year"]).all(), @r#"
    exit 0
    --- stdout
    session-year (fout)
    Het vergaderjaar is niet dat van twee opeenvolgende jaren.

    Een vergaderjaar loopt van september tot september en heet naar twee jaren die op
    elkaar volgen: 2019/20, 2019-2020 of 1999/00. Het nummer van een stuk is ook zonder
    jaar uniek, dus het stuk is nog te vinden; maar een van beide jaren klopt niet.
    Bron: Aanwijzingen voor de regelgeving, 3.43; Leidraad voor juridische auteurs.

    Fout:
        Zie de brief over de coronamaatregelen (Kamerstukken II 2019/21, 29 521, nr. 404).

    Goed:
        Zie de brief over de coronamaatregelen (Kamerstukken II 2019/20, 29 521, nr. 404).

    Fout:
        Zie de brief over de coronamaatregelen (Kamerstukken II 2019/-20, 29 521, nr. 404).

    Goed:
        Zie de brief over de coronamaatregelen (Kamerstukken II 2019/20, 29 521, nr. 404).

    Uit te zetten in griffier.toml (of zet er hint, info, warning of error):
        [findings]
        severity = { "session-year" = "off" }
    "#);
    insta::assert_snapshot!(desk.run(&["explain", "joint-dossier-order", "--lang", "en"]).all(), @r#"
    exit 0
    --- stdout
    joint-dossier-order (warning)
    A paper of several dossiers is cited with another dossier first than the one its number counts in.

    A paper can belong to more than one dossier. Its number counts in the dossier that
    stands first at its head, and that one is named first in a citation too:
    Kamerstukken 29 521 en 34 952, nr. 403. This rule speaks where, by the list, the
    dossier named first does not have the number and another one named does.
    Source: the heads of printed papers; the list of official publications.

    This rule is silent as long as there is no list of what exists: fetch one with griffier catalogue fetch.

    Wrong:
        Zie de brief over de Sahel (Kamerstukken 34 952 en 29 521, nr. 403).

    Right:
        Zie de brief over de Sahel (Kamerstukken 29 521 en 34 952, nr. 403).

    To switch it off in griffier.toml (or say hint, info, warning or error):
        [findings]
        severity = { "joint-dossier-order" = "off" }
    "#);
    insta::assert_snapshot!(desk.run(&["explain", "sesion-year"]).all(), @r"
    exit 2
    --- stderr
    fout: er is geen regel sesion-year
    hulp: bedoelde u session-year?
    ");
    insta::assert_snapshot!(desk.run(&["explain", "iets"]).all(), @r"
    exit 2
    --- stderr
    fout: er is geen regel iets
    hulp: griffier explain noemt alle regels
    ");
}

#[test]
fn config_shows_each_setting_and_where_it_comes_from() {
    let desk = Desk::new();
    insta::assert_snapshot!(desk.run(&["config"]).all(), @r#"
    exit 0
    --- stdout
    # De instellingen die gelden in <desk>/werk
    language = "nl"  # standaard

    [corpus]
    letters = ["."]  # standaard

    [findings]
    style = "kamer"  # standaard
    "#);
    let desk = desk.with(
        "griffier.toml",
        "[corpus]\nletters = [\"brieven\"]\n[findings]\nseverity = { \"session-year\" = \"warning\" }\n[[corpus.catalogue]]\npath = \"lijst.txt\"\n",
    );
    let user = desk.user_file();
    fs::create_dir_all(user.parent().unwrap()).unwrap();
    fs::write(
        user,
        "language = \"en\"\n[[corpus.catalogue]]\npath = \"kst.txt.xz\"\ncoverage = [{ family = \"kst\", from-dossier = 29000, until = \"2025-02-15\" }]\n",
    )
    .unwrap();
    insta::assert_snapshot!(desk.run(&["config"]).all(), @r#"
    exit 0
    --- stdout
    # The settings in force in <desk>/werk
    language = "en"  # from <desk>/home/.config/griffier/griffier.toml

    [corpus]
    letters = ["brieven"]  # from griffier.toml

    [findings]
    style = "kamer"  # default

    [findings.severity]
    "session-year" = "warning"  # from griffier.toml

    # from <desk>/home/.config/griffier/griffier.toml
    [[corpus.catalogue]]
    path = "<desk>/home/.config/griffier/kst.txt.xz"
    coverage = [{ family = "kst", from-dossier = 29000, until = "2025-02-15" }]

    # from griffier.toml
    [[corpus.catalogue]]
    path = "<desk>/werk/lijst.txt"
    "#);
    insta::assert_snapshot!(desk.run(&["config", "--lang", "nl"]).stdout.lines().nth(1).unwrap(), @r#"
    language = "nl"  # uit opdrachtregel
    "#);
    let printed: toml::Table = desk.run(&["config"]).stdout.parse().unwrap();
    assert_eq!(printed["corpus"]["catalogue"].as_array().unwrap().len(), 2);
}

#[test]
fn completions_speak_of_every_command() {
    let desk = Desk::new();
    for shell in ["bash", "zsh", "fish", "elvish", "powershell"] {
        let done = desk.run(&["completions", shell]);
        assert_eq!((done.code, done.stderr.as_str()), (0, ""));
        assert!(done.stdout.contains("catalogue") && done.stdout.contains("exit-zero"), "{shell}");
    }
    insta::assert_snapshot!(desk.run(&["completions", "cmd"]).all(), @r"
    exit 2
    --- stderr
    fout: <SHELL> kan niet “cmd” zijn
    hulp: kies uit bash, elvish, fish, powershell, zsh
    ");
}
