//! The door for platforms as the real program serves it: keys, workers, a list that changes, clients of HMA,
//! and nothing left behind. The picture is drawn here, the hashes are invented.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use std::fs::{self, Permissions};
use std::net::{SocketAddr, TcpStream};
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::time::{Duration, Instant};

use common::{Answer, Door, SUOJA, block_on, run, text};
use exchange as lists;
use jiff::Timestamp;
use matching::{ImportOptions, Source, Writer};
use serde_json::Value;
use tempfile::TempDir;

#[cfg(test)]
#[expect(dead_code, reason = "shared with tests of other doors")]
mod common;

const POLICY: &str = "title = \"Invented\"\nsource = \"An invented source\"\nclass = \"test\"\n";
/// How soon a change of a list or of the keys has to count.
const SOON: Duration = Duration::from_secs(10);

/// A machine with a list of one hash, and a configuration.
struct Machine(TempDir);

impl Machine {
    fn new(more: &str) -> Self {
        let private = Permissions::from_mode(0o700);
        let dir = tempfile::Builder::new().permissions(private.clone()).tempdir().unwrap();
        let machine = Self(dir);
        fs::create_dir(machine.path("lists")).unwrap();
        fs::set_permissions(machine.path("lists"), private).unwrap();
        block_on(matching::create(&machine.path("lists"), "known", POLICY, now())).unwrap();
        machine.list(&"5a".repeat(32));
        let config = format!(
            "[matching]\nlisten = \"127.0.0.1:0\"\nlists = \"lists\"\nkeys = \"keys\"\n\
             audit = \"audit.log\"\nworkers = 2\n{more}"
        );
        fs::write(machine.path("suoja.toml"), config).unwrap();
        machine
    }

    fn path(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    /// Adds a PDQ to the list.
    fn list(&self, pdq: &str) {
        let row = lists::HashValue::parse(lists::HashKind::Pdq, pdq.as_bytes()).unwrap();
        let row = lists::Row::new(lists::Change::Add(row), 1);
        block_on(async {
            let mut writer = Writer::open(&self.path("lists"), "known", now()).await.unwrap();
            let rows = std::iter::once(Ok::<_, lists::Fault>(row));
            let source = Source::stream("invented");
            writer
                .import(&source, rows, ImportOptions::default(), now(), &mut |_| ())
                .await
                .unwrap()
        });
    }

    fn key(&self, name: &str, scope: &str, per_minute: &str) -> Output {
        let to = self.path(&format!("{name}.key"));
        run(Command::new(SUOJA)
            .args(["service", "key", "new", "--name", name, "--scope", scope])
            .args(["--per-minute", per_minute, "--config"])
            .arg(self.path("suoja.toml"))
            .arg("--to")
            .arg(to))
    }

    fn suoja(&self, words: &[&str]) -> Output {
        run(Command::new(SUOJA).args(words).arg("--config").arg(self.path("suoja.toml")))
    }

    fn open(&self) -> Door {
        let mut command = Command::new(SUOJA);
        command.args(["serve", "--config"]).arg(self.path("suoja.toml"));
        Door::start(&mut command, &self.path("stderr"))
    }

    fn post(&self, address: SocketAddr, path: &str, key: &str, body: &[u8]) -> Answer {
        let key = fs::read_to_string(self.path(&format!("{key}.key"))).unwrap_or_default();
        let kind = match path.starts_with("/v1/lookup") {
            true => "application/json",
            false => "application/octet-stream",
        };
        let head = format!(
            "POST {path} HTTP/1.1\r\nHost: matching\r\nConnection: close\r\nContent-Length: {}\r\n\
             Authorization: Bearer {key}\r\nContent-Type: {kind}\r\n\r\n",
            body.len()
        );
        let stream = TcpStream::connect(address).unwrap();
        common::exchange(stream, &[head.as_bytes(), body].concat()).unwrap()
    }
}

#[expect(
    clippy::disallowed_methods,
    reason = "a test of the whole program runs on the machine's clock"
)]
fn now() -> Timestamp {
    Timestamp::now()
}

fn json(answer: &Answer) -> Value {
    serde_json::from_str(&answer.body).unwrap()
}

/// A drawn picture of 96 × 64 pixels as a BMP.
fn picture() -> Vec<u8> {
    let (width, height) = (96u32, 64u32);
    let mut pixels = Vec::new();
    for y in 0..height {
        for x in 0..width {
            let wave = |a: u32, b: u32| u8::try_from((x * a + y * b + x * y / 7) % 256).unwrap();
            pixels.extend([wave(3, 5), wave(7, 2), wave(1, 11)]);
        }
    }
    let size = u32::try_from(pixels.len()).unwrap();
    let mut file = b"BM".to_vec();
    for word in [54 + size, 0, 54, 40, width, height, 1 | 24 << 16, 0, size, 2835, 2835, 0, 0] {
        file.extend(word.to_le_bytes());
    }
    file.extend(pixels);
    file
}

