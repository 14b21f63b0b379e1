//! Matches over HTTP: the listener for platforms, asked about one hash a request.

use std::fs;
use std::io::{BufRead, BufReader, BufWriter, Write};
use std::net::SocketAddr;
use std::path::Path;
use std::process::{Child, ChildStdout, Command, Stdio};
use std::time::{Duration, Instant};

use anyhow::{Context, Result, ensure};
use pdq::Fingerprint;
use rustix::process::{Pid, Signal, kill_process};
use serde_json::Value;

use super::hashes::{Question, listed, questions};
use crate::args::{Args, Plan};
use crate::http::Client;
use crate::measures::{Bound, Measures, Side, Target, Title};
use crate::silent::Silent;
use crate::{work, wrk};

/// Hashes on the list.
const LISTED: u32 = 10_000_000;
const FEW: u32 = 1_000;
/// Questions that are sent in turn.
const QUESTIONS: usize = 512;
/// Connections, each with one question at a time: what the machine's two cores can have in their hands,
/// and a crowd.
const CONNECTIONS: [usize; 2] = [4, 32];
/// How long lists may take to be ready.
const PATIENCE: Duration = Duration::from_secs(300);
/// A round of questions that takes more than this part of the time of the round before is no faster.
const STEADY: f64 = 0.8;
/// Between two rounds: tables for ten million hashes take some seconds.
const PAUSE: Duration = Duration::from_secs(5);
/// Questions that the key may ask in a minute: no limit that would be met.
const PER_MINUTE: &str = "4000000000";

/// The title and rows of each number of connections.
const TITLES: [Title; 2] = [
    Title {
        text: "matches per second over loopback, one hash each, 4 connections",
        aim: Some(5e3),
    },
    Title { text: "matches per second over loopback, one hash each, 32 connections", aim: None },
];
const OWN: (Side, &str) = (Side::Own, "Suoja: `suoja serve --door matching`, key checked");
const LIMIT: (Side, &str) =
    (Side::Reference, "limit: nginx answers 204 to the same requests and looks at none");
const MEDIAN: Target = Target { side: Bound::AtMost, must: 1.0, aim: 1.0, unit: "ms" };

/// Measures matches over a socket.
///
/// # Errors
/// When a planted hash does not match, or another does.
pub fn run(args: &Args, plan: &Plan, room: &Path, measures: &mut Measures) -> Result<()> {
    let length = if plan.peers { LISTED.min(args.largest) } else { FEW };
    let room = tempfile::Builder::new().prefix("http-").tempdir_in(room)?;
    let suoja = work::suoja()?;
    println!("  matches over loopback: a list of {length} hashes is imported");
    import(&suoja, room.path(), length)?;
    let door = Door::open(&suoja, room.path())?;
    let questions = questions(length, QUESTIONS);
    door.check(&questions)?;
    if !plan.peers {
        return door.close();
    }
    door.settle(&questions)?;
    let script = room.path().join("ask.lua");
    fs::write(&script, lua(&door.key, &questions))?;
    let mut medians = Vec::new();
    for (title, connections) in TITLES.into_iter().zip(CONNECTIONS) {
        let load = measures.measure(title, OWN, || {
            let load = wrk::load(plan, connections, door.address, &script)?;
            Ok((load.rate, load))
        })?;
        println!("  median {} ms, one in a hundred {} ms", load.median, load.late);
        medians.push(load.median);
    }
    let what = format!("a match over loopback, {length} hashes, 4 connections: median");
    measures.reach(MEDIAN, &what, medians.first().copied().unwrap_or(f64::INFINITY));
    door.close()?;
    let limit = Silent::start(room.path())?;
    for (title, connections) in TITLES.into_iter().zip(CONNECTIONS) {
        measures.measure(title, LIMIT, || {
            Ok((wrk::load(plan, connections, limit.address, &script)?.rate, ()))
        })?;
    }
    Ok(())
}

/// Makes a list with the program itself, as an operator does.
fn import(suoja: &Path, room: &Path, length: u32) -> Result<()> {
    let rows = room.join("rows.txt");
    let mut file = BufWriter::with_capacity(1 << 20, fs::File::create(&rows)?);
    for number in 0..length {
        writeln!(file, "pdq {}", Fingerprint(listed(number)))?;
    }
    file.flush()?;
    let ask = |words: &[&str]| {
        let mut command = Command::new(suoja);
        command.arg("list").args(words).arg("--lists").arg(room.join("lists"));
        command
    };
    let about = ["--title", "Drawn", "--source", "This bench", "--class", "test"];
    work::run(ask(&["new", "drawn"]).args(about))?;
    work::run(ask(&["import", "drawn"]).arg(&rows))?;
    Ok(fs::remove_file(rows)?)
}

