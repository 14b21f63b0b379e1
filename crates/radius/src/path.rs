//! Which instructions the work is done with.

use crate::hash::Words;
use crate::planes::Planes;
use crate::scan::{self, BLOCK, Found};
use crate::sift::OneByOne;
#[cfg(target_arch = "x86_64")]
use crate::sift::Together;
use crate::tables::{Tables, Work};

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
            let avx2 = is_x86_feature_detected!("avx2")
                && is_x86_feature_detected!("popcnt")
                && is_x86_feature_detected!("bmi2");
            if avx2 {
                all.push(Self(Kind::Avx2));
            }
            let counts =
                is_x86_feature_detected!("avx512f") && is_x86_feature_detected!("avx512vpopcntdq");
            if avx2 && counts {
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

    /// Looks at every hash for several queries, a block of hashes after the other.
    pub(crate) fn scan(
        self,
        planes: &Planes,
        queries: &[Words],
        distance: u32,
        found: &mut [Vec<Found>],
    ) {
        for (from, head) in (0u32..).step_by(BLOCK).zip(planes.head.chunks(BLOCK)) {
            for (query, found) in queries.iter().zip(&mut *found) {
                let all = (head, planes, from, query, distance, found);
                match self.0 {
                    Kind::Scalar => scan::block(all.0, all.1, all.2, all.3, all.4, all.5),
                    #[cfg(target_arch = "x86_64")]
                    #[expect(unsafe_code, reason = "only a processor that can gives this path")]
                    // SAFETY: `all` asked the processor.
                    Kind::Avx2 => unsafe { scan_avx2(all.0, all.1, all.2, all.3, all.4, all.5) },
                    #[cfg(target_arch = "x86_64")]
                    #[expect(unsafe_code, reason = "only a processor that can gives this path")]
                    // SAFETY: `all` asked the processor.
                    Kind::Avx512 => unsafe {
                        scan::block_avx512(all.0, all.1, all.2, all.3, all.4, all.5);
                    },
                }
            }
        }
    }

    /// Looks up what the tables have for a query; `false` where a scan is the better way.
    pub(crate) fn look_up(self, tables: &Tables, planes: &Planes, work: &mut Work<'_>) -> bool {
        match self.0 {
            Kind::Scalar => tables.look_up::<OneByOne>(planes, work),
            #[cfg(target_arch = "x86_64")]
            #[expect(unsafe_code, reason = "only a processor that can gives this path")]
            // SAFETY: `all` asked the processor.
            Kind::Avx2 | Kind::Avx512 => unsafe { look_up_avx2(tables, planes, work) },
        }
    }
}

#[cfg(target_arch = "x86_64")]
#[target_feature(enable = "avx2,popcnt,bmi1,bmi2")]
fn scan_avx2(
    head: &[crate::planes::Half],
    planes: &Planes,
    from: u32,
    query: &Words,
    distance: u32,
    found: &mut Vec<Found>,
) {
    scan::block(head, planes, from, query, distance, found);
}

#[cfg(target_arch = "x86_64")]
#[target_feature(enable = "avx2,popcnt,bmi1,bmi2")]
fn look_up_avx2(tables: &Tables, planes: &Planes, work: &mut Work<'_>) -> bool {
    tables.look_up::<Together>(planes, work)
}
