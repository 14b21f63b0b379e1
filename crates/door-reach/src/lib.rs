//! The public door: entrance, survey, help.
