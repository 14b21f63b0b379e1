//! The experiment's part of the crate against its oracles.
//!
//! The vectors are made by `tools/vectors/experiment.py`.

use serde_json::Value;
use stats::{
    DayCount, Effect, Interruption, Plan, PlannedVariance, SeriesErrors, SeriesWeights, Spending,
    clustered_difference, clustered_odds_ratio, clustered_rate, interrupted, sequential_boundaries,
};

use crate::oracle::{CLOSED_FORM, cases, close, numbers, pair};

#[track_caller]
fn holds(what: &str, our: f64, their: &Value, relative: f64) {
    let their = their.as_f64().unwrap();
    assert!(close(our, their, relative), "{what}: theirs {their:e}, ours {our:e}");
}

fn number(case: &Value, name: &str) -> f64 {
    case[name].as_f64().unwrap()
}

#[test]
fn normal() {
    for case in cases(include_str!("../vectors/normal.json")) {
        let ours = match case["x"].as_f64() {
            Some(x) => stats::normal_cdf(x),
            None => stats::normal_quantile(number(&case, "p")),
        };
        let ours = ours.unwrap();
        // The quantile at 1/2 is 0 but for its rounding.
        if ours.abs() > 1e-15 {
            holds("mpmath", ours, &case["mpmath"], 1e-12);
            holds("r", ours, &case["r"], 1e-11);
        }
    }
}

#[test]
fn student() {
    for case in cases(include_str!("../vectors/student.json")) {
        let degrees = number(&case, "degrees");
        let ours = match case["x"].as_f64() {
            Some(x) => stats::student_cdf(x, degrees),
            None => stats::student_quantile(number(&case, "p"), degrees),
        };
        holds(&case.to_string(), ours.unwrap(), &case["mpmath"], CLOSED_FORM);
        // R's quantiles have their worst digits at few degrees of freedom.
        holds(&case.to_string(), ours.unwrap(), &case["r"], 1e-8);
    }
}

#[test]
fn power() {
    for case in cases(include_str!("../vectors/power.json")) {
        let [baseline, alternative, alpha, power] =
            ["baseline", "alternative", "alpha", "power"].map(|name| number(&case, name));
        let comparisons = u32::try_from(case["comparisons"].as_u64().unwrap()).unwrap();
        for (variance, name) in
            [(PlannedVariance::Pooled, "pooled"), (PlannedVariance::Unpooled, "unpooled")]
        {
            let plan = Plan::new(alpha, comparisons, 1.0, variance).unwrap();
            let theirs = &case[name];
            let size = theirs["size"].as_u64().unwrap();
            assert_eq!(plan.size_per_arm(baseline, alternative, power), Ok(size), "{case}");
            let got = plan.power(baseline, alternative, size).unwrap();
            holds("mpmath", got, &theirs["mpmath"], CLOSED_FORM);
            if variance == PlannedVariance::Pooled {
                holds("r", got, &theirs["r"], CLOSED_FORM);
                holds("statsmodels", got, &theirs["statsmodels"], CLOSED_FORM);
                let r_size = number(theirs, "r_size");
                assert_eq!(r_size.ceil() as u64, size, "{r_size}");
            }
            let wald = stats::wald_power(2.5, 1.0, plan.level()).unwrap();
            for oracle in ["mpmath", "statsmodels"] {
                holds(oracle, wald, &case["wald_2.5"][oracle], CLOSED_FORM);
            }
        }
    }
}

#[test]
fn sequential() {
    for case in cases(include_str!("../vectors/sequential.json")) {
        let spending = match case["spending"].as_str().unwrap() {
            "pocock" => Spending::Pocock,
            _ => Spending::ObrienFleming,
        };
        let fractions = numbers(&case["fractions"]);
        let looks = sequential_boundaries(&fractions, number(&case, "alpha"), spending).unwrap();
        let [simpson, rpact] = ["numpy", "rpact"].map(|oracle| case[oracle].as_array().unwrap());
        assert_eq!(looks.len(), simpson.len());
        for ((look, simpson), rpact) in looks.iter().zip(simpson).zip(rpact) {
            assert_eq!(look.z().is_some(), simpson.is_number(), "{look:?} {case}");
            if let Some(z) = look.z() {
                holds("Simpson's rule", z, simpson, 1e-9);
                // rpact's grid is coarser, and its tolerance is of the level spent.
                let theirs = rpact.as_f64().unwrap_or(f64::INFINITY);
                let level = |z: f64| 2.0 * stats::normal_cdf(-z).unwrap();
                let apart = (level(z) - level(theirs)).abs();
                assert!((z - theirs).abs() < 2e-6 || apart < 2e-9, "{z} {theirs} {case}");
            }
        }
        if case["published"].is_array() {
            let printed = |z: f64| format!("{z:.3}");
            let ours: Vec<String> = looks.iter().map(|look| printed(look.z().unwrap())).collect();
            let theirs: Vec<String> =
                numbers(&case["published"]).into_iter().map(printed).collect();
            assert_eq!(ours, theirs);
        }
    }
}

