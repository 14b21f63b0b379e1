//! The messages: their words, what kind each is, and who has read it.

use locale::{Catalogue, LanguageTag, Messages, MessagesError, Reading, TextFile};
use serde::Deserialize;

const LANGUAGES: (&str, &str) =
    ("content/warning/warning.toml", include_str!("../../../content/warning/warning.toml"));
const ARMS: (&str, &str) =
    ("content/warning/arms.toml", include_str!("../../../content/warning/arms.toml"));
const SOURCE: TextFile = TextFile {
    tag: "en",
    name: "content/warning/en.ftl",
    text: include_str!("../../../content/warning/en.ftl"),
};
const TRANSLATIONS: [TextFile; 1] = [TextFile {
    tag: "fr",
    name: "content/warning/fr.ftl",
    text: include_str!("../../../content/warning/fr.ftl"),
}];

/// The arm that the others are compared with.
pub const NEUTRAL: &str = "neutral";

/// A message that can be shown.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Arm {
    /// Its id; its texts are the Fluent message `arm-ID`.
    pub id: String,
    /// What it speaks of.
    pub frame: Frame,
    /// From which side.
    pub valence: Valence,
    /// Who has read it.
    #[serde(default)]
    pub review: Vec<Review>,
}

/// What a message speaks of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Frame {
    /// Nothing of the others.
    Neutral,
    /// The child in the image.
    Harm,
    /// The law.
    Law,
    /// What one can decide oneself.
    Control,
    /// What it does to oneself.
    Distress,
}

/// From which side a message speaks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Valence {
    /// From none.
    None,
    /// What is bad about going on.
    Plain,
    /// What is good about stopping.
    Hopeful,
}

/// Who has read a message in a language.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Review {
    /// The language.
    pub language: LanguageTag,
    /// The native speaker who read it.
    pub native_speaker: Option<Reading>,
    /// The clinician who read it.
    pub clinician: Option<Reading>,
}

/// The messages cannot be shown.
#[derive(Debug, thiserror::Error)]
pub enum ArmsError {
    /// The texts are not complete.
    #[error(transparent)]
    Messages(#[from] MessagesError),
    /// The list of arms cannot be read.
    #[error("{0}: {1}")]
    File(&'static str, toml::de::Error),
    /// An arm has no text.
    #[error("{file}: arm `{arm}` has no message `arm-{arm}` with `.text` and `.call`")]
    NoText {
        /// The file of texts.
        file: String,
        /// The arm.
        arm: String,
    },
    /// There is nothing to compare with.
    #[error("{0} has no arm `{NEUTRAL}`")]
    NoNeutral(&'static str),
}

/// All messages in all their languages.
#[derive(Debug)]
pub struct Arms {
    arms: Vec<Arm>,
    messages: Messages,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Declared {
    arm: Vec<Arm>,
}

impl Arms {
    /// The messages that come with the program, checked.
    ///
    /// # Errors
    /// [`ArmsError`], the first that is found.
    pub fn embedded() -> Result<Self, ArmsError> {
        let messages = Messages::new(LANGUAGES, SOURCE, &TRANSLATIONS)?;
        let (name, text) = ARMS;
        let declared: Declared =
            toml::from_str(text).map_err(|error| ArmsError::File(name, error))?;
        let arms = Self { arms: declared.arm, messages };
        arms.check(name)?;
        Ok(arms)
    }

    fn check(&self, name: &'static str) -> Result<(), ArmsError> {
        let (_, texts) = self.messages.source();
        for arm in &self.arms {
            let attributes = texts.entries().get(&format!("arm-{}", arm.id));
            let whole = attributes.is_some_and(|own| own.attributes == ["text", "call"]);
            if !whole {
                let (file, arm) = (texts.file().to_owned(), arm.id.clone());
                return Err(ArmsError::NoText { file, arm });
            }
        }
        let neutral = self.arms.iter().any(|arm| arm.id == NEUTRAL);
        if neutral { Ok(()) } else { Err(ArmsError::NoNeutral(name)) }
    }

    /// Every arm, in the order of the file.
    pub fn all(&self) -> &[Arm] {
        &self.arms
    }

    /// The ids of all arms.
    pub fn ids(&self) -> Vec<&str> {
        self.arms.iter().map(|arm| arm.id.as_str()).collect()
    }

    /// The languages in which messages can be shown.
    pub fn languages(&self) -> impl Iterator<Item = &LanguageTag> {
        self.messages.published().map(|language| &language.tag)
    }

    /// The language to show to someone who asks for these, most wanted first: the first that there
    /// is, then English.
    pub fn choose<'a>(&self, wanted: impl IntoIterator<Item = &'a str>) -> &LanguageTag {
        let there = |tag: &str| {
            self.languages().find(|own| {
                let primary = tag.split(['-', '_']).next().unwrap_or_default();
                own.as_str().eq_ignore_ascii_case(tag) || own.as_str().eq_ignore_ascii_case(primary)
            })
        };
        wanted.into_iter().find_map(there).unwrap_or(self.messages.source().0)
    }

    /// The texts of a language, if it is one of [`Arms::languages`].
    pub fn texts(&self, language: &LanguageTag) -> Option<&Catalogue> {
        self.messages.in_language(language)
    }

    /// Whether a native speaker and a clinician have read the arm and the page around it.
    pub fn is_reviewed(&self, arm: &str, language: &LanguageTag) -> bool {
        let page = self.messages.published().find(|own| own.tag == *language);
        let own = self.arms.iter().find(|own| own.id == arm);
        let review = own.and_then(|own| own.review.iter().find(|own| own.language == *language));
        let whole = |own: &Review| own.native_speaker.is_some() && own.clinician.is_some();
        page.is_some_and(locale::Language::is_reviewed) && review.is_some_and(whole)
    }

    /// What of these arms nobody has reviewed, as texts for an error.
    pub fn unreviewed(&self, arms: &[&str]) -> Vec<String> {
        let mut list = Vec::new();
        for language in self.languages() {
            let open = arms.iter().filter(|arm| !self.is_reviewed(arm, language));
            list.extend(open.map(|arm| format!("message `{arm}` in `{language}`")));
        }
        list
    }
}
