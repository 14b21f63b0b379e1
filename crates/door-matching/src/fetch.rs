//! Fetching a file by its address: only from hosts that the operator has named, never from inside.
//!
//! A name is looked up once; every address that it has is checked, and the connection goes to those that were
//! checked. Redirects are not followed, proxies of the environment not used.

use std::io::Read;
use std::time::Duration;

use ureq::http::{Response, Uri};
use ureq::unversioned::resolver::{DefaultResolver, ResolvedSocketAddrs, Resolver};
use ureq::unversioned::transport::{DefaultConnector, NextTimeout};
use ureq::{Agent, Body};

use crate::body::{Received, Upload};
use crate::public_address::{AddressCheck, is_public};
use crate::room::Room;

/// Says who asks and why.
const USER_AGENT: &str = concat!("suoja-matching/", env!("CARGO_PKG_VERSION"));
/// Bytes that are read at once.
const PIECE: usize = 64 * 1024;

/// A host from which files may be fetched: `files.example.org`, which means https and port 443, or with
/// scheme and port: `http://cache.example.org:8080`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AllowedHost {
    scheme: String,
    host: String,
    port: u16,
}

/// A text is no host.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is no host to fetch from; write files.example.org or http://cache.example.org:8080")]
pub struct BadHost(String);

impl std::str::FromStr for AllowedHost {
    type Err = BadHost;

    fn from_str(text: &str) -> Result<Self, BadHost> {
        let bad = || BadHost(text.to_owned());
        let full = if text.contains("://") { text.to_owned() } else { format!("https://{text}") };
        let uri: Uri = full.parse().map_err(|_| bad())?;
        let bare = matches!(uri.path(), "" | "/") && uri.query().is_none() && !full.ends_with('/');
        place(&uri).filter(|_| bare).ok_or_else(bad)
    }
}

/// Scheme, host and port of an address; `None` where it has no host, a name and password, or another scheme.
fn place(uri: &Uri) -> Option<AllowedHost> {
    let scheme = uri.scheme_str()?.to_ascii_lowercase();
    let authority = uri.authority().filter(|own| !own.as_str().contains('@'))?;
    let usual = match scheme.as_str() {
        "https" => 443,
        "http" => 80,
        _ => return None,
    };
    let host = authority.host().trim_end_matches('.').to_ascii_lowercase();
    // A colon without a port that can be read is a slip, or worse.
    let named = authority.as_str().get(authority.host().len()..).unwrap_or_default();
    let port = match authority.port_u16() {
        Some(port) => port,
        None if named.is_empty() => usual,
        None => return None,
    };
    (!host.is_empty()).then_some(AllowedHost { scheme, host, port })
}

/// Fetches files from allowed hosts.
pub struct Fetch {
    agent: Agent,
    hosts: Vec<AllowedHost>,
    largest: u64,
}

/// A file that was fetched.
#[derive(Debug)]
pub(crate) struct Fetched {
    /// Sealed, as an upload is.
    pub received: Received,
    /// What the host says that it is.
    pub content_type: String,
}

/// Why a file was not fetched.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub(crate) enum FetchError {
    #[error("`url` is no address of a file: write https://host/path")]
    Address,
    #[error("this host is not among those from which files are fetched; the operator names them")]
    Host,
    #[error("this host's address lies inside, and nothing is fetched from inside")]
    Inside,
    #[error("the host answered {0}; only 200 is taken, and redirects are not followed")]
    Status(u16),
    #[error("the host sends the file compressed, and nothing is unpacked here")]
    Packed,
    #[error("the file has more than the {0} bytes that are taken")]
    TooLarge(u64),
    #[error("{0}")]
    Later(String),
    #[error("the file could not be fetched: {0}")]
    Failed(String),
}

impl Fetch {
    /// Fetches files of at most so many bytes within so long.
    pub fn new(hosts: Vec<AllowedHost>, largest: u64, patience: Duration) -> Self {
        Self::through(hosts, largest, patience, DefaultResolver::default(), is_public)
    }

