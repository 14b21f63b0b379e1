//! The door for search engines, asked as an engine asks.

mod asking;
mod counting;
mod refusing;
mod world;
