//! A small study, the real program serving it, and a visitor without a browser.

use std::fs::{self, File};
use std::io::{self, BufRead, BufReader, Read, Write};
use std::net::{IpAddr, Ipv4Addr, SocketAddr, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, ExitStatus, Output, Stdio};
use std::sync::mpsc;
use std::time::{Duration, Instant};

use instrument::Part;
use seal::Identity;
use store::Archive;
use tempfile::TempDir;

pub mod doors;

/// The program under test.
pub const SUOJA: &str = env!("CARGO_BIN_EXE_suoja");
/// The study's id.
pub const STUDY: &str = "process-tests";
/// How long a thing may take that takes no time.
const PATIENCE: Duration = Duration::from_secs(60);

/// A study in a folder of its own: `server/`, `researcher/` and `suoja.toml`.
pub struct Study {
    dir: TempDir,
    /// The store's file.
    pub store: PathBuf,
}

impl Study {
    /// A study whose `[reach]` has these lines more.
    pub fn new(reach: &str) -> Self {
        let dir = tempfile::tempdir().unwrap();
        let store = dir.path().join("server/answers.sqlite");
        let study = Self { dir, store };
        fs::create_dir(study.server()).unwrap();
        study.keys();
        study.configure("allow_unreviewed = true", reach);
        study
    }

    /// A study whose public door carries the programme.
    pub fn with_programme() -> Self {
        Self::new(&programme(&content().join("programme")))
    }

    fn keys(&self) {
        let (private, public) = (self.path().join("researcher/keys"), self.server().join("keys"));
        let made = Command::new(SUOJA)
            .args(["keys", "new", "--study", STUDY, "--for", "marie", "--for", "paul", "--private"])
            .args([private.as_os_str(), "--public".as_ref(), public.as_os_str()])
            .output()
            .unwrap();
        assert!(made.status.success(), "{}", text(&made.stderr));
    }

    /// Writes the configuration anew.
    pub fn configure(&self, reviewed: &str, reach: &str) {
        let (content, store) = (content(), self.store.display());
        let content = content.display();
        let text = format!(
            "study = \"{STUDY}\"\n\
             instruments = [\"{content}/instruments/help-us\", \"{content}/instruments/no-need\",\n\
             \"{content}/programme/feedback\"]\n\
             \n[reach]\n\
             listen = \"127.0.0.1:0\"\n\
             store = \"{store}\"\n\
             keys = \"server/keys\"\n\
             helplines = \"{content}/helplines/helplines.toml\"\n\
             {reviewed}\n{reach}\n\
             \n[researcher]\n\
             store = \"{store}\"\n\
             keys = \"researcher/keys\"\n\
             public_keys = \"server/keys\"\n\
             opened = \"researcher/opened\"\n\
             samples = \"{content}/samples.toml\"\n"
        );
        fs::write(self.config(), text).unwrap();
    }

    /// The study's folder.
    pub fn path(&self) -> &Path {
        self.dir.path()
    }

    /// The server's folder.
    pub fn server(&self) -> PathBuf {
        self.path().join("server")
    }

    /// The configuration.
    pub fn config(&self) -> PathBuf {
        self.path().join("suoja.toml")
    }

    /// The command that opens the door on a port that the system chooses.
    pub fn serve(&self) -> Command {
        let mut command = Command::new(SUOJA);
        command.arg("serve").arg("--config").arg(self.config());
        command
    }

    /// The researchers' private keys.
    pub fn identities(&self) -> Vec<Identity> {
        let keys = fs::read_dir(self.path().join("researcher/keys")).unwrap();
        let read = |path: PathBuf| Identity::parse_file(&fs::read_to_string(path).unwrap());
        keys.flat_map(|entry| read(entry.unwrap().path()).unwrap()).collect()
    }

    /// Every part of a store, opened: one that does not open fails the test.
    pub fn parts(&self, store: &Path) -> Vec<Part> {
        let identities = self.identities();
        let open = |blob: &[u8]| {
            let opened = seal::open(blob, &identities).expect("every stored part opens");
            Part::from_json(&opened.plaintext).expect("every opened part is a page of answers")
        };
        block_on(async {
            let mut archive = Archive::open(store).await.unwrap();
            let parts = archive.parts(None, 1_000_000).await.unwrap();
            assert_eq!(u64::try_from(parts.len()).unwrap(), archive.count().await.unwrap());
            parts.iter().map(|part| open(&part.blob)).collect()
        })
    }
}

/// The folder of contents.
pub fn content() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../content").canonicalize().unwrap()
}

/// The lines of the configuration that let the public door carry a programme.
pub fn programme(folder: &Path) -> String {
    format!(
        "[reach.programme]\ncontent = \"{}\"\nstore = \"server/programme.sqlite\"\n",
        folder.display()
    )
}

