//! `suoja serve`: one door, until the process is told to stop.

use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use anyhow::{Context, Result, bail};
use tokio::signal::unix::{SignalKind, signal};
use web::Address;

use crate::cli::{DoorName, ServeArgs};
use crate::config::{Config, Reach, check_local};
use crate::guard;

mod matching;
mod reach;
mod service;
mod support;

pub use matching::{audit, keys};
pub use service::entries;

/// How often secrets whose hour is over are wiped, and counts are written.
const TICK: Duration = Duration::from_secs(60);
/// How many ticks an hour has: then openings are written and the store is rewritten.
const TICKS_AN_HOUR: u32 = 60;

pub fn run(args: &ServeArgs) -> Result<()> {
    let config = Config::read(&args.config.config)?;
    let name = match args.door {
        Some(name) => name,
        None => the_only(&config)?,
    };
    let listen = match &args.listen {
        Some(address) => address.clone(),
        None => listens(&config, name)?,
    };
    if name == DoorName::Service {
        check_local(&listen)?;
    }
    serve(&config, &[(name, listen)])
}

/// The one door that a configuration has.
fn the_only(config: &Config) -> Result<DoorName> {
    let doors = doors(config);
    match doors[..] {
        [name] => Ok(name),
        [] => {
            bail!("the configuration has no [reach], [support], [service] or [matching] to serve")
        }
        _ => bail!(
            "the configuration has several doors, and each is a process of its own: say \
             `--door reach`, `--door support`, `--door service` or `--door matching`"
        ),
    }
}

/// The doors that a configuration has.
pub fn doors(config: &Config) -> Vec<DoorName> {
    [
        config.reach.as_ref().map(|_| DoorName::Reach),
        config.support.as_ref().map(|_| DoorName::Support),
        config.service.as_ref().map(|_| DoorName::Service),
        config.matching.as_ref().map(|_| DoorName::Matching),
    ]
    .into_iter()
    .flatten()
    .collect()
}

/// Where a door listens.
///
/// # Errors
/// When the configuration has no such door.
pub fn listens(config: &Config, name: DoorName) -> Result<Address> {
    match name {
        DoorName::Reach => config.reach()?.listen(),
        DoorName::Support => config.support()?.listen(),
        DoorName::Service => config.service()?.listen(),
        DoorName::Matching => config.matching()?.listen(),
    }
}

/// A door that is open.
enum Open {
    Reach(reach::Open),
    Support(support::Open),
    Service(service::Open),
    Matching(matching::Open),
}

impl Open {
    async fn new(config: &Config, name: DoorName) -> Result<Self> {
        Ok(match name {
            DoorName::Reach => Self::Reach(reach::Open::new(config).await?),
            DoorName::Support => Self::Support(support::Open::new(config)?),
            DoorName::Service => Self::Service(service::Open::new(config)?),
            DoorName::Matching => Self::Matching(matching::Open::new(config).await?),
        })
    }

    fn router(&self) -> web::Router {
        match self {
            Self::Reach(open) => open.router(),
            Self::Support(open) => open.router(),
            Self::Service(open) => open.router(),
            Self::Matching(open) => open.router(),
        }
    }

    /// A second listener of the same door.
    fn beside(&self) -> Option<(Address, web::Router)> {
        match self {
            Self::Matching(open) => open.beside(),
            _ => None,
        }
    }

    fn say(&self, address: &Address) {
        match self {
            Self::Reach(open) => open.say(address),
            Self::Support(open) => open.say(address),
            Self::Service(open) => open.say(address),
            Self::Matching(open) => open.say(address),
        }
    }

    /// What is done every minute.
    fn tick(&self) {
        match self {
            Self::Reach(open) => open.tick(),
            Self::Support(open) => open.tick(),
            Self::Service(open) => open.tick(),
            Self::Matching(_) => {}
        }
    }

    /// What is done at the start and every hour.
    async fn hour(&self) {
        if let Self::Reach(open) = self {
            open.hour().await;
        }
    }

