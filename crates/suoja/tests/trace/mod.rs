//! What a process asked the system to do, recorded by strace and read back byte for byte.

use std::collections::BTreeMap;
use std::ffi::OsStr;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::{Duration, Instant};

/// Every call by which bytes or names leave a process, or come in from a socket. A question mark
/// stands before those that not every architecture has.
const CALLS: &str = "trace=write,pwrite64,writev,pwritev,pwritev2,sendto,sendmsg,sendmmsg,sendfile,\
    splice,tee,vmsplice,copy_file_range,process_vm_writev,fallocate,ftruncate,truncate,fsync,\
    fdatasync,sync,syncfs,sync_file_range,msync,mmap,?open,openat,?openat2,?creat,?rename,renameat,\
    ?renameat2,?unlink,unlinkat,?mkdir,mkdirat,?link,linkat,?symlink,symlinkat,?mknod,mknodat,\
    setxattr,fsetxattr,lsetxattr,memfd_create,io_uring_setup,connect,recvfrom,recvmsg,read,readv,\
    execve,socket,accept,accept4,dup,dup3,?dup2,close";

/// A call, in the order in which it was entered.
#[derive(Debug)]
pub struct Call {
    /// Its name.
    pub name: String,
    /// The strings among its arguments, as bytes, in order.
    pub strings: Vec<Vec<u8>>,
    /// Its arguments as strace wrote them, without the strings.
    pub plain: String,
    /// What its first file descriptor is: a path, `socket:[…]`, `pipe:[…]`.
    pub on: String,
    /// The descriptor's number.
    pub fd: Option<i32>,
    /// What it returned; `None` if it never did.
    pub result: Option<i64>,
    /// Place of its beginning among all lines.
    pub entered: usize,
    /// Place of its end among all lines.
    pub left: usize,
}

impl Call {
    /// Whether its descriptor is a socket.
    pub fn on_socket(&self) -> bool {
        self.on.starts_with("socket:")
    }

    /// The number after the strings that stands at a place: sizes and offsets.
    pub fn number(&self, at_from_end: usize) -> u64 {
        let numbers: Vec<&str> = self.plain.split(", ").collect();
        numbers[numbers.len() - 1 - at_from_end].parse().unwrap()
    }
}

/// A command run under strace, so that the process keeps its parent and its end is its own.
pub fn traced(command: &Command, to: &Path) -> Command {
    let mut strace = Command::new("strace");
    strace.args(["-D", "-f", "-q", "-xx", "-y", "-s", "4194304", "-e", CALLS, "-e", "signal=all"]);
    strace.arg("-o").arg(to).arg(command.get_program()).args(command.get_args());
    if let Some(dir) = command.get_current_dir() {
        strace.current_dir(dir);
    }
    strace
}

/// Waits until strace has written the end of a process, and returns the whole record.
pub fn finished(record: &Path, pid: u32) -> String {
    let deadline = Instant::now() + Duration::from_secs(60);
    loop {
        let text = fs::read_to_string(record).unwrap_or_default();
        let ended = |line: &str| {
            line.split_once(' ').is_some_and(|(own, rest)| {
                own.parse() == Ok(pid) && rest.trim_start().starts_with("+++ ")
            })
        };
        if text.ends_with('\n') && text.lines().rev().take(2_000).any(ended) {
            return text;
        }
        assert!(Instant::now() < deadline, "this test needs strace, allowed to trace");
        std::thread::sleep(Duration::from_millis(20));
    }
}

/// Reads a record.
pub fn calls(record: &str) -> Vec<Call> {
    let mut open: BTreeMap<&str, (usize, String)> = BTreeMap::new();
    let mut calls = Vec::new();
    for (at, line) in record.lines().enumerate() {
        let Some((pid, rest)) = line.split_once(' ') else { continue };
        let rest = rest.trim_start();
        if rest.starts_with("+++") || rest.starts_with("---") {
            continue;
        }
        if let Some(begun) = rest.strip_suffix("<unfinished ...>") {
            open.insert(pid, (at, begun.trim_end().to_owned()));
        } else if let Some(after) = rest.strip_prefix("<... ") {
            let (entered, begun) = open.remove(pid).unwrap();
            let (_, after) = after.split_once(" resumed>").unwrap();
            calls.push(call(&format!("{begun}{after}"), entered, at));
        } else {
            calls.push(call(rest, at, at));
        }
    }
    // A process that was killed leaves calls that never returned; they may have done their work.
    calls.extend(open.into_values().map(|(entered, begun)| call(&begun, entered, usize::MAX)));
    calls.sort_by_key(|call| call.entered);
    calls
}

fn call(line: &str, entered: usize, left: usize) -> Call {
    let (name, rest) = line.split_once('(').unwrap_or_else(|| panic!("no call: {line:.200}"));
    let (args, result) = match rest.rsplit_once(" = ") {
        Some((args, result)) => (args.trim_end().trim_end_matches(')'), result),
        None => (rest, "?"),
    };
    let result = result.split([' ', '<']).next().and_then(|number| number.parse().ok());
    let (mut strings, mut plain, mut on) = (Vec::new(), String::new(), None);
    let mut left_over = args;
    while let Some(at) = left_over.find(['"', '<']) {
        plain.push_str(&left_over[..at]);
        let end = if left_over.as_bytes()[at] == b'"' { '"' } else { '>' };
        let (inside, after) = left_over[at + 1..].split_once(end).unwrap_or_else(|| {
            panic!("a string without an end: {left_over:.200}");
        });
        if end == '"' {
            assert!(!after.starts_with("..."), "strace cut a string short: {name}");
            strings.push(decode(inside));
        } else if on.is_none() {
            on = Some(String::from_utf8_lossy(&decode(inside)).into_owned());
        }
        left_over = after;
    }
    plain.push_str(left_over);
    let fd = plain.split(',').next().and_then(|fd| fd.trim().parse().ok());
    let (name, on) = (name.to_owned(), on.unwrap_or_default());
    Call { name, strings, plain, on, fd, result, entered, left }
}

/// `\x41\x42`, or plain text between such.
fn decode(text: &str) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(text.len() / 4);
    let mut rest = text.as_bytes();
    while let [first, after @ ..] = rest {
        if let [b'\\', b'x', high, low, after @ ..] = rest {
            let pair = [*high, *low];
            let digits = str::from_utf8(&pair).unwrap();
            bytes.push(u8::from_str_radix(digits, 16).unwrap());
            rest = after;
        } else {
            bytes.push(*first);
            rest = after;
        }
    }
    bytes
}

/// A path of a record, without the mark of a file that has been removed.
pub fn path(on: &str) -> PathBuf {
    PathBuf::from(OsStr::new(on.trim_end_matches(" (deleted)").trim_end_matches("(deleted)")))
}
