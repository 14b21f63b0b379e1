//! Works: what a person or an organisation has written (part 3).

use serde::Deserialize;

use crate::{PartialDate, Person, Url};

/// A page of a website, or an entry of a blog.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct WebPage {
    /// Who wrote it.
    #[serde(default)]
    pub authors: Vec<Person>,
    /// Who is responsible for it, printed where no person is named.
    pub organisation: Option<String>,
    /// The title of the page.
    pub title: String,
    /// The name of the website or blog.
    pub work: Option<String>,
    /// When it was published.
    pub date: Option<PartialDate>,
    /// Where it is.
    pub url: Url,
    /// When it was read.
    pub accessed: PartialDate,
}

/// A report, policy document or command paper.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Report {
    /// Who wrote it.
    #[serde(default)]
    pub authors: Vec<Person>,
    /// Who issued it, printed where no person is named.
    pub organisation: Option<String>,
    /// The title: in italics if the report has an ISBN, else in quotation marks (3.1.2).
    pub title: String,
    /// Whether it has an ISBN and so is cited as a book.
    #[serde(default)]
    pub isbn: bool,
    /// Kind and number, such as "White Paper, Cm 7656".
    pub number: Option<String>,
    /// The publisher, where it is not the organisation.
    pub publisher: Option<String>,
    /// When it was published.
    pub date: Option<PartialDate>,
    /// Where it is.
    pub url: Option<Url>,
    /// When it was read there.
    pub accessed: Option<PartialDate>,
}

/// An article in a newspaper.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Press {
    /// Who wrote it.
    #[serde(default)]
    pub authors: Vec<Person>,
    /// An agency, or "Editorial", printed where no person is named.
    pub organisation: Option<String>,
    /// The headline.
    pub title: String,
    /// The newspaper.
    pub work: String,
    /// The city, as the 4th edition wants and the 5th does not.
    pub place: Option<String>,
    /// When it was published.
    pub date: PartialDate,
    /// The page, with the section before it if there is one.
    pub page: Option<String>,
    /// Where it is.
    pub url: Option<Url>,
    /// When it was read there.
    pub accessed: Option<PartialDate>,
}

/// A press release.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PressRelease {
    /// Who issued it.
    pub organisation: String,
    /// The title.
    pub title: String,
    /// Its number.
    pub number: Option<String>,
    /// When it was issued.
    pub date: PartialDate,
    /// Where it is.
    pub url: Option<Url>,
    /// When it was read there.
    pub accessed: Option<PartialDate>,
}

/// An article in a journal.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Journal {
    /// Who wrote it.
    #[serde(default)]
    pub authors: Vec<Person>,
    /// An organisation, printed where no person is named.
    pub organisation: Option<String>,
    /// The title.
    pub title: String,
    /// The journal, whole or abbreviated.
    pub journal: String,
    /// The year: in square brackets where the journal has no volumes.
    pub year: PartialDate,
    /// The volume.
    pub volume: Option<String>,
    /// The issue, needed only where pages begin anew in each.
    pub issue: Option<String>,
    /// The first page, or the number of the article.
    pub page: Option<String>,
    /// The digital object identifier, printed as an address where there is no `url`.
    pub doi: Option<String>,
    /// Where it is.
    pub url: Option<Url>,
    /// When it was read there.
    pub accessed: Option<PartialDate>,
}

/// A book.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Book {
    /// Who wrote it.
    #[serde(default)]
    pub authors: Vec<Person>,
    /// Who edited it. They stand at the head where there is no author.
    #[serde(default)]
    pub editors: Vec<Person>,
    /// Who translated it.
    #[serde(default)]
    pub translators: Vec<Person>,
    /// An organisation, printed where no person is named.
    pub organisation: Option<String>,
    /// The title.
    pub title: String,
    /// The edition, if it is not the first.
    pub edition: Option<Edition>,
    /// The publisher.
    pub publisher: String,
    /// The year.
    pub year: PartialDate,
}

/// A chapter in an edited book.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Chapter {
    /// Who wrote the chapter.
    #[serde(default)]
    pub authors: Vec<Person>,
    /// The title of the chapter.
    pub title: String,
    /// Who edited the book.
    pub editors: Vec<Person>,
    /// The title of the book.
    pub book: String,
    /// The edition, if it is not the first.
    pub edition: Option<Edition>,
    /// The publisher.
    pub publisher: String,
    /// The year.
    pub year: PartialDate,
}

/// A thesis.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Thesis {
    /// Who wrote it.
    pub authors: Vec<Person>,
    /// The title.
    pub title: String,
    /// What it is, such as "DPhil thesis".
    pub degree: String,
    /// The university.
    pub university: String,
    /// The year.
    pub year: PartialDate,
    /// Where it is.
    pub url: Option<Url>,
    /// When it was read there.
    pub accessed: Option<PartialDate>,
}

/// A document of the European Commission.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CommissionDocument {
    /// The body, such as "Commission".
    pub organisation: String,
    /// The title.
    pub title: String,
    /// What it is, such as "Communication", where the title does not say.
    pub document: Option<String>,
    /// The COM number, such as "COM (2020) 607 final". It is the short form.
    pub number: String,
}

/// An edition: a number, or a word such as "rev".
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(untagged, expecting = "write an edition as a number, or as a word such as \"rev\"")]
pub enum Edition {
    /// The second edition is `2`.
    Number(u16),
    /// A word, without the language's word for "edition".
    Word(String),
}
