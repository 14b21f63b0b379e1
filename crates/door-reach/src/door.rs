//! The door as a whole: what it shows, what it counts, what it wipes.

use std::num::NonZeroU32;
use std::sync::Arc;

use instrument::Loaded;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use locale::{LanguageTag, Messages, MessagesError};
use store::{Store, StoreError, Week};
use warning::Experiment;
use web::{Clock, Entropy, KeyRing, Limiter, Policy, style_source};

use crate::ui;
use directory::{Helplines, Purpose};

use crate::{Carried, Intake, Openings};

/// The one style of every page; the policy allows exactly its bytes.
pub(crate) const STYLE: &str = include_str!("../templates/style.css");

/// What the operator decides.
#[derive(Debug, Clone)]
pub struct Settings {
    /// Whether the study is a demonstration; every page says so.
    pub simulated: bool,
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
    /// The surveys, in the order in which they are offered.
    pub instruments: Vec<Loaded>,
    /// Where to turn.
    pub helplines: Helplines,
    /// Where answers go.
    pub intake: Intake,
    /// The experiment whose links lead here, if one is planned.
    pub experiment: Option<Arc<Experiment>>,
    /// The self-help programme, if this door carries it.
    pub programme: Option<Carried>,
    /// The clock.
    pub clock: Arc<dyn Clock>,
    /// The source of random bytes.
    pub entropy: Arc<dyn Entropy>,
}

/// A door that cannot be opened.
#[derive(Debug, thiserror::Error)]
pub enum DoorError {
    /// The door's own texts are broken.
    #[error(transparent)]
    Texts(#[from] MessagesError),
    /// There is no survey to show, or too many.
    #[error("a door shows 1 to 16 instruments; here are {0}")]
    Instruments(usize),
    /// A care rule asks for help that the directory has no word for.
    #[error("care rule `{0}` asks for help `{1}`, which is no purpose of a helpline")]
    Care(String, String),
    /// Texts that nobody has read.
    #[error(
        "not read by a native speaker and a clinician: {}; have them read, or set \
         `allow_unreviewed = true`, and every page will say so", .0.join(", ")
    )]
    Unreviewed(Vec<String>),
    /// The directory cannot be read in a language of the door.
    #[error(
        "the directory has no texts in `{0}`, a language of this door; write its notes in every \
         language and name them in `languages`"
    )]
    Directory(LanguageTag),
    /// The programme cannot be read in a language of the door.
    #[error(
        "the programme has no texts in `{0}`, a language of this door; write them, or leave \
             `programme` out of the configuration"
    )]
    Programme(LanguageTag),
    /// The questions at the end of the programme have nowhere to go.
    #[error(
        "the programme's questions at the end, `{0}`, are not among `instruments`; add their \
             folder there, so that the answers are sealed and opened like all others"
    )]
    Feedback(String),
    /// The onion address or the style is no header text.
    #[error("`onion` is no address; write http://….onion without a path")]
    Onion,
}

/// The public door.
pub struct Door {
    pub(crate) settings: Settings,
    pub(crate) sources: Sources,
    pub(crate) ui: Messages,
    pub(crate) keys: KeyRing,
    pub(crate) limiter: Limiter,
    pub(crate) openings: Openings,
    pub(crate) policy: Policy,
    pub(crate) unreviewed: bool,
}

impl Door {
    /// A door of these parts.
    ///
    /// # Errors
    /// [`DoorError`] when something that people would see is not fit to be shown.
    pub fn new(settings: Settings, sources: Sources) -> Result<Self, DoorError> {
        let ui = ui::embedded()?;
        if !(1..=16).contains(&sources.instruments.len()) {
            return Err(DoorError::Instruments(sources.instruments.len()));
        }
        check_care(&sources.instruments)?;
        if let Some(carried) = &sources.programme {
            check_programme(&ui, carried, &sources.instruments)?;
        }
        check_directory(&ui, &sources.helplines)?;
        let unreviewed = unreviewed(&ui, &sources);
        if !unreviewed.is_empty() && !settings.allow_unreviewed {
            return Err(DoorError::Unreviewed(unreviewed));
        }
        let policy =
            Policy::new(&style_source(STYLE), settings.onion.clone(), settings.strict_transport);
        let now = sources.clock.now();
        Ok(Self {
            keys: KeyRing::new(now, &*sources.entropy),
            limiter: Limiter::new(settings.per_circuit_per_minute),
            openings: Openings::default(),
            policy: policy.ok_or(DoorError::Onion)?,
            unreviewed: !unreviewed.is_empty(),
            settings,
            sources,
            ui,
        })
    }

