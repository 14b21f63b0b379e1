//! The project's own checks. `cargo xtask test` runs them all; CI runs nothing else.

mod needs;
mod run;
mod tally;
mod test;
mod tidy;

use std::path::Path;
use std::process::ExitCode;

const USAGE: &str = "\
cargo xtask test     every check and every test; installs the Debian packages it needs, or names them
cargo xtask tidy     the rules of the house that no compiler knows
cargo xtask bench    the benchmarks, with a record in benches/records
cargo xtask tor      the survey through a private Tor network on loopback, about a minute
cargo xtask shots    pictures of every page, in tests/browser/screenshots
cargo xtask fuzz     the fuzz targets, three minutes each (needs a nightly toolchain and cargo-fuzz)";

fn main() -> ExitCode {
    // The manifest lies one folder below the root; every path below is from the root.
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap_or(Path::new("."));
    let argument = std::env::args().nth(1).unwrap_or_default();
    let done = match argument.as_str() {
        "test" => test::test(root),
        "tidy" => tidy::tidy(root).map(|count| println!("tidy: {count} files in order")),
        "bench" => test::bench(root),
        "tor" => test::tor(root),
        "shots" => test::shots(root),
        "fuzz" => test::fuzz(root),
        _ => Err(USAGE.to_owned()),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}
