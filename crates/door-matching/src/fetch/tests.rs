//! Nothing is fetched from inside or from a host that was not named; what is fetched is whole.

use std::io::Write;
use std::net::{SocketAddr, TcpListener};
use std::thread;

use super::*;

/// Answers one request with these bytes and says where.
fn serve(answer: &'static [u8]) -> u16 {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let port = listener.local_addr().unwrap().port();
    thread::spawn(move || {
        let Ok((mut stream, _)) = listener.accept() else { return };
        let mut head = [0; 4096];
        _ = stream.read(&mut head);
        _ = stream.write_all(answer);
    });
    port
}

fn room() -> Room {
    crate::room::Pool::new(1 << 20).room()
}

/// Every name leads to this address.
#[derive(Debug)]
pub(crate) struct Always(pub(crate) SocketAddr);

impl Resolver for Always {
    fn resolve(
        &self,
        _: &Uri,
        _: &ureq::config::Config,
        _: NextTimeout,
    ) -> Result<ResolvedSocketAddrs, ureq::Error> {
        let mut found = self.empty();
        found.push(self.0);
        Ok(found)
    }
}

fn hosts(names: &[&str]) -> Vec<AllowedHost> {
    names.iter().map(|name| name.parse().unwrap()).collect()
}

/// Fetches from `pictures.example`, which stands on this machine, through a check that lets it through.
fn fetch_from(port: u16, path: &str) -> Result<Fetched, FetchError> {
    let names = Always(SocketAddr::from(([127, 0, 0, 1], port)));
    let host = format!("http://pictures.example:{port}");
    let fetch =
        Fetch::through(hosts(&[&host]), 100, Duration::from_secs(5), names, |ip| ip.is_loopback());
    fetch.get(&format!("{host}{path}"), room())
}

#[test]
fn a_file_is_fetched_whole_and_sealed() {
    let port =
        serve(b"HTTP/1.1 200 OK\r\ncontent-type: image/png\r\ncontent-length: 5\r\n\r\nhello");
    let fetched = fetch_from(port, "/a.png?x=1").unwrap();
    assert_eq!(fetched.content_type, "image/png");
    let mut bytes = [0; 10];
    let read = std::os::unix::fs::FileExt::read_at(&fetched.received.file, &mut bytes, 0).unwrap();
    assert_eq!(&bytes[..read], b"hello");
    assert!((&fetched.received.file).write_all(b"more").is_err());
}

#[test]
fn what_is_too_large_redirects_or_breaks_off_is_refused() {
    let said = serve(b"HTTP/1.1 200 OK\r\ncontent-length: 101\r\n\r\n");
    assert_eq!(fetch_from(said, "/").unwrap_err(), FetchError::TooLarge(100));
    let unsaid = serve(
        b"HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n\
          60\r\n0123456789012345678901234567890123456789012345678901234567890123456789012345678901234567890\
          12345\r\n60\r\n012345678901234567890123456789012345678901234567890123456789012345678901234567\
          890123456789012345\r\n0\r\n\r\n",
    );
    assert_eq!(fetch_from(unsaid, "/").unwrap_err(), FetchError::TooLarge(100));
    let elsewhere =
        serve(b"HTTP/1.1 302 Found\r\nlocation: http://127.0.0.1/\r\ncontent-length: 0\r\n\r\n");
    assert_eq!(fetch_from(elsewhere, "/").unwrap_err(), FetchError::Status(302));
    let packed =
        serve(b"HTTP/1.1 200 OK\r\ncontent-encoding: gzip\r\ncontent-length: 5\r\n\r\nhello");
    assert_eq!(fetch_from(packed, "/").unwrap_err(), FetchError::Packed);
    let cut = serve(b"HTTP/1.1 200 OK\r\ncontent-length: 50\r\n\r\nhello");
    assert!(matches!(fetch_from(cut, "/").unwrap_err(), FetchError::Failed(_)));
}

#[test]
fn nothing_is_fetched_from_inside_whatever_it_is_called() {
    let port = serve(b"HTTP/1.1 200 OK\r\ncontent-length: 5\r\n\r\nhello");
    for host in ["127.0.0.1", "localhost", "[::1]"] {
        let host = format!("http://{host}:{port}");
        let fetch = Fetch::new(hosts(&[&host]), 100, Duration::from_secs(5));
        assert_eq!(
            fetch.get(&format!("{host}/"), room()).unwrap_err(),
            FetchError::Inside,
            "{host}"
        );
    }
    for inside in ["10.0.0.1:80", "169.254.169.254:80", "[fd00:ec2::254]:80", "100.64.0.1:80"] {
        let names = Always(inside.parse().unwrap());
        let fetch = Fetch::through(
            hosts(&["pictures.example"]),
            100,
            Duration::from_secs(5),
            names,
            is_public,
        );
        assert_eq!(fetch.get("https://pictures.example/", room()).unwrap_err(), FetchError::Inside);
    }
}

#[test]
fn a_host_is_allowed_by_its_whole_name_with_scheme_and_port() {
    let fetch = Fetch::through(
        hosts(&["pictures.example", "http://plain.example:8080"]),
        100,
        Duration::from_secs(5),
        Always(SocketAddr::from(([127, 0, 0, 1], 9))),
        is_public,
    );
    // Those that are allowed come as far as the check of addresses.
    for url in [
        "https://pictures.example/a",
        "https://PICTURES.example:443/a#b",
        "https://pictures.example./a",
        "http://plain.example:8080/",
    ] {
        assert_eq!(fetch.get(url, room()).unwrap_err(), FetchError::Inside, "{url}");
    }
    for url in [
        "http://pictures.example/a",
        "https://pictures.example:8443/a",
        "https://pictures.example.evil.example/",
        "https://evil-pictures.example/",
        "https://sub.pictures.example/",
        "https://plain.example:8080/",
    ] {
        assert_eq!(fetch.get(url, room()).unwrap_err(), FetchError::Host, "{url}");
    }
    for url in [
        "",
        "pictures.example",
        "//pictures.example/",
        "/a",
        "file:///etc/passwd",
        "ftp://pictures.example/",
        "https://user@pictures.example/",
        "https://pictures.example@evil.example/",
        "https://",
        "https://pictures.example:/",
        "https://pictures.example:99999/",
        "not an address",
        "data:,x",
    ] {
        assert_eq!(fetch.get(url, room()).unwrap_err(), FetchError::Address, "{url}");
    }
}

#[test]
fn a_host_is_written_without_a_path() {
    for bad in [
        "",
        "https://",
        "https://a.example/",
        "a.example/b",
        "a.example?b",
        "ftp://a.example",
        "a b",
    ] {
        assert!(bad.parse::<AllowedHost>().is_err(), "{bad}");
    }
    assert_eq!("A.example".parse::<AllowedHost>(), "https://a.example:443".parse());
}
