//! Pages on this machine, a proxy that stands for Tor, and no line of anyone.

mod servers;

use std::time::Duration;

use ::directory::Address;

use super::answer::{Answer, Asked, Verdict};
use super::ask::{LIMITS, Limits, Ways, ask_all};
use servers::{Pages, Socks};

const SHORT: Limits = Limits {
    direct: Duration::from_secs(2),
    tor: Duration::from_secs(2),
    bytes: 100_000,
    ..LIMITS
};

fn address(url: impl Into<String>) -> Address {
    Address { id: "invented".to_owned(), url: url.into() }
}

fn ask(url: &str, ways: Ways) -> Asked {
    let mut asked = ask_all(&[address(url)], ways, SHORT, &|| {}).unwrap();
    asked.remove(0)
}

const DIRECT: Ways = Ways { direct: true, tor: None };

fn direct(url: &str) -> Answer {
    ask(url, DIRECT).direct.unwrap()
}

fn why(answer: Answer) -> String {
    match answer {
        Answer::Silent { why } => why,
        other => panic!("{other} is an answer"),
    }
}

#[test]
fn a_page_answers_or_says_why_not() {
    let pages = Pages::serve();
    assert_eq!(direct(&pages.url("/ok")), Answer::Answers { status: 200 });
    assert_eq!(direct(&pages.url("/moved-here")), Answer::Answers { status: 200 });
    assert_eq!(direct(&pages.url("/missing")), Answer::Refuses { status: 404 });
    let elsewhere = direct(&pages.url("/moved-away"));
    assert_eq!(elsewhere, Answer::Elsewhere { status: 200, host: "localhost".to_owned() });
    assert_eq!(why(direct(&pages.url("/round"))), "more than 5 redirects");
    assert_eq!(why(direct(&pages.url("/silent"))), "nothing within 2 s");
    assert!(!why(direct("http://127.0.0.1:1/")).is_empty());
    // A server that speaks no TLS is no answer to https.
    let secure = pages.url("/ok").replace("http://", "https://");
    assert!(!why(direct(&secure)).is_empty());
    let seen = pages.seen();
    assert!(seen.iter().all(|request| request.contains("user-agent: suoja-directory-check/")));
    assert!(seen.iter().all(|request| request.starts_with("GET ") && !request.contains("cookie")));
}

#[test]
fn a_page_without_end_is_read_to_the_limit() {
    let pages = Pages::serve();
    assert_eq!(direct(&pages.url("/endless")), Answer::Answers { status: 200 });
    let sent = pages.sent();
    assert!(sent < 20_000_000, "{sent} bytes were taken");
}

#[test]
fn few_are_asked_at_once_and_each_is_counted() {
    let pages = Pages::serve();
    let addresses: Vec<Address> = (0..12).map(|_| address(pages.url("/slow"))).collect();
    let count = std::sync::atomic::AtomicUsize::new(0);
    let done = || {
        count.fetch_add(1, std::sync::atomic::Ordering::Relaxed);
    };
    let asked = ask_all(&addresses, DIRECT, SHORT, &done).unwrap();
    assert!(asked.iter().all(|own| own.verdict() == Verdict::Answers));
    assert_eq!(count.into_inner(), 12);
    assert!((2..=SHORT.at_once).contains(&pages.most_at_once()), "{}", pages.most_at_once());
}

#[test]
fn over_tor_the_proxy_gets_the_name_and_nothing_is_asked_in_another_way() {
    let pages = Pages::serve();
    let socks = Socks::serve(pages.port());
    let ways = Ways { direct: false, tor: Some(socks.address()) };
    // No resolver knows this name: an answer means that the proxy was given it.
    let asked = ask("http://help.invalid/ok", ways);
    assert_eq!(asked.tor, Some(Answer::Answers { status: 200 }));
    assert_eq!((asked.direct.clone(), asked.verdict()), (None, Verdict::Answers));
    assert_eq!(socks.names(), ["help.invalid:80"]);
    assert!(pages.seen()[0].contains("host: help.invalid"));
    // A redirect to another name goes the same way.
    let asked = ask("http://help.invalid/moved-to-name", ways);
    let elsewhere = Answer::Elsewhere { status: 200, host: "other.invalid".to_owned() };
    assert_eq!((asked.verdict(), asked.tor), (Verdict::Elsewhere, Some(elsewhere)));
    assert_eq!(socks.names()[1..], ["help.invalid:80", "other.invalid:80"]);
}

#[test]
fn a_page_that_only_tor_cannot_reach_blocks_it() {
    let pages = Pages::serve();
    let socks = Socks::refusing();
    let both = Ways { direct: true, tor: Some(socks.address()) };
    let asked = ask(&pages.url("/ok"), both);
    assert_eq!((asked.verdict(), asked.is_wrong()), (Verdict::BlocksTor, true));
    // What answers in no way is not said to block anything.
    assert_eq!(ask("http://127.0.0.1:1/", both).verdict(), Verdict::Silent);
    let onion = address("http://example.onion/");
    assert_eq!(DIRECT.of(std::slice::from_ref(&onion)), [], "an onion service needs Tor");
    let asked = ask_all(&both.of(&[onion]), both, SHORT, &|| {}).unwrap();
    assert_eq!((asked[0].direct.clone(), asked[0].verdict()), (None, Verdict::Silent));
    // No proxy at all: it says so, and nothing is asked around it.
    let before = pages.seen().len();
    for at in ["127.0.0.1:1", "[::1]:1"] {
        let nobody = Ways { direct: false, tor: Some(at.parse().unwrap()) };
        assert_eq!(ask(&pages.url("/ok"), nobody).verdict(), Verdict::Silent);
    }
    assert_eq!(pages.seen().len(), before);
}
