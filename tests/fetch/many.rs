//! As many records as there are in the world, with the rate limit off: how long it takes, and in how much memory.
//!
//! `cargo test --release --test fetch -- --ignored --nocapture many`; it measures and is no part of an ordinary run.

use std::fmt::Write as _;
use std::fs;
use std::process::{Child, Stdio};
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::{Duration, Instant};

use crate::desk::Desk;
use crate::harvest::desk;
use crate::server::{Reply, Request, Server};
use crate::sru::{self, Paper};

const FAMILIES: [(&str, &str); 4] = [
    ("Kamerstuk", "kst"),
    ("Handelingen", "h"),
    ("Kamervragen (Aanhangsel)", "ah"),
    ("Kamervragen zonder antwoord", "kv"),
];
const YEARS: std::ops::RangeInclusive<i32> = 1995..=2024;

/// So many records a family has in a quarter: with 1459, which is usual, there are 700,000 of them; `GRIFFIER_MANY` says otherwise.
fn per_quarter() -> usize {
    std::env::var("GRIFFIER_MANY").map_or(1459, |number| number.parse().unwrap())
}

/// A record with all that the real ones have in them, some three kilobytes.
fn record(text: &mut String, family: (&str, &str), year: i32, quarter: i32, number: usize) {
    let (name, code) = family;
    let dossier = 23_900 + (year - 1995) * 430 + quarter * 100 + i32::try_from(number / 20).unwrap();
    let identifier = match code {
        "kst" => format!("kst-{dossier}-{}", number % 20 + 1),
        "h" => format!(
            "h-tk-{year}{}-{}-{}",
            year + 1,
            quarter * 30 + i32::try_from(number / 50).unwrap(),
            number % 50 + 1
        ),
        "ah" => format!("ah-tk-{year}{}-{}", year + 1, quarter * 2000 + i32::try_from(number).unwrap()),
        _ => format!("kv-tk-{year}Z{:05}", quarter * 2000 + i32::try_from(number).unwrap()),
    };
    let month = quarter * 3 + 1 + i32::try_from(number % 3).unwrap();
    let address =
        format!("https://repository.overheid.nl/frbr/officielepublicaties/{code}/{dossier}/{identifier}/1");
    write!(
        text,
        "<sru:record><sru:recordSchema>http://standaarden.overheid.nl/sru/</sru:recordSchema><sru:recordPacking>xml</sru:recordPacking><sru:recordData><gzd:gzd><gzd:originalData><overheidwetgeving:meta>\
         <overheidwetgeving:owmskern><dcterms:identifier>{identifier}</dcterms:identifier><dcterms:title>Regels over een onderwerp dat de Kamer bezighoudt ({dossier}); Brief regering; Stand van zaken {number}</dcterms:title><dcterms:type scheme=\"OVERHEIDop.KamerstukTypen\">Kamerstuk</dcterms:type><dcterms:language>nl</dcterms:language><dcterms:creator scheme=\"OVERHEID.StatenGeneraal\">Tweede Kamer der Staten-Generaal</dcterms:creator><dcterms:modified>{year}-{month:02}-28</dcterms:modified></overheidwetgeving:owmskern>\
         <overheidwetgeving:owmsmantel><dcterms:date>{year}-{month:02}-15</dcterms:date><dcterms:available>{year}-{month:02}-28</dcterms:available><dcterms:issued>{year}-{month:02}-15</dcterms:issued><dcterms:publisher scheme=\"OVERHEID.Ministerie\">Ministerie van Binnenlandse Zaken en Koninkrijksrelaties</dcterms:publisher><dcterms:subject scheme=\"OVERHEID.TaxonomieBeleidsagenda\">Bestuur | Parlement</dcterms:subject></overheidwetgeving:owmsmantel>\
         <overheidwetgeving:tpmeta><c:product-area>officielepublicaties</c:product-area><c:content-area>officielepublicaties/{code}/{dossier}</c:content-area><overheidwetgeving:documenttitel>Brief van de minister over de stand van zaken van het onderwerp, met antwoorden op vragen van de commissie, deel {number}</overheidwetgeving:documenttitel><overheidwetgeving:dossiernummer>{dossier}</overheidwetgeving:dossiernummer><overheidwetgeving:dossiertitel>Regels over een onderwerp dat de Kamer bezighoudt ({dossier})</overheidwetgeving:dossiertitel><overheidwetgeving:indiener>A.B.C. de Vries-Jansen</overheidwetgeving:indiener><overheidwetgeving:indiener>D. Pietersen</overheidwetgeving:indiener><overheidwetgeving:ondernummer>{number}</overheidwetgeving:ondernummer><overheidwetgeving:organisatietype>staten generaal</overheidwetgeving:organisatietype><overheidwetgeving:publicatienaam>{name}</overheidwetgeving:publicatienaam><overheidwetgeving:subrubriek>Brief</overheidwetgeving:subrubriek><overheidwetgeving:vergaderjaar>{year}-{}</overheidwetgeving:vergaderjaar></overheidwetgeving:tpmeta></overheidwetgeving:meta></gzd:originalData>\
         <gzd:enrichedData><gzd:url>{address}/xml/{identifier}.xml</gzd:url><gzd:preferredUrl>https://zoek.officielebekendmakingen.nl/{identifier}.html</gzd:preferredUrl><gzd:itemUrl manifestation=\"html\">{address}/html/{identifier}.html</gzd:itemUrl><gzd:itemUrl manifestation=\"metadata\">{address}/metadata/metadata.xml</gzd:itemUrl><gzd:itemUrl manifestation=\"metadataowms\">{address}/metadataowms/metadata_owms.xml</gzd:itemUrl><gzd:itemUrl manifestation=\"pdf\">{address}/pdf/{identifier}.pdf</gzd:itemUrl><gzd:itemUrl manifestation=\"xml\">{address}/xml/{identifier}.xml</gzd:itemUrl><gzd:timestamp>{year}-{month:02}-28T14:47:53.69679+02:00</gzd:timestamp></gzd:enrichedData></gzd:gzd></sru:recordData></sru:record>",
        year + 1,
    )
    .unwrap();
}

