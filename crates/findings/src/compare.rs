//! From an exact table to what is printed of it, with its statistics.

use disclosure::{Rules, SafeCell, SafeTable, Table, protect};
use stats::{Proportion, wilson};

use crate::analyse::Mode;
use crate::report::{Cell, Compared};

/// What is printed of a table: cells by row and column.
pub(crate) struct Printed {
    pub withheld: bool,
    pub cells: Vec<Vec<Cell>>,
    pub compared: Vec<Option<Compared>>,
}

/// Count and base from which a statistic may be computed.
type Base = Option<(u64, u64)>;

pub(crate) fn print(table: &Table, mode: Mode, rules: &Rules) -> Printed {
    match mode {
        Mode::Safe => print_safe(&protect(table, rules)),
        Mode::Exact => print_exact(table),
    }
}

fn print_safe(table: &SafeTable) -> Printed {
    let columns = 0..table.columns().len();
    let rows = table.rows().iter().enumerate().map(|(at, row)| {
        let bases = columns
            .clone()
            .map(|column| table.printed(at, column).map(|printed| (printed.count, printed.base)));
        let counts = row.cells.iter().map(|cell| match cell {
            SafeCell::Shown { count_rounded, .. } => Some(*count_rounded),
            SafeCell::Suppressed(_) => None,
        });
        (counts.collect(), bases.collect())
    });
    printed(rows.collect(), table.is_withheld())
}

fn print_exact(table: &Table) -> Printed {
    let rows = table.rows().iter().map(|row| {
        let counts: Vec<u64> = row.cells.iter().map(|cell| cell.count()).collect();
        let bases = counts.iter().zip(table.columns()).map(|(count, own)| Some((*count, own.base)));
        (counts.iter().copied().map(Some).collect(), bases.collect())
    });
    printed(rows.collect(), false)
}

fn printed(rows: Vec<(Vec<Option<u64>>, Vec<Base>)>, withheld: bool) -> Printed {
    let mut out = Printed { withheld, cells: Vec::new(), compared: Vec::new() };
    for (counts, bases) in rows {
        out.compared.push(compared(bases[0], bases[1]));
        out.cells
            .push(counts.into_iter().zip(bases).map(|(count, base)| cell(count, base)).collect());
    }
    out
}

fn proportion(base: Base) -> Option<Proportion> {
    base.and_then(|(count, base)| Proportion::new(count, base).ok())
}

fn cell(count: Option<u64>, base: Base) -> Cell {
    let Some(proportion) = proportion(base) else {
        return Cell { count, base: None, share: None, interval: None };
    };
    let interval = wilson(proportion);
    Cell {
        count,
        base: Some(proportion.n()),
        share: Some(proportion.share()),
        interval: Some((interval.low, interval.high)),
    }
}

/// Holm's correction is put in when the whole family is known.
fn compared(group: Base, rest: Base) -> Option<Compared> {
    let found = stats::compare(proportion(group)?, proportion(rest)?);
    let points = |share: f64| share * 100.0;
    Some(Compared {
        points: points(found.difference.estimate),
        interval: (points(found.difference.low), points(found.difference.high)),
        test: found.test.name(),
        p: found.p,
        p_holm: found.p,
    })
}
