//! What a file is, by its first bytes. Its name and its ending are never looked at.

use std::fmt;

use serde::{Deserialize, Serialize};

mod by_more;

/// A kind of picture that is decoded.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Format {
    /// JPEG, baseline and progressive.
    Jpeg,
    /// PNG, animated or not.
    Png,
    /// GIF.
    Gif,
    /// WebP.
    WebP,
    /// Windows bitmap.
    Bmp,
    /// TIFF.
    Tiff,
}

/// A kind of file that is known and not decoded yet.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Later {
    /// HEIC and HEIF.
    Heic,
    /// AVIF.
    Avif,
    /// JPEG XL.
    JpegXl,
    /// JPEG 2000, in its container or bare.
    Jpeg2000,
    /// JPEG XR.
    JpegXr,
    /// TIFF with 64-bit offsets.
    BigTiff,
    /// Icons and pointers of Windows.
    Ico,
    /// Icons of macOS.
    Icns,
    /// PBM, PGM, PPM, PAM and PFM.
    Netpbm,
    /// PCX.
    Pcx,
    /// Textures of DirectX.
    Dds,
    /// Photoshop's.
    Psd,
    /// OpenEXR.
    Exr,
    /// QOI.
    Qoi,
    /// PDF, which mostly holds pictures.
    Pdf,
    /// Video of any container: MP4 and QuickTime, Matroska and WebM, AVI, Ogg, MPEG, Flash, Windows Media,
    /// RealMedia.
    Video,
}

/// What the first bytes say.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// A picture that is decoded.
    Picture(Format),
    /// Known, and not decoded yet.
    Later(Later),
    /// Nothing that this room knows.
    Unknown,
}

/// First bytes by which most are told.
const HEAD: usize = 16;

/// Openings of files; a dot stands for any byte.
const OPENINGS: [(&[u8], Kind); 34] = [
    (b"\xff\xd8\xff", Kind::Picture(Format::Jpeg)),
    (b"\x89PNG\r\n\x1a\n", Kind::Picture(Format::Png)),
    (b"GIF87a", Kind::Picture(Format::Gif)),
    (b"GIF89a", Kind::Picture(Format::Gif)),
    (b"RIFF....WEBP", Kind::Picture(Format::WebP)),
    (b"BM", Kind::Picture(Format::Bmp)),
    (b"II*\0", Kind::Picture(Format::Tiff)),
    (b"MM\0*", Kind::Picture(Format::Tiff)),
    (b"II+\0", Kind::Later(Later::BigTiff)),
    (b"MM\0+", Kind::Later(Later::BigTiff)),
    (b"II\xbc\x01", Kind::Later(Later::JpegXr)),
    (b"\xff\x0a", Kind::Later(Later::JpegXl)),
    (b"\0\0\0\x0cJXL \r\n\x87\n", Kind::Later(Later::JpegXl)),
    (b"\0\0\0\x0cjP  \r\n\x87\n", Kind::Later(Later::Jpeg2000)),
    (b"\xff\x4f\xff\x51", Kind::Later(Later::Jpeg2000)),
    (b"icns", Kind::Later(Later::Icns)),
    (b"DDS ", Kind::Later(Later::Dds)),
    (b"8BPS\0", Kind::Later(Later::Psd)),
    (b"\x76\x2f\x31\x01", Kind::Later(Later::Exr)),
    (b"qoif", Kind::Later(Later::Qoi)),
    (b"\x1a\x45\xdf\xa3", Kind::Later(Later::Video)),
    (b"RIFF....AVI ", Kind::Later(Later::Video)),
    (b"OggS", Kind::Later(Later::Video)),
    (b"FLV\x01", Kind::Later(Later::Video)),
    (b"\x2eRMF", Kind::Later(Later::Video)),
    (b"\x30\x26\xb2\x75\x8e\x66\xcf\x11", Kind::Later(Later::Video)),
    (b"\0\0\x01\xba", Kind::Later(Later::Video)),
    (b"\0\0\x01\xb3", Kind::Later(Later::Video)),
    (b"....moov", Kind::Later(Later::Video)),
    (b"....mdat", Kind::Later(Later::Video)),
    // Small boxes before the others; with less than this a text could be one.
    (b"\0\0..wide", Kind::Later(Later::Video)),
    (b"\0...free", Kind::Later(Later::Video)),
    (b"\0...skip", Kind::Later(Later::Video)),
    (b"\0...pnot", Kind::Later(Later::Video)),
];

