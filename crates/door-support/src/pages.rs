//! The ways through the door, as data.

use crate::lines::{Lines, Purpose};

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

use Lines::{For, Named, Nobody};
use Purpose::{Crisis, Danger, Harmed, Other, Professional, Report, Youth};

const fn step(id: &'static str, lines: Lines) -> Step {
    Step { id, lines }
}

const TAKE_IT_DOWN: Lines = Named(&["int-take-it-down"]);
const STOP_NCII: Lines = Named(&["int-stopncii"]);
const BOTH_TOOLS: Lines = Named(&["int-take-it-down", "int-stopncii"]);

/// Every page, in the order in which the entrance offers them. At most five steps each.
pub(crate) const PAGES: [Page; 10] = [
    Page {
        id: "danger",
        images: false,
        steps: &[step("danger-call", For(&[Danger])), step("danger-self", For(&[Crisis]))],
        more: &["young", "talk"],
    },
    Page {
        id: "young",
        images: true,
        steps: &[
            step("young-threat", Nobody),
            step("young-talk", For(&[Youth])),
            step("young-images", Named(&["int-take-it-down", "int-inhope"])),
            step("young-keep", Nobody),
            step("young-now", For(&[Danger, Crisis])),
        ],
        more: &["hash", "evidence"],
    },
    Page {
        id: "childhood",
        images: true,
        steps: &[
            step("childhood-report", For(&[Report])),
            step("childhood-tool", TAKE_IT_DOWN),
            step("childhood-neither", Nobody),
            step("childhood-told", Nobody),
            step("childhood-rights", For(&[Harmed])),
        ],
        more: &["young", "threat", "hash", "evidence", "talk"],
    },
    Page {
        id: "adult",
        images: true,
        steps: &[
            step("adult-tool", STOP_NCII),
            step("adult-service", Nobody),
            step("adult-law", For(&[Harmed])),
        ],
        more: &["childhood", "threat", "hash", "evidence"],
    },
    Page {
        id: "threat",
        images: true,
        steps: &[
            step("threat-stop", Nobody),
            step("threat-before", BOTH_TOOLS),
            step("threat-seen", Nobody),
            step("threat-tell", For(&[Harmed])),
            step("threat-much", For(&[Crisis])),
        ],
        more: &["young", "childhood", "adult", "evidence"],
    },
    Page {
        id: "helping",
        images: true,
        steps: &[
            step("helping-listen", Nobody),
            step("helping-threat", Nobody),
            step("helping-images", For(&[Report])),
            step("helping-you", For(&[Other, Harmed])),
        ],
        more: &["danger", "young", "threat", "evidence", "hash"],
    },
    Page {
        id: "professional",
        images: true,
        steps: &[
            step("professional-first", Nobody),
            step("professional-images", For(&[Report])),
            step("professional-advice", For(&[Professional, Harmed])),
        ],
        more: &["danger", "young", "evidence", "hash"],
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
            step("hash-does", Nobody),
            step("hash-not", Nobody),
            step("hash-need", BOTH_TOOLS),
        ],
        more: &["young", "childhood", "adult", "evidence"],
    },
    Page {
        id: "talk",
        images: false,
        steps: &[step("talk-harmed", For(&[Harmed])), step("talk-now", For(&[Crisis]))],
        more: &["danger", "young"],
    },
];

/// The sections of a country's page.
pub(crate) const COUNTRY: [Step; 7] = [
    step("lines-danger", For(&[Danger])),
    step("lines-harmed", For(&[Harmed])),
    step("lines-young", For(&[Youth])),
    step("lines-crisis", For(&[Crisis])),
    step("lines-report", For(&[Report])),
    step("lines-tools", BOTH_TOOLS),
    step("lines-other", For(&[Other])),
];

/// For whoever is in none of the countries of the directory.
pub(crate) const ELSEWHERE: Step =
    step("lines-elsewhere", Named(&["int-findahelpline", "int-child-helplines", "int-inhope"]));

/// Pages that a country's page leads on to.
pub(crate) const AFTER_COUNTRY: [&str; 4] = ["danger", "young", "childhood", "adult"];

/// A page by its path.
pub(crate) fn page(id: &str) -> Option<&'static Page> {
    PAGES.iter().find(|page| page.id == id)
}

/// Every step of the door.
pub(crate) fn steps() -> impl Iterator<Item = &'static Step> {
    let steps = PAGES.iter().flat_map(|page| page.steps);
    steps.chain(&COUNTRY).chain(std::iter::once(&ELSEWHERE))
}
