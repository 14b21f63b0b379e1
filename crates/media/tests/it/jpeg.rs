//! A JPEG of any number of colours, each square of eight by eight pixels one value: small enough to be
//! written by hand, and exact, for such a square holds nothing but its mean.

/// A JPEG whose channels have these values, a square each, `across` squares in a row. Values are those that
/// are stored; `adobe` is the transform that Adobe's marker names.
pub fn of_squares(channels: &[Vec<u8>], across: usize, adobe: Option<u8>) -> Vec<u8> {
    let count = channels.len();
    let squares = channels[0].len();
    let (width, height) = (across * 8, squares / across * 8);
    let mut out = vec![0xff, 0xd8];
    if let Some(transform) = adobe {
        let body = [&b"Adobe"[..], &[0, 100, 0, 0, 0, 0, transform]].concat();
        segment(&mut out, 0xee, &body);
    }
    // Every step of the table is 1, so the mean's coefficient is eight times the mean.
    segment(&mut out, 0xdb, &[&[0][..], &[1; 64]].concat());
    let [h, w] = [height, width].map(|own| u16::try_from(own).unwrap().to_be_bytes());
    let n = u8::try_from(count).unwrap();
    let mut frame = vec![8, h[0], h[1], w[0], w[1], n];
    (1..=n).for_each(|id| frame.extend([id, 0x11, 0]));
    segment(&mut out, 0xc0, &frame);
    // Twelve lengths of differences, all with codes of four bits; of the other values, one code of one
    // bit that says that nothing follows.
    let lengths = |four: u8, one: u8| [one, 0, 0, four, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0];
    let means: Vec<u8> = (0..12).collect();
    segment(&mut out, 0xc4, &[&[0x00][..], &lengths(12, 0), &means].concat());
    segment(&mut out, 0xc4, &[&[0x10][..], &lengths(0, 1), &[0]].concat());
    let mut scan = vec![n];
    (1..=n).for_each(|id| scan.extend([id, 0]));
    scan.extend([0, 63, 0]);
    segment(&mut out, 0xda, &scan);
    let mut bits = Bits::default();
    let mut before = vec![0i32; count];
    for square in 0..squares {
        for (channel, before) in channels.iter().zip(&mut before) {
            let mean = (i32::from(channel[square]) - 128) * 8;
            bits.difference(mean - *before);
            *before = mean;
        }
    }
    out.extend(bits.done());
    out.extend([0xff, 0xd9]);
    out
}

fn segment(out: &mut Vec<u8>, marker: u8, body: &[u8]) {
    out.extend([0xff, marker]);
    out.extend(u16::try_from(body.len() + 2).unwrap().to_be_bytes());
    out.extend(body);
}

#[derive(Default)]
struct Bits {
    bits: Vec<bool>,
}

impl Bits {
    fn put(&mut self, value: u32, count: u32) {
        self.bits.extend((0..count).rev().map(|at| value >> at & 1 == 1));
    }

    /// How many bits a difference has, the bits, and that nothing follows.
    fn difference(&mut self, difference: i32) {
        let length = 32 - difference.unsigned_abs().leading_zeros();
        self.put(length, 4);
        let low = if difference < 0 { difference - 1 } else { difference };
        let mask = (1u32 << length) - 1;
        self.put(low.cast_unsigned() & mask, length);
        self.put(0, 1);
    }

    fn done(mut self) -> Vec<u8> {
        while !self.bits.len().is_multiple_of(8) {
            self.bits.push(true);
        }
        let byte = |bits: &[bool]| bits.iter().fold(0u8, |sum, bit| sum << 1 | u8::from(*bit));
        let bytes = self.bits.chunks(8).map(byte);
        bytes.flat_map(|byte| if byte == 0xff { vec![0xff, 0] } else { vec![byte] }).collect()
    }
}
