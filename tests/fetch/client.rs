//! The client alone: what it sends, how long it waits, and what it makes of answers that are none.

use std::sync::{Arc, Mutex};
use std::time::Duration;

use griffier::config::FetchConfig;
use griffier::fetch::{Answer, Client, Clock, Flaw, Trouble, Validators, Wanted};

use crate::server::{Reply, Server};

/// A clock that remembers for how long it was to wait, and waits for nothing.
#[derive(Default)]
struct Wound(Mutex<Vec<Duration>>);

impl Clock for Wound {
    fn now(&self) -> Duration {
        self.0.lock().unwrap().iter().sum()
    }

    fn seconds(&self) -> u64 {
        // 30 November 2024, 12:00:00 UTC.
        1_732_968_000
    }

    fn today(&self) -> griffier::identifier::Date {
        jiff::civil::date(2024, 11, 30)
    }

    fn wait(&self, how_long: Duration) -> bool {
        self.0.lock().unwrap().push(how_long);
        true
    }

    fn is_stopped(&self) -> bool {
        false
    }
}

/// Settings that lead here, in no hurry and without patience.
fn settings(server: &Server) -> FetchConfig {
    FetchConfig {
        sru: server.at("/sru"),
        odata: server.at("/odata/"),
        papers: server.at("/papers/"),
        requests_per_minute: 0,
        retries: 3,
        timeout: Duration::from_secs(20),
        ..FetchConfig::default()
    }
}

fn text(bytes: &[u8]) -> Result<String, Flaw> {
    let text = String::from_utf8(bytes.to_vec()).map_err(|_| Flaw::Broken)?;
    if text.ends_with("</a>") { Ok(text) } else { Err(Flaw::Broken) }
}

/// What comes of asking, and how long was waited.
fn ask(settings: &FetchConfig, address: &str) -> (Result<Answer<String>, Trouble>, Vec<u64>) {
    let clock = Arc::new(Wound::default());
    let mut client = Client::new(settings, Arc::<Wound>::clone(&clock), 1).unwrap();
    let wanted = Wanted { address, kind: "xml", limit: 1000, validators: None };
    let answered = client.get(wanted, text);
    let pauses = clock.0.lock().unwrap().iter().map(Duration::as_secs).collect();
    (answered, pauses)
}

fn given(outcome: Result<Answer<String>, Trouble>) -> String {
    match outcome {
        Ok(Answer::Given(text, _)) => text,
        other => panic!("{other:?}"),
    }
}

#[test]
fn what_passes_is_asked_for_again_after_longer_and_longer_pauses() {
    let server = Server::start(|_, number| match number {
        0 => Reply::status(500),
        1 => Reply::Cut { length: 100, body: b"<a>half".to_vec() },
        2 => Reply::of_type("text/html", "<html>Onderhoud</html>"),
        _ => Reply::xml("<a></a>"),
    });
    let settings = FetchConfig { retry_pause: Duration::from_secs(8), ..settings(&server) };
    let (outcome, waited) = ask(&settings, &server.at("/sru"));
    assert_eq!(given(outcome), "<a></a>");
    for (waited, most) in waited.iter().zip([8, 16, 32]) {
        assert!((most / 2..=most).contains(waited), "{waited} of {most}");
    }
    assert_eq!(waited.len(), 3);
}

