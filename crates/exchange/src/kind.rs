//! The kinds of hashes that lists hold, and the names they go by.

use std::fmt;
use std::str::FromStr;

/// A kind of hash. Only [`HashKind::Pdq`] is compared by distance; all others are compared exactly.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum HashKind {
    /// PDQ of a picture: 32 bytes.
    Pdq,
    /// MD5 of a file: 16 bytes.
    Md5,
    /// SHA-1 of a file: 20 bytes.
    Sha1,
    /// SHA-256 of a file: 32 bytes.
    Sha256,
    /// PhotoDNA of a picture: 144 bytes. Never computed here; compared exactly.
    PhotoDna,
    /// MD5 of a file that its list says is a film: 16 bytes. It matches a file as [`HashKind::Md5`] does.
    VideoMd5,
    /// TMK+PDQF of a film, as text.
    TmkPdqf,
    /// vPDQ of a film, as text.
    Vpdq,
    /// A hash of NetClean, as text.
    NetClean,
    /// A hash of Videntifier, as text.
    Videntifier,
    /// The scene-sensitive hash of a film on the ground of PhotoDNA, as text.
    SsvhPdna,
    /// The scene-sensitive hash of a film by Safer, as text.
    SsvhSafer,
}

/// A name that no kind of hash goes by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error(
    "this kind of hash is not known; known are pdq, md5, sha1, sha256, photodna, video_md5, tmk_pdqf, vpdq, \
     netclean, videntifier, ssvh_pdna and ssvh_safer_hash"
)]
pub struct UnknownKind;

impl HashKind {
    /// Every kind.
    pub const ALL: [Self; 12] = [
        Self::Pdq,
        Self::Md5,
        Self::Sha1,
        Self::Sha256,
        Self::PhotoDna,
        Self::VideoMd5,
        Self::TmkPdqf,
        Self::Vpdq,
        Self::NetClean,
        Self::Videntifier,
        Self::SsvhPdna,
        Self::SsvhSafer,
    ];

    /// The name that is written. python-threatexchange's where it has one, NCMEC's otherwise.
    pub fn name(self) -> &'static str {
        match self {
            Self::Pdq => "pdq",
            Self::Md5 => "md5",
            Self::Sha1 => "sha1",
            Self::Sha256 => "sha256",
            Self::PhotoDna => "photodna",
            Self::VideoMd5 => "video_md5",
            Self::TmkPdqf => "tmk_pdqf",
            Self::Vpdq => "vpdq",
            Self::NetClean => "netclean",
            Self::Videntifier => "videntifier",
            Self::SsvhPdna => "ssvh_pdna",
            Self::SsvhSafer => "ssvh_safer_hash",
        }
    }

    /// How many bytes such a hash has; `None` where it is kept as text.
    pub fn bytes(self) -> Option<usize> {
        match self {
            Self::Md5 | Self::VideoMd5 => Some(16),
            Self::Sha1 => Some(20),
            Self::Pdq | Self::Sha256 => Some(32),
            Self::PhotoDna => Some(144),
            _ => None,
        }
    }

    /// The kind under which a file's own hash is looked up: an MD5 is an MD5, film or not.
    pub fn compared_as(self) -> Self {
        if self == Self::VideoMd5 { Self::Md5 } else { self }
    }

    /// A kind by a name in capital or small letters, with `-` or `_`.
    fn by_any_name(name: &str) -> Option<Self> {
        let plain: String = name.to_ascii_lowercase().replace('-', "_");
        // ThreatExchange says HASH_PDQ, StopNCII says ImagePDQ.
        let plain = plain.strip_prefix("hash_").unwrap_or(&plain);
        Some(match plain {
            "imagepdq" => Self::Pdq,
            "sha_1" => Self::Sha1,
            "sha_256" | "video_sha256" => Self::Sha256,
            "pdna" | "photo_dna" => Self::PhotoDna,
            "videomd5" => Self::VideoMd5,
            "tmk" | "videotmk" => Self::TmkPdqf,
            // NCMEC's documentation calls it so, python-threatexchange does not.
            "tmk_safer_hash" => Self::SsvhSafer,
            _ => return Self::ALL.into_iter().find(|kind| kind.name() == plain),
        })
    }
}

impl fmt::Display for HashKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

impl FromStr for HashKind {
    type Err = UnknownKind;

    fn from_str(name: &str) -> Result<Self, Self::Err> {
        // The four that long lists hold, without a copy of the name.
        match name {
            "pdq" => Ok(Self::Pdq),
            "md5" => Ok(Self::Md5),
            "sha1" => Ok(Self::Sha1),
            "sha256" => Ok(Self::Sha256),
            // No name is longer; a line of a megabyte is not copied to learn that.
            _ if name.len() > 32 => Err(UnknownKind),
            _ => Self::by_any_name(name).ok_or(UnknownKind),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_is_found_by_its_own_name_and_by_those_of_others() {
        for kind in HashKind::ALL {
            assert_eq!(kind.name().parse(), Ok(kind));
            assert_eq!(kind.name().to_uppercase().parse(), Ok(kind));
        }
        for (name, kind) in [
            ("HASH_PDQ", HashKind::Pdq),
            ("ImagePDQ", HashKind::Pdq),
            ("SHA-256", HashKind::Sha256),
            ("HASH_VIDEO_SHA256", HashKind::Sha256),
            ("HASH_VIDEO_MD5", HashKind::VideoMd5),
            ("PDNA", HashKind::PhotoDna),
            ("TMK_SAFER_HASH", HashKind::SsvhSafer),
        ] {
            assert_eq!(name.parse(), Ok(kind), "{name}");
        }
    }

    #[test]
    fn a_slip_of_the_pen_is_no_kind() {
        for name in ["", "pqd", "md", "TEXT_STRING", &"pdq".repeat(20)] {
            assert_eq!(name.parse::<HashKind>(), Err(UnknownKind), "{name}");
        }
        assert!(HashKind::ALL.iter().all(|kind| UnknownKind.to_string().contains(kind.name())));
    }
}
