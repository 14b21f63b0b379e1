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

/// What was run, for a reader who was not there.
pub const NOTES: &str = "\
- **Fingerprints**: 20 grey pictures of 512 × 512 pixels, drawn by code, in memory, one core. The
  reference is Meta's C++ from the source package of `pdqhash` 0.2.8, compiled on this machine; it and we
  begin with bytes and end with hash and quality. pdqhash is timed inside Python with its arrays ready. Every
  bit and every quality is the same, or the bench fails.
- **JPEG files**: 20 files of 1920 × 1080 pixels, drawn by code with noise of a spread of 3 in 255, quality 85,
  4:2:0, about 330 kB each, read from the disk's cache, one process and one file at a time. Two decoders may
  give pixels that differ by a step: hashes may lie 10 bits apart, no more. In a worker means through a
  sandboxed process, as strangers' files are read, with three digests of the file.
- **Index**: hashes of even bits, one in a hundred near an earlier one. Questions are half of even bits, half
  listed hashes with 0 to 31 bits changed. List and questions are the same for all; each index is in a process
  of its own, and *by the process* is how much that grew. *Built* is from hashes in memory to the first
  answer: for us sorting, writing, syncing, reading again and tables; for the peers adding, in memory only.
  threatexchange is given hexadecimal text and gives objects; the memory of that text is not counted. Peers
  are also run under jemalloc, which suits their many small pieces better. Indexes are measured once, in the first
  round. Recall is against the scan, which looks at every hash; planted hashes are checked by themselves.
- **Hard lists, changes**: as the tables say.
- **Matches over loopback**: `suoja serve --door matching` with a list that `suoja list import` has read;
  `wrk -t1 -d10s` with a script that POSTs 512 questions to `/v1/lookup` in turn, on the same cores.
- **Folder**: 20,000 files: of twenty 12 JPEG, 3 PNG, 2 WebP, one each GIF, BMP and TIFF, from 320 × 240 to
  1920 × 1080; one in forty is on the list, beside a million other hashes. `suoja scan` finds just those. The
  peer is given 500 of the files and no list.
";
