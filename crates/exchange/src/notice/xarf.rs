//! X-ARF, version 4, category `content`, type `csam`: without any content.
//!
//! Source: xarf/xarf-spec, `schemas/v4`, read at commit 37820dac. The specification wants hashes and
//! numbers of reports here and no evidence; PDQ has no field and is left out. Output of
//! this writer was checked by hand against `types/content-csam.json` of that commit with Python's
//! `jsonschema` (formats included); the tests check the same rules without it.

use std::str::FromStr;

use serde::Serialize;
use url::Host;

use super::check::{check, is_domain, url};
use super::{Document, Drafts, Media, Notice, NoticeError, Reporter};

const VERSION: &str = "4.2.0";

/// The classes that X-ARF has for abuse material. A list's class is never taken for one of these unless it
/// has the same name: the operator says which it stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub enum Classification {
    /// Material that is illegal nearly everywhere, without one of the four.
    #[serde(rename = "baseline")]
    Baseline,
    /// A1 of the industry classification.
    A1,
    /// A2 of the industry classification.
    A2,
    /// B1 of the industry classification.
    B1,
    /// B2 of the industry classification.
    B2,
}

/// A text that is none of the five classes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error(
    "X-ARF knows the classes baseline, A1, A2, B1 and B2; say which of them the list's class stands for"
)]
pub struct UnknownClass;

impl FromStr for Classification {
    type Err = UnknownClass;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        match text {
            "baseline" => Ok(Self::Baseline),
            "A1" => Ok(Self::A1),
            "A2" => Ok(Self::A2),
            "B1" => Ok(Self::B1),
            "B2" => Ok(Self::B2),
            _ => Err(UnknownClass),
        }
    }
}

#[derive(Serialize)]
struct Report<'a> {
    xarf_version: &'static str,
    report_id: String,
    timestamp: String,
    reporter: Contact<'a>,
    sender: Contact<'a>,
    source_identifier: String,
    category: &'static str,
    r#type: &'static str,
    url: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    domain: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    verification_method: Option<&'static str>,
    evidence_source: &'static str,
    classification: Classification,
    detection_method: &'static str,
    media_type: &'static str,
    hash_values: Hashes,
    #[serde(skip_serializing_if = "Option::is_none")]
    content_removed: Option<bool>,
    description: String,
}

#[derive(Serialize)]
struct Contact<'a> {
    org: &'a str,
    contact: &'a str,
    domain: &'a str,
}

#[derive(Serialize)]
struct Hashes {
    #[serde(skip_serializing_if = "Option::is_none")]
    md5: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    sha1: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    sha256: Option<String>,
}

impl Drafts {
    /// A report in X-ARF. The path of the file on one's own system does not go into it.
    ///
    /// # Errors
    /// [`NoticeError`]; [`NoticeError::NoUrl`] when the file has no address.
    pub fn xarf(
        &self,
        notice: &Notice,
        classification: Classification,
    ) -> Result<Document, NoticeError> {
        check(notice)?;
        let url = url(notice)?.ok_or(NoticeError::NoUrl)?;
        let host = match url.host() {
            Some(Host::Domain(domain)) => domain.to_owned(),
            Some(Host::Ipv4(address)) => address.to_string(),
            Some(Host::Ipv6(address)) => address.to_string(),
            None => return Err(NoticeError::Url),
        };
        let found = &notice.found;
        let report = Report {
            xarf_version: VERSION,
            report_id: notice.id.to_string(),
            timestamp: found.at.to_string(),
            reporter: Contact::of(&notice.reporter),
            sender: Contact::of(&notice.reporter),
            source_identifier: notice.place.source.clone().unwrap_or_else(|| host.clone()),
            category: "content",
            r#type: "csam",
            url: url.as_str(),
            domain: is_domain(&host).then_some(&host),
            verification_method: found.viewed.then_some("manual"),
            evidence_source: "automated_scan",
            classification,
            detection_method: "hash_match",
            media_type: match found.media {
                Media::Image => "image",
                Media::Video => "video",
            },
            hash_values: Hashes::of(notice),
            content_removed: found.removed.then_some(true),
            description: self.summary(notice, false)?,
        };
        let text = serde_json::to_string_pretty(&report).map_err(|_| NoticeError::Write)?;
        let name = format!("notice-{}.xarf.draft.json", notice.id.short());
        Ok(Document { name, text: text + "\n" })
    }
}

impl<'a> Contact<'a> {
    fn of(reporter: &'a Reporter) -> Self {
        Self { org: &reporter.organisation, contact: &reporter.contact, domain: &reporter.domain }
    }
}

impl Hashes {
    fn of(notice: &Notice) -> Self {
        let named = notice.found.hashes.named();
        let of = |wanted| named.iter().find(|(name, _)| *name == wanted).map(|own| own.1.clone());
        Self { md5: of("MD5"), sha1: of("SHA1"), sha256: of("SHA256") }
    }
}
