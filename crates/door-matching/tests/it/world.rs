//! A door over three invented lists, and someone who asks it.

use std::fs::{File, OpenOptions, Permissions};
use std::num::NonZeroU32;
use std::os::unix::fs::{FileExt, PermissionsExt};
use std::path::PathBuf;
use std::pin::Pin;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex};
use std::task::{Context, Poll};
use std::time::Duration;

use axum::Router;
use axum::body::{Body, Bytes, to_bytes};
use axum::http::header::{AUTHORIZATION, CONTENT_TYPE};
use axum::http::{HeaderMap, Request, StatusCode};
use door_matching::{
    Answers, ApiKey, Asking, Audit, Fingerprinter, Hashes, Picture, Service, Settings, Sources,
    compat_router, router,
};
use exchange::{Change, Fault, HashKind, HashValue, Row};
use jiff::Timestamp;
use matching::{
    ImportOptions, ListStatus, Lists, Mode, NotAnswered, Outcome, Question, Source, Writer,
};
use pdq::Fingerprint;
use serde_json::Value;
use tempfile::TempDir;
use tower::ServiceExt;
use web::Clock;

pub struct Noon;

impl Clock for Noon {
    fn now(&self) -> Timestamp {
        "2030-01-15T12:00:00Z".parse().unwrap()
    }
}

/// An invented fingerprint: far from that of any other seed.
pub fn print(seed: u8) -> Fingerprint {
    Fingerprint(*blake3::hash(&[seed]).as_bytes())
}

/// The fingerprint with its first bits changed.
pub fn near(print: Fingerprint, bits: usize) -> Fingerprint {
    let mut bytes = print.0;
    (0..bits).for_each(|bit| bytes[bit / 8] ^= 1 << (bit % 8));
    Fingerprint(bytes)
}

/// The MD5 that is listed.
pub const MD5: [u8; 16] = [0x11; 16];

/// Real lists, which can be told to be loading or damaged.
pub struct Told {
    lists: Lists,
    pub silence: Mutex<Option<NotAnswered>>,
}

impl Answers for Told {
    fn ask_many<'a>(&'a self, questions: &'a [Question], now: Timestamp) -> Asking<'a> {
        Box::pin(async move {
            let mut answers = self.lists.ask_many(questions, now).await;
            if let Some(why) = self.silence.lock().unwrap().clone() {
                for answer in &mut answers {
                    // The list `known-one` says nothing; of the others nobody asks these.
                    answer.findings.retain(|finding| finding.list != "known-one");
                    answer.not_answered = vec![("known-one".to_owned(), why.clone())];
                    let levels = answer.findings.iter().map(|finding| finding.level);
                    answer.outcome = match levels.max() {
                        Some(level) => Outcome::Match { level, complete: false },
                        None => Outcome::NotAnswered,
                    };
                }
            }
            answers
        })
    }

    fn status(&self) -> Vec<ListStatus> {
        let mut status = self.lists.status();
        let silence = self.silence.lock().unwrap();
        for list in status.iter_mut().filter(|list| list.name == "known-one") {
            list.index.not_answered = silence.as_ref().map(|why| match why {
                NotAnswered::Loading => radius::NotAnswered::Loading,
                _ => radius::NotAnswered::Distance { asked: 0 },
            });
        }
        status
    }
}

/// Reads files of the form `picture SEED QUALITY`, with `FRAMES` or `cut` behind it where it is no whole one; `listed` has the MD5 that is listed; anything else is no
/// picture. `crash` gives not even digests.
pub struct Invented(AtomicU64);

