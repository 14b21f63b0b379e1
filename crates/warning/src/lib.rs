//! Which message is shown, and does it help?
//!
//! [`Arms`] are the messages, with who has read them. A [`Plan`] says before it begins what an
//! experiment asks, which arms it compares, how large it must be and when results are looked at; its
//! hash goes into the file of [`Counts`], and a changed plan is refused. [`assign`] draws an arm,
//! [`Message`] is what a visitor sees.
//!
//! Nothing here knows a query or a visitor: what is counted is how often an arm was shown and how
//! often its links were followed, by language, channel and day. A click to help is no desistance,
//! and every plan says so ([`OUTCOME`]).

mod arms;
mod assign;
mod counts;
mod experiment;
mod looks;
mod message;
mod partner;
mod plan;
mod power;
mod results;
mod says;
mod series;

pub use arms::{Arm, Arms, ArmsError, Frame, NEUTRAL, Review, Valence};
pub use assign::{BlockSecret, assign};
pub use counts::{Cell, Counts, CountsError, Event};
pub use experiment::Experiment;
pub use message::{Line, Link, Links, Message, STYLE};
pub use partner::{PartnerError, partner_counts};
pub use plan::{
    Assignment, Looks, MOST_ARMS, MOST_DAYS, OUTCOME, Plan, PlanError, PlanHash, PlannedArm, Size,
    Spending, is_name,
};
pub use power::Power;
pub use results::{ArmResult, Change, Comparison, Estimate, Group, Results, ResultsError, Tally};
