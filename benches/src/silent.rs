//! The limit of a service: nginx that answers everything with nothing, 204.

use std::fs;
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::path::Path;
use std::process::{Child, Command};
use std::time::Duration;

use anyhow::{Context, Result, bail};
use rustix::process::{Pid, Signal, kill_process};

use crate::work;

/// nginx that answers everything with nothing.
pub struct Silent {
    process: Child,
    /// Where it listens.
    pub address: SocketAddr,
}

impl Silent {
    /// Starts it, with its files in this folder.
    ///
    /// # Errors
    /// When there is no nginx or it does not listen.
    pub fn start(room: &Path) -> Result<Self> {
        let address = TcpListener::bind("127.0.0.1:0")?.local_addr()?;
        let shown = room.display();
        let user = work::run(Command::new("id").arg("-un"))?;
        let choose = if user.trim() == "root" { "user root;" } else { "" };
        let config = format!(
            "{choose} daemon off; worker_processes auto; pid {shown}/pid;\n\
             error_log {shown}/error.log; events {{ worker_connections 1024; }}\n\
             http {{ access_log off; keepalive_requests 100000000;\n\
             client_body_temp_path {shown}/a; proxy_temp_path {shown}/b;\n\
             fastcgi_temp_path {shown}/c; uwsgi_temp_path {shown}/d; scgi_temp_path {shown}/e;\n\
             server {{ listen {address}; location / {{ return 204; }} }} }}\n"
        );
        fs::write(room.join("nginx.conf"), config)?;
        let mut command = Command::new("nginx");
        command.arg("-e").arg(room.join("error.log")).arg("-c").arg(room.join("nginx.conf"));
        let process = command.spawn().context("nginx does not start; `apt install nginx-light`")?;
        let peer = Self { process, address };
        for _ in 0..250 {
            if TcpStream::connect(address).is_ok() {
                return Ok(peer);
            }
            std::thread::sleep(Duration::from_millis(20));
        }
        bail!("nginx does not listen");
    }
}

impl Drop for Silent {
    fn drop(&mut self) {
        // Its workers end with it only when it is asked, not when it is killed.
        if let Some(id) = i32::try_from(self.process.id()).ok().and_then(Pid::from_raw) {
            _ = kill_process(id, Signal::TERM);
        }
        _ = self.process.wait();
    }
}
