//! Lists of hashes as outside parties write them, read and written; notices drafted from a match.
//!
//! One module an outside party: each says where its format was read and what of it nobody has
//! confirmed. [`Rows`] reads a list from anything that can be read, row by row, in memory that does
//! not grow with the list. A row that is no good is an item of the stream ([`Fault::Row`]) and the
//! rows after it follow; a file that cannot be read further ends the stream with
//! [`Fault::Broken`], so that a part is never taken for the whole.
//!
//! Lists are secrets: no error and no `Debug` output repeats anything that stands in one.
//!
//! ```
//! use exchange::{Rows, Shape};
//! let list = "pdq 00000000000000000000000000000000000000000000000000000000000000ff\nmd5 oops\n";
//! let mut rows = Rows::new(list.as_bytes(), &Shape::Flat { kind: None })?;
//! let row = rows.next().expect("two rows")?;
//! assert_eq!(row.hash().map(|hash| hash.kind()), Some(exchange::HashKind::Pdq));
//! let fault = rows.next().expect("two rows").expect_err("no MD5 is written so");
//! assert!(fault.to_string().starts_with("line 2: "));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

mod columns;
mod detect;
mod fault;
mod field;
mod flat;
mod format;
mod hash;
mod input;
mod json;
mod kind;
mod ncmec;
mod notice;
mod records;
mod rollup;
mod row;
mod rows;
mod stopncii;
mod table;
mod updates;
mod write;

pub use columns::{BadColumns, Columns};
pub use detect::detect;
pub use fault::{BadRow, Broken, BrokenReason, Fault, Reason};
pub use field::LONGEST_FIELD;
pub use format::{Format, Shape, UnknownFormat};
pub use hash::{BadHash, HashValue, LONGEST_HASH};
pub use input::LONGEST_LINE;
pub use kind::{HashKind, UnknownKind};
pub use notice::{
    Classification, Document, Drafts, FileHashes, Found, How, Media, Notice, NoticeError, NoticeId,
    Place, Recipient, Reporter, Role, UnknownClass,
};
pub use row::{Action, Change, Row};
pub use rows::Rows;
pub use write::{ListWriter, WriteError};
