//! The door on a real socket: keep-alive, and a stop that lets open requests finish.

use std::num::NonZeroUsize;
use std::sync::Arc;
use std::time::Duration;

use door_matching::router;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;
use web::Address;

use crate::world::{World, bearer};

const BODY: &str = "picture 1 90";

async fn read_head_and_body(stream: &mut TcpStream) -> String {
    let mut text = Vec::new();
    let mut piece = [0; 4096];
    while !text.ends_with(b"}") {
        let read = stream.read(&mut piece).await.unwrap();
        assert!(read > 0, "{}", String::from_utf8_lossy(&text));
        text.extend_from_slice(&piece[..read]);
    }
    String::from_utf8(text).unwrap()
}

#[tokio::test]
async fn a_request_that_is_open_when_the_door_closes_is_answered() {
    let world = World::new().await;
    let address = Address::Tcp("127.0.0.1:0".parse().unwrap());
    let serving = web::serve(&address, false).await.unwrap();
    let Some(Address::Tcp(tcp)) = serving.address() else { panic!("no address") };
    let (stop, stopped) = tokio::sync::oneshot::channel::<()>();
    let router = router(Arc::clone(&world.service));
    let running = tokio::spawn(serving.run(router, async move { _ = stopped.await }));

    let mut stream = TcpStream::connect(tcp).await.unwrap();
    let head = |length: usize| {
        let key = bearer(2);
        format!(
            "POST /v1/match HTTP/1.1\r\nHost: a.example\r\nAuthorization: {key}\r\n\
             Content-Length: {length}\r\n\r\n"
        )
    };
    for _ in 0..2 {
        stream.write_all(head(BODY.len()).as_bytes()).await.unwrap();
        stream.write_all(BODY.as_bytes()).await.unwrap();
        let said = read_head_and_body(&mut stream).await;
        assert!(
            said.starts_with("HTTP/1.1 200") && said.contains("\"outcome\":\"match\""),
            "{said}"
        );
    }
    // Half of a request has come when the door is told to close.
    stream.write_all(head(BODY.len()).as_bytes()).await.unwrap();
    stream.write_all(&BODY.as_bytes()[..5]).await.unwrap();
    tokio::time::sleep(Duration::from_millis(50)).await;
    stop.send(()).unwrap();
    tokio::time::sleep(Duration::from_millis(50)).await;
    assert!(!running.is_finished());
    stream.write_all(&BODY.as_bytes()[5..]).await.unwrap();
    let said = read_head_and_body(&mut stream).await;
    assert!(said.starts_with("HTTP/1.1 200") && said.contains("\"outcome\":\"match\""), "{said}");
    tokio::time::timeout(Duration::from_secs(5), running).await.unwrap().unwrap();
    assert!(TcpStream::connect(tcp).await.is_err());
}

#[tokio::test]
async fn a_door_whose_places_are_all_taken_by_idle_connections_closes_when_it_is_told_to() {
    let world = World::new().await;
    let address = Address::Tcp("127.0.0.1:0".parse().unwrap());
    let serving = web::serve(&address, false).await.unwrap().at_most(NonZeroUsize::new(2).unwrap());
    let Some(Address::Tcp(tcp)) = serving.address() else { panic!("no address") };
    let (stop, stopped) = tokio::sync::oneshot::channel::<()>();
    let router = router(Arc::clone(&world.service));
    let running = tokio::spawn(serving.run(router, async move { _ = stopped.await }));

    let ask = b"GET /openapi.json HTTP/1.1\r\nHost: a.example\r\n\r\n";
    let mut kept = Vec::new();
    for _ in 0..2 {
        let mut stream = TcpStream::connect(tcp).await.unwrap();
        stream.write_all(ask).await.unwrap();
        let mut piece = [0; 4096];
        assert!(stream.read(&mut piece).await.unwrap() > 0);
        kept.push(stream);
    }
    // A third waits until a place is free.
    let mut third = TcpStream::connect(tcp).await.unwrap();
    third.write_all(ask).await.unwrap();
    let mut piece = [0; 16];
    let waits = tokio::time::timeout(Duration::from_millis(200), third.read(&mut piece)).await;
    assert!(waits.is_err());
    drop(kept.pop());
    assert!(third.read(&mut piece).await.unwrap() > 0);

    stop.send(()).unwrap();
    tokio::time::timeout(Duration::from_secs(5), running).await.unwrap().unwrap();
    // What was kept open is closed, too.
    for mut stream in kept {
        let mut rest = Vec::new();
        let ended = stream.read_to_end(&mut rest);
        tokio::time::timeout(Duration::from_secs(5), ended).await.unwrap().unwrap();
    }
}
