//! Moves messages between the streams of the client and the service.
//!
//! This stands in the place of `tower_lsp::Server`, for four reasons, each a test of ours:
//! that one ends at a bad frame; it makes no promise about the order in which handlers begin; while the client does not read, it handles no notification, so that the server's text stays behind; and a handler that panics ends it.
//! Here every handler is polled once, in the order of arrival, before the next message is looked at.
//! What a handler does before its first await therefore happens in the order of the wire, by construction.

use std::future::poll_fn;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use std::task::Poll;
use std::time::Duration;

use futures_util::future::FutureExt;
use futures_util::stream::StreamExt;
use futures_util::{SinkExt, poll};
use serde_json::Value;
use tokio::io::{AsyncRead, AsyncReadExt, AsyncWrite, AsyncWriteExt};
use tokio::sync::{OwnedSemaphorePermit, Semaphore, mpsc};
use tokio::task::JoinHandle;
use tokio_util::sync::CancellationToken;
use tower_lsp::jsonrpc::{Error, Id, Request, Response};
use tower_lsp::{ClientSocket, LanguageServer, LspService};
use tower_service::Service;
use tracing::{debug, error, warn};

use super::framing::{BadFrame, Decoder, encode};
use super::message::{Incoming, classify, outgoing};
use super::partial;

/// So many requests may be under way; a cancellation waits behind one more. The default of `tower_lsp` is four, at which it waits behind the fifth slow request.
const CONCURRENCY_LEVEL: usize = 256;
/// So many bytes of answers are kept for a client that does not read, in units of [`UNIT`]; then we stop reading as well.
const ANSWERS: usize = 64 << 10;
const UNIT: usize = 1 << 10;
/// So long may the last answers take to be written when the server ends.
const FAREWELL: Duration = Duration::from_millis(500);

type Frames = mpsc::Receiver<Result<Value, BadFrame>>;

/// Serves until `exit`, the end of the input, an output that is gone, or `stop`. Whether a `shutdown` was answered decides the exit code.
pub(super) async fn run<I, O, B>(
    input: I,
    output: O,
    (service, socket): (LspService<B>, ClientSocket),
    stop: CancellationToken,
) -> bool
where
    I: AsyncRead + Unpin + Send + 'static,
    O: AsyncWrite + Unpin + Send + 'static,
    B: LanguageServer,
{
    let (frames_in, mut frames) = mpsc::channel(16);
    let (answers_in, answers) = mpsc::unbounded_channel();
    let (requests, mut replies) = socket.split();
    let closing = CancellationToken::new();
    let reader = tokio::spawn(read(input, frames_in));
    let writer = {
        let (stop, closing) = (stop.clone(), closing.clone());
        tokio::spawn(async move {
            if let Err(error) = write(output, answers, requests, closing).await {
                warn!(%error, "the client can no longer be written to");
            }
            stop.cancel();
        })
    };

    let mut dispatcher = Dispatcher {
        service,
        answers: Answers { queue: answers_in, budget: Arc::new(Semaphore::new(ANSWERS)) },
        permits: Arc::new(Semaphore::new(CONCURRENCY_LEVEL)),
        shut_down: false,
    };
    let mut going_on = true;
    while going_on {
        let Some(frame) = next(&mut frames, &stop).await else { break };
        match frame.map(classify) {
            Ok(Incoming::Response(response)) => {
                // An answer to nothing is dropped within; an error means that the service has ended.
                going_on = replies.send(response).await.is_ok();
            }
            Ok(Incoming::Request(request)) => {
                let begun = dispatcher.dispatch(request);
                going_on = stop.run_until_cancelled(begun).await.unwrap_or(false);
            }
            Ok(Incoming::Invalid(id)) => {
                let answer = Response::from_error(id, Error::invalid_request());
                going_on = stop.run_until_cancelled(dispatcher.answers.send(answer)).await.is_some();
            }
            Err(bad) => {
                warn!(reason = %bad, "a frame could not be read");
                let answer = Response::from_error(Id::Null, Error::parse_error());
                going_on = stop.run_until_cancelled(dispatcher.answers.send(answer)).await.is_some();
            }
        }
    }
    reader.abort();
    closing.cancel();
    finish(writer).await;
    dispatcher.shut_down
}

async fn next(frames: &mut Frames, stop: &CancellationToken) -> Option<Result<Value, BadFrame>> {
    stop.run_until_cancelled(frames.recv()).await.flatten()
}

async fn finish(writer: JoinHandle<()>) {
    let abort = writer.abort_handle();
    if tokio::time::timeout(FAREWELL, writer).await.is_err() {
        warn!("the client did not read its last answers");
        abort.abort();
    }
}

/// Hands requests to the service.
struct Dispatcher<B> {
    service: LspService<B>,
    answers: Answers,
    permits: Arc<Semaphore>,
    shut_down: bool,
}

