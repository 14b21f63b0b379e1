//! `suoja warning partner`: what a partner counted becomes a file of counts.

use anyhow::{Context, Result, bail};
use warning::{Event, partner_counts};

use crate::cli::PartnerArgs;
use crate::counting::read_plan;
use crate::files;

/// Reads a partner's table and writes it as counts of the plan, to be given to `results` beside
/// those of the doors. Into a new file only: a table that was added twice would count twice.
///
/// # Errors
/// When the table is not of this plan, or the file is there already.
pub fn run(args: &PartnerArgs) -> Result<()> {
    if args.to.exists() {
        bail!("{} is there already; name a new file", args.to.display());
    }
    let (plan, hash) = read_plan(&args.plan)?;
    let table = files::read_text(&args.table)?;
    let counts = partner_counts(&plan, hash, &args.table.display().to_string(), &table)
        .context("the table cannot be used")?;
    files::write_private(&args.to, &counts.to_bytes())?;
    let shown: u64 =
        counts.cells().map(|(_, events)| u64::from(events[Event::Shown as usize])).sum();
    println!("{}: {shown} showings; give it to `suoja warning results`, too.", args.to.display());
    Ok(())
}
