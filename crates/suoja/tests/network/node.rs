//! One tor process.

use std::fs::{self, File};
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};

use super::keys;

/// How many lines of a log are shown when a test has failed.
const LAST_WORDS: usize = 25;

/// A running tor. Dropped, it is killed.
pub struct Node {
    /// What the network calls it.
    pub name: &'static str,
    folder: PathBuf,
    child: Child,
}

impl Node {
    /// Starts a tor with a folder of its own.
    pub fn start(name: &'static str, folder: PathBuf, torrc: &str) -> Self {
        keys::create(&folder);
        let file = folder.join("torrc");
        fs::write(&file, torrc).unwrap();
        let log = File::create(folder.join("log")).unwrap();
        let mut tor = Command::new("tor");
        tor.args(["--defaults-torrc", "/dev/null", "-f"]).arg(file);
        tor.stdin(Stdio::null()).stdout(log.try_clone().unwrap()).stderr(log);
        let child = tor.spawn().expect("this test needs the package tor");
        Self { name, folder, child }
    }

    /// What it has said.
    pub fn log(&self) -> String {
        fs::read_to_string(self.folder.join("log")).unwrap_or_default()
    }

    /// Whether it knows enough relays to build circuits.
    pub fn knows_the_relays(&self) -> bool {
        self.log().contains("(enough_dirinfo)")
    }

    /// Fails the test if it has ended.
    pub fn assert_running(&mut self) {
        let ended = self.child.try_wait().unwrap();
        assert!(ended.is_none(), "the tor of {} ended: {ended:?}", self.name);
    }

    /// Has it ask again at once for what it could not get: tor does so on SIGHUP. One that has only
    /// just been started would die of it.
    pub fn nudge(&self) {
        if self.log().contains("Bootstrapped 0%") {
            let id = self.child.id().to_string();
            assert!(Command::new("kill").args(["-s", "HUP", &id]).status().unwrap().success());
        }
    }

    /// The end of its log.
    pub fn last_words(&self) -> String {
        let log = self.log();
        let lines: Vec<&str> = log.lines().collect();
        let last = &lines[lines.len().saturating_sub(LAST_WORDS)..];
        format!("--- {}\n{}", self.name, last.join("\n"))
    }
}

impl Drop for Node {
    fn drop(&mut self) {
        _ = self.child.kill();
        _ = self.child.wait();
    }
}
