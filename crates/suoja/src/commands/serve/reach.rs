//! The public door.

use std::sync::Arc;

use anyhow::{Context, Result, bail};
use directory::Helplines;
use door_reach::{Carried, Door, Intake, Lockers, Settings, Sources, router};
use store::{Progress, Store};
use web::Address;

use crate::config::{self, Config, Reach};
use crate::counting::Counting;
use crate::files;
use crate::world::{MachineClock, MachineEntropy};

/// The public door, open.
pub struct Open {
    door: Arc<Door>,
    counting: Option<Counting>,
}

impl Open {
    pub async fn new(config: &Config) -> Result<Self> {
        let counting = config.experiment.as_ref().map(Counting::open).transpose()?;
        let door = door(config, config.reach()?, counting.as_ref()).await?;
        Ok(Self { door: Arc::new(door), counting })
    }

    pub fn router(&self) -> web::Router {
        router(Arc::clone(&self.door))
    }

    pub fn say(&self, address: &Address) {
        match address {
            Address::Tcp(tcp) => {
                for language in self.door.languages() {
                    println!("Survey in {}: http://{tcp}/{language}/", language.endonym());
                }
            }
            Address::Unix(_) => println!("Survey on {address}"),
        }
        if let Some(counting) = &self.counting {
            counting.say();
        }
    }

    pub fn tick(&self) {
        self.door.tick();
        if let Some(counting) = &self.counting
            && let Err(error) = counting.flush()
        {
            eprintln!("suoja: counts could not be written: {error:#}");
        }
    }

    /// Errors are said without naming anything that was sent.
    pub async fn hour(&self) {
        if let Err(error) = self.door.write_openings().await {
            eprintln!("suoja: openings could not be written: {error}");
        }
        if let Err(error) = self.door.store().rewrite().await {
            eprintln!("suoja: the store could not be rewritten: {error}");
        }
        if let Err(error) = self.door.expire_progress().await {
            eprintln!("suoja: old codes could not be deleted: {error}");
        }
    }

    pub async fn close(&self) -> Result<()> {
        let store = self.door.store();
        // Each is tried whatever became of the one before.
        let steps = [self.door.write_openings().await, store.rewrite().await, store.close().await];
        let counted = self.counting.as_ref().map_or(Ok(()), Counting::flush);
        steps.into_iter().collect::<Result<Vec<()>, _>>()?;
        counted
    }
}

async fn door(config: &Config, reach: &Reach, counting: Option<&Counting>) -> Result<Door> {
    let sets = files::key_sets(&reach.keys, &config.study)?;
    let Some((set, recipients)) = sets.into_iter().next_back() else {
        bail!(
            "{} has no key set of study {}; make one on the researchers' machine: `suoja keys new`",
            reach.keys.display(),
            config.study
        );
    };
    if set.quarter < crate::commands::keys::this_quarter() {
        eprintln!(
            "suoja: the newest key set is of {}; `suoja keys rotate`, then start anew",
            set.quarter
        );
    }
    let helplines = files::read_text(&reach.helplines)?;
    let store = Store::open(&reach.store).await?;
    let settings = Settings {
        simulated: config.simulated,
        allow_unreviewed: reach.allow_unreviewed,
        exit: reach.exit.clone(),
        onion: reach.onion.clone(),
        strict_transport: reach.strict_transport,
        per_circuit_per_minute: reach.per_circuit_per_minute,
    };
    let sources = Sources {
        instruments: files::load_instruments(&config.instruments)?,
        helplines: Helplines::parse(&helplines)
            .with_context(|| reach.helplines.display().to_string())?,
        intake: Intake::new(config.study.clone(), recipients, store),
        experiment: counting.map(|counting| Arc::clone(&counting.experiment)),
        programme: match &reach.programme {
            Some(own) => Some(carried(own).await?),
            None => None,
        },
        clock: Arc::new(MachineClock),
        entropy: Arc::new(MachineEntropy),
    };
    Ok(Door::new(settings, sources)?)
}

/// The programme, fit to be shown, and what is kept under codes.
async fn carried(own: &config::Carried) -> Result<Carried> {
    let programme = crate::commands::programme::carried(own)?;
    let kept = match &own.store {
        Some(path) => Some(Arc::new(Progress::open(path, own.most).await?)),
        None => None,
    };
    Ok(Carried { programme, kept, weeks: own.weeks, lockers: Lockers::default() })
}
