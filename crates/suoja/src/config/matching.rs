//! `[matching]`: the door for platforms that ask about files.

use std::num::{NonZeroU64, NonZeroUsize};
use std::path::{Path, PathBuf};
use std::time::Duration;

use anyhow::{Context, Result, bail};
use door_matching::AllowedHost;
use serde::Deserialize;
use web::Address;

/// Most MiB of a file that may be allowed: a worker has to hold what it decodes.
const LARGEST_FILE_MIB: u64 = 4096;

/// The door for platforms.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Matching {
    /// Where it listens.
    listen: String,
    /// The folder of lists; `suoja list new` makes one.
    pub lists: PathBuf,
    /// The file of keys; `suoja service key new` adds one.
    pub keys: PathBuf,
    /// Where uses of the scope `detail` are noted; without it hash and distance are told to nobody.
    pub audit: Option<PathBuf>,
    /// Worker processes that decode pictures; as many as there are processors if not given.
    pub workers: Option<NonZeroUsize>,
    /// Most MiB of a file that is taken.
    #[serde(default = "largest_file")]
    largest_file_mib: NonZeroU64,
    /// MiB of memory for what is being received or worked on, all together.
    #[serde(default = "upload_memory")]
    upload_memory_mib: NonZeroU64,
    /// Seconds that a body may take.
    #[serde(default = "seconds")]
    seconds: NonZeroU64,
    /// The listener for clients of HMA.
    pub compat: Option<Compat>,
    /// From where files are fetched by their address.
    pub fetch: Option<Fetch>,
}

/// The listener for clients of HMA.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Compat {
    /// A Unix socket or a loopback address: its clients send no keys.
    listen: String,
    /// The surface that is asked for.
    surface: Option<String>,
    /// The region that is asked for.
    region: Option<String>,
    /// Whether a key of the scope `compat` is wanted all the same.
    #[serde(default)]
    require_key: bool,
}

/// From where files are fetched by their address.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Fetch {
    /// `files.example.org` for https, `http://cache.example.org:8080` for anything else.
    hosts: Vec<String>,
    /// Seconds that a file may take.
    #[serde(default = "fetch_seconds")]
    seconds: NonZeroU64,
}

impl Matching {
    /// Where it listens.
    ///
    /// # Errors
    /// When the text is no address.
    pub fn listen(&self) -> Result<Address> {
        Ok(self.listen.parse()?)
    }

    /// What the operator has decided.
    pub fn settings(&self) -> door_matching::Settings {
        let compat = self.compat.as_ref().map(|own| door_matching::CompatSettings {
            require_key: own.require_key,
            surface: own.surface.clone(),
            region: own.region.clone(),
        });
        door_matching::Settings {
            largest_file: self.largest_file(),
            memory: self.upload_memory_mib.get() << 20,
            patience: Duration::from_secs(self.seconds.get()),
            compat: compat.unwrap_or_default(),
        }
    }

    /// Most bytes of a file that is taken.
    pub fn largest_file(&self) -> u64 {
        self.largest_file_mib.get() << 20
    }

    /// What fetches files, if any may be fetched.
    ///
    /// # Errors
    /// When a host is none.
    pub fn fetch(&self) -> Result<Option<door_matching::Fetch>> {
        let Some(own) = &self.fetch else { return Ok(None) };
        let patience = Duration::from_secs(own.seconds.get());
        Ok(Some(door_matching::Fetch::new(own.hosts()?, self.largest_file(), patience)))
    }

    /// Makes paths relative to the file of the configuration.
    pub fn anchor(&mut self, base: &Path) {
        for path in [&mut self.lists, &mut self.keys].into_iter().chain(&mut self.audit) {
            *path = base.join(&*path);
        }
    }

    /// Whether everything can be meant.
    ///
    /// # Errors
    /// What cannot.
    pub fn check(&self) -> Result<()> {
        self.listen()?;
        for (name, mib) in [
            ("largest_file_mib", self.largest_file_mib),
            ("upload_memory_mib", self.upload_memory_mib),
        ] {
            let most = if name == "largest_file_mib" { LARGEST_FILE_MIB } else { u64::MAX >> 20 };
            if mib.get() > most {
                bail!("`{name}` is 1 to {most}");
            }
        }
        if let Some(compat) = &self.compat {
            compat.listen().context("[matching.compat]")?;
            if self.audit.is_none() {
                bail!(
                    "[matching.compat] tells distances, and each is noted: add a line `audit = \"FILE\"` \
                     to [matching]"
                );
            }
        }
        if let Some(fetch) = &self.fetch {
            fetch.hosts().context("[matching.fetch]")?;
        }
        Ok(())
    }
}

impl Compat {
    /// Where it listens.
    ///
    /// # Errors
    /// When the text is no address, or one that other machines could reach.
    pub fn listen(&self) -> Result<Address> {
        let address: Address = self.listen.parse()?;
        if !super::is_local(&address) {
            bail!(
                "the listener for clients of HMA knows no users; it is on {address}, and takes a Unix \
                 socket or a loopback address only"
            );
        }
        Ok(address)
    }
}

impl Fetch {
    fn hosts(&self) -> Result<Vec<AllowedHost>> {
        if self.hosts.is_empty() {
            bail!("`hosts` is empty; name hosts, or leave [matching.fetch] out");
        }
        self.hosts.iter().map(|host| Ok(host.parse()?)).collect()
    }
}

fn largest_file() -> NonZeroU64 {
    NonZeroU64::new(256).unwrap_or(NonZeroU64::MIN)
}

fn upload_memory() -> NonZeroU64 {
    NonZeroU64::new(1024).unwrap_or(NonZeroU64::MIN)
}

fn seconds() -> NonZeroU64 {
    NonZeroU64::new(120).unwrap_or(NonZeroU64::MIN)
}

fn fetch_seconds() -> NonZeroU64 {
    NonZeroU64::new(30).unwrap_or(NonZeroU64::MIN)
}
