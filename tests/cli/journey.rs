//! The first thing that a newcomer sees: the sample corpus, checked.

use std::path::Path;

use assert_cmd::Command;

use crate::desk::{Desk, Done};

/// Runs a command in the folder of the project, as the README has it.
fn run(desk: &Desk, arguments: &[&str]) -> Done {
    let mut command: Command = desk.command(arguments);
    desk.done(command.current_dir(Path::new(env!("CARGO_MANIFEST_DIR"))))
}

#[cfg(not(windows))]
#[test]
fn the_sample_corpus() {
    let desk = Desk::new();
    insta::assert_snapshot!(run(&desk, &["check", "--exit-zero", "tests/corpus"]).all(), @r"
    exit 0
    --- stdout
    fout[malformed-dossier]: “295 21” is geen dossiernummer
      --> tests/corpus/drafts/concept-brief-sahel.md:29:12
       |
    29 | (Kamerstuk 295 21, nr. 368) en is in latere brieven over Mali herhaald
       |            ^^^^^^
       |
    hulp: “295 21” vervangen door “29 521”
       |
    29 - (Kamerstuk 295 21, nr. 368) en is in latere brieven over Mali herhaald
    29 + (Kamerstuk 29 521, nr. 368) en is in latere brieven over Mali herhaald
       |

    waarschuwing[unknown-document]: 29 251, nr. 385 staat niet in de lijst (t/m 15-2-2025); het hoogste nummer van dit dossier is daar 10; bedoeld is misschien 29 521, nr. 385?
      --> tests/corpus/drafts/concept-brief-sahel.md:31:53
       |
    30 | (Kamerstukken 29 521, nrs. 441 en 468). De kennisgeving van 5 september 2019
       |               ------ hier haalt de brief dossier 29 521 aan
    31 | over een taakgroep van speciale eenheden (Kamerstuk 29 251, nr. 385) paste in
       |                                                     ^^^^^^
       |
    hulp: vervangen door 29 521, nr. 385
       |
    31 - over een taakgroep van speciale eenheden (Kamerstuk 29 251, nr. 385) paste in
    31 + over een taakgroep van speciale eenheden (Kamerstuk 29 521, nr. 385) paste in
       |

    fout[session-year]: “2019/21” is geen vergaderjaar: dat zijn twee opeenvolgende jaren
      --> tests/corpus/drafts/concept-eindevaluatie-mali.txt:45:18
       |
    45 | (Kamerstukken II 2019/21, 29 521, nr. 404). 
       |                  ^^^^^^^
       |
       = hulp: “2019/21” vervangen door “2019/20”
       = hulp: “2019/21” vervangen door “2020/21”

    waarschuwing[joint-dossier-order]: nr. 403 telt in dossier 29 521, niet in 34 952: het dossier van het nummer staat voorop
      --> tests/corpus/drafts/concept-eindevaluatie-mali.txt:47:15
       |
    47 | (Kamerstukken 34 952 en 29 521, nr. 403). 
       |               ^^^^^^^^^^^^^^^^
       |
    hulp: 29 521 vooropzetten
       |
    47 - (Kamerstukken 34 952 en 29 521, nr. 403). 
    47 + (Kamerstukken 29 521 en 34 952, nr. 403). 
       |

    fout[missing-number]: het nummer van het stuk ontbreekt
      --> tests/corpus/drafts/concept-voortgang-vredesfaciliteit.md:17:23
       |
    17 | (Kamerstuk 21 501-02, nr. ).
       |                       ^^^

    18 brieven nagekeken: 3 fouten, 2 waarschuwingen.
    Uitleg bij een code: griffier explain malformed-dossier
    ");
    assert_eq!(run(&desk, &["check", "tests/corpus"]).code, 1);
}

#[cfg(not(windows))]
#[test]
fn the_sample_corpus_in_english() {
    let desk = Desk::new();
    insta::assert_snapshot!(run(&desk, &["check", "--exit-zero", "--lang", "en", "tests/corpus"]).all(), @r"
    exit 0
    --- stdout
    error[malformed-dossier]: “295 21” is not a dossier number
      --> tests/corpus/drafts/concept-brief-sahel.md:29:12
       |
    29 | (Kamerstuk 295 21, nr. 368) en is in latere brieven over Mali herhaald
       |            ^^^^^^
       |
    help: replace “295 21” with “29 521”
       |
    29 - (Kamerstuk 295 21, nr. 368) en is in latere brieven over Mali herhaald
    29 + (Kamerstuk 29 521, nr. 368) en is in latere brieven over Mali herhaald
       |

    warning[unknown-document]: 29 251, nr. 385 is not in the list (until 15 February 2025); the highest number of this dossier there is 10; is 29 521, nr. 385 meant?
      --> tests/corpus/drafts/concept-brief-sahel.md:31:53
       |
    30 | (Kamerstukken 29 521, nrs. 441 en 468). De kennisgeving van 5 september 2019
       |               ------ the letter cites dossier 29 521 here
    31 | over een taakgroep van speciale eenheden (Kamerstuk 29 251, nr. 385) paste in
       |                                                     ^^^^^^
       |
    help: replace with 29 521, nr. 385
       |
    31 - over een taakgroep van speciale eenheden (Kamerstuk 29 251, nr. 385) paste in
    31 + over een taakgroep van speciale eenheden (Kamerstuk 29 521, nr. 385) paste in
       |

    error[session-year]: “2019/21” is not a session year, which is two consecutive years
      --> tests/corpus/drafts/concept-eindevaluatie-mali.txt:45:18
       |
    45 | (Kamerstukken II 2019/21, 29 521, nr. 404). 
       |                  ^^^^^^^
       |
       = help: replace “2019/21” with “2019/20”
       = help: replace “2019/21” with “2020/21”

    warning[joint-dossier-order]: nr. 403 counts in dossier 29 521, not in 34 952: the dossier of the number stands first
      --> tests/corpus/drafts/concept-eindevaluatie-mali.txt:47:15
       |
    47 | (Kamerstukken 34 952 en 29 521, nr. 403). 
       |               ^^^^^^^^^^^^^^^^
       |
    help: put 29 521 first
       |
    47 - (Kamerstukken 34 952 en 29 521, nr. 403). 
    47 + (Kamerstukken 29 521 en 34 952, nr. 403). 
       |

    error[missing-number]: the number of the paper is missing
      --> tests/corpus/drafts/concept-voortgang-vredesfaciliteit.md:17:23
       |
    17 | (Kamerstuk 21 501-02, nr. ).
       |                       ^^^

    18 letters checked: 3 errors, 2 warnings.
    To explain a code: griffier explain malformed-dossier
    ");
}

#[test]
fn what_has_been_published_is_without_fault() {
    let desk = Desk::new();
    let done = run(&desk, &["check", "tests/corpus/letters"]);
    assert_eq!(done.all(), "exit 0\n--- stdout\n15 brieven nagekeken: niets op aan te merken.\n");
}

#[cfg(not(windows))]
#[test]
fn a_paper_of_the_sample() {
    let desk = Desk::new();
    insta::assert_snapshot!(run(&desk, &["show", "--root", "tests/corpus", "Kamerstukken 29 521 en 34 952, nr. 403"]).all(), @r"
    exit 0
    --- stdout
    BRIEF VAN DE MINISTERS VAN BUITENLANDSE ZAKEN EN VOOR BUITENLANDSE HANDEL EN ONTWIKKELINGSSAMENWERKING

    Kamerstuk 29 521, nr. 403
    Brief · Tweede Kamer · 17 maart 2020
    Afzenders: De Minister van Buitenlandse Zaken, S.A. Blok; De Minister voor Buitenlandse Handel en Ontwikkelingssamenwerking, S.A.M. Kaag
    Dossier 29 521: Nederlandse deelname aan vredesmissies
    Dossier 34 952: Investeren in Perspectief – Goed voor de Wereld, Goed voor Nederland

    “Uw Kamer heeft tijdens het algemeen overleg van 11 februari jl. gevraagd om een brief over de inzet van Nederland en van de Europese Unie in de Sahel. Mede namens de Minister van Defensie voldoen wij met deze brief aan dat verzoek. Achtereenvolgens komen de ontwikkelingen in de regio, de Nederlandse…”

    Bekend uit letters/29521/kst-29521-403.txt en de lijst voorbeeld.txt (t/m 15-2-2025)
    In dit corpus 7 keer aangehaald
    kst-29521-403: https://zoek.officielebekendmakingen.nl/kst-29521-403.html
    ");
    insta::assert_snapshot!(run(&desk, &["show", "--root", "tests/corpus", "kst-29521-400", "--lang", "en"]).all(), @r"
    exit 0
    --- stdout
    Kamerstuk 29 521, nr. 400

    Tweede Kamer
    Dossier 29 521: Nederlandse deelname aan vredesmissies

    Known from the list voorbeeld.txt (until 15 February 2025)
    Cited nowhere in this corpus
    kst-29521-400: https://zoek.officielebekendmakingen.nl/kst-29521-400.html
    ");
}

#[test]
fn the_sample_is_well() {
    let desk = Desk::new();
    let done = run(&desk, &["doctor", "--root", "tests/corpus"]);
    assert_eq!((done.code, done.stderr.as_str()), (0, "alles is in orde\n"));
    for part in ["griffier 0.", "brieven             18", "voorbeeld.txt: ", "volledig t/m 15-2-2025"] {
        assert!(done.stdout.contains(part), "{part}: {}", done.all());
    }
}

/// What the README shows as output is output.
#[cfg(not(windows))]
#[test]
fn the_example_in_the_readme() {
    let readme = std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/README.md")).unwrap();
    let shown = readme.split("```text\n").nth(1).and_then(|rest| rest.split("\n```").next()).unwrap();
    let printed = run(&Desk::new(), &["check", "--exit-zero", "tests/corpus"]).all();
    assert!(printed.contains(shown), "the README shows\n{shown}\nbut griffier prints\n{printed}");
}
