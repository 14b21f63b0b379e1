//! Pixels of every kind become grey or red, green and blue, a byte each, where they lie.

use image::ColorType;

/// Brings the pixels together at the beginning of the buffer and cuts it off behind them; says how many
/// bytes each has now, 1 or 3. Nothing if the kind is not known.
pub fn compact(pixels: &mut Vec<u8>, colours: ColorType) -> Option<usize> {
    match colours {
        ColorType::L8 => return Some(1),
        ColorType::Rgb8 => return Some(3),
        ColorType::La8 => squeeze::<2, 1>(pixels, |[grey, _]| [grey]),
        ColorType::Rgba8 => squeeze::<4, 3>(pixels, |[r, g, b, _]| [r, g, b]),
        ColorType::L16 => squeeze::<2, 1>(pixels, |own| upper(&own)),
        ColorType::La16 => squeeze::<4, 1>(pixels, |own| upper(&own)),
        ColorType::Rgb16 => squeeze::<6, 3>(pixels, |own| upper(&own)),
        ColorType::Rgba16 => squeeze::<8, 3>(pixels, |own| upper(&own)),
        ColorType::Rgb32F => squeeze::<12, 3>(pixels, |own| spread(&own)),
        ColorType::Rgba32F => squeeze::<16, 3>(pixels, |own| spread(&own)),
        _ => return None,
    }
    Some(if colours.has_color() { 3 } else { 1 })
}

/// Turns each pixel of so many bytes into one of fewer.
fn squeeze<const FROM: usize, const TO: usize>(
    pixels: &mut Vec<u8>,
    turn: impl Fn([u8; FROM]) -> [u8; TO],
) {
    let count = pixels.len() / FROM;
    for at in 0..count {
        let Some(from) = pixels[at * FROM..].first_chunk::<FROM>().copied() else { break };
        pixels[at * TO..(at + 1) * TO].copy_from_slice(&turn(from));
    }
    pixels.truncate(count * TO);
}

/// The upper halves of the first values of sixteen bits.
fn upper<const TO: usize>(from: &[u8]) -> [u8; TO] {
    let at = if cfg!(target_endian = "little") { 1 } else { 0 };
    std::array::from_fn(|own| from[own * 2 + at])
}

/// The first floats, 0 to 1 spread over 0 to 255. What is no number becomes 0.
fn spread(from: &[u8]) -> [u8; 3] {
    let floats = from.as_chunks::<4>().0;
    std::array::from_fn(|own| {
        let value = f32::from_ne_bytes(floats[own]);
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "cut to 0 to 255; a cast takes what is no number as 0"
        )]
        let byte = (value.clamp(0.0, 1.0) * 255.0).round() as u8;
        byte
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_is_brought_together_by_hand() {
        let wide = |values: &[u16]| values.iter().flat_map(|own| own.to_ne_bytes()).collect();
        let floats = |values: &[f32]| values.iter().flat_map(|own| own.to_ne_bytes()).collect();
        let cases: Vec<(ColorType, Vec<u8>, usize, Vec<u8>)> = vec![
            (ColorType::L8, vec![1, 2], 1, vec![1, 2]),
            (ColorType::Rgb8, vec![1, 2, 3], 3, vec![1, 2, 3]),
            (ColorType::La8, vec![1, 0, 2, 255], 1, vec![1, 2]),
            (ColorType::Rgba8, vec![1, 2, 3, 0, 4, 5, 6, 9], 3, vec![1, 2, 3, 4, 5, 6]),
            (ColorType::L16, wide(&[0x12ff, 0xff00]), 1, vec![0x12, 0xff]),
            (ColorType::La16, wide(&[0x12ff, 0, 0x3400, 7]), 1, vec![0x12, 0x34]),
            (ColorType::Rgb16, wide(&[0x0102, 0x0304, 0xfffe]), 3, vec![1, 3, 255]),
            (ColorType::Rgba16, wide(&[0x0102, 0x0304, 0xfffe, 9]), 3, vec![1, 3, 255]),
            (ColorType::Rgb32F, floats(&[-1.0, 0.5, f32::NAN]), 3, vec![0, 128, 0]),
            (ColorType::Rgba32F, floats(&[1.0, 2.0, 0.1, 0.3]), 3, vec![255, 255, 26]),
        ];
        for (colours, mut pixels, channels, expected) in cases {
            assert_eq!(compact(&mut pixels, colours), Some(channels), "{colours:?}");
            assert_eq!(pixels, expected, "{colours:?}");
        }
    }
}
