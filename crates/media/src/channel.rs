//! The socket between the program and a worker: whole packets, with or without a descriptor.

use std::io::{self, IoSlice, IoSliceMut};
use std::mem::MaybeUninit;
use std::os::fd::{AsFd, BorrowedFd, OwnedFd};
use std::time::{Duration, Instant};

use rustix::event::{PollFd, PollFlags, Timespec, poll};
use rustix::io::Errno;
use rustix::net::{
    AddressFamily, RecvAncillaryBuffer, RecvAncillaryMessage, RecvFlags, ReturnFlags,
    SendAncillaryBuffer, SendAncillaryMessage, SendFlags, SocketFlags, SocketType, recvmsg, send,
    sendmsg, socketpair,
};

use crate::message::LONGEST;

/// Two ends. Neither is inherited by a process that is not given it.
pub fn pair() -> io::Result<(OwnedFd, OwnedFd)> {
    let flags = SocketFlags::CLOEXEC;
    Ok(socketpair(AddressFamily::UNIX, SocketType::SEQPACKET, flags, None)?)
}

/// Sends a packet.
pub fn give(socket: impl AsFd, packet: &[u8]) -> io::Result<()> {
    loop {
        match send(socket.as_fd(), packet, SendFlags::NOSIGNAL) {
            Err(Errno::INTR) => {}
            sent => return Ok(sent.map(drop)?),
        }
    }
}

/// Sends a packet and a descriptor.
pub fn give_with(socket: impl AsFd, packet: &[u8], file: BorrowedFd<'_>) -> io::Result<()> {
    let mut space = [MaybeUninit::uninit(); rustix::cmsg_space!(ScmRights(1))];
    let files = [file];
    loop {
        let mut beside = SendAncillaryBuffer::new(&mut space);
        if !beside.push(SendAncillaryMessage::ScmRights(&files)) {
            return Err(io::Error::other("a descriptor does not fit beside the packet"));
        }
        let sent = sendmsg(&socket, &[IoSlice::new(packet)], &mut beside, SendFlags::NOSIGNAL);
        match sent {
            Err(Errno::INTR) => {}
            sent => return Ok(sent.map(drop)?),
        }
    }
}

/// What comes in: a packet and its descriptor, or nothing when the other end is gone. A packet that is cut
/// off is an error.
pub fn take(socket: impl AsFd) -> io::Result<Option<(Vec<u8>, Option<OwnedFd>)>> {
    let mut packet = vec![0; LONGEST];
    let mut space = [MaybeUninit::uninit(); rustix::cmsg_space!(ScmRights(1))];
    let mut beside = RecvAncillaryBuffer::new(&mut space);
    let came = loop {
        let mut into = [IoSliceMut::new(&mut packet)];
        match recvmsg(&socket, &mut into, &mut beside, RecvFlags::CMSG_CLOEXEC) {
            Err(Errno::INTR) => {}
            came => break came?,
        }
    };
    if came.flags.intersects(ReturnFlags::TRUNC | ReturnFlags::CTRUNC) {
        return Err(io::Error::other("a packet was cut off"));
    }
    let mut files = beside.drain().filter_map(|message| match message {
        RecvAncillaryMessage::ScmRights(files) => Some(files),
        _ => None,
    });
    let file = files.next().and_then(|mut files| files.next());
    packet.truncate(came.bytes);
    Ok((came.bytes > 0).then_some((packet, file)))
}

/// Waits until something comes in or the other end is gone; false when the time is up.
pub fn comes(socket: impl AsFd, within: Duration) -> io::Result<bool> {
    let began = Instant::now();
    loop {
        let left = within.saturating_sub(began.elapsed());
        let timeout = Timespec::try_from(left).map_err(io::Error::other)?;
        let mut sockets = [PollFd::new(&socket, PollFlags::IN)];
        match poll(&mut sockets, Some(&timeout)) {
            Err(Errno::INTR) => {}
            ready => return Ok(ready? > 0),
        }
    }
}
