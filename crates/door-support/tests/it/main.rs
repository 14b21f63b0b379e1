//! The door for those who were harmed, page by page.

mod pages;
mod world;
