//! The worker of the tests. Some contents make it misbehave, once it is shut in; the worker of the program
//! knows none of these.
#![expect(clippy::panic, clippy::unwrap_used, reason = "it is here to fail")]

use std::process::ExitCode;
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::Duration;

static SEEN: AtomicU32 = AtomicU32::new(0);

fn main() -> ExitCode {
    match media::run_worker_after(misbehave) {
        Ok(()) => ExitCode::SUCCESS,
        Err(_) => ExitCode::FAILURE,
    }
}

fn misbehave(bytes: &[u8]) {
    match bytes {
        b"test: hang" => loop {
            std::hint::spin_loop();
        },
        b"test: wait" => {
            // Waits without using the processor, in the one call that is allowed to: for a lock.
            let lock = std::sync::Mutex::new(());
            let held = lock.lock().unwrap();
            let never = std::sync::Condvar::new();
            drop(never.wait_timeout(held, Duration::from_secs(3600)));
        }
        b"test: panic" => panic!("as asked"),
        b"test: abort" => std::process::abort(),
        b"test: memory" => {
            let much: Vec<u8> = std::hint::black_box(vec![1; 8 << 30]);
            drop(much);
        }
        b"test: open" => drop(std::fs::File::open("/etc/hostname")),
        b"test: socket" => drop(std::net::TcpStream::connect("127.0.0.1:9")),
        b"test: unix socket" => drop(std::os::unix::net::UnixStream::pair()),
        b"test: process" => drop(std::process::Command::new("/bin/true").status()),
        b"test: thread" => drop(std::thread::spawn(|| ())),
        b"test: fourth" => {
            let before = SEEN.fetch_add(1, Ordering::Relaxed);
            assert!(before < 3, "the fourth");
        }
        b"test: print" => println!("out"),
        _ => {}
    }
}
