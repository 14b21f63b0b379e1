//! Results in plain sentences.

use crate::results::{Comparison, Results};

/// What results say, and what they do not.
pub(crate) fn sentences(results: &Results) -> Vec<String> {
    let mut says = vec![decided(results)];
    if let Some(change) = &results.change {
        says.push(match (&change.level, change.differs) {
            (Some(level), true) => format!(
                "When the campaign began, the share of clicks to help changed by {} ({} to {}). \
                 Whatever else changed on that day is in this number, too.",
                points(level.estimate),
                points(level.low),
                points(level.high)
            ),
            (Some(level), false) => format!(
                "Whether the share changed when the campaign began, these data do not decide: \
                 {} ({} to {}).",
                points(level.estimate),
                points(level.low),
                points(level.high)
            ),
            (None, _) => {
                "There are too few days before or during the campaign to compare them.".to_owned()
            }
        });
    }
    says.push(
        "A click to help is no desistance: nobody knows from these counts who stopped.".to_owned(),
    );
    if results.look < results.looks {
        says.push(format!(
            "This is look {} of {}; what is not decided now may be later.",
            results.look, results.looks
        ));
    }
    says
}

fn decided(results: &Results) -> String {
    let better = found(results, |own| own.difference.is_some_and(|own| own.estimate > 0.0));
    let worse = found(results, |own| own.difference.is_some_and(|own| own.estimate < 0.0));
    let mut parts = Vec::new();
    if !better.is_empty() {
        parts.push(format!("more people followed the link to help with {}", better.join(", ")));
    }
    if !worse.is_empty() {
        parts.push(format!("fewer people followed it with {}", worse.join(", ")));
    }
    let open = results.comparisons.iter().filter(|own| !own.differs).count();
    let rest = match (open, parts.is_empty()) {
        (0, _) => String::new(),
        (_, true) => {
            return "These data do not decide whether any message leads more people to help than \
                    the neutral one: the differences found could be chance."
                .to_owned();
        }
        (1, false) => " For one other message these data do not decide.".to_owned(),
        (many, false) => format!(" For {many} other messages these data do not decide."),
    };
    format!("Compared with the neutral message, {}.{rest}", parts.join("; "))
}

fn found(results: &Results, which: impl Fn(&Comparison) -> bool) -> Vec<String> {
    let differing = results.comparisons.iter().filter(|own| own.differs && which(own));
    let say = |own: &Comparison| {
        let by = own.difference.map(|found| {
            let ends = format!("{} to {}", points(found.low), points(found.high));
            format!(" ({}; {ends})", points(found.estimate))
        });
        format!("{}{}", own.arm, by.unwrap_or_default())
    };
    differing.map(say).collect()
}

/// A difference of shares in percentage points.
pub(crate) fn points(difference: f64) -> String {
    format!("{:+.2} points", 100.0 * difference)
}
