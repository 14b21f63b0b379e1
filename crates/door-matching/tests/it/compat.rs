//! What clients of HMA send, replayed: the requests of ROOST's Coop (`services/hmaService`), and those that
//! python-threatexchange's users and HMA's own documentation send. All data are invented.

use axum::body::Body;
use axum::http::header::{AUTHORIZATION, CONTENT_ENCODING, CONTENT_TYPE, LOCATION, RETRY_AFTER};
use axum::http::{Method, Request};
use door_matching::{CompatSettings, Settings};
use matching::NotAnswered;
use serde_json::{Value, json};

use crate::world::{Reply, World, bearer, near, print};

impl World {
    async fn ask(&self, method: Method, path: &str, body: Option<Value>) -> Reply {
        let mut request = Request::builder().method(method).uri(path);
        if body.is_some() {
            request = request.header(CONTENT_TYPE, "application/json");
        }
        let body = body.map_or(Body::empty(), |body| Body::from(body.to_string()));
        self.compat(request.body(body).unwrap()).await
    }

    async fn read(&self, path: &str) -> Reply {
        self.ask(Method::GET, path, None).await
    }

    /// Sends files as a form, each under the name of its field.
    async fn form(&self, path: &str, parts: &[(&str, Option<&str>, &str)]) -> Reply {
        let mut body = String::new();
        for (name, file, content) in parts {
            let file = file.map_or(String::new(), |file| format!("; filename=\"{file}\""));
            body.push_str("--XX\r\nContent-Disposition: form-data; ");
            body.push_str(&format!("name=\"{name}\"{file}\r\n\r\n{content}\r\n"));
        }
        body.push_str("--XX--\r\n");
        let kind = "multipart/form-data; boundary=XX";
        let request = Request::post(path).header(CONTENT_TYPE, kind).body(Body::from(body));
        self.compat(request.unwrap()).await
    }
}

/// An answer with the numbers of entries left out: `[{"BANK": ["4"]}]` and the like.
fn distances(said: &Value) -> Value {
    match said {
        Value::Object(entry) if entry.contains_key("bank_content_id") => {
            assert!(entry["bank_content_id"].as_u64().is_some_and(|id| id < 1 << 53), "{said}");
            assert_eq!(entry.len(), 2, "{said}");
            entry["distance"].clone()
        }
        Value::Object(inner) => {
            inner.iter().map(|(name, value)| (name.clone(), distances(value))).collect()
        }
        Value::Array(items) => items.iter().map(distances).collect(),
        other => other.clone(),
    }
}

#[tokio::test]
async fn lookups_have_the_shapes_of_the_peer() {
    let world = World::new().await;
    let (one, far, two) = (print(1), near(print(1), 4), near(print(2), 31));
    let none = print(7);
    let md5 = "11".repeat(16);
    let both = json!({"COOP_ORG1_KNOWN": ["0"], "KNOWN_ONE": ["0"]});
    for (path, expected) in [
        (format!("/m/lookup?signal={one}&signal_type=pdq"), both.clone()),
        (format!("/m/lookup?signal_type=pdq&signal={one}"), both.clone()),
        (format!("//m/lookup?signal={one}&signal_type=pdq"), both.clone()),
        (
            format!("/m/lookup?signal={one}&signal_type=pdq&seed=7&bypass_coinflip=true"),
            both.clone(),
        ),
        (
            format!("/m/lookup?signal={far}&signal_type=pdq"),
            json!({"COOP_ORG1_KNOWN": ["4"], "KNOWN_ONE": ["4"]}),
        ),
        (format!("/m/lookup?signal={two}&signal_type=pdq"), json!({"KNOWN_ONE": ["31"]})),
        (
            format!("/m/lookup?signal={one}&signal_type=pdq&banks=KNOWN_ONE"),
            json!({"KNOWN_ONE": ["0"]}),
        ),
        (format!("/m/lookup?signal={one}&signal_type=pdq&banks=KNOWN_ONE,COOP_ORG1_KNOWN"), both),
        (format!("/m/lookup?signal={one}&signal_type=pdq&banks=NO_SUCH_BANK"), json!({})),
        (format!("/m/lookup?signal={none}&signal_type=pdq"), json!({})),
        // What is on a never-match list is in no bank.
        (format!("/m/lookup?signal={}&signal_type=pdq", print(3)), json!({})),
        (format!("/m/lookup?signal={md5}&signal_type=video_md5"), json!({"KNOWN_ONE": ["-"]})),
        (
            "/m/lookup?signal=d41d8cd98f00b204e9800998ecf8427e&signal_type=video_md5".to_owned(),
            json!({}),
        ),
    ] {
        let reply = world.read(&path).await;
        assert_eq!(reply.status, 200, "{path} {}", reply.body);
        assert_eq!(distances(&reply.json()), expected, "{path}");
    }
}

