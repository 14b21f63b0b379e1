//! Lists are secrets: who may read the files, and what is never printed.

use std::fs::{self, Permissions};
use std::os::unix::fs::PermissionsExt;
use std::path::Path;

use matching::{ListError, ListReader, Lists, Mode, Writer};

use crate::{about, add_list, ask, folder, import, listed, now, policy, print};

fn modes(dir: &Path) -> Vec<(String, u32)> {
    let mut found = Vec::new();
    for entry in fs::read_dir(dir).unwrap() {
        let entry = entry.unwrap();
        let mode = entry.metadata().unwrap().permissions().mode() & 0o777;
        found.push((entry.path().display().to_string(), mode));
        if entry.path().is_dir() {
            found.extend(modes(&entry.path()));
        }
    }
    found
}

#[tokio::test]
async fn every_file_is_its_owners_alone_from_the_beginning() {
    let dir = tempfile::tempdir().unwrap();
    let lists = dir.path().join("lists");
    add_list(&lists, "one", "").await;
    import(&lists, "one", (0..20_000).map(|line| listed(print(line), line)).collect()).await;
    let _open = Lists::open(&lists, Mode::Reading).await.unwrap();
    let found = modes(dir.path());
    assert!(found.len() > 5, "{found:?}");
    for (path, mode) in found {
        assert_eq!(mode & 0o077, 0, "{path} has mode {mode:o}");
    }
}

#[tokio::test]
async fn a_list_that_others_can_read_is_refused_with_what_to_do() {
    let dir = folder("").await;
    import(dir.path(), "one", vec![listed(print(1), 1)]).await;
    let manifest = fs::read_dir(dir.path().join("one/index")).unwrap().next().unwrap().unwrap();
    for (path, open, fit) in [
        (dir.path().join("one/list.toml"), 0o644, 0o600),
        (dir.path().join("one/rows.sqlite"), 0o640, 0o600),
        (dir.path().join("one"), 0o750, 0o700),
        (dir.path().join("one/index"), 0o755, 0o700),
        (manifest.path(), 0o604, 0o600),
        (dir.path().to_owned(), 0o755, 0o700),
    ] {
        fs::set_permissions(&path, Permissions::from_mode(open)).unwrap();
        let words = format!("chmod {fit:o} {}", path.display());
        let refusals = [
            Lists::open(dir.path(), Mode::Serving).await.map(drop),
            ListReader::open(dir.path(), "one").await.map(drop),
            Writer::open(dir.path(), "one", now()).await.map(drop),
        ];
        for refused in refusals {
            assert!(refused.unwrap_err().to_string().ends_with(&words), "{words}");
        }
        fs::set_permissions(&path, Permissions::from_mode(fit)).unwrap();
    }
    Lists::open(dir.path(), Mode::Serving).await.unwrap();
}

#[tokio::test]
async fn nothing_that_is_printed_holds_a_hash() {
    let dir = folder("").await;
    import(dir.path(), "one", vec![listed(print(1), 1)]).await;
    let answer = ask(dir.path(), &about(print(1))).await;
    let rows = ListReader::open(dir.path(), "one").await.unwrap().rows(0, 10).await.unwrap();
    let printed = format!("{answer:?} {rows:?} {:?} {:?}", about(print(1)), answer.briefs());
    assert!(printed.contains("row 1"));
    let hash = print(1).to_string();
    for part in [&hash[..8], &hash[28..36], &hash[56..]] {
        assert!(!printed.contains(part), "{printed}");
    }
    let bytes = format!("{:?}", &print(1).0[..4]);
    assert!(!printed.contains(bytes.trim_matches(['[', ']'])));
}

#[tokio::test]
async fn an_outsider_is_told_class_source_and_what_follows() {
    let dir = folder("").await;
    import(dir.path(), "one", vec![listed(print(1), 1), listed(print(1), 2)]).await;
    let briefs = ask(dir.path(), &about(print(1))).await.briefs();
    let json = serde_json::to_string(&briefs).unwrap();
    let wanted = r#"[{"level":"review","class":"test","source":"An invented source"}]"#;
    assert_eq!(json, wanted);
}

#[tokio::test]
async fn names_cannot_lead_out_of_the_folder() {
    let dir = folder("").await;
    for name in ["", "..", "a/b", "One", "with space", &"a".repeat(65)] {
        let made = matching::create(dir.path(), name, &policy(""), now()).await;
        assert!(matches!(made, Err(ListError::Name(_))), "{name}");
        let opened = ListReader::open(dir.path(), name).await.map(drop);
        assert!(matches!(opened, Err(ListError::Name(_))), "{name}");
    }
}
