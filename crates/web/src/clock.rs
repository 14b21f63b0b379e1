//! Time and randomness, as arguments.

use jiff::Timestamp;

/// Where the time comes from. The program passes the machine's clock in, tests pass their own.
pub trait Clock: Send + Sync {
    /// The time now.
    fn now(&self) -> Timestamp;
}

/// Where random bytes come from. The program passes the operating system's in.
pub trait Entropy: Send + Sync {
    /// Fills the bytes.
    fn fill(&self, bytes: &mut [u8]);
}