#[test]
fn what_does_not_pass_is_told_at_once_and_the_rest_in_the_end() {
    let server = Server::start(|request, _| match &request.target[..] {
        "/gone" => Reply::status(404),
        "/forbidden" => Reply::status(403),
        "/large" => Reply::xml(format!("<a>{}</a>", "x".repeat(1000))),
        "/html" => Reply::of_type("text/html", "<html/>"),
        "/cut" => Reply::Cut { length: 100, body: b"<a>".to_vec() },
        "/unfinished" => Reply::xml("<a>"),
        _ => Reply::status(503),
    });
    let settings = settings(&server);
    let asked = |path: &str| {
        let (outcome, _) = ask(&settings, &server.at(path));
        (outcome.unwrap_err(), server.asked_since().len())
    };
    let host = || "127.0.0.1".to_owned();
    assert_eq!(asked("/gone"), (Trouble::NotFound { address: server.at("/gone") }, 1));
    assert_eq!(asked("/forbidden"), (Trouble::Status { host: host(), status: 403 }, 1));
    assert_eq!(asked("/large"), (Trouble::TooLarge { host: host(), limit: 1000 }, 1));
    assert_eq!(asked("/html"), (Trouble::WrongType { host: host(), given: "text/html".to_owned() }, 4));
    assert_eq!(asked("/cut"), (Trouble::Cut { host: host() }, 4));
    assert_eq!(asked("/unfinished"), (Trouble::Cut { host: host() }, 4));
    assert_eq!(asked("/busy"), (Trouble::Status { host: host(), status: 503 }, 4));
}

#[test]
fn a_server_is_left_alone_for_as_long_as_it_asks() {
    let server = Server::start(|_, number| match number {
        0 => Reply::status(429).with("Retry-After", "90"),
        1 => Reply::status(503).with("Retry-After", "Sat, 30 Nov 2024 12:02:00 GMT"),
        _ => Reply::xml("<a></a>"),
    });
    let (outcome, waited) = ask(&settings(&server), &server.at("/sru"));
    assert_eq!(given(outcome), "<a></a>");
    assert_eq!(waited, [90, 120]);

    let server = Server::start(|_, _| Reply::status(429).with("Retry-After", "86400"));
    let (outcome, waited) = ask(&settings(&server), &server.at("/sru"));
    assert_eq!(outcome, Err(Trouble::Wait { host: "127.0.0.1".to_owned(), seconds: 86_400 }));
    assert_eq!((waited, server.asked().len()), (Vec::new(), 1));
}

#[test]
fn no_answer_in_time_is_none() {
    let server = Server::start(|_, number| if number < 2 { Reply::Silence } else { Reply::xml("<a></a>") });
    let settings = FetchConfig { timeout: Duration::from_millis(100), ..settings(&server) };
    let (outcome, _) = ask(&settings, &server.at("/sru"));
    // On a machine that is busy the last answer may be late too.
    match outcome {
        Ok(Answer::Given(text, _)) => assert_eq!(text, "<a></a>"),
        Err(trouble) => assert!(matches!(trouble, Trouble::TimedOut { .. }), "{trouble:?}"),
        other => panic!("{other:?}"),
    }
    assert!(server.asked().len() >= 3);
    let silent = Server::start(|_, _| Reply::Silence);
    let settings = FetchConfig { timeout: Duration::from_millis(50), retries: 1, ..settings };
    let (outcome, _) = ask(&settings, &silent.at("/sru"));
    assert!(matches!(outcome, Err(Trouble::TimedOut { .. })), "{outcome:?}");
}

#[test]
fn one_is_sent_on_within_what_the_settings_name_and_no_further() {
    let other = Server::start(|_, _| Reply::xml("<a>elders</a>"));
    let to = other.at("/papers/x.xml");
    let server = Server::start(move |request, _| match &request.target[..] {
        "/here" => Reply::status(302).with("Location", "/there"),
        "/there" => Reply::xml("<a>hier</a>"),
        "/circle" => Reply::status(301).with("Location", "/circle"),
        _ => Reply::status(301).with("Location", to.clone()),
    });
    let settings = settings(&server);
    assert_eq!(given(ask(&settings, &server.at("/here")).0), "<a>hier</a>");
    let (outcome, _) = ask(&settings, &server.at("/elsewhere"));
    let expected = Trouble::Elsewhere { host: "127.0.0.1".to_owned(), to: other.at("/papers/x.xml") };
    assert_eq!(outcome, Err(expected));
    assert!(other.asked().is_empty());
    assert!(matches!(ask(&settings, &server.at("/circle")).0, Err(Trouble::Elsewhere { .. })));
    let named = FetchConfig { papers: other.at("/papers/"), ..settings };
    assert_eq!(given(ask(&named, &server.at("/elsewhere")).0), "<a>elders</a>");
}

