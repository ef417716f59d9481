//! Help, and what is said of a command line that is wrong.

use std::fmt::Write as _;

use crate::desk::{Desk, expect_file};

/// The help of a command and of all below it, as one page.
fn reference(desk: &Desk, language: &str, command: &[&str], page: &mut String) {
    let mut arguments = command.to_vec();
    arguments.extend(["--help", "--lang", language]);
    let done = desk.run(&arguments);
    assert_eq!((done.code, done.stderr.as_str()), (0, ""));
    let name = ["griffier"].iter().chain(command).copied().collect::<Vec<_>>().join(" ");
    write!(page, "## {name}\n\n```text\n{}```\n\n", done.stdout).unwrap();
    let heading = if language == "nl" { "Opdrachten:" } else { "Commands:" };
    let commands = done.stdout.lines().skip_while(|line| *line != heading).skip(1);
    for line in commands.take_while(|line| !line.is_empty()) {
        let name = line.split_whitespace().next().unwrap();
        let below: Vec<&str> = command.iter().copied().chain([name]).collect();
        reference(desk, language, &below, page);
    }
}

#[test]
fn the_reference_is_up_to_date_in_both_languages() {
    let desk = Desk::new();
    for (language, title) in [("nl", "De opdrachtregel van Griffier"), ("en", "The command line of Griffier")]
    {
        let mut page = format!("# {title}\n\n");
        reference(&desk, language, &[], &mut page);
        assert!(page.contains("griffier catalogue add"), "the commands below commands are left out");
        expect_file(&format!("tests/cli/reference.{language}.md"), &format!("{}\n", page.trim_end()));
    }
}

#[test]
fn without_a_command_there_is_help() {
    let done = Desk::new().run(&[]);
    assert_eq!((done.code, done.stdout.as_str()), (2, ""));
    assert!(done.stderr.contains("Opdrachten:"));
}

#[test]
fn the_language_is_that_of_the_command_line_else_the_environment_else_the_settings() {
    let desk = Desk::new();
    let speaks = |command: &mut assert_cmd::Command| match desk.done(command).all() {
        all if all.contains("Usage:") => "en",
        all if all.contains("Gebruik:") => "nl",
        all => panic!("{all}"),
    };
    assert_eq!(speaks(&mut desk.command(&["cite", "--help"])), "nl");
    assert_eq!(speaks(&mut desk.command(&["cite", "--lang=en", "--help"])), "en");
    assert_eq!(speaks(desk.command(&["cite", "--help"]).env("GRIFFIER_LANG", "en")), "en");
    assert_eq!(speaks(desk.command(&["cite", "-h", "--lang", "nl"]).env("GRIFFIER_LANG", "en")), "nl");
    let user = desk.user_file();
    std::fs::create_dir_all(user.parent().unwrap()).unwrap();
    std::fs::write(user, "language = \"en\"\n").unwrap();
    assert_eq!(speaks(&mut desk.command(&["cite", "--fout"])), "en");
    assert_eq!(speaks(desk.command(&["cite", "--fout"]).env("GRIFFIER_LANG", "nl")), "nl");
}

