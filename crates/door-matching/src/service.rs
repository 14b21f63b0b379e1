//! The door as a whole.

use std::num::NonZeroU32;
use std::sync::{Arc, PoisonError, RwLock};
use std::time::Duration;

use axum::http::header::AUTHORIZATION;
use axum::http::{HeaderMap, StatusCode};
use jiff::Timestamp;
use matching::{Answer, Outcome, Question};
use tokio::sync::Semaphore;
use web::Clock;

use crate::audit::Audit;
use crate::body::Received;
use crate::fetch::Fetch;
use crate::fingerprinter::{Fingerprinter, Hashes};
use crate::keys::{BadKeyLine, Key, Keys, Spent};
use crate::lists::Answers;
use crate::metrics::Metrics;
use crate::problem::Problem;
use crate::room::Pool;
use crate::scope::Scope;
use crate::standing::Seen;

const MIB: u64 = 1 << 20;
/// Bytes of memory for bodies with questions, beside those for files.
const LOOKUPS: u64 = 64 * MIB;
/// Who is named in the audit log where clients of HMA were told distances: they have no names.
const COMPAT: &str = "(compat)";

/// What the operator decides.
#[derive(Debug, Clone)]
pub struct Settings {
    /// Most bytes of a file that is taken.
    pub largest_file: u64,
    /// Bytes of memory that files take which are being received or worked on, all together.
    pub memory: u64,
    /// How long a body may take.
    pub patience: Duration,
    /// How the listener that speaks as HMA does answers.
    pub compat: CompatSettings,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            largest_file: 256 * MIB,
            memory: 1024 * MIB,
            patience: Duration::from_secs(120),
            compat: CompatSettings::default(),
        }
    }
}

/// What the operator decides about the listener that speaks as HMA does.
#[derive(Debug, Clone, Default)]
pub struct CompatSettings {
    /// Whether it wants a key of the scope `compat`; HMA knows none.
    pub require_key: bool,
    /// The surface that is asked for; HMA knows none.
    pub surface: Option<String>,
    /// The region that is asked for.
    pub region: Option<String>,
}

/// What the door is made of.
pub struct Sources {
    /// The lists.
    pub answers: Arc<dyn Answers>,
    /// What hashes files.
    pub fingerprinter: Arc<dyn Fingerprinter>,
    /// Where it is noted that hashes or distances are told. Without it nobody is told any, clients of HMA
    /// neither.
    pub audit: Option<Audit>,
    /// What fetches addresses, if any may be fetched.
    pub fetch: Option<Fetch>,
    /// The clock.
    pub clock: Arc<dyn Clock>,
}

/// The door for machines that ask about files.
pub struct Service {
    pub(crate) answers: Arc<dyn Answers>,
    pub(crate) fingerprinter: Arc<dyn Fingerprinter>,
    pub(crate) fetch: Option<Fetch>,
    pub(crate) settings: Settings,
    pub(crate) metrics: Metrics,
    audit: Option<Audit>,
    pub(crate) seen: Seen,
    keys: RwLock<Arc<Keys>>,
    /// Memory for files that are received or worked on.
    pub(crate) uploads: Pool,
    /// Memory for questions: they never wait behind files.
    pub(crate) small: Pool,
    hashing: Semaphore,
    clock: Arc<dyn Clock>,
}

impl Service {
    /// A door of these parts, which no key opens yet.
    pub fn new(settings: Settings, sources: Sources) -> Self {
        let uploads = Pool::new(settings.memory.max(settings.largest_file));
        // One waits at each worker, so that none is ever idle.
        let hashing = sources.fingerprinter.at_once().max(1) * 2;
        Self {
            answers: sources.answers,
            fingerprinter: sources.fingerprinter,
            fetch: sources.fetch,
            metrics: Metrics::default(),
            audit: sources.audit,
            seen: Seen::default(),
            keys: RwLock::default(),
            uploads,
            small: Pool::new(LOOKUPS),
            hashing: Semaphore::new(hashing),
            clock: sources.clock,
            settings,
        }
    }

    /// Takes over a file of keys as it is now, and says which lines are none.
    pub fn read_keys(&self, text: &str) -> Vec<(usize, BadKeyLine)> {
        let (keys, faults) = Keys::parse(text, &self.keys());
        *self.keys.write().unwrap_or_else(PoisonError::into_inner) = Arc::new(keys);
        faults
    }

    /// The keys that open.
    pub fn keys(&self) -> Arc<Keys> {
        Arc::clone(&self.keys.read().unwrap_or_else(PoisonError::into_inner))
    }

