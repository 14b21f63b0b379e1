//! From the text of a specification to a [`Spec`], or to what is wrong with it.

use crate::error::Fault;
use crate::people::instrument_counts;
use crate::read::{Lines, Read, Reader, unique};
use crate::spec::{Part, Spec};
use crate::{Share, SpecError, raw};

/// More answers than any survey of this kind has; a slip of the hand shall not fill the memory.
const MOST_ANSWERS: u64 = 10_000_000;

impl Spec {
    /// Reads a specification. `file_name` is what messages shall call it.
    ///
    /// What only the instruments can tell (unknown questions, options, pages) is said by
    /// [`Spec::check`].
    ///
    /// # Errors
    /// The first thing that is wrong, with file and line.
    pub fn parse(file_name: &str, text: &str) -> Result<Self, SpecError> {
        read(file_name, text).map_err(|fault| fault.in_file(file_name))
    }
}

fn read(file: &str, text: &str) -> Read<Spec> {
    let lines = Lines::of(text);
    let raw: raw::Spec = toml::from_str(text).map_err(|error: toml::de::Error| {
        let at = error.span().map_or(0, |span| span.start);
        Fault { line: lines.at(at), what: error.message().to_owned() }
    })?;
    let reader = Reader { lines, sources: &raw.sources };
    let spec = reader.spec(file, &raw)?;
    consistent(&reader, &spec, &raw)?;
    Ok(spec)
}

/// What one part of the file must have to do with another.
fn consistent(reader: &Reader<'_>, spec: &Spec, raw: &raw::Spec) -> Read<()> {
    if !spec.title.to_lowercase().contains("simulated") {
        return Fault::fail(reader.line(&raw.title), "the title must say `simulated`");
    }
    if !spec.organisation.to_lowercase().contains("invented") {
        return Fault::fail(reader.line(&raw.organisation), "must say that it is `invented`");
    }
    if spec.last_day.value < spec.first_day.value {
        return Fault::fail(reader.line(&raw.last_day.value), "lies before the first day");
    }
    unique(spec.languages.iter().map(|own| (own.tag.as_str(), own.line)))?;
    unique(spec.instruments.iter().map(|own| (own.id.as_str(), own.line)))?;
    unique(spec.questions.iter().map(|own| (own.id.as_str(), own.line)))?;
    let sum = spec.languages.iter().map(|own| u128::from(own.answers.value)).sum::<u128>();
    if sum != u128::from(spec.total.value) {
        let what = format!("the languages have {sum} answers together, not this many");
        return Fault::fail(reader.line(&raw.total.value), what);
    }
    if !spec.languages.iter().any(|language| language.tag == spec.group) {
        return Fault::fail(reader.line(&raw.group), "no [[language]] has this tag");
    }
    let Some(last) = raw.instrument.last() else {
        return Fault::fail(1, "there is no [[instrument]]");
    };
    type Of = fn(&Part) -> Share;
    let parts: [(Of, usize); 2] = [
        (|part| part.group.value, reader.line(&last.group.value)),
        (|part| part.all.value, reader.line(&last.all.value)),
    ];
    for (share, line) in parts {
        let sum = spec.instruments.iter().map(|part| share(part).millionths()).sum();
        if sum != Share::ONE.millionths() {
            let sum = Share::of_millionths(sum);
            return Fault::fail(line, format!("the instruments' shares sum to {sum}, not 100 %"));
        }
    }
    if spec.total.value > MOST_ANSWERS {
        let what = format!("more than {MOST_ANSWERS} are not simulated");
        return Fault::fail(reader.line(&raw.total.value), what);
    }
    let [group, all] = instrument_counts(spec);
    if let Some(at) = (0..group.len()).find(|at| group[*at] > all[*at]) {
        let part = &spec.instruments[at];
        return Fault::fail(part.line, "all languages have fewer answers than the group alone");
    }
    if spec.part(&spec.copies.instrument).is_none() {
        return Fault::fail(spec.copies.line, "no [[instrument]] has this id");
    }
    if spec.copies.group.value > spec.copies.all.value {
        let what = "the group has more copies than all languages";
        return Fault::fail(reader.line(&raw.copies.group.value), what);
    }
    Ok(())
}
