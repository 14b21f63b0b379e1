//! The door for machines that ask about files, asked as they ask.