fn days(value: &Value) -> Vec<DayCount> {
    let day = |value: &Value| {
        let (clicks, shown) = pair(value);
        DayCount::new(clicks, shown).unwrap()
    };
    value.as_array().unwrap().iter().map(day).collect()
}

#[test]
fn cluster() {
    for case in cases(include_str!("../vectors/cluster.json")) {
        let (first, second) = (days(&case["first"]), days(&case["second"]));
        let one = clustered_rate(&first).unwrap();
        let log_odds = (one.estimate / (1.0 - one.estimate)).ln();
        let log_error = one.standard_error / (one.estimate * (1.0 - one.estimate));
        let ours = [one.estimate, one.standard_error, log_odds, log_error];
        for (our, their) in ours.iter().zip(case["rate"]["statsmodels"].as_array().unwrap()) {
            holds("rate", *our, their, CLOSED_FORM);
        }
        holds("rate, sandwich", log_error, &case["rate"]["r"][0], 1e-9);

        let difference = clustered_difference(&first, &second).unwrap().effect;
        let ratio = clustered_odds_ratio(&first, &second).unwrap();
        let ours = [
            difference.estimate,
            difference.standard_error,
            ratio.estimate.ln(),
            ratio.log_standard_error,
        ];
        for (our, their) in ours.iter().zip(case["two"]["statsmodels"].as_array().unwrap()) {
            holds("two arms", *our, their, 1e-9);
        }
        holds("difference, sandwich", difference.standard_error, &case["two"]["r"][0], 1e-9);
        holds("odds ratio, sandwich", ratio.log_standard_error, &case["two"]["r"][1], 1e-9);
    }
}

#[test]
fn segmented_regression() {
    for case in cases(include_str!("../vectors/interrupted.json")) {
        let days = days(&case["days"]);
        let asked = |errors| Interruption {
            first_after: usize::try_from(case["first_after"].as_u64().unwrap()).unwrap(),
            weekdays: case["weekdays"] == true,
            weights: if case["weighted"] == true {
                SeriesWeights::Shown
            } else {
                SeriesWeights::Equal
            },
            errors,
        };
        let found = interrupted(&days, &asked(SeriesErrors::Cosine)).unwrap();
        let theirs = case["numpy"].as_array().unwrap();
        let foreseen = found.counterfactual_at_end;
        for (our, their) in effects(&found).iter().zip(theirs) {
            holds("estimate", our.estimate, &their[0], 1e-9);
            holds("cosine error", our.standard_error, &their[1], 1e-5);
            holds("degrees", our.degrees, &their[2], 1e-4);
        }
        holds("counterfactual", foreseen.estimate, &theirs[4][0], 1e-9);
        holds("its error", foreseen.standard_error, &theirs[4][1], 1e-5);
        let rho = number(&case, "numpy_correlation");
        assert!((found.autocorrelation - rho).abs() < 2e-6, "{rho} {}", found.autocorrelation);

        let Some(lag) = case["lag"].as_u64() else { continue };
        let errors = SeriesErrors::NeweyWest {
            lag: usize::try_from(lag).unwrap(),
            small_sample: case["small_sample"] == true,
        };
        let found = interrupted(&days, &asked(errors)).unwrap();
        let statsmodels = case["statsmodels"].as_array().unwrap();
        for (our, their) in effects(&found).iter().zip(statsmodels) {
            holds("statsmodels", our.estimate, &their[0], 1e-9);
            holds("statsmodels", our.standard_error, &their[1], 1e-9);
        }
        let foreseen = found.counterfactual_at_end;
        holds("statsmodels", foreseen.standard_error, &statsmodels[4][1], 1e-9);
        for (our, their) in effects(&found).iter().zip(case["r"].as_array().unwrap()) {
            holds("sandwich", our.estimate, &their[0], 1e-9);
            holds("sandwich", our.standard_error, &their[1], 1e-9);
        }
    }
}

fn effects(found: &stats::Interrupted) -> [Effect; 4] {
    [found.slope_before, found.level_change, found.slope_change, found.change_at_end]
}