#[test]
fn no_faster_than_it_may_and_with_a_name() {
    let server = Server::start(|_, _| Reply::xml("<a></a>"));
    let settings = FetchConfig {
        requests_per_minute: 30,
        contact: Some("griffie@voorbeeld.nl\r\nX: y".to_owned()),
        ..settings(&server)
    };
    let clock = Arc::new(Wound::default());
    let mut client = Client::new(&settings, Arc::<Wound>::clone(&clock), 1).unwrap();
    let address = server.at("/sru");
    let wanted = Wanted { address: &address, kind: "xml", limit: 1000, validators: None };
    for _ in 0..3 {
        client.get(wanted, text).unwrap();
    }
    assert_eq!(*clock.0.lock().unwrap(), [Duration::from_secs(2), Duration::from_secs(2)]);
    let agent = &server.asked()[0].headers["user-agent"];
    assert_eq!(*agent, format!("griffier/{} (+griffie@voorbeeld.nl  X: y)", env!("CARGO_PKG_VERSION")));
}

#[test]
fn what_has_not_changed_is_not_sent_again() {
    let server = Server::start(|request, _| {
        if request.headers.get("if-none-match").is_some_and(|tag| tag == "\"1\"") {
            Reply::status(304)
        } else {
            Reply::xml("<a></a>").with("ETag", "\"1\"").with("Last-Modified", "Sat, 30 Nov 2024 12:00:00 GMT")
        }
    });
    let mut client = Client::new(&settings(&server), Arc::new(Wound::default()), 1).unwrap();
    let address = server.at("/sru");
    let wanted = Wanted { address: &address, kind: "xml", limit: 1000, validators: None };
    let Ok(Answer::Given(_, validators)) = client.get(wanted, text) else { panic!("an answer is given") };
    let modified = Some("Sat, 30 Nov 2024 12:00:00 GMT".to_owned());
    assert_eq!(validators, Validators { tag: Some("\"1\"".to_owned()), modified });
    let again = Wanted { validators: Some(&validators), ..wanted };
    assert_eq!(client.get(again, text), Ok(Answer::Unchanged));
    assert!(server.asked()[1].headers.contains_key("if-modified-since"));
}

#[test]
fn settings_that_make_no_sense_are_told_before_anything_is_sent() {
    let server = Server::start(|_, _| Reply::xml("<a></a>"));
    let refused = |settings: FetchConfig| Client::new(&settings, Arc::new(Wound::default()), 1).err();
    let address = FetchConfig { sru: "repository.overheid.nl/sru".to_owned(), ..settings(&server) };
    assert_eq!(refused(address), Some(Trouble::BadAddress("repository.overheid.nl/sru".to_owned())));
    let file = FetchConfig { papers: "file:///etc/".to_owned(), ..settings(&server) };
    assert_eq!(refused(file), Some(Trouble::BadAddress("file:///etc/".to_owned())));
    let proxy = FetchConfig { proxy: Some("http://".to_owned()), ..settings(&server) };
    assert!(matches!(refused(proxy), Some(Trouble::BadProxy(_))));
    let nowhere = FetchConfig { certificates: Some("/nergens/ca.pem".into()), ..settings(&server) };
    assert!(matches!(refused(nowhere), Some(Trouble::Disk { .. })));
    // A proxy is asked for what lies elsewhere.
    let proxied = FetchConfig {
        proxy: Some(server.at("")),
        sru: "http://repository.voorbeeld/sru".to_owned(),
        ..settings(&server)
    };
    assert_eq!(given(ask(&proxied, "http://repository.voorbeeld/sru").0), "<a></a>");
}
