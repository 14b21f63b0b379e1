//! The eight ways in which a picture can be turned and mirrored, from one transform.

use crate::dct::Frequencies;

/// How a picture is turned or mirrored before it is hashed. Turns are as the reference counts them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Orientation {
    /// As it is.
    Original,
    /// A quarter turn.
    Rotate90,
    /// Half a turn.
    Rotate180,
    /// Three quarters.
    Rotate270,
    /// Top and bottom exchanged.
    FlipX,
    /// Left and right exchanged.
    FlipY,
    /// Mirrored at the falling diagonal.
    FlipPlus1,
    /// Mirrored at the rising diagonal.
    FlipMinus1,
}

impl Orientation {
    /// All, in the reference's order.
    pub const ALL: [Self; 8] = [
        Self::Original,
        Self::Rotate90,
        Self::Rotate180,
        Self::Rotate270,
        Self::FlipX,
        Self::FlipY,
        Self::FlipPlus1,
        Self::FlipMinus1,
    ];

    /// Its name in files and answers.
    pub fn name(self) -> &'static str {
        match self {
            Self::Original => "original",
            Self::Rotate90 => "rotate90",
            Self::Rotate180 => "rotate180",
            Self::Rotate270 => "rotate270",
            Self::FlipX => "flip_x",
            Self::FlipY => "flip_y",
            Self::FlipPlus1 => "flip_plus1",
            Self::FlipMinus1 => "flip_minus1",
        }
    }

    /// The transform of the turned picture: signs change, and rows become columns.
    pub(crate) fn of(self, original: &Frequencies) -> Frequencies {
        let mut out = [[0.0; 16]; 16];
        for (row, line) in original.iter().enumerate() {
            for (column, value) in line.iter().enumerate() {
                let (even_row, even_column) = (row % 2 == 0, column % 2 == 0);
                let (negated, transposed) = match self {
                    Self::Original => (false, false),
                    Self::Rotate90 => (even_column, true),
                    Self::Rotate180 => (even_row != even_column, false),
                    Self::Rotate270 => (even_row, true),
                    Self::FlipX => (even_row, false),
                    Self::FlipY => (even_column, false),
                    Self::FlipPlus1 => (false, true),
                    Self::FlipMinus1 => (even_row != even_column, true),
                };
                let value = if negated { -value } else { *value };
                let (to, at) = if transposed { (column, row) } else { (row, column) };
                out[to][at] = value;
            }
        }
        out
    }
}
