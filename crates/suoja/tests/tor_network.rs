//! The survey through Tor itself: a private network on loopback, an onion service with the lines
//! that `suoja tor config` prints, and the door on a Unix socket behind it.
#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test that cannot go on has failed"
)]

use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::net::Ipv6Addr;
use std::path::{Path, PathBuf};
use std::process::Command;

use common::{Answer, Door, SUOJA, Study, Visitor, run, text};
use network::Network;
use trace::{calls, finished, traced};

#[cfg(test)]
#[expect(dead_code, reason = "shared with tests that connect to a port and read stores")]
mod common;
#[cfg(test)]
mod network;
#[cfg(test)]
#[expect(dead_code, reason = "shared with the test that replays writes")]
mod trace;

/// Requests that a circuit may make at once. The survey takes 13, so that only a flood meets it.
const PER_MINUTE: usize = 20;
/// Words that nobody else writes: in the survey's free text, and in the head of each request.
const WORDS: [&str; 2] = ["quietlywrittenwords", "an-unusual-browser"];
/// Has the door listen on a Unix socket.
fn listen_on_a_socket(study: &Study) -> PathBuf {
    let socket = study.server().join("reach.sock");
    let config = fs::read_to_string(study.config()).unwrap();
    let unix = format!("unix:{}", socket.display());
    fs::write(study.config(), config.replace("127.0.0.1:0", &unix)).unwrap();
    socket
}

/// What `suoja tor config` prints for an onion service before that socket.
fn lines_for_tor(study: &Study, socket: &Path) -> String {
    let printed = run(Command::new(SUOJA).args(["tor", "config", "--config"]).arg(study.config()));
    let lines = text(&printed.stdout);
    let target = format!("HiddenServicePort 80 unix:{}\n", socket.display());
    for line in [&target, "HiddenServicePoWDefensesEnabled 1\n"] {
        assert!(lines.contains(line), "{lines}{}", text(&printed.stderr));
    }
    let modules = Command::new("tor").arg("--list-modules").output();
    let modules = text(&modules.expect("this test needs the package tor").stdout);
    assert!(modules.contains("pow: yes"), "this test needs a tor with proof of work: {modules}");
    lines
}

/// Someone with circuits of their own.
fn visitor(network: &Network, name: &str) -> Visitor {
    let mut visitor = Visitor::through(network.way_in(name).tunnel(), "fr");
    visitor.headers = format!("User-Agent: {}\r\n", WORDS[1]);
    visitor
}

/// Fills in the French survey from the entrance to the thanks; returns how many pages were sent.
fn fill_in(visitor: &mut Visitor) -> io::Result<usize> {
    let entrance = visitor.enter()?;
    assert!(entrance.body.contains("lang=\"fr\""), "{}", entrance.body);
    let pages: [&[(&str, &str)]; 9] = [
        &[("wish_stop", "yes")],
        &[("tried_stop", "several"), ("help_sought", "yes_professional")],
        &[("attempts_longest", "not_again"), ("help_received", "partly")],
        &[("first_age", "age_13_17"), ("first_way", "looking_for_it")],
        &[("how_often", "weekly"), ("days_month", "12"), ("how_long", "from_3_years")],
        &[("distress", "7"), ("self_harm_thoughts", "never")],
        &[("contact_thought", "sometimes")],
        &[("contact_sought", "never")],
        &[("would_help", "talk_anonymous"), ("would_help_words", WORDS[0])],
    ];
    for (at, page) in pages.iter().enumerate() {
        let answer = visitor.press("next", page)?;
        assert_eq!(answer.status, 200, "page {at}: {}", answer.body);
        let thanks = answer.body.contains("<h1>Merci</h1>");
        assert_eq!(thanks, at + 1 == pages.len(), "page {at}: {}", answer.body);
    }
    Ok(pages.len())
}

