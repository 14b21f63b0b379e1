//! Receiving bodies within limits: JSON into memory, files into memory that nobody can change afterwards.

use std::fs::File;
use std::io::Write;
use std::os::fd::AsRawFd;
use std::time::Duration;

use axum::body::{Body, Bytes};
use axum::http::header::{CONTENT_ENCODING, CONTENT_LENGTH, CONTENT_TYPE};
use axum::http::{HeaderMap, StatusCode};
use http_body_util::BodyExt;
use rustix::fs::{MemfdFlags, SealFlags, fcntl_add_seals, memfd_create};

use crate::problem::Problem;

/// What of a body that is too large is still received, so that the sender can read the answer.
const LARGEST_DRAIN: u64 = 4 << 20;

/// The length that a request says its body has.
pub(crate) fn said_length(headers: &HeaderMap) -> Option<u64> {
    headers.get(CONTENT_LENGTH)?.to_str().ok()?.parse().ok()
}

/// Whether the body is of a type, whatever follows the semicolon.
pub(crate) fn is_of_type(headers: &HeaderMap, wanted: &[u8]) -> bool {
    kind(headers).eq_ignore_ascii_case(wanted)
}

fn kind(headers: &HeaderMap) -> &[u8] {
    let kind = headers.get(CONTENT_TYPE).map_or(&b""[..], |value| value.as_bytes());
    kind.split(|byte| *byte == b';').next().unwrap_or_default().trim_ascii()
}

/// Refuses a body that is compressed: nothing is unpacked here, and its own bytes are on no list.
pub(crate) fn is_plain(headers: &HeaderMap) -> Result<(), Problem> {
    let plain = |value: &[u8]| {
        let mut codings = value.split(|byte| *byte == b',').map(<[u8]>::trim_ascii);
        codings.all(|own| own.is_empty() || own.eq_ignore_ascii_case(b"identity"))
    };
    if headers.get_all(CONTENT_ENCODING).iter().all(|value| plain(value.as_bytes())) {
        return Ok(());
    }
    let detail = "the body has a Content-Encoding, and nothing is unpacked here; send it as it is, \
                  without that header";
    Err(Problem::new(StatusCode::UNSUPPORTED_MEDIA_TYPE, detail))
}

/// Refuses a body in which a file is wrapped: the hashes of a wrapping are on no list, and "no match" would be
/// said of the file inside.
///
/// Any other type is taken. That of web forms is, too: `curl --data-binary` sends it where it is told nothing.
pub(crate) fn is_bare(headers: &HeaderMap) -> Result<(), Problem> {
    is_plain(headers)?;
    let multipart =
        kind(headers).get(..10).is_some_and(|own| own.eq_ignore_ascii_case(b"multipart/"));
    if !multipart && !is_of_type(headers, b"application/json") {
        return Ok(());
    }
    let detail = "the body is a form or JSON with a file in it; send the bytes of the file alone, as \
                  application/octet-stream (`curl --data-binary @FILE`)";
    Err(Problem::new(StatusCode::UNSUPPORTED_MEDIA_TYPE, detail))
}

/// Receives a body of at most so many bytes.
pub(crate) async fn whole(
    headers: &HeaderMap,
    body: Body,
    largest: usize,
    patience: Duration,
) -> Result<Bytes, Problem> {
    let said = said_length(headers).unwrap_or(0);
    // One frame most often; it is then not copied.
    let mut first = Bytes::new();
    let mut rest = Vec::new();
    let receive = receive(body, said, largest as u64, |data| {
        if first.is_empty() && rest.is_empty() {
            first = data;
        } else {
            if rest.is_empty() {
                rest.extend_from_slice(&first);
            }
            rest.extend_from_slice(&data);
        }
        Ok(())
    });
    within(patience, receive).await?;
    Ok(if rest.is_empty() { first } else { rest.into() })
}

/// A file in memory, sealed once it is whole.
pub(crate) struct Upload {
    file: File,
    size: u64,
    largest: u64,
}

impl Upload {
    /// An empty file that may grow to so many bytes.
    pub fn new(largest: u64) -> Result<Self, Problem> {
        let flags = MemfdFlags::CLOEXEC | MemfdFlags::ALLOW_SEALING;
        let made = memfd_create("upload", flags).map_err(|error| no_memory(&error.into()))?;
        Ok(Self { file: made.into(), size: 0, largest })
    }

    /// Adds to it.
    pub fn add(&mut self, data: &[u8]) -> Result<(), Problem> {
        self.size += data.len() as u64;
        if self.size > self.largest {
            return Err(too_large(self.largest));
        }
        self.file.write_all(data).map_err(|error| no_memory(&error))
    }

    /// Seals it: whoever has it from now on can only read.
    pub fn seal(self) -> Result<File, Problem> {
        let seals = SealFlags::WRITE | SealFlags::SHRINK | SealFlags::GROW | SealFlags::SEAL;
        fcntl_add_seals(&self.file, seals).map_err(|error| no_memory(&error.into()))?;
        // The same file through a descriptor that was opened for reading: workers take no other.
        let own = format!("/proc/self/fd/{}", self.file.as_raw_fd());
        File::open(own).map_err(|error| no_memory(&error))
    }

    /// Receives a body into it.
    pub async fn receive(
        mut self,
        headers: &HeaderMap,
        body: Body,
        patience: Duration,
    ) -> Result<File, Problem> {
        let (said, largest) = (said_length(headers).unwrap_or(0), self.largest);
        within(patience, receive(body, said, largest, |data| self.add(&data))).await?;
        self.seal()
    }
}

/// Gives up on a body that comes too slowly.
pub(crate) async fn within<T>(
    patience: Duration,
    receive: impl Future<Output = Result<T, Problem>>,
) -> Result<T, Problem> {
    let slow = || {
        let seconds = patience.as_secs();
        let detail = format!("the body was not whole within {seconds} seconds; send it faster");
        Problem::new(StatusCode::REQUEST_TIMEOUT, detail)
    };
    tokio::time::timeout(patience, receive).await.map_err(|_| slow())?
}

async fn receive(
    mut body: Body,
    said: u64,
    largest: u64,
    mut take: impl FnMut(Bytes) -> Result<(), Problem>,
) -> Result<(), Problem> {
    if said > largest.saturating_add(LARGEST_DRAIN) {
        return Err(too_large(largest));
    }
    let mut received = 0u64;
    while let Some(frame) = body.frame().await {
        let broken = |_| Problem::bad("the body broke off; send it again");
        let Ok(data) = frame.map_err(broken)?.into_data() else { continue };
        received = received.saturating_add(data.len() as u64);
        if received <= largest {
            take(data)?;
        } else if received > largest.saturating_add(LARGEST_DRAIN) {
            break;
        }
    }
    if received > largest { Err(too_large(largest)) } else { Ok(()) }
}

pub(crate) fn too_large(largest: u64) -> Problem {
    let detail = format!("the body has more than the {largest} bytes that are taken");
    Problem::new(StatusCode::PAYLOAD_TOO_LARGE, detail)
}

fn no_memory(error: &std::io::Error) -> Problem {
    let detail = format!("the file cannot be held in memory: {error}; send it again later");
    Problem::new(StatusCode::SERVICE_UNAVAILABLE, detail)
}
