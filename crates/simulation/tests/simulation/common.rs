//! The committed specification and instruments, and simulated answers read back through the form.

use std::collections::BTreeMap;

use instrument::{Answers, Instrument, SourceFile, Sources, Value, check_page, load};
use simulation::{SimulatedAnswer, Spec, simulate};

pub const FILE: &str = "simulated-french-2023.toml";
pub const TEXT: &str = include_str!("../../../../content/simulation/simulated-french-2023.toml");

pub fn spec() -> Spec {
    Spec::parse(FILE, TEXT).unwrap()
}

/// The instruments without their texts, which nothing here reads: as if every language were yet to
/// come.
pub fn instruments() -> [Instrument; 2] {
    let help_us = include_str!("../../../../content/instruments/help-us/instrument.toml");
    let no_need = include_str!("../../../../content/instruments/no-need/instrument.toml");
    [help_us, no_need].map(|toml| {
        let text = toml.replace("status = \"published\"", "status = \"declared\"");
        let instrument = SourceFile { name: "instrument.toml".to_owned(), text };
        let (loaded, found) = load(&Sources { instrument, texts: BTreeMap::new() });
        loaded.unwrap_or_else(|| panic!("{found:#?}")).instrument
    })
}

/// An answer with what the form made of it.
pub struct Read {
    pub sent: SimulatedAnswer,
    pub answers: Answers,
    pub complete: bool,
}

impl Read {
    /// Whether the question was answered: not skipped, refused or unknown.
    pub fn answered(&self, question: &str) -> bool {
        self.answers.get(question).is_some_and(|value| value.missing().is_none())
    }

    pub fn french(&self) -> bool {
        self.sent.language.as_str() == "fr"
    }
}

/// Sends everything through the check of the form, page after page as the instrument leads.
pub fn read(instruments: &[Instrument; 2], sent: Vec<SimulatedAnswer>) -> Vec<Read> {
    sent.into_iter().map(|sent| read_one(instruments, sent)).collect()
}

fn read_one(instruments: &[Instrument; 2], sent: SimulatedAnswer) -> Read {
    let instrument = instruments.iter().find(|own| own.id == sent.instrument).unwrap();
    let mut answers = Answers::new();
    let mut next = instrument.next_page(0, &answers);
    assert!(!sent.pages.is_empty());
    for page in &sent.pages {
        assert_eq!(next, Some(page.page), "not the page that the instrument leads to");
        let asked = instrument.pages[page.page].asked(&answers);
        for (name, value) in &page.fields {
            assert!(asked.iter().any(|own| own.id == *name), "{name} = {value} is not asked");
        }
        let checked = check_page(&asked, &page.fields).unwrap();
        assert!(!checked.links_removed);
        answers.extend(checked.answers);
        next = instrument.next_page(page.page + 1, &answers);
    }
    Read { sent, answers, complete: next.is_none() }
}

pub fn simulated() -> Vec<Read> {
    let instruments = instruments();
    let sent = simulate(&spec(), &instruments.each_ref()).unwrap();
    read(&instruments, sent)
}

/// Whether an answer is among options as a margin writes them: `yes`, `once+several`, `3-9`.
pub fn is(instruments: &[Instrument; 2], question: &str, value: &Value, options: &str) -> bool {
    let question = instruments.iter().find_map(|own| own.question(question)).unwrap();
    options.split('+').any(|option| match question.code_of(option) {
        Some(code) => value.has(code),
        None => {
            let (low, high) = option.split_once('-').unwrap_or((option, option));
            let range = low.parse::<i64>().unwrap()..=high.parse().unwrap();
            value.number().is_some_and(|number| range.contains(&number))
        }
    })
}
