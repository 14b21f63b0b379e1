//! A Brownian motion that is watched at the looks, and its density while it has not been stopped.

use crate::normal::{density, upper_tail};

/// Beyond so many standard deviations the density holds less than any increment asks for.
const FAR: f64 = 10.5;

/// A kernel so many of its standard deviations away (below 1e-55) changes no digit.
const OUT_OF_SIGHT: f64 = 16.0;

/// Points of Gauss and Legendre's rule in each panel.
const POINTS: usize = 12;

/// What has not been stopped at the last look: its density at points of the upper half line (it
/// is symmetric), each with its weight of integration.
pub(super) struct Surviving {
    time: f64,
    /// Place, and weight times density.
    points: Vec<(f64, f64)>,
    rule: [(f64, f64); POINTS],
}

impl Surviving {
    /// At time zero all of it is at zero.
    pub fn at_start() -> Self {
        // Half of the mass: the lower half line holds the other half.
        Self { time: 0.0, points: vec![(0.0, 0.5)], rule: gauss_legendre() }
    }

    /// Goes on to `time` without stopping anything.
    pub fn pass(&mut self, time: f64, next: Option<f64>) {
        self.advance(time, next, f64::INFINITY);
    }

    /// Goes on to `time` and stops there so that the chance of being stopped just there is
    /// `chance`. Returns the boundary.
    pub fn stop(&mut self, time: f64, next: Option<f64>, chance: f64) -> f64 {
        let (mut low, mut high) = (0.0, FAR * time.sqrt());
        let boundary = loop {
            let middle = low + (high - low) / 2.0;
            if middle <= low || middle >= high {
                break middle;
            }
            if self.beyond(middle, time) > chance {
                low = middle;
            } else {
                high = middle;
            }
        };
        self.advance(time, next, boundary);
        boundary
    }

    /// The chance of having survived so far and of being beyond `boundary` on either side at
    /// `time`.
    fn beyond(&self, boundary: f64, time: f64) -> f64 {
        let scale = (time - self.time).sqrt();
        let above = |&(at, mass): &(f64, f64)| {
            mass * (upper_tail((boundary - at) / scale) + upper_tail((boundary + at) / scale))
        };
        2.0 * self.points.iter().map(above).sum::<f64>()
    }

    /// The density at `time` within the boundary, on a grid that resolves both the step behind
    /// and the step ahead.
    fn advance(&mut self, time: f64, next: Option<f64>, boundary: f64) {
        let Some(next) = next else { return };
        let scale = (time - self.time).sqrt();
        let finest = scale.min((next - time).sqrt());
        let end = boundary.min(FAR * time.sqrt());
        let panels = (end / (1.5 * finest)).ceil().max(1.0);
        let width = end / panels;
        let mut points = Vec::with_capacity(panels as usize * POINTS);
        for panel in 0..panels as u32 {
            for (place, weight) in self.rule {
                let at = (f64::from(panel) + place) * width;
                points.push((at, weight * width * self.density(at, scale)));
            }
        }
        (self.time, self.points) = (time, points);
    }

    fn density(&self, at: f64, scale: f64) -> f64 {
        let from = |&(before, mass): &(f64, f64)| {
            let (near, far) = ((at - before) / scale, (at + before) / scale);
            if near.abs() > OUT_OF_SIGHT { 0.0 } else { mass * (density(near) + density(far)) }
        };
        self.points.iter().map(from).sum::<f64>() / scale
    }
}

/// Points and weights of Gauss and Legendre's rule on `[0, 1]`, by Newton's method on Legendre's
/// polynomial (NIST DLMF 3.5(v)).
fn gauss_legendre() -> [(f64, f64); POINTS] {
    let n = POINTS as f64;
    std::array::from_fn(|i| {
        let mut x = libm::cos(std::f64::consts::PI * (i as f64 + 0.75) / (n + 0.5));
        let mut slope = 1.0;
        for _ in 0..10 {
            let (mut before, mut here) = (1.0, x);
            for k in 2..=POINTS {
                let k = k as f64;
                (before, here) = (here, ((2.0 * k - 1.0) * x * here - (k - 1.0) * before) / k);
            }
            slope = n * (x * here - before) / (x * x - 1.0);
            x -= here / slope;
        }
        (f64::midpoint(1.0, x), 1.0 / ((1.0 - x * x) * slope * slope))
    })
}

#[cfg(test)]
mod tests {
    use super::{POINTS, Surviving, gauss_legendre};

    #[test]
    fn the_rule_is_exact_for_polynomials() {
        let rule = gauss_legendre();
        for power in 0..2 * POINTS as i32 {
            let found: f64 = rule.iter().map(|(x, w)| w * x.powi(power)).sum();
            let exact = 1.0 / f64::from(power + 1);
            assert!((found - exact).abs() < 1e-14, "{power}: {found}");
        }
    }

    #[test]
    fn nothing_is_lost_without_a_boundary() {
        let mut walk = Surviving::at_start();
        for (time, next) in [(0.1, 0.102), (0.102, 0.5), (0.5, 0.501), (0.501, 1.0)] {
            walk.pass(time, Some(next));
            let mass: f64 = walk.points.iter().map(|(_, mass)| mass).sum();
            assert!((2.0 * mass - 1.0).abs() < 1e-13, "{time}: {mass}");
        }
        // And it is where a Brownian motion is.
        assert!((walk.beyond(crate::Z, 1.0) - 0.05).abs() < 1e-13);
    }
}
