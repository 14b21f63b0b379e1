//! The `<svg>` element around a drawing, with its names for those who do not see it.

use crate::model::Chart;
use crate::write::{attribute, escape, number};

/// Libertinus is what statements are set in; the others are for pages.
const FONTS: &str = "Libertinus Serif, Georgia, serif";

/// A drawing as a document of its own, or as a part of a page.
pub(crate) fn wrap(chart: &Chart, height: f64, drawing: &str) -> String {
    let (width, height) = (number(f64::from(chart.width)), number(height));
    let [title, description] = ["t", "d"].map(|part| format!("{}-{part}", chart.id));
    let attributes = [
        ("xmlns", "http://www.w3.org/2000/svg"),
        ("class", "chart"),
        ("role", "img"),
        ("aria-labelledby", &format!("{title} {description}")),
        ("lang", &chart.language),
        ("xml:lang", &chart.language),
        ("viewBox", &format!("0 0 {width} {height}")),
        ("width", &width),
        ("height", &height),
        ("font-family", FONTS),
    ];
    let mut out = "<svg".to_owned();
    for (name, value) in attributes {
        attribute(&mut out, name, value);
    }
    out.push_str(">\n");
    named(&mut out, "title", &title, &chart.title);
    named(&mut out, "desc", &description, &chart.description);
    out.push_str(drawing);
    out.push_str("</svg>\n");
    out
}

fn named(out: &mut String, tag: &str, id: &str, text: &str) {
    out.push_str(&format!("<{tag}"));
    attribute(out, "id", id);
    out.push('>');
    escape(out, text);
    out.push_str(&format!("</{tag}>\n"));
}
