//! The door for machines: does this query want a warning?
