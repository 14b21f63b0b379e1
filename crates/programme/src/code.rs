//! The code that brings answers back, and what is derived from it.
//!
//! A code is 128 random bits, written as 26 characters of Crockford's base 32, which has neither I, L,
//! O nor U. Argon2id (RFC 9106) turns it into a root; the identifier under which answers lie and the
//! key that locks them are derived from the root apart from each other (BLAKE3 in its mode for keys).
//! Whoever has the store has identifiers; to get from one to its key they would have to guess the code.

use argon2::{Algorithm, Argon2, Block, Params, Version};
use data_encoding::{Encoding, Specification};
use serde::{Deserialize, Serialize};
use zeroize::{Zeroize, ZeroizeOnDrop, Zeroizing};

/// Characters of a code, without the hyphens between its groups.
pub const CODE_CHARACTERS: usize = 26;
/// Characters that a person may type into the box: a code with a separator after every character.
pub const LONGEST_TYPED: usize = 128;

const ALPHABET: &str = "0123456789abcdefghjkmnpqrstvwxyz";
/// One salt for all: the identifier has to be found from the code alone. 128 random bits leave no
/// table to be made beforehand.
const SALT: &[u8] = b"suoja programme code v1";

/// Memory of one derivation in KiB. With [`PASSES`] the second choice of OWASP's password storage cheat
/// sheet; the code has 128 bits by itself, so this is a second wall and not the first.
pub const MEMORY_KIB: u32 = 19_456;
/// Passes over that memory.
pub const PASSES: u32 = 2;

/// A code; wiped from memory when it is dropped.
#[derive(Clone, PartialEq, Eq, Zeroize, ZeroizeOnDrop)]
pub struct Code([u8; 16]);

/// What was typed is no code.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum BadCode {
    /// Nothing was typed.
    #[error("nothing was typed; a code has {CODE_CHARACTERS} letters and digits")]
    Empty,
    /// Too few or too many characters, or one that no code has.
    #[error("this is no code; a code has {CODE_CHARACTERS} letters and digits")]
    Form,
}

impl Code {
    /// A code of these random bytes.
    pub fn from_random(bytes: [u8; 16]) -> Self {
        Self(bytes)
    }

    /// Reads what a person typed: case, spaces and hyphens do not matter; I and L are read as 1, O as
    /// 0, which the alphabet leaves out because hands mix them up.
    ///
    /// # Errors
    /// [`BadCode`].
    pub fn parse(typed: &str) -> Result<Self, BadCode> {
        if typed.trim().is_empty() {
            return Err(BadCode::Empty);
        }
        if typed.len() > LONGEST_TYPED {
            return Err(BadCode::Form);
        }
        let plain: Zeroizing<String> = Zeroizing::new(typed.chars().filter_map(plain).collect());
        let encoding = encoding().ok_or(BadCode::Form)?;
        let decoded = encoding.decode(plain.as_bytes()).map_err(|_| BadCode::Form)?;
        let decoded = Zeroizing::new(decoded);
        <[u8; 16]>::try_from(decoded.as_slice()).map(Self).map_err(|_| BadCode::Form)
    }

    /// The code as it is shown: groups of four characters, hyphens between them, the last of two.
    pub fn shown(&self) -> Zeroizing<String> {
        let plain = encoding().map_or_else(String::new, |encoding| encoding.encode(&self.0));
        let plain = Zeroizing::new(plain.to_ascii_uppercase());
        let mut shown = Zeroizing::new(String::with_capacity(CODE_CHARACTERS + 6));
        for (at, character) in plain.chars().enumerate() {
            if at > 0 && at % 4 == 0 {
                shown.push('-');
            }
            shown.push(character);
        }
        shown
    }

    /// Derives identifier and key in memory of its own; see [`Code::derive_in`].
    ///
    /// # Errors
    /// [`NoMemory`].
    pub fn derive(&self) -> Result<Locker, NoMemory> {
        self.derive_in(&mut Workspace::new()?)
    }

    /// Derives identifier and key. Takes some hundredths of a second: callers run few at once. The
    /// workspace is wiped afterwards.
    ///
    /// # Errors
    /// [`NoMemory`] when the workspace is too small, which none is.
    pub fn derive_in(&self, workspace: &mut Workspace) -> Result<Locker, NoMemory> {
        let params = params()?;
        let mut root = Zeroizing::new([0_u8; 32]);
        Argon2::new(Algorithm::Argon2id, Version::V0x13, params)
            .hash_password_into_with_memory(&self.0, SALT, &mut *root, &mut workspace.0)
            .map_err(|_| NoMemory)?;
        workspace.0.zeroize();
        let id = blake3::derive_key("suoja 2026-11-24 programme identifier", &*root);
        let key = blake3::derive_key("suoja 2026-11-24 programme key", &*root);
        let mut short = [0; 16];
        short.copy_from_slice(&id[..16]);
        Ok(Locker { id: short, key })
    }
}

impl std::fmt::Debug for Code {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Code(…)")
    }
}

/// The memory for a derivation could not be had.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("there is no memory to open a code; try again in a minute")]
pub struct NoMemory;

