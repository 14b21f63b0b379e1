//! Where to turn: the entries of `content/helplines`, by purpose and language.
//!
//! Every entry says where it was read and of when that source is; one that nobody of the project
//! has checked says so beside it.

mod helplines;

pub use helplines::{Helpline, Helplines, Purpose};
