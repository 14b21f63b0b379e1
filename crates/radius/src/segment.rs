//! A file of rows in memory, with its tables once they are built.

use std::path::Path;
use std::sync::OnceLock;

use crate::building;
use crate::error::{IndexError, io as at};
use crate::hash::Words;
use crate::path::Path as Way;
use crate::planes::Planes;
use crate::rows::{Pages, RowFile};
use crate::scan::Found;
use crate::tables::{FEWEST, Tables, Work};

/// A file of rows that is searched.
pub(crate) struct Segment {
    pub name: String,
    pub planes: Planes,
    pub file: RowFile,
    pages: Pages,
    tables: OnceLock<Tables>,
}

impl Segment {
    /// Reads a file of rows and checks all of it.
    pub fn load(name: &str, file: RowFile) -> Result<Self, IndexError> {
        let (planes, pages) = building::apart(|| file.load())?;
        Ok(Self { name: name.to_owned(), planes, file, pages, tables: OnceLock::new() })
    }

    /// Reads its file again and checks every block.
    pub fn check(&self) -> Result<(), IndexError> {
        building::apart(|| self.file.check())
    }

    /// Whether it has no tables yet and would be searched faster with them.
    pub fn wants_tables(&self) -> bool {
        self.tables.get().is_none() && self.planes.len() >= FEWEST
    }

    /// Builds its tables; questions are answered by a scan until they are there.
    pub fn build_tables(&self, dir: &Path) -> Result<(), IndexError> {
        let tables = building::apart(|| Tables::new(&self.planes));
        let tables = tables.map_err(at(&dir.join(&self.name)))?;
        // Had another thread been faster, its tables are the same.
        let _ = self.tables.set(tables);
        Ok(())
    }

    /// Numbers and distances of all within the distance, for each query. Those that the tables leave to a
    /// scan go through the hashes together.
    pub fn search(&self, way: Way, queries: &[Words], distance: u32, found: &mut [Vec<Found>]) {
        let Some(tables) = self.tables.get() else {
            return self.scan(way, queries, distance, found);
        };
        let mut left = Vec::new();
        for (at, (query, found)) in queries.iter().zip(&mut *found).enumerate() {
            found.clear();
            if !way.look_up(tables, &self.planes, &mut Work { query, distance, found }) {
                left.push(at);
            }
        }
        if left.is_empty() {
            return;
        }
        let some: Vec<Words> = left.iter().map(|at| queries[*at]).collect();
        let mut of_some = vec![Vec::new(); some.len()];
        self.scan(way, &some, distance, &mut of_some);
        left.into_iter().zip(of_some).for_each(|(at, own)| found[at] = own);
    }

    /// The same by looking at every hash.
    pub fn scan(&self, way: Way, queries: &[Words], distance: u32, found: &mut [Vec<Found>]) {
        found.iter_mut().for_each(Vec::clear);
        way.scan(&self.planes, queries, distance, found);
    }

    /// The labels from one number to before another.
    pub fn labels(&self, from: u32, to: u32) -> Result<Vec<u32>, IndexError> {
        self.file.labels_of(&self.pages, from, to)
    }

    /// Bytes in memory.
    pub fn bytes(&self) -> usize {
        let tables = self.tables.get().map_or(0, Tables::bytes);
        self.planes.len() * size_of::<Words>() + self.pages.bytes() + tables
    }
}
