//! The reference of PDQ, compiled from the sources that `pdqhash` on PyPI carries.
//!
//! Neither its sources nor the program are kept in the repository; both lie below the build folder.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result};
use serde_json::Value;

use super::peers::{script, target};
use crate::work;

/// The source package and its version.
const SOURCE: &str = "pdqhash==0.2.8";
const FOLDER: &str = "pdqhash-0.2.8";
/// What is compiled beside our own few lines.
const PARTS: [&str; 5] = [
    "common/pdqhashtypes.cpp",
    "common/pdqutils.cpp",
    "hashing/pdqhashing.cpp",
    "hashing/torben.cpp",
    "downscaling/downscaling.cpp",
];

/// The compiled reference.
pub struct Reference {
    program: PathBuf,
    /// Compiler and what it was told, for the record.
    pub version: String,
}

impl Reference {
    /// Compiles it if that was not done yet.
    ///
    /// # Errors
    /// When the sources are not to be had or do not compile.
    pub fn ready() -> Result<Self> {
        let home = target()?.join("reference");
        let (sources, program) = (home.join(FOLDER).join("ThreatExchange"), home.join("reference"));
        if !sources.is_dir() {
            println!("  The reference's sources are fetched into {}", home.display());
            fs::create_dir_all(&home)?;
            unpack(&home)?;
        }
        let own = script("reference.cpp");
        if is_older(&program, &own) {
            let mut compile = Command::new("g++");
            compile.args(["-O3", "-std=c++17", "-I"]).arg(&sources).arg(&own);
            compile.args(PARTS.map(|part| sources.join("pdq/cpp").join(part)));
            work::run(compile.arg("-o").arg(&program))
                .context("the reference does not compile; `apt install g++`")?;
        }
        let version = work::run(Command::new("g++").arg("-dumpfullversion"))?;
        Ok(Self { program, version: format!("PDQ's reference by g++ {} -O3", version.trim()) })
    }

    /// Hashes pictures as `prints.py` does, and says the same.
    ///
    /// # Errors
    /// When it fails.
    pub fn ask(&self, words: &[&str]) -> Result<Value> {
        Ok(serde_json::from_str(&work::run(Command::new(&self.program).args(words))?)?)
    }
}

fn unpack(home: &Path) -> Result<()> {
    let mut fetch = Command::new(target()?.join("peers/bin/python3"));
    fetch.args(["-m", "pip", "download", "--quiet", "--no-binary", "pdqhash", "--no-deps"]);
    work::run(fetch.arg(SOURCE).arg("--dest").arg(home))?;
    let packed = home.join(format!("{FOLDER}.tar.gz"));
    work::run(Command::new("tar").arg("xzf").arg(packed).arg("-C").arg(home))?;
    Ok(())
}

fn is_older(program: &Path, source: &Path) -> bool {
    let changed = |path: &Path| fs::metadata(path).and_then(|about| about.modified());
    match (changed(program), changed(source)) {
        (Ok(program), Ok(source)) => program < source,
        _ => true,
    }
}
