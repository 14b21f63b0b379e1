//! MD5, SHA-1 and SHA-256 of a file in one pass over its bytes.

use md5::Md5;
use serde::{Deserialize, Serialize};
use sha1::Sha1;
use sha2::{Digest, Sha256};

/// Bytes that are taken at a time: they stay in the nearest cache while three digests go over them.
pub const PIECE: usize = 1 << 16;

/// Size and digests of a file: what lists of exact copies hold.
///
/// MD5 and SHA-1 are here because lists have them; neither proves anything against someone who makes two
/// files of one digest.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Digests {
    /// Bytes of the file.
    pub size: u64,
    /// MD5.
    pub md5: [u8; 16],
    /// SHA-1.
    pub sha1: [u8; 20],
    /// SHA-256.
    pub sha256: [u8; 32],
}

/// Takes in a file piece by piece. The processor is asked at run time whether it has instructions for it.
#[derive(Default)]
pub struct Digester {
    size: u64,
    md5: Md5,
    sha1: Sha1,
    sha256: Sha256,
}

impl Digester {
    /// Takes in the next bytes; best no more than [`PIECE`] at once.
    pub fn take(&mut self, bytes: &[u8]) {
        self.size += bytes.len() as u64;
        self.md5.update(bytes);
        self.sha1.update(bytes);
        self.sha256.update(bytes);
    }

    /// The digests of everything taken in.
    pub fn done(self) -> Digests {
        Digests {
            size: self.size,
            md5: self.md5.finalize().into(),
            sha1: self.sha1.finalize().into(),
            sha256: self.sha256.finalize().into(),
        }
    }
}

impl Digests {
    /// The digests of bytes that are all there.
    pub fn of(bytes: &[u8]) -> Self {
        let mut digester = Digester::default();
        bytes.chunks(PIECE).for_each(|piece| digester.take(piece));
        digester.done()
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn hex(bytes: &[u8]) -> String {
        bytes.iter().map(|byte| format!("{byte:02x}")).collect()
    }

    /// The examples of RFC 1321, RFC 3174 and FIPS 180-4.
    #[test]
    fn the_standards_examples_come_out() {
        let digests = Digests::of(b"abc");
        assert_eq!(digests.size, 3);
        assert_eq!(hex(&digests.md5), "900150983cd24fb0d6963f7d28e17f72");
        assert_eq!(hex(&digests.sha1), "a9993e364706816aba3e25717850c26c9cd0d89d");
        let sha256 = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
        assert_eq!(hex(&digests.sha256), sha256);
    }

    proptest! {
        #[test]
        fn pieces_give_what_each_digest_alone_gives(bytes: Vec<u8>, piece in 1usize..200) {
            let mut digester = Digester::default();
            bytes.chunks(piece).for_each(|piece| digester.take(piece));
            let digests = digester.done();
            prop_assert_eq!(digests.md5, <[u8; 16]>::from(Md5::digest(&bytes)));
            prop_assert_eq!(digests.sha1, <[u8; 20]>::from(Sha1::digest(&bytes)));
            prop_assert_eq!(digests.sha256, <[u8; 32]>::from(Sha256::digest(&bytes)));
            prop_assert_eq!(digests.size, bytes.len() as u64);
        }
    }
}
