//! Footnotes in the style of OSCOLA, the Oxford University Standard for the Citation of Legal
//! Authorities.
//!
//! A [`Bibliography`] holds sources by id. A [`Citer`] is told of one note after the other, in
//! the order in which they appear, and answers with [`Run`]s: text, italics, links, and references
//! to earlier notes. Whoever sets the page turns runs into HTML, Typst or plain text.
//!
//! ```
//! use std::collections::BTreeMap;
//!
//! use oscola::{Bibliography, Cite, Citer, Entry, Source, Terms, plain};
//! use oscola::source::Statute;
//!
//! # fn main() -> Result<(), Box<dyn std::error::Error>> {
//! let act = Statute { title: "Human Rights Act 1998".into(), citation: None, jurisdiction: None };
//! let entry = Entry { short: Some("HRA 1998".into()), source: Source::Statute(act) };
//! let bibliography = Bibliography::new(BTreeMap::from([("hra".into(), entry)]))?;
//!
//! let mut citer = Citer::new(&bibliography, Terms::english());
//! let first = citer.note(&[Cite { source: "hra", pinpoint: Some("s 6") }])?;
//! let second = citer.note(&[Cite { source: "hra", pinpoint: Some("s 7") }])?;
//! assert_eq!(plain(&first), "Human Rights Act 1998 (HRA 1998) s 6.");
//! assert_eq!(plain(&second), "HRA 1998 (n\u{a0}1) s 7.");
//! # Ok(())
//! # }
//! ```
//!
//! # Which edition
//!
//! The forms are those of the **4th edition** (Hart 2012); section numbers in this room and in its
//! examples are those of that edition. What differs, and why:
//!
//! - **No "ibid"**, as in the 5th edition (2026): a repeated source is always its short form with
//!   the number of the note that has it in full. The 4th edition allows this.
//! - **ECLI for cases of the Court of Justice** where the source has one, without the letters
//!   `ECLI:`, as the answers published for the 4th edition say; the 5th makes it the rule. A report
//!   that is given as well follows it.
//! - **The Official Journal without a page** (acts from October 2023) ends in its series: `OJ L`.
//!   The 4th edition is older than such acts.
//! - **Newspapers** print a place only where the source gives one: the 4th edition wants it, the
//!   5th leaves it out.
//! - **A cross-citation stands after acts, too.** Section 1.2.1 finds it unnecessary there; here it
//!   is what the reader follows to the full text.
//! - **Treaties** follow part IV of the 2006 edition, which the 4th does not replace.
//! - **Web addresses are printed whole**, with `https://`, so that the link says where it leads.
//! - The title of a thesis stays in quotation marks, and a note ends with a full stop. The 5th
//!   edition is reported to set such titles in italics and to leave the stop to the writer.
//!
//! The 5th edition itself is not followed as a whole, and nothing here claims that it is.
//!
//! OSCOLA is an English standard. [`Terms::french`] is our rendering of it in French: the order
//! and the brackets are OSCOLA's, the words, dates, quotation marks and spaces are French.
//!
//! # What is left to the writer
//!
//! Text is printed as it stands. Case names, reports, abbreviations and pinpoints are written into
//! the source as OSCOLA writes them, without full stops. The order of sources in a note (1.1.4) is
//! the writer's.

mod bibliography;
mod citer;
mod date;
mod full;
mod person;
mod run;
mod short;
pub mod source;
mod terms;
mod url;

pub use bibliography::{Bibliography, BibliographyError, Entry};
pub use citer::{Cite, CiteError, Citer};
pub use date::{BadDate, PartialDate};
pub use person::Person;
pub use run::{Run, plain};
pub use source::Source;
pub use terms::Terms;
pub use url::{BadUrl, Url};
