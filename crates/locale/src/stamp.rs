//! Source hashes: how a translator knows what has changed.

use crate::Catalogue;

/// What became of the source since a message was translated.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Staleness {
    /// The source is as it was.
    Fresh,
    /// The translation carries no hash of its source.
    Unstamped,
    /// The source has changed since.
    Stale,
}

impl Staleness {
    /// Compares the mark on a translation with the hash of its source.
    pub fn of(mark: Option<&str>, source_hash: &str) -> Self {
        match mark {
            None => Self::Unstamped,
            Some(mark) if mark == source_hash => Self::Fresh,
            Some(_) => Self::Stale,
        }
    }
}

/// Writes the hash of its source above every message of a translation that has a source.
///
/// Takes the text of the translation and gives it back with its `# source: …` lines set: whoever
/// calls this says that the translation fits the source as it is now.
pub fn stamp(translation: &str, source: &Catalogue) -> String {
    let mut out: Vec<String> = Vec::new();
    for line in translation.lines() {
        let name = line.split_once('=').map(|(name, _)| name.trim_end());
        if let Some(entry) = name.and_then(|name| source.entries().get(name)) {
            if out.last().is_some_and(|above| above.starts_with("# source: ")) {
                out.pop();
            }
            out.push(format!("# source: {}", entry.hash));
        }
        out.push(line.to_owned());
    }
    out.push(String::new());
    out.join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::LanguageTag;

    fn parse(tag: &str, text: &str) -> Catalogue {
        Catalogue::parse(&LanguageTag::parse(tag).unwrap(), "x.ftl", text).unwrap()
    }

    #[test]
    fn a_stamped_translation_is_fresh_until_the_source_changes() {
        let source = parse("en", "a = One\nb = Two\n");
        let stamped = stamp("# source: TODO\na = Un\n\nb = Deux\n", &source);
        let translation = parse("fr", &stamped);
        let judge = |source: &Catalogue, id: &str| {
            let mark = translation.entries()[id].source_hash.clone();
            Staleness::of(mark.as_deref(), &source.entries()[id].hash)
        };
        assert_eq!(judge(&source, "a"), Staleness::Fresh);
        assert_eq!(judge(&source, "b"), Staleness::Fresh);
        assert_eq!(judge(&parse("en", "a = One!\nb = Two"), "a"), Staleness::Stale);
        assert_eq!(stamp(&stamped, &source), stamped, "stamping twice changes nothing");
    }
}
