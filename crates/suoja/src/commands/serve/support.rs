//! The door for those who were harmed.

use std::sync::Arc;

use anyhow::{Context, Result};
use directory::Helplines;
use door_support::{Door, Settings, Sources, router};
use web::Address;

use crate::config::Config;
use crate::files;
use crate::world::MachineClock;

/// The door for those who were harmed, open. It keeps nothing, so nothing has to be closed.
pub struct Open {
    door: Arc<Door>,
}

impl Open {
    pub fn new(config: &Config) -> Result<Self> {
        let file = config.support()?;
        let helplines = files::read_text(&file.helplines)?;
        let settings = Settings {
            allow_unreviewed: file.allow_unreviewed,
            exit: file.exit.clone(),
            onion: file.onion.clone(),
            strict_transport: file.strict_transport,
            per_circuit_per_minute: file.per_circuit_per_minute,
        };
        let sources = Sources {
            helplines: Helplines::parse(&helplines)
                .with_context(|| file.helplines.display().to_string())?,
            clock: Arc::new(MachineClock),
        };
        Ok(Self { door: Arc::new(Door::new(settings, sources)?) })
    }

    pub fn router(&self) -> web::Router {
        router(Arc::clone(&self.door))
    }

    pub fn say(&self, address: &Address) {
        match address {
            Address::Tcp(tcp) => println!("Support for those who were harmed: http://{tcp}/"),
            Address::Unix(_) => println!("Support for those who were harmed on {address}"),
        }
    }

    pub fn tick(&self) {
        self.door.tick();
    }
}
