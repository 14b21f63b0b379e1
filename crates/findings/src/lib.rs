//! From opened parts to answers, samples, tables and comparisons.
