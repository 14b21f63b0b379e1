//! The configuration: one TOML file, unknown keys refused, paths relative to the file.

use std::num::NonZeroU32;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use serde::Deserialize;
use web::Address;

use crate::files;

/// The configuration of one machine.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Config {
    /// The study's id.
    pub study: String,
    /// Whether the study is a demonstration.
    #[serde(default)]
    pub simulated: bool,
    /// Folders of the instruments, in the order in which they are offered.
    pub instruments: Vec<PathBuf>,
    /// The public door, on the server.
    pub reach: Option<Reach>,
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
        check_study(&self.study)?;
        if let Some(reach) = &self.reach {
            reach.listen()?;
            if !reach.exit.starts_with("https://") {
                bail!("`exit` must be an https:// address; it is {}", reach.exit);
            }
        }
        Ok(())
    }
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

fn neutral_page() -> String {
    "https://www.wikipedia.org/".to_owned()
}

fn per_circuit() -> NonZeroU32 {
    NonZeroU32::new(60).unwrap_or(NonZeroU32::MIN)
}
