//! Numbers that come again in every run, and at any place of it.

/// A step of the generator's state.
const STEP: u64 = 0x9e37_79b9_7f4a_7c15;

/// SplitMix64.
pub struct Dice(u64);

impl Dice {
    /// The beginning of a row of numbers.
    pub fn new(row: u64) -> Self {
        Self(row)
    }

    /// A place in a row of numbers, from where it goes on as it would from its beginning.
    pub fn at(row: u64, place: u64) -> Self {
        Self(row.wrapping_add(STEP.wrapping_mul(place)))
    }

    /// The next number.
    pub fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(STEP);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// The next number below a bound, or nought.
    pub fn below(&mut self, bound: usize) -> usize {
        (self.next() % bound.max(1) as u64) as usize
    }
}
