//! The sealed blob: padding, encryption, container.

use std::io::{Read, Write};

use age::{DecryptError, Decryptor, Encryptor};
use zeroize::Zeroizing;

use crate::{Identity, Recipients};

/// The container version that this code writes and reads.
pub const VERSION: u8 = 1;

/// Version byte and length.
const HEAD: usize = 3;
/// What age adds whatever the recipients: intro 22, longest grease stanza 190, MAC line 48,
/// nonce 16, tag 16 (`age-core` 0.12, `format::grease_the_joint`).
const AGE_FIXED: usize = 292;
/// What age adds for every X25519 recipient.
const AGE_STANZA: usize = 98;
/// Begins the line of such a recipient in an age header.
const STANZA_MARK: &[u8] = b"-> X25519 ";
/// Begins the last line of an age header.
const MAC_MARK: &[u8] = b"--- ";

/// Sealing failed; nothing was written.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum SealError {
    /// The plaintext does not fit into the size it was to be padded to.
    #[error("a part of {got} bytes does not fit into the {size} it is padded to")]
    TooLong {
        /// Its length.
        got: usize,
        /// The size.
        size: usize,
    },
    /// The cipher failed.
    #[error("the part could not be encrypted")]
    Cipher,
}

/// Why a blob could not be opened.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, thiserror::Error)]
pub enum OpenError {
    /// Too short for its own head or for the length it states.
    #[error("truncated")]
    Truncated,
    /// Written by a later version.
    #[error("sealed by a version of this program that this one does not know")]
    UnknownVersion,
    /// No private key fits.
    #[error("sealed to other keys")]
    OtherKeys,
    /// The bytes are damaged or no age file.
    #[error("damaged")]
    Damaged,
}

/// An opened blob.
pub struct Opened {
    /// The plaintext with its padding of spaces; wiped when dropped.
    pub plaintext: Zeroizing<Vec<u8>>,
    /// How many X25519 recipients the blob was sealed to.
    pub recipients: usize,
}

/// Prints that something was opened, never what.
impl std::fmt::Debug for Opened {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Opened").field("recipients", &self.recipients).finish_non_exhaustive()
    }
}

/// Size of every blob of a plaintext size and a number of recipients, in bytes.
pub fn sealed_size(plaintext: usize, recipients: usize) -> usize {
    HEAD + plaintext + AGE_FIXED + AGE_STANZA * recipients
}

/// Pads a plaintext with spaces to `size` bytes and seals it to the recipients.
///
/// # Errors
/// [`SealError`] when the plaintext is longer than `size` or the cipher fails.
pub fn seal(plaintext: &[u8], size: usize, recipients: &Recipients) -> Result<Vec<u8>, SealError> {
    if plaintext.len() > size {
        return Err(SealError::TooLong { got: plaintext.len(), size });
    }
    let mut padded = Zeroizing::new(Vec::with_capacity(size));
    padded.extend_from_slice(plaintext);
    padded.resize(size, b' ');

    let keys = recipients.keys();
    let full = sealed_size(size, keys.len());
    let mut blob = Vec::with_capacity(full);
    blob.extend_from_slice(&[VERSION, 0, 0]);
    encrypt(&padded, recipients, &mut blob).map_err(|()| SealError::Cipher)?;
    let length = u16::try_from(blob.len() - HEAD).map_err(|_| SealError::Cipher)?;
    blob[1..HEAD].copy_from_slice(&length.to_be_bytes());
    if blob.len() > full {
        return Err(SealError::Cipher);
    }
    blob.resize(full, 0);
    Ok(blob)
}

fn encrypt(plaintext: &[u8], recipients: &Recipients, out: &mut Vec<u8>) -> Result<(), ()> {
    let keys = recipients.keys().iter().map(|key| key as &dyn age::Recipient);
    let encryptor = Encryptor::with_recipients(keys).map_err(|_| ())?;
    let mut writer = encryptor.wrap_output(out).map_err(|_| ())?;
    writer.write_all(plaintext).map_err(|_| ())?;
    writer.finish().map_err(|_| ())?;
    Ok(())
}

