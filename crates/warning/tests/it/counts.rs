//! Counts survive what files go through, and hold nothing but counts.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use proptest::prelude::*;
use warning::{Cell, Counts, CountsError, Event, Experiment};

use crate::world::{PLAN, parse, plan};

const CELL: Cell = Cell { arm: 1, language: 0, channel: 1, day: 12 };

fn empty() -> Counts {
    let (plan, hash) = plan();
    Counts::new(&plan, hash)
}

fn read(bytes: &[u8]) -> Result<Counts, CountsError> {
    let (plan, hash) = plan();
    Counts::read(bytes, &plan, hash)
}

/// Writes the next state into a file, as the program does.
fn write(file: &mut [u8], counts: &mut Counts) {
    let (offset, slot) = counts.next_slot();
    let offset = usize::try_from(offset).unwrap();
    file[offset..offset + slot.len()].copy_from_slice(&slot);
}

#[test]
fn what_is_counted_comes_back_and_the_file_keeps_its_size() {
    let mut counts = empty();
    let mut file = counts.to_bytes();
    let size = file.len();
    for round in 1..=5u32 {
        assert!(counts.count(CELL, Event::Shown));
        counts.count(CELL, Event::Help);
        write(&mut file, &mut counts);
        let again = read(&file).unwrap();
        assert_eq!((again.of(CELL, Event::Shown), again.of(CELL, Event::Help)), (round, round));
        assert_eq!(again.of(CELL, Event::Survey), 0);
        assert_eq!(again.cells().filter(|(_, events)| events[0] > 0).count(), 1);
        assert_eq!(
            again.cells().find(|(_, events)| events[0] > 0).map(|(cell, _)| cell),
            Some(CELL)
        );
        counts = again;
    }
    assert_eq!(file.len(), size);
}

#[test]
fn a_write_that_is_cut_off_leaves_the_state_before() {
    let mut counts = empty();
    let mut file = counts.to_bytes();
    counts.count(CELL, Event::Shown);
    write(&mut file, &mut counts);
    counts.count(CELL, Event::Shown);
    let (offset, slot) = counts.next_slot();
    let offset = usize::try_from(offset).unwrap();
    for cut in [1, 9, slot.len() / 2, slot.len() - 1] {
        let mut torn = file.clone();
        torn[offset..offset + cut].copy_from_slice(&slot[..cut]);
        assert_eq!(read(&torn).unwrap().of(CELL, Event::Shown), 1, "cut after {cut}");
    }
}

#[test]
fn other_files_are_refused_by_name() {
    let file = empty().to_bytes();
    assert_eq!(read(b"something else").err(), Some(CountsError::Foreign));
    assert_eq!(read(&file[..file.len() - 1]).err(), Some(CountsError::Damaged));
    let mut later = file.clone();
    later[8] = 9;
    assert_eq!(read(&later).err(), Some(CountsError::Version(9)));
    let (other, hash) = parse(&PLAN.replace("weight = 3", "weight = 2")).unwrap();
    let said = Counts::read(&file, &other, hash).unwrap_err();
    assert!(matches!(said, CountsError::OtherPlan(_)), "{said}");
}

#[test]
fn a_rare_language_of_a_closed_day_is_counted_with_the_others() {
    let mut counts = empty();
    let french = Cell { language: 1, ..CELL };
    let other = Cell { language: 2, ..CELL };
    (0..19).for_each(|_| _ = counts.count(french, Event::Shown));
    (0..20).for_each(|_| _ = counts.count(CELL, Event::Shown));
    counts.count(french, Event::Help);
    counts.merge_small(12, 20);
    assert_eq!(counts.of(french, Event::Shown), 19, "the day is not over");
    counts.merge_small(13, 20);
    assert_eq!(counts.of(french, Event::Shown), 0);
    assert_eq!((counts.of(other, Event::Shown), counts.of(other, Event::Help)), (19, 1));
    assert_eq!(counts.of(CELL, Event::Shown), 20);
}

#[test]
fn an_experiment_counts_only_what_is_planned() {
    let (plan, hash) = plan();
    let experiment = Experiment::new(plan, hash);
    let now = "2030-01-13T08:00:00Z".parse().unwrap();
    experiment.count(Event::Shown, "harm-plain", "en", "onion", now);
    experiment.count(Event::Shown, "harm-plain", "sv", "onion", now);
    experiment.count(Event::Shown, "nobody", "en", "onion", now);
    experiment.count(Event::Shown, "harm-plain", "en", "elsewhere", now);
    experiment.count(
        Event::Shown,
        "harm-plain",
        "en",
        "onion",
        "2031-01-13T08:00:00Z".parse().unwrap(),
    );
    let taken = experiment.take();
    assert_eq!(taken.of(CELL, Event::Shown), 1);
    assert_eq!(taken.of(Cell { language: 2, ..CELL }, Event::Shown), 1, "another language");
    assert_eq!(taken.cells().map(|(_, events)| events[0]).sum::<u32>(), 2);
    assert!(experiment.take().is_empty());
    experiment.put_back(&taken);
    assert_eq!(experiment.take(), taken);
}

proptest! {
    #[test]
    fn no_bytes_panic(bytes: Vec<u8>) {
        prop_assert!(read(&bytes).is_err());
    }

    #[test]
    fn a_flipped_bit_is_noticed_or_harmless(at in any::<prop::sample::Index>(), bit in 0..8u8) {
        let mut counts = empty();
        let mut file = counts.to_bytes();
        counts.count(CELL, Event::Shown);
        write(&mut file, &mut counts);
        let at = at.index(file.len());
        file[at] ^= 1 << bit;
        // One slot is hit: the other, or the state before, is read. A hit header is an error.
        if let Ok(read) = read(&file) {
            prop_assert!(read.of(CELL, Event::Shown) <= 1);
        }
    }
}
