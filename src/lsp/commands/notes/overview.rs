//! `griffier.notes.overview`: opens the page with the notes on a letter, or on all letters.

use serde::Deserialize;
use serde_json::Value;
use tower_lsp::gen_lsp_types::Uri;

use crate::ide::Grouping;
use crate::lsp::commands::Answer;
use crate::lsp::features::notes_page;
use crate::lsp::outbox::Notice;
use crate::lsp::state::State;
use crate::messages::Message;

#[derive(Default, Deserialize)]
struct Wanted {
    uri: Option<Uri>,
    by: Option<String>,
}

pub(super) fn run(state: &mut State, arguments: &[Value], answer: Answer) {
    // Without an argument it is about everything.
    let wanted = if arguments.is_empty() { Some(Wanted::default()) } else { super::told(arguments) };
    let Some(Wanted { uri, by }) = wanted else { return answer.refuse() };
    let by = by.as_deref().map_or(Some(Grouping::default()), Grouping::from_name);
    let Some(by) = by else { return answer.refuse() };
    let (grounds, around) = (state.grounds(), state.surroundings());
    let outbox = state.outbox.clone();
    state.work(move || match notes_page::opened(by, uri.as_ref(), &grounds, &around) {
        Some(uri) => {
            outbox.put(Notice::show(uri, around.facts.shows_documents, around.say));
            answer.give(Value::Null);
        }
        None => answer.fail(&Message::new("notes-page-unwritten"), around.say, &outbox),
    });
}
