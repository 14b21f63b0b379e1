//! Queries in several scripts, all about teapots.

use trigger::{MOST_BYTES, MOST_TOKENS};

use crate::world::trigger;

const LIST: &str = "
[words]
zumbrelka
чайник
إبريق
茶壺
กาชา
चायदानी
[phrases]
seven blue teapots
синий чайник со свистком
藍色 茶壺
[exceptions]
zumbrelka museum
茶壺博物館
[services]
zumbrelka help line
";

#[test]
fn listed_words_and_phrases_are_met_in_every_script() {
    let trigger = trigger(LIST);
    for query in [
        "zumbrelka",
        "Where is the ZUMBRELKA?",
        "seven blue teapots",
        "buy seven  blue-teapots online",
        "Купить чайник недорого",
        "أريد إبريق الآن",
        "ابريق",
        "買茶壺",
        "我想買藍色茶壺嗎",
        "ซื้อกาชาที่ไหน",
        "नई चायदानी",
        "ｚｕｍｂｒｅｌｋａ",
        "z u m b r e l k a",
    ] {
        assert!(trigger.decide(query).warn, "{query}");
    }
}

#[test]
fn other_words_pass() {
    let trigger = trigger(LIST);
    for query in [
        "",
        " ",
        "zumbrelkas",
        "blue teapots",
        "seven teapots",
        "seven blue big teapots",
        "чай",
        "茶",
        "壺茶",
        "कप",
        "a b c",
        "!!!",
        "\u{0}\u{ffff}",
    ] {
        let decision = trigger.decide(query);
        assert!(!decision.warn && decision.complete, "{query:?}");
    }
}

#[test]
fn what_lies_inside_an_exception_or_a_service_does_not_count() {
    let trigger = trigger(LIST);
    for query in ["zumbrelka museum", "the Zumbrelka help line, please", "去茶壺博物館"] {
        assert!(!trigger.decide(query).warn, "{query}");
    }
    for query in ["zumbrelka museum zumbrelka", "museum zumbrelka", "help line zumbrelka"] {
        assert!(trigger.decide(query).warn, "{query}");
    }
}

#[test]
fn a_long_query_is_bounded_and_says_so() {
    let trigger = trigger(LIST);
    let many = format!("{} zumbrelka", vec!["tea"; MOST_TOKENS].join(" "));
    let decision = trigger.decide(&many);
    assert!(!decision.warn && !decision.complete);
    let long = format!("zumbrelka {}", "x".repeat(1 << 20));
    let decision = trigger.decide(&long);
    assert!(decision.warn && !decision.complete, "its beginning decides");
    let fits = format!("zumbrelka {}", "x".repeat(MOST_BYTES - 10));
    assert!(trigger.decide(&fits).complete);
}

#[test]
fn nothing_that_is_printed_has_the_list_in_it() {
    let trigger = trigger(LIST);
    let shown = format!("{trigger:?} {:?}", trigger.decide("zumbrelka"));
    assert!(!shown.contains("zumbrelka") && !shown.contains("чайник"), "{shown}");
    assert_eq!(trigger.info().entries, 12);
}
