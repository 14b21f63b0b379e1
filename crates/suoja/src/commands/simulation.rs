//! `suoja simulation margins`: where the numbers of the demonstration come from.

use anyhow::Result;
use simulation::Spec;

use crate::content::{SIMULATION, SIMULATION_NAME};

pub fn margins() -> Result<()> {
    let spec = Spec::parse(SIMULATION_NAME, SIMULATION)?;
    println!("{}\n", spec.title);
    for margin in spec.margins() {
        let (group, base) = (margin.group, margin.base);
        println!("{} {} ({group}, of {base}): {}", margin.question, margin.option, margin.value);
        println!("    {}", margin.tag);
        if let Some(note) = margin.note {
            println!("    {note}");
        }
    }
    println!();
    for setting in spec.settings() {
        println!("{}: {}\n    {}", setting.name, setting.value, setting.tag);
    }
    Ok(())
}
