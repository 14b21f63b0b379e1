//! What can be asked for on the command line.

use std::net::SocketAddr;
use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};
use findings::Group;
use locale::LanguageTag;
use web::Address;

mod hash;
mod matching;
mod notice;
mod programme;
mod service;
mod warning;

pub use hash::{DecodingArgs, HashArgs, PdqMode};
pub use matching::{
    AskArgs, ExportFormat, FileArgs, ListCommand, MatchArgs, NamedArgs, NewListArgs, ReadingArgs,
    ScanArgs, ScanFormat, WithdrawArgs,
};
pub use notice::{CaseArgs, KindOfDraft, NoticeArgs, RoleName};
#[cfg(feature = "pdf")]
pub use programme::EditionArgs;
pub use programme::ProgrammeCommand;
pub use service::{KeyCommand, NewKeyArgs, ServiceCommand};
pub use warning::{KitArgs, PartnerArgs, PowerArgs, ResultsArgs, ResultsFormat, WarningCommand};

/// Suoja: prevention, evidence, removal and support against online child sexual abuse.
#[derive(Parser)]
#[command(version, arg_required_else_help = true, max_term_width = 100)]
#[command(after_help = "Examples:\n  \
    suoja demo                     try everything with simulated answers\n  \
    suoja serve                    open the public door as suoja.toml says\n  \
    suoja open                     open sealed answers on the researchers' machine\n  \
    suoja findings --group language=fr")]
pub struct Cli {
    #[command(subcommand)]
    pub command: Command,
}

