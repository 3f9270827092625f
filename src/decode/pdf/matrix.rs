//! Affine maps of the plane, as PDF writes them: `[a b c d e f]`.

/// Takes `(x, y)` to `(ax + cy + e, bx + dy + f)`.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Matrix(pub(super) [f64; 6]);

impl Matrix {
    pub(super) const IDENTITY: Matrix = Matrix([1.0, 0.0, 0.0, 1.0, 0.0, 0.0]);

    pub(super) fn shift(x: f64, y: f64) -> Self {
        Matrix([1.0, 0.0, 0.0, 1.0, x, y])
    }

    /// First `self`, then `other`.
    pub(super) fn then(self, other: Matrix) -> Matrix {
        let ([a, b, c, d, e, f], [g, h, i, j, k, l]) = (self.0, other.0);
        Matrix([a * g + b * i, a * h + b * j, c * g + d * i, c * h + d * j, e * g + f * i + k, e * h + f * j + l])
    }

    pub(super) fn apply(self, x: f64, y: f64) -> (f64, f64) {
        let [a, b, c, d, e, f] = self.0;
        (a * x + c * y + e, b * x + d * y + f)
    }

    /// By how much it stretches what is upright.
    pub(super) fn height(self) -> f64 {
        self.0[2].hypot(self.0[3])
    }
}

#[cfg(test)]
mod tests {
    use super::Matrix;

    #[test]
    fn one_after_the_other() {
        let twice = Matrix([2.0, 0.0, 0.0, 3.0, 0.0, 0.0]);
        assert_eq!(Matrix::shift(1.0, 1.0).then(twice).apply(1.0, 1.0), (4.0, 6.0));
        assert_eq!(twice.then(Matrix::shift(1.0, 1.0)).apply(1.0, 1.0), (3.0, 4.0));
        assert_eq!(twice.height(), 3.0);
    }
}
