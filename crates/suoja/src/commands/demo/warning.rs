//! The demonstration's warnings: an invented list of harmless words, its keys, and a kit.

use std::path::Path;

use anyhow::{Result, bail};
use web::Address;

use crate::cli::{KitArgs, WarningCommand};
use crate::commands;

/// Where *not what I searched for* leads in the demonstration.
pub const BACK: &str = "https://www.wikipedia.org/";
/// The kit's folder.
const KIT: &str = "warning-kit";
/// The list that comes with the program.
const LIST: &str = "content/warning/demo/list.txt";

/// An address some ports above another; port 0 stays, for the system to choose.
///
/// # Errors
/// When the address has no port.
pub fn beside(address: &Address, more: u16) -> Result<Address> {
    match address {
        Address::Tcp(tcp) => {
            let mut tcp = *tcp;
            let port = tcp.port();
            tcp.set_port(if port == 0 { 0 } else { port.saturating_add(more) });
            Ok(Address::Tcp(tcp))
        }
        Address::Unix(_) => bail!("a demonstration listens on an address with a port"),
    }
}

/// Compiles the list, makes the keys and writes the kit.
///
/// # Errors
/// When something cannot be written.
pub fn make(dir: &Path, reach: &Address) -> Result<()> {
    let server = dir.join("server");
    commands::warning::run(&WarningCommand::Compile {
        list: dir.join(LIST),
        key: server.join("list.key"),
        to: server.join("list.suoja"),
    })?;
    commands::warning::run(&WarningCommand::Key { to: server.join("service.key") })?;
    let sign = dir.join("researcher/kit.key");
    commands::warning::run(&WarningCommand::SigningKey {
        private: sign.clone(),
        public: dir.join("kit.pub"),
    })?;
    commands::warning::run(&WarningCommand::Kit(KitArgs {
        to: dir.join(KIT),
        channel: "demo".to_owned(),
        reach: format!("http://{reach}"),
        support: Some(format!("http://{}", beside(reach, 1)?)),
        back: BACK.to_owned(),
        programme: true,
        helplines: dir.join("content/helplines/helplines.toml"),
        sign,
        allow_unreviewed: true,
    }))
}

/// Says how to see a warning.
pub fn explain(dir: &Path, config: &Path, reach: &Address) {
    let page = dir.join(KIT).join("fr/harm-hopeful/index.html");
    let page = std::path::absolute(&page).unwrap_or(page);
    println!("A warning, as someone sees it who searches: file://{}", page.display());
    let key = dir.join("server/service.key");
    if let Ok(service) = beside(reach, 2) {
        println!("Ask for one as a search engine does (the list in it is invented and harmless):");
        println!(
            "  curl -H \"Authorization: Bearer $(cat {})\" -d 'q=zumbrelka&language=fr&channel=demo' \
             http://{service}/v1/decide",
            key.display()
        );
    }
    println!(
        "One door alone: cargo run --release -- serve --door reach --config {}\n",
        config.display()
    );
}
