//! One way through the survey, page by page, with the answers that must lie in the seal.

/// The instrument that is filled in.
pub const INSTRUMENT: &str = "help-us";
/// The language in which it is shown.
pub const LANGUAGE: &str = "fr";

/// A page of the way.
pub struct Page {
    /// Its id.
    pub id: &'static str,
    /// What a browser sends.
    pub fields: &'static [(&'static str, &'static str)],
    /// What must be sealed: the answers of the part, as JSON.
    pub sealed: &'static str,
}

/// Every page that these answers lead to, in order. None of them brings a care page.
pub const PAGES: [Page; 8] = [
    Page { id: "wish", fields: &[("wish_stop", "yes")], sealed: r#"{"wish_stop":1}"# },
    Page {
        id: "attempts",
        fields: &[("tried_stop", "several"), ("help_sought", "no")],
        sealed: r#"{"tried_stop":3,"help_sought":3}"#,
    },
    Page {
        id: "help",
        fields: &[
            ("attempts_longest", "under_1_month"),
            ("help_why_not", "judged"),
            ("help_why_not", "cost"),
        ],
        sealed: r#"{"attempts_longest":2,"help_why_not":[2,4]}"#,
    },
    Page {
        id: "first",
        fields: &[("first_age", "age_13_17"), ("first_way", "accident")],
        sealed: r#"{"first_age":2,"first_way":1}"#,
    },
    Page {
        id: "extent",
        fields: &[("how_often", "weekly"), ("days_month", "12"), ("how_long", "from_3_years")],
        sealed: r#"{"how_often":4,"days_month":12,"how_long":4}"#,
    },
    Page {
        id: "feelings",
        fields: &[("distress", "7"), ("self_harm_thoughts", "never")],
        sealed: r#"{"distress":7,"self_harm_thoughts":1}"#,
    },
    Page {
        id: "contact",
        fields: &[("contact_thought", "never")],
        sealed: r#"{"contact_thought":1}"#,
    },
    Page {
        id: "close",
        fields: &[
            ("would_help", "talk_anonymous"),
            ("would_help", "self_help"),
            ("would_help_words", "Parler à quelqu’un sans dire mon nom, le soir."),
            ("honest_answers", "yes"),
        ],
        sealed: r#"{"would_help":[1,3],
            "would_help_words":"Parler à quelqu’un sans dire mon nom, le soir.",
            "honest_answers":1}"#,
    },
];
