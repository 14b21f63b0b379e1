//! The rows of a list, whatever its format.

use std::io::BufRead;

use crate::flat::Flat;
use crate::input::Input;
use crate::ncmec::Ncmec;
use crate::rollup::Rollup;
use crate::stopncii::StopNcii;
use crate::table::Table;
use crate::updates::Updates;
use crate::{Broken, Fault, Row, Shape};

/// The rows of a list as they stand in the file. After a [`Fault::Broken`] nothing more comes.
pub struct Rows<R> {
    reader: Reader<R>,
    over: bool,
}

enum Reader<R> {
    Flat(Flat<R>),
    Csv(Table<R>),
    Rollup(Rollup<R>),
    Updates(Updates<R>),
    Ncmec(Box<Ncmec<R>>),
    StopNcii(StopNcii<R>),
}

impl<R: BufRead> Rows<R> {
    /// Begins to read a list.
    ///
    /// # Errors
    /// [`Broken`] when the file cannot be read at all: it is UTF-16, or lacks a column that is needed.
    pub fn new(input: R, shape: &Shape) -> Result<Self, Broken> {
        let input = Input::new(input)?;
        let reader = match shape {
            Shape::Flat { kind } => Reader::Flat(Flat::new(input, *kind)),
            Shape::Csv(columns) => Reader::Csv(Table::new(input, columns)?),
            Shape::Rollup { kind } => Reader::Rollup(Rollup::new(input, *kind)),
            Shape::Updates => Reader::Updates(Updates::new(input)),
            Shape::Ncmec => Reader::Ncmec(Box::new(Ncmec::new(input))),
            Shape::StopNcii => Reader::StopNcii(StopNcii::new(input)),
        };
        Ok(Self { reader, over: false })
    }
}

impl<R: BufRead> Iterator for Rows<R> {
    type Item = Result<Row, Fault>;

    fn next(&mut self) -> Option<Self::Item> {
        if self.over {
            return None;
        }
        let next = match &mut self.reader {
            Reader::Flat(rows) => rows.next(),
            Reader::Csv(rows) => rows.next(),
            Reader::Rollup(rows) => rows.next(),
            Reader::Updates(rows) => rows.next(),
            Reader::Ncmec(rows) => rows.next(),
            Reader::StopNcii(rows) => rows.next(),
        };
        self.over = matches!(next, None | Some(Err(Fault::Broken(_))));
        next
    }
}