    /// The key of a request, if it has a scope.
    pub(crate) fn key(&self, headers: &HeaderMap, scope: Scope) -> Result<Arc<Key>, Problem> {
        let sent = headers.get(AUTHORIZATION).and_then(|sent| self.keys().find(sent.as_bytes()));
        let Some(key) = sent else {
            let detail = "send the header `Authorization: Bearer` with a key of this service";
            return Err(Problem::new(StatusCode::UNAUTHORIZED, detail));
        };
        if key.line.scopes.has(scope) {
            return Ok(key);
        }
        let detail = format!("this key has not the scope `{}`; ask the operator", scope.name());
        Err(Problem::new(StatusCode::FORBIDDEN, detail))
    }

    /// Asks the lists. What did not come back was not answered.
    pub(crate) async fn ask(&self, questions: &[Question]) -> Vec<Answer> {
        let mut answers = self.answers.ask_many(questions, self.clock.now()).await;
        answers.resize_with(questions.len(), nothing);
        answers
    }

    /// The time now.
    pub(crate) fn now(&self) -> Timestamp {
        self.clock.now()
    }

    /// Notes that an answer with distances goes to a client of HMA.
    pub(crate) async fn audit_compat(&self) -> Result<(), Problem> {
        self.audit(COMPAT, 1).await
    }

    /// Hashes a sealed file in a worker.
    pub(crate) async fn hash(&self, received: Received) -> Result<Hashes, Problem> {
        let failed = |what: String| {
            let detail = format!("the file could not be hashed: {what}");
            Problem::new(StatusCode::SERVICE_UNAVAILABLE, detail)
        };
        let permit = self.hashing.acquire().await;
        let fingerprinter = Arc::clone(&self.fingerprinter);
        let hashed = tokio::task::spawn_blocking(move || fingerprinter.hash(&received.file)).await;
        drop(permit);
        hashed.map_err(|_| failed("the work broke off".to_owned()))?.map_err(failed)
    }

    /// Notes that so many answers with hash and distance go to someone.
    pub(crate) async fn audit(&self, who: &str, count: usize) -> Result<(), Problem> {
        let Some(audit) = self.audit.clone() else {
            let detail = "this door keeps no audit log, and tells hash and distance only where it \
                          does: set `audit` in [matching]";
            return Err(Problem::new(StatusCode::FORBIDDEN, detail));
        };
        let (now, who) = (self.clock.now(), who.to_owned());
        let count = u64::try_from(count).unwrap_or(u64::MAX);
        let written = tokio::task::spawn_blocking(move || audit.write(now, &who, count)).await;
        written.ok().and_then(Result::ok).ok_or_else(|| {
            let detail = "the audit log cannot be written, and without it hash and distance are not \
                          told; the operator can mend it";
            Problem::new(StatusCode::SERVICE_UNAVAILABLE, detail)
        })
    }
}

fn nothing() -> Answer {
    Answer {
        outcome: Outcome::NotAnswered,
        findings: Vec::new(),
        suppressed: Vec::new(),
        not_answered: Vec::new(),
        nothing_to_compare: Vec::new(),
        off: Vec::new(),
        left_out: 0,
    }
}

/// Takes questions off what a key may ask.
pub(crate) fn spend(key: &Key, questions: usize) -> Result<(), Problem> {
    let count = u32::try_from(questions).ok().and_then(NonZeroU32::new);
    let Some(count) = count else { return Ok(()) };
    key.spend(count).map_err(|spent| match spent {
        Spent::Wait(wait) => {
            let per_minute = key.line.per_minute;
            let detail = format!("this key may ask {per_minute} questions a minute; wait");
            Problem::new(StatusCode::TOO_MANY_REQUESTS, detail).after(wait)
        }
        Spent::TooManyAtOnce => never(key),
    })
}

/// Whether a key may ever ask so many questions in one call. Waiting would not help.
pub(crate) fn may_ever(key: &Key, questions: usize) -> Result<(), Problem> {
    match u32::try_from(questions) {
        Ok(questions) if questions <= key.line.per_minute.get() => Ok(()),
        _ => Err(never(key)),
    }
}

fn never(key: &Key) -> Problem {
    let detail = format!(
        "this key may ask {} questions a minute, and so no more in one call; ask in several calls, or \
         have the operator raise it",
        key.line.per_minute
    );
    Problem::new(StatusCode::PAYLOAD_TOO_LARGE, detail)
}