/// The memory of one derivation. Whoever derives often keeps few and lends them out: memory that is
/// asked for and given back on many threads stays with the process.
pub struct Workspace(Box<[Block]>);

impl Workspace {
    /// Asks for the memory.
    ///
    /// # Errors
    /// [`NoMemory`] when it cannot be had.
    pub fn new() -> Result<Self, NoMemory> {
        let count = params()?.block_count();
        let mut blocks = Vec::new();
        blocks.try_reserve_exact(count).map_err(|_| NoMemory)?;
        blocks.resize(count, Block::default());
        Ok(Self(blocks.into_boxed_slice()))
    }
}

fn params() -> Result<Params, NoMemory> {
    Params::new(MEMORY_KIB, PASSES, 1, Some(32)).map_err(|_| NoMemory)
}

/// Where answers lie, and what locks them; wiped from memory when it is dropped.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, Zeroize, ZeroizeOnDrop)]
pub struct Locker {
    /// The identifier; the store sees it.
    pub id: [u8; 16],
    /// The key; no store, log or backup sees it.
    pub(crate) key: [u8; 32],
}

impl std::fmt::Debug for Locker {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Locker(…)")
    }
}

fn plain(character: char) -> Option<char> {
    match character.to_ascii_lowercase() {
        'i' | 'l' => Some('1'),
        'o' => Some('0'),
        separator if separator.is_whitespace() || "-‐‑–—.".contains(separator) => None,
        other => Some(other),
    }
}

/// `None` never: the alphabet has 32 characters, as a test shows.
fn encoding() -> Option<Encoding> {
    let mut specification = Specification::new();
    specification.symbols.push_str(ALPHABET);
    specification.encoding().ok()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_code_is_read_however_a_hand_wrote_it() {
        let code = Code::from_random(*b"0123456789abcdef");
        let shown = code.shown();
        assert_eq!(shown.chars().filter(|c| *c != '-').count(), CODE_CHARACTERS);
        for typed in [
            shown.to_lowercase(),
            shown.replace('-', " "),
            shown.replace('-', ""),
            format!("  {} \n", shown.replace('1', "I").replace('0', "o")),
        ] {
            assert_eq!(Code::parse(&typed).unwrap(), code, "{typed}");
        }
    }

    #[test]
    fn what_is_no_code_is_refused() {
        assert_eq!(Code::parse(" \t"), Err(BadCode::Empty));
        let shown = Code::from_random([255; 16]).shown();
        for typed in [&shown[1..], &format!("{}7", *shown), "u", "é", &"1".repeat(4_000)] {
            assert_eq!(Code::parse(typed), Err(BadCode::Form), "{typed}");
        }
        // 26 characters hold 130 bits: the two that are left over must be 0, so that no code has a twin.
        let twin = Code::from_random([0; 16]).shown().replace("-00", "-01");
        assert!(twin.ends_with('1') && Code::parse(&twin).is_err());
    }

    #[test]
    fn identifier_and_key_are_derived_at_the_stated_cost_and_apart() {
        let code = Code::from_random([7; 16]);
        let locker = code.derive().unwrap();
        assert_eq!(locker, code.derive().unwrap());
        assert_ne!(locker.id[..], locker.key[..16]);
        let other = Code::from_random([8; 16]).derive().unwrap();
        assert!(other.id != locker.id && other.key != locker.key);
        // The same by hand, so that a cheaper derivation cannot slip in.
        let mut root = [0; 32];
        let params = Params::new(19_456, 2, 1, Some(32)).unwrap();
        Argon2::new(Algorithm::Argon2id, Version::V0x13, params)
            .hash_password_into(&[7; 16], SALT, &mut root)
            .unwrap();
        let key = blake3::derive_key("suoja 2026-11-24 programme key", &root);
        assert_eq!(locker.key, key);
        // The identifier is as dear: whoever has the store finds out whether a code is right only so.
        let id = blake3::derive_key("suoja 2026-11-24 programme identifier", &root);
        assert_eq!(locker.id, id[..16]);
    }

    #[test]
    fn nothing_secret_is_printed() {
        let code = Code::from_random([7; 16]);
        let printed = format!("{code:?} {:?}", code.derive().unwrap());
        assert_eq!(printed, "Code(…) Locker(…)");
    }

    proptest! {
        #[test]
        fn every_code_comes_back(bytes: [u8; 16]) {
            let code = Code::from_random(bytes);
            prop_assert_eq!(Code::parse(&code.shown()), Ok(code));
        }

        #[test]
        fn nothing_that_is_typed_panics(typed in "\\PC*") {
            let _ = Code::parse(&typed);
        }
    }

    #[test]
    fn a_workspace_that_was_used_before_changes_nothing_and_keeps_nothing() {
        let mut workspace = Workspace::new().unwrap();
        let first = Code([1; 16]).derive_in(&mut workspace).unwrap();
        assert!(workspace.0.iter().all(|block| block.as_ref().iter().all(|word| *word == 0)));
        assert!(Code([2; 16]).derive_in(&mut workspace).unwrap() != first);
        assert!(Code([1; 16]).derive_in(&mut workspace).unwrap() == first);
        assert!(Code([1; 16]).derive().unwrap() == first);
    }
}
