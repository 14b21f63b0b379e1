//! Reading folders and writing private files.

use std::collections::BTreeMap;
use std::fs::{self, OpenOptions};
use std::io::Write;
use std::os::unix::ffi::OsStrExt;
use std::os::unix::fs::{DirBuilderExt, OpenOptionsExt, PermissionsExt};
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use data_encoding::HEXLOWER;
use instrument::{Diagnostic, Level, Loaded, SourceFile, Sources};
use locale::LanguageTag;
use seal::{KeySet, Recipients};
use zeroize::Zeroizing;

/// Texts larger than this are not meant (bytes).
const LARGEST_TEXT: u64 = 4 * 1024 * 1024;

/// Lists larger than this are not meant (bytes).
const LARGEST_LIST: u64 = 256 * 1024 * 1024;

/// Reads a text.
///
/// # Errors
/// When it is not there, too large, or no UTF-8.
pub fn read_text(path: &Path) -> Result<String> {
    read_up_to(path, LARGEST_TEXT)
}

/// Reads an operator's list, which may be long.
///
/// # Errors
/// As [`read_text`].
pub fn read_list(path: &Path) -> Result<Zeroizing<String>> {
    read_up_to(path, LARGEST_LIST).map(Zeroizing::new)
}

fn read_up_to(path: &Path, largest: u64) -> Result<String> {
    let shown = path.display();
    let size = fs::metadata(path).with_context(|| format!("cannot read {shown}"))?.len();
    if size > largest {
        bail!("{shown} has {size} bytes; at most {largest} are read");
    }
    let bytes = fs::read(path).with_context(|| format!("cannot read {shown}"))?;
    String::from_utf8(bytes).with_context(|| format!("{shown} is no UTF-8 text"))
}

/// Reads a secret, which others must not be able to read. The group may: a door and whoever asks
/// it run as two users.
///
/// # Errors
/// When it is not there, anyone may read it, or it is no text.
pub fn read_secret(path: &Path) -> Result<Zeroizing<String>> {
    let shown = path.display();
    let found = fs::metadata(path).with_context(|| format!("cannot read {shown}"))?;
    let mode = found.permissions().mode() & 0o777;
    if mode & 0o007 != 0 {
        bail!("anyone may read {shown} (mode {mode:o}), and it is a secret: chmod 640 {shown}");
    }
    read_text(path).map(Zeroizing::new)
}

/// The files of an instrument's folder.
///
/// # Errors
/// When the folder has no `instrument.toml` or a file cannot be read.
pub fn instrument_sources(dir: &Path) -> Result<Sources> {
    let mut texts = BTreeMap::new();
    for path in files_with(dir, "ftl")? {
        let tag = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        texts.insert(tag, source(&path)?);
    }
    Ok(Sources { instrument: source(&dir.join("instrument.toml"))?, texts })
}

/// A file with its name.
///
/// # Errors
/// When it cannot be read.
pub fn source(path: &Path) -> Result<SourceFile> {
    Ok(SourceFile { name: path.display().to_string(), text: read_text(path)? })
}

/// Files of a folder with an ending, sorted.
///
/// # Errors
/// When the folder cannot be read.
pub fn files_with(dir: &Path, ending: &str) -> Result<Vec<PathBuf>> {
    let entries = fs::read_dir(dir).with_context(|| format!("cannot read {}", dir.display()))?;
    let mut files = Vec::new();
    for entry in entries {
        let path = entry?.path();
        if path.extension().is_some_and(|own| own == ending) {
            files.push(path);
        }
    }
    files.sort();
    Ok(files)
}

/// The texts of a programme's folder by their path in it: `.toml`, `.ftl` and `.md`, two folders deep.
///
/// # Errors
/// When a folder or a text cannot be read.
pub fn programme(dir: &Path) -> Result<BTreeMap<String, String>> {
    let mut texts = BTreeMap::new();
    let mut folders = vec![(dir.to_owned(), String::new(), 0)];
    while let Some((folder, name, depth)) = folders.pop() {
        let entries = fs::read_dir(&folder);
        for entry in entries.with_context(|| format!("cannot read {}", folder.display()))? {
            let (path, kind) = entry.map(|entry| (entry.path(), entry.file_type()))?;
            let Some(own) = path.file_name().and_then(|own| own.to_str()) else { continue };
            let name = if name.is_empty() { own.to_owned() } else { format!("{name}/{own}") };
            let is_text = [".toml", ".ftl", ".md"].iter().any(|ending| name.ends_with(ending));
            if kind?.is_dir() && depth < 2 {
                folders.push((path, name, depth + 1));
            } else if is_text {
                texts.insert(name, read_text(&path)?);
            }
        }
    }
    Ok(texts)
}

