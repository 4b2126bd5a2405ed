//! A profile as it is stored. Pure.

use std::collections::BTreeMap;

use counting::Profile;

use super::Model;
use crate::{Error, Result};

impl TryFrom<&Model> for Profile {
    type Error = Error;

    fn try_from(row: &Model) -> Result<Self> {
        let odd = |column| Error::Inconsistent { table: "counting_profile", column };
        let choices: BTreeMap<String, String> =
            serde_json::from_str(&row.choices).map_err(|_| odd("choices"))?;
        let version = u16::try_from(row.version).map_err(|_| odd("version"))?;
        let start = Self { version, ..Self::default() };
        choices
            .iter()
            .try_fold(start, |profile, (key, value)| profile.with(key, value).map_err(|_| odd("choices")))
    }
}

/// The choices that can be set, as they are stored.
pub(crate) fn stored(profile: &Profile) -> String {
    let settable = |key: &str| Profile::SETTABLE.iter().any(|(known, _)| *known == key);
    let choices: BTreeMap<_, _> = profile.choices().into_iter().filter(|(key, _)| settable(key)).collect();
    serde_json::json!(choices).to_string()
}
