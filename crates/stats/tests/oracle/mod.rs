//! Reading the vectors, and what it means to agree with them.

use serde_json::Value;

/// The relative distance allowed to an oracle of a closed form.
pub const CLOSED_FORM: f64 = 1e-10;

/// Below this, a number is only the rounding of a zero (a limit of 1 - 1, say).
const ROUNDING: f64 = 1e-15;

/// The cases of one vector file. Fails when the file does not name its oracles.
pub fn cases(text: &str) -> Vec<Value> {
    let file: Value = serde_json::from_str(text).unwrap();
    for tool in ["python", "mpmath", "scipy", "statsmodels", "r"] {
        assert!(file["tools"][tool].is_string(), "no version of {tool}");
    }
    let cases = file["cases"].as_array().unwrap().clone();
    assert!(!cases.is_empty());
    cases
}

pub fn numbers(value: &Value) -> Vec<f64> {
    value.as_array().unwrap().iter().map(|v| v.as_f64().unwrap()).collect()
}

pub fn pair(value: &Value) -> (u64, u64) {
    (value[0].as_u64().unwrap(), value[1].as_u64().unwrap())
}

pub fn table(case: &Value) -> stats::Table2x2 {
    let [a, b, c, d] = [0, 1, 2, 3].map(|i| case["table"][i].as_u64().unwrap());
    stats::Table2x2::new([[a, b], [c, d]])
}

/// Holds `ours` to each of the named oracles of a case.
#[track_caller]
pub fn agrees(case: &Value, oracles: &[&str], ours: &[f64], relative: f64) {
    for oracle in oracles {
        let theirs = numbers(&case[oracle]);
        assert_eq!(theirs.len(), ours.len(), "{oracle}: {case}");
        for (&our, &their) in ours.iter().zip(&theirs) {
            assert!(close(our, their, relative), "{oracle} {their:e}, ours {our:e}: {case}");
        }
    }
}

/// Within the relative distance, or both at the bottom of `f64` where digits run out.
pub fn close(our: f64, their: f64, relative: f64) -> bool {
    let apart = (our - their).abs();
    apart <= relative * their.abs() || (our.abs() < f64::MIN_POSITIVE && their < f64::MIN_POSITIVE)
}

/// [`close`] for a number that is a difference of numbers near 1 and may be all rounding.
pub fn close_to_zero_or(our: f64, their: f64, relative: f64) -> bool {
    close(our, their, relative) || (our - their).abs() <= ROUNDING
}
