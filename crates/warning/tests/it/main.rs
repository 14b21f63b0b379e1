//! Plans, assignment, counts and messages.

mod counts;
mod drawing;
mod messages;
mod plans;
mod results;
mod world;
