//! Whether a module has all its parts, and whether what it leads to is there.

use instrument::Diagnostic;

use crate::model::{Module, Programme};
use crate::text::{Block, Kind, ModuleText, PLACES, Section};

/// Words that are read in a minute: slowly, because nobody reads this as they read a newspaper. Set by
/// us, and not measured.
pub const WORDS_A_MINUTE: usize = 150;

/// Module and section of the first ten minutes of an urge: the first page leads there, and the workbook
/// has it on a leaf to tear out.
pub const FIRST_MINUTES: (&str, &str) = ("urges", "ten-minutes");

/// What is missing in the modules, in every language.
pub(crate) fn check_parts(programme: &Programme) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    for ((tag, id), text) in &programme.modules {
        let name = format!("modules/{tag}/{id}.md");
        found.extend(missing(&name, text));
        found.extend(dead_links(programme, &name, text));
    }
    let modules = programme.modules().map(|(_, own)| own);
    found.extend(modules.filter_map(|own| wrong_time(programme, own)));
    found.extend(first_minutes(programme));
    found
}

/// A content note first, one or two exercises, a summary last; an answer below every thought.
fn missing(name: &str, text: &ModuleText) -> Vec<Diagnostic> {
    let of = |kind: Kind| text.sections.iter().filter(move |own| own.kind == kind);
    let mut found = Vec::new();
    let mut say = |line: usize, what: &str| found.push(Diagnostic::error(name, line, what));
    let first = text.sections.first().map(|own| own.kind);
    if first != Some(Kind::Note) || of(Kind::Note).count() != 1 {
        say(1, "a module begins with its content note, its only one: `{#note .note}`");
    }
    let last = text.sections.last().map(|own| own.kind);
    if last != Some(Kind::Summary) || of(Kind::Summary).count() != 1 {
        say(1, "a module ends with its summary, its only one: `{#summary .summary}`");
    }
    if !(1..=2).contains(&of(Kind::Exercise).count()) {
        say(1, "a module has one or two sections of the class `.exercise`");
    }
    if text.lead.iter().any(is_question) {
        say(1, "a question stands in a section of the class `.exercise`");
    }
    for own in &text.sections {
        match (own.kind, own.blocks.iter().any(is_question)) {
            (Kind::Exercise, false) => say(own.mark.line, "this exercise asks no question"),
            (Kind::Exercise, true) | (_, false) => {}
            _ => say(own.mark.line, "a question stands in a section of the class `.exercise`"),
        }
        if own.kind == Kind::Thought && !has_answer(own) {
            say(own.mark.line, "this thought has no answer below it; write one, or leave it out");
        }
    }
    found
}

fn is_question(block: &Block) -> bool {
    matches!(block, Block::Exercise(_))
}

/// Whether a thought has more words below it than it has itself.
fn has_answer(thought: &Section) -> bool {
    let said: usize =
        thought.blocks.iter().flat_map(Block::spans).map(|own| words(&own.text)).sum();
    said > words(&thought.title)
}

fn dead_links(programme: &Programme, name: &str, text: &ModuleText) -> Vec<Diagnostic> {
    let lives = |to: &str| PLACES.contains(&to) || programme.module(to).is_some();
    let lead = [(text.head.line, &text.lead)];
    let sections = text.sections.iter().map(|own| (own.mark.line, &own.blocks));
    let dead = lead.into_iter().chain(sections).flat_map(|(line, blocks)| {
        let to = blocks.iter().flat_map(Block::spans).filter_map(|span| span.to.as_deref());
        to.filter(|to| !lives(to)).map(move |to| (line, to.to_owned()))
    });
    let said = |(line, to)| {
        let what = format!(
            "a dead link below this heading: there is no module `{to}`; besides modules, a text may \
             lead to {}",
            PLACES.map(|own| format!("`{own}`")).join(" and ")
        );
        Diagnostic::error(name, line, what)
    };
    dead.map(said).collect()
}

