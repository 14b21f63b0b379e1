//! `suoja tor config`: the lines for torrc.

use std::path::Path;

use anyhow::{Result, bail};
use web::Address;

use crate::config::Config;

pub fn run(config: &Path) -> Result<()> {
    let config = Config::read(config)?;
    let reach = config.reach()?;
    if !reach.circuits {
        bail!(
            "set `circuits = true` in [reach] first: with the lines below tor begins each \
             connection with a PROXY line, and the door must expect it"
        );
    }
    let target = match reach.listen()? {
        Address::Unix(path) => format!("unix:{}", path.display()),
        Address::Tcp(address) => address.to_string(),
    };
    print!("{}", lines(&target));
    Ok(())
}

/// Checked against tor's own manual, and by tor itself in the tests.
fn lines(target: &str) -> String {
    format!(
        "\
# Suoja's public door as an onion service. tor 0.4.8 or later.
HiddenServiceDir /var/lib/tor/suoja-reach
HiddenServicePort 80 {target}
# Each circuit's number, so that one noisy circuit can be held back. Kept in memory only.
HiddenServiceExportCircuitID haproxy
# Proof of work when the service is flooded; visitors notice nothing otherwise.
HiddenServicePoWDefensesEnabled 1
HiddenServicePoWQueueRate 250
HiddenServicePoWQueueBurst 2500
HiddenServiceEnableIntroDoSDefense 1
HiddenServiceMaxStreams 64
HiddenServiceMaxStreamsCloseCircuit 1
# Keep nothing of anyone.
SafeLogging 1
AvoidDiskWrites 1
"
    )
}
