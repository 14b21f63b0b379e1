//! What a notice must be before anything is written.

use url::Url;

use super::Notice;

/// What is wrong with a notice. Says which field, never what stands in it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum NoticeError {
    /// A field that is needed is empty.
    #[error("`{0}` is empty; fill it in")]
    Empty(&'static str),
    /// A field is too long.
    #[error("`{0}` has more than {1} characters; shorten it")]
    Long(&'static str, usize),
    /// A field holds what changes how the rest is read.
    #[error(
        "`{0}` holds a line end, another control character or a mark of writing direction; take it out"
    )]
    Control(&'static str),
    /// There is no hash.
    #[error("the notice names no hash of the file; give at least one")]
    NoHash,
    /// Neither address nor path.
    #[error("the notice says nowhere where the file was found; give an address or a path")]
    NoPlace,
    /// An address is needed.
    #[error("X-ARF needs the address (URL) where the file was found, and this notice has none")]
    NoUrl,
    /// An address is none.
    #[error("the address where the file was found is no URL with a host")]
    Url,
    /// An e-mail address is none.
    #[error("`reporter.contact` is no e-mail address")]
    Mail,
    /// A domain is none.
    #[error("`reporter.domain` is no domain such as example.org, in small letters")]
    Domain,
    /// A time lies ahead.
    #[error("the file was found after the notice is written; check the clock")]
    Future,
    /// There is no letter in this language.
    #[error("there is no letter in this language")]
    Language,
    /// A text of the letter cannot be filled in.
    #[error("`{0}` is missing in the texts of the letter or wants another argument")]
    Text(&'static str),
    /// The XML or JSON could not be written.
    #[error("the draft could not be written")]
    Write,
}

/// Checks what every way of writing needs.
pub(super) fn check(notice: &Notice) -> Result<(), NoticeError> {
    let (found, place, reporter) = (&notice.found, &notice.place, &notice.reporter);
    if found.hashes.named().is_empty() {
        return Err(NoticeError::NoHash);
    }
    if place.url.is_none() && place.path.is_none() {
        return Err(NoticeError::NoPlace);
    }
    if found.at >= notice.written {
        return Err(NoticeError::Future);
    }
    line("reporter.organisation", &reporter.organisation, 200)?;
    line("reporter.contact", &reporter.contact, 255)?;
    if !is_mail(&reporter.contact) {
        return Err(NoticeError::Mail);
    }
    if !is_domain(&reporter.domain) {
        return Err(NoticeError::Domain);
    }
    if let Some((first, last)) = &reporter.person {
        line("reporter.person", first, 100)?;
        line("reporter.person", last, 100)?;
    }
    maybe("file_name", &found.file_name, 2056)?;
    maybe("list", &found.list, 200)?;
    maybe("class", &found.class, 200)?;
    maybe("place.path", &place.path, 2083)?;
    maybe("place.source", &place.source, 253)?;
    maybe("to.name", &notice.to.name, 200)?;
    url(notice)?;
    match &notice.legal_basis {
        // The only field that may have lines.
        Some(basis) => line("legal_basis", &basis.replace('\n', " "), 2000),
        None => Ok(()),
    }
}

/// The address where the file was found, as a browser would send it.
pub(super) fn url(notice: &Notice) -> Result<Option<Url>, NoticeError> {
    let Some(text) = &notice.place.url else { return Ok(None) };
    line("place.url", text, 2083)?;
    let url = Url::parse(text).map_err(|_| NoticeError::Url)?;
    // White space is refused by NCMEC; the parser would take it off or encode it in silence.
    if url.host_str().is_none_or(str::is_empty) || text.contains(char::is_whitespace) {
        return Err(NoticeError::Url);
    }
    match url.as_str().len() > 2083 {
        true => Err(NoticeError::Long("place.url", 2083)),
        false => Ok(Some(url)),
    }
}

fn maybe(name: &'static str, text: &Option<String>, most: usize) -> Result<(), NoticeError> {
    text.as_deref().map_or(Ok(()), |text| line(name, text, most))
}

fn line(name: &'static str, text: &str, most: usize) -> Result<(), NoticeError> {
    if text.trim().is_empty() {
        return Err(NoticeError::Empty(name));
    }
    if text.chars().count() > most {
        return Err(NoticeError::Long(name, most));
    }
    if text.contains(|own: char| own.is_control() || is_mark(own)) {
        return Err(NoticeError::Control(name));
    }
    Ok(())
}

/// Marks that turn the direction of writing or end a line, and what XML 1.0 has no place for.
fn is_mark(own: char) -> bool {
    matches!(
        own,
        '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{fffe}' | '\u{ffff}'
    )
}

fn is_mail(text: &str) -> bool {
    let Some((local, domain)) = text.rsplit_once('@') else { return false };
    let plain = |own: char| own.is_ascii_alphanumeric() || "!#$%&'*+-/=?^_`{|}~.".contains(own);
    let dots = local.starts_with('.') || local.ends_with('.') || local.contains("..");
    !local.is_empty() && local.len() <= 64 && local.chars().all(plain) && !dots && is_domain(domain)
}

/// Whether a text is a domain as X-ARF has it:
/// `^([a-z0-9]+(-[a-z0-9]+)*\.)+[a-z]{2,}$`.
pub(super) fn is_domain(text: &str) -> bool {
    let Some((labels, top)) = text.rsplit_once('.') else { return false };
    let plain = |own: u8| own.is_ascii_lowercase() || own.is_ascii_digit();
    let word = |word: &str| !word.is_empty() && word.bytes().all(plain);
    let label = |label: &str| label.len() <= 63 && label.split('-').all(word);
    let top = top.len() >= 2 && top.bytes().all(|own| own.is_ascii_lowercase());
    text.len() <= 253 && top && labels.split('.').all(label)
}
