//! Detection: from pixels and files to fingerprints, from fingerprints to what is listed near them.

mod draw;
mod fingerprints;
mod folder;
mod hashes;
mod http;
pub mod index;
mod jpeg;
mod peers;
mod reference;

use std::path::Path;

use anyhow::Result;

use self::peers::Peers;
use self::reference::Reference;
use crate::args::{Args, Plan, Step};
use crate::measures::Measures;

/// Measures the steps that are asked for. What takes minutes is measured in the first round only.
///
/// # Errors
/// When one answer is wrong, or a peer is not to be had.
pub fn run(
    args: &Args,
    plan: &Plan,
    round: usize,
    room: &Path,
    measures: &mut Measures,
) -> Result<()> {
    let peers = if plan.peers { Some(Peers::ready()?) } else { None };
    if let (Some(peers), 1) = (&peers, round) {
        measures.versions.extend(peers.versions.iter().cloned());
        measures.versions.push(Reference::ready()?.version);
    }
    if args.takes(Step::Fingerprints) {
        fingerprints::run(plan, room, peers.as_ref(), measures)?;
    }
    if args.takes(Step::Jpeg) {
        jpeg::run(plan, room, peers.as_ref(), measures)?;
    }
    if args.takes(Step::Index) && round == 1 {
        index::run(args, plan, room, peers.as_ref(), measures)?;
    }
    if args.takes(Step::Http) && round == 1 {
        http::run(args, plan, room, measures)?;
    }
    if args.takes(Step::Folder) && round == 1 {
        folder::run(plan, room, peers.as_ref(), measures)?;
    }
    Ok(())
}
