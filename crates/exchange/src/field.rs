//! Fields beside the hash: texts, tags, times, actions.

use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;

use crate::{Action, Reason};

/// Bytes that a text beside the hash may have.
pub const LONGEST_FIELD: usize = 1024;

/// A text without white space around it; nothing when nothing is left.
///
/// # Errors
/// [`Reason::Field`] with the name of the field when it is too long or no text.
pub(crate) fn text(name: &'static str, bytes: &[u8]) -> Result<Option<Box<str>>, Reason> {
    let bytes = bytes.trim_ascii();
    if bytes.is_empty() {
        return Ok(None);
    }
    if bytes.len() > LONGEST_FIELD {
        return Err(Reason::Field(name));
    }
    let text = std::str::from_utf8(bytes).map_err(|_| Reason::Field(name))?.trim();
    if text.contains(char::is_control) {
        return Err(Reason::Field(name));
    }
    Ok((!text.is_empty()).then(|| text.into()))
}

/// The words of a text as tags, each once and in order.
pub(crate) fn tags(bytes: &[u8]) -> Result<Vec<Box<str>>, Reason> {
    let text = text("tags", bytes)?;
    Ok(distinct(text.iter().flat_map(|text| text.split_whitespace()).map(Into::into).collect()))
}

/// One tag of a source that lists them one by one: white space within becomes `_`.
pub(crate) fn tag(text_of_tag: &str) -> Result<Option<Box<str>>, Reason> {
    let text = text("tags", text_of_tag.as_bytes())?;
    Ok(text.map(|text| text.split_whitespace().collect::<Vec<_>>().join("_").into()))
}

/// Tags in order, each once.
pub(crate) fn distinct(mut tags: Vec<Box<str>>) -> Vec<Box<str>> {
    tags.sort_unstable();
    tags.dedup();
    tags
}

/// A time: RFC 3339, with an offset as `+0000` too; a day, which begins in UTC; seconds since 1970.
pub(crate) fn time(bytes: &[u8]) -> Result<Option<Timestamp>, Reason> {
    let Some(text) = text("changed", bytes).map_err(|_| Reason::Time)? else { return Ok(None) };
    if let Ok(seconds) = text.parse::<i64>() {
        return Timestamp::from_second(seconds).map(Some).map_err(|_| Reason::Time);
    }
    let day = || text.parse::<Date>().ok().filter(|_| text.len() == 10);
    let read =
        text.parse().ok().or_else(|| Timestamp::strptime("%Y-%m-%dT%H:%M:%S%z", &*text).ok());
    let read = read.or_else(|| TimeZone::UTC.to_timestamp(day()?.at(0, 0, 0, 0)).ok());
    read.map(Some).ok_or(Reason::Time)
}

/// An action; an empty one is [`Action::Add`].
pub(crate) fn action(bytes: &[u8]) -> Result<Action, Reason> {
    let word = text("action", bytes).map_err(|_| Reason::Action)?.unwrap_or_default();
    match word.to_ascii_lowercase().as_str() {
        "" | "add" | "added" | "active" | "new" | "insert" => Ok(Action::Add),
        "withdraw" | "withdrawn" | "delete" | "deleted" | "remove" | "removed" => {
            Ok(Action::Withdraw)
        }
        _ => Err(Reason::Action),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_are_read_in_the_ways_that_lists_write_them() {
        let at = "2024-02-03T00:00:00Z".parse().unwrap();
        for text in
            ["2024-02-03T00:00:00Z", "2024-02-03T01:00:00+0100", "2024-02-03", " 1706918400 "]
        {
            assert_eq!(time(text.as_bytes()), Ok(Some(at)), "{text}");
        }
        assert_eq!(time(b" "), Ok(None));
        for text in ["yesterday", "2024-13-01", "99999999999999999", "2024-02-03T00:00:00", "\u{0}"]
        {
            assert_eq!(time(text.as_bytes()), Err(Reason::Time), "{text}");
        }
    }

    #[test]
    fn a_text_is_trimmed_and_bounded() {
        assert_eq!(text("member", b" 42 \t"), Ok(Some("42".into())));
        assert_eq!(text("member", b"  "), Ok(None));
        let long = vec![b'a'; LONGEST_FIELD + 1];
        for bad in [&long[..], b"a\0b", b"\xff", b"a\nb"] {
            assert_eq!(text("member", bad), Err(Reason::Field("member")));
        }
    }

    #[test]
    fn tags_are_words_each_once() {
        assert_eq!(tags(b"b a  b"), Ok(vec!["a".into(), "b".into()]));
        assert_eq!(tag(" two words "), Ok(Some("two_words".into())));
    }

    #[test]
    fn an_unknown_action_is_neither() {
        assert_eq!(action(b""), Ok(Action::Add));
        assert_eq!(action(b"Deleted"), Ok(Action::Withdraw));
        assert_eq!(action(b"perhaps"), Err(Reason::Action));
    }
}
