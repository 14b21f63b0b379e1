//! Progress on work longer than a second.

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
    bar.enable_steady_tick(std::time::Duration::from_millis(120));
    bar
}
