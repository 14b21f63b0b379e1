//! What Coop asks by address: the file is fetched, hashed and looked up, and the answer has the peer's shape.
//! The host stands on this machine; the check that would refuse it is another one here.

use std::fs::{File, Permissions};
use std::io::{Read, Write};
use std::net::{SocketAddr, TcpListener};
use std::os::unix::fs::{FileExt, PermissionsExt};
use std::path::Path;
use std::time::Duration;

use axum::body::to_bytes;
use exchange::{Change, Fault, Row};
use jiff::Timestamp;
use matching::{ImportOptions, Lists, Mode, Source, Writer};
use pdq::Fingerprint;
use serde_json::{Value, json};

use super::*;
use crate::fetch::tests::Always;
use crate::{Audit, Fetch, Fingerprinter, Hashes, Picture, Settings, Sources};

const LISTED: Fingerprint = Fingerprint([0x5a; 32]);
const POLICY: &str = "title = \"A list\"\nsource = \"An invented source\"\nclass = \"test\"\n";

struct Noon;

impl web::Clock for Noon {
    fn now(&self) -> Timestamp {
        "2030-01-15T12:00:00Z".parse().unwrap()
    }
}

/// Takes `listed` for the picture that is listed, and anything else for another.
struct Invented;

impl Fingerprinter for Invented {
    fn hash(&self, file: &File) -> Result<Hashes, String> {
        let mut bytes = [0; 16];
        let read = file.read_at(&mut bytes, 0).unwrap();
        let print = if &bytes[..read] == b"listed" { LISTED } else { Fingerprint([0xa3; 32]) };
        let picture = Picture {
            format: "png".to_owned(),
            width: 640,
            height: 480,
            frames: 1,
            whole: true,
            quality: 90,
            prints: [print; 8],
        };
        let (md5, sha1, sha256) = ([1; 16], [2; 20], [3; 32]);
        Ok(Hashes { size: 6, md5, sha1, sha256, picture: Ok(picture) })
    }

    fn at_once(&self) -> usize {
        1
    }

    fn lost(&self) -> u64 {
        0
    }
}

/// A host that answers each request with this file, as a picture.
fn host(file: &'static str) -> SocketAddr {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = listener.local_addr().unwrap();
    std::thread::spawn(move || {
        while let Ok((mut stream, _)) = listener.accept() {
            _ = stream.read(&mut [0; 4096]);
            let length = file.len();
            let head = format!("content-type: image/png\r\ncontent-length: {length}\r\n");
            _ = write!(stream, "HTTP/1.1 200 OK\r\n{head}\r\n{file}");
        }
    });
    address
}

async fn lists(dir: &Path) -> Lists {
    std::fs::set_permissions(dir, Permissions::from_mode(0o700)).unwrap();
    let now = web::Clock::now(&Noon);
    matching::create(dir, "known", POLICY, now).await.unwrap();
    let rows = [Ok::<Row, Fault>(Row::new(Change::Add(LISTED.into()), 1))];
    let mut writer = Writer::open(dir, "known", now).await.unwrap();
    let source = Source::stream("invented");
    let options = ImportOptions::default();
    writer.import(&source, rows.into_iter(), options, now, &mut |_| ()).await.unwrap();
    Lists::open(dir, Mode::Reading).await.unwrap()
}

/// Asks a path about the file that stands at a host.
async fn ask(path: &str, file: &'static str) -> (u16, Value) {
    let dir = tempfile::tempdir().unwrap();
    let at = host(file);
    let allowed = format!("http://pictures.example:{}", at.port());
    let hosts = vec![allowed.parse().unwrap()];
    let patience = Duration::from_secs(5);
    let fetch = Fetch::through(hosts, 100, patience, Always(at), |ip| ip.is_loopback());
    let sources = Sources {
        answers: Arc::new(lists(dir.path()).await),
        fingerprinter: Arc::new(Invented),
        audit: Some(Audit::new(tempfile::tempfile().unwrap())),
        fetch: Some(fetch),
        clock: Arc::new(Noon),
    };
    let service = Arc::new(Service::new(Settings::default(), sources));
    let url: String =
        form_urlencoded::byte_serialize(format!("{allowed}/a.png").as_bytes()).collect();
    let join = if path.contains('?') { '&' } else { '?' };
    let request = Request::get(format!("{path}{join}url={url}")).body(Body::empty()).unwrap();
    let reply = compat_router(service).unwrap().oneshot(request).await.unwrap();
    let status = reply.status().as_u16();
    let body = to_bytes(reply.into_body(), 1 << 20).await.unwrap();
    (status, serde_json::from_slice(&body).unwrap())
}

#[tokio::test]
async fn a_file_is_hashed_by_its_address() {
    let hashed = json!({"pdq": LISTED.to_string()});
    assert_eq!(ask("/h/hash", "listed").await, (200, hashed.clone()));
    assert_eq!(ask("/h/hash?content_type=photo", "listed").await, (200, hashed));
}

#[tokio::test]
async fn a_file_is_looked_up_by_its_address() {
    let (status, said) = ask("/m/lookup", "listed").await;
    assert_eq!((status, &said["pdq"]["KNOWN"][0]["distance"]), (200, &json!("0")), "{said}");
    assert!(said["pdq"]["KNOWN"][0]["bank_content_id"].is_u64(), "{said}");
    let (status, said) = ask("/m/lookup?signal_type=pdq", "listed").await;
    assert_eq!((status, &said["KNOWN"][0]["distance"]), (200, &json!("0")), "{said}");
    assert_eq!(ask("/m/lookup", "other").await, (200, json!({"pdq": {}})));
    assert_eq!(ask("/m/lookup?signal_type=pdq", "other").await, (200, json!({})));
}
