//! `suoja statement build`: all of it, or nothing and why.

use std::io::{IsTerminal, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use ::statement::{Built, Difference, Failure, accept, build};
use anyhow::{Result, bail};

use super::{busy, evidence, output};
use crate::cli::BuildArgs;
use crate::commands::statement::Desk;
use crate::config::Config;
use crate::files;

pub fn run(args: &BuildArgs) -> Result<ExitCode> {
    let desk = Desk::read(Config::read(&args.config.config)?)?;
    let out = args.out.as_ref().unwrap_or(&args.dir);
    match once(&desk, &args.dir, out)? {
        Ok(written) => {
            tell(&written);
            Ok(ExitCode::SUCCESS)
        }
        Err(failure) if args.accept => accepted(args, &desk, out, &failure),
        Err(failure) => {
            refuse(&failure);
            Ok(ExitCode::FAILURE)
        }
    }
}

/// What was written, and what a reviewer should look at.
pub struct Written {
    pub files: Vec<PathBuf>,
    pub by_hand: Vec<String>,
}

/// Builds a statement and writes its documents.
///
/// # Errors
/// When a file cannot be read or written; the inner error is the statement's own.
pub fn once(desk: &Desk, dir: &Path, out: &Path) -> Result<Result<Written, Failure>> {
    let bar = busy("Computing every claim");
    let built = build(&desk.sources(dir)?, &desk.evidence());
    bar.finish_and_clear();
    match built {
        Ok(built) => Ok(Ok(write(&built, dir, out)?)),
        Err(failure) => Ok(Err(failure)),
    }
}

/// Writes every document: all are made before the first is written.
fn write(built: &Built, dir: &Path, out: &Path) -> Result<Written> {
    let settings = evidence::settings(dir)?;
    let bar = busy("Setting the pages");
    let made = output::documents(built, &settings);
    bar.finish_and_clear();
    super::made(out)?;
    let mut written = Written { files: Vec::new(), by_hand: built.by_hand.clone() };
    for (name, bytes) in made? {
        let path = out.join(name);
        files::write_public(&path, &bytes)?;
        written.files.push(path);
    }
    Ok(written)
}

/// Says what was written and what stands in the texts by hand.
pub fn tell(written: &Written) {
    for file in &written.files {
        println!("{}", file.display());
    }
    if !written.by_hand.is_empty() {
        println!("\nWritten by hand, for a reviewer to look at:");
        written.by_hand.iter().for_each(|line| println!("  {line}"));
    }
}

/// Says everything that is wrong.
pub fn refuse(failure: &Failure) {
    let count = failure.problems.len();
    eprintln!("{}", evidence::lines(&failure.problems));
    let things = if count == 1 { "thing is" } else { "things are" };
    eprintln!("\n{count} {things} wrong; nothing was written.");
}

fn accepted(args: &BuildArgs, desk: &Desk, out: &Path, failure: &Failure) -> Result<ExitCode> {
    if failure.differences.is_empty() {
        refuse(failure);
        return Ok(ExitCode::FAILURE);
    }
    println!("Claims that come to something else than claims.toml expects:\n");
    failure.differences.iter().for_each(|own| println!("{}", diff(own)));
    if !args.yes && !confirmed()? {
        println!("Nothing was changed.");
        return Ok(ExitCode::FAILURE);
    }
    let claims = files::source(&args.dir.join("claims.toml"))?;
    match accept(&claims, &failure.differences) {
        Ok(text) => files::write_public(&args.dir.join("claims.toml"), text.as_bytes())?,
        Err(found) => bail!("{found}"),
    }
    println!("claims.toml is changed. Read the texts around these claims again.\n");
    match once(desk, &args.dir, out)? {
        Ok(written) => {
            tell(&written);
            Ok(ExitCode::SUCCESS)
        }
        Err(failure) => {
            refuse(&failure);
            Ok(ExitCode::FAILURE)
        }
    }
}

fn diff(own: &Difference) -> String {
    let line = |sign: char, comes_to: Option<i64>, n: Option<u64>| {
        let comes_to = comes_to.map_or("nothing yet".to_owned(), |number| number.to_string());
        let n = n.map_or(String::new(), |n| format!(", n = {n}"));
        format!("  {sign} {comes_to}{n}")
    };
    let before = line('-', own.expected, own.expected_n);
    let after = line('+', Some(own.found.comes_to), own.found.n);
    format!("{}\n{before}\n{after}", own.claim)
}

fn confirmed() -> Result<bool> {
    if !std::io::stdin().is_terminal() {
        bail!("nobody is there to confirm; add --yes if you have read the differences");
    }
    print!("\nWrite these into claims.toml? [y/N] ");
    std::io::stdout().flush()?;
    let mut answer = String::new();
    std::io::stdin().read_line(&mut answer)?;
    Ok(matches!(answer.trim(), "y" | "Y" | "yes"))
}
