//! Invented lists of hashes, and questions of which the answer is partly known beforehand.
//!
//! Hash number n comes from n alone, so a list of a hundred million needs no memory to be written, and
//! any of its hashes can be made again.

use std::fs::File;
use std::io::{BufWriter, Write};
use std::path::Path;

use anyhow::Result;
use radius::{Entry, Hash};
use rayon::prelude::*;

use crate::dice::Dice;

/// Bits that a planted question may have changed: just within the distance that is asked for.
const CHANGED: usize = 31;
/// One hash in so many is near another one, 0 to 40 bits away, as on real lists.
const NEAR: u64 = 100;
/// Rows of numbers: of hashes, of what is near, of questions.
const HASHES: u64 = 0x5eed_0001;
const NEARNESS: u64 = 0x5eed_0002;
const QUESTIONS: u64 = 0x5eed_0003;

/// A question.
pub struct Question {
    /// What is asked for.
    pub hash: Hash,
    /// For every second one: which listed hash it was made from, and how many bits were changed.
    pub planted: Option<(u32, u32)>,
}

/// The listed hash with this number.
pub fn listed(number: u32) -> Hash {
    let number = u64::from(number);
    if number == 0 || !number.is_multiple_of(NEAR) {
        return drawn(number);
    }
    let mut dice = Dice::at(NEARNESS, 64 * number);
    let earlier = dice.next() % (number / NEAR) * NEAR + 1 + dice.next() % (NEAR - 1);
    let bits = dice.below(41);
    changed(drawn(earlier), bits, &mut dice)
}

/// A hash of even bits.
fn drawn(number: u64) -> Hash {
    even(&mut Dice::at(HASHES, 4 * number))
}

/// The next hash of even bits.
pub fn even(dice: &mut Dice) -> Hash {
    let mut hash = [0; 32];
    hash.as_chunks_mut::<8>().0.iter_mut().for_each(|eight| *eight = dice.next().to_le_bytes());
    hash
}

/// A hash with so many of its bits changed, none of them twice.
pub fn changed(mut hash: Hash, bits: usize, dice: &mut Dice) -> Hash {
    let mut places: [u8; 256] = std::array::from_fn(|at| at as u8);
    for at in 0..bits.min(256) {
        places.swap(at, at + dice.below(256 - at));
        let place = usize::from(places[at]);
        hash[place / 8] ^= 1 << (place % 8);
    }
    hash
}

/// The first hashes of the list, each with its number as label.
pub fn entries(from: u32, until: u32) -> Vec<Entry> {
    (from..until).into_par_iter().map(|label| Entry { hash: listed(label), label }).collect()
}

/// Questions to a list of this length: one of even bits, one planted, and so on.
pub fn questions(list: u32, count: usize) -> Vec<Question> {
    let mut dice = Dice::new(QUESTIONS);
    let question = |at: usize| {
        if at.is_multiple_of(2) {
            return Question { hash: even(&mut dice), planted: None };
        }
        let number = dice.below(list as usize) as u32;
        let bits = dice.below(CHANGED + 1);
        let hash = changed(listed(number), bits, &mut dice);
        Question { hash, planted: Some((number, bits as u32)) }
    };
    (0..count).map(question).collect()
}

/// Writes hashes behind each other, 32 bytes each.
///
/// # Errors
/// When the disk refuses.
pub fn write(path: &Path, hashes: impl Iterator<Item = Hash>) -> Result<()> {
    let mut file = BufWriter::with_capacity(1 << 20, File::create(path)?);
    for hash in hashes {
        file.write_all(&hash)?;
    }
    Ok(file.into_inner()?.sync_data()?)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn distance(one: &Hash, two: &Hash) -> u32 {
        one.iter().zip(two).map(|(one, two)| (one ^ two).count_ones()).sum()
    }

    #[test]
    fn a_planted_question_is_as_far_from_its_hash_as_it_says() {
        let all = questions(1000, 400);
        for question in &all {
            if let Some((number, bits)) = question.planted {
                assert_eq!(distance(&question.hash, &listed(number)), bits);
                assert!(bits <= 31 && number < 1000);
            }
        }
        assert_eq!(all.iter().filter(|own| own.planted.is_some()).count(), 200);
    }

    #[test]
    fn one_hash_in_a_hundred_is_near_an_earlier_one_and_the_others_are_not() {
        let all: Vec<Hash> = (0..1000).map(listed).collect();
        for (at, hash) in all.iter().enumerate().skip(1) {
            let nearest = all[..at].iter().map(|other| distance(hash, other)).min().unwrap_or(256);
            assert_eq!(nearest <= 40, at % 100 == 0, "hash {at} is {nearest} bits from another");
        }
    }

    #[test]
    fn hashes_can_be_made_from_any_place() {
        assert_eq!(entries(70, 80)[5].hash, listed(75));
        let mut dice = Dice::new(HASHES);
        let fourth: Vec<Hash> = (0..4).map(|_| even(&mut dice)).collect();
        assert_eq!(fourth[3], listed(3));
    }
}