/// Loads instruments that have no error.
///
/// # Errors
/// The diagnostics of the first that has one, or of questions that do not agree.
pub fn load_instruments(dirs: &[PathBuf]) -> Result<Vec<Loaded>> {
    let mut all = Vec::new();
    for dir in dirs {
        let (loaded, found) = instrument::load(&instrument_sources(dir)?);
        match loaded {
            Some(loaded) => all.push(loaded),
            None => bail!("{} cannot be used:\n{}", dir.display(), errors(&found)),
        }
    }
    let found = instrument::check_shared(&all.iter().collect::<Vec<_>>());
    if !found.is_empty() {
        bail!("these instruments cannot be used together:\n{}", errors(&found));
    }
    Ok(all)
}

fn errors(found: &[Diagnostic]) -> String {
    let errors = found.iter().filter(|diagnostic| diagnostic.level == Level::Error);
    errors.map(ToString::to_string).collect::<Vec<_>>().join("\n")
}

/// The published key sets of a study, oldest first.
///
/// # Errors
/// When a file is no key set.
pub fn key_sets(dir: &Path, study: &str) -> Result<Vec<(KeySet, Recipients)>> {
    let mut sets = Vec::new();
    for path in files_with(dir, "toml")? {
        let set: KeySet = toml::from_str(&read_text(&path)?)
            .map_err(|error| anyhow::anyhow!("{}: {error}", path.display()))?;
        if set.study == study {
            let recipients = set.recipients().with_context(|| path.display().to_string())?;
            sets.push((set, recipients));
        }
    }
    sets.sort_by(|a, b| a.0.quarter.cmp(&b.0.quarter));
    Ok(sets)
}

/// Makes a folder that only its owner can enter.
///
/// # Errors
/// When it cannot be made.
pub fn private_dir(dir: &Path) -> Result<()> {
    let made = fs::DirBuilder::new().recursive(true).mode(0o700).create(dir);
    made.with_context(|| format!("cannot make {}", dir.display()))
}

/// Writes a file that only its owner can read: whole, or not at all.
///
/// # Errors
/// When it cannot be written; then what was there before is there still.
pub fn write_private(path: &Path, bytes: &[u8]) -> Result<()> {
    write_whole(path, bytes, 0o600)
}

/// Writes a file that anyone may read: whole, or not at all.
///
/// # Errors
/// As [`write_private`].
pub fn write_public(path: &Path, bytes: &[u8]) -> Result<()> {
    write_whole(path, bytes, 0o644)
}

fn write_whole(path: &Path, bytes: &[u8], mode: u32) -> Result<()> {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let beside = path.with_file_name(format!(".{name}.new"));
    let write = || -> std::io::Result<()> {
        // A file left over from a run that was cut off may have another mode.
        match fs::remove_file(&beside) {
            Err(error) if error.kind() != std::io::ErrorKind::NotFound => return Err(error),
            _ => {}
        }
        let mut options = OpenOptions::new();
        let mut file = options.write(true).create_new(true).mode(mode).open(&beside)?;
        file.write_all(bytes)?;
        file.sync_all()?;
        fs::rename(&beside, path)
    };
    write().with_context(|| format!("cannot write {}", path.display()))
}

/// A language by its file name.
pub fn language_of(path: &Path) -> Option<LanguageTag> {
    LanguageTag::parse(&path.file_stem()?.to_string_lossy()).ok()
}

/// The bytes of a path in hexadecimal digits, where they are no UTF-8 and its text only resembles it.
pub fn bytes_of_path(path: &Path) -> Option<String> {
    path.to_str().is_none().then(|| HEXLOWER.encode(path.as_os_str().as_bytes()))
}
