//! The slowest correct matcher beside the real one: it looks at every row of every list.

use std::collections::BTreeSet;

use exchange::{HashKind, HashValue};
use matching::{
    Answer, Gap, Level, ListReader, Lists, Mode, Nearness, Outcome, Prints, Question, Verdict,
};
use pdq::{Fingerprint, Orientation};
use proptest::prelude::*;

use crate::{add_list, entry, import, listed, near, now, print, private, writer};

/// A list as the twin knows it.
#[derive(Debug, Clone)]
struct List {
    never: bool,
    action: Option<u32>,
    review: u32,
    quality: (u8, u8),
    exact: Level,
    /// On, off, or without a rule, on the surface that is asked about.
    surface: Option<bool>,
    rows: Vec<Row>,
}

#[derive(Debug, Clone)]
struct Row {
    hash: Hash,
    gone: bool,
    denied: bool,
}

#[derive(Debug, Clone)]
enum Hash {
    Print(Fingerprint),
    Md5([u8; 16]),
}

/// A finding as the twin tells it: list, line, level, distance.
type Told = BTreeSet<(String, u64, Level, u32)>;

#[derive(Debug, PartialEq, Eq)]
struct Twin {
    outcome: Outcome,
    findings: Told,
    suppressed: Told,
}

#[derive(Debug, Clone)]
struct Asked {
    prints: Vec<(Orientation, Fingerprint)>,
    quality: Option<u8>,
    md5: Option<[u8; 16]>,
    gap: Option<Gap>,
}

fn twin(lists: &[List], asked: &Asked) -> Twin {
    let (mut found, mut harmless) = (Vec::new(), Vec::new());
    let (mut answered, mut silent) = (false, false);
    for (name, list) in lists.iter().enumerate() {
        let rows = || list.rows.iter().zip(1_u64..).filter(|(row, _)| !row.gone);
        match list.surface {
            Some(false) => continue,
            Some(true) => {}
            None => {
                silent = true;
                continue;
            }
        }
        let holds_prints = rows().any(|(row, _)| matches!(row.hash, Hash::Print(_)));
        let holds_md5 = rows().any(|(row, _)| matches!(row.hash, Hash::Md5(_)));
        let exact = asked.md5.is_some() && holds_md5;
        let low = asked.quality.is_some_and(|quality| quality < list.quality.1);
        let prints = !asked.prints.is_empty() && holds_prints && !low;
        let plain = !asked.prints.is_empty() && low;
        let doubt = holds_prints && (plain || asked.gap.is_some());
        let before = found.len() + harmless.len();
        for (row, line) in rows().filter(|(row, _)| !row.denied) {
            let near = match row.hash {
                Hash::Print(own) if prints => {
                    let distance = asked.prints.iter().map(|(_, print)| print.distance(&own)).min();
                    distance.filter(|distance| *distance <= list.review).map(|near| (near, false))
                }
                Hash::Md5(own) => (exact && asked.md5 == Some(own)).then_some((0, true)),
                Hash::Print(_) => None,
            };
            let Some((distance, exact)) = near else { continue };
            let enough = asked.quality.is_some_and(|quality| quality >= list.quality.0);
            let level = match exact {
                true => list.exact,
                false if enough && list.action.is_some_and(|action| distance <= action) => {
                    Level::Action
                }
                false => Level::Review,
            };
            let finding = (format!("list-{name}"), line, level, distance);
            if list.never { harmless.push((distance, exact)) } else { found.push((finding, exact)) }
        }
        let nothing = found.len() + harmless.len() == before;
        silent |= !list.never && doubt && nothing;
        answered |= !list.never && (exact || prints) && !(doubt && nothing);
    }
    let against = |distance: u32, exact: bool| {
        harmless.iter().any(|(other, same)| *same || (!exact && *other <= distance))
    };
    let (suppressed, findings): (Vec<_>, Vec<_>) =
        found.into_iter().partition(|((_, _, _, distance), exact)| against(*distance, *exact));
    let told = |all: Vec<((String, u64, Level, u32), bool)>| -> Told {
        all.into_iter().map(|(finding, _)| finding).collect()
    };
    let (findings, suppressed) = (told(findings), told(suppressed));
    let outcome = match findings.iter().map(|(_, _, level, _)| *level).max() {
        Some(level) => Outcome::Match { level, complete: !silent },
        None if answered && !silent => Outcome::NoMatch,
        None => Outcome::NotAnswered,
    };
    Twin { outcome, findings, suppressed }
}

fn told(answer: &Answer) -> Twin {
    let one = |finding: &matching::Finding| {
        (finding.list.clone(), finding.provenance.line, finding.level, finding.distance())
    };
    Twin {
        outcome: answer.outcome,
        findings: answer.findings.iter().map(one).collect(),
        suppressed: answer.suppressed.iter().map(|own| one(&own.finding)).collect(),
    }
}

/// Few centres, so that rows, questions and lists come near one another.
fn fingerprint() -> impl Strategy<Value = Fingerprint> {
    (0_u64..4, 0_usize..40).prop_map(|(centre, bits)| near(print(centre), bits))
}

fn md5() -> impl Strategy<Value = [u8; 16]> {
    (0_u64..4).prop_map(|seed| print(seed).0[..16].try_into().unwrap())
}

