//! Records of a table in bounded memory: csv-core is the grammar, this is the limit around it.

use std::io::BufRead;

use csv_core::{ReadRecordResult, ReaderBuilder};

use crate::input::Input;
use crate::{Broken, BrokenReason};

/// Bytes that a record may have. One that is larger is taken for a quote that is not closed.
pub(crate) const LARGEST_RECORD: usize = 2 << 20;
/// Columns that a table may have.
const MOST_COLUMNS: usize = 1024;

pub(crate) struct Records<R> {
    input: Input<R>,
    grammar: csv_core::Reader,
    fields: Vec<u8>,
    ends: Vec<usize>,
    columns: usize,
}

impl<R: BufRead> Records<R> {
    pub(crate) fn new(input: Input<R>, delimiter: u8) -> Self {
        let grammar = ReaderBuilder::new().delimiter(delimiter).build();
        let (fields, ends) = (vec![0; 4096], vec![0; 64]);
        Self { input, grammar, fields, ends, columns: 0 }
    }

    /// Reads the next record; answers the line on which it begins. Empty lines are none.
    ///
    /// # Errors
    /// [`Broken`] when the file cannot be read or a record does not end.
    pub(crate) fn advance(&mut self) -> Result<Option<u64>, Broken> {
        // The grammar passes over these as well, but only after the line was asked for.
        while matches!(self.input.peek()?, Some(b'\n' | b'\r')) {
            self.input.consume(1);
        }
        let line = self.input.line();
        let broken = |reason| Broken { line, reason };
        let large = || broken(BrokenReason::LargePiece(LARGEST_RECORD));
        let (mut bytes, mut columns, mut quotes) = (0, 0, 0);
        loop {
            let (fields, ends) = (&mut self.fields[bytes..], &mut self.ends[columns..]);
            let available = self.input.available()?;
            let last = available.is_empty();
            let (result, read, written, ended) = self.grammar.read_record(available, fields, ends);
            quotes += memchr::memchr_iter(b'"', &available[..read]).count();
            self.input.consume(read);
            bytes += written;
            columns += ended;
            match result {
                ReadRecordResult::InputEmpty => {}
                ReadRecordResult::OutputFull => grow(&mut self.fields, LARGEST_RECORD, large)?,
                ReadRecordResult::OutputEndsFull => grow(&mut self.ends, MOST_COLUMNS, large)?,
                ReadRecordResult::Record if last && quotes % 2 == 1 => {
                    return Err(broken(BrokenReason::Quote));
                }
                ReadRecordResult::Record => {
                    self.columns = columns;
                    return Ok(Some(line));
                }
                ReadRecordResult::End => return Ok(None),
            }
        }
    }

    /// How many fields the record has.
    pub(crate) fn len(&self) -> usize {
        self.columns
    }

    /// A field of the record, from 0.
    pub(crate) fn field(&self, column: usize) -> Option<&[u8]> {
        let end = *self.ends[..self.columns].get(column)?;
        let start = if column == 0 { 0 } else { self.ends[column - 1] };
        self.fields.get(start..end)
    }
}

fn grow<T: Clone + Default>(
    buffer: &mut Vec<T>,
    most: usize,
    too_large: impl Fn() -> Broken,
) -> Result<(), Broken> {
    if buffer.len() >= most {
        return Err(too_large());
    }
    buffer.resize(2 * buffer.len(), T::default());
    Ok(())
}

#[cfg(test)]
mod tests {
    use std::io::BufReader;

    use super::*;

    fn read(text: &[u8], buffer: usize) -> Result<Vec<(u64, Vec<String>)>, Broken> {
        let input = Input::new(BufReader::with_capacity(buffer, text))?;
        let mut records = Records::new(input, b',');
        let mut found = Vec::new();
        while let Some(line) = records.advance()? {
            let field = |at| String::from_utf8_lossy(records.field(at).unwrap()).into_owned();
            found.push((line, (0..records.len()).map(field).collect()));
        }
        Ok(found)
    }

    #[test]
    fn records_know_their_lines_with_either_end_of_line_and_quotes_across_lines() {
        let text = b"a,b\r\n\r\n\"c\r\nd\",\"e\"\"f\"\r\ng\nh,";
        for buffer in [1, 2, 7, 100] {
            let found = read(text, buffer).unwrap();
            let expected: [(u64, &[&str]); 4] =
                [(1, &["a", "b"]), (3, &["c\r\nd", "e\"f"]), (5, &["g"]), (6, &["h", ""])];
            let found: Vec<(u64, Vec<&str>)> = found
                .iter()
                .map(|(line, own)| (*line, own.iter().map(String::as_str).collect()))
                .collect();
            assert_eq!(found, expected.map(|(line, own)| (line, own.to_vec())), "{buffer}");
        }
    }

    #[test]
    fn a_quote_that_is_not_closed_is_named_with_the_line_where_it_opens() {
        let broken = read(b"a\nb,\"c\nd\ne\n", 100).unwrap_err();
        assert_eq!(broken, Broken { line: 2, reason: BrokenReason::Quote });
        let mut endless = b"a\n\"".to_vec();
        endless.resize(LARGEST_RECORD + 10, b'x');
        let broken = read(&endless, 4096).unwrap_err();
        assert_eq!(broken, Broken { line: 2, reason: BrokenReason::LargePiece(LARGEST_RECORD) });
    }

    #[test]
    fn columns_without_end_are_refused() {
        let broken = read(&vec![b','; 5000], 4096).unwrap_err();
        assert_eq!(broken.reason, BrokenReason::LargePiece(LARGEST_RECORD));
    }
}
