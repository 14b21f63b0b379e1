//! Does a query want a warning? Keyed hashes of normalised n-grams, and nothing kept.
