//! `/h/hash`: the hashes of a file that is sent, or that stands at an address.

use std::collections::BTreeMap;
use std::sync::Arc;

use axum::extract::multipart::Field;
use axum::extract::{FromRequest, Multipart, Request, State};
use axum::http::{StatusCode, Uri};
use axum::response::Response;
use data_encoding::HEXLOWER;

use super::refusal::Refusal;
use super::{Compat, Shared};
use crate::body::{SILENCE, Upload, is_plain, not_silent, within};
use crate::fetch::FetchError;
use crate::fingerprinter::Hashes;
use crate::params::Params;
use crate::router::json;
use crate::service::Service;

/// A kind of hash by the peer's name for it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Signal {
    Pdq,
    VideoMd5,
}

impl Signal {
    pub const ALL: [Self; 2] = [Self::Pdq, Self::VideoMd5];

    pub fn name(self) -> &'static str {
        match self {
            Self::Pdq => "pdq",
            Self::VideoMd5 => "video_md5",
        }
    }

    pub fn named(name: &str) -> Result<Self, Refusal> {
        let found = Self::ALL.into_iter().find(|own| own.name() == name);
        found.ok_or_else(|| Refusal::bad(format!("No such SignalType '{name}'")))
    }
}

/// What a file is said to be; it decides which hashes it has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Content {
    Photo,
    Video,
}

impl Content {
    fn named(name: &str) -> Result<Self, Refusal> {
        match name {
            "photo" => Ok(Self::Photo),
            "video" => Ok(Self::Video),
            _ => Err(Refusal::bad(format!("no such content_type: '{name}'"))),
        }
    }

    /// By the header of the host that the file comes from.
    fn of_header(header: &str) -> Result<Self, Refusal> {
        let header = header.to_ascii_lowercase();
        if header.starts_with("image") {
            Ok(Self::Photo)
        } else if header.starts_with("video") {
            Ok(Self::Video)
        } else {
            let message = "the host says neither image nor video; if you know which, send the \
                           content_type query parameter";
            Err(Refusal::bad(message))
        }
    }

    fn signal(self) -> Signal {
        match self {
            Self::Photo => Signal::Pdq,
            Self::Video => Signal::VideoMd5,
        }
    }

    /// Whether the hash that such a file has is among those that are wanted.
    fn check(self, types: Option<&str>) -> Result<(), Refusal> {
        let Some(types) = types else { return Ok(()) };
        let own = self.signal().name();
        let named: Vec<&str> =
            types.split(',').map(str::trim).filter(|name| !name.is_empty()).collect();
        match named.iter().find(|name| **name != own) {
            Some(other) => {
                Err(Refusal::bad(format!("signal type '{other}' doesn't exist or is disabled")))
            }
            None if named.is_empty() => Err(Refusal::bad("empty signal type selection")),
            None => Ok(()),
        }
    }
}

/// A file and the one hash of it that the peer knows.
pub(super) struct Media {
    pub hashes: Hashes,
    pub signal: Signal,
}

impl Media {
    /// The hash as text; empty, as the peer has it, where a picture has too little in it.
    fn text(&self) -> Result<String, Refusal> {
        match (self.signal, &self.hashes.picture) {
            (Signal::VideoMd5, _) => Ok(HEXLOWER.encode(&self.hashes.md5)),
            (Signal::Pdq, Ok(picture)) if picture.is_telling() => Ok(picture.prints[0].to_string()),
            (Signal::Pdq, Ok(_)) => Ok(String::new()),
            (Signal::Pdq, Err(why)) => {
                Err(Refusal::new(422, format!("the file has no usable hash: {why}")))
            }
        }
    }
}

pub(super) async fn by_address(State(compat): Shared, uri: Uri) -> Result<Response, Refusal> {
    let media = compat.fetch(&uri).await?;
    answer(&media)
}

pub(super) async fn of_upload(
    State(compat): Shared,
    request: Request,
) -> Result<Response, Refusal> {
    let media = compat.receive(request).await?;
    answer(&media)
}

fn answer(media: &Media) -> Result<Response, Refusal> {
    let hashes = BTreeMap::from([(media.signal.name(), media.text()?)]);
    Ok(json(StatusCode::OK, &hashes))
}

