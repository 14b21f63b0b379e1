//! The machine in a few words, without its name.

use std::fs;
use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result};

use crate::work;

/// What a rate depends on.
pub struct Machine {
    /// The processor's model.
    pub processor: String,
    /// How many cores.
    pub cores: usize,
    /// Memory, in GiB.
    pub memory: u64,
    /// The kernel's release.
    pub kernel: String,
    /// The kind of disk and file system below the build folder.
    pub disk: String,
    /// Versions of compiler, nginx and wrk.
    pub programs: Vec<String>,
}

impl Machine {
    /// The processor's model as part of a file name.
    pub fn slug(&self) -> String {
        let plain = |c: char| if c.is_ascii_alphanumeric() { c.to_ascii_lowercase() } else { '-' };
        let words: String = self.processor.chars().map(plain).collect();
        words.split('-').filter(|word| !word.is_empty()).collect::<Vec<_>>().join("-")
    }
}

/// Describes this machine.
///
/// # Errors
/// When the kernel does not tell.
pub fn describe() -> Result<Machine> {
    let info = fs::read_to_string("/proc/cpuinfo")?;
    let model = info.lines().find_map(|line| line.strip_prefix("model name"));
    let model = model.and_then(|line| line.split_once(": ")).map_or("unknown", |(_, own)| own);
    let memory = fs::read_to_string("/proc/meminfo")?;
    let total = memory.split_whitespace().nth(1).context("no memory")?.parse::<u64>()?;
    let release = fs::read_to_string("/proc/sys/kernel/osrelease")?;
    // What follows the number names whoever built it.
    let kernel = release.split('-').next().unwrap_or_default().trim();
    Ok(Machine {
        processor: model.trim().to_owned(),
        cores: std::thread::available_parallelism()?.get(),
        memory: total.div_ceil(1024 * 1024),
        kernel: format!("Linux {kernel}"),
        disk: disk()?,
        programs: programs()?,
    })
}

fn programs() -> Result<Vec<String>> {
    let rustc = work::run(Command::new("rustc").arg("--version"))?;
    let package = |name: &str| -> Result<String> {
        let version = Command::new("dpkg-query").args(["-f", "${Version}", "-W", name]).output();
        let version = version.map(|own| String::from_utf8_lossy(&own.stdout).into_owned());
        Ok(format!("{name} {}", version.unwrap_or_default()))
    };
    Ok(vec![rustc.trim().to_owned(), package("nginx-light")?, package("wrk")?])
}

/// The device and file system of the folder with the programs, from the longest mount above it.
fn disk() -> Result<String> {
    let program = std::env::current_exe()?;
    let mounts = fs::read_to_string("/proc/self/mounts")?;
    let mount = |line: &str| -> Option<(usize, String, String)> {
        let mut words = line.split(' ');
        let (device, at, kind) = (words.next()?, words.next()?, words.next()?);
        program.starts_with(at).then(|| (at.len(), device.to_owned(), kind.to_owned()))
    };
    let (_, device, kind) =
        mounts.lines().filter_map(mount).max_by_key(|own| own.0).context("no mount")?;
    let name = Path::new(&device).file_name().unwrap_or_default().to_string_lossy().into_owned();
    let bus = match name.get(..2) {
        Some("vd") => "a virtual disk (virtio)",
        Some("nv") => "an NVMe disk",
        Some("sd") => "a SATA, SCSI or USB disk",
        _ => "another kind of disk",
    };
    Ok(format!("{kind} on {bus}"))
}
