//! `griffier catalogue fetch` against a service that has papers, and does to its clients whatever services do.

use std::collections::BTreeMap;
use std::fs;
use std::io::Read as _;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};

use crate::desk::{Desk, Done};
use crate::server::{Reply, Request, Server};
use crate::sru::{self, Paper};

/// What the service has, which tests change.
pub(crate) type Papers = Arc<Mutex<Vec<Paper>>>;

pub(crate) fn papers(papers: Vec<Paper>) -> Papers {
    Arc::new(Mutex::new(papers))
}

/// Some papers of each family, over the years.
pub(crate) fn some() -> Vec<Paper> {
    let mut all = Vec::new();
    for (number, year) in (2018..=2023).enumerate() {
        for paper in 1..=12 {
            let dossier = 35_000 + 100 * number;
            all.push(Paper::new(&format!("kst-{dossier}-{paper}"), &format!("{year}-{paper:02}-15")));
        }
        all.push(Paper::new(&format!("ah-tk-{year}{}-7", year + 1), &format!("{year}-11-20")));
        all.push(Paper::new(&format!("h-tk-{year}{}-3-{number}", year + 1), &format!("{year}-10-02")));
    }
    all
}

/// A server that has these papers.
pub(crate) fn service(papers: &Papers) -> Server {
    service_that(papers, |_, _| None)
}

/// The same, which now and then gives another answer.
pub(crate) fn service_that(
    papers: &Papers,
    otherwise: impl Fn(&Request, usize) -> Option<Reply> + Send + Sync + 'static,
) -> Server {
    let papers = Arc::clone(papers);
    Server::start(move |request, number| {
        otherwise(request, number).unwrap_or_else(|| sru::reply(&papers.lock().unwrap(), request))
    })
}

/// A desk whose user fetches from this server, in a hurry.
pub(crate) fn desk(server: &Server) -> Desk {
    let desk = Desk::new();
    let settings = format!(
        "[fetch]\nsru = \"{}\"\npapers = \"{}\"\nodata = \"{}\"\nrequests-per-minute = 0\nretries = 3\nretry-pause = 0\n",
        server.at("/sru"),
        server.at("/papers/"),
        server.at("/odata/"),
    );
    fs::create_dir_all(desk.user_file().parent().unwrap()).unwrap();
    fs::write(desk.user_file(), settings).unwrap();
    desk
}

/// The records of the list, by their identifiers; each must be there once.
pub(crate) fn list(desk: &Desk) -> BTreeMap<String, serde_json::Value> {
    let bytes = fs::read(desk.data().join("catalogue/official.jsonl.gz")).unwrap();
    let mut text = String::new();
    flate2::read::GzDecoder::new(&bytes[..]).read_to_string(&mut text).unwrap();
    let mut records = BTreeMap::new();
    for line in text.lines() {
        let record: serde_json::Value = serde_json::from_str(line).unwrap();
        let identifier = record["identifier"].as_str().unwrap().to_owned();
        assert!(records.insert(identifier.clone(), record).is_none(), "{identifier} is there twice");
    }
    records
}

/// That the list has all papers of the service, and nothing else but their dossiers.
pub(crate) fn assert_complete(desk: &Desk, papers: &Papers) {
    let list = list(desk);
    let papers = papers.lock().unwrap();
    for paper in papers.iter() {
        let record = list.get(&paper.identifier).unwrap_or_else(|| panic!("{} is missing", paper.identifier));
        assert_eq!(record["title"], paper.title);
    }
    let others = list.keys().filter(|id| !id.starts_with("dossier/")).count();
    assert_eq!(others, papers.len());
}

fn good(done: &Done) {
    assert_eq!(done.code, 0, "{}", done.all());
}

#[test]
fn everything_arrives_once_whatever_the_server_does() {
    let papers = papers(some());
    let all = Arc::clone(&papers);
    let server = service_that(&papers, move |request, number| match number % 9 {
        1 => Some(Reply::status(500)),
        3 => Some(Reply::status(429).with("Retry-After", "0")),
        5 => {
            let page = sru::page(&all.lock().unwrap(), request);
            Some(Reply::Cut { length: page.len(), body: page.as_bytes()[..page.len() / 2].to_vec() })
        }
        7 => Some(Reply::of_type("text/html", "<html><body>Even geduld</body></html>")),
        _ => None,
    });
    let desk = desk(&server);
    good(&desk.run(&["catalogue", "fetch", "--since", "2018-01-01"]));
    assert_complete(&desk, &papers);
    // What the schema of records says of them is in order.
    let verified = desk.run(&["catalogue", "verify"]);
    good(&verified);
    assert!(verified.stdout.contains("kst 72"), "{}", verified.stdout);
    // Everything is there in every workspace, without another word.
    let shown = desk.run(&["show", "Kamerstuk 35 100, nr. 3"]).stdout;
    assert!(shown.starts_with("Brief over kst-35100-3\n"), "{shown}");
}

