use super::*; use crate::protect;
#[cfg(test)]
mod experiment {
    use super::*;
    use std::collections::BTreeMap;

    fn upto(n: usize, m: u64, f: &mut impl FnMut(&[u64])) {
            fn go(n: usize, m: u64, t: &mut Vec<u64>, f: &mut impl FnMut(&[u64])) {
                if n == 0 { f(t); return; }
                for x in 0..=m { t.push(x); go(n-1, m-x, t, f); t.pop(); }
            }
            go(n, m, &mut vec![], f);
        }
    fn run(name: &str, cells: usize, parts: usize, rules: &Rules, m: u64) {
        let mut seen: BTreeMap<String, (SafeTable, Vec<Vec<std::collections::BTreeSet<u64>>>, Vec<u64>)> = BTreeMap::new();
        let mut n = 0;
        let mut withheld = 0;
        upto(cells, m, &mut |n2| { let t = table(Kind::Exclusive, &n2.chunks(parts).map(|x| x.to_vec()).collect::<Vec<_>>(), &[]);
            n += 1;
            let safe = protect(&t, rules);
            if safe.is_withheld() { withheld += 1; return; }
            let key = serde_json::to_string(&safe).unwrap();
            let e = seen.entry(key).or_insert_with(|| (safe, vec![vec![Default::default(); t.columns().len()]; t.rows().len()], vec![]));
            for (i, row) in t.rows().iter().enumerate() {
                for (j, c) in row.cells.iter().enumerate() {
                    let v = if e.0.rows[i].cells[j] == SafeCell::Suppressed(Reason::NearlyAll) { t.columns()[j].base - c.count() } else { c.count() };
                    e.1[i][j].insert(v);
                    if e.2.len() < 40 { e.2.push(c.count()); }
                }
            }
        });
        let mut hist: BTreeMap<u64, u64> = BTreeMap::new();
        let mut worst: Vec<(u64, String)> = vec![];
        for (safe, r, ex) in seen.values() {
            if let SafeCount::Shown(b) = safe.columns.last().unwrap().base { if b + rules.round_to()/2 > m { continue; } } else { continue; }
            for (i, row) in safe.rows.iter().enumerate() { for (j, c) in row.cells.iter().enumerate() {
                if matches!(c, SafeCell::Suppressed(Reason::Small | Reason::NearlyAll)) {
                    let w = r[i][j].last().unwrap() - r[i][j].first().unwrap();
                    *hist.entry(w).or_default() += 1;
                    if w < rules.least_doubt() { worst.push((w, format!("{i},{j} {:?} bases {:?} rows {:?} ex {:?}", r[i][j], safe.columns.iter().map(|c| c.base).collect::<Vec<_>>(), safe.rows.iter().map(|r| r.cells.clone()).collect::<Vec<_>>(), ex))); }
                }
            }}
        }
        worst.sort();
        eprintln!("{name}: {n} tables, {withheld} withheld, {} prints, widths {hist:?}", seen.len());
        for w in worst.iter().take(12) { eprintln!("   {} {}", w.0, w.1); }
    }

    #[test]
    #[ignore]
    fn perfect() {


        for (n, m, parts, rules) in [(4, 62, 1, Rules::default()), (6, 17, 1, Rules::new(3,3,9).unwrap()), (5, 57, 1, Rules::default()), (8, 22, 2, Rules::new(2,2,9).unwrap())] {
        run(&format!("{n} {m} {parts} {rules:?}"), n, parts, &rules, m);
        }
    }
}
