//! The door for platforms that ask about files.

use std::fs::{File, OpenOptions};
use std::num::NonZeroUsize;
use std::os::unix::fs::OpenOptionsExt;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

use anyhow::{Context, Result, bail};
use door_matching::{
    Audit, Fingerprinter, Hashes, Picture, Service, Sources, compat_router, router,
};
use matching::{Lists, Mode};
use media::{FileError, Hashed, Undecodable, Workers};
use tokio::task::JoinHandle;
use web::Address;

use crate::config::{Config, Matching};
use crate::world::MachineClock;
use crate::{decoding, files};

/// How often the file of keys is read again, and lists are looked after.
const KEYS: Duration = Duration::from_secs(2);

/// The door for platforms, open.
pub struct Open {
    service: Arc<Service>,
    compat: Option<(Address, web::Router)>,
    following: JoinHandle<()>,
}

impl Open {
    pub async fn new(config: &Config) -> Result<Self> {
        let file = config.matching()?;
        let lists = Lists::open(&file.lists, Mode::Serving).await?;
        let settings = media::Settings {
            limits: media::Limits { bytes: file.largest_file(), ..media::Limits::default() },
            ..media::Settings::default()
        };
        let sources = Sources {
            answers: Arc::new(lists),
            fingerprinter: Arc::new(OfWorkers::start(file.workers, settings)?),
            audit: file.audit.as_deref().map(audit).transpose()?.map(Audit::new),
            fetch: file.fetch()?,
            clock: Arc::new(MachineClock),
        };
        let service = Arc::new(Service::new(file.settings(), sources));
        let text = files::read_secret(&file.keys)?.to_string();
        read_keys(&service, &file.keys, &text);
        if service.keys().is_empty() {
            eprintln!("suoja: no key opens this door yet; `suoja service key new` makes one");
        }
        let compat = match &file.compat {
            Some(own) => Some((own.listen()?, compat_router(Arc::clone(&service))?)),
            None => None,
        };
        let following = tokio::spawn(follow(Arc::clone(&service), file.keys.clone(), text));
        Ok(Self { service, compat, following })
    }

    pub fn router(&self) -> web::Router {
        router(Arc::clone(&self.service))
    }

    /// The listener beside it.
    pub fn beside(&self) -> Option<(Address, web::Router)> {
        self.compat.clone()
    }

    pub fn say(&self, address: &Address) {
        match address {
            Address::Tcp(tcp) => println!("Files: POST http://{tcp}/v1/match"),
            Address::Unix(_) => println!("Files: POST /v1/match on {address}"),
        }
    }

    pub fn close(&self) {
        self.following.abort();
    }
}

/// The file of keys, each line of which is one; for checks. A door opens for the other keys.
///
/// # Errors
/// When others may read it, or a line is none.
pub fn keys(file: &Matching) -> Result<String> {
    let text = files::read_secret(&file.keys)?.to_string();
    let (_, faults) = door_matching::Keys::parse(&text, &door_matching::Keys::default());
    if let Some((line, fault)) = faults.first() {
        bail!("{}:{line}: {fault}", file.keys.display());
    }
    Ok(text)
}

/// Takes over the file of keys; a line that is none hinders no other.
fn read_keys(service: &Service, path: &Path, text: &str) {
    for (line, fault) in service.read_keys(text) {
        eprintln!("suoja: {}:{line} opens nothing: {fault}", path.display());
    }
}

/// Reads the file of keys again and again, and says when a list is damaged. A file that cannot be read lets
/// nobody in.
async fn follow(service: Arc<Service>, path: PathBuf, mut before: String) {
    loop {
        tokio::time::sleep(KEYS).await;
        // Lists that take long keep no key from being revoked.
        let changes = tokio::time::timeout(KEYS, service.changes()).await;
        for change in changes.unwrap_or_default() {
            eprintln!("suoja: {change}");
        }
        let text = match files::read_secret(&path) {
            Ok(text) => text.to_string(),
            Err(error) => {
                if !service.keys().is_empty() {
                    eprintln!("suoja: no key opens this door any more: {error:#}");
                }
                String::new()
            }
        };
        if text != before {
            read_keys(&service, &path, &text);
            before = text;
        }
    }
}

/// Opens the audit log, which is only ever added to.
///
/// # Errors
/// When it cannot be written.
pub fn audit(path: &Path) -> Result<File> {
    let opened = OpenOptions::new().append(true).create(true).mode(0o600).open(path);
    opened.with_context(|| format!("cannot write the audit log {}", path.display()))
}

/// What hashes files: worker processes.
struct OfWorkers {
    workers: Workers,
    count: NonZeroUsize,
    lost: AtomicU64,
}

impl OfWorkers {
    fn start(count: Option<NonZeroUsize>, settings: media::Settings) -> Result<Self> {
        let (workers, count) = decoding::start(count, settings)?;
        Ok(Self { workers, count, lost: AtomicU64::new(0) })
    }

    fn note(&self, hashed: &Result<Hashed, FileError>) {
        let lost = match hashed {
            Ok(hashed) => matches!(
                hashed.picture,
                Err(Undecodable::Crashed(_) | Undecodable::GaveUp(_) | Undecodable::TookTooLong(_))
            ),
            Err(error) => matches!(error, FileError::Worker(_) | FileError::TookTooLong(_)),
        };
        self.lost.fetch_add(u64::from(lost), Ordering::Relaxed);
    }
}

impl Fingerprinter for OfWorkers {
    fn hash(&self, file: &File) -> Result<Hashes, String> {
        let hashed = self.workers.hash_file(file);
        self.note(&hashed);
        let hashed = hashed.map_err(|error| error.to_string())?;
        let media::Digests { size, md5, sha1, sha256 } = hashed.digests;
        let picture = hashed.picture.map(|own| Picture {
            format: own.format.to_string(),
            width: own.width,
            height: own.height,
            frames: own.frames,
            whole: own.whole,
            quality: own.quality,
            prints: own.orientations(),
        });
        Ok(Hashes { size, md5, sha1, sha256, picture: picture.map_err(|why| why.to_string()) })
    }

    fn at_once(&self) -> usize {
        self.count.get()
    }

    fn lost(&self) -> u64 {
        self.lost.load(Ordering::Relaxed)
    }
}
