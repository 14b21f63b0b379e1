//! The ready-made connections, run for real: nginx and Django in front of an engine.
#![expect(clippy::unwrap_used, clippy::expect_used, reason = "a test that cannot go on has failed")]

use std::fs;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use common::doors::add_doors;
use common::{Answer, SUOJA, Study, form, run, text};

#[cfg(test)]
#[expect(dead_code, reason = "shared with tests that fill in surveys")]
mod common;

/// A word that is in no text of the house.
const MARKER: &str = "quorvintel";
/// A listed word, and forms of words that must arrive as they were typed.
const LISTED: [&str; 4] = ["zumbrelka", "seven blue teapots", "чайник", "إبريق"];

fn repository() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..").canonicalize().unwrap()
}

/// A process that is ended when it is dropped.
struct Process(Child);

impl Process {
    fn end(&mut self) {
        _ = Command::new("kill").arg(self.0.id().to_string()).status();
        let until = Instant::now() + Duration::from_secs(10);
        while self.0.try_wait().unwrap().is_none() && Instant::now() < until {
            std::thread::sleep(Duration::from_millis(10));
        }
    }
}

impl Drop for Process {
    fn drop(&mut self) {
        self.end();
        _ = self.0.kill();
        _ = self.0.wait();
    }
}

/// The door for search engines on a Unix socket, with its study.
struct House {
    study: Study,
    door: Process,
}

impl House {
    fn new() -> Self {
        let study = Study::new("");
        add_doors(&study, "http://reach.example", "http://support.example");
        // Words beyond ASCII, too; the list is compiled anew under the same key.
        let (list, server) = (study.path().join("list.txt"), study.server());
        fs::write(&list, format!("[phrases]\n{}\n", LISTED.join("\n"))).unwrap();
        let mut compile = Command::new(SUOJA);
        compile.args(["warning", "compile"]).arg(&list).arg("--key").arg(server.join("list.key"));
        let compiled = run(compile.arg("--to").arg(server.join("list.suoja")));
        assert!(compiled.status.success(), "{}", text(&compiled.stderr));
        fs::remove_file(list).unwrap();
        let door = Self::open(&study);
        Self { study, door }
    }

    fn socket(study: &Study) -> PathBuf {
        study.path().join("service.sock")
    }

    fn open(study: &Study) -> Process {
        let (out, err) = (study.path().join("door.out"), study.path().join("door.err"));
        let mut serve = study.serve();
        serve.args(["--door", "service", "--listen"]);
        serve.arg(format!("unix:{}", Self::socket(study).display())).stdin(Stdio::null());
        serve.stdout(fs::File::create(out).unwrap()).stderr(fs::File::create(err).unwrap());
        let door = Process(serve.spawn().unwrap());
        wait_for("the door", || {
            std::os::unix::net::UnixStream::connect(Self::socket(study)).is_ok()
        });
        door
    }

    fn key(&self) -> PathBuf {
        self.study.server().join("service.key")
    }

    /// Nothing below the study's folder has a word that was searched for.
    fn assert_silent(&self) {
        let mut files = 0;
        let mut open = vec![self.study.path().to_owned()];
        while let Some(path) = open.pop() {
            if path.is_dir() {
                open.extend(fs::read_dir(path).unwrap().map(|entry| entry.unwrap().path()));
            } else if path.is_file() {
                let bytes = fs::read(&path).unwrap();
                let found = bytes.windows(MARKER.len()).any(|own| own == MARKER.as_bytes());
                assert!(
                    !found,
                    "{} has what was searched for: {}",
                    path.display(),
                    text(&bytes).lines().find(|l| l.contains(MARKER)).unwrap_or_default()
                );
                files += 1;
            }
        }
        assert!(files > 5, "{files} files");
    }
}

fn wait_for(what: &str, there: impl Fn() -> bool) {
    let until = Instant::now() + Duration::from_secs(60);
    while !there() {
        assert!(Instant::now() < until, "{what} does not come");
        std::thread::sleep(Duration::from_millis(20));
    }
}

