//! A client of tor's SOCKS port (RFC 1928 and 1929).

use std::io::{self, Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::time::{Duration, Instant};

use crate::common::Tunnel;

/// How long tor may take for one attempt to reach the service.
const PATIENCE: Duration = Duration::from_secs(30);
/// How long it is tried again on circuits of another name, once the service was reached.
const BOUND: Duration = Duration::from_secs(90);
/// Between one attempt and the next.
const PAUSE: Duration = Duration::from_millis(500);
/// The service's port.
const PORT: u16 = 80;

/// A way to the onion service. Tor gives each name circuits of its own (`IsolateSOCKSAuth`).
#[derive(Clone)]
pub struct WayIn {
    /// Tor's SOCKS port.
    pub proxy: SocketAddr,
    /// The service's name.
    pub onion: String,
    /// The name under which tor is asked.
    pub name: String,
}

impl WayIn {
    /// The same for a visitor.
    pub fn tunnel(&self) -> Tunnel {
        let way = self.clone();
        Tunnel { host: self.onion.clone(), dial: Box::new(move || way.dial()) }
    }

    /// Whether the service is reached now.
    pub fn is_open(&self) -> bool {
        self.attempt().is_ok()
    }

    /// Connects to the service. A circuit may fail, so that one refusal is none.
    fn dial(&self) -> io::Result<TcpStream> {
        let until = Instant::now() + BOUND;
        loop {
            match self.attempt() {
                Err(error) if Instant::now() > until => return Err(error),
                Err(_) => std::thread::sleep(PAUSE),
                Ok(stream) => return Ok(stream),
            }
        }
    }

    fn attempt(&self) -> io::Result<TcpStream> {
        let mut stream = TcpStream::connect(self.proxy)?;
        stream.set_read_timeout(Some(PATIENCE))?;
        // Version 5; one method: a name and a password.
        stream.write_all(&[5, 1, 2])?;
        expect(&mut stream, [5, 2])?;
        stream.write_all(&[&[1], &counted(&self.name)[..], &counted("-")].concat())?;
        expect(&mut stream, [1, 0])?;
        // Connect to a name and a port.
        let port = PORT.to_be_bytes();
        stream.write_all(&[&[5, 1, 0, 3], &counted(&self.onion)[..], &port].concat())?;
        expect(&mut stream, [5, 0])?;
        // The rest of the answer: an IPv4 address and a port that mean nothing here.
        stream.read_exact(&mut [0; 8])?;
        Ok(stream)
    }
}

/// A text behind its length.
fn counted(text: &str) -> Vec<u8> {
    let length = u8::try_from(text.len()).unwrap();
    [&[length], text.as_bytes()].concat()
}

fn expect(stream: &mut TcpStream, wanted: [u8; 2]) -> io::Result<()> {
    let mut said = [0; 2];
    stream.read_exact(&mut said)?;
    let refused = || io::Error::other(format!("tor said {said:?} instead of {wanted:?}"));
    if said == wanted { Ok(()) } else { Err(refused()) }
}
