//! A server of a few pages, and a proxy that leads every name to it. Both live as long as the test
//! process and listen on the loopback only.

use std::io::{self, BufRead, BufReader, Read, Write};
use std::net::{Ipv4Addr, SocketAddr, TcpListener, TcpStream};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::Duration;

/// A connection that stays longer than this is cut.
const LONGEST: Duration = Duration::from_secs(5);

#[derive(Default)]
struct Seen {
    requests: Mutex<Vec<String>>,
    now: AtomicUsize,
    most: AtomicUsize,
    sent: AtomicUsize,
}

/// A server of a few pages.
pub struct Pages {
    address: SocketAddr,
    seen: Arc<Seen>,
}

impl Pages {
    pub fn serve() -> Self {
        let seen = Arc::new(Seen::default());
        let own = Arc::clone(&seen);
        let address = listen(move |stream, port| own.answer(stream, port));
        Self { address, seen }
    }

    pub fn url(&self, path: &str) -> String {
        format!("http://{}{path}", self.address)
    }

    pub fn port(&self) -> u16 {
        self.address.port()
    }

    /// The requests, in small letters but for the first word.
    pub fn seen(&self) -> Vec<String> {
        self.seen.requests.lock().unwrap().clone()
    }

    pub fn most_at_once(&self) -> usize {
        self.seen.most.load(Ordering::SeqCst)
    }

    /// Bytes of the page without end that were sent.
    pub fn sent(&self) -> usize {
        self.seen.sent.load(Ordering::SeqCst)
    }
}

impl Seen {
    fn answer(&self, stream: TcpStream, port: u16) -> io::Result<()> {
        let now = self.now.fetch_add(1, Ordering::SeqCst) + 1;
        self.most.fetch_max(now, Ordering::SeqCst);
        let reply = self.page(&stream, port);
        // Who has read the answer may ask again before this thread runs on: what is answered is
        // no longer counted.
        self.now.fetch_sub(1, Ordering::SeqCst);
        match reply? {
            Some(reply) => (&stream).write_all(reply.as_bytes()),
            None => Ok(()),
        }
    }

    /// What is answered to a request that was read; nothing when it was answered already or is
    /// not to be.
    fn page(&self, stream: &TcpStream, port: u16) -> io::Result<Option<String>> {
        let mut reader = BufReader::new(stream.try_clone()?);
        let mut path = String::new();
        let mut request = String::new();
        loop {
            let mut line = String::new();
            if reader.read_line(&mut line)? == 0 || line == "\r\n" {
                break;
            }
            if request.is_empty() {
                path = line.split(' ').nth(1).unwrap_or_default().to_owned();
                request = line;
            } else {
                request.push_str(&line.to_lowercase());
            }
        }
        if !request.starts_with("GET ") {
            return Ok(None);
        }
        self.requests.lock().unwrap().push(request);
        let to = |url: &str| {
            format!(
                "HTTP/1.1 302 Found\r\nlocation: {url}\r\ncontent-length: 0\r\nconnection: close\r\n\r\n"
            )
        };
        let whole = "HTTP/1.1 200 OK\r\ncontent-length: 2\r\nconnection: close\r\n\r\nok";
        let reply = match path.as_str() {
            "/ok" => whole.to_owned(),
            "/moved-here" => to("/ok"),
            "/moved-away" => to(&format!("http://localhost:{port}/ok")),
            "/moved-to-name" => to("http://other.invalid/ok"),
            "/round" => to("/round"),
            "/slow" => {
                thread::sleep(Duration::from_millis(150));
                whole.to_owned()
            }
            "/silent" => {
                thread::sleep(Duration::from_secs(4));
                return Ok(None);
            }
            "/endless" => return self.endless(stream).map(|()| None),
            _ => "HTTP/1.1 404 Not Found\r\ncontent-length: 0\r\nconnection: close\r\n\r\n"
                .to_owned(),
        };
        Ok(Some(reply))
    }

    /// Two hundred megabytes, as long as someone takes them.
    fn endless(&self, mut stream: &TcpStream) -> io::Result<()> {
        stream.write_all(b"HTTP/1.1 200 OK\r\ncontent-length: 200000000\r\n\r\n")?;
        for _ in 0..20_000 {
            stream.write_all(&[b'a'; 10_000])?;
            self.sent.fetch_add(10_000, Ordering::SeqCst);
        }
        Ok(())
    }
}

/// A SOCKS 5 proxy (RFC 1928) that knows one way.
pub struct Socks {
    address: SocketAddr,
    names: Arc<Mutex<Vec<String>>>,
}

impl Socks {
    /// Leads everything to a port of this machine.
    pub fn serve(port: u16) -> Self {
        Self::start(Some(port))
    }

    /// Refuses everything.
    pub fn refusing() -> Self {
        Self::start(None)
    }

    pub fn address(&self) -> SocketAddr {
        self.address
    }

    /// What it was asked for: names as they came.
    pub fn names(&self) -> Vec<String> {
        self.names.lock().unwrap().clone()
    }

    fn start(port: Option<u16>) -> Self {
        let names = Arc::new(Mutex::new(Vec::new()));
        let own = Arc::clone(&names);
        let address = listen(move |stream, _| relay(stream, port, &own));
        Self { address, names }
    }
}

fn relay(mut client: TcpStream, port: Option<u16>, names: &Mutex<Vec<String>>) -> io::Result<()> {
    let mut head = [0; 2];
    client.read_exact(&mut head)?;
    let mut methods = vec![0; usize::from(head[1])];
    client.read_exact(&mut methods)?;
    client.write_all(&[5, 0])?;
    let mut request = [0; 4];
    client.read_exact(&mut request)?;
    let name = match request[3] {
        1 => {
            let mut ip = [0; 4];
            client.read_exact(&mut ip)?;
            Ipv4Addr::from(ip).to_string()
        }
        3 => {
            let mut length = [0; 1];
            client.read_exact(&mut length)?;
            let mut name = vec![0; usize::from(length[0])];
            client.read_exact(&mut name)?;
            String::from_utf8_lossy(&name).into_owned()
        }
        other => format!("an address of kind {other}"),
    };
    let mut at = [0; 2];
    client.read_exact(&mut at)?;
    names.lock().unwrap().push(format!("{name}:{}", u16::from_be_bytes(at)));
    let Some(port) = port else {
        return client.write_all(&[5, 5, 0, 1, 0, 0, 0, 0, 0, 0]);
    };
    let mut server = TcpStream::connect((Ipv4Addr::LOCALHOST, port))?;
    server.set_read_timeout(Some(LONGEST))?;
    client.write_all(&[5, 0, 0, 1, 0, 0, 0, 0, 0, 0])?;
    let (mut from_client, mut to_server) = (client.try_clone()?, server.try_clone()?);
    thread::spawn(move || io::copy(&mut from_client, &mut to_server));
    io::copy(&mut server, &mut client)?;
    Ok(())
}

/// Listens on the loopback; every connection has a thread and is cut when it stays too long.
fn listen(serve: impl Fn(TcpStream, u16) -> io::Result<()> + Send + Sync + 'static) -> SocketAddr {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).unwrap();
    let address = listener.local_addr().unwrap();
    let serve = Arc::new(serve);
    thread::spawn(move || {
        for stream in listener.incoming().flatten() {
            _ = stream.set_read_timeout(Some(LONGEST));
            _ = stream.set_write_timeout(Some(LONGEST));
            let serve = Arc::clone(&serve);
            // A client that hangs up is no failure of the test.
            thread::spawn(move || serve(stream, address.port()));
        }
    });
    address
}
