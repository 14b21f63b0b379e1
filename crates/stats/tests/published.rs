//! Published figures recomputed and printed with the digits they were published with.
//!
//! Counts and percentages are the publications'; intervals, odds ratios and statistics were
//! computed from them independently of this crate.

#![cfg(test)]

use stats::{Proportion, Table2x2};

/// What, count, n, and "percent (low–high)" to one decimal.
const INTERVALS: &[(&str, u64, u64, &str)] = &[
    // Prichard et al. 2021: who left, by warning message.
    ("control", 27, 100, "27.0 (19.3–36.4)"),
    ("IP trace", 40, 81, "49.4 (38.8–60.0)"),
    ("illegality", 52, 99, "52.5 (42.8–62.1)"),
    ("viewer harm", 28, 74, "37.8 (27.6–49.2)"),
    ("victim harm", 25, 65, "38.5 (27.6–50.6)"),
    // Insoll et al. 2024, JOTS 2(4): the way to help.
    ("want to stop", 2_471, 4_493, "55.0 (53.5–56.4)"),
    ("sought help", 620, 4_493, "13.8 (12.8–14.8)"),
    ("received help", 144, 4_493, "3.2 (2.7–3.8)"),
    // Insoll et al. 2022, JOTS, article 29.
    ("sought contact", 649, 1_546, "42.0 (39.5–44.5)"),
    ("fear of acting", 897, 1_546, "58.0 (55.5–60.5)"),
    // Troubled Desire.
    ("first", 2_277, 4_161, "54.7 (53.2–56.2)"),
    ("second", 474, 4_161, "11.4 (10.5–12.4)"),
    ("third", 3_281, 4_161, "78.9 (77.6–80.1)"),
    // ReDirection, feedback.
    ("75 % of 57", 43, 57, "75.4 (62.9–84.8)"),
    ("74 % of 74", 55, 74, "74.3 (63.3–82.9)"),
    ("58 % of 74", 43, 74, "58.1 (46.7–68.7)"),
    // Statements by language, 2023; counts are round(p n).
    ("French, want to stop", 227, 399, "56.9 (52.0–61.7)"),
    ("French, by accident", 203, 399, "50.9 (46.0–55.8)"),
    ("French, while looking for pornography", 52, 399, "13.0 (10.1–16.7)"),
    ("French, thought of contact", 164, 399, "41.1 (36.4–46.0)"),
    ("French, sought contact", 108, 399, "27.1 (22.9–31.6)"),
    ("German, sought contact", 529, 1_079, "49.0 (46.1–52.0)"),
    ("Spanish, before 18", 1_938, 2_769, "70.0 (68.3–71.7)"),
    ("Spanish, before 13", 1_080, 2_769, "39.0 (37.2–40.8)"),
    ("Spanish, never sought help", 2_381, 2_769, "86.0 (84.6–87.2)"),
    ("Finnish, sought contact", 82, 165, "49.7 (42.2–57.2)"),
    ("Finnish, want to stop", 55, 165, "33.3 (26.6–40.8)"),
    ("Finnish, no desire", 66, 165, "40.0 (32.8–47.6)"),
];

#[test]
fn wilson_intervals() {
    for &(what, count, n, printed) in INTERVALS {
        let p = Proportion::new(count, n).unwrap();
        let interval = stats::wilson(p);
        let [share, low, high] = [p.share(), interval.low, interval.high].map(|x| 100.0 * x);
        assert_eq!(format!("{share:.1} ({low:.1}–{high:.1})"), printed, "{what}");
    }
}

#[test]
fn percentages() {
    // SéOS 2022, n = 697. The press printed 6.75 for the last, so that the three sum to 100.
    // NatCen on Stop It Now 2013: calls, then callers.
    let tables: [(&[u64], &[&str]); 3] = [
        (&[557, 93, 47], &["79.91", "13.34", "6.74"]),
        (
            &[3_493, 1_432, 273, 236, 331, 156, 357],
            &["55.64", "22.81", "4.35", "3.76", "5.27", "2.48", "5.69"],
        ),
        (
            &[1_445, 969, 198, 201, 303, 124, 301],
            &["40.81", "27.37", "5.59", "5.68", "8.56", "3.50", "8.50"],
        ),
    ];
    for ((counts, printed), n) in tables.into_iter().zip([697, 6_278, 3_541]) {
        assert_eq!(counts.iter().sum::<u64>(), n);
        for (&count, &text) in counts.iter().zip(printed) {
            let share = Proportion::new(count, n).unwrap().share();
            assert_eq!(format!("{:.2}", 100.0 * share), text);
        }
    }
}

#[test]
fn a_whole_percentage_must_come_from_a_count() {
    // ReDirection feedback printed 71 % and 78 % of 57: no count of people gives either.
    let possible = |percent: u64, n: u64| {
        (0..=n).any(|k| {
            let share = Proportion::new(k, n).unwrap().share();
            format!("{:.0}", 100.0 * share) == percent.to_string()
        })
    };
    assert_eq!([75, 71, 78].map(|percent| possible(percent, 57)), [true, false, false]);
    assert_eq!([74, 58].map(|percent| possible(percent, 74)), [true, true]);
}

