//! Decoding and hashing, with buffers that stay from one picture to the next.

use pdq::{Hasher, Picture};

use crate::decode::{decode, decode_scaled};
use crate::{Digests, Hashed, PicturePrint, Recipe, Settings, Undecodable};

/// Decodes and hashes pictures in the process that it stands in.
pub struct Engine {
    settings: Settings,
    hasher: Hasher,
    pixels: Vec<u8>,
}

impl Engine {
    /// With these settings. Of the limits, pixels and bytes are kept, and memory as far as it can be known
    /// beforehand; time is not.
    pub fn new(settings: Settings) -> Self {
        let hasher = Hasher::new().in_mode(settings.recipe.mode());
        Self { settings, hasher, pixels: Vec::new() }
    }

    /// The fingerprint of a picture.
    ///
    /// # Errors
    /// Why there is none.
    pub fn print(&mut self, bytes: &[u8]) -> Result<PicturePrint, Undecodable> {
        let (size, most) = (bytes.len() as u64, self.settings.limits.bytes);
        if size > most {
            return Err(Undecodable::TooManyBytes { size, most });
        }
        give_back(&mut self.pixels);
        let Settings { recipe, limits } = &self.settings;
        let scaled = (*recipe == Recipe::ScaledDecode)
            .then(|| decode_scaled(bytes, limits, &mut self.pixels))
            .flatten();
        let (frame, channels, (width, height)) = match scaled {
            Some(scaled) => scaled,
            None => {
                let (frame, channels) = decode(bytes, limits, &mut self.pixels)?;
                let size = (frame.width as usize, frame.height as usize);
                (frame, channels, size)
            }
        };
        let made = if channels == 1 { Picture::grey } else { Picture::rgb };
        let picture = made(&self.pixels, width, height).map_err(|_| {
            let (width, height) = (frame.width, frame.height);
            Undecodable::TooManyPixels { width, height, most: 1 << 28 }
        })?;
        Ok(PicturePrint::new(frame, self.hasher.hash_all(&picture)))
    }
}

/// Bytes of room that are kept for the next picture.
const KEPT: usize = 64 << 20;

/// Gives back the room of a large picture, so that the next has as much memory as the first had.
pub fn give_back(room: &mut Vec<u8>) {
    if room.capacity() > KEPT {
        *room = Vec::new();
    }
}

/// Hashes bytes **in this very process**: for benches, tests, and pictures that this program has made
/// itself. A stranger's file may hold its decoder for hours, or take it over: those go to
/// [`Workers`](crate::Workers).
pub fn hash_trusted_bytes_in_this_process(bytes: &[u8], settings: Settings) -> Hashed {
    Hashed { digests: Digests::of(bytes), picture: Engine::new(settings).print(bytes) }
}
