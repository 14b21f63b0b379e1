//! The form of numbers and addresses.

use crate::onion;

/// Longest address that is taken (bytes).
const LONGEST: usize = 500;
/// Most digits of a number (ITU-T E.164).
const MOST_DIGITS: usize = 15;

/// Whether a text is a number as people write it: digits, spaces, hyphens, a plus before them.
pub(crate) fn is_phone(text: &str) -> bool {
    let rest = text.strip_prefix('+').unwrap_or(text);
    let digits = rest.bytes().filter(u8::is_ascii_digit).count();
    let plain = rest.bytes().all(|byte| byte.is_ascii_digit() || b" -".contains(&byte));
    let ends = [rest.bytes().next(), rest.bytes().last()];
    let ends = ends.iter().all(|byte| byte.is_some_and(|byte| byte.is_ascii_digit()));
    plain && ends && (2..=MOST_DIGITS).contains(&digits)
}

/// Whether a text is a mail address of the plain kind.
pub(crate) fn is_mail(text: &str) -> bool {
    let Some((local, host)) = text.split_once('@') else { return false };
    let fits = |byte: u8| byte.is_ascii_alphanumeric() || b"._+-".contains(&byte);
    !local.is_empty() && local.bytes().all(fits) && is_host(host) && text.len() <= LONGEST
}

/// What is wrong with the address of a page, if something is.
pub(crate) fn wrong_url(text: &str) -> Option<&'static str> {
    let plain = |byte: u8| byte.is_ascii_graphic() && !b"\"'<>\\^`{|}".contains(&byte);
    if text.len() > LONGEST || !text.bytes().all(plain) {
        return Some("is no address of a page: it is too long or has characters of no address");
    }
    let (secure, rest) = match (text.strip_prefix("https://"), text.strip_prefix("http://")) {
        (Some(rest), _) => (true, rest),
        (_, Some(rest)) => (false, rest),
        _ => return Some("is no address of a page; write https://…"),
    };
    let host = rest.split(['/', '?', '#']).next().unwrap_or_default();
    if !is_host(host) {
        return Some("has no host that others can reach; write a name such as www.example.org");
    }
    let is_onion = host.ends_with(".onion");
    match (secure, is_onion) {
        (false, false) => Some("is read by anyone on the way; write https://"),
        (_, true) if !onion::is_v3(host) => {
            Some("is no onion address of version 3; copy all 56 characters")
        }
        _ => None,
    }
}

/// The host of an address.
pub(crate) fn host(url: &str) -> &str {
    let rest = url.split_once("://").map_or(url, |(_, rest)| rest);
    rest.split(['/', '?', '#']).next().unwrap_or_default()
}

/// A name with a dot, without user, port or number of an address.
fn is_host(host: &str) -> bool {
    let label = |label: &str| {
        let fits = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-';
        !label.is_empty() && label.bytes().all(fits) && !label.starts_with('-')
    };
    let last = host.rsplit('.').next().unwrap_or_default();
    host.contains('.') && host.split('.').all(label) && !last.bytes().all(|b| b.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_those_that_people_write() {
        for good in ["112", "0800 200 99", "1-833-703-3303", "+41 840 740 640", "116 111"] {
            assert!(is_phone(good), "{good}");
        }
        let long = "1".repeat(16);
        for bad in ["", "1", "call 112", "112;ext=1", "+", "112 ", "-112", "0800/20099", &long] {
            assert!(!is_phone(bad), "{bad} was taken");
        }
    }

    #[test]
    fn mail_addresses_are_plain() {
        assert!(is_mail("contact@example.org"));
        for bad in ["", "contact", "a@b", "a b@example.org", "a@example.org?subject=x", "@x.org"] {
            assert!(!is_mail(bad), "{bad} was taken");
        }
    }

    #[test]
    fn pages_are_secure_and_have_a_name() {
        for good in ["https://example.org", "https://www.example.org/a/b-c?x=1#y"] {
            assert_eq!(wrong_url(good), None, "{good}");
        }
        let bad = [
            "http://example.org",
            "example.org",
            "javascript:alert(1)",
            "https://user@example.org",
            "https://example.org:8443",
            "https://127.0.0.1/",
            "https://localhost",
            "https://exa mple.org",
            "https://example.org/\"onclick",
            "http://example.onion",
        ];
        for bad in bad {
            assert!(wrong_url(bad).is_some(), "{bad} was taken");
        }
        assert_eq!(host("https://www.example.org/a"), "www.example.org");
    }
}
