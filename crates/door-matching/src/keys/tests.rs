//! Keys are recognised by their hash alone, limited each by itself, and revoked by their line.

use super::*;

fn key(seed: u8) -> ApiKey {
    ApiKey::new([seed; 32])
}

fn line(seed: u8, name: &str, per_minute: u32) -> String {
    let per_minute = NonZeroU32::new(per_minute).unwrap();
    key(seed).line(name, "match,hash".parse().unwrap(), per_minute).to_string()
}

fn read(text: &str) -> Keys {
    let (keys, faults) = Keys::parse(text, &Keys::default());
    assert_eq!(faults, []);
    keys
}

fn bearer(seed: u8) -> Vec<u8> {
    format!("Bearer {}", *key(seed).to_text()).into_bytes()
}

const ONE: NonZeroU32 = NonZeroU32::MIN;

#[test]
fn the_file_does_not_hold_the_key_and_still_knows_it() {
    let text = format!("# comment\n\n{}\n", line(1, "one", 60));
    assert!(!text.contains(&*key(1).to_text()));
    let keys = read(&text);
    let found = keys.find(&bearer(1)).unwrap();
    assert_eq!(found.line.name, "one");
    assert!(found.line.scopes.has(Scope::Match) && !found.line.scopes.has(Scope::Detail));
    assert_eq!(found.line.to_string(), line(1, "one", 60));
    for wrong in
        [&b""[..], b"Bearer", b"Bearer ", b"Basic abc", &bearer(2), key(1).to_text().as_bytes()]
    {
        assert!(keys.find(wrong).is_none());
    }
    assert_eq!(format!("{:?}", key(1)), "ApiKey(…)");
}

#[test]
fn a_line_that_is_none_opens_nothing_and_hinders_no_other() {
    let good = line(1, "one", 60);
    let hash = good.split(' ').next_back().unwrap();
    let text = format!(
        "{good}\nonly three words\nONE match 60 {hash}\ntwo matsch 60 {hash}\ntwo match 0 {hash}\n\
         two match 60 blake3:00\ntwo match 60 {hash}\n{}\n{}",
        line(2, "one", 60),
        line(3, "three", 60)
    );
    let (keys, faults) = Keys::parse(&text, &Keys::default());
    let lines: Vec<usize> = faults.iter().map(|(line, _)| *line).collect();
    assert_eq!(lines, [2, 3, 4, 5, 6, 7, 8]);
    assert!(faults.iter().all(|(_, fault)| !fault.to_string().contains(hash)));
    assert_eq!(keys.len(), 2);
    assert!(keys.find(&bearer(1)).is_some() && keys.find(&bearer(3)).is_some());
    assert!(keys.find(&bearer(2)).is_none());
}

#[test]
fn each_key_is_limited_by_itself() {
    let keys = read(&format!("{}\n{}\n", line(1, "one", 3), line(2, "two", 3)));
    let (one, two) = (keys.find(&bearer(1)).unwrap(), keys.find(&bearer(2)).unwrap());
    assert_eq!((0..10).filter(|_| one.spend(ONE).is_ok()).count(), 3);
    assert!(matches!(one.spend(ONE), Err(Spent::Wait(wait)) if wait <= Duration::from_secs(20)));
    assert_eq!(two.spend(NonZeroU32::new(4).unwrap()), Err(Spent::TooManyAtOnce));
    assert_eq!(two.spend(NonZeroU32::new(3).unwrap()), Ok(()));
}

#[test]
fn reading_the_file_again_gives_nothing_back_and_revokes_what_is_gone() {
    let text = format!("{}\n{}\n", line(1, "one", 3), line(2, "two", 3));
    let keys = read(&text);
    keys.find(&bearer(1)).unwrap().spend(NonZeroU32::new(3).unwrap()).unwrap();
    let (again, _) = Keys::parse(&line(1, "one", 3), &keys);
    assert!(again.find(&bearer(1)).unwrap().spend(ONE).is_err());
    assert!(again.find(&bearer(2)).is_none());
    let (more, _) = Keys::parse(&line(1, "one", 4), &again);
    assert!(more.find(&bearer(1)).unwrap().spend(ONE).is_ok(), "a new limit begins anew");
}
