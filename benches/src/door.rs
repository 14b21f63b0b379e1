//! The real door: `suoja serve` on a study of its own.

use std::fs;
use std::io::{BufRead, BufReader};
use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdout, Command, Stdio};

use anyhow::{Context, Result, bail, ensure};
use instrument::Part;
use rayon::iter::{IntoParallelIterator, ParallelIterator};
use rustix::process::{Pid, Signal, kill_process};
use seal::Identity;
use store::Archive;

use crate::study::{STUDY, content};
use crate::visits::{INSTRUMENT, PAGES};
use crate::work;

/// A door that is open. It is closed when it is dropped.
pub struct Door {
    process: Child,
    said: BufReader<ChildStdout>,
    store: PathBuf,
    keys: PathBuf,
    /// Where it listens.
    pub address: SocketAddr,
}

impl Door {
    /// Makes keys and a configuration with the program itself, and opens the door.
    ///
    /// # Errors
    /// When the program refuses something.
    pub fn open(suoja: &Path, room: &Path) -> Result<Self> {
        let (keys, public) = (room.join("desk"), room.join("server/keys"));
        let mut new = Command::new(suoja);
        new.args(["keys", "new", "--study", STUDY, "--for", "marie", "--for", "paul"]);
        work::run(new.arg("--private").arg(&keys).arg("--public").arg(&public))?;
        let (config, store) = (room.join("suoja.toml"), room.join("server/answers.sqlite"));
        fs::write(&config, config_text())?;

        let mut serve = Command::new(suoja);
        serve.arg("serve").arg("--config").arg(&config).stdin(Stdio::null());
        let mut process = serve.stdout(Stdio::piped()).spawn().context("suoja does not start")?;
        let said = process.stdout.take().context("suoja says nothing")?;
        let nowhere = SocketAddr::from(([0, 0, 0, 0], 0));
        let mut door = Self { process, said: BufReader::new(said), store, keys, address: nowhere };
        door.address = door.hear()?;
        Ok(door)
    }

    /// Waits for the line that says where the door listens.
    fn hear(&mut self) -> Result<SocketAddr> {
        let mut line = String::new();
        while self.said.read_line(&mut line)? > 0 {
            if let Some((_, rest)) = line.split_once("http://") {
                let address = rest.split('/').next().unwrap_or_default();
                return Ok(address.parse()?);
            }
            line.clear();
        }
        bail!("suoja ended before it listened");
    }

    /// Closes the door as an operator would, and checks that its store has exactly as many pages
    /// as were acknowledged, that every one opens, and that it holds what was sent.
    ///
    /// # Errors
    /// When it does not end well or an acknowledged page is missing or different.
    pub fn close(mut self, acknowledged: usize) -> Result<()> {
        let id = i32::try_from(self.process.id()).ok().and_then(Pid::from_raw);
        kill_process(id.context("suoja has no process id")?, Signal::TERM)?;
        ensure!(self.process.wait()?.success(), "suoja did not end well");
        let parts = self.parts()?;
        ensure!(
            parts.len() == acknowledged,
            "{acknowledged} pages were acknowledged, {} are stored",
            parts.len()
        );
        for part in &parts {
            let page = PAGES.iter().find(|page| page.id == part.page).context("another page")?;
            ensure!(
                part.answers == serde_json::from_str(page.sealed)?,
                "page {} holds other answers than were sent",
                page.id
            );
        }
        Ok(())
    }

    fn parts(&self) -> Result<Vec<Part>> {
        let mut identities = Vec::new();
        for file in fs::read_dir(&self.keys)? {
            let text = fs::read_to_string(file?.path())?;
            identities.extend(Identity::parse_file(&text).ok().context("no private key")?);
        }
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
        let sealed = runtime
            .block_on(async { Archive::open(&self.store).await?.parts(None, u32::MAX).await })?;
        let open = |part: store::SealedPart| {
            Ok(Part::from_json(&seal::open(&part.blob, &identities)?.plaintext)?)
        };
        sealed.into_par_iter().map(open).collect()
    }
}

impl Drop for Door {
    fn drop(&mut self) {
        // After `close` it has ended already; then this does nothing.
        _ = self.process.kill();
        _ = self.process.wait();
    }
}

fn config_text() -> String {
    let content = content();
    let content = content.display();
    format!(
        r#"study = "{STUDY}"
instruments = ["{content}/instruments/{INSTRUMENT}"]

[reach]
listen = "127.0.0.1:0"
store = "server/answers.sqlite"
keys = "server/keys"
helplines = "{content}/helplines/helplines.toml"
allow_unreviewed = true
"#
    )
}
