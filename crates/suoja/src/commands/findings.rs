//! `suoja findings`: one language group against the rest.

use std::io::{IsTerminal, Write};

use anyhow::Result;
use disclosure::Rules;
use findings::{Analysis, Group, Mode, Person, Report, analyse, parse_samples, render};
use locale::LanguageTag;

use crate::cli::{FindingsArgs, Format};
use crate::config::Config;
use crate::{files, kept};

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
    let persons: Vec<Person> = kept::read(&desk.opened.join(kept::ANSWERS))?;
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

/// The width to print in.
pub fn width() -> u16 {
    let columns = std::env::var("COLUMNS").ok().and_then(|text| text.parse().ok());
    let width = columns.unwrap_or(WIDTH);
    if std::io::stdout().is_terminal() { width.clamp(60, 140) } else { WIDTH }
}
