//! Interrupted series: no bias, and intervals that hold the truth in short and sluggish series.

use stats::{DayCount, Interrupted, Interruption, SeriesErrors, SeriesWeights, interrupted};

use crate::Tally;
use crate::chance::Chance;

const SHOWN: f64 = 1e6;

/// How a simulated series is made. Its shares start at 9 %, rise by 0.02 % a day, jump by 7 % at
/// the change and then rise by 0.01 % a day less; days deviate by 1 %.
#[derive(Clone, Copy)]
struct World {
    days: usize,
    change: usize,
    correlation: f64,
    /// Share of the deviations' variance that has no memory at all.
    white: f64,
    /// Standard deviation after the change over that before.
    louder: f64,
    weekdays: bool,
}

const JUMP: f64 = 0.07;
const BEND: f64 = -1e-4;

impl World {
    fn line(self, t: usize) -> f64 {
        0.09 + 2e-4 * t as f64
    }

    fn since(self, t: usize) -> f64 {
        t.saturating_sub(self.change) as f64
    }

    fn draw(self, chance: &mut Chance) -> Vec<DayCount> {
        let deviations = chance.autoregression(self.days, self.correlation);
        let day = |(t, slow): (usize, f64)| {
            let deviation = (1.0 - self.white).sqrt() * slow + self.white.sqrt() * chance.normal();
            let after = t >= self.change;
            let jump = if after { JUMP + BEND * self.since(t) } else { 0.0 };
            let week = if self.weekdays { 0.004 * ((t % 7) as f64 - 3.0) } else { 0.0 };
            let loud = if after { self.louder } else { 1.0 };
            let share = self.line(t) + jump + week + 0.01 * loud * deviation;
            // Weekends are quieter; chance among showings is small beside the days' own.
            let shown = SHOWN * if t % 7 > 4 { 0.5 } else { 1.0 };
            let noise = chance.normal() * (shown * 0.1).sqrt();
            let clicks = (shown * share + noise).clamp(0.0, shown);
            DayCount::new(clicks as u64, shown as u64).unwrap()
        };
        deviations.into_iter().enumerate().map(day).collect()
    }

    fn asked(self, errors: SeriesErrors) -> Interruption {
        let (first_after, weekdays) = (self.change, self.weekdays);
        Interruption { first_after, weekdays, weights: SeriesWeights::Shown, errors }
    }
}

/// Level change, slope change, change at the end, counterfactual at the end.
const WHAT: [&str; 4] = ["level", "slope", "end", "counterfactual"];

fn errors_and_hits(world: World, found: &Interrupted) -> [(f64, bool); 4] {
    let last = world.days - 1;
    let foreseen = found.counterfactual_at_end;
    [
        (found.level_change.estimate, found.level_change.interval, JUMP),
        (found.slope_change.estimate, found.slope_change.interval, BEND),
        (
            found.change_at_end.estimate,
            found.change_at_end.interval,
            JUMP + BEND * world.since(last),
        ),
        (foreseen.estimate, foreseen.interval, world.line(last)),
    ]
    .map(|(estimate, interval, truth)| (estimate - truth, interval.contains(truth)))
}

/// Coverage of each effect; fails on the way if an estimate is biased.
fn coverage(seed: u64, runs: u32, world: World, errors: SeriesErrors) -> [Tally; 4] {
    let mut chance = Chance::new(seed);
    let mut covered = [Tally::default(); 4];
    let mut sums = [(0.0, 0.0); 4];
    for _ in 0..runs {
        let days = world.draw(&mut chance);
        let found = interrupted(&days, &world.asked(errors)).unwrap();
        for (i, (error, hit)) in errors_and_hits(world, &found).into_iter().enumerate() {
            covered[i].add(hit);
            sums[i] = (sums[i].0 + error, sums[i].1 + error * error);
        }
    }
    for ((sum, squares), what) in sums.into_iter().zip(WHAT) {
        // The mean error over its standard error is about standard normal.
        let z: f64 = sum / f64::sqrt(squares);
        assert!(z.abs() < 4.0, "{what} is biased: {z} standard errors");
    }
    covered
}

const PLAIN: World =
    World { days: 140, change: 70, correlation: 0.5, white: 0.0, louder: 1.0, weekdays: false };

fn the_default_covers(days: usize, runs: u32) {
    for (seed, correlation) in [(51, 0.0), (52, 0.3), (53, 0.5), (54, 0.7)] {
        let world = World { days, change: days / 2, correlation, ..PLAIN };
        for (tally, what) in coverage(seed, runs, world, SeriesErrors::Cosine).iter().zip(WHAT) {
            // A little more than stated in short series, a little less in sluggish ones.
            tally.is_within(0.943, 0.97, &format!("{what}, {days} days, {correlation}"));
        }
    }
}

#[test]
fn the_default_covers_in_60_days() {
    the_default_covers(60, 2_000);
}

#[test]
fn the_default_covers_in_140_days() {
    the_default_covers(140, 1_500);
}

#[test]
fn the_default_covers_in_a_year() {
    the_default_covers(365, 500);
}

#[test]
fn it_covers_where_its_reference_is_wrong() {
    for (what, world) in [
        ("change after a quarter", World { change: 35, ..PLAIN }),
        ("louder after", World { louder: 2.0, ..PLAIN }),
        ("quieter after", World { louder: 0.5, ..PLAIN }),
        ("a weekly rhythm", World { weekdays: true, ..PLAIN }),
        ("28 days", World { days: 28, change: 14, correlation: 0.3, ..PLAIN }),
    ] {
        for (tally, which) in coverage(55, 1_000, world, SeriesErrors::Cosine).iter().zip(WHAT) {
            tally.is_within(0.935, 0.98, &format!("{which}, {what}"));
        }
    }
}

#[test]
fn slow_drift_under_noise_costs_some_coverage() {
    // The neighbours tell too little about the drift. Said in the documentation.
    for (what, world) in [
        ("correlation 0.9", World { correlation: 0.9, ..PLAIN }),
        ("0.8 under as much noise", World { correlation: 0.8, white: 0.5, ..PLAIN }),
    ] {
        for (tally, which) in coverage(57, 1_000, world, SeriesErrors::Cosine).iter().zip(WHAT) {
            tally.is_within(0.91, 0.96, &format!("{which}, {what}"));
        }
    }
}

#[test]
fn newey_and_west_do_not_cover() {
    let errors = SeriesErrors::NeweyWest { lag: 16, small_sample: true };
    for (tally, what) in coverage(56, 1_000, PLAIN, errors).iter().zip(WHAT) {
        tally.is_within(0.7, 0.85, what);
    }
}