#[tokio::test]
async fn raw_lookups_give_numbers_that_stay_the_same() {
    let world = World::new().await;
    let path = format!("/m/raw_lookup?signal={}&signal_type=pdq", print(1));
    let bare = world.read(&path).await.json();
    let numbers: Vec<u64> =
        bare["matches"].as_array().into_iter().flatten().filter_map(Value::as_u64).collect();
    assert_eq!(numbers.len(), 2);
    for yes in ["true", "True", "1"] {
        let full = world.read(&format!("{path}&include_distance={yes}")).await.json();
        let again: Vec<u64> = full["matches"]
            .as_array()
            .into_iter()
            .flatten()
            .filter_map(|entry| entry["bank_content_id"].as_u64())
            .collect();
        assert_eq!(again, numbers);
        assert_eq!(distances(&full), json!({"matches": ["0", "0"]}));
    }
    let lookup = world.read(&path.replace("raw_", "")).await.json();
    assert_eq!(lookup["KNOWN_ONE"][0]["bank_content_id"], json!(numbers[1]));
    assert_eq!(world.read(&path.replace("raw_", "")).await.json(), lookup);
    let other = World::new().await.read(&path).await.json();
    assert_eq!(other, bare, "another process gives the same numbers");
    let one = world.read(&format!("{path}&banks=KNOWN_ONE")).await.json();
    assert_eq!(one["matches"], json!([numbers[1]]));
}

#[tokio::test]
async fn files_are_hashed_and_looked_up_as_forms() {
    let world = World::new().await;
    let picture = ("photo", Some("a.jpg"), "picture 1 90");
    let hashed = world.form("/h/hash", &[picture]).await;
    assert_eq!(
        (hashed.status.as_u16(), hashed.json()),
        (200, json!({"pdq": print(1).to_string()}))
    );
    let found = world.form("/m/lookup?bypass_coinflip=true", &[picture]).await;
    assert_eq!(found.status, 200);
    let both = json!({"pdq": {"COOP_ORG1_KNOWN": ["0"], "KNOWN_ONE": ["0"]}});
    assert_eq!(distances(&found.json()), both);
    let none = world.form("/m/lookup", &[("photo", Some("a"), "picture 7 90")]).await;
    assert_eq!(none.json(), json!({"pdq": {}}));
    let film = world.form("/m/lookup?types=video_md5", &[("video", Some("a.mp4"), "listed")]).await;
    assert_eq!(distances(&film.json()), json!({"video_md5": {"KNOWN_ONE": ["-"]}}));
    let with_fields = [("note", None, "words"), picture, ("metadata", None, "{}")];
    assert_eq!(world.form("/h/hash", &with_fields).await.status, 200);
    // The peer gives an empty hash for a picture with too little in it.
    let flat = world.form("/h/hash", &[("photo", Some("a"), "picture 1 49")]).await;
    assert_eq!((flat.status.as_u16(), flat.json()), (200, json!({"pdq": ""})));
}

