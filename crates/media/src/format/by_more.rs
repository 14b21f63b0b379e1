//! Kinds whose openings are too short or too far from the beginning to be told by them alone.

use super::Later;

/// Bytes of a packet of an MPEG transport stream, and of one with a time before it.
const PACKETS: [(usize, usize); 2] = [(0, 188), (4, 192)];
/// Packets by which a stream is told.
const ENOUGH: usize = 5;
/// Where a PDF may begin; readers forgive what stands before.
const PDF_WITHIN: usize = 1024;

/// Whether bytes are of one kind.
type Test = fn(&[u8]) -> bool;

/// What the bytes of a file say beside their opening.
pub fn later(bytes: &[u8]) -> Option<Later> {
    let kinds: [(Test, Later); 5] = [
        (is_icon, Later::Ico),
        (is_netpbm, Later::Netpbm),
        (is_pcx, Later::Pcx),
        (is_pdf, Later::Pdf),
        (is_transport, Later::Video),
    ];
    kinds.into_iter().find(|(is, _)| is(bytes)).map(|(_, kind)| kind)
}

/// An icon or a pointer, with at least one picture in it, which begins behind all entries.
fn is_icon(bytes: &[u8]) -> bool {
    let [0, 0, 1 | 2, 0, low, high, entry @ ..] = bytes else { return false };
    let count = u32::from(u16::from_le_bytes([*low, *high]));
    let offset = entry.get(12..16).and_then(|four| <[u8; 4]>::try_from(four).ok());
    count > 0 && offset.is_some_and(|own| u32::from_le_bytes(own) >= 6 + 16 * count)
}

/// `P` and a number, then space and the next number, a note, or a word in capitals (PAM).
fn is_netpbm(bytes: &[u8]) -> bool {
    let [b'P', kind @ (b'1'..=b'7' | b'F' | b'f'), space, rest @ ..] = bytes else { return false };
    let next = rest.iter().find(|byte| !byte.is_ascii_whitespace());
    let goes_on = |byte: &u8| {
        byte.is_ascii_digit() || *byte == b'#' || (*kind == b'7' && byte.is_ascii_uppercase())
    };
    *space == b'#' || (space.is_ascii_whitespace() && next.is_some_and(goes_on))
}

fn is_pcx(bytes: &[u8]) -> bool {
    matches!(bytes, [0x0a, 0 | 2..=5, 0 | 1, 1 | 2 | 4 | 8, ..]) && bytes.get(64) == Some(&0)
}

fn is_pdf(bytes: &[u8]) -> bool {
    let head = &bytes[..bytes.len().min(PDF_WITHIN)];
    let begins = |own: &[u8]| own.starts_with(b"%PDF-") && own[5].is_ascii_digit();
    head.windows(6).any(begins)
}

/// Packets that all begin with the same byte. A stream too short for five has at least two.
fn is_transport(bytes: &[u8]) -> bool {
    PACKETS.into_iter().any(|(first, length)| {
        let mut begins = bytes.iter().skip(first).step_by(length).take(ENOUGH).peekable();
        let whole = bytes.len() >= 2 * length;
        whole && begins.peek().is_some() && begins.all(|byte| *byte == b'G')
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_is_told_by_what_only_it_has() {
        let mut icon = vec![0, 0, 1, 0, 1, 0, 16, 16, 0, 0, 1, 0, 32, 0, 8, 0, 0, 0, 22, 0, 0, 0];
        assert_eq!(later(&icon), Some(Later::Ico));
        icon[4] = 0;
        assert_eq!(later(&icon), None);
        for text in ["P6\n4 4\n255\n", "P5 # a note\n4 4", "P4\n# a note", "P7\nWIDTH 4", "Pf\n3 2"]
        {
            assert_eq!(later(text.as_bytes()), Some(Later::Netpbm), "{text}");
        }
        for text in ["P6", "P1 is urgent", "P9\n4", "Please"] {
            assert_eq!(later(text.as_bytes()), None, "{text}");
        }
        let mut pcx = vec![0; 128];
        pcx[..4].copy_from_slice(&[10, 5, 1, 8]);
        assert_eq!(later(&pcx), Some(Later::Pcx));
        assert_eq!(later(b"%PDF-1.7\n"), Some(Later::Pdf));
        assert_eq!(later(b"\nsomething %PDF-2.0\n"), Some(Later::Pdf));
        for (first, length) in PACKETS {
            let packets: Vec<u8> =
                (0..4 * length).map(|at| if at % length == first { b'G' } else { 0xff }).collect();
            assert_eq!(later(&packets), Some(Later::Video));
            assert_eq!(later(&packets[1..]), None);
        }
    }
}
