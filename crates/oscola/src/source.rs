//! Sources: what is cited, field by field. What a source must have is in its type.

mod law;
mod works;

use serde::Deserialize;

pub use law::{CaseCjeu, CaseEcthr, CaseUk, EuAct, Hansard, Statute, Treaty};
pub use works::{
    Book, Chapter, CommissionDocument, Edition, Journal, Press, PressRelease, Report, Thesis,
    WebPage,
};

pub use crate::person::Parts;
use crate::person::Person;
use crate::{PartialDate, Url};

/// A source, by its kind.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Source {
    /// A page of a website or an entry of a blog (3.4.8).
    WebPage(WebPage),
    /// A report, policy document or command paper (3.1, 3.4.3, 3.4.4).
    Report(Report),
    /// An article in a newspaper (3.3.6).
    Press(Press),
    /// A press release (general principles, 3.1).
    PressRelease(PressRelease),
    /// An article in a journal (3.3).
    Journal(Journal),
    /// A book, written or edited (3.2).
    Book(Book),
    /// A chapter in an edited book (3.2.3).
    Chapter(Chapter),
    /// A thesis (3.4.7).
    Thesis(Thesis),
    /// A document of the European Commission with a COM number (3.4.5).
    CommissionDocument(CommissionDocument),
    /// A case of a court of the United Kingdom (2.1 to 2.3).
    CaseUk(CaseUk),
    /// A case of the European Court of Human Rights (2.7).
    CaseEcthr(CaseEcthr),
    /// A case of the Court of Justice of the European Union (2.6.2).
    CaseCjeu(CaseCjeu),
    /// A treaty, regulation, directive or decision of the European Union (2.6.1).
    EuAct(EuAct),
    /// A treaty between states (2006 edition, part IV).
    Treaty(Treaty),
    /// An act of a parliament, or an order under one (2.4, 2.5, 2.8).
    Statute(Statute),
    /// A debate in the Westminster Parliament (3.4.2).
    Hansard(Hansard),
}

/// Who stands at the head of a citation, and in its short form.
pub(crate) enum Head<'a> {
    People(&'a [Person]),
    Editors(&'a [Person]),
    Organisation(&'a str),
    Nobody,
}

impl Source {
    /// The title or the name, as far as it has one.
    pub(crate) fn title(&self) -> Option<&str> {
        match self {
            Self::WebPage(it) => Some(&it.title),
            Self::Report(it) => Some(&it.title),
            Self::Press(it) => Some(&it.title),
            Self::PressRelease(it) => Some(&it.title),
            Self::Journal(it) => Some(&it.title),
            Self::Book(it) => Some(&it.title),
            Self::Chapter(it) => Some(&it.title),
            Self::Thesis(it) => Some(&it.title),
            Self::CommissionDocument(it) => Some(&it.title),
            Self::CaseUk(it) => Some(&it.name),
            Self::CaseEcthr(it) => Some(&it.name),
            Self::CaseCjeu(it) => Some(&it.name),
            Self::EuAct(it) => Some(&it.title),
            Self::Treaty(it) => Some(&it.title),
            Self::Statute(it) => Some(&it.title),
            Self::Hansard(_) => None,
        }
    }

    pub(crate) fn head(&self) -> Head<'_> {
        let of = |authors, organisation| head(authors, &[], organisation);
        match self {
            Self::WebPage(it) => of(&it.authors, it.organisation.as_deref()),
            Self::Report(it) => of(&it.authors, it.organisation.as_deref()),
            Self::Press(it) => of(&it.authors, it.organisation.as_deref()),
            Self::PressRelease(it) => Head::Organisation(&it.organisation),
            Self::Journal(it) => of(&it.authors, it.organisation.as_deref()),
            Self::Book(it) => head(&it.authors, &it.editors, it.organisation.as_deref()),
            Self::Chapter(it) => of(&it.authors, None),
            Self::Thesis(it) => of(&it.authors, None),
            _ => Head::Nobody,
        }
    }

    /// The web address and the day on which it was read.
    pub(crate) fn online(&self) -> (Option<&Url>, Option<PartialDate>) {
        match self {
            Self::WebPage(it) => (Some(&it.url), Some(it.accessed)),
            Self::Report(it) => (it.url.as_ref(), it.accessed),
            Self::Press(it) => (it.url.as_ref(), it.accessed),
            Self::PressRelease(it) => (it.url.as_ref(), it.accessed),
            Self::Journal(it) => (it.url.as_ref(), it.accessed),
            Self::Thesis(it) => (it.url.as_ref(), it.accessed),
            _ => (None, None),
        }
    }

    /// Whether its short form is introduced in brackets, as a name of its own (1.2.1).
    pub(crate) const fn is_instrument(&self) -> bool {
        matches!(self, Self::EuAct(_) | Self::Treaty(_) | Self::Statute(_))
    }

    pub(crate) fn is_by_organisation(&self) -> bool {
        matches!(self.head(), Head::Organisation(_))
    }

    /// Whether the title of this work is in italics.
    pub(crate) const fn is_italic(&self) -> bool {
        match self {
            Self::Book(_) => true,
            Self::Report(it) => it.isbn,
            _ => false,
        }
    }

    /// What this source lacks to be found, where its type cannot say so.
    pub(crate) fn lacks(&self) -> Option<&'static str> {
        let found = match self {
            Self::CaseUk(it) => {
                it.neutral.is_some()
                    || it.report.is_some()
                    || (it.court.is_some() && it.date.is_some())
            }
            Self::CaseEcthr(it) => {
                it.report.is_some() || (!it.applications.is_empty() && it.date.is_some())
            }
            Self::CaseCjeu(it) => {
                !it.numbers.is_empty()
                    && (it.ecli.is_some()
                        || it.report.is_some()
                        || (it.court.is_some() && it.date.is_some()))
            }
            Self::Treaty(it) => it.adopted.is_some() || it.opened.is_some(),
            Self::Chapter(it) => !it.editors.is_empty(),
            _ => true,
        };
        match self {
            _ if found => None,
            Self::CaseUk(_) => Some("`neutral`, `report`, or `court` and `date`"),
            Self::CaseEcthr(_) => Some("`report`, or `applications` and `date`"),
            Self::CaseCjeu(_) => Some("`numbers`, and `ecli`, `report`, or `court` and `date`"),
            Self::Treaty(_) => Some("`adopted` or `opened`"),
            _ => Some("`editors`"),
        }
    }
}

fn head<'a>(
    authors: &'a [Person],
    editors: &'a [Person],
    organisation: Option<&'a str>,
) -> Head<'a> {
    match organisation {
        _ if !authors.is_empty() => Head::People(authors),
        _ if !editors.is_empty() => Head::Editors(editors),
        Some(organisation) => Head::Organisation(organisation),
        None => Head::Nobody,
    }
}
