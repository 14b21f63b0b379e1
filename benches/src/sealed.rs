//! Parts sealed and durably stored per second.

use std::fs::File;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use anyhow::{Result, ensure};
use rayon::iter::{IntoParallelIterator, ParallelIterator};
use store::{Archive, Store};
use tokio::task::JoinSet;

use crate::args::Plan;
use crate::measures::{Measures, Side, Title};
use crate::study::Study;
use crate::work::rate;

/// Parts that are under way at once; the limit of the machine syncs in groups of as many.
const UNDER_WAY: usize = 512;

const TITLE: Title =
    Title { text: "parts checked, sealed and durably stored per second", aim: Some(2_000.0) };

/// Measures, and returns the store with the parts of the plan.
///
/// # Errors
/// When a part is not taken or the store has other parts than were sent.
pub fn run(
    plan: &Plan,
    study: &Arc<Study>,
    room: &Path,
    measures: &mut Measures,
) -> Result<PathBuf> {
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build()?;
    let path = room.join("parts.sqlite");
    let name = "Suoja: the intake, 512 parts under way";
    measures.measure(TITLE, (Side::Own, name), || {
        rate(plan.parts, || runtime.block_on(together(study, &path, plan.parts)))
    })?;
    let mut archive = runtime.block_on(Archive::open(&path))?;
    let stored = runtime.block_on(archive.count())?;
    ensure!(stored == plan.parts as u64, "{stored} parts are stored");

    let (twin, count) = (room.join("twin.sqlite"), plan.naive_parts);
    let name = "naive twin: the same, one part after the other";
    measures.measure(TITLE, (Side::Reference, name), || {
        rate(count, || runtime.block_on(one_by_one(study, &twin, count)))
    })?;
    let name = "limit: sealing alone, all cores";
    let blobs = measures.measure(TITLE, (Side::Reference, name), || {
        rate(plan.parts, || seal_all(study, plan.parts))
    })?;
    let name = "limit: the same bytes to a plain file, a sync per 512 parts";
    let file = room.join("plain-512");
    measures.measure(TITLE, (Side::Reference, name), || {
        rate(plan.parts, || append(&blobs, UNDER_WAY, &file))
    })?;
    let name = "the same bytes to a plain file, a sync per part";
    let (file, few) = (room.join("plain-1"), &blobs[..count]);
    measures.measure(TITLE, (Side::Reference, name), || rate(count, || append(few, 1, &file)))?;
    Ok(path)
}

/// The way of the door under load: many visitors, each waiting for his page to be on disk.
async fn together(study: &Arc<Study>, path: &Path, count: usize) -> Result<()> {
    let intake = Arc::new(study.intake(Store::open(path).await?));
    let next = Arc::new(AtomicUsize::new(0));
    let mut visitors = JoinSet::new();
    for _ in 0..UNDER_WAY {
        let (study, intake, next) = (Arc::clone(study), Arc::clone(&intake), Arc::clone(&next));
        visitors.spawn(async move {
            loop {
                let number = next.fetch_add(1, Ordering::Relaxed);
                if number >= count {
                    return anyhow::Ok(());
                }
                study.send(number, &intake).await?;
            }
        });
    }
    while let Some(done) = visitors.join_next().await {
        done??;
    }
    intake.store().close().await?;
    Ok(())
}

/// One commit and one sync a part.
async fn one_by_one(study: &Study, path: &Path, count: usize) -> Result<()> {
    let intake = study.intake(Store::open(path).await?);
    for number in 0..count {
        study.send(number, &intake).await?;
    }
    intake.store().close().await?;
    Ok(())
}

fn seal_all(study: &Study, count: usize) -> Result<Vec<Vec<u8>>> {
    let size = study.instrument.part_size();
    (0..count)
        .into_par_iter()
        .map(|number| Ok(seal::seal(&study.plaintext(number)?, size, &study.recipients)?))
        .collect()
}

fn append(blobs: &[Vec<u8>], together: usize, path: &Path) -> Result<()> {
    let mut file = File::create_new(path)?;
    for group in blobs.chunks(together) {
        file.write_all(&group.concat())?;
        file.sync_data()?;
    }
    Ok(())
}
