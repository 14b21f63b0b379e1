//! Peers in Python: their environment below the build folder, and the scripts that time them.
//!
//! A script is given files and prints one JSON object. It takes the time itself, with everything read and
//! ready, so that neither Python's start nor our files are counted against a peer.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail};
use serde_json::Value;

use crate::work;

/// What is installed: each with its exact version, in the script's own folder.
const WANTED: &str = include_str!("../../peers/requirements.txt");
/// Where Debian puts the other allocator.
const JEMALLOC: &str = "/usr/lib/x86_64-linux-gnu/libjemalloc.so.2";

/// The peers' environment.
pub struct Peers {
    python: PathBuf,
    /// Names and versions, for the record.
    pub versions: Vec<String>,
}

/// Which allocator a script runs with.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Allocator {
    /// The C library's, which is what a user gets.
    Usual,
    /// jemalloc: a good deal faster with many small pieces.
    Jemalloc,
}

impl Peers {
    /// Makes the environment if it is not there yet.
    ///
    /// # Errors
    /// When Python or a package is not to be had.
    pub fn ready() -> Result<Self> {
        let home = target()?.join("peers");
        let python = home.join("bin/python3");
        let mark = home.join("installed.txt");
        if fs::read_to_string(&mark).unwrap_or_default() != WANTED {
            println!("  Peers are installed into {}", home.display());
            work::run(Command::new("python3").args(["-m", "venv"]).arg(&home))
                .context("the peers need Python; `apt install python3-venv`")?;
            let mut install = Command::new(&python);
            install.args(["-m", "pip", "install", "--quiet", "--requirement"]);
            work::run(install.arg(script("requirements.txt")))?;
            fs::write(&mark, WANTED)?;
        }
        let listed = WANTED.lines().filter(|line| line.contains("=="));
        let mut versions: Vec<String> = listed.map(|line| line.replace("==", " ")).collect();
        let version = work::run(Command::new(&python).arg("--version"))?;
        versions.push(version.trim().to_owned());
        Ok(Self { python, versions })
    }

    /// Runs a script to its end and returns what it says.
    ///
    /// # Errors
    /// When it fails or says no JSON.
    pub fn ask(&self, name: &str, allocator: Allocator, words: &[&str]) -> Result<Value> {
        let mut command = Command::new(&self.python);
        command.arg(script(name)).args(words);
        // One thread unless a script takes more: a library must not choose for itself.
        command.env("OMP_NUM_THREADS", "1").env("OPENBLAS_NUM_THREADS", "1");
        if allocator == Allocator::Jemalloc {
            if !Path::new(JEMALLOC).is_file() {
                bail!("there is no {JEMALLOC}; `apt install libjemalloc2`");
            }
            command.env("LD_PRELOAD", JEMALLOC);
        }
        let said = work::run(&mut command)?;
        serde_json::from_str(&said).with_context(|| format!("{name} said no JSON: {said}"))
    }
}

/// A file of the folder with the peers' scripts.
pub fn script(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("peers").join(name)
}

/// The build folder: two above this program.
///
/// # Errors
/// When the program does not lie in one.
pub fn target() -> Result<PathBuf> {
    let program = std::env::current_exe()?;
    let target = program.ancestors().nth(2).context("this program lies in no build folder")?;
    Ok(target.to_owned())
}

/// A number that a script says.
///
/// # Errors
/// When it does not.
pub fn number(said: &Value, name: &str) -> Result<f64> {
    said[name].as_f64().with_context(|| format!("the script says no `{name}`: {said}"))
}

/// The texts of a list that a script says.
///
/// # Errors
/// When it does not.
pub fn texts(said: &Value, name: &str) -> Result<Vec<String>> {
    let list = said[name].as_array().with_context(|| format!("the script says no `{name}`"))?;
    let text = |own: &Value| own.as_str().map(str::to_owned);
    list.iter()
        .map(text)
        .collect::<Option<_>>()
        .with_context(|| format!("`{name}` is no list of texts"))
}
