//! How fast a list is taken over, again and for the first time: `cargo run --release -p matching
//! --example import -- FOLDER ROWS`. The folder must not be there; it is left for a look.
#![expect(clippy::unwrap_used, reason = "a measurement that cannot go on has failed")]
#![expect(clippy::disallowed_methods, reason = "a measurement asks the clock")]

use std::path::Path;
use std::time::Instant;

use exchange::{Change, Fault, HashValue, Row};
use jiff::Timestamp;
use matching::{ImportOptions, Source, Writer};
use pdq::Fingerprint;

const POLICY: &str = "title = \"Random hashes\"\nsource = \"This program\"\nclass = \"test\"\n";

/// SplitMix64: the same rows each time, quicker than they are taken over.
fn mixed(state: &mut u64) -> u64 {
    *state = state.wrapping_add(0x9e37_79b9_7f4a_7c15);
    let one = (*state ^ (*state >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    let two = (one ^ (one >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    two ^ (two >> 31)
}

fn rows(count: u64) -> impl Iterator<Item = Result<Row, Fault>> {
    let mut state = 7;
    (1..=count).map(move |line| {
        let mut bytes = [0; 32];
        bytes.chunks_exact_mut(8).for_each(|part| {
            part.copy_from_slice(&mixed(&mut state).to_le_bytes());
        });
        Ok(Row::new(Change::Add(HashValue::from(Fingerprint(bytes))), line))
    })
}

/// The most memory that this process has had (MiB).
fn most_memory() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap();
    let line = status.lines().find(|line| line.starts_with("VmHWM:")).unwrap();
    line.split_whitespace().nth(1).unwrap().parse::<u64>().unwrap() / 1024
}

/// Seconds that processors have worked for this process, all its threads together.
fn worked() -> f64 {
    let stat = std::fs::read_to_string("/proc/self/stat").unwrap();
    let fields = stat.rsplit_once(')').unwrap().1.split_whitespace();
    // User and system time, in the hundredths of a second that Linux counts.
    let ticks: u32 = fields.skip(11).take(2).map(|field| field.parse::<u32>().unwrap()).sum();
    f64::from(ticks) / 100.0
}

#[tokio::main]
async fn main() {
    let arguments: Vec<String> = std::env::args().collect();
    let (lists, count) = (Path::new(&arguments[1]), arguments[2].parse::<u64>().unwrap());
    let now = Timestamp::now();
    matching::create(lists, "random", POLICY, now).await.unwrap();
    for what in ["first", "again"] {
        let (begun, before) = (Instant::now(), worked());
        let mut writer = Writer::open(lists, "random", now).await.unwrap();
        let (source, options) = (Source::stream("random"), ImportOptions::default());
        let mut staged = 0.0;
        let mut progress = |_| staged = begun.elapsed().as_secs_f64();
        let done = writer.import(&source, rows(count), options, now, &mut progress).await.unwrap();
        writer.close().await.unwrap();
        let seconds = begun.elapsed().as_secs_f64();
        println!(
            "{what}: {:?}, {seconds:.1} s ({staged:.1} s until all rows were written), {:.0} rows/s, \
             {:.1} s of processors, {} MiB at most",
            done.done,
            f64::from(u32::try_from(count).unwrap()) / seconds,
            worked() - before,
            most_memory()
        );
    }
}
