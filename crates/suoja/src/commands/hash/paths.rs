//! Paths on standard input, byte for byte.

use std::ffi::OsString;
use std::io::{BufRead, BufReader, Read, Stdin, stdin};
use std::os::unix::ffi::OsStringExt;
use std::path::PathBuf;

use anyhow::{Context, Result, bail};

/// Longest path: sixteen times what Linux takes.
const LONGEST: u64 = 1 << 16;

/// What ends a path.
#[derive(Clone, Copy)]
pub enum End {
    /// The end of a line.
    Line,
    /// A NUL byte, which is in no path.
    Null,
}

/// Paths, one after the other. Empty ones are left out. After an error there are no more.
pub struct Paths<R> {
    from: Option<R>,
    end: u8,
    seen: u64,
}

impl Paths<BufReader<Stdin>> {
    /// Those on standard input.
    pub fn on_stdin(end: End) -> Self {
        Self::new(BufReader::new(stdin()), end)
    }
}

impl<R: BufRead> Paths<R> {
    fn new(from: R, end: End) -> Self {
        let end = match end {
            End::Line => b'\n',
            End::Null => 0,
        };
        Self { from: Some(from), end, seen: 0 }
    }

    fn read(&mut self) -> Result<Option<PathBuf>> {
        let Some(from) = &mut self.from else { return Ok(None) };
        loop {
            let mut bytes = Vec::new();
            from.take(LONGEST + 1)
                .read_until(self.end, &mut bytes)
                .context("paths cannot be read from standard input")?;
            if bytes.is_empty() {
                return Ok(None);
            }
            self.seen += 1;
            if bytes.last() == Some(&self.end) {
                bytes.pop();
            } else if bytes.len() as u64 > LONGEST {
                bail!(
                    "path {} on standard input is longer than {LONGEST} bytes; give one path a \
                     line, or with -0 each ended by a NUL byte",
                    self.seen
                );
            }
            if !bytes.is_empty() {
                return Ok(Some(PathBuf::from(OsString::from_vec(bytes))));
            }
        }
    }
}

impl<R: BufRead> Iterator for Paths<R> {
    type Item = Result<PathBuf>;

    fn next(&mut self) -> Option<Self::Item> {
        let read = self.read();
        if read.is_err() {
            self.from = None;
        }
        read.transpose()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn all(bytes: &[u8], end: End) -> Vec<Result<Vec<u8>, String>> {
        let each = Paths::new(bytes, end);
        let bytes = |path: PathBuf| path.into_os_string().into_vec();
        each.map(|path| path.map(bytes).map_err(|error| error.to_string())).collect()
    }

    #[test]
    fn paths_keep_every_byte_but_what_ends_them() {
        let lines = all(b"a\n\n b\xff \nlast", End::Line);
        assert_eq!(lines, [Ok(b"a".to_vec()), Ok(b" b\xff ".to_vec()), Ok(b"last".to_vec())]);
        assert_eq!(all(b"a\nb\0c", End::Null), [Ok(b"a\nb".to_vec()), Ok(b"c".to_vec())]);
        assert!(all(b"", End::Line).is_empty());
    }

    #[test]
    fn a_path_without_end_is_an_error_with_its_number() {
        let mut bytes = b"a\n".to_vec();
        bytes.resize(200_000, b'x');
        let found = all(&bytes, End::Line);
        assert_eq!(found.len(), 2);
        let error = found[1].as_ref().unwrap_err();
        assert!(error.starts_with("path 2 on standard input"), "{error}");
    }
}
