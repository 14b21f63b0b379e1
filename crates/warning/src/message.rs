//! A message as it is shown: as data, as a fragment of a page, as a page.

use askama::Template;
use locale::{Catalogue, LanguageTag};
use serde::Serialize;

use crate::Arms;

/// The style of the page, inline in it.
pub const STYLE: &str = include_str!("../templates/page.css");

/// Where links of a message lead.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Links {
    /// Origin of the public door, without a slash at the end.
    pub reach: String,
    /// Origin of the door for those who were harmed.
    pub support: Option<String>,
    /// Where *not what I searched for* leads: the engine's own start page.
    pub back: String,
    /// Whether the public door carries the self-help programme.
    pub programme: bool,
}

/// A link of a message.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Link {
    /// What it leads to: `help`, `programme`, `survey`, `harmed`, `youth` or `back`.
    pub to: &'static str,
    /// The address. It carries neither query nor person: language, channel and arm only.
    pub href: String,
    /// Its words.
    pub text: String,
}

/// A service that can be called at once.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Line {
    /// Its name.
    pub name: String,
    /// The name of its country; none where it holds anywhere.
    pub place: Option<String>,
    /// Its number as people write it.
    pub phone: Option<String>,
    /// Its number as a telephone dials it.
    pub dial: Option<String>,
    /// Its page.
    pub url: Option<String>,
    /// Whether and when it was checked, as a sentence.
    pub standing: String,
}

/// A message, ready to be shown.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Message {
    /// The arm.
    pub arm: String,
    /// The language.
    pub language: String,
    /// `ltr` or `rtl`.
    pub direction: &'static str,
    /// Its title.
    pub title: String,
    /// What it says.
    pub text: String,
    /// What it invites to.
    pub call: String,
    /// Why one sees it.
    pub about: String,
    /// What is kept.
    pub anonymous: String,
    /// The title of what to do when a child is in danger now.
    pub danger_title: String,
    /// What to do then.
    pub danger: String,
    /// That nobody has reviewed it, if so.
    pub review: Option<String>,
    /// Where it leads.
    pub links: Vec<Link>,
    /// The title of the lines.
    pub lines_title: String,
    /// Services that can be called at once.
    pub lines: Vec<Line>,
}

#[derive(Template)]
#[template(path = "fragment.html")]
struct Fragment<'a> {
    message: &'a Message,
}

#[derive(Template)]
#[template(path = "page.html")]
struct Page<'a> {
    message: &'a Message,
    style: &'static str,
    skip: &'a str,
    site: &'a str,
}

impl Line {
    /// The address without its scheme, as it is read.
    fn host(&self) -> &str {
        let url = self.url.as_deref().unwrap_or_default();
        let bare = url.trim_start_matches("https://").trim_start_matches("http://");
        bare.trim_start_matches("www.").trim_end_matches('/')
    }
}

impl Message {
    /// The message of an arm in a language; `None` when either does not exist.
    pub fn new(
        arms: &Arms,
        arm: &str,
        language: &LanguageTag,
        channel: &str,
        links: &Links,
        lines: Vec<Line>,
    ) -> Option<Self> {
        let texts = arms.texts(language)?;
        let own = arms.all().iter().find(|own| own.id == arm)?;
        let say = |id: &str| texts.shown(id, &[]);
        let id = format!("arm-{}", own.id);
        let review = (!arms.is_reviewed(arm, language)).then(|| say("review-notice"));
        Some(Self {
            arm: arm.to_owned(),
            language: language.as_str().to_owned(),
            direction: language.direction().as_str(),
            title: say(&id),
            text: say(&format!("{id}.text")),
            call: say(&format!("{id}.call")),
            about: say("page-about"),
            anonymous: say("page-anonymous"),
            danger_title: say("danger-title"),
            danger: say("danger-text"),
            review,
            links: all_links(texts, arm, language, channel, links),
            lines_title: say("lines-title"),
            lines,
        })
    }

    /// A fragment for a page of the engine's own: headings from level 2, no style.
    pub fn fragment(&self) -> String {
        Fragment { message: self }.render().unwrap_or_default()
    }

    /// A whole page: no script, nothing from elsewhere.
    pub fn page(&self, arms: &Arms) -> String {
        let texts = LanguageTag::parse(&self.language).ok();
        let texts = texts.and_then(|language| arms.texts(&language));
        let say = |id| texts.map_or(String::new(), |texts| texts.shown(id, &[]));
        let (skip, site) = (say("skip-to-content"), say("site-title"));
        let page = Page { message: self, style: STYLE, skip: &skip, site: &site };
        page.render().unwrap_or_default()
    }
}

fn all_links(
    texts: &Catalogue,
    arm: &str,
    language: &LanguageTag,
    channel: &str,
    links: &Links,
) -> Vec<Link> {
    let reach = &links.reach;
    let counted = |goal: &str| format!("{reach}/{language}/w/{channel}/{arm}/{goal}");
    let harmed = links.support.as_ref().map(|support| format!("{support}/{language}/"));
    let programme = links.programme.then(|| ("programme", counted("programme")));
    let plan = [
        ("survey", counted("survey")),
        ("harmed", harmed.unwrap_or_else(|| format!("{reach}/{language}/help#harmed"))),
        ("youth", format!("{reach}/{language}/youth")),
        ("back", links.back.clone()),
    ];
    let link = |(to, href): (&'static str, String)| Link {
        to,
        href,
        text: texts.shown(&format!("link-{to}"), &[]),
    };
    let first = [("help", counted("help"))].into_iter().chain(programme);
    first.chain(plan).map(link).collect()
}
