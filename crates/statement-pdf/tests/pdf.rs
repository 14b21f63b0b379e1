//! PDF/UA-1, the same bytes, and data that stays data.

use statement_pdf::{Input, pdf};

const SVG: &str = r#"<svg xmlns="http://www.w3.org/2000/svg" width="40" height="10" viewBox="0 0 40 10"><text x="1" y="8" font-family="Libertinus Serif">57 %</text></svg>"#;

fn document(words: &str, alt: &str) -> String {
    let words = words.replace('\\', "\\\\").replace('"', "\\\"");
    let svg = SVG.replace('"', "\\\"");
    format!(
        r#"{{"id":"t","language":"en","direction":"ltr","title":"{words}","lead":[],
        "organisation":"Invented","published":"1 March 2026","published_iso":"2026-03-01",
        "simulated":true,"notices":[],"notes":[{{"number":1,"content":[{{"kind":"text","text":"{words}"}}]}}],
        "sections":[{{"id":"a","kind":"finding","number":1,"heading":[{{"kind":"text","text":"{words}"}}],
        "blocks":[{{"kind":"paragraph","content":[{{"kind":"text","text":"{words}"}},{{"kind":"note","number":1}}]}},
        {{"kind":"plot","id":"p","title":"{words}","svg":"{svg}","svg_narrow":"","alt":"{alt}","caption":["{words}"]}}]}}],
        "panel":{{"columns":["a","b"],"rows":[["{words}","1"]],"ids":["claim-x"]}},
        "figures":{{"columns":[],"rows":[],"ids":[]}},"method":[],"questions":[],
        "flow":{{"columns":[],"rows":[],"ids":[]}},"hash":"0","labels":{{"panel-label":"Panel",
        "figures-label":"Figures","method-label":"Method","flow-label":"Flow","questions-label":"Questions"}}}}"#
    )
}

fn set(words: &str, alt: &str) -> Result<Vec<u8>, statement_pdf::PdfError> {
    let document = document(words, alt);
    pdf(&Input { document: &document, ident: "test", published: (2026, 3, 1) })
}

#[test]
fn the_same_document_is_the_same_bytes_and_tagged() {
    let one = set("Words", "a chart").unwrap();
    assert_eq!(one, set("Words", "a chart").unwrap());
    assert_ne!(one, set("Other", "a chart").unwrap());
    assert!(one.starts_with(b"%PDF-1.7"));
    let has = |wanted: &[u8]| one.windows(wanted.len()).any(|window| window == wanted);
    assert!(has(b"pdfuaid"), "PDF/UA in its metadata");
    assert!(has(b"/MarkInfo") && has(b"/StructTreeRoot"), "tagged");
    assert!(!has(b"/JavaScript") && !has(b"/EmbeddedFile"));
}

#[test]
fn a_picture_without_a_text_is_refused() {
    assert!(set("Words", "").is_err(), "PDF/UA-1 wants words for every picture");
}

#[test]
fn a_document_without_a_title_is_refused() {
    assert!(set("", "a chart").is_err(), "PDF/UA-1 wants a title");
}

#[test]
fn typst_in_data_is_printed_and_not_run() {
    let evil = "#panic() #import \"/etc/passwd\" $x$ *bold* @note <label> \\ `raw` // no comment";
    assert!(set(evil, "a chart").is_ok());
}

#[test]
fn a_day_that_is_none_is_refused() {
    let document = document("Words", "a chart");
    let input = Input { document: &document, ident: "test", published: (2026, 13, 1) };
    assert!(pdf(&input).is_err());
}
