//! Which files make up an index: one small text, exchanged whole.

use std::fs::{self, File, OpenOptions};
use std::io::{self, Write};
use std::os::unix::fs::OpenOptionsExt;
use std::path::Path;

use crate::error::{IndexError, io as at};

/// Its name in the folder.
pub(crate) const NAME: &str = "manifest";
const NEW: &str = ".manifest.new";
const FIRST: &str = "suoja index 1";

/// The files of an index.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct Manifest {
    /// The number that the next new file gets.
    pub next: u64,
    /// The log.
    pub log: String,
    /// Files of rows, oldest first.
    pub rows: Vec<String>,
}

impl Manifest {
    /// A name for a new file.
    pub fn name(&mut self, ending: &str) -> String {
        self.next += 1;
        format!("{:08}.{ending}", self.next)
    }

    /// Reads it.
    pub fn read(dir: &Path) -> Result<Self, IndexError> {
        let path = dir.join(NAME);
        let text = fs::read_to_string(&path).map_err(at(&path))?;
        parse(&text).ok_or_else(|| match text.strip_prefix("suoja index ") {
            Some(rest) => match rest.lines().next().unwrap_or_default().parse() {
                Ok(found) if found != 1 => {
                    IndexError::Version { path: path.clone(), found, known: 1 }
                }
                _ => IndexError::Damaged { path: path.clone(), place: "its text".to_owned() },
            },
            None => IndexError::Foreign(path.clone()),
        })
    }

    /// Writes it beside the one that counts, down to the disk.
    pub fn write_beside(&self, dir: &Path) -> Result<(), IndexError> {
        let new = dir.join(NEW);
        let write = || -> io::Result<()> {
            let mut options = OpenOptions::new();
            let mut file =
                options.write(true).create(true).truncate(true).mode(0o600).open(&new)?;
            file.write_all(self.text().as_bytes())?;
            file.sync_all()
        };
        write().map_err(at(&new))
    }

    /// Puts what was written beside the one that counts into its place, whole, down to the disk. After an
    /// error either may be there, now or after a crash.
    pub fn put_in_place(dir: &Path) -> Result<(), IndexError> {
        let path = dir.join(NAME);
        let put = || fs::rename(dir.join(NEW), &path).and_then(|()| File::open(dir)?.sync_all());
        put().map_err(at(&path))
    }

    fn text(&self) -> String {
        let mut text = format!("{FIRST}\nnext {}\nlog {}\n", self.next, self.log);
        self.rows.iter().for_each(|name| text.push_str(&format!("rows {name}\n")));
        let sum = blake3::hash(text.as_bytes()).to_hex();
        text.push_str(&format!("sum {sum}\n"));
        text
    }

    /// Whether a file belongs to it.
    pub fn has(&self, name: &str) -> bool {
        self.log == name || self.rows.iter().any(|own| own == name)
    }
}

fn parse(text: &str) -> Option<Manifest> {
    let (body, sum) = text.strip_suffix('\n')?.rsplit_once("sum ")?;
    if blake3::hash(body.as_bytes()).to_hex().as_str() != sum {
        return None;
    }
    let mut lines = body.lines();
    if lines.next()? != FIRST {
        return None;
    }
    let mut manifest = Manifest::default();
    for line in lines {
        match line.split_once(' ')? {
            ("next", number) => manifest.next = number.parse().ok()?,
            ("log", name) if plain(name) => name.clone_into(&mut manifest.log),
            ("rows", name) if plain(name) => manifest.rows.push(name.to_owned()),
            _ => return None,
        }
    }
    (!manifest.log.is_empty()).then_some(manifest)
}

/// A name of ours leads nowhere else.
fn plain(name: &str) -> bool {
    name.chars().all(|own| own.is_ascii_alphanumeric() || own == '.') && !name.starts_with('.')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_is_read() {
        let dir = tempfile::tempdir().unwrap();
        let mut manifest = Manifest::default();
        manifest.log = manifest.name("log");
        for _ in 0..3 {
            let name = manifest.name("rows");
            manifest.rows.push(name);
        }
        manifest.write_beside(dir.path()).unwrap();
        assert!(Manifest::read(dir.path()).is_err());
        Manifest::put_in_place(dir.path()).unwrap();
        assert_eq!(Manifest::read(dir.path()).unwrap(), manifest);
        assert!(manifest.has("00000001.log") && !manifest.has("00000009.rows"));
    }

    #[test]
    fn what_was_changed_by_hand_is_refused() {
        let dir = tempfile::tempdir().unwrap();
        let write = |text: &str| fs::write(dir.path().join(NAME), text).unwrap();
        let manifest = Manifest { next: 1, log: "00000001.log".to_owned(), rows: Vec::new() };
        write(&manifest.text().replace("00000001", "00000002"));
        assert!(matches!(Manifest::read(dir.path()), Err(IndexError::Damaged { .. })));
        write(&manifest.text().replace("index 1", "index 7"));
        assert!(matches!(Manifest::read(dir.path()), Err(IndexError::Version { found: 7, .. })));
        write("something else");
        assert!(matches!(Manifest::read(dir.path()), Err(IndexError::Foreign(_))));
        let outside = Manifest { log: "../x".to_owned(), ..manifest };
        write(&outside.text());
        assert!(matches!(Manifest::read(dir.path()), Err(IndexError::Damaged { .. })));
    }
}
