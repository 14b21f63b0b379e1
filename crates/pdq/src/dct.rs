//! The transform of 64 × 64 averages, of which 16 × 16 low frequencies are kept.

use std::f64::consts::PI;
use std::sync::LazyLock;

/// Averages, row by row.
pub type Averages = [[f32; 64]; 64];
/// Frequencies 1 to 16 in both directions; frequency 0, the brightness, is left out.
pub type Frequencies = [[f32; 16]; 16];

/// `D[i][j] = √(2/64) · cos(π/128 · (i + 1) · (2j + 1))`, and the same with `[j][i]`.
struct Matrix {
    rows: [[f32; 64]; 16],
    columns: [[f32; 16]; 64],
}

static MATRIX: LazyLock<Matrix> = LazyLock::new(|| {
    let mut matrix = Matrix { rows: [[0.0; 64]; 16], columns: [[0.0; 16]; 64] };
    #[expect(
        clippy::cast_possible_truncation,
        reason = "the reference keeps the factor as a float"
    )]
    let factor = f64::from((2.0f64 / 64.0).sqrt() as f32);
    for row in 0..16u8 {
        for column in 0..64u8 {
            let angle = PI / 2.0 / 64.0 * (f64::from(row) + 1.0) * (2.0 * f64::from(column) + 1.0);
            #[expect(clippy::cast_possible_truncation, reason = "the reference keeps floats")]
            let value = (factor * angle.cos()) as f32;
            matrix.rows[usize::from(row)][usize::from(column)] = value;
            matrix.columns[usize::from(column)][usize::from(row)] = value;
        }
    }
    matrix
});

/// `D · A · Dᵀ`. Every sum runs over k from 0 to 63, as the reference's does; several sums run beside
/// each other.
#[inline(always)]
pub fn dct(averages: &Averages) -> Frequencies {
    let matrix = &*MATRIX;
    let mut out = [[0.0; 16]; 16];
    for (row, out) in matrix.rows.iter().zip(&mut out) {
        let mut sums = [0.0f32; 64];
        for (factor, line) in row.iter().zip(averages) {
            for (sum, value) in sums.iter_mut().zip(line) {
                *sum += factor * value;
            }
        }
        for (sum, column) in sums.iter().zip(&matrix.columns) {
            for (out, factor) in out.iter_mut().zip(column) {
                *out += sum * factor;
            }
        }
    }
    out
}
