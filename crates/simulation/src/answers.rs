//! What people answer, question by question.

use instrument::{Instrument, Kind, Missing, Question, Value};

use crate::deal::Ticks;
use crate::dice::Dice;
use crate::error::Fault;
use crate::options::{Tree, leaves, shares};
use crate::people::{Person, traits};
use crate::quota::{fill, nearest, split};
use crate::spec::{Margins, Spec};
use crate::{Share, people};

/// How many people there are of each answer: in the group, and in the rest.
type Counts = [Vec<u64>; 2];

/// One question being put to everyone who is asked it, in all instruments at once.
pub(crate) struct Round<'a> {
    pub spec: &'a Spec,
    /// The instruments in the order of the specification.
    pub instruments: &'a [&'a Instrument],
    pub question: &'a Question,
    pub margins: &'a Margins,
}

impl Round<'_> {
    /// Lets everyone who is asked answer or leave it out. Earlier pages must have been answered.
    pub fn run(&self, people: &mut [Person], dice: &mut Dice) -> Result<(), Fault> {
        // Group and rest.
        let mut answering = [Vec::new(), Vec::new()];
        for (own, in_group) in answering.iter_mut().zip([true, false]) {
            let mut asked = people::members(people, in_group);
            asked.retain(|at| self.is_asked(&people[*at]));
            *own = self.leave_out(asked, people, dice);
        }
        match &self.question.kind {
            Kind::Text { .. } => {
                for at in answering.iter().flatten() {
                    let text = self.words(&people[*at], dice);
                    self.note(&mut people[*at], Value::Text(text));
                }
                Ok(())
            }
            Kind::Multiple { exclusive, .. } => self.tick(exclusive, &answering, people, dice),
            Kind::Single(_) | Kind::Scale { .. } | Kind::Number { .. } => {
                self.choose(&answering, people, dice)
            }
        }
    }

    fn is_asked(&self, person: &Person) -> bool {
        let instrument = self.instruments[person.instrument];
        instrument.pages.iter().take(person.last + 1).any(|page| {
            page.questions.iter().any(|question| question.id == self.question.id)
                && page.asked(&person.answers).iter().any(|asked| asked.id == self.question.id)
        })
    }

    /// Notes who of those asked does not answer, and returns the others in random order.
    fn leave_out(&self, asked: Vec<usize>, people: &mut [Person], dice: &mut Dice) -> Vec<usize> {
        let missing = self.spec.missing_of(self.margins);
        let offered = |way: Missing, share: u64| {
            if self.question.offer.contains(&way) { share } else { 0 }
        };
        let mut weights = [
            0,
            missing.skipped.value.millionths(),
            offered(Missing::Refused, missing.refused.value.millionths()),
            offered(Missing::DontKnow, missing.dont_know.value.millionths()),
        ];
        weights[0] = Share::ONE.millionths() - weights.iter().sum::<u64>();
        if let Some(words) = &self.margins.words {
            let some = words.value.millionths();
            weights = [some, Share::ONE.millionths() - some, 0, 0];
        }
        let mut order = asked;
        dice.shuffle(&mut order);
        let own = weights_of(&order, people);
        let cells = fill(&own, &split(own.iter().sum(), &weights));
        let ways = [None, Some(Missing::Skipped), Some(Missing::Refused), Some(Missing::DontKnow)];
        let mut answering = Vec::new();
        for (at, cell) in order.into_iter().zip(cells) {
            match ways[cell] {
                None => answering.push(at),
                Some(way) => self.note(&mut people[at], way.into()),
            }
        }
        dice.shuffle(&mut answering);
        answering
    }

    /// One answer each.
    fn choose(
        &self,
        answering: &[Vec<usize>; 2],
        people: &mut [Person],
        dice: &mut Dice,
    ) -> Result<(), Fault> {
        let leaves = leaves(self.question);
        let tree = |entries| Tree::resolve(self.question, entries, self.margins.line);
        let (group, all) = (tree(&self.margins.group)?, tree(&self.margins.all)?);
        let counts = self.counts(answering, people, |in_group, n| {
            let tree = if in_group { &group } else { &all };
            tree.counts(n, leaves.len())
        })?;
        for (own, counts) in answering.iter().zip(counts) {
            let order = self.order(own, people, dice);
            let cells = fill(&weights_of(&order, people), &counts);
            for (at, cell) in order.iter().zip(cells) {
                self.note(&mut people[*at], leaves[cell].value.clone());
            }
        }
        Ok(())
    }

    /// Any number of options each.
    fn tick(
        &self,
        exclusive: &[i64],
        answering: &[Vec<usize>; 2],
        people: &mut [Person],
        dice: &mut Dice,
    ) -> Result<(), Fault> {
        let read = |entries| shares(self.question, exclusive, entries, self.margins.line);
        let (group, all) = (read(&self.margins.group)?, read(&self.margins.all)?);
        let codes: Vec<i64> = self.question.choices().iter().map(|choice| choice.code).collect();
        let alone: Vec<bool> = codes.iter().map(|code| exclusive.contains(code)).collect();
        let counts = self.counts(answering, people, |in_group, n| {
            let shares = if in_group { &group } else { &all };
            shares.iter().map(|share| nearest(n, *share)).collect()
        })?;
        for (own, counts) in answering.iter().zip(counts) {
            let ticks = Ticks { counts, exclusive: &alone };
            for (at, ticks) in own.iter().zip(ticks.deal(&weights_of(own, people), dice)) {
                let ticked = ticks.into_iter().map(|place| codes[place]).collect();
                self.note(&mut people[*at], Value::Codes(ticked));
            }
        }
        Ok(())
    }

    /// How many of the group and of the rest give each answer: the rest is all minus the group.
    fn counts(
        &self,
        answering: &[Vec<usize>; 2],
        people: &[Person],
        of: impl Fn(bool, u64) -> Vec<u64>,
    ) -> Result<Counts, Fault> {
        let [group, rest] =
            [0, 1].map(|at: usize| weights_of(&answering[at], people).iter().sum::<u64>());
        let own = of(true, group);
        let mut others = of(false, group + rest);
        for (other, own) in others.iter_mut().zip(&own) {
            let Some(left) = other.checked_sub(*own) else {
                let what = format!(
                    "`{}`: all languages together give an answer less often than the group alone",
                    self.question.id
                );
                return Fault::fail(self.margins.line, what);
            };
            *other = left;
        }
        Ok([own, others])
    }

    /// The people in the order in which they fill the options: random, or as a trait draws them.
    fn order(&self, answering: &[usize], people: &[Person], dice: &mut Dice) -> Vec<usize> {
        let mut order = answering.to_vec();
        let Some(pull) = &self.margins.follows else { return order };
        let Some(at) = traits(self.spec).iter().position(|name| *name == pull.of) else {
            return order;
        };
        let (one, weight) = (Share::ONE.signed(), pull.weight.value.signed());
        order.sort_by_cached_key(|person| {
            let chance = i64::try_from(dice.below(Share::ONE.millionths())).unwrap_or(0);
            weight * people[*person].traits[at] + (one - weight.abs()) * chance
        });
        order
    }

    /// Words in the person's language, or in the first that has any.
    fn words(&self, person: &Person, dice: &mut Dice) -> String {
        let language = &self.spec.languages[person.language].tag;
        let own = self.spec.words.iter().find(|words| words.language == *language);
        let texts = own.or(self.spec.words.first()).map_or(&[][..], |words| &words.texts);
        texts.get(dice.index(texts.len())).cloned().unwrap_or_default()
    }

    fn note(&self, person: &mut Person, value: Value) {
        person.answers.insert(self.question.id.clone(), value);
    }
}

fn weights_of(order: &[usize], people: &[Person]) -> Vec<u64> {
    order.iter().map(|at| people[*at].weight()).collect()
}
