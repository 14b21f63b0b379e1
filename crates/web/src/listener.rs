//! Accepting connections, within limits, without a word about any of them.

use std::io;
use std::num::NonZeroUsize;
use std::os::unix::fs::PermissionsExt;
use std::path::Path;
use std::time::Duration;

use axum::Router;
use axum::body::Body;
use hyper::Request;
use hyper::body::Incoming;
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::server::graceful::GracefulShutdown;
use tokio::io::{AsyncRead, AsyncWrite};
use tokio::net::{TcpListener, UnixListener};
use tokio::task::JoinSet;
use tower::ServiceExt;

use crate::proxy::read_circuit;
use crate::{Address, Circuit};

/// Connections served at once; more wait in the kernel's queue.
const MOST_CONNECTIONS: usize = 1024;
/// How long a request's head may take, and how long a connection may lie idle.
const PATIENCE: Duration = Duration::from_secs(30);
/// How long open connections may take to end when the door closes.
const FAREWELL: Duration = Duration::from_secs(10);

/// A door could not be opened.
#[derive(Debug, thiserror::Error)]
#[error("cannot listen on {address}: {source}")]
pub struct ServeError {
    address: Address,
    source: io::Error,
}

/// A door that is open.
pub struct Serving {
    listener: Listener,
    circuits: bool,
    most: usize,
}

enum Listener {
    Tcp(TcpListener),
    Unix(UnixListener),
}

/// Opens a door. `circuits` says that tor begins each connection with a PROXY line.
///
/// # Errors
/// [`ServeError`] when the address is taken or not ours.
pub async fn serve(address: &Address, circuits: bool) -> Result<Serving, ServeError> {
    let listener = match address {
        Address::Tcp(tcp) => TcpListener::bind(tcp).await.map(Listener::Tcp),
        Address::Unix(path) => bind_unix(path).map(Listener::Unix),
    };
    let failed = |source| ServeError { address: address.clone(), source };
    let listener = listener.map_err(failed)?;
    Ok(Serving { listener, circuits, most: MOST_CONNECTIONS })
}

/// A socket left behind by a process that is gone is in the way; one that answers is not ours.
fn bind_unix(path: &Path) -> io::Result<UnixListener> {
    if path.exists() && std::os::unix::net::UnixStream::connect(path).is_err() {
        std::fs::remove_file(path)?;
    }
    let listener = UnixListener::bind(path)?;
    std::fs::set_permissions(path, std::fs::Permissions::from_mode(0o660))?;
    Ok(listener)
}

impl Serving {
    /// The address that was bound, with the port the system chose.
    pub fn address(&self) -> Option<Address> {
        match &self.listener {
            Listener::Tcp(listener) => listener.local_addr().ok().map(Address::Tcp),
            Listener::Unix(listener) => {
                let address = listener.local_addr().ok()?;
                address.as_pathname().map(|path| Address::Unix(path.to_owned()))
            }
        }
    }

    /// Serves no more connections than these at once.
    pub fn at_most(mut self, connections: NonZeroUsize) -> Self {
        self.most = connections.get();
        self
    }

    /// Serves until `until` ends, then lets open requests finish, and cuts off what is open after ten seconds.
    pub async fn run(self, router: Router, until: impl Future<Output = ()>) {
        let graceful = GracefulShutdown::new();
        let mut connections = JoinSet::new();
        let mut until = std::pin::pin!(until);
        loop {
            let has_place = connections.len() < self.most;
            // Whatever it waits for, it hears that it is to stop.
            tokio::select! {
                () = &mut until => break,
                Some(_) = connections.join_next() => {}
                stream = self.accept(), if has_place => match stream {
                    Ok(stream) => {
                        let (router, watcher) = (router.clone(), graceful.watcher());
                        connections.spawn(serve_connection(stream, router, self.circuits, watcher));
                    }
                    // Out of file descriptors, most likely; give the others time to end.
                    Err(_) => tokio::time::sleep(Duration::from_millis(50)).await,
                }
            }
        }
        _ = tokio::time::timeout(FAREWELL, graceful.shutdown()).await;
        // What did not end in time ends here, with the set.
        connections.abort_all();
    }

    async fn accept(&self) -> io::Result<Box<dyn Stream>> {
        Ok(match &self.listener {
            Listener::Tcp(listener) => {
                let (stream, _) = listener.accept().await?;
                _ = stream.set_nodelay(true);
                Box::new(stream)
            }
            Listener::Unix(listener) => Box::new(listener.accept().await?.0),
        })
    }
}

trait Stream: AsyncRead + AsyncWrite + Unpin + Send {}

impl<T: AsyncRead + AsyncWrite + Unpin + Send> Stream for T {}

async fn serve_connection(
    mut stream: Box<dyn Stream>,
    router: Router,
    circuits: bool,
    watcher: hyper_util::server::graceful::Watcher,
) {
    let mut circuit: Option<Circuit> = None;
    if circuits {
        match tokio::time::timeout(PATIENCE, read_circuit(&mut stream)).await {
            Ok(Ok(read)) => circuit = read,
            _ => return,
        }
    }
    let service = service_fn(move |mut request: Request<Incoming>| {
        if let Some(circuit) = circuit {
            request.extensions_mut().insert(circuit);
        }
        router.clone().oneshot(request.map(Body::new))
    });
    let connection = http1::Builder::new()
        .timer(TokioTimer::new())
        .header_read_timeout(PATIENCE)
        .max_buf_size(64 * 1024)
        .serve_connection(TokioIo::new(stream), service);
    // A connection that breaks is the visitor's own business; nobody writes it down.
    _ = watcher.watch(connection).await;
}
