//! What stands after the sheets: what stays between people, what is known, and a page for
//! professionals.

use crate::EditionError;
use crate::edition::{Chapter, Topic};
use crate::words::Words;

/// Countries of which something can be said about services, and elsewhere.
const PLACES: [&str; 6] = ["fr", "be", "ch", "ca", "elsewhere", "here"];

/// Pairs of title and text on the page for professionals.
const PROFESSIONAL: [&str; 5] = ["what", "status", "methods", "use", "not"];

/// The chapters.
pub(crate) fn more(words: &Words<'_>) -> Result<Vec<Chapter>, EditionError> {
    Ok(vec![confidentiality(words)?, effect(words)?, professional(words)?])
}

fn confidentiality(words: &Words<'_>) -> Result<Chapter, EditionError> {
    let ask = Topic {
        points: words.counted("confidentiality-ask-"),
        ..topic(words, "confidentiality-ask", &[])?
    };
    let mut meaning = topic(words, "confidentiality-words", &["confidentiality-words"])?;
    meaning.text.push(words.plain("confidentiality-limit")?);
    meaning.text.push(words.plain("confidentiality-unchecked")?);
    let places = PLACES.map(|place| format!("confidentiality-{place}"));
    let places = places.iter().map(|id| topic(words, id, &[id]));
    let places = places.collect::<Result<Vec<_>, _>>()?;
    let lead = untitled(words, &["confidentiality-lead"])?;
    let topics = [lead, ask, meaning].into_iter().chain(places).collect();
    let title = words.plain("confidentiality-title")?;
    Ok(Chapter { id: "confidentiality", title, topics })
}

fn effect(words: &Words<'_>) -> Result<Chapter, EditionError> {
    let texts = ["effect-lead", "effect-trial", "effect-others", "effect-ours", "effect-worse"];
    let topics = vec![untitled(words, &texts)?];
    Ok(Chapter { id: "effect", title: words.plain("effect-title")?, topics })
}

fn professional(words: &Words<'_>) -> Result<Chapter, EditionError> {
    let mut topics = vec![untitled(words, &["professional-lead"])?];
    for own in PROFESSIONAL.map(|own| format!("professional-{own}")) {
        topics.push(topic(words, &own, &[&own])?);
    }
    topics.push(untitled(words, &["professional-duty", "professional-feedback"])?);
    topics.push(Topic {
        points: words.counted("reference-"),
        // Works are listed as they were published.
        points_language: Some("en"),
        ..topic(words, "professional-references", &["professional-references-note"])?
    });
    Ok(Chapter { id: "professional", title: words.plain("professional-title")?, topics })
}

fn untitled(words: &Words<'_>, texts: &[&str]) -> Result<Topic, EditionError> {
    let mut text = Vec::new();
    for id in texts {
        text.extend(words.paragraphs(id)?);
    }
    Ok(Topic { title: None, text, points: Vec::new(), points_language: None })
}

/// A topic whose title is the message `ID-title`.
fn topic(words: &Words<'_>, id: &str, texts: &[&str]) -> Result<Topic, EditionError> {
    let title = words.plain(&format!("{id}-title"))?;
    Ok(Topic { title: Some(title), ..untitled(words, texts)? })
}