impl Fingerprinter for Invented {
    fn hash(&self, file: &File) -> Result<Hashes, String> {
        let size = file.metadata().unwrap().len();
        let mut bytes = vec![0; usize::try_from(size).unwrap()];
        file.read_exact_at(&mut bytes, 0).unwrap();
        // Nobody can change it any more.
        assert!(file.write_at(b"x", 0).is_err());
        let text = String::from_utf8_lossy(&bytes).into_owned();
        if text == "crash" {
            self.0.fetch_add(1, Ordering::Relaxed);
            return Err("a worker ended before it gave an answer".to_owned());
        }
        let digest = *blake3::hash(&bytes).as_bytes();
        let words: Vec<&str> = text.split(' ').collect();
        let picture = match words[..] {
            ["picture", seed, quality, ref more @ ..] => Ok(Picture {
                format: "png".to_owned(),
                width: 640,
                height: 480,
                frames: more.first().and_then(|own| own.parse().ok()).unwrap_or(1),
                whole: more != ["cut"],
                quality: quality.parse().unwrap(),
                prints: [(); 8].map(|()| print(seed.parse().unwrap())),
            }),
            _ => Err("this is no picture".to_owned()),
        };
        Ok(Hashes {
            size,
            md5: if text == "listed" { MD5 } else { *digest.first_chunk().unwrap() },
            sha1: *digest.first_chunk().unwrap(),
            sha256: digest,
            picture,
        })
    }

    fn at_once(&self) -> usize {
        2
    }

    fn lost(&self) -> u64 {
        self.0.load(Ordering::Relaxed)
    }
}

/// A door, its lists, and where it notes uses of the scope `detail`.
pub struct World {
    pub service: Arc<Service>,
    pub told: Arc<Told>,
    pub dir: TempDir,
}

/// The keys: the first byte of each, its scopes, and how much it may ask.
const KEYS: [(u8, &str, &str, u32); 5] = [
    (1, "all", "hash,match,detail,compat,metrics", 1_000_000),
    (2, "plain", "hash,match", 100_000),
    (3, "slow", "match", 3),
    (4, "hash-only", "hash", 100),
    (5, "watcher", "metrics", 100),
];

/// What the holder of a key sends.
pub fn bearer(key: u8) -> String {
    format!("Bearer {}", *ApiKey::new([key; 32]).to_text())
}

/// The file of keys.
pub fn key_file() -> String {
    let line = |(seed, name, scopes, per_minute): (u8, &str, &str, u32)| {
        let scopes = scopes.parse().unwrap();
        ApiKey::new([seed; 32]).line(name, scopes, NonZeroU32::new(per_minute).unwrap()).to_string()
    };
    KEYS.map(line).join("\n")
}

async fn list(dir: &std::path::Path, name: &str, policy: &str, hashes: Vec<HashValue>) {
    let now = Noon.now();
    let head = "title = \"A list\"\nsource = \"An invented source\"\n";
    matching::create(dir, name, &format!("{head}{policy}"), now).await.unwrap();
    let rows = hashes.into_iter().zip(1..).map(|(hash, line)| {
        let mut row = Row::new(Change::Add(hash), line);
        row.member = Some("invented-member".into());
        Ok::<Row, Fault>(row)
    });
    let mut writer = Writer::open(dir, name, now).await.unwrap();
    let source = Source::stream("invented");
    writer.import(&source, rows, ImportOptions::default(), now, &mut |_| ()).await.unwrap();
}

fn folder() -> TempDir {
    let private = Permissions::from_mode(0o700);
    tempfile::Builder::new().permissions(private).tempdir().unwrap()
}

impl World {
    pub async fn new() -> Self {
        Self::with(Settings::default()).await
    }

    pub async fn with(settings: Settings) -> Self {
        let dir = folder();
        let audit = OpenOptions::new().append(true).create(true).open(dir.path().join("audit.log"));
        Self::made(dir, settings, Some(audit.unwrap())).await
    }

    /// A door that notes in this file what it tells, or nowhere.
    pub async fn noting(settings: Settings, audit: Option<File>) -> Self {
        Self::made(folder(), settings, audit).await
    }

