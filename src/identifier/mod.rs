//! The official identifiers of parliamentary papers, and the parts that they are made of.
//!
//! Layer 1. Everything here is a value that parses and prints; nothing here knows whether a paper exists.
//! The schemes are those of officielebekendmakingen.nl, and for cases and documents of the Tweede Kamer, Griffier's own prefixes `tkz:` and `tkd:`.

mod address;
mod budget;
mod celex;
mod date;
mod document;
mod dossier;
mod kamer;
mod number;
mod opening;
mod printed;
mod record;
mod roman;
mod session;
mod web;

pub use address::{official_url, read_address};
pub use budget::is_budget_dossier;
pub use celex::read_celex;
pub use date::{Date, WrittenDate, date_in_words, find_date_in_words, is_month, written_dates};
pub use document::{DocumentId, Kamerstuk, NotAnIdentifier, Series, Sessional, Suffix};
pub use dossier::{Dossier, DossierNumber, Toevoeging};
pub use kamer::Kamer;
pub use number::Ondernummer;
pub use opening::{first_dossier_opened_in, first_session_of};
pub use record::{PageRange, Record, last_meeting_by_page};
pub use roman::Roman;
pub use session::SessionYear;
pub use web::read_web_address;
