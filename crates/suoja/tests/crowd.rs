//! Two hundred people at once, from a search to the survey, to help and to support.
#![expect(clippy::unwrap_used, clippy::expect_used, reason = "a test that cannot go on has failed")]

use std::fs;
use std::net::SocketAddr;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, Instant};

use common::doors::{Engine, add_doors, open_door};
use common::{Door, Study, Visitor};

#[cfg(test)]
#[expect(dead_code, reason = "shared with tests that look into stores")]
mod common;

const PEOPLE: usize = 200;
/// How long it lasts; then everyone finishes the page they are on.
const BOUND: Duration = Duration::from_secs(20);
/// What memory may grow by between the middle and the end, in KiB: the store's own cache.
const GROWTH: u64 = 8 * 1024;

/// A page, and how long one looks at it.
fn read(address: SocketAddr, path: &str) -> u16 {
    let mut visitor = Visitor::new(address, "fr");
    visitor.path = path.to_owned();
    let status = visitor.get().expect("no connection breaks").status;
    std::thread::sleep(Duration::from_millis(20));
    status
}

/// One person's way. Every page must come as it should.
fn visit(engine: &Engine, reach: SocketAddr, support: SocketAddr) {
    let asked = engine.ask("/v1/decide", "where is the zumbrelka", "fr").unwrap();
    assert!(asked.body.starts_with("{\"warn\":true"), "{}", asked.body);
    let passed = engine.ask("/v1/decide", "harmless words", "fr").unwrap();
    assert_eq!(passed.body, "{\"warn\":false,\"complete\":true}");
    assert_eq!(read(reach, "/fr/w/web/neutral/survey"), 303);
    let mut visitor = Visitor::new(reach, "fr");
    visitor.enter().expect("the survey begins");
    let next = visitor.press("next", &[("wish_stop", "yes")]).unwrap();
    assert_eq!(next.status, 200);
    assert!(next.body.contains("name=\"tried_stop\""), "the next page comes");
    assert_eq!(read(reach, "/fr/help"), 200);
    assert_eq!(read(support, "/fr/"), 200);
}

/// Memory of a process in KiB.
fn memory(door: &Door) -> u64 {
    let status = fs::read_to_string(format!("/proc/{}/status", door.child.id())).unwrap();
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:")).unwrap();
    line.trim().trim_end_matches(" kB").parse().unwrap()
}

#[test]
fn two_hundred_people_at_once_meet_no_error_and_leave_no_memory_behind() {
    let study = Study::new("per_circuit_per_minute = 1000");
    add_doors(&study, "http://reach.example", "http://support.example");
    let doors = ["reach", "support", "service"].map(|name| open_door(&study, name));
    let engine = Engine::new(&study, &doors[2]);
    let (reach, support) = (doors[0].address, doors[1].address);
    let visits = AtomicU64::new(0);
    let began = Instant::now();
    let mut samples: Vec<[u64; 3]> = Vec::new();
    std::thread::scope(|scope| {
        for _ in 0..PEOPLE {
            scope.spawn(|| {
                while began.elapsed() < BOUND {
                    visit(&engine, reach, support);
                    visits.fetch_add(1, Ordering::Relaxed);
                }
            });
        }
        while began.elapsed() < BOUND {
            std::thread::sleep(Duration::from_millis(500));
            samples.push(std::array::from_fn(|at| memory(&doors[at])));
        }
    });
    let visits = visits.into_inner();
    let third = samples.len() / 3;
    for (at, name) in ["reach", "support", "service"].iter().enumerate() {
        let middle = median(&samples[third..2 * third], at);
        let end = median(&samples[2 * third..], at);
        println!("{name}: {middle} KiB in the middle, {end} KiB at the end");
        assert!(end <= middle + GROWTH, "{name} grew from {middle} to {end} KiB");
    }
    println!("{visits} ways from search to support in {:.1} s", began.elapsed().as_secs_f64());
    assert!(visits >= u64::try_from(PEOPLE).unwrap(), "everyone arrived at least once");
    for door in &doors {
        assert_eq!(door.stderr(), "");
    }
    doors.into_iter().for_each(Door::close);
    let parts = study.parts(&study.store);
    assert_eq!(u64::try_from(parts.len()).unwrap(), visits, "every page sent was kept once");
}

fn median(samples: &[[u64; 3]], at: usize) -> u64 {
    let mut own: Vec<u64> = samples.iter().map(|sample| sample[at]).collect();
    own.sort_unstable();
    own[own.len() / 2]
}
