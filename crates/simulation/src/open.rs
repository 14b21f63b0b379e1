//! How often the survey was opened.

use jiff::civil::Date;
use locale::LanguageTag;

use crate::calendar::{Calendar, monday};
use crate::dice::Dice;
use crate::people::people;
use crate::quota::split;
use crate::{Share, Spec};

/// How often the survey was opened, by week (its Monday) and language, in that order.
///
/// Per language there are as many openings as its answers and the response rate say. Every answer
/// is an opening in its own week; the others follow the growth of the whole.
pub fn openings(spec: &Spec) -> Vec<(Date, LanguageTag, u64)> {
    let weeks = Calendar::of(spec).weeks();
    let weights: Vec<u64> = weeks.iter().map(|(_, weight)| *weight).collect();
    let mut counts: Vec<Vec<u64>> = Vec::new();
    for language in &spec.languages {
        let answers = language.answers.value;
        let unanswered = openings_of(answers, spec.response.value).saturating_sub(answers);
        counts.push(split(unanswered, &weights));
    }
    for person in people(spec, &mut Dice::new(spec.seed.value)) {
        for day in &person.days {
            if let Ok(week) = weeks.binary_search_by_key(&monday(*day), |(monday, _)| *monday) {
                counts[person.language][week] += 1;
            }
        }
    }
    let mut openings = Vec::new();
    for (week, (monday, _)) in weeks.iter().enumerate() {
        for (language, counts) in spec.languages.iter().zip(&counts) {
            if counts[week] > 0 {
                openings.push((*monday, language.tag.clone(), counts[week]));
            }
        }
    }
    openings.sort();
    openings
}

fn openings_of(answers: u64, response: Share) -> u64 {
    let millionths = response.millionths().max(1);
    let exact = u128::from(answers) * u128::from(Share::ONE.millionths());
    let nearest = (exact + u128::from(millionths) / 2) / u128::from(millionths);
    u64::try_from(nearest).unwrap_or(u64::MAX)
}
