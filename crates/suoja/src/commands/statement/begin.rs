//! `suoja statement new`: a statement begins from the template and the register of figures.

use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use ::statement::{Figure, Register, bibliography, stamp};
use anyhow::{Context, Result, bail};
use instrument::{Kind, Loaded, SourceFile};
use jiff::tz::TimeZone;
use locale::LanguageTag;
use web::Clock;

use super::evidence::lines;
use super::made;
use crate::config::{Config, Researcher};
use crate::content::TEMPLATE;
use crate::files;
use crate::world::MachineClock;

/// The languages of the template.
const LANGUAGES: [&str; 2] = ["en", "fr"];

pub fn run(config: &Path, dir: &Path, language: &LanguageTag, country: Option<&str>) -> Result<()> {
    if fs::read_dir(dir).is_ok_and(|mut entries| entries.next().is_some()) {
        bail!("{} is not empty; name another folder", dir.display());
    }
    let config = Config::read(config)?;
    let register = register(config.researcher()?)?;
    let figures: Vec<&Figure> = register.about(country).collect();
    if country.is_some_and(|code| figures.iter().all(|own| own.country.as_deref() != Some(code))) {
        eprintln!("The register has no figure about {}; see its folder.", country.unwrap_or(""));
    }
    let instruments = files::load_instruments(&config.instruments)?;
    let holes = holes(&config, dir, language, &instruments)?;
    let mut texts: Vec<(String, String)> = TEMPLATE
        .iter()
        .map(|(path, text)| {
            let name = path.rsplit('/').next().unwrap_or(path).to_owned();
            (name, filled(text, &holes, &figures))
        })
        .collect();
    for (name, text) in &mut texts {
        if name == "claims.toml" {
            text.push_str(&claims(&figures));
        }
    }
    translated(&mut texts)?;
    made(dir)?;
    for (name, text) in &texts {
        files::write_public(&dir.join(name), text.as_bytes())?;
    }
    println!("{} is begun. Next:", dir.display());
    println!("  suoja statement build {} --accept   what the claims come to", dir.display());
    println!("  suoja statement watch {}            while you write", dir.display());
    Ok(())
}

/// The register of published figures.
///
/// # Errors
/// When it is not there, or a figure or a source in it is not whole.
pub fn register(desk: &Researcher) -> Result<Register> {
    let folder = &desk.figures;
    let references = files::source(&folder.join("references.toml"))?;
    let known = bibliography(&references, None).map_err(|found| anyhow::anyhow!(lines(&found)))?;
    let is_source = |id: &str| known.get(id).is_some();
    let register = Register::read(&files::source(&folder.join("figures.toml"))?, &is_source);
    register.map_err(|found| anyhow::anyhow!(lines(&found)))
}

/// What is put into the template, by name.
fn holes(
    config: &Config,
    dir: &Path,
    language: &LanguageTag,
    instruments: &[Loaded],
) -> Result<Vec<(String, String)>> {
    let name = dir.file_name().unwrap_or_default().to_string_lossy();
    let id: String = name
        .to_lowercase()
        .chars()
        .map(|c| if c.is_ascii_lowercase() || c.is_ascii_digit() { c } else { '-' })
        .collect();
    let today = TimeZone::UTC.to_datetime(MachineClock.now()).date();
    let (loaded, question, choices) = first_single(instruments).context(
        "no survey of the study has a question with one answer; write the claims by hand",
    )?;
    let options: Vec<String> = choices.iter().map(|own| format!("\"{own}\"")).collect();
    let mut holes = vec![
        ("ID".to_owned(), id),
        ("TODAY".to_owned(), today.to_string()),
        ("GROUP".to_owned(), language.to_string()),
        ("ENDONYM".to_owned(), language.endonym().to_owned()),
        ("OPTIONS".to_owned(), options.join(", ")),
        ("OPTION".to_owned(), choices[0].clone()),
        ("QUESTION".to_owned(), question.clone()),
    ];
    for (tag, simulated) in LANGUAGES.into_iter().zip(["Simulated. ", "Simulation. "]) {
        let suffix = tag.to_uppercase();
        let tag = LanguageTag::parse(tag)?;
        let simulated = if config.simulated { simulated } else { "" };
        let option = loaded.texts.attribute(&tag, &question, &choices[0]).unwrap_or_default();
        holes.push((format!("SIMULATED_{suffix}"), simulated.to_owned()));
        holes.push((format!("OPTION_{suffix}"), option));
        holes.push((format!("QUESTION_{suffix}"), loaded.texts.of(&tag, &question)));
    }
    Ok(holes)
}

/// The first question with one answer, and its options.
fn first_single(instruments: &[Loaded]) -> Option<(&Loaded, String, Vec<String>)> {
    instruments.iter().find_map(|loaded| {
        loaded.instrument.questions().find_map(|(_, question)| match &question.kind {
            Kind::Single(choices) => {
                let options = choices.iter().map(|own| own.id.clone()).collect();
                Some((loaded, question.id.clone(), options))
            }
            _ => None,
        })
    })
}

fn filled(template: &str, holes: &[(String, String)], figures: &[&Figure]) -> String {
    let mut text = template.to_owned();
    for (name, value) in holes {
        text = text.replace(&format!("@{name}@"), value);
    }
    for tag in LANGUAGES {
        let hole = format!("@FIGURES_{}@", tag.to_uppercase());
        text = text.replace(&hole, &paragraphs(figures, tag));
    }
    text
}

/// A paragraph for each figure, with the note of its source.
fn paragraphs(figures: &[&Figure], tag: &str) -> String {
    let paragraph = |figure: &&Figure| {
        let definition = figure.definition.iter().find(|(own, _)| own.as_str() == tag);
        let words = definition.map_or("", |(_, words)| words.as_str());
        let id = figure.id.get_ref();
        format!("- {{{id}.value}}: {}.{{note:{}}}", by_hand(words), figure.source)
    };
    figures.iter().map(paragraph).collect::<Vec<_>>().join("\n")
}

/// Marks words with digits as written by hand.
fn by_hand(words: &str) -> String {
    let mark = |word: &str| {
        let inner = word.trim_matches(|c: char| !c.is_alphanumeric());
        if inner.chars().any(char::is_numeric) {
            word.replacen(inner, &format!("{{\"{inner}\"}}"), 1)
        } else {
            word.to_owned()
        }
    };
    words.split(' ').map(mark).collect::<Vec<_>>().join(" ")
}

fn claims(figures: &[&Figure]) -> String {
    let mut text = String::new();
    for figure in figures {
        let (id, value) = (figure.id.get_ref(), figure.value);
        _ = write!(
            text,
            "\n[[claim]]\nid = \"{id}\"\nkind = \"figure\"\nfigure = \"{id}\"\ncomes_to = {value}\n"
        );
    }
    text
}

/// Says of every translation that it fits the template's source.
fn translated(texts: &mut [(String, String)]) -> Result<()> {
    let file =
        |(name, text): &(String, String)| SourceFile { name: name.clone(), text: text.clone() };
    let source = texts.iter().find(|(name, _)| name == "en.md").map(file);
    let source = source.context("the template has no en.md")?;
    for own in texts.iter_mut().filter(|(name, _)| name.ends_with(".md") && name != "en.md") {
        own.1 = stamp(&source, &file(own)).map_err(|found| anyhow::anyhow!(lines(&found)))?;
    }
    Ok(())
}
