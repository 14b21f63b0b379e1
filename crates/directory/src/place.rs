//! Where an entry holds: a country, the European Union, or anywhere.

use crate::Helpline;

/// What stands for the European Union in `country`.
pub(crate) const EU: &str = "EU";
/// What stands for anywhere in `country`.
pub(crate) const ANYWHERE: &str = "INT";

/// ISO 3166-1 codes of the member states of the European Union (europa.eu, since 2020-02-01).
const MEMBERS: [&str; 27] = [
    "AT", "BE", "BG", "CY", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "GR", "HR", "HU", "IE", "IT",
    "LT", "LU", "LV", "MT", "NL", "PL", "PT", "RO", "SE", "SI", "SK",
];

/// How near an entry is to a country.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Nearness {
    /// It is of the country.
    Own,
    /// It is of a union that the country is in, or that it names.
    Union,
    /// It holds anywhere.
    Anywhere,
}

/// How near an entry is to a country, or `None` where it does not hold there.
pub(crate) fn nearness(entry: &Helpline, country: &str) -> Option<Nearness> {
    let named = |list: &[String]| list.iter().any(|code| code == country);
    if named(&entry.not_in) {
        return None;
    }
    match entry.country.as_str() {
        own if own == country => Some(Nearness::Own),
        EU if MEMBERS.contains(&country) || named(&entry.also_in) => Some(Nearness::Union),
        ANYWHERE => Some(Nearness::Anywhere),
        _ => None,
    }
}

/// Whether a code stands for more than one country.
pub(crate) fn is_wide(country: &str) -> bool {
    [EU, ANYWHERE].contains(&country)
}
