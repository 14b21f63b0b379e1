//! A statement: findings become a document whose every number recomputes.
//!
//! A statement is a folder of plain files: `statement.toml` ([`Settings`]), `claims.toml`
//! ([`ClaimKind`]), `charts.toml`, `references.toml` and one Markdown file a language, in which
//! every number is a placeholder for a claim. [`build`] computes every claim from the answers,
//! stops where one has no data, is suppressed or differs from what the file expects, checks the
//! texts, and makes one [`Document`] a language, from which [`html`] and the PDF are written.
//!
//! Nothing here calls a group of answers in a language a country's people: the group's name is
//! the author's, and `content/text-checks` refuses such names.

mod accept;
mod appendix;
mod atom;
mod chart;
mod check;
mod claim;
mod compose;
mod compute;
mod document;
mod evidence;
mod figure;
mod html;
mod labels;
mod method;
mod panel;
mod service;
mod settings;
mod site;
mod source;
mod text;
mod words;
mod write;

pub use accept::accept;
pub use claim::{Claim, ClaimKind, Of};
pub use compose::{Built, Failure, bibliography, build};
pub use compute::{Difference, Outcome};
pub use document::{
    Asked, Block, Document, Inline, Line, Method, Note, NoteRun, Plot, Section, SectionKind, Table,
};
pub use evidence::Evidence;
pub use figure::{Figure, Register, Unit};
pub use html::html;
pub use labels::{Labels, LabelsError};
pub use settings::{Numbers, Settings, read as settings};
pub use site::{Page, Site, SiteError, others, site};
pub use source::Sources;
pub use text::stamp;

pub(crate) use source::{is_id, line_of, read_toml};
