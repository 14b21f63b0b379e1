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
/// From the first process to the end of the test that uses the network.
const BOUND: Duration = Duration::from_secs(240);
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
    until: Instant,
}

impl Network {
    /// Brings a network up whose service has the lines that `suoja tor config` printed, and waits
    /// until client and service have found their way.
    pub fn start(printed: &str) -> Self {
        let (dir, until) = (tempfile::tempdir().unwrap(), Instant::now() + BOUND);
        let mut network = Self { dir, authorities: Vec::new(), nodes: Vec::new(), until };
        network.start_relays();
        // Whoever finds half a list of relays, or relays that have none, waits for long.
        network.wait("list of all relays", |network| network.relays_are_listed());
        network.wait_for_directories();
        network.start_client_and_service(printed);
        network.wait_for_directories();
        network
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
        WayIn { proxy, onion: self.onion(), name: name.to_owned(), until: self.until }
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
             Address 127.0.0.1\nAssumeReachable 1\nNumCPUs 1\nLog info stdout\n\
             LearnCircuitBuildTimeout 0\nCircuitBuildTimeout 60\nShutdownWaitLength 0\n\
             __OwningControllerProcess {test}\n{own}",
            folder.display()
        );
        self.nodes.push(Node::start(name, folder, &torrc));
    }

    /// Waits until every tor knows the relays.
    fn wait_for_directories(&mut self) {
        let mut looks = 0;
        self.wait("knowledge of them everywhere", |network| {
            let late: Vec<&Node> =
                network.nodes.iter().filter(|node| !node.knows_the_relays()).collect();
            // What tor asked for too early it asks for again only after an ever longer pause.
            if looks % LOOKS_UNTIL_NUDGE == 0 {
                late.iter().for_each(|node| node.nudge());
            }
            looks += 1;
            late.is_empty()
        });
    }

    fn wait(&mut self, what: &str, mut is_there: impl FnMut(&Self) -> bool) {
        let begun = Instant::now();
        loop {
            self.nodes.iter_mut().for_each(Node::assert_running);
            if is_there(self) {
                println!("{what}: after {:.1} s", begun.elapsed().as_secs_f64());
                return;
            }
            assert!(Instant::now() < self.until, "no {what} within {BOUND:?}");
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
