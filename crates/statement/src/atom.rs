//! The feed of new statements (RFC 4287), one a language, instead of a mailing list.

use atom_syndication::{Entry, Feed, FixedDateTime, Link, Person, Text};
use jiff::civil::Date;

use crate::SiteError;

/// One entry of a feed.
pub(crate) struct Item<'a> {
    pub id: &'a str,
    pub title: &'a str,
    pub published: Date,
    pub updated: Date,
    pub summary: String,
    pub organisation: &'a str,
}

/// The feed of a language. Addresses are below `base`, which ends in a slash.
pub(crate) fn feed(
    base: &str,
    language: &str,
    title: &str,
    items: &[Item<'_>],
) -> Result<String, SiteError> {
    let updated = items.iter().map(|item| item.updated).max();
    let entries = items.iter().map(|item| entry(base, language, item)).collect::<Result<_, _>>()?;
    let feed = Feed {
        title: Text::plain(title),
        id: format!("{base}{language}/"),
        updated: instant(updated.unwrap_or(Date::constant(1970, 1, 1)))?,
        lang: Some(language.to_owned()),
        links: vec![
            link(format!("{base}{language}/feed.xml"), "self", "application/atom+xml"),
            link(format!("{base}{language}/"), "alternate", "text/html"),
        ],
        entries,
        ..Feed::default()
    };
    Ok(feed.to_string())
}

fn entry(base: &str, language: &str, item: &Item<'_>) -> Result<Entry, SiteError> {
    let page = format!("{base}{}/{language}.html", item.id);
    Ok(Entry {
        title: Text::plain(item.title),
        id: page.clone(),
        updated: instant(item.updated)?,
        published: Some(instant(item.published)?),
        authors: vec![Person { name: item.organisation.to_owned(), ..Person::default() }],
        links: vec![
            link(page, "alternate", "text/html"),
            link(format!("{base}{}/{language}.pdf", item.id), "alternate", "application/pdf"),
        ],
        summary: Some(Text::plain(item.summary.clone())),
        ..Entry::default()
    })
}

fn link(href: String, rel: &str, mime: &str) -> Link {
    let mime_type = Some(mime.to_owned());
    Link { href, rel: rel.to_owned(), mime_type, ..Link::default() }
}

/// Noon in UTC: a statement has a day, not a time.
fn instant(day: Date) -> Result<FixedDateTime, SiteError> {
    format!("{day}T12:00:00Z").parse().map_err(|_| SiteError::Day(day))
}
