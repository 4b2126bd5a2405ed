//! Names valid for a time.

use chrono::NaiveDate;

use super::name_entity;

/// The name that was valid on a day, out of one institution's names. Both limits are part of the time; a name
/// without a limit is valid for ever in that direction.
pub fn name_on(names: &[name_entity::Model], day: NaiveDate) -> Option<&name_entity::Model> {
    names.iter().find(|name| {
        name.valid_from.is_none_or(|from| from <= day) && name.valid_to.is_none_or(|to| day <= to)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::id::{InstitutionId, InstitutionNameId};

    fn day(text: &str) -> NaiveDate {
        text.parse().expect("a day")
    }

    fn name(name: &str, from: Option<&str>, to: Option<&str>) -> name_entity::Model {
        name_entity::Model {
            id: InstitutionNameId::fresh(),
            institution_id: InstitutionId::fresh(),
            name: name.to_owned(),
            valid_from: from.map(day),
            valid_to: to.map(day),
        }
    }

    #[test]
    fn a_name_is_valid_from_its_first_to_its_last_day() {
        let names = [
            name("first", None, Some("2010-01-31")),
            name("second", Some("2010-02-01"), Some("2012-12-31")),
            name("third", Some("2014-01-01"), None),
        ];
        for (on, expected) in [
            ("1990-06-01", Some("first")),
            ("2010-01-31", Some("first")),
            ("2010-02-01", Some("second")),
            ("2012-12-31", Some("second")),
            ("2013-06-01", None),
            ("2014-01-01", Some("third")),
            ("2090-01-01", Some("third")),
        ] {
            assert_eq!(name_on(&names, day(on)).map(|name| name.name.as_str()), expected, "on {on}");
        }
    }
}
