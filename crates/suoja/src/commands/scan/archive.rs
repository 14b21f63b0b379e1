//! The parts of archives: zip, tar, gzip, and archives inside them. Nothing is written to the disk.

use std::cell::Cell;
use std::io::{Cursor, Read, Seek};
use std::rc::Rc;

use flate2::read::MultiGzDecoder;
use tar::EntryType;
use zip::ZipArchive;

use super::budget::{self, Budget, Held};

/// Bytes by which archives are told.
pub const HEAD: usize = 512;
/// Archives in one another.
const DEEPEST: usize = 4;
/// Bytes that tar may read beside a part: its head, long names, notes.
const BESIDE: u64 = 1 << 20;

/// A kind of archive.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Zip; documents of offices, books and programs are such, too.
    Zip,
    /// Tar.
    Tar,
    /// Gzip, mostly of a tar.
    Gzip,
    /// Known, and not opened.
    Other(&'static str),
}

/// What a part of an archive is.
pub enum Inside<'a> {
    /// A file: its bytes.
    File(&'a [u8]),
    /// A link.
    Link,
    /// Something that could not be read: why.
    Not(String),
}

impl Kind {
    /// By the first bytes of a file.
    pub fn of(head: &[u8]) -> Option<Self> {
        let kinds: [(&[u8], Self); 8] = [
            (b"PK\x03\x04", Self::Zip),
            (b"PK\x05\x06", Self::Zip),
            (b"\x1f\x8b\x08", Self::Gzip),
            (b"7z\xbc\xaf\x27\x1c", Self::Other("7z")),
            (b"Rar!\x1a\x07", Self::Other("rar")),
            (b"BZh", Self::Other("bzip2")),
            (b"\xfd7zXZ\0", Self::Other("xz")),
            (b"\x28\xb5\x2f\xfd", Self::Other("zstd")),
        ];
        let by_opening = kinds.into_iter().find(|(opening, _)| head.starts_with(opening));
        let is_tar = head.get(257..262).is_some_and(|mark| mark == b"ustar");
        by_opening.map(|(_, kind)| kind).or(is_tar.then_some(Self::Tar))
    }
}

/// Gives every part of an archive with its name; what is inside an archive inside it is named
/// `outer/inner`.
///
/// # Errors
/// Why the archive cannot be looked through to its end. What came before was given.
pub fn look_into(
    input: impl Read + Seek,
    kind: Kind,
    budget: &mut Budget,
    name: &str,
    each: &mut dyn FnMut(&str, Inside<'_>),
) -> Result<(), String> {
    Looking { budget, each, depth: 1 }.archive(input, kind, name)
}

struct Looking<'a> {
    budget: &'a mut Budget,
    each: &'a mut dyn FnMut(&str, Inside<'_>),
    depth: usize,
}

impl Looking<'_> {
    fn archive(
        &mut self,
        mut input: impl Read + Seek,
        kind: Kind,
        name: &str,
    ) -> Result<(), String> {
        input.rewind().map_err(|error| error.to_string())?;
        match kind {
            Kind::Zip => self.zip(input, name),
            Kind::Tar => {
                let input = self.budget.watch(input);
                self.tar(input, name)
            }
            Kind::Gzip => self.gzip(input, name),
            Kind::Other(kind) => Err(format!("{kind} is not opened here; unpack it to scan it")),
        }
    }

    fn zip(&mut self, input: impl Read + Seek, outer: &str) -> Result<(), String> {
        let mut zip = ZipArchive::new(input).map_err(|error| error.to_string())?;
        for number in 0..zip.len() {
            self.budget.part()?;
            let name = zip.name_for_index(number).and_then(|name| Some(name.ok()?.into_owned()));
            let name = join(outer, &name.unwrap_or_else(|| format!("part {number}")));
            let part = match zip.by_index(number) {
                Ok(part) if part.is_dir() => continue,
                Ok(part) if part.is_symlink() => None,
                Ok(part) => Some(budget::whole(self.budget.watch(part))),
                Err(error) => Some(Err(error.to_string())),
            };
            self.part(&name, part);
        }
        Ok(())
    }

    fn gzip(&mut self, input: impl Read, outer: &str) -> Result<(), String> {
        let mut unpacked = self.budget.watch(MultiGzDecoder::new(input));
        let mut head = Vec::new();
        let first = (&mut unpacked).take(HEAD as u64).read_to_end(&mut head);
        first.map_err(|error| error.to_string())?;
        let kind = Kind::of(&head);
        let unpacked = Cursor::new(head).chain(unpacked);
        if kind == Some(Kind::Tar) {
            return self.tar(unpacked, outer);
        }
        self.budget.part()?;
        self.part(&join(outer, "(unpacked)"), Some(budget::whole(unpacked)));
        Ok(())
    }

    fn tar(&mut self, input: impl Read, outer: &str) -> Result<(), String> {
        let until = Rc::new(Cell::new(BESIDE));
        let mut tar = tar::Archive::new(Held::new(input, Rc::clone(&until)));
        for entry in tar.entries().map_err(|error| error.to_string())? {
            let mut entry = entry.map_err(|error| error.to_string())?;
            self.budget.part()?;
            until.set(entry.size().saturating_add(BESIDE));
            let name = join(outer, &String::from_utf8_lossy(&entry.path_bytes()));
            match entry.header().entry_type() {
                EntryType::Regular | EntryType::Continuous | EntryType::GNUSparse => {
                    let part = budget::whole(&mut entry);
                    self.part(&name, Some(part));
                }
                EntryType::Link | EntryType::Symlink => self.part(&name, None),
                _ => {}
            }
        }
        Ok(())
    }

    /// A part, or none where it is a link: given as it is, and looked into if it is an archive itself.
    fn part(&mut self, name: &str, part: Option<Result<Vec<u8>, String>>) {
        let bytes = match part {
            Some(Ok(bytes)) => bytes,
            Some(Err(why)) => return (self.each)(name, Inside::Not(why)),
            None => return (self.each)(name, Inside::Link),
        };
        (self.each)(name, Inside::File(&bytes));
        let Some(kind) = Kind::of(bytes.get(..HEAD).unwrap_or(&bytes)) else { return };
        let looked = if self.depth == DEEPEST {
            Err(format!("more than {DEEPEST} archives stand in one another; unpack it to scan it"))
        } else {
            self.depth += 1;
            let looked = self.archive(Cursor::new(bytes), kind, name);
            self.depth -= 1;
            looked
        };
        if let Err(why) = looked {
            (self.each)(name, Inside::Not(format!("the archive was not looked through: {why}")));
        }
    }
}

fn join(outer: &str, name: &str) -> String {
    let clean: String =
        name.chars().map(|own| if own.is_control() { '\u{fffd}' } else { own }).collect();
    if outer.is_empty() { clean } else { format!("{outer}/{clean}") }
}
