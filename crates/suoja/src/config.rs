//! The configuration: one TOML file, unknown keys refused, paths relative to the file.

use std::collections::BTreeMap;
use std::num::NonZeroU32;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use serde::Deserialize;
use web::Address;

use crate::files;

mod matching;

pub use matching::Matching;

/// The configuration of one machine.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Config {
    /// The study's id; only where there is a survey or a desk.
    #[serde(default)]
    pub study: String,
    /// Whether the study is a demonstration.
    #[serde(default)]
    pub simulated: bool,
    /// Folders of the instruments, in the order in which they are offered.
    #[serde(default)]
    pub instruments: Vec<PathBuf>,
    /// The public door, on the server.
    pub reach: Option<Reach>,
    /// The door for those who were harmed.
    pub support: Option<Support>,
    /// The door for search engines.
    pub service: Option<Service>,
    /// The door for platforms that ask about files.
    pub matching: Option<Matching>,
    /// The experiment that counts at the doors for the public and for search engines.
    pub experiment: Option<ExperimentFiles>,
    /// The desk, on the researchers' machine.
    pub researcher: Option<Researcher>,
}

/// The public door.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Reach {
    /// Where it listens: `127.0.0.1:8080` or `unix:/run/suoja/reach.sock`.
    listen: String,
    /// The store's file.
    pub store: PathBuf,
    /// Folder of public key sets, `YYYY-Qn.toml`.
    pub keys: PathBuf,
    /// The file of helplines.
    pub helplines: PathBuf,
    /// The neutral page that *leave quickly* leads to.
    #[serde(default = "neutral_page")]
    pub exit: String,
    /// The onion address of the same door, for its open-web twin.
    pub onion: Option<String>,
    /// Whether tor begins each connection with a PROXY line.
    #[serde(default)]
    pub circuits: bool,
    /// Requests that one circuit may make in a minute.
    #[serde(default = "per_circuit")]
    pub per_circuit_per_minute: NonZeroU32,
    /// Whether the door is reached over TLS only.
    #[serde(default)]
    pub strict_transport: bool,
    /// Whether texts that nobody has reviewed are shown, with a note.
    #[serde(default)]
    pub allow_unreviewed: bool,
    /// The self-help programme, if this door carries it.
    pub programme: Option<Carried>,
}

/// The self-help programme behind the public door.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Carried {
    /// Its folder. Its `feedback` folder belongs among `instruments`.
    pub content: PathBuf,
    /// The file of what is kept under codes; without it everybody writes on paper.
    pub store: Option<PathBuf>,
    /// Weeks without use after which what is kept is deleted, 1 to 104.
    #[serde(default = "half_a_year")]
    pub weeks: u8,
    /// How many codes there may be; each takes 64 KiB of disk.
    #[serde(default = "most_codes")]
    pub most: u32,
}

/// The door for those who were harmed: no store, no keys.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Support {
    /// As for the public door.
    listen: String,
    /// The file of helplines.
    pub helplines: PathBuf,
    /// The neutral page that *leave quickly* leads to.
    #[serde(default = "neutral_page")]
    pub exit: String,
    /// The onion address of the same door, for its open-web twin.
    pub onion: Option<String>,
    /// Whether tor begins each connection with a PROXY line.
    #[serde(default)]
    pub circuits: bool,
    /// Requests that one circuit may make in a minute.
    #[serde(default = "per_circuit")]
    pub per_circuit_per_minute: NonZeroU32,
    /// Whether the door is reached over TLS only.
    #[serde(default)]
    pub strict_transport: bool,
    /// Whether texts that nobody has reviewed are shown, with a note.
    #[serde(default)]
    pub allow_unreviewed: bool,
}

/// The door for search engines.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Service {
    /// A Unix socket or a loopback address: queries leave no machine.
    listen: String,
    /// The file of the key with which the engine asks; `suoja warning key` makes one.
    pub key: PathBuf,
    /// The compiled list; `suoja warning compile` makes one.
    pub list: PathBuf,
    /// The key under which it was compiled.
    pub list_key: PathBuf,
    /// The message that is shown while no experiment runs.
    #[serde(default = "neutral_arm")]
    pub arm: String,
    /// The file of helplines.
    pub helplines: PathBuf,
    /// Whether messages that nobody has reviewed are shown, with a note.
    #[serde(default)]
    pub allow_unreviewed: bool,
    /// Where messages are shown, and where their links lead.
    pub channels: BTreeMap<String, Channel>,
}