/// The stated time is that of the longest language.
fn wrong_time(programme: &Programme, module: &Module) -> Option<Diagnostic> {
    let texts = programme.modules.iter().filter(|((_, id), _)| *id == module.id);
    let longest = texts.map(|(_, text)| length(text)).max()?;
    let minutes = longest.div_ceil(WORDS_A_MINUTE);
    (usize::try_from(module.minutes) != Ok(minutes)).then(|| {
        let what = format!(
            "module `{}` has {longest} words in its longest language; state {minutes} minutes \
             ({WORDS_A_MINUTE} words a minute)",
            module.id
        );
        Diagnostic::error("programme.toml", 1, what)
    })
}

/// Words of a module, without its questions.
fn length(text: &ModuleText) -> usize {
    let titles = text.sections.iter().map(|own| own.title.as_str()).chain([text.title.as_str()]);
    titles.chain(text.spans().map(|span| span.text.as_str())).map(words).sum()
}

fn words(text: &str) -> usize {
    let is_word = |part: &&str| part.contains(char::is_alphanumeric);
    text.split_whitespace().filter(is_word).count()
}

fn first_minutes(programme: &Programme) -> Option<Diagnostic> {
    let (module, section) = FIRST_MINUTES;
    let mut texts = programme.modules.iter().filter(|((_, id), _)| id == module).peekable();
    let is_there = texts.peek().is_some()
        && texts.all(|(_, text)| text.sections.iter().any(|own| own.id == section));
    (!is_there).then(|| {
        let what = format!(
            "a dead link: the first page leads to the module `{module}` and its section `{section}`"
        );
        Diagnostic::error("programme.toml", 1, what)
    })
}

#[cfg(test)]
mod tests {
    use instrument::SourceFile;

    use super::*;
    use crate::parse;

    const WHOLE: &str = "# T\n\n## Note {#note .note}\n\nWords.\n\n## “So what?” {#so .thought}\n\n\
                         Much, to someone. *My answer: no.*\n\n## Do {#do .exercise}\n\n\
                         {exercise:a}\n\n## End {#summary .summary}\n\n- one\n";

    fn slips(text: &str) -> Vec<String> {
        let file = SourceFile { name: "m.md".to_owned(), text: text.to_owned() };
        let found = missing("m.md", &parse(&file).unwrap());
        found.into_iter().map(|own| own.what).collect()
    }

    #[test]
    fn a_module_with_all_its_parts_passes_and_each_part_is_missed() {
        assert_eq!(slips(WHOLE), Vec::<String>::new());
        for (from, to, said) in [
            (" .note}", "}", "content note"),
            ("Much, to someone. *My answer: no.*\n", "", "no answer"),
            ("Much, to someone. *My answer: no.*\n", "True.\n", "no answer"),
            (" .exercise}", "}", "one or two"),
            ("{exercise:a}", "Words.", "asks no question"),
            (" .summary}", "}", "summary"),
            ("- one\n", "- one\n\n## More {#more}\n\nWords.\n", "summary"),
            ("Words.\n", "Words.\n\n{exercise:b}\n", "`.exercise`"),
        ] {
            assert!(WHOLE.contains(from), "{from}");
            let found = slips(&WHOLE.replacen(from, to, 1));
            assert!(found.iter().any(|own| own.contains(said)), "{from} → {to}: {found:?}");
        }
        let three = WHOLE.replace(
            "## End",
            "## B {#b .exercise}\n\n{exercise:b}\n\n## C {#c .exercise}\n\n{exercise:c}\n\n## End",
        );
        assert!(slips(&three).iter().any(|own| own.contains("one or two")));
    }

    #[test]
    fn words_are_counted_without_what_stands_between_them() {
        assert_eq!(words("« Si l’envie\u{202f}! » – alors, 7 – j’appelle."), 5);
    }
}
