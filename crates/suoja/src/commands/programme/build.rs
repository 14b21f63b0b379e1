//! The editions to take along.

use std::fs;

use anyhow::{Context, Result, bail};
use directory::Helplines;
use locale::{LanguageTag, Status};
use programme::Programme;

use crate::cli::EditionArgs;
use crate::progress::Late;
use crate::{counting, files};

/// Writes every edition, or nothing where one cannot be made.
///
/// # Errors
/// When a file is not fit, a module is not reviewed, or the folder cannot be written.
pub fn build(args: &EditionArgs) -> Result<()> {
    let programme = super::load(&args.dir)?;
    let helplines = Helplines::parse(&files::read_text(&args.helplines)?)
        .with_context(|| args.helplines.display().to_string())?;
    let languages = languages(&programme, args)?;
    let unreviewed = unreviewed(&programme, &languages);
    if unreviewed > 0 && !args.allow_unreviewed {
        bail!(
            "{unreviewed} modules have not been read by a clinician and a native speaker \
             (`suoja programme check` counts them by language); have them read, or say \
             --allow-unreviewed, and the editions will say so"
        );
    }
    let day = args.date.unwrap_or_else(counting::today);
    let mut written = Vec::new();
    let mut progress = Late::new("writing editions", 2 * languages.len());
    for language in languages {
        let edition = programme_print::edition(&programme, &helplines, language, day)?;
        let page = programme_print::html(&edition)?;
        written.push((format!("programme-{language}.html"), page.into_bytes()));
        progress.step();
        let pages = programme_print::workbook(&edition)
            .with_context(|| format!("the workbook in `{language}`"))?;
        written.push((format!("workbook-{language}.pdf"), pages));
        progress.step();
    }
    drop(progress);
    fs::create_dir_all(&args.out).with_context(|| format!("cannot make {}", args.out.display()))?;
    for (name, bytes) in &written {
        let path = args.out.join(name);
        files::write_public(&path, bytes)?;
        println!("{}: {} bytes", path.display(), bytes.len());
    }
    if unreviewed > 0 {
        println!("{unreviewed} modules are not reviewed; the editions say so.");
    }
    Ok(())
}

/// The languages to write: the one that was named, or all that are published.
fn languages<'a>(programme: &'a Programme, args: &EditionArgs) -> Result<Vec<&'a LanguageTag>> {
    let published = programme.languages.iter().filter(|own| own.status == Status::Published);
    let all: Vec<&LanguageTag> = published.map(|own| &own.tag).collect();
    let Some(only) = &args.language else { return Ok(all) };
    match all.iter().find(|own| **own == only) {
        Some(own) => Ok(vec![*own]),
        None => {
            let names: Vec<&str> = all.iter().map(|own| own.as_str()).collect();
            bail!("the programme is not published in `{only}`; it is in {}", names.join(", "))
        }
    }
}

/// Modules in these languages that nobody has read to their end.
fn unreviewed(programme: &Programme, languages: &[&LanguageTag]) -> usize {
    let of = |language: &&LanguageTag| {
        let modules = programme.modules().map(|(_, module)| module);
        modules.filter(|own| !programme.is_reviewed(language, &own.id)).count()
    };
    languages.iter().map(of).sum()
}
