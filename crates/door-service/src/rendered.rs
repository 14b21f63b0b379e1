//! Every message in every language, written before the first question and again on each new day:
//! what the directory says of a service can end with a day.

use std::collections::BTreeMap;

use axum::body::Bytes;
use jiff::civil::Date;
use locale::LanguageTag;
use serde::Serialize;
use warning::{Arms, Message};

use crate::service::{Channels, HelpLines};

/// A message in the shapes in which it is sent.
#[derive(Clone)]
pub(crate) struct Rendered {
    /// The answer of `/v1/decide` to a query that was read to its end.
    pub whole: Bytes,
    /// The same for one of which only the beginning was read.
    pub cut: Bytes,
    /// The answer of `/v1/page`.
    pub page: Bytes,
}

/// The answer of `/v1/decide`.
#[derive(Serialize)]
struct Decided<'a> {
    warn: bool,
    complete: bool,
    message: &'a Message,
    fragment: &'a str,
}

/// Messages by channel, arm and language, as they are on one day.
pub(crate) struct Shelf {
    day: Date,
    messages: BTreeMap<(String, String, LanguageTag), Rendered>,
}

impl Shelf {
    pub fn new(arms: &Arms, channels: &Channels, lines: &HelpLines, day: Date) -> Self {
        let mut messages = BTreeMap::new();
        for (channel, links) in channels {
            for arm in arms.all() {
                for language in arms.languages() {
                    let lines = lines(language, day);
                    let message = Message::new(arms, &arm.id, language, channel, links, lines);
                    let Some(message) = message else { continue };
                    let key = (channel.clone(), arm.id.clone(), language.clone());
                    messages.insert(key, render(&message, arms));
                }
            }
        }
        Self { day, messages }
    }

    /// The day on which its messages are true.
    pub fn day(&self) -> Date {
        self.day
    }

    pub fn get(&self, channel: &str, arm: &str, language: &LanguageTag) -> Option<&Rendered> {
        self.messages.get(&(channel.to_owned(), arm.to_owned(), language.clone()))
    }
}

fn render(message: &Message, arms: &Arms) -> Rendered {
    let fragment = message.fragment();
    let json = |complete| {
        let decided = Decided { warn: true, complete, message, fragment: &fragment };
        Bytes::from(serde_json::to_vec(&decided).unwrap_or_default())
    };
    Rendered { whole: json(true), cut: json(false), page: message.page(arms).into() }
}
