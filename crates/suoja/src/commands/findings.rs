//! `suoja findings`: one language group against the rest.

use std::io::{IsTerminal, Write};
use std::path::Path;

use anyhow::{Context, Result};
use disclosure::Rules;
use findings::{Analysis, Group, Mode, Person, Report, analyse, parse_samples, render};
use locale::LanguageTag;

use crate::cli::{FindingsArgs, Format};
use crate::config::Config;
use crate::files;

/// The width of a table where the terminal does not tell.
const WIDTH: u16 = 110;

pub fn run(args: &FindingsArgs) -> Result<()> {
    let config = Config::read(&args.config.config)?;
    let mode = if args.exact { Mode::Exact } else { Mode::Safe };
    let report = report(&config, &args.group, &args.sample, mode, &args.labels)?;
    let bytes = match args.format {
        Format::Table => render::table(&report, width()).into_bytes(),
        Format::Json => render::json(&report).into_bytes(),
        Format::Csv => render::csv(&report)?,
    };
    match std::io::stdout().write_all(&bytes) {
        // The reader of a pipe has seen enough.
        Err(error) if error.kind() == std::io::ErrorKind::BrokenPipe => Ok(()),
        written => Ok(written?),
    }
}

/// Makes a report of what was opened.
///
/// # Errors
/// When nothing was opened yet, or a file is broken.
pub fn report(
    config: &Config,
    group: &Group,
    sample: &str,
    mode: Mode,
    labels: &LanguageTag,
) -> Result<Report> {
    let desk = config.researcher()?;
    let instruments = files::load_instruments(&config.instruments)?;
    let name = desk.samples.display().to_string();
    let sample = parse_samples(&name, &files::read_text(&desk.samples)?, sample)?;
    let persons = persons(&desk.opened.join(super::open::ANSWERS))?;
    let analysis = Analysis {
        study: &config.study,
        simulated: config.simulated,
        persons: &persons,
        instruments: &instruments,
        group,
        sample: &sample,
        mode,
        rules: &Rules::default(),
        labels,
    };
    Ok(analyse(&analysis)?)
}

/// Reads `answers.jsonl`.
fn persons(path: &Path) -> Result<Vec<Person>> {
    let text = std::fs::read_to_string(path).with_context(|| {
        format!("cannot read {}; open the sealed answers first: `suoja open`", path.display())
    })?;
    let line = |(at, line): (usize, &str)| {
        serde_json::from_str(line).with_context(|| {
            format!("{}:{}: no line of `suoja open`; open again", path.display(), at + 1)
        })
    };
    text.lines().enumerate().map(line).collect()
}

/// The width to print in.
pub fn width() -> u16 {
    let columns = std::env::var("COLUMNS").ok().and_then(|text| text.parse().ok());
    let width = columns.unwrap_or(WIDTH);
    if std::io::stdout().is_terminal() { width.clamp(60, 140) } else { WIDTH }
}