/// Asks until the door holds this visitor back; returns how often it did not.
fn until_held_back(visitor: &Visitor) -> (usize, Answer) {
    // While the noisy one asks, the door grants a request more every three seconds.
    for taken in 0..3 * PER_MINUTE {
        let answer = visitor.get().unwrap();
        if answer.status == 429 {
            return (taken, answer);
        }
        assert_eq!(answer.status, 200, "{}", answer.body);
    }
    panic!("{} requests of one circuit were served", 3 * PER_MINUTE);
}

fn a_noisy_circuit_is_held_back_and_another_is_served(network: &Network) {
    let (noisy, quiet) = (visitor(network, "noisy"), visitor(network, "quiet"));
    // Its circuit is built before the flood, so that later answers come while that lasts.
    assert_eq!(quiet.get().unwrap().status, 200);
    let (taken, held) = until_held_back(&noisy);
    assert!(taken >= PER_MINUTE, "held back after {taken} requests");
    for words in ["Un peu trop vite", "Attendez une minute", "lang=\"fr\""] {
        assert!(held.body.contains(words), "{}", held.body);
    }
    for _ in 0..3 {
        assert_eq!(quiet.get().unwrap().status, 200, "another circuit is served");
        until_held_back(&noisy);
    }
    println!("one circuit was held back after {taken} requests, another was served");
}

/// `suoja directory check --tor` asks an onion service of the directory through tor itself.
fn the_directory_check_reaches_it(study: &Study, network: &Network) {
    let file = study.path().join("helplines.toml");
    let onion = network.onion();
    let text_of = format!(
        "languages = [\"en\"]\n\n[[helpline]]\nid = \"invented\"\ncountry = \"BE\"\nlanguages = [\"fr\"]\n\
         for = [\"self\"]\nname = \"Invented\"\nonion = \"http://{onion}/\"\nsource = \"an invented page\"\n\
         as_of = \"2026\"\n"
    );
    fs::write(&file, text_of).unwrap();
    let mut check = Command::new(SUOJA);
    check.args(["directory", "check", "--format", "json", "--file"]).arg(file);
    let checked = run(check.arg("--tor").arg(network.way_in("directory").proxy.to_string()));
    let said: serde_json::Value = serde_json::from_slice(&checked.stdout).unwrap();
    assert!(checked.status.success(), "{said}{}", text(&checked.stderr));
    assert_eq!(said["pages"][0]["wrong"], false, "{said}");
    assert!(said["pages"][0]["tor"].to_string().contains("200"), "{said}");
    println!("the directory's check reached the onion service through tor");
}

/// What a record of the door's process says: what came in from tor, and what it wrote elsewhere.
struct Written {
    came_in: Vec<u8>,
    out: Vec<u8>,
}

fn read(record: &str) -> Written {
    let mut written = Written { came_in: Vec::new(), out: Vec::new() };
    for call in calls(record) {
        let reads = matches!(call.name.as_str(), "recvfrom" | "recvmsg" | "read" | "readv");
        let into = match (call.on_socket(), reads) {
            (true, true) => &mut written.came_in,
            (false, false) => &mut written.out,
            // Answers to visitors, and files that were only read.
            _ => continue,
        };
        call.strings.iter().for_each(|bytes| into.extend(bytes));
    }
    written
}

/// How many connections came from each circuit, by the lines with which tor began them.
fn circuits(came_in: &[u8]) -> BTreeMap<Ipv6Addr, usize> {
    let mut circuits = BTreeMap::new();
    for after in text(came_in).split("PROXY TCP6 ").skip(1) {
        let source = after.split(' ').next().unwrap();
        *circuits.entry(source.parse().unwrap()).or_default() += 1;
    }
    circuits
}

fn contains(hay: &[u8], needle: &[u8]) -> bool {
    hay.windows(needle.len()).any(|window| window.eq_ignore_ascii_case(needle))
}

