//! Lists of known hashes, and what is compared with them.

use std::path::PathBuf;

use clap::{Args, Subcommand, ValueEnum};
use exchange::{Columns, HashKind};
use matching::{Kind, Verdict};

use super::DecodingArgs;

/// Where lists are.
#[derive(Args)]
pub struct ListsArgs {
    /// The folder of all lists
    #[arg(long, value_name = "DIR", default_value = "lists")]
    pub lists: PathBuf,
}

#[derive(Subcommand)]
pub enum ListCommand {
    /// Make a list with its policy, which you then edit
    #[command(after_help = "Example:\n  \
        suoja list new hotline --title \"Hotline, weekly\" --source \"The hotline\" --class csam")]
    New(NewListArgs),
    /// Take the rows of a file over: all of them count, or none
    #[command(after_help = "Examples:\n  \
        suoja list import hotline hashes.txt\n  \
        suoja list import hotline table.csv --columns header=yes,sha1=Hash,entry=Id,class=Severity\n\n\
        Killed, it goes on where it was when the same file is given again.")]
    Import {
        #[command(flatten)]
        list: NamedArgs,
        #[command(flatten)]
        file: FileArgs,
    },
    /// Say what importing a file would change, and change nothing
    Diff {
        #[command(flatten)]
        list: NamedArgs,
        #[command(flatten)]
        file: FileArgs,
    },
    /// Take rows off a list
    #[command(after_help = "Examples:\n  \
        suoja list withdraw hotline gone.txt          the hashes of a file\n  \
        suoja list withdraw hotline -                 from standard input\n  \
        suoja list withdraw hotline --entry 17 --member 42\n  \
        suoja list withdraw hotline --import 3        everything that import 3 brought")]
    Withdraw(WithdrawArgs),
    /// Write all rows that count to a new file
    Export {
        #[command(flatten)]
        list: NamedArgs,
        /// The new file, for the owner alone
        #[arg(long, value_name = "FILE")]
        to: PathBuf,
        /// How to write it
        #[arg(long, value_enum, default_value_t = ExportFormat::Csv)]
        format: ExportFormat,
    },
    /// Show what lists hold, in numbers
    Show {
        #[command(flatten)]
        lists: ListsArgs,
        /// One list; all in short if none is given
        name: Option<String>,
        /// Print the hashes too. They are a secret of who gave the list
        #[arg(long, requires = "name")]
        hashes: bool,
    },
    /// Read every file of a list again and compare checksums and counts
    Check {
        #[command(flatten)]
        list: NamedArgs,
    },
    /// Note what a person says of a row after looking: a denied one no longer counts
    #[command(after_help = "Example:\n  \
        suoja list feedback hotline 1234 denied --by \"A. Example, reviewer\"")]
    Feedback {
        #[command(flatten)]
        list: NamedArgs,
        /// The row, as an answer names it
        row: i64,
        /// What they say
        #[arg(value_enum)]
        verdict: VerdictName,
        /// Who says so: a name or a role
        #[arg(long, value_name = "WHO")]
        by: String,
    },
    /// Let a hash that was set aside count as before
    Release {
        #[command(flatten)]
        list: NamedArgs,
        /// A row that has it, as an answer names it
        row: i64,
    },
}

#[derive(Args)]
pub struct NamedArgs {
    #[command(flatten)]
    pub lists: ListsArgs,
    /// The list: a-z, 0-9 and hyphens
    pub name: String,
}

#[derive(Args)]
pub struct NewListArgs {
    #[command(flatten)]
    pub list: NamedArgs,
    /// What it is called among people
    #[arg(long)]
    pub title: String,
    /// Who gives it
    #[arg(long)]
    pub source: String,
    /// What is on it, in your words: csam, ncii, test
    #[arg(long)]
    pub class: String,
    /// Whether it matches, or keeps others from matching
    #[arg(long, value_enum, default_value_t = KindName::Match)]
    pub kind: KindName,
}

#[derive(Args)]
pub struct FileArgs {
    /// The file; - for standard input
    pub file: PathBuf,
    #[command(flatten)]
    pub reading: ReadingArgs,
    /// Take over the rows that are well-formed although others are not
    #[arg(long)]
    pub skip_malformed: bool,
}