/// What to do.
#[derive(Subcommand)]
pub enum Command {
    /// Seal, open and analyse simulated answers, then serve the survey
    #[command(after_help = "Examples:\n  \
        suoja demo                     into ./simulated-demo, then serve on 127.0.0.1:8080\n  \
        suoja demo --once --dir D      write D/findings.json and D/statement, and stop;\n                                 \
        the same bytes every time\n\n\
        Everything in it is simulated; the organisation is invented.")]
    Demo(DemoArgs),
    /// Open a door
    #[command(after_help = "Examples:\n  \
        suoja serve --config /etc/suoja/suoja.toml\n  \
        suoja serve --door support --listen unix:/run/suoja/support.sock\n\n\
        Each door is a process of its own: reach (survey and help), support (for those who were \
        harmed), service (for search engines), matching (for platforms that ask about files).")]
    Serve(ServeArgs),
    /// Make, renew and retire the keys of a study
    Keys {
        #[command(subcommand)]
        command: KeysCommand,
    },
    /// Write a copy of the sealed answers for the researchers
    #[command(after_help = "Example:\n  \
        suoja collect --to answers-2026-W48.sqlite\n\n\
        The copy lies in the order of random ids and holds nothing that the server could read.\n\
        Not more often than once a week: two copies show which parts came between them.")]
    Collect {
        #[command(flatten)]
        config: ConfigArgs,
        /// The new file
        #[arg(long, value_name = "FILE")]
        to: PathBuf,
    },
    /// Open sealed answers with the researchers' keys
    #[command(after_help = "Examples:\n  \
        suoja open\n  \
        suoja open --identity researcher/keys/marie.key --store answers-2026-W48.sqlite")]
    Open(OpenArgs),
    /// Compare one language group with the rest
    #[command(after_help = "Examples:\n  \
        suoja findings --group language=fr                     safe to show\n  \
        suoja findings --group language=fr --exact             for the desk\n  \
        suoja findings --group language=fr --sample strict --format csv")]
    Findings(FindingsArgs),
    /// The self-help programme: check its texts, stamp translations, write the editions to take along
    Programme {
        #[command(subcommand)]
        command: ProgrammeCommand,
    },
    /// Messages for people who search: lists, kits, experiments
    Warning {
        #[command(subcommand)]
        command: WarningCommand,
    },
    /// Keys with which platforms ask about files
    Service {
        #[command(subcommand)]
        command: ServiceCommand,
    },
    /// Lists of hashes of known abuse material, and their policies
    List {
        #[command(subcommand)]
        command: ListCommand,
    },
    /// Say whether files or hashes are on a list
    #[command(after_help = "Examples:\n  \
        suoja match upload.jpg\n  \
        suoja hash --format json *.jpg | suoja match\n  \
        echo \"md5 9e107d9d372bb6826bd81d3542a419d6\" | suoja match -\n\n\
        One JSON object a line. Status: 0 nothing matched, 1 something matched, 2 nothing matched and not \
        everything was answered, or something went wrong.")]
    Match(MatchArgs),
    /// Look through folders and archives for files that are on a list
    #[command(after_help = "Examples:\n  \
        suoja scan /srv/uploads\n  \
        suoja scan --format jsonl --journal scan.journal /srv/uploads > results.jsonl\n\n\
        Status: 0 nothing matched, 1 something matched, 2 nothing matched and not everything could be \
        read, decoded or compared, or something went wrong. No picture is printed, copied or sent.")]
    Scan(ScanArgs),
    /// Draft notices from a match: for a host, a hotline or an authority, as files
    #[command(after_help = "Examples:\n  \
        suoja hash --format json a.jpg | tee hashes.json | suoja match > match.json\n  \
        suoja notice --match match.json --hashes hashes.json --seen 2026-11-28T06:05:00Z \\\n    \
        --url-file address.txt --kind letter --to host --language fr\n  \
        suoja notice --match match.json --hashes hashes.json --seen 2026-11-28T06:05:00Z \\\n    \
        --url-file address.txt --kind xarf --kind cybertip --class baseline\n\n\
        Nothing is sent. The drafts claim no more than is said: that a person has looked at the file \
        only with --viewed. docs/notices.md says what each draft is.")]
    Notice(Box<NoticeArgs>),
    /// Check, stamp and publish survey texts
    Instrument {
        #[command(subcommand)]
        command: InstrumentCommand,
    },
    /// Write, build and publish statements whose every number recomputes
    Statement {
        #[command(subcommand)]
        command: StatementCommand,
    },
    /// Look after the helplines
    Directory {
        #[command(subcommand)]
        command: DirectoryCommand,
    },
    /// Settings for tor
    Tor {
        #[command(subcommand)]
        command: TorCommand,
    },
    /// Look at the configuration
    Config {
        #[command(subcommand)]
        command: ConfigCommand,
    },
    /// Say what is wrong with this machine before it hurts
    #[command(after_help = "Examples:\n  \
        suoja doctor\n  \
        suoja doctor --proxy-config /etc/nginx/nginx.conf")]
    Doctor {
        #[command(flatten)]
        config: ConfigArgs,
        /// Settings of a proxy in front, to be searched for access logs (may be repeated)
        #[arg(long, value_name = "FILE")]
        proxy_config: Vec<PathBuf>,
    },
    /// Give the digests and the PDQ fingerprints of files
    #[command(after_help = "Examples:\n  \
        suoja hash --format json *.jpg\n  \
        find . -type f -print0 | suoja hash --format json -0\n\n\
        One line a file, in the order in which they are given. Files are decoded in worker\n\
        processes that can open nothing and reach nothing. Ends with status 1 if something had\n\
        no fingerprint; its line says why.")]
    Hash(HashArgs),
    /// Decode files for the program that started this
    #[command(hide = true)]
    HashWorker,
    /// Where the numbers of the demonstration come from
    Simulation {
        #[command(subcommand)]
        command: SimulationCommand,
    },
}

#[derive(Args)]
pub struct ConfigArgs {
    /// The configuration
    #[arg(long, value_name = "FILE", default_value = "suoja.toml")]
    pub config: PathBuf,
}

#[derive(Args)]
pub struct DemoArgs {
    /// Where to make the demonstration
    #[arg(long, value_name = "DIR", default_value = "simulated-demo")]
    pub dir: PathBuf,
    /// Write findings.json and the statement, and stop
    #[arg(long)]
    pub once: bool,
    /// Where to serve the survey
    #[arg(long, value_name = "ADDRESS", default_value = "127.0.0.1:8080")]
    pub listen: Address,
}

#[derive(Args)]
pub struct ServeArgs {
    #[command(flatten)]
    pub config: ConfigArgs,
    /// Which door, where the configuration has several
    #[arg(long, value_name = "DOOR")]
    pub door: Option<DoorName>,
    /// Where to listen, instead of what the configuration says
    #[arg(long, value_name = "ADDRESS")]
    pub listen: Option<Address>,
}