fn answer(request: &Request, new: &[Paper]) -> Reply {
    let cql = request.parameter("query");
    if cql.contains("dt.modified") {
        return sru::reply(new, request);
    }
    let family = FAMILIES.into_iter().find(|(name, _)| cql.contains(&format!("\"{name}\""))).unwrap();
    let day = cql.split("dt.date>=\"").nth(1).map(|rest| rest[..10].to_owned());
    let (mut total, mut quarter) = (0, None);
    if let Some(day) = &day {
        let year: i32 = day[..4].parse().unwrap();
        if YEARS.contains(&year) {
            total = per_quarter();
            quarter = Some((year, (day[5..7].parse::<i32>().unwrap() - 1) / 3));
        }
    } else if !cql.contains("dt.date<") {
        total = per_quarter() * 4 * YEARS.count();
    }
    let number = |name: &str| request.parameter(name).parse::<usize>().unwrap();
    let mut text = format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?><sru:searchRetrieveResponse xmlns:overheidwetgeving=\"http://standaarden.overheid.nl/wetgeving/\" xmlns:dcterms=\"http://purl.org/dc/terms/\" xmlns:sru=\"http://docs.oasis-open.org/ns/search-ws/sruResponse\" xmlns:gzd=\"http://standaarden.overheid.nl/sru\" xmlns:c=\"http://standaarden.overheid.nl/collectie/\"><sru:numberOfRecords>{total}</sru:numberOfRecords><sru:records>"
    );
    if let Some((year, quarter)) = quarter {
        let start = number("startRecord") - 1;
        for record_number in start..(start + number("maximumRecords")).min(total) {
            record(&mut text, family, year, quarter, record_number);
        }
    }
    Reply::xml(text + "</sru:records></sru:searchRetrieveResponse>")
}

/// Runs the command, and tells how long it took in seconds, and the most memory that it held in megabytes, where the system tells.
fn measured(desk: &Desk) -> (f64, Option<u64>) {
    let mut command = std::process::Command::new(env!("CARGO_BIN_EXE_griffier"));
    desk.environment(|name, value| {
        match value {
            Some(value) => command.env(name, value),
            None => command.env_remove(name),
        };
    });
    command.current_dir(desk.at("")).args(["catalogue", "fetch"]).stdout(Stdio::null());
    let started = Instant::now();
    let mut child = command.spawn().unwrap();
    let most = peak(&mut child);
    assert!(child.wait().unwrap().success());
    (started.elapsed().as_secs_f64(), most)
}

fn peak(child: &mut Child) -> Option<u64> {
    let mut most = None;
    while child.try_wait().unwrap().is_none() {
        let status = fs::read_to_string(format!("/proc/{}/status", child.id())).unwrap_or_default();
        let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
        let now = line.and_then(|line| line.trim().trim_end_matches(" kB").parse::<u64>().ok());
        most = most.max(now.map(|kilobytes| kilobytes >> 10));
        thread::sleep(Duration::from_millis(20));
    }
    most
}

#[test]
#[ignore = "it measures; run it with --release"]
fn many_records_are_fetched_and_then_only_a_hundred_new_ones() {
    let new: Arc<Mutex<Vec<Paper>>> = Arc::default();
    let added = Arc::clone(&new);
    let server = Server::start(move |request, _| answer(request, &added.lock().unwrap()));
    let desk = desk(&server);
    let (seconds, memory) = measured(&desk);
    let list = desk.data().join("catalogue/official.jsonl.gz");
    println!("all: {seconds:.1} s, {memory:?} MB, a list of {} MB", fs::metadata(list).unwrap().len() >> 20);
    let today = jiff::ZonedDateTime::now().date().to_string();
    new.lock().unwrap().extend((1..=100).map(|number| Paper::new(&format!("kst-36950-{number}"), &today)));
    let (seconds, memory) = measured(&desk);
    println!("a hundred new ones: {seconds:.1} s, {memory:?} MB");
    let listed = desk.run(&["catalogue", "list"]);
    println!("{}", listed.all());
    let shown = desk.run(&["show", "kst-36950-100"]).stdout;
    assert!(shown.contains("kst-36950-100"), "{shown}");
}
