//! What a page carries for itself in its hidden field.
//!
//! Only what routing and going back need: codes of answers, never words. The field is sealed under
//! a key that the server keeps in memory for two hours at most.

use std::collections::{BTreeMap, BTreeSet};

use instrument::{Answers, Instrument, Missing, Value, standing};
use programme::Locker;
use serde::{Deserialize, Serialize};
use zeroize::{Zeroize, ZeroizeOnDrop, Zeroizing};

/// States are padded to a multiple of this many bytes: the field's length tells little.
const STEP: usize = 256;

/// Where a visitor is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum State {
    /// Before the age question.
    Age,
    /// Before the choice of a survey; of age.
    Start,
    /// On a page of a survey.
    Survey(Survey),
    /// In the self-help programme, with a code.
    Programme(Session),
}

/// What a code has opened.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Session {
    /// Where the answers lie, and what locks them.
    pub locker: Locker,
    /// The revision that the page shows.
    pub revision: i64,
}

/// Where a visitor is in a survey.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, Zeroize, ZeroizeOnDrop)]
pub struct Survey {
    /// Place of the instrument in the door's list.
    pub instrument: u8,
    /// Place of the page that is shown, or of the one that comes after the care page.
    pub page: u16,
    /// Place of the care rule whose page is shown first.
    pub care: Option<u8>,
    /// The answer number that joins the parts inside the seal.
    pub answer: [u8; 16],
    /// Changes with every showing of a page, not with its being sent twice.
    pub nonce: [u8; 16],
    /// Parts sent so far.
    pub revision: u32,
    answers: Vec<(u16, Coded)>,
}

/// An answer without words.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, Zeroize)]
enum Coded {
    Code(i64),
    Codes(Vec<i64>),
    /// Words were sent; they lie in the seal.
    Written,
}

impl Survey {
    /// The first page of an instrument.
    pub fn begin(instrument: u8, page: u16, answer: [u8; 16], nonce: [u8; 16]) -> Self {
        Self { instrument, page, care: None, answer, nonce, revision: 0, answers: Vec::new() }
    }

    /// Remembers a page's answers, in codes.
    pub fn remember(&mut self, instrument: &Instrument, answers: &Answers) {
        let mut own: BTreeMap<u16, Coded> = std::mem::take(&mut self.answers).into_iter().collect();
        for (at, (_, question)) in (0u16..).zip(instrument.questions()) {
            let Some(value) = answers.get(&question.id) else { continue };
            let written = own.get(&at) == Some(&Coded::Written);
            let coded = match value {
                Value::Code(_) if written => Coded::Written,
                Value::Code(code) => Coded::Code(*code),
                Value::Codes(codes) => Coded::Codes(codes.clone()),
                Value::Text(_) => Coded::Written,
            };
            own.insert(at, coded);
        }
        self.answers = own.into_iter().collect();
    }

    /// Whether words were sent for a question.
    pub fn is_written(&self, instrument: &Instrument, id: &str) -> bool {
        let at = instrument.questions().position(|(_, question)| question.id == id);
        let own = |at: usize| self.answers.iter().find(|(own, _)| usize::from(*own) == at);
        at.and_then(own).is_some_and(|(_, coded)| *coded == Coded::Written)
    }

    /// The answers so far, without those that the others lead past.
    pub fn answers(&self, instrument: &Instrument) -> Answers {
        let coded: BTreeMap<u16, &Coded> =
            self.answers.iter().map(|(at, own)| (*at, own)).collect();
        let given = (0u16..).zip(instrument.questions()).filter_map(|(at, (_, question))| {
            let value = match coded.get(&at)? {
                Coded::Code(code) => Value::Code(*code),
                Coded::Codes(codes) => Value::Codes(codes.clone()),
                Coded::Written => Value::from(Missing::Skipped),
            };
            Some((question.id.clone(), value))
        });
        let all: BTreeSet<usize> = (0..instrument.pages.len()).collect();
        standing(instrument, &all, &given.collect())
    }
}

impl std::fmt::Debug for Survey {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Survey").field("page", &self.page).finish_non_exhaustive()
    }
}

impl State {
    /// The bytes to be sealed.
    pub fn to_bytes(&self) -> Zeroizing<Vec<u8>> {
        // Numbers, lists and enums: writing them to memory cannot fail.
        let mut bytes = postcard::to_stdvec(self).unwrap_or_default();
        bytes.resize(bytes.len().next_multiple_of(STEP), 0);
        Zeroizing::new(bytes)
    }

    /// Reads bytes that were sealed; `None` if another version of this program wrote them.
    pub fn from_bytes(bytes: &[u8]) -> Option<Self> {
        postcard::from_bytes(bytes).ok()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_state_comes_back_and_its_length_tells_little() {
        for state in
            [State::Age, State::Start, State::Survey(Survey::begin(1, 3, [7; 16], [8; 16]))]
        {
            let bytes = state.to_bytes();
            assert_eq!(bytes.len(), STEP);
            assert_eq!(State::from_bytes(&bytes), Some(state));
        }
        assert_eq!(State::from_bytes(&[9; 40]), None);
    }
}
