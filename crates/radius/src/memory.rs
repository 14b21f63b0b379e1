//! Large arrays on large pages.
//!
//! A query touches thousands of places far apart. On pages of 4 KiB each of them also costs a walk through
//! the page table, so arrays are asked for from the system on pages of 2 MiB where it has them.

use std::io;
use std::marker::PhantomData;
use std::ops::{Deref, DerefMut};

use memmap2::MmapMut;
use zerocopy::{FromBytes, Immutable, IntoBytes};

/// A fixed number of values, zero at first.
pub(crate) struct Huge<T> {
    map: MmapMut,
    bytes: usize,
    values: PhantomData<T>,
}

impl<T: FromBytes + IntoBytes + Immutable> Huge<T> {
    /// So many zeros.
    ///
    /// # Errors
    /// When the system has no memory left for them.
    pub fn zeros(count: usize) -> io::Result<Self> {
        let bytes = count.checked_mul(size_of::<T>()).ok_or(io::ErrorKind::OutOfMemory)?;
        // An empty map is an error to the system.
        let map = MmapMut::map_anon(bytes.max(1))?;
        // A system without large pages says no, and small ones serve.
        #[cfg(target_os = "linux")]
        let _ = map.advise(memmap2::Advice::HugePage);
        Ok(Self { map, bytes, values: PhantomData })
    }

    /// The values as bytes, in the machine's order.
    pub fn bytes_mut(&mut self) -> &mut [u8] {
        &mut self.map[..self.bytes]
    }
}

impl<T: FromBytes + IntoBytes + Immutable> Deref for Huge<T> {
    type Target = [T];

    fn deref(&self) -> &[T] {
        // A map begins at a page, so it is aligned, and holds whole values.
        <[T]>::ref_from_bytes(&self.map[..self.bytes]).unwrap_or(&[])
    }
}

impl<T: FromBytes + IntoBytes + Immutable> DerefMut for Huge<T> {
    fn deref_mut(&mut self) -> &mut [T] {
        <[T]>::mut_from_bytes(&mut self.map[..self.bytes]).unwrap_or(&mut [])
    }
}
