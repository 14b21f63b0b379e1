//! Rooms: who may depend on whom, and which are pure.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

/// Rooms from the ground up. A room may depend only on rooms of a lower floor.
const FLOORS: [&[&str]; 6] = [
    &[
        "charts",
        "disclosure",
        "locale",
        "oscola",
        "pdq",
        "radius",
        "seal",
        "stats",
        "store",
        "trigger",
        "typeset",
        "web",
    ],
    &["directory", "exchange", "instrument", "media", "warning"],
    &["findings", "matching", "programme", "simulation"],
    &[
        "door-matching",
        "door-reach",
        "door-service",
        "door-support",
        "programme-print",
        "statement",
        "statement-pdf",
    ],
    &["suoja"],
    &["bench", "xtask"],
];

/// Rooms that take time, randomness and I/O as arguments.
const PURE: [&str; 15] = [
    "charts",
    "directory",
    "disclosure",
    "exchange",
    "findings",
    "instrument",
    "locale",
    "oscola",
    "programme",
    "programme-print",
    "simulation",
    "statement",
    "stats",
    "trigger",
    "warning",
];

/// Crates that the house does without.
const BANNED: [&str; 4] = ["aws-lc-sys", "openssl-sys", "reqwest", "rusqlite"];

/// Crates that no public door may link, directly or through others: whatever decodes images.
const NOT_BEHIND_A_DOOR: [&str; 6] = ["image", "krilla", "media", "png", "typst", "usvg"];
const DOORS: [&str; 4] = ["door-matching", "door-reach", "door-service", "door-support"];

/// Slips against the plan of the house.
pub fn check(root: &Path) -> Vec<String> {
    let mut slips = Vec::new();
    for (floor, room) in rooms() {
        let folder = match room {
            "bench" => root.join("benches"),
            "xtask" => root.join("xtask"),
            room => root.join("crates").join(room),
        };
        let Ok(manifest) = fs::read_to_string(folder.join("Cargo.toml")) else {
            slips.push(format!("room `{room}` has no Cargo.toml"));
            continue;
        };
        for needed in ["license.workspace = true", "[lints]\nworkspace = true"] {
            if !manifest.contains(needed) {
                slips.push(format!("{room}/Cargo.toml lacks `{needed}`"));
            }
        }
        slips.extend(upwards(room, floor, &manifest));
        if PURE.contains(&room) {
            let rules = fs::read_link(folder.join("clippy.toml")).unwrap_or_default();
            if !rules.ends_with("lints/pure.clippy.toml") {
                slips.push(format!(
                    "{room} is pure: link its clippy.toml to lints/pure.clippy.toml"
                ));
            }
        }
    }
    slips.extend(unknown_rooms(root));
    let lock = fs::read_to_string(root.join("Cargo.lock")).unwrap_or_default();
    for banned in BANNED {
        if lock.contains(&format!("name = \"{banned}\"\n")) {
            slips.push(format!("Cargo.lock has `{banned}`, which this house does without"));
        }
    }
    for door in DOORS {
        let linked = linked(&lock, door);
        let decoders = NOT_BEHIND_A_DOOR.iter().filter(|name| linked.contains(**name));
        slips.extend(decoders.map(|name| format!("{door} links `{name}`; no door decodes images")));
    }
    slips
}

/// Everything that a package depends on, by the lock file.
fn linked<'a>(lock: &'a str, package: &'a str) -> BTreeSet<&'a str> {
    let name_of = |line: &'a str| line.split('"').nth(1)?.split(' ').next();
    let mut needs: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for block in lock.split("[[package]]") {
        let Some(name) = block.lines().find(|line| line.starts_with("name = ")).and_then(name_of)
        else {
            continue;
        };
        let dependencies = block.lines().filter(|line| line.starts_with(" \"")).filter_map(name_of);
        needs.entry(name).or_default().extend(dependencies);
    }
    let mut seen = BTreeSet::new();
    let mut open = vec![package];
    while let Some(name) = open.pop() {
        if seen.insert(name) {
            open.extend(needs.get(name).into_iter().flatten());
        }
    }
    seen
}

fn rooms() -> impl Iterator<Item = (usize, &'static str)> {
    FLOORS
        .iter()
        .enumerate()
        .flat_map(|(floor, rooms)| rooms.iter().map(move |room| (floor, *room)))
}

/// Dependencies on rooms of the same floor or above.
fn upwards(room: &str, floor: usize, manifest: &str) -> Vec<String> {
    let dependencies = manifest.split("[dev-dependencies]").next().unwrap_or_default();
    let names = dependencies.lines().filter_map(|line| line.split(['.', ' ', '=']).next());
    let above = names.filter(|name| rooms().any(|(other, own)| own == *name && other >= floor));
    let above = above.filter(|name| *name != room);
    above.map(|name| format!("{room} depends on {name}, which is not below it")).collect()
}

/// Folders of crates that the plan does not name.
fn unknown_rooms(root: &Path) -> Vec<String> {
    let folders = fs::read_dir(root.join("crates")).into_iter().flatten().flatten();
    let names = folders.map(|entry| entry.file_name().to_string_lossy().into_owned());
    let unknown = names.filter(|name| !rooms().any(|(_, room)| room == name));
    unknown.map(|name| format!("room `{name}` stands on no floor; add it to the plan")).collect()
}

#[cfg(test)]
mod tests {
    use super::linked;

    #[test]
    fn what_is_linked_is_found_through_others() {
        let lock = "[[package]]\nname = \"door\"\ndependencies = [\n \"web 1.0\",\n]\n\n\
                    [[package]]\nname = \"web\"\ndependencies = [\n \"image\",\n]\n\n\
                    [[package]]\nname = \"image\"\n\n[[package]]\nname = \"typst\"\n";
        let found: Vec<&str> = linked(lock, "door").into_iter().collect();
        assert_eq!(found, ["door", "image", "web"]);
    }
}
