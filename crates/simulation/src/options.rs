//! The shares of a question, laid on the options that the instrument gives it.

use std::collections::BTreeSet;

use instrument::{Kind, Question, Value};

use crate::Share;
use crate::error::Fault;
use crate::quota::split;
use crate::spec::Entry;

/// A scale or a number with more points than this has no margins point by point.
const MOST_POINTS: i64 = 1_000;

/// One thing that a person can answer: its name in the form, and its value.
pub(crate) struct Leaf {
    pub name: String,
    pub value: Value,
}

/// The options of a question, or the points of its scale, in order.
pub(crate) fn leaves(question: &Question) -> Vec<Leaf> {
    match question.kind {
        Kind::Scale { min, max } | Kind::Number { min, max, .. } => {
            let last = max.min(min.saturating_add(MOST_POINTS));
            (min..=last).map(|p| Leaf { name: p.to_string(), value: Value::Code(p) }).collect()
        }
        Kind::Single(_) | Kind::Multiple { .. } | Kind::Text { .. } => question
            .choices()
            .iter()
            .map(|own| Leaf { name: own.id.clone(), value: Value::Code(own.code) })
            .collect(),
    }
}

/// Shares of a question with one answer: wholes that add up to everyone, some of them split.
pub(crate) struct Tree(Vec<Whole>);

struct Whole {
    places: BTreeSet<usize>,
    share: Share,
    line: usize,
    parts: Vec<(usize, u64)>,
}

impl Tree {
    /// Reads shares as they are written: `yes`, `once+several`, `3-9`. A share of several options
    /// is either split by shares of its own options or, on a scale, evenly.
    pub fn resolve(question: &Question, entries: &[Entry], line: usize) -> Result<Self, Fault> {
        let leaves = leaves(question);
        let mut sets: Vec<(BTreeSet<usize>, &Entry)> = Vec::new();
        for entry in entries {
            sets.push((places(question, &leaves, entry)?, entry));
        }
        // Wholes come before their parts.
        sets.sort_by_key(|(places, _)| std::cmp::Reverse(places.len()));
        let mut wholes: Vec<Whole> = Vec::new();
        for (places, entry) in sets {
            let share = entry.share.value;
            let around = wholes.iter_mut().find(|whole| !whole.places.is_disjoint(&places));
            match (around, places.first()) {
                (None, _) => {
                    wholes.push(Whole { places, share, line: entry.line, parts: Vec::new() });
                }
                (Some(whole), Some(place))
                    if places.len() == 1
                        && whole.places.len() > 1
                        && whole.parts.iter().all(|(own, _)| own != place) =>
                {
                    whole.parts.push((*place, share.millionths()));
                }
                _ => {
                    let what = format!("`{}` has some of its share elsewhere", entry.key);
                    return Fault::fail(entry.line, what);
                }
            }
        }
        for whole in &mut wholes {
            whole.settle(question)?;
        }
        wholes.sort_by_key(|whole| whole.places.first().copied());
        let covered = |place: &usize| wholes.iter().any(|whole| whole.places.contains(place));
        if let Some(bare) = (0..leaves.len()).find(|place| !covered(place)) {
            let what = format!("`{}` gives `{}` no share", question.id, leaves[bare].name);
            return Fault::fail(line, what);
        }
        Ok(Self(wholes))
    }

    /// What the shares sum to, in millionths.
    pub fn sum(&self) -> u64 {
        self.0.iter().map(|whole| whole.share.millionths()).sum()
    }

    /// What the shares of these places sum to, in millionths; even splits are rounded down.
    pub fn sum_of(&self, places: &BTreeSet<usize>) -> u64 {
        let of = |whole: &Whole| -> u64 {
            let weights: u64 = whole.parts.iter().map(|(_, weight)| weight).sum();
            let own = whole.parts.iter().filter(|(place, _)| places.contains(place));
            let own: u64 = own.map(|(_, weight)| weight).sum();
            (whole.share.millionths() * own).checked_div(weights).unwrap_or(0)
        };
        self.0.iter().map(of).sum()
    }

