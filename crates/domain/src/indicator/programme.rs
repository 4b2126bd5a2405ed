//! An indicator of the programme as counting needs it.

use std::borrow::Cow;

use counting::{
    Group,
    programme::{Condition, Count, Definition, Source},
};
use serde::{Deserialize, Serialize};

use super::{Bilingual, Indicator, Model, RulebookKind};
use crate::{Error, Result, id::IndicatorId};

/// An indicator of the programme: what it counts, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Programme {
    /// The indicator.
    pub id: IndicatorId,
    /// Its place in the sets of facts.
    pub bit: u8,
    /// What it counts.
    pub definition: Definition,
    /// Codes of the strands it applies to; empty means all.
    pub strands: Vec<String>,
}

impl Programme {
    /// Whether it applies to sub-projects of a strand.
    pub fn applies_to(&self, strand: Option<&str>) -> bool {
        self.strands.is_empty() || strand.is_some_and(|code| self.strands.iter().any(|own| own == code))
    }
}

/// A condition as it is stored and typed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ConditionText {
    /// The field asked, a code of `counting::programme::Field`.
    pub field: String,
    /// The values that fulfil it.
    pub any_of: Vec<String>,
}

impl Model {
    /// What it counts.
    pub fn programme(&self) -> Result<Programme> {
        let odd = |column| Error::Inconsistent { table: "indicator_definition", column };
        let source: Source = self.source.parse().map_err(|_| odd("source"))?;
        let count: Count = self.count.parse().map_err(|_| odd("count"))?;
        let conditions = self.conditions()?.into_iter().map(|condition| {
            let field = condition.field.parse().map_err(|_| odd("conditions"))?;
            Ok(Condition { field, any_of: condition.any_of })
        });
        Ok(Programme {
            id: self.id,
            bit: self.bit.try_into().map_err(|_| odd("bit"))?,
            definition: Definition {
                source,
                count,
                conditions: conditions.collect::<Result<_>>()?,
                valid_from: Some(self.valid_from),
            },
            strands: self.strands(),
        })
    }

    /// Its conditions.
    pub fn conditions(&self) -> Result<Vec<ConditionText>> {
        let odd = |_| Error::Inconsistent { table: "indicator_definition", column: "conditions" };
        serde_json::from_str(&self.conditions).map_err(odd)
    }

    /// Codes of the strands it applies to; empty means all.
    pub fn strands(&self) -> Vec<String> {
        self.strands.split(';').filter(|code| !code.is_empty()).map(str::to_owned).collect()
    }

    /// The indicator as figures and catalogues name it.
    pub fn indicator(&self) -> Result<Indicator> {
        let Programme { bit, definition, strands, .. } = self.programme()?;
        let unit = definition.count.unit();
        let both =
            |de: &str, en: &str| Bilingual { de: Cow::Owned(de.to_owned()), en: Cow::Owned(en.to_owned()) };
        Ok(Indicator {
            kind: RulebookKind::Programme,
            code: self.code.clone().into(),
            bit,
            group: Group::Activities,
            name: both(&self.name_de, &self.name_en),
            definition: both(&self.definition_de, &self.definition_en),
            eligible: both(&self.eligible(texts::Language::De), &self.eligible(texts::Language::En)),
            reference: both(&self.reference(texts::Language::De), &self.reference(texts::Language::En)),
            unit,
            is_result: self.measures == super::Measures::Result.as_str(),
            is_personal: unit.has_genders() || unit == counting::Unit::Value,
            strands,
            legal_source: self.legal_source.clone().into(),
            version: self.version.try_into().unwrap_or(u16::MAX),
        })
    }

    /// Whom or what it can count.
    fn eligible(&self, language: texts::Language) -> String {
        texts::text(language, &format!("indicator-source-{}", self.source))
    }

    /// The moment its value describes.
    fn reference(&self, language: texts::Language) -> String {
        let day = texts::date(language, self.valid_from);
        texts::text_with(language, "indicator-reference", &[("day", day.as_str().into())])
    }
}
