//! A document as one HTML page: no script, nothing from elsewhere, a strict policy.

use askama::Template;
use data_encoding::BASE64;
use sha2::{Digest, Sha256};

use crate::document::{Block, Document, Inline, NoteRun, Section, SectionKind, Table};

const STYLE: &str = include_str!("../templates/style.css");

/// A page.
#[derive(Template)]
#[template(path = "statement.html")]
struct Page<'a> {
    doc: &'a Document,
    style: &'static str,
    policy: String,
    /// The other languages of the statement: tag, own name.
    others: &'a [(String, String)],
    /// Whether the same statement lies beside as PDF.
    pdf: bool,
}

/// Runs of words, which hold runs of words.
#[derive(Template)]
#[template(path = "inlines.html")]
struct Inlines<'a> {
    inlines: &'a [Inline],
}

/// A table with heads.
#[derive(Template)]
#[template(path = "table.html")]
struct TableView<'a> {
    table: &'a Table,
    caption: &'a str,
}

/// Blocks of a section.
#[derive(Template)]
#[template(path = "blocks.html")]
struct Blocks<'a> {
    blocks: &'a [Block],
    policy: &'a str,
}

/// The page of a document. `others` are its other languages, each tag with its own name; `pdf`
/// says whether the PDF lies beside it.
///
/// # Errors
/// When a template cannot be filled.
pub fn html(
    doc: &Document,
    others: &[(String, String)],
    pdf: bool,
) -> Result<String, askama::Error> {
    Page { doc, style: STYLE, policy: policy(STYLE), others, pdf }.render()
}

/// The Content-Security-Policy of a page that has nothing but this style.
pub(crate) fn policy(style: &str) -> String {
    let hash = BASE64.encode(&Sha256::digest(style.as_bytes()));
    format!("default-src 'none'; style-src 'sha256-{hash}'; base-uri 'none'; form-action 'none'")
}

impl Page<'_> {
    fn label(&self, id: &str) -> &str {
        self.doc.labels.get(id).map_or("", String::as_str)
    }

    fn published(&self) -> String {
        self.filled("published-on", "date", &self.doc.published)
    }

    fn made(&self) -> String {
        self.filled("footer-made", "hash", &self.doc.hash)
    }

    fn filled(&self, id: &str, name: &str, value: &str) -> String {
        self.label(id).replace(&format!("{{{name}}}"), value)
    }

    fn blocks<'b>(&'b self, section: &'b Section) -> Blocks<'b> {
        Blocks { blocks: &section.blocks, policy: self.label("policy-label") }
    }

    fn lead(&self) -> Blocks<'_> {
        Blocks { blocks: &self.doc.lead, policy: "" }
    }

    fn finding(&self, section: &Section) -> Option<String> {
        let number = section.number?.to_string();
        Some(self.filled("finding-label", "number", &number))
    }

    fn kind(&self, section: &Section) -> &'static str {
        match section.kind {
            SectionKind::Title => "title",
            SectionKind::Summary => "summary",
            SectionKind::Context => "context",
            SectionKind::Impact => "impact",
            SectionKind::Finding => "finding",
            SectionKind::Takeaway => "takeaway",
            SectionKind::Help => "help",
            SectionKind::Section => "section",
        }
    }

    fn table<'b>(&'b self, table: &'b Table, caption: &'b str) -> TableView<'b> {
        TableView { table, caption: self.label(caption) }
    }
}

impl TableView<'_> {
    /// Rows with their anchors.
    fn rows(&self) -> impl Iterator<Item = (&str, &Vec<String>)> {
        let id = |at: usize| self.table.ids.get(at).map_or("", String::as_str);
        self.table.rows.iter().enumerate().map(move |(at, row)| (id(at), row))
    }
}

fn inlines(inlines: &[Inline]) -> Inlines<'_> {
    Inlines { inlines }
}
