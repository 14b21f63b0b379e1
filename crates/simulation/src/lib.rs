//! Simulated answers from a committed specification and a seed.
