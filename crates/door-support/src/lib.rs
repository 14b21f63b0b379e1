//! The door for those who were harmed: where to turn, without a question and without a database.

use std::num::NonZeroU32;
use std::sync::Arc;

use directory::Helplines;

/// What the operator decides.
#[derive(Debug, Clone)]
pub struct Settings {
    /// Whether texts are shown that nobody has reviewed.
    pub allow_unreviewed: bool,
    /// The neutral page that *leave quickly* leads to.
    pub exit: String,
    /// The onion address of this door.
    pub onion: Option<String>,
    /// Whether the door is reached over TLS only.
    pub strict_transport: bool,
    /// Requests that one Tor circuit may make in a minute.
    pub per_circuit_per_minute: NonZeroU32,
}

/// What the door is made of.
pub struct Sources {
    /// Where to turn.
    pub helplines: Helplines,
}

/// A door that cannot be opened.
#[derive(Debug, thiserror::Error)]
#[error("the door cannot be opened")]
pub struct DoorError;

/// The door.
pub struct Door;

impl Door {
    /// A door of these parts.
    ///
    /// # Errors
    /// [`DoorError`] when it is not fit to be shown.
    pub fn new(_: Settings, _: Sources) -> Result<Self, DoorError> {
        Ok(Self)
    }

    /// Called every minute.
    pub fn tick(&self) {}
}

/// The routes of the door.
pub fn router(_: Arc<Door>) -> web::Router {
    web::Router::new()
}
