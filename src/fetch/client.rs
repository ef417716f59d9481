//! One polite client for all services: never faster than it may, patient with what passes, and short with what does not.
//!
//! Addresses come from the user's own settings alone; a server that sends us to a host that none of them names is not followed.
//! What an answer means, its reader knows: it is handed in, so that an answer that breaks off is asked for again.

use std::io::Read as _;
use std::sync::Arc;
use std::time::Duration;

use ureq::http::{HeaderMap, Response, StatusCode, header};
use ureq::{Agent, Body};
use url::Url;

use crate::config::FetchConfig;

use super::retry::{Chance, LONGEST_WAIT, retry_after};
use super::{Clock, Patience, Trouble, tls};

/// So many times in a row a server may send us on.
const REDIRECTS: u32 = 5;

/// What is asked for.
#[derive(Clone, Copy, Debug)]
pub struct Wanted<'a> {
    /// The address.
    pub address: &'a str,
    /// What the type of the answer has in it: `xml`, `json`.
    pub kind: &'a str,
    /// No answer is larger than this, unpacked, in bytes.
    pub limit: u64,
    /// What was said of an earlier answer.
    pub validators: Option<&'a Validators>,
}

/// What a server says of an answer, by which it can tell later that nothing has changed.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Validators {
    /// `ETag`.
    pub tag: Option<String>,
    /// `Last-Modified`.
    pub modified: Option<String>,
}

/// An answer.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Answer<T> {
    /// What was read of it, and what the server says of it.
    Given(T, Validators),
    /// It is what it was.
    Unchanged,
}

/// Why a reader makes nothing of an answer.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Flaw {
    /// It is no whole document; asking again may help.
    Broken,
    /// It is whole, and something else.
    Other(Trouble),
}

/// The client.
pub struct Client {
    agent: Agent,
    clock: Arc<dyn Clock>,
    patience: Patience,
    /// Between the starts of two requests.
    interval: Duration,
    next: Duration,
    chance: Chance,
    /// The servers that the settings name, each with its port.
    servers: Vec<Server>,
    timeout: Duration,
}

impl Client {
    /// A client with these settings; `seed` is what chance comes from.
    ///
    /// # Errors
    /// Where an address, the proxy or the certificates of the settings are none.
    pub fn new(settings: &FetchConfig, clock: Arc<dyn Clock>, seed: u64) -> Result<Self, Trouble> {
        let mut servers = Vec::new();
        for address in [&settings.sru, &settings.odata, &settings.papers] {
            let parsed = Url::parse(address).ok().filter(|url| matches!(url.scheme(), "http" | "https"));
            let parsed = parsed.ok_or_else(|| Trouble::BadAddress(address.clone()))?;
            servers.push(server(&parsed));
        }
        let agent = Agent::config_builder()
            .http_status_as_error(false)
            .max_redirects(0)
            .max_redirects_will_error(false)
            .user_agent(user_agent(settings.contact.as_deref()))
            .tls_config(tls::config(settings.certificates.as_deref())?)
            .timeout_global(Some(settings.timeout));
        let agent = match &settings.proxy {
            Some(proxy) => {
                let parsed = ureq::Proxy::new(proxy).map_err(|_| Trouble::BadProxy(proxy.clone()))?;
                agent.proxy(Some(parsed))
            }
            None => agent,
        };
        let interval = match settings.requests_per_minute {
            0 => Duration::ZERO,
            rate => Duration::from_mins(1) / rate,
        };
        Ok(Self {
            agent: agent.build().new_agent(),
            patience: Patience { retries: settings.retries, pause: settings.retry_pause },
            next: clock.now(),
            clock,
            interval,
            chance: Chance::seeded(seed),
            servers,
            timeout: settings.timeout,
        })
    }

    /// The clock by which it goes.
    #[must_use]
    pub fn clock(&self) -> &dyn Clock {
        &*self.clock
    }

    /// Asks until there is an answer that `read` makes something of, or it is clear that there will be none.
    ///
    /// # Errors
    /// What went wrong the last time.
    pub fn get<T>(
        &mut self,
        wanted: Wanted<'_>,
        mut read: impl FnMut(&[u8]) -> Result<T, Flaw>,
    ) -> Result<Answer<T>, Trouble> {
        let mut failed = 0;
        loop {
            let (trouble, asked) = match self.once(wanted, &mut read) {
                Ok(answer) => return Ok(answer),
                Err(failure) => failure,
            };
            failed += 1;
            if !trouble.may_pass() || failed > self.patience.retries {
                return Err(trouble);
            }
            tracing::info!(%trouble, failed, "asking again");
            let pause = self.patience.pause(failed, &mut self.chance).max(asked.unwrap_or_default());
            if !self.clock.wait(pause) {
                return Err(Trouble::Stopped);
            }
        }
    }

