//! Everything that the server says of its own accord goes through here, and nothing else ever waits for the client.
//!
//! A handler that awaits the client can lock both up: each waits for the other to read.
//! So the rest of the server only puts messages down; one task takes them to the client, as fast as that one reads.
//! While it does not read, newer messages overtake older ones of the same kind, so that the box stays small.
//! Answers to what we ask come back to the engine as events, or do not come within [`PATIENCE`].

use std::collections::VecDeque;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::task::Poll;
use std::time::Duration;

use futures_util::poll;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use tokio::sync::Notify;
use tower_lsp::Client;
use tower_lsp::gen_lsp_types::{
    ConfigurationItem, Diagnostic, LogTraceNotification, LogTraceParams, LspNotificationMethod,
    MessageDirection, MessageType, Notification, ProgressNotification, ProgressParams, ProgressToken,
    Registration, ShowDocumentParams, Unregistration, Uri, WorkDoneProgressBegin, WorkDoneProgressEnd,
    WorkDoneProgressReport,
};
use tracing::debug;

use crate::messages::{Message, Translator};

/// So long is waited for an answer of the client; one that shows a dialogue first may take its time.
const PATIENCE: Duration = Duration::from_secs(30);
/// So many lines of log, or messages for the user, are kept for a client that does not read.
const LINES: usize = 256;

/// A message to the client.
#[derive(Clone, PartialEq, Debug)]
pub(super) enum Notice {
    /// The diagnostics of a document.
    Publish { uri: Uri, version: Option<i32>, diagnostics: Vec<Diagnostic> },
    /// A message for the user.
    Show(MessageType, String),
    /// A line for the log of the client.
    Log(MessageType, String),
    /// What the client asked to hear of our work, by `$/setTrace`.
    Trace(LogTraceParams),
    /// Opens a document for the user.
    ShowDocument(Uri),
    /// What the server is doing.
    Status(Status),
    /// The notes of these letters have changed.
    AnnotationsChanged(Vec<Uri>),
    /// Progress of a job whose token the client knows.
    Progress(i32, Progress),
    /// Asks for room to show progress; answered by [`Reply::ProgressCreated`].
    CreateProgress(i32),
    /// Asks to be told of more.
    Register(Vec<Registration>),
    /// Asks to be told of less.
    Unregister(Vec<Unregistration>),
    /// Asks the client to ask for diagnostics anew.
    RefreshDiagnostics,
    /// Asks for settings; answered by [`Reply::Configuration`].
    Configuration(Vec<ConfigurationItem>),
}

impl Notice {
    /// Opens a document, or tells where it lies in a client that opens none for us.
    pub(super) fn show(uri: Uri, opens: bool, say: Translator) -> Self {
        if opens {
            return Self::ShowDocument(uri);
        }
        let path = uri.to_file_path().map_or_else(|()| uri.to_string(), |path| path.display().to_string());
        Self::Show(MessageType::Info, say.text(&Message::new("server-open-file").with("path", path)))
    }
}

/// How far a job is.
#[derive(Clone, PartialEq, Debug)]
pub(super) enum Progress {
    Begin(WorkDoneProgressBegin),
    Report(WorkDoneProgressReport),
    End(WorkDoneProgressEnd),
}

/// What the client answered.
#[derive(Clone, PartialEq, Debug)]
pub(super) enum Reply {
    /// The settings that were asked for; `None` where they did not come.
    Configuration(Option<Vec<Value>>),
    /// Whether there is room to show the progress of this job.
    ProgressCreated(i32, bool),
}

/// The parameters of `griffier/status`.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub(super) struct Status {
    /// Nothing is being read or checked, and nothing is about to be sent.
    pub(super) quiescent: bool,
    /// Whether something needs attention.
    pub(super) health: Health,
    /// One sentence for the user.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) message: Option<String>,
}

/// Whether something needs attention.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Default, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(super) enum Health {
    #[default]
    Ok,
    Warning,
    Error,
}

enum StatusNotification {}

impl Notification for StatusNotification {
    type Params = Status;
    const METHOD: LspNotificationMethod<'static> = LspNotificationMethod::Custom("griffier/status");
    const MESSAGE_DIRECTION: MessageDirection = MessageDirection::ServerToClient;
}

/// The parameters of `griffier/annotationsChanged`.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
struct AnnotationsChanged {
    uris: Vec<Uri>,
}

enum AnnotationsChangedNotification {}

impl Notification for AnnotationsChangedNotification {
    type Params = AnnotationsChanged;
    const METHOD: LspNotificationMethod<'static> =
        LspNotificationMethod::Custom("griffier/annotationsChanged");
    const MESSAGE_DIRECTION: MessageDirection = MessageDirection::ServerToClient;
}

