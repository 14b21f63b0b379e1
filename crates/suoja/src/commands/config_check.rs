//! `suoja config check`: the configuration and everything it names.

use std::path::Path;

use anyhow::{Context, Result, bail};
use directory::Helplines;
use matching::{Lists, Mode};

use crate::config::Config;
use crate::counting::{check_size, read_plan};
use crate::files;

pub fn run(path: &Path) -> Result<()> {
    let config = Config::read(path)?;
    let instruments = files::load_instruments(&config.instruments)?;
    // A door for machines alone has no study.
    if !config.study.is_empty() || !instruments.is_empty() {
        println!("study {}, {} instruments", config.study, instruments.len());
    }
    if let Some(reach) = &config.reach {
        read_helplines(&reach.helplines)?;
        let sets = files::key_sets(&reach.keys, &config.study)?;
        match sets.last() {
            Some((set, _)) => println!("door on {}, keys of {}", reach.listen()?, set.quarter),
            None => bail!(
                "{} has no key set of study {}; `suoja keys new`",
                reach.keys.display(),
                config.study
            ),
        }
        if let Some(carried) = &reach.programme {
            let programme = super::programme::carried(carried)?;
            let kept = carried.store.as_ref().map_or("nothing is kept", |_| "kept under codes");
            println!("programme of {} modules, {kept}", programme.modules().count());
        }
    }
    if let Some(support) = &config.support {
        read_helplines(&support.helplines)?;
        println!("door for those who were harmed on {}", support.listen()?);
    }
    if let Some(service) = &config.service {
        let entries = super::serve::entries(service)?;
        println!("door for search engines on {}, {entries} entries", service.listen()?);
    }
    if let Some(matching) = &config.matching {
        let lists = super::runtime()?.block_on(Lists::open(&matching.lists, Mode::Reading))?;
        let names: Vec<String> = lists.status().into_iter().map(|list| list.name).collect();
        door_matching::Banks::new(names.iter().map(String::as_str))?;
        let keys = super::serve::keys(matching)?;
        let keys = door_matching::Keys::parse(&keys, &door_matching::Keys::default()).0;
        matching.audit.as_deref().map(super::serve::audit).transpose()?;
        let (listen, lists) = (matching.listen()?, names.len());
        println!("door for platforms on {listen}, {lists} lists, {} keys", keys.len());
    }
    if let Some(experiment) = &config.experiment {
        let (plan, hash) = read_plan(&experiment.plan)?;
        check_size(&experiment.plan, &plan)?;
        println!("experiment {}, {} to {}, {hash}", plan.id, plan.start, plan.end);
    }
    if let Some(desk) = &config.researcher {
        let samples = files::read_text(&desk.samples)?;
        findings::parse_samples(&desk.samples.display().to_string(), &samples, "all")?;
        read_helplines(&desk.helplines)?;
        let figures = super::statement::register(desk)?;
        println!("{} published figures, none without a source", figures.len());
        println!("desk in {}", desk.opened.display());
    }
    println!("{} is in order.", path.display());
    Ok(())
}

fn read_helplines(path: &Path) -> Result<Helplines> {
    let text = files::read_text(path)?;
    Helplines::parse(&text).with_context(|| path.display().to_string())
}
