//! A plan of an invented experiment.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use warning::{Plan, PlanError, PlanHash};

pub const PLAN: &str = r#"
id = "invented"
question = "Do these invented messages lead more people to help than the neutral one?"
outcome = "click to help, not desistance"
start = "2030-01-01"
campaign = "2030-01-11"
end = "2030-01-30"
channels = ["web", "onion"]
languages = ["en", "fr"]
floor = 20

[assignment]
by = "request"

[[arm]]
id = "neutral"
weight = 1

[[arm]]
id = "harm-plain"
weight = 3

[size]
baseline = 0.09
worth_finding = 0.12
power = 0.8
alpha = 0.05
shown_a_day = 1000
design_effect = 1.5

[looks]
days = ["2030-01-20", "2030-01-30"]
spending = "obrien-fleming"
"#;

/// The arms that exist in these tests.
pub const ARMS: [&str; 3] = ["neutral", "harm-plain", "law-plain"];

pub fn parse(text: &str) -> Result<(Plan, PlanHash), PlanError> {
    Plan::parse("plan.toml", text, &ARMS)
}

pub fn plan() -> (Plan, PlanHash) {
    parse(PLAN).unwrap()
}

/// The plan with one line of it changed.
pub fn changed(from: &str, to: &str) -> String {
    assert!(PLAN.contains(from), "{from}");
    PLAN.replacen(from, to, 1)
}