/// Brands of the ISO container that hold still pictures; any other is a video.
const STILL_BRANDS: [(&[u8; 4], Later); 10] = [
    (b"avif", Later::Avif),
    (b"avis", Later::Avif),
    (b"heic", Later::Heic),
    (b"heix", Later::Heic),
    (b"heim", Later::Heic),
    (b"heis", Later::Heic),
    (b"hevc", Later::Heic),
    (b"hevx", Later::Heic),
    (b"mif1", Later::Heic),
    (b"msf1", Later::Heic),
];

impl Kind {
    /// By the first bytes of a file.
    pub fn of(bytes: &[u8]) -> Self {
        let head = &bytes[..bytes.len().min(HEAD)];
        if let Some(brand) = brand(head) {
            let still = STILL_BRANDS.iter().find(|(own, _)| own.as_slice() == brand);
            return Self::Later(still.map_or(Later::Video, |(_, kind)| *kind));
        }
        let opens = |(opening, _): &&(&[u8], Self)| {
            head.len() >= opening.len()
                && opening.iter().zip(head).all(|(own, byte)| *own == b'.' || own == byte)
        };
        let opening = OPENINGS.iter().find(opens).map(|(_, kind)| *kind);
        opening.unwrap_or_else(|| by_more::later(bytes).map_or(Self::Unknown, Self::Later))
    }
}

/// The main brand of a file in the ISO container.
fn brand(head: &[u8]) -> Option<&[u8]> {
    (head.get(4..8)? == b"ftyp").then(|| head.get(8..12)).flatten()
}

impl fmt::Display for Format {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Jpeg => "JPEG",
            Self::Png => "PNG",
            Self::Gif => "GIF",
            Self::WebP => "WebP",
            Self::Bmp => "BMP",
            Self::Tiff => "TIFF",
        })
    }
}

impl fmt::Display for Later {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Heic => "HEIC",
            Self::Avif => "AVIF",
            Self::JpegXl => "JPEG XL",
            Self::Jpeg2000 => "JPEG 2000",
            Self::JpegXr => "JPEG XR",
            Self::BigTiff => "BigTIFF",
            Self::Ico => "ICO",
            Self::Icns => "ICNS",
            Self::Netpbm => "PBM, PGM or PPM",
            Self::Pcx => "PCX",
            Self::Dds => "DDS",
            Self::Psd => "PSD",
            Self::Exr => "OpenEXR",
            Self::Qoi => "QOI",
            Self::Pdf => "PDF",
            Self::Video => "video",
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_are_known_by_their_first_bytes() {
        let cases: [(&[u8], Kind); 16] = [
            (b"\xff\xd8\xff\xe0\0\x10JFIF", Kind::Picture(Format::Jpeg)),
            (b"RIFF\x01\x02\x03\x04WEBPVP8 ", Kind::Picture(Format::WebP)),
            (b"RIFF\x01\x02\x03\x04WAVEfmt ", Kind::Unknown),
            (b"\0\0\0\x18ftypheic\0\0\0\0", Kind::Later(Later::Heic)),
            (b"\0\0\0\x18ftypavif\0\0\0\0", Kind::Later(Later::Avif)),
            (b"\0\0\0\x18ftypisom\0\0\0\0", Kind::Later(Later::Video)),
            (b"\0\0\0\x0cJXL \r\n\x87\n....", Kind::Later(Later::JpegXl)),
            (b"\0\0\0\x0cjP  \r\n\x87\n....", Kind::Later(Later::Jpeg2000)),
            (b"II+\0\x08\0\0\0", Kind::Later(Later::BigTiff)),
            (b"\0\0\0\x08wide\0\0\0\0mdat", Kind::Later(Later::Video)),
            (b"\x30\x26\xb2\x75\x8e\x66\xcf\x11\xa6\xd9", Kind::Later(Later::Video)),
            (b"icns\0\0\x10\0", Kind::Later(Later::Icns)),
            (b"the free and the wide", Kind::Unknown),
            (b"all skip this", Kind::Unknown),
            (b"a text that is no picture", Kind::Unknown),
            (b"", Kind::Unknown),
        ];
        for (bytes, kind) in cases {
            assert_eq!(Kind::of(bytes), kind, "{bytes:?}");
        }
    }

    #[test]
    fn a_beginning_of_an_opening_is_not_enough() {
        for (opening, _) in OPENINGS {
            assert_eq!(Kind::of(&opening[..opening.len() - 1]), Kind::Unknown, "{opening:?}");
        }
    }
}
