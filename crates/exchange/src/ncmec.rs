//! The answers of NCMEC's hash sharing API, version 2.
//!
//! Sources: the public part of NCMEC's documentation; python-threatexchange,
//! `exchanges/clients/ncmec/hash_api.py`, read at commit baefb4ed. Read are images and films with their
//! hashes, and the tombstones `deletedImage` and `deletedVideo`. Not read: feedback (in which reasons
//! and members alternate, not always evenly) and paging. A fingerprint that is only a link is no
//! hash and is passed over. An entry shows its latest state only: it replaces what was known of it.
//!
//! Not confirmed: how `pdna` is written, and whether a member number is unique across NCMEC's lists.
//! The member is the number, not the name; hashes of Take It Down come as a member of that name.

mod entry;

use std::collections::VecDeque;
use std::io::BufRead;

use entry::Entry;
use quick_xml::Reader;
use quick_xml::events::{BytesRef, BytesStart, Event};

use crate::input::Input;
use crate::{Broken, BrokenReason, Fault, Row};

/// How deep elements may stand in one another; feedback reaches eight.
const DEEPEST: usize = 16;
/// Bytes that one tag or one text may have.
const LARGEST_PIECE: usize = 1 << 20;
const ROOT: &str = "queryResult";

pub(crate) struct Ncmec<R> {
    xml: Reader<Input<R>>,
    buffer: Vec<u8>,
    /// Local names of the open elements.
    path: Vec<String>,
    text: String,
    entry: Option<Entry>,
    waiting: VecDeque<Result<Row, Fault>>,
    begun: bool,
}

impl<R: BufRead> Ncmec<R> {
    pub(crate) fn new(input: Input<R>) -> Self {
        let (buffer, path, text) = (Vec::new(), Vec::new(), String::new());
        let xml = Reader::from_reader(input);
        Self { xml, buffer, path, text, entry: None, waiting: VecDeque::new(), begun: false }
    }

    pub(crate) fn next(&mut self) -> Option<Result<Row, Fault>> {
        while self.waiting.is_empty() {
            match self.step() {
                Ok(true) => {}
                Ok(false) => return None,
                Err(reason) => {
                    return Some(Err(Broken { line: self.xml.get_ref().line(), reason }.into()));
                }
            }
        }
        self.waiting.pop_front()
    }

    /// Reads one piece of XML; false at the end.
    fn step(&mut self) -> Result<bool, BrokenReason> {
        self.xml.get_mut().allow(LARGEST_PIECE);
        // Taken out, so that the piece it holds does not hold all of this.
        let mut buffer = std::mem::take(&mut self.buffer);
        buffer.clear();
        let event = self.xml.read_event_into(&mut buffer);
        let more = match event {
            Err(quick_xml::Error::Io(error)) if !self.xml.get_ref().is_spent() => {
                Err(BrokenReason::Io(error.to_string()))
            }
            Err(_) if self.xml.get_ref().is_spent() => Err(BrokenReason::LargePiece(LARGEST_PIECE)),
            Err(_) => Err(BrokenReason::Xml),
            Ok(event) => self.take(&event),
        };
        self.buffer = buffer;
        more
    }

    fn take(&mut self, event: &Event<'_>) -> Result<bool, BrokenReason> {
        match event {
            Event::Start(start) => self.open(start)?,
            Event::Empty(start) => {
                self.open(start)?;
                self.close();
            }
            Event::End(_) => self.close(),
            Event::Text(text) => self.write(text)?,
            Event::CData(text) => self.write(text)?,
            Event::GeneralRef(reference) => {
                let resolved = resolve(reference)?;
                self.write(resolved.encode_utf8(&mut [0; 4]))?;
            }
            Event::DocType(_) => return Err(BrokenReason::Doctype),
            Event::Eof if self.path.is_empty() && self.begun => return Ok(false),
            Event::Eof => return Err(BrokenReason::Short),
            Event::Decl(_) | Event::Comment(_) | Event::PI(_) => {}
        }
        Ok(true)
    }

    fn open(&mut self, start: &BytesStart<'_>) -> Result<(), BrokenReason> {
        let name = start.local_name().as_ref().to_owned();
        if self.path.is_empty() && (name != ROOT || self.begun) {
            return Err(BrokenReason::Root(ROOT));
        }
        self.begun = true;
        if self.path.len() == DEEPEST {
            return Err(BrokenReason::Deep(DEEPEST));
        }
        let line = self.xml.get_ref().line();
        self.text.clear();
        self.path.push(name);
        match (&*self.path, &mut self.entry) {
            ([_, _, name], entry) => *entry = Entry::named(name, line),
            ([_, _, _, field], Some(entry)) if field == "member" => {
                entry.member = attribute(start, "id")?;
            }
            ([_, _, _, group, _], Some(entry)) if group == "fingerprints" => entry.hash_line = line,
            _ => {}
        }
        Ok(())
    }

    /// Takes what stood in an element when it ends.
    fn close(&mut self) {
        match (&*self.path, &mut self.entry) {
            ([_, _, _], entry) => {
                let rows = entry.take().map(Entry::rows).unwrap_or_default();
                self.waiting.extend(rows);
            }
            ([_, _, _, field], Some(entry)) => entry.set(field, &self.text),
            ([_, _, _, group, kind], Some(entry)) if group == "fingerprints" => {
                entry.add_hash(kind, &self.text);
            }
            _ => {}
        }
        self.text.clear();
        self.path.pop();
    }

    fn write(&mut self, text: &str) -> Result<(), BrokenReason> {
        if self.path.is_empty() && !text.trim().is_empty() {
            return Err(BrokenReason::Xml);
        }
        if self.text.len() + text.len() > LARGEST_PIECE {
            return Err(BrokenReason::LargePiece(LARGEST_PIECE));
        }
        self.text.push_str(text);
        Ok(())
    }
}

/// A character by its number, or one of the five that XML names. Nothing else is expanded.
fn resolve(reference: &BytesRef<'_>) -> Result<char, BrokenReason> {
    match reference.resolve_char_ref() {
        Err(_) => return Err(BrokenReason::Xml),
        Ok(Some(character)) => return Ok(character),
        Ok(None) => {}
    }
    match reference.as_ref() {
        "amp" => Ok('&'),
        "lt" => Ok('<'),
        "gt" => Ok('>'),
        "quot" => Ok('"'),
        "apos" => Ok('\''),
        _ => Err(BrokenReason::Doctype),
    }
}

fn attribute(start: &BytesStart<'_>, name: &str) -> Result<Option<String>, BrokenReason> {
    let found = start.try_get_attribute(name).map_err(|_| BrokenReason::Xml)?;
    let value = found.map(|own| own.normalized_value(quick_xml::XmlVersion::Explicit1_0));
    Ok(value.transpose().map_err(|_| BrokenReason::Xml)?.map(|own| own.into_owned()))
}
