//! The facts of a case put together: from the command line, the settings, the answer and the hashes.

use anyhow::{Context, Result};
use exchange::{Found, How, Notice, NoticeId, Place};
use jiff::Timestamp;

use crate::cli::{CaseArgs, NoticeArgs, RoleName};
use crate::files::read_text;

use super::answer::Match;
use super::hashes::Hashed;
use super::settings::Settings;

/// The notice with this number, written at this time. Its recipient is the first of those who were named; a draft
/// that is no letter names none.
///
/// # Errors
/// When it is not said who reports or what the file is, or the file with the address cannot be read.
pub fn notice(
    args: &NoticeArgs,
    settings: &Settings,
    found: &Match,
    hashed: Hashed,
    (id, written): (NoticeId, Timestamp),
) -> Result<Notice> {
    let case = &args.case;
    let media = hashed.media.or(case.media.map(Into::into));
    let found_file = Found {
        hashes: hashed.hashes,
        media: media.context(
            "the hashes do not show what the file is; say --media image or --media video if you know it",
        )?,
        file_name: case.file_name.clone(),
        how: if found.is_exact() { How::Exact } else { How::Near },
        list: settings.named(&found.lists()),
        // The class is a word of the operator's policy, and not what the giver of the list calls it.
        class: None,
        at: case.seen,
        viewed: case.viewed,
        removed: case.removed,
    };
    let place = Place {
        url: address(case)?,
        path: found.place(),
        source: case.source_address.clone(),
        public: case.public,
    };
    Ok(Notice {
        id,
        found: found_file,
        place,
        reporter: settings.reporter()?,
        to: settings.recipient(args.to.first().copied().unwrap_or(RoleName::Hotline)),
        written,
        legal_basis: settings.legal_basis.as_deref().map(|own| own.trim().to_owned()),
    })
}

/// The address on the web, from its file or the command line.
fn address(case: &CaseArgs) -> Result<Option<String>> {
    let Some(file) = &case.url_file else { return Ok(case.url.clone()) };
    let text = read_text(file)?;
    let line = text.strip_suffix('\n').unwrap_or(&text);
    Ok(Some(line.strip_suffix('\r').unwrap_or(line).to_owned()))
}
