//! The file as it is read: lines counted, pieces bounded, a mark of byte order taken off.

use std::io::{self, BufRead, Read};

use crate::{Broken, BrokenReason};

/// Bytes that a line may have: about three times the longest hash that is known.
pub const LONGEST_LINE: usize = 1 << 20;

/// A file that counts its lines and hands out no more than it is told to.
pub(crate) struct Input<R> {
    inner: R,
    /// What was read to look for a mark of byte order, and was none.
    head: Vec<u8>,
    line: u64,
    allowance: usize,
}

/// What came of reading a line.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Line {
    Whole,
    TooLong,
    End,
}

impl<R: BufRead> Input<R> {
    /// # Errors
    /// [`Broken`] when the file cannot be read or is UTF-16.
    pub(crate) fn new(mut inner: R) -> Result<Self, Broken> {
        let mut head = Vec::with_capacity(3);
        let read = inner.by_ref().take(3).read_to_end(&mut head);
        read.map_err(|error| io_error(1, &error))?;
        if head.starts_with(&[0xff, 0xfe]) || head.starts_with(&[0xfe, 0xff]) {
            return Err(Broken { line: 1, reason: BrokenReason::Utf16 });
        }
        if head == [0xef, 0xbb, 0xbf] {
            head.clear();
        }
        Ok(Self { inner, head, line: 1, allowance: usize::MAX })
    }

    /// Line of the next byte, from 1.
    pub(crate) fn line(&self) -> u64 {
        self.line
    }

    /// How many bytes may be read until the next call of this; what is asked for beyond is an error.
    pub(crate) fn allow(&mut self, bytes: usize) {
        self.allowance = bytes;
    }

    /// Whether all that may be read was.
    pub(crate) fn is_spent(&self) -> bool {
        self.allowance == 0
    }

    /// Reads a line without its end; of one that is too long, nothing.
    pub(crate) fn read_line(&mut self, line: &mut Vec<u8>) -> io::Result<Line> {
        line.clear();
        let mut any = false;
        let mut too_long = false;
        while self.ready()? {
            let bytes = self.fill_buf()?;
            any = true;
            let end = memchr::memchr(b'\n', bytes);
            let piece = &bytes[..end.unwrap_or(bytes.len())];
            too_long |= line.len() + piece.len() > LONGEST_LINE;
            if !too_long {
                line.extend_from_slice(piece);
            }
            let used = piece.len() + usize::from(end.is_some());
            self.advance(used, u64::from(end.is_some()));
            if end.is_some() {
                break;
            }
        }
        if line.last() == Some(&b'\r') {
            line.pop();
        }
        Ok(match (any, too_long) {
            (false, _) => Line::End,
            (true, true) => Line::TooLong,
            (true, false) => Line::Whole,
        })
    }

    /// Whether anything is left; it is there at once then.
    fn ready(&mut self) -> io::Result<bool> {
        loop {
            match self.fill_buf() {
                Ok(bytes) => return Ok(!bytes.is_empty()),
                Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
                Err(error) => return Err(error),
            }
        }
    }

    /// What can be read at once; nothing at the end of the file.
    ///
    /// # Errors
    /// [`Broken`] when the file cannot be read.
    pub(crate) fn available(&mut self) -> Result<&[u8], Broken> {
        let line = self.line;
        let ready = self.ready();
        ready.and_then(|_| self.fill_buf()).map_err(|error| io_error(line, &error))
    }

    /// The next byte, left where it is.
    ///
    /// # Errors
    /// [`Broken`] when the file cannot be read.
    pub(crate) fn peek(&mut self) -> Result<Option<u8>, Broken> {
        Ok(self.available()?.first().copied())
    }

    fn advance(&mut self, bytes: usize, lines: u64) {
        self.line += lines;
        self.allowance = self.allowance.saturating_sub(bytes);
        if self.head.is_empty() {
            self.inner.consume(bytes);
        } else {
            self.head.drain(..bytes.min(self.head.len()));
        }
    }

    /// The error of a read, at the line where it happened.
    pub(crate) fn error(&self, error: &io::Error) -> Broken {
        io_error(self.line, error)
    }
}

impl<R: BufRead> Read for Input<R> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        let bytes = self.fill_buf()?;
        let length = bytes.len().min(into.len());
        into[..length].copy_from_slice(&bytes[..length]);
        self.consume(length);
        Ok(length)
    }
}

impl<R: BufRead> BufRead for Input<R> {
    fn fill_buf(&mut self) -> io::Result<&[u8]> {
        if self.allowance == 0 {
            return Err(io::Error::other("a piece of the file is larger than is allowed"));
        }
        let bytes = if self.head.is_empty() { self.inner.fill_buf()? } else { &self.head };
        Ok(&bytes[..bytes.len().min(self.allowance)])
    }

    fn consume(&mut self, bytes: usize) {
        // What was filled is still there: this reads nothing and so cannot fail.
        let filled = self.fill_buf().unwrap_or_default();
        let lines = memchr::memchr_iter(b'\n', &filled[..bytes.min(filled.len())]).count();
        self.advance(bytes, u64::try_from(lines).unwrap_or(u64::MAX));
    }
}

fn io_error(line: u64, error: &io::Error) -> Broken {
    Broken { line, reason: BrokenReason::Io(error.to_string()) }
}

#[cfg(test)]
mod tests {
    use std::io::BufReader;

    use super::*;

    fn lines(bytes: &[u8], buffer: usize) -> Vec<(u64, Vec<u8>)> {
        let mut input = Input::new(BufReader::with_capacity(buffer, bytes)).unwrap();
        let mut line = Vec::new();
        let mut found = Vec::new();
        loop {
            let at = input.line();
            match input.read_line(&mut line).unwrap() {
                Line::End => return found,
                Line::Whole => found.push((at, line.clone())),
                Line::TooLong => found.push((at, b"too long".to_vec())),
            }
        }
    }

    #[test]
    fn lines_are_the_same_however_the_file_arrives() {
        let text = b"\xef\xbb\xbfone\r\ntwo\n\nfour";
        let expected = [(1, "one"), (2, "two"), (3, ""), (4, "four")];
        let expected = expected.map(|(at, line)| (at, line.as_bytes().to_vec()));
        for buffer in [1, 2, 3, 5, 100] {
            assert_eq!(lines(text, buffer), expected, "{buffer}");
        }
    }

    #[test]
    fn a_line_without_end_takes_no_memory_and_hides_nothing_after_it() {
        let mut text = vec![b'a'; LONGEST_LINE + 1];
        text.extend_from_slice(b"\nnext");
        let found = lines(&text, 4096);
        assert_eq!(found, [(1, b"too long".to_vec()), (2, b"next".to_vec())]);
    }

    #[test]
    fn utf16_is_named_and_not_read() {
        let broken = Input::new(&b"\xff\xfep\0d\0"[..]).err().unwrap();
        assert_eq!(broken.reason, BrokenReason::Utf16);
    }

    #[test]
    fn no_more_is_handed_out_than_is_allowed() {
        let mut input = Input::new(&b"0123456789"[..]).unwrap();
        input.allow(4);
        let mut read = Vec::new();
        assert!(input.read_to_end(&mut read).is_err());
        assert_eq!((read.as_slice(), input.is_spent()), (&b"0123"[..], true));
    }
}
