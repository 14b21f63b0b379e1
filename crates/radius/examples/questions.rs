//! How long a question takes by tables and by a scan, on hashes at random:
//! `cargo run --release --package radius --example questions -- 10000000`.
#![expect(clippy::unwrap_used, reason = "a measurement that cannot go on has failed")]

use std::time::Instant;

use radius::{Entry, Hash, Index, Writer};

fn mix(state: &mut u64) -> u64 {
    *state = state.wrapping_add(0x9e37_79b9_7f4a_7c15);
    let x = (*state ^ *state >> 30).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    let x = (x ^ x >> 27).wrapping_mul(0x94d0_49bb_1331_11eb);
    x ^ x >> 31
}

fn hash(state: &mut u64) -> Hash {
    let mut hash = [0; 32];
    hash.as_chunks_mut::<8>().0.iter_mut().for_each(|eight| *eight = mix(state).to_le_bytes());
    hash
}

/// Every second query is a listed hash with up to 31 bits changed.
fn query(state: &mut u64, listed: &[Hash]) -> Hash {
    if mix(state).is_multiple_of(2) {
        return hash(state);
    }
    let at = usize::try_from(mix(state)).unwrap() % listed.len();
    let mut near = listed[at];
    for _ in 0..mix(state) % 32 {
        let bit = usize::try_from(mix(state)).unwrap() % 256;
        near[bit / 8] ^= 1 << (bit % 8);
    }
    near
}

fn main() {
    let count: u32 = std::env::args().nth(1).map_or(1_000_000, |text| text.parse().unwrap());
    let dir = tempfile::tempdir_in("target").unwrap();
    let mut state = 1;
    let entries: Vec<Entry> =
        (0..count).map(|label| Entry { hash: hash(&mut state), label }).collect();
    let listed: Vec<Hash> = entries.iter().take(100_000).map(|entry| entry.hash).collect();
    let began = Instant::now();
    Writer::open(dir.path()).unwrap().add(entries).unwrap();
    println!("sorted and written: {:.2} s", began.elapsed().as_secs_f64());
    let began = Instant::now();
    let index = Index::open(dir.path()).unwrap();
    index.build_tables().unwrap();
    println!("read and tables built: {:.2} s", began.elapsed().as_secs_f64());
    let status = index.status();
    println!("{} bytes a hash", status.bytes / status.entries.max(1));

    let queries: Vec<Hash> = (0..4000).map(|_| query(&mut state, &listed)).collect();
    let few = &queries[..20];
    let scan = times(few, |hash| index.scan(hash, 31).unwrap());
    println!("scan: median {:.3} ms", scan[scan.len() / 2]);
    times(&queries, |hash| index.search(hash, 31).unwrap());
    for distance in [0, 10, 20, 31, 36, 40, 47] {
        let some = if distance > 31 { &queries[..100] } else { &queries };
        let all = times(some, |hash| index.search(hash, distance).unwrap());
        let (median, late) = (all[all.len() / 2], all[all.len() * 99 / 100]);
        println!("distance {distance}: median {median:.4} ms, one in a hundred {late:.4} ms");
    }
    let began = Instant::now();
    let found = index.search_many(&queries, 31).unwrap();
    let hits: usize = found.iter().map(Vec::len).sum();
    println!("together: {:.0} a second, {hits} hits", 4000.0 / began.elapsed().as_secs_f64());
    for hash in few {
        assert_eq!(index.scan(hash, 31).unwrap(), index.search(hash, 31).unwrap());
    }
}

fn times<T>(queries: &[Hash], mut ask: impl FnMut(&Hash) -> T) -> Vec<f64> {
    let time = |hash| {
        let began = Instant::now();
        std::hint::black_box(ask(hash));
        began.elapsed().as_secs_f64() * 1e3
    };
    let mut times: Vec<f64> = queries.iter().map(time).collect();
    times.sort_by(f64::total_cmp);
    times
}
