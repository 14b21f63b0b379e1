//! The trigger decides as a naive twin that knows every entry in the clear.

use std::collections::BTreeSet;

use proptest::prelude::*;

use crate::world::trigger;

/// Harmless words in several scripts, each a single token of its own form.
const WORDS: [&str; 10] =
    ["tea", "pot", "blue", "seven", "kettle", "чай", "синий", "शहर", "إبريق", "old"];

/// A sentence of these words.
fn sentence(longest: usize) -> impl Strategy<Value = Vec<&'static str>> {
    prop::collection::vec(prop::sample::select(&WORDS[..]), 1..=longest)
}

/// Every place where an entry stands in a query, word by word.
fn places(entries: &BTreeSet<Vec<&str>>, query: &[&str]) -> Vec<(usize, usize)> {
    let all =
        (0..query.len()).flat_map(|start| (start + 1..=query.len()).map(move |end| (start, end)));
    all.filter(|(start, end)| entries.contains(&query[*start..*end].to_vec())).collect()
}

fn naive(listed: &BTreeSet<Vec<&str>>, protected: &BTreeSet<Vec<&str>>, query: &[&str]) -> bool {
    let safe = places(protected, query);
    let inside =
        |(start, end): (usize, usize)| safe.iter().any(|own| own.0 <= start && end <= own.1);
    places(listed, query).into_iter().any(|place| !inside(place))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1_000))]
    #[test]
    fn it_decides_as_its_naive_twin(
        listed in prop::collection::btree_set(sentence(4), 1..8),
        protected in prop::collection::btree_set(sentence(5), 0..6),
        queries in prop::collection::vec(sentence(12), 1..20),
    ) {
        let lines = |set: &BTreeSet<Vec<&str>>| -> String {
            set.iter().map(|entry| entry.join(" ") + "\n").collect()
        };
        let list = format!("[phrases]\n{}[exceptions]\n{}", lines(&listed), lines(&protected));
        let trigger = trigger(&list);
        for query in queries {
            let expected = naive(&listed, &protected, &query);
            prop_assert_eq!(trigger.decide(&query.join(" ")).warn, expected, "{:?}", query);
        }
    }

    #[test]
    fn no_query_panics(query in ".{0,300}") {
        let decision = trigger("[words]\ntea\n").decide(&query);
        prop_assert!(decision.complete || query.len() > 60);
    }
}