/// A door of the house.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum DoorName {
    /// Survey and help, for the public
    Reach,
    /// For those who were harmed
    Support,
    /// For search engines
    Service,
    /// For platforms that ask about files
    Matching,
}

#[derive(Subcommand)]
pub enum KeysCommand {
    /// Make a first key set for a study
    #[command(after_help = "Example:\n  \
        suoja keys new --study pilot --for marie --for paul --private researcher/keys \
        --public server/keys\n\n\
        One private key a person, each readable with the age program too. Any of them opens \
        everything. Carry the public file to the server and never the private ones.")]
    New(NewKeysArgs),
    /// Make the key set of the next quarter
    Rotate(NewKeysArgs),
    /// Destroy a private key whose answers have been opened
    #[command(after_help = "Example:\n  \
        suoja keys retire --key researcher/keys/pilot-2026-Q3-marie.key --opened researcher\n\n\
        What was sealed to it and has not been opened can then never be opened by it.")]
    Retire {
        /// The private key
        #[arg(long, value_name = "FILE")]
        key: PathBuf,
        /// The folder in which `suoja open` keeps what it opened
        #[arg(long, value_name = "DIR")]
        opened: PathBuf,
        /// Really destroy it
        #[arg(long)]
        yes: bool,
    },
}

#[derive(Args)]
pub struct NewKeysArgs {
    /// The study's id: a-z, 0-9 and hyphens
    #[arg(long)]
    pub study: String,
    /// The quarter, such as 2026-Q4; this one if not given (rotate: the next one)
    #[arg(long)]
    pub quarter: Option<String>,
    /// Who gets a private key (repeat for each person)
    #[arg(long = "for", value_name = "NAME", required = true)]
    pub people: Vec<String>,
    /// Folder for the private keys, on the researchers' machine
    #[arg(long, value_name = "DIR")]
    pub private: PathBuf,
    /// Folder for the public key set, to be carried to the server
    #[arg(long, value_name = "DIR")]
    pub public: PathBuf,
}

#[derive(Args)]
pub struct OpenArgs {
    #[command(flatten)]
    pub config: ConfigArgs,
    /// Private key file; those of the configuration if none is given (may be repeated)
    #[arg(long, value_name = "KEY")]
    pub identity: Vec<PathBuf>,
    /// The store or a copy of it, instead of what the configuration says
    #[arg(long, value_name = "FILE")]
    pub store: Option<PathBuf>,
}

