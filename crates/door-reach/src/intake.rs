//! The way of an answer: checked, sealed, stored. The web form takes it, and so does the
//! demonstration with its simulated answers.

use data_encoding::HEXLOWER;
use instrument::{Answers, FieldError, Instrument, Kind, Missing, Origin, Page, Part, Question};
use seal::Recipients;
use store::{Appended, Row, RowKey, Store, StoreError, Week};
use zeroize::Zeroizing;

/// Where the answers of a study go.
pub struct Intake {
    study: String,
    recipients: Recipients,
    store: Store,
}

/// A page that was sent.
pub struct Submission<'a> {
    /// The instrument.
    pub instrument: &'a Instrument,
    /// The page.
    pub page: &'a Page,
    /// The questions that the earlier answers lead to.
    pub asked: &'a [&'a Question],
    /// The fields as they were sent.
    pub fields: &'a [(String, String)],
    /// The answer number.
    pub answer: &'a [u8; 16],
    /// The nonce of this showing of the page.
    pub nonce: &'a [u8; 16],
    /// Parts that the person has sent before.
    pub revision: u32,
    /// The language in which the page was shown.
    pub language: &'a str,
    /// Text questions whose words were sent before; left empty, they stay as they are.
    pub written: &'a (dyn Fn(&str) -> bool + Sync),
}

/// What became of a page that was taken.
#[derive(Debug)]
pub struct Sent {
    /// The answers as they were read.
    pub answers: Answers,
    /// Whether it was new or had been sent before.
    pub appended: Appended,
}

/// Why a page was not taken. Nothing of it was kept.
#[derive(Debug, thiserror::Error)]
pub enum SubmitError {
    /// Some fields cannot be read.
    #[error("{} fields cannot be taken", .0.len())]
    Fields(Vec<FieldError>),
    /// Sealing failed.
    #[error(transparent)]
    Seal(#[from] seal::SealError),
    /// The store failed.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl Intake {
    /// An intake that seals to these recipients and keeps in this store.
    pub fn new(study: String, recipients: Recipients, store: Store) -> Self {
        Self { study, recipients, store }
    }

    /// The store behind it.
    pub fn store(&self) -> &Store {
        &self.store
    }

    /// Checks a page, seals it and returns when it is on disk.
    ///
    /// # Errors
    /// [`SubmitError`]; then nothing of the page was kept.
    pub async fn submit(
        &self,
        sent: Submission<'_>,
        key: &RowKey,
        week: Week,
    ) -> Result<Sent, SubmitError> {
        let checked =
            instrument::check_page(sent.asked, sent.fields).map_err(SubmitError::Fields)?;
        let row = self.row(&sent, &checked.answers, key, week)?;
        let appended = self.store.append(row).await?;
        Ok(Sent { answers: checked.answers, appended })
    }

    fn row(
        &self,
        sent: &Submission<'_>,
        answers: &Answers,
        key: &RowKey,
        week: Week,
    ) -> Result<Row, SubmitError> {
        let mut kept = answers.clone();
        for question in sent.asked.iter().filter(|q| matches!(q.kind, Kind::Text { .. })) {
            let empty = kept.get(&question.id).and_then(|v| v.missing()) == Some(Missing::Skipped);
            if empty && (sent.written)(&question.id) {
                kept.remove(&question.id);
            }
        }
        let origin = Origin {
            study: &self.study,
            answer: &HEXLOWER.encode(sent.answer),
            language: sent.language,
            recipients: self.recipients.fingerprint(),
            revision: sent.revision,
        };
        let part = Part::new(sent.instrument, &sent.page.id, origin, kept);
        let json = Zeroizing::new(part.to_json());
        let blob = seal::seal(&json, sent.instrument.part_size(), &self.recipients)?;
        Ok(Row { id: key.row_id(sent.answer, &sent.page.id, sent.nonce), week, blob })
    }
}
