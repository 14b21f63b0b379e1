//! What stands behind the question mark of an address.

use std::borrow::Cow;

use axum::http::Uri;

use crate::problem::Problem;

/// Parameters in order.
pub(crate) struct Params<'a>(Vec<(Cow<'a, str>, Cow<'a, str>)>);

impl<'a> Params<'a> {
    /// Reads them, whatever they are called.
    pub fn any(uri: &'a Uri) -> Self {
        let query = uri.query().unwrap_or_default();
        Self(form_urlencoded::parse(query.as_bytes()).collect())
    }

    /// Reads them, and refuses one that is not known: a slip must not change what is asked.
    pub fn only(uri: &'a Uri, known: &[&str]) -> Result<Self, Problem> {
        let params = Self::any(uri);
        match params.0.iter().find(|(name, _)| !known.contains(&name.as_ref())) {
            None => Ok(params),
            Some((name, _)) => {
                let known = known.join(", ");
                let known = if known.is_empty() { "none is".to_owned() } else { known };
                Err(Problem::bad(format!("`{name}` is no parameter of this call; known: {known}")))
            }
        }
    }

    /// A parameter that is not empty.
    pub fn get(&self, name: &str) -> Option<&str> {
        let own = self.0.iter().find(|(own, value)| own == name && !value.is_empty());
        own.map(|(_, value)| value.as_ref())
    }

    /// A parameter that is yes or no; no where it is not there.
    pub fn flag(&self, name: &str) -> Result<bool, Problem> {
        match self.get(name).map(str::to_ascii_lowercase).as_deref() {
            None | Some("false" | "0" | "no" | "off" | "f" | "n") => Ok(false),
            Some("true" | "1" | "yes" | "on" | "t" | "y") => Ok(true),
            Some(_) => Err(Problem::bad(format!("`{name}` is true or false"))),
        }
    }
}
