//! Opening a file of rows: in which format, and how far it has been read.

use std::fs::File;
use std::io::{BufRead, BufReader, Read, stdin};
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use anyhow::{Context, Result, bail};
use exchange::{Format, Rows, Shape};
use matching::Source;

use crate::cli::ReadingArgs;

/// Bytes that are read at a time; the format is told by the first of them.
const PIECE: usize = 1024 * 1024;

/// A file of rows, opened.
pub struct Opened {
    /// Its rows.
    pub rows: Rows<Box<dyn BufRead + Send>>,
    /// Its format.
    pub format: Format,
    /// What makes it known again, read as it is now.
    pub source: Source,
    /// How many bytes it has; 0 where nobody knows.
    pub size: u64,
    /// How many of them have been read.
    pub read: Arc<AtomicU64>,
}

/// Opens a file of rows; `-` is standard input.
///
/// # Errors
/// When it cannot be read, or its format is not clear.
pub fn open(path: &Path, how: &ReadingArgs) -> Result<Opened> {
    let shown = path.display();
    let (input, size, source): (Box<dyn Read + Send>, _, _) = if path.as_os_str() == "-" {
        (Box::new(stdin()), 0, Source::stream("standard input"))
    } else {
        let file = File::open(path).with_context(|| format!("cannot read {shown}"))?;
        let about = file.metadata().with_context(|| format!("cannot read {shown}"))?;
        if !about.is_file() {
            bail!("{shown} is no file; name one, or - for standard input");
        }
        (Box::new(file), about.len(), Source::file(path)?)
    };
    let read = Arc::new(AtomicU64::new(0));
    let counted = Counted { input, read: Arc::clone(&read) };
    let mut input: Box<dyn BufRead + Send> = Box::new(BufReader::with_capacity(PIECE, counted));
    let first = input.fill_buf().with_context(|| format!("cannot read {shown}"))?;
    let shape = shape(how, first).with_context(|| format!("cannot read {shown}"))?;
    let (format, source) = (shape.format(), source.read_as(&format!("{shape:?}")));
    let rows = Rows::new(input, &shape).with_context(|| format!("cannot read {shown}"))?;
    Ok(Opened { rows, format, source, size, read })
}

/// How the file is read: what was said, and what its first bytes say.
fn shape(how: &ReadingArgs, first: &[u8]) -> Result<Shape> {
    let told = if how.columns.is_some() { Some(Format::Csv) } else { how.format };
    let detected = || how.hash_kind.map(|_| Format::Flat).or_else(|| exchange::detect(first));
    let Some(format) = told.or_else(detected) else {
        bail!(
            "its first bytes do not tell the format; say --format flat, csv, rollup, updates, ncmec or \
             stopncii"
        );
    };
    Ok(match format {
        Format::Flat => Shape::Flat { kind: how.hash_kind },
        Format::Csv => match &how.columns {
            Some(columns) => Shape::Csv(columns.clone()),
            None => bail!(
                "it is a table, and which column holds what is never guessed; say it, such as --columns \
                 header=yes,sha1=Hash,entry=Id"
            ),
        },
        Format::Rollup => match how.hash_kind {
            Some(kind) => Shape::Rollup { kind },
            None => {
                bail!("a roll-up does not say of which kind its hashes are; say --hash-kind pdq")
            }
        },
        Format::Updates => Shape::Updates,
        Format::Ncmec => Shape::Ncmec,
        Format::StopNcii => Shape::StopNcii,
    })
}

struct Counted {
    input: Box<dyn Read + Send>,
    read: Arc<AtomicU64>,
}

impl Read for Counted {
    fn read(&mut self, bytes: &mut [u8]) -> std::io::Result<usize> {
        let read = self.input.read(bytes)?;
        self.read.fetch_add(u64::try_from(read).unwrap_or(0), Ordering::Relaxed);
        Ok(read)
    }
}
