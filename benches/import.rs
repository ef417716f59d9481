//! How fast papers in official XML become letters, beside the parser alone on the same bytes.
//!
//! Goal: 500 papers a second on two cores, from disk to disk. With `GRIFFIER_PAPERS=DIR` it writes ten thousand papers there, for `griffier import` to be timed on, and measures nothing.

#![expect(clippy::print_stdout, reason = "it tells its figures")]

use std::fmt::Write as _;
use std::fs;
use std::hint::black_box;
use std::path::Path;

use criterion::{Criterion, Throughput};
use griffier::import::{Source, letter, read};

/// So many papers are written to disk.
const ON_DISK: u32 = 10_000;

const WORDS: [&str; 24] = [
    "de",
    "het",
    "een",
    "van",
    "in",
    "Kamer",
    "kabinet",
    "geïnformeerd",
    "brief",
    "beleid",
    "begroting",
    "gemeenten",
    "voortgang",
    "onderzoek",
    "maatregelen",
    "commissie",
    "overleg",
    "één",
    "wijziging",
    "voorstel",
    "wet",
    "termijn",
    "coördinatie",
    "middelen",
];

/// Numbers that look like chance and are the same every time.
struct Chance(u64);

impl Chance {
    fn below(&mut self, limit: u64) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % limit
    }

    fn sentence(&mut self, out: &mut String) {
        for _ in 0..12 + self.below(12) {
            let word = WORDS[usize::try_from(self.below(24)).unwrap_or(0)];
            out.push_str(word);
            out.push(' ');
        }
        out.truncate(out.trim_end().len());
        out.push('.');
    }
}

/// A letter of the government in the structure of the publisher: parts with headings, lists, a table, notes, links, a signature; some 20 kB.
fn paper(number: u32) -> String {
    let mut chance = Chance(u64::from(number));
    let mut out = format!(
        "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<officiele-publicatie xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" xsi:noNamespaceSchemaLocation=\"http://technische-documentatie.oep.overheid.nl/schema/op-xsd-2012-2\">\n<metadata><meta name=\"OVERHEIDop.externMetadataRecord\" scheme=\"\" content=\"https://zoek.officielebekendmakingen.nl/kst-{}-{}/metadata.xml\"/></metadata>\n<kamerstuk>\n<kamerstukkop><tekstregel inhoud=\"vergaderjaar\">Vergaderjaar 2019-2020</tekstregel><tekstregel inhoud=\"kameraanduiding\">Tweede Kamer der Staten-Generaal</tekstregel></kamerstukkop>\n<dossier><dossiernummer><dossiernr>{}</dossiernr></dossiernummer><titel>Voortgang van het beleid</titel></dossier>\n<stuk><stuknr>Nr. <ondernummer kamer=\"2\">{}</ondernummer></stuknr><titel>BRIEF VAN DE MINISTER VAN DEFENSIE</titel>\n<datumtekst>Ontvangen <datum isodatum=\"2020-03-27\">27 maart 2020</datum></datumtekst>\n<algemeen><vrije-tekst><tekst status=\"goed\">\n",
        29_000 + number / 50,
        number % 50 + 1,
        29_000 + number / 50,
        number % 50 + 1,
    );
    let mut notes = 0;
    for part in 1..=8 {
        let _ = writeln!(out, "<divisie><kop><nr>{part}.</nr><titel>Onderdeel</titel></kop>");
        for _ in 0..4 {
            out.push_str("<al-groep><al>");
            chance.sentence(&mut out);
            notes += 1;
            let _ = write!(
                out,
                " Zie de <nadruk type=\"cur\">brief</nadruk> (Kamerstuk <extref doc=\"kst-29521-385\" soort=\"document\" status=\"actief\">29 521, nr. 385</extref>)<noot id=\"n{notes}\" type=\"voet\"><noot.nr>{notes}</noot.nr><noot.al>Kamerstukken II 2019/20, 29 521, nr. {notes}.</noot.al></noot>. "
            );
            chance.sentence(&mut out);
            out.push_str("</al></al-groep>\n");
        }
        out.push_str("<lijst type=\"expliciet\">");
        for _ in 0..4 {
            out.push_str("<li><li.nr>–</li.nr><al>");
            chance.sentence(&mut out);
            out.push_str("</al></li>");
        }
        out.push_str("</lijst></divisie>\n");
    }
    out.push_str("<table><tgroup cols=\"2\"><colspec colname=\"a\"/><colspec colname=\"b\"/><thead><row><entry><al>Jaar</al></entry><entry><al>Bedrag</al></entry></row></thead><tbody>");
    for year in 2000..2020 {
        let _ = write!(
            out,
            "<row><entry><al>{year}</al></entry><entry><al>{}</al></entry></row>",
            chance.below(9999)
        );
    }
    out.push_str("</tbody></tgroup></table>\n</tekst></vrije-tekst></algemeen><tekst-sluiting><ondertekening><functie>De Minister van Defensie,</functie><naam><voornaam>A.</voornaam><achternaam>de Vries</achternaam></naam></ondertekening></tekst-sluiting></stuk>\n</kamerstuk>\n</officiele-publicatie>\n");
    out
}

fn main() {
    if let Some(folder) = std::env::var_os("GRIFFIER_PAPERS") {
        fs::create_dir_all(&folder).expect("the folder can be made");
        for number in 0..ON_DISK {
            let path = Path::new(&folder).join(format!("{number}.xml"));
            fs::write(path, paper(number)).expect("there is room");
        }
        return;
    }
    let mut criterion = Criterion::default().configure_from_args();
    let mut group = criterion.benchmark_group("import");
    let xml = paper(7);
    println!("a paper of {} kB", xml.len() / 1000);
    group.throughput(Throughput::Elements(1));
    group.bench_function("the parser alone", |b| {
        b.iter(|| roxmltree::Document::parse(black_box(&xml)).is_ok());
    });
    group.bench_function("a document", |b| b.iter(|| read(black_box(xml.as_bytes()), "kst.xml").is_ok()));
    group.bench_function("a letter", |b| {
        b.iter(|| {
            let document = read(black_box(xml.as_bytes()), "kst.xml").expect("the paper is sound");
            letter(&document, &Source::new("kst.xml", xml.as_bytes()))
        });
    });
    group.finish();
    criterion.final_summary();
}
