//! Every draft that was asked for, in memory.

use anyhow::{Context, Result};
use exchange::{Document, Drafts, Notice, NoticeError};
use locale::LanguageTag;

use crate::cli::{KindOfDraft, NoticeArgs, RoleName};

use super::settings::Settings;

/// A draft, and what it is for.
pub struct Draft {
    /// The file.
    pub document: Document,
    /// What it is, and for whom.
    pub what: String,
}

/// What is drafted.
pub struct Drafting<'a> {
    args: &'a NoticeArgs,
    settings: &'a Settings,
    drafts: &'a Drafts,
    kinds: Vec<KindOfDraft>,
    roles: Vec<RoleName>,
    languages: Vec<LanguageTag>,
}

impl<'a> Drafting<'a> {
    /// What was asked for, each once.
    ///
    /// # Errors
    /// When no language is given and there is none to begin with.
    pub fn new(args: &'a NoticeArgs, settings: &'a Settings, drafts: &'a Drafts) -> Result<Self> {
        let mut languages = once(&args.languages);
        if languages.is_empty() {
            languages.push(settings.language.clone().map_or_else(|| LanguageTag::parse("en"), Ok)?);
        }
        let (kinds, roles) = (once(&args.kinds), once(&args.to));
        Ok(Self { args, settings, drafts, kinds, roles, languages })
    }

    /// Drafts everything.
    ///
    /// # Errors
    /// When something of the notice cannot stand in a draft.
    pub fn all(&self, mut notice: Notice) -> Result<Vec<Draft>> {
        let mut all = Vec::new();
        for kind in &self.kinds {
            let drafted = match kind {
                KindOfDraft::Letter => self.letters(&mut notice),
                KindOfDraft::Xarf => self.xarf(&notice),
                KindOfDraft::Cybertip => self.cybertip(&notice),
            };
            all.extend(drafted.map_err(told).context("no notice was written")?);
        }
        Ok(all)
    }

    /// Languages of the letters that no native speaker has read.
    pub fn unread(&self) -> Vec<LanguageTag> {
        let is_letter = self.kinds.contains(&KindOfDraft::Letter);
        let own = self.drafts.languages().filter(|own| self.languages.contains(&own.tag));
        own.filter(|own| is_letter && own.native_speaker.is_none())
            .map(|own| own.tag.clone())
            .collect()
    }

    fn letters(&self, notice: &mut Notice) -> Result<Vec<Draft>, NoticeError> {
        let mut letters = Vec::new();
        for role in &self.roles {
            notice.to = self.settings.recipient(*role);
            let to = match (&notice.to.name, role) {
                (Some(name), _) => name.as_str(),
                (None, RoleName::Host) => "the host, who stores the file or gives it out",
                (None, RoleName::Hotline) => "the hotline",
                (None, RoleName::Regulator) => "the authority",
            };
            let what = format!("letter to {to}");
            for tag in &self.languages {
                let document = self.drafts.letter(notice, tag)?;
                letters
                    .push(Draft { document, what: format!("{what}, in the language \"{tag}\"") });
            }
        }
        Ok(letters)
    }

    fn xarf(&self, notice: &Notice) -> Result<Vec<Draft>, NoticeError> {
        // The command line asks for a class wherever it asks for X-ARF.
        let Some(class) = self.args.case.class else { return Ok(Vec::new()) };
        let what = "X-ARF 4, for the abuse desk of the host or of its network".to_owned();
        Ok(vec![Draft { document: self.drafts.xarf(notice, class)?, what }])
    }

    fn cybertip(&self, notice: &Notice) -> Result<Vec<Draft>, NoticeError> {
        let report =
            "the report for NCMEC's CyberTipline, which takes it from registered providers";
        let file = "the particulars of the file for the same report";
        Ok(vec![
            Draft { document: self.drafts.cybertip_report(notice)?, what: report.to_owned() },
            Draft { document: self.drafts.cybertip_file(notice)?, what: file.to_owned() },
        ])
    }
}

/// Each once, in order.
fn once<T: Clone + Ord>(all: &[T]) -> Vec<T> {
    let mut all = all.to_vec();
    all.sort();
    all.dedup();
    all
}

/// Where what is wrong was said, by the names that the person at the terminal knows.
fn told(error: NoticeError) -> anyhow::Error {
    let field = match error {
        NoticeError::Empty(field) | NoticeError::Long(field, _) | NoticeError::Control(field) => {
            field
        }
        NoticeError::NoUrl | NoticeError::Url => "place.url",
        NoticeError::Future => "at",
        NoticeError::Language => "language",
        NoticeError::NoPlace => "place",
        _ => "",
    };
    let given = match field {
        "place.url" => "it is given by --url-file or --url",
        "place" => "an address is given by --url-file or --url",
        "place.source" => "it is given by --source-address",
        "place.path" => "it is the path in the answer of the lists",
        "file_name" => "it is given by --file-name",
        "at" => "the time is given by --seen",
        "language" => "--language takes en and fr",
        "list" => "it is named under [lists] in the settings",
        "to.name" => "it stands under [to] in the settings",
        "legal_basis" | "reporter.organisation" | "reporter.contact" | "reporter.person" => {
            "it stands in the settings"
        }
        _ => return error.into(),
    };
    anyhow::anyhow!("{error} ({given})")
}