/// A search as a browser sends it.
fn search(at: SocketAddr, query: &str, language: &str) -> Answer {
    let asked = form(&[("q", query)]);
    get(at, &format!("/search?{asked}"), language)
}

fn get(at: SocketAddr, path: &str, language: &str) -> Answer {
    let request = format!(
        "GET {path} HTTP/1.0\r\nHost: engine\r\nAccept-Language: {language}\r\nCookie: a=b\r\n\r\n"
    );
    loose(TcpStream::connect(at).unwrap(), request.as_bytes())
}

/// An answer whose length need not be said.
fn loose(mut stream: TcpStream, request: &[u8]) -> Answer {
    stream.set_read_timeout(Some(Duration::from_secs(30))).unwrap();
    stream.write_all(request).unwrap();
    let mut bytes = Vec::new();
    stream.read_to_end(&mut bytes).unwrap();
    let all = text(&bytes);
    let (head, body) = all.split_once("\r\n\r\n").expect("an answer has a head");
    let status = head.split(' ').nth(1).unwrap().parse().unwrap();
    Answer { status, head: head.to_lowercase(), body: body.to_owned() }
}

/// What every connection must do while Suoja is there.
fn assert_connected(at: SocketAddr) {
    for harmless in ["teapots", "seven teapots", "чай", &format!("{MARKER} harmless")] {
        let answer = search(at, harmless, "fr");
        assert_eq!(
            (answer.status, answer.body.as_str()),
            (200, "results of the engine"),
            "{harmless}"
        );
    }
    for listed in LISTED {
        let answer = search(at, &format!("{MARKER} {listed}"), "fr-BE,fr;q=0.9,en;q=0.5");
        assert_eq!(answer.status, 200, "{listed}: {}", answer.head);
        assert!(answer.body.starts_with("<!DOCTYPE html>\n<html lang=\"fr\""), "{listed}");
        assert!(answer.head.contains("cache-control: no-store"), "{}", answer.head);
        assert!(answer.head.contains("content-security-policy: default-src 'none'"));
        assert!(answer.head.contains("referrer-policy: no-referrer"), "{}", answer.head);
        assert!(!answer.head.contains("set-cookie"), "{}", answer.head);
        assert!(!answer.body.contains(MARKER) && !answer.body.contains(listed), "{listed}");
    }
    assert!(search(at, LISTED[0], "sv").body.contains("<html lang=\"en\""));
    assert!(search(at, LISTED[0], "\"><script>").body.contains("<html lang=\"en\""));
    let long = format!("{} {}", LISTED[0], "x".repeat(2_000));
    assert!(search(at, &long, "en").body.contains("<html lang=\"en\""));
    std::thread::scope(|scope| {
        for _ in 0..8 {
            scope.spawn(|| assert!(search(at, LISTED[1], "fr").body.contains("lang=\"fr\"")));
        }
    });
}

/// An engine that answers every search with results and keeps nothing.
fn engine() -> SocketAddr {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = listener.local_addr().unwrap();
    std::thread::spawn(move || {
        for stream in listener.incoming().map_while(Result::ok) {
            let mut reader = BufReader::new(stream);
            let mut line = String::new();
            while reader.read_line(&mut line).unwrap_or(0) > 2 {
                line.clear();
            }
            let body = "results of the engine";
            let length = body.len();
            _ = reader.get_mut().write_all(
                format!(
                    "HTTP/1.1 200 OK\r\nContent-Length: {length}\r\nConnection: close\r\n\r\n{body}"
                )
                .as_bytes(),
            );
        }
    });
    address
}

