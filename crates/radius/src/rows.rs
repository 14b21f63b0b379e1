//! A file of ordered hashes with their labels, never changed once it is written.
//!
//! | bytes | what |
//! |---|---|
//! | 8 | `suojarad` |
//! | 4, 4 | version, bytes of a block |
//! | 8 | how many hashes |
//! | 8 | zero |
//! | 32 | BLAKE3 of the bytes before |
//! | 16 each | first halves, two words |
//! | 16 each | second halves, two words |
//! | 4 each | labels |
//! | 32 each | BLAKE3 of every block; each of the three parts is cut into blocks by itself |
//! | 32 | BLAKE3 of the header and of those |
//!
//! Numbers have their lowest byte first. Length, header and footer are checked when a file is opened, every
//! block when it is read: what is damaged is never searched.
//!
//! Labels stay on the disk, and a block is too long to be checked for one of them. So when their blocks are
//! checked, a short checksum of every page is kept in memory, eight bytes for 128 labels, and whenever
//! labels are read, their page is compared with it. A wrong label could stand for one that was withdrawn, and
//! hide a hash.

use std::fs::{File, OpenOptions};
use std::io::{self, BufWriter, Write};
use std::os::unix::fs::{FileExt, OpenOptionsExt};
use std::path::{Path, PathBuf};

use rayon::prelude::*;

use crate::error::{IndexError, io as at};
use crate::hash::Words;
use crate::planes::Planes;

/// The version that is written, and the only one that is read.
pub(crate) const VERSION: u32 = 1;
const MAGIC: &[u8; 8] = b"suojarad";
const BLOCK: usize = 1 << 20;
const HEADER: usize = 64;
const SUM: usize = 32;
/// Bytes of labels that are read and compared together.
const PAGE: usize = 512;
/// Bytes of a half, a half and a label.
const PARTS: [usize; 3] = [16, 16, 4];

/// A hash with its label, as it is sorted.
pub(crate) type Row = (Words, u32);

/// A file of hashes whose header, footer and length have been checked.
pub(crate) struct RowFile {
    path: PathBuf,
    file: File,
    count: usize,
    sums: Vec<[u8; SUM]>,
    /// Of the header and of the sums, so of everything.
    sum: [u8; SUM],
}

/// Short checksums of the pages of labels whose blocks have been checked.
pub(crate) struct Pages(Vec<[u8; 8]>);

impl Pages {
    /// Bytes in memory.
    pub fn bytes(&self) -> usize {
        self.0.as_flattened().len()
    }
}

/// Whether it costs no more to read the labels from one number to another, both among them, at once.
pub(crate) fn beside(one: u32, other: u32) -> bool {
    let page = |number: u32| number as usize * PARTS[2] / PAGE;
    one + 1 == other || page(one) == page(other)
}

/// Writes ordered rows into a new file, down to the disk.
pub(crate) fn write(path: &Path, rows: &[Row]) -> Result<(), IndexError> {
    let write = || -> io::Result<()> {
        let file = OpenOptions::new().write(true).create_new(true).mode(0o600).open(path)?;
        let mut out = Blocks { out: BufWriter::new(file), block: Vec::new(), sums: Vec::new() };
        let header = header(rows.len());
        out.out.write_all(&header)?;
        for (words, _) in rows {
            out.put(&halves(words[0], words[1]))?;
        }
        out.end()?;
        for (words, _) in rows {
            out.put(&halves(words[2], words[3]))?;
        }
        out.end()?;
        for (_, label) in rows {
            out.put(&label.to_le_bytes())?;
        }
        out.end()?;
        let footer = footer(&header, &out.sums);
        let sums = std::mem::take(&mut out.sums);
        out.out.write_all(sums.as_flattened())?;
        out.out.write_all(&footer)?;
        out.out.into_inner()?.sync_all()
    };
    write().map_err(at(path))
}

fn halves(one: u64, two: u64) -> [u8; 16] {
    let mut bytes = [0; 16];
    bytes[..8].copy_from_slice(&one.to_le_bytes());
    bytes[8..].copy_from_slice(&two.to_le_bytes());
    bytes
}

