//! Brightness: 0.299 R + 0.587 G + 0.114 B in single precision, from the left, or grey as it is.

/// Pixel by pixel: the oracle of the other, and what runs where it cannot.
#[inline(always)]
pub fn plain(pixels: &[u8], channels: usize, into: &mut [f32]) {
    if channels == 1 {
        into.iter_mut().zip(pixels).for_each(|(luma, grey)| *luma = f32::from(*grey));
    } else {
        let pixels = pixels.as_chunks::<3>().0;
        into.iter_mut().zip(pixels).for_each(|(luma, [r, g, b])| *luma = of(*r, *g, *b));
    }
}

/// Of one pixel.
#[inline(always)]
pub fn of(red: u8, green: u8, blue: u8) -> f32 {
    0.299 * f32::from(red) + 0.587 * f32::from(green) + 0.114 * f32::from(blue)
}

#[cfg(target_arch = "x86_64")]
#[expect(unsafe_code, reason = "vector registers are loaded and stored through pointers")]
mod x86_64 {
    use std::arch::x86_64::{
        _mm_loadu_si128, _mm256_add_ps, _mm256_cvtepi32_ps, _mm256_mul_ps, _mm256_set_m128i,
        _mm256_set1_ps, _mm256_setr_epi8, _mm256_shuffle_epi8, _mm256_storeu_ps,
    };

    /// Eight pixels at a time: four in each half of a register, whose bytes are spread to whole numbers.
    #[target_feature(enable = "avx2")]
    #[inline]
    pub fn avx2(pixels: &[u8], channels: usize, into: &mut [f32]) {
        // Loads go four bytes past their eight pixels, so the last few are left to the plain way.
        let eights = if channels == 3 { into.len().saturating_sub(2) / 8 } else { 0 };
        let (first, rest) = into.split_at_mut(eights * 8);
        let factors = [0.299, 0.587, 0.114].map(|own| _mm256_set1_ps(own));
        let spread = [0, 1, 2].map(|own: i8| {
            let [a, b, c, d] = [own, own + 3, own + 6, own + 9];
            _mm256_setr_epi8(
                a, -1, -1, -1, b, -1, -1, -1, c, -1, -1, -1, d, -1, -1, -1, //
                a, -1, -1, -1, b, -1, -1, -1, c, -1, -1, -1, d, -1, -1, -1,
            )
        });
        for (at, out) in first.as_chunks_mut::<8>().0.iter_mut().enumerate() {
            let from = &pixels[at * 24..at * 24 + 28];
            // SAFETY: 28 bytes are there: sixteen from the first and sixteen from the twelfth on; unaligned
            // loads take any address.
            let both = unsafe {
                let low = _mm_loadu_si128(from.as_ptr().cast());
                let high = _mm_loadu_si128(from.as_ptr().add(12).cast());
                _mm256_set_m128i(high, low)
            };
            let channel = |own: usize| {
                let whole = _mm256_shuffle_epi8(both, spread[own]);
                _mm256_mul_ps(factors[own], _mm256_cvtepi32_ps(whole))
            };
            let luma = _mm256_add_ps(_mm256_add_ps(channel(0), channel(1)), channel(2));
            // SAFETY: eight floats are there, and unaligned stores take any address.
            unsafe { _mm256_storeu_ps(out.as_mut_ptr(), luma) };
        }
        super::plain(&pixels[eights * 8 * channels..], channels, rest);
    }
}

#[cfg(target_arch = "x86_64")]
pub use x86_64::avx2;
