//! Rows and the ids under which they are kept.

use zeroize::{Zeroize, ZeroizeOnDrop};

use crate::Week;

/// The largest blob that lies whole inside a database page: of the 16,384 bytes of a page SQLite
/// lets one row of an index tree keep `(16384 - 12) * 64 / 255 - 23` = 4,086, id, week and row
/// header included. A larger one would go to overflow pages, which lie in order of arrival.
pub const LARGEST_BLOB: usize = 4_040;

/// The id of a row.
pub type RowId = [u8; 16];

/// A part on its way to disk.
#[derive(Debug, Clone)]
pub struct Row {
    /// Its id.
    pub id: RowId,
    /// The week of arrival.
    pub week: Week,
    /// The sealed part.
    pub blob: Vec<u8>,
}

/// The key under which row ids are made. It lives in memory for as long as a page may be sent
/// again, and is wiped with it: after that nobody can tell which rows belong together.
#[derive(Zeroize, ZeroizeOnDrop)]
pub struct RowKey([u8; 32]);

impl RowKey {
    /// A key from random bytes.
    pub fn new(bytes: [u8; 32]) -> Self {
        Self(bytes)
    }

    /// The id of a page of an answer: the same for the same nonce, unlinkable without the key.
    pub fn row_id(&self, answer: &[u8; 16], page: &str, nonce: &[u8; 16]) -> RowId {
        let mut hasher = blake3::Hasher::new_keyed(&self.0);
        hasher.update(answer).update(nonce).update(page.as_bytes());
        let mut id = [0; 16];
        hasher.finalize_xof().fill(&mut id);
        hasher.zeroize();
        id
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_depends_on_everything_and_on_the_key() {
        let key = RowKey::new([7; 32]);
        let id = key.row_id(&[1; 16], "wish", &[2; 16]);
        assert_eq!(id, key.row_id(&[1; 16], "wish", &[2; 16]));
        assert_ne!(id, key.row_id(&[3; 16], "wish", &[2; 16]));
        assert_ne!(id, key.row_id(&[1; 16], "help", &[2; 16]));
        assert_ne!(id, key.row_id(&[1; 16], "wish", &[3; 16]));
        assert_ne!(id, RowKey::new([8; 32]).row_id(&[1; 16], "wish", &[2; 16]));
    }
}
