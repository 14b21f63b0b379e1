//! From the pages as data to HTML.

use askama::Template;
use locale::{Catalogue, LanguageTag};

use crate::door::{Door, STYLE};
use crate::lines::{Entry, Finder, countries};
use crate::pages::{AFTER_COUNTRY, COUNTRY, ELSEWHERE, PAGES, Page};

/// More services than these in one list are of many countries. Where nobody is in danger they are
/// folded under the names of their countries; else a link leads to those of one.
const LONG_LIST: usize = 4;

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

/// A page to go to: its path and its title.
type Link = (&'static str, String);

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
    groups: Vec<Group>,
    /// Whether its services may be of many countries and stand in one list.
    wide: bool,
}

/// Services of a step.
struct Group {
    /// The country under whose name they are folded; none where they stand open.
    place: Option<String>,
    entries: Vec<Entry>,
}

#[derive(Template)]
#[template(path = "start.html")]
struct StartView<'a> {
    chrome: Chrome<'a>,
    /// Tag and own name of each language, and the title and the words of its entrance.
    languages: Vec<(&'a LanguageTag, String, String)>,
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
    more: Vec<Link>,
}

#[derive(Template)]
#[template(path = "countries.html")]
struct CountriesView<'a> {
    chrome: Chrome<'a>,
    countries: Vec<(String, String)>,
    elsewhere: Section,
}

#[derive(Template)]
#[template(path = "message.html")]
struct MessageView<'a> {
    chrome: Chrome<'a>,
    text: String,
    /// Whether the languages are offered below the text.
    offer_languages: bool,
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

    /// `/`: the languages, each with its own words. Nobody has said yet which is theirs.
    pub fn start(&self) -> String {
        let words = |own: &'a locale::Language| {
            let reader = Reader::new(self.door, &own.tag)?;
            Some((&own.tag, reader.say("entrance-title"), reader.say("start-lead")))
        };
        let languages = self.door.ui.published().filter_map(words).collect();
        let mut chrome = self.chrome(self.say("site-title"), "");
        chrome.languages.clear();
        html(&StartView { chrome, languages })
    }

    /// `/fr/`: the ways.
    pub fn entrance(&self) -> String {
        let way = |page: &Page| (page.id, self.title(page.id), self.say(&hint(page.id)));
        let ways = PAGES.iter().map(way).collect();
        let lead = self.say("entrance-lead");
        html(&EntranceView { chrome: self.chrome(self.say("entrance-title"), ""), lead, ways })
    }

    /// `/fr/childhood`: a page with its steps.
    pub fn page(&self, page: &'a Page) -> String {
        let mut finder = self.finder();
        let sections = page.steps.iter().map(|step| {
            let entries = finder.anywhere(step.lines);
            let long = entries.len() > LONG_LIST;
            let groups = if long && step.lines.can_wait() {
                self.by_country(entries)
            } else {
                open_group(entries)
            };
            let wide = long && groups.len() == 1;
            Section { wide, ..self.section(step.id, groups) }
        });
        html(&PageView {
            images: page.images,
            lead: self.say(&format!("page-{}.lead", page.id)),
            sections: sections.collect(),
            more: self.links(page.more),
            chrome: self.chrome(self.title(page.id), page.id),
        })
    }

    /// `/fr/lines`: the countries.
    pub fn countries(&self) -> String {
        let entries = self.finder().anywhere(ELSEWHERE.lines);
        html(&CountriesView {
            chrome: self.chrome(self.say("lines-title"), "lines"),
            countries: countries(&self.door.helplines, self.language),
            elsewhere: self.section(ELSEWHERE.id, open_group(entries)),
        })
    }

    /// `/fr/lines/be`: the services of a country; `None` where the directory has none of its own.
    pub fn country(&self, path: &'a str, code: &str) -> Option<String> {
        let named = countries(&self.door.helplines, self.language);
        let (code, name) = named.into_iter().find(|(own, _)| own.eq_ignore_ascii_case(code))?;
        let code = code.to_ascii_uppercase();
        let mut finder = self.finder();
        let sections = COUNTRY.iter().filter_map(|step| {
            let entries = finder.in_country(&code, step.lines);
            (!entries.is_empty()).then(|| self.section(step.id, open_group(entries)))
        });
        Some(html(&PageView {
            images: false,
            lead: self.say("page-talk.lead"),
            sections: sections.collect(),
            more: self.links(&AFTER_COUNTRY),
            chrome: self.chrome(name, path),
        }))
    }

    /// What went wrong, and where to go on.
    pub fn problem(&self, id: &str) -> String {
        let offer_languages = id == "language";
        let id = format!("problem-{id}");
        let text = self.say(&format!("{id}.text"));
        html(&MessageView { chrome: self.chrome(self.say(&id), ""), text, offer_languages })
    }

    fn finder(&self) -> Finder<'a> {
        Finder::new(&self.door.helplines, self.language, self.door.today())
    }

    /// Services under the names of their countries, in the order in which each first stands there;
    /// those of no one country last.
    fn by_country(&self, entries: Vec<Entry>) -> Vec<Group> {
        let many = self.say("lines-many");
        let mut groups: Vec<Group> = Vec::new();
        let mut anywhere = Vec::new();
        for mut entry in entries {
            let Some(place) = entry.card.brief.place.take() else {
                anywhere.push(entry);
                continue;
            };
            match groups.iter_mut().find(|own| own.place.as_ref() == Some(&place)) {
                Some(group) => group.entries.push(entry),
                None => groups.push(Group { place: Some(place), entries: vec![entry] }),
            }
        }
        if !anywhere.is_empty() {
            groups.push(Group { place: Some(many), entries: anywhere });
        }
        groups
    }

    fn section(&self, id: &str, groups: Vec<Group>) -> Section {
        let own = format!("step-{id}");
        let text = self.texts.attribute(&own, "text", &[]);
        Section { id: id.to_owned(), title: self.say(&own), text, groups, wide: false }
    }

    fn title(&self, page: &str) -> String {
        self.say(&format!("page-{page}"))
    }

    fn links(&self, pages: &[&'static str]) -> Vec<Link> {
        pages.iter().map(|id| (*id, self.title(id))).collect()
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

/// Services that stand open in one list.
fn open_group(entries: Vec<Entry>) -> Vec<Group> {
    if entries.is_empty() { Vec::new() } else { vec![Group { place: None, entries }] }
}

fn hint(page: &str) -> String {
    format!("page-{page}.hint")
}

fn html(view: &impl Template) -> String {
    // A template writes into memory; only memory could run out.
    view.render().unwrap_or_default()
}
