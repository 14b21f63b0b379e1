//! `suoja instrument`: check, stamp, publish.

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::{Context, Result, bail};
use instrument::{Diagnostic, Level, SourceFile};
use locale::{Catalogue, LanguageTag};

use crate::cli::InstrumentCommand;
use crate::files;

pub fn run(command: &InstrumentCommand) -> Result<ExitCode> {
    match command {
        InstrumentCommand::Check { dirs } => check(dirs),
        InstrumentCommand::Stamp { dir, source } => stamp(dir, source).map(|()| ExitCode::SUCCESS),
        InstrumentCommand::Publish { dir } => publish(dir).map(|()| ExitCode::SUCCESS),
    }
}

fn check(dirs: &[PathBuf]) -> Result<ExitCode> {
    let mut found = Vec::new();
    let mut all = Vec::new();
    for dir in dirs {
        let (loaded, own) = instrument::load(&files::instrument_sources(dir)?);
        found.extend(own);
        if let Some(loaded) = loaded {
            found.extend(instrument::check_published(&loaded.instrument, &published(dir)?));
            all.push(loaded);
        }
    }
    found.extend(instrument::check_shared(&all.iter().collect::<Vec<_>>()));
    found.sort();
    for diagnostic in &found {
        println!("{diagnostic}");
    }
    for loaded in &all {
        let instrument = &loaded.instrument;
        println!(
            "{} version {}: {} pages, {} questions, parts of {} bytes",
            instrument.id,
            instrument.version,
            instrument.pages.len(),
            instrument.questions().count(),
            instrument.part_size()
        );
    }
    let is_error = |diagnostic: &&Diagnostic| diagnostic.level == Level::Error;
    let errors = found.iter().filter(is_error).count();
    println!("{errors} errors, {} warnings", found.len() - errors);
    Ok(if errors == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// `published.toml`, or an empty one for an instrument that was never published.
fn published(dir: &Path) -> Result<SourceFile> {
    let path = dir.join("published.toml");
    if path.exists() {
        return files::source(&path);
    }
    Ok(SourceFile { name: path.display().to_string(), text: String::new() })
}

fn stamp(dir: &Path, source: &LanguageTag) -> Result<()> {
    let path = dir.join(format!("{source}.ftl"));
    let file = files::source(&path)?;
    let parsed = Catalogue::parse(source, &file.name, &file.text);
    let original = parsed.map_err(first_error)?;
    for path in files::files_with(dir, "ftl")? {
        let language = files::language_of(&path).filter(|tag| tag != source);
        let Some(language) = language else { continue };
        let file = files::source(&path)?;
        Catalogue::parse(&language, &file.name, &file.text).map_err(first_error)?;
        let stamped = locale::stamp(&file.text, &original);
        if stamped == file.text {
            println!("{}: nothing to stamp", file.name);
        } else {
            files::write_public(&path, stamped.as_bytes())?;
            println!("{}: stamped", file.name);
        }
    }
    Ok(())
}

fn first_error(mut errors: Vec<locale::SyntaxError>) -> anyhow::Error {
    errors.swap_remove(0).into()
}

fn publish(dir: &Path) -> Result<()> {
    let (loaded, found) = instrument::load(&files::instrument_sources(dir)?);
    let list =
        |found: &[Diagnostic]| found.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n");
    let loaded = loaded.with_context(|| format!("cannot be published:\n{}", list(&found)))?;
    match instrument::publish(&loaded.instrument, &published(dir)?) {
        Ok(text) => files::write_public(&dir.join("published.toml"), text.as_bytes())?,
        Err(found) => bail!("cannot be published:\n{}", list(&found)),
    }
    println!("{} version {} is published.", loaded.instrument.id, loaded.instrument.version);
    Ok(())
}
