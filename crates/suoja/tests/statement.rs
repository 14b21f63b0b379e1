//! `suoja statement` from the command line: the demonstration's statement, the same bytes, what
//! stops it, a new one, and a site.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

/// Where the hashes of what was looked at are kept; `UPDATE_GOLDEN=1` writes them anew.
const GOLDEN: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/golden/statement.txt");

fn run(words: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_suoja")).args(words).output().unwrap()
}

fn said(output: &Output) -> String {
    let out = String::from_utf8_lossy(&output.stdout);
    format!("{out}{}", String::from_utf8_lossy(&output.stderr))
}

struct Demo {
    dir: tempfile::TempDir,
}

impl Demo {
    fn new() -> Self {
        let dir = tempfile::tempdir().unwrap();
        let output = run(&["demo", "--once", "--dir", dir.path().join("d").to_str().unwrap()]);
        assert!(output.status.success(), "{}", said(&output));
        Self { dir }
    }

    fn path(&self, below: &str) -> PathBuf {
        self.dir.path().join("d").join(below)
    }

    fn statement(&self) -> PathBuf {
        self.path("content/statements/simulated-french-2023")
    }

    /// `suoja statement` with these words and the demonstration's configuration.
    fn run(&self, words: &[&str], dir: &Path) -> Output {
        let config = self.path("suoja.toml");
        let more = ["--config", config.to_str().unwrap(), dir.to_str().unwrap()];
        run(&[&["statement"], words, &more].concat())
    }

    fn change(&self, file: &str, from: &str, to: &str) {
        let path = self.statement().join(file);
        let text = fs::read_to_string(&path).unwrap();
        assert!(text.contains(from), "{file} has no `{from}`");
        fs::write(path, text.replacen(from, to, 1)).unwrap();
    }
}

fn files(dir: &Path) -> Vec<(String, Vec<u8>)> {
    let mut all: Vec<(String, Vec<u8>)> = fs::read_dir(dir)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .map(|path| {
            (path.file_name().unwrap().to_str().unwrap().to_owned(), fs::read(path).unwrap())
        })
        .collect();
    all.sort();
    all
}

/// The words of each page, as a reader that is no printer finds them.
fn pages(pdf: &Path) -> Vec<String> {
    let output = Command::new("pdftotext").arg("-layout").arg(pdf).arg("-").output().unwrap();
    assert!(output.status.success(), "pdftotext (poppler-utils): {}", said(&output));
    let text = String::from_utf8(output.stdout).unwrap();
    text.split('\u{c}').map(str::to_owned).filter(|page| !page.trim().is_empty()).collect()
}

