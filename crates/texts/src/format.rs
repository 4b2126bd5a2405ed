//! Numbers and dates as people of a language write them.

use chrono::{DateTime, NaiveDate, Utc};

use crate::Language;

/// A calendar day: `31.12.2025` or `2025-12-31`.
pub fn date(language: Language, day: NaiveDate) -> String {
    let pattern = match language {
        Language::De => "%d.%m.%Y",
        Language::En => "%Y-%m-%d",
    };
    day.format(pattern).to_string()
}

/// A moment to the minute, in UTC and saying so.
pub fn moment(language: Language, at: DateTime<Utc>) -> String {
    format!("{} {} UTC", date(language, at.date_naive()), at.format("%H:%M"))
}

/// A whole number with thousands grouped: `25.000` or `25,000`.
pub fn integer(language: Language, number: i64) -> String {
    let separator = match language {
        Language::De => '.',
        Language::En => ',',
    };
    let digits = number.unsigned_abs().to_string();
    let mut grouped = String::with_capacity(digits.len() + digits.len() / 3 + 1);
    if number < 0 {
        grouped.push('-');
    }
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            grouped.push(separator);
        }
        grouped.push(digit);
    }
    grouped
}

/// A change of a whole number with its sign: `+1.000`, `−2` or `0`.
pub fn signed(language: Language, change: i64) -> String {
    let number = integer(language, change);
    match number.strip_prefix('-') {
        Some(lost) => format!("−{lost}"),
        None if change == 0 => number,
        None => format!("+{number}"),
    }
}

/// A ratio as a percentage with one decimal: `4,0 %` or `4.0 %`.
pub fn ratio(language: Language, ratio: f64) -> String {
    let text = format!("{:.1} %", ratio * 100.0);
    match language {
        Language::De => text.replace('.', ","),
        Language::En => text,
    }
}

#[cfg(test)]
mod tests {
    use super::{integer, ratio, signed};
    use crate::Language::{De, En};

    #[test]
    fn numbers_read_as_people_write_them() {
        for (number, german, english) in [
            (0, "0", "0"),
            (999, "999", "999"),
            (1_000, "1.000", "1,000"),
            (-1_234_567, "-1.234.567", "-1,234,567"),
        ] {
            assert_eq!((integer(De, number), integer(En, number)), (german.into(), english.into()));
        }
        assert_eq!([-2, 0, 1_000].map(|change| signed(De, change)), ["−2", "0", "+1.000"]);
        assert_eq!(ratio(De, 0.04), "4,0 %");
    }
}
