//! The `suoja` program: every room of the house behind one command line.
//!
//! Errors here are for a person at a terminal: what happened, where, and what to do next.

use std::process::ExitCode;

use clap::Parser;

mod cli;
mod commands;
mod config;
mod content;
mod counting;
mod decoding;
mod files;
mod guard;
mod in_order;
mod kept;
mod lines;
mod printing;
mod progress;
mod world;

fn main() -> ExitCode {
    let cli = cli::Cli::parse();
    match commands::run(cli) {
        Ok(code) => code,
        Err(error) => {
            eprintln!("suoja: {error:#}");
            ExitCode::FAILURE
        }
    }
}
