//! Numbers and dates as a language writes them (CLDR, by ICU4X).

use icu_datetime::DateTimeFormatter;
use icu_datetime::fieldsets::YMD;
use icu_datetime::input::Date;
use icu_decimal::DecimalFormatter;
use icu_decimal::input::Decimal;
use icu_locale::Locale;
use jiff::civil;

use crate::LanguageTag;

/// Writes numbers and dates in one language.
#[derive(Debug)]
pub struct Formats {
    numbers: DecimalFormatter,
    dates: DateTimeFormatter<YMD>,
    ordinal_first: bool,
}

/// CLDR has no data for the language.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("no way is known to write numbers and dates in `{0}`")]
pub struct NoFormats(LanguageTag);

impl Formats {
    /// The formats of a language. English is written as in Europe: day, month, year.
    ///
    /// # Errors
    /// [`NoFormats`] where CLDR has no data.
    pub fn new(tag: &LanguageTag) -> Result<Self, NoFormats> {
        let name = if tag.as_str() == "en" { "en-GB" } else { tag.as_str() };
        let missing = || NoFormats(tag.clone());
        let locale: Locale = name.parse().map_err(|_| missing())?;
        let numbers = DecimalFormatter::try_new(locale.clone().into(), Default::default());
        let dates = DateTimeFormatter::try_new(locale.into(), YMD::long());
        Ok(Self {
            numbers: numbers.map_err(|_| missing())?,
            dates: dates.map_err(|_| missing())?,
            ordinal_first: tag.as_str().starts_with("fr"),
        })
    }

    /// A whole number.
    pub fn number(&self, number: i64) -> String {
        self.numbers.format(&Decimal::from(number)).to_string()
    }

    /// A day: “5 May 2021”, « 5 mai 2021 ».
    pub fn date(&self, day: civil::Date) -> String {
        let (year, month, of_month) = (day.year(), day.month().cast_unsigned(), day.day());
        // A civil::Date is always a day of the calendar.
        let Ok(date) = Date::try_new_iso(year.into(), month, of_month.cast_unsigned()) else {
            return day.to_string();
        };
        let text = self.dates.format(&date).to_string();
        // CLDR has no first of the month; French prints « 1er mai ».
        if self.ordinal_first && of_month == 1 { text.replacen("1 ", "1er ", 1) } else { text }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_and_days_are_written_as_the_language_writes_them() {
        let of = |tag: &str| Formats::new(&LanguageTag::parse(tag).unwrap()).unwrap();
        let (en, fr, de) = (of("en"), of("fr"), of("de"));
        assert_eq!(en.number(24_000), "24,000");
        assert_eq!(fr.number(24_000), "24\u{202f}000");
        assert_eq!(fr.number(-188), "-188");
        assert_eq!(de.number(24_000), "24.000");
        let day = civil::date(2021, 5, 5);
        assert_eq!(en.date(day), "5 May 2021");
        assert_eq!(fr.date(day), "5 mai 2021");
        assert_eq!(fr.date(civil::date(2023, 10, 1)), "1er octobre 2023");
        assert_eq!(fr.date(civil::date(2023, 10, 11)), "11 octobre 2023");
    }
}
