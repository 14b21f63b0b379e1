//! What is printed when drafts are written: where they are, what each is for, what is still to be looked at.

use std::path::Path;

use anyhow::{Context, Result, bail};
use directory::{Helplines, Purpose};
use exchange::Classification;
use jiff::civil::Date;
use locale::LanguageTag;

use super::answer::Match;
use crate::cli::{KindOfDraft, NoticeArgs};
use crate::files::read_text;
use crate::printing::printable;

/// Where the drafts are, and that nothing was sent.
pub fn written(place: &Path, drafts: &[(String, String)]) -> String {
    let mut text = format!("In {}, readable by you alone:\n", place.display());
    for (name, what) in drafts {
        text += &format!("  {name}\n      {what}\n");
    }
    text + "Nothing was sent. No picture is in any of these, and no hash but those of the file itself.\n"
}

/// What a person looks at before anything is sent.
pub fn before_sending(
    args: &NoticeArgs,
    found: &Match,
    doubts: Vec<String>,
    unread: &[LanguageTag],
) -> String {
    let mut points = doubts;
    let mut say = |applies: bool, point: &str| {
        if applies {
            points.push(point.to_owned());
        }
    };
    let (case, drafts) = (&args.case, |kind| args.kinds.contains(&kind));
    say(!case.viewed && found.is_for_review(), LOOK_FIRST);
    say(!found.is_exact(), NEAR);
    let ranked = case.class.is_some_and(|class| class != Classification::Baseline);
    say(ranked && !case.viewed && drafts(KindOfDraft::Xarf), CLASS);
    say(drafts(KindOfDraft::Letter), LAWYER);
    for tag in unread {
        say(true, &format!("No native speaker has read the letters in the language \"{tag}\"."));
    }
    say(drafts(KindOfDraft::Cybertip), SCHEMA);
    let lines: String = points.iter().map(|own| format!("  - {}\n", printable(own))).collect();
    format!("Before you send:\n{lines}")
}

const LOOK_FIRST: &str = "The policy of every list that names the file asks that a person looks before anything is \
    done, and the drafts say that nobody has.";
const NEAR: &str = "The fingerprint is near to a listed one, and near is no proof: pictures can differ. The drafts say so.";
const CLASS: &str =
    "A class is given although nobody has looked: it must be what the giver of the list says.";
const LAWYER: &str =
    "No lawyer has read the letters. Take out their first lines once the words are your own.";
const SCHEMA: &str = "NCMEC's schema decides, and this program has not seen it: validate both files against it. \
    reportId and fileId come from NCMEC's answers.";

/// Lines to which one reports in a country, as the file of helplines has them on a day: its own, then those that
/// hold anywhere.
///
/// # Errors
/// When the country is no code, or the file cannot be read or used.
pub fn reporting_lines(file: &Path, country: &str, today: Date) -> Result<String> {
    if country.len() != 2 || !country.bytes().all(|own| own.is_ascii_uppercase()) {
        bail!("--country takes the two letters of a country, such as BE");
    }
    let shown = file.display();
    let text = read_text(file).with_context(|| {
        format!("{shown} names the reporting lines; --helplines says where it is")
    })?;
    let helplines = Helplines::parse(&text)
        .map_err(|error| anyhow::anyhow!("{shown} cannot be used: {error}"))?;
    let english = LanguageTag::parse("en")?;
    let speech =
        helplines.speech(&english).context("the words for helplines are missing in English")?;
    let found = helplines.shown_in(country, &[Purpose::Report], &english, today);
    let line = |own: &directory::Shown<'_>| {
        let card = speech.card(own);
        let place = card.brief.place.unwrap_or_else(|| "any country".to_owned());
        let ways: Vec<String> = [card.brief.url, card.brief.phone].into_iter().flatten().collect();
        format!("  {} ({place}): {}\n      {}\n", card.brief.name, ways.join(", "), card.standing)
    };
    let lines: String = found.iter().map(line).collect();
    Ok(format!("Reporting lines that {shown} knows for {country}:\n{lines}"))
}
