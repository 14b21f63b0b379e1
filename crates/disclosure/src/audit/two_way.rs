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
    /// What is known of the sums of what is hidden.
    pub(super) hidden: Hidden,
}

/// What is known of the sums of what is hidden.
pub(super) struct Hidden {
    /// `cells[row][part]`: where the number stands.
    pub(super) cells: Vec<Vec<Place>>,
    /// The same for the sum of each row.
    pub(super) row_sums: Vec<Place>,
    /// Of each part and of the row sums, where something is hidden: all hidden numbers together.
    pub(super) all: Range,
    /// Of each part: the hidden numbers of rows with a small cell together.
    pub(super) small_rows: Vec<Range>,
}

/// Where a number stands in the printed table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Place {
    /// It is printed.
    Shown,
    /// It is hidden, in a row with a small cell.
    SmallRow,
    /// It is hidden, in a row without a small cell.
    ChosenRow,
}

impl Hidden {
    /// Nothing is known.
    pub(super) fn unknown(rows: usize, parts: usize) -> Self {
        Self {
            cells: vec![vec![Place::Shown; parts]; rows],
            row_sums: vec![Place::Shown; rows],
            all: Range::from(0),
            small_rows: vec![Range::from(0); parts],
        }
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
    /// People run `start -> row -> part -> end`, and from the end back to the start. Hidden
    /// numbers take a detour over nodes of their own, so that their sums are edges too.
    pub(super) fn ranges(&self) -> Option<Ranges> {
        let (rows, parts) = (self.cells.len(), self.bases.len());
        let (start, end, hidden_rows) = (0, 1, 2);
        let row = |r: usize| 3 + r;
        let part = |p: usize| 3 + rows + 3 * p;
        let hidden_part = |p: usize| part(p) + 1;
        let small_part = |p: usize| part(p) + 2;
        let mut network = Network::new(part(parts));

        let is_hidden = |place: &Place| *place != Place::Shown;
        let if_any = |any: bool| if any { self.hidden.all } else { Range::from(0) };
        network.add(start, hidden_rows, if_any(self.hidden.row_sums.iter().any(is_hidden)));
        for p in 0..parts {
            let any = self.hidden.cells.iter().any(|row| is_hidden(&row[p]));
            network.add(hidden_part(p), part(p), if_any(any));
            network.add(small_part(p), hidden_part(p), self.hidden.small_rows[p]);
        }
        let row_sums: Vec<Edge> = (0..rows)
            .map(|r| {
                let shown = self.hidden.row_sums[r] == Place::Shown;
                network.add(if shown { start } else { hidden_rows }, row(r), self.row_sums[r])
            })
            .collect();
        let cells: Vec<Vec<Edge>> = (0..rows)
            .map(|r| {
                let to = |p: usize| match self.hidden.cells[r][p] {
                    Place::Shown => part(p),
                    Place::SmallRow => small_part(p),
                    Place::ChosenRow => hidden_part(p),
                };
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
