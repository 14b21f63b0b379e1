//! From the pages as data to HTML.

use askama::Template;
use directory::{Brief, Card, Purpose, Shown};
use locale::{Catalogue, LanguageTag};

use crate::door::{Door, STYLE};
use crate::pages::{COUNTRY, Lines, PAGES, Page};

/// A language in which the door is read.
#[derive(Clone, Copy)]
pub(crate) struct Reader<'a> {
    door: &'a Door,
    language: &'a LanguageTag,
    texts: &'a Catalogue,
}

/// Head and foot of a page.
struct Chrome<'a> {
    texts: &'a Catalogue,
    lang: &'a str,
    dir: &'static str,
    title: String,
    style: &'static str,
    unreviewed: bool,
    /// Tag, own name, and whether it is this one.
    languages: Vec<(&'a str, &'a str, bool)>,
    /// The path below the language.
    path: &'a str,
    colon: &'static str,
}

impl Chrome<'_> {
    fn t(&self, id: &str) -> String {
        self.texts.shown(id, &[])
    }
}

/// A step as it is shown.
struct Section {
    id: String,
    title: String,
    text: Option<String>,
    cards: Vec<Card>,
}

#[derive(Template)]
#[template(path = "entrance.html")]
struct EntranceView<'a> {
    chrome: Chrome<'a>,
    lead: String,
    /// Path, title, hint.
    ways: Vec<(&'static str, String, String)>,
}

#[derive(Template)]
#[template(path = "page.html")]
struct PageView<'a> {
    chrome: Chrome<'a>,
    images: bool,
    lead: String,
    sections: Vec<Section>,
    more: Vec<(&'static str, String)>,
}

#[derive(Template)]
#[template(path = "countries.html")]
struct CountriesView<'a> {
    chrome: Chrome<'a>,
    countries: Vec<(String, String)>,
}

#[derive(Template)]
#[template(path = "message.html")]
struct MessageView<'a> {
    chrome: Chrome<'a>,
    text: String,
}

impl<'a> Reader<'a> {
    /// A reader of one of the door's languages.
    pub fn new(door: &'a Door, tag: &LanguageTag) -> Option<Self> {
        let language = &door.ui.published().find(|own| own.tag == *tag)?.tag;
        Some(Self { door, language, texts: door.ui.in_language(language)? })
    }

    /// A reader of the language that the others are translated from.
    pub fn of_source(door: &'a Door) -> Self {
        let (language, texts) = door.ui.source();
        Self { door, language, texts }
    }

