//! Every hash is looked at: the oracle of the tables, and what answers where they would be slower.

use crate::hash::Words;
use crate::planes::{Half, Planes};

/// A hash's number and its distance.
pub(crate) type Found = (u32, u32);

/// Hashes that are read once for several queries.
pub(crate) const BLOCK: usize = 8192;

/// All within the distance in a part of the hashes that begins at a number, one after the other.
#[inline(always)]
pub(crate) fn block(
    head: &[Half],
    planes: &Planes,
    from: u32,
    query: &Words,
    distance: u32,
    found: &mut Vec<Found>,
) {
    for (number, half) in (from..).zip(head) {
        let near = near(half, query);
        if near <= distance {
            second(planes, number, near, query, distance, found);
        }
    }
}

/// Bits that differ in the first half.
#[inline(always)]
pub(crate) fn near(half: &Half, query: &Words) -> u32 {
    (half[0] ^ query[0]).count_ones() + (half[1] ^ query[1]).count_ones()
}

/// Looks at the second half of a hash whose first one is near.
#[inline(always)]
pub(crate) fn second(
    planes: &Planes,
    number: u32,
    near: u32,
    query: &Words,
    distance: u32,
    found: &mut Vec<Found>,
) {
    let half = planes.tail[number as usize];
    let all = near + (half[0] ^ query[2]).count_ones() + (half[1] ^ query[3]).count_ones();
    if all <= distance {
        found.push((number, all));
    }
}

/// Four hashes at a time, with the instructions that count bits in vectors.
#[cfg(target_arch = "x86_64")]
#[expect(unsafe_code, reason = "vectors are loaded through pointers")]
#[target_feature(enable = "avx512f,avx512vpopcntdq,popcnt")]
pub(crate) fn block_avx512(
    head: &[Half],
    planes: &Planes,
    from: u32,
    query: &Words,
    distance: u32,
    found: &mut Vec<Found>,
) {
    use std::arch::x86_64::{
        _mm512_add_epi64, _mm512_cmple_epu64_mask, _mm512_loadu_si512, _mm512_permutex_epi64,
        _mm512_popcnt_epi64, _mm512_set_epi64, _mm512_set1_epi64, _mm512_xor_si512,
    };
    let [a, b] = [query[0], query[1]].map(u64::cast_signed);
    let wanted = _mm512_set_epi64(b, a, b, a, b, a, b, a);
    let most = _mm512_set1_epi64(i64::from(distance));
    let (fours, rest) = head.as_chunks::<4>();
    let mut number = from;
    for four in fours {
        // SAFETY: four halves are 64 bytes, and unaligned loads take any address.
        let read = unsafe { _mm512_loadu_si512(four.as_ptr().cast()) };
        let counts = _mm512_popcnt_epi64(_mm512_xor_si512(read, wanted));
        // Neighbours change places, so that both lanes of a hash hold its sum.
        let sums = _mm512_add_epi64(counts, _mm512_permutex_epi64::<0b10_11_00_01>(counts));
        let mask = _mm512_cmple_epu64_mask(sums, most) & 0b0101_0101;
        if mask != 0 {
            block(four, planes, number, query, distance, found);
        }
        number += 4;
    }
    block(rest, planes, number, query, distance, found);
}
