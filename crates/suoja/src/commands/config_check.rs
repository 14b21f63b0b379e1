//! `suoja config check`: the configuration and everything it names.

use std::path::Path;

use anyhow::{Context, Result, bail};
use directory::Helplines;

use crate::config::Config;
use crate::files;

pub fn run(path: &Path) -> Result<()> {
    let config = Config::read(path)?;
    let instruments = files::load_instruments(&config.instruments)?;
    println!("study {}, {} instruments", config.study, instruments.len());
    if let Some(reach) = &config.reach {
        let helplines = files::read_text(&reach.helplines)?;
        Helplines::parse(&helplines).with_context(|| reach.helplines.display().to_string())?;
        let sets = files::key_sets(&reach.keys, &config.study)?;
        match sets.last() {
            Some((set, _)) => println!("door on {}, keys of {}", reach.listen()?, set.quarter),
            None => bail!(
                "{} has no key set of study {}; `suoja keys new`",
                reach.keys.display(),
                config.study
            ),
        }
    }
    if let Some(desk) = &config.researcher {
        let samples = files::read_text(&desk.samples)?;
        findings::parse_samples(&desk.samples.display().to_string(), &samples, "all")?;
        let helplines = files::read_text(&desk.helplines)?;
        Helplines::parse(&helplines).with_context(|| desk.helplines.display().to_string())?;
        let figures = super::statement::register(desk)?;
        println!("{} published figures, none without a source", figures.len());
        println!("desk in {}", desk.opened.display());
    }
    println!("{} is in order.", path.display());
    Ok(())
}
