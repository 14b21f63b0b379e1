//! How much of the machine others took while we measured.

use std::fs;

use anyhow::{Context, Result};

/// The processors' work so far, in the kernel's ticks.
pub struct Others {
    all: u64,
    busy: u64,
    own: u64,
}

impl Others {
    /// Begins to count.
    ///
    /// # Errors
    /// When the kernel's counters cannot be read.
    pub fn begin() -> Result<Self> {
        let stat = fs::read_to_string("/proc/stat")?;
        let first = stat.lines().next().context("no line in /proc/stat")?;
        let ticks: Vec<u64> =
            first.split_whitespace().skip(1).filter_map(|own| own.parse().ok()).collect();
        // user nice system idle iowait irq softirq steal; guests are in user already.
        let all: u64 = ticks.iter().take(8).sum();
        let waiting: u64 = ticks.iter().skip(3).take(2).sum();
        Ok(Self { all, busy: all - waiting, own: own_ticks()? })
    }

    /// The share of all processors' time since then that neither we nor the programs that we
    /// started and waited for have used: other people's work, and the kernel's own threads.
    ///
    /// # Errors
    /// When the kernel's counters cannot be read.
    pub fn end(self) -> Result<f64> {
        let now = Self::begin()?;
        let busy = now.busy.saturating_sub(self.busy);
        let own = now.own.saturating_sub(self.own);
        Ok(busy.saturating_sub(own) as f64 / now.all.saturating_sub(self.all).max(1) as f64)
    }
}

/// Our ticks and those of the programs that have ended and that we have waited for.
fn own_ticks() -> Result<u64> {
    let stat = fs::read_to_string("/proc/self/stat")?;
    // The name in brackets may hold spaces.
    let (_, rest) = stat.rsplit_once(") ").context("no name in /proc/self/stat")?;
    Ok(rest.split_whitespace().skip(11).take(4).filter_map(|own| own.parse::<u64>().ok()).sum())
}