    async fn close(&self) -> Result<()> {
        match self {
            Self::Reach(open) => open.close().await,
            Self::Support(_) => Ok(()),
            Self::Service(open) => open.close(),
            Self::Matching(open) => {
                open.close();
                Ok(())
            }
        }
    }
}

/// Opens doors and serves until the process is told to stop.
///
/// # Errors
/// When a private key lies beside the server, or something it needs is missing or unfit.
pub fn serve(config: &Config, doors: &[(DoorName, Address)]) -> Result<()> {
    if let Some(reach) = &config.reach {
        guard::refuse_private_keys(&server_dirs(reach))?;
    }
    super::runtime()?.block_on(async {
        // Before any address is said: whoever knows it may ask the door to close.
        let told = told_to_stop()?;
        let mut tasks = tokio::task::JoinSet::new();
        let (stop, stopped) = tokio::sync::watch::channel(false);
        for (name, listen) in doors {
            let open = Arc::new(Open::new(config, *name).await?);
            let serving = web::serve(listen, circuits(config, *name)).await?;
            if let Some(address) = serving.address() {
                open.say(&address);
            }
            let beside = match open.beside() {
                Some((listen, router)) => Some((web::serve(&listen, false).await?, router)),
                None => None,
            };
            if let Some(address) = beside.as_ref().and_then(|(serving, _)| serving.address()) {
                println!("For clients of HMA: {address}");
            }
            let (own, others) = (until(stopped.clone()), until(stopped.clone()));
            tasks.spawn(async move {
                let upkeep = tokio::spawn(upkeep(Arc::clone(&open)));
                let beside = async {
                    if let Some((serving, router)) = beside {
                        serving.run(router, others).await;
                    }
                };
                tokio::join!(serving.run(open.router(), own), beside);
                upkeep.abort();
                open.close().await
            });
        }
        told.await;
        stop.send_replace(true);
        // Each is tried whatever became of the one before.
        let closed = tasks.join_all().await;
        closed.into_iter().collect::<Result<Vec<()>>>()?;
        println!(
            "{}",
            if doors.len() == 1 { "The door is closed." } else { "All doors are closed." }
        );
        Ok(())
    })
}

/// Ends when the doors are told to close.
async fn until(mut stopped: tokio::sync::watch::Receiver<bool>) {
    _ = stopped.wait_for(|stop| *stop).await;
}

fn circuits(config: &Config, name: DoorName) -> bool {
    match name {
        DoorName::Reach => config.reach.as_ref().is_some_and(|reach| reach.circuits),
        DoorName::Support => config.support.as_ref().is_some_and(|support| support.circuits),
        DoorName::Service | DoorName::Matching => false,
    }
}

/// The folders of which the server must know that no private key is in them.
pub fn server_dirs(reach: &Reach) -> Vec<&Path> {
    let kept = reach.programme.as_ref().and_then(|own| own.store.as_deref());
    let parents = [reach.store.parent(), kept.and_then(Path::parent)];
    parents.into_iter().flatten().chain([reach.keys.as_path()]).collect()
}

/// Wipes, counts and rewrites on time.
async fn upkeep(open: Arc<Open>) {
    // A process that was killed leaves the traces of an hour behind.
    open.hour().await;
    let mut ticks = 0u32;
    loop {
        tokio::time::sleep(TICK).await;
        open.tick();
        ticks = ticks.wrapping_add(1);
        if ticks.is_multiple_of(TICKS_AN_HOUR) {
            open.hour().await;
        }
    }
}

/// Listens for SIGINT and SIGTERM from now on; the future ends on either.
fn told_to_stop() -> Result<impl Future<Output = ()>> {
    let listen = |kind| signal(kind).context("cannot listen for signals");
    let mut interrupt = listen(SignalKind::interrupt())?;
    let mut terminate = listen(SignalKind::terminate())?;
    Ok(async move {
        tokio::select! {
            _ = interrupt.recv() => {}
            _ = terminate.recv() => {}
        }
    })
}
