//! Counts for an operator, in the text format of Prometheus. Nothing in them says who asked or what.

use std::fmt::Write;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

use crate::answer::{Sent, Word};

/// What is counted apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Call {
    Hash,
    Match,
    Lookup,
    Compat,
}

const CALLS: [(Call, &str); 4] = [
    (Call::Hash, "hash"),
    (Call::Match, "match"),
    (Call::Lookup, "lookup"),
    (Call::Compat, "compat"),
];

const WORDS: [(Word, &str); 3] =
    [(Word::Match, "match"), (Word::NoMatch, "no_match"), (Word::NotAnswered, "not_answered")];

/// Upper ends of the classes of duration, in microseconds.
const CLASSES: [u64; 15] = [
    100, 250, 500, 1_000, 2_500, 5_000, 10_000, 25_000, 50_000, 100_000, 250_000, 500_000,
    1_000_000, 5_000_000, 20_000_000,
];

/// First digits of statuses: 1 to 5.
const HUNDREDS: usize = 5;

/// Counts since the door was opened.
#[derive(Default)]
pub(crate) struct Metrics {
    calls: [OfCall; CALLS.len()],
}

#[derive(Default)]
struct OfCall {
    statuses: [AtomicU64; HUNDREDS],
    words: [AtomicU64; WORDS.len()],
    classes: [AtomicU64; CLASSES.len() + 1],
    micros: AtomicU64,
}

/// A number of a list for an operator.
pub(crate) struct OfList<'a> {
    pub name: &'a str,
    pub entries: usize,
    pub bytes: usize,
    pub state: &'static str,
}

/// What else is told beside what is counted here.
pub(crate) struct Beside<'a> {
    pub lists: Vec<OfList<'a>>,
    pub workers_lost: u64,
    pub keys: usize,
}

fn add(counter: &AtomicU64, count: u64) {
    counter.fetch_add(count, Ordering::Relaxed);
}

fn get(counter: &AtomicU64) -> u64 {
    counter.load(Ordering::Relaxed)
}

impl Metrics {
    fn of(&self, call: Call) -> &OfCall {
        &self.calls[call as usize]
    }

    /// Counts a request that was answered with a status after so long.
    pub fn request(&self, call: Call, status: u16, took: Duration) {
        let own = self.of(call);
        let hundred = usize::from(status / 100).clamp(1, HUNDREDS) - 1;
        add(&own.statuses[hundred], 1);
        let micros = u64::try_from(took.as_micros()).unwrap_or(u64::MAX);
        let class = CLASSES.iter().position(|end| micros <= *end).unwrap_or(CLASSES.len());
        add(&own.classes[class], 1);
        add(&own.micros, micros);
    }

    /// Counts answers.
    pub fn answers(&self, call: Call, sent: &[Sent]) {
        for own in sent {
            self.answer(call, own.outcome);
        }
    }

    /// Counts an answer.
    pub fn answer(&self, call: Call, outcome: Word) {
        add(&self.of(call).words[outcome as usize], 1);
    }

    /// All of it as text.
    pub fn text(&self, beside: &Beside<'_>) -> String {
        let mut text = String::new();
        // Writing to a String cannot fail.
        _ = self.write(&mut text);
        _ = beside.write(&mut text);
        text
    }

    fn write(&self, text: &mut String) -> std::fmt::Result {
        head(text, "requests_total", "counter", "Requests by call and first digit of the status.")?;
        for (call, name) in CALLS {
            for (at, count) in self.of(call).statuses.iter().enumerate() {
                let status = at + 1;
                let labels = format!("call=\"{name}\",status=\"{status}xx\"");
                writeln!(text, "suoja_matching_requests_total{{{labels}}} {}", get(count))?;
            }
        }
        head(text, "answers_total", "counter", "Answers by call and outcome.")?;
        // Hashing asks no list.
        for (call, name) in CALLS.into_iter().filter(|(call, _)| *call != Call::Hash) {
            for (word, outcome) in WORDS {
                let count = get(&self.of(call).words[word as usize]);
                let labels = format!("call=\"{name}\",outcome=\"{outcome}\"");
                writeln!(text, "suoja_matching_answers_total{{{labels}}} {count}")?;
            }
        }
        let help = "Time from the head of a request to its answer, its body included.";
        head(text, "request_seconds", "histogram", help)?;
        for (call, name) in CALLS {
            self.of(call).write_seconds(text, name)?;
        }
        Ok(())
    }
}

