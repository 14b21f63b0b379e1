//! `suoja programme`: check, stamp, build.

#[cfg(feature = "pdf")]
mod build;

use std::path::Path;
use std::process::ExitCode;

use anyhow::{Result, bail};
use instrument::{Diagnostic, Level};
use programme::{Files, Programme};

use crate::cli::ProgrammeCommand;
use crate::config::Carried;
use crate::files;

/// Does what was asked.
///
/// # Errors
/// A sentence for the person at the terminal.
pub fn run(command: &ProgrammeCommand) -> Result<ExitCode> {
    match command {
        ProgrammeCommand::Check { dir } => check(dir),
        ProgrammeCommand::Stamp { dir } => stamp(dir).map(|()| ExitCode::SUCCESS),
        #[cfg(feature = "pdf")]
        ProgrammeCommand::Build(args) => build::build(args).map(|()| ExitCode::SUCCESS),
    }
}

/// Reads a programme that is fit to be shown.
///
/// # Errors
/// Every slip, a line each.
fn load(dir: &Path) -> Result<Programme> {
    let (programme, found) = programme::load(&files::programme(dir)?);
    let errors = found.iter().filter(|own| own.level == Level::Error);
    let lines: Vec<String> = errors.map(|own| said(dir, own)).collect();
    match programme {
        Some(programme) => Ok(programme),
        None => bail!("the programme is not fit to be shown:\n{}", lines.join("\n")),
    }
}

/// Reads the programme that a public door carries.
///
/// # Errors
/// Every slip of the programme, or what is wrong with its settings.
pub fn carried(own: &Carried) -> Result<Programme> {
    if !(1..=104).contains(&own.weeks) {
        bail!("`weeks` of [reach.programme] is {}; write 1 to 104", own.weeks);
    }
    load(&own.content)
}

fn check(dir: &Path) -> Result<ExitCode> {
    let (programme, found) = programme::load(&files::programme(dir)?);
    for diagnostic in &found {
        println!("{}", said(dir, diagnostic));
    }
    if let Some(programme) = &programme {
        for language in &programme.languages {
            let modules: Vec<_> = programme.modules().map(|(_, module)| module).collect();
            let read =
                modules.iter().filter(|own| programme.is_reviewed(&language.tag, &own.id)).count();
            println!(
                "{}: {} modules, {} questions, {} minutes of reading; read by a clinician and a \
                 native speaker: {read}",
                language.tag,
                modules.len(),
                programme.exercises.instrument.questions().count(),
                modules.iter().map(|own| own.minutes).sum::<u32>(),
            );
            let hard = modules.iter().filter_map(|own| {
                Some((programme::lix(programme.text(&language.tag, &own.id)?), &own.id))
            });
            if let Some((lix, module)) = hard.max() {
                println!("{}: hardest to read is `{module}`, LIX {lix}", language.tag);
            }
        }
    }
    let errors = found.iter().filter(|own| own.level == Level::Error).count();
    println!("{errors} errors, {} warnings", found.len() - errors);
    Ok(if errors == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// A diagnostic with the file as the person at the terminal can open it.
fn said(dir: &Path, found: &Diagnostic) -> String {
    let file = dir.join(&found.file).display().to_string();
    Diagnostic { file, ..found.clone() }.to_string()
}

fn stamp(dir: &Path) -> Result<()> {
    let all: Files = files::programme(dir)?;
    let stamped = match programme::stamp(&all) {
        Ok(stamped) => stamped,
        Err(found) => {
            let lines: Vec<String> = found.iter().map(|own| said(dir, own)).collect();
            bail!("{}", lines.join("\n"));
        }
    };
    for (name, text) in &stamped {
        let path = dir.join(name);
        files::write_public(&path, text.as_bytes())?;
        println!("{} says that it fits its source.", path.display());
    }
    if stamped.is_empty() {
        println!("Every translated module says already that it fits its source.");
    }
    Ok(())
}
