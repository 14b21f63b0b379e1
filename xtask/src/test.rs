//! What each task runs.

use std::path::Path;
use std::process::Command;

use crate::needs;
use crate::run::{command, run, run_lines};
use crate::tally::Tally;
use crate::tidy::tidy;

/// Every check and every test. Tests run in the release profile: it is the one that people run,
/// its dependencies are already built by `cargo run --release`, and it checks for overflow.
///
/// # Errors
/// The first check that fails, or that a test has failed.
pub fn test(root: &Path) -> Result<(), String> {
    needs::install(&needs::TESTS)?;
    run(command(root, &["cargo", "fmt", "--all", "--check"]))?;
    let files = tidy(root)?;
    println!("tidy: {files} files in order");
    let lints = ["--workspace", "--all-targets", "--", "--deny", "warnings"];
    run(command(root, &[&["cargo", "clippy", "--release"][..], &lints].concat()))?;
    // What a server is built from: a program without Typst. Of the whole workspace, so that nothing else is
    // checked anew with other features.
    let without = ["--workspace", "--no-default-features", "--", "--deny", "warnings"];
    run(command(root, &[&["cargo", "clippy", "--release"][..], &without].concat()))?;

    let mut tally = Tally::default();
    // Every suite runs even if one before it has failed: one run tells everything.
    let outcomes = [
        rust(root, &mut tally),
        // The programs as the tests had them: `cargo run` would build their crates anew, with the features of
        // one package alone.
        run(command(root, &["cargo", "build", "--release", "--workspace"])),
        instruments(root),
        run(command(root, &["target/release/bench", "--quick"])),
        browser(root, &["test"]).and_then(|npm| run_lines(npm, |line| tally.read(line))),
        through_tor(root, &mut tally),
    ];
    println!("\n{} passed, {} failed", tally.passed, tally.failed);
    let failures: Vec<String> = outcomes.into_iter().filter_map(Result::err).collect();
    if tally.failed > 0 || !failures.is_empty() {
        return Err(failures.join("\n"));
    }
    if tally.passed == 0 {
        return Err("no test ran".to_owned());
    }
    Ok(())
}

/// The tests of every room. Whatever instructions this processor has must have run in them.
fn rust(root: &Path, tally: &mut Tally) -> Result<(), String> {
    let words = ["cargo", "test", "--release", "--workspace", "--no-fail-fast"];
    let mut tests = command(root, &words);
    let must = vectors();
    // Who runs it may know better than the kernel says: a machine that is rented for its instructions.
    if !must.is_empty() && std::env::var_os("SUOJA_MUST_RUN").is_none() {
        tests.env("SUOJA_MUST_RUN", must.join(","));
    }
    run_lines(tests, |line| tally.read(line))
}

/// Paths of `pdq` and `radius` that this processor can go, by what the kernel says of it.
fn vectors() -> Vec<&'static str> {
    let told = std::fs::read_to_string("/proc/cpuinfo").unwrap_or_default();
    let flags: Vec<&str> = told
        .lines()
        .find(|line| line.starts_with("flags"))
        .unwrap_or_default()
        .split(' ')
        .collect();
    let has = |needed: &[&str]| needed.iter().all(|flag| flags.contains(flag));
    let paths = [
        ("avx2", &["avx2", "bmi2", "popcnt"][..]),
        ("avx512", &["avx2", "avx512f", "avx512bw", "avx512_vpopcntdq"]),
    ];
    paths.into_iter().filter(|(_, needed)| has(needed)).map(|(name, _)| name).collect()
}

/// The benchmarks.
///
/// # Errors
/// When something it needs is missing or gives a wrong answer.
pub fn bench(root: &Path) -> Result<(), String> {
    needs::install(&needs::BENCHES)?;
    run(command(root, &["cargo", "build", "--release"]))?;
    run(command(root, &["cargo", "run", "--release", "--package", "bench"]))
}

/// The survey through a private Tor network. A command of its own, because it takes a minute.
///
/// # Errors
/// When tor is missing or the test fails.
pub fn tor(root: &Path) -> Result<(), String> {
    needs::install(&needs::TESTS)?;
    let mut tally = Tally::default();
    let done = through_tor(root, &mut tally);
    println!("\n{} passed, {} failed", tally.passed, tally.failed);
    done
}

fn through_tor(root: &Path, tally: &mut Tally) -> Result<(), String> {
    let words = ["cargo", "test", "--release", "--workspace", "--test", "tor_network"];
    let rest = ["--", "--ignored", "--nocapture", "--test-threads=1"];
    run_lines(command(root, &[&words[..], &rest].concat()), |line| tally.read(line))
}

/// Pictures of every page.
///
/// # Errors
/// When the browser or the server fails.
pub fn shots(root: &Path) -> Result<(), String> {
    needs::install(&needs::TESTS)?;
    run(command(root, &["cargo", "build", "--release"]))?;
    run(browser(root, &["run", "screenshots"])?)
}

/// The fuzz targets.
///
/// # Errors
/// When cargo-fuzz is not there or a target fails.
pub fn fuzz(root: &Path) -> Result<(), String> {
    for target in ["form", "list", "picture", "state"] {
        let words = ["cargo", "+nightly", "fuzz", "run", target, "--", "-max_total_time=180"];
        run(command(root, &words))?;
    }
    Ok(())
}

fn instruments(root: &Path) -> Result<(), String> {
    let words = ["target/release/suoja", "instrument", "check"];
    let surveys = ["content/instruments/help-us", "content/instruments/no-need"];
    let programme =
        ["exercises", "self-check", "feedback"].map(|own| format!("content/programme/{own}"));
    let programme = programme.each_ref().map(String::as_str);
    run(command(root, &[&words[..], &surveys, &programme].concat()))
}

/// A command of npm in the folder of the browser tests, with its packages installed.
fn browser(root: &Path, words: &[&str]) -> Result<Command, String> {
    let dir = root.join("tests/browser");
    run(command(&dir, &["npm", "ci", "--no-audit", "--no-fund", "--ignore-scripts"]))?;
    let mut npm = command(&dir, &["npm"]);
    npm.args(words).env("SUOJA", root.join("target/release/suoja"));
    Ok(npm)
}