fn header(count: usize) -> [u8; HEADER] {
    let mut header = [0; HEADER];
    header[..8].copy_from_slice(MAGIC);
    header[8..12].copy_from_slice(&VERSION.to_le_bytes());
    header[12..16].copy_from_slice(&u32::try_from(BLOCK).unwrap_or_default().to_le_bytes());
    header[16..24].copy_from_slice(&u64::try_from(count).unwrap_or_default().to_le_bytes());
    let sum = blake3::hash(&header[..32]);
    header[32..].copy_from_slice(sum.as_bytes());
    header
}

fn footer(header: &[u8; HEADER], sums: &[[u8; SUM]]) -> [u8; SUM] {
    let mut hasher = blake3::Hasher::new();
    hasher.update(header).update(sums.as_flattened());
    *hasher.finalize().as_bytes()
}

/// Cuts what is written into blocks and keeps their checksums.
struct Blocks {
    out: BufWriter<File>,
    block: Vec<u8>,
    sums: Vec<[u8; SUM]>,
}

impl Blocks {
    fn put(&mut self, bytes: &[u8]) -> io::Result<()> {
        self.block.extend_from_slice(bytes);
        if self.block.len() >= BLOCK { self.end() } else { Ok(()) }
    }

    fn end(&mut self) -> io::Result<()> {
        if !self.block.is_empty() {
            self.sums.push(*blake3::hash(&self.block).as_bytes());
            self.out.write_all(&self.block)?;
            self.block.clear();
        }
        Ok(())
    }
}

impl RowFile {
    /// Opens a file and checks all but its blocks.
    pub fn open(path: &Path) -> Result<Self, IndexError> {
        let file = File::open(path).map_err(at(path))?;
        let found = file.metadata().map_err(at(path))?.len();
        let mut header = [0; HEADER];
        let foreign = |_| IndexError::Foreign(path.to_owned());
        file.read_exact_at(&mut header, 0).map_err(foreign)?;
        let count = check_header(path, &header)?;
        let blocks: usize = PARTS.iter().map(|bytes| (count * bytes).div_ceil(BLOCK)).sum();
        let body: usize = PARTS.iter().map(|bytes| count * bytes).sum();
        let expected = wide(HEADER + body + blocks * SUM + SUM);
        if found != expected {
            return Err(IndexError::Length { path: path.to_owned(), found, expected });
        }
        let mut sums = vec![[0; SUM]; blocks];
        let from = wide(HEADER + body);
        file.read_exact_at(sums.as_flattened_mut(), from).map_err(at(path))?;
        let mut sum = [0; SUM];
        file.read_exact_at(&mut sum, from + wide(blocks * SUM)).map_err(at(path))?;
        if sum != footer(&header, &sums) {
            return Err(damaged(path, "its footer"));
        }
        Ok(Self { path: path.to_owned(), file, count, sums, sum })
    }

    /// Whether the same hashes and labels belong in both.
    pub fn equals(&self, other: &Self) -> bool {
        self.sum == other.sum
    }

    /// How many hashes it has.
    pub fn len(&self) -> usize {
        self.count
    }

    /// Reads the hashes and checks every block, those of the labels too.
    pub fn load(&self) -> Result<(Planes, Pages), IndexError> {
        let mut planes = Planes::zeros(self.count).map_err(at(&self.path))?;
        self.part(0, planes.head.bytes_mut())?;
        self.part(1, planes.tail.bytes_mut())?;
        let pages = self.pages()?;
        for half in planes.head.iter_mut().chain(planes.tail.iter_mut()) {
            *half = half.map(u64::from_le);
        }
        Ok((planes, pages))
    }

    /// Reads every block and checks it.
    pub fn check(&self) -> Result<(), IndexError> {
        (0..PARTS.len()).try_for_each(|part| self.check_part(part))
    }

    /// All labels.
    pub fn labels(&self) -> Result<Vec<u32>, IndexError> {
        let mut bytes = vec![0; self.count * PARTS[2]];
        self.part(2, &mut bytes)?;
        let (labels, _) = bytes.as_chunks::<4>();
        Ok(labels.iter().map(|label| u32::from_le_bytes(*label)).collect())
    }