#[test]
fn a_wrong_command_line_is_told_in_dutch() {
    let desk = Desk::new();
    insta::assert_snapshot!(desk.run(&["cite", "--fromat", "json"]).all(), @r"
    exit 2
    --- stderr
    fout: onbekende optie --fromat
    hulp: bedoelde u --format?

    Gebruik: griffier cite [OPTIES] [PAD|-]
    Meer uitleg geeft --help.
    ");
    insta::assert_snapshot!(desk.run(&["chek"]).all(), @r"
    exit 2
    --- stderr
    fout: onbekende opdracht chek
    hulp: bedoelde u check?

    Gebruik: griffier [OPTIES] <OPDRACHT>
    Meer uitleg geeft --help.
    ");
    insta::assert_snapshot!(desk.run(&["cite", "--format", "xml"]).all(), @r"
    exit 2
    --- stderr
    fout: --format <text|json> kan niet “xml” zijn
    hulp: kies uit text, json
    ");
    insta::assert_snapshot!(desk.run(&["cite", "een.txt", "twee.txt"]).all(), @r"
    exit 2
    --- stderr
    fout: twee.txt is er één te veel

    Gebruik: griffier cite [OPTIES] [PAD|-]
    Meer uitleg geeft --help.
    ");
    insta::assert_snapshot!(desk.run(&["show"]).all(), @r"
    exit 2
    --- stderr
    fout: <STUK>... ontbreekt

    Gebruik: griffier show [OPTIES] <STUK>...
    Meer uitleg geeft --help.
    ");
    insta::assert_snapshot!(desk.run(&["check", "--format"]).all(), @r"
    exit 2
    --- stderr
    fout: achter --format <human|json|sarif|github> ontbreekt een waarde
    hulp: kies uit human, json, sarif, github
    ");
    insta::assert_snapshot!(desk.run(&["check", "--format", "json", "--format", "human"]).all(), @r"
    exit 2
    --- stderr
    fout: --format <human|json|sarif|github> staat er tweemaal

    Gebruik: griffier check [OPTIES] [PADEN]...
    Meer uitleg geeft --help.
    ");
    insta::assert_snapshot!(desk.run(&["catalogue"]).all(), @r"
    exit 2
    --- stderr
    Beheert de lijsten van wat er bestaat

    Gebruik: griffier catalogue [OPTIES] <OPDRACHT>

    Opdrachten:
      list    Noemt de lijsten, en tot wanneer ze volledig zijn
      add     Voegt een lijst toe aan uw eigen instellingen
      fetch   Haalt de lijst van alle gepubliceerde stukken op, of werkt haar bij
      verify  Leest alle lijsten opnieuw en zegt wat eraan mankeert

    Algemene opties:
          --root <MAP>                 De werkmap (anders de dichtstbijzijnde map met griffier.toml of
                                       .git)
          --lang <nl|en>               De taal van meldingen: nl of en (anders $GRIFFIER_LANG, anders de
                                       instelling language)
          --color <auto|always|never>  Kleuren: auto, always (altijd) of never (nooit)
      -h, --help                       Toont deze uitleg

    Voorbeelden:
      griffier catalogue list
          noemt de lijsten, en tot wanneer ze volledig zijn
    ");
    insta::assert_snapshot!(desk.run(&["catalogue", "add", "kst.txt", "--from-dossier", "29000"]).all(), @r"
    exit 2
    --- stderr
    fout: --until <DATUM> ontbreekt

    Gebruik: griffier catalogue add [OPTIES] <BESTAND>
    Meer uitleg geeft --help.
    ");
    insta::assert_snapshot!(desk.run(&["catalogue", "add", "kst.txt", "--until", "gisteren"]).all(), @r"
    exit 2
    --- stderr
    fout: --until <DATUM> kan niet “gisteren” zijn
    hulp: schrijf een dag zo: 2025-02-15
    ");
}

#[test]
fn and_in_english() {
    let desk = Desk::new();
    insta::assert_snapshot!(desk.run(&["--lang", "en", "cite", "--fromat", "json"]).all(), @r"
    exit 2
    --- stderr
    error: unknown option --fromat
    help: did you mean --format?

    Usage: griffier cite [OPTIONS] [PATH|-]
    For more, try --help.
    ");
    insta::assert_snapshot!(desk.run(&["--lang", "en", "cite", "--format", "xml"]).all(), @r"
    exit 2
    --- stderr
    error: --format <text|json> cannot be “xml”
    help: choose from text, json
    ");
    insta::assert_snapshot!(desk.run(&["--lang", "fr", "cite"]).all(), @r"
    exit 2
    --- stderr
    fout: --lang <nl|en> kan niet “fr” zijn
    hulp: kies uit nl, en
    ");
}