#[test]
fn a_page_that_comes_twice_counts_once() {
    let papers = papers(some());
    let all = Arc::clone(&papers);
    let server = service_that(&papers, move |request, _| {
        // Every record twice, as after a republication.
        let page = sru::page(&all.lock().unwrap(), request);
        let (head, rest) = page.split_once("<sru:records>")?;
        let records = rest.strip_suffix("</sru:records></sru:searchRetrieveResponse>")?;
        Some(Reply::xml(format!(
            "{head}<sru:records>{records}{records}</sru:records></sru:searchRetrieveResponse>"
        )))
    });
    let desk = desk(&server);
    good(&desk.run(&["catalogue", "fetch", "--families", "kst", "--since", "2018-01-01"]));
    papers.lock().unwrap().retain(|paper| paper.identifier.starts_with("kst-"));
    assert_complete(&desk, &papers);
}

/// So many papers in one quarter that they take three pages.
fn many() -> Vec<Paper> {
    (1..=2300).map(|number| Paper::new(&format!("kst-36000-{number}"), "2022-02-01")).collect()
}

#[test]
fn papers_that_come_and_go_between_two_pages_cost_nobody_else() {
    for change in ["gone", "new"] {
        let papers = papers(many());
        let (all, changed) = (Arc::clone(&papers), AtomicUsize::new(0));
        let server = service_that(&papers, move |request, _| {
            // Before the second page of the quarter that has any.
            let second = request.parameter("startRecord") == "1001";
            if second && changed.fetch_add(1, Ordering::Relaxed) == 0 {
                let mut all = all.lock().unwrap();
                if change == "gone" {
                    all.retain(|paper| !paper.identifier.ends_with("00"));
                } else {
                    all.push(Paper::new("kst-36000-1-n1", "2022-02-01"));
                }
            }
            None
        });
        let desk = desk(&server);
        good(&desk.run(&["catalogue", "fetch", "--families", "kst", "--since", "2021-01-01"]));
        let list = list(&desk);
        for paper in papers.lock().unwrap().iter() {
            assert!(list.contains_key(&paper.identifier), "{} is missing ({change})", paper.identifier);
        }
    }
}

#[test]
fn a_service_that_sorts_by_no_identifier_is_asked_otherwise() {
    let papers = papers(some());
    let server = service_that(&papers, |request, _| {
        request
            .parameter("query")
            .contains("sortBy dt.identifier")
            .then(|| sru::diagnostic(80, "Sort not supported"))
    });
    let desk = desk(&server);
    good(&desk.run(&["catalogue", "fetch", "--since", "2018-01-01"]));
    assert_complete(&desk, &papers);
}

#[test]
fn later_only_what_is_new_or_changed_is_asked_for() {
    let papers = papers(some());
    let tagged = Arc::clone(&papers);
    let server = service_that(&papers, move |request, _| {
        let page = sru::page(&tagged.lock().unwrap(), request);
        let tag = format!("\"{:x}\"", page.len());
        Some(if request.headers.get("if-none-match") == Some(&tag) {
            Reply::status(304)
        } else {
            Reply::xml(page).with("ETag", tag)
        })
    });
    let desk = desk(&server);
    let first = desk.run(&["catalogue", "fetch", "--since", "2018-01-01"]);
    good(&first);
    assert!(server.asked_since().len() > 4 * 24);
    let today = jiff::ZonedDateTime::now().date().to_string();
    {
        let mut papers = papers.lock().unwrap();
        papers[0].title = "Brief met een andere titel".to_owned();
        papers[0].modified.clone_from(&today);
        for number in 1..=3 {
            papers.push(Paper::new(&format!("kst-36900-{number}"), &today));
        }
    }
    let again = desk.run(&["catalogue", "fetch", "--since", "2018-01-01"]);
    good(&again);
    // Three papers, and the dossier that they are the first of.
    assert!(again.stderr.starts_with("4 nieuwe, 1 gewijzigde; "), "{}", again.stderr);
    assert_complete(&desk, &papers);
    let asked = server.asked_since();
    assert!(asked.len() <= 4 * 3, "{}", asked.len());
    assert!(asked.iter().all(|request| request.parameter("query").contains("dt.modified>=")));

    let before = fs::read(desk.data().join("catalogue/official.jsonl.gz")).unwrap();
    let third = desk.run(&["catalogue", "fetch", "--since", "2018-01-01"]);
    good(&third);
    assert!(third.stderr.starts_with("geen nieuwe, geen gewijzigde; "), "{}", third.stderr);
    let unchanged = server.asked_since();
    let conditional = unchanged.iter().filter(|request| request.headers.contains_key("if-none-match"));
    // Months are asked for apart, and in the first days of one there are two.
    let pages = conditional.count();
    assert!([4, 8].contains(&pages), "{pages} pages are asked for with what was said of them");
    assert_eq!(fs::read(desk.data().join("catalogue/official.jsonl.gz")).unwrap(), before);

    // And everything again, where that is asked for.
    papers.lock().unwrap().remove(1);
    good(&desk.run(&["catalogue", "fetch", "--since", "2018-01-01", "--rebuild"]));
    assert_complete(&desk, &papers);
}

