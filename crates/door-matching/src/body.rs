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
use crate::room::Room;

/// What of a body that is too large is still received, so that the sender can read the answer.
const LARGEST_DRAIN: u64 = 4 << 20;
/// How long a body may bring nothing.
pub(crate) const SILENCE: Duration = Duration::from_secs(10);

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
    room: &mut Room,
) -> Result<Bytes, Problem> {
    let mut arriving = Arriving::new(headers, body, largest as u64)?;
    within(patience, async {
        // One frame most often; it is then not copied.
        let mut first = Bytes::new();
        let mut rest = Vec::new();
        while let Some(data) = arriving.next().await? {
            room.hold(arriving.received).await?;
            if first.is_empty() && rest.is_empty() {
                first = data;
                continue;
            }
            if rest.is_empty() {
                rest.extend_from_slice(&first);
            }
            rest.extend_from_slice(&data);
        }
        Ok(if rest.is_empty() { first } else { rest.into() })
    })
    .await
}

/// A file in memory, sealed once it is whole.
pub(crate) struct Upload {
    file: File,
    size: u64,
    largest: u64,
    room: Room,
}

/// A file that is whole and sealed, and the room that it takes.
#[derive(Debug)]
pub(crate) struct Received {
    pub file: File,
    _room: Room,
}

impl Upload {
    /// An empty file that may grow to so many bytes.
    pub fn new(largest: u64, room: Room) -> Result<Self, Problem> {
        let flags = MemfdFlags::CLOEXEC | MemfdFlags::ALLOW_SEALING;
        let made = memfd_create("upload", flags).map_err(|error| no_memory(&error.into()))?;
        Ok(Self { file: made.into(), size: 0, largest, room })
    }

    /// Adds to it, and waits for room.
    pub async fn add(&mut self, data: &[u8]) -> Result<(), Problem> {
        self.grow(data)?;
        self.room.hold(self.size).await?;
        self.write(data)
    }

    /// The same on a thread that may be kept waiting.
    pub fn add_blocking(&mut self, data: &[u8]) -> Result<(), Problem> {
        self.grow(data)?;
        self.room.hold_blocking(self.size)?;
        self.write(data)
    }

    fn grow(&mut self, data: &[u8]) -> Result<(), Problem> {
        self.size += data.len() as u64;
        if self.size > self.largest { Err(too_large(self.largest)) } else { Ok(()) }
    }

    fn write(&mut self, data: &[u8]) -> Result<(), Problem> {
        self.file.write_all(data).map_err(|error| no_memory(&error))
    }

    /// Seals it: whoever has it from now on can only read.
    pub fn seal(self) -> Result<Received, Problem> {
        let seals = SealFlags::WRITE | SealFlags::SHRINK | SealFlags::GROW | SealFlags::SEAL;
        fcntl_add_seals(&self.file, seals).map_err(|error| no_memory(&error.into()))?;
        // The same file through a descriptor that was opened for reading: workers take no other.
        let own = format!("/proc/self/fd/{}", self.file.as_raw_fd());
        let file = File::open(own).map_err(|error| no_memory(&error))?;
        Ok(Received { file, _room: self.room })
    }

    /// Receives a body into it.
    pub async fn receive(
        mut self,
        headers: &HeaderMap,
        body: Body,
        patience: Duration,
    ) -> Result<Received, Problem> {
        let mut arriving = Arriving::new(headers, body, self.largest)?;
        within(patience, async {
            while let Some(data) = arriving.next().await? {
                self.add(&data).await?;
            }
            Ok(())
        })
        .await?;
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

/// Gives up on one that brings nothing: it would hold what it has brought.
pub(crate) async fn not_silent<T>(
    silence: Duration,
    next: impl Future<Output = T>,
) -> Result<T, Problem> {
    tokio::time::timeout(silence, next).await.map_err(|_| {
        let seconds = silence.as_secs();
        let detail = format!("nothing of the body came for {seconds} seconds; send it again");
        Problem::new(StatusCode::REQUEST_TIMEOUT, detail)
    })
}

/// A body whose bytes come.
struct Arriving {
    body: Body,
    received: u64,
    largest: u64,
    silence: Duration,
}

impl Arriving {
    /// One of at most so many bytes.
    fn new(headers: &HeaderMap, body: Body, largest: u64) -> Result<Self, Problem> {
        if said_length(headers).unwrap_or(0) > largest.saturating_add(LARGEST_DRAIN) {
            return Err(too_large(largest));
        }
        Ok(Self { body, received: 0, largest, silence: SILENCE })
    }

    /// What comes next; nothing at the end of a body that is not too large.
    async fn next(&mut self) -> Result<Option<Bytes>, Problem> {
        let too_large = too_large(self.largest);
        while let Some(frame) = not_silent(self.silence, self.body.frame()).await? {
            let broken = |_| Problem::bad("the body broke off; send it again");
            let Ok(data) = frame.map_err(broken)?.into_data() else { continue };
            self.received = self.received.saturating_add(data.len() as u64);
            if self.received <= self.largest {
                return Ok(Some(data));
            } else if self.received > self.largest.saturating_add(LARGEST_DRAIN) {
                return Err(too_large);
            }
        }
        if self.received > self.largest { Err(too_large) } else { Ok(None) }
    }
}

pub(crate) fn too_large(largest: u64) -> Problem {
    let detail = format!("the body has more than the {largest} bytes that are taken");
    Problem::new(StatusCode::PAYLOAD_TOO_LARGE, detail)
}

fn no_memory(error: &std::io::Error) -> Problem {
    let detail = format!("the file cannot be held in memory: {error}; send it again later");
    Problem::new(StatusCode::SERVICE_UNAVAILABLE, detail)
}

#[cfg(test)]
mod tests {
    use std::convert::Infallible;
    use std::pin::Pin;
    use std::task::{Context, Poll};

    use hyper::body::Frame;

    use super::*;

    /// A body of which something comes, and then nothing.
    struct Half(Option<Bytes>);

    impl hyper::body::Body for Half {
        type Data = Bytes;
        type Error = Infallible;

        fn poll_frame(
            mut self: Pin<&mut Self>,
            _: &mut Context<'_>,
        ) -> Poll<Option<Result<Frame<Bytes>, Infallible>>> {
            match self.0.take() {
                Some(data) => Poll::Ready(Some(Ok(Frame::data(data)))),
                None => Poll::Pending,
            }
        }
    }

    #[tokio::test]
    async fn a_body_that_brings_nothing_more_is_given_up() {
        let body = Body::new(Half(Some(Bytes::from_static(b"some"))));
        let mut arriving = Arriving::new(&HeaderMap::new(), body, 100).unwrap();
        arriving.silence = Duration::from_millis(50);
        assert_eq!(arriving.next().await.unwrap().unwrap(), "some");
        assert_eq!(arriving.next().await.unwrap_err().status, StatusCode::REQUEST_TIMEOUT);
    }
}
