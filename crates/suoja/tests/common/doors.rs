//! The doors beside the public one: an invented list, the door for search engines, the door for
//! those who were harmed.

use std::fs::{self, OpenOptions};
use std::io::{self, Write};
use std::net::{SocketAddr, TcpStream};
use std::path::PathBuf;
use std::process::Command;

use super::{Answer, Door, SUOJA, Study, exchange, form, run, text};

/// Harmless invented words.
pub const LIST: &str = "[words]\nzumbrelka\n[phrases]\nseven blue teapots\n\
                        [services]\nzumbrelka help line\n";

/// Gives a study the two doors beside the public one; links of warnings lead to these origins.
pub fn add_doors(study: &Study, reach: &str, support: &str) {
    let list = study.path().join("list.txt");
    fs::write(&list, LIST).unwrap();
    let server = study.server();
    let compiled = run(Command::new(SUOJA)
        .args(["warning", "compile"])
        .arg(&list)
        .arg("--key")
        .arg(server.join("list.key"))
        .arg("--to")
        .arg(server.join("list.suoja")));
    assert!(compiled.status.success(), "{}", text(&compiled.stderr));
    fs::remove_file(list).unwrap();
    let made =
        run(Command::new(SUOJA).args(["warning", "key", "--to"]).arg(server.join("service.key")));
    assert!(made.status.success(), "{}", text(&made.stderr));
    let helplines = PathBuf::from(env!("CARGO_MANIFEST_DIR"))
        .join("../../content/helplines/helplines.toml")
        .canonicalize()
        .unwrap();
    let helplines = helplines.display();
    let more = format!(
        "\n[support]\nlisten = \"127.0.0.1:0\"\nhelplines = \"{helplines}\"\n\
         allow_unreviewed = true\n\
         \n[service]\nlisten = \"127.0.0.1:0\"\nkey = \"server/service.key\"\n\
         list = \"server/list.suoja\"\nlist_key = \"server/list.key\"\n\
         helplines = \"{helplines}\"\nallow_unreviewed = true\n\
         \n[service.channels.web]\nreach = \"{reach}\"\nsupport = \"{support}\"\n\
         back = \"https://engine.example/\"\n"
    );
    let mut file = OpenOptions::new().append(true).open(study.config()).unwrap();
    file.write_all(more.as_bytes()).unwrap();
}

/// Opens one door of a study.
pub fn open_door(study: &Study, name: &str) -> Door {
    let mut command = study.serve();
    command.args(["--door", name]);
    Door::start(&mut command, &study.path().join(format!("{name}.err")))
}

/// A search engine that asks about queries.
pub struct Engine {
    /// Where the door is.
    pub address: SocketAddr,
    key: String,
}

impl Engine {
    /// The engine of a study, with its key.
    pub fn new(study: &Study, door: &Door) -> Self {
        let key = fs::read_to_string(study.server().join("service.key")).unwrap();
        Self { address: door.address, key }
    }

    /// Asks about a query.
    ///
    /// # Errors
    /// When the connection breaks.
    pub fn ask(&self, path: &str, query: &str, language: &str) -> io::Result<Answer> {
        let body = form(&[("q", query), ("language", language), ("channel", "web")]);
        let request = format!(
            "POST {path} HTTP/1.1\r\nHost: service\r\nConnection: close\r\n\
             Authorization: Bearer {}\r\nContent-Type: application/x-www-form-urlencoded\r\n\
             Content-Length: {}\r\n\r\n{body}",
            self.key,
            body.len()
        );
        exchange(TcpStream::connect(self.address)?, request.as_bytes())
    }
}