    /// The labels from one number to before another, compared with what was checked.
    pub fn labels_of(&self, pages: &Pages, from: u32, to: u32) -> Result<Vec<u32>, IndexError> {
        let (from, to) = (from as usize * PARTS[2], to as usize * PARTS[2]);
        let (first, last) = (from / PAGE, to.div_ceil(PAGE));
        let start = first * PAGE;
        let mut bytes = vec![0; (last * PAGE).min(self.count * PARTS[2]) - start];
        let place = wide(HEADER + self.count * (PARTS[0] + PARTS[1]) + start);
        self.file.read_exact_at(&mut bytes, place).map_err(at(&self.path))?;
        let sums = bytes.chunks(PAGE).map(short);
        if !sums.eq(pages.0[first..last].iter().copied()) {
            return Err(damaged(&self.path, "its labels"));
        }
        let (labels, _) = bytes[from - start..to - start].as_chunks::<4>();
        Ok(labels.iter().map(|label| u32::from_le_bytes(*label)).collect())
    }

    /// Checks the labels, and sums up each of their pages.
    fn pages(&self) -> Result<Pages, IndexError> {
        let bytes = self.count * PARTS[2];
        let of = |block: usize| {
            let mut into = vec![0; BLOCK.min(bytes - block * BLOCK)];
            self.block(2, block, &mut into)?;
            Ok(into.chunks(PAGE).map(short).collect::<Vec<_>>())
        };
        let blocks = (0..bytes.div_ceil(BLOCK)).into_par_iter().map(of);
        Ok(Pages(blocks.collect::<Result<Vec<_>, IndexError>>()?.concat()))
    }

    fn part(&self, part: usize, into: &mut [u8]) -> Result<(), IndexError> {
        into.par_chunks_mut(BLOCK)
            .enumerate()
            .try_for_each(|(block, into)| self.block(part, block, into))
    }

    fn check_part(&self, part: usize) -> Result<(), IndexError> {
        let bytes = self.count * PARTS[part];
        (0..bytes.div_ceil(BLOCK)).into_par_iter().try_for_each(|block| {
            let mut into = vec![0; BLOCK.min(bytes - block * BLOCK)];
            self.block(part, block, &mut into)
        })
    }

    fn block(&self, part: usize, block: usize, into: &mut [u8]) -> Result<(), IndexError> {
        let before = &PARTS[..part];
        let start: usize = before.iter().map(|bytes| self.count * bytes).sum();
        let first: usize = before.iter().map(|bytes| (self.count * bytes).div_ceil(BLOCK)).sum();
        let place = wide(HEADER + start + block * BLOCK);
        self.file.read_exact_at(into, place).map_err(at(&self.path))?;
        if *blake3::hash(into).as_bytes() == self.sums[first + block] {
            return Ok(());
        }
        Err(damaged(&self.path, &format!("block {} of {}", first + block + 1, self.sums.len())))
    }
}

fn check_header(path: &Path, header: &[u8; HEADER]) -> Result<usize, IndexError> {
    if &header[..8] != MAGIC {
        return Err(IndexError::Foreign(path.to_owned()));
    }
    let number =
        |from: usize| header[from..].first_chunk().map_or(0, |four| u32::from_le_bytes(*four));
    let found = number(8);
    if found != VERSION {
        return Err(IndexError::Version { path: path.to_owned(), found, known: VERSION });
    }
    if blake3::hash(&header[..32]).as_bytes() != &header[32..] {
        return Err(damaged(path, "its header"));
    }
    let count = header[16..].first_chunk().map_or(0, |eight| u64::from_le_bytes(*eight));
    let most = crate::writer::MOST;
    match usize::try_from(count) {
        Ok(count) if count <= most => Ok(count),
        _ => Err(IndexError::TooMany { asked: usize::try_from(count).unwrap_or(usize::MAX), most }),
    }
}

fn damaged(path: &Path, place: &str) -> IndexError {
    IndexError::Damaged { path: path.to_owned(), place: place.to_owned() }
}

fn short(page: &[u8]) -> [u8; 8] {
    let mut sum = [0; 8];
    sum.copy_from_slice(&blake3::hash(page).as_bytes()[..8]);
    sum
}

fn wide(bytes: usize) -> u64 {
    u64::try_from(bytes).unwrap_or(u64::MAX)
}
