//! `suoja programme …` on the command line.

use std::path::PathBuf;

#[cfg(feature = "pdf")]
use clap::Args;
use clap::Subcommand;
#[cfg(feature = "pdf")]
use jiff::civil::Date;
#[cfg(feature = "pdf")]
use locale::LanguageTag;

/// What can be done with the self-help programme.
#[derive(Debug, Subcommand)]
pub enum ProgrammeCommand {
    /// Check a programme: parts, translations, exercises, words to avoid, long sentences, reviews
    #[command(after_help = "Example:\n  suoja programme check content/programme\n\n\
        Errors stop `suoja serve`; warnings ask for a person's look.")]
    Check {
        /// The programme's folder
        dir: PathBuf,
    },
    /// Say that the translated modules fit their source as it is now
    #[command(after_help = "Example:\n  suoja programme stamp content/programme\n\n\
        The messages in LANGUAGE.ftl are stamped with `suoja instrument stamp`.")]
    Stamp {
        /// The programme's folder
        dir: PathBuf,
    },
    /// Write the editions to take along: one HTML file and a workbook as PDF in each language
    #[cfg(feature = "pdf")]
    #[command(after_help = "Examples:\n  \
        suoja programme build content/programme --out editions\n  \
        suoja programme build content/programme --out editions --language fr --date 2026-12-01\n\n\
        Writes programme-LANGUAGE.html and workbook-LANGUAGE.pdf. The same files and the same day \
        give the same bytes.")]
    Build(EditionArgs),
}

/// What the editions are made of.
#[cfg(feature = "pdf")]
#[derive(Debug, Args)]
pub struct EditionArgs {
    /// The programme's folder
    pub dir: PathBuf,
    /// The file of helplines that the editions list
    #[arg(long, value_name = "FILE", default_value = "content/helplines/helplines.toml")]
    pub helplines: PathBuf,
    /// The folder to write into
    #[arg(long, value_name = "FOLDER")]
    pub out: PathBuf,
    /// Only this language; otherwise every language that is published
    #[arg(long, value_name = "LANGUAGE", value_parser = LanguageTag::parse)]
    pub language: Option<LanguageTag>,
    /// The day of the edition, which says how far helplines can be relied on; today if left out
    #[arg(long, value_name = "YYYY-MM-DD")]
    pub date: Option<Date>,
    /// Write modules that nobody has reviewed; the editions say so
    #[arg(long)]
    pub allow_unreviewed: bool,
}
