//! Parts opened per second.

use std::hint::black_box;
use std::path::Path;

use anyhow::{Result, ensure};
use instrument::Part;
use rayon::iter::{IntoParallelIterator, IntoParallelRefIterator, ParallelIterator};
use seal::Identity;
use store::{Archive, SealedPart};
use x25519_dalek::{PublicKey, StaticSecret};

use crate::args::Plan;
use crate::measures::{Measures, Side, Title};
use crate::study::Study;
use crate::work::rate;

/// Parts that are read and opened at once, as in `suoja open`.
const CHUNK: u32 = 4_096;

const TITLE: Title = Title { text: "parts read, opened and parsed per second", aim: Some(8_000.0) };

/// Measures on a store that has the parts of the plan.
///
/// # Errors
/// When a part stays closed or is another than was sent.
pub fn run(plan: &Plan, study: &Study, store: &Path, measures: &mut Measures) -> Result<()> {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    // One researcher with one key. age looks for it in the order in which the part was sealed.
    for (name, at) in [
        ("Suoja: as `suoja open`, all cores, with the first of two keys", 0),
        ("Suoja: the same with the second of two keys", 1),
    ] {
        let key = &study.identities[at..=at];
        let all_cores = |sealed: Vec<SealedPart>| {
            sealed.into_par_iter().map(|part| open_one(&part, key)).collect()
        };
        let open_all = || rate(plan.parts, || runtime.block_on(open(store, all_cores)));
        let parts = measures.measure(TITLE, (Side::Own, name), open_all)?;
        study.check(&parts, plan.parts)?;
    }

    let key = &study.identities[..1];
    let one_core =
        |sealed: Vec<SealedPart>| sealed.iter().map(|part| open_one(part, key)).collect();
    let name = "naive twin: a loop on one core, first key";
    let parts = measures.measure(TITLE, (Side::Reference, name), || {
        rate(plan.parts, || runtime.block_on(open(store, one_core)))
    })?;
    study.check(&parts, plan.parts)?;
    drop(parts);

    let name = "limit: decrypting alone, all cores, first key";
    let sealed = runtime.block_on(read(store))?;
    measures
        .measure(TITLE, (Side::Reference, name), || rate(plan.parts, || decrypt(&sealed, key)))?;
    let name = "limit: reading the store alone";
    measures.measure(TITLE, (Side::Reference, name), || {
        rate(plan.parts, || runtime.block_on(read(store)))
    })?;
    let name = "limit: one X25519 multiplication a part, all cores";
    measures.measure(TITLE, (Side::Reference, name), || rate(plan.parts, || multiply(plan.parts)))
}

/// Chunk by chunk, so that a large store need not fit into memory.
async fn open(
    store: &Path,
    open_chunk: impl Fn(Vec<SealedPart>) -> Result<Vec<Part>>,
) -> Result<Vec<Part>> {
    let mut archive = Archive::open(store).await?;
    let mut parts = Vec::new();
    let mut after = None;
    loop {
        let sealed = archive.parts(after, CHUNK).await?;
        let Some(last) = sealed.last() else { return Ok(parts) };
        after = Some(last.id);
        parts.extend(open_chunk(sealed)?);
    }
}

fn open_one(sealed: &SealedPart, identities: &[Identity]) -> Result<Part> {
    let opened = seal::open(&sealed.blob, identities)?;
    ensure!(opened.recipients == 2, "sealed to {} keys", opened.recipients);
    Ok(Part::from_json(&opened.plaintext)?)
}

async fn read(store: &Path) -> Result<Vec<SealedPart>> {
    let mut archive = Archive::open(store).await?;
    let mut all = Vec::new();
    loop {
        let sealed = archive.parts(all.last().map(|part: &SealedPart| part.id), CHUNK).await?;
        if sealed.is_empty() {
            return Ok(all);
        }
        all.extend(sealed);
    }
}

fn decrypt(sealed: &[SealedPart], identities: &[Identity]) -> Result<()> {
    sealed.par_iter().try_for_each(|part| {
        black_box(seal::open(&part.blob, identities)?);
        Ok(())
    })
}

fn multiply(count: usize) -> Result<()> {
    let secret = StaticSecret::from([9; 32]);
    let point = PublicKey::from(&StaticSecret::from([5; 32]));
    let expected = *secret.diffie_hellman(&point).as_bytes();
    let same = (0..count)
        .into_par_iter()
        .all(|_| black_box(&secret).diffie_hellman(black_box(&point)).as_bytes() == &expected);
    ensure!(same, "two multiplications differ");
    Ok(())
}