/// Asks until the answer is as wanted.
fn soon(wanted: impl Fn() -> bool) {
    let deadline = Instant::now() + SOON;
    while !wanted() {
        assert!(Instant::now() < deadline, "nothing has changed");
        std::thread::sleep(Duration::from_millis(20));
    }
}

/// Every file below a folder.
fn files(dir: &Path) -> Vec<PathBuf> {
    let mut all = Vec::new();
    for entry in fs::read_dir(dir).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() { all.extend(files(&path)) } else { all.push(path) }
    }
    all
}

#[test]
fn a_picture_is_found_from_the_moment_its_hash_is_listed() {
    let machine = Machine::new("[matching.compat]\nlisten = \"unix:COMPAT\"\n");
    let config = fs::read_to_string(machine.path("suoja.toml")).unwrap();
    let socket = machine.path("compat.sock");
    let config = config.replace("COMPAT", &socket.display().to_string());
    fs::write(machine.path("suoja.toml"), config).unwrap();
    assert!(machine.key("one", "match,hash,detail", "1000").status.success());
    let door = machine.open();
    let at = door.address;
    let file = picture();

    let hashed = json(&machine.post(at, "/v1/hash", "one", &file));
    let (pdq, quality) = (hashed["pdq"].as_str().unwrap(), hashed["quality"].as_u64().unwrap());
    assert!(quality >= 50, "{hashed}");
    assert_eq!((&hashed["format"], &hashed["width"]), (&"BMP".into(), &96.into()));
    soon(|| machine.post(at, "/v1/match", "one", &file).status == 200);
    assert_eq!(json(&machine.post(at, "/v1/match", "one", &file))["outcome"], "no_match");

    machine.list(pdq);
    soon(|| json(&machine.post(at, "/v1/match", "one", &file))["outcome"] == "match");
    let lookup = format!("{{\"questions\": [{{\"pdq\": \"{pdq}\", \"quality\": 100}}]}}");
    let found = json(&machine.post(at, "/v1/lookup?detail=true", "one", lookup.as_bytes()));
    assert_eq!(found["answers"][0]["detail"]["findings"][0]["distance"], 0);
    assert!(fs::read_to_string(machine.path("audit.log")).unwrap().ends_with("Z one 1\n"));

    // A file that is cut off costs nothing but its own answer.
    let cut = machine.post(at, "/v1/match", "one", &file[..100]);
    assert_eq!((cut.status, &json(&cut)["outcome"]), (422, &"not_answered".into()));
    assert_eq!(machine.post(at, "/v1/match", "one", &file).status, 200);

    // A client of HMA finds it on its own listener.
    let mut stream = std::os::unix::net::UnixStream::connect(&socket).unwrap();
    let request = format!(
        "GET /m/lookup?signal_type=pdq&signal={pdq} HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n"
    );
    std::io::Write::write_all(&mut stream, request.as_bytes()).unwrap();
    let said = std::io::read_to_string(stream).unwrap();
    assert!(
        said.contains("{\"KNOWN\":[{\"bank_content_id\":") && said.contains("\"distance\":\"0\""),
        "{said}"
    );

    let stderr = door.stderr();
    door.close();
    assert!(fs::read_to_string(machine.path("audit.log")).unwrap().ends_with("Z (compat) 1\n"));
    assert_eq!(stderr, "");
    // Nothing of the file, its hash or the key is in any file beside the list and the key's own.
    let key = fs::read_to_string(machine.path("one.key")).unwrap();
    let bytes = lists::HashValue::parse(lists::HashKind::Pdq, pdq.as_bytes()).unwrap();
    let others = files(machine.0.path())
        .into_iter()
        .filter(|path| !path.starts_with(machine.path("lists")) && !path.ends_with("one.key"));
    for path in others.filter(|path| !path.ends_with("compat.sock")) {
        let content = fs::read(&path).unwrap();
        for marker in [pdq.as_bytes(), bytes.bytes(), &file[54..86], key.as_bytes()] {
            let found = content.windows(marker.len()).any(|window| window == marker);
            assert!(!found, "{}", path.display());
        }
    }
}

