//! Lists written: flat, or as a table.

use std::io::{self, Write};

use crate::{Action, Change, Columns, HashValue, Row, Shape};

/// Names of the columns of a table, as [`Columns::own`] reads them.
const HEAD: [&str; 8] = ["kind", "hash", "member", "entry", "class", "tags", "changed", "action"];

/// Writes a list row by row. What it writes, [`crate::Rows`] reads back: of a table every field but the
/// line, of a flat list kind and hash.
pub struct ListWriter<W: Write>(Way<W>);

enum Way<W: Write> {
    Flat(W),
    Table(Box<csv::Writer<W>>),
}

/// Why a list cannot be written.
#[derive(Debug, thiserror::Error)]
pub enum WriteError {
    /// The file cannot be written.
    #[error("the list cannot be written: {0}")]
    Io(#[from] io::Error),
    /// A flat list has no way to say that a hash is withdrawn.
    #[error(
        "a flat list cannot say that a hash is withdrawn; leave the row out, or write a table (csv)"
    )]
    Withdrawal,
}

impl<W: Write> ListWriter<W> {
    /// A list of one `kind hash` a line.
    pub fn flat(out: W) -> Self {
        Self(Way::Flat(out))
    }

    /// A table; its head is written at once.
    ///
    /// # Errors
    /// [`WriteError::Io`]
    pub fn table(out: W) -> Result<Self, WriteError> {
        let mut table = csv::Writer::from_writer(out);
        table.write_record(HEAD).map_err(io::Error::from)?;
        Ok(Self(Way::Table(Box::new(table))))
    }

    /// How to read what is written.
    pub fn shape(&self) -> Shape {
        match self.0 {
            Way::Flat(_) => Shape::Flat { kind: None },
            Way::Table(_) => Shape::Csv(Columns::own()),
        }
    }

    /// Writes a row.
    ///
    /// # Errors
    /// [`WriteError`]
    pub fn write(&mut self, row: &Row) -> Result<(), WriteError> {
        match (&mut self.0, &row.change) {
            (Way::Flat(out), Change::Add(hash)) => {
                writeln!(out, "{} {}", hash.kind(), hash.text())?;
            }
            (Way::Flat(_), _) => return Err(WriteError::Withdrawal),
            (Way::Table(table), _) => write_record(table, row)?,
        }
        Ok(())
    }

    /// Writes what waits and gives back what was written to.
    ///
    /// # Errors
    /// [`WriteError::Io`]
    pub fn finish(self) -> Result<W, WriteError> {
        match self.0 {
            Way::Flat(mut out) => {
                out.flush()?;
                Ok(out)
            }
            Way::Table(table) => Ok(table.into_inner().map_err(|error| error.into_error())?),
        }
    }
}

fn write_record<W: Write>(table: &mut csv::Writer<W>, row: &Row) -> io::Result<()> {
    let hash = row.hash();
    let action = match row.action() {
        Action::Add => "add",
        Action::Withdraw => "withdraw",
    };
    let record = [
        hash.map(|hash| hash.kind().name()).unwrap_or_default(),
        &hash.map(HashValue::text).unwrap_or_default(),
        row.member.as_deref().unwrap_or_default(),
        row.entry.as_deref().unwrap_or_default(),
        row.class.as_deref().unwrap_or_default(),
        &row.tags.join(" "),
        &row.changed.map(|time| time.to_string()).unwrap_or_default(),
        action,
    ];
    Ok(table.write_record(record)?)
}
