//! The process that decodes: it shuts itself in, then takes one file after the other.

use std::fs::File;
use std::io;
use std::os::unix::fs::FileExt;

use rustix::stdio::stdin;

use crate::digests::{Digester, PIECE};
use crate::engine::{Engine, give_back};
use crate::message::{Answer, Request, read, write};
use crate::undecodable::words;
use crate::{Digests, Limits, Settings, Undecodable, WorkerError, channel, sandbox};

/// Is a worker until the program that started it is gone. What this process is given as standard input must
/// be the socket from [`Workers`](crate::Workers).
///
/// # Errors
/// [`WorkerError::NotAWorker`] when it is not, and [`WorkerError::Refused`] when the process cannot be shut
/// in.
pub fn run_worker() -> Result<(), WorkerError> {
    run_worker_after(|_| {})
}

/// [`run_worker`] for tests of the box: what is given is done with the bytes of each file, shut in, before
/// they are decoded.
///
/// # Errors
/// As [`run_worker`].
#[doc(hidden)]
pub fn run_worker_after(mut first: impl FnMut(&[u8])) -> Result<(), WorkerError> {
    // What a panic says may hold parts of a picture; that the process ends says enough.
    std::panic::set_hook(Box::new(|_| {}));
    let Some((settings, socket)) = begin()? else { return Ok(()) };
    let mut worker = Worker { engine: Engine::new(settings), settings, bytes: Vec::new() };
    while let Some((packet, file)) = channel::take(socket).map_err(WorkerError::NotAWorker)? {
        let (Some(Request::File { size }), Some(file)) = (read(&packet), file) else {
            return Err(WorkerError::Answer);
        };
        worker.answer(File::from(file), size, &mut first).map_err(WorkerError::NotAWorker)?;
    }
    Ok(())
}

type Socket = rustix::fd::BorrowedFd<'static>;

/// Hears the settings and shuts itself in. Nothing when the program is gone already.
fn begin() -> Result<Option<(Settings, Socket)>, WorkerError> {
    let socket = stdin();
    let came = channel::take(socket).map_err(WorkerError::NotAWorker)?;
    let Some((packet, _)) = came else { return Ok(None) };
    let Some(Request::Begin { limits, recipe }) = read(&packet) else {
        return Err(WorkerError::Answer);
    };
    match sandbox::enter(&limits) {
        Ok(shut) => say(&Answer::Ready(shut)).map_err(WorkerError::NotAWorker)?,
        Err(why) => {
            let told = say(&Answer::Refused(words(&why)));
            return Err(told.map_or_else(WorkerError::NotAWorker, |()| WorkerError::Refused(why)));
        }
    }
    Ok(Some((Settings { recipe, limits }, socket)))
}

fn say(answer: &Answer) -> io::Result<()> {
    let packet = write(answer).ok_or_else(|| io::Error::other("an answer is too long"))?;
    channel::give(stdin(), &packet)
}

/// What stays from one file to the next.
struct Worker {
    engine: Engine,
    settings: Settings,
    bytes: Vec<u8>,
}

impl Worker {
    fn answer(&mut self, file: File, size: u64, first: &mut impl FnMut(&[u8])) -> io::Result<()> {
        let limits = self.settings.limits;
        let digests = match self.read(&file, size, &limits) {
            Ok(digests) => digests,
            Err(error) => return say(&Answer::Unread(words(&error))),
        };
        drop(file);
        say(&Answer::Digests(digests))?;
        sandbox::seconds_from_now(limits.seconds.into())?;
        say(&Answer::Picture(self.picture(digests.size, first)))
    }

    fn picture(
        &mut self,
        size: u64,
        first: &mut impl FnMut(&[u8]),
    ) -> Result<crate::PicturePrint, Undecodable> {
        let most = self.settings.limits.bytes;
        if size > most {
            return Err(Undecodable::TooManyBytes { size, most });
        }
        first(&self.bytes);
        self.engine.print(&self.bytes)
    }

    /// Reads all bytes of a file once; keeps them if it is short enough to be decoded.
    fn read(&mut self, file: &File, size: u64, limits: &Limits) -> io::Result<Digests> {
        // As if it were as long as a kernel can make it: the program watches the clock.
        sandbox::seconds_from_now(limits.seconds_to_read(i64::MAX.unsigned_abs()))?;
        let most = usize::try_from(limits.bytes).unwrap_or(usize::MAX);
        give_back(&mut self.bytes);
        self.make_room(usize::try_from(size).unwrap_or(usize::MAX).min(most));
        let mut digester = Digester::default();
        let mut length = 0;
        loop {
            // A file that is too long is read over itself.
            let from = if length > most { 0 } else { length };
            self.make_room(from);
            let piece = &mut self.bytes[from..from + PIECE];
            let read = match file.read_at(piece, length as u64) {
                Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
                read => read?,
            };
            if read == 0 {
                break;
            }
            digester.take(&piece[..read]);
            length += read;
        }
        self.bytes.truncate(length);
        Ok(digester.done())
    }

    /// Makes room for a piece behind so many bytes, and not twice as much as a vector likes to.
    fn make_room(&mut self, before: usize) {
        let length = before + PIECE;
        if self.bytes.len() < length {
            self.bytes.reserve_exact(length - self.bytes.len());
            self.bytes.resize(length, 0);
        }
    }
}
