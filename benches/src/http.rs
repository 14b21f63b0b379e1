//! A small HTTP client that keeps its connection: cheap beside what it measures.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::time::Duration;

use anyhow::{Context, Result, bail};
use flate2::read::GzDecoder;

/// A connection.
pub struct Client {
    stream: BufReader<TcpStream>,
    gzip: bool,
}

/// What came back.
pub struct Reply {
    /// Its status.
    pub status: u16,
    /// The body's length on its way.
    pub sent: usize,
    /// The body, decompressed.
    pub body: Vec<u8>,
}

impl Client {
    /// Connects; `gzip` says whether pages may come compressed, as browsers ask for.
    ///
    /// # Errors
    /// When nobody listens there.
    pub fn connect(address: SocketAddr, gzip: bool) -> Result<Self> {
        let stream = TcpStream::connect(address).context("nobody listens")?;
        stream.set_nodelay(true)?;
        stream.set_read_timeout(Some(Duration::from_secs(30)))?;
        Ok(Self { stream: BufReader::with_capacity(32 * 1024, stream), gzip })
    }

    /// Asks for a page.
    ///
    /// # Errors
    /// When the connection breaks or the answer is no HTTP.
    pub fn get(&mut self, path: &str) -> Result<Reply> {
        let request = format!("GET {path} HTTP/1.1\r\nHost: bench\r\n{}\r\n", self.accept());
        self.ask(request.as_bytes())
    }

    /// Sends a form.
    ///
    /// # Errors
    /// As [`Client::get`].
    pub fn post(&mut self, path: &str, form: &str) -> Result<Reply> {
        let request = format!(
            "POST {path} HTTP/1.1\r\nHost: bench\r\n{}Content-Type: \
             application/x-www-form-urlencoded\r\nContent-Length: {}\r\n\r\n{form}",
            self.accept(),
            form.len()
        );
        self.ask(request.as_bytes())
    }

    /// Sends a form with a key.
    ///
    /// # Errors
    /// As [`Client::get`].
    pub fn post_as(&mut self, path: &str, form: &str, key: &str) -> Result<Reply> {
        self.send(path, "application/x-www-form-urlencoded", form, key)
    }

    /// Sends JSON with a key.
    ///
    /// # Errors
    /// As [`Client::get`].
    pub fn post_json(&mut self, path: &str, body: &str, key: &str) -> Result<Reply> {
        self.send(path, "application/json", body, key)
    }

    fn send(&mut self, path: &str, kind: &str, body: &str, key: &str) -> Result<Reply> {
        let request = format!(
            "POST {path} HTTP/1.1\r\nHost: bench\r\nAuthorization: Bearer {key}\r\n\
             Content-Type: {kind}\r\nContent-Length: {}\r\n\r\n{body}",
            body.len()
        );
        self.ask(request.as_bytes())
    }

    fn accept(&self) -> &'static str {
        if self.gzip { "Accept-Encoding: gzip\r\n" } else { "" }
    }

    fn ask(&mut self, request: &[u8]) -> Result<Reply> {
        self.stream.get_mut().write_all(request)?;
        let first = self.line()?;
        let status = first.split(' ').nth(1).and_then(|own| own.parse().ok());
        let status = status.with_context(|| format!("no status in `{first}`"))?;
        let (mut length, mut chunked, mut gzip) = (0, false, false);
        loop {
            let line = self.line()?.to_ascii_lowercase();
            match line.split_once(": ") {
                None if line.is_empty() => break,
                Some(("content-length", own)) => length = own.parse()?,
                Some(("transfer-encoding", own)) => chunked = own == "chunked",
                Some(("content-encoding", own)) => gzip = own == "gzip",
                _ => {}
            }
        }
        let mut body = Vec::new();
        if chunked {
            self.chunks(&mut body)?;
        } else {
            self.take(length, &mut body)?;
        }
        let sent = body.len();
        if gzip {
            let mut plain = Vec::with_capacity(4 * sent);
            GzDecoder::new(&body[..]).read_to_end(&mut plain).context("the gzip is broken")?;
            body = plain;
        }
        Ok(Reply { status, sent, body })
    }

    fn chunks(&mut self, body: &mut Vec<u8>) -> Result<()> {
        loop {
            let length = usize::from_str_radix(&self.line()?, 16)?;
            self.take(length, body)?;
            if !self.line()?.is_empty() {
                bail!("a chunk is longer than it says");
            }
            if length == 0 {
                return Ok(());
            }
        }
    }

    fn take(&mut self, length: usize, body: &mut Vec<u8>) -> Result<()> {
        let at = body.len();
        body.resize(at + length, 0);
        Ok(self.stream.read_exact(&mut body[at..])?)
    }

    fn line(&mut self) -> Result<String> {
        let mut line = String::new();
        if self.stream.read_line(&mut line)? == 0 {
            bail!("the connection was closed");
        }
        line.truncate(line.trim_end().len());
        Ok(line)
    }
}