/// Where messages to the client are put down. Putting one down never waits.
#[derive(Clone, Debug, Default)]
pub(super) struct Outbox {
    shared: Arc<Shared>,
}

#[derive(Debug, Default)]
struct Shared {
    queue: Mutex<VecDeque<Notice>>,
    arrived: Notify,
}

impl Outbox {
    pub(super) fn put(&self, notice: Notice) {
        enqueue(&mut self.queue(), notice);
        self.shared.arrived.notify_one();
    }

    /// Takes messages to the client until it is dropped. `answered` hears what the client answers.
    pub(super) async fn deliver(self, client: Client, answered: impl Fn(Reply) + Clone + Send + 'static) {
        loop {
            let Some(notice) = self.take() else {
                self.shared.arrived.notified().await;
                continue;
            };
            deliver(&client, notice, answered.clone()).await;
        }
    }

    /// All that lies here.
    #[cfg(test)]
    pub(super) fn empty(&self) -> Vec<Notice> {
        std::iter::from_fn(|| self.take()).collect()
    }

    fn take(&self) -> Option<Notice> {
        self.queue().pop_front()
    }

    fn queue(&self) -> MutexGuard<'_, VecDeque<Notice>> {
        // No one panics while holding it, and a message lost would be worse than one said twice.
        self.shared.queue.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Puts a message into the queue, in the place of one that it overtakes.
fn enqueue(queue: &mut VecDeque<Notice>, notice: Notice) {
    use Notice::{
        AnnotationsChanged, Configuration, Log, Progress as Reported, Publish, RefreshDiagnostics, Show,
        Status, Trace,
    };
    let overtaken = queue.iter().position(|waiting| match (waiting, &notice) {
        (Publish { uri, .. }, Publish { uri: newer, .. }) => uri == newer,
        (Reported(job, Progress::Report(_)), Reported(newer, Progress::Report(_))) => job == newer,
        (Status(_), Status(_))
        | (AnnotationsChanged(_), AnnotationsChanged(_))
        | (RefreshDiagnostics, RefreshDiagnostics)
        | (Configuration(_), Configuration(_)) => true,
        (Show(..), Show(..)) => *waiting == notice,
        _ => false,
    });
    match (overtaken, &notice) {
        // A status speaks of all that was put down before it, and must not come sooner.
        (Some(at), Status(_)) => {
            queue.remove(at);
            queue.push_back(notice);
        }
        // Of changed notes none is forgotten.
        (Some(at), AnnotationsChanged(new)) => {
            let new = new.clone();
            if let AnnotationsChanged(uris) = &mut queue[at] {
                uris.extend(new);
                uris.sort();
                uris.dedup();
            }
        }
        (Some(at), _) => queue[at] = notice,
        (None, _) => queue.push_back(notice),
    }
    let is_line = |notice: &Notice| matches!(notice, Log(..) | Trace(_) | Show(..));
    if queue.back().is_some_and(is_line) && queue.iter().filter(|notice| is_line(notice)).count() > LINES {
        let oldest = queue.iter().position(is_line).expect("one was counted");
        queue.remove(oldest);
    }
}

async fn deliver(client: &Client, notice: Notice, answered: impl Fn(Reply) + Send + 'static) {
    match notice {
        Notice::Publish { uri, version, diagnostics } => {
            client.publish_diagnostics(uri, diagnostics, version).await;
        }
        Notice::Show(kind, text) => client.show_message(kind, text).await,
        Notice::Log(kind, text) => client.log_message(kind, text).await,
        Notice::Trace(params) => client.send_notification::<LogTraceNotification>(params).await,
        Notice::AnnotationsChanged(uris) => {
            client.send_notification::<AnnotationsChangedNotification>(AnnotationsChanged { uris }).await;
        }
        Notice::Status(status) => client.send_notification::<StatusNotification>(status).await,
        Notice::Progress(job, progress) => {
            let value = match progress {
                Progress::Begin(begin) => serde_json::to_value(begin),
                Progress::Report(report) => serde_json::to_value(report),
                Progress::End(end) => serde_json::to_value(end),
            };
            let Ok(value) = value else { return };
            let params = ProgressParams { token: token(job), value };
            client.send_notification::<ProgressNotification>(params).await;
        }
        Notice::CreateProgress(job) => {
            let client = client.clone();
            ask(async move { client.create_work_done_progress(token(job)).await }, move |reply| {
                answered(Reply::ProgressCreated(job, reply.is_some()));
            })
            .await;
        }
        Notice::Configuration(items) => {
            let client = client.clone();
            ask(async move { client.configuration(items).await }, move |reply| {
                answered(Reply::Configuration(reply));
            })
            .await;
        }
        Notice::Register(registrations) => {
            let client = client.clone();
            ask(async move { client.register_capability(registrations).await }, |_| {}).await;
        }
        Notice::Unregister(registrations) => {
            let client = client.clone();
            ask(async move { client.unregister_capability(registrations).await }, |_| {}).await;
        }
        Notice::ShowDocument(uri) => {
            let client = client.clone();
            let params = ShowDocumentParams { uri, external: None, take_focus: Some(true), selection: None };
            ask(async move { client.show_document(params).await }, |_| {}).await;
        }
        Notice::RefreshDiagnostics => {
            let client = client.clone();
            ask(async move { client.workspace_diagnostic_refresh().await }, |_| {}).await;
        }
    }
}

/// The token of a job.
fn token(job: i32) -> ProgressToken {
    ProgressToken::String(format!("griffier/{job}"))
}

/// Sends a request, and waits elsewhere for its answer, so that the next message can go.
async fn ask<T: Send + 'static>(
    request: impl Future<Output = tower_lsp::jsonrpc::Result<T>> + Send + 'static,
    answered: impl FnOnce(Option<T>) + Send + 'static,
) {
    let mut request = Box::pin(request);
    // The first poll puts the request in line, so that it goes before whatever is delivered next: a registration before its end.
    let at_once = poll!(&mut request);
    tokio::spawn(async move {
        let reply = match at_once {
            Poll::Ready(reply) => Ok(reply),
            Poll::Pending => tokio::time::timeout(PATIENCE, request).await,
        };
        match reply {
            Ok(Ok(reply)) => answered(Some(reply)),
            Ok(Err(error)) => {
                debug!(%error, "the client refused a request");
                answered(None);
            }
            Err(_) => {
                debug!("the client did not answer a request");
                answered(None);
            }
        }
    });
}

