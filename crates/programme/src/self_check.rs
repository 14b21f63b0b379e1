//! The self-check: a sum that leads to a text, and to no finding about a person.

use instrument::{Answers, Value};
use serde::Deserialize;

/// How answers are added up, as `scoring.toml` has it.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Scoring {
    /// The questions that count.
    pub items: Vec<String>,
    /// With fewer answers there is no suggestion.
    pub least_answered: u32,
    /// Whether the sum of what was answered is scaled up to all items, rounded up.
    pub scale_to_all: bool,
    /// The bands, from low to high.
    pub band: Vec<Band>,
}

/// A band of sums; its text is the message `self-check-ID`.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Band {
    /// Its id.
    pub id: String,
    /// The lowest sum.
    pub from: u32,
    /// The highest sum.
    pub to: u32,
}

impl Scoring {
    /// The band that answers lead to; `None` when too few items were answered.
    pub fn band(&self, answers: &Answers) -> Option<&Band> {
        let points: Vec<u32> = self.items.iter().filter_map(|id| point(answers, id)).collect();
        let answered = u32::try_from(points.len()).ok()?;
        if answered < self.least_answered.max(1) {
            return None;
        }
        let sum: u32 = points.iter().sum();
        let items = u32::try_from(self.items.len()).ok()?;
        let sum = if self.scale_to_all { (sum * items).div_ceil(answered) } else { sum };
        self.band.iter().find(|band| (band.from..=band.to).contains(&sum))
    }

    /// What is wrong with the bands, given the highest sum that answers can reach.
    pub(crate) fn slips(&self, highest: u32) -> Vec<String> {
        let mut slips = Vec::new();
        let mut next = 0;
        for band in &self.band {
            if band.from != next || band.to < band.from {
                slips.push(format!("band `{}` must begin at {next} and end above", band.id));
            }
            next = band.to.saturating_add(1);
        }
        if next != highest + 1 {
            slips.push(format!("the last band must end at {highest}, the highest sum"));
        }
        slips
    }
}

fn point(answers: &Answers, id: &str) -> Option<u32> {
    match answers.get(id) {
        Some(Value::Code(code)) => u32::try_from(*code).ok(),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn scoring() -> Scoring {
        let band = |id: &str, from, to| Band { id: id.to_owned(), from, to };
        Scoring {
            items: ["a", "b", "c", "d"].map(str::to_owned).into(),
            least_answered: 3,
            scale_to_all: true,
            band: vec![band("low", 0, 3), band("mid", 4, 8), band("high", 9, 12)],
        }
    }

    fn band(points: &[(&str, i64)]) -> Option<String> {
        let answers = points.iter().map(|(id, code)| ((*id).to_owned(), Value::Code(*code)));
        scoring().band(&answers.collect()).map(|band| band.id.clone())
    }

    #[test]
    fn what_was_left_out_is_scaled_up_and_never_down() {
        assert_eq!(band(&[("a", 1), ("b", 1), ("c", 1), ("d", 0)]).as_deref(), Some("low"));
        // 3 points of 3 answers: 3 * 4 / 3 = 4.
        assert_eq!(band(&[("a", 1), ("b", 1), ("c", 1)]).as_deref(), Some("mid"));
        assert_eq!(band(&[("a", 3), ("b", 3), ("c", 1)]).as_deref(), Some("high"));
        // A reason for not answering (a negative code) is no answer.
        assert_eq!(band(&[("a", 3), ("b", 3), ("c", -2)]), None);
        assert_eq!(band(&[]), None);
    }

    #[test]
    fn bands_without_gaps_pass_and_others_do_not() {
        assert!(scoring().slips(12).is_empty());
        assert_eq!(scoring().slips(13).len(), 1);
        let mut gap = scoring();
        gap.band[1].from = 5;
        assert_eq!(gap.slips(12).len(), 1);
    }
}
