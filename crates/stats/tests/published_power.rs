//! Power that published analysis plans report, recomputed by formula.
//!
//! The plans simulate a linear mixed model, `y ~ 1 + treatment + time + time_after + (1 | id)`,
//! and test `time_after`. By formula: generalised least squares with the variances known, and a
//! two-sided z test at 0.05. The designs and the coefficients are those of the public analysis
//! code of Prevent It 2.0 and Bridge; the formula's values were computed independently of this
//! crate.

#![cfg(test)]

/// The measures of one arm: treatment, time and time after the treatment began.
type Measures = Vec<[f64; 3]>;

fn measures(treatment: &[u8], time: &[u8], after: &[u8]) -> Measures {
    let rows = treatment.iter().zip(time).zip(after);
    rows.map(|((a, b), c)| [*a, *b, *c].map(f64::from)).collect()
}

/// `X'V⁻¹X` of one person: V⁻¹ = (I - τ² / (σ² + n τ²) 1 1') / σ².
fn information(rows: &Measures, intercept_variance: f64, residual: f64) -> [[f64; 4]; 4] {
    let n = rows.len() as f64;
    let shrink = intercept_variance / (residual * residual + n * intercept_variance);
    let x: Vec<[f64; 4]> = rows.iter().map(|&[a, b, c]| [1.0, a, b, c]).collect();
    let sum = |i: usize| x.iter().map(|row| row[i]).sum::<f64>();
    std::array::from_fn(|i| {
        std::array::from_fn(|j| {
            let products: f64 = x.iter().map(|row| row[i] * row[j]).sum();
            (products - shrink * sum(i) * sum(j)) / (residual * residual)
        })
    })
}

/// The standard error of the last coefficient: what is left of its information when the others
/// are eliminated.
fn last_error(mut matrix: [[f64; 4]; 4]) -> f64 {
    for pivot in 0..3 {
        let above = matrix[pivot];
        for row in matrix.iter_mut().skip(pivot + 1) {
            let factor = row[pivot] / above[pivot];
            row.iter_mut().zip(above).for_each(|(x, y)| *x -= factor * y);
        }
    }
    1.0 / matrix[3][3].sqrt()
}

struct Plan {
    name: &'static str,
    arms: [Measures; 2],
    per_arm: f64,
    effect: f64,
    intercept_variance: f64,
    residual: f64,
    /// "power (standard error)".
    by_formula: &'static str,
}

#[test]
fn mixed_models() {
    let upwards: Vec<u8> = (0..10).collect();
    let prevent_it = || {
        let wait_treatment: Vec<u8> = (0..20).map(|i| u8::from(i > 10)).collect();
        let wait_time: Vec<u8> = (0..10).chain(13..23).collect();
        let wait_after: Vec<u8> = [0; 10].into_iter().chain(0..10).collect();
        [
            measures(&[0, 1, 1, 1, 1, 1, 1, 1, 1, 1], &upwards, &upwards),
            measures(&wait_treatment, &wait_time, &wait_after),
        ]
    };
    let bridge = || {
        [
            measures(&[1; 5], &[0, 1, 2, 3, 4], &[1, 2, 3, 4, 5]),
            measures(&[0, 0, 0, 0, 0, 1, 1, 1, 1, 1], &upwards, &[0, 0, 0, 0, 0, 1, 2, 3, 4, 5]),
        ]
    };
    let plan = |name, arms, per_arm, effect, intercept_variance, residual, by_formula| Plan {
        name,
        arms,
        per_arm,
        effect,
        intercept_variance,
        residual,
        by_formula,
    };
    for plan in [
        plan("Prevent It 2.0", prevent_it(), 80.0, -0.2, 20.0, 4.0, "0.980 (0.0498)"),
        plan("Bridge, motivation", bridge(), 30.0, 0.25, 1.5, 1.6, "0.820 (0.0870)"),
        plan("Bridge, SSAS", bridge(), 30.0, 1.5, 16.5, 7.6, "0.972 (0.3875)"),
        plan("Bridge, earlier draft", bridge(), 30.0, 0.2, 1.0, 1.2, "0.854 (0.0663)"),
    ] {
        let each = plan.arms.map(|arm| information(&arm, plan.intercept_variance, plan.residual));
        let both = std::array::from_fn(|i| {
            std::array::from_fn(|j| plan.per_arm * (each[0][i][j] + each[1][i][j]))
        });
        let error = last_error(both);
        let power = stats::wald_power(plan.effect, error, 0.05).unwrap();
        assert_eq!(format!("{power:.3} ({error:.4})"), plan.by_formula, "{}", plan.name);
    }
}
