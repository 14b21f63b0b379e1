//! The relays of the network, and the authorities that list them.

use std::fmt::Write as _;
use std::fs;
use std::io::{self, Read, Write as _};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::time::{Duration, SystemTime};

use super::{Network, keys};

/// The authorities, which are relays, too.
const AUTHORITIES: [&str; 3] = ["authority0", "authority1", "authority2"];
/// The relays. With fewer a circuit of an onion service finds no way.
const RELAYS: [&str; 8] =
    ["relay0", "relay1", "relay2", "relay3", "relay4", "relay5", "relay6", "relay7"];
/// Ports below those that Linux gives to connections on their way out, so that none of these takes
/// one before tor listens on it.
const PORTS: std::ops::Range<u16> = 10_000..32_000;

/// Authorities vote every 20 seconds and have 4 for each step, so that a slow machine keeps up.
/// They have nothing to judge relays by that are seconds old; so they are told.
const VOTING: &str = "\
AuthoritativeDirectory 1
V3AuthoritativeDirectory 1
V3AuthVotingInterval 20
V3AuthVoteDelay 4
V3AuthDistDelay 4
TestingV3AuthInitialVotingInterval 20
TestingV3AuthInitialVoteDelay 4
TestingV3AuthInitialDistDelay 4
TestingDirAuthVoteGuard *
TestingDirAuthVoteHSDir *
AuthDirFastGuarantee 1 bytes
";
/// With these a client chooses a relay for any place of a circuit. `Stable` is not among them: at
/// least one relay is always less so than half of the others.
const FLAGS: [&str; 4] = ["Guard", "HSDir", "Running", "V2Dir"];

/// No relay leads out of the network, and none asks a real name server.
const RELAYING: &str = "\
SocksPort 0
ContactInfo nobody
ExitRelay 0
ExitPolicy reject *:*
ServerDNSAllowBrokenConfig 1
ServerDNSDetectHijacking 0
";

/// An authority, as everyone has to know it.
pub struct Authority {
    name: &'static str,
    or_port: u16,
    dir_port: u16,
    identity: String,
    fingerprint: String,
}

impl Authority {
    /// Its line for torrc.
    pub fn line(&self) -> String {
        let Self { name, or_port, dir_port, identity, fingerprint } = self;
        format!(
            "DirAuthority {name} orport={or_port} no-v2 v3ident={identity} \
             127.0.0.1:{dir_port} {fingerprint}\n"
        )
    }

    /// How many relays it lists for every purpose.
    fn listed(&self) -> io::Result<usize> {
        let mut stream = TcpStream::connect((Ipv4Addr::LOCALHOST, self.dir_port))?;
        stream.set_read_timeout(Some(Duration::from_secs(10)))?;
        stream.write_all(
            b"GET /tor/status-vote/current/consensus-microdesc HTTP/1.0\r\n\
              Accept-Encoding: identity\r\n\r\n",
        )?;
        let mut list = String::new();
        stream.read_to_string(&mut list)?;
        let flags = list.lines().filter_map(|line| line.strip_prefix("s "));
        let fits = |flags: &&str| FLAGS.iter().all(|flag| flags.split(' ').any(|own| own == *flag));
        Ok(flags.filter(fits).count())
    }
}

impl Network {
    /// Starts all relays. Their keys are made first: the authorities must be known to everyone.
    pub(super) fn start_relays(&mut self) {
        let mut ports = free_ports();
        for name in AUTHORITIES {
            let folder = self.folder(name);
            let [or_port, dir_port] = [(); 2].map(|()| ports.next().unwrap());
            let fingerprint = keys::relay(name, &folder);
            let identity = keys::authority(&folder, dir_port);
            self.authorities.push(Authority { name, or_port, dir_port, identity, fingerprint });
        }
        let relays = RELAYS.map(|name| keys::relay(name, &self.folder(name)));
        let bandwidths = self.dir.path().join("bandwidths");
        fs::write(&bandwidths, equal_bandwidths(&relays)).unwrap();
        let resolver = self.dir.path().join("resolv.conf");
        fs::write(&resolver, "nameserver 127.0.0.1\n").unwrap();

        let relaying = format!("{RELAYING}ServerDNSResolvConfFile {}\n", resolver.display());
        for at in 0..self.authorities.len() {
            let Authority { name, or_port, dir_port, .. } = self.authorities[at];
            let own = format!(
                "ORPort 127.0.0.1:{or_port}\nDirPort 127.0.0.1:{dir_port}\nV3BandwidthsFile {}\n\
                 {VOTING}",
                bandwidths.display()
            );
            self.start_node(name, &format!("{relaying}{own}"));
        }
        for name in RELAYS {
            self.start_node(name, &format!("{relaying}ORPort 127.0.0.1:auto\n"));
        }
    }

    /// Whether every authority has signed a list with every relay on it.
    pub(super) fn relays_are_listed(&self) -> bool {
        let all = AUTHORITIES.len() + RELAYS.len();
        self.authorities
            .iter()
            .all(|authority| authority.listed().is_ok_and(|listed| listed == all))
    }
}

/// What authorities are told of the speed of relays. Without it each relay says what it has moved
/// in its few seconds, and clients never choose those that have moved nothing.
fn equal_bandwidths(fingerprints: &[String]) -> String {
    #[expect(clippy::disallowed_methods, reason = "tor itself looks at the machine's clock")]
    let now = SystemTime::now().duration_since(SystemTime::UNIX_EPOCH).unwrap().as_secs();
    let mut file = format!("{now}\n");
    for fingerprint in fingerprints {
        writeln!(file, "node_id=${fingerprint} bw=1000").unwrap();
    }
    file
}

/// Ports that nobody listens on, from a place that two runs at once do not share.
fn free_ports() -> impl Iterator<Item = u16> {
    let (first, count) = (PORTS.start, PORTS.end - PORTS.start);
    let step = u16::try_from(std::process::id() * 64 % u32::from(count)).unwrap();
    let ports = (0..count).map(move |at| first + (at + step) % count);
    ports.filter(|port| TcpListener::bind((Ipv4Addr::LOCALHOST, *port)).is_ok())
}