/// Opens a blob with the first private key that fits.
///
/// # Errors
/// [`OpenError`], which tells a lost key from a damaged file.
pub fn open(blob: &[u8], identities: &[Identity]) -> Result<Opened, OpenError> {
    let (&version, rest) = blob.split_first().ok_or(OpenError::Truncated)?;
    if version != VERSION {
        return Err(OpenError::UnknownVersion);
    }
    let (length, rest) = rest.split_first_chunk::<2>().ok_or(OpenError::Truncated)?;
    let length = usize::from(u16::from_be_bytes(*length));
    let file = rest.get(..length).ok_or(OpenError::Truncated)?;

    let decryptor = Decryptor::new(file).map_err(reason)?;
    let mut plaintext = Zeroizing::new(Vec::with_capacity(length));
    let keys = identities.iter().map(|identity| &identity.0 as &dyn age::Identity);
    let mut reader = decryptor.decrypt(keys).map_err(reason)?;
    reader.read_to_end(&mut plaintext).map_err(|_| OpenError::Damaged)?;
    Ok(Opened { plaintext, recipients: count_recipients(file) })
}

fn reason(error: DecryptError) -> OpenError {
    match error {
        DecryptError::NoMatchingKeys => OpenError::OtherKeys,
        DecryptError::UnknownFormat => OpenError::UnknownVersion,
        _ => OpenError::Damaged,
    }
}

/// Counts the X25519 recipients in an age header that has been authenticated by opening it.
fn count_recipients(file: &[u8]) -> usize {
    file.split(|byte| *byte == b'\n')
        .take_while(|line| !line.starts_with(MAC_MARK))
        .filter(|line| line.starts_with(STANZA_MARK))
        .count()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pair(count: usize) -> (Vec<Identity>, Recipients) {
        let identities: Vec<_> = (0..count).map(|_| Identity::generate()).collect();
        let keys: Vec<_> = identities.iter().map(Identity::public).collect();
        (identities, Recipients::parse(&keys).unwrap())
    }

    #[test]
    fn every_recipient_opens_what_was_sealed_and_nobody_else() {
        let (identities, recipients) = pair(3);
        let blob = seal(b"{\"a\":1}", 512, &recipients).unwrap();
        for identity in identities {
            let opened = open(&blob, &[identity]).unwrap();
            assert_eq!(opened.plaintext.trim_ascii_end(), b"{\"a\":1}");
            assert_eq!(opened.recipients, 3);
        }
        let (strangers, _) = pair(1);
        assert_eq!(open(&blob, &strangers).err(), Some(OpenError::OtherKeys));
    }

    #[test]
    fn length_tells_nothing() {
        let (_, recipients) = pair(2);
        for length in (0..512).step_by(7) {
            let blob = seal(&vec![b'x'; length], 512, &recipients).unwrap();
            assert_eq!(blob.len(), sealed_size(512, 2));
        }
        let too_long = seal(&[0; 513], 512, &recipients);
        assert_eq!(too_long, Err(SealError::TooLong { got: 513, size: 512 }));
    }

    #[test]
    fn every_cut_and_every_changed_byte_is_noticed() {
        let (identities, recipients) = pair(1);
        let blob = seal(b"x", 64, &recipients).unwrap();
        let used = HEAD + usize::from(u16::from_be_bytes([blob[1], blob[2]]));
        for cut in 0..used {
            assert!(open(&blob[..cut], &identities).is_err(), "cut at {cut}");
        }
        for at in 0..used {
            let mut changed = blob.clone();
            changed[at] ^= 1;
            assert!(open(&changed, &identities).is_err(), "byte {at} changed");
        }
    }

    #[test]
    fn later_versions_are_named() {
        let (identities, _) = pair(1);
        assert_eq!(open(&[2, 0, 0], &identities).err(), Some(OpenError::UnknownVersion));
        assert_eq!(open(&[], &identities).err(), Some(OpenError::Truncated));
    }
}
