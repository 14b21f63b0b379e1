//! Which message is shown, and does it help? Arms, experiment plans, counts and results.
