//! What is asked and answered about the bytes of a file.

use std::collections::BTreeMap;

use axum::http::Uri;
use data_encoding::HEXLOWER;
use pdq::Orientation;
use serde::Serialize;

use crate::fingerprinter::{Hashes, Picture};
use crate::params::Params;
use crate::problem::Problem;

/// What a call of `/v1/match` says beside the bytes.
pub(crate) struct Options {
    pub detail: bool,
    pub surface: Option<String>,
    pub region: Option<String>,
}

impl Options {
    pub fn read(uri: &Uri) -> Result<Self, Problem> {
        let params = Params::only(uri, &["detail", "surface", "region"])?;
        Ok(Self {
            detail: params.flag("detail")?,
            surface: params.get("surface").map(str::to_owned),
            region: params.get("region").map(str::to_owned),
        })
    }
}

/// The answer of `/v1/hash`.
#[derive(Serialize)]
pub(crate) struct Hashed<'a> {
    size: u64,
    md5: String,
    sha1: String,
    sha256: String,
    pdq: Option<String>,
    quality: Option<u8>,
    #[serde(skip_serializing_if = "Option::is_none")]
    orientations: Option<BTreeMap<&'static str, String>>,
    #[serde(flatten)]
    about: Option<About<'a>>,
    /// Why there is no fingerprint.
    #[serde(skip_serializing_if = "Option::is_none")]
    error: Option<&'a str>,
}

#[derive(Serialize)]
struct About<'a> {
    format: &'a str,
    width: u32,
    height: u32,
    frames: u32,
    whole: bool,
}

fn by_name(picture: &Picture) -> BTreeMap<&'static str, String> {
    let prints = picture.prints.iter().map(ToString::to_string);
    Orientation::ALL.map(Orientation::name).into_iter().zip(prints).collect()
}

impl<'a> Hashed<'a> {
    pub fn new(hashes: &'a Hashes, orientations: bool) -> Self {
        let picture = hashes.picture.as_ref().ok();
        let turned = picture.filter(|_| orientations);
        Self {
            size: hashes.size,
            md5: HEXLOWER.encode(&hashes.md5),
            sha1: HEXLOWER.encode(&hashes.sha1),
            sha256: HEXLOWER.encode(&hashes.sha256),
            pdq: picture.map(|own| own.prints[0].to_string()),
            quality: picture.map(|own| own.quality),
            orientations: turned.map(by_name),
            about: picture.map(|own| About {
                format: &own.format,
                width: own.width,
                height: own.height,
                frames: own.frames,
                whole: own.whole,
            }),
            error: hashes.picture.as_ref().err().map(String::as_str),
        }
    }
}
