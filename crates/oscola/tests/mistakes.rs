//! What is refused, with what words; and text that is only text.

#![cfg(test)]

use std::collections::BTreeMap;

use oscola::source::{CaseUk, Parts, Press, Statute, Thesis};
use oscola::{
    Bibliography, BibliographyError, Cite, CiteError, Citer, Entry, PartialDate, Person, Run,
    Source, Terms, Url, plain,
};

fn acts(ids: &[&str]) -> Bibliography {
    let entry = |id: &str| {
        let title = format!("{id} Act 1998");
        Entry {
            short: None,
            source: Source::Statute(Statute { title, citation: None, jurisdiction: None }),
        }
    };
    Bibliography::new(ids.iter().map(|id| ((*id).to_owned(), entry(id))).collect()).unwrap()
}

fn cite(source: &str) -> Cite<'_> {
    Cite { source, pinpoint: None }
}

#[test]
fn a_reference_goes_to_an_earlier_note() {
    let bibliography = acts(&["a", "b"]);
    let mut citer = Citer::new(&bibliography, Terms::english());
    citer.note(&[cite("a")]).unwrap();
    citer.note(&[cite("b")]).unwrap();
    let reference = Run::NoteRef { note: 1, text: "n\u{a0}1".into() };
    assert_eq!(citer.reference("a"), Ok(reference));
    citer.note(&[]).unwrap();
    assert!(matches!(citer.reference("b"), Ok(Run::NoteRef { note: 2, .. })));
    assert_eq!((citer.current(), citer.first_note("b")), (3, Some(2)));
}

#[test]
fn a_reference_never_goes_to_its_own_note() {
    let bibliography = acts(&["a", "b"]);
    let mut citer = Citer::new(&bibliography, Terms::english());
    citer.note(&[cite("b"), cite("a"), cite("a")]).unwrap();
    let error = citer.reference("a").unwrap_err();
    assert_eq!(error, CiteError::PointsToItself { id: "a".into(), note: 1 });
    let words = error.to_string();
    assert!(
        words.contains("note 1") && words.contains("`a`") && words.contains("remove"),
        "{words}"
    );
    // Repeated in a later note, the source still stands in full in the first.
    citer.note(&[cite("a")]).unwrap();
    assert!(matches!(citer.reference("a"), Ok(Run::NoteRef { note: 1, .. })));
}

#[test]
fn a_reference_never_goes_forward_or_nowhere() {
    let bibliography = acts(&["a", "b"]);
    let mut citer = Citer::new(&bibliography, Terms::english());
    citer.note(&[cite("a")]).unwrap();
    let early = citer.reference("b").unwrap_err();
    assert_eq!(early, CiteError::NotCited { id: "b".into(), note: 1 });
    assert!(early.to_string().contains("cite it in an earlier note"), "{early}");
    citer.note(&[cite("b")]).unwrap();
    citer.note(&[]).unwrap();
    assert!(citer.reference("b").is_ok());
    let unknown = citer.reference("c").unwrap_err();
    assert_eq!(unknown, CiteError::Unknown { id: "c".into(), note: 3 });
}

#[test]
fn a_note_that_fails_leaves_nothing_behind() {
    let bibliography = acts(&["a", "b"]);
    let mut citer = Citer::new(&bibliography, Terms::english());
    let unknown = citer.note(&[cite("a"), cite("c")]).unwrap_err();
    assert_eq!(unknown, CiteError::Unknown { id: "c".into(), note: 1 });
    assert!(unknown.to_string().contains("correct the id"), "{unknown}");
    let empty = citer.note(&[cite("a"), Cite { source: "b", pinpoint: Some(" ") }]).unwrap_err();
    assert_eq!(empty, CiteError::EmptyPinpoint { id: "b".into(), note: 1 });
    assert_eq!((citer.current(), citer.first_note("a")), (0, None));
    assert_eq!(plain(&citer.note(&[cite("a")]).unwrap()), "a Act 1998.");
}

#[test]
fn hostile_text_is_text() {
    let long = "x".repeat(200_000);
    for text in
        ["<script>alert('&\"')</script>", "a\nb\r\n\tc", "#footnote[x] $\\ @y", "‘’«»*_`", &long]
    {
        let press = Press {
            authors: vec![Person::Parts(Parts { given: Some(text.into()), family: text.into() })],
            organisation: None,
            title: text.into(),
            work: text.into(),
            place: Some(text.into()),
            date: PartialDate::parse("2010-07-01").unwrap(),
            page: None,
            url: Some(Url::parse("https://example.org/?a=1&b='2'").unwrap()),
            accessed: None,
        };
        let entry = Entry { short: None, source: Source::Press(press) };
        let bibliography = Bibliography::new(BTreeMap::from([(text.to_owned(), entry)])).unwrap();
        let mut citer = Citer::new(&bibliography, Terms::english());
        let place = Cite { source: text, pinpoint: Some(text) };
        let [first, second] = [(); 2].map(|()| citer.note(&[place]).unwrap());
        let expected = [
            Run::Text(format!("{text} {text}, ‘{text}’ ")),
            Run::Italic(text.into()),
            Run::Text(format!(" ({text}, 1 July 2010) {text} <")),
            Run::Link {
                url: "https://example.org/?a=1&b='2'".into(),
                text: "https://example.org/?a=1&b='2'".into(),
            },
            Run::Text(">.".into()),
        ];
        assert_eq!(first, expected);
        assert_eq!(plain(&second), format!("{text} (n\u{a0}1) {text}."));
    }
}

