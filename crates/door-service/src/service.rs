//! The door as a whole.

use std::collections::BTreeMap;
use std::sync::{Arc, PoisonError, RwLock};

use jiff::civil::Date;
use jiff::tz::TimeZone;
use locale::LanguageTag;
use trigger::Trigger;
use warning::{Arms, ArmsError, Event, Experiment, Line, Links, NEUTRAL, STYLE, assign};
use web::{Clock, Entropy, Policy, style_source};

use crate::ServiceKey;
use crate::rendered::{Rendered, Shelf};

/// Where messages are shown, and where their links lead there.
pub type Channels = BTreeMap<String, Links>;

/// The services that a message names, by language, with what can be said of them on a day.
pub type HelpLines = dyn Fn(&LanguageTag, Date) -> Vec<Line> + Send + Sync;

/// What the operator decides.
#[derive(Debug, Clone)]
pub struct Settings {
    /// Where messages are shown.
    pub channels: Channels,
    /// The message that is shown while no experiment runs.
    pub arm: String,
    /// Whether messages are shown that nobody has reviewed; then each says so.
    pub allow_unreviewed: bool,
}

/// What the door is made of.
pub struct Sources {
    /// The list, as keyed hashes.
    pub trigger: Trigger,
    /// The messages.
    pub arms: Arms,
    /// The experiment, if one is planned.
    pub experiment: Option<Arc<Experiment>>,
    /// The key with which an engine asks.
    pub key: ServiceKey,
    /// The services that a message names.
    pub lines: Box<HelpLines>,
    /// The clock.
    pub clock: Arc<dyn Clock>,
    /// The source of random bytes.
    pub entropy: Arc<dyn Entropy>,
}

/// A door that cannot be opened.
#[derive(Debug, thiserror::Error)]
pub enum ServiceError {
    /// The messages are broken.
    #[error(transparent)]
    Arms(#[from] ArmsError),
    /// There is no channel.
    #[error("name at least one channel: [service.channels.web] with `reach`")]
    NoChannel,
    /// A channel cannot stand in a path.
    #[error("`{0}` is no name of a channel: write a-z, 0-9 and hyphens")]
    Channel(String),
    /// An arm that is not there.
    #[error("there is no message `{wanted}`; there are: {known}")]
    Arm {
        /// What was asked for.
        wanted: String,
        /// What there is.
        known: String,
    },
    /// The plan counts channels that are not served.
    #[error("the plan has the channel `{0}`, which [service.channels] has not")]
    PlannedChannel(String),
    /// Messages that nobody has read.
    #[error(
        "not read by a native speaker and a clinician: {}; have them read, or set \
         `allow_unreviewed = true`, and every message will say so", .0.join(", ")
    )]
    Unreviewed(Vec<String>),
    /// The style is no header text; never with the style that comes with the program.
    #[error("the page's style cannot be named in a header")]
    Style,
}

/// The door for machines.
pub struct Service {
    pub(crate) key: ServiceKey,
    pub(crate) trigger: Trigger,
    pub(crate) policy: Policy,
    settings: Settings,
    arms: Arms,
    experiment: Option<Arc<Experiment>>,
    secret: warning::BlockSecret,
    lines: Box<HelpLines>,
    shelf: RwLock<Arc<Shelf>>,
    clock: Arc<dyn Clock>,
    entropy: Arc<dyn Entropy>,
}

impl Service {
    /// A door of these parts.
    ///
    /// # Errors
    /// [`ServiceError`] when something that people would see is not fit to be shown.
    pub fn new(settings: Settings, sources: Sources) -> Result<Self, ServiceError> {
        check(&settings, &sources)?;
        let policy = Policy::new(&style_source(STYLE), None, false).ok_or(ServiceError::Style)?;
        let today = day_of(&*sources.clock);
        let shelf = Shelf::new(&sources.arms, &settings.channels, &*sources.lines, today);
        Ok(Self {
            shelf: RwLock::new(Arc::new(shelf)),
            lines: sources.lines,
            secret: sources.key.block_secret(),
            key: sources.key,
            trigger: sources.trigger,
            policy,
            settings,
            arms: sources.arms,
            experiment: sources.experiment,
            clock: sources.clock,
            entropy: sources.entropy,
        })
    }

