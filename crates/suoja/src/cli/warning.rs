//! `suoja warning`.

use std::path::PathBuf;

use clap::{Args, Subcommand, ValueEnum};

/// What to do with messages for people who search.
#[derive(Subcommand)]
pub enum WarningCommand {
    /// Turn a list into keyed hashes; the list itself is not kept
    #[command(after_help = "Example:\n  \
        suoja warning compile list.txt --key list.key --to list.suoja\n\n\
        The list is the operator's own: sections [words], [phrases], [exceptions] and [services], \
        one entry a line. A key is made where there is none. What whoever steals both files can \
        do with them stands in docs/threat-model.md.")]
    Compile {
        /// The list
        list: PathBuf,
        /// The key to compile it under; made when it is not there
        #[arg(long, value_name = "FILE")]
        key: PathBuf,
        /// The compiled list
        #[arg(long, value_name = "FILE")]
        to: PathBuf,
    },
    /// Make the key with which a search engine asks
    #[command(after_help = "Example:\n  suoja warning key --to /etc/suoja/service.key")]
    Key {
        /// The new file
        #[arg(long, value_name = "FILE")]
        to: PathBuf,
    },
    /// Write the messages as a folder of plain pages for a partner who runs nothing of ours
    #[command(after_help = "Example:\n  \
        suoja warning signing-key --private kit.key --public kit.pub\n  \
        suoja warning kit --to kit --channel partner --reach https://help.example \\\n      \
        --back https://search.example/ --sign kit.key")]
    Kit(KitArgs),
    /// Make the pair of keys with which kits are signed
    SigningKey {
        /// The new private key, for the owner alone
        #[arg(long, value_name = "FILE")]
        private: PathBuf,
        /// The new public key, for partners
        #[arg(long, value_name = "FILE")]
        public: PathBuf,
    },
    /// Check the plan of an experiment and print it with its hash
    #[command(after_help = "Example:\n  suoja warning plan content/warning/plans/template.toml")]
    Plan {
        /// The plan
        plan: PathBuf,
    },
    /// Say how large an experiment must be
    #[command(after_help = "Example:\n  \
        suoja warning power --baseline 0.09 --worth-finding 0.11 --arms 9 --shown-a-day 20000")]
    Power(PowerArgs),
    /// Turn what a partner counted who shows a kit into counts of the experiment
    #[command(after_help = "Example:\n  \
        suoja warning partner shown.csv --plan plan.toml --to partner.suoja\n\n\
        The table has the columns day,channel,arm,shown: days of UTC, channels that the plan names \
        as `kits`. Give the new file to `suoja warning results` beside that of the doors.")]
    Partner(PartnerArgs),
    /// Say what an experiment has found, at a planned look
    #[command(after_help = "Example:\n  \
        suoja warning results --plan plan.toml --counts counts.suoja")]
    Results(ResultsArgs),
}

#[derive(Args)]
pub struct KitArgs {
    /// The new folder
    #[arg(long, value_name = "DIR")]
    pub to: PathBuf,
    /// Name of the partner in links: a-z, 0-9 and hyphens
    #[arg(long, value_name = "NAME")]
    pub channel: String,
    /// Origin of the public door
    #[arg(long, value_name = "ORIGIN")]
    pub reach: String,
    /// Origin of the door for those who were harmed
    #[arg(long, value_name = "ORIGIN")]
    pub support: Option<String>,
    /// The partner's own start page
    #[arg(long, value_name = "ADDRESS")]
    pub back: String,
    /// The public door carries the self-help programme: messages lead to it, too
    #[arg(long)]
    pub programme: bool,
    /// The file of helplines that the messages name
    #[arg(long, value_name = "FILE", default_value = "content/helplines/helplines.toml")]
    pub helplines: PathBuf,
    /// The private key to sign it with
    #[arg(long, value_name = "FILE")]
    pub sign: PathBuf,
    /// Write messages that nobody has reviewed; each says so
    #[arg(long)]
    pub allow_unreviewed: bool,
}

#[derive(Args)]
pub struct PowerArgs {
    /// The share expected to click with the neutral message
    #[arg(long, value_name = "SHARE")]
    pub baseline: f64,
    /// The smallest share with another message that is worth finding
    #[arg(long, value_name = "SHARE")]
    pub worth_finding: f64,
    /// Arms, the neutral one among them
    #[arg(long, value_name = "N", default_value_t = 2)]
    pub arms: u32,
    /// The chance of finding it
    #[arg(long, default_value_t = 0.8)]
    pub power: f64,
    /// The chance that any difference is found where none is
    #[arg(long, default_value_t = 0.05)]
    pub alpha: f64,
    /// How much larger the variance is than with independent visitors
    #[arg(long, default_value_t = 1.0)]
    pub design_effect: f64,
    /// Messages expected to be shown in a day, all arms together
    #[arg(long, value_name = "N")]
    pub shown_a_day: u64,
}

#[derive(Args)]
pub struct PartnerArgs {
    /// The partner's table
    pub table: PathBuf,
    /// The plan
    #[arg(long, value_name = "FILE")]
    pub plan: PathBuf,
    /// The new file of counts
    #[arg(long, value_name = "FILE")]
    pub to: PathBuf,
}

#[derive(Args)]
pub struct ResultsArgs {
    /// The plan
    #[arg(long, value_name = "FILE")]
    pub plan: PathBuf,
    /// The files of counts, one for each place that counted
    #[arg(long, value_name = "FILE", required = true)]
    pub counts: Vec<PathBuf>,
    /// How to print it
    #[arg(long, value_enum, default_value_t = ResultsFormat::Table)]
    pub format: ResultsFormat,
}

/// How to print results.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum ResultsFormat {
    /// For reading
    Table,
    /// For programs
    Json,
}