impl Compat {
    /// Fetches the file that `url` names and hashes it.
    pub(super) async fn fetch(&self, uri: &Uri) -> Result<Media, Refusal> {
        let params = Params::any(uri);
        let url = params.get("url").ok_or_else(|| Refusal::bad("url is required"))?.to_owned();
        let said = params.get("content_type").map(Content::named).transpose()?;
        let types = params.get("types").map(str::to_owned);
        let service = Arc::clone(&self.service);
        if service.fetch.is_none() {
            let message = "no address is fetched here; send the file, or have the operator name the \
                           hosts in [matching.fetch]";
            return Err(Refusal::new(403, message));
        }
        let room = self.service.uploads.room();
        let get = move || service.fetch.as_ref().map(|fetch| fetch.get(&url, room));
        let fetched = tokio::task::spawn_blocking(get).await.ok().flatten();
        let broke_off = || Refusal::new(503, "the fetching broke off; ask again");
        let fetched = fetched.ok_or_else(broke_off)?.map_err(|error| refused(&error))?;
        let content = match said {
            Some(content) => content,
            None => Content::of_header(&fetched.content_type)?,
        };
        content.check(types.as_deref())?;
        let hashes = self.service.hash(fetched.received).await?;
        Ok(Media { hashes, signal: content.signal() })
    }

    /// Receives the one file of a form and hashes it. The name of its field says what it is.
    pub(super) async fn receive(&self, request: Request) -> Result<Media, Refusal> {
        let types = Params::any(request.uri()).get("types").map(str::to_owned);
        is_plain(request.headers())?;
        let missing = |_| Refusal::bad("Missing multipart/form-data file upload");
        let form = Multipart::from_request(request, &()).await.map_err(missing)?;
        let read = async { Ok(read_form(&self.service, form, types.as_deref()).await) };
        let (content, upload) = within(self.service.settings.patience, read).await??;
        let hashes = self.service.hash(upload.seal()?).await?;
        Ok(Media { hashes, signal: content.signal() })
    }
}

async fn read_form(
    service: &Service,
    mut form: Multipart,
    types: Option<&str>,
) -> Result<(Content, Upload), Refusal> {
    let broken = |_| Refusal::bad("the form is damaged or broke off; send it again");
    let largest = service.settings.largest_file;
    let mut found = None;
    while let Some(mut field) = not_silent(SILENCE, form.next_field()).await?.map_err(broken)? {
        if field.file_name().is_none() {
            // A field that is no file; nothing of it is used, and it may not be long.
            let mut length = 0;
            while let Some(data) = not_silent(SILENCE, field.chunk()).await?.map_err(broken)? {
                length += data.len() as u64;
                if length > largest {
                    return Err(crate::body::too_large(largest).into());
                }
            }
            continue;
        }
        if found.is_some() {
            return Err(Refusal::bad("Only one file allowed per request"));
        }
        let content = Content::named(field.name().unwrap_or_default())?;
        content.check(types)?;
        is_as_it_is(&field)?;
        let mut upload = Upload::new(largest, service.uploads.room())?;
        while let Some(data) = not_silent(SILENCE, field.chunk()).await?.map_err(broken)? {
            upload.add(&data).await?;
        }
        found = Some((content, upload));
    }
    found.ok_or_else(|| Refusal::bad("Missing multipart/form-data file upload"))
}

/// A file in base64 is another file: its hashes are on no list.
fn is_as_it_is(field: &Field<'_>) -> Result<(), Refusal> {
    let encoding = field.headers().get("content-transfer-encoding");
    let encoding = encoding.map_or(&b"binary"[..], |own| own.as_bytes().trim_ascii());
    if ["binary", "8bit", "7bit"].iter().any(|own| encoding.eq_ignore_ascii_case(own.as_bytes())) {
        return Ok(());
    }
    let message = "the file has a Content-Transfer-Encoding, and nothing is unpacked here; send its \
                   bytes as they are";
    Err(Refusal::new(415, message))
}

fn refused(error: &FetchError) -> Refusal {
    let status = match error {
        FetchError::TooLarge(_) => 413,
        FetchError::Later(_) => 503,
        _ => 400,
    };
    Refusal::new(status, error.to_string())
}
