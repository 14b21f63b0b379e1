//! Ticks of a question that takes several options: every option by its own margin.

use crate::dice::Dice;

/// A question with several options on its way to the people who answer it.
pub(crate) struct Ticks<'a> {
    /// How many people tick each option.
    pub counts: Vec<u64>,
    /// Whether an option excludes all others.
    pub exclusive: &'a [bool],
}

impl Ticks<'_> {
    /// Deals the ticks so that every option has its count and everyone has at least one.
    ///
    /// The ticks lie in one deck, option after option, and are dealt round and round: an option
    /// has no more ticks than there are people, so nobody gets it twice. Then single ticks change
    /// hands, so that people differ in how many they have.
    pub fn deal(mut self, weights: &[u64], dice: &mut Dice) -> Vec<Vec<usize>> {
        let mut ticks: Vec<Vec<usize>> = vec![Vec::new(); weights.len()];
        let (mut singles, doubles): (Vec<usize>, Vec<usize>) =
            (0..weights.len()).partition(|person| weights[*person] <= 1);
        for person in doubles {
            ticks[person] = self.for_two(dice);
        }
        for option in (0..self.counts.len()).filter(|option| self.exclusive[*option]) {
            let count = usize::try_from(self.counts[option]).unwrap_or(usize::MAX);
            let alone = singles.split_off(singles.len() - count.min(singles.len()));
            alone.into_iter().for_each(|person| ticks[person].push(option));
        }
        self.fit(singles.len() as u64);
        let mut round = singles.iter().cycle();
        for option in (0..self.counts.len()).filter(|option| !self.exclusive[*option]) {
            for _ in 0..self.counts[option] {
                if let Some(person) = round.next() {
                    ticks[*person].push(option);
                }
            }
        }
        swap(&mut ticks, &singles, dice);
        ticks.iter_mut().for_each(|own| own.sort_unstable());
        ticks
    }

    /// One or two options for a person who weighs 2.
    fn for_two(&mut self, dice: &mut Dice) -> Vec<usize> {
        let mut own = Vec::new();
        for _ in 0..2 {
            let free = |option: usize| !self.exclusive[option] && self.counts[option] >= 2;
            let deck: u64 =
                (0..self.counts.len()).filter(|o| free(*o)).map(|o| self.counts[o]).sum();
            let mut place = dice.below(deck);
            let drawn = (0..self.counts.len()).filter(|option| free(*option)).find(|option| {
                let here = place < self.counts[*option];
                place = place.saturating_sub(self.counts[*option]);
                here
            });
            if let Some(option) = drawn.filter(|option| !own.contains(option)) {
                self.counts[option] -= 2;
                own.push(option);
            }
        }
        own
    }

    /// Makes the deck fit: no option more often than there are people, no person without a tick.
    /// Where shares are as the check wants them, this changes nothing but for rounding.
    fn fit(&mut self, people: u64) {
        let exclusive = self.exclusive;
        let open = || (0..exclusive.len()).filter(|option| !exclusive[*option]);
        open().for_each(|option| self.counts[option] = self.counts[option].min(people));
        let mut short = people.saturating_sub(open().map(|option| self.counts[option]).sum());
        for option in open() {
            let more = short.min(people - self.counts[option]);
            self.counts[option] += more;
            short -= more;
        }
    }
}

fn swap(ticks: &mut [Vec<usize>], people: &[usize], dice: &mut Dice) {
    for giver in people.iter().chain(people) {
        let taker = people[dice.index(people.len())];
        let place = dice.index(ticks[*giver].len());
        if ticks[*giver].len() < 2 || ticks[taker].contains(&ticks[*giver][place]) {
            continue;
        }
        let tick = ticks[*giver].swap_remove(place);
        ticks[taker].push(tick);
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn every_option_has_its_count_and_everyone_a_tick(
            seed in any::<u64>(),
            singles in 30..200_u64,
            doubles in 0..3_u64,
            shares in prop::collection::vec(20..80_u64, 4..9),
        ) {
            let n = singles + 2 * doubles;
            let mut counts: Vec<u64> = shares.iter().map(|share| n * share / 100).collect();
            counts.push(n / 10);
            let mut exclusive = vec![false; shares.len()];
            exclusive.push(true);
            let mut weights = vec![1; singles as usize];
            weights.extend(vec![2; doubles as usize]);
            prop_assume!(counts[..shares.len()].iter().sum::<u64>() >= n + 4 * doubles);
            let ticks = Ticks { counts: counts.clone(), exclusive: &exclusive };
            let dealt = ticks.deal(&weights, &mut Dice::new(seed));
            let mut met = vec![0; counts.len()];
            for (own, weight) in dealt.iter().zip(&weights) {
                prop_assert!(!own.is_empty());
                prop_assert!(own.windows(2).all(|pair| pair[0] < pair[1]), "an option twice");
                prop_assert!(!own.contains(&shares.len()) || own.len() == 1);
                own.iter().for_each(|option| met[*option] += weight);
            }
            prop_assert_eq!(met, counts);
        }
    }
}
