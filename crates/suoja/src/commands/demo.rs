//! `suoja demo`: everything once, with simulated answers.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use anyhow::{Context, Result, bail};
use door_reach::{Intake, Submission};
use findings::{Mode, render};
use instrument::{Answers, Instrument};
use locale::LanguageTag;
use simulation::{SimulatedAnswer, Spec};
use store::{RowKey, Store, Week};
use tokio::sync::Semaphore;
use web::Entropy;

use crate::cli::DemoArgs;
use crate::config::Config;
use crate::content::{FILES, SIMULATION, SIMULATION_NAME, STATEMENT};
use crate::world::MachineEntropy;
use crate::{commands, files, progress};

mod warning;

/// The study's id; the word stands in every file name that has it.
const STUDY: &str = "simulated-2023";
/// Says that a folder is a demonstration.
const MARK: &str = "SIMULATED.txt";
/// Answers that are under way at once; each waits for its pages to be on disk.
const UNDER_WAY: usize = 512;
/// The language group of the demonstration.
const GROUP: &str = "language=fr";

pub fn run(args: &DemoArgs) -> Result<()> {
    let dir = &args.dir;
    let config_path = dir.join("suoja.toml");
    if args.once {
        clear(dir)?;
    }
    if dir.join(MARK).exists() {
        println!("Using the demonstration in {}; remove the folder to begin anew.", dir.display());
    } else {
        make(dir, &config_path, args)?;
    }
    let config = Config::read(&config_path)?;
    let desk = config.researcher()?;
    let identities = commands::open::identities(&[], desk)?;
    let (counts, merged) = commands::open::open(&config, &desk.store, &identities)?;
    commands::open::tell(&counts, &merged);

    let labels = LanguageTag::parse("en")?;
    let report = commands::findings::report(&config, &GROUP.parse()?, "all", Mode::Safe, &labels)?;
    let json = dir.join("findings.json");
    files::write_public(&json, render::json(&report).as_bytes())?;
    let written = statement(config_path.as_path(), dir)?;
    if args.once {
        println!("Simulated findings written to {}.", json.display());
        written.iter().for_each(|file| println!("Simulated statement: {}", file.display()));
        return Ok(());
    }
    println!("\n{}", render::table(&report, commands::findings::width()));
    explain(dir, &config_path);
    written.iter().for_each(|file| println!("Simulated statement: {}", file.display()));
    warning::explain(dir, &config_path, &args.listen);
    let doors = commands::serve::doors(&config).into_iter();
    let doors: Result<Vec<_>> =
        doors.map(|name| Ok((name, commands::serve::listens(&config, name)?))).collect();
    commands::serve::serve(&config, &doors?)
}

/// Builds the statement that comes with the program from what was opened. One more answer changes
/// its numbers, and then it stops: that is what it is for.
fn statement(config: &Path, dir: &Path) -> Result<Vec<PathBuf>> {
    let desk = commands::statement::Desk::read(Config::read(config)?)?;
    let folder = dir.join(STATEMENT);
    match commands::statement::once(&desk, &folder, &dir.join("statement"))? {
        Ok(written) => Ok(written.files),
        Err(failure) => {
            commands::statement::refuse(&failure);
            println!("The answers have changed since the statement was written; see above.");
            Ok(Vec::new())
        }
    }
}

/// Removes an earlier demonstration, and nothing else.
fn clear(dir: &Path) -> Result<()> {
    if dir.join(MARK).exists() {
        fs::remove_dir_all(dir).with_context(|| format!("cannot clear {}", dir.display()))?;
    }
    Ok(())
}

fn make(dir: &Path, config_path: &Path, args: &DemoArgs) -> Result<()> {
    if fs::read_dir(dir).is_ok_and(|mut entries| entries.next().is_some()) {
        bail!("{} is not empty and no demonstration; name another folder", dir.display());
    }
    let (server, researcher) = (dir.join("server"), dir.join("researcher"));
    files::private_dir(&server)?;
    files::private_dir(&researcher)?;
    for (path, text) in FILES {
        let path = dir.join(path);
        fs::create_dir_all(path.parent().unwrap_or(dir))?;
        files::write_public(&path, text.as_bytes())?;
    }
    files::write_public(config_path, config_text(args)?.as_bytes())?;
    let people = ["invented-researcher".to_owned(), "invented-colleague".to_owned()];
    let quarter = commands::keys::this_quarter();
    let (private, public) = (researcher.join("keys"), server.join("keys"));
    commands::keys::make(STUDY, &quarter, &people, &private, &public)?;
    warning::make(dir, &args.listen)?;

    let config = Config::read(config_path)?;
    let spec = Spec::parse(SIMULATION_NAME, SIMULATION)?;
    println!("{}", spec.title);
    println!("Organisation: {}\n", spec.organisation);
    super::runtime()?.block_on(seal_all(&config, &spec))?;
    let mark = format!("{}\nEverything in this folder is simulated.\n", spec.title);
    files::write_public(&dir.join(MARK), mark.as_bytes())
}

