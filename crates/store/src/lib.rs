//! The store of a public door: one SQLite file with sealed parts and weekly counters.
//!
//! What is kept of an arrival is its week, nothing else. [`RowKey`] turns answer number, page and
//! nonce into the row's id, so sending a page twice adds nothing and the id tells nothing once the
//! key is gone. [`Store::append`] returns after commit and fsync; parts that arrive together share
//! one commit. [`Store::rewrite`] writes the file anew in the order of the ids, which wipes the
//! order in which rows came to lie inside a page. [`Archive`] is the researchers' read-only side.

mod archive;
mod connect;
mod error;
mod progress;
mod row;
mod schema;
mod week;
mod writer;

pub use archive::{Archive, SealedPart};
pub use error::StoreError;
pub use progress::{KeptBlob, Progress, Written};
pub use row::{LARGEST_BLOB, Row, RowId, RowKey};
pub use week::Week;
pub use writer::{Appended, Store};
