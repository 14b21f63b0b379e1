//! The load generator for pages that are only opened.

use std::net::SocketAddr;
use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result, ensure};

use crate::args::Plan;
use crate::work;

/// Asks for `/fr/` as fast as it comes, on one thread, and returns pages a second.
///
/// # Errors
/// When there is no wrk, or an answer was not 200.
pub fn run(plan: &Plan, address: SocketAddr, gzip: bool) -> Result<f64> {
    let mut command = wrk(plan);
    if gzip {
        command.args(["-H", "Accept-Encoding: gzip"]);
    }
    rate(command.arg(format!("http://{address}/fr/")))
}

/// Asks as a script says, and returns answers a second.
///
/// # Errors
/// As [`run`].
pub fn ask(plan: &Plan, address: SocketAddr, script: &Path) -> Result<f64> {
    rate(wrk(plan).arg("-s").arg(script).arg(format!("http://{address}")))
}

/// What wrk saw.
pub struct Load {
    /// Answers a second.
    pub rate: f64,
    /// Milliseconds until the median answer.
    pub median: f64,
    /// Milliseconds that one answer in a hundred takes, or more.
    pub late: f64,
}

/// Asks as a script says over so many connections, each with one question at a time.
///
/// # Errors
/// As [`run`].
pub fn load(plan: &Plan, connections: usize, address: SocketAddr, script: &Path) -> Result<Load> {
    let mut command = wrk_of(plan, connections);
    command.arg("--latency").arg("-s").arg(script).arg(format!("http://{address}"));
    let said = said(&mut command)?;
    let [median, late] = ["50%", "99%"].map(|share| latency(&said, share));
    let (median, late) = (median.context(SAYS_NONE)?, late.context(SAYS_NONE)?);
    Ok(Load { rate: rate_of(&said)?, median, late })
}

const SAYS_NONE: &str = "wrk says no latency";

/// Milliseconds within which this share of answers came.
fn latency(said: &str, share: &str) -> Option<f64> {
    let word = said.lines().find_map(|line| line.trim().strip_prefix(share))?.trim();
    let unit = word.trim_start_matches(|c: char| c.is_ascii_digit() || c == '.');
    let number: f64 = word.strip_suffix(unit)?.parse().ok()?;
    match unit {
        "us" => Some(number / 1e3),
        "ms" => Some(number),
        "s" => Some(number * 1e3),
        _ => None,
    }
}

fn wrk(plan: &Plan) -> Command {
    wrk_of(plan, plan.connections)
}

fn wrk_of(plan: &Plan, connections: usize) -> Command {
    let mut command = Command::new("wrk");
    command.args(["-t1", &format!("-c{connections}")]);
    command.arg(format!("-d{}s", plan.time.as_secs()));
    command
}

fn rate(command: &mut Command) -> Result<f64> {
    rate_of(&said(command)?)
}

/// What wrk says when every answer was a good one.
fn said(command: &mut Command) -> Result<String> {
    let said = work::run(command).context("wrk counts the pages; `apt install wrk`")?;
    ensure!(!said.contains("Non-2xx") && !said.contains("Socket errors"), "wrk: {said}");
    Ok(said)
}

fn rate_of(said: &str) -> Result<f64> {
    let rate = said.lines().find_map(|line| line.strip_prefix("Requests/sec:"));
    Ok(rate.context("wrk gives no rate")?.trim().parse()?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn latencies_of_every_unit_are_read_as_milliseconds() {
        let said =
            "  Latency Distribution\n     50%  636.00us\n     75%    1.40ms\n     99%    1.02s \n";
        assert_eq!(latency(said, "50%"), Some(0.636));
        assert_eq!(latency(said, "75%"), Some(1.4));
        assert_eq!(latency(said, "99%"), Some(1020.0));
        assert_eq!(latency(said, "90%"), None);
    }
}
