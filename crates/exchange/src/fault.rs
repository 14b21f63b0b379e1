//! What can be wrong with a list. No sentence here repeats anything of the list: lists are secrets.

use crate::hash::BadHash;
use crate::input::LONGEST_LINE;
use crate::kind::UnknownKind;

/// Something wrong with a list: one row, or all that would follow.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Fault {
    /// One row is no good. The rows after it can be read.
    #[error(transparent)]
    Row(#[from] BadRow),
    /// Nothing more can be read. What came before is a part of the list, never the whole of it.
    #[error(transparent)]
    Broken(#[from] Broken),
}

/// A row that is no good.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("line {line}: {reason}")]
pub struct BadRow {
    /// Line of the file, from 1.
    pub line: u64,
    /// What is wrong with it.
    pub reason: Reason,
}

/// What is wrong with a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Reason {
    /// The hash is none.
    #[error(transparent)]
    Hash(#[from] BadHash),
    /// The kind is none.
    #[error(transparent)]
    Kind(#[from] UnknownKind),
    /// There is a kind and nothing after it, or no field with a hash in it.
    #[error("there is no hash on this row")]
    NoHash,
    /// It says of a text or an address that it is abusive.
    #[error("this row is about a text or an address; only hashes of pictures and films are read")]
    NotMedia,
    /// A line goes on and on.
    #[error("this line has more than {LONGEST_LINE} bytes")]
    LongLine,
    /// A field that the mapping names is not there.
    #[error("this row has fewer fields than the mapping of columns names")]
    FewFields,
    /// A field is too long, or no text.
    #[error("the field `{0}` is not text of at most {max} bytes without control characters", max = crate::field::LONGEST_FIELD)]
    Field(&'static str),
    /// A time is none.
    #[error("the time is neither RFC 3339, nor a day as YYYY-MM-DD, nor seconds since 1970")]
    Time,
    /// An action is none.
    #[error("the action is neither `add` nor `withdraw`, nor another word for one of them")]
    Action,
    /// The key of an entry is missing.
    #[error("this entry lacks its number or its member")]
    NoKey,
    /// An entry has too many hashes.
    #[error("this entry has more than {0} hashes")]
    ManyHashes(usize),
    /// An item of an array lacks what it needs.
    #[error("this item is not shaped as the format says: a field is missing or of another type")]
    Shape,
}

/// A list that cannot be read further.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("line {line}: {reason}; the rest of the list was not read")]
pub struct Broken {
    /// Line of the file, from 1.
    pub line: u64,
    /// Why.
    pub reason: BrokenReason,
}

/// Why a list cannot be read further.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum BrokenReason {
    /// The file could not be read.
    #[error("the file could not be read ({0})")]
    Io(String),
    /// The file is written in UTF-16.
    #[error("the file is UTF-16; save it as UTF-8")]
    Utf16,
    /// The XML is not well-formed, or not UTF-8.
    #[error("this is not well-formed XML in UTF-8")]
    Xml,
    /// The XML is of another kind.
    #[error("this XML has another root than `{0}`")]
    Root(&'static str),
    /// The XML brings its own document type, which can hold entities.
    #[error("this XML has a document type or an entity of its own, which is refused")]
    Doctype,
    /// Elements stand too deep in one another.
    #[error("elements stand more than {0} deep in one another")]
    Deep(usize),
    /// The JSON is not well-formed.
    #[error("this is not well-formed JSON")]
    Json,
    /// The array of rows is not there.
    #[error("this JSON has no array `{0}`")]
    NoArray(&'static str),
    /// One piece is larger than memory shall hold.
    #[error("one piece of the file has more than {0} bytes; is a quote or an element not closed?")]
    LargePiece(usize),
    /// A quote is never closed.
    #[error("a quote is opened here and never closed")]
    Quote,
    /// The head of the table does not hold a column that the mapping names.
    #[error("the head of the table has no column that the mapping calls `{0}`, or has it twice")]
    NoColumn(String),
    /// The file ends too early.
    #[error("the file ends before its last element does")]
    Short,
}
