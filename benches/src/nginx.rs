//! The peer: nginx with the same pages as static files.

use std::fs;
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use anyhow::{Context, Result, ensure};
use rustix::process::{Pid, Signal, kill_process};

use crate::work;

/// An nginx that listens. It ends when it is dropped.
pub struct Nginx {
    process: Child,
    /// Compresses nothing.
    pub plain: SocketAddr,
    /// Compresses at its own level, 1.
    pub level_1: SocketAddr,
    /// Compresses at the level that Suoja uses, 6.
    pub level_6: SocketAddr,
}

impl Nginx {
    /// Serves `entrance` at `/fr/` and `survey` at `/survey/`, to GET and to POST.
    ///
    /// # Errors
    /// When there is no nginx or it does not listen.
    pub fn start(room: &Path, entrance: &[u8], survey: &[u8]) -> Result<Self> {
        let room = room.join("nginx");
        for (page, bytes) in [("fr", entrance), ("survey", survey)] {
            fs::create_dir_all(room.join("www").join(page))?;
            fs::write(room.join("www").join(page).join("index.html"), bytes)?;
        }
        let [plain, level_1, level_6] = free_ports()?;
        let config = room.join("nginx.conf");
        fs::write(&config, config_text(&room, [plain, level_1, level_6])?)?;
        let mut command = Command::new("nginx");
        command.arg("-e").arg(room.join("error.log")).arg("-c").arg(&config);
        let process = command.stdin(Stdio::null()).spawn();
        let process = process.context("nginx does not start; `apt install nginx-light`")?;
        let nginx = Self { process, plain, level_1, level_6 };
        wait_for(plain)
            .with_context(|| fs::read_to_string(nginx_log(&room)).unwrap_or_default())?;
        Ok(nginx)
    }

    /// Ends nginx and waits for it, so that its work is counted as ours.
    ///
    /// # Errors
    /// When it does not end well.
    pub fn stop(mut self) -> Result<()> {
        self.end()?;
        ensure!(self.process.wait()?.success(), "nginx did not end well");
        Ok(())
    }

    fn end(&self) -> Result<()> {
        let id = i32::try_from(self.process.id()).ok().and_then(Pid::from_raw);
        Ok(kill_process(id.context("nginx has no process id")?, Signal::TERM)?)
    }
}

impl Drop for Nginx {
    fn drop(&mut self) {
        if matches!(self.process.try_wait(), Ok(None)) {
            // Its workers end with it only when it is asked, not when it is killed.
            _ = self.end();
            _ = self.process.wait();
        }
    }
}

fn nginx_log(room: &Path) -> std::path::PathBuf {
    room.join("error.log")
}

fn free_ports() -> Result<[SocketAddr; 3]> {
    let bind = || TcpListener::bind("127.0.0.1:0");
    let bound = [bind()?, bind()?, bind()?];
    let [first, second, third] = &bound;
    Ok([first.local_addr()?, second.local_addr()?, third.local_addr()?])
}

fn wait_for(address: SocketAddr) -> Result<()> {
    let begun = Instant::now();
    while TcpStream::connect(address).is_err() {
        ensure!(begun.elapsed() < Duration::from_secs(5), "nginx does not listen");
        std::thread::sleep(Duration::from_millis(20));
    }
    Ok(())
}

fn config_text(room: &Path, [plain, level_1, level_6]: [SocketAddr; 3]) -> Result<String> {
    let name = |what: &str| work::run(Command::new("id").arg(what));
    let (user, group) = (name("-un")?, name("-gn")?);
    let (user, group) = (user.trim(), group.trim());
    // Only the first user of the machine may choose; for others the line is a warning.
    let choose = if user == "root" { format!("user {user} {group};") } else { String::new() };
    let room = room.display();
    Ok(format!(
        "{choose}
daemon off;
worker_processes auto;
pid {room}/pid;
error_log {room}/error.log;
events {{ worker_connections 1024; }}
http {{
    access_log off;
    sendfile on;
    tcp_nopush on;
    open_file_cache max=100;
    keepalive_requests 100000000;
    charset utf-8;
    default_type text/html;
    types {{ text/html html; }}
    client_body_temp_path {room}/body;
    proxy_temp_path {room}/proxy;
    fastcgi_temp_path {room}/fastcgi;
    uwsgi_temp_path {room}/uwsgi;
    scgi_temp_path {room}/scgi;
    root {room}/www;
    # A static file refuses POST; here it answers it.
    error_page 405 =200 $uri;
    server {{ listen {plain}; gzip off; }}
    server {{ listen {level_1}; gzip on; gzip_comp_level 1; }}
    server {{ listen {level_6}; gzip on; gzip_comp_level 6; }}
}}
"
    ))
}