    /// The experiment, for whoever writes its counts.
    pub fn experiment(&self) -> Option<&Arc<Experiment>> {
        self.experiment.as_ref()
    }

    /// On a new day writes the messages anew: a check of a service may have ended with the day
    /// before. Called every minute.
    pub fn tick(&self) {
        let today = day_of(&*self.clock);
        if self.shelf().day() != today {
            let shelf = Shelf::new(&self.arms, &self.settings.channels, &*self.lines, today);
            *self.shelf.write().unwrap_or_else(PoisonError::into_inner) = Arc::new(shelf);
        }
    }

    fn shelf(&self) -> Arc<Shelf> {
        Arc::clone(&self.shelf.read().unwrap_or_else(PoisonError::into_inner))
    }

    pub(crate) fn has_channel(&self, channel: &str) -> bool {
        self.settings.channels.contains_key(channel)
    }

    /// Draws a message for one showing and counts it; with it the language it is in. A channel that
    /// the plan does not name takes no part: it has the settings' message.
    pub(crate) fn show<'a>(
        &self,
        channel: &str,
        languages: impl IntoIterator<Item = &'a str>,
    ) -> Option<(Rendered, &LanguageTag)> {
        let language = self.arms.choose(languages);
        let now = self.clock.now();
        let takes_part = |own: &&Arc<Experiment>| own.plan().channels.iter().any(|c| c == channel);
        let drawn = self.experiment.as_ref().filter(takes_part).and_then(|experiment| {
            let place = assign(experiment.plan(), &self.secret, now, self.random())?;
            Some(experiment.plan().arms.get(place)?.id.as_str())
        });
        let arm = drawn.unwrap_or(&self.settings.arm);
        let rendered = self.shelf().get(channel, arm, language)?.clone();
        if let Some(experiment) = &self.experiment {
            experiment.count(Event::Shown, arm, language.as_str(), channel, now);
        }
        Some((rendered, language))
    }

    fn random(&self) -> u64 {
        let mut bytes = [0; 8];
        self.entropy.fill(&mut bytes);
        u64::from_le_bytes(bytes)
    }
}

/// Today, in UTC.
fn day_of(clock: &dyn Clock) -> Date {
    TimeZone::UTC.to_datetime(clock.now()).date()
}

fn check(settings: &Settings, sources: &Sources) -> Result<(), ServiceError> {
    if settings.channels.is_empty() {
        return Err(ServiceError::NoChannel);
    }
    if let Some(channel) = settings.channels.keys().find(|name| !warning::is_name(name)) {
        return Err(ServiceError::Channel(channel.clone()));
    }
    let known = sources.arms.ids();
    if !known.contains(&settings.arm.as_str()) {
        let (wanted, known) = (settings.arm.clone(), known.join(", "));
        return Err(ServiceError::Arm { wanted, known });
    }
    let mut shown = vec![settings.arm.as_str(), NEUTRAL];
    if let Some(experiment) = &sources.experiment {
        let plan = experiment.plan();
        let missing = plan.channels.iter().find(|name| !settings.channels.contains_key(*name));
        if let Some(channel) = missing {
            return Err(ServiceError::PlannedChannel(channel.clone()));
        }
        shown.extend(plan.arms.iter().map(|arm| arm.id.as_str()));
    }
    shown.sort_unstable();
    shown.dedup();
    let unreviewed = sources.arms.unreviewed(&shown);
    if !unreviewed.is_empty() && !settings.allow_unreviewed {
        return Err(ServiceError::Unreviewed(unreviewed));
    }
    Ok(())
}
