//! The editions of the programme to take along hold every word of it, and nothing that loads or runs.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use programme::{Block, Files, Programme, Span};

const SUOJA: &str = env!("CARGO_BIN_EXE_suoja");

fn content(below: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../content").join(below)
}

fn build(out: &Path, more: &[&str]) -> Output {
    Command::new(SUOJA)
        .args(["programme", "build"])
        .arg(content("programme"))
        .arg("--helplines")
        .arg(content("helplines/helplines.toml"))
        .arg("--out")
        .arg(out)
        .args(["--date", "2026-11-24"])
        .args(more)
        .output()
        .unwrap()
}

fn said(output: &Output) -> String {
    let out = String::from_utf8_lossy(&output.stdout);
    format!("{out}{}", String::from_utf8_lossy(&output.stderr))
}

fn all(dir: &Path) -> BTreeMap<String, Vec<u8>> {
    let file = |entry: fs::DirEntry| {
        (entry.file_name().into_string().unwrap(), fs::read(entry.path()).unwrap())
    };
    fs::read_dir(dir).unwrap().map(|entry| file(entry.unwrap())).collect()
}

fn programme() -> Programme {
    let mut files = Files::new();
    let mut folders = vec![(content("programme"), String::new())];
    while let Some((folder, below)) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            let name = format!("{below}{}", path.file_name().unwrap().to_str().unwrap());
            if path.is_dir() {
                folders.push((path, format!("{name}/")));
            } else {
                files.insert(name, fs::read_to_string(&path).unwrap());
            }
        }
    }
    programme::load(&files).0.unwrap()
}

/// Words alone: without marks, spaces, and the hyphens at which lines may break.
fn words(text: &str) -> String {
    text.chars().filter(|own| own.is_alphanumeric()).collect()
}

/// What a person reads of a page, without its markup.
fn of_html(html: &str) -> String {
    let mut text = String::new();
    let mut inside = false;
    for character in html.split("<body").nth(1).unwrap().chars() {
        match character {
            '<' => inside = true,
            '>' => inside = false,
            other if !inside => text.push(other),
            _ => {}
        }
    }
    let entities =
        [("&#39;", "'"), ("&amp;", "&"), ("&quot;", "\""), ("&#38;", "&"), ("&#34;", "\"")];
    words(&entities.iter().fold(text, |text, (from, to)| text.replace(from, to)))
}

/// What a reader that is no printer finds in a PDF.
fn of_pdf(path: &Path) -> String {
    let output = Command::new("pdftotext").arg("-raw").arg(path).arg("-").output().unwrap();
    assert!(output.status.success(), "pdftotext (poppler-utils): {}", said(&output));
    let text = String::from_utf8(output.stdout).unwrap();
    // Footers stand between what a page break divides.
    let kept = text.lines().filter(|line| !is_footer(line));
    words(&kept.collect::<Vec<_>>().join("\n"))
}

fn is_footer(line: &str) -> bool {
    let bare = line.trim().trim_start_matches('\u{c}');
    bare.chars().all(|own| own.is_ascii_digit())
        || bare.starts_with("In danger now:")
        || bare.starts_with("En danger maintenant")
}

/// What is said without a break: in print, the number of a page stands after each link.
fn spoken(spans: &[Span]) -> Vec<String> {
    let unbroken = spans.chunk_by(|own, next| own.to == next.to || own.to.is_none());
    unbroken.map(|spans| spans.iter().map(|span| span.text.as_str()).collect()).collect()
}

/// Every sentence, title and question that an edition must have.
fn everything(programme: &Programme, language: &str) -> Vec<String> {
    let tag = locale::LanguageTag::parse(language).unwrap();
    let mut all = Vec::new();
    for (_, module) in programme.modules() {
        let text = programme.text(&tag, &module.id).unwrap();
        all.push(text.title.clone());
        let sections = text.sections.iter();
        all.extend(sections.clone().map(|section| section.title.clone()));
        for block in text.lead.iter().chain(sections.flat_map(|section| &section.blocks)) {
            match block {
                Block::Paragraph(spans) => all.extend(spoken(spans)),
                Block::List(items) => all.extend(items.iter().flat_map(|spans| spoken(spans))),
                Block::Exercise(id) => all.push(programme.exercises.texts.of(&tag, id)),
            }
        }
    }
    all
}

