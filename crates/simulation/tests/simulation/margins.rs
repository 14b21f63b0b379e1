//! Every margin comes out on the base that it is a share of.

use crate::common::{Read, instruments, is, read, simulated, spec};
use instrument::Instrument;
use simulation::{Group, Margin, Tag, simulate};

/// People of the margin's base, and those of them who are counted.
fn count(instruments: &[Instrument; 2], people: &[Read], margin: &Margin) -> (u64, u64) {
    let (of, base) = match margin.base.strip_prefix("of those who answered ") {
        Some(question) => (true, question),
        None => (false, margin.base.strip_prefix("of those asked ").unwrap()),
    };
    let group = people.iter().filter(|own| margin.group == Group::All || own.french());
    let mut n = 0;
    let mut k = 0;
    for own in group {
        let in_base = if of { own.answered(base) } else { own.answers.contains_key(base) };
        n += u64::from(in_base);
        let value = own.answers.get(&margin.question);
        let counted =
            value.is_some_and(|own| is(instruments, &margin.question, own, &margin.option));
        assert!(in_base || !counted);
        k += u64::from(counted);
    }
    (n, k)
}

fn percent(n: u64, k: u64) -> u64 {
    (200 * k + n) / (2 * n)
}

#[test]
fn every_margin_comes_out_to_the_nearest_person() {
    let (instruments, people) = (instruments(), simulated());
    for margin in spec().margins() {
        let (n, k) = count(&instruments, &people, &margin);
        let off = (k as f64 - margin.value.value() * n as f64).abs();
        // Options that share a base leave each other their remainders, and shares of a base that
        // is itself rounded add one.
        assert!(off < 1.5, "{margin:?}: {k} of {n}");
    }
}

#[test]
fn published_figures_and_their_bases() {
    let (instruments, people) = (instruments(), simulated());
    let mut lines = Vec::new();
    for margin in spec().margins() {
        let told = matches!(margin.tag, Tag::Published { .. })
            || margin.note.is_some() && margin.option.contains('+')
            || (margin.question.as_str(), margin.option.as_str()) == ("help_sought", "no");
        if told {
            let (n, k) = count(&instruments, &people, &margin);
            let Margin { question, option, group, value, tag, .. } = margin;
            let percent = percent(n, k);
            lines.push(format!(
                "{question} {option} {group}: {value} {}: {k}/{n} = {percent}",
                tag.name()
            ));
        }
    }
    let expected = [
        "wish_stop yes fr: 57 % published: 222/389 = 57",
        "wish_stop yes all: 48 % published: 11243/23424 = 48",
        "help_sought no fr: 65 % assumed: 152/234 = 65",
        "help_sought no all: 53 % assumed: 7448/14054 = 53",
        "first_way accident fr: 51 % published: 70/138 = 51",
        "first_way pornography fr: 13 % published: 18/138 = 13",
        "contact_thought sometimes+often fr: 41 % published: 41/100 = 41",
        "contact_sought once+several fr: 27 % published: 27/100 = 27",
        "contact_sought once+several fr: 65.85 % derived: 27/41 = 66",
        "contact_sought once+several all: 38 % assumed: 2286/6015 = 38",
        "contact_sought once+several all: 73.08 % derived: 2286/3128 = 73",
    ];
    assert_eq!(lines, expected, "{lines:#?}");
}

#[test]
fn published_figures_hold_for_any_seed() {
    let instruments = instruments();
    for seed in [0, 1, 399, u64::MAX] {
        let sent = simulate(&spec().with_seed(seed), &instruments.each_ref()).unwrap();
        let people = read(&instruments, sent);
        for margin in spec().margins() {
            if let Tag::Published { .. } = margin.tag {
                let (n, k) = count(&instruments, &people, &margin);
                let wanted = (margin.value.value() * 100.0).round() as u64;
                assert_eq!(percent(n, k), wanted, "{margin:?}: {k} of {n}");
            }
        }
    }
}

#[test]
fn every_number_has_a_tag_that_says_something() {
    let spec = spec();
    let margins = spec.margins().into_iter().map(|own| (own.question, own.tag));
    let settings = spec.settings().into_iter().map(|own| (own.name, own.tag));
    for (name, tag) in margins.chain(settings) {
        assert!(tag.note().len() >= 5, "{name}: {tag}");
    }
}

#[test]
fn what_is_published_is_what_the_statement_says() {
    let published: Vec<String> = spec()
        .margins()
        .iter()
        .filter(|own| matches!(own.tag, Tag::Published { .. }))
        .map(|own| format!("{} {} {} {}", own.question, own.option, own.group, own.value))
        .collect();
    let expected = [
        "wish_stop yes fr 57 %",
        "wish_stop yes all 48 %",
        "first_way accident fr 51 %",
        "first_way pornography fr 13 %",
        "contact_thought sometimes+often fr 41 %",
        "contact_sought once+several fr 27 %",
    ];
    assert_eq!(published, expected);
    let reading = spec().margins();
    let never = |group: &Group| {
        let own = |own: &&Margin| own.question == "help_sought" && own.option == "no";
        reading.iter().filter(own).find(|own| own.group == *group).cloned().unwrap()
    };
    let all = never(&Group::All);
    assert!(matches!(&all.tag, Tag::Assumed { why } if why.contains("percentage points")));
    assert!(matches!(&all.tag, Tag::Assumed { why } if why.contains("The other reading")));
    assert_eq!(all.value.value(), 0.53);
}

#[test]
fn sought_contact_is_derived_for_those_asked() {
    let margins = spec().margins();
    let asked = margins.iter().find(|own| {
        own.question == "contact_sought"
            && own.option == "once+several"
            && own.base.starts_with("of those asked")
    });
    let asked = asked.unwrap();
    assert_eq!(asked.value.to_string(), "65.85 %");
    assert_eq!(asked.tag, Tag::Derived { from: "27 % / 41 %".to_owned() });
}
