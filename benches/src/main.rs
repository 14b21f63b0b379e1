//! The benchmarks of the house: rates beside references that were measured in the same run.
//!
//! A number without a neighbour says nothing. Beside each rate stand its naive twin, a peer that
//! does the same, or the limit that the machine sets. Every bench knows its right answer and fails
//! when it gets another. `--quick` only checks the answers, in seconds and without nginx and wrk.

mod alarms;
mod args;
mod detection;
mod dice;
mod door;
mod http;
mod lists;
mod machine;
mod measures;
mod nginx;
mod opened;
mod others;
mod pages;
mod record;
mod sealed;
mod silent;
mod steps;
mod study;
mod visits;
mod warnings;
mod work;
mod wrk;

use std::fs;
use std::path::Path;
use std::sync::Arc;

use anyhow::{Context, Result};
use clap::Parser;

use crate::args::{Args, Child, Part};
use crate::measures::Measures;
use crate::others::Others;
use crate::study::Study;

fn main() -> Result<()> {
    let args = Args::parse();
    if let Some(child) = &args.child {
        return one_thing(child);
    }
    let plan = args.plan();
    let study = Arc::new(Study::load()?);
    let mut measures = Measures::default();
    for round in 1..=if args.measures_rates() { plan.rounds } else { 0 } {
        println!("Round {round} of {}", plan.rounds);
        // On the disk of the build folder: a folder in memory would sync for nothing.
        let room = work::room()?;
        let others = Others::begin()?;
        if args.wants(Part::Survey) {
            pages::run(&plan, room.path(), &mut measures)?;
            let store = sealed::run(&plan, &study, room.path(), &mut measures)?;
            opened::run(&plan, &study, &store, &mut measures)?;
        }
        if args.wants(Part::Warnings) {
            warnings::run(&plan, room.path(), &mut measures)?;
        }
        if args.wants(Part::Detection) {
            detection::run(&args, &plan, round, room.path(), &mut measures)?;
        }
        measures.others.push(others.end()?);
    }
    if args.wants(Part::Alarms) {
        alarms::run(&mut measures)?;
    }
    print!("{}", record::tables(&measures));
    if args.quick {
        println!("Every answer was right. Nothing was recorded.");
        return Ok(());
    }
    let machine = machine::describe()?;
    let name = format!("{}-{}{}.md", args.date(), machine.slug(), args.suffix());
    let records = Path::new(env!("CARGO_MANIFEST_DIR")).join("records");
    let text = record::write(&args, &plan, &machine, &measures)?;
    fs::write(records.join(&name), text).context("the record cannot be written")?;
    println!("Recorded in benches/records/{name}");
    Ok(())
}

/// What this program is started for by itself.
fn one_thing(child: &Child) -> Result<()> {
    match child {
        Child::Write { index, length } => detection::index::write(index, *length),
        Child::Ask { index, length, asked, judged, truth } => {
            detection::index::ask(index, *length, *asked, *judged, truth)
        }
        Child::Decode => Ok(media::run_worker()?),
    }
}
