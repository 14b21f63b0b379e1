//! `suoja doctor`: what is wrong with this machine before it hurts.

use std::fs;
use std::num::NonZeroUsize;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::Result;

use crate::config::{Config, Matching, Reach, Researcher, is_local};
use crate::{commands, decoding, files, guard};

/// Proxies whose settings are looked at without being named.
const PROXIES: [&str; 3] =
    ["/etc/nginx/nginx.conf", "/etc/nginx/conf.d", "/etc/nginx/sites-enabled"];

struct Findings {
    wrong: usize,
}

impl Findings {
    fn look(&mut self, fine: bool, good: &str, bad: &str) {
        if fine {
            println!("ok     {good}");
        } else {
            self.wrong += 1;
            println!("WRONG  {bad}");
        }
    }
}

pub fn run(config: &Path, proxies: &[PathBuf]) -> Result<ExitCode> {
    let config = Config::read(config)?;
    let mut found = Findings { wrong: 0 };
    if let Some(reach) = &config.reach {
        server(&config, reach, proxies, &mut found)?;
    }
    if let Some(service) = &config.service {
        private(&service.list, &mut found);
        private(&service.list_key, &mut found);
    }
    if let Some(matching) = &config.matching {
        platforms(matching, &mut found)?;
    }
    if let Some(desk) = &config.researcher {
        researcher(desk, &mut found)?;
    }
    if config.reach.is_some() && config.researcher.is_some() {
        found.look(
            config.simulated,
            "server and desk on one machine: right for a demonstration",
            "server and desk are one machine: whoever takes it can open every answer; move the desk",
        );
    }
    if found.wrong == 0 {
        println!("Nothing wrong was found.");
        return Ok(ExitCode::SUCCESS);
    }
    println!("{} things are wrong.", found.wrong);
    Ok(ExitCode::FAILURE)
}

fn server(config: &Config, reach: &Reach, proxies: &[PathBuf], found: &mut Findings) -> Result<()> {
    let keys = guard::private_keys(&commands::serve::server_dirs(reach))?;
    let names: Vec<String> = keys.iter().map(|path| path.display().to_string()).collect();
    found.look(
        keys.is_empty(),
        "no private key beside the server",
        &format!("private key beside the server: {}; move it away", names.join(", ")),
    );
    let sets = files::key_sets(&reach.keys, &config.study)?;
    let newest = sets.last().map(|(set, _)| set.quarter.clone()).unwrap_or_default();
    found.look(
        newest >= commands::keys::this_quarter(),
        "public keys of this quarter",
        &format!("the newest key set is `{newest}`; `suoja keys rotate`"),
    );
    let swaps = fs::read_to_string("/proc/swaps").unwrap_or_default();
    found.look(
        swaps.lines().count() <= 1,
        "no swap",
        "swap is on: pages of memory with an answer can reach the disk; `swapoff -a`, or encrypt it",
    );
    let pattern = fs::read_to_string("/proc/sys/kernel/core_pattern").unwrap_or_default();
    found.look(
        !pattern.starts_with('|'),
        "core dumps go to no other program",
        "core dumps are piped to a program that keeps them; this door forbids its own, other \
         programs on this machine do not: set kernel.core_pattern",
    );
    private(&reach.store, found);
    if let Some(store) = reach.programme.as_ref().and_then(|own| own.store.as_ref()) {
        private(store, found);
    }
    for path in proxies.iter().cloned().chain(PROXIES.map(PathBuf::from)) {
        proxy(&path, found);
    }
    Ok(())
}

fn platforms(matching: &Matching, found: &mut Findings) -> Result<()> {
    folder(&matching.lists, found);
    let keys = commands::serve::keys(matching).map_err(|error| format!("{error:#}"));
    found.look(keys.is_ok(), "the file of keys is in order", &keys.err().unwrap_or_default());
    if let Some(audit) = &matching.audit {
        private(audit, found);
    }
    let listen = matching.listen()?;
    found.look(
        is_local(&listen),
        "questions about files come from this machine or through its proxy",
        &format!(
            "[matching] listens on {listen} without TLS: keys and files cross the network in the \
             clear; listen on a Unix socket or loopback, behind a proxy with TLS"
        ),
    );
    let one = Some(NonZeroUsize::MIN);
    let shut = decoding::start(one, media::Settings::default());
    let said = shut.map(|_| ()).map_err(|error| format!("{error:#}"));
    found.look(
        said.is_ok(),
        "workers that decode pictures can shut themselves in",
        &format!("no picture can be decoded: {}", said.err().unwrap_or_default()),
    );
    Ok(())
}

fn researcher(desk: &Researcher, found: &mut Findings) -> Result<()> {
    for path in files::files_with(&desk.keys, "key")? {
        private(&path, found);
    }
    for name in [crate::kept::ANSWERS, crate::kept::TEXTS] {
        private(&desk.opened.join(name), found);
    }
    Ok(())
}

/// A folder that is there must be its owner's alone.
fn folder(path: &Path, found: &mut Findings) {
    let Ok(about) = fs::metadata(path) else { return };
    let (mode, shown) = (about.permissions().mode() & 0o777, path.display());
    found.look(
        mode & 0o077 == 0,
        &format!("{shown} is its owner's alone"),
        &format!("{shown} can be entered by others (mode {mode:o}); chmod 700"),
    );
}

/// A file that is there must be its owner's alone.
fn private(path: &Path, found: &mut Findings) {
    let Ok(file) = fs::metadata(path) else { return };
    let mode = file.permissions().mode() & 0o777;
    let shown = path.display();
    found.look(
        mode & 0o077 == 0,
        &format!("{shown} is its owner's alone"),
        &format!("{shown} can be read by others (mode {mode:o}); chmod 600"),
    );
}

/// A proxy in front must not keep an access log.
fn proxy(path: &Path, found: &mut Findings) {
    let paths: Vec<PathBuf> = match fs::read_dir(path) {
        Ok(entries) => entries.filter_map(|entry| Some(entry.ok()?.path())).collect(),
        Err(_) => vec![path.to_owned()],
    };
    for path in paths {
        let Ok(text) = fs::read_to_string(&path) else { continue };
        let shown = path.display();
        found.look(
            !keeps_access_log(&text),
            &format!("{shown} keeps no access log"),
            &format!("{shown} keeps an access log with addresses; `access_log off;`"),
        );
    }
}

/// Whether settings of nginx keep an access log: they name one, or they are its main settings and
/// do not switch it off, for nginx keeps one unless it is told not to.
fn keeps_access_log(text: &str) -> bool {
    let bare = text.lines().map(|line| line.split('#').next().unwrap_or_default().trim());
    let words: Vec<Vec<&str>> =
        bare.map(|line| line.trim_end_matches(';').split_whitespace().collect()).collect();
    let logs = || words.iter().filter(|words| words.first() == Some(&"access_log"));
    let named = logs().any(|words| words.get(1) != Some(&"off"));
    let main = words.iter().any(|words| words.first() == Some(&"http"));
    named || (main && logs().next().is_none())
}

#[cfg(test)]
mod tests {
    use super::keeps_access_log;

    #[test]
    fn nginx_keeps_a_log_unless_it_is_told_not_to() {
        assert!(keeps_access_log("http {\n  server { }\n}"));
        assert!(keeps_access_log("http {\n access_log off;\n}\naccess_log /var/log/x;"));
        assert!(!keeps_access_log("http {\n access_log off; # nothing\n}"));
        assert!(!keeps_access_log("server {\n # access_log /var/log/x;\n}"));
    }
}