    /// The same with another way to look names up and another check; for tests.
    pub(crate) fn through(
        hosts: Vec<AllowedHost>,
        largest: u64,
        patience: Duration,
        names: impl Resolver,
        check: AddressCheck,
    ) -> Self {
        let config = Agent::config_builder()
            .proxy(None)
            .timeout_global(Some(patience))
            .max_redirects(0)
            .max_redirects_will_error(false)
            .http_status_as_error(false)
            .user_agent(USER_AGENT)
            .accept_encoding("")
            .max_idle_connections(0)
            .build();
        let names = Checked { names, check };
        let agent = Agent::with_parts(config, DefaultConnector::new(), names);
        Self { agent, hosts, largest }
    }

    /// Fetches a file; takes as long as it takes.
    pub(crate) fn get(&self, url: &str, room: Room) -> Result<Fetched, FetchError> {
        let uri: Uri = url.parse().map_err(|_| FetchError::Address)?;
        let place = place(&uri).ok_or(FetchError::Address)?;
        if !self.hosts.contains(&place) {
            return Err(FetchError::Host);
        }
        let response = self.agent.get(uri).call().map_err(|error| why(&error))?;
        if response.status().as_u16() != 200 {
            return Err(FetchError::Status(response.status().as_u16()));
        }
        self.receive(response, room)
    }

    fn receive(&self, mut response: Response<Body>, room: Room) -> Result<Fetched, FetchError> {
        let header = |name: &str| response.headers().get(name)?.to_str().ok().map(str::to_owned);
        // None was asked for; nothing is unpacked here, and the packed bytes are on no list.
        let packed = header("content-encoding").unwrap_or_default();
        if !matches!(packed.trim().to_ascii_lowercase().as_str(), "" | "identity") {
            return Err(FetchError::Packed);
        }
        let content_type = header("content-type").unwrap_or_default();
        let said: Option<u64> = header("content-length").and_then(|length| length.parse().ok());
        if said.is_some_and(|length| length > self.largest) {
            return Err(FetchError::TooLarge(self.largest));
        }
        let failed = |problem: crate::problem::Problem| match problem.status.as_u16() {
            413 => FetchError::TooLarge(self.largest),
            503 => FetchError::Later(problem.detail),
            _ => FetchError::Failed(problem.detail),
        };
        let mut upload = Upload::new(self.largest, room).map_err(failed)?;
        let mut body = response.body_mut().as_reader();
        let mut piece = vec![0; PIECE];
        loop {
            match body.read(&mut piece) {
                Ok(0) => break,
                Ok(read) => upload.add_blocking(&piece[..read]).map_err(failed)?,
                Err(error) => return Err(FetchError::Failed(error.to_string())),
            }
        }
        Ok(Fetched { received: upload.seal().map_err(failed)?, content_type })
    }
}

/// What is said when a name leads inside; recognised in [`why`].
const INSIDE: &str = "an address of this host lies inside";

fn why(error: &ureq::Error) -> FetchError {
    match error {
        ureq::Error::Io(error) if error.to_string() == INSIDE => FetchError::Inside,
        ureq::Error::Timeout(_) => FetchError::Failed("the host took too long".to_owned()),
        ureq::Error::HostNotFound => FetchError::Failed("the host's name is not known".to_owned()),
        other => FetchError::Failed(other.to_string()),
    }
}

/// Looks names up and lets through what the check lets through; one bad address is enough to refuse all.
#[derive(Debug)]
struct Checked<R> {
    names: R,
    check: AddressCheck,
}

impl<R: Resolver> Resolver for Checked<R> {
    fn resolve(
        &self,
        uri: &Uri,
        config: &ureq::config::Config,
        timeout: NextTimeout,
    ) -> Result<ResolvedSocketAddrs, ureq::Error> {
        let found = self.names.resolve(uri, config, timeout)?;
        if found.iter().all(|address| (self.check)(address.ip())) {
            return Ok(found);
        }
        Err(ureq::Error::Io(std::io::Error::other(INSIDE)))
    }
}

#[cfg(test)]
pub(crate) mod tests;
