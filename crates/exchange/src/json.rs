//! The items of one array in JSON, one at a time, in bounded memory.
//!
//! This finds where an item begins and ends; serde_json reads it. A file may hold one object or several
//! after one another, as pages of an answer are saved.

use std::io::BufRead;

use serde::de::{DeserializeOwned, IgnoredAny};

use crate::input::Input;
use crate::{BadRow, Broken, BrokenReason, Fault, Reason};

/// Bytes that an item, or a value beside the array, may have.
const LARGEST_ITEM: usize = 1 << 20;

pub(crate) struct Items<R> {
    input: Input<R>,
    array: &'static str,
    place: Place,
    found: bool,
    item: Vec<u8>,
}

/// Where in the file the next byte stands.
enum Place {
    Outside,
    InObject { first: bool },
    InArray { first: bool },
}

impl<R: BufRead> Items<R> {
    /// The items of the arrays that stand under this name in the objects of the file.
    pub(crate) fn new(input: Input<R>, array: &'static str) -> Self {
        Self { input, array, place: Place::Outside, found: false, item: Vec::new() }
    }

    /// The next item and the line on which it begins.
    pub(crate) fn next<T: DeserializeOwned>(&mut self) -> Option<Result<(u64, T), Fault>> {
        match self.advance() {
            Ok(None) => None,
            Err(broken) => Some(Err(broken.into())),
            Ok(Some(line)) => Some(match serde_json::from_slice(&self.item) {
                Ok(item) => Ok((line, item)),
                // Well-formed, since it was checked: what its fields hold is not what they shall.
                Err(_) => Err(BadRow { line, reason: Reason::Shape }.into()),
            }),
        }
    }

    /// Goes to the next item and holds its bytes.
    fn advance(&mut self) -> Result<Option<u64>, Broken> {
        loop {
            match self.place {
                Place::Outside => match self.token()? {
                    None if self.found => return Ok(None),
                    None => return Err(self.broken(BrokenReason::NoArray(self.array))),
                    Some(b'{') => {
                        self.input.consume(1);
                        self.found = false;
                        self.place = Place::InObject { first: true };
                    }
                    Some(_) => return Err(self.broken(BrokenReason::Json)),
                },
                Place::InObject { first } => self.member(first)?,
                Place::InArray { first } => {
                    if self.closes(b']', first)? {
                        self.place = Place::InObject { first: false };
                        continue;
                    }
                    self.token()?;
                    let line = self.input.line();
                    self.value()?;
                    self.place = Place::InArray { first: false };
                    return Ok(Some(line));
                }
            }
        }
    }

    /// Reads one member of the object, or its end; stops before the first item of the array.
    fn member(&mut self, first: bool) -> Result<(), Broken> {
        if self.closes(b'}', first)? {
            if !self.found {
                return Err(self.broken(BrokenReason::NoArray(self.array)));
            }
            self.place = Place::Outside;
            return Ok(());
        }
        self.place = Place::InObject { first: false };
        if self.token()? != Some(b'"') {
            return Err(self.here());
        }
        self.value()?;
        let name: Option<String> = serde_json::from_slice(&self.item).ok();
        if self.token()? != Some(b':') {
            return Err(self.here());
        }
        self.input.consume(1);
        let array = self.token()? == Some(b'[');
        if array && name.as_deref() == Some(self.array) {
            self.input.consume(1);
            self.found = true;
            self.place = Place::InArray { first: true };
            return Ok(());
        }
        self.value()
    }

    /// Takes the end of an object or array, or the comma before what comes next.
    fn closes(&mut self, end: u8, first: bool) -> Result<bool, Broken> {
        match self.token()? {
            Some(byte) if byte == end => self.input.consume(1),
            Some(b',') if !first => {
                self.input.consume(1);
                return Ok(false);
            }
            Some(_) if first => return Ok(false),
            _ => return Err(self.here()),
        }
        Ok(true)
    }

    /// The next byte that is no white space, left where it is.
    fn token(&mut self) -> Result<Option<u8>, Broken> {
        loop {
            match self.input.peek()? {
                Some(b' ' | b'\t' | b'\r' | b'\n') => self.input.consume(1),
                token => return Ok(token),
            }
        }
    }

    /// Takes one value, whole and well-formed, into `self.item`.
    fn value(&mut self) -> Result<(), Broken> {
        self.item.clear();
        let mut scan = Scan::default();
        loop {
            let line = self.input.line();
            let available = self.input.available()?;
            if available.is_empty() {
                break;
            }
            let (taken, over) = scan.take(available);
            if self.item.len() + taken > LARGEST_ITEM {
                return Err(Broken { line, reason: BrokenReason::LargePiece(LARGEST_ITEM) });
            }
            self.item.extend_from_slice(&available[..taken]);
            self.input.consume(taken);
            if over {
                break;
            }
        }
        match serde_json::from_slice::<IgnoredAny>(&self.item) {
            Ok(_) => Ok(()),
            Err(_) => Err(self.here()),
        }
    }

    /// What is here cannot be: the file is over, or something else stands in the way.
    fn here(&mut self) -> Broken {
        match self.input.peek() {
            Ok(None) => self.broken(BrokenReason::Short),
            Ok(Some(_)) => self.broken(BrokenReason::Json),
            Err(broken) => broken,
        }
    }

    fn broken(&self, reason: BrokenReason) -> Broken {
        Broken { line: self.input.line(), reason }
    }
}

/// Where a value ends: after its closing bracket or quote, or before what parts it from the next.
#[derive(Default)]
struct Scan {
    depth: usize,
    in_text: bool,
    escaped: bool,
}

impl Scan {
    /// How many of these bytes belong to the value, and whether it ends there.
    fn take(&mut self, bytes: &[u8]) -> (usize, bool) {
        for (at, byte) in bytes.iter().enumerate() {
            if self.in_text {
                match byte {
                    _ if self.escaped => self.escaped = false,
                    b'\\' => self.escaped = true,
                    b'"' => {
                        self.in_text = false;
                        if self.depth == 0 {
                            return (at + 1, true);
                        }
                    }
                    _ => {}
                }
                continue;
            }
            match byte {
                b'"' => self.in_text = true,
                b'{' | b'[' => self.depth += 1,
                b'}' | b']' if self.depth > 0 => {
                    self.depth -= 1;
                    if self.depth == 0 {
                        return (at + 1, true);
                    }
                }
                b'}' | b']' | b',' | b':' | b' ' | b'\t' | b'\r' | b'\n' if self.depth == 0 => {
                    return (at, true);
                }
                _ => {}
            }
        }
        (bytes.len(), false)
    }
}
