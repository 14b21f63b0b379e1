//! A two-way table as a network.

use super::network::{Edge, Network, Range};

/// Rows by parts, with the sums of the rows, of the parts, and of everything: what is known of
/// each number.
pub(super) struct TwoWay {
    /// `cells[row][part]`.
    pub(super) cells: Vec<Vec<Range>>,
    /// The sum of each row over the parts.
    pub(super) row_sums: Vec<Range>,
    /// The sum of each part over the rows: its base.
    pub(super) bases: Vec<Range>,
    /// The base of everything.
    pub(super) grand: Range,
    /// Sums of hidden numbers that are known to be at least so large.
    pub(super) hidden: Hidden,
}

/// The rule that the hidden numbers of a column sum to at least a threshold, where it applies.
pub(super) struct Hidden {
    /// The threshold, in people; 0 when there is no such rule.
    pub(super) at_least: u64,
    /// `cells[row][part]`: whether the number is hidden.
    pub(super) cells: Vec<Vec<bool>>,
    /// Whether the sum of the row is hidden.
    pub(super) row_sums: Vec<bool>,
}

impl Hidden {
    /// No rule about sums.
    pub(super) fn none(rows: usize, parts: usize) -> Self {
        Self { at_least: 0, cells: vec![vec![false; parts]; rows], row_sums: vec![false; rows] }
    }
}

/// The exact range of every number, in the shape of [`TwoWay`].
pub(super) struct Ranges {
    pub(super) cells: Vec<Vec<Range>>,
    pub(super) row_sums: Vec<Range>,
    pub(super) bases: Vec<Range>,
    pub(super) grand: Range,
}

impl TwoWay {
    /// The exact ranges, or none when no table of whole people fits what is known.
    ///
    /// People run `start -> row -> part -> end` and from the end back to the start. Hidden
    /// numbers take a detour over a node of their own, so that their sum is an edge too.
    pub(super) fn ranges(&self) -> Option<Ranges> {
        let (rows, parts) = (self.cells.len(), self.bases.len());
        let (start, end) = (0, 1);
        let row = |r: usize| 2 + r;
        let part = |p: usize| 2 + rows + p;
        let hidden_part = |p: usize| 2 + rows + parts + p;
        let hidden_rows = 2 + rows + 2 * parts;
        let mut network = Network::new(hidden_rows + 1);

        let threshold = |any: bool| Range::from(if any { self.hidden.at_least } else { 0 });
        network.add(start, hidden_rows, threshold(self.hidden.row_sums.contains(&true)));
        for p in 0..parts {
            let any = self.hidden.cells.iter().any(|row| row[p]);
            network.add(hidden_part(p), part(p), threshold(any));
        }
        let row_sums: Vec<Edge> = (0..rows)
            .map(|r| {
                let from = if self.hidden.row_sums[r] { hidden_rows } else { start };
                network.add(from, row(r), self.row_sums[r])
            })
            .collect();
        let cells: Vec<Vec<Edge>> = (0..rows)
            .map(|r| {
                let to = |p| if self.hidden.cells[r][p] { hidden_part(p) } else { part(p) };
                (0..parts).map(|p| network.add(row(r), to(p), self.cells[r][p])).collect()
            })
            .collect();
        let bases: Vec<Edge> =
            (0..parts).map(|p| network.add(part(p), end, self.bases[p])).collect();
        let grand = network.add(end, start, self.grand);

        if !network.settle() {
            return None;
        }
        let mut all = |edges: &[Edge]| -> Vec<Range> {
            edges.iter().map(|&edge| network.range(edge)).collect()
        };
        Some(Ranges {
            cells: cells.iter().map(|row| all(row)).collect(),
            row_sums: all(&row_sums),
            bases: all(&bases),
            grand: network.range(grand),
        })
    }
}