impl<B: LanguageServer> Dispatcher<B> {
    /// Begins a request or notification; whether there is to be a next one.
    async fn dispatch(&mut self, request: Request) -> bool {
        if poll_fn(|context| self.service.poll_ready(context)).await.is_err() {
            return false;
        }
        let id = request.id().cloned();
        let permit = match id {
            Some(_) => {
                Some(self.permits.clone().acquire_owned().await.expect("the semaphore is never closed"))
            }
            None => None,
        };
        let method = request.method().to_owned();
        let pieces = partial::token(&request);
        // There is no request whose name begins so; the service would leave one without an answer.
        if let Some(id) = id.clone()
            && method.starts_with("$/")
        {
            self.answers.send(Response::from_error(id, Error::method_not_found())).await;
            return true;
        }
        let Ok(call) = catch_unwind(AssertUnwindSafe(|| self.service.call(request))) else {
            self.answers.panicked(id, &method).await;
            return true;
        };
        let mut call = AssertUnwindSafe(call).catch_unwind();
        let last = method == "exit";
        // What comes behind one of these depends on how it ended.
        let in_line = matches!(method.as_str(), "initialize" | "shutdown" | "exit");
        let polled = if in_line { Poll::Ready((&mut call).await) } else { poll!(&mut call) };
        match polled {
            Poll::Ready(Ok(Ok(response))) => {
                self.shut_down |= method == "shutdown" && response.as_ref().is_some_and(Response::is_ok);
                if let Some(response) = response {
                    self.answers.send_in_pieces(response, pieces).await;
                }
            }
            // The service refuses everything after `exit`.
            Poll::Ready(Ok(Err(_exited))) => return false,
            Poll::Ready(Err(_panic)) => self.answers.panicked(id, &method).await,
            Poll::Pending => {
                let answers = self.answers.clone();
                tokio::spawn(async move {
                    match call.await {
                        Ok(Ok(Some(response))) => answers.send_in_pieces(response, pieces).await,
                        Ok(Ok(None) | Err(_)) => {}
                        Err(_panic) => answers.panicked(id, &method).await,
                    }
                    drop(permit);
                });
            }
        }
        !last
    }
}

/// Where answers wait to be written.
#[derive(Clone)]
struct Answers {
    queue: mpsc::UnboundedSender<Answer>,
    budget: Arc<Semaphore>,
}

/// A frame, and its share of what may wait.
type Answer = (Vec<u8>, OwnedSemaphorePermit);

impl Answers {
    /// Queues an answer; waits while too many are queued already.
    async fn send(&self, response: Response) {
        self.queue(&response).await;
    }

    /// The same for a client that wants long lists in pieces, which it has given a token for.
    async fn send_in_pieces(&self, response: Response, token: Option<Value>) {
        let Some(token) = token else { return self.send(response).await };
        let (pieces, answer) = partial::split(response, &token);
        for piece in &pieces {
            self.queue(piece).await;
        }
        self.queue(&answer).await;
    }

    async fn queue(&self, message: &impl serde::Serialize) {
        let frame = match encode(message) {
            Ok(frame) => frame,
            Err(error) => return error!(%error, "an answer cannot be written as JSON"),
        };
        let units = (frame.len() / UNIT + 1).min(ANSWERS);
        let units = u32::try_from(units).expect("the budget is counted in 32 bits");
        let permit = self.budget.clone().acquire_many_owned(units).await;
        // An error is a writer that has ended, and with it the client.
        let _ = self.queue.send((frame, permit.expect("the semaphore is never closed")));
    }

    async fn panicked(&self, id: Option<Id>, method: &str) {
        error!(method, "a handler panicked");
        if let Some(id) = id {
            self.send(Response::from_error(id, Error::internal_error())).await;
        }
    }
}

async fn read<I: AsyncRead + Unpin>(mut input: I, frames: mpsc::Sender<Result<Value, BadFrame>>) {
    let mut decoder = Decoder::default();
    let mut chunk = vec![0; 64 << 10];
    loop {
        match input.read(&mut chunk).await {
            Ok(0) => return debug!("the input has ended"),
            Ok(count) => decoder.push(&chunk[..count]),
            Err(error) => return warn!(%error, "the input cannot be read"),
        }
        while let Some(frame) = decoder.next() {
            if frames.send(frame).await.is_err() {
                return;
            }
        }
    }
}

/// Writes answers and our own messages, until `closing` and all answers are written.
async fn write<O: AsyncWrite + Unpin>(
    mut output: O,
    mut answers: mpsc::UnboundedReceiver<Answer>,
    mut requests: impl futures_util::Stream<Item = Request> + Unpin,
    closing: CancellationToken,
) -> std::io::Result<()> {
    loop {
        tokio::select! {
            Some((frame, permit)) = answers.recv() => {
                output.write_all(&frame).await?;
                drop(permit);
            }
            Some(request) = requests.next() => match encode(&outgoing(request)) {
                Ok(frame) => output.write_all(&frame).await?,
                Err(error) => error!(%error, "a message cannot be written as JSON"),
            },
            () = closing.cancelled() => break,
        }
        output.flush().await?;
    }
    while let Ok((frame, _permit)) = answers.try_recv() {
        output.write_all(&frame).await?;
    }
    output.flush().await
}
