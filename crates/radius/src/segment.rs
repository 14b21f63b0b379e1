//! A file of rows in memory, with its tables once they are built.

use std::path::Path;
use std::sync::OnceLock;

use crate::error::{IndexError, io as at};
use crate::hash::Words;
use crate::path::Path as Way;
use crate::planes::Planes;
use crate::rows::RowFile;
use crate::scan::Found;
use crate::tables::{FEWEST, Tables, Work};

/// A file of rows that is searched.
pub(crate) struct Segment {
    pub name: String,
    pub planes: Planes,
    pub file: RowFile,
    tables: OnceLock<Tables>,
}

impl Segment {
    /// Reads a file of rows and checks all of it.
    pub fn load(dir: &Path, name: &str) -> Result<Self, IndexError> {
        let file = RowFile::open(&dir.join(name))?;
        let planes = file.load()?;
        Ok(Self { name: name.to_owned(), planes, file, tables: OnceLock::new() })
    }

    /// Whether it has no tables yet and would be searched faster with them.
    pub fn wants_tables(&self) -> bool {
        self.tables.get().is_none() && self.planes.len() >= FEWEST
    }

    /// Builds its tables; questions are answered by a scan until they are there.
    pub fn build_tables(&self, dir: &Path) -> Result<(), IndexError> {
        let tables = Tables::new(&self.planes).map_err(at(&dir.join(&self.name)))?;
        // Had another thread been faster, its tables are the same.
        let _ = self.tables.set(tables);
        Ok(())
    }

    /// Numbers and distances of all within the distance.
    pub fn search(&self, way: Way, query: &Words, distance: u32, found: &mut Vec<Found>) {
        found.clear();
        let work = &mut Work { query, distance, found };
        let tables = self.tables.get();
        if !tables.is_some_and(|tables| way.look_up(tables, &self.planes, work)) {
            self.scan(way, query, distance, found);
        }
    }

    /// The same by looking at every hash.
    pub fn scan(&self, way: Way, query: &Words, distance: u32, found: &mut Vec<Found>) {
        found.clear();
        way.scan(&self.planes, &[*query], distance, std::slice::from_mut(found));
    }

    /// Bytes in memory.
    pub fn bytes(&self) -> usize {
        self.planes.len() * size_of::<Words>() + self.tables.get().map_or(0, Tables::bytes)
    }
}
