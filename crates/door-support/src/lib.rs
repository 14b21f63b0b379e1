//! The door for those who were harmed: where to turn, without a question and without a database.
