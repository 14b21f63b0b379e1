//! Circulations with bounds: the exact range of every number of a two-way table.
//!
//! A table with margins is a flow: people run from the grand total through the rows into the
//! columns and back. Each number is an edge, each sum a node where as much leaves as arrives, and
//! what the reader knows of a number bounds its edge. How small or large a number can be is then
//! a minimal or maximal flow, and as all bounds are whole numbers the answer is exact: some
//! table of whole people attains it (Ford and Fulkerson, "Flows in Networks", 1962, for the flow;
//! Hoffman, 1960, for the circulation).

use std::collections::VecDeque;

/// What is known of a number: it lies in `low..=high`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Range {
    /// The least it can be.
    pub(crate) low: u64,
    /// The largest it can be; [`Range::NO_LIMIT`] and above mean that nothing is known.
    pub(crate) high: u64,
}

impl Range {
    /// Above every number of a table: no base is above `LARGEST_COUNT`, which is 2^40.
    pub(crate) const NO_LIMIT: u64 = 1 << 50;

    /// At least `low`.
    pub(crate) const fn from(low: u64) -> Self {
        Self { low, high: Self::NO_LIMIT }
    }

    /// What both allow; empty, with `low` above `high`, when they contradict each other.
    pub(crate) fn meet(self, other: Self) -> Self {
        Self { low: self.low.max(other.low), high: self.high.min(other.high) }
    }

    /// From the lower low to the higher high.
    pub(crate) fn join(self, other: Self) -> Self {
        Self { low: self.low.min(other.low), high: self.high.max(other.high) }
    }

    pub(crate) const fn width(self) -> u64 {
        self.high.saturating_sub(self.low)
    }
}

/// An edge: its place in the network.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Edge(usize);

struct Flow {
    from: usize,
    to: usize,
    bounds: Range,
    now: u64,
}

/// A way through the network: edges with the direction they are walked in.
type Path = Vec<(usize, bool)>;

/// Nodes are numbers; edges carry people within their bounds.
pub(crate) struct Network {
    flows: Vec<Flow>,
    /// For each node, the edges that touch it.
    at: Vec<Vec<usize>>,
}

impl Network {
    pub(crate) fn new(nodes: usize) -> Self {
        Self { flows: Vec::new(), at: vec![Vec::new(); nodes] }
    }

    pub(crate) fn add(&mut self, from: usize, to: usize, bounds: Range) -> Edge {
        let edge = self.flows.len();
        self.flows.push(Flow { from, to, bounds, now: bounds.low });
        self.at[from].push(edge);
        self.at[to].push(edge);
        Edge(edge)
    }

    /// Finds some flow that keeps every bound and every sum. False when there is none.
    pub(crate) fn settle(&mut self) -> bool {
        if self.flows.iter().any(|flow| flow.bounds.low > flow.bounds.high) {
            return false;
        }
        loop {
            let balance = self.balance();
            let Some(start) = balance.iter().position(|&b| b > 0) else { return true };
            let Some((end, path)) = self.search(start, None, |node| balance[node] < 0) else {
                return false;
            };
            let most = balance[start].unsigned_abs().min(balance[end].unsigned_abs());
            self.push(&path, most);
        }
    }

    /// The least and the largest flow an edge can have. Only after [`settle`](Self::settle).
    pub(crate) fn range(&mut self, edge: Edge) -> Range {
        let Edge(edge) = edge;
        let (from, to) = (self.flows[edge].from, self.flows[edge].to);
        // More on this edge runs back from its end to its start elsewhere; less, the other way.
        while let Some((_, path)) = self.search(to, Some(edge), |node| node == from) {
            let Flow { bounds, now, .. } = self.flows[edge];
            let pushed = self.push(&path, bounds.high - now);
            self.flows[edge].now += pushed;
            if pushed == 0 {
                break;
            }
        }
        let high = self.flows[edge].now;
        while let Some((_, path)) = self.search(from, Some(edge), |node| node == to) {
            let Flow { bounds, now, .. } = self.flows[edge];
            let pushed = self.push(&path, now - bounds.low);
            self.flows[edge].now -= pushed;
            if pushed == 0 {
                break;
            }
        }
        Range { low: self.flows[edge].now, high }
    }

    /// What arrives at each node, less what leaves it.
    fn balance(&self) -> Vec<i64> {
        let mut balance = vec![0_i64; self.at.len()];
        for flow in &self.flows {
            balance[flow.to] = balance[flow.to].saturating_add_unsigned(flow.now);
            balance[flow.from] = balance[flow.from].saturating_sub_unsigned(flow.now);
        }
        balance
    }

    /// How much more can run along an edge in this direction.
    fn room(&self, edge: usize, forward: bool) -> u64 {
        let flow = &self.flows[edge];
        if forward { flow.bounds.high - flow.now } else { flow.now - flow.bounds.low }
    }

    /// The shortest way with room on it from `start` to a node that is an `end`.
    fn search(
        &self,
        start: usize,
        without: Option<usize>,
        end: impl Fn(usize) -> bool,
    ) -> Option<(usize, Path)> {
        let mut came_by: Vec<Option<(usize, bool)>> = vec![None; self.at.len()];
        let mut queue = VecDeque::from([start]);
        while let Some(node) = queue.pop_front() {
            if end(node) {
                return Some((node, self.walk_back(start, node, &came_by)));
            }
            for &edge in &self.at[node] {
                let forward = self.flows[edge].from == node;
                let next = if forward { self.flows[edge].to } else { self.flows[edge].from };
                let seen = next == start || came_by[next].is_some();
                if !seen && Some(edge) != without && self.room(edge, forward) > 0 {
                    came_by[next] = Some((edge, forward));
                    queue.push_back(next);
                }
            }
        }
        None
    }

    fn walk_back(&self, start: usize, end: usize, came_by: &[Option<(usize, bool)>]) -> Path {
        let mut path = Path::new();
        let mut node = end;
        while node != start
            && let Some((edge, forward)) = came_by[node]
        {
            path.push((edge, forward));
            node = if forward { self.flows[edge].from } else { self.flows[edge].to };
        }
        path
    }

    /// Sends as much along the path as it has room for, at most `most`; says how much.
    fn push(&mut self, path: &Path, most: u64) -> u64 {
        let amount = path.iter().map(|&(edge, way)| self.room(edge, way)).fold(most, u64::min);
        for &(edge, forward) in path {
            let now = &mut self.flows[edge].now;
            *now = if forward { *now + amount } else { *now - amount };
        }
        amount
    }
}

#[cfg(test)]
mod tests {
    use super::{Network, Range};

    #[test]
    fn a_sum_of_two() {
        // Node 0 -> 1 by two edges, back by their sum.
        let mut network = Network::new(2);
        let first = network.add(0, 1, Range { low: 0, high: 9 });
        let second = network.add(0, 1, Range::from(10));
        let sum = network.add(1, 0, Range { low: 12, high: 15 });
        assert!(network.settle());
        assert_eq!(network.range(first), Range { low: 0, high: 5 });
        assert_eq!(network.range(second), Range { low: 10, high: 15 });
        assert_eq!(network.range(sum), Range { low: 12, high: 15 });
    }

    #[test]
    fn numbers_that_cannot_be() {
        let mut network = Network::new(2);
        network.add(0, 1, Range { low: 0, high: 9 });
        network.add(1, 0, Range { low: 10, high: 12 });
        assert!(!network.settle());
    }
}
