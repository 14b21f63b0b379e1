//! A worker, seen from the program.

use std::fs::File;
use std::io;
use std::os::fd::{AsFd, OwnedFd};
use std::os::unix::process::ExitStatusExt;
use std::process::{Child as Process, Command, ExitStatus, Stdio};
use std::time::Duration;

use crate::channel;
use crate::message::{Answer, Request, Shut, read, write};
use crate::{Digests, FileError, Hashed, PicturePrint, Settings, Undecodable, WorkerError};

/// Seconds in which a worker has to be ready.
const SECONDS_TO_START: u64 = 30;

/// What is said of one that gave up before it decoded anything.
const WANT: &str = "gave up, most often for want of memory (--limit-memory),";

/// A process that is ready for files. Dropped, it is ended and waited for.
pub struct Child {
    process: Process,
    socket: OwnedFd,
    settings: Settings,
    shut: Shut,
    /// Files that it has been given.
    files: u32,
}

/// Why there is no answer.
enum Silence {
    TimeIsUp,
    /// An abort: most often no memory was left.
    GaveUp,
    Ended(String),
    Nonsense,
}

impl Child {
    /// Starts a worker and waits until it has shut itself in.
    pub fn start(command: &mut Command, settings: Settings) -> Result<Self, WorkerError> {
        let (socket, other) = channel::pair().map_err(WorkerError::Start)?;
        command.env_clear().stdin(other).stdout(Stdio::null()).stderr(Stdio::null());
        let process = command.spawn();
        // The command keeps the other end open otherwise, and the end of a worker would not be seen.
        command.stdin(Stdio::null());
        let process = process.map_err(WorkerError::Start)?;
        let shut = Shut { landlock: false };
        let mut child = Self { process, socket, settings, shut, files: 0 };
        let begin = Request::Begin { limits: settings.limits, recipe: settings.recipe };
        let packet = write(&begin).ok_or(WorkerError::Answer)?;
        // One that ended at once is found out by asking for its answer.
        let _ = channel::give(&child.socket, &packet);
        match child.hear(Duration::from_secs(SECONDS_TO_START)) {
            Ok(Answer::Ready(shut)) => {
                child.shut = shut;
                Ok(child)
            }
            Ok(Answer::Refused(why)) => Err(WorkerError::Refused(why)),
            Ok(_) | Err(Silence::Nonsense) => Err(WorkerError::Answer),
            Err(Silence::GaveUp) => Err(WorkerError::Ended(WANT.to_owned())),
            Err(Silence::Ended(how)) => Err(WorkerError::Ended(how)),
            Err(Silence::TimeIsUp) => {
                Err(WorkerError::Ended(format!("was not ready in {SECONDS_TO_START} seconds")))
            }
        }
    }

    /// What holds it.
    pub fn shut(&self) -> Shut {
        self.shut
    }

    /// Whether it has seen as many files as it may.
    pub fn is_old(&self) -> bool {
        self.files >= self.settings.limits.files
    }

    /// Has a file hashed. Says too whether the worker can take another.
    pub fn hash(&mut self, file: &File, size: u64) -> (Result<Hashed, FileError>, bool) {
        self.files += 1;
        let digests = match self.digests(file, size) {
            Ok(digests) => digests,
            Err(error) => {
                let goes_on = matches!(error, FileError::Read(_));
                return (Err(error), goes_on);
            }
        };
        let (picture, goes_on) = self.picture();
        (Ok(Hashed { digests, picture }), goes_on)
    }

    fn digests(&mut self, file: &File, size: u64) -> Result<Digests, FileError> {
        let packet = write(&Request::File { size }).ok_or(WorkerError::Answer)?;
        // As above: one that ended meanwhile is found out by asking for its answer.
        let _ = channel::give_with(&self.socket, &packet, file.as_fd());
        let seconds = self.settings.limits.seconds_to_read(size);
        match self.hear(Duration::from_secs(seconds)) {
            Ok(Answer::Digests(digests)) => Ok(digests),
            Ok(Answer::Unread(why)) => Err(FileError::Read(why)),
            Ok(_) | Err(Silence::Nonsense) => Err(WorkerError::Answer.into()),
            Err(Silence::GaveUp) => Err(WorkerError::Ended(WANT.to_owned()).into()),
            Err(Silence::Ended(how)) => Err(WorkerError::Ended(how).into()),
            Err(Silence::TimeIsUp) => Err(FileError::TookTooLong(seconds)),
        }
    }

    fn picture(&mut self) -> (Result<PicturePrint, Undecodable>, bool) {
        let seconds = self.settings.limits.seconds;
        let error = match self.hear(Duration::from_secs(seconds.into())) {
            Ok(Answer::Picture(picture)) => return (picture, true),
            Err(Silence::TimeIsUp) => Undecodable::TookTooLong(seconds),
            Err(Silence::GaveUp) => Undecodable::GaveUp(self.settings.limits.memory),
            Err(Silence::Ended(how)) => Undecodable::Crashed(how),
            Ok(_) | Err(Silence::Nonsense) => {
                Undecodable::Crashed("gave an answer that is none".to_owned())
            }
        };
        (Err(error), false)
    }

    fn hear(&mut self, within: Duration) -> Result<Answer, Silence> {
        match channel::comes(&self.socket, within) {
            Ok(true) => {}
            Ok(false) => return Err(Silence::TimeIsUp),
            Err(_) => return Err(Silence::Nonsense),
        }
        match channel::take(&self.socket) {
            Ok(Some((packet, _))) => read(&packet).ok_or(Silence::Nonsense),
            Ok(None) => Err(self.end()),
            Err(error) if error.kind() == io::ErrorKind::ConnectionReset => Err(self.end()),
            Err(_) => Err(Silence::Nonsense),
        }
    }

    /// How it ended. It has closed its socket; if it lives on all the same, it is ended now.
    fn end(&mut self) -> Silence {
        // Closing comes a moment before the end.
        for _ in 0..50 {
            if let Ok(Some(status)) = self.process.try_wait() {
                return how(status);
            }
            std::thread::sleep(Duration::from_millis(2));
        }
        let _ = self.process.kill();
        self.process.wait().map_or_else(|error| Silence::Ended(format!("was lost: {error}")), how)
    }
}

impl Drop for Child {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

fn how(status: ExitStatus) -> Silence {
    let said = match (status.signal(), status.code()) {
        (Some(libc::SIGXCPU), _) => return Silence::TimeIsUp,
        (Some(libc::SIGSYS), _) => "tried something that it may not do and was ended".to_owned(),
        (Some(libc::SIGABRT), _) => return Silence::GaveUp,
        (Some(libc::SIGKILL), _) => "was ended from outside, perhaps for want of memory".to_owned(),
        (Some(signal), _) => format!("was ended by signal {signal}"),
        (None, Some(101)) => "gave up (its decoder found itself wrong)".to_owned(),
        (None, code) => format!("ended with status {}", code.unwrap_or_default()),
    };
    Silence::Ended(said)
}