/// Where the links of a channel's messages lead.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Channel {
    /// Origin of the public door as visitors of this channel reach it.
    pub reach: String,
    /// Origin of the door for those who were harmed.
    pub support: Option<String>,
    /// The engine's own start page.
    pub back: String,
    /// Whether that public door carries the self-help programme, so that messages lead to it.
    #[serde(default)]
    pub programme: bool,
}

/// An experiment: its plan, and the file of its counts.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ExperimentFiles {
    /// The plan.
    pub plan: PathBuf,
    /// The counts; made when they are not there.
    pub counts: PathBuf,
}

/// The desk.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Researcher {
    /// The store or a copy of it.
    pub store: PathBuf,
    /// Folder of private keys.
    pub keys: PathBuf,
    /// Folder of public key sets, to compare with what was sealed.
    pub public_keys: PathBuf,
    /// Folder for what was opened.
    pub opened: PathBuf,
    /// The file of samples.
    pub samples: PathBuf,
    /// Folder of published figures and their sources.
    #[serde(default = "figures")]
    pub figures: PathBuf,
    /// Folder of what a statement's texts must not say.
    #[serde(default = "text_checks")]
    pub text_checks: PathBuf,
    /// The file of helplines that statements name.
    #[serde(default = "helplines")]
    pub helplines: PathBuf,
}

impl Reach {
    /// Where it listens.
    ///
    /// # Errors
    /// When the text is no address.
    pub fn listen(&self) -> Result<Address> {
        Ok(self.listen.parse()?)
    }
}

impl Support {
    /// Where it listens.
    ///
    /// # Errors
    /// When the text is no address.
    pub fn listen(&self) -> Result<Address> {
        Ok(self.listen.parse()?)
    }
}

impl Service {
    /// Where it listens.
    ///
    /// # Errors
    /// When the text is no address, or one that other machines could reach.
    pub fn listen(&self) -> Result<Address> {
        let address: Address = self.listen.parse()?;
        check_local(&address)?;
        Ok(address)
    }
}

/// Whether only this machine can reach an address.
///
/// # Errors
/// When others can.
pub fn check_local(address: &Address) -> Result<()> {
    if !is_local(address) {
        bail!("[service] listens on {address}; name a Unix socket or a loopback address");
    }
    Ok(())
}

/// Whether only this machine can reach an address.
pub fn is_local(address: &Address) -> bool {
    match address {
        Address::Tcp(tcp) => tcp.ip().is_loopback(),
        Address::Unix(_) => true,
    }
}

impl Config {
    /// Reads a configuration.
    ///
    /// # Errors
    /// When it cannot be read, has an unknown key, or a value that cannot be meant.
    pub fn read(path: &Path) -> Result<Self> {
        let text = files::read_text(path)
            .with_context(|| "name the configuration with --config, or begin with `suoja demo`")?;
        let mut config: Self = toml::from_str(&text)
            .map_err(|error| anyhow::anyhow!("{}: {error}", path.display()))?;
        config.anchor(path.parent().unwrap_or(Path::new("")));
        config.check().with_context(|| path.display().to_string())?;
        Ok(config)
    }

    /// The door, which must be there.
    ///
    /// # Errors
    /// When the configuration has none.
    pub fn reach(&self) -> Result<&Reach> {
        self.reach.as_ref().context("the configuration has no [reach]; this is not the server")
    }

    /// The door for those who were harmed, which must be there.
    ///
    /// # Errors
    /// When the configuration has none.
    pub fn support(&self) -> Result<&Support> {
        self.support.as_ref().context("the configuration has no [support]")
    }

    /// The door for search engines, which must be there.
    ///
    /// # Errors
    /// When the configuration has none.
    pub fn service(&self) -> Result<&Service> {
        self.service.as_ref().context("the configuration has no [service]")
    }

    /// The door for platforms, which must be there.
    ///
    /// # Errors
    /// When the configuration has none.
    pub fn matching(&self) -> Result<&Matching> {
        self.matching.as_ref().context("the configuration has no [matching]")
    }

