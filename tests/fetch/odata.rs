//! The open data of the Tweede Kamer, as far as they are asked here: documents by day, 250 on a page.

use serde_json::json;

use crate::desk::Desk;
use crate::harvest::{desk, list};
use crate::server::{Reply, Request, Server};

/// A document: its number, the day that it bears, and the day on which it was changed.
#[derive(Clone)]
struct Document {
    number: String,
    date: String,
    modified: String,
}

fn documents(count: usize) -> Vec<Document> {
    (1..=count)
        .map(|number| {
            let date = format!("2024-0{}-{:02}", 1 + number % 9, 1 + number % 28);
            Document { number: format!("2024D{number:05}"), modified: date.clone(), date }
        })
        .collect()
}

/// The day that stands behind a field and a relation in a filter.
fn day<'a>(filter: &'a str, field: &str, relation: &str) -> Option<&'a str> {
    filter.split_once(&format!("{field} {relation} ")).map(|(_, rest)| &rest[..10])
}

fn page(documents: &[Document], request: &Request) -> String {
    let filter = request.parameter("$filter");
    assert!(request.target.starts_with("/odata/Document?"), "{}", request.target);
    assert!(filter.starts_with("Verwijderd eq false"), "{filter}");
    let within = |value: &str, field: &str| {
        day(&filter, field, "ge").is_none_or(|from| value >= from)
            && day(&filter, field, "lt").is_none_or(|to| value < to)
    };
    let found: Vec<&Document> = documents
        .iter()
        .filter(|it| within(&it.date, "Datum") && within(&it.modified, "GewijzigdOp"))
        .collect();
    let number = |name: &str| request.parameter(name).parse::<usize>().unwrap();
    let value: Vec<_> = found
        .iter()
        .skip(number("$skip"))
        .take(number("$top").min(250))
        .map(|it| {
            json!({
                "DocumentNummer": it.number, "Soort": "Brief regering", "Titel": "Brief",
                "Onderwerp": format!("Over {}", it.number), "Datum": format!("{}T00:00:00+01:00", it.date),
                "Vergaderjaar": "2023-2024", "Kamer": 2,
                "Kamerstukdossier": [{ "Nummer": 36410, "Toevoeging": "XVI", "Titel": "Begroting VWS" }],
            })
        })
        .collect();
    json!({ "@odata.context": "x", "@odata.count": found.len(), "value": value }).to_string()
}

fn good(desk: &Desk, arguments: &[&str]) -> String {
    let done = desk.run(arguments);
    assert_eq!(done.code, 0, "{}", done.all());
    done.stderr
}

#[test]
fn documents_of_the_kamer_arrive_once_whatever_the_server_does() {
    let all = documents(1234);
    let given = all.clone();
    let server = Server::start(move |request, number| match number % 7 {
        1 => Reply::status(502),
        2 => Reply::status(429).with("Retry-After", "0"),
        4 => Reply::of_type("text/html", "<html/>"),
        5 => {
            let page = page(&given, request);
            // It says no length, and breaks off.
            Reply::of_type("application/json", &page.as_bytes()[..page.len() - 1])
        }
        _ => Reply::of_type("application/json;odata.metadata=minimal", page(&given, request)),
    });
    let desk = desk(&server);
    let told = good(&desk, &["catalogue", "fetch", "--families", "tkd"]);
    assert!(told.contains("volledig: nergens in"), "{told}");
    let list = list(&desk);
    assert_eq!(list.len(), 1234 + 1);
    assert_eq!(list["tkd:2024D00007"]["title"], "Over 2024D00007");
    assert_eq!(list["dossier/36410-XVI"]["title"], "Begroting VWS");
    let shown = desk.run(&["show", "2024D00007"]).stdout;
    assert!(shown.starts_with("Over 2024D00007\n"), "{shown}");

    let told = good(&desk, &["catalogue", "fetch", "--families", "tkd"]);
    assert!(told.starts_with("geen nieuwe, geen gewijzigde"), "{told}");
}