#[cfg(test)]
mod tests {
    use super::*;

    fn queue(notices: impl IntoIterator<Item = Notice>) -> Vec<Notice> {
        let outbox = Outbox::default();
        notices.into_iter().for_each(|notice| outbox.put(notice));
        outbox.empty()
    }

    fn publish(name: &str, version: i32) -> Notice {
        let uri = Uri::parse(&format!("file:///{name}")).unwrap();
        Notice::Publish { uri, version: Some(version), diagnostics: Vec::new() }
    }

    fn status(quiescent: bool) -> Notice {
        Notice::Status(Status { quiescent, health: Health::Ok, message: None })
    }

    fn log(n: usize) -> Notice {
        Notice::Log(MessageType::Info, n.to_string())
    }

    #[test]
    fn newer_diagnostics_overtake_those_of_the_same_letter() {
        let notices = [publish("a", 1), publish("b", 1), publish("a", 2), publish("a", 3)];
        assert_eq!(queue(notices), [publish("a", 3), publish("b", 1)]);
    }

    #[test]
    fn a_status_comes_after_all_that_it_speaks_of() {
        let notices = [status(false), publish("a", 1), status(true)];
        assert_eq!(queue(notices), [publish("a", 1), status(true)]);
    }

    #[test]
    fn of_progress_the_last_report_counts_and_begin_and_end_are_kept() {
        let report = |percentage| {
            Notice::Progress(1, Progress::Report(WorkDoneProgressReport { percentage, ..Default::default() }))
        };
        let begin = Notice::Progress(1, Progress::Begin(WorkDoneProgressBegin::default()));
        let end = Notice::Progress(1, Progress::End(WorkDoneProgressEnd::default()));
        let notices = [begin.clone(), report(Some(10)), report(Some(90)), end.clone()];
        assert_eq!(queue(notices), [begin, report(Some(90)), end]);
    }

    #[test]
    fn refreshes_and_messages_are_not_repeated() {
        let show = Notice::Show(MessageType::Warning, "griffier.toml".to_owned());
        let notices = [Notice::RefreshDiagnostics, show.clone(), Notice::RefreshDiagnostics, show.clone()];
        assert_eq!(queue(notices), [Notice::RefreshDiagnostics, show]);
    }

    #[test]
    fn a_client_that_never_reads_costs_a_bounded_box() {
        let notices = queue((0..10_000).flat_map(|n| [log(n), publish("a", 1), status(n % 2 == 0)]));
        assert!(notices.len() < LINES + 3, "{}", notices.len());
        assert!(notices.contains(&log(9_999)));
        assert!(!notices.contains(&log(0)));
    }
}
