//! `suoja collect`: a copy of the sealed answers for the researchers.

use std::path::Path;

use anyhow::{Result, bail};
use store::Store;

use crate::config::Config;

pub fn run(config: &Path, to: &Path) -> Result<()> {
    let config = Config::read(config)?;
    if to.exists() {
        bail!("{} is there already; name a new file", to.display());
    }
    super::runtime()?.block_on(async {
        let store = Store::open(&config.reach()?.store).await?;
        store.snapshot(to).await?;
        store.close().await?;
        println!("Sealed answers copied to {}.", to.display());
        Ok(())
    })
}
