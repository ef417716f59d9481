//! Getting from the official services what exists, and the papers themselves.
//!
//! Layer 6, and the only module that reaches the network. Nothing here is done of itself: a command or an action of the user starts it.
//! What it needs of the outside world is handed in: the settings, the clock and whoever watches. It knows neither terminal nor editor.

mod client;
mod clock;
mod harvest;
mod odata;
mod papers;
mod query;
mod retry;
mod sru;
mod tls;
mod trouble;

pub use client::{Answer, Client, Flaw, Validators, Wanted};
pub use clock::{Clock, SystemClock};
pub use harvest::{Asked, Harvest, LIST_FILE, Outcome, Plan, Scope, Stage, catalogue_folder};
pub use papers::{NotHad, fetch_paper, has_text};
pub use query::Family;
pub use retry::Patience;
pub use trouble::Trouble;
