//! The headers that every answer of a public door carries.

use axum::http::header::{
    CACHE_CONTROL, CONTENT_SECURITY_POLICY, REFERRER_POLICY, STRICT_TRANSPORT_SECURITY,
    X_CONTENT_TYPE_OPTIONS, X_FRAME_OPTIONS,
};
use axum::http::{HeaderMap, HeaderName, HeaderValue};
use data_encoding::BASE64;
use sha2::{Digest, Sha256};

const FIXED: [(HeaderName, &str); 10] = [
    (CACHE_CONTROL, "no-store"),
    (REFERRER_POLICY, "no-referrer"),
    (X_CONTENT_TYPE_OPTIONS, "nosniff"),
    (X_FRAME_OPTIONS, "DENY"),
    (HeaderName::from_static("cross-origin-opener-policy"), "same-origin"),
    (HeaderName::from_static("cross-origin-embedder-policy"), "require-corp"),
    (HeaderName::from_static("cross-origin-resource-policy"), "same-origin"),
    (
        HeaderName::from_static("permissions-policy"),
        "accelerometer=(), autoplay=(), bluetooth=(), browsing-topics=(), camera=(), \
         display-capture=(), document-domain=(), encrypted-media=(), fullscreen=(), \
         geolocation=(), gyroscope=(), hid=(), idle-detection=(), magnetometer=(), \
         microphone=(), midi=(), payment=(), publickey-credentials-get=(), \
         screen-wake-lock=(), serial=(), usb=(), web-share=(), xr-spatial-tracking=()",
    ),
    (HeaderName::from_static("x-robots-tag"), "noarchive"),
    (HeaderName::from_static("x-dns-prefetch-control"), "off"),
];

/// What a door says in its headers.
#[derive(Debug, Clone)]
pub struct Policy {
    content_security: HeaderValue,
    onion: Option<String>,
    strict_transport: bool,
}

impl Policy {
    /// The policy of a door whose pages carry one inline style, or `None` if the style source is
    /// no header text.
    ///
    /// `onion` is the onion address of the same door, without path, for its open-web twin;
    /// `strict_transport` says that the twin is reached over TLS only.
    pub fn new(style_source: &str, onion: Option<String>, strict_transport: bool) -> Option<Self> {
        // `sandbox` takes away what no page here needs; forms post, links to a telephone open.
        let policy = format!(
            "default-src 'none'; style-src '{style_source}'; form-action 'self'; base-uri 'none'; \
             frame-ancestors 'none'; sandbox allow-forms allow-popups allow-popups-to-escape-sandbox \
             allow-top-navigation-to-custom-protocols"
        );
        let content_security = HeaderValue::from_str(&policy).ok()?;
        Some(Self { content_security, onion, strict_transport })
    }

    /// Puts the headers on an answer to a request for `path`.
    pub fn apply(&self, path: &str, headers: &mut HeaderMap) {
        for (name, value) in FIXED {
            headers.insert(name, HeaderValue::from_static(value));
        }
        headers.insert(CONTENT_SECURITY_POLICY, self.content_security.clone());
        if self.strict_transport {
            let year = HeaderValue::from_static("max-age=31536000; includeSubDomains");
            headers.insert(STRICT_TRANSPORT_SECURITY, year);
        }
        if let Some(onion) = &self.onion
            && let Ok(location) = HeaderValue::from_str(&format!("{onion}{path}"))
        {
            headers.insert(HeaderName::from_static("onion-location"), location);
        }
    }
}

impl Policy {
    /// The headers as names and values, for pages that someone else serves.
    pub fn to_list(&self) -> Vec<(String, String)> {
        let mut headers = HeaderMap::new();
        self.apply("", &mut headers);
        let text = |value: &HeaderValue| value.to_str().unwrap_or_default().to_owned();
        headers.iter().map(|(name, value)| (name.as_str().to_owned(), text(value))).collect()
    }
}

/// The source expression (CSP level 3) that allows exactly one inline style.
pub fn style_source(style: &str) -> String {
    format!("sha256-{}", BASE64.encode(&Sha256::digest(style.as_bytes())))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_policy_is_pinned() {
        let policy =
            Policy::new(&style_source("a{}"), Some("http://x.onion".into()), true).unwrap();
        let mut headers = HeaderMap::new();
        policy.apply("/fr/", &mut headers);
        assert_eq!(
            headers["content-security-policy"],
            "default-src 'none'; style-src 'sha256-X1RutGBrXCt9KkSaXMK7tHftWiRscFHOhxsS8tv8hBk='; \
             form-action 'self'; base-uri 'none'; frame-ancestors 'none'; \
             sandbox allow-forms allow-popups allow-popups-to-escape-sandbox \
             allow-top-navigation-to-custom-protocols"
        );
        assert_eq!(headers["referrer-policy"], "no-referrer");
        assert_eq!(headers["cache-control"], "no-store");
        assert_eq!(headers["onion-location"], "http://x.onion/fr/");
        assert!(headers.get("set-cookie").is_none());
    }
}
