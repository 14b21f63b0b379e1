//! The instrument *Help us to help you*, as it is shown to people.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use instrument::{Instrument, SourceFile, Sources, load};

/// Loaded once for all executions.
pub static HELP_US: LazyLock<Instrument> = LazyLock::new(|| {
    let text = |tag: &str, text: &str| {
        (tag.to_owned(), SourceFile { name: format!("{tag}.ftl"), text: text.to_owned() })
    };
    let sources = Sources {
        instrument: SourceFile {
            name: "instrument.toml".to_owned(),
            text: include_str!("../../content/instruments/help-us/instrument.toml").to_owned(),
        },
        texts: BTreeMap::from([
            text("en", include_str!("../../content/instruments/help-us/en.ftl")),
            text("fr", include_str!("../../content/instruments/help-us/fr.ftl")),
        ]),
    };
    let (loaded, found) = load(&sources);
    loaded.unwrap_or_else(|| panic!("the instrument has errors: {found:?}")).instrument
});