impl OfCall {
    fn write_seconds(&self, text: &mut String, name: &str) -> std::fmt::Result {
        let metric = "suoja_matching_request_seconds";
        let mut sum = 0;
        for (at, count) in self.classes.iter().enumerate() {
            sum += get(count);
            let end = CLASSES.get(at).map_or("+Inf".to_owned(), |micros| seconds(*micros));
            writeln!(text, "{metric}_bucket{{call=\"{name}\",le=\"{end}\"}} {sum}")?;
        }
        writeln!(text, "{metric}_sum{{call=\"{name}\"}} {}", seconds(get(&self.micros)))?;
        writeln!(text, "{metric}_count{{call=\"{name}\"}} {sum}")
    }
}

impl Beside<'_> {
    fn write(&self, text: &mut String) -> std::fmt::Result {
        head(text, "list_entries", "gauge", "Fingerprints that the index of a list holds.")?;
        for list in &self.lists {
            writeln!(
                text,
                "suoja_matching_list_entries{{list=\"{}\"}} {}",
                list.name, list.entries
            )?;
        }
        head(text, "list_bytes", "gauge", "Bytes in memory of the index of a list.")?;
        for list in &self.lists {
            writeln!(text, "suoja_matching_list_bytes{{list=\"{}\"}} {}", list.name, list.bytes)?;
        }
        head(text, "list_state", "gauge", "1 for the state in which a list is.")?;
        for list in &self.lists {
            for state in ["ready", "loading", "damaged"] {
                let is = u8::from(list.state == state);
                let labels = format!("list=\"{}\",state=\"{state}\"", list.name);
                writeln!(text, "suoja_matching_list_state{{{labels}}} {is}")?;
            }
        }
        head(text, "workers_lost_total", "counter", "Workers that a file has ended.")?;
        writeln!(text, "suoja_matching_workers_lost_total {}", self.workers_lost)?;
        head(text, "keys", "gauge", "Keys that open.")?;
        writeln!(text, "suoja_matching_keys {}", self.keys)
    }
}

fn head(text: &mut String, name: &str, kind: &str, help: &str) -> std::fmt::Result {
    writeln!(text, "# HELP suoja_matching_{name} {help}\n# TYPE suoja_matching_{name} {kind}")
}

/// Seconds with all their microseconds.
fn seconds(micros: u64) -> String {
    format!("{}.{:06}", micros / 1_000_000, micros % 1_000_000)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_call_stands_at_its_own_place() {
        assert!(CALLS.iter().enumerate().all(|(at, (call, _))| *call as usize == at));
        assert!(WORDS.iter().enumerate().all(|(at, (word, _))| *word as usize == at));
        assert!(CLASSES.is_sorted());
    }

    #[test]
    fn classes_are_counted_upwards() {
        let metrics = Metrics::default();
        metrics.request(Call::Lookup, 200, Duration::from_micros(100));
        metrics.request(Call::Lookup, 503, Duration::from_micros(101));
        metrics.request(Call::Lookup, 200, Duration::from_secs(30));
        let text = metrics.text(&Beside { lists: Vec::new(), workers_lost: 2, keys: 1 });
        for line in [
            "suoja_matching_requests_total{call=\"lookup\",status=\"2xx\"} 2",
            "suoja_matching_requests_total{call=\"lookup\",status=\"5xx\"} 1",
            "suoja_matching_request_seconds_bucket{call=\"lookup\",le=\"0.000100\"} 1",
            "suoja_matching_request_seconds_bucket{call=\"lookup\",le=\"0.000250\"} 2",
            "suoja_matching_request_seconds_bucket{call=\"lookup\",le=\"20.000000\"} 2",
            "suoja_matching_request_seconds_bucket{call=\"lookup\",le=\"+Inf\"} 3",
            "suoja_matching_request_seconds_sum{call=\"lookup\"} 30.000201",
            "suoja_matching_workers_lost_total 2",
        ] {
            assert!(text.lines().any(|own| own == line), "{line}\n{text}");
        }
    }
}
