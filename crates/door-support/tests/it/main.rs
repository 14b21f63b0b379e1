//! The door for those who were harmed, page by page.

mod bad_input;
mod pages;
mod services;
mod world;
