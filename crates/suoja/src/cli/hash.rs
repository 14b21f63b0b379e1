//! `suoja hash` on the command line, and the limits of everything that decodes.

use std::num::NonZeroUsize;
use std::path::PathBuf;

use clap::{Args, ValueEnum};

use super::Listing;

/// What to hash, and how.
#[derive(Debug, Args)]
pub struct HashArgs {
    /// How to write it
    #[arg(long, value_enum, default_value_t = Listing::Table)]
    pub format: Listing,
    #[command(flatten)]
    pub decoding: DecodingArgs,
    /// Give the fingerprints of the picture turned and mirrored too; JSON in mode full always has them
    #[arg(long)]
    pub orientations: bool,
    /// Read paths from standard input, each ended by a NUL byte
    #[arg(short = '0', long)]
    pub null: bool,
    /// Files; `-` reads paths from standard input, one a line
    #[arg(value_name = "FILE", required_unless_present = "null", conflicts_with = "null")]
    pub files: Vec<PathBuf>,
}

/// How pictures are decoded and hashed. What goes beyond a limit has digests and no fingerprint.
#[derive(Debug, Clone, Copy, Args)]
pub struct DecodingArgs {
    /// Which PDQ; fingerprints of different modes are not comparable
    #[arg(long, value_enum, default_value_t = PdqMode::Full)]
    pub mode: PdqMode,
    /// Files at a time, each in a worker process; as many as there are processors if not given
    #[arg(long, value_name = "N")]
    pub jobs: Option<NonZeroUsize>,
    /// Most pixels of a picture
    #[arg(long, value_name = "N", default_value_t = media::Limits::default().pixels)]
    pub limit_pixels: u64,
    /// Most MiB of a file
    #[arg(long, value_name = "MIB", default_value_t = media::Limits::default().bytes >> 20)]
    pub limit_size: u64,
    /// Most MiB of memory of a worker
    #[arg(long, value_name = "MIB", default_value_t = media::Limits::default().memory >> 20)]
    pub limit_memory: u64,
    /// Most seconds for a picture
    #[arg(long, value_name = "N", default_value_t = media::Limits::default().seconds)]
    #[arg(value_parser = clap::value_parser!(u32).range(1..))]
    pub limit_seconds: u32,
}

/// Which of the recipes that share the name PDQ.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum PdqMode {
    /// The whole picture is filtered, as python-threatexchange does
    Full,
    /// A picture with a side over 512 is first taken at 512 × 512, as the reference's command line does
    #[value(name = "reference-512")]
    Reference512,
    /// Large JPEG are decoded at a fraction of their size: faster, and not what any list was made with
    ScaledDecode,
}

impl PdqMode {
    /// Its name in an answer.
    pub fn name(self) -> &'static str {
        match self {
            Self::Full => "full",
            Self::Reference512 => "reference-512",
            Self::ScaledDecode => "scaled-decode",
        }
    }
}

impl DecodingArgs {
    /// As the workers take them.
    pub fn settings(&self) -> media::Settings {
        let recipe = match self.mode {
            PdqMode::Full => media::Recipe::Full,
            PdqMode::Reference512 => media::Recipe::Reference512,
            PdqMode::ScaledDecode => media::Recipe::ScaledDecode,
        };
        let bytes = |mib: u64| mib.saturating_mul(1 << 20);
        let limits = media::Limits {
            pixels: self.limit_pixels,
            bytes: bytes(self.limit_size),
            memory: bytes(self.limit_memory),
            seconds: self.limit_seconds,
            ..media::Limits::default()
        };
        media::Settings { recipe, limits }
    }
}