#[test]
fn the_demonstrations_statement_is_as_it_was_looked_at() {
    let demo = Demo::new();
    let written = files(&demo.path("statement"));
    let names: Vec<&str> = written.iter().map(|(name, _)| name.as_str()).collect();
    assert_eq!(names, ["en.html", "en.pdf", "fr.html", "fr.pdf"]);

    let hash = |bytes: &[u8]| blake3::hash(bytes).to_hex()[..32].to_owned();
    let lines: Vec<String> =
        written.iter().map(|(name, bytes)| format!("{name} {}", hash(bytes))).collect();
    let text = format!("{}\n", lines.join("\n"));
    if std::env::var_os("UPDATE_GOLDEN").is_some() {
        fs::create_dir_all(Path::new(GOLDEN).parent().unwrap()).unwrap();
        fs::write(GOLDEN, &text).unwrap();
    }
    let golden = fs::read_to_string(GOLDEN).unwrap_or_default();
    assert_eq!(text, golden, "look at the pages, then UPDATE_GOLDEN=1");

    for (language, percent, words, simulated, points) in [
        ("en", "57%", "Nearly two thirds", "Simulated answers", "9 percentage points"),
        (
            "fr",
            "57\u{202f}%",
            "près des deux tiers",
            "Réponses simulées",
            "9 points de pourcentage",
        ),
    ] {
        let pages = pages(&demo.path(&format!("statement/{language}.pdf")));
        assert!(pages.len() > 5, "{} pages", pages.len());
        for page in &pages {
            assert!(page.contains(simulated), "every page says that it is simulated: {page}");
        }
        let all: String = pages.join(" ").split_whitespace().collect::<Vec<_>>().join(" ");
        let all = all.replace('\u{a0}', " ");
        let plain = |text: &str| text.replace('\u{202f}', " ");
        for wanted in [percent, words, points, "n = 389", "(n 9)"] {
            assert!(plain(&all).contains(&plain(wanted)), "{language}.pdf lacks `{wanted}`: {all}");
        }
        assert!(!all.contains('⟨') && !all.contains("{date}"), "a hole in {language}.pdf");
    }

    let info = Command::new("pdffonts").arg(demo.path("statement/fr.pdf")).output().unwrap();
    let fonts = String::from_utf8(info.stdout).unwrap();
    let rows: Vec<&str> = fonts.lines().skip(2).collect();
    assert!(!rows.is_empty());
    for row in rows {
        assert!(row.contains(" yes yes yes "), "a font that is not inside: {row}");
    }

    // One point, and it stops; nothing is written then.
    demo.change("claims.toml", "comes_to = 57", "comes_to = 58");
    let out = demo.path("out");
    let words = ["build", "--out", out.to_str().unwrap()];
    let output = demo.run(&words, &demo.statement());
    assert!(!output.status.success());
    let told = said(&output);
    assert!(
        told.contains("claim `wish-stop` comes to 57 (n = 389), and the file expects 58"),
        "{told}"
    );
    assert!(!out.exists(), "nothing half-written");
    // Nobody is there to confirm.
    let output = demo.run(&[&words[..], &["--accept"]].concat(), &demo.statement());
    assert!(!output.status.success() && said(&output).contains("--yes"), "{}", said(&output));
    let output = demo.run(&[&words[..], &["--accept", "--yes"]].concat(), &demo.statement());
    assert!(output.status.success(), "{}", said(&output));
    assert!(said(&output).contains("  - 58, n = 389\n  + 57, n = 389"), "{}", said(&output));
    let again = files(&out);
    assert_eq!(again, written, "what was accepted is what it was");

    // A claim over a sample in which too few answered.
    demo.change(
        "claims.toml",
        "options = [\"no\"]\nsample = \"all\"",
        "options = [\"no\"]\nsample = \"complete\"",
    );
    let output = demo.run(&["build"], &demo.statement());
    let told = said(&output);
    assert!(
        told.contains("claim `never-sought-help`")
            && (told.contains("suppressed") || told.contains("no data")),
        "{told}"
    );
    begins_anew(&demo);
}

/// A new statement builds as soon as what it found was accepted, and goes on a site.
fn begins_anew(demo: &Demo) {
    let dir = demo.path("belgium");
    let output = demo.run(&["new", "--language", "fr", "--country", "BE"], &dir);
    assert!(output.status.success(), "{}", said(&output));
    assert!(fs::read_to_string(dir.join("claims.toml")).unwrap().contains("be-reports-2021"));
    let output = demo.run(&["build"], &dir);
    assert!(said(&output).contains("and the file expects nothing"), "{}", said(&output));
    let output = demo.run(&["build", "--accept", "--yes"], &dir);
    assert!(output.status.success(), "{}", said(&output));
    let output = demo.run(&["new", "--language", "fr"], &dir);
    assert!(said(&output).contains("is not empty; name another folder"), "{}", said(&output));

    let site = demo.path("site");
    let words = ["site", "--out", site.to_str().unwrap(), "--base", "https://example.org/"];
    let output = demo.run(&words, &dir);
    assert!(output.status.success(), "{}", said(&output));
    for path in ["en/index.html", "en/feed.xml", "fr/feed.xml", "belgium/fr.html", "belgium/en.pdf"]
    {
        assert!(site.join(path).exists(), "{path}");
    }
    watched(demo, &dir);
}

/// A change of a text builds again.
fn watched(demo: &Demo, dir: &Path) {
    let (config, out) = (demo.path("suoja.toml"), demo.path("watched"));
    let mut child = Command::new(env!("CARGO_BIN_EXE_suoja"))
        .args(["statement", "watch", "--config", config.to_str().unwrap()])
        .args(["--out", out.to_str().unwrap(), dir.to_str().unwrap()])
        .stdout(std::process::Stdio::null())
        .spawn()
        .unwrap();
    let page = || fs::read_to_string(out.join("en.html")).unwrap_or_default();
    let wait = |wanted: &str| {
        (0..600).any(|_| {
            std::thread::sleep(std::time::Duration::from_millis(100));
            page().contains(wanted)
        })
    };
    assert!(wait("Say what a reader should take away"), "the first build");
    for name in ["en.md", "fr.md"] {
        let text = fs::read_to_string(dir.join(name)).unwrap();
        let text = text.replace("Say what a reader should take away", "Said anew");
        fs::write(dir.join(name), text).unwrap();
    }
    let output = run(&["statement", "stamp", dir.to_str().unwrap()]);
    assert!(output.status.success(), "{}", said(&output));
    assert!(wait("Said anew"), "the build after a change");
    child.kill().unwrap();
    child.wait().unwrap();
}
