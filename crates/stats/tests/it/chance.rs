//! Seeded chance.

use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::{Rng, SeedableRng};

pub struct Chance(ChaCha8Rng);

impl Chance {
    pub fn new(seed: u64) -> Self {
        Self(ChaCha8Rng::seed_from_u64(seed))
    }

    /// Uniform on `(0, 1)`, ends excluded.
    pub fn uniform(&mut self) -> f64 {
        ((self.0.next_u64() >> 12) as f64 + 0.5) / (1_u64 << 52) as f64
    }

    /// Standard normal, by Box and Muller.
    pub fn normal(&mut self) -> f64 {
        let radius = (-2.0 * libm::log(self.uniform())).sqrt();
        radius * libm::cos(std::f64::consts::TAU * self.uniform())
    }

    /// Successes of `n` at chance `p`, by the gaps between successes.
    pub fn binomial(&mut self, n: u64, p: f64) -> u64 {
        let log_miss = libm::log1p(-p);
        let (mut at, mut successes) = (0.0, 0);
        loop {
            at += (libm::log(self.uniform()) / log_miss).floor() + 1.0;
            if at > n as f64 {
                return successes;
            }
            successes += 1;
        }
    }

    /// `days` deviations of variance 1, each correlated with the one before.
    pub fn autoregression(&mut self, days: usize, correlation: f64) -> Vec<f64> {
        let mut now = self.normal();
        let fresh = (1.0 - correlation * correlation).sqrt();
        let mut step = || {
            let before = now;
            now = correlation * before + fresh * self.normal();
            before
        };
        (0..days).map(|_| step()).collect()
    }
}

#[test]
fn the_moments_are_right() {
    let mut chance = Chance::new(1);
    let runs = 100_000;
    let mean = |draw: &mut dyn FnMut() -> f64| (0..runs).map(|_| draw()).sum::<f64>() / 1e5;
    assert!(mean(&mut || chance.normal()).abs() < 4.0 / 316.0);
    assert!((mean(&mut || chance.normal().powi(2)) - 1.0).abs() < 4.0 * 1.42 / 316.0);
    let binomial = mean(&mut || chance.binomial(40, 0.3) as f64);
    assert!((binomial - 12.0).abs() < 4.0 * 2.9 / 316.0, "{binomial}");
    let series = chance.autoregression(100_000, 0.7);
    let lagged: f64 = series.windows(2).map(|pair| pair[0] * pair[1]).sum::<f64>() / 1e5;
    assert!((lagged - 0.7).abs() < 0.03, "{lagged}");
}
