//! Lists of invented harmless words, compiled and asked.

mod files;
mod queries;
mod twin;
mod world;
