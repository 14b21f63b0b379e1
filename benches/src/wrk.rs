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

fn wrk(plan: &Plan) -> Command {
    let mut command = Command::new("wrk");
    command.args(["-t1", &format!("-c{}", plan.connections)]);
    command.arg(format!("-d{}s", plan.time.as_secs()));
    command
}

fn rate(command: &mut Command) -> Result<f64> {
    let said = work::run(command).context("wrk counts the pages; `apt install wrk`")?;
    ensure!(!said.contains("Non-2xx") && !said.contains("Socket errors"), "wrk: {said}");
    let rate = said.lines().find_map(|line| line.strip_prefix("Requests/sec:"));
    Ok(rate.context("wrk gives no rate")?.trim().parse()?)
}