#[test]
fn what_was_fetched_is_what_the_list_claims() {
    let papers = papers(some());
    let server = service(&papers);
    let desk = desk(&server);
    good(&desk.run(&["catalogue", "fetch", "--dossier", "35 100"]));
    let listed = desk.run(&["catalogue", "list"]).stdout;
    assert!(listed.contains("volledig: nergens in"), "{listed}");
    assert_eq!(list(&desk).len(), 12 + 1);
    assert!(list(&desk)["kst-35100-3"]["dossiers"][0]["number"] == "35100");

    good(&desk.run(&["catalogue", "fetch", "--since", "2020-06-01", "--families", "kst,ah"]));
    let listed = desk.run(&["catalogue", "list"]).stdout;
    assert!(listed.contains("volledig: kst vanaf dossier 35670, t/m "), "{listed}");
    assert!(listed.contains("volledig: ah vanaf vergaderjaar 2020–2021, t/m "), "{listed}");
    // What was there before is still there.
    assert!(list(&desk).contains_key("kst-35100-1"));

    good(&desk.run(&["catalogue", "fetch"]));
    let listed = desk.run(&["catalogue", "list"]).stdout;
    assert!(listed.contains("volledig: kst vanaf dossier 29000, t/m "), "{listed}");
    assert!(listed.contains("volledig: kv vanaf vergaderjaar 1995–1996, t/m "), "{listed}");
    assert_complete(&desk, &papers);
}

#[test]
fn fewer_papers_than_there_are_make_no_claim() {
    let papers = papers(some());
    let all = Arc::clone(&papers);
    // Some papers bear no date, so that no question about days finds them.
    let server = service_that(&papers, move |request, _| {
        let mut all = all.lock().unwrap().clone();
        if !request.parameter("query").contains("dt.date") {
            all.extend((1..=20).map(|number| Paper::new(&format!("kst-36100-{number}"), "")));
        }
        Some(sru::reply(&all, request))
    });
    let desk = desk(&server);
    let done = desk.run(&["catalogue", "fetch", "--families", "kst"]);
    good(&done);
    assert!(done.stderr.contains("van kst kwamen 72 van de 92 stukken"), "{}", done.stderr);
    assert!(done.stderr.contains("volledig: nergens in"), "{}", done.stderr);
}

