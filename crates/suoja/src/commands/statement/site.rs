//! `suoja statement site`: a static site with feeds.

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use ::statement::{Site, build, site};
use anyhow::Result;

use super::build::refuse;
use super::evidence::{Desk, settings};
use super::{made, output};
use crate::config::Config;
use crate::files;

pub fn run(config: &Path, out: &Path, base: &str, dirs: &[PathBuf]) -> Result<ExitCode> {
    let desk = Desk::read(Config::read(config)?)?;
    let mut statements = Vec::new();
    for dir in dirs {
        match build(&desk.sources(dir)?, &desk.evidence()) {
            Ok(built) => statements.push((settings(dir)?, built)),
            Err(failure) => {
                refuse(&failure);
                return Ok(ExitCode::FAILURE);
            }
        }
    }
    let sites: Vec<Site<'_>> =
        statements.iter().map(|(settings, built)| Site { settings, built }).collect();
    let mut all: Vec<(String, Vec<u8>)> =
        site(&sites, base)?.into_iter().map(|page| (page.path, page.text.into_bytes())).collect();
    for (settings, built) in &statements {
        for document in &built.documents {
            if let Some(bytes) = output::pdf(document, settings)? {
                all.push((format!("{}/{}.pdf", settings.id, document.language), bytes));
            }
        }
    }
    for (path, bytes) in all {
        let path = out.join(path);
        made(path.parent().unwrap_or(out))?;
        files::write_public(&path, &bytes)?;
        println!("{}", path.display());
    }
    Ok(ExitCode::SUCCESS)
}
