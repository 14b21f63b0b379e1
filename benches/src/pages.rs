//! Survey pages per second.

use std::fs;
use std::net::SocketAddr;
use std::path::Path;
use std::str;
use std::time::Instant;

use anyhow::{Context, Result, ensure};

use crate::args::Plan;
use crate::door::Door;
use crate::http::{Client, Reply};
use crate::measures::{Measures, PageSize, Side, Title};
use crate::nginx::Nginx;
use crate::steps::{FIRST, Step, body, state, steps};
use crate::{work, wrk};

/// Of a bench with and without compression.
struct Titles {
    opened: Title,
    sent: Title,
}

const GZIP: Titles = Titles {
    opened: Title { text: "first page (GET), compressed, per second", aim: None },
    sent: Title { text: "pages of whole visits (POST), compressed, per second", aim: None },
};
const PLAIN: Titles = Titles {
    opened: Title { text: "first page (GET), not compressed, per second", aim: None },
    sent: Title { text: "pages of whole visits (POST), not compressed, per second", aim: None },
};

/// Pages that came in whole visits.
#[derive(Default)]
struct Pages {
    shown: usize,
    stored: usize,
}

/// Measures a door and, if the plan says so, nginx with the same pages.
///
/// # Errors
/// When a page is another than expected, or one that was acknowledged is not in the store.
pub fn run(plan: &Plan, room: &Path, measures: &mut Measures) -> Result<()> {
    let room = room.join("pages");
    fs::create_dir(&room)?;
    let door = Door::open(&work::suoja()?, &room)?;
    let steps = steps();
    let mut stored = 0;
    if measures.sizes.is_empty() {
        measures.sizes = sizes(door.address, &steps)?;
        stored += 2 * steps.iter().filter(|step| step.stored).count();
    }
    let (entrance, survey) = (first_page(door.address)?, survey_page(&door, &steps)?);
    let peer = if plan.peers { Some(Nginx::start(&room, &entrance, &survey)?) } else { None };
    for (gzip, titles) in [(true, GZIP), (false, PLAIN)] {
        if let Some(nginx) = &peer {
            let rows = [((Side::Own, "Suoja: `suoja serve`"), door.address)];
            for (row, address) in rows.into_iter().chain(references(nginx, gzip)) {
                let ask = || Ok((wrk::run(plan, address, gzip)?, ()));
                measures.measure(titles.opened, row, ask)?;
            }
        }
        ensure!(first_page(door.address)? == entrance, "the first page has changed");
        let row = (Side::Own, "Suoja: `suoja serve`, all pages of a visit");
        let (kept, rate) = measures.measure(titles.sent, row, || {
            let (pages, seconds) =
                crowd(plan, door.address, gzip, &|client: &mut Client| visit(client, &steps))?;
            Ok((pages.shown as f64 / seconds, (pages.stored, pages.stored as f64 / seconds)))
        })?;
        stored += kept;
        let row = (Side::Own, "of these checked, sealed and stored before the answer");
        measures.add(titles.sent, row, rate);
        if let Some(nginx) = &peer {
            let address = if gzip { nginx.level_6 } else { nginx.plain };
            let row = (Side::Reference, "nginx: the same requests answered with one static page");
            measures.measure(titles.sent, row, || {
                let same = |client: &mut Client| visit_static(client, &steps);
                let (pages, seconds) = crowd(plan, address, gzip, &same)?;
                Ok((pages.shown as f64 / seconds, ()))
            })?;
        }
    }
    peer.map_or(Ok(()), Nginx::stop)?;
    door.close(stored)
}

