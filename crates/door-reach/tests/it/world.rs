//! A door with a clock that tests move and a store in a folder of its own.

use std::num::NonZeroU32;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicI64, AtomicU64, Ordering};
use std::sync::{Arc, Mutex};

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::http::{HeaderMap, Request, StatusCode};
use directory::Helplines;
use door_reach::{Carried, Door, DoorError, Intake, Lockers, Settings, Sources, router};
use instrument::{Loaded, Part, SourceFile};
use jiff::Timestamp;
use programme::{Files, Programme};
use rand::{Rng, SeedableRng};
use rand_chacha::ChaCha20Rng;
use seal::{Identity, Recipients};
use store::{Archive, Progress, Store};
use tempfile::TempDir;
use tower::ServiceExt;
use warning::{Experiment, Plan};
use web::{Clock, Entropy};

/// 23 November 2026, ten minutes past noon, UTC.
const NOON: i64 = 1_795_435_800;

pub struct World {
    pub door: Arc<Door>,
    pub router: Router,
    pub clock: Arc<TestClock>,
    pub identities: Vec<Identity>,
    pub experiment: Arc<Experiment>,
    pub dir: TempDir,
}

pub struct TestClock(AtomicI64);

impl TestClock {
    pub fn forward(&self, seconds: i64) {
        self.0.fetch_add(seconds, Ordering::Relaxed);
    }
}

impl Clock for TestClock {
    fn now(&self) -> Timestamp {
        Timestamp::from_second(self.0.load(Ordering::Relaxed)).unwrap()
    }
}

struct Dice(Mutex<ChaCha20Rng>);

impl Entropy for Dice {
    fn fill(&self, bytes: &mut [u8]) {
        self.0.lock().unwrap().fill_bytes(bytes);
    }
}

/// A page as a browser would get it.
pub struct Reply {
    pub status: StatusCode,
    pub headers: HeaderMap,
    pub body: String,
}

impl Reply {
    /// The hidden field.
    pub fn state(&self) -> String {
        let mark = "name=\"state\" value=\"";
        let from = self.body.find(mark).expect("the page carries a state") + mark.len();
        self.body[from..].split('"').next().unwrap().to_owned()
    }

    pub fn heading(&self) -> &str {
        self.body.split("<h1>").nth(1).unwrap().split("</h1>").next().unwrap()
    }
}

pub fn content(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../content").join(path)
}

pub fn load(id: &str) -> Loaded {
    load_from(&content("instruments").join(id))
}

fn load_from(dir: &Path) -> Loaded {
    let file = |name: &str| {
        let path = dir.join(name);
        SourceFile { name: name.into(), text: std::fs::read_to_string(path).unwrap() }
    };
    let texts = ["en", "fr"].map(|tag| (tag.to_owned(), file(&format!("{tag}.ftl"))));
    let sources = instrument::Sources { instrument: file("instrument.toml"), texts: texts.into() };
    instrument::load(&sources).0.expect("the instrument is in order")
}

pub fn settings() -> Settings {
    Settings {
        simulated: true,
        allow_unreviewed: true,
        exit: "https://www.example.org/".into(),
        onion: Some("http://example.onion".into()),
        strict_transport: true,
        per_circuit_per_minute: NonZeroU32::new(60).unwrap(),
    }
}

/// An invented experiment that runs at the time of these tests.
fn experiment() -> Experiment {
    let text = include_str!("plan.toml");
    let (plan, hash) = Plan::parse("plan.toml", text, &["neutral", "harm-plain"]).unwrap();
    Experiment::new(plan, hash)
}

/// The directory that comes with the program.
pub fn directory() -> String {
    std::fs::read_to_string(content("helplines/helplines.toml")).unwrap()
}

pub async fn world() -> World {
    world_with(&directory()).await.unwrap()
}

/// A door with a directory of its own.
pub async fn world_with(helplines: &str) -> Result<World, DoorError> {
    let dir = tempfile::tempdir().unwrap();
    open(dir, helplines, None).await
}

/// A door that carries the programme; `kept` says whether answers can be kept.
pub async fn with_programme(kept: bool) -> World {
    let dir = tempfile::tempdir().unwrap();
    let kept = if kept { Some(progress(dir.path()).await) } else { None };
    let carried = Carried { programme: programme(), kept, weeks: 26, lockers: Lockers::default() };
    open(dir, &directory(), Some(carried)).await.unwrap()
}

