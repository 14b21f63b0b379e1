//! The words, dates and marks of a language.

use crate::date::PartialDate;
use crate::source::Edition;

/// What a language brings to a note. All the rest is the same in every language.
#[derive(Debug, Clone, Copy)]
pub struct Terms {
    /// Before the last of several names.
    pub and: &'static str,
    /// After the first of four names or more.
    pub and_others: &'static str,
    /// Before the day on which a page was read.
    pub accessed: &'static str,
    /// One editor.
    pub editor: &'static str,
    /// Several editors.
    pub editors: &'static str,
    /// Translator or translators.
    pub translator: &'static str,
    /// Between a chapter and its book.
    pub within: &'static str,
    /// Before the number of a note.
    pub note: &'static str,
    /// What a press release is called.
    pub press_release: &'static str,
    /// Before the number of a case of the Court of Justice.
    pub case: &'static str,
    /// The same for joined cases.
    pub joined_cases: &'static str,
    /// Before the number of an application to the European Court of Human Rights.
    pub application: &'static str,
    /// The same for several applications.
    pub applications: &'static str,
    /// The European Court of Human Rights, short.
    pub ecthr: &'static str,
    /// Before the day on which a treaty was adopted.
    pub adopted: &'static str,
    /// Before the day from which a treaty could be signed.
    pub opened: &'static str,
    /// Before the day on which a treaty came into force.
    pub in_force: &'static str,
    /// Between the sources of one note.
    pub separator: &'static str,
    /// Marks around a title, each with the space it needs.
    pub quotes: [&'static str; 2],
    /// A date that stands alone.
    pub date: fn(PartialDate) -> String,
    /// A date after a verb, such as "accessed".
    pub on_date: fn(PartialDate) -> String,
    /// An edition that is not the first.
    pub edition: fn(&Edition) -> String,
}

impl Terms {
    /// The words of OSCOLA itself.
    #[must_use]
    pub const fn english() -> Self {
        Self {
            and: "and",
            and_others: "and others",
            accessed: "accessed",
            editor: "ed",
            editors: "eds",
            translator: "tr",
            within: "in",
            note: "n",
            press_release: "Press Release",
            case: "Case",
            joined_cases: "Joined Cases",
            application: "App no",
            applications: "App nos",
            ecthr: "ECtHR",
            adopted: "adopted",
            opened: "opened for signature",
            in_force: "entered into force",
            separator: "; ",
            quotes: ["‘", "’"],
            date: english_date,
            on_date: english_date,
            edition: english_edition,
        }
    }

    /// Our rendering in French. OSCOLA has none.
    ///
    /// Nouns stand where a participle would have to agree: "adoption le", not "adoptée le".
    #[must_use]
    pub const fn french() -> Self {
        Self {
            and: "et",
            and_others: "et autres",
            accessed: "consulté",
            editor: "dir",
            editors: "dir",
            translator: "trad",
            within: "dans",
            note: "n",
            press_release: "communiqué de presse",
            case: "Affaire",
            joined_cases: "Affaires jointes",
            application: "Requête no",
            applications: "Requêtes nos",
            ecthr: "Cour EDH",
            adopted: "adoption",
            opened: "ouverture à la signature",
            in_force: "entrée en vigueur",
            separator: "\u{202f}; ",
            quotes: ["«\u{202f}", "\u{202f}»"],
            date: french_date,
            on_date: french_on_date,
            edition: french_edition,
        }
    }
}

fn english_date(date: PartialDate) -> String {
    const MONTHS: [&str; 12] = [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ];
    spelled(date, MONTHS, i8::to_string)
}

fn french_date(date: PartialDate) -> String {
    const MONTHS: [&str; 12] = [
        "janvier",
        "février",
        "mars",
        "avril",
        "mai",
        "juin",
        "juillet",
        "août",
        "septembre",
        "octobre",
        "novembre",
        "décembre",
    ];
    spelled(date, MONTHS, |day| if *day == 1 { "1er".to_owned() } else { day.to_string() })
}

fn french_on_date(date: PartialDate) -> String {
    let preposition = if date.day().is_some() { "le" } else { "en" };
    format!("{preposition} {}", french_date(date))
}

fn spelled(date: PartialDate, months: [&str; 12], day: fn(&i8) -> String) -> String {
    let month = date.month().and_then(|month| usize::try_from(month).ok());
    let name = month.and_then(|month| months.get(month.wrapping_sub(1)));
    let parts = [date.day().map(|number| day(&number)), name.map(|name| (*name).to_owned())];
    let mut parts: Vec<String> = parts.into_iter().flatten().collect();
    parts.push(date.year().to_string());
    parts.join(" ")
}

fn english_edition(edition: &Edition) -> String {
    match edition {
        Edition::Word(word) => format!("{word} edn"),
        Edition::Number(number) => {
            let ending = match (number % 10, number % 100) {
                (_, 11..=13) => "th",
                (1, _) => "st",
                (2, _) => "nd",
                (3, _) => "rd",
                _ => "th",
            };
            format!("{number}{ending} edn")
        }
    }
}

fn french_edition(edition: &Edition) -> String {
    match edition {
        Edition::Word(word) => format!("éd {word}"),
        Edition::Number(1) => "1re éd".to_owned(),
        Edition::Number(number) => format!("{number}e éd"),
    }
}

#[cfg(test)]
mod tests {
    use super::{PartialDate, Terms};
    use crate::source::Edition;

    #[test]
    fn dates_and_ordinals_are_spelled() {
        let (english, french) = (Terms::english(), Terms::french());
        let day = PartialDate::parse("2026-05-01").unwrap();
        let month = PartialDate::parse("2026-08").unwrap();
        assert_eq!((english.on_date)(day), "1 May 2026");
        assert_eq!((french.on_date)(day), "le 1er mai 2026");
        assert_eq!((french.on_date)(month), "en août 2026");
        assert_eq!((french.date)(PartialDate::parse("2026").unwrap()), "2026");
        let spelled =
            [1, 2, 3, 4, 11, 12, 13, 21, 112].map(|n| (english.edition)(&Edition::Number(n)));
        let endings = spelled.map(|text| text.trim_start_matches(char::is_numeric).to_owned());
        assert_eq!(
            endings.join(","),
            "st edn,nd edn,rd edn,th edn,th edn,th edn,th edn,st edn,th edn"
        );
    }
}
