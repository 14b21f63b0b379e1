//! Names of authors and editors (section 3.1.1).

use serde::Deserialize;

use crate::terms::Terms;

/// A person, as the work itself writes the name.
///
/// Written as one text, the last word is the family name. Where that is not so, write both:
/// `{ given = "Christian", family = "von Bar" }`.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(
    untagged,
    expecting = "write a person as \"Ann Lee\" or { given = \"Ann\", family = \"Lee\" }"
)]
pub enum Person {
    /// The name as one text.
    Name(String),
    /// The name in two parts.
    Parts(Parts),
}

/// A name in two parts.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Parts {
    /// First names or initials, without full stops.
    pub given: Option<String>,
    /// The family name with all its particles.
    pub family: String,
}

impl Person {
    /// First name first.
    #[must_use]
    pub fn full(&self) -> String {
        match self {
            Self::Name(name) => name.clone(),
            Self::Parts(Parts { given: Some(given), family }) => format!("{given} {family}"),
            Self::Parts(Parts { given: None, family }) => family.clone(),
        }
    }

    /// The family name alone, for later citations.
    #[must_use]
    pub fn family(&self) -> &str {
        match self {
            Self::Name(name) => name.split_whitespace().next_back().unwrap_or(name),
            Self::Parts(parts) => &parts.family,
        }
    }
}

/// Full names: up to three, else the first "and others".
pub(crate) fn full_names(people: &[Person], terms: &Terms) -> Option<String> {
    list(people.iter().map(Person::full).collect(), terms)
}

/// Family names, under the same rule.
pub(crate) fn family_names(people: &[Person], terms: &Terms) -> Option<String> {
    list(people.iter().map(|person| person.family().to_owned()).collect(), terms)
}

fn list(names: Vec<String>, terms: &Terms) -> Option<String> {
    match &names[..] {
        [] => None,
        [one] => Some(one.clone()),
        [first @ .., last] if names.len() <= 3 => {
            Some(format!("{} {} {last}", first.join(", "), terms.and))
        }
        [first, ..] => Some(format!("{first} {}", terms.and_others)),
    }
}

#[cfg(test)]
mod tests {
    use super::{Parts, Person};

    #[test]
    fn a_family_name_may_have_particles() {
        let parts = Parts { given: Some("Christian".into()), family: "von Bar".into() };
        let person = Person::Parts(parts);
        assert_eq!((person.full().as_str(), person.family()), ("Christian von Bar", "von Bar"));
        assert_eq!(Person::Name("HLA Hart".into()).family(), "Hart");
        assert_eq!(Person::Name(String::new()).family(), "");
    }
}
