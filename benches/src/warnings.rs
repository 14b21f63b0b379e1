//! Decisions on queries per second, in process and over a socket.

use std::fs;
use std::io::{BufRead, BufReader};
use std::net::SocketAddr;
use std::path::Path;
use std::process::{Child, ChildStdout, Command, Stdio};

use aho_corasick::AhoCorasick;
use anyhow::{Context, Result, ensure};
use rustix::process::{Pid, Signal, kill_process};
use trigger::{ListKey, Source, Trigger, compile};

use crate::args::Plan;
use crate::lists::Invented;
use crate::measures::{Measures, Side, Title};
use crate::silent::Silent;
use crate::study::content;
use crate::{work, wrk};

/// A size of lists, with its benches.
struct Size {
    phrases: usize,
    in_process: Title,
    /// Over a socket.
    socket: Title,
}

const SIZES: [Size; 3] = [
    Size {
        phrases: 1_000,
        in_process: Title {
            text: "decisions per second and core, list of 1,000 phrases",
            aim: None,
        },
        socket: Title {
            text: "decisions per second over loopback, list of 1,000 phrases",
            aim: None,
        },
    },
    Size {
        phrases: 100_000,
        in_process: Title {
            text: "decisions per second and core, list of 100,000 phrases",
            aim: Some(2e5),
        },
        socket: Title {
            text: "decisions per second over loopback, list of 100,000 phrases",
            aim: Some(2e4),
        },
    },
    Size {
        phrases: 1_000_000,
        in_process: Title {
            text: "decisions per second and core, list of 1,000,000 phrases",
            aim: None,
        },
        socket: Title {
            text: "decisions per second over loopback, list of 1,000,000 phrases",
            aim: None,
        },
    },
];
const OWN: (Side, &str) = (Side::Own, "Suoja: keyed hashes of normalised grams");
const SCAN: (Side, &str) =
    (Side::Reference, "aho-corasick: a scan for the plain list, neither hashed nor normalised");

/// Measures decisions.
///
/// # Errors
/// When a decision is another than expected.
pub fn run(plan: &Plan, room: &Path, measures: &mut Measures) -> Result<()> {
    for size in SIZES.iter().take(if plan.peers { 3 } else { 1 }) {
        let invented = Invented::new(size.phrases, plan.queries);
        in_process(plan, &invented, size.in_process, measures)?;
        over_loopback(plan, &invented, size.socket, room, measures)?;
    }
    Ok(())
}

fn load(invented: &Invented) -> Result<Trigger> {
    let key = ListKey::new([9; 32]);
    let source = Source::parse("list", &invented.text()).ok().context("the list is refused")?;
    Ok(Trigger::load(&compile(&source, &key)?.to_bytes(), &key)?)
}

fn in_process(
    plan: &Plan,
    invented: &Invented,
    title: Title,
    measures: &mut Measures,
) -> Result<()> {
    let trigger = load(invented)?;
    let count = invented.queries.len() * plan.repeats;
    let decide = |met: &dyn Fn(&str) -> bool| {
        work::rate(count, || {
            for _ in 0..plan.repeats {
                let found = invented.queries.iter().filter(|query| met(query)).count();
                ensure!(found == invented.met, "{found} of {} queries were met", invented.met);
            }
            Ok(())
        })
    };
    measures.measure(title, OWN, || decide(&|query| trigger.decide(query).warn))?;
    // Spaces around both make every match one of whole words.
    let patterns = invented.phrases.iter().map(|phrase| format!(" {phrase} "));
    let scan = AhoCorasick::builder().ascii_case_insensitive(true).build(patterns)?;
    measures.measure(title, SCAN, || decide(&|query| scan.is_match(&format!(" {query} "))))
}

fn over_loopback(
    plan: &Plan,
    invented: &Invented,
    title: Title,
    room: &Path,
    measures: &mut Measures,
) -> Result<()> {
    let room = room.join(format!("warnings-{}", invented.phrases.len()));
    fs::create_dir(&room)?;
    let door = Door::open(&work::suoja()?, &room, invented)?;
    door.check(invented)?;
    if !plan.peers {
        return door.close();
    }
    let script = room.join("ask.lua");
    fs::write(&script, lua(&door.key, &invented.queries))?;
    let row = (Side::Own, "Suoja: `suoja serve --door service`, key checked, JSON answered");
    measures.measure(title, row, || Ok((wrk::ask(plan, door.address, &script)?, ())))?;
    door.close()?;
    let peer = Silent::start(&room)?;
    let row = (Side::Reference, "limit: nginx answers 204 to the same requests and looks at none");
    measures.measure(title, row, || Ok((wrk::ask(plan, peer.address, &script)?, ())))
}