#[tokio::test]
async fn what_cannot_be_looked_up_is_an_error_that_no_client_takes_for_no_match() {
    let world = World::new().await;
    let photo = |content: &'static str| ("photo", Some("a"), content);
    for (parts, status, words) in [
        (vec![photo("picture 1 12")], 422, "quality is 12"),
        (vec![photo("words")], 422, "no picture"),
        (vec![photo("crash")], 503, "could not be hashed"),
        (vec![], 400, "Missing multipart"),
        (vec![("photo", None, "picture 1 90")], 400, "Missing multipart"),
        (vec![photo("picture 1 90"), photo("picture 2 90")], 400, "Only one file"),
        (vec![("audio", Some("a"), "x")], 400, "no such content_type: 'audio'"),
    ] {
        let reply = world.form("/m/lookup", &parts).await;
        assert_eq!(reply.status.as_u16(), status, "{parts:?} {}", reply.body);
        assert!(
            reply.json()["message"].as_str().is_some_and(|said| said.contains(words)),
            "{reply:?}"
        );
    }
    let one = print(1);
    for (path, status, words) in [
        // Coop sends this when a picture gave an empty hash.
        ("/m/lookup?signal_type=pdq".to_owned(), 400, "not hashable"),
        ("/m/lookup?signal_type=pdq&signal=".to_owned(), 400, "not hashable"),
        (format!("/m/lookup?signal={one}"), 400, "signal_type are required"),
        ("/m/lookup".to_owned(), 400, "signal_type are required"),
        ("/m/lookup?signal=00&signal_type=pdq".to_owned(), 400, "invalid signal"),
        (format!("/m/lookup?signal={one}&signal_type=pdqx"), 400, "No such SignalType 'pdqx'"),
        (format!("/m/raw_lookup?signal={one}"), 400, "required"),
        (
            format!("/m/raw_lookup?signal={one}&signal_type=pdq&include_distance=maybe"),
            400,
            "include_distance",
        ),
        ("/h/hash".to_owned(), 400, "url is required"),
        ("/h/hash?url=https%3A%2F%2Fpictures.example%2Fa.jpg".to_owned(), 403, "matching.fetch"),
        ("/m/lookup?url=https%3A%2F%2Fpictures.example%2Fa.jpg".to_owned(), 403, "matching.fetch"),
    ] {
        let reply = world.read(&path).await;
        assert_eq!(reply.status.as_u16(), status, "{path} {}", reply.body);
        assert!(
            reply.json()["message"].as_str().is_some_and(|said| said.contains(words)),
            "{reply:?}"
        );
    }
    for why in [NotAnswered::Loading, NotAnswered::Damaged(String::new())] {
        world.silence(Some(why));
        let path = format!("/m/lookup?signal={}&signal_type=pdq", print(7));
        assert_eq!(world.read(&path).await.status, 503);
        let status = world.read("/status").await;
        assert_eq!((status.status.as_u16(), status.body.as_str()), (503, "INDEX-NOT-LOADED"));
        let index = world.read("/m/index/status?signal_type=pdq").await.json();
        assert_eq!(index, json!({"pdq": {"present": false, "built_to": -1, "size": 0}}));
        assert_eq!(world.read("/status/live").await.body, "I-AM-ALIVE");
    }
}

#[tokio::test]
async fn a_form_that_is_compressed_or_in_base64_is_refused() {
    let world = World::new().await;
    let form = |encoding: &str| {
        format!(
            "--XX\r\nContent-Disposition: form-data; name=\"photo\"; filename=\"a\"\r\n\
             Content-Transfer-Encoding: {encoding}\r\n\r\npicture 1 90\r\n--XX--\r\n"
        )
    };
    for (coding, transfer, status) in
        [("identity", "binary", 200), ("gzip", "binary", 415), ("identity", "base64", 415)]
    {
        for path in ["/h/hash", "/m/lookup"] {
            let request = Request::post(path)
                .header(CONTENT_TYPE, "multipart/form-data; boundary=XX")
                .header(CONTENT_ENCODING, coding)
                .body(Body::from(form(transfer)));
            let reply = world.compat(request.unwrap()).await;
            assert_eq!(reply.status, status, "{path} {coding} {transfer} {}", reply.body);
        }
    }
}

