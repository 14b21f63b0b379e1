//! Small-cell rules: what of a table may leave the house.
