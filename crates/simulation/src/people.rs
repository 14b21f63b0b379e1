//! Who answers: group, instrument, language, day. All of it follows from the specification alone.

use instrument::Answers;
use jiff::civil::Date;

use crate::calendar::Calendar;
use crate::dice::Dice;
use crate::quota::{fill, split};
use crate::spec::{Part, Pull, Spec};
use crate::{Share, Tagged};

/// A person who answers; with a copy, one who answered twice.
pub(crate) struct Person {
    /// Whether it belongs to the language group.
    pub in_group: bool,
    /// Place of the instrument in the specification.
    pub instrument: usize,
    /// Place of the language in the specification.
    pub language: usize,
    /// The day; of an answer with a copy, both days.
    pub days: Vec<Date>,
    /// Whether the answer has an exact copy: it then counts twice in every quota.
    pub copied: bool,
    /// How far the person is drawn towards each trait, in millionths, in the order of [`traits`].
    pub traits: Vec<i64>,
    /// Place of the last page that the person sends.
    pub last: usize,
    /// The answers so far.
    pub answers: Answers,
}

impl Person {
    /// How many answers it stands for.
    pub fn weight(&self) -> u64 {
        1 + u64::from(self.copied)
    }
}

/// The traits that something goes with, in the order in which the specification names them.
pub(crate) fn traits(spec: &Spec) -> Vec<&str> {
    let mut names: Vec<&str> = Vec::new();
    let leans = spec.instruments.iter().flat_map(|part| &part.lean);
    let follows = spec.questions.iter().filter_map(|question| question.follows.as_ref());
    for Pull { of, .. } in leans.chain(follows) {
        if !names.contains(&of.as_str()) {
            names.push(of);
        }
    }
    names
}

/// How many answers each instrument has, in the group and in all languages.
pub(crate) fn instrument_counts(spec: &Spec) -> [Vec<u64>; 2] {
    let weights = |share: fn(&Part) -> &Tagged<Share>| -> Vec<u64> {
        spec.instruments.iter().map(|part| share(part).value.millionths()).collect()
    };
    [
        split(spec.group_total(), &weights(|part| &part.group)),
        split(spec.total.value, &weights(|part| &part.all)),
    ]
}

/// How many answers of a group have a copy.
pub(crate) fn copies(spec: &Spec, in_group: bool) -> u64 {
    let (group, all) = (spec.copies.group.value, spec.copies.all.value);
    if in_group { group } else { all.saturating_sub(group) }
}

/// Everyone, without answers.
pub(crate) fn people(spec: &Spec, dice: &mut Dice) -> Vec<Person> {
    let [group, all] = instrument_counts(spec);
    let mut people = Vec::new();
    for in_group in [true, false] {
        for (at, part) in spec.instruments.iter().enumerate() {
            let answers = if in_group { group[at] } else { all[at].saturating_sub(group[at]) };
            let copied = if part.id == spec.copies.instrument { copies(spec, in_group) } else { 0 };
            let copied = copied.min(answers / 2);
            let person = |copied| Person {
                in_group,
                instrument: at,
                language: 0,
                days: Vec::new(),
                copied,
                traits: Vec::new(),
                last: 0,
                answers: Answers::new(),
            };
            people.extend((0..copied).map(|_| person(true)));
            people.extend((0..answers - 2 * copied).map(|_| person(false)));
        }
    }
    give_languages(spec, &mut people, dice);
    give_days(spec, &mut people, dice);
    give_traits(spec, &mut people, dice);
    people
}

fn give_languages(spec: &Spec, people: &mut [Person], dice: &mut Dice) {
    for in_group in [true, false] {
        let of_group = |at: &usize| (spec.languages[*at].tag == spec.group) == in_group;
        let languages: Vec<usize> = (0..spec.languages.len()).filter(of_group).collect();
        let counts: Vec<u64> =
            languages.iter().map(|at| spec.languages[*at].answers.value).collect();
        let mut order = members(people, in_group);
        dice.shuffle(&mut order);
        let weights: Vec<u64> = order.iter().map(|at| people[*at].weight()).collect();
        for (person, language) in order.iter().zip(fill(&weights, &counts)) {
            people[*person].language = languages[language];
        }
    }
}

fn give_days(spec: &Spec, people: &mut [Person], dice: &mut Dice) {
    let calendar = Calendar::of(spec);
    for in_group in [true, false] {
        let members = members(people, in_group);
        let answers = members.iter().map(|at| people[*at].weight()).sum();
        let mut days = calendar.spread(answers);
        dice.shuffle(&mut days);
        let mut days = days.into_iter();
        for at in members {
            let day = days.next().unwrap_or(spec.last_day.value);
            people[at].days.push(day);
            if people[at].copied {
                // The copy's own day gives way: it comes in the week of what it copies.
                days.next();
                let week = calendar.week_of(day);
                let copy = week.get(dice.index(week.len())).copied();
                people[at].days.push(copy.unwrap_or(day));
            }
        }
    }
}

fn give_traits(spec: &Spec, people: &mut [Person], dice: &mut Dice) {
    let traits = traits(spec);
    let lean = |part: &Part, name: &str| -> i64 {
        part.lean.iter().filter(|own| own.of == name).map(|own| own.weight.value.signed()).sum()
    };
    for person in people {
        let part = &spec.instruments[person.instrument];
        for name in &traits {
            let drawn = i64::try_from(dice.below(Share::ONE.millionths())).unwrap_or(0);
            person.traits.push(drawn + lean(part, name));
        }
    }
}

/// The places of the people of the group, or of all others.
pub(crate) fn members(people: &[Person], in_group: bool) -> Vec<usize> {
    (0..people.len()).filter(|at| people[*at].in_group == in_group).collect()
}
