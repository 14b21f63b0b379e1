//! The same specification gives the same answers everywhere; another seed gives others.

use crate::common::{instruments, spec};
use simulation::{SimulatedAnswer, openings, simulate};

/// FNV-1a over everything, in order.
fn digest(answers: &[SimulatedAnswer]) -> u64 {
    let mut hash = 0xcbf2_9ce4_8422_2325_u64;
    let mut add = |text: &str| {
        for byte in text.bytes().chain([0xff]) {
            hash = (hash ^ u64::from(byte)).wrapping_mul(0x100_0000_01b3);
        }
    };
    for answer in answers {
        add(&format!("{:x?}", answer.number));
        add(&answer.day.to_string());
        add(answer.language.as_str());
        add(&answer.instrument);
        for page in &answer.pages {
            add(&page.page.to_string());
            page.fields.iter().flat_map(|(name, value)| [name, value]).for_each(|text| add(text));
        }
    }
    hash
}

#[test]
fn the_seed_decides_and_nothing_else() {
    let (spec, instruments) = (spec(), instruments());
    let run = |spec| simulate(spec, &instruments.each_ref()).unwrap();
    let first = run(&spec);
    assert_eq!(first, run(&spec));
    assert_eq!(openings(&spec), openings(&spec));
    let swapped = [&instruments[1], &instruments[0]];
    assert_eq!(first, simulate(&spec, &swapped).unwrap(), "the order of arguments decides");
    // On every machine. Changes with the specification, the instruments and the code; then the
    // demonstration's findings change too.
    assert_eq!(digest(&first), 0xb2ab_e09b_ed0d_5145);

    let other = spec.clone().with_seed(1);
    assert_ne!(digest(&first), digest(&run(&other)));
    assert_ne!(openings(&spec), openings(&other));
}
