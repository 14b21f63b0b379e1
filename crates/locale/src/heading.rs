//! Source hashes in the headings of Markdown texts: `## Heading {#id source=12345678}`.

/// Hash of a section without the marks in its heading: eight hex digits of BLAKE3. The section begins
/// with its heading and ends before the next.
pub fn section_hash(section: &str) -> String {
    let (heading, body) = section.split_once('\n').unwrap_or((section, ""));
    let words = heading.rfind('{').map_or(heading, |at| &heading[..at]).trim_end();
    let text = format!("{words}\n{}", body.trim());
    blake3::hash(text.as_bytes()).to_hex()[..8].to_owned()
}

/// The heading with the hash of its source; a mark that it had is replaced.
pub fn mark_heading(heading: &str, hash: &str) -> String {
    let heading = heading.trim_end();
    let open = heading.rfind('{').filter(|_| heading.ends_with('}'));
    let is_attributes = |at: &usize| heading[*at..].contains('#') || heading[*at..].contains('=');
    let Some(open) = open.filter(is_attributes) else {
        return format!("{heading} {{source={hash}}}");
    };
    let inside = heading[open + 1..heading.len() - 1].split_whitespace();
    let kept: Vec<&str> = inside.filter(|word| !word.starts_with("source=")).collect();
    let words = kept.iter().copied().map(str::to_owned).chain([format!("source={hash}")]);
    format!("{}{{{}}}", &heading[..open], words.collect::<Vec<_>>().join(" "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mark_takes_the_place_of_the_one_before() {
        assert_eq!(mark_heading("# Title", "0a"), "# Title {source=0a}");
        assert_eq!(mark_heading("## A {#a .note source=1}", "0a"), "## A {#a .note source=0a}");
    }

    #[test]
    fn marks_make_no_text_stale_and_words_do() {
        let hash = section_hash("## A {#a}\n\nText.\n");
        assert_eq!(hash, section_hash("## A {#a source=12345678}\nText."));
        assert_ne!(hash, section_hash("## A {#a}\n\nText!\n"));
    }
}
