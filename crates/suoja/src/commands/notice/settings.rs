//! `notice.toml`: who reports, to whom, and which lists are of child sexual abuse material.

use std::collections::BTreeMap;
use std::path::Path;

use anyhow::{Context, Result, bail};
use exchange::{Recipient, Reporter};
use locale::LanguageTag;
use serde::Deserialize;

use crate::cli::RoleName;
use crate::files::read_text;

/// What the operator has settled for all notices.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Settings {
    /// Classes of lists, in the words of their policies, that are child sexual abuse material.
    csam_classes: Vec<String>,
    /// Language of the letters.
    pub language: Option<LanguageTag>,
    /// The legal basis, in the operator's words.
    pub legal_basis: Option<String>,
    reporter: Option<Who>,
    /// Names of recipients.
    #[serde(default)]
    to: Names,
    /// How lists may be named to others, by their own names. One that is not here is not named.
    #[serde(default)]
    lists: BTreeMap<String, String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Who {
    organisation: String,
    contact: String,
    domain: String,
    person: Option<Person>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Person {
    first: String,
    last: String,
}

#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct Names {
    host: Option<String>,
    hotline: Option<String>,
    regulator: Option<String>,
}

impl Settings {
    /// Reads them.
    ///
    /// # Errors
    /// When the file is not there, is no TOML, or has a key that means nothing.
    pub fn read(path: &Path) -> Result<Self> {
        let shown = path.display();
        let text = read_text(path).with_context(|| {
            format!("{shown} says who reports; docs/notices.md shows what goes into it")
        })?;
        toml::from_str(&text).map_err(|error| {
            anyhow::anyhow!("{shown} cannot be used: {}", error.to_string().trim())
        })
    }

    /// Whether lists of this class are of child sexual abuse material.
    pub fn is_csam(&self, class: &str) -> bool {
        self.csam_classes.iter().any(|own| own == class)
    }

    /// Who reports.
    ///
    /// # Errors
    /// When the file does not say.
    pub fn reporter(&self) -> Result<Reporter> {
        let Some(who) = &self.reporter else {
            bail!(
                "the settings do not say who reports; add [reporter] with organisation, contact and domain"
            );
        };
        Ok(Reporter {
            organisation: who.organisation.clone(),
            contact: who.contact.clone(),
            domain: who.domain.clone(),
            person: who.person.as_ref().map(|own| (own.first.clone(), own.last.clone())),
        })
    }

    /// To whom a letter goes.
    pub fn recipient(&self, role: RoleName) -> Recipient {
        let name = match role {
            RoleName::Host => &self.to.host,
            RoleName::Hotline => &self.to.hotline,
            RoleName::Regulator => &self.to.regulator,
        };
        Recipient { role: role.into(), name: name.clone() }
    }

    /// How lists are named to others; nothing where none of them may be.
    pub fn named(&self, lists: &[&str]) -> Option<String> {
        let named: Vec<&str> =
            lists.iter().filter_map(|own| self.lists.get(*own)).map(String::as_str).collect();
        (!named.is_empty()).then(|| named.join(", "))
    }
}
