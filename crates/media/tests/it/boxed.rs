//! The box: what a worker may not do, and what it costs when a file makes it try.

use std::fs::File;
use std::num::NonZeroUsize;
use std::path::Path;
use std::process::Command;
use std::thread;
use std::time::{Duration, Instant};

use image::ImageFormat;
use media::{
    Digests, FileError, Limits, Recipe, Settings, Undecodable, WorkerError, Workers,
    hash_trusted_bytes_in_this_process,
};

use crate::draw::colour_file;

const WORKER: &str = env!("CARGO_BIN_EXE_media-test-worker");

fn limits() -> Limits {
    Limits { seconds: 2, ..Limits::default() }
}

fn workers(count: usize, limits: Limits) -> Workers {
    let settings = Settings { limits, ..Settings::default() };
    Workers::start(NonZeroUsize::new(count).unwrap(), settings, Command::new(WORKER)).unwrap()
}

/// The digests are there, and this went wrong with the picture.
fn fails(workers: &Workers, bytes: &[u8]) -> Undecodable {
    let hashed = workers.hash_bytes(bytes).unwrap();
    assert_eq!(hashed.digests, Digests::of(bytes));
    hashed.picture.unwrap_err()
}

#[test]
fn a_worker_gives_what_this_process_gives_file_after_file() {
    let workers = workers(1, limits());
    for format in [ImageFormat::Jpeg, ImageFormat::Png, ImageFormat::Gif, ImageFormat::WebP] {
        let bytes = colour_file(format);
        let here = hash_trusted_bytes_in_this_process(&bytes, Settings::default());
        assert!(here.picture.is_ok());
        assert_eq!(workers.hash_bytes(&bytes).unwrap(), here);
    }
    assert_eq!(fails(&workers, b""), Undecodable::Empty);
    assert_eq!(fails(&workers, b"a text"), Undecodable::NotAPicture);
}

#[test]
fn a_worker_hashes_in_the_mode_that_it_was_given() {
    let mut picture = image::RgbImage::new(900, 700);
    picture.enumerate_pixels_mut().for_each(|(x, y, pixel)| {
        let disc = (x.abs_diff(300).pow(2) + y.abs_diff(200).pow(2)) / 700 % 256;
        pixel.0 = [u8::try_from(disc).unwrap(), u8::try_from(x * y % 256).unwrap(), 9];
    });
    let mut file = std::io::Cursor::new(Vec::new());
    picture.write_to(&mut file, ImageFormat::Png).unwrap();
    let settings = Settings { recipe: Recipe::Reference512, limits: limits() };
    let workers = Workers::start(NonZeroUsize::MIN, settings, Command::new(WORKER)).unwrap();
    let there = workers.hash_bytes(file.get_ref()).unwrap();
    assert_eq!(there, hash_trusted_bytes_in_this_process(file.get_ref(), settings));
    let full = hash_trusted_bytes_in_this_process(file.get_ref(), Settings::default());
    assert_ne!(there.picture.unwrap().fingerprint(), full.picture.unwrap().fingerprint());
}

#[test]
fn what_a_worker_may_not_do_ends_it_and_only_it() {
    let workers = workers(1, limits());
    let may_not = "tried something that it may not do and was ended";
    let forbidden = ["open", "socket", "unix socket", "process", "thread", "print"];
    for what in forbidden {
        let bytes = format!("test: {what}");
        let found = fails(&workers, bytes.as_bytes());
        assert_eq!(found, Undecodable::Crashed(may_not.to_owned()), "{what}");
        assert_eq!(fails(&workers, b"next"), Undecodable::NotAPicture, "after {what}");
    }
}

#[test]
fn a_decoder_that_gives_up_costs_one_worker() {
    let workers = workers(1, limits());
    let Undecodable::Crashed(how) = fails(&workers, b"test: panic") else { panic!("no crash") };
    assert!(how.contains("found itself wrong"), "{how}");
    for bytes in [&b"test: abort"[..], b"test: memory"] {
        let found = fails(&workers, bytes);
        assert_eq!(found, Undecodable::GaveUp(limits().memory));
        let says = found.to_string();
        assert!(says.contains("MiB of memory") && says.contains("--limit-memory"), "{says}");
        assert_eq!(fails(&workers, b"next"), Undecodable::NotAPicture);
    }
}

#[test]
fn a_hang_ends_at_the_limit_while_other_files_go_on() {
    let workers = workers(2, limits());
    thread::scope(|threads| {
        let hanging = threads.spawn(|| {
            for bytes in [&b"test: hang"[..], b"test: wait"] {
                let began = Instant::now();
                assert_eq!(fails(&workers, bytes), Undecodable::TookTooLong(2));
                let took = began.elapsed();
                assert!(took > Duration::from_millis(1500) && took < Duration::from_secs(12));
            }
        });
        let mut others = 0;
        while !hanging.is_finished() {
            assert_eq!(fails(&workers, b"other"), Undecodable::NotAPicture);
            others += 1;
        }
        assert!(others > 20, "{others} files went through beside");
    });
}

#[test]
fn a_worker_that_is_killed_from_outside_is_replaced() {
    let mut command = Command::new(WORKER);
    command.arg("to-be-killed");
    let settings = Settings { limits: Limits { seconds: 20, ..limits() }, ..Settings::default() };
    let workers = Workers::start(NonZeroUsize::MIN, settings, command).unwrap();
    thread::scope(|threads| {
        let waiting = threads.spawn(|| fails(&workers, b"test: wait"));
        thread::sleep(Duration::from_millis(300));
        kill("to-be-killed");
        let Undecodable::Crashed(how) = waiting.join().unwrap() else { panic!("not noticed") };
        assert!(how.contains("ended from outside"), "{how}");
    });
    assert_eq!(fails(&workers, b"next"), Undecodable::NotAPicture);
}

