//! `suoja programme …` on the command line.

use std::path::PathBuf;

use clap::Subcommand;

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
}
