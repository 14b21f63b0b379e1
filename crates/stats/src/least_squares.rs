//! Least squares for a handful of regressors.

/// A regressor that is a combination of the others up to this share of its length is none.
const SINGULAR: f64 = 1e-9;

/// The regressors, split as `X = Q R`: the columns of Q are orthonormal, R is upper triangular.
pub(crate) struct Regressors {
    q: Vec<Vec<f64>>,
    /// `r[j][i]` with `i <= j`: what column j of X takes of column i of Q.
    r: Vec<Vec<f64>>,
}

impl Regressors {
    /// Splits the columns of X; none when a column depends on those before it.
    ///
    /// Gram and Schmidt, each column made orthogonal twice, which gives Q to working precision
    /// (L. Giraud, J. Langou and M. Rozložník, "The loss of orthogonality in the Gram–Schmidt
    /// orthogonalization process", Computers and Mathematics with Applications 50 (2005)
    /// 1069–1075).
    pub fn split(columns: Vec<Vec<f64>>) -> Option<Self> {
        let mut this = Self { q: Vec::new(), r: Vec::new() };
        for mut column in columns {
            let before = dot(&column, &column).sqrt();
            let mut taken = vec![0.0; this.q.len()];
            for _ in 0..2 {
                for (q, sum) in this.q.iter().zip(&mut taken) {
                    let part = dot(q, &column);
                    *sum += part;
                    add(&mut column, -part, q);
                }
            }
            let left = dot(&column, &column).sqrt();
            if left.is_nan() || left <= SINGULAR * before {
                return None;
            }
            column.iter_mut().for_each(|x| *x /= left);
            taken.push(left);
            this.q.push(column);
            this.r.push(taken);
        }
        Some(this)
    }

    /// The orthonormal columns.
    pub fn basis(&self) -> &[Vec<f64>] {
        &self.q
    }

    /// Takes from `y` all that the regressors explain.
    pub fn residual(&self, mut y: Vec<f64>) -> Vec<f64> {
        for q in &self.q {
            let part = dot(q, &y);
            add(&mut y, -part, q);
        }
        y
    }

    /// The row `a` with `c'β = a'y` for every y: `Q z` where `R'z = c`.
    pub fn combination(&self, c: &[f64]) -> Vec<f64> {
        let mut z: Vec<f64> = Vec::new();
        for (r, c) in self.r.iter().zip(c) {
            let (known, own) = r.split_at(z.len());
            z.push((c - dot(known, &z)) / own[0]);
        }
        let mut row = vec![0.0; self.q.first().map_or(0, Vec::len)];
        for (q, z) in self.q.iter().zip(&z) {
            add(&mut row, *z, q);
        }
        row
    }
}

/// The sum of products.
pub(crate) fn dot(a: &[f64], b: &[f64]) -> f64 {
    a.iter().zip(b).map(|(a, b)| a * b).sum()
}

fn add(to: &mut [f64], factor: f64, what: &[f64]) {
    to.iter_mut().zip(what).for_each(|(x, w)| *x += factor * w);
}

#[cfg(test)]
mod tests {
    use super::{Regressors, dot};

    fn line(n: usize) -> Vec<Vec<f64>> {
        vec![vec![1.0; n], (0..n).map(|t| t as f64 + 1e6).collect()]
    }

    #[test]
    fn a_line_far_from_the_origin_is_found_exactly() {
        let x = Regressors::split(line(50)).unwrap();
        let y: Vec<f64> = (0..50).map(|t| 3.0 - 0.25 * (f64::from(t) + 1e6)).collect();
        assert!((dot(&x.combination(&[0.0, 1.0]), &y) + 0.25).abs() < 1e-11);
        assert!((dot(&x.combination(&[1.0, 1e6]), &y) + 249_997.0).abs() < 1e-8);
        assert!(x.residual(y).iter().all(|e| e.abs() < 1e-8));
    }

    #[test]
    fn the_basis_is_orthonormal() {
        let x = Regressors::split(line(9)).unwrap();
        for (i, a) in x.basis().iter().enumerate() {
            for (j, b) in x.basis().iter().enumerate() {
                let wanted = f64::from(u8::from(i == j));
                assert!((dot(a, b) - wanted).abs() < 1e-15, "{i} {j}");
            }
        }
    }

    #[test]
    fn a_dependent_column_is_refused() {
        let mut columns = line(9);
        columns.push(columns[0].iter().zip(&columns[1]).map(|(a, b)| 2.0 * a - b).collect());
        assert!(Regressors::split(columns).is_none());
        assert!(Regressors::split(vec![vec![0.0; 4]]).is_none());
        assert!(Regressors::split(vec![vec![f64::NAN; 4]]).is_none());
    }
}
