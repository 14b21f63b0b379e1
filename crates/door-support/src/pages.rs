//! The ways through the door, as data.

use directory::Purpose;

/// A page.
pub(crate) struct Page {
    /// Its path and the id of its texts.
    pub id: &'static str,
    /// Whether it speaks of images, and says so first.
    pub images: bool,
    /// Its steps, in order.
    pub steps: &'static [Step],
    /// Pages that it leads on to.
    pub more: &'static [&'static str],
}

/// A step of a page.
pub(crate) struct Step {
    /// The id of its texts.
    pub id: &'static str,
    /// The services it names.
    pub lines: Lines,
}

/// Which services a step names.
#[derive(Clone, Copy)]
pub(crate) enum Lines {
    /// None.
    None,
    /// Those for these purposes.
    For(&'static [Purpose]),
    /// This one.
    One(&'static str),
}

use Lines::{For, None as Nobody, One};
use Purpose::{Crisis, Danger, Harmed, Other, Professional, Report, Youth};

const fn step(id: &'static str, lines: Lines) -> Step {
    Step { id, lines }
}

const TAKE_IT_DOWN: Lines = One("int-take-it-down");
const STOP_NCII: Lines = One("int-stopncii");

/// Every page, in the order in which the entrance offers them.
pub(crate) const PAGES: [Page; 10] = [
    Page {
        id: "danger",
        images: false,
        steps: &[step("danger-call", For(&[Danger])), step("danger-self", For(&[Crisis]))],
        more: &["talk"],
    },
    Page {
        id: "young",
        images: true,
        steps: &[
            step("young-talk", For(&[Youth])),
            step("young-threat", Nobody),
            step("young-images", TAKE_IT_DOWN),
        ],
        more: &["hash", "evidence"],
    },
    Page {
        id: "childhood",
        images: true,
        steps: &[
            step("childhood-tool", TAKE_IT_DOWN),
            step("childhood-report", For(&[Report])),
            step("childhood-told", Nobody),
            step("childhood-rights", For(&[Harmed])),
        ],
        more: &["hash", "evidence", "talk"],
    },
    Page {
        id: "adult",
        images: true,
        steps: &[
            step("adult-tool", STOP_NCII),
            step("adult-service", Nobody),
            step("adult-law", For(&[Harmed])),
        ],
        more: &["hash", "evidence", "threat"],
    },
    Page {
        id: "threat",
        images: true,
        steps: &[
            step("threat-stop", Nobody),
            step("threat-tell", For(&[Harmed])),
            step("threat-seen", Nobody),
        ],
        more: &["evidence", "adult", "childhood", "young"],
    },
    Page {
        id: "helping",
        images: true,
        steps: &[
            step("helping-listen", Nobody),
            step("helping-images", For(&[Report])),
            step("helping-you", For(&[Other])),
        ],
        more: &["danger", "evidence", "hash"],
    },
    Page {
        id: "professional",
        images: true,
        steps: &[
            step("professional-first", Nobody),
            step("professional-images", For(&[Report])),
            step("professional-advice", For(&[Professional])),
        ],
        more: &["evidence", "hash"],
    },
    Page {
        id: "evidence",
        images: true,
        steps: &[
            step("evidence-note", Nobody),
            step("evidence-leave", Nobody),
            step("evidence-ask", For(&[Report])),
        ],
        more: &["hash", "talk"],
    },
    Page {
        id: "hash",
        images: true,
        steps: &[
            step("hash-does", TAKE_IT_DOWN),
            step("hash-not", STOP_NCII),
            step("hash-need", Nobody),
        ],
        more: &["childhood", "adult", "evidence"],
    },
    Page {
        id: "talk",
        images: false,
        steps: &[step("talk-harmed", For(&[Harmed])), step("talk-now", For(&[Crisis]))],
        more: &["danger", "young"],
    },
];

/// The sections of a country's page: id of the title, and purpose.
pub(crate) const COUNTRY: [(&str, Purpose); 6] = [
    ("lines-danger", Danger),
    ("lines-harmed", Harmed),
    ("lines-young", Youth),
    ("lines-crisis", Crisis),
    ("lines-report", Report),
    ("lines-other", Other),
];

/// A page by its path.
pub(crate) fn page(id: &str) -> Option<&'static Page> {
    PAGES.iter().find(|page| page.id == id)
}
