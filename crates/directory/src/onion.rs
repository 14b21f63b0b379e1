//! Onion addresses of version 3.

use data_encoding::BASE32_NOPAD;
use sha3::{Digest, Sha3_256};

/// Bytes of the public key, of the checksum and of the version.
const BYTES: usize = 32 + 2 + 1;

/// Whether a host is an onion address of version 3: key, checksum and version as tor's
/// rend-spec-v3 has them, so that a slip of the pen is found. A name below it may stand before it.
pub(crate) fn is_v3(host: &str) -> bool {
    let Some(rest) = host.strip_suffix(".onion") else { return false };
    let label = rest.rsplit('.').next().unwrap_or_default();
    if label != label.to_ascii_lowercase() {
        return false;
    }
    let Ok(bytes) = BASE32_NOPAD.decode(label.to_ascii_uppercase().as_bytes()) else {
        return false;
    };
    let Ok(bytes) = <[u8; BYTES]>::try_from(bytes) else { return false };
    let (key, tail) = bytes.split_at(32);
    let mut hash = Sha3_256::new();
    hash.update(b".onion checksum");
    hash.update(key);
    hash.update([3]);
    tail[2] == 3 && hash.finalize()[..2] == tail[..2]
}

#[cfg(test)]
mod tests {
    use super::is_v3;

    /// The address that rend-spec-v3 prints as an example.
    const EXAMPLE: &str = "pg6mmjiyjmcrsslvykfwnntlaru7p5svn6y2ymmju6nubxndf4pscryd.onion";

    #[test]
    fn an_address_is_read_with_its_checksum() {
        assert!(is_v3(EXAMPLE));
        assert!(is_v3(&format!("www.{EXAMPLE}")));
        let slip = EXAMPLE.replacen("pg6", "pg5", 1);
        let short = "expyuzz4wqqyqhjn.onion";
        for bad in [slip.as_str(), short, "example.onion", "example.org", ".onion", &EXAMPLE[1..]] {
            assert!(!is_v3(bad), "{bad} was taken");
        }
        assert!(!is_v3(&EXAMPLE.to_ascii_uppercase().replace(".ONION", ".onion")));
    }
}
