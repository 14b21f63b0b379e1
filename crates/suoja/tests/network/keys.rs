//! Keys of relays and authorities, made by tor's own programs.

use std::fs::{self, DirBuilder};
use std::io::Write;
use std::os::unix::fs::DirBuilderExt;
use std::path::Path;
use std::process::{Command, Output, Stdio};

use crate::common::text;

/// Makes a relay's keys in its folder; returns the fingerprint by which it is listed.
pub fn relay(name: &str, folder: &Path) -> String {
    create(&folder.join("keys"));
    // A relay that does not run: tor makes the keys and ends.
    let torrc = folder.join("torrc-for-keys");
    let lines = format!("DataDirectory {}\nNickname {name}\n", folder.display());
    fs::write(&torrc, format!("{lines}Address 127.0.0.1\nORPort 127.0.0.1:9\n")).unwrap();
    let mut tor = Command::new("tor");
    tor.args(["--defaults-torrc", "/dev/null", "--list-fingerprint", "-f"]).arg(&torrc);
    succeeded(&tor.stdin(Stdio::null()).output().expect("this test needs the package tor"));
    let listed = fs::read_to_string(folder.join("fingerprint")).unwrap();
    listed.trim().rsplit(' ').next().unwrap().to_owned()
}

/// Makes an authority's keys beside those of its relay; returns their fingerprint.
pub fn authority(folder: &Path, dir_port: u16) -> String {
    let keys = folder.join("keys");
    let certificate = keys.join("authority_certificate");
    let mut gencert = Command::new("tor-gencert");
    gencert.args(["--create-identity-key", "--passphrase-fd", "0", "-a"]);
    gencert.arg(format!("127.0.0.1:{dir_port}"));
    gencert.arg("-i").arg(keys.join("authority_identity_key"));
    gencert.arg("-s").arg(keys.join("authority_signing_key"));
    gencert.arg("-c").arg(&certificate);
    gencert.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = gencert.spawn().expect("this test needs tor-gencert, from the package tor");
    child.stdin.take().unwrap().write_all(b"not a secret\n").unwrap();
    succeeded(&child.wait_with_output().unwrap());
    let text = fs::read_to_string(certificate).unwrap();
    let fingerprint = text.lines().find_map(|line| line.strip_prefix("fingerprint "));
    fingerprint.unwrap().to_owned()
}

/// Makes a folder that only its owner can enter: tor takes no other.
pub fn create(folder: &Path) {
    DirBuilder::new().recursive(true).mode(0o700).create(folder).unwrap();
}

fn succeeded(output: &Output) {
    assert!(output.status.success(), "{}{}", text(&output.stdout), text(&output.stderr));
}
