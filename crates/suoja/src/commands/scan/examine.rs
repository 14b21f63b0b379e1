//! One file: opened, hashed in a worker, asked about, and looked into if it is an archive.

use std::fs::{File, OpenOptions};
use std::os::unix::fs::{FileExt, OpenOptionsExt};
use std::path::Path;

use anyhow::Result;
use matching::Lists;
use media::{FileError, Hashed, Undecodable, Workers};
use rustix::fs::OFlags;
use tokio::runtime::Handle;
use web::Clock;

use super::archive::{self, Inside, Kind};
use super::budget::Budget;
use super::found::{Found, FoundKind, Picture};
use super::journal::Identity;
use super::walk::Step;
use crate::cli::AskArgs;
use crate::commands::asking;
use crate::commands::told::Told;
use crate::world::MachineClock;

/// Everything that is needed to examine a file.
pub struct Examiner<'a> {
    pub ask: &'a AskArgs,
    pub lists: &'a Lists,
    pub workers: &'a Workers,
    pub handle: &'a Handle,
}

impl Examiner<'_> {
    /// What is found at a path: one result, or for an archive one and those of its parts.
    pub fn step(&self, step: &Step) -> Vec<Found> {
        match step {
            Step::File(path) => self.file(path),
            Step::Other(path, what) => {
                vec![Found::unasked(path, None, FoundKind::Special, Some((*what).to_owned()))]
            }
            Step::Unread(path, why) => vec![unread(path, why.clone())],
        }
    }

    fn file(&self, path: &Path) -> Vec<Found> {
        // Whatever took the file's place meanwhile: no link is followed, no pipe is waited for.
        let flags = (OFlags::NOFOLLOW | OFlags::NONBLOCK | OFlags::NOCTTY).bits().cast_signed();
        let file = match OpenOptions::new().read(true).custom_flags(flags).open(path) {
            Ok(file) => file,
            Err(error) => return vec![unread(path, error.to_string())],
        };
        let before = Identity::of_file(&file);
        let mut found = vec![self.hashed(path, None, self.workers.hash_file(&file))];
        if let Some(kind) = kind(&file) {
            self.look_into(path, &file, kind, &mut found);
        }
        if before.is_none() || before != Identity::of_file(&file) {
            found.push(unread(path, "it changed while it was read; scan it again".to_owned()));
        }
        found
    }

    fn look_into(&self, path: &Path, file: &File, kind: Kind, found: &mut Vec<Found>) {
        let packed = file.metadata().map_or(0, |about| about.len());
        let mut budget = Budget::new(packed);
        let opened = file.try_clone().map_err(|error| error.to_string());
        let looked = opened.and_then(|file| {
            archive::look_into(file, kind, &mut budget, "", &mut |name, inside| {
                found.push(match inside {
                    Inside::File(bytes) => {
                        self.hashed(path, Some(name), self.workers.hash_bytes(bytes))
                    }
                    Inside::Not(why) => {
                        Found::unasked(path, Some(name), FoundKind::NotRead, Some(why))
                    }
                    Inside::Link => {
                        let what = Some("a link inside an archive".to_owned());
                        Found::unasked(path, Some(name), FoundKind::Special, what)
                    }
                });
            })
        });
        if let Err(why) = looked {
            let why = format!("the archive was not looked through: {why}");
            found.push(unread(path, why));
        }
    }

    fn hashed(
        &self,
        path: &Path,
        inside: Option<&str>,
        hashed: Result<Hashed, FileError>,
    ) -> Found {
        let hashed = match hashed {
            Ok(hashed) => hashed,
            Err(error) => {
                let why = Some(error.to_string());
                return Found::unasked(path, inside, FoundKind::NotRead, why).for_now(true);
            }
        };
        let picture = match &hashed.picture {
            Ok(picture) if picture.whole => Picture::Whole,
            Ok(_) => {
                Picture::Broken("it is damaged, and was compared as far as it goes".to_owned())
            }
            Err(Undecodable::Empty) => return Found::unasked(path, inside, FoundKind::Empty, None),
            Err(Undecodable::NotAPicture) => Picture::None,
            Err(error) => Picture::Broken(error.to_string()),
        };
        let question = asking::question(&hashed, self.ask);
        let answer = self.handle.block_on(self.lists.ask(&question, MachineClock.now()));
        let found = Found::asked(path, inside, Told::new(&answer, self.ask.details), picture);
        found.for_now(hashed.picture.as_ref().is_err_and(may_pass))
    }
}

fn unread(path: &Path, why: String) -> Found {
    Found::unasked(path, None, FoundKind::NotRead, Some(why)).for_now(true)
}

/// Whether a picture may be decoded at another time, when the machine has less to do.
fn may_pass(error: &Undecodable) -> bool {
    matches!(error, Undecodable::TookTooLong(_) | Undecodable::GaveUp(_) | Undecodable::Crashed(_))
}

/// Which archive a file is.
fn kind(file: &File) -> Option<Kind> {
    let size = file.metadata().ok()?.len();
    Kind::of(size, |bytes, from| file.read_at(bytes, from))
}