fn body(question: &Question) -> String {
    let print = Fingerprint(question.hash);
    format!("{{\"questions\": [{{\"pdq\": \"{print}\", \"quality\": 90}}]}}")
}

/// Questions in turn, as a platform sends them.
fn lua(key: &str, questions: &[Question]) -> String {
    let bodies: Vec<String> = questions.iter().map(|own| format!("'{}'", body(own))).collect();
    format!(
        "wrk.method = \"POST\"\nwrk.path = \"/v1/lookup\"\n\
         wrk.headers[\"Authorization\"] = \"Bearer {key}\"\n\
         wrk.headers[\"Content-Type\"] = \"application/json\"\n\
         local bodies = {{ {} }}\nlocal at = 0\n\
         request = function()\n  at = at % #bodies + 1\n\
         \x20 return wrk.format(nil, nil, nil, bodies[at])\nend\n",
        bodies.join(",\n")
    )
}

/// The door for platforms.
struct Door {
    process: Child,
    /// Open as long as it may say something.
    _said: BufReader<ChildStdout>,
    address: SocketAddr,
    key: String,
}

impl Door {
    fn open(suoja: &Path, room: &Path) -> Result<Self> {
        let config = room.join("suoja.toml");
        let (keys, key) = (room.join("matching.keys"), room.join("bench.key"));
        fs::write(
            &config,
            "[matching]\nlisten = \"127.0.0.1:0\"\nlists = \"lists\"\nkeys = \"matching.keys\"\n\
             audit = \"audit.log\"\n",
        )?;
        let mut new = Command::new(suoja);
        new.args(["service", "key", "new", "--name", "bench", "--scope", "match"]);
        new.args(["--per-minute", PER_MINUTE, "--to"]).arg(&key).arg("--keys").arg(&keys);
        work::run(&mut new)?;
        let mut serve = Command::new(suoja);
        serve.args(["serve", "--door", "matching", "--config"]).arg(&config).stdin(Stdio::null());
        let mut process = serve.stdout(Stdio::piped()).spawn().context("suoja does not start")?;
        let said = process.stdout.take().context("suoja says nothing")?;
        let mut said = BufReader::new(said);
        let mut line = String::new();
        said.read_line(&mut line)?;
        let address = line.split_once("http://").and_then(|(_, rest)| rest.split('/').next());
        let address = address.context("suoja does not say where it is")?.trim().parse()?;
        let key = fs::read_to_string(key)?.trim().to_owned();
        let door = Self { process, _said: said, address, key };
        door.wait()?;
        Ok(door)
    }

    /// Until every list answers.
    fn wait(&self) -> Result<()> {
        let begun = Instant::now();
        while Client::connect(self.address, false)?.get("/health/ready")?.status != 200 {
            ensure!(begun.elapsed() < PATIENCE, "the list does not become ready");
            std::thread::sleep(Duration::from_millis(100));
        }
        Ok(())
    }

    /// Every planted hash matches and no other does, over the wire.
    fn check(&self, questions: &[Question]) -> Result<()> {
        let mut client = Client::connect(self.address, false)?;
        for question in questions {
            let reply = client.post_json("/v1/lookup", &body(question), &self.key)?;
            ensure!(reply.status == 200, "{}", String::from_utf8_lossy(&reply.body));
            let said: Value = serde_json::from_slice(&reply.body)?;
            let wanted = if question.planted.is_some() { "match" } else { "no_match" };
            let outcome = &said["answers"][0]["outcome"];
            ensure!(outcome == wanted, "the answer was {outcome}, not {wanted}");
        }
        Ok(())
    }

    /// Until answers do not come faster any more: a list that was just opened is scanned until its
    /// tables are there.
    fn settle(&self, questions: &[Question]) -> Result<()> {
        let begun = Instant::now();
        let mut last = PATIENCE;
        loop {
            let round = Instant::now();
            self.check(questions)?;
            let took = round.elapsed();
            if took > last.mul_f64(STEADY) {
                return Ok(());
            }
            ensure!(begun.elapsed() < PATIENCE, "answers become faster for minutes");
            last = took;
            std::thread::sleep(PAUSE);
        }
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