/// Runs a future to its end.
pub fn block_on<T>(future: impl Future<Output = T>) -> T {
    tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap().block_on(future)
}

/// Runs the program to its end.
pub fn run(command: &mut Command) -> Output {
    command.stdin(Stdio::null()).output().unwrap()
}

/// Bytes as text.
pub fn text(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

/// A running door. Dropped, it is killed.
pub struct Door<A = SocketAddr> {
    /// The process.
    pub child: Child,
    /// Where it listens.
    pub address: A,
    stderr: PathBuf,
    rest: mpsc::Receiver<String>,
}

impl Door {
    /// Starts a door with a command and waits until it says where it is. What it says on standard
    /// error goes into a file.
    pub fn start(command: &mut Command, stderr: &Path) -> Self {
        Self::start_until(command, stderr, |line| {
            let (_, after) = line.split_once("http://")?;
            Some(after.split_once('/')?.0.parse().unwrap())
        })
    }
}

impl Door<PathBuf> {
    /// The same for a door on a Unix socket.
    pub fn start_on_socket(command: &mut Command, stderr: &Path) -> Self {
        Self::start_until(command, stderr, |line| Some(line.split_once(" on unix:")?.1.into()))
    }
}

impl<A> Door<A> {
    fn start_until(
        command: &mut Command,
        stderr: &Path,
        address: impl Fn(&str) -> Option<A>,
    ) -> Self {
        let said = File::options().create(true).append(true).open(stderr).unwrap();
        let spawned = command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(said).spawn();
        let mut child = spawned.unwrap();
        let stdout = child.stdout.take().unwrap();
        let (send, rest) = mpsc::channel();
        std::thread::spawn(move || {
            for line in BufReader::new(stdout).lines().map_while(Result::ok) {
                _ = send.send(line);
            }
        });
        let address = loop {
            let Ok(line) = rest.recv_timeout(PATIENCE) else {
                _ = child.kill();
                panic!("the door did not open: {}", text(&fs::read(stderr).unwrap()));
            };
            if let Some(address) = address(&line) {
                break address;
            }
        };
        Self { child, address, stderr: stderr.to_owned(), rest }
    }

    /// Sends a signal.
    pub fn signal(&self, name: &str) {
        let sent = Command::new("kill").args(["-s", name, &self.child.id().to_string()]).status();
        assert!(sent.unwrap().success());
    }

    /// Waits for the end.
    pub fn wait(&mut self) -> ExitStatus {
        let deadline = Instant::now() + PATIENCE;
        loop {
            if let Some(status) = self.child.try_wait().unwrap() {
                return status;
            }
            assert!(Instant::now() < deadline, "the door does not end");
            std::thread::sleep(Duration::from_millis(5));
        }
    }

    /// Asks the door to close, and waits until it has.
    pub fn close(mut self) {
        self.signal("TERM");
        let status = self.wait();
        assert!(status.success(), "{status}: {}", self.stderr());
        let last = self.rest.iter().last();
        assert_eq!(last.as_deref(), Some("The door is closed."));
    }

    /// Waits until it says a line with these words.
    pub fn says(&self, words: &str) -> bool {
        let lines = std::iter::from_fn(|| self.rest.recv_timeout(PATIENCE).ok());
        lines.take(10).any(|line| line.contains(words))
    }

    /// What it said on standard error.
    pub fn stderr(&self) -> String {
        text(&fs::read(&self.stderr).unwrap())
    }
}

impl<A> Drop for Door<A> {
    fn drop(&mut self) {
        _ = self.child.kill();
        _ = self.child.wait();
    }
}

/// An answer of the door.
#[derive(Debug)]
pub struct Answer {
    /// Its status.
    pub status: u16,
    /// Its head.
    pub head: String,
    /// Its page.
    pub body: String,
}

impl Answer {
    /// The hidden field of the page.
    pub fn state(&self) -> Option<&str> {
        let (_, after) = self.body.split_once("name=\"state\" value=\"")?;
        Some(after.split_once('"')?.0)
    }
}

/// Sends a request and reads the answer until the door closes the connection.
///
/// # Errors
/// When the connection breaks before a whole answer was read.
pub fn exchange(stream: TcpStream, request: &[u8]) -> io::Result<Answer> {
    let mut stream = stream;
    stream.set_read_timeout(Some(PATIENCE))?;
    stream.write_all(request)?;
    let mut bytes = Vec::new();
    stream.read_to_end(&mut bytes)?;
    let bad = || io::Error::from(io::ErrorKind::UnexpectedEof);
    let text = String::from_utf8(bytes).map_err(|_| bad())?;
    let (head, body) = text.split_once("\r\n\r\n").ok_or_else(bad)?;
    let status = head.split(' ').nth(1).and_then(|code| code.parse().ok()).ok_or_else(bad)?;
    let length = head.lines().find_map(|line| line.strip_prefix("content-length: "));
    if length.and_then(|length| length.parse().ok()) != Some(body.len()) {
        return Err(bad());
    }
    Ok(Answer { status, head: head.to_owned(), body: body.to_owned() })
}

/// A form as a browser sends it.
pub fn form(fields: &[(&str, &str)]) -> String {
    let encode = |text: &str| -> String {
        let byte = |byte: u8| match byte {
            b'0'..=b'9' | b'a'..=b'z' | b'A'..=b'Z' | b'-' | b'_' | b'.' | b'*' => {
                char::from(byte).to_string()
            }
            b' ' => "+".to_owned(),
            other => format!("%{other:02X}"),
        };
        text.bytes().map(byte).collect()
    };
    let field = |(name, value): &(&str, &str)| format!("{}={}", encode(name), encode(value));
    fields.iter().map(field).collect::<Vec<_>>().join("&")
}

/// A way to a door that has no address of its own.
pub struct Tunnel {
    /// The name that a browser would show.
    pub host: String,
    /// Makes a connection.
    pub dial: Box<dyn Fn() -> io::Result<TcpStream>>,
}

/// Someone who fills in a survey.
pub struct Visitor {
    /// Where the door is.
    pub address: SocketAddr,
    /// The way there, if the address is not one that can be connected to.
    pub tunnel: Option<Tunnel>,
    /// The path, with a query if there is one.
    pub path: String,
    /// Lines of the head, each with its line end.
    pub headers: String,
    /// The address to come from, if it matters.
    pub from: Option<Ipv4Addr>,
    /// The hidden field of the page that is shown.
    pub state: Option<String>,
}

impl Visitor {
    /// Someone who reads a language.
    pub fn new(address: SocketAddr, language: &str) -> Self {
        let (path, headers) = (format!("/{language}/"), String::new());
        Self { address, tunnel: None, path, headers, from: None, state: None }
    }

    /// Someone who comes through a tunnel.
    pub fn through(tunnel: Tunnel, language: &str) -> Self {
        let nowhere = SocketAddr::from(([0, 0, 0, 0], 0));
        Self { tunnel: Some(tunnel), ..Self::new(nowhere, language) }
    }

    fn connect(&self) -> io::Result<TcpStream> {
        if let Some(tunnel) = &self.tunnel {
            return (tunnel.dial)();
        }
        let Some(from) = self.from else { return TcpStream::connect(self.address) };
        // The standard library cannot choose the address that a connection comes from.
        let stream = block_on(async {
            let socket = tokio::net::TcpSocket::new_v4()?;
            socket.bind(SocketAddr::new(IpAddr::V4(from), 0))?;
            socket.connect(self.address).await?.into_std()
        })?;
        stream.set_nonblocking(false)?;
        Ok(stream)
    }

    fn head(&self, method: &str) -> String {
        let Self { path, headers, .. } = self;
        let tunnel = self.tunnel.as_ref();
        let host = tunnel.map_or_else(|| self.address.to_string(), |tunnel| tunnel.host.clone());
        format!("{method} {path} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n{headers}")
    }

    /// Asks for the page at the path.
    ///
    /// # Errors
    /// When the connection breaks.
    pub fn get(&self) -> io::Result<Answer> {
        exchange(self.connect()?, format!("{}\r\n", self.head("GET")).as_bytes())
    }

    /// Sends a form with the hidden field and a button, and takes the hidden field of the answer
    /// if it has another page.
    ///
    /// # Errors
    /// When the connection breaks.
    pub fn press(&mut self, go: &str, fields: &[(&str, &str)]) -> io::Result<Answer> {
        let mut all: Vec<(&str, &str)> = fields.to_vec();
        if let Some(state) = &self.state {
            all.push(("state", state));
        }
        all.push(("go", go));
        let (head, body) = (self.head("POST"), form(&all));
        let request = format!(
            "{head}Content-Type: application/x-www-form-urlencoded\r\nContent-Length: {}\r\n\r\n\
             {body}",
            body.len()
        );
        let answer = exchange(self.connect()?, request.as_bytes())?;
        if answer.status == 200 {
            self.state = answer.state().map(str::to_owned);
        }
        Ok(answer)
    }

    /// From the entrance to the first page of the survey.
    ///
    /// # Errors
    /// When the connection breaks.
    pub fn enter(&mut self) -> io::Result<Answer> {
        self.state = None;
        assert_eq!(self.get()?.status, 200);
        self.press("me", &[])?;
        self.press("adult", &[])?;
        let first = self.press("help-us", &[])?;
        assert!(first.body.contains("name=\"wish_stop\""), "{}", first.body);
        Ok(first)
    }
}
