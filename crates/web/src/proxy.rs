//! The line with which tor tells a service from which circuit a connection comes.
//!
//! With `HiddenServiceExportCircuitID haproxy` tor begins each connection with a version 1 PROXY
//! line whose source is an invented address, `fc00:dead:beef:4dad::/64`, that carries the circuit's
//! number (tor's manual; tor commit 27d7491). It names a circuit, not a person, and stays in memory.

use std::io;
use std::net::Ipv6Addr;

use ppp::v1::{Addresses, Header};
use tokio::io::{AsyncRead, AsyncReadExt};

/// The longest PROXY line of version 1, with its line end (HAProxy's proxy-protocol.txt, 2.1).
const LONGEST: usize = 107;

/// The upper half of the addresses that tor invents.
const TOR_PREFIX: u128 = 0xfc00_dead_beef_4dad;

/// The number of a Tor circuit.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Circuit(pub u128);

/// Reads the line and leaves the stream at the first byte after it.
///
/// # Errors
/// When the connection ends before the line does, or the line is none.
pub(crate) async fn read_circuit(
    stream: &mut (impl AsyncRead + Unpin),
) -> io::Result<Option<Circuit>> {
    let mut line = Vec::with_capacity(LONGEST);
    while !line.ends_with(b"\r\n") {
        if line.len() == LONGEST {
            return Err(io::ErrorKind::InvalidData.into());
        }
        line.push(stream.read_u8().await?);
    }
    circuit(&line).ok_or_else(|| io::ErrorKind::InvalidData.into())
}

fn circuit(line: &[u8]) -> Option<Option<Circuit>> {
    let header = Header::try_from(line).ok()?;
    Some(match header.addresses {
        Addresses::Tcp6(addresses) => of_tor(addresses.source_address),
        Addresses::Tcp4(_) | Addresses::Unknown => None,
    })
}

/// Only tor's invented addresses are circuits: a real one must not be kept even in memory.
fn of_tor(address: Ipv6Addr) -> Option<Circuit> {
    let bits = address.to_bits();
    (bits >> 64 == TOR_PREFIX).then_some(Circuit(bits))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn tors_line_gives_the_circuit_and_leaves_the_rest() {
        let mut stream: &[u8] =
            b"PROXY TCP6 fc00:dead:beef:4dad::0:29 ::1 65535 42\r\nGET / HTTP/1.1";
        let circuit = read_circuit(&mut stream).await.unwrap().unwrap();
        assert_eq!(circuit.0 & 0xffff, 0x29);
        assert_eq!(stream, b"GET / HTTP/1.1");
    }

    #[tokio::test]
    async fn an_address_is_no_circuit() {
        for line in
            ["PROXY TCP6 2001:db8::7 ::1 65535 42\r\n", "PROXY TCP4 192.0.2.7 127.0.0.1 1 2\r\n"]
        {
            assert!(read_circuit(&mut line.as_bytes()).await.unwrap().is_none(), "{line}");
        }
    }

    #[tokio::test]
    async fn anything_else_is_refused() {
        let long = [b'x'; 200];
        for line in [&b"GET / HTTP/1.1\r\n\r\n"[..], b"", b"PROXY", b"PROXY TCP6 x y\r\n", &long] {
            assert!(read_circuit(&mut &line[..]).await.is_err());
        }
    }
}