/// What is kept below a folder.
pub async fn progress(dir: &Path) -> Arc<Progress> {
    Arc::new(Progress::open(&dir.join("programme.sqlite"), 1_000).await.unwrap())
}

pub fn programme() -> Programme {
    let mut files = Files::new();
    gather(&content("programme"), "", &mut files);
    programme::load(&files).0.expect("the programme is in order")
}

fn gather(dir: &Path, below: &str, files: &mut Files) {
    for entry in std::fs::read_dir(dir).unwrap() {
        let path = entry.unwrap().path();
        let name = format!("{below}{}", path.file_name().unwrap().to_str().unwrap());
        if path.is_dir() {
            gather(&path, &format!("{name}/"), files);
        } else {
            let text = std::fs::read_to_string(&path).unwrap();
            files.insert(name, text);
        }
    }
}

async fn open(dir: TempDir, helplines: &str, carried: Option<Carried>) -> Result<World, DoorError> {
    static SEED: AtomicU64 = AtomicU64::new(1);
    let identities = vec![Identity::generate()];
    let recipients = Recipients::parse(&[identities[0].public()]).unwrap();
    let store = Store::open(&dir.path().join("store.sqlite")).await.unwrap();
    let clock = Arc::new(TestClock(AtomicI64::new(NOON)));
    let rng = ChaCha20Rng::seed_from_u64(SEED.fetch_add(1, Ordering::Relaxed));
    let experiment = Arc::new(experiment());
    let sources = Sources {
        instruments: vec![
            load("help-us"),
            load("no-need"),
            load_from(&content("programme/feedback")),
        ],
        helplines: Helplines::parse(helplines).unwrap(),
        intake: Intake::new("test".into(), recipients, store),
        experiment: Some(Arc::clone(&experiment)),
        programme: carried,
        clock: clock.clone(),
        entropy: Arc::new(Dice(Mutex::new(rng))),
    };
    let door = Arc::new(Door::new(settings(), sources)?);
    Ok(World { router: router(Arc::clone(&door)), door, clock, identities, experiment, dir })
}

impl World {
    pub async fn send(&self, request: Request<Body>) -> Reply {
        let response = self.router.clone().oneshot(request).await.unwrap();
        let (parts, body) = response.into_parts();
        let body = to_bytes(body, 1 << 20).await.unwrap();
        let body = String::from_utf8(body.to_vec()).unwrap();
        Reply { status: parts.status, headers: parts.headers, body }
    }

    pub async fn get(&self, path: &str) -> Reply {
        self.send(Request::get(path).body(Body::empty()).unwrap()).await
    }

    pub async fn post(&self, path: &str, fields: &[(&str, &str)]) -> Reply {
        let body = form_urlencoded::Serializer::new(String::new()).extend_pairs(fields).finish();
        let request = Request::post(path)
            .header("content-type", "application/x-www-form-urlencoded")
            .body(Body::from(body));
        self.send(request.unwrap()).await
    }

    /// The first page of a survey.
    pub async fn begin(&self, path: &str, survey: &str) -> Reply {
        let age = self.post(path, &[("go", "me")]).await;
        let start = self.post(path, &[("go", "adult"), ("state", &age.state())]).await;
        self.post(path, &[("go", survey), ("state", &start.state())]).await
    }

    /// Sends a page and returns the next.
    pub async fn next(&self, path: &str, page: &Reply, fields: &[(&str, &str)]) -> Reply {
        let state = page.state();
        let mut all = vec![("go", "next"), ("state", state.as_str())];
        all.extend_from_slice(fields);
        self.post(path, &all).await
    }

    /// Every stored part, opened.
    pub async fn parts(&self) -> Vec<Part> {
        let mut archive = Archive::open(&self.dir.path().join("store.sqlite")).await.unwrap();
        let sealed = archive.parts(None, 1_000).await.unwrap();
        let open = |part: &store::SealedPart| {
            let opened = seal::open(&part.blob, &self.identities).expect("the part opens");
            Part::from_json(&opened.plaintext).unwrap()
        };
        sealed.iter().map(open).collect()
    }
}