fn row() -> impl Strategy<Value = Row> {
    let hash = prop_oneof![
        4 => fingerprint().prop_map(Hash::Print),
        1 => md5().prop_map(Hash::Md5),
    ];
    (hash, prop::bool::weighted(0.2), prop::bool::weighted(0.2))
        .prop_map(|(hash, gone, denied)| Row { hash, gone, denied })
}

fn list() -> impl Strategy<Value = List> {
    let exact = prop_oneof![Just(Level::Review), Just(Level::Action)];
    let surface = prop_oneof![6 => Just(Some(true)), 1 => Just(Some(false)), 1 => Just(None)];
    let never = prop::bool::weighted(0.3);
    let rows = prop::collection::vec(row(), 0..12);
    (never, prop::option::of(0_u32..20), 20_u32..=47, 0_u8..60, 60_u8..100, exact, surface, rows)
        .prop_map(|(never, action, review, least, enough, exact, surface, rows)| List {
            never,
            action: action.filter(|_| !never),
            review,
            quality: (enough, least),
            exact,
            surface,
            rows,
        })
}

fn asked() -> impl Strategy<Value = Asked> {
    let prints = prop::collection::vec(fingerprint(), 0..3);
    let gap = prop_oneof![
        6 => Just(None),
        1 => Just(Some(Gap::NotDecoded)),
        1 => Just(Some(Gap::NotWhole)),
        1 => Just(Some(Gap::FirstOf(3))),
    ];
    (prints, prop::option::weighted(0.8, 0_u8..=100), prop::option::of(md5()), gap).prop_map(
        |(prints, quality, md5, gap)| {
            let prints = Orientation::ALL.into_iter().zip(prints).collect();
            Asked { prints, quality, md5, gap }
        },
    )
}

async fn build(dir: &std::path::Path, name: &str, list: &List) {
    let kind = if list.never { "never" } else { "match" };
    let exact = if list.exact == Level::Action { "action" } else { "review" };
    let action = list.action.map(|action| format!("action = {action}\n")).unwrap_or_default();
    let (enough, least) = list.quality;
    let surface = match list.surface {
        Some(on) => format!("[[surface]]\nname = \"asked\"\non = {on}\nbasis = \"invented\"\n"),
        None => "[[surface]]\nname = \"other\"\non = true\nbasis = \"invented\"\n".to_owned(),
    };
    let rules = format!(
        "kind = \"{kind}\"\nexact = \"{exact}\"\n[distance]\n{action}review = {}\n\
         [quality]\naction = {enough}\nreview = {least}\n{surface}",
        list.review
    );
    add_list(dir, name, &rules).await;
    let rows = list.rows.iter().zip(1_u64..).map(|(row, line)| match row.hash {
        Hash::Print(print) => {
            let mut own = listed(print, line);
            own.entry = Some(line.to_string().into());
            own.member = Some("1".into());
            own
        }
        Hash::Md5(md5) => entry(HashKind::Md5, &md5, "1", &line.to_string(), line),
    });
    import(dir, name, rows.collect()).await;
    let mut writer = writer(dir, name).await;
    let numbers = ListReader::open(dir, name).await.unwrap().rows(0, 100).await.unwrap();
    for (row, number) in list.rows.iter().zip(numbers) {
        let number = number.provenance.row;
        if row.denied {
            writer.feedback(number, Verdict::Denied, "a test", now()).await.unwrap();
        }
    }
    for (row, line) in list.rows.iter().zip(1..) {
        if row.gone {
            let line: u64 = line;
            assert_eq!(writer.withdraw_entry(Some("1"), &line.to_string()).await.unwrap(), 1);
        }
    }
}

async fn compare(lists: Vec<List>, asked: Vec<Asked>) -> Result<(), TestCaseError> {
    let dir = private();
    for (number, list) in lists.iter().enumerate() {
        build(dir.path(), &format!("list-{number}"), list).await;
    }
    let real = Lists::open(dir.path(), Mode::Reading).await.unwrap();
    let question = |asked: &Asked| Question {
        pdq: (!asked.prints.is_empty())
            .then(|| Prints { prints: asked.prints.clone(), quality: asked.quality }),
        exact: asked.md5.iter().flat_map(|md5| HashValue::from_bytes(HashKind::Md5, md5)).collect(),
        surface: Some("asked".to_owned()),
        region: None,
        gap: asked.gap,
    };
    let questions: Vec<Question> = asked.iter().map(question).collect();
    let together = real.ask_many(&questions, now()).await;
    for ((asked, question), answer) in asked.iter().zip(&questions).zip(&together) {
        let asked =
            Asked { quality: asked.quality.filter(|_| !asked.prints.is_empty()), ..asked.clone() };
        prop_assert_eq!(told(answer), twin(&lists, &asked));
        prop_assert_eq!(&real.ask(question, now()).await, answer, "alone and together");
        let exact = answer.findings.iter().filter(|own| matches!(own.nearness, Nearness::Exact(_)));
        prop_assert!(exact.count() <= 12 * lists.len());
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(60))]

    #[test]
    fn lists_say_what_the_slow_twin_says(
        lists in prop::collection::vec(list(), 1..4),
        asked in prop::collection::vec(asked(), 1..30),
    ) {
        let runtime = tokio::runtime::Builder::new_multi_thread()
            .worker_threads(2).enable_all().build().unwrap();
        runtime.block_on(compare(lists, asked))?;
    }
}
