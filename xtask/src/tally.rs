//! Counting tests from what the runners print.

/// Tests that passed and failed.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Tally {
    pub passed: u64,
    pub failed: u64,
}

impl Tally {
    /// Takes a line of cargo's or node's test runner.
    pub fn read(&mut self, line: &str) {
        let line = line.trim_start_matches(['#', 'ℹ', ' ']);
        if let Some(result) = line.strip_prefix("test result: ") {
            self.passed += number_before(result, " passed");
            self.failed += number_before(result, " failed");
        } else if let Some(count) = line.strip_prefix("pass ") {
            self.passed += count.trim().parse().unwrap_or(0);
        } else if let Some(count) = line.strip_prefix("fail ") {
            self.failed += count.trim().parse().unwrap_or(0);
        }
    }
}

fn number_before(text: &str, word: &str) -> u64 {
    let before = text.split(word).next().unwrap_or_default();
    before.rsplit(' ').next().and_then(|number| number.parse().ok()).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::Tally;

    #[test]
    fn both_runners_are_read() {
        let mut tally = Tally::default();
        tally.read("test result: ok. 13 passed; 2 failed; 0 ignored; 0 measured; 0 filtered out");
        tally.read("# pass 7");
        tally.read("ℹ fail 1");
        tally.read("test wish ... ok");
        assert_eq!(tally, Tally { passed: 20, failed: 3 });
    }
}
