//! When a service answers.

use jiff::Timestamp;
use jiff::civil::{Date, Time, Weekday};
use jiff::tz::{TimeZone, TimeZoneDatabase};

/// Minutes of a day.
const DAY: u16 = 24 * 60;
/// Most spans of a week: three a day.
const MOST_SPANS: usize = 21;

const WEEKDAYS: [(&str, Weekday); 7] = [
    ("mon", Weekday::Monday),
    ("tue", Weekday::Tuesday),
    ("wed", Weekday::Wednesday),
    ("thu", Weekday::Thursday),
    ("fri", Weekday::Friday),
    ("sat", Weekday::Saturday),
    ("sun", Weekday::Sunday),
];

/// When a service answers, week by week. Holidays are in no source.
#[derive(Debug, Clone, PartialEq)]
pub enum Hours {
    /// Day and night, every day.
    Always,
    /// In these spans, by the clocks of this place.
    Weekly {
        /// The zone of the IANA database.
        zone: TimeZone,
        /// The spans, in the order of the file.
        spans: Vec<Span>,
    },
}

/// A time of day on some days of the week.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Span {
    /// The first day.
    pub first: Weekday,
    /// The last day; the same as the first for one day.
    pub last: Weekday,
    /// When it opens, in minutes after midnight.
    pub from: u16,
    /// When it closes, in minutes after midnight; not after `from` means on the next day.
    pub to: u16,
}

impl Hours {
    /// Reads spans such as `mon-fri 09:30-12:30` in a zone such as `Europe/Brussels`.
    ///
    /// # Errors
    /// A sentence that says what cannot be read.
    pub fn weekly(zone: &str, spans: &[String]) -> Result<Self, String> {
        if spans.is_empty() || spans.len() > MOST_SPANS {
            return Err(format!("hours are 1 to {MOST_SPANS} spans; here are {}", spans.len()));
        }
        let zone = find_zone(zone)?;
        let read = |text: &String| {
            Span::parse(text).ok_or_else(|| {
                format!(
                    "`{text}` is no span of hours; write `mon-fri 09:30-12:30` or `sat 22:00-02:00`"
                )
            })
        };
        let spans: Vec<Span> = spans.iter().map(read).collect::<Result<_, _>>()?;
        Ok(Self::Weekly { zone, spans })
    }

    /// Whether it answers at a time, by its week.
    pub fn is_open_at(&self, at: Timestamp) -> bool {
        let Self::Weekly { zone, spans } = self else { return true };
        let there = zone.to_datetime(at);
        let minute =
            u16::from(there.hour().unsigned_abs()) * 60 + u16::from(there.minute().unsigned_abs());
        spans.iter().any(|span| span.contains(there.weekday(), minute))
    }

    /// When it opens next after a time, by its week; `None` where it never closes.
    pub fn next_opening(&self, after: Timestamp) -> Option<Timestamp> {
        let Self::Weekly { zone, spans } = self else { return None };
        let mut day = zone.to_datetime(after).date();
        let mut next: Option<Timestamp> = None;
        // The same day of the next week is the last on which it can be.
        for _ in 0..=7 {
            for span in spans.iter().filter(|span| span.is_on(day.weekday())) {
                let opens = at(zone, day, span.from).filter(|opens| *opens > after);
                next = match (next, opens) {
                    (Some(a), Some(b)) => Some(a.min(b)),
                    (a, b) => a.or(b),
                };
            }
            if next.is_some() {
                return next;
            }
            day = day.tomorrow().ok()?;
        }
        next
    }
}

impl Span {
    /// Reads `mon 09:30-12:30` or `mon-fri 09:30-12:30`.
    pub fn parse(text: &str) -> Option<Self> {
        let (days, times) = text.split_once(' ')?;
        let (first, last) = days.split_once('-').unwrap_or((days, days));
        let (from, to) = times.split_once('-')?;
        let span = Self {
            first: weekday(first)?,
            last: weekday(last)?,
            from: minutes(from).filter(|from| *from < DAY)?,
            to: minutes(to)?,
        };
        (span.from != span.to).then_some(span)
    }

    fn contains(&self, day: Weekday, minute: u16) -> bool {
        if self.from < self.to {
            return self.is_on(day) && (self.from..self.to).contains(&minute);
        }
        let begun = self.is_on(day) && minute >= self.from;
        begun || (self.is_on(day.previous()) && minute < self.to)
    }

    fn is_on(&self, day: Weekday) -> bool {
        // A week goes round: `sat-mon` has three days.
        self.first.until(day) <= self.first.until(self.last)
    }
}

/// The zone by its name in the database that comes with the program.
fn find_zone(name: &str) -> Result<TimeZone, String> {
    TimeZoneDatabase::bundled()
        .get(name)
        .map_err(|_| format!("`{name}` is no time zone; write one such as Europe/Brussels"))
}

fn weekday(name: &str) -> Option<Weekday> {
    WEEKDAYS.iter().find(|(own, _)| *own == name).map(|(_, day)| *day)
}

/// `09:30`, to `24:00`.
fn minutes(text: &str) -> Option<u16> {
    let (hour, minute) = text.split_once(':')?;
    let two = |part: &str| part.len() == 2 && part.bytes().all(|byte| byte.is_ascii_digit());
    if !two(hour) || !two(minute) {
        return None;
    }
    let (hour, minute): (u16, u16) = (hour.parse().ok()?, minute.parse().ok()?);
    let all = hour * 60 + minute;
    (minute < 60 && all <= DAY).then_some(all)
}

/// A time of a day there. One that clocks leave out in spring is as much later.
fn at(zone: &TimeZone, day: Date, minute: u16) -> Option<Timestamp> {
    let part = |number: u16| i8::try_from(number).ok();
    let time = Time::new(part(minute / 60)?, part(minute % 60)?, 0, 0).ok()?;
    zone.to_timestamp(day.to_datetime(time)).ok()
}

#[cfg(test)]
mod tests;
