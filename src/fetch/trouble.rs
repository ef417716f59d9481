//! What can go wrong between us and a service, and what to do about it.

use std::fmt;
use std::io;
use std::path::{Path, PathBuf};
use std::time::Duration;

use crate::messages::{Argument, Message, reason};

/// Why something could not be had. Hosts are those of the services, `repository.overheid.nl`.
#[derive(Clone, PartialEq, Eq, Debug)]
#[expect(missing_docs, reason = "each says of itself which host, and why")]
pub enum Trouble {
    /// No connection, or it was lost.
    Unreachable { host: String, reason: String },
    /// No answer in time.
    TimedOut { host: String, after: Duration },
    /// The server cannot prove who it is.
    Certificate { host: String, reason: String },
    /// The server says that it cannot, with a status of HTTP.
    Status { host: String, status: u16 },
    /// There is no such thing.
    NotFound { address: String },
    /// The server wants to be left alone for longer than anybody waits.
    Wait { host: String, seconds: u64 },
    /// The server sends us to another one.
    Elsewhere { host: String, to: String },
    /// The answer is something else than what was asked for.
    WrongType { host: String, given: String },
    /// The answer is larger than any should be; in bytes.
    TooLarge { host: String, limit: u64 },
    /// The answer breaks off.
    Cut { host: String },
    /// The service did not understand the question, in its words.
    Diagnostic { host: String, code: u32, said: String },
    /// We do not understand the answer.
    NotUnderstood { host: String },
    /// The user wants no more.
    Stopped,
    /// The disk.
    Disk { path: PathBuf, reason: Box<Message> },
    /// What the settings give as an address is none.
    BadAddress(String),
    /// What the settings give as a proxy is none.
    BadProxy(String),
    /// The file that the settings name holds no certificates.
    NoCertificates(PathBuf),
    /// The list that was fetched before cannot be read.
    Damaged(PathBuf),
    /// Another process is fetching.
    Busy,
    /// This system has no folder for data.
    NoFolder,
}

impl Trouble {
    /// The disk did not do what was asked of it.
    pub(super) fn disk(path: &Path, error: &io::Error) -> Self {
        Self::Disk { path: path.to_owned(), reason: Box::new(reason(error)) }
    }

    /// Whether it may pass when one asks again.
    pub(super) const fn may_pass(&self) -> bool {
        match self {
            Self::Unreachable { .. } | Self::TimedOut { .. } | Self::WrongType { .. } | Self::Cut { .. } => {
                true
            }
            Self::Status { status, .. } => matches!(status, 408 | 425 | 429 | 500 | 502 | 503 | 504),
            _ => false,
        }
    }

    /// What is wrong, in words.
    #[must_use]
    pub fn message(&self) -> Message {
        let of = |code, host: &String| Message::new(code).with("host", host);
        match self {
            Self::Unreachable { host, reason } => of("fetch-unreachable", host).with("reason", reason),
            Self::TimedOut { host, after } => {
                of("fetch-timed-out", host).with("seconds", Argument::Number(after.as_secs()))
            }
            Self::Certificate { host, reason } => of("fetch-certificate", host).with("reason", reason),
            Self::Status { host, status } => of("fetch-status", host).with("status", status),
            Self::NotFound { address } => Message::new("fetch-not-found").with("address", address),
            Self::Wait { host, seconds } => {
                of("fetch-wait", host).with("minutes", Argument::Number(seconds.div_ceil(60)))
            }
            Self::Elsewhere { host, to } => of("fetch-elsewhere", host).with("to", to),
            Self::WrongType { host, given } => of("fetch-wrong-type", host).with("given", given),
            Self::TooLarge { host, limit } => of("fetch-too-large", host).with("limit", limit >> 20),
            Self::Cut { host } => of("fetch-cut", host),
            Self::Diagnostic { host, said, .. } => of("fetch-diagnostic", host).with("said", said),
            Self::NotUnderstood { host } => of("fetch-not-understood", host),
            Self::Stopped => Message::new("fetch-stopped"),
            Self::Disk { path, reason } => Message::new("fetch-disk")
                .with("path", path.display())
                .with("reason", Argument::message((**reason).clone())),
            Self::BadAddress(address) => Message::new("fetch-bad-address").with("address", address),
            Self::BadProxy(proxy) => Message::new("fetch-bad-proxy").with("proxy", proxy),
            Self::NoCertificates(path) => Message::new("fetch-no-certificates").with("path", path.display()),
            Self::Damaged(path) => Message::new("fetch-damaged").with("path", path.display()),
            Self::Busy => Message::new("fetch-busy"),
            Self::NoFolder => Message::new("fetch-no-folder"),
        }
    }

    /// What to do about it, where there is something to be said beside trying again later.
    #[must_use]
    pub fn advice(&self) -> Option<Message> {
        let code = match self {
            Self::Unreachable { .. } | Self::TimedOut { .. } => "fetch-advice-connection",
            Self::Certificate { .. } => "fetch-advice-certificate",
            Self::Elsewhere { .. } | Self::WrongType { .. } => "fetch-advice-address",
            Self::Status { .. } | Self::Cut { .. } | Self::Wait { .. } => "fetch-advice-later",
            Self::Diagnostic { .. } | Self::NotUnderstood { .. } => "fetch-advice-newer",
            Self::Damaged(_) => "fetch-advice-damaged",
            Self::Busy => "fetch-advice-busy",
            Self::BadAddress(_) | Self::BadProxy(_) | Self::NoCertificates(_) => "fetch-advice-settings",
            _ => return None,
        };
        Some(Message::new(code))
    }
}

impl fmt::Display for Trouble {
    /// For logs; what people read is the [message](Self::message).
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{self:?}")
    }
}

impl std::error::Error for Trouble {}
