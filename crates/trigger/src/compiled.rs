//! A list as keyed hashes, and the file that holds them.
//!
//! ```text
//! magic 8 · version u32 · lengths u32 · check of the key 16 · listed u64 · protected u64 ·
//! hashes of listed entries, sorted, 16 each · hashes of protected entries, sorted, 16 each ·
//! keyed BLAKE3 of all before, 32
//! ```
//!
//! All numbers are little-endian. Bit n of `lengths` says that an entry has n tokens.

use std::collections::BTreeSet;

use siphasher::sip128::{Hasher128, SipHasher24};
use std::hash::Hasher;

use crate::grams::{LONGEST_GRAM, tokens};
use crate::{ListKey, MOST_ENTRIES, Source};

const MAGIC: &[u8; 8] = b"SUOJALST";
const VERSION: u32 = 1;
const HEAD: usize = 8 + 4 + 4 + 16 + 8 + 8;
const HASH: usize = 16;
const SUM: usize = 32;

const HASHING: &str = "suoja 2026 trigger list: hashes of grams";
const CHECK: &str = "suoja 2026 trigger list: check of the key";
const SEAL: &str = "suoja 2026 trigger list: sum of the file";

/// A list as keyed hashes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Compiled(Vec<u8>);

/// A list that has nothing to warn of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the list has no word and no phrase; add at least one")]
pub struct CompileError;

/// A compiled list cannot be used.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum LoadError {
    /// It is something else.
    #[error("this is no compiled list; `suoja warning compile` makes one")]
    Foreign,
    /// It was written by a later program.
    #[error("its format is version {0}; this program knows version {VERSION}: compile it again")]
    Version(u32),
    /// Another key belongs to it.
    #[error("it was compiled under another key; name the right one, or compile the list again")]
    WrongKey,
    /// It is cut off or changed.
    #[error("it is damaged; compile the list again")]
    Damaged,
}

/// What a compiled list holds.
pub(crate) struct Loaded {
    pub listed: Vec<u128>,
    pub protected: Vec<u128>,
    /// Bit n: an entry has n tokens.
    pub lengths: u32,
    pub hasher: SipHasher24,
}

/// Hashes every entry of a list under a key.
///
/// # Errors
/// [`CompileError`] when there is nothing to warn of.
pub fn compile(source: &Source, key: &ListKey) -> Result<Compiled, CompileError> {
    if source.listed.is_empty() {
        return Err(CompileError);
    }
    let hasher = hasher(key);
    let entries = || source.listed.iter().chain(&source.protected);
    let lengths = entries().fold(0u32, |bits, entry| bits | 1 << tokens(entry).spans.len());
    let mut bytes = MAGIC.to_vec();
    bytes.extend(VERSION.to_le_bytes());
    bytes.extend(lengths.to_le_bytes());
    bytes.extend(&key.derive(CHECK)[..HASH]);
    for set in [&source.listed, &source.protected] {
        bytes.extend((set.len() as u64).to_le_bytes());
    }
    for set in [&source.listed, &source.protected] {
        let hashes: BTreeSet<u128> = set.iter().map(|entry| hash(&hasher, entry)).collect();
        bytes.extend(hashes.iter().flat_map(|hash| hash.to_le_bytes()));
    }
    let sum = blake3::keyed_hash(&key.derive(SEAL), &bytes);
    bytes.extend(sum.as_bytes());
    Ok(Compiled(bytes))
}

impl Compiled {
    /// The bytes of its file.
    pub fn to_bytes(&self) -> Vec<u8> {
        self.0.clone()
    }
}

/// The keyed hash function; grams continue it word by word.
pub(crate) fn hasher(key: &ListKey) -> SipHasher24 {
    let key = key.derive(HASHING);
    key.first_chunk::<16>().map_or_else(SipHasher24::new, SipHasher24::new_with_key)
}

fn hash(hasher: &SipHasher24, entry: &str) -> u128 {
    let mut own = *hasher;
    own.write(entry.as_bytes());
    own.finish128().as_u128()
}

/// Reads a compiled list and checks every byte of it.
pub(crate) fn load(bytes: &[u8], key: &ListKey) -> Result<Loaded, LoadError> {
    let body = bytes.strip_prefix(MAGIC.as_slice()).ok_or(LoadError::Foreign)?;
    let (version, rest) = body.split_first_chunk::<4>().ok_or(LoadError::Damaged)?;
    let version = u32::from_le_bytes(*version);
    if version != VERSION {
        return Err(LoadError::Version(version));
    }
    let (lengths, rest) = rest.split_first_chunk::<4>().ok_or(LoadError::Damaged)?;
    let (check, rest) = rest.split_first_chunk::<HASH>().ok_or(LoadError::Damaged)?;
    if check != &key.derive(CHECK)[..HASH] {
        return Err(LoadError::WrongKey);
    }
    let (written, sum) = bytes.split_last_chunk::<SUM>().ok_or(LoadError::Damaged)?;
    if blake3::keyed_hash(&key.derive(SEAL), written) != *sum {
        return Err(LoadError::Damaged);
    }
    let count = |bytes: &[u8; 8]| usize::try_from(u64::from_le_bytes(*bytes)).ok();
    let (listed, rest) = rest.split_first_chunk::<8>().ok_or(LoadError::Damaged)?;
    let (protected, _) = rest.split_first_chunk::<8>().ok_or(LoadError::Damaged)?;
    let listed = count(listed).filter(|own| *own <= MOST_ENTRIES).ok_or(LoadError::Damaged)?;
    let hashes = written.get(HEAD..).ok_or(LoadError::Damaged)?;
    let (hashes, rest) = hashes.as_chunks::<HASH>();
    let protected = count(protected).filter(|own| hashes.len() == listed.saturating_add(*own));
    if protected.is_none() || !rest.is_empty() {
        return Err(LoadError::Damaged);
    }
    let (listed, protected) = hashes.split_at(listed);
    let numbers = |own: &[[u8; HASH]]| own.iter().map(|hash| u128::from_le_bytes(*hash)).collect();
    Ok(Loaded {
        listed: numbers(listed),
        protected: numbers(protected),
        lengths: u32::from_le_bytes(*lengths) & ((2 << LONGEST_GRAM) - 1),
        hasher: hasher(key),
    })
}