/// Queries in turn, as an engine sends them.
fn lua(key: &str, queries: &[String]) -> String {
    let bodies: Vec<String> = queries
        .iter()
        .take(512)
        .map(|query| format!("\"q={}&language=fr&channel=web\"", query.replace(' ', "+")))
        .collect();
    format!(
        "wrk.method = \"POST\"\nwrk.path = \"/v1/decide\"\n\
         wrk.headers[\"Authorization\"] = \"Bearer {key}\"\n\
         wrk.headers[\"Content-Type\"] = \"application/x-www-form-urlencoded\"\n\
         local bodies = {{ {} }}\nlocal at = 0\n\
         request = function()\n  at = at % #bodies + 1\n\
         \x20 return wrk.format(nil, nil, nil, bodies[at])\nend\n",
        bodies.join(",\n")
    )
}

/// The door for search engines.
struct Door {
    process: Child,
    /// Open as long as it may say something.
    _said: BufReader<ChildStdout>,
    address: SocketAddr,
    key: String,
}

impl Door {
    fn open(suoja: &Path, room: &Path, invented: &Invented) -> Result<Self> {
        let file = |name: &str| room.join(name);
        fs::write(file("list.txt"), invented.text())?;
        let mut compile = Command::new(suoja);
        compile.args(["warning", "compile"]).arg(file("list.txt"));
        compile.arg("--key").arg(file("list.key")).arg("--to").arg(file("list.suoja"));
        work::run(&mut compile)?;
        let mut key = Command::new(suoja);
        work::run(key.args(["warning", "key", "--to"]).arg(file("service.key")))?;
        let config = format!(
            "[service]\nlisten = \"127.0.0.1:0\"\nkey = \"service.key\"\nlist = \"list.suoja\"\n\
             list_key = \"list.key\"\nallow_unreviewed = true\n\
             helplines = \"{}/helplines/helplines.toml\"\n\
             [service.channels.web]\nreach = \"http://reach.example\"\n\
             back = \"http://engine.example/\"\n",
            content().display()
        );
        fs::write(file("service.toml"), config)?;
        let mut serve = Command::new(suoja);
        serve.arg("serve").arg("--config").arg(file("service.toml")).stdin(Stdio::null());
        let mut process = serve.stdout(Stdio::piped()).spawn().context("suoja does not start")?;
        let said = process.stdout.take().context("suoja says nothing")?;
        let mut said = BufReader::new(said);
        let mut line = String::new();
        said.read_line(&mut line)?;
        let address = line.split_once("http://").and_then(|(_, rest)| rest.split('/').next());
        let address = address.context("suoja does not say where it is")?.parse()?;
        let key = fs::read_to_string(file("service.key"))?.trim().to_owned();
        Ok(Self { process, _said: said, address, key })
    }

    /// Every query gets the right answer over the wire.
    fn check(&self, invented: &Invented) -> Result<()> {
        let mut client = crate::http::Client::connect(self.address, false)?;
        let mut met = 0;
        let some = invented.queries.len().min(512);
        for query in &invented.queries[..some] {
            let form = format!("q={}&language=fr&channel=web", query.replace(' ', "+"));
            let reply = client.post_as("/v1/decide", &form, &self.key)?;
            ensure!(reply.status == 200, "status {}", reply.status);
            met += usize::from(reply.body.starts_with(b"{\"warn\":true"));
        }
        ensure!(met == some.div_ceil(8), "{met} of {some} queries were met");
        Ok(())
    }

    fn close(mut self) -> Result<()> {
        let id = i32::try_from(self.process.id()).ok().and_then(Pid::from_raw);
        kill_process(id.context("suoja has no process id")?, Signal::TERM)?;
        ensure!(self.process.wait()?.success(), "suoja did not end well");
        Ok(())
    }
}

impl Drop for Door {
    fn drop(&mut self) {
        // After `close` it has ended already; then this does nothing.
        _ = self.process.kill();
        _ = self.process.wait();
    }
}