/// The ways in which something that tells visitors apart could be written.
fn spellings(circuit: Ipv6Addr) -> Vec<Vec<u8>> {
    let octets = circuit.octets();
    let hex: String = octets.iter().map(|octet| format!("{octet:02x}")).collect();
    vec![
        circuit.to_string().into_bytes(),
        hex.into_bytes(),
        circuit.to_bits().to_string().into_bytes(),
        octets.to_vec(),
        octets.iter().rev().copied().collect(),
        // All of them, whatever their number.
        b"fc00:dead:beef".to_vec(),
        octets[..8].to_vec(),
        octets[..8].iter().rev().copied().collect(),
    ]
}

/// Every file below the server's folder.
fn files(folder: &Path, into: &mut Vec<u8>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            files(&path, into);
        } else {
            // The socket cannot be read.
            into.extend(fs::read(&path).unwrap_or_default());
        }
    }
}

fn nothing_of_circuits_or_visitors_is_written(study: &Study, onion: &str, mut written: Written) {
    files(&study.server(), &mut written.out);
    let Written { came_in, out } = written;
    let circuits = circuits(&came_in);
    println!("requests by circuit: {:?}", circuits.values());
    assert!(circuits.len() >= 3, "three visitors have circuits of their own: {circuits:?}");
    assert!(circuits.values().any(|count| *count > PER_MINUTE), "one is noisy: {circuits:?}");
    // The search can find something: all came in, and our own words went out.
    let name = onion.strip_suffix(".onion").unwrap();
    let words = WORDS.into_iter().chain([name]);
    for word in words.clone().chain(["fc00:dead:beef"]) {
        assert!(contains(&came_in, word.as_bytes()), "{word} did not come in");
    }
    assert!(contains(&out, b"Survey on unix:") && contains(&out, b"CREATE TABLE part"));
    for word in words {
        assert!(!contains(&out, word.as_bytes()), "{word} was written");
    }
    for (circuit, spelling) in circuits
        .keys()
        .flat_map(|circuit| spellings(*circuit).into_iter().map(move |s| (circuit, s)))
    {
        assert!(!contains(&out, &spelling), "{circuit} was written: {}", text(&spelling));
    }
    println!("{} bytes came in, {} bytes written or left were searched", came_in.len(), out.len());
}

fn the_answers_arrived(study: &Study, pages: usize) {
    let opened = run(Command::new(SUOJA).args(["open", "--config"]).arg(study.config()));
    let said = text(&opened.stdout);
    assert!(said.contains(&format!("{pages} pages of 1 people opened.")), "{said}");
    let folder = study.path().join("researcher/opened");
    let answers = fs::read_to_string(folder.join("answers.jsonl")).unwrap();
    for expected in ["\"language\":\"fr\"", "\"complete\":true", "\"days_month\":12"] {
        assert!(answers.contains(expected), "{answers}");
    }
    assert!(fs::read_to_string(folder.join("texts.jsonl")).unwrap().contains(WORDS[0]));
}

#[test]
#[ignore = "needs a minute and a private Tor network: cargo xtask tor"]
fn the_survey_is_filled_in_through_tor_and_a_noisy_circuit_is_held_back() {
    let study = Study::new(&format!("circuits = true\nper_circuit_per_minute = {PER_MINUTE}"));
    let socket = listen_on_a_socket(&study);
    let lines = lines_for_tor(&study, &socket);
    let (record, stderr) = (study.path().join("record.strace"), study.path().join("stderr"));
    let door = Door::start_on_socket(&mut traced(&study.serve(), &record), &stderr);
    assert_eq!(door.address, socket);

    let network = Network::start(&lines);
    let begun = std::time::Instant::now();
    let pages = fill_in(&mut visitor(&network, "writer")).unwrap();
    println!("filled in after {:?}", begun.elapsed());
    a_noisy_circuit_is_held_back_and_another_is_served(&network);
    the_directory_check_reaches_it(&study, &network);
    let onion = network.onion();
    drop(network);

    let pid = door.child.id();
    door.close();
    assert_eq!(fs::read_to_string(stderr).unwrap(), "", "nobody writes a word about a visitor");
    nothing_of_circuits_or_visitors_is_written(&study, &onion, read(&finished(&record, pid)));
    the_answers_arrived(&study, pages);
}
