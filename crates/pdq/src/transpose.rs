//! Sixteen lines of sixteen values, turned so that a line's values stand below each other.

/// Sixteen values that are worked on together: one of each line.
pub type Lanes = [f32; 16];
/// Sixteen lines of sixteen values.
pub type Tile = [Lanes; 16];

/// Value by value: the oracle of the other two, and what runs where neither can.
#[inline(always)]
pub fn plain(tile: [&Lanes; 16], out: &mut Tile) {
    for (row, line) in tile.into_iter().enumerate() {
        for (column, value) in line.iter().enumerate() {
            out[column][row] = *value;
        }
    }
}

#[cfg(target_arch = "x86_64")]
#[expect(unsafe_code, reason = "vector registers are loaded and stored through pointers")]
mod x86_64 {
    use std::arch::x86_64::{
        __m256, __m512, _mm256_castpd_ps, _mm256_castps_pd, _mm256_loadu_ps,
        _mm256_permute2f128_ps, _mm256_storeu_ps, _mm256_unpackhi_pd, _mm256_unpackhi_ps,
        _mm256_unpacklo_pd, _mm256_unpacklo_ps, _mm512_castpd_ps, _mm512_castps_pd,
        _mm512_loadu_ps, _mm512_setzero_ps, _mm512_shuffle_f32x4, _mm512_storeu_ps,
        _mm512_unpackhi_pd, _mm512_unpackhi_ps, _mm512_unpacklo_pd, _mm512_unpacklo_ps,
    };

    use super::{Lanes, Tile};

    /// Pairs, then fours, then whole quarters change places.
    #[target_feature(enable = "avx512f")]
    #[inline]
    pub fn avx512(tile: [&Lanes; 16], out: &mut Tile) {
        let zero = _mm512_setzero_ps();
        let mut r: [__m512; 16] = [zero; 16];
        for (register, line) in r.iter_mut().zip(tile) {
            // SAFETY: a line is sixteen floats, and unaligned loads take any address.
            *register = unsafe { _mm512_loadu_ps(line.as_ptr()) };
        }
        let mut t = [zero; 16];
        for at in (0..16).step_by(2) {
            t[at] = _mm512_unpacklo_ps(r[at], r[at + 1]);
            t[at + 1] = _mm512_unpackhi_ps(r[at], r[at + 1]);
        }
        let low =
            |a, b| _mm512_castpd_ps(_mm512_unpacklo_pd(_mm512_castps_pd(a), _mm512_castps_pd(b)));
        let high =
            |a, b| _mm512_castpd_ps(_mm512_unpackhi_pd(_mm512_castps_pd(a), _mm512_castps_pd(b)));
        for at in (0..16).step_by(4) {
            r[at] = low(t[at], t[at + 2]);
            r[at + 1] = high(t[at], t[at + 2]);
            r[at + 2] = low(t[at + 1], t[at + 3]);
            r[at + 3] = high(t[at + 1], t[at + 3]);
        }
        for at in 0..4 {
            let (a, b, c, d) = (r[at], r[at + 4], r[at + 8], r[at + 12]);
            let first = _mm512_shuffle_f32x4::<0x44>(a, b);
            let last = _mm512_shuffle_f32x4::<0xee>(a, b);
            let first_below = _mm512_shuffle_f32x4::<0x44>(c, d);
            let last_below = _mm512_shuffle_f32x4::<0xee>(c, d);
            t[at] = _mm512_shuffle_f32x4::<0x88>(first, first_below);
            t[at + 4] = _mm512_shuffle_f32x4::<0xdd>(first, first_below);
            t[at + 8] = _mm512_shuffle_f32x4::<0x88>(last, last_below);
            t[at + 12] = _mm512_shuffle_f32x4::<0xdd>(last, last_below);
        }
        for (register, line) in t.iter().zip(out) {
            // SAFETY: as above, for stores.
            unsafe { _mm512_storeu_ps(line.as_mut_ptr(), *register) };
        }
    }

    /// Four blocks of eight by eight.
    #[target_feature(enable = "avx2")]
    #[inline]
    pub fn avx2(tile: [&Lanes; 16], out: &mut Tile) {
        for row in [0, 8] {
            for column in [0, 8] {
                block(tile, out, row, column);
            }
        }
    }

    #[target_feature(enable = "avx2")]
    #[inline]
    fn block(tile: [&Lanes; 16], out: &mut Tile, row: usize, column: usize) {
        let load = |line: &Lanes| {
            let line = &line[column..column + 8];
            // SAFETY: eight floats are there, and unaligned loads take any address.
            unsafe { _mm256_loadu_ps(line.as_ptr()) }
        };
        let mut r: [__m256; 8] = std::array::from_fn(|at| load(tile[row + at]));
        let mut t = r;
        for at in (0..8).step_by(2) {
            t[at] = _mm256_unpacklo_ps(r[at], r[at + 1]);
            t[at + 1] = _mm256_unpackhi_ps(r[at], r[at + 1]);
        }
        let low =
            |a, b| _mm256_castpd_ps(_mm256_unpacklo_pd(_mm256_castps_pd(a), _mm256_castps_pd(b)));
        let high =
            |a, b| _mm256_castpd_ps(_mm256_unpackhi_pd(_mm256_castps_pd(a), _mm256_castps_pd(b)));
        for at in [0, 4] {
            r[at] = low(t[at], t[at + 2]);
            r[at + 1] = high(t[at], t[at + 2]);
            r[at + 2] = low(t[at + 1], t[at + 3]);
            r[at + 3] = high(t[at + 1], t[at + 3]);
        }
        for at in 0..4 {
            t[at] = _mm256_permute2f128_ps::<0x20>(r[at], r[at + 4]);
            t[at + 4] = _mm256_permute2f128_ps::<0x31>(r[at], r[at + 4]);
        }
        for (at, register) in t.iter().enumerate() {
            let line = &mut out[column + at][row..row + 8];
            // SAFETY: as above, for stores.
            unsafe { _mm256_storeu_ps(line.as_mut_ptr(), *register) };
        }
    }
}

#[cfg(target_arch = "x86_64")]
pub use x86_64::{avx2, avx512};
