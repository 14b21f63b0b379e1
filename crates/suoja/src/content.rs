//! The content that comes with the program, so that the demonstration runs anywhere.

/// Path below the demonstration's folder, and text.
pub type ContentFile = (&'static str, &'static str);

macro_rules! content {
    ($($path:literal),* $(,)?) => {
        [$(($path, include_str!(concat!("../../../", $path)))),*]
    };
}

/// Everything that the demonstration writes into its `content` folder.
pub const FILES: [ContentFile; 10] = content![
    "content/instruments/help-us/instrument.toml",
    "content/instruments/help-us/published.toml",
    "content/instruments/help-us/en.ftl",
    "content/instruments/help-us/fr.ftl",
    "content/instruments/no-need/instrument.toml",
    "content/instruments/no-need/published.toml",
    "content/instruments/no-need/en.ftl",
    "content/instruments/no-need/fr.ftl",
    "content/helplines/helplines.toml",
    "content/samples.toml",
];

/// Name of the specification of the simulated answers.
pub const SIMULATION_NAME: &str = "content/simulation/simulated-french-2023.toml";

/// The specification of the simulated answers.
pub const SIMULATION: &str = include_str!("../../../content/simulation/simulated-french-2023.toml");
