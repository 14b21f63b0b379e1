//! A private Tor network on loopback: authorities, relays, a client and an onion service.
//!
//! Nothing of it leaves the machine: every address is 127.0.0.1, no relay is an exit, and its only
//! authorities are its own. The options are those of tor's manual, "TESTING NETWORK OPTIONS".

use std::fs;
use std::net::{Ipv4Addr, SocketAddr};
use std::path::PathBuf;
use std::time::{Duration, Instant};

use node::Node;
use relays::Authority;
use socks::WayIn;
use tempfile::TempDir;

mod keys;
mod node;
mod relays;
mod socks;

const CLIENT: &str = "client";
const SERVICE: &str = "service";
/// From the first process to a list of all relays; a quiet machine needs 24 seconds.
const BOUND: Duration = Duration::from_secs(120);
/// For every further step; a quiet machine needs three seconds. Now and then a relay asks for the
/// others before any authority has them, and then never asks again within minutes: a new network
/// is there sooner.
const STEP_BOUND: Duration = Duration::from_secs(45);
/// Networks that are tried.
const ATTEMPTS: u32 = 4;
/// How often it is looked whether something has happened.
const POLL: Duration = Duration::from_millis(500);
/// After so many looks a tor that still lacks something is told to ask again.
const LOOKS_UNTIL_NUDGE: u32 = 8;
/// Where `suoja tor config` has the service's keys kept.
const INSTALLED: &str = "HiddenServiceDir /var/lib/tor/suoja-reach\n";

/// A network that runs. Dropped, it is killed; if the test has failed, its logs are shown.
pub struct Network {
    dir: TempDir,
    authorities: Vec<Authority>,
    nodes: Vec<Node>,
}

impl Network {
    /// Brings a network up whose service has the lines that `suoja tor config` printed, and waits
    /// until the client reaches the service.
    pub fn start(printed: &str) -> Self {
        for attempt in 1..=ATTEMPTS {
            let dir = tempfile::tempdir().unwrap();
            let mut network = Self { dir, authorities: Vec::new(), nodes: Vec::new() };
            match network.come_up(printed) {
                Ok(()) => return network,
                Err(lacking) => {
                    network.nodes.iter().for_each(|node| eprintln!("{}", node.last_words()));
                    eprintln!("network {attempt} of {ATTEMPTS}: {lacking}");
                }
            }
        }
        panic!("none of {ATTEMPTS} private Tor networks came up; each said above what it lacked");
    }

    fn come_up(&mut self, printed: &str) -> Result<(), String> {
        self.start_relays();
        // Whoever finds half a list of relays, or relays that have none, waits for long.
        self.wait("list of all relays", BOUND, |network| network.relays_are_listed())?;
        self.wait_for_directories()?;
        self.start_client_and_service(printed);
        self.wait_for_directories()?;
        self.wait("way to the service", STEP_BOUND, |network| network.way_in("first").is_open())
    }

    /// The service's name, with `.onion`.
    pub fn onion(&self) -> String {
        let name = fs::read_to_string(self.folder(SERVICE).join("onion/hostname")).unwrap();
        name.trim().to_owned()
    }

    /// A way to the service through circuits that no other name shares.
    pub fn way_in(&self, name: &str) -> WayIn {
        let client = self.nodes.iter().find(|node| node.name == CLIENT).unwrap();
        let log = client.log();
        let (_, after) = log.split_once("Socks listener listening on port ").unwrap();
        let port: u16 = after.split('.').next().unwrap().parse().unwrap();
        let proxy = SocketAddr::from((Ipv4Addr::LOCALHOST, port));
        WayIn { proxy, onion: self.onion(), name: name.to_owned() }
    }

    fn folder(&self, name: &str) -> PathBuf {
        self.dir.path().join(name)
    }

    fn start_client_and_service(&mut self, printed: &str) {
        assert!(printed.contains(INSTALLED), "{printed}");
        let own = format!("HiddenServiceDir {}\n", self.folder(SERVICE).join("onion").display());
        self.start_node(CLIENT, "SocksPort 127.0.0.1:auto\n");
        let lines = printed.replace(INSTALLED, &own);
        self.start_node(SERVICE, &format!("SocksPort 0\n{lines}"));
    }

    /// Starts a tor with what all share and what is its own.
    ///
    /// A slow machine must not make tor give circuits up; a test that is gone must not leave tor.
    fn start_node(&mut self, name: &'static str, own: &str) {
        let authorities: String = self.authorities.iter().map(Authority::line).collect();
        let (folder, test) = (self.folder(name), std::process::id());
        let torrc = format!(
            "TestingTorNetwork 1\n{authorities}DataDirectory {}\nNickname {name}\n\
             Address 127.0.0.1\nAssumeReachable 1\nNumCPUs 1\nLog notice stdout\n\
             LearnCircuitBuildTimeout 0\nCircuitBuildTimeout 60\nShutdownWaitLength 0\n\
             __OwningControllerProcess {test}\n{own}",
            folder.display()
        );
        self.nodes.push(Node::start(name, folder, &torrc));
    }

    /// Waits until every tor knows the relays.
    fn wait_for_directories(&mut self) -> Result<(), String> {
        let mut looks = 0;
        self.wait("knowledge of them everywhere", STEP_BOUND, |network| {
            let late: Vec<&Node> =
                network.nodes.iter().filter(|node| !node.knows_the_relays()).collect();
            // What tor asked for too early it asks for again only after an ever longer pause.
            if looks % LOOKS_UNTIL_NUDGE == 0 {
                late.iter().for_each(|node| node.nudge());
            }
            looks += 1;
            late.is_empty()
        })
    }

    /// Looks until something is there.
    ///
    /// # Errors
    /// What is not there in time.
    fn wait(
        &mut self,
        what: &str,
        bound: Duration,
        mut is_there: impl FnMut(&Self) -> bool,
    ) -> Result<(), String> {
        let begun = Instant::now();
        loop {
            self.nodes.iter_mut().for_each(Node::assert_running);
            if is_there(self) {
                println!("{what}: after {:.1} s", begun.elapsed().as_secs_f64());
                return Ok(());
            }
            if begun.elapsed() > bound {
                return Err(format!("no {what} within {bound:?}"));
            }
            std::thread::sleep(POLL);
        }
    }
}

impl Drop for Network {
    fn drop(&mut self) {
        if std::thread::panicking() {
            self.nodes.iter().for_each(|node| eprintln!("{}", node.last_words()));
        }
    }
}
