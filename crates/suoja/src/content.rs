//! The content that comes with the program, so that the demonstration runs anywhere.

/// Path below the demonstration's folder, and text.
pub type ContentFile = (&'static str, &'static str);

macro_rules! content {
    ($($path:literal),* $(,)?) => {
        [$(($path, include_str!(concat!("../../../", $path)))),*]
    };
}

/// Everything that the demonstration writes into its `content` folder.
pub const FILES: [ContentFile; 63] = content![
    "content/instruments/help-us/instrument.toml",
    "content/instruments/help-us/published.toml",
    "content/instruments/help-us/en.ftl",
    "content/instruments/help-us/fr.ftl",
    "content/instruments/no-need/instrument.toml",
    "content/instruments/no-need/published.toml",
    "content/instruments/no-need/en.ftl",
    "content/instruments/no-need/fr.ftl",
    "content/helplines/helplines.toml",
    "content/warning/demo/list.txt",
    "content/warning/plans/template.toml",
    "content/samples.toml",
    "content/figures/figures.toml",
    "content/figures/references.toml",
    "content/text-checks/en.toml",
    "content/text-checks/fr.toml",
    "content/statements/simulated-french-2023/statement.toml",
    "content/statements/simulated-french-2023/claims.toml",
    "content/statements/simulated-french-2023/charts.toml",
    "content/statements/simulated-french-2023/references.toml",
    "content/statements/simulated-french-2023/en.md",
    "content/statements/simulated-french-2023/fr.md",
    "content/programme/en.ftl",
    "content/programme/exercises/en.ftl",
    "content/programme/exercises/fr.ftl",
    "content/programme/exercises/instrument.toml",
    "content/programme/exercises/published.toml",
    "content/programme/feedback/en.ftl",
    "content/programme/feedback/fr.ftl",
    "content/programme/feedback/instrument.toml",
    "content/programme/feedback/published.toml",
    "content/programme/fr.ftl",
    "content/programme/modules/en/alternatives.md",
    "content/programme/modules/en/child.md",
    "content/programme/modules/en/costs.md",
    "content/programme/modules/en/lapse.md",
    "content/programme/modules/en/screens.md",
    "content/programme/modules/en/situations.md",
    "content/programme/modules/en/telling.md",
    "content/programme/modules/en/thoughts.md",
    "content/programme/modules/en/urges.md",
    "content/programme/modules/en/values.md",
    "content/programme/modules/en/wanting.md",
    "content/programme/modules/en/why-stop.md",
    "content/programme/modules/fr/alternatives.md",
    "content/programme/modules/fr/child.md",
    "content/programme/modules/fr/costs.md",
    "content/programme/modules/fr/lapse.md",
    "content/programme/modules/fr/screens.md",
    "content/programme/modules/fr/situations.md",
    "content/programme/modules/fr/telling.md",
    "content/programme/modules/fr/thoughts.md",
    "content/programme/modules/fr/urges.md",
    "content/programme/modules/fr/values.md",
    "content/programme/modules/fr/wanting.md",
    "content/programme/modules/fr/why-stop.md",
    "content/programme/programme.toml",
    "content/programme/self-check/en.ftl",
    "content/programme/self-check/fr.ftl",
    "content/programme/self-check/instrument.toml",
    "content/programme/self-check/published.toml",
    "content/programme/self-check/scoring.toml",
    "content/programme/words.toml",
];

/// The folder of the demonstration's statement.
pub const STATEMENT: &str = "content/statements/simulated-french-2023";

/// What a new statement begins from.
pub const TEMPLATE: [ContentFile; 5] = content![
    "content/statements/template/statement.toml",
    "content/statements/template/claims.toml",
    "content/statements/template/charts.toml",
    "content/statements/template/en.md",
    "content/statements/template/fr.md",
];

/// Name of the specification of the simulated answers.
pub const SIMULATION_NAME: &str = "content/simulation/simulated-french-2023.toml";

/// The specification of the simulated answers.
pub const SIMULATION: &str = include_str!("../../../content/simulation/simulated-french-2023.toml");
