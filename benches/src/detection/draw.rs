//! Pictures drawn by code: waves of colour, plain shapes with sharp edges, and noise as of a sensor.
//!
//! They show nothing. They are there to cost what a photograph costs: a JPEG of 1920 × 1080 pixels at
//! quality 85 comes to about 350 kB.

use crate::dice::Dice;

/// Long waves of a picture, each of its own direction and length, and short ones: its texture.
const LONG: usize = 6;
const SHORT: usize = 3;
/// Shapes of a picture.
const SHAPES: usize = 40;
/// Spread of the noise, in values of 255.
const NOISE: f32 = 3.0;

/// A picture of red, green and blue bytes, row by row.
pub struct Drawn {
    /// Pixels in a row.
    pub width: usize,
    /// Rows.
    pub height: usize,
    /// Three bytes a pixel.
    pub pixels: Vec<u8>,
}

/// A smooth change of colour over the whole picture.
struct Wave {
    /// Steps of a column and of a row, and the beginning: 2³² is once up and down.
    across: u32,
    down: u32,
    from: u32,
    colour: [f32; 3],
}

/// A rectangle that adds a colour.
struct Shape {
    columns: [usize; 2],
    rows: [usize; 2],
    colour: [f32; 3],
}

/// The picture with this number; the same in every run.
pub fn draw(number: u64, width: usize, height: usize) -> Drawn {
    let mut dice = Dice::new(number.wrapping_mul(0x0123_4567_89ab_cdef));
    let mut waves: Vec<Wave> = Vec::with_capacity(LONG + SHORT);
    waves.extend((0..LONG).map(|_| wave(&mut dice, [width, height], 4.5, 70.0)));
    waves.extend((0..SHORT).map(|_| wave(&mut dice, [width, height], 120.0, 60.0)));
    let shapes: Vec<Shape> = (0..SHAPES).map(|_| shape(&mut dice, width, height)).collect();
    let mut pixels = Vec::with_capacity(3 * width * height);
    let mut line = vec![[0f32; 3]; width];
    for row in 0..height {
        line.fill([127.0; 3]);
        waves.iter().for_each(|wave| wave.add_to(&mut line, row));
        for shape in shapes.iter().filter(|own| (own.rows[0]..own.rows[1]).contains(&row)) {
            for value in &mut line[shape.columns[0]..shape.columns[1]] {
                value.iter_mut().zip(shape.colour).for_each(|(one, other)| *one += other);
            }
        }
        for value in &line {
            let noise = three_of_noise(dice.next());
            pixels.extend(value.iter().zip(noise).map(|(own, noise)| byte(own + noise)));
        }
    }
    Drawn { width, height, pixels }
}

/// The picture in grey, a byte a pixel.
pub fn grey(number: u64, width: usize, height: usize) -> Vec<u8> {
    draw(number, width, height).pixels.as_chunks::<3>().0.iter().map(|pixel| pixel[1]).collect()
}

/// A number from -1 to 1.
fn signed(dice: &mut Dice) -> f32 {
    (dice.below(2001) as f32 - 1000.0) / 1000.0
}

fn colour(dice: &mut Dice, strength: f32) -> [f32; 3] {
    let grey = signed(dice);
    std::array::from_fn(|_| strength * (0.7 * grey + 0.3 * signed(dice)))
}

/// A wave that goes up to so many times up and down over a side, in either direction.
fn wave(dice: &mut Dice, sides: [usize; 2], turns: f64, strength: f32) -> Wave {
    let [across, down] = sides.map(|side| {
        let turns = turns * f64::from(signed(dice)) / side.max(1) as f64;
        (turns * 4_294_967_296.0) as i64 as u32
    });
    Wave { across, down, from: dice.next() as u32, colour: colour(dice, strength) }
}

impl Wave {
    /// Adds a row of the wave, which rises and falls in straight lines.
    fn add_to(&self, line: &mut [[f32; 3]], row: usize) {
        let mut place = self.from.wrapping_add(self.down.wrapping_mul(row as u32));
        for value in line {
            let height = place.cast_signed().unsigned_abs() as f32 / 2_147_483_648.0 - 0.5;
            value.iter_mut().zip(self.colour).for_each(|(one, colour)| *one += height * colour);
            place = place.wrapping_add(self.across);
        }
    }
}

fn shape(dice: &mut Dice, width: usize, height: usize) -> Shape {
    let mut ends = |side: usize| {
        let from = dice.below(side);
        [from, (from + side / 40 + dice.below(side / 4)).min(side)]
    };
    let (columns, rows) = (ends(width), ends(height));
    Shape { columns, rows, colour: colour(dice, 45.0) }
}

/// Three numbers around nought, each of two bytes of one draw: nearly bell-shaped, of the stated spread.
fn three_of_noise(drawn: u64) -> [f32; 3] {
    // Two even bytes have a spread of √2 · 73.9 together.
    const SCALE: f32 = NOISE / 104.5;
    let bytes = drawn.to_le_bytes();
    std::array::from_fn(|at| {
        let both = f32::from(bytes[2 * at]) + f32::from(bytes[2 * at + 1]);
        (both - 255.0) * SCALE
    })
}

fn byte(value: f32) -> u8 {
    value.clamp(0.0, 255.0) as u8
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::detection::jpeg::jpeg;

    #[test]
    fn a_jpeg_of_full_size_is_as_large_as_one_of_a_photograph() {
        let sizes = (0..3).map(|number| jpeg(&draw(1000 + number, 1920, 1080)).unwrap().len());
        let mean = sizes.sum::<usize>() / 3;
        assert!((300_000..400_000).contains(&mean), "{mean} bytes");
    }

    #[test]
    fn a_picture_is_the_same_in_every_run_and_no_other_is_like_it() {
        let one = draw(5, 64, 48).pixels;
        assert_eq!(one, draw(5, 64, 48).pixels);
        assert_ne!(one, draw(6, 64, 48).pixels);
        assert_eq!(one.len(), 3 * 64 * 48);
    }
}
