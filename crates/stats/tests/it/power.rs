//! The power that a plan promises is the power that is got.

use stats::{
    DayClusters, DayCount, Plan, PlannedVariance, Proportion, Table2x2, chi_square_2x2,
    clustered_difference, design_effect_whole_days, design_effect_within_days, holm,
};

use crate::Tally;
use crate::chance::Chance;

const RUNS: u32 = 3_000;

fn p_value(control: u64, arm: u64, n: u64) -> f64 {
    let [a, b] = [arm, control].map(|count| Proportion::new(count, n).unwrap());
    chi_square_2x2(&Table2x2::from_proportions(a, b)).unwrap().p
}

#[test]
fn of_one_comparison_and_of_holm() {
    let mut chance = Chance::new(11);
    let plan = Plan::new(0.05, 3, 1.0, PlannedVariance::Pooled).unwrap();
    let n = plan.size_per_arm(0.15, 0.19, 0.8).unwrap();
    let (mut single, mut family) = (Tally::default(), Tally::default());
    for _ in 0..RUNS {
        let control = chance.binomial(n, 0.15);
        let p = [0.19, 0.19, 0.15].map(|share| p_value(control, chance.binomial(n, share), n));
        single.add(p[0] <= plan.level());
        family.add(holm(&p)[0] <= 0.05);
    }
    single.is_near(plan.power(0.15, 0.19, n).unwrap(), 0.0, "Bonferroni");
    family.is_within(0.8, 0.9, "Holm finds at least as much");
}

/// Shares of two arms over days that differ, partly in common; the mean of each is kept.
struct Days {
    clusters: DayClusters,
    shared: f64,
}

impl Days {
    fn draw(&self, chance: &mut Chance, days: u32, shares: [f64; 2]) -> [Vec<DayCount>; 2] {
        let per_day = self.clusters.per_day as u64;
        let mut arms = [Vec::new(), Vec::new()];
        for _ in 0..days {
            let common = chance.normal();
            for (arm, share) in arms.iter_mut().zip(shares) {
                let spread = (self.clusters.correlation * share * (1.0 - share)).sqrt();
                let own = chance.normal();
                let z = self.shared.sqrt() * common + (1.0 - self.shared).sqrt() * own;
                let clicks = chance.binomial(per_day, (share + spread * z).clamp(1e-9, 0.999));
                arm.push(DayCount::new(clicks, per_day).unwrap());
            }
        }
        arms
    }
}

#[test]
fn with_days_as_clusters() {
    let mut chance = Chance::new(12);
    let clusters = DayClusters { per_day: 50.0, variation: 0.0, correlation: 0.01 };
    let days = Days { clusters, shared: 0.7 };
    let effect = design_effect_within_days(&clusters, 0.7).unwrap();
    let plan = Plan::new(0.05, 1, effect, PlannedVariance::Unpooled).unwrap();
    let needed = plan.size_per_arm(0.15, 0.18, 0.8).unwrap().div_ceil(50);
    let planned = plan.power(0.15, 0.18, needed * 50).unwrap();
    let mut found = Tally::default();
    for _ in 0..RUNS {
        let [control, arm] = days.draw(&mut chance, needed as u32, [0.15, 0.18]);
        found.add(clustered_difference(&arm, &control).unwrap().effect.p <= 0.05);
    }
    // The plan is by the normal distribution; Student's t with 54 degrees of freedom costs 0.01.
    found.is_near(planned - 0.005, 0.01, "clustered by day");
}

#[test]
fn the_design_effects_are_those_of_the_estimates() {
    let mut chance = Chance::new(13);
    let clusters = DayClusters { per_day: 80.0, variation: 0.0, correlation: 0.02 };
    for shared in [0.0, 0.6] {
        let days = Days { clusters, shared };
        let promised = if shared == 0.0 {
            design_effect_whole_days(&clusters)
        } else {
            design_effect_within_days(&clusters, shared)
        };
        let draw = |_| {
            let [a, b] = days.draw(&mut chance, 40, [0.2, 0.2]);
            let found = clustered_difference(&a, &b).unwrap();
            (found.effect.estimate.powi(2), found.design_effect)
        };
        let (squares, reported): (Vec<f64>, Vec<f64>) = (0..RUNS).map(draw).unzip();
        let mean = |x: &[f64]| x.iter().sum::<f64>() / f64::from(RUNS);
        let seen = mean(&squares) / (2.0 * 0.2 * 0.8 / (40.0 * 80.0));
        let promised = promised.unwrap();
        // A mean of squares of normals strays by 4 √(2 / runs) = 10 %.
        assert!((seen / promised - 1.0).abs() < 0.1, "{shared}: {seen} {promised}");
        // The reported one is a variance on 39 degrees of freedom: 4 √(2 / 39 / runs) = 1.7 %.
        assert!((mean(&reported) / promised - 1.0).abs() < 0.03, "{shared}: {promised}");
    }
}
