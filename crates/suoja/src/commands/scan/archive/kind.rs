//! Which archive a file is, by its bytes: its opening, a header's sum, or a directory at its end.

use std::io;

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

/// Openings of archives.
const OPENINGS: [(&[u8], Kind); 15] = [
    (b"PK\x03\x04", Kind::Zip),
    (b"PK\x05\x06", Kind::Zip),
    (b"PK\x07\x08", Kind::Other("zip of several volumes")),
    (b"\x1f\x8b\x08", Kind::Gzip),
    (b"7z\xbc\xaf\x27\x1c", Kind::Other("7z")),
    (b"Rar!\x1a\x07", Kind::Other("rar")),
    (b"BZh", Kind::Other("bzip2")),
    (b"\xfd7zXZ\0", Kind::Other("xz")),
    (b"\x28\xb5\x2f\xfd", Kind::Other("zstd")),
    (b"\x04\x22\x4d\x18", Kind::Other("lz4")),
    (b"\x02\x21\x4c\x18", Kind::Other("lz4")),
    (b"\x1f\x9d", Kind::Other("compress (.Z)")),
    (b"MSCF\0\0\0\0", Kind::Other("CAB")),
    (b"ISc(", Kind::Other("CAB")),
    (b"LZIP", Kind::Other("lzip")),
];

/// Bytes of a tar's header.
const HEADER: usize = 512;
/// Where an image of a disc says what it is, and its words there.
const DISC: (u64, &[u8]) = (0x8001, b"CD001");
/// Bytes of what ends a zip, without its comment.
const END: usize = 22;
/// Most bytes at a file's end in which a zip's end begins: the comment has at most 65,535.
const TAIL: u64 = END as u64 + 0xffff;

impl Kind {
    /// Of a file of so many bytes, read at any place. What cannot be read says nothing here: whoever reads
    /// the file whole finds out.
    pub fn of(size: u64, read_at: impl Fn(&mut [u8], u64) -> io::Result<usize>) -> Option<Self> {
        let read = |from: u64, most: usize| {
            let mut bytes = vec![0; most];
            let read = read_at(&mut bytes, from).unwrap_or(0);
            bytes.truncate(read);
            bytes
        };
        let head = read(0, HEADER);
        if is_tar(&head) {
            return Some(Self::Tar);
        }
        let opening = OPENINGS.iter().find(|(opening, _)| head.starts_with(opening));
        if let Some((_, kind)) = opening {
            return Some(*kind);
        }
        if read(DISC.0, DISC.1.len()) == DISC.1 {
            return Some(Self::Other("image of a disc (ISO 9660)"));
        }
        // Programs that unpack themselves and pictures with something behind them are zip, too.
        let tail = size.min(TAIL);
        let length = usize::try_from(tail).unwrap_or_default();
        ends_zip(&read(size - tail, length), size).then_some(Self::Zip)
    }

    /// Of bytes.
    pub fn of_bytes(bytes: &[u8]) -> Option<Self> {
        Self::of(bytes.len() as u64, |into, from| {
            let from = usize::try_from(from).unwrap_or(usize::MAX);
            let there = bytes.get(from..).unwrap_or_default();
            let count = there.len().min(into.len());
            into[..count].copy_from_slice(&there[..count]);
            Ok(count)
        })
    }
}

/// By the mark, or by the sum that a header of any age has of its own bytes.
fn is_tar(head: &[u8]) -> bool {
    let marked = head.get(257..262).is_some_and(|mark| mark == b"ustar");
    marked || (head.len() == HEADER && sum_said(head) == Some(sum(head)))
}

fn sum(head: &[u8]) -> u64 {
    let bytes = head.iter().enumerate();
    bytes.map(|(at, byte)| u64::from(if (148..156).contains(&at) { b' ' } else { *byte })).sum()
}

/// The sum that stands in a header, in octal digits.
fn sum_said(head: &[u8]) -> Option<u64> {
    let field = std::str::from_utf8(head.get(148..156)?).ok()?;
    u64::from_str_radix(field.trim_matches([' ', '\0']), 8).ok()
}

/// Whether these last bytes of a file hold what ends a zip: its mark, and numbers that can be true of it.
fn ends_zip(tail: &[u8], size: u64) -> bool {
    let before = size - tail.len() as u64;
    let places = tail.windows(END).enumerate().rev();
    places
        .filter(|(_, end)| end.starts_with(b"PK\x05\x06"))
        .any(|(at, end)| is_plausible(end, before + at as u64))
}

fn is_plausible(end: &[u8], at: u64) -> bool {
    let short = |from: usize| u16::from_le_bytes([end[from], end[from + 1]]);
    let long = |from: usize| {
        u64::from(u32::from_le_bytes([end[from], end[from + 1], end[from + 2], end[from + 3]]))
    };
    let (here, all) = (short(8), short(10));
    // A zip that is too large for these numbers says so, and has others.
    let large =
        all == u16::MAX || long(12) == u64::from(u32::MAX) || long(16) == u64::from(u32::MAX);
    large || (all > 0 && here == all && long(12) + long(16) <= at)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn archives_are_known_by_what_stands_in_them() {
        let mut disc = vec![0; 0x8001];
        disc.extend(b"CD001\x01\0");
        let cases: [(&[u8], &str); 5] = [
            (&disc, "image of a disc (ISO 9660)"),
            (b"MSCF\0\0\0\0rest", "CAB"),
            (b"\x04\x22\x4d\x18rest", "lz4"),
            (b"\x1f\x9d\x90rest", "compress (.Z)"),
            (b"7z\xbc\xaf\x27\x1crest", "7z"),
        ];
        for (bytes, name) in cases {
            assert_eq!(Kind::of_bytes(bytes), Some(Kind::Other(name)));
        }
        assert_eq!(Kind::of_bytes(b"PK\x03\x04"), Some(Kind::Zip));
        for nothing in [&b""[..], b"a note", &[0; 2000], b"a note on PK\x05\x06 and what it means"]
        {
            assert_eq!(Kind::of_bytes(nothing), None);
        }
    }

    #[test]
    fn an_old_tar_is_known_by_its_sum() {
        let mut head = vec![0; HEADER];
        head[..5].copy_from_slice(b"a.bmp");
        head[124..135].copy_from_slice(b"00000000007");
        let said = format!("{:06o}\0 ", sum(&head));
        head[148..156].copy_from_slice(said.as_bytes());
        assert_eq!(Kind::of_bytes(&head), Some(Kind::Tar));
        head[0] = b'b';
        assert_eq!(Kind::of_bytes(&head), None);
    }
}
