//! The plan of an experiment, before it runs.

use std::path::Path;

use anyhow::Result;
use warning::{Assignment, Power, Size, Spending};

use crate::cli::PowerArgs;
use crate::counting::{check_size, read_plan};

/// Prints a plan with its hash and says whether it can find what it looks for.
///
/// # Errors
/// When the plan is unfit, or too small for its own aim.
pub fn show(path: &Path) -> Result<()> {
    let (plan, hash) = read_plan(path)?;
    println!("{}\n", plan.question);
    println!("Outcome     {}", plan.outcome);
    println!("Days        {} to {} (UTC), {} days", plan.start, plan.end, plan.days());
    if let Some(campaign) = plan.campaign {
        println!("Campaign    arms are drawn from {campaign} on; neutral before");
    }
    println!("Channels    {}", plan.channels.join(", "));
    if !plan.kits.is_empty() {
        println!("Kits        {}, counted by partners", plan.kits.join(", "));
    }
    let languages: Vec<&str> = plan.languages.iter().map(locale::LanguageTag::as_str).collect();
    println!("Languages   {}; fewer than {} a day: others", languages.join(", "), plan.floor);
    println!("Assignment  {}", assignment(plan.assignment));
    for arm in &plan.arms {
        println!("Arm         {} ({} of {})", arm.id, arm.weight, plan.weights());
    }
    let spending = match plan.looks.spending {
        Spending::ObrienFleming => "little of it early (O'Brien-Fleming type)",
        Spending::Pocock => "about evenly (Pocock type)",
    };
    println!("Alpha       {} over all messages and looks, spent {spending}", plan.size.alpha);
    for (day, spent) in plan.looks.days.iter().zip(plan.alpha_spent()?) {
        println!("Look        after {day}: {spent:.6} of alpha spent by then");
    }
    say_power(&plan.power()?, &plan.size);
    check_size(path, &plan)?;
    println!("\nHash        {hash}");
    println!("Publish plan and hash before the first day. From then on the plan is not changed.");
    Ok(())
}

fn assignment(assignment: Assignment) -> String {
    match assignment {
        Assignment::Request => "drawn anew for each showing".to_owned(),
        Assignment::Block { hours } => format!("drawn for blocks of {hours} hours"),
    }
}

/// Says how large an experiment must be.
///
/// # Errors
/// When a number cannot be meant.
pub fn power(args: &PowerArgs) -> Result<()> {
    let size = Size {
        baseline: args.baseline,
        worth_finding: args.worth_finding,
        power: args.power,
        alpha: args.alpha,
        shown_a_day: args.shown_a_day,
        design_effect: args.design_effect,
    };
    let arms = usize::try_from(args.arms)?;
    let share = 1.0 / f64::from(args.arms);
    // The number of days is what is asked for; any number will do to begin with.
    let days = Power::new(&size, arms, share, 1)?.days;
    let found = Power::new(&size, arms, share, days)?;
    println!("{} showings an arm, {} arms: {days} days.", found.needed, arms);
    println!(
        "Then {:.1} % instead of {:.1} % is found with a chance of {:.0} %, where {} comparisons \
         with the neutral message share an alpha of {}.",
        100.0 * size.worth_finding,
        100.0 * size.baseline,
        100.0 * found.power,
        found.comparisons,
        size.alpha
    );
    if size.design_effect <= 1.0 {
        println!(
            "This takes every showing for independent. People search again and again, and days \
             differ: with --design-effect 2 it would take twice as long."
        );
    }
    Ok(())
}

fn say_power(found: &Power, size: &Size) {
    println!(
        "Size        {} showings in the smallest arm are expected, {} are needed to find {:.1} % \
         instead of {:.1} %",
        found.expected,
        found.needed,
        100.0 * size.worth_finding,
        100.0 * size.baseline
    );
    println!("            the chance of finding it is then {:.0} %", 100.0 * found.power);
    if let Some(rise) = found.smallest {
        println!(
            "            the smallest rise found with a chance of {:.0} %: {:.2} points",
            100.0 * size.power,
            100.0 * rise
        );
    }
}