#[test]
fn a_server_that_sends_us_elsewhere_or_away_is_told_and_nothing_is_there() {
    let papers = papers(some());
    let server = service_that(&papers, |request, _| match &request.parameter("query")[..] {
        query if query.contains("dt.date<\"2001-04-01\"") => {
            Some(Reply::status(302).with("Location", "http://elders.voorbeeld/sru"))
        }
        _ => None,
    });
    let desk = desk(&server);
    insta::assert_snapshot!(desk.run(&["catalogue", "fetch"]).all(), @r"
    exit 2
    --- stderr
    wat er al is, blijft bewaard, en dezelfde opdracht gaat daar verder
    fout: 127.0.0.1 verwijst door naar http://elders.voorbeeld/sru, en dat adres staat niet in uw instellingen
    hulp: controleer de adressen onder [fetch] in uw eigen instellingenbestand; staan die goed, probeer het dan later opnieuw
    ");
    assert!(!desk.data().join("catalogue/official.jsonl.gz").exists());
    assert!(!desk.data().join("catalogue/catalogue.toml").exists());

    let server = Server::start(|_, _| Reply::status(503).with("Retry-After", "7200"));
    let desk = self::desk(&server);
    insta::assert_snapshot!(desk.run(&["catalogue", "fetch"]).all(), @r"
    exit 2
    --- stderr
    fout: 127.0.0.1 vraagt om 120 minuten rust
    hulp: probeer het later opnieuw
    ");
    let server = Server::start(|_, _| sru::diagnostic(10, "mismatched input"));
    let desk = self::desk(&server);
    insta::assert_snapshot!(desk.run(&["catalogue", "fetch"]).all(), @r"
    exit 2
    --- stderr
    fout: 127.0.0.1 begrijpt de vraag niet: mismatched input
    hulp: de dienst is misschien veranderd; kijk of er een nieuwere griffier is
    ");
}

#[test]
fn a_dry_run_asks_how_much_there_is_and_writes_no_list() {
    let papers = papers(some());
    let server = service(&papers);
    let desk = desk(&server);
    let dry = ["catalogue", "fetch", "--dry-run", "--families", "kst,ah", "--since", "2020-11-01"];
    let told = desk.run(&dry).stderr;
    assert!(told.starts_with("kst: 38 stukken\nah: 4 stukken\ndat zijn ongeveer "), "{told}");
    assert_eq!(server.asked().len(), 2);
    assert!(server.asked().iter().all(|request| request.parameter("maximumRecords") == "1"));
    assert!(!desk.data().join("catalogue/official.jsonl.gz").exists());
}

#[test]
fn a_workspace_does_not_choose_where_requests_go() {
    let papers = papers(some());
    let (server, other) = (service(&papers), service(&papers));
    let desk = desk(&server);
    fs::write(desk.at("griffier.toml"), format!("[fetch]\nsru = \"{}\"\n", other.at("/sru"))).unwrap();
    let done = desk.run(&["catalogue", "fetch", "--families", "ah"]);
    good(&done);
    assert!(done.stderr.contains("[fetch] geldt alleen in uw eigen instellingenbestand"), "{}", done.stderr);
    assert!(other.asked().is_empty() && !server.asked().is_empty());
}

#[test]
fn a_list_that_was_damaged_or_taken_away_is_fetched_anew() {
    let papers = papers(some());
    let server = service(&papers);
    let desk = desk(&server);
    let fetch = ["catalogue", "fetch", "--families", "kst", "--since", "2018-01-01"];
    good(&desk.run(&fetch));
    let list = desk.data().join("catalogue/official.jsonl.gz");
    let bytes = fs::read(&list).unwrap();
    fs::write(&list, &bytes[..bytes.len() / 2]).unwrap();
    let done = desk.run(&fetch);
    assert_eq!(done.code, 2, "{}", done.all());
    assert!(done.stderr.contains("griffier catalogue fetch --rebuild"), "{}", done.stderr);
    good(&desk.run(&["catalogue", "fetch", "--families", "kst", "--since", "2018-01-01", "--rebuild"]));
    papers.lock().unwrap().retain(|paper| paper.identifier.starts_with("kst-"));
    assert_complete(&desk, &papers);
    fs::remove_file(&list).unwrap();
    good(&desk.run(&fetch));
    assert_complete(&desk, &papers);
}

#[test]
fn an_old_list_makes_no_warning_of_a_new_paper() {
    let papers = papers(some());
    let server = service(&papers);
    let desk = desk(&server);
    good(&desk.run(&["catalogue", "fetch", "--families", "kst"]));
    // Known, absent in the midst of its dossier, and newer than the list can know.
    let today = jiff::ZonedDateTime::now().date();
    let letter = format!(
        "---\ndate: {today}\n---\nZie Kamerstuk 35 100, nr. 3, Kamerstuk 35 100, nr. 99 en Kamerstuk 36 990, nr. 2.\n"
    );
    fs::write(desk.at("brief.md"), letter).unwrap();
    let checked = desk.run(&["check", "--format", "json", "brief.md"]);
    let report = checked.json();
    let findings = report["files"][0]["findings"].as_array().unwrap();
    for finding in findings {
        assert_eq!(finding["severity"], "hint", "{finding}");
    }
    assert!(
        findings.iter().any(|finding| finding["message"].as_str().unwrap().contains("36 990")),
        "{report}"
    );
    assert_eq!(checked.code, 0);
}
