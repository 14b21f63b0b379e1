//! How long files take: decoder alone, digests alone, everything in this process, everything in a worker.
//! `cargo run --release --package media --example files -- FILE.jpg…`. One thread; of eleven rounds over all
//! files, the fastest and the middle one, in milliseconds a file: of this thread's processor time, which
//! counts on a machine that others use too, and for the worker by the clock.
#![expect(clippy::unwrap_used, reason = "a measurement that cannot go on has failed")]

use std::hint::black_box;
use std::num::NonZeroUsize;
use std::process::Command;
use std::time::{Duration, Instant};

use media::{Digests, Engine, Settings, Workers};
use rustix::time::{ClockId, clock_gettime};
use zune_core::bytestream::ZCursor;
use zune_core::colorspace::ColorSpace;
use zune_core::options::DecoderOptions;

fn main() {
    if std::env::args().nth(1).as_deref() == Some("worker") {
        media::run_worker().unwrap();
        return;
    }
    let files: Vec<Vec<u8>> =
        std::env::args().skip(1).map(|own| std::fs::read(own).unwrap()).collect();
    assert!(!files.is_empty(), "give some JPEG files");
    measure("zune-jpeg alone, to RGB", thread, &files, zune);
    measure("MD5, SHA-1, SHA-256", thread, &files, |bytes| {
        black_box(Digests::of(bytes));
    });
    let mut engine = Engine::new(Settings::default());
    measure("decode and PDQ", thread, &files, |bytes| {
        black_box(engine.print(bytes).unwrap());
    });
    let mut engine = Engine::new(Settings::default());
    measure("digests, decode and PDQ", thread, &files, |bytes| {
        black_box((Digests::of(bytes), engine.print(bytes).unwrap()));
    });
    let mut command = Command::new(std::env::current_exe().unwrap());
    command.arg("worker");
    let workers = Workers::start(NonZeroUsize::MIN, Settings::default(), command).unwrap();
    let began = Instant::now();
    let clock = || began.elapsed().as_secs_f64();
    measure("the same in a worker, by the clock", clock, &files, |bytes| {
        black_box(workers.hash_bytes(bytes).unwrap().picture.unwrap());
    });
}

/// Seconds of processor time that this thread has had.
fn thread() -> f64 {
    let time = clock_gettime(ClockId::ThreadCPUTime);
    Duration::new(time.tv_sec.unsigned_abs(), u32::try_from(time.tv_nsec).unwrap()).as_secs_f64()
}

fn zune(bytes: &[u8]) {
    let options = DecoderOptions::default().jpeg_set_out_colorspace(ColorSpace::RGB);
    let mut decoder = zune_jpeg::JpegDecoder::new_with_options(ZCursor::new(bytes), options);
    black_box(decoder.decode().unwrap());
}

fn measure(what: &str, now: impl Fn() -> f64, files: &[Vec<u8>], mut work: impl FnMut(&[u8])) {
    let mut round = || {
        let began = now();
        files.iter().for_each(|bytes| work(black_box(bytes)));
        (now() - began) * 1e3
    };
    let mut rounds: Vec<f64> = (0..11).map(|_| round()).collect();
    rounds.sort_by(f64::total_cmp);
    let [least, middle] =
        [0, 5].map(|at| rounds[at] / f64::from(u32::try_from(files.len()).unwrap()));
    println!("{what}: {least:.3} ms, middle {middle:.3} ms");
}
