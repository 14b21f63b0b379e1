//! The rows of a list, whatever its format.

use std::io::BufRead;

use crate::flat::Flat;
use crate::input::Input;
use crate::{Broken, Fault, Row, Shape};

/// The rows of a list as they stand in the file. After a [`Fault::Broken`] nothing more comes.
pub struct Rows<R> {
    reader: Reader<R>,
    over: bool,
}

enum Reader<R> {
    Flat(Flat<R>),
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
            Reader::Flat(flat) => flat.next(),
        };
        self.over = matches!(next, None | Some(Err(Fault::Broken(_))));
        next
    }
}
