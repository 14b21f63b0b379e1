//! A folder with a list, and invented files to compare with it.

use std::fs;
use std::io::Write;
use std::path::PathBuf;
use std::process::{Command, Output, Stdio};

use serde_json::Value;
use tempfile::TempDir;

const SUOJA: &str = env!("CARGO_BIN_EXE_suoja");

/// A folder with an empty list `one`.
pub struct House {
    dir: TempDir,
}

impl House {
    /// With an empty list.
    pub fn new() -> Self {
        let house = Self { dir: tempfile::tempdir().unwrap() };
        let words = [
            "new",
            "one",
            "--title",
            "A list",
            "--source",
            "An invented source",
            "--class",
            "test",
        ];
        house.ok(&[&["list"][..], &words].concat());
        house
    }

    /// A path in it.
    pub fn path(&self, name: &str) -> PathBuf {
        self.dir.path().join(name)
    }

    /// The program with these words.
    pub fn command(&self, words: &[&str]) -> Command {
        let mut command = Command::new(SUOJA);
        command.current_dir(self.dir.path()).args(words).stdin(Stdio::null());
        command
    }

    /// What it gives.
    pub fn run(&self, words: &[&str]) -> Output {
        self.command(words).output().unwrap()
    }

    /// What it prints when all is well.
    pub fn ok(&self, words: &[&str]) -> String {
        let output = self.run(words);
        assert!(output.status.success(), "{words:?}: {}", String::from_utf8_lossy(&output.stderr));
        String::from_utf8(output.stdout).unwrap()
    }

    /// Runs with this standard input; gives the status and the objects that were printed.
    pub fn asked(&self, words: &[&str], input: &str) -> (i32, Vec<Value>) {
        let mut command = self.command(words);
        let mut child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().unwrap();
        child.stdin.take().unwrap().write_all(input.as_bytes()).unwrap();
        let output = child.wait_with_output().unwrap();
        let lines = String::from_utf8(output.stdout).unwrap();
        let objects = lines.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
        (output.status.code().unwrap(), objects)
    }

    /// The fingerprint of a file, as `suoja hash` writes it.
    pub fn hash(&self, file: &str) -> Value {
        let line = self.run(&["hash", "--format", "json", file]).stdout;
        serde_json::from_slice(&line).unwrap()
    }
}

/// An invented picture with much in it, as a BMP. Mirrored: left and right exchanged.
pub fn picture(seed: u32, mirrored: bool) -> Vec<u8> {
    const SIDE: u32 = 128;
    let mut bytes = b"BM".to_vec();
    let size = 54 + 3 * SIDE * SIDE;
    for number in [size, 0, 54, 40, SIDE, SIDE, 1 | 24 << 16, 0, 3 * SIDE * SIDE, 0, 0, 0, 0] {
        bytes.extend(number.to_le_bytes());
    }
    for y in 0..SIDE {
        for x in 0..SIDE {
            let x = if mirrored { SIDE - 1 - x } else { x };
            // Fields of sixteen pixels, each of a grey of its own.
            let field = (x / 16 + 8 * (y / 16) + 64 * seed).wrapping_mul(0x9e37_79b1);
            let field = (field ^ field >> 15).wrapping_mul(0x85eb_ca77);
            let grey = u8::try_from(field >> 24).unwrap();
            bytes.extend([grey, grey.wrapping_add(30), grey / 2]);
        }
    }
    bytes
}

/// An invented hash.
pub fn print(number: u64) -> String {
    let mut state = number;
    let mut word = || {
        state = state.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (state ^ (state >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb)
    };
    (0..4).map(|_| format!("{:016x}", word())).collect()
}

/// A list with the hash of the picture of seed 1, and a folder of files.
pub fn folder() -> House {
    let house = House::new();
    fs::create_dir(house.path("files")).unwrap();
    fs::write(house.path("files/listed.bmp"), picture(1, false)).unwrap();
    let hashed = house.hash("files/listed.bmp");
    assert!(hashed["quality"].as_u64().unwrap() >= 50, "{hashed}");
    let row = format!("pdq {}\n", hashed["pdq"].as_str().unwrap());
    fs::write(house.path("list.txt"), row).unwrap();
    house.ok(&["list", "import", "one", "list.txt"]);
    house
}
