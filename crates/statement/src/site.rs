//! A static site of published statements: an index and a feed a language.

use askama::Template;
use jiff::civil::Date;
use locale::LanguageTag;

use crate::atom::{self, Item};
use crate::labels::{AllLabels, LabelsError};
use crate::{Block, Built, Inline, Settings, html};

const STYLE: &str = include_str!("../templates/style.css");

/// One file of the site.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Page {
    /// Its path, with slashes.
    pub path: String,
    /// Its text.
    pub text: String,
}

/// A statement that goes on the site.
#[derive(Debug)]
pub struct Site<'a> {
    /// What it is about.
    pub settings: &'a Settings,
    /// Its documents.
    pub built: &'a Built,
}

/// Why there is no site.
#[derive(Debug, thiserror::Error)]
pub enum SiteError {
    /// The address is none.
    #[error("`{0}` is no address of a site; write https://… and end it with a slash")]
    Base(String),
    /// Two statements have one id.
    #[error("two statements are called `{0}`; give one of them another id")]
    Twice(String),
    /// A day cannot be written.
    #[error("{0} cannot be written as a date of a feed")]
    Day(Date),
    /// A language cannot be written.
    #[error(transparent)]
    Labels(#[from] LabelsError),
    /// A template cannot be filled.
    #[error(transparent)]
    Template(#[from] askama::Error),
}

#[derive(Template)]
#[template(path = "index.html")]
struct Index<'a> {
    language: &'a str,
    direction: &'static str,
    style: &'static str,
    policy: String,
    title: String,
    lead: String,
    feed: String,
    items: Vec<Line<'a>>,
    others: Vec<(String, String)>,
}

struct Line<'a> {
    id: &'a str,
    title: &'a str,
    published: &'a str,
    iso: &'a str,
    lead: String,
    simulated: bool,
}

/// The pages of the site: the statements' pages, and for each language an index and a feed.
///
/// # Errors
/// [`SiteError`]; then no page is returned.
pub fn site(statements: &[Site<'_>], base: &str) -> Result<Vec<Page>, SiteError> {
    if !base.starts_with("https://") && !base.starts_with("http://") || !base.ends_with('/') {
        return Err(SiteError::Base(base.to_owned()));
    }
    let mut sorted: Vec<&Site<'_>> = statements.iter().collect();
    sorted.sort_by(|a, b| {
        let key = |own: &Site<'_>| (own.settings.published, own.settings.id.clone());
        key(b).cmp(&key(a))
    });
    if let Some(pair) = sorted.windows(2).find(|pair| pair[0].settings.id == pair[1].settings.id) {
        return Err(SiteError::Twice(pair[0].settings.id.clone()));
    }
    let mut languages: Vec<LanguageTag> = sorted
        .iter()
        .flat_map(|own| own.settings.language.iter().map(|language| language.tag.clone()))
        .collect();
    languages.sort();
    languages.dedup();
    let all = AllLabels::embedded()?;
    let mut pages = Vec::new();
    for tag in &languages {
        pages.extend(index(&sorted, tag, &languages, &all, base)?);
    }
    for own in &sorted {
        let documents = &own.built.documents;
        for document in documents {
            let text = html(document, &others(documents, &document.language), true)?;
            let path = format!("{}/{}.html", own.settings.id, document.language);
            pages.push(Page { path, text });
        }
    }
    Ok(pages)
}

/// The other languages of a statement, each with its own name.
pub fn others(documents: &[crate::Document], but: &str) -> Vec<(String, String)> {
    let others = documents.iter().filter(|own| own.language != but);
    others.map(|own| (own.language.clone(), endonym(&own.language))).collect()
}

fn endonym(tag: &str) -> String {
    LanguageTag::parse(tag).map_or_else(|_| tag.to_owned(), |tag| tag.endonym().to_owned())
}

fn index(
    sorted: &[&Site<'_>],
    tag: &LanguageTag,
    languages: &[LanguageTag],
    all: &AllLabels,
    base: &str,
) -> Result<[Page; 2], SiteError> {
    let labels = all.of(tag)?;
    let documents: Vec<(&Settings, &crate::Document)> = sorted
        .iter()
        .filter_map(|own| {
            let document = own.built.documents.iter().find(|own| own.language == tag.as_str())?;
            Some((own.settings, document))
        })
        .collect();
    let items = documents.iter().map(|(settings, document)| Item {
        id: &settings.id,
        title: &document.title,
        published: settings.published,
        updated: settings.updated.unwrap_or(settings.published),
        summary: lead(document),
        organisation: &document.organisation,
    });
    let items: Vec<Item<'_>> = items.collect();
    let title = labels.text("site-title", &[]);
    let feed = atom::feed(base, tag.as_str(), &title, &items)?;
    let lines = documents.iter().map(|(settings, document)| Line {
        id: &settings.id,
        title: &document.title,
        published: &document.published,
        iso: &document.published_iso,
        lead: lead(document),
        simulated: document.simulated,
    });
    let others = languages.iter().filter(|own| *own != tag);
    let page = Index {
        language: tag.as_str(),
        direction: tag.direction().as_str(),
        style: STYLE,
        policy: html::policy(STYLE),
        title,
        lead: labels.text("site-lead", &[]),
        feed: labels.text("site-feed", &[]),
        items: lines.collect(),
        others: others.map(|own| (own.as_str().to_owned(), own.endonym().to_owned())).collect(),
    };
    Ok([
        Page { path: format!("{tag}/index.html"), text: page.render()? },
        Page { path: format!("{tag}/feed.xml"), text: feed },
    ])
}

/// The lead in plain words.
fn lead(document: &crate::Document) -> String {
    let words = |block: &Block| match block {
        Block::Paragraph { content } => words(content),
        _ => String::new(),
    };
    document.lead.iter().map(words).collect::<Vec<_>>().join(" ")
}

fn words(inlines: &[Inline]) -> String {
    crate::write::plain(inlines)
}