#[derive(Args)]
pub struct FindingsArgs {
    #[command(flatten)]
    pub config: ConfigArgs,
    /// The group to compare with the rest
    #[arg(long, value_name = "GROUP")]
    pub group: Group,
    /// Who is counted
    #[arg(long, default_value = "all")]
    pub sample: String,
    /// Exact numbers, for the desk; never for release
    #[arg(long)]
    pub exact: bool,
    /// How to write it
    #[arg(long, value_enum, default_value_t = Format::Table)]
    pub format: Format,
    /// Language of questions and answers
    #[arg(long, value_name = "TAG", default_value = "en", value_parser = LanguageTag::parse)]
    pub labels: LanguageTag,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Format {
    Table,
    Json,
    Csv,
}

#[derive(Subcommand)]
pub enum InstrumentCommand {
    /// Check instruments, each by itself and all together
    #[command(after_help = "Example:\n  \
        suoja instrument check content/instruments/help-us content/instruments/no-need")]
    Check {
        /// Folders with instrument.toml
        #[arg(required = true)]
        dirs: Vec<PathBuf>,
    },
    /// Say that the translations in a folder fit their source as it is now
    Stamp {
        /// Folder with .ftl files
        dir: PathBuf,
        /// Language of the source
        #[arg(long, default_value = "en", value_parser = LanguageTag::parse)]
        source: LanguageTag,
    },
    /// Write down what the current version is published with
    Publish {
        /// Folder with instrument.toml
        dir: PathBuf,
    },
}

#[derive(Subcommand)]
pub enum StatementCommand {
    /// Begin a statement from the template and the register of published figures
    #[command(after_help = "Example:\n  \
        suoja statement new --language fr --country BE statements/fr-2026\n\n\
        Then write the texts, `suoja statement build --accept` to put in what the claims come \
        to,\nand `suoja statement watch` while you edit.")]
    New {
        /// The language group that the statement is about
        #[arg(long, value_name = "TAG", value_parser = LanguageTag::parse)]
        language: LanguageTag,
        /// Country whose published figures belong to it (ISO 3166-1)
        #[arg(long, value_name = "CODE")]
        country: Option<String>,
        #[command(flatten)]
        config: ConfigArgs,
        /// The new folder
        dir: PathBuf,
    },
    /// Compute every claim, check the texts, write PDF and HTML
    #[command(after_help = "Examples:\n  \
        suoja statement build statements/fr-2026\n  \
        suoja statement build statements/fr-2026 --accept    show what differs and ask\n\n\
        Stops, with file and line, when a claim has no data, is suppressed or comes to something\n\
        else than its file expects. Nothing is written then.")]
    Build(BuildArgs),
    /// Build again whenever a file of the statement changes
    #[command(after_help = "Example:\n  suoja statement watch statements/fr-2026")]
    Watch(BuildArgs),
    /// Say that the translations of a statement fit their source as it is now
    Stamp {
        /// The statement's folder
        dir: PathBuf,
    },
    /// Write a static site of statements, with an Atom feed a language
    #[command(after_help = "Example:\n  \
        suoja statement site --out site --base https://example.org/statements/ statements/*")]
    Site {
        #[command(flatten)]
        config: ConfigArgs,
        /// The folder to write
        #[arg(long, value_name = "DIR")]
        out: PathBuf,
        /// The address at which it will stand, ending in a slash
        #[arg(long, value_name = "URL")]
        base: String,
        /// Folders of statements
        #[arg(required = true)]
        dirs: Vec<PathBuf>,
    },
}

#[derive(Args)]
pub struct BuildArgs {
    #[command(flatten)]
    pub config: ConfigArgs,
    /// Where to write; the statement's folder if not given
    #[arg(long, value_name = "DIR")]
    pub out: Option<PathBuf>,
    /// Show what claims come to and, after a yes, write it into claims.toml
    #[arg(long)]
    pub accept: bool,
    /// Answer yes
    #[arg(long, requires = "accept")]
    pub yes: bool,
    /// The statement's folder
    pub dir: PathBuf,
}

#[derive(Subcommand)]
pub enum DirectoryCommand {
    /// List what is unchecked, old, expired, closed or wrong, and what does not answer
    #[command(after_help = "Examples:\n  \
        suoja directory check                                    looks at the file only\n  \
        suoja directory check --online --tor 127.0.0.1:9050      asks each page both ways\n  \
        suoja directory check --tor 127.0.0.1:9050               asks over Tor and no other way\n\n\
        Ends with status 1 if something is expired, wrong or not reached. That a page answers is\n\
        no check: `verified` needs a person who called or opened the line.")]
    Check(DirectoryArgs),
}

#[derive(Args)]
pub struct DirectoryArgs {
    /// The file of helplines
    #[arg(long, value_name = "FILE", default_value = "content/helplines/helplines.toml")]
    pub file: PathBuf,
    /// Ask each page whether it answers, from this machine
    #[arg(long)]
    pub online: bool,
    /// Ask each page over Tor, at its SOCKS address; names are looked up by Tor, not here
    #[arg(long, value_name = "SOCKS_ADDRESS")]
    pub tor: Option<SocketAddr>,
    /// What was checked, or written, longer ago is old
    #[arg(long, value_name = "DAYS", default_value_t = directory::GOOD_FOR_DAYS)]
    pub older_than: u16,
    /// How to write it
    #[arg(long, value_enum, default_value_t = Listing::Table)]
    pub format: Listing,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Listing {
    Table,
    Json,
}

#[derive(Subcommand)]
pub enum TorCommand {
    /// Print the lines for torrc
    #[command(after_help = "Example:\n  suoja tor config >> /etc/tor/torrc")]
    Config {
        #[command(flatten)]
        config: ConfigArgs,
    },
}

#[derive(Subcommand)]
pub enum ConfigCommand {
    /// Check the configuration and everything it names
    Check {
        #[command(flatten)]
        config: ConfigArgs,
    },
}

#[derive(Subcommand)]
pub enum SimulationCommand {
    /// Print every margin: published, derived or assumed
    Margins,
}