    /// Asks once. With what went wrong comes the pause that the server asks for.
    fn once<T>(
        &mut self,
        wanted: Wanted<'_>,
        read: &mut impl FnMut(&[u8]) -> Result<T, Flaw>,
    ) -> Result<Answer<T>, (Trouble, Option<Duration>)> {
        let alone = |trouble| (trouble, None);
        let mut address =
            Url::parse(wanted.address).map_err(|_| alone(Trouble::BadAddress(wanted.address.to_owned())))?;
        for _ in 0..=REDIRECTS {
            let host = address.host_str().unwrap_or_default().to_owned();
            let response = self.send(&address, wanted.validators, &host).map_err(alone)?;
            let status = response.status();
            let said = |name| text_of(response.headers(), name);
            if status == StatusCode::NOT_MODIFIED {
                return Ok(Answer::Unchanged);
            }
            if status.is_redirection() {
                let to = said(header::LOCATION).unwrap_or_default();
                address = self.redirected(&address, &to).map_err(alone)?;
                continue;
            }
            if matches!(status, StatusCode::NOT_FOUND | StatusCode::GONE) {
                return Err(alone(Trouble::NotFound { address: address.to_string() }));
            }
            if !status.is_success() {
                let asked = said(header::RETRY_AFTER).and_then(|it| retry_after(&it, self.clock.seconds()));
                if let Some(wait) = asked.filter(|wait| *wait > LONGEST_WAIT) {
                    return Err(alone(Trouble::Wait { host, seconds: wait.as_secs() }));
                }
                return Err((Trouble::Status { host, status: status.as_u16() }, asked));
            }
            let given = said(header::CONTENT_TYPE).unwrap_or_default().to_lowercase();
            if !given.contains(wanted.kind) {
                return Err(alone(Trouble::WrongType { host, given }));
            }
            let validators = Validators { tag: said(header::ETAG), modified: said(header::LAST_MODIFIED) };
            let bytes = self.body(response, wanted.limit, &host).map_err(alone)?;
            return match read(&bytes) {
                Ok(read) => Ok(Answer::Given(read, validators)),
                Err(Flaw::Broken) => Err(alone(Trouble::Cut { host })),
                Err(Flaw::Other(trouble)) => Err(alone(trouble)),
            };
        }
        let host = address.host_str().unwrap_or_default().to_owned();
        Err(alone(Trouble::Elsewhere { host, to: address.to_string() }))
    }

    fn send(
        &mut self,
        address: &Url,
        validators: Option<&Validators>,
        host: &str,
    ) -> Result<Response<Body>, Trouble> {
        let now = self.clock.now();
        let wait = self.next.saturating_sub(now);
        if self.clock.is_stopped() || (!wait.is_zero() && !self.clock.wait(wait)) {
            return Err(Trouble::Stopped);
        }
        self.next = self.next.max(now) + self.interval;
        let mut request = self.agent.get(address.as_str());
        if let Some(validators) = validators {
            if let Some(tag) = &validators.tag {
                request = request.header(header::IF_NONE_MATCH, tag);
            }
            if let Some(modified) = &validators.modified {
                request = request.header(header::IF_MODIFIED_SINCE, modified);
            }
        }
        request.call().map_err(|error| self.failure(error, host))
    }

    /// The whole body, which must be as long as the server says.
    fn body(&self, response: Response<Body>, limit: u64, host: &str) -> Result<Vec<u8>, Trouble> {
        let mut bytes = Vec::new();
        let reader = response.into_body().into_with_config().limit(u64::MAX).reader();
        match reader.take(limit + 1).read_to_end(&mut bytes) {
            Ok(_) if bytes.len() as u64 > limit => Err(Trouble::TooLarge { host: host.to_owned(), limit }),
            Ok(_) => Ok(bytes),
            Err(error) => Err(match self.failure(ureq::Error::from(error), host) {
                Trouble::Unreachable { host, .. } => Trouble::Cut { host },
                other => other,
            }),
        }
    }

    /// Where a server sends us, if we may go there.
    fn redirected(&self, from: &Url, to: &str) -> Result<Url, Trouble> {
        let host = from.host_str().unwrap_or_default();
        let elsewhere = || Trouble::Elsewhere { host: host.to_owned(), to: to.to_owned() };
        let target = from.join(to).map_err(|_| elsewhere())?;
        let from_server = server(from);
        let to_server = server(&target);
        // From a line that nobody listens to one is not sent to an open one.
        let is_as_safe = target.scheme() == "https" || target.scheme() == from.scheme();
        let is_upgrade = to_server.0 == from_server.0 && to_server.1 == Some(443);
        let is_known = to_server == from_server || is_upgrade || self.servers.contains(&to_server);
        if is_known && is_as_safe { Ok(target) } else { Err(elsewhere()) }
    }

    fn failure(&self, error: ureq::Error, host: &str) -> Trouble {
        let host = host.to_owned();
        let reason = error.to_string();
        match error {
            ureq::Error::Timeout(_) => Trouble::TimedOut { host, after: self.timeout },
            ureq::Error::Tls(_) | ureq::Error::Rustls(_) | ureq::Error::Pem(_) => {
                Trouble::Certificate { host, reason }
            }
            // What the handshake finds comes as an error of reading.
            ureq::Error::Io(error) if error.kind() == std::io::ErrorKind::InvalidData => {
                Trouble::Certificate { host, reason }
            }
            ureq::Error::Decompress(..) => Trouble::Cut { host },
            ureq::Error::BadUri(address) => Trouble::BadAddress(address),
            _ => Trouble::Unreachable { host, reason },
        }
    }
}

/// A host and its port.
type Server = (String, Option<u16>);

fn server(address: &Url) -> Server {
    (address.host_str().unwrap_or_default().to_owned(), address.port_or_known_default())
}

/// Who we are, so that whoever keeps the service can tell us to stop.
fn user_agent(contact: Option<&str>) -> String {
    let version = env!("CARGO_PKG_VERSION");
    // A header holds no line end, and no sign that would end it.
    let contact = contact.map(|text| text.replace(|sign: char| !(' '..='~').contains(&sign), " "));
    match contact.as_deref().map(str::trim).filter(|text| !text.is_empty()) {
        Some(contact) => format!("griffier/{version} (+{contact})"),
        None => format!("griffier/{version}"),
    }
}

fn text_of(headers: &HeaderMap, name: header::HeaderName) -> Option<String> {
    headers.get(name)?.to_str().ok().map(str::to_owned)
}
