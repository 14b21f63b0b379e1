//! The door for search engines.

use std::sync::Arc;

use anyhow::{Context, Result};
use directory::Helplines;
use door_service::{Channels, Service, ServiceKey, Settings, Sources, router};
use trigger::{ListKey, Trigger};
use warning::{Arms, Links};
use web::Address;

use crate::config::{Config, Service as File};
use crate::counting::Counting;
use crate::files;
use crate::world::{MachineClock, MachineEntropy};

/// The door for search engines, open.
pub struct Open {
    service: Arc<Service>,
    counting: Option<Counting>,
}

impl Open {
    pub fn new(config: &Config) -> Result<Self> {
        let file = config.service()?;
        let counting = config.experiment.as_ref().map(Counting::open).transpose()?;
        let service = Arc::new(service(file, counting.as_ref())?);
        Ok(Self { service, counting })
    }

    pub fn router(&self) -> web::Router {
        router(Arc::clone(&self.service))
    }

    pub fn say(&self, address: &Address) {
        match address {
            Address::Tcp(tcp) => println!("Warnings: POST http://{tcp}/v1/decide"),
            Address::Unix(_) => println!("Warnings: POST /v1/decide on {address}"),
        }
        if let Some(counting) = &self.counting {
            counting.say();
        }
    }

    pub fn tick(&self) {
        self.service.tick();
        if let Some(counting) = &self.counting
            && let Err(error) = counting.flush()
        {
            eprintln!("suoja: counts could not be written: {error:#}");
        }
    }

    pub fn close(&self) -> Result<()> {
        self.counting.as_ref().map_or(Ok(()), Counting::flush)
    }
}

fn service(file: &File, counting: Option<&Counting>) -> Result<Service> {
    let settings = Settings {
        channels: channels(file),
        arm: file.arm.clone(),
        allow_unreviewed: file.allow_unreviewed,
    };
    let key = files::read_secret(&file.key)?;
    let key = ServiceKey::parse(&key).with_context(|| file.key.display().to_string())?;
    let helplines = files::read_text(&file.helplines)?;
    let helplines =
        Helplines::parse(&helplines).with_context(|| file.helplines.display().to_string())?;
    let sources = Sources {
        trigger: load(file)?,
        arms: Arms::embedded()?,
        experiment: counting.map(|counting| Arc::clone(&counting.experiment)),
        key,
        lines: Box::new(move |language, day| crate::lines::for_warning(&helplines, language, day)),
        clock: Arc::new(MachineClock),
        entropy: Arc::new(MachineEntropy),
    };
    Ok(Service::new(settings, sources)?)
}

/// The compiled list with its key.
fn load(file: &File) -> Result<Trigger> {
    let key = files::read_secret(&file.list_key)?;
    let key = ListKey::parse(&key).with_context(|| file.list_key.display().to_string())?;
    let shown = file.list.display();
    let bytes = std::fs::read(&file.list).with_context(|| format!("cannot read {shown}"))?;
    Trigger::load(&bytes, &key).with_context(|| shown.to_string())
}

/// How many entries the list has, once it and both keys have been read.
///
/// # Errors
/// When one of them is missing or unfit.
pub fn entries(file: &File) -> Result<usize> {
    let key = files::read_secret(&file.key)?;
    ServiceKey::parse(&key).with_context(|| file.key.display().to_string())?;
    Ok(load(file)?.info().entries)
}

/// Where messages are shown, and where their links lead.
fn channels(file: &File) -> Channels {
    let links = file.channels.iter().map(|(name, own)| {
        let links = Links {
            reach: own.reach.clone(),
            support: own.support.clone(),
            back: own.back.clone(),
            programme: own.programme,
        };
        (name.clone(), links)
    });
    links.collect()
}