/// First row, second row, "odds ratio (low–high), chi-square" to three decimals.
const AGAINST: &[(&str, [u64; 2], [u64; 2], &str)] = &[
    ("IP trace against control", [40, 41], [27, 73], "2.638 (1.419–4.904), 9.616"),
    ("illegality against control", [52, 47], [27, 73], "2.991 (1.655–5.407), 13.540"),
    ("viewer harm against control", [28, 46], [27, 73], "1.646 (0.864–3.136), 2.311"),
    ("victim harm against control", [25, 40], [27, 73], "1.690 (0.867–3.292), 2.398"),
    ("French against rest", [227, 172], [11_293, 12_308], "1.438 (1.178–1.756), 12.854"),
];

#[test]
fn odds_ratios_and_statistics() {
    for &(what, first, second, printed) in AGAINST {
        let table = Table2x2::new([first, second]);
        let odds = stats::odds_ratio(&table).unwrap();
        let statistic = stats::chi_square_2x2(&table).unwrap().statistic;
        let ours = format!(
            "{:.3} ({:.3}–{:.3}), {statistic:.3}",
            odds.estimate, odds.interval.low, odds.interval.high
        );
        assert_eq!(ours, printed, "{what}");
    }
}

#[test]
fn warning_messages_against_control() {
    // Prichard et al. 2021, all arms: 419 people in all; with four comparisons, the two messages
    // about consequences differ from the control and the two about harm do not.
    let arms = &AGAINST[..4];
    let [_, control] = [arms[0].1, arms[0].2];
    let people: u64 = arms.iter().flat_map(|arm| arm.1).chain(control).sum();
    assert_eq!(people, 419);
    let p: Vec<f64> = arms
        .iter()
        .map(|(_, arm, control, _)| {
            stats::chi_square_2x2(&Table2x2::new([*arm, *control])).unwrap().p
        })
        .collect();
    let differs: Vec<bool> = stats::holm(&p).iter().map(|p| *p <= 0.05).collect();
    assert_eq!(differs, [true, true, false, false]);
    // The two odds ratios that were published, as they were printed.
    let printed = arms[..2].iter().map(|(_, arm, control, _)| {
        let odds = stats::odds_ratio(&Table2x2::new([*arm, *control])).unwrap();
        format!("{:.2}", odds.estimate)
    });
    assert_eq!(printed.collect::<Vec<_>>(), ["2.64", "2.99"]);
    // One look at all arms is the same decision.
    let open: Vec<stats::ArmAtLook> = p.into_iter().map(stats::ArmAtLook::Open).collect();
    let spending = stats::Spending::ObrienFleming;
    let look = stats::holm_sequential(&open, 1, &[1.0], 0.05, spending).unwrap();
    assert_eq!(look.iter().map(|arm| arm.rejected).collect::<Vec<bool>>(), differs);
}

#[test]
fn the_funnel_of_a_chatbot() {
    // reThink: shown, asked for more, clicked, called or chatted; of those shown, and step by step.
    let funnel = [2_800_000, 1_656, 490, 68];
    let percent = |count, of, digits: usize| {
        format!("{:.digits$}", 100.0 * Proportion::new(count, of).unwrap().share())
    };
    let of_shown = funnel[1..].iter().map(|count| percent(*count, funnel[0], 4));
    assert_eq!(of_shown.collect::<Vec<_>>(), ["0.0591", "0.0175", "0.0024"]);
    let steps = funnel.windows(2).map(|pair| percent(pair[1], pair[0], 1));
    assert_eq!(steps.collect::<Vec<_>>(), ["0.1", "29.6", "13.9"]);
}

#[test]
fn click_through_of_a_search_engine() {
    // 8.73 % of warnings before the campaign, 15.67 % during it; more than 3 million warnings.
    assert_eq!(format!("{:.3}", 15.67 / 8.73), "1.795");
    // Such a rise is found with a few hundred showings per arm.
    let plan = stats::Plan::new(0.05, 1, 1.0, stats::PlannedVariance::Pooled).unwrap();
    let needed = plan.size_per_arm(0.0873, 0.1567, 0.8).unwrap();
    assert!((300..500).contains(&needed), "{needed}");
}

#[test]
fn newcombe_1998_table_ii() {
    // Columns (a) to (h), method 10.
    let printed = [
        ((56, 70), (48, 80), "0.0524 0.3339"),
        ((9, 10), (3, 10), "0.1705 0.8090"),
        ((6, 7), (2, 7), "0.0582 0.8062"),
        ((5, 56), (0, 29), "-0.0381 0.1926"),
        ((0, 10), (0, 20), "-0.1611 0.2775"),
        ((0, 10), (0, 10), "-0.2775 0.2775"),
        ((10, 10), (0, 20), "0.6791 1.0000"),
        ((10, 10), (0, 10), "0.6075 1.0000"),
    ];
    for (a, b, text) in printed {
        let [a, b] = [a, b].map(|(count, n)| Proportion::new(count, n).unwrap());
        let found = stats::newcombe(a, b);
        assert_eq!(format!("{:.4} {:.4}", found.low, found.high), text);
    }
}
