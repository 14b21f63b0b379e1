//! A draft for NCMEC's CyberTipline: `<report>` and `<fileDetails>`, in the order of their elements.
//!
//! Source: the public part of the documentation of the CyberTipline Reporting API, and three clients
//! (Nachtalb/ncmec-cybertip, CyberTipline-Tools, ROOST Coop). The schema needs credentials and was not
//! seen: where it differs from this, it decides. Nothing is sent; the numbers `reportId` and `fileId`
//! come from NCMEC's answers and have no place in a draft.
//!
//! `fileViewedByEsp` says that the whole content was viewed by a person: false unless the notice says
//! so. `exifViewedByEsp` is always false, since nothing here shows anyone a file's particulars. No
//! industry classification is given: that is for someone who has looked.

use std::io;

use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesText, Event};

use super::check::{check, url};
use super::{Document, Drafts, Notice, NoticeError};

/// NCMEC's own name for the kind of incident, to the letter; its API takes no other word for it.
const INCIDENT: &str = "Child Pornography (possession, manufacture, and distribution)";
const DRAFT: &str = " DRAFT. Nothing was sent. A person reads it, corrects it and validates it against NCMEC's schema. ";
const NUMBERS: &str = " reportId and fileId come here, in this order, from NCMEC's answers. ";

type Xml = Writer<Vec<u8>>;

impl Drafts {
    /// The draft of `<report>`.
    ///
    /// # Errors
    /// [`NoticeError`]
    pub fn cybertip_report(&self, notice: &Notice) -> Result<Document, NoticeError> {
        check(notice)?;
        let url = url(notice)?;
        let (summary, time) = (self.summary(notice, true)?, self.english("short-time")?);
        let reporter = &notice.reporter;
        let text = document("report", true, |xml| {
            group(xml, "incidentSummary", |xml| {
                leaf(xml, "incidentType", INCIDENT)?;
                leaf(xml, "incidentDateTime", &notice.found.at.to_string())?;
                leaf(xml, "incidentDateTimeDescription", &time)
            })?;
            if let Some(url) = &url {
                group(xml, "internetDetails", |xml| {
                    group(xml, "webPageIncident", |xml| leaf(xml, "url", url.as_str()))
                })?;
            }
            group(xml, "reporter", |xml| {
                group(xml, "reportingPerson", |xml| {
                    if let Some((first, last)) = &reporter.person {
                        leaf(xml, "firstName", first)?;
                        leaf(xml, "lastName", last)?;
                    }
                    leaf(xml, "email", &reporter.contact)
                })
            })?;
            leaf(xml, "additionalInfo", &summary)
        })?;
        Ok(Document {
            name: format!("notice-{}.cybertip-report.draft.xml", notice.id.short()),
            text,
        })
    }

    /// The draft of `<fileDetails>`.
    ///
    /// # Errors
    /// [`NoticeError`]
    pub fn cybertip_file(&self, notice: &Notice) -> Result<Document, NoticeError> {
        check(notice)?;
        let (found, url) = (&notice.found, url(notice)?);
        let summary = self.summary(notice, false)?;
        let text = document("fileDetails", false, |xml| {
            xml.write_event(Event::Comment(BytesText::from_escaped(NUMBERS)))?;
            if let Some(name) = &found.file_name {
                leaf(xml, "originalFileName", name)?;
            }
            if let Some(url) = &url {
                leaf(xml, "locationOfFile", url.as_str())?;
            }
            leaf(xml, "fileViewedByEsp", truth(found.viewed))?;
            leaf(xml, "exifViewedByEsp", truth(false))?;
            if let Some(public) = notice.place.public {
                leaf(xml, "publiclyAvailable", truth(public))?;
            }
            leaf(xml, "fileRelevance", "Reported")?;
            for (kind, hash) in found.hashes.named() {
                let element = xml.create_element("originalFileHash");
                element
                    .with_attribute(("hashType", kind))
                    .write_text_content(BytesText::new(&hash))?;
            }
            leaf(xml, "additionalInfo", &summary)
        })?;
        Ok(Document { name: format!("notice-{}.cybertip-file.draft.xml", notice.id.short()), text })
    }
}

fn document(
    root: &str,
    schema: bool,
    content: impl FnOnce(&mut Xml) -> io::Result<()>,
) -> Result<String, NoticeError> {
    let mut xml = Writer::new_with_indent(Vec::new(), b' ', 2);
    let written = whole(&mut xml, root, schema, content);
    written.map_err(|_| NoticeError::Write)?;
    let text = String::from_utf8(xml.into_inner()).map_err(|_| NoticeError::Write)?;
    Ok(text + "\n")
}

fn whole(
    xml: &mut Xml,
    root: &str,
    schema: bool,
    content: impl FnOnce(&mut Xml) -> io::Result<()>,
) -> io::Result<()> {
    xml.write_event(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), None)))?;
    xml.write_event(Event::Comment(BytesText::from_escaped(DRAFT)))?;
    let mut element = xml.create_element(root);
    if schema {
        element = element.with_attributes([
            ("xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance"),
            ("xsi:noNamespaceSchemaLocation", "https://report.cybertip.org/ispws/xsd"),
        ]);
    }
    element.write_inner_content(content)?;
    Ok(())
}

fn group(
    xml: &mut Xml,
    name: &str,
    content: impl FnOnce(&mut Xml) -> io::Result<()>,
) -> io::Result<()> {
    xml.create_element(name).write_inner_content(content)?;
    Ok(())
}

fn leaf(xml: &mut Xml, name: &str, text: &str) -> io::Result<()> {
    xml.create_element(name).write_text_content(BytesText::new(text))?;
    Ok(())
}

fn truth(own: bool) -> &'static str {
    if own { "true" } else { "false" }
}
