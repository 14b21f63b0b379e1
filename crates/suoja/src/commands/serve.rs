//! `suoja serve`: the public door.

use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use anyhow::{Context, Result, bail};
use directory::Helplines;
use door_reach::{Door, Intake, Settings, Sources, router};
use store::Store;
use tokio::signal::unix::{SignalKind, signal};
use web::Address;

use crate::cli::ServeArgs;
use crate::config::{Config, Reach};
use crate::world::{MachineClock, MachineEntropy};
use crate::{files, guard};

/// How often secrets whose hour is over are wiped.
const TICK: Duration = Duration::from_secs(60);
/// How many ticks an hour has: then openings are written and the store is rewritten.
const TICKS_AN_HOUR: u32 = 60;

pub fn run(args: &ServeArgs) -> Result<()> {
    let config = Config::read(&args.config.config)?;
    let listen = match &args.listen {
        Some(address) => address.clone(),
        None => config.reach()?.listen()?,
    };
    serve(&config, &listen)
}

/// Opens the door and serves until the process is told to stop.
///
/// # Errors
/// When a private key lies beside the server, or something it needs is missing or unfit.
pub fn serve(config: &Config, listen: &Address) -> Result<()> {
    let reach = config.reach()?;
    guard::refuse_private_keys(&server_dirs(reach))?;
    super::runtime()?.block_on(async {
        let door = Arc::new(door(config, reach).await?);
        let serving = web::serve(listen, reach.circuits).await?;
        // Before the address is said: whoever knows it may ask the door to close.
        let stop = told_to_stop()?;
        if let Some(address) = serving.address() {
            say_where(&address, &door);
        }
        let upkeep = tokio::spawn(upkeep(Arc::clone(&door)));
        serving.run(router(Arc::clone(&door)), stop).await;
        upkeep.abort();
        let store = door.store();
        // Each is tried whatever became of the one before.
        let steps = [door.write_openings().await, store.rewrite().await, store.close().await];
        steps.into_iter().collect::<Result<Vec<()>, _>>()?;
        println!("The door is closed.");
        Ok(())
    })
}

/// The folders of which the server must know that no private key is in them.
pub fn server_dirs(reach: &Reach) -> Vec<&Path> {
    [reach.store.parent(), Some(&reach.keys)].into_iter().flatten().collect()
}

async fn door(config: &Config, reach: &Reach) -> Result<Door> {
    let sets = files::key_sets(&reach.keys, &config.study)?;
    let Some((set, recipients)) = sets.into_iter().next_back() else {
        bail!(
            "{} has no key set of study {}; make one on the researchers' machine: `suoja keys new`",
            reach.keys.display(),
            config.study
        );
    };
    if set.quarter < super::keys::this_quarter() {
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
        clock: Arc::new(MachineClock),
        entropy: Arc::new(MachineEntropy),
    };
    Ok(Door::new(settings, sources)?)
}

fn say_where(address: &Address, door: &Door) {
    match address {
        Address::Tcp(tcp) => {
            for language in door.languages() {
                println!("Survey in {}: http://{tcp}/{}/", language.endonym(), language);
            }
        }
        Address::Unix(_) => println!("Survey on {address}"),
    }
}

/// Wipes, counts and rewrites on time. Errors are said without naming anything that was sent.
async fn upkeep(door: Arc<Door>) {
    // A process that was killed leaves the traces of an hour behind.
    rewrite(&door).await;
    let mut ticks = 0u32;
    loop {
        tokio::time::sleep(TICK).await;
        door.tick();
        ticks = ticks.wrapping_add(1);
        if ticks.is_multiple_of(TICKS_AN_HOUR) {
            if let Err(error) = door.write_openings().await {
                eprintln!("suoja: openings could not be written: {error}");
            }
            rewrite(&door).await;
        }
    }
}

async fn rewrite(door: &Door) {
    if let Err(error) = door.store().rewrite().await {
        eprintln!("suoja: the store could not be rewritten: {error}");
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