/// nginx with the shipped files, of which only addresses are changed.
fn nginx(house: &House, engine: SocketAddr, when_down: &str) -> (Process, SocketAddr) {
    let room = house.study.path().join(format!("nginx-{when_down}"));
    fs::create_dir_all(room.join("suoja")).unwrap();
    let shipped = repository().join("connections/nginx/suoja");
    let socket = House::socket(&house.study);
    for file in fs::read_dir(shipped).unwrap() {
        let file = file.unwrap().path();
        let own = fs::read_to_string(&file)
            .unwrap()
            .replace("/run/suoja-service/service.sock", &socket.display().to_string())
            .replace("127.0.0.1:8000", &engine.to_string())
            .replace("/srv/suoja-kit", &house.study.path().join("kit").display().to_string());
        fs::write(room.join("suoja").join(file.file_name().unwrap()), own).unwrap();
    }
    let key = fs::read_to_string(house.key()).unwrap();
    let header = format!("proxy_set_header Authorization \"Bearer {}\";\n", key.trim());
    fs::write(room.join("suoja/key.conf"), header).unwrap();
    let address = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap();
    let shown = room.display();
    let user = text(&run(Command::new("id").arg("-un")).stdout);
    let choose = if user.trim() == "root" { "user root;" } else { "" };
    fs::write(
        room.join("nginx.conf"),
        format!(
            "{choose} daemon off; pid {shown}/pid; error_log {shown}/error.log info;\n\
             events {{ worker_connections 64; }}\n\
             http {{ access_log {shown}/access.log; include suoja/http.conf;\n\
             client_body_temp_path {shown}/a; proxy_temp_path {shown}/b;\n\
             fastcgi_temp_path {shown}/c; uwsgi_temp_path {shown}/d; scgi_temp_path {shown}/e;\n\
             server {{ listen {address}; include suoja/search.conf; }} }}\n"
        ),
    )
    .unwrap();
    let mut command = Command::new("nginx");
    command.arg("-p").arg(&room).arg("-c").arg(room.join("nginx.conf"));
    command.arg("-e").arg(room.join("error.log")).stdin(Stdio::null());
    // Nothing is chosen yet, and nginx does not start.
    let refused = run(&mut command);
    assert!(!refused.status.success());
    assert!(text(&refused.stderr).contains("when-down.conf"), "{}", text(&refused.stderr));
    let choice = room.join(format!("suoja/when-down-{when_down}.conf"));
    fs::copy(choice, room.join("suoja/when-down.conf")).unwrap();
    let process = command.stderr(Stdio::null()).spawn().expect("this test needs nginx-light");
    wait_for("nginx", || TcpStream::connect(address).is_ok());
    (Process(process), address)
}

/// The kit that is shown while Suoja is down.
fn kit(study: &Study) {
    let dir = study.path();
    let made = run(Command::new(SUOJA).current_dir(dir).args([
        "warning",
        "signing-key",
        "--private",
        "kit.key",
        "--public",
        "kit.pub",
    ]));
    assert!(made.status.success(), "{}", text(&made.stderr));
    let helplines = repository().join("content/helplines/helplines.toml");
    let mut write = Command::new(SUOJA);
    write.current_dir(dir).args(["warning", "kit", "--to", "kit", "--channel", "web"]);
    write.args(["--reach", "https://help.example", "--back", "https://engine.example/"]);
    write.args(["--sign", "kit.key", "--allow-unreviewed", "--helplines"]).arg(helplines);
    let made = run(&mut write);
    assert!(made.status.success(), "{}", text(&made.stderr));
}

#[test]
fn nginx_asks_shows_and_keeps_nothing() {
    let mut house = House::new();
    kit(&house.study);
    let engine = engine();
    let (_first, results) = nginx(&house, engine, "engine");
    let (_second, message) = nginx(&house, engine, "message");
    assert_connected(results);
    let twice = get(results, &format!("/search?q=tea&q={MARKER}"), "fr");
    assert_eq!(twice.status, 400, "a parameter that two could read differently");

    house.door.end();
    for query in ["teapots", MARKER, LISTED[0]] {
        assert_eq!(search(results, query, "fr").body, "results of the engine", "{query}");
        let shown = search(message, query, "fr");
        assert_eq!(shown.status, 200);
        assert!(shown.body.contains("<html lang=\"fr\"") && shown.head.contains("no-store"));
    }
    house.door = House::open(&house.study);
    wait_for("nginx to ask again", || search(results, LISTED[0], "fr").body.contains("<html"));
    house.assert_silent();
}

/// Django, as it is installed for this test: beside the build, once.
fn django() -> PathBuf {
    let packages = repository().join("target/python");
    if !packages.join("django").is_dir() {
        let mut pip = Command::new("pip3");
        pip.args(["install", "--quiet", "--disable-pip-version-check", "--target"]);
        let done = run(pip.arg(&packages).arg("django~=5.2"));
        assert!(done.status.success(), "this test needs Django: {}", text(&done.stderr));
    }
    packages
}

