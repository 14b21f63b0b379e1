//! What must hold for any chart.

mod layout;
mod made;
mod refusals;
mod xml;