    /// The store behind the door.
    pub fn store(&self) -> &Store {
        self.sources.intake.store()
    }

    /// The languages in which the door can be read.
    pub fn languages(&self) -> impl Iterator<Item = &LanguageTag> {
        self.ui.published().map(|language| &language.tag)
    }

    /// The week of now, in UTC.
    pub(crate) fn week(&self) -> Week {
        Week::of(self.today())
    }

    /// The day of now, in UTC.
    pub(crate) fn today(&self) -> Date {
        TimeZone::UTC.to_datetime(self.sources.clock.now()).date()
    }

    /// Wipes secrets whose hour is over and forgets quiet circuits; called every minute.
    pub fn tick(&self) {
        self.keys.rotate(self.sources.clock.now(), &*self.sources.entropy);
        self.limiter.forget_quiet();
    }

    /// Writes the counts of openings; called every hour and at the end.
    ///
    /// # Errors
    /// [`StoreError`]; the counts are kept for the next time.
    pub async fn write_openings(&self) -> Result<(), StoreError> {
        self.openings.flush(self.sources.intake.store()).await
    }

    pub(crate) fn random<const N: usize>(&self) -> [u8; N] {
        let mut bytes = [0; N];
        self.sources.entropy.fill(&mut bytes);
        bytes
    }
}

/// Every care rule must bring lines that the directory can find.
fn check_care(instruments: &[Loaded]) -> Result<(), DoorError> {
    for care in instruments.iter().flat_map(|loaded| &loaded.instrument.care) {
        let unknown = care.help.iter().find(|name| Purpose::parse(name).is_none());
        if let Some(name) = unknown {
            return Err(DoorError::Care(care.id.clone(), name.clone()));
        }
    }
    Ok(())
}

/// The programme must be there in every language of the door; what its questions ask for must be in the
/// directory; and its questions at the end must go where every answer goes.
fn check_programme(ui: &Messages, carried: &Carried, surveys: &[Loaded]) -> Result<(), DoorError> {
    let programme = &carried.programme;
    let lacking = ui.published().find(|own| programme.catalogue(&own.tag).is_none());
    if let Some(language) = lacking {
        return Err(DoorError::Programme(language.tag.clone()));
    }
    let feedback = &programme.feedback.instrument.id;
    if !surveys.iter().any(|own| own.instrument.id == *feedback) {
        return Err(DoorError::Feedback(feedback.clone()));
    }
    let cares = programme.instruments().into_iter().flat_map(|own| &own.care);
    for care in cares {
        let unknown = care.help.iter().find(|name| Purpose::parse(name).is_none());
        if let Some(name) = unknown {
            return Err(DoorError::Care(care.id.clone(), name.clone()));
        }
    }
    Ok(())
}

/// Every entry must be read in every language of the door.
fn check_directory(ui: &Messages, helplines: &Helplines) -> Result<(), DoorError> {
    let lacking = ui.published().find(|language| !helplines.is_in(&language.tag));
    lacking.map_or(Ok(()), |language| Err(DoorError::Directory(language.tag.clone())))
}

fn unreviewed(ui: &Messages, sources: &Sources) -> Vec<String> {
    let open = |language: &&locale::Language| !language.is_reviewed();
    let of_door =
        ui.published().filter(open).map(|own| format!("the door's texts in `{}`", own.tag));
    let words = sources.helplines.words().languages().filter(open);
    let words = words.map(|own| format!("the directory's words in `{}`", own.tag));
    let mut list: Vec<String> = of_door.chain(words).collect();
    for loaded in &sources.instruments {
        let id = &loaded.instrument.id;
        let open =
            |own: &&locale::Language| own.status == locale::Status::Published && !own.is_reviewed();
        let languages = loaded.instrument.languages.iter().filter(open);
        list.extend(languages.map(|language| format!("`{id}` in `{}`", language.tag)));
    }
    list.extend(sources.programme.iter().flat_map(|carried| carried.programme.unreviewed()));
    list
}
