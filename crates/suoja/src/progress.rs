//! Progress on work longer than a second.

use std::time::Duration;
#[cfg(feature = "pdf")]
use std::time::Instant;

#[cfg(feature = "pdf")]
use indicatif::ProgressDrawTarget;
use indicatif::{ProgressBar, ProgressStyle};

/// A bar on standard error: what is done, how many, how fast, how long still.
pub fn bar(what: &'static str, total: u64) -> ProgressBar {
    let bar = ProgressBar::new(total);
    let template = "{msg:<22} {bar:30} {human_pos:>7}/{human_len} {per_sec:>14}, {eta} left";
    if let Ok(style) = ProgressStyle::with_template(template) {
        bar.set_style(style);
    }
    bar.set_message(what);
    bar
}

/// A sign on standard error that work of unknown length is under way.
pub fn spinner(what: &'static str) -> ProgressBar {
    let bar = ProgressBar::new_spinner();
    bar.set_message(what);
    bar.enable_steady_tick(Duration::from_millis(120));
    bar
}

/// A bar that is shown only once the work has taken two seconds: what is quicker needs none.
#[cfg(feature = "pdf")]
pub struct Late {
    bar: ProgressBar,
    begun: Instant,
}

#[cfg(feature = "pdf")]
impl Late {
    /// A bar for so many steps.
    pub fn new(what: &'static str, steps: usize) -> Self {
        let bar = bar(what, u64::try_from(steps).unwrap_or(u64::MAX));
        bar.set_draw_target(ProgressDrawTarget::hidden());
        Self { bar, begun: Instant::now() }
    }

    /// One step is done.
    pub fn step(&mut self) {
        self.bar.inc(1);
        if self.bar.is_hidden() && self.begun.elapsed() >= Duration::from_secs(2) {
            self.bar.set_draw_target(ProgressDrawTarget::stderr());
        }
    }
}

#[cfg(feature = "pdf")]
impl Drop for Late {
    fn drop(&mut self) {
        self.bar.finish_and_clear();
    }
}

/// A bar on standard error for a file that is read; where nobody knows how long it is, a sign of work.
pub fn bytes(what: &'static str, total: u64) -> ProgressBar {
    if total == 0 {
        return spinner(what);
    }
    let bar = ProgressBar::new(total);
    let template = "{msg:<22} {bar:30} {bytes:>10}/{total_bytes} {bytes_per_sec:>14}, {eta} left";
    if let Ok(style) = ProgressStyle::with_template(template) {
        bar.set_style(style);
    }
    bar.set_message(what);
    bar
}
