//! A plain letter to a host, a hotline or an authority.

use jiff::Timestamp;
use jiff::tz::TimeZone;
use locale::{Formats, LanguageTag};

use super::check::{check, url};
use super::drafts::Texts;
use super::{Document, Drafts, How, Notice, NoticeError, Role};

impl Drafts {
    /// A letter in plain text. It says in its first lines that it is a draft and who has not read its
    /// wording.
    ///
    /// # Errors
    /// [`NoticeError`]
    pub fn letter(&self, notice: &Notice, tag: &LanguageTag) -> Result<Document, NoticeError> {
        check(notice)?;
        let (texts, read_by_native) = self.texts(tag)?;
        let formats = Formats::new(tag).map_err(|_| NoticeError::Language)?;
        let letter = Letter { notice, texts, formats };
        let mut parts = vec![letter.head(read_by_native)?, letter.found()?, letter.place()?];
        parts.push(letter.hashes()?);
        parts.push(letter.limits()?);
        parts.push(letter.asked()?);
        if let Some(basis) = &notice.legal_basis {
            parts.push(format!("{}\n{basis}", letter.say("basis", &[])?));
        }
        let reporter = &notice.reporter;
        let person = reporter.person.as_ref().map(|(first, last)| format!("{first} {last}\n"));
        parts.push(letter.say("close", &[])?);
        parts.push(format!("{}{}", person.unwrap_or_default(), reporter.organisation));
        let role = match notice.to.role {
            Role::Host => "host",
            Role::Hotline => "hotline",
            Role::Regulator => "regulator",
        };
        let name = format!("notice-{}.letter-{role}.draft.{tag}.txt", notice.id.short());
        Ok(Document { name, text: parts.join("\n\n") + "\n" })
    }
}

struct Letter<'a> {
    notice: &'a Notice,
    texts: Texts<'a>,
    formats: Formats,
}

impl Letter<'_> {
    fn say(&self, id: &'static str, values: &[(&str, &str)]) -> Result<String, NoticeError> {
        self.texts.say(id, values)
    }

    /// That it is a draft; from whom to whom, when, about what.
    fn head(&self, read_by_native: bool) -> Result<String, NoticeError> {
        let (notice, reporter) = (self.notice, &self.notice.reporter);
        let mut lines = vec![self.say("draft", &[])?];
        if !read_by_native {
            lines.push(self.say("draft-language", &[])?);
        }
        lines.push(String::new());
        lines.push(match (&notice.to.name, notice.to.role) {
            (Some(name), _) => self.say("to", &[("name", name)])?,
            (None, Role::Host) => self.say("to-host", &[])?,
            (None, Role::Hotline) => self.say("to-hotline", &[])?,
            (None, Role::Regulator) => self.say("to-regulator", &[])?,
        });
        let from = [("organisation", &*reporter.organisation), ("contact", &*reporter.contact)];
        lines.push(self.say("from", &from)?);
        lines.push(self.say("number", &[("id", &notice.id.to_string())])?);
        lines.push(self.say("written", &[("when", &self.when(notice.written)?)])?);
        lines.push(String::new());
        lines.push(self.say("subject", &[])?);
        Ok(lines.join("\n"))
    }

    /// What was found, by which list.
    fn found(&self) -> Result<String, NoticeError> {
        let found = &self.notice.found;
        let id = if found.how == How::Exact { "found-exact" } else { "found-near" };
        let mut lines = vec![self.say(id, &[("when", &self.when(found.at)?)])?];
        if let Some(list) = &found.list {
            lines.push(self.say("list", &[("list", list)])?);
        }
        if let Some(class) = &found.class {
            lines.push(self.say("class", &[("class", class)])?);
        }
        let organisation = [("organisation", &*self.notice.reporter.organisation)];
        let viewed = if found.viewed { "viewed-yes" } else { "viewed-no" };
        lines.push(String::new());
        lines.push(self.say(viewed, &organisation)?);
        Ok(lines.join("\n"))
    }

    /// Where it was found. The path is one's own and goes to no host.
    fn place(&self) -> Result<String, NoticeError> {
        let mut lines = vec![self.say("where", &[])?];
        let address = url(self.notice)?;
        lines.extend(address.as_ref().map(|own| format!("    {own}")));
        let own = if address.is_none() { self.notice.place.path.as_ref() } else { None };
        lines.extend(own.map(|path| format!("    {path}")));
        Ok(lines.join("\n"))
    }

    fn hashes(&self) -> Result<String, NoticeError> {
        let hashes = self.notice.found.hashes.named();
        let lines = hashes.iter().map(|(name, hash)| format!("\n    {name} {hash}"));
        Ok(self.say("hashes", &[])? + &lines.collect::<String>())
    }

    fn limits(&self) -> Result<String, NoticeError> {
        let no_content = self.say("no-content", &[])?;
        match self.notice.found.removed {
            true => Ok(format!("{}\n{no_content}", self.say("removed", &[])?)),
            false => Ok(no_content),
        }
    }

    fn asked(&self) -> Result<String, NoticeError> {
        let asked: &[&'static str] = match self.notice.to.role {
            Role::Host => {
                &["ask-host-remove", "ask-host-preserve", "ask-host-report", "ask-host-answer"]
            }
            Role::Hotline => &["ask-hotline-assess", "ask-hotline-answer"],
            Role::Regulator => &["ask-regulator-note", "ask-regulator-answer"],
        };
        let mut lines = self.say("ask", &[])?;
        for id in asked {
            lines += &format!("\n  - {}", self.say(id, &[])?);
        }
        Ok(lines)
    }

    fn when(&self, time: Timestamp) -> Result<String, NoticeError> {
        let time = TimeZone::UTC.to_datetime(time);
        let (hour, minute) = (format!("{:02}", time.hour()), format!("{:02}", time.minute()));
        let date = self.formats.date(time.date());
        self.say("when", &[("date", &date), ("hour", &hour), ("minute", &minute)])
    }
}
