//! The door as a whole.

use std::num::NonZeroU32;
use std::sync::Arc;

use directory::Helplines;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use locale::{LanguageTag, Messages, MessagesError};
use web::{Clock, Limiter, Policy, style_source};

use crate::{lines, pages, ui};

/// The one style of every page; the policy allows exactly its bytes.
pub(crate) const STYLE: &str = include_str!("../templates/style.css");

/// What the operator decides.
#[derive(Debug, Clone)]
pub struct Settings {
    /// Whether texts are shown that no native speaker and no clinician has read; then every page
    /// says so.
    pub allow_unreviewed: bool,
    /// The neutral page that *leave quickly* leads to.
    pub exit: String,
    /// The onion address of this door, said by its open-web twin.
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
    /// The clock: what the directory has checked grows old.
    pub clock: Arc<dyn Clock>,
}

/// A door that cannot be opened.
#[derive(Debug, thiserror::Error)]
pub enum DoorError {
    /// The door's own texts are broken.
    #[error(transparent)]
    Texts(#[from] MessagesError),
    /// Texts that nobody has read.
    #[error(
        "not read by a native speaker and a clinician: {}; have them read, or set \
         `allow_unreviewed = true`, and every page will say so", .0.join(", ")
    )]
    Unreviewed(Vec<String>),
    /// The directory cannot be read in a language of the door.
    #[error("the helplines have no texts in `{0}`, which this door speaks")]
    Speechless(LanguageTag),
    /// The directory lacks a service that a page names.
    #[error("the helplines have no `{0}`, which pages of this door name; add the entry")]
    Nameless(&'static str),
    /// The onion address is no header text.
    #[error("`onion` is no address; write http://….onion without a path")]
    Onion,
}

/// The door for those who were harmed.
pub struct Door {
    pub(crate) settings: Settings,
    pub(crate) helplines: Helplines,
    pub(crate) ui: Messages,
    pub(crate) limiter: Limiter,
    pub(crate) policy: Policy,
    pub(crate) unreviewed: bool,
    clock: Arc<dyn Clock>,
}

impl Door {
    /// A door of these parts.
    ///
    /// # Errors
    /// [`DoorError`] when something that people would see is not fit to be shown.
    pub fn new(settings: Settings, sources: Sources) -> Result<Self, DoorError> {
        let ui = ui::embedded()?;
        let unreviewed: Vec<String> = ui
            .published()
            .filter(|language| !language.is_reviewed())
            .map(|language| format!("the texts of `support` in `{}`", language.tag))
            .collect();
        if !unreviewed.is_empty() && !settings.allow_unreviewed {
            return Err(DoorError::Unreviewed(unreviewed));
        }
        for language in ui.published() {
            if sources.helplines.speech(&language.tag).is_none() {
                return Err(DoorError::Speechless(language.tag.clone()));
            }
        }
        let named = pages::steps().map(|step| &step.lines);
        if let Some(id) = lines::missing(&sources.helplines, named) {
            return Err(DoorError::Nameless(id));
        }
        let policy =
            Policy::new(&style_source(STYLE), settings.onion.clone(), settings.strict_transport);
        Ok(Self {
            limiter: Limiter::new(settings.per_circuit_per_minute),
            policy: policy.ok_or(DoorError::Onion)?,
            unreviewed: !unreviewed.is_empty(),
            helplines: sources.helplines,
            clock: sources.clock,
            settings,
            ui,
        })
    }

    /// Forgets circuits that have been quiet; called every minute.
    pub fn tick(&self) {
        self.limiter.forget_quiet();
    }

    /// Today, in UTC.
    pub(crate) fn today(&self) -> Date {
        TimeZone::UTC.to_datetime(self.clock.now()).date()
    }
}
