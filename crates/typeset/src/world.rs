//! The closed world in which Typst works: one source, one set of fonts, one document.

use std::sync::OnceLock;

use typst::diag::{FileError, FileResult};
use typst::foundations::{Bytes, Datetime, Dict, Duration, IntoValue};
use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Library, LibraryExt, World};
use typst_kit::fonts::FontStore;

/// The one source of this world, and nothing else.
pub(crate) struct Closed {
    library: LazyHash<Library>,
    source: Source,
}

impl Closed {
    /// A world with a document in it, which the template reads as `sys.inputs.document`.
    pub fn new(template: &str, document: &str) -> Self {
        let mut inputs = Dict::new();
        inputs.insert("document".into(), document.into_value());
        let library = Library::builder().with_inputs(inputs).build();
        Self { library: LazyHash::new(library), source: Source::new(main(), template.to_owned()) }
    }
}

/// The name of the one source.
fn main() -> FileId {
    static MAIN: OnceLock<FileId> = OnceLock::new();
    *MAIN.get_or_init(|| match VirtualPath::new("template.typ") {
        Ok(path) => FileId::new(RootedPath::new(VirtualRoot::Project, path)),
        Err(_) => Source::detached("").id(),
    })
}

/// The fonts that come with the program.
fn fonts() -> &'static FontStore {
    static FONTS: OnceLock<FontStore> = OnceLock::new();
    FONTS.get_or_init(|| {
        let mut fonts = FontStore::new();
        fonts.extend(typst_kit::fonts::embedded());
        fonts
    })
}

impl World for Closed {
    fn library(&self) -> &LazyHash<Library> {
        &self.library
    }

    fn book(&self) -> &LazyHash<FontBook> {
        fonts().book()
    }

    fn main(&self) -> FileId {
        self.source.id()
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        if id == self.source.id() { Ok(self.source.clone()) } else { Err(FileError::AccessDenied) }
    }

    fn file(&self, _: FileId) -> FileResult<Bytes> {
        Err(FileError::AccessDenied)
    }

    fn font(&self, index: usize) -> Option<Font> {
        fonts().font(index)
    }

    fn today(&self, _: Option<Duration>) -> Option<Datetime> {
        None
    }
}