    /// The language.
    pub fn language(&self) -> &'a LanguageTag {
        self.language
    }

    /// `/fr/`: the ways.
    pub fn entrance(&self) -> String {
        let way = |page: &Page| {
            let id = format!("page-{}", page.id);
            (page.id, self.say(&id), self.say(&format!("{id}.hint")))
        };
        let ways = PAGES.iter().map(way).collect();
        let lead = self.say("entrance-lead");
        html(&EntranceView { chrome: self.chrome(self.say("entrance-title"), ""), lead, ways })
    }

    /// `/fr/childhood`: a page with its steps.
    pub fn page(&self, page: &'a Page) -> String {
        let id = format!("page-{}", page.id);
        let sections = page.steps.iter().map(|step| {
            let own = format!("step-{}", step.id);
            let text = self.texts.attribute(&own, "text", &[]);
            Section {
                id: step.id.to_owned(),
                title: self.say(&own),
                text,
                cards: self.cards(step.lines),
            }
        });
        let more = page.more.iter().map(|id| (*id, self.say(&format!("page-{id}"))));
        html(&PageView {
            images: page.images,
            lead: self.say(&format!("{id}.lead")),
            sections: sections.collect(),
            more: more.collect(),
            chrome: self.chrome(self.say(&id), page.id),
        })
    }

    /// `/fr/lines`: the countries.
    pub fn countries(&self) -> String {
        let codes = self.door.helplines.countries();
        let speech = self.door.helplines.speech(self.language);
        let named = speech.map(|speech| speech.countries(&codes)).unwrap_or_default();
        let lower = |(code, name): (String, String)| (code.to_ascii_lowercase(), name);
        html(&CountriesView {
            chrome: self.chrome(self.say("lines-title"), "lines"),
            countries: named.into_iter().map(lower).collect(),
        })
    }

    /// `/fr/lines/be`: the services of a country; `None` where the directory has none of its own.
    pub fn country(&self, path: &'a str, code: &str) -> Option<String> {
        let code = code.to_ascii_uppercase();
        let directory = &self.door.helplines;
        directory.countries().into_iter().find(|own| *own == code)?;
        let speech = directory.speech(self.language)?;
        let today = self.door.today();
        let section = |(id, purpose): (&str, Purpose)| {
            let found = directory.shown_in(&code, &[purpose], self.language, today);
            let cards: Vec<Card> = found.iter().map(|own| speech.card(own)).collect();
            let (title, id) = (self.say(id), id.to_owned());
            (!cards.is_empty()).then_some(Section { id, title, text: None, cards })
        };
        Some(html(&PageView {
            chrome: self.chrome(speech.country(&code)?, path),
            images: false,
            lead: self.say("page-talk.lead"),
            sections: COUNTRY.into_iter().filter_map(section).collect(),
            more: ["danger", "childhood", "adult"]
                .map(|id| (id, self.say(&format!("page-{id}"))))
                .to_vec(),
        }))
    }

    /// What went wrong, and where to go on.
    pub fn problem(&self, id: &str) -> String {
        let id = format!("problem-{id}");
        let text = self.say(&format!("{id}.text"));
        html(&MessageView { chrome: self.chrome(self.say(&id), ""), text })
    }

    fn cards(&self, lines: Lines) -> Vec<Card> {
        let directory = &self.door.helplines;
        let Some(speech) = directory.speech(self.language) else { return Vec::new() };
        let shown =
            |purposes: &[Purpose]| directory.shown(purposes, self.language, self.door.today());
        let found: Vec<Shown<'_>> = match lines {
            Lines::None => Vec::new(),
            Lines::For(purposes) => shown(purposes),
            Lines::One(id) => {
                let mut found = shown(&[Purpose::Harmed, Purpose::Youth]);
                found.retain(|own| own.entry.id == id);
                found
            }
        };
        found.iter().map(|own| speech.card(own)).collect()
    }

    fn chrome(&self, title: String, path: &'a str) -> Chrome<'a> {
        let all = self.door.ui.published();
        let link = |own: &'a locale::Language| {
            (own.tag.as_str(), own.tag.endonym(), own.tag == *self.language)
        };
        Chrome {
            texts: self.texts,
            lang: self.language.as_str(),
            dir: self.language.direction().as_str(),
            title,
            style: STYLE,
            unreviewed: self.door.unreviewed,
            languages: all.map(link).collect(),
            path,
            // French sets a space before a colon that does not break.
            colon: if self.language.as_str() == "fr" { "\u{202f}:" } else { ":" },
        }
    }

    fn say(&self, id: &str) -> String {
        self.texts.shown(id, &[])
    }
}

/// Whether a service is called by its number, so that one of the two is enough.
fn is_number(brief: &Brief) -> bool {
    brief.phone.as_ref() == Some(&brief.name)
}

/// An address without its scheme, as it is read.
fn host(url: &str) -> &str {
    let bare = url.trim_start_matches("https://").trim_start_matches("http://");
    bare.trim_start_matches("www.").trim_end_matches('/')
}

/// Note, hours and the rest, in the order in which one needs them.
fn about(card: &Card) -> String {
    let parts = card.note.iter().chain(&card.hours).chain(&card.facts);
    let all: Vec<&str> =
        parts.chain(&card.reporting_duty).chain(&card.doubt).map(String::as_str).collect();
    all.join(" ")
}

fn html(view: &impl Template) -> String {
    // A template writes into memory; only memory could run out.
    view.render().unwrap_or_default()
}
