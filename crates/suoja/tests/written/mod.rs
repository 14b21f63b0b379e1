//! What a process wrote, searched for markers in every spelling.

use std::collections::BTreeSet;
use std::fs;
use std::hash::{BuildHasher, RandomState};
use std::path::Path;

use crate::common::text;
use crate::trace::{Call, calls};

/// A marker nobody else has written anywhere; short enough to be kept as a word in an answer.
pub fn marker(place: &str) -> String {
    let random = |seed: u8| RandomState::new().hash_one(seed);
    format!("MARKER{place}{:016x}{:08x}", random(1), random(2) >> 32)
}

/// The ways in which a marker could be written.
pub fn spellings(marker: &[u8]) -> Vec<Vec<u8>> {
    let each = |write: &dyn Fn(u8) -> String| marker.iter().map(|b| write(*b)).collect::<String>();
    let wide = |low_first: bool| -> Vec<u8> {
        marker.iter().flat_map(|b| if low_first { [*b, 0] } else { [0, *b] }).collect()
    };
    let mut all = vec![
        marker.to_vec(),
        marker.to_ascii_lowercase(),
        marker.to_ascii_uppercase(),
        marker.iter().rev().copied().collect(),
        each(&|b| format!("{b:02x}")).into_bytes(),
        each(&|b| format!("{b:02X}")).into_bytes(),
        each(&|b| format!("%{b:02x}")).into_bytes(),
        each(&|b| format!("%{b:02X}")).into_bytes(),
        wide(true),
        wide(false),
    ];
    for alphabet in [b"+/", b"-_"] {
        all.extend((0..3).map(|shift| base64(marker, shift, alphabet)));
    }
    all
}

/// What of a text's base64 does not depend on what stands before and after it.
pub fn base64(text: &[u8], shift: usize, last: &[u8; 2]) -> Vec<u8> {
    let alphabet: Vec<u8> =
        (b'A'..=b'Z').chain(b'a'..=b'z').chain(b'0'..=b'9').chain(last.iter().copied()).collect();
    // Whole groups of three bytes that begin at this shift.
    let whole = text[shift..].chunks_exact(3);
    let group = |three: &[u8]| {
        let bits = three.iter().fold(0usize, |bits, byte| bits << 8 | usize::from(*byte));
        [18, 12, 6, 0].map(|down| alphabet[bits >> down & 63])
    };
    whole.flat_map(group).collect()
}

/// Whether some bytes are in others.
pub fn contains(hay: &[u8], needle: &[u8]) -> bool {
    hay.windows(needle.len()).any(|window| window == needle)
}

/// Which of these markers are in some bytes, in any spelling: one pass, by the first two bytes.
pub fn found<'a>(hay: &[u8], markers: impl IntoIterator<Item = &'a str>) -> BTreeSet<&'a str> {
    let mut by_head: Vec<Vec<(Vec<u8>, &str)>> = vec![Vec::new(); 1 << 16];
    let head = |two: &[u8]| usize::from(u16::from_be_bytes([two[0], two[1]]));
    for marker in markers {
        for spelling in spellings(marker.as_bytes()) {
            by_head[head(&spelling)].push((spelling, marker));
        }
    }
    let mut found = BTreeSet::new();
    for at in 0..hay.len().saturating_sub(1) {
        let here = &hay[at..];
        let begun = &by_head[head(here)];
        found.extend(begun.iter().filter(|(own, _)| here.starts_with(own)).map(|(_, of)| *of));
    }
    found
}

/// Whether a marker is in some bytes, in any spelling.
pub fn has(hay: &[u8], marker: &str) -> bool {
    !found(hay, [marker]).is_empty()
}

/// What a record says was written to anything but a visitor, what came in, and what else matters.
#[derive(Default)]
pub struct Written {
    /// To anything but a visitor.
    pub out: Vec<u8>,
    /// From a socket.
    pub came_in: Vec<u8>,
    /// Names of files that were opened for writing.
    pub made: BTreeSet<String>,
}

/// Calls that give bytes or names away.
const GIVES: [&str; 24] = [
    "write",
    "pwrite64",
    "writev",
    "pwritev",
    "pwritev2",
    "sendto",
    "sendmsg",
    "sendmmsg",
    "rename",
    "renameat",
    "renameat2",
    "unlink",
    "unlinkat",
    "mkdir",
    "mkdirat",
    "link",
    "linkat",
    "symlink",
    "symlinkat",
    "mknodat",
    "setxattr",
    "fsetxattr",
    "lsetxattr",
    "memfd_create",
];
/// Ways out whose bytes strace does not show: a process that takes one fails the test.
const BLIND: [&str; 8] = [
    "splice",
    "tee",
    "vmsplice",
    "sendfile",
    "copy_file_range",
    "process_vm_writev",
    "io_uring_setup",
    "connect",
];

/// Reads a record of strace; fails at a way out that cannot be searched.
pub fn read(record: &str) -> Written {
    let mut written = Written::default();
    for call in calls(record) {
        let name = call.name.as_str();
        assert!(!BLIND.contains(&name), "a way out that cannot be searched: {call:?}");
        if matches!(name, "recvfrom" | "recvmsg" | "read" | "readv") && call.on_socket() {
            call.strings.iter().for_each(|bytes| written.came_in.extend(bytes));
        } else if GIVES.contains(&name) && !call.on_socket() {
            call.strings.iter().for_each(|bytes| written.out.extend(bytes));
        } else if matches!(name, "open" | "openat" | "openat2" | "creat") {
            let for_writing = ["O_WRONLY", "O_RDWR", "O_CREAT"];
            if name == "creat" || for_writing.iter().any(|flag| call.plain.contains(flag)) {
                call.strings.iter().for_each(|bytes| written.out.extend(bytes));
                written.made.extend(call.strings.iter().map(|path| text(path)));
            }
        } else if name == "mmap" {
            refuse_shared_memory(&call);
        }
    }
    written
}

/// Bytes can also leave through a file that is mapped for writing; only SQLite's index of its log
/// is, and that file is searched.
fn refuse_shared_memory(call: &Call) {
    let shared = call.plain.contains("MAP_SHARED") && call.plain.contains("PROT_WRITE");
    let anonymous = call.plain.contains("MAP_ANONYMOUS");
    assert!(!shared || anonymous || call.on.ends_with("-shm"), "mapped for writing: {call:?}");
}

/// Every byte of every file below a folder, but the private keys' and strace's own.
pub fn files(dir: &Path, into: &mut Vec<u8>) {
    for entry in fs::read_dir(dir).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            files(&path, into);
        } else {
            into.extend(path.file_name().unwrap().as_encoded_bytes());
            into.extend(fs::read(&path).unwrap_or_default());
        }
    }
}
