//! The parts of archives: zip, tar, gzip, and archives inside them. Nothing is written to the disk.

use std::cell::Cell;
use std::io::{Cursor, Read, Seek};
use std::rc::Rc;

use flate2::read::MultiGzDecoder;
use tar::EntryType;
use zip::ZipArchive;

use super::budget::{self, Budget, Held};

mod kind;

pub use kind::Kind;

/// Archives in one another.
const DEEPEST: usize = 4;
/// Bytes that tar may read beside a part: its head, long names, notes.
const BESIDE: u64 = 1 << 20;
/// Bytes by which the archive in a gzip is told.
const HEAD: u64 = 512;
/// Bytes of the longest name that a link can point to.
const LONGEST_LINK: usize = 4096;

/// What a part of an archive is.
pub enum Inside<'a> {
    /// A file: its bytes.
    File(&'a [u8]),
    /// A link.
    Link,
    /// Something that could not be read: why.
    Not(String),
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
            let (is_dir, is_link, part) = match zip.by_index(number) {
                Ok(part) => {
                    let (is_dir, is_link) = (part.is_dir(), part.is_symlink());
                    (is_dir, is_link, budget::whole(self.budget.watch(part)))
                }
                Err(error) => (false, false, Err(error.to_string())),
            };
            // What calls itself a folder or a link and holds a file is read as one.
            match part {
                Ok(bytes) if is_dir && bytes.is_empty() => {}
                Ok(bytes) if is_link && bytes.len() <= LONGEST_LINK => self.part(&name, None),
                part => self.part(&name, Some(part)),
            }
        }
        // Of entries of one name, only the last can be asked for.
        if zip.has_duplicate_names() {
            return Err("it has several parts of one name; unpack it to scan them all".to_owned());
        }
        Ok(())
    }

    fn gzip(&mut self, input: impl Read, outer: &str) -> Result<(), String> {
        let mut unpacked = self.budget.watch(MultiGzDecoder::new(input));
        let mut head = Vec::new();
        let first = (&mut unpacked).take(HEAD).read_to_end(&mut head);
        first.map_err(|error| error.to_string())?;
        let kind = Kind::of_bytes(&head);
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
        // Behind the mark of its end another may stand: tars that were joined.
        tar.set_ignore_zeros(true);
        for entry in tar.entries().map_err(|error| error.to_string())? {
            let mut entry = entry.map_err(|error| error.to_string())?;
            self.budget.part()?;
            until.set(entry.size().saturating_add(BESIDE));
            let name = join(outer, &String::from_utf8_lossy(&entry.path_bytes()));
            self.entry(&name, &mut entry);
        }
        Ok(())
    }

    /// An entry of a tar. Of whatever type it says it is, bytes that it holds are read as a file's.
    fn entry(&mut self, name: &str, entry: &mut tar::Entry<'_, impl Read>) {
        let kind = entry.header().entry_type();
        if let Some(why) = cannot_be_read(kind, entry) {
            return (self.each)(name, Inside::Not(why.to_owned()));
        }
        let empty = entry.size() == 0;
        let is_dir = kind.is_dir() || name.ends_with('/');
        match kind {
            EntryType::XGlobalHeader => {}
            EntryType::Link | EntryType::Symlink if empty => self.part(name, None),
            EntryType::Char | EntryType::Block | EntryType::Fifo if empty => {}
            _ if empty && (is_dir || kind.as_byte() == VOLUME_NAME) => {}
            // It unpacks to more than it holds.
            EntryType::GNUSparse => {
                let part = budget::whole(self.budget.watch(entry));
                self.part(name, Some(part));
            }
            _ => self.part(name, Some(budget::whole(entry))),
        }
    }

    /// A part, or none where it is a link: given as it is, and looked into if it is an archive itself.
    fn part(&mut self, name: &str, part: Option<Result<Vec<u8>, String>>) {
        let bytes = match part {
            Some(Ok(bytes)) => bytes,
            Some(Err(why)) => return (self.each)(name, Inside::Not(why)),
            None => return (self.each)(name, Inside::Link),
        };
        (self.each)(name, Inside::File(&bytes));
        let Some(kind) = Kind::of_bytes(&bytes) else { return };
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

/// The type of an entry that only names the volume.
const VOLUME_NAME: u8 = b'V';
/// The type of an entry that began in another file.
const CONTINUED: u8 = b'M';

/// Why the bytes of an entry are not those of the file that it stands for.
fn cannot_be_read(kind: EntryType, entry: &mut tar::Entry<'_, impl Read>) -> Option<&'static str> {
    if kind.as_byte() == CONTINUED {
        return Some("it began in another volume; unpack all of them together to scan it");
    }
    let mut notes = entry.pax_extensions().ok().flatten()?.flatten();
    let sparse = notes.any(|note| note.key_bytes().starts_with(b"GNU.sparse."));
    sparse.then_some("it has holes in a form that is not read here; unpack it to scan it")
}

fn join(outer: &str, name: &str) -> String {
    let clean: String =
        name.chars().map(|own| if own.is_control() { '\u{fffd}' } else { own }).collect();
    if outer.is_empty() { clean } else { format!("{outer}/{clean}") }
}
