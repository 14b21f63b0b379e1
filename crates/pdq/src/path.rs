//! Which instructions the work is done with.

use crate::dct::{Averages, Frequencies, dct};
use crate::hasher::Work;
use crate::jarosz::{self, Buffers};
use crate::luma;
use crate::picture::Source;
use crate::transpose::{self, Lanes, Tile};

/// A way to do the work that this processor can go. There is no other way to get one than to ask.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Path(Kind);

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Scalar,
    #[cfg(target_arch = "x86_64")]
    Avx2,
    #[cfg(target_arch = "x86_64")]
    Avx512,
}

impl Path {
    /// All ways that this processor can go, the fastest last.
    pub fn all() -> Vec<Self> {
        let mut all = vec![Self(Kind::Scalar)];
        #[cfg(target_arch = "x86_64")]
        if is_x86_feature_detected!("avx2") {
            all.push(Self(Kind::Avx2));
            if is_x86_feature_detected!("avx512f") && is_x86_feature_detected!("avx512bw") {
                all.push(Self(Kind::Avx512));
            }
        }
        all
    }

    /// The fastest.
    pub fn best() -> Self {
        Self::all().pop().unwrap_or(Self(Kind::Scalar))
    }

    /// Its name: `scalar`, `avx2` or `avx512`.
    pub fn name(self) -> &'static str {
        match self.0 {
            Kind::Scalar => "scalar",
            #[cfg(target_arch = "x86_64")]
            Kind::Avx2 => "avx2",
            #[cfg(target_arch = "x86_64")]
            Kind::Avx512 => "avx512",
        }
    }

    /// From the picture to averages and frequencies.
    pub(crate) fn work(self, source: &Source<'_>, buffers: &mut Buffers) -> Work {
        match self.0 {
            Kind::Scalar => all(source, buffers, luma::plain, transpose::plain),
            #[cfg(target_arch = "x86_64")]
            #[expect(unsafe_code, reason = "only a processor that has AVX2 gives this path")]
            // SAFETY: `all` asked the processor.
            Kind::Avx2 => unsafe { avx2(source, buffers) },
            #[cfg(target_arch = "x86_64")]
            #[expect(unsafe_code, reason = "only a processor that has AVX-512 gives this path")]
            // SAFETY: `all` asked the processor, for AVX2 too.
            Kind::Avx512 => unsafe { avx512(source, buffers) },
        }
    }
}

#[cfg(target_arch = "x86_64")]
#[target_feature(enable = "avx2")]
fn avx2(source: &Source<'_>, buffers: &mut Buffers) -> Work {
    let luma = |pixels: &[u8], channels, into: &mut [f32]| luma::avx2(pixels, channels, into);
    all(source, buffers, luma, |tile, out| transpose::avx2(tile, out))
}

#[cfg(target_arch = "x86_64")]
#[target_feature(enable = "avx2,avx512f,avx512bw")]
fn avx512(source: &Source<'_>, buffers: &mut Buffers) -> Work {
    let luma = |pixels: &[u8], channels, into: &mut [f32]| luma::avx2(pixels, channels, into);
    all(source, buffers, luma, |tile, out| transpose::avx512(tile, out))
}

/// The same code for every path; where it is inlined decides its instructions.
#[inline(always)]
fn all(
    source: &Source<'_>,
    buffers: &mut Buffers,
    luma: impl Fn(&[u8], usize, &mut [f32]),
    transpose: impl Fn([&Lanes; 16], &mut Tile) + Copy,
) -> Work {
    let (width, height) = source.size();
    let rows = |first: usize, into: &mut [f32]| source.rows(first, into, &luma);
    let averages = if (width, height) == (64, 64) {
        unfiltered(rows)
    } else {
        jarosz::filter(buffers, (width, height), rows, transpose)
    };
    let frequencies: Frequencies = dct(&averages);
    Work { averages, frequencies }
}

/// A picture of 64 × 64 pixels is its averages.
#[inline(always)]
fn unfiltered(mut rows: impl FnMut(usize, &mut [f32])) -> Averages {
    let mut out = [[0.0; 64]; 64];
    rows(0, out.as_flattened_mut());
    out
}
