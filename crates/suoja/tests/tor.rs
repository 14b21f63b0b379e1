//! Behind Tor: the lines for torrc, and circuits that are told apart.
#![expect(clippy::unwrap_used, clippy::expect_used, reason = "a test that cannot go on has failed")]

use std::fs;
use std::io::{Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::os::unix::fs::PermissionsExt;
use std::process::Command;

use common::{Door, SUOJA, Study, exchange, run, text};

#[cfg(test)]
#[expect(dead_code, reason = "shared with tests that send forms and read stores")]
mod common;

/// The lines that the program prints for torrc.
fn torrc(study: &Study) -> std::process::Output {
    run(Command::new(SUOJA).args(["tor", "config", "--config"]).arg(study.config()))
}

/// What tor itself says about lines.
fn verify(lines: &str) -> std::process::Output {
    let dir = tempfile::tempdir().unwrap();
    let (data, service) = (dir.path().join("data"), dir.path().join("service"));
    for made in [&data, &service] {
        fs::create_dir(made).unwrap();
        fs::set_permissions(made, fs::Permissions::from_mode(0o700)).unwrap();
    }
    let own = format!("HiddenServiceDir {}", service.display());
    let lines = lines.replace("HiddenServiceDir /var/lib/tor/suoja-reach", &own);
    assert!(lines.contains(&own), "{lines}");
    let file = dir.path().join("torrc");
    fs::write(&file, format!("DataDirectory {}\nSocksPort 0\n{lines}", data.display())).unwrap();
    let mut tor = Command::new("tor");
    tor.args(["--verify-config", "--defaults-torrc", "/dev/null", "-f"]).arg(file);
    tor.output().expect("this test needs the package tor")
}

#[test]
fn tor_accepts_the_lines() {
    let study = Study::new("circuits = true");
    let tcp = torrc(&study);
    assert!(tcp.status.success(), "{}", text(&tcp.stderr));
    let lines = text(&tcp.stdout).replace("127.0.0.1:0", "127.0.0.1:8080");
    let config = fs::read_to_string(study.config()).unwrap();
    fs::write(study.config(), config.replace("127.0.0.1:0", "unix:/run/suoja/reach.sock")).unwrap();
    let unix = torrc(&study);
    assert!(text(&unix.stdout).contains("HiddenServicePort 80 unix:/run/suoja/reach.sock"));
    for lines in [lines, text(&unix.stdout)] {
        let said = verify(&lines);
        let log = text(&said.stdout);
        assert!(said.status.success() && log.contains("Configuration was valid"), "{log}");
        let about_us = |line: &&str| line.contains("[warn]") && !line.contains("as root");
        let warnings: Vec<&str> = log.lines().filter(about_us).collect();
        assert!(warnings.is_empty(), "tor accepts them without a warning: {warnings:?}");
    }
    // The test can fail: tor refuses a line that it does not know.
    let wrong = text(&unix.stdout).replace("ExportCircuitID haproxy", "ExportCircuitID nonsense");
    assert!(!verify(&wrong).status.success());
}

#[test]
fn without_circuits_there_are_no_lines() {
    let study = Study::new("");
    let refused = torrc(&study);
    assert_eq!(refused.status.code(), Some(1));
    assert!(refused.stdout.is_empty());
    assert!(text(&refused.stderr).contains("set `circuits = true` in [reach] first"));
}

/// A page asked for on a connection that begins as tor begins it.
fn get(address: SocketAddr, circuit: &str, path: &str) -> common::Answer {
    let request = format!(
        "PROXY TCP6 fc00:dead:beef:4dad::{circuit} ::1 65535 42\r\n\
         GET {path} HTTP/1.1\r\nHost: x.onion\r\nConnection: close\r\n\r\n"
    );
    exchange(TcpStream::connect(address).unwrap(), request.as_bytes()).unwrap()
}

#[test]
fn a_noisy_circuit_is_held_back_and_another_is_served() {
    let study = Study::new("circuits = true\nper_circuit_per_minute = 5");
    let door = Door::start(&mut study.serve(), &study.path().join("stderr"));
    let statuses: Vec<u16> = (0..6).map(|_| get(door.address, "0:29", "/fr/").status).collect();
    assert_eq!(statuses, [200, 200, 200, 200, 200, 429]);
    let held = get(door.address, "0:29", "/fr/");
    assert!(held.body.contains("Un peu trop vite") && held.body.contains("lang=\"fr\""));
    assert!(held.body.contains("Attendez une minute"), "{}", held.body);
    assert!(get(door.address, "0:29", "/en/").body.contains("lang=\"en\""));
    for other in ["0:2a", "1:29", "ffff:ffff"] {
        assert_eq!(get(door.address, other, "/fr/").status, 200, "circuit {other}");
    }
    door.close();
}

#[test]
fn a_connection_without_the_line_is_closed() {
    let study = Study::new("circuits = true");
    let door = Door::start(&mut study.serve(), &study.path().join("stderr"));
    for opening in ["GET /fr/ HTTP/1.1\r\nHost: x\r\n\r\n", "PROXY TCP6 x y 1 2\r\n"] {
        let mut stream = TcpStream::connect(door.address).unwrap();
        stream.set_read_timeout(Some(std::time::Duration::from_secs(20))).unwrap();
        _ = stream.write_all(opening.as_bytes());
        let mut bytes = Vec::new();
        // Closed with or without notice: both say nothing.
        _ = stream.read_to_end(&mut bytes);
        assert!(bytes.is_empty(), "{}", text(&bytes));
    }
    assert_eq!(get(door.address, "0:1", "/fr/").status, 200);
    assert_eq!(door.stderr(), "", "nobody writes a word about a connection");
    door.close();
}
