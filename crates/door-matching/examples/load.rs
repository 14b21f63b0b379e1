//! A door over a list of so many invented hashes, to be put under load:
//!
//! ```text
//! cargo run --release -p door-matching --example load -- FOLDER 10000000
//! wrk -t1 -c8 -d20s --latency -s crates/door-matching/examples/load.lua http://127.0.0.1:8090
//! ```
//!
//! The list is made in the folder the first time. Half of what the script asks is listed, up to 31 bits off.

use std::error::Error;
use std::fs::{DirBuilder, File};
use std::io::Write;
use std::num::NonZeroU32;
use std::os::unix::fs::DirBuilderExt;
use std::path::Path;
use std::sync::Arc;
use std::time::Instant;

use door_matching::{ApiKey, Fingerprinter, Hashes, Service, Settings, Sources, router};
use exchange::{Change, Fault, Row};
use jiff::Timestamp;
use matching::{ImportOptions, Lists, Mode, Source, Writer};
use pdq::Fingerprint;
use web::{Address, Clock};

const POLICY: &str = "title = \"Load\"\nsource = \"invented\"\nclass = \"test\"\n";
const PER_MINUTE: NonZeroU32 = NonZeroU32::MAX;

struct Never;

impl Fingerprinter for Never {
    fn hash(&self, _: &File) -> Result<Hashes, String> {
        Err("this example hashes no files".to_owned())
    }

    fn at_once(&self) -> usize {
        1
    }

    fn lost(&self) -> u64 {
        0
    }
}

/// Stands still: nothing here depends on the time.
struct Noon(Timestamp);

impl Clock for Noon {
    fn now(&self) -> Timestamp {
        self.0
    }
}

#[tokio::main]
async fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = std::env::args().skip(1);
    let folder = arguments.next().ok_or("name a folder")?;
    let count: u64 = arguments.next().ok_or("say how many hashes")?.parse()?;
    let lists = Path::new(&folder).join("lists");
    let clock = Noon("2030-01-15T12:00:00Z".parse()?);
    if !lists.exists() {
        make(&lists, count, clock.now()).await?;
    }
    write_questions(Path::new(&folder), count)?;
    let sources = Sources {
        answers: Arc::new(Lists::open(&lists, Mode::Serving).await?),
        fingerprinter: Arc::new(Never),
        audit: None,
        fetch: None,
        clock: Arc::new(clock),
    };
    let service = Arc::new(Service::new(Settings::default(), sources));
    let key = ApiKey::new([7; 32]);
    service.read_keys(&key.line("load", "match".parse()?, PER_MINUTE).to_string());
    let serving = web::serve(&Address::Tcp("127.0.0.1:8090".parse()?), false).await?;
    println!("export SUOJA_KEY={} SUOJA_QUESTIONS={folder}/questions.txt", *key.to_text());
    serving.run(router(service), std::future::pending()).await;
    Ok(())
}

async fn make(lists: &Path, count: u64, now: Timestamp) -> Result<(), Box<dyn Error>> {
    DirBuilder::new().recursive(true).mode(0o700).create(lists)?;
    matching::create(lists, "load", POLICY, now).await?;
    let row = |line| Ok::<Row, Fault>(Row::new(Change::Add(print(line).into()), line));
    let begun = Instant::now();
    let mut writer = Writer::open(lists, "load", now).await?;
    let source = Source::stream("load");
    let mut said = |read: u64| eprint!("\r{read} rows");
    writer.import(&source, (1..=count).map(row), ImportOptions::default(), now, &mut said).await?;
    eprintln!("\r{count} rows in {:.1} s", begun.elapsed().as_secs_f64());
    Ok(())
}

/// An invented fingerprint.
fn print(seed: u64) -> Fingerprint {
    Fingerprint(*blake3::hash(&seed.to_le_bytes()).as_bytes())
}

/// Ten thousand fingerprints to ask, one a line; every second is listed, with up to 31 bits changed.
fn write_questions(folder: &Path, count: u64) -> Result<(), Box<dyn Error>> {
    let mut file = File::create(folder.join("questions.txt"))?;
    for at in 0..10_000u64 {
        let listed = at % 2 == 0;
        let mut own = print(if listed { 1 + at * 7919 % count } else { count + 1 + at });
        for bit in 0..usize::try_from(at % 32)? {
            own.0[bit] ^= 1 << (bit % 8);
        }
        writeln!(file, "{own}")?;
    }
    Ok(())
}