#[test]
fn both_editions_hold_every_word_in_both_languages_and_the_same_bytes_each_time() {
    let (one, two) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    let built = build(one.path(), &["--allow-unreviewed"]);
    assert!(built.status.success(), "{}", said(&built));
    assert!(said(&built).contains("24 modules are not reviewed"), "{}", said(&built));
    assert!(build(two.path(), &["--allow-unreviewed"]).status.success());
    let files = all(one.path());
    assert_eq!(files.len(), 4, "{:?}", files.keys());
    assert!(files == all(two.path()), "the same files and day give the same bytes");

    let programme = programme();
    for language in ["en", "fr"] {
        let html = String::from_utf8(files[&format!("programme-{language}.html")].clone()).unwrap();
        let editions = [
            ("html", of_html(&html)),
            ("pdf", of_pdf(&one.path().join(format!("workbook-{language}.pdf")))),
        ];
        let expected = everything(&programme, language);
        assert!(expected.len() > 400, "{} texts", expected.len());
        for (name, text) in &editions {
            let missing: Vec<&String> =
                expected.iter().filter(|own| !text.contains(&words(own))).collect();
            assert!(missing.is_empty(), "{name} in {language} lacks {missing:#?}");
        }
        for never in ["<script", "<iframe", "<img", "<object", " src=", "@import", "url(", "<form"]
        {
            assert!(!html.contains(never), "{never} in {language}");
        }
        let links = html.split("<link").skip(1).map(|own| own.split('>').next().unwrap());
        assert!(links.into_iter().all(|own| own.contains("data:,")), "a page that loads nothing");
        assert!(
            html.contains("Content-Security-Policy")
                && html.contains(&format!("lang=\"{language}\""))
        );
    }
}

#[test]
fn a_workbook_is_tagged_has_its_fonts_inside_and_says_on_its_cover_nothing_of_what_it_is_about() {
    let dir = tempfile::tempdir().unwrap();
    assert!(build(dir.path(), &["--allow-unreviewed", "--language", "fr"]).status.success());
    assert_eq!(all(dir.path()).len(), 2);
    let pdf = dir.path().join("workbook-fr.pdf");
    let info = Command::new("pdfinfo").arg(&pdf).output().unwrap();
    let info = String::from_utf8_lossy(&info.stdout).into_owned();
    assert!(info.contains("Tagged:          yes") && info.contains("A4"), "{info}");
    let fonts = Command::new("pdffonts").arg(&pdf).output().unwrap();
    let fonts = String::from_utf8_lossy(&fonts.stdout).into_owned();
    assert!(fonts.lines().skip(2).all(|line| line.contains(" yes yes ")), "{fonts}");
    let cover = Command::new("pdftotext").args(["-l", "1"]).arg(&pdf).arg("-").output().unwrap();
    let cover = String::from_utf8(cover.stdout).unwrap().to_lowercase();
    assert!(cover.contains("cahier"), "{cover}");
    for word in ["enfant", "sexuel", "image", "abus"] {
        assert!(!cover.contains(word), "`{word}` on the cover");
    }
}

#[test]
fn what_cannot_be_built_is_refused_and_nothing_is_written() {
    let dir = tempfile::tempdir().unwrap();
    let out = dir.path().join("editions");
    let refused = build(&out, &[]);
    assert_eq!(refused.status.code(), Some(1));
    assert!(said(&refused).contains("--allow-unreviewed"), "{}", said(&refused));
    let refused = build(&out, &["--allow-unreviewed", "--language", "de"]);
    assert_eq!(refused.status.code(), Some(1));
    assert!(
        said(&refused).contains("`de`") && said(&refused).contains("en, fr"),
        "{}",
        said(&refused)
    );
    assert!(!out.exists(), "nothing is written");
}
