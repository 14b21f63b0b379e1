//! A strict reader for the XML that is written here.

/// An element with what was within its own tag and its text.
#[derive(Debug, Clone)]
pub struct Element {
    pub tag: String,
    pub attributes: Vec<(String, String)>,
    pub text: String,
    /// The classes of the groups around it.
    pub within: Vec<String>,
}

impl Element {
    pub fn get(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(key, _)| key == name).map(|(_, value)| value.as_str())
    }

    pub fn number(&self, name: &str) -> f64 {
        let text = self.get(name).unwrap_or_else(|| panic!("{self:?} has no {name}"));
        text.parse().unwrap_or_else(|_| panic!("{name}={text} is no number"))
    }

    pub fn class(&self) -> &str {
        self.get("class").unwrap_or_default()
    }
}

/// Every element in the order in which they begin; panics at the first slip.
pub fn read(source: &str) -> Vec<Element> {
    let (mut found, mut open): (Vec<Element>, Vec<usize>) = (Vec::new(), Vec::new());
    let mut left = source;
    while !left.is_empty() {
        let at = left.find('<').unwrap_or(left.len());
        let text = decode(&left[..at]);
        match open.last() {
            Some(top) => found[*top].text.push_str(&text),
            None => assert!(text.trim().is_empty(), "text outside of the root: {text}"),
        }
        left = &left[at..];
        if let Some(after) = left.strip_prefix("</") {
            let (name, after) = after.split_once('>').expect("a closed end tag");
            let top = open.pop().expect("an open element");
            assert_eq!(found[top].tag, name);
            left = after;
        } else if let Some(after) = left.strip_prefix('<') {
            assert!(found.is_empty() || !open.is_empty(), "a second root");
            let within = open.iter().map(|at| found[*at].class().to_owned()).collect();
            let (element, closed, after) = start(after, within);
            if !closed {
                open.push(found.len());
            }
            found.push(element);
            left = after;
        }
    }
    assert!(open.is_empty(), "unclosed: {open:?}");
    found
}

/// A start tag after its `<`; whether it is empty; what follows.
fn start(source: &str, within: Vec<String>) -> (Element, bool, &str) {
    let end = source.find([' ', '>', '/']).expect("the end of a name");
    let (tag, mut left) = source.split_at(end);
    assert!(!tag.is_empty() && tag.chars().all(|c| c.is_ascii_lowercase()), "{tag}");
    let mut attributes: Vec<(String, String)> = Vec::new();
    while let Some(after) = left.strip_prefix(' ') {
        let (name, after) = after.split_once("=\"").expect("a quoted attribute");
        assert!(name.chars().all(|c| c.is_ascii_alphanumeric() || ":-".contains(c)), "{name}");
        assert!(attributes.iter().all(|(other, _)| other != name), "{name} twice");
        let (value, after) = after.split_once('"').expect("a closing quote");
        assert!(!value.contains('<'));
        attributes.push((name.to_owned(), decode(value)));
        left = after;
    }
    let element = Element { tag: tag.to_owned(), attributes, text: String::new(), within };
    match left.strip_prefix("/>") {
        Some(after) => (element, true, after),
        None => (element, false, left.strip_prefix('>').expect("the end of a tag")),
    }
}

/// Text without its entities; panics at what XML 1.0 forbids.
fn decode(text: &str) -> String {
    let fits = |c: char| matches!(c, '\t' | '\n' | '\r' | ' '..='\u{fffd}' | '\u{10000}'..);
    assert!(text.chars().all(fits), "a forbidden character in {text:?}");
    let mut parts = text.split('&');
    let mut out = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let (entity, after) = part.split_once(';').expect("the end of an entity");
        out.push(match entity {
            "amp" => '&',
            "lt" => '<',
            "gt" => '>',
            "quot" => '"',
            "#39" => '\'',
            "#13" => '\r',
            other => panic!("unknown entity {other}"),
        });
        out.push_str(after);
    }
    out
}