/// Ends the process that was started with this word.
fn kill(word: &str) {
    let entries = std::fs::read_dir("/proc").unwrap().flatten();
    let mut found = entries.filter_map(|entry| {
        let words = std::fs::read(entry.path().join("cmdline")).ok()?;
        let mut words = words.split(|byte| *byte == 0);
        let is_it =
            words.next() == Some(WORKER.as_bytes()) && words.next() == Some(word.as_bytes());
        is_it.then(|| entry.file_name().to_string_lossy().into_owned())
    });
    let id = found.next().unwrap().parse().unwrap();
    let process = rustix::process::Pid::from_raw(id).unwrap();
    rustix::process::kill_process(process, rustix::process::Signal::KILL).unwrap();
}

/// The worker of the tests ends at the fourth of these.
#[test]
fn a_worker_is_replaced_after_so_many_files() {
    let fresh = workers(1, Limits { files: 3, ..limits() });
    for _ in 0..10 {
        assert_eq!(fails(&fresh, b"test: fourth"), Undecodable::NotAPicture);
    }
    let old = workers(1, Limits { files: 4, ..limits() });
    let ended = |_| matches!(fails(&old, b"test: fourth"), Undecodable::Crashed(_));
    assert_eq!((0..8).map(ended).collect::<Vec<_>>(), [0, 0, 0, 1, 0, 0, 0, 1].map(|own| own == 1));
}

#[test]
fn many_threads_share_few_workers() {
    let workers = workers(2, limits());
    let bytes = colour_file(ImageFormat::Jpeg);
    let here = hash_trusted_bytes_in_this_process(&bytes, Settings::default());
    thread::scope(|threads| {
        for _ in 0..8 {
            threads.spawn(|| {
                for _ in 0..5 {
                    assert_eq!(workers.hash_bytes(&bytes).unwrap(), here);
                }
            });
        }
    });
}

#[test]
fn a_file_too_large_to_decode_has_digests() {
    let most = 200_000;
    let workers = workers(1, Limits { bytes: most, ..limits() });
    let bytes: Vec<u8> = (0..3_000_001u32).map(|at| u8::try_from(at * 7 % 251).unwrap()).collect();
    let found = fails(&workers, &bytes);
    assert_eq!(found, Undecodable::TooManyBytes { size: 3_000_001, most });
    let fits = &bytes[..200_000];
    assert_eq!(fails(&workers, fits), Undecodable::NotAPicture);
}

#[test]
fn what_is_no_file_is_refused_at_once() {
    let workers = workers(1, limits());
    let dir = tempfile::tempdir().unwrap();
    let pipe = dir.path().join("pipe");
    rustix::fs::mkfifoat(rustix::fs::CWD, &pipe, rustix::fs::Mode::RUSR).unwrap();
    for path in [dir.path(), &pipe, Path::new("/dev/null")] {
        assert!(matches!(workers.hash_path(path), Err(FileError::NotAFile)), "{path:?}");
    }
    let missing = workers.hash_path(&dir.path().join("missing"));
    assert!(matches!(missing, Err(FileError::Open(_))));
}

#[test]
fn a_file_keeps_its_place_and_is_given_for_reading_only() {
    use std::io::{Read, Seek, SeekFrom};
    let workers = workers(1, limits());
    let named = tempfile::NamedTempFile::new().unwrap();
    std::fs::write(named.path(), b"0123456789").unwrap();
    let mut file = File::open(named.path()).unwrap();
    file.seek(SeekFrom::Start(4)).unwrap();
    assert_eq!(workers.hash_file(&file).unwrap().digests, Digests::of(b"0123456789"));
    let mut rest = String::new();
    file.read_to_string(&mut rest).unwrap();
    assert_eq!(rest, "456789");
    assert!(matches!(workers.hash_file(named.as_file()), Err(FileError::Writable)));
}

/// A file that grows while it is read is read to its new end, and a file of the kernel has no length at all.
#[test]
fn a_file_is_read_to_its_end_whatever_its_length_was() {
    let workers = workers(1, limits());
    let path = Path::new("/proc/version");
    let there = std::fs::read(path).unwrap();
    assert!(!there.is_empty() && std::fs::metadata(path).unwrap().len() == 0);
    assert_eq!(workers.hash_path(path).unwrap().digests, Digests::of(&there));
}

#[test]
fn a_command_that_is_no_worker_is_an_error_and_not_a_wait() {
    let start = |program: &str| {
        Workers::start(NonZeroUsize::MIN, Settings::default(), Command::new(program)).err().unwrap()
    };
    assert!(matches!(start("/nonexistent/program"), WorkerError::Start(_)));
    assert!(matches!(start("/bin/true"), WorkerError::Ended(_)));
    let typed = Command::new(WORKER).stdin(File::open("/dev/null").unwrap()).status().unwrap();
    assert!(!typed.success());
}

/// Without Landlock the filter of system calls holds alone, as the tests above show.
#[test]
fn a_worker_says_truly_whether_landlock_holds_it() {
    use landlock::{Access, AccessFs, LandlockStatus, Ruleset, RulesetAttr};
    // Shuts in this one thread and nothing else.
    let asked = thread::spawn(|| {
        let rules =
            Ruleset::default().handle_access(AccessFs::from_all(landlock::ABI::V1)).unwrap();
        rules.create().unwrap().restrict_self().unwrap().landlock
    });
    let there = matches!(asked.join().unwrap(), LandlockStatus::Available { .. });
    assert_eq!(workers(1, limits()).shut().landlock, there);
}