#[test]
fn a_key_is_made_counted_and_revoked_while_the_door_is_open() {
    let machine = Machine::new("");
    assert!(machine.key("one", "match", "3").status.success());
    assert!(machine.key("two", "match,metrics", "100").status.success());
    let again = machine.key("two", "match", "100");
    assert!(!again.status.success() && text(&again.stderr).contains("is there already"));
    fs::remove_file(machine.path("two.key")).unwrap();
    let same = machine.key("two", "match", "100");
    assert!(text(&same.stderr).contains("earlier line"), "{}", text(&same.stderr));
    assert!(!machine.path("two.key").exists());
    let wrong = machine.key("three", "match,everything", "100");
    assert!(text(&wrong.stderr).contains("`everything` is no scope"));
    let mode = fs::metadata(machine.path("keys")).unwrap().permissions().mode() & 0o777;
    assert_eq!(mode, 0o600);

    let door = machine.open();
    let ask = || {
        machine.post(
            door.address,
            "/v1/lookup",
            "one",
            b"{\"questions\": [{\"md5\": \"11111111111111111111111111111111\"}]}",
        )
    };
    // The list holds no MD5: asked, and not answered.
    soon(|| ask().status == 422 || ask().status == 429);
    soon(|| ask().status == 429);
    assert!(ask().head.contains("retry-after: "));
    let keys = fs::read_to_string(machine.path("keys")).unwrap();
    let without: Vec<&str> = keys.lines().filter(|line| !line.starts_with("one ")).collect();
    fs::write(machine.path("keys"), format!("{}\n", without.join("\n"))).unwrap();
    soon(|| ask().status == 401);
    fs::write(machine.path("keys"), format!("{keys}\nno line of a key\n")).unwrap();
    soon(|| ask().status != 401);
    assert!(door.stderr().contains("opens nothing: write four words"), "{}", door.stderr());
    fs::remove_file(machine.path("keys")).unwrap();
    soon(|| ask().status == 401);
    assert!(door.stderr().contains("no key opens this door any more"), "{}", door.stderr());
    door.close();
}

#[test]
fn a_line_that_is_no_key_hinders_no_other_when_the_door_opens() {
    let machine = Machine::new("");
    assert!(machine.key("one", "hash", "100").status.success());
    let keys = fs::read_to_string(machine.path("keys")).unwrap();
    fs::write(machine.path("keys"), format!("no line of a key\n{keys}")).unwrap();
    let door = machine.open();
    assert_eq!(machine.post(door.address, "/v1/hash", "one", &picture()).status, 200);
    let stderr = door.stderr();
    assert!(stderr.contains("keys:1 opens nothing: write four words"), "{stderr}");
    door.close();
    fs::write(machine.path("keys"), "no line of a key\n").unwrap();
    let door = machine.open();
    assert!(door.stderr().contains("no key opens this door yet"), "{}", door.stderr());
    door.close();
}

#[test]
fn what_cannot_be_meant_is_refused_before_the_door_opens() {
    for (more, words) in [
        ("[matching.compat]\nlisten = \"0.0.0.0:9876\"", "loopback address only"),
        ("[matching.compat]\nlisten = \"[::]:9876\"", "loopback address only"),
        ("[matching.compat]\nlisten = \"192.0.2.1:9876\"", "loopback address only"),
        ("[matching.fetch]\nhosts = []", "`hosts` is empty"),
        ("[matching.fetch]\nhosts = [\"files.example.org/path\"]", "is no host to fetch from"),
        ("log = \"x\"", "unknown field `log`"),
        ("largest_file_mib = 5000", "1 to 4096"),
        ("seconds = 0", "seconds"),
    ] {
        let machine = Machine::new(more);
        fs::write(machine.path("keys"), "").unwrap();
        for command in [&["config", "check"][..], &["serve"]] {
            let said = machine.suoja(command);
            assert_eq!(said.status.code(), Some(1), "{more}");
            assert!(text(&said.stderr).contains(words), "{}", text(&said.stderr));
        }
    }
}

#[test]
fn a_listener_for_clients_of_hma_needs_an_audit_log() {
    let machine = Machine::new("[matching.compat]\nlisten = \"127.0.0.1:0\"\n");
    fs::write(machine.path("keys"), "").unwrap();
    let config = fs::read_to_string(machine.path("suoja.toml")).unwrap();
    let without = config.replace("audit = \"audit.log\"\n", "");
    fs::write(machine.path("suoja.toml"), without).unwrap();
    let said = machine.suoja(&["serve"]);
    assert_eq!(said.status.code(), Some(1));
    assert!(text(&said.stderr).contains("add a line `audit = "), "{}", text(&said.stderr));
}

#[test]
fn lists_and_keys_that_others_can_read_are_refused_and_a_machine_in_order_is_said_to_be() {
    let machine = Machine::new("");
    assert!(machine.key("one", "match", "3").status.success());
    let checked = machine.suoja(&["config", "check"]);
    assert!(text(&checked.stdout).contains("1 lists, 1 keys"), "{}", text(&checked.stderr));
    let doctor = machine.suoja(&["doctor"]);
    assert!(doctor.status.success(), "{}", text(&doctor.stdout));
    fs::set_permissions(machine.path("keys"), Permissions::from_mode(0o604)).unwrap();
    for command in [&["config", "check"][..], &["serve"]] {
        let said = machine.suoja(command);
        assert!(text(&said.stderr).contains("chmod 640"), "{}", text(&said.stderr));
    }
    assert!(!machine.suoja(&["doctor"]).status.success());
    fs::set_permissions(machine.path("keys"), Permissions::from_mode(0o600)).unwrap();
    fs::set_permissions(machine.path("lists/known"), Permissions::from_mode(0o755)).unwrap();
    for command in [&["config", "check"][..], &["serve"]] {
        let said = machine.suoja(command);
        assert!(text(&said.stderr).contains("chmod 700"), "{}", text(&said.stderr));
    }
}