/// How a file of rows is read.
#[derive(Args)]
pub struct ReadingArgs {
    /// Its format; told by its first bytes if not given
    #[arg(long, value_parser = clap::value_parser!(exchange::Format), value_name = "FORMAT")]
    pub format: Option<exchange::Format>,
    /// Which column of a table holds what, such as header=yes,sha1=Hash,entry=Id
    #[arg(long, value_name = "MAPPING")]
    pub columns: Option<Columns>,
    /// The kind of every hash, where the file does not say: pdq, md5, sha1, sha256 …
    #[arg(long, value_name = "KIND")]
    pub hash_kind: Option<HashKind>,
}

#[derive(Args)]
pub struct WithdrawArgs {
    #[command(flatten)]
    pub list: NamedArgs,
    /// A file of hashes to take off; - for standard input
    #[arg(required_unless_present_any = ["entry", "import"], conflicts_with_all = ["entry", "import"])]
    pub file: Option<PathBuf>,
    #[command(flatten)]
    pub reading: ReadingArgs,
    /// Take off what well-formed rows name although others are malformed
    #[arg(long)]
    pub skip_malformed: bool,
    /// An entry, by its source's own number
    #[arg(long, conflicts_with = "import")]
    pub entry: Option<String>,
    /// Who gave that entry, by the source's own number or name
    #[arg(long, requires = "entry")]
    pub member: Option<String>,
    /// An import, by its number
    #[arg(long, value_name = "NUMBER")]
    pub import: Option<i64>,
}

/// How a list is written.
#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum ExportFormat {
    /// A table with all that is known of each row
    Csv,
    /// One `kind hash` a line
    Flat,
}

/// What a list is for.
#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum KindName {
    /// What is on it is a match
    Match,
    /// What is on it is none, whatever other lists say
    Never,
}

/// What a person says of a row.
#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum VerdictName {
    /// It is what the list says
    Confirmed,
    /// It is not
    Denied,
}

impl From<KindName> for Kind {
    fn from(name: KindName) -> Self {
        match name {
            KindName::Match => Self::Match,
            KindName::Never => Self::Never,
        }
    }
}

impl From<VerdictName> for Verdict {
    fn from(name: VerdictName) -> Self {
        match name {
            VerdictName::Confirmed => Self::Confirmed,
            VerdictName::Denied => Self::Denied,
        }
    }
}

/// Which lists are asked, and what is told of their answers.
#[derive(Args)]
pub struct AskArgs {
    #[command(flatten)]
    pub lists: ListsArgs,
    /// Where the files come from, in the words of the policies
    #[arg(long, value_name = "NAME")]
    pub surface: Option<String>,
    /// For whom, in the words of the policies
    #[arg(long, value_name = "NAME")]
    pub region: Option<String>,
    /// Tell the listed hash, its distance and its row too. They are a secret of who gave the list
    #[arg(long)]
    pub details: bool,
    #[command(flatten)]
    pub decoding: DecodingArgs,
    /// Ask for pictures as they are only, not turned or mirrored
    #[arg(long)]
    pub as_stored: bool,
}

#[derive(Args)]
pub struct MatchArgs {
    #[command(flatten)]
    pub ask: AskArgs,
    /// Files; none or - : hashes from standard input, as `kind hash` or as `suoja hash` writes them
    pub files: Vec<PathBuf>,
}

#[derive(Args)]
pub struct ScanArgs {
    #[command(flatten)]
    pub ask: AskArgs,
    /// Folders, files, and archives (zip, tar, tar.gz), which are looked into
    #[arg(required = true)]
    pub paths: Vec<PathBuf>,
    /// How to print results
    #[arg(long, value_enum, default_value_t = ScanFormat::Table)]
    pub format: ScanFormat,
    /// Print files without a match too (jsonl and csv)
    #[arg(long)]
    pub all: bool,
    /// Note what is done in this file, and go on from there when it is given again
    #[arg(long, value_name = "FILE")]
    pub journal: Option<PathBuf>,
    /// Files that are no pictures are nothing to worry about, even where no list could compare them
    #[arg(long)]
    pub allow_other_files: bool,
}

/// How results of a scan are printed.
#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum ScanFormat {
    /// For reading: what matched, what was not compared, how many of each
    Table,
    /// One object a line
    Jsonl,
    /// One row a result
    Csv,
}
