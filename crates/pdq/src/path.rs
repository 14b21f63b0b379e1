//! Which instructions the work is done with.

use crate::Picture;
use crate::dct::{Frequencies, dct};
use crate::hasher::{Work, decimate};
use crate::jarosz::{self, Buffers};
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
        {
            if is_x86_feature_detected!("avx2") {
                all.push(Self(Kind::Avx2));
            }
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

    /// Luma of every pixel.
    pub(crate) fn luma(self, picture: &Picture<'_>, into: &mut Vec<f32>) {
        match self.0 {
            Kind::Scalar => picture.luma(into),
            #[cfg(target_arch = "x86_64")]
            #[expect(unsafe_code, reason = "only a processor that has AVX2 gives this path")]
            // SAFETY: `all` asked the processor.
            Kind::Avx2 => unsafe { luma_avx2(picture, into) },
            #[cfg(target_arch = "x86_64")]
            #[expect(unsafe_code, reason = "only a processor that has AVX-512 gives this path")]
            // SAFETY: `all` asked the processor.
            Kind::Avx512 => unsafe { luma_avx512(picture, into) },
        }
    }

    /// From the luma in the buffers to averages and frequencies.
    pub(crate) fn work(self, buffers: &mut Buffers, width: usize, height: usize) -> Work {
        match self.0 {
            Kind::Scalar => all(buffers, width, height, transpose::plain),
            #[cfg(target_arch = "x86_64")]
            #[expect(unsafe_code, reason = "only a processor that has AVX2 gives this path")]
            // SAFETY: `all` asked the processor.
            Kind::Avx2 => unsafe { avx2(buffers, width, height) },
            #[cfg(target_arch = "x86_64")]
            #[expect(unsafe_code, reason = "only a processor that has AVX-512 gives this path")]
            // SAFETY: `all` asked the processor.
            Kind::Avx512 => unsafe { avx512(buffers, width, height) },
        }
    }
}

#[cfg(target_arch = "x86_64")]
#[target_feature(enable = "avx2")]
fn avx2(buffers: &mut Buffers, width: usize, height: usize) -> Work {
    all(buffers, width, height, |tile, out| transpose::avx2(tile, out))
}

#[cfg(target_arch = "x86_64")]
#[target_feature(enable = "avx512f")]
fn avx512(buffers: &mut Buffers, width: usize, height: usize) -> Work {
    all(buffers, width, height, |tile, out| transpose::avx512(tile, out))
}

#[cfg(target_arch = "x86_64")]
#[target_feature(enable = "avx2")]
fn luma_avx2(picture: &Picture<'_>, into: &mut Vec<f32>) {
    picture.luma(into);
}

#[cfg(target_arch = "x86_64")]
#[target_feature(enable = "avx512f,avx512bw")]
fn luma_avx512(picture: &Picture<'_>, into: &mut Vec<f32>) {
    picture.luma(into);
}

/// The same code for every path; where it is inlined decides its instructions.
#[inline(always)]
fn all(
    buffers: &mut Buffers,
    width: usize,
    height: usize,
    transpose: impl Fn([&Lanes; 16], &mut Tile) + Copy,
) -> Work {
    if (width, height) != (64, 64) {
        jarosz::filter(buffers, width, height, transpose);
    }
    let averages = decimate(&buffers.picture, width, height);
    let frequencies: Frequencies = dct(&averages);
    Work { averages, frequencies }
}
