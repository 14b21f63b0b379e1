//! Plans, assignment, counts and messages.

mod counts;
mod drawing;
mod messages;
mod partner;
mod plans;
mod results;
mod world;
