//! Comparing signatures side by side.

/// Signatures that are compared at once.
pub(crate) const SIDE_BY_SIDE: usize = 16;

/// What is compared, and how.
pub(crate) struct Sieve {
    /// The query's signature.
    pub wanted: u16,
    /// The bits that count.
    pub mask: u16,
    /// How many of them may differ.
    pub bound: u32,
}

/// A way to compare signatures.
pub(crate) trait Sift {
    /// Which of them are near: two bits each, the first ones lowest, of which the lower one is set for yes.
    fn near(some: &[u16; SIDE_BY_SIDE], sieve: &Sieve) -> u32;
}

/// One after the other.
pub(crate) struct OneByOne;

impl Sift for OneByOne {
    #[inline(always)]
    fn near(some: &[u16; SIDE_BY_SIDE], sieve: &Sieve) -> u32 {
        let near = |word: &u16| ((word ^ sieve.wanted) & sieve.mask).count_ones() <= sieve.bound;
        some.iter().rev().fold(0, |all, word| all << 2 | u32::from(near(word)))
    }
}

/// All at once, in a register.
#[cfg(target_arch = "x86_64")]
pub(crate) struct Together;

#[cfg(target_arch = "x86_64")]
impl Sift for Together {
    #[inline(always)]
    #[expect(unsafe_code, reason = "only a processor that can is given this way")]
    fn near(some: &[u16; SIDE_BY_SIDE], sieve: &Sieve) -> u32 {
        // SAFETY: `Path` asked the processor before it chose this way.
        unsafe { near_avx2(some, sieve) }
    }
}

/// Bits are counted by half bytes, which are looked up (Muła, Kurz and Lemire, *Faster Population Counts Using
/// AVX2 Instructions*, The Computer Journal 61, 2018).
#[cfg(target_arch = "x86_64")]
#[expect(unsafe_code, reason = "a vector is loaded through a pointer")]
#[target_feature(enable = "avx2")]
#[inline]
fn near_avx2(some: &[u16; SIDE_BY_SIDE], sieve: &Sieve) -> u32 {
    use std::arch::x86_64::{
        _mm256_add_epi8, _mm256_and_si256, _mm256_cmpgt_epi16, _mm256_loadu_si256,
        _mm256_maddubs_epi16, _mm256_movemask_epi8, _mm256_set1_epi8, _mm256_set1_epi16,
        _mm256_setr_epi8, _mm256_shuffle_epi8, _mm256_srli_epi16, _mm256_xor_si256,
    };
    let counts = _mm256_setr_epi8(
        0, 1, 1, 2, 1, 2, 2, 3, 1, 2, 2, 3, 2, 3, 3, 4, //
        0, 1, 1, 2, 1, 2, 2, 3, 1, 2, 2, 3, 2, 3, 3, 4,
    );
    let low = _mm256_set1_epi8(0x0f);
    let bound = i16::try_from(sieve.bound).unwrap_or(i16::MAX);
    // SAFETY: sixteen words are 32 bytes, and unaligned loads take any address.
    let read = unsafe { _mm256_loadu_si256(some.as_ptr().cast()) };
    let differs = _mm256_xor_si256(read, _mm256_set1_epi16(sieve.wanted.cast_signed()));
    let differs = _mm256_and_si256(differs, _mm256_set1_epi16(sieve.mask.cast_signed()));
    let below = _mm256_shuffle_epi8(counts, _mm256_and_si256(differs, low));
    let above = _mm256_and_si256(_mm256_srli_epi16::<4>(differs), low);
    let bytes = _mm256_add_epi8(below, _mm256_shuffle_epi8(counts, above));
    let words = _mm256_maddubs_epi16(bytes, _mm256_set1_epi8(1));
    let far = _mm256_movemask_epi8(_mm256_cmpgt_epi16(words, _mm256_set1_epi16(bound)));
    !far.cast_unsigned() & 0x5555_5555
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::path::Path;
    use crate::tests::mix;

    #[cfg(target_arch = "x86_64")]
    #[test]
    fn together_is_one_by_one() {
        if Path::all().len() < 2 {
            return;
        }
        let mut state = 1;
        for at in 0..20_000 {
            let words = [0; 4].map(|_: u64| mix(&mut state));
            let some = std::array::from_fn(|at| {
                let [one, two, ..] = (words[at / 4] >> (16 * (at % 4))).to_le_bytes();
                u16::from_le_bytes([one, two])
            });
            let mask = u16::MAX << (at % 7);
            let sieve =
                Sieve { wanted: some[3] ^ 0x0140 ^ some[at % 16] & 1, mask, bound: at as u32 % 18 };
            assert_eq!(Together::near(&some, &sieve), OneByOne::near(&some, &sieve));
        }
    }
}
