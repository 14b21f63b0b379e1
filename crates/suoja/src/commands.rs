//! One module a command.

use std::process::ExitCode;

use anyhow::{Context, Result};

use crate::cli::{Cli, Command, ConfigCommand, SimulationCommand, TorCommand};

mod asking;
mod collect;
mod config_check;
mod demo;
mod directory;
mod doctor;
mod findings;
mod hash;
mod instrument;
mod keys;
mod list;
mod match_;
mod notice;
mod open;
mod programme;
mod scan;
mod serve;
mod service;
mod simulation;
mod statement;
mod told;
mod tor;
mod warning;

/// Does what was asked.
///
/// # Errors
/// A sentence for the person at the terminal.
pub fn run(cli: Cli) -> Result<ExitCode> {
    // Keys and answers pass through most commands: none of them leaves a core file.
    crate::guard::leave_no_core()?;
    match cli.command {
        Command::Demo(args) => demo::run(&args).map(|()| ExitCode::SUCCESS),
        Command::Serve(args) => serve::run(&args).map(|()| ExitCode::SUCCESS),
        Command::Keys { command } => keys::run(&command).map(|()| ExitCode::SUCCESS),
        Command::Collect { config, to } => {
            collect::run(&config.config, &to).map(|()| ExitCode::SUCCESS)
        }
        Command::Open(args) => open::run(&args).map(|()| ExitCode::SUCCESS),
        Command::Findings(args) => findings::run(&args).map(|()| ExitCode::SUCCESS),
        Command::List { command } => list::run(&command),
        Command::Match(args) => match_::run(&args),
        Command::Scan(args) => scan::run(&args),
        Command::Notice(args) => notice::run(&args).map(|()| ExitCode::SUCCESS),
        Command::Instrument { command } => instrument::run(&command),
        Command::Statement { command } => statement::run(&command),
        Command::Programme { command } => programme::run(&command),
        Command::Warning { command } => warning::run(&command).map(|()| ExitCode::SUCCESS),
        Command::Service { command } => service::run(&command).map(|()| ExitCode::SUCCESS),
        Command::Directory { command } => directory::run(&command),
        Command::Tor { command: TorCommand::Config { config } } => {
            tor::run(&config.config).map(|()| ExitCode::SUCCESS)
        }
        Command::Config { command: ConfigCommand::Check { config } } => {
            config_check::run(&config.config).map(|()| ExitCode::SUCCESS)
        }
        Command::Doctor { config, proxy_config } => doctor::run(&config.config, &proxy_config),
        Command::Hash(args) => hash::run(&args),
        Command::HashWorker => hash::worker(),
        Command::Simulation { command: SimulationCommand::Margins } => {
            simulation::margins().map(|()| ExitCode::SUCCESS)
        }
    }
}

/// The runtime on which stores and doors run.
fn runtime() -> Result<tokio::runtime::Runtime> {
    let built = tokio::runtime::Builder::new_multi_thread().enable_all().build();
    built.context("cannot start the threads of the program")
}