    /// How many of `n` people fall on each place.
    pub fn counts(&self, n: u64, places: usize) -> Vec<u64> {
        let mut counts = vec![0; places];
        let weights: Vec<u64> = self.0.iter().map(|whole| whole.share.millionths()).collect();
        for (whole, n) in self.0.iter().zip(split(n, &weights)) {
            let weights: Vec<u64> = whole.parts.iter().map(|(_, weight)| *weight).collect();
            for ((place, _), n) in whole.parts.iter().zip(split(n, &weights)) {
                counts[*place] += n;
            }
        }
        counts
    }
}

impl Whole {
    /// Checks how the share is split, and splits it where that goes without saying.
    fn settle(&mut self, question: &Question) -> Result<(), Fault> {
        let even = self.places.len() == 1 || question.choices().is_empty();
        if self.parts.is_empty() && even {
            self.parts = self.places.iter().map(|place| (*place, 1)).collect();
            return Ok(());
        }
        let sum: u64 = self.parts.iter().map(|(_, weight)| weight).sum();
        if self.parts.len() != self.places.len() || sum != self.share.millionths() {
            let what = format!(
                "is {} for {} options together; their own shares sum to {} over {}",
                self.share,
                self.places.len(),
                Share::of_millionths(sum),
                self.parts.len()
            );
            return Fault::fail(self.line, what);
        }
        self.parts.sort_unstable();
        Ok(())
    }
}

fn places(question: &Question, leaves: &[Leaf], entry: &Entry) -> Result<BTreeSet<usize>, Fault> {
    let mut places = BTreeSet::new();
    for name in entry.key.split('+') {
        let range = name.split_once('-').unwrap_or((name, name));
        let find = |name: &str| leaves.iter().position(|leaf| leaf.name == name);
        match (find(range.0), find(range.1)) {
            (Some(first), Some(last)) if first <= last => places.extend(first..=last),
            _ => {
                let what = format!("`{}` has no option `{name}`", question.id);
                return Fault::fail(entry.line, what);
            }
        }
    }
    Ok(places)
}

/// The shares of a question that takes several options, by place, in millionths.
pub(crate) fn shares(
    question: &Question,
    exclusive: &[i64],
    entries: &[Entry],
    line: usize,
) -> Result<Vec<u64>, Fault> {
    let leaves = leaves(question);
    let mut shares = vec![None; leaves.len()];
    for entry in entries {
        match leaves.iter().position(|leaf| leaf.name == entry.key) {
            Some(place) => shares[place] = Some(entry.share.value.millionths()),
            None => {
                let what = format!("`{}` has no option `{}`", question.id, entry.key);
                return Fault::fail(entry.line, what);
            }
        }
    }
    if let Some(bare) = shares.iter().position(Option::is_none) {
        let what = format!("`{}` gives `{}` no share", question.id, leaves[bare].name);
        return Fault::fail(line, what);
    }
    let shares: Vec<u64> = shares.into_iter().flatten().collect();
    let alone = |place: usize| exclusive.iter().any(|code| leaves[place].value.has(*code));
    let of = |alone_too: bool| (0..shares.len()).filter(move |place| alone(*place) == alone_too);
    let excluding: u64 = of(true).map(|place| shares[place]).sum();
    let others = Share::ONE.millionths().saturating_sub(excluding);
    if of(false).map(|place| shares[place]).sum::<u64>() < others {
        let what = "everyone who answers ticks something; these shares leave some without";
        return Fault::fail(line, what);
    }
    if let Some(entry) = entries.iter().find(|own| {
        let place = leaves.iter().position(|leaf| leaf.name == own.key);
        place.is_some_and(|place| !alone(place) && shares[place] > others)
    }) {
        let what = format!("`{}` and the options that exclude it exceed 100 %", entry.key);
        return Fault::fail(entry.line, what);
    }
    Ok(shares)
}