#[test]
fn a_full_stop_stands_once() {
    let bibliography = acts(&["a"]);
    let mut citer = Citer::new(&bibliography, Terms::english());
    let place = Cite { source: "a", pinpoint: Some("sch 1, etc.") };
    assert_eq!(plain(&citer.note(&[place]).unwrap()), "a Act 1998, sch 1, etc.");
    assert_eq!(citer.note(&[]), Ok(Vec::new()));
}

fn read(text: &str) -> Result<Bibliography, String> {
    toml::from_str(text).map_err(|error| error.to_string())
}

#[test]
fn a_source_that_cannot_be_read_is_named() {
    let head = "[x]\nkind = \"book\"\ntitle = \"T\"\npublisher = \"P\"\n";
    assert!(read(&format!("{head}year = \"2009\"")).is_ok());
    for (rest, words) in [
        ("", "missing field `year`"),
        ("year = \"09\"", "write it in quotation marks as 2023, 2023-10 or 2023-10-05"),
        ("year = \"2009\"\npagse = 3", "unknown field `pagse`"),
        ("year = \"2009\"\nauthors = [{ first = \"A\" }]", "write a person as"),
        ("year = \"2009\"\nedition = -1", "write an edition as a number"),
    ] {
        let error = read(&format!("{head}{rest}")).unwrap_err();
        assert!(error.contains("source `x`") && error.contains(words), "{error}");
    }
    let error = read("[x]\nkind = \"note\"\ntext = \"T\"").unwrap_err();
    assert!(error.contains("source `x`") && error.contains("unknown variant `note`"), "{error}");
    let page = "[x]\nkind = \"web_page\"\ntitle = \"T\"\naccessed = \"2026\"\nurl = ";
    assert!(read(&format!("{page}\"https://example.org\"")).is_ok());
    for url in ["javascript:alert(1)", "data:text/html,x", "//example.org", "https://example.org/<"]
    {
        let error = read(&format!("{page}\"{url}\"")).unwrap_err();
        assert!(
            error.contains("source `x`") && error.contains("begin it with https://"),
            "{error}"
        );
    }
}

#[test]
fn a_source_that_could_not_be_found_is_refused() {
    for (lines, words) in [
        ("kind = \"case_uk\"\nname = \"A v B\"", "add `neutral`, `report`, or `court` and `date`"),
        ("kind = \"case_uk\"\nname = \"A v B\"\ncourt = \"CA\"", "`court` and `date`"),
        (
            "kind = \"case_ecthr\"\nname = \"A v B\"\napplications = [\"1/99\"]",
            "`applications` and",
        ),
        ("kind = \"case_cjeu\"\nname = \"A v B\"\nnumbers = [\"1/99\"]", "`ecli`"),
        (
            "kind = \"case_cjeu\"\nname = \"A v B\"\nnumbers = []\necli = \"EU:C:2000:1\"",
            "`numbers`",
        ),
        ("kind = \"treaty\"\ntitle = \"T\"\nseries = \"1 UNTS 1\"", "`adopted` or `opened`"),
        (
            "kind = \"chapter\"\ntitle = \"T\"\neditors = []\nbook = \"B\"\npublisher = \"P\"\n\
             year = \"2009\"",
            "add `editors`",
        ),
        ("kind = \"statute\"\ntitle = \" \"", "empty `title`"),
        ("kind = \"statute\"\ntitle = \"T\"\nshort = \"\"", "empty `short`"),
        (
            "kind = \"press\"\ntitle = \"T\"\nwork = \"W\"\ndate = \"2010\"\naccessed = \"2010\"",
            "`accessed` but no `url`",
        ),
    ] {
        let error = read(&format!("[x]\n{lines}")).unwrap_err();
        assert!(error.contains("source `x`") && error.contains(words), "{error}");
    }
    let statute = Statute { title: "T".into(), citation: None, jurisdiction: None };
    let entry = Entry { short: None, source: Source::Statute(statute) };
    let nameless = Bibliography::new(BTreeMap::from([(String::new(), entry)]));
    assert_eq!(nameless, Err(BibliographyError::EmptyId));
}

#[test]
fn the_court_is_not_said_twice() {
    let case = CaseUk {
        name: "A v B".into(),
        neutral: Some("[2008] UKHL 13".into()),
        report: None,
        court: Some("HL".into()),
        date: None,
    };
    let thesis = Thesis {
        authors: Vec::new(),
        title: "T".into(),
        degree: "DPhil thesis".into(),
        university: "U".into(),
        year: PartialDate::parse("1989").unwrap(),
        url: None,
        accessed: None,
    };
    let entries = [("case", Source::CaseUk(case)), ("thesis", Source::Thesis(thesis))];
    let entries = entries.map(|(id, source)| (id.to_owned(), Entry { short: None, source }));
    let bibliography = Bibliography::new(BTreeMap::from(entries)).unwrap();
    let mut citer = Citer::new(&bibliography, Terms::english());
    let note = citer.note(&[cite("case"), cite("thesis"), cite("thesis")]).unwrap();
    assert_eq!(plain(&note), "A v B [2008] UKHL 13; ‘T’ (DPhil thesis, U 1989); ‘T’.");
}