#[tokio::test]
async fn two_hashes_are_compared() {
    let world = World::new().await;
    // The pair and the distance stand in HMA's own documentation.
    let left = "facd8bcb2a49bcebdec1985298d5fe84bcd006c187c598c720c3c087b3fdb318";
    let right = "facd8bcb2a49bcebdec1985228d5ae84bcd006c187c598c720c2b087b3fdb318";
    let far = print(1).to_string();
    for (body, status, expected) in [
        (json!({"pdq": [left, right]}), 200, json!({"pdq": [true, {"distance": 9}]})),
        (
            json!({"video_md5": ["0f".repeat(16), "0F".repeat(16)]}),
            200,
            json!({"video_md5": [true, {}]}),
        ),
        (json!({}), 200, json!({})),
        (json!([left, right]), 400, json!({"message": "Request input was not a dict"})),
        (json!({"pdq": left}), 400, json!({"message": "Comparison hashes for pdq was not a list"})),
        (
            json!({"pdq": [left]}),
            400,
            json!({"message": "Comparison hash list length must be exactly 2"}),
        ),
        (json!({"x": [left, right]}), 400, json!({"message": "No such SignalType 'x'"})),
    ] {
        let reply = world.ask(Method::POST, "/m/compare", Some(body.clone())).await;
        assert_eq!((reply.status.as_u16(), reply.json()), (status, expected), "{body}");
    }
    let reply = world.ask(Method::POST, "/m/compare", Some(json!({"pdq": [left, far]}))).await;
    assert_eq!(reply.json()["pdq"][0], json!(false));
    for bad in [json!({"pdq": [left, "00"]}), json!({"pdq": [left, 5]})] {
        assert_eq!(world.ask(Method::POST, "/m/compare", Some(bad)).await.status, 400);
    }
}

#[tokio::test]
async fn it_says_of_itself_what_the_peer_says() {
    let world = World::new().await;
    let home = world.read("/").await;
    assert_eq!((home.status.as_u16(), &home.headers[LOCATION]), (302, &"/status".parse().unwrap()));
    assert_eq!(world.read("/status").await.body, "I-AM-ALIVE");
    let index = world.read("/m/index/status").await.json();
    assert_eq!((&index["pdq"]["present"], &index["pdq"]["size"]), (&json!(true), &json!(5)));
    assert!(index["pdq"]["built_to"].as_i64().is_some_and(|at| at > 0));
    assert_eq!(world.read("/m/index/status?signal_type=x").await.status, 400);
    let signals =
        json!([{"name": "pdq", "enabled_ratio": 1.0}, {"name": "video_md5", "enabled_ratio": 1.0}]);
    assert_eq!(world.read("/c/signal_type").await.json(), signals);
    let contents = json!([{"name": "photo", "enabled": true}, {"name": "video", "enabled": true}]);
    assert_eq!(world.read("/c/content_type").await.json(), contents);
    let map = world.read("/site-map").await.json();
    let paths: Vec<&str> = map.as_array().into_iter().flatten().filter_map(Value::as_str).collect();
    assert!(paths.is_sorted() && paths.contains(&"/m/lookup"));
    for path in paths.iter().filter(|path| !path.contains('<')) {
        assert_ne!(world.read(path).await.status, 404, "{path}");
    }
    assert_eq!(world.read("/ui").await.status, 404);
    assert_eq!(world.ask(Method::DELETE, "/m/lookup", None).await.status, 405);
}

