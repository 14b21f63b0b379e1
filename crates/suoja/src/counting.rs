//! The file of an experiment's counts, shared by the doors that count.

use std::fs::{File, OpenOptions};
use std::io::{Read, Write};
use std::os::unix::fs::{FileExt, OpenOptionsExt};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use anyhow::{Context, Result, bail};
use jiff::civil::Date;
use jiff::tz::TimeZone;
use warning::{Arms, Counts, Experiment, Plan, PlanHash};
use web::Clock;

use crate::config::ExperimentFiles;
use crate::files;
use crate::world::MachineClock;

/// A file of counts larger than this is not meant (bytes).
const LARGEST: u64 = 256 * 1024 * 1024;

/// An experiment and the file to which its counts go.
#[derive(Clone)]
pub struct Counting {
    /// What the doors count in.
    pub experiment: Arc<Experiment>,
    file: PathBuf,
}

impl Counting {
    /// The experiment of a configuration; its file is made when it is not there.
    ///
    /// # Errors
    /// When the plan is unfit or too small for its own aim, or the file belongs to another one.
    pub fn open(files: &ExperimentFiles) -> Result<Self> {
        let (plan, hash) = read_plan(&files.plan)?;
        check_size(&files.plan, &plan)?;
        let counting =
            Self { experiment: Arc::new(Experiment::new(plan, hash)), file: files.counts.clone() };
        counting.make()?;
        // What is wrong with the file is said now, not after the first hour.
        counting.flush()?;
        Ok(counting)
    }

    /// Says which plan runs, so that others can compare it with the published one.
    pub fn say(&self) {
        let (plan, hash) = (self.experiment.plan(), self.experiment.hash());
        println!("Experiment: {} from {} to {}, plan {hash}", plan.id, plan.start, plan.end);
    }

    fn make(&self) -> Result<()> {
        let made = OpenOptions::new().write(true).create_new(true).mode(0o660).open(&self.file);
        let cannot = || format!("cannot make {}", self.file.display());
        match made {
            Ok(mut file) => {
                let counts = Counts::new(self.experiment.plan(), self.experiment.hash());
                file.write_all(&counts.to_bytes()).with_context(cannot)?;
                file.sync_all().with_context(cannot)
            }
            Err(error) if error.kind() == std::io::ErrorKind::AlreadyExists => Ok(()),
            Err(error) => Err(error).with_context(cannot),
        }
    }

    /// Adds what was counted since the last time to the file. Two doors may do so at once: the
    /// file is locked. What cannot be written is kept for the next time.
    ///
    /// # Errors
    /// When the file cannot be read or written.
    pub fn flush(&self) -> Result<()> {
        let since = self.experiment.take();
        let added = self.add(&since);
        if added.is_err() {
            self.experiment.put_back(&since);
        }
        added.with_context(|| self.file.display().to_string())
    }

    fn add(&self, since: &Counts) -> Result<()> {
        let plan = self.experiment.plan();
        let file = OpenOptions::new().read(true).write(true).open(&self.file)?;
        file.lock()?;
        let mut counts = Counts::read(&bytes_of(&file)?, plan, self.experiment.hash())?;
        let before = counts.clone();
        counts.add(since);
        counts.merge_small(days_over(plan, today()), plan.floor);
        if counts == before {
            return Ok(());
        }
        let (offset, slot) = counts.next_slot();
        file.write_all_at(&slot, offset)?;
        Ok(file.sync_data()?)
    }
}

/// The plan in a file, checked against the messages that come with the program.
///
/// # Errors
/// With everything that is wrong with it.
pub fn read_plan(path: &Path) -> Result<(Plan, PlanHash)> {
    let arms = Arms::embedded()?;
    let text = files::read_text(path)?;
    Ok(Plan::parse(&path.display().to_string(), &text, &arms.ids())?)
}

/// Refuses a plan that is too small for its own aim.
///
/// # Errors
/// With the days that it would need.
pub fn check_size(path: &Path, plan: &Plan) -> Result<()> {
    let power = plan.power()?;
    if !power.is_enough() {
        bail!(
            "{} is too small for its own aim: the campaign would need {} days; plan it longer, with \
             fewer arms, or for a larger difference",
            path.display(),
            power.days
        );
    }
    Ok(())
}

/// The counts in a file.
///
/// # Errors
/// When they are of another plan or damaged.
pub fn read_counts(path: &Path, plan: &Plan, hash: PlanHash) -> Result<Counts> {
    let read = || -> Result<Counts> {
        let file = File::open(path)?;
        file.lock_shared()?;
        Ok(Counts::read(&bytes_of(&file)?, plan, hash)?)
    };
    read().with_context(|| path.display().to_string())
}

fn bytes_of(mut file: &File) -> Result<Vec<u8>> {
    let size = file.metadata()?.len();
    if size > LARGEST {
        bail!("it has {size} bytes; a file of counts has at most {LARGEST}");
    }
    let mut bytes = Vec::new();
    file.read_to_end(&mut bytes)?;
    Ok(bytes)
}

/// Today, in UTC.
pub fn today() -> Date {
    TimeZone::UTC.to_datetime(MachineClock.now()).date()
}

/// How many days of a plan lie wholly behind a date.
fn days_over(plan: &Plan, today: Date) -> u16 {
    let outside = if today < plan.start { 0 } else { plan.days() };
    plan.day_of(today).unwrap_or(outside)
}
