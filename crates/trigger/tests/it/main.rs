//! Lists of invented harmless words, compiled and asked.

mod alike;
mod files;
mod queries;
mod twin;
mod world;