/// What nginx does with the same page.
fn references(nginx: &Nginx, gzip: bool) -> Vec<((Side, &'static str), SocketAddr)> {
    let rows = if gzip {
        vec![
            ("nginx: the same page as a static file, gzip 6 as in Suoja", nginx.level_6),
            ("nginx: the same, gzip 1 as is its habit", nginx.level_1),
        ]
    } else {
        vec![("nginx: the same page as a static file", nginx.plain)]
    };
    rows.into_iter().map(|(name, address)| ((Side::Reference, name), address)).collect()
}

/// Many visitors at once until the time is over; a visit that has begun is finished.
fn crowd(
    plan: &Plan,
    address: SocketAddr,
    gzip: bool,
    visit: &(impl Fn(&mut Client) -> Result<Pages> + Sync),
) -> Result<(Pages, f64)> {
    let begun = Instant::now();
    let visitor = || -> Result<Pages> {
        let mut client = Client::connect(address, gzip)?;
        let mut all = Pages::default();
        while begun.elapsed() < plan.time {
            let pages = visit(&mut client)?;
            all.shown += pages.shown;
            all.stored += pages.stored;
        }
        Ok(all)
    };
    let mut all = Pages::default();
    std::thread::scope(|scope| -> Result<()> {
        let visitors: Vec<_> = (0..plan.connections).map(|_| scope.spawn(visitor)).collect();
        for visitor in visitors {
            let pages = visitor.join().ok().context("a visitor panicked")??;
            all.shown += pages.shown;
            all.stored += pages.stored;
        }
        Ok(())
    })?;
    Ok((all, begun.elapsed().as_secs_f64()))
}

/// From the entrance to the last page; every page must be the one that follows.
fn visit(client: &mut Client, steps: &[Step]) -> Result<Pages> {
    let mut pages = Pages { shown: 1, stored: 0 };
    let mut reply = expect_ok(client.get(FIRST)?)?;
    for step in steps {
        let sent = body(step, str::from_utf8(&reply)?);
        reply = expect_ok(client.post(FIRST, &sent)?)?;
        let page = str::from_utf8(&reply)?;
        ensure!(step.shows(page), "after `{}` comes another page than expected", step.fields);
        pages.shown += 1;
        pages.stored += usize::from(step.stored);
    }
    Ok(pages)
}

/// The same requests, to a server that looks at none of them.
fn visit_static(client: &mut Client, steps: &[Step]) -> Result<Pages> {
    let mut reply = expect_ok(client.get("/survey/")?)?;
    for step in steps {
        let sent = body(step, str::from_utf8(&reply)?);
        reply = expect_ok(client.post("/survey/", &sent)?)?;
        ensure!(state(str::from_utf8(&reply)?).is_some(), "nginx sent another page");
    }
    Ok(Pages { shown: 1 + steps.len(), stored: 0 })
}

fn expect_ok(reply: Reply) -> Result<Vec<u8>> {
    ensure!(reply.status == 200, "status {}", reply.status);
    Ok(reply.body)
}

fn first_page(address: SocketAddr) -> Result<Vec<u8>> {
    expect_ok(Client::connect(address, false)?.get(FIRST)?)
}

/// The first page of questions, as a visitor gets it.
fn survey_page(door: &Door, steps: &[Step]) -> Result<Vec<u8>> {
    let mut client = Client::connect(door.address, false)?;
    let mut reply = expect_ok(client.get(FIRST)?)?;
    // Nothing is stored on the way there.
    for step in steps.iter().take_while(|step| !step.stored) {
        reply = expect_ok(client.post(FIRST, &body(step, str::from_utf8(&reply)?))?)?;
    }
    Ok(reply)
}

/// Every page of a visit, plain and compressed.
fn sizes(address: SocketAddr, steps: &[Step]) -> Result<Vec<PageSize>> {
    let lengths = |gzip: bool| -> Result<Vec<usize>> {
        let mut client = Client::connect(address, gzip)?;
        let mut reply = client.get(FIRST)?;
        let mut lengths = vec![reply.sent];
        for step in steps {
            reply = client.post(FIRST, &body(step, str::from_utf8(&reply.body)?))?;
            ensure!(step.shows(str::from_utf8(&reply.body)?), "another page than expected");
            lengths.push(reply.sent);
        }
        Ok(lengths)
    };
    let names = std::iter::once("entrance").chain(steps.iter().map(|step| step.page));
    let pairs = lengths(false)?.into_iter().zip(lengths(true)?);
    let size = |(page, (plain, gzip)): (&str, (usize, usize))| PageSize {
        page: page.to_owned(),
        plain,
        gzip,
    };
    Ok(names.zip(pairs).map(size).collect())
}