    /// The desk, which must be there.
    ///
    /// # Errors
    /// When the configuration has none.
    pub fn researcher(&self) -> Result<&Researcher> {
        let missing = "the configuration has no [researcher]; this is not the researchers' machine";
        self.researcher.as_ref().context(missing)
    }

    fn anchor(&mut self, base: &Path) {
        let anchor = |path: &mut PathBuf| *path = base.join(&*path);
        self.instruments.iter_mut().for_each(anchor);
        if let Some(reach) = &mut self.reach {
            for path in [&mut reach.store, &mut reach.keys, &mut reach.helplines] {
                anchor(path);
            }
            if let Some(carried) = &mut reach.programme {
                anchor(&mut carried.content);
                carried.store.iter_mut().for_each(anchor);
            }
        }
        if let Some(support) = &mut self.support {
            anchor(&mut support.helplines);
        }
        if let Some(service) = &mut self.service {
            let paths = [
                &mut service.key,
                &mut service.list,
                &mut service.list_key,
                &mut service.helplines,
            ];
            paths.into_iter().for_each(anchor);
        }
        if let Some(matching) = &mut self.matching {
            matching.anchor(base);
        }
        if let Some(experiment) = &mut self.experiment {
            [&mut experiment.plan, &mut experiment.counts].into_iter().for_each(anchor);
        }
        if let Some(desk) = &mut self.researcher {
            let paths = [
                &mut desk.store,
                &mut desk.keys,
                &mut desk.public_keys,
                &mut desk.opened,
                &mut desk.samples,
                &mut desk.figures,
                &mut desk.text_checks,
                &mut desk.helplines,
            ];
            paths.into_iter().for_each(anchor);
        }
    }

    fn check(&self) -> Result<()> {
        if self.reach.is_some() || self.researcher.is_some() {
            check_study(&self.study)?;
        }
        if let Some(reach) = &self.reach {
            reach.listen()?;
            check_exit(&reach.exit)?;
        }
        if let Some(support) = &self.support {
            support.listen()?;
            check_exit(&support.exit)?;
        }
        if let Some(service) = &self.service {
            service.listen()?;
            for (name, channel) in &service.channels {
                channel.check().with_context(|| format!("[service.channels.{name}]"))?;
            }
        }
        if let Some(matching) = &self.matching {
            matching.check()?;
        }
        Ok(())
    }
}

impl Channel {
    fn check(&self) -> Result<()> {
        check_origin(&self.reach)?;
        self.support.as_deref().map_or(Ok(()), check_origin)
    }
}

/// Whether a text is an origin: it has no path, so that nothing is added to the wrong place.
///
/// # Errors
/// When it is something else.
pub fn check_origin(origin: &str) -> Result<()> {
    let rest = origin.strip_prefix("https://").or_else(|| origin.strip_prefix("http://"));
    if rest.is_none_or(|rest| rest.is_empty() || rest.contains(['/', '?', '#'])) {
        bail!("`{origin}` is no origin: write https://name without a slash at the end");
    }
    Ok(())
}

fn check_exit(exit: &str) -> Result<()> {
    if !exit.starts_with("https://") {
        bail!("`exit` must be an https:// address; it is {exit}");
    }
    Ok(())
}

/// Whether a text can be the id of a study: it names files and travels in every sealed part.
///
/// # Errors
/// When it is empty, too long, or has other characters.
pub fn check_study(study: &str) -> Result<()> {
    let fits = study.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-');
    if study.is_empty() || study.len() > 64 || !fits {
        bail!("`{study}` is no study id: 1 to 64 of a-z, 0-9 and hyphen");
    }
    Ok(())
}

fn figures() -> PathBuf {
    PathBuf::from("content/figures")
}

fn text_checks() -> PathBuf {
    PathBuf::from("content/text-checks")
}

fn helplines() -> PathBuf {
    PathBuf::from("content/helplines/helplines.toml")
}

fn half_a_year() -> u8 {
    26
}

fn most_codes() -> u32 {
    100_000
}

fn neutral_page() -> String {
    "https://www.wikipedia.org/".to_owned()
}

fn neutral_arm() -> String {
    warning::NEUTRAL.to_owned()
}

fn per_circuit() -> NonZeroU32 {
    NonZeroU32::new(60).unwrap_or(NonZeroU32::MIN)
}
