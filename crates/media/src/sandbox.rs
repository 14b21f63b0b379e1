//! A worker shuts itself in: limits, Landlock, and a filter that ends it at any system call but a few.
//!
//! What is left to it: to take descriptors and send answers on its one socket, to read from descriptors it
//! was given, to ask for memory and the time, and to end.

use std::collections::BTreeMap;

use landlock::{
    ABI, Access, AccessFs, AccessNet, CompatLevel, Compatible, Ruleset, RulesetAttr, RulesetStatus,
    Scope,
};
use rustix::process::{DumpableBehavior, Resource, Rlimit, set_dumpable_behavior, setrlimit};
use rustix::time::{ClockId, clock_gettime};
use seccompiler::{
    BpfProgram, SeccompAction, SeccompCmpArgLen as Length, SeccompCmpOp as Is, SeccompCondition,
    SeccompFilter, SeccompRule,
};

use crate::Limits;
use crate::message::Shut;

/// Descriptors that a worker may hold: the usual three, a file, and a few to spare.
const DESCRIPTORS: u64 = 16;

/// Shuts this process in for good.
///
/// # Errors
/// What could not be done, as a sentence; the process must then not decode anything.
pub fn enter(limits: &Limits) -> Result<Shut, String> {
    let said = |what: &'static str| move |error: rustix::io::Errno| format!("{what}: {error}");
    set_dumpable_behavior(DumpableBehavior::NotDumpable)
        .map_err(said("its memory cannot be closed to other programs"))?;
    let amounts = [
        (Resource::As, limits.memory),
        (Resource::Nofile, DESCRIPTORS),
        (Resource::Fsize, 0),
        (Resource::Core, 0),
        (Resource::Nproc, 0),
    ];
    for (resource, amount) in amounts {
        let limit = Rlimit { current: Some(amount), maximum: Some(amount) };
        setrlimit(resource, limit).map_err(said("its limits cannot be set"))?;
    }
    // Looks up the way to the clock, which takes a call that the filter does not let through.
    seconds_from_now(limits.seconds.into()).map_err(said("its time cannot be limited"))?;
    let landlock = landlock().map_err(|error| format!("Landlock: {error}"))?;
    let filter = filter().map_err(|error| format!("its filter cannot be built: {error}"))?;
    seccompiler::apply_filter(&filter)
        .map_err(|error| format!("this kernel does not take a filter of system calls: {error}"))?;
    Ok(Shut { landlock })
}

/// Gives the process so many more seconds of processor time; what needs more is ended by the kernel.
///
/// # Errors
/// When the limit cannot be set.
pub fn seconds_from_now(seconds: u64) -> rustix::io::Result<()> {
    let used = u64::try_from(clock_gettime(ClockId::ProcessCPUTime).tv_sec).unwrap_or(0);
    let current = Some(used.saturating_add(seconds).saturating_add(1));
    setrlimit(Resource::Cpu, Rlimit { current, maximum: None })
}

/// Forbids all files, ports, signals and sockets of others, as far as this kernel knows how to.
fn landlock() -> Result<bool, landlock::RulesetError> {
    let abi = ABI::V6;
    let status = Ruleset::default()
        .set_compatibility(CompatLevel::BestEffort)
        .handle_access(AccessFs::from_all(abi))?
        .handle_access(AccessNet::from_all(abi))?
        .scope(Scope::from_all(abi))?
        .create()?
        .restrict_self()?;
    Ok(status.ruleset != RulesetStatus::NotEnforced)
}

fn filter() -> Result<BpfProgram, seccompiler::BackendError> {
    let on = |argument, value: u64| SeccompCondition::new(argument, Length::Dword, Is::Eq, value);
    let only = |conditions: Vec<SeccompCondition>| Ok(vec![SeccompRule::new(conditions)?]);
    let socket = || only(vec![on(0, 0)?]);
    let no_code = || {
        let code = libc::PROT_EXEC.unsigned_abs().into();
        only(vec![SeccompCondition::new(2, Length::Dword, Is::MaskedEq(code), 0)?])
    };
    let mut allowed = BTreeMap::from([
        (libc::SYS_recvmsg, socket()?),
        (libc::SYS_sendto, socket()?),
        // What Rust says when memory runs out goes to standard error, which leads nowhere.
        (libc::SYS_write, only(vec![on(0, 2)?])?),
        (libc::SYS_mmap, no_code()?),
        (libc::SYS_mprotect, no_code()?),
        (libc::SYS_prlimit64, only(vec![on(0, 0)?, on(1, Resource::Cpu as u64)?])?),
    ]);
    let plain = [
        libc::SYS_pread64,
        libc::SYS_close,
        libc::SYS_munmap,
        libc::SYS_mremap,
        libc::SYS_madvise,
        libc::SYS_brk,
        libc::SYS_futex,
        libc::SYS_clock_gettime,
        libc::SYS_getrandom,
        libc::SYS_sigaltstack,
        libc::SYS_rt_sigprocmask,
        libc::SYS_rt_sigaction,
        libc::SYS_rt_sigreturn,
        libc::SYS_gettid,
        libc::SYS_getpid,
        libc::SYS_tgkill,
        libc::SYS_exit,
        libc::SYS_exit_group,
    ];
    allowed.extend(plain.map(|call| (call, Vec::new())));
    let machine = std::env::consts::ARCH.try_into()?;
    SeccompFilter::new(allowed, SeccompAction::KillProcess, SeccompAction::Allow, machine)?
        .try_into()
}