    async fn made(dir: TempDir, settings: Settings, audit: Option<File>) -> Self {
        let lists = dir.path().join("lists");
        std::fs::create_dir(&lists).unwrap();
        std::fs::set_permissions(&lists, Permissions::from_mode(0o700)).unwrap();
        let md5 = HashValue::from_bytes(HashKind::Md5, &MD5).unwrap();
        let one = vec![print(1).into(), print(2).into(), print(3).into(), md5];
        list(&lists, "known-one", "class = \"test\"\n[distance]\naction = 10\n", one).await;
        list(&lists, "coop-org1-known", "class = \"other\"\n", vec![print(1).into()]).await;
        list(&lists, "harmless", "class = \"none\"\nkind = \"never\"\n", vec![print(3).into()])
            .await;
        let lists = Lists::open(&lists, Mode::Reading).await.unwrap();
        let told = Arc::new(Told { lists, silence: Mutex::new(None) });
        let sources = Sources {
            answers: Arc::clone(&told) as Arc<dyn Answers>,
            fingerprinter: Arc::new(Invented(AtomicU64::new(0))),
            audit: audit.map(Audit::new),
            fetch: None,
            clock: Arc::new(Noon),
        };
        let service = Arc::new(Service::new(settings, sources));
        assert_eq!(service.read_keys(&key_file()), []);
        Self { service, told, dir }
    }

    /// A door that gives up soon on bodies that come slowly, and takes small files only.
    pub async fn impatient() -> Self {
        let settings = Settings {
            largest_file: 1000,
            patience: Duration::from_millis(100),
            ..Settings::default()
        };
        Self::with(settings).await
    }

    pub fn audit_log(&self) -> String {
        let path: PathBuf = self.dir.path().join("audit.log");
        std::fs::read_to_string(path).unwrap()
    }

    pub fn silence(&self, why: Option<NotAnswered>) {
        *self.told.silence.lock().unwrap() = why;
    }

    pub async fn send(&self, request: Request<Body>) -> Reply {
        reply(router(Arc::clone(&self.service)), request).await
    }

    pub async fn get(&self, path: &str, key: Option<u8>) -> Reply {
        self.send(with_key(Request::get(path), key).body(Body::empty()).unwrap()).await
    }

    /// POSTs the bytes of a file.
    pub async fn file(&self, path: &str, key: u8, bytes: &str) -> Reply {
        let request = with_key(Request::post(path), Some(key));
        self.send(request.body(Body::from(bytes.to_owned())).unwrap()).await
    }

    /// POSTs JSON.
    pub async fn json(&self, path: &str, key: u8, body: &Value) -> Reply {
        self.text(path, key, "application/json", &body.to_string()).await
    }

    pub async fn text(&self, path: &str, key: u8, kind: &str, body: &str) -> Reply {
        let request = with_key(Request::post(path), Some(key)).header(CONTENT_TYPE, kind);
        self.send(request.body(Body::from(body.to_owned())).unwrap()).await
    }

    /// Asks on the listener that speaks as HMA does.
    pub async fn compat(&self, request: Request<Body>) -> Reply {
        reply(compat_router(Arc::clone(&self.service)).unwrap(), request).await
    }
}

fn with_key(
    request: axum::http::request::Builder,
    key: Option<u8>,
) -> axum::http::request::Builder {
    match key {
        Some(key) => request.header(AUTHORIZATION, bearer(key)),
        None => request,
    }
}

async fn reply(router: Router, request: Request<Body>) -> Reply {
    let (parts, body) = router.oneshot(request).await.unwrap().into_parts();
    let body = to_bytes(body, 64 << 20).await.unwrap();
    let body = String::from_utf8(body.to_vec()).unwrap();
    Reply { status: parts.status, headers: parts.headers, body }
}

/// An answer of the door.
#[derive(Debug)]
pub struct Reply {
    pub status: StatusCode,
    pub headers: HeaderMap,
    pub body: String,
}

impl Reply {
    pub fn json(&self) -> Value {
        serde_json::from_str(&self.body).unwrap_or_else(|_| panic!("{self:?}"))
    }
}

/// A body that never comes, or breaks off, after this.
#[derive(Default)]
pub struct Stuck {
    pub first: Option<Bytes>,
    pub broken: bool,
}

impl hyper::body::Body for Stuck {
    type Data = Bytes;
    type Error = std::io::Error;

    fn poll_frame(mut self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<Option<Piece>> {
        if let Some(first) = self.first.take() {
            return Poll::Ready(Some(Ok(hyper::body::Frame::data(first))));
        }
        match self.broken {
            true => Poll::Ready(Some(Err(std::io::Error::other("gone")))),
            false => Poll::Pending,
        }
    }
}

type Piece = Result<hyper::body::Frame<Bytes>, std::io::Error>;
