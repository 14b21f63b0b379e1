//! Where to turn, as pages show it.

use locale::{Arg, Catalogue, LanguageTag};

use super::paragraphs;
use crate::door::Door;
use directory::{Helpline, Purpose};

/// A service as pages show it.
#[derive(Clone)]
pub(crate) struct Line {
    pub name: String,
    pub phone: Option<String>,
    pub dial: Option<String>,
    pub url: Option<String>,
    /// The address without its scheme, as it is read.
    pub host: String,
    pub hours: Option<String>,
    pub note: Option<String>,
    /// Whether and when it was checked.
    pub checked: String,
    pub source: String,
}

impl Line {
    /// Whether the service is called by its number, so that one of the two is enough.
    pub fn is_number(&self) -> bool {
        self.phone.as_ref() == Some(&self.name)
    }
}

/// A part of a help page.
pub(crate) struct HelpSection {
    pub id: &'static str,
    pub title: String,
    pub text: Vec<String>,
    pub lines: Vec<Line>,
}

/// Id of a section, its title and text, and the services it lists.
type Plan = (&'static str, &'static str, &'static str, &'static [Purpose]);

const PLANS: [Plan; 6] = [
    ("danger", "danger-title", "danger-text", &[Purpose::Danger, Purpose::Report]),
    ("crisis", "crisis-title", "crisis-text", &[Purpose::Crisis]),
    ("self", "help-self-title", "help-self-text", &[Purpose::Oneself]),
    ("other", "help-other-title", "help-other-text", &[Purpose::Other]),
    ("harmed", "help-harmed-title", "help-harmed-text", &[Purpose::Harmed]),
    ("professional", "help-professional-title", "help-professional-text", &[Purpose::Professional]),
];

/// The sections of the help page; with `only`, that one, and what to do when it is too much.
pub(crate) fn sections(
    door: &Door,
    language: &LanguageTag,
    texts: &Catalogue,
    only: Option<&str>,
) -> Vec<HelpSection> {
    let wanted = |plan: &&Plan| only.is_none_or(|only| plan.0 == only);
    PLANS.iter().filter(wanted).map(|plan| section(door, language, texts, plan)).collect()
}

fn section(door: &Door, language: &LanguageTag, texts: &Catalogue, plan: &Plan) -> HelpSection {
    let (id, title, text, purposes) = plan;
    HelpSection {
        id,
        title: texts.shown(title, &[]),
        text: paragraphs(&texts.shown(text, &[])),
        lines: help_lines(door, language, texts, purposes),
    }
}

/// The services for these purposes, each once.
pub(crate) fn help_lines(
    door: &Door,
    language: &LanguageTag,
    texts: &Catalogue,
    purposes: &[Purpose],
) -> Vec<Line> {
    let mut found: Vec<&Helpline> = Vec::new();
    for purpose in purposes {
        for helpline in door.sources.helplines.find(*purpose, language) {
            if !found.iter().any(|own| own.id == helpline.id) {
                found.push(helpline);
            }
        }
    }
    found.into_iter().map(|helpline| line(helpline, language, texts)).collect()
}

fn line(helpline: &Helpline, language: &LanguageTag, texts: &Catalogue) -> Line {
    let checked = match &helpline.verified {
        Some(day) => texts.shown("helpline-verified", &[("date", Arg::Text(day))]),
        None => texts.shown("helpline-unverified", &[]),
    };
    let source = [("source", Arg::Text(&helpline.source)), ("date", Arg::Text(&helpline.as_of))];
    let url = helpline.url.clone();
    Line {
        name: helpline.name.clone(),
        phone: helpline.phone.clone(),
        dial: helpline.dial(),
        host: url.as_deref().map_or(String::new(), host),
        url,
        hours: helpline.hours.clone(),
        note: helpline.note(language).map(str::to_owned),
        checked: format!("{checked}."),
        source: format!("{}.", texts.shown("helpline-source", &source)),
    }
}

fn host(url: &str) -> String {
    let bare = url.trim_start_matches("https://").trim_start_matches("http://");
    bare.trim_start_matches("www.").trim_end_matches('/').to_owned()
}
