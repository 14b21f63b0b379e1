//! Asks pages whether they answer: one GET each, few at once, within limits.

use std::io::{self, Read};
use std::net::SocketAddr;
use std::time::Duration;

use ::directory::Address;
use anyhow::{Context, Result};
use rayon::prelude::*;
use ureq::{Agent, Proxy, ProxyProtocol, ResponseExt};

use super::answer::{Answer, Asked};

/// What a page may cost.
#[derive(Debug, Clone, Copy)]
pub struct Limits {
    /// How long one may take without Tor, redirects included.
    pub direct: Duration,
    /// How long one may take over Tor, which builds a circuit first.
    pub tor: Duration,
    /// How many redirects are followed.
    pub redirects: u32,
    /// How much of a page is read (bytes). What comes after is left unread.
    pub bytes: u64,
    /// How many are asked at once.
    pub at_once: usize,
}

/// The limits of `suoja directory check`.
pub const LIMITS: Limits = Limits {
    direct: Duration::from_secs(10),
    tor: Duration::from_secs(30),
    redirects: 5,
    bytes: 1024 * 1024,
    at_once: 4,
};

/// Says who asks and why, without a name of the one who runs it.
const USER_AGENT: &str =
    concat!("suoja-directory-check/", env!("CARGO_PKG_VERSION"), " (does this help page answer?)");

/// In which ways pages are asked.
#[derive(Debug, Clone, Copy)]
pub struct Ways {
    /// Without Tor.
    pub direct: bool,
    /// Over Tor, at this SOCKS address.
    pub tor: Option<SocketAddr>,
}

impl Ways {
    /// Those of the pages that can be asked in one of these ways.
    pub fn of(self, addresses: &[Address]) -> Vec<Address> {
        let can = |own: &&Address| self.tor.is_some() || (self.direct && !own.is_onion());
        addresses.iter().filter(can).cloned().collect()
    }
}

/// Asks every page in these ways; `done` is called after each.
///
/// Over Tor no name is looked up on this machine: the proxy gets the name itself. Without `direct`
/// nothing is asked in any other way.
///
/// # Errors
/// When the threads cannot be started or the proxy's address is none.
pub fn ask_all(
    addresses: &[Address],
    ways: Ways,
    limits: Limits,
    done: &(dyn Fn() + Sync),
) -> Result<Vec<Asked>> {
    let direct = ways.direct.then(|| agents(None, limits.direct, limits));
    let tor = match ways.tor {
        Some(at) => Some(agents(Some(proxy(at)?), limits.tor, limits)),
        None => None,
    };
    let pool = rayon::ThreadPoolBuilder::new().num_threads(limits.at_once).build();
    let pool = pool.context("cannot start the threads that ask")?;
    let one = |address: &Address| {
        let asked = |agents: &Agents| agents.ask(&address.url, limits);
        // An onion service has no other way.
        let open = direct.as_ref().filter(|_| !address.is_onion());
        let asked = Asked {
            address: address.clone(),
            direct: open.map(asked),
            tor: tor.as_ref().map(asked),
        };
        done();
        asked
    };
    Ok(pool.install(|| addresses.par_iter().map(one).collect()))
}

/// Two agents of one way: a secure page must not lead to one that anyone can read.
struct Agents {
    secure: Agent,
    any: Agent,
    patience: Duration,
}

fn agents(proxy: Option<Proxy>, patience: Duration, limits: Limits) -> Agents {
    let agent = |https_only: bool| -> Agent {
        Agent::config_builder()
            // What the environment says of proxies must not decide how a page is reached.
            .proxy(proxy.clone())
            .https_only(https_only)
            .timeout_global(Some(patience))
            .max_redirects(limits.redirects)
            .max_redirects_will_error(true)
            .http_status_as_error(false)
            .user_agent(USER_AGENT)
            .accept_encoding("")
            .max_idle_connections(0)
            .build()
            .into()
    };
    Agents { secure: agent(true), any: agent(false), patience }
}

/// The names of hosts go through the proxy: looked up here, they would show who is asked for.
fn proxy(at: SocketAddr) -> Result<Proxy> {
    let host = match at {
        SocketAddr::V4(at) => at.ip().to_string(),
        SocketAddr::V6(at) => format!("[{}]", at.ip()),
    };
    let builder = Proxy::builder(ProxyProtocol::Socks5h).host(&host).port(at.port());
    builder.resolve_target(false).build().with_context(|| format!("{at} is no address of a proxy"))
}

impl Agents {
    fn ask(&self, url: &str, limits: Limits) -> Answer {
        let agent = if url.starts_with("https://") { &self.secure } else { &self.any };
        match agent.get(url).call() {
            Ok(response) => self.judge(url, response, limits),
            Err(error) => Answer::Silent { why: self.why(&error, limits) },
        }
    }

    fn judge(&self, url: &str, mut response: Response, limits: Limits) -> Answer {
        let status = response.status().as_u16();
        let host = response.get_uri().host().unwrap_or_default().to_owned();
        let mut page = response.body_mut().as_reader().take(limits.bytes);
        if let Err(error) = io::copy(&mut page, &mut io::sink()) {
            return Answer::Silent { why: format!("it broke off: {error}") };
        }
        match status {
            400.. => Answer::Refuses { status },
            _ if bare(&host) != bare(host_of(url)) => Answer::Elsewhere { status, host },
            _ => Answer::Answers { status },
        }
    }

    fn why(&self, error: &ureq::Error, limits: Limits) -> String {
        match error {
            ureq::Error::Timeout(_) => format!("nothing within {} s", self.patience.as_secs()),
            ureq::Error::HostNotFound => "its name is not known".to_owned(),
            ureq::Error::TooManyRedirects => format!("more than {} redirects", limits.redirects),
            ureq::Error::RequireHttpsOnly(_) => {
                "it leads to a page that anyone on the way can read".to_owned()
            }
            ureq::Error::Io(error) => error.to_string(),
            other => other.to_string(),
        }
    }
}

type Response = ureq::http::Response<ureq::Body>;

/// The host of an address, without port.
fn host_of(url: &str) -> &str {
    let rest = url.split_once("://").map_or(url, |(_, rest)| rest);
    rest.split(['/', '?', '#', ':']).next().unwrap_or_default()
}

/// A host by the name that people have for it.
fn bare(host: &str) -> &str {
    host.strip_prefix("www.").unwrap_or(host)
}
