//! An indicator of the programme as somebody writes it down.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::{ConditionText, Model};
use crate::Result;

/// Whether an indicator measures the support or what came of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, strum::EnumString, strum::IntoStaticStr, strum::VariantArray)]
#[strum(serialize_all = "snake_case")]
pub enum Measures {
    /// The support.
    Output,
    /// What came of it.
    Result,
}

/// Whom or what an indicator is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, strum::EnumString, strum::IntoStaticStr, strum::VariantArray)]
#[strum(serialize_all = "snake_case")]
pub enum About {
    /// The participants.
    Participants,
    /// The operation.
    Operation,
}

impl Measures {
    /// The code stored.
    pub fn as_str(self) -> &'static str {
        self.into()
    }
}

impl About {
    /// The code stored.
    pub fn as_str(self) -> &'static str {
        self.into()
    }
}

/// A definition as it is typed. Codes are checked all at once; nothing is a code before.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default, deny_unknown_fields)]
pub struct DefinitionInput {
    /// Code, unique in the period, such as `BMAS-01`.
    pub code: String,
    /// German name.
    pub name_de: String,
    /// English name.
    pub name_en: String,
    /// What is counted, in German.
    pub definition_de: String,
    /// What is counted, in English.
    pub definition_en: String,
    /// Where it looks, a code of `counting::programme::Source`.
    pub source: String,
    /// What it counts there, a code of `counting::programme::Count`.
    pub count: String,
    /// What a record must fulfil, all of it.
    pub conditions: Vec<ConditionText>,
    /// `output` or `result`; empty means `output`.
    pub measures: String,
    /// How the programme's database files it, `participants` or `operation`: a note that changes nothing in counting. Empty
    /// means `participants`.
    pub about: String,
    /// Codes of the strands it applies to; empty means all.
    pub strands: Vec<String>,
    /// The act or the document that asks for it.
    pub legal_source: String,
    /// The first day of what it counts; none means the first of the period.
    pub valid_from: Option<NaiveDate>,
}

impl DefinitionInput {
    /// What was written down for a version.
    pub fn of(model: &Model) -> Result<Self> {
        Ok(Self {
            code: model.code.clone(),
            name_de: model.name_de.clone(),
            name_en: model.name_en.clone(),
            definition_de: model.definition_de.clone(),
            definition_en: model.definition_en.clone(),
            source: model.source.clone(),
            count: model.count.clone(),
            conditions: model.conditions()?,
            measures: model.measures.clone(),
            about: model.about.clone(),
            strands: model.strands(),
            legal_source: model.legal_source.clone(),
            valid_from: Some(model.valid_from),
        })
    }
}