#[tokio::test]
async fn what_coop_asks_of_banks_is_answered_and_nothing_is_changed() {
    let world = World::new().await;
    let known = json!({"name": "COOP_ORG1_KNOWN", "matching_enabled_ratio": 1.0});
    let all = world.read("/c/banks").await.json();
    assert_eq!(all, json!([known, {"name": "KNOWN_ONE", "matching_enabled_ratio": 1.0}]));
    // Coop reads a bank with a content type and no body.
    let request = Request::get("//c/bank/COOP_ORG1_KNOWN").header(CONTENT_TYPE, "application/json");
    let one = world.compat(request.body(Body::empty()).unwrap()).await;
    assert_eq!((one.status.as_u16(), one.json()), (200, known.clone()));
    for missing in [
        "/c/bank/NO_SUCH",
        "/c/bank/HARMLESS",
        "/c/exchange/KNOWN_ONE",
        "/c/exchange/KNOWN_ONE/status",
    ] {
        let reply = world.read(missing).await;
        assert_eq!(reply.status, 404, "{missing}");
        assert!(reply.json()["message"].is_string());
    }
    assert_eq!(world.read("/c/exchanges/apis").await.json(), json!([]));
    assert_eq!(world.read("/c/exchanges").await.json(), json!([]));
    assert_eq!(world.read("/c/exchanges/api/ncmec/schema").await.status, 404);

    // Coop sends the ratio as a text. A bank that the operator has made is there; another is not made.
    let make = |name: &str| json!({"name": name, "enabled_ratio": "1"});
    let there = world.ask(Method::POST, "/c/banks", Some(make("COOP_ORG1_KNOWN"))).await;
    assert_eq!((there.status.as_u16(), there.json()), (201, known));
    let new = world.ask(Method::POST, "/c/banks", Some(make("COOP_ORG1_NEW"))).await;
    assert_eq!(new.status, 403);
    assert!(new.body.contains("suoja list new coop-org1-new"), "{}", new.body);
    assert_eq!(world.ask(Method::POST, "/c/banks", Some(make("lower"))).await.status, 400);
    assert_eq!(world.ask(Method::POST, "/c/banks", None).await.status, 400);

    let bank = "/c/bank/COOP_ORG1_KNOWN";
    for (method, path, body) in [
        (Method::PUT, bank.to_owned(), Some(json!({"enabled_ratio": 0.5}))),
        (Method::DELETE, bank.to_owned(), None),
        (
            Method::POST,
            format!("{bank}/content?url=https%3A%2F%2Fa.example%2Fb"),
            Some(json!({"note": "x"})),
        ),
        (Method::POST, format!("{bank}/signal"), Some(json!({"pdq": print(8).to_string()}))),
        (
            Method::POST,
            "/c/exchanges".to_owned(),
            Some(json!({"bank": "A", "api": "ncmec", "api_json": {}})),
        ),
        (Method::POST, "/c/exchanges/api/ncmec".to_owned(), Some(json!({"credential_json": {}}))),
    ] {
        let reply = world.ask(method.clone(), &path, body).await;
        assert_eq!(reply.status, 403, "{method} {path}");
        assert!(reply.json()["message"].as_str().is_some_and(|said| said.contains("suoja list")));
    }
    assert_eq!(world.read("/c/banks").await.json(), all);
}

#[tokio::test]
async fn distances_are_noted_before_they_are_told() {
    let world = World::new().await;
    for seed in [1, 7, 2] {
        world.read(&format!("/m/lookup?signal={}&signal_type=pdq", print(seed))).await;
    }
    let line = "2030-01-15T12:00:00Z (compat) 1\n";
    assert_eq!(world.audit_log(), line.repeat(2));
}

#[tokio::test]
async fn where_the_audit_log_cannot_be_written_no_distance_is_told() {
    let full = std::fs::OpenOptions::new().append(true).open("/dev/full").unwrap();
    for (audit, status) in [(Some(full), 503), (None, 403)] {
        let world = World::noting(Settings::default(), audit).await;
        for path in ["/m/lookup", "/m/raw_lookup"] {
            let ask = |seed| format!("{path}?signal={}&signal_type=pdq", print(seed));
            let told = world.read(&ask(1)).await;
            assert_eq!(told.status, status, "{told:?}");
            assert_eq!(told.headers.contains_key(RETRY_AFTER), status == 503);
            assert!(told.json()["message"].is_string());
            // What tells nothing of a list is told.
            assert_eq!(world.read(&ask(7)).await.status, 200);
        }
        let detail = world.file("/v1/match?detail=true", 1, "picture 1 90").await;
        assert_eq!(detail.status, status);
        assert_eq!(detail.headers.contains_key(RETRY_AFTER), status == 503);
    }
}

#[tokio::test]
async fn where_the_operator_wants_keys_a_client_needs_one() {
    let compat = CompatSettings { require_key: true, ..CompatSettings::default() };
    let world = World::with(Settings { compat, ..Settings::default() }).await;
    assert_eq!(world.read("/c/banks").await.status, 401);
    for (key, status) in [(2, 403), (1, 200)] {
        let request = Request::get("/c/banks").header(AUTHORIZATION, bearer(key));
        let reply = world.compat(request.body(Body::empty()).unwrap()).await;
        assert_eq!(reply.status.as_u16(), status);
    }
}
