//! The 256 bits, and how they are written.

use std::fmt;
use std::str::FromStr;

/// A fingerprint: 32 bytes in the order in which they are printed.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Fingerprint(pub [u8; 32]);

/// A text that is no fingerprint.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("a PDQ hash is written as 64 hexadecimal digits")]
pub struct FingerprintError;

impl Fingerprint {
    /// How many bits differ: 0 to 256.
    pub fn distance(&self, other: &Self) -> u32 {
        self.0.iter().zip(&other.0).map(|(one, two)| (one ^ two).count_ones()).sum()
    }

    /// Sets bit `16 row + column` of the transform. The words of 16 bits are printed from the last to
    /// the first.
    pub(crate) fn set(&mut self, row: usize, column: usize) {
        let low = usize::from(column < 8);
        self.0[(15 - row) * 2 + low] |= 1 << (column % 8);
    }
}

impl fmt::Display for Fingerprint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}

impl fmt::Debug for Fingerprint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Fingerprint({self})")
    }
}

impl FromStr for Fingerprint {
    type Err = FingerprintError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let digits = text.as_bytes();
        if digits.len() != 64 {
            return Err(FingerprintError);
        }
        let mut bytes = [0; 32];
        for (byte, pair) in bytes.iter_mut().zip(digits.chunks_exact(2)) {
            let digit = |digit: u8| char::from(digit).to_digit(16).ok_or(FingerprintError);
            let both = digit(pair[0])? << 4 | digit(pair[1])?;
            *byte = u8::try_from(both).map_err(|_| FingerprintError)?;
        }
        Ok(Self(bytes))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The two hashes of the peer's own test of comparison, and their distance.
    #[test]
    fn distance_is_the_number_of_bits_that_differ() {
        let one = "facd8bcb2a49bcebdec1985298d5fe84bcd006c187c598c720c3c087b3fdb318";
        let two = "facd8bcb2a49bcebdec1985228d5ae84bcd006c187c598c720c2b087b3fdb318";
        let read = |text: &str| text.parse::<Fingerprint>().unwrap();
        assert_eq!(read(one).distance(&read(two)), 9);
        assert_eq!(read(one).to_string(), one);
        assert_eq!(read(&one.to_uppercase()), read(one));
    }

    #[test]
    fn what_is_no_fingerprint_is_refused() {
        for text in ["", "0", &"0".repeat(63), &"0".repeat(65), &"g".repeat(64), &"é".repeat(32)] {
            assert_eq!(text.parse::<Fingerprint>(), Err(FingerprintError), "{text}");
        }
    }

    #[test]
    fn bits_stand_where_the_reference_prints_them() {
        let mut print = Fingerprint::default();
        print.set(0, 0);
        assert!(print.to_string().ends_with("0001"));
        print.set(15, 15);
        assert!(print.to_string().starts_with("8000"));
    }
}
