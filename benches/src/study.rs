//! The real instrument, two recipients, and parts whose content is known.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, ensure};
use data_encoding::HEXLOWER;
use door_reach::{Intake, Submission};
use instrument::{Answers, Instrument, Origin, Part, SourceFile, Sources};
use jiff::civil::date;
use seal::{Identity, Recipients};
use store::{Appended, RowKey, Store, Week};

use crate::visits::{INSTRUMENT, LANGUAGE, PAGES};

/// The study's id.
pub const STUDY: &str = "bench";

/// What parts are made of.
pub struct Study {
    /// The real instrument.
    pub instrument: Instrument,
    /// The private keys of two researchers.
    pub identities: Vec<Identity>,
    /// Their public keys.
    pub recipients: Recipients,
    key: RowKey,
    pages: Vec<Known>,
}

/// A page of the way through the survey.
struct Known {
    at: usize,
    fields: Vec<(String, String)>,
    before: Answers,
    sealed: Answers,
}

/// The house's folder of content.
pub fn content() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../content")
}

impl Study {
    /// Reads the instrument and makes keys.
    ///
    /// # Errors
    /// When the instrument cannot be used or has other pages than the benches know.
    pub fn load() -> Result<Self> {
        let instrument = read_instrument()?;
        let mut pages = Vec::new();
        let mut before = Answers::new();
        for page in &PAGES {
            let at = instrument.page_index(page.id).with_context(|| page.id)?;
            let next = pages.last().map_or(0, |last: &Known| last.at + 1);
            let asked = instrument.next_page(next, &before);
            ensure!(asked == Some(at), "{} is not the next page", page.id);
            let own = |(name, value): &(&str, &str)| ((*name).to_owned(), (*value).to_owned());
            let sealed: Answers = serde_json::from_str(page.sealed)?;
            let fields = page.fields.iter().map(own).collect();
            pages.push(Known { at, fields, before: before.clone(), sealed: sealed.clone() });
            before.extend(sealed);
        }
        let identities = vec![Identity::generate(), Identity::generate()];
        let public: Vec<String> = identities.iter().map(Identity::public).collect();
        let recipients = Recipients::parse(&public)?;
        Ok(Self { instrument, identities, recipients, key: RowKey::new([7; 32]), pages })
    }

    /// An intake that seals to both and keeps in this store.
    pub fn intake(&self, store: Store) -> Intake {
        Intake::new(STUDY.to_owned(), self.recipients.clone(), store)
    }

    /// Sends the part of a number the way of the web form, and returns when it is on disk.
    ///
    /// # Errors
    /// When it is not taken, or had been there.
    pub async fn send(&self, number: usize, intake: &Intake) -> Result<()> {
        let known = &self.pages[number % self.pages.len()];
        let page = &self.instrument.pages[known.at];
        let asked = page.asked(&known.before);
        let submission = Submission {
            instrument: &self.instrument,
            page,
            asked: &asked,
            fields: &known.fields,
            answer: &self.answer(number),
            nonce: &(number as u128).to_be_bytes(),
            revision: self.revision(number)?,
            language: LANGUAGE,
            written: &|_: &str| false,
        };
        let sent = intake.submit(submission, &self.key, Week::of(date(2026, 11, 23))).await?;
        ensure!(sent.appended == Appended::New, "part {number} was there already");
        Ok(())
    }

    /// The plaintext of the part of a number.
    ///
    /// # Errors
    /// When a survey has more pages than a part can count.
    pub fn plaintext(&self, number: usize) -> Result<Vec<u8>> {
        let known = &self.pages[number % self.pages.len()];
        let origin = Origin {
            study: STUDY,
            answer: &HEXLOWER.encode(&self.answer(number)),
            language: LANGUAGE,
            recipients: self.recipients.fingerprint(),
            revision: self.revision(number)?,
        };
        let page = &self.instrument.pages[known.at].id;
        Ok(Part::new(&self.instrument, page, origin, known.sealed.clone()).to_json())
    }

    /// Checks that these are the parts of the numbers below `count`, each once and as it was sent.
    ///
    /// # Errors
    /// When one is missing, double or different.
    pub fn check(&self, parts: &[Part], count: usize) -> Result<()> {
        ensure!(parts.len() == count, "{} parts instead of {count}", parts.len());
        let mut opened = BTreeMap::new();
        for part in parts {
            opened.insert((part.answer.as_str(), part.page.as_str()), part);
        }
        for number in 0..count {
            let answer = HEXLOWER.encode(&self.answer(number));
            let page = PAGES[number % PAGES.len()].id;
            let part = opened.get(&(answer.as_str(), page)).context("a part is missing")?;
            let expected = Part::from_json(&self.plaintext(number)?)?;
            ensure!(**part == expected, "part {number} is another than was sent");
        }
        Ok(())
    }

    fn answer(&self, number: usize) -> [u8; 16] {
        ((number / self.pages.len()) as u128).to_be_bytes()
    }

    fn revision(&self, number: usize) -> Result<u32> {
        Ok(u32::try_from(number % self.pages.len())?)
    }
}

fn read_instrument() -> Result<Instrument> {
    let dir = content().join("instruments").join(INSTRUMENT);
    let read = |name: &str| -> Result<SourceFile> {
        let text = fs::read_to_string(dir.join(name)).with_context(|| name.to_owned())?;
        Ok(SourceFile { name: name.to_owned(), text })
    };
    let mut texts = BTreeMap::new();
    for tag in ["en", "fr"] {
        texts.insert(tag.to_owned(), read(&format!("{tag}.ftl"))?);
    }
    let (loaded, found) =
        instrument::load(&Sources { instrument: read("instrument.toml")?, texts });
    Ok(loaded.with_context(|| format!("the instrument has errors: {found:?}"))?.instrument)
}
