//! `suoja service`.

use std::num::NonZeroU32;
use std::path::PathBuf;

use clap::{Args, Subcommand};
use door_matching::Scopes;

use super::ConfigArgs;

/// What to do for the doors for machines.
#[derive(Subcommand)]
pub enum ServiceCommand {
    /// Keys with which platforms ask about files
    Key {
        #[command(subcommand)]
        command: KeyCommand,
    },
}

/// What to do with keys.
#[derive(Subcommand)]
pub enum KeyCommand {
    /// Make a key and let it in
    #[command(after_help = "Example:\n  \
        suoja service key new --name platform-one --scope match,hash --per-minute 60000 \\\n      \
        --to platform-one.key\n\n\
        The key goes to the new file, for whoever asks with it. Its hash goes to the file of keys\n\
        that [matching] names; remove that line to revoke it. Scopes: match, hash, detail (hash and\n\
        distance, audited), metrics, compat (clients of HMA).")]
    New(NewKeyArgs),
}

#[derive(Args)]
pub struct NewKeyArgs {
    #[command(flatten)]
    pub config: ConfigArgs,
    /// The file of keys, instead of what the configuration says
    #[arg(long, value_name = "FILE")]
    pub keys: Option<PathBuf>,
    /// Who will hold it: a-z, 0-9, hyphen, underscore and dot
    #[arg(long, value_name = "NAME")]
    pub name: String,
    /// What it may do, with commas
    #[arg(long, value_name = "SCOPES", value_parser = scopes)]
    pub scope: Scopes,
    /// Questions that it may ask in a minute
    #[arg(long, value_name = "N")]
    pub per_minute: NonZeroU32,
    /// The new file for the key
    #[arg(long, value_name = "FILE")]
    pub to: PathBuf,
}

fn scopes(text: &str) -> Result<Scopes, String> {
    let known = "there are match, hash, detail, metrics and compat";
    text.parse().map_err(|word| format!("`{word}` is no scope; {known}"))
}
