//! `suoja notice` on the command line: who is told, in what form, and the facts of the case.

use std::path::PathBuf;

use clap::{ArgAction, Args, ValueEnum};
use exchange::{Classification, Media, Role};
use jiff::Timestamp;
use locale::LanguageTag;

/// What is to be written, from what.
#[derive(Args)]
pub struct NoticeArgs {
    /// What `suoja match` or `suoja scan --format jsonl` printed; - for standard input
    #[arg(long = "match", value_name = "FILE", default_value = "-")]
    pub answers: PathBuf,
    /// The file it is about, as printed there; needed where the answers are about several
    #[arg(long, value_name = "PATH")]
    pub path: Option<String>,
    /// What `suoja hash --format json` printed of the file: its own hashes go into the notice
    #[arg(long, value_name = "FILE")]
    pub hashes: PathBuf,
    /// Who reports, to whom, on which legal basis
    #[arg(long, value_name = "FILE", default_value = "notice.toml")]
    pub settings: PathBuf,
    /// What to write (may be repeated)
    #[arg(long = "kind", value_enum, value_name = "KIND", required = true)]
    pub kinds: Vec<KindOfDraft>,
    /// To whom a letter goes (may be repeated)
    #[arg(long, value_enum, value_name = "ROLE", required_if_eq("kinds", "letter"))]
    pub to: Vec<RoleName>,
    /// Language of the letters, en or fr (may be repeated); as the settings say if not given
    #[arg(long = "language", value_name = "TAG", value_parser = LanguageTag::parse)]
    pub languages: Vec<LanguageTag>,
    /// Folder of notices; each gets a new folder in it
    #[arg(long, value_name = "DIR", default_value = "notices")]
    pub out: PathBuf,
    /// Country whose reporting lines are named (ISO 3166-1)
    #[arg(long, value_name = "CODE")]
    pub country: Option<String>,
    /// The file of helplines, of which the reporting lines are taken
    #[arg(long, value_name = "FILE", default_value = "content/helplines/helplines.toml")]
    pub helplines: PathBuf,
    #[command(flatten)]
    pub case: CaseArgs,
}

/// The facts of a case. What is not said is not claimed.
#[derive(Args)]
pub struct CaseArgs {
    /// When the file was found by its hash, such as 2026-11-28T06:05:00Z
    #[arg(long, value_name = "TIME")]
    pub seen: Timestamp,
    /// A file whose only line is the address on the web at which the file was found
    #[arg(long, value_name = "FILE", conflicts_with = "url")]
    pub url_file: Option<PathBuf>,
    /// That address itself. Others on this machine may see it, and the shell may keep it
    #[arg(long, value_name = "URL")]
    pub url: Option<String>,
    /// The IP address or name of the machine that gave the file out
    #[arg(long, value_name = "ADDRESS")]
    pub source_address: Option<String>,
    /// Whether anyone could open it
    #[arg(long, value_name = "BOOL", action = ArgAction::Set)]
    pub public: Option<bool>,
    /// The name under which the file was uploaded
    #[arg(long, value_name = "NAME")]
    pub file_name: Option<String>,
    /// What the file is, where its hashes do not show that it is a picture
    #[arg(long, value_enum)]
    pub media: Option<MediaName>,
    /// A person of your organisation has looked at the whole file
    #[arg(long)]
    pub viewed: bool,
    /// Your organisation has removed the file from its own service
    #[arg(long)]
    pub removed: bool,
    /// The class for X-ARF: baseline, A1, A2, B1 or B2. It is never guessed
    #[arg(long, value_name = "CLASS", required_if_eq("kinds", "xarf"))]
    pub class: Option<Classification>,
}

/// A kind of draft.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, ValueEnum)]
pub enum KindOfDraft {
    /// A plain letter
    Letter,
    /// X-ARF 4, for who takes abuse reports by machine
    Xarf,
    /// NCMEC's CyberTipline: report and particulars of the file
    Cybertip,
}

/// Who receives a letter.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, ValueEnum)]
pub enum RoleName {
    /// Who stores or gives out the file
    Host,
    /// A hotline
    Hotline,
    /// An authority
    Regulator,
}

/// What a file is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum MediaName {
    /// A picture
    Image,
    /// A film
    Video,
}

impl From<RoleName> for Role {
    fn from(name: RoleName) -> Self {
        match name {
            RoleName::Host => Self::Host,
            RoleName::Hotline => Self::Hotline,
            RoleName::Regulator => Self::Regulator,
        }
    }
}

impl From<MediaName> for Media {
    fn from(name: MediaName) -> Self {
        match name {
            MediaName::Image => Self::Image,
            MediaName::Video => Self::Video,
        }
    }
}
