//! Reading data files.

use serde::de::DeserializeOwned;

use crate::{Error, Result};

/// Where an entry is from: web addresses and documents.
#[derive(serde::Deserialize)]
#[serde(transparent)]
pub struct Sources(Vec<String>);

impl Sources {
    /// All of them in one text.
    pub fn join(&self) -> String {
        self.0.join("; ")
    }
}

/// Reads a data file.
pub fn read<T: DeserializeOwned>(json: &str) -> Result<T> {
    serde_json::from_str(json)
        .map_err(|error| Error::Internal { what: "reading a data file", source: error.into() })
}

/// The row that an entry of a data file names by its code.
pub fn named<'a, T>(rows: &'a [T], code: &str, is: impl Fn(&T) -> bool) -> Result<&'a T> {
    let missing =
        || Error::Internal { what: "resolving a data file", source: Unknown(code.to_owned()).into() };
    rows.iter().find(|row| is(row)).ok_or_else(missing)
}

/// A code that no entry has.
#[derive(Debug, thiserror::Error)]
#[error("nothing has the code {0}")]
struct Unknown(String);

#[cfg(test)]
mod tests {
    use serde_json::Value;

    const FILES: [(&str, &str); 9] = [
        ("funding_periods", include_str!("../../data/funding_periods.json")),
        ("institutions", include_str!("../../data/institutions.json")),
        ("strands", include_str!("../../data/strands.json")),
        ("offer_types", include_str!("../../data/offer_types.json")),
        ("working_groups", include_str!("../../data/working_groups.json")),
        ("districts", include_str!("../../data/districts.json")),
        ("regional_networks", include_str!("../../data/regional_networks.json")),
        ("organisations", include_str!("../../data/organisations.json")),
        ("sub_projects", include_str!("../../data/sub_projects.json")),
    ];

    #[test]
    fn every_entry_says_where_it_is_from_and_whether_that_is_certain() {
        for (file, json) in FILES {
            let entries = match serde_json::from_str(json).expect("JSON") {
                Value::Array(entries) => entries,
                whole => vec![whole],
            };
            assert!(!entries.is_empty(), "{file} is empty");
            for entry in entries {
                let name = format!("{} of {file}", entry["code"]);
                let sources = entry["source"].as_array().expect(&name);
                assert!(
                    sources.iter().all(|source| source.as_str().is_some_and(|text| text.len() > 10)),
                    "{name}"
                );
                assert!(!sources.is_empty() && entry["verified"].is_boolean(), "{name}");
            }
        }
    }

    #[test]
    fn what_is_invented_is_never_called_certain() {
        for (file, json) in FILES {
            let Value::Array(entries) = serde_json::from_str(json).expect("JSON") else { continue };
            for entry in entries.iter().filter(|entry| entry["invented"] == true) {
                assert_eq!(entry["verified"], false, "{} of {file}", entry["code"]);
            }
        }
    }
}