fn config_text(args: &DemoArgs) -> Result<String> {
    let [support, service] = [1, 2].map(|more| warning::beside(&args.listen, more));
    Ok(format!(
        r#"# A demonstration: server and desk on one machine, every answer simulated.
study = "{STUDY}"
simulated = true
instruments = [
    "content/instruments/help-us",
    "content/instruments/no-need",
    "content/programme/feedback",
]

[reach]
listen = "{reach}"
store = "server/simulated-answers.sqlite"
keys = "server/keys"
helplines = "content/helplines/helplines.toml"
# Nobody has reviewed these texts yet; every page says so.
allow_unreviewed = true

[reach.programme]
content = "content/programme"
store = "server/programme.sqlite"

[support]
listen = "{support}"
helplines = "content/helplines/helplines.toml"
allow_unreviewed = true

[service]
listen = "{service}"
key = "server/service.key"
list = "server/list.suoja"
list_key = "server/list.key"
arm = "harm-hopeful"
helplines = "content/helplines/helplines.toml"
allow_unreviewed = true

[service.channels.demo]
reach = "http://{reach}"
support = "http://{support}"
back = "{back}"
programme = true

[researcher]
store = "server/simulated-answers.sqlite"
keys = "researcher/keys"
public_keys = "server/keys"
opened = "researcher/simulated-opened"
samples = "content/samples.toml"
figures = "content/figures"
text_checks = "content/text-checks"
helplines = "content/helplines/helplines.toml"
"#,
        reach = args.listen,
        support = support?,
        service = service?,
        back = warning::BACK
    ))
}

/// Sends every simulated answer the way of the web form.
async fn seal_all(config: &Config, spec: &Spec) -> Result<()> {
    let reach = config.reach()?;
    let mut loaded = files::load_instruments(&config.instruments)?;
    // Nothing is published about the questions at the end of the programme: they stay unanswered.
    loaded.retain(|own| spec.simulates(&own.instrument.id));
    let known: Vec<&Instrument> = loaded.iter().map(|own| &own.instrument).collect();
    let answers = simulation::simulate(spec, &known)?;
    let sets = files::key_sets(&reach.keys, &config.study)?;
    let (_, recipients) = sets.into_iter().next_back().context("no key set was made")?;
    let store = Store::open(&reach.store).await?;
    let intake = Arc::new(Intake::new(config.study.clone(), recipients, store.clone()));
    let instruments: Arc<BTreeMap<String, Instrument>> = Arc::new(
        loaded.into_iter().map(|own| (own.instrument.id.clone(), own.instrument)).collect(),
    );
    let mut key = [0; 32];
    MachineEntropy.fill(&mut key);
    let key = Arc::new(RowKey::new(key));

    let pages = answers.iter().map(|answer| answer.pages.len()).sum::<usize>();
    let bar = progress::bar("Sealing simulated pages", u64::try_from(pages)?);
    let places = Arc::new(Semaphore::new(UNDER_WAY));
    let mut tasks = tokio::task::JoinSet::new();
    for answer in answers {
        let place = Arc::clone(&places).acquire_owned().await?;
        let (intake, instruments) = (Arc::clone(&intake), Arc::clone(&instruments));
        let (key, bar) = (Arc::clone(&key), bar.clone());
        tasks.spawn(async move {
            let sent = send(&answer, &intake, &instruments, &key).await;
            bar.inc(u64::try_from(answer.pages.len()).unwrap_or_default());
            drop(place);
            sent
        });
        while let Some(done) = tasks.try_join_next() {
            done??;
        }
    }
    while let Some(done) = tasks.join_next().await {
        done??;
    }
    bar.finish_and_clear();
    println!("{pages} simulated pages sealed and stored; the server cannot read them.");
    let openings = simulation::openings(spec);
    let openings = openings
        .into_iter()
        .map(|(day, tag, count)| (Week::of(day), tag.as_str().to_owned(), count));
    store.add_openings(openings.collect()).await?;
    store.rewrite().await?;
    store.close().await?;
    Ok(())
}

/// Sends one answer, page after page.
async fn send(
    answer: &SimulatedAnswer,
    intake: &Intake,
    instruments: &BTreeMap<String, Instrument>,
    key: &RowKey,
) -> Result<()> {
    let instrument = instruments.get(&answer.instrument).context("no such instrument")?;
    let week = Week::of(answer.day);
    let mut known = Answers::new();
    for (revision, sent) in (0u32..).zip(&answer.pages) {
        let page = instrument.pages.get(sent.page).context("no such page")?;
        let asked = page.asked(&known);
        let mut nonce = [0; 16];
        MachineEntropy.fill(&mut nonce);
        let submission = Submission {
            instrument,
            page,
            asked: &asked,
            fields: &sent.fields,
            answer: &answer.number,
            nonce: &nonce,
            revision,
            language: answer.language.as_str(),
            written: &|_: &str| false,
        };
        let taken = intake.submit(submission, key, week).await?;
        known.extend(taken.answers);
    }
    Ok(())
}

fn explain(dir: &Path, config: &Path) {
    let config = config.display();
    println!("All of the above is simulated; the organisation is invented.");
    println!("Public keys and sealed answers: {}", dir.join("server").display());
    println!("Private keys and opened answers: {}\n", dir.join("researcher").display());
    println!("Fill in the survey below in a browser, then, in another terminal:");
    println!("  cargo run --release -- open --config {config}");
    println!("  cargo run --release -- findings --config {config} --group {GROUP} --exact");
    println!("and see n grow by one. End with Ctrl-C.\n");
}