fn django_site(house: &House, packages: &Path, when_down: &str) -> (Process, SocketAddr) {
    let shipped = repository().join("connections/django");
    let page = house.study.path().join("kit/fr/neutral/index.html");
    let settings = format!(
        "{{\"SOCKET\": \"{}\", \"KEY_FILE\": \"{}\", \"CHANNEL\": \"web\", {when_down}\
         \"FALLBACK_PAGE\": \"{}\"}}",
        House::socket(&house.study).display(),
        house.key().display(),
        page.display()
    );
    let errors = fs::File::options()
        .create(true)
        .append(true)
        .open(house.study.path().join("django.err"))
        .unwrap();
    let mut command = Command::new("python3");
    command.arg(shipped.join("engine.py")).env("SUOJA", settings);
    command.env("PYTHONPATH", format!("{}:{}", packages.display(), shipped.display()));
    command.env("PYTHONDONTWRITEBYTECODE", "1").stdin(Stdio::null());
    let mut child = command.stdout(Stdio::piped()).stderr(errors).spawn().unwrap();
    let mut line = String::new();
    BufReader::new(child.stdout.take().unwrap()).read_line(&mut line).unwrap();
    let process = Process(child);
    let address = line.split("http://").nth(1).and_then(|rest| rest.split('/').next());
    let Some(address) = address else { return (process, SocketAddr::from(([127, 0, 0, 1], 0))) };
    (process, address.parse().unwrap())
}

#[test]
fn django_asks_shows_and_keeps_nothing() {
    let mut house = House::new();
    kit(&house.study);
    let packages = django();
    let (_none, nowhere) = django_site(&house, &packages, "");
    assert_eq!(nowhere.port(), 0, "it does not start before the choice is made");
    let said = fs::read_to_string(house.study.path().join("django.err")).unwrap();
    assert!(said.contains("SUOJA lacks WHEN_DOWN"), "{said}");

    let (_first, results) = django_site(&house, &packages, "\"WHEN_DOWN\": \"engine\", ");
    let (_second, message) = django_site(&house, &packages, "\"WHEN_DOWN\": \"message\", ");
    assert_connected(results);
    let body = form(&[("q", &format!("{MARKER} {}", LISTED[0]))]);
    let post = format!(
        "POST /search HTTP/1.0\r\nHost: engine\r\nContent-Type: application/x-www-form-urlencoded\r\n\
         Content-Length: {}\r\n\r\n{body}",
        body.len()
    );
    let posted = loose(TcpStream::connect(results).unwrap(), post.as_bytes());
    assert!(posted.body.contains("<html lang=\"en\""), "{}", posted.body);

    house.door.end();
    for query in ["teapots", MARKER, LISTED[0]] {
        assert_eq!(search(results, query, "fr").body, "results of the engine", "{query}");
        assert!(search(message, query, "fr").body.contains("<html lang=\"fr\""), "{query}");
    }
    house.assert_silent();
}

#[test]
fn curl_asks_as_the_page_says() {
    let house = House::new();
    let key = fs::read_to_string(house.key()).unwrap();
    let stream = std::os::unix::net::UnixStream::connect(House::socket(&house.study)).unwrap();
    let body = form(&[("q", LISTED[2]), ("channel", "web"), ("language", "fr")]);
    let request = format!(
        "POST /v1/decide HTTP/1.1\r\nHost: suoja\r\nConnection: close\r\nAuthorization: Bearer {}\r\n\
         Content-Type: application/x-www-form-urlencoded\r\nContent-Length: {}\r\n\r\n{body}",
        key.trim(),
        body.len()
    );
    let mut stream = stream;
    stream.write_all(request.as_bytes()).unwrap();
    let mut bytes = Vec::new();
    stream.read_to_end(&mut bytes).unwrap();
    assert!(text(&bytes).contains("{\"warn\":true,\"complete\":true"), "{}", text(&bytes));
}
