//! What a finding is about.

use std::{fmt, sync::Arc};

use chrono::NaiveDate;
use counting::{ACTIVITIES, plausibility::Rule};
use texts::Language;

use super::Finding;
use crate::{
    Scope,
    figure::{Breakdown, Unit},
    id::{FundingPeriodId, RegionalNetworkId, SubProjectId},
    sub_project::RegionCategory,
};

/// The kind of a record.
#[derive(Clone, Copy, Debug, PartialEq, Eq, strum::IntoStaticStr, strum::VariantArray)]
#[strum(serialize_all = "snake_case")]
pub enum RecordKind {
    /// A participation, named by its entry.
    Participation,
    /// An outcome, named by its day.
    Outcome,
    /// A survey, named by its day.
    FollowUp,
}

impl RecordKind {
    /// The code in keys.
    pub fn as_str(self) -> &'static str {
        self.into()
    }
}

/// What a finding is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Place {
    /// A record of a person. Pseudonymous.
    Record {
        /// Code of its sub-project.
        sub_project: Arc<str>,
        /// The project's own reference of the person.
        reference: Arc<str>,
        /// What it is.
        record: RecordKind,
        /// Its day.
        on: NaiveDate,
    },
    /// A figure.
    Figure {
        /// Its unit.
        unit: Arc<Unit>,
        /// Its category of region.
        region_category: RegionCategory,
        /// Code of its indicator.
        indicator: String,
    },
    /// A unit as it is set up.
    Unit(Arc<Unit>),
}

impl Place {
    /// The place in words: `P-7, TV-1: Ereignis am 01.10.2023`, `EECO01, Südostbayern, Stärker entwickelt`. Indicators of the
    /// network's activities are known by their names.
    pub fn in_words(&self, language: Language) -> String {
        match self {
            Self::Record { sub_project, reference, record, on } => {
                let record = texts::text(language, &format!("web-record-{}", record.as_str()));
                format!("{reference}, {sub_project}: {record} {}", texts::date(language, *on))
            }
            Self::Figure { unit, region_category, indicator } => {
                let key = format!("report-region-category-{}", region_category.as_str());
                let activity = ACTIVITIES.indicators.iter().find(|activity| activity.code == indicator);
                let indicator = activity.map_or(indicator.as_str(), |activity| match language {
                    Language::De => activity.name_de,
                    Language::En => activity.name_en,
                });
                format!("{indicator}, {}, {}", unit.name, texts::text(language, &key))
            }
            Self::Unit(unit) => unit.name.clone(),
        }
    }
}

impl fmt::Display for Place {
    /// The place in keys of findings: `TV-1/P-7/outcome/2023-10-01`, `network:SOB/MORE_DEVELOPED/EECO01`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let unit = |unit: &Unit| {
            let level: &'static str = unit.kind.into();
            format!("{level}:{}", unit.code.as_deref().unwrap_or_default())
        };
        match self {
            Self::Record { sub_project, reference, record, on } => {
                write!(f, "{sub_project}/{reference}/{}/{on}", record.as_str())
            }
            Self::Figure { unit: of, region_category, indicator } => {
                write!(f, "{}/{}/{indicator}", unit(of), region_category.as_str())
            }
            Self::Unit(of) => f.write_str(&unit(of)),
        }
    }
}

/// Whose a finding is: the unit that a scope must hold whole to change anything about it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Owner {
    pub period: FundingPeriodId,
    pub network: Option<RegionalNetworkId>,
    pub sub_project: Option<SubProjectId>,
}

impl Owner {
    /// Whether a scope holds the unit whole.
    pub fn is_in(&self, scope: &Scope) -> bool {
        scope.covers_unit(self.network, self.sub_project)
    }
}

/// The unit of a sub-project.
pub(super) fn sub_project_unit(row: &crate::sub_project::Model) -> Arc<Unit> {
    Arc::new(Unit { kind: Breakdown::SubProject, code: Some(row.code.clone()), name: row.name.clone() })
}

/// A finding of a rule about a field of a place.
pub(super) fn finding(owner: Owner, (rule, field): (&'static Rule, &'static str), place: Place) -> Finding {
    Finding {
        key: format!("{}/{place}/{field}", rule.id),
        rule: rule.id,
        severity: rule.severity,
        place,
        field,
        value: String::new(),
        allowed: String::new(),
        legal_source: rule.legal_source,
        waiver: None,
        owner,
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use texts::Language;

    use super::{Breakdown, Place, RegionCategory, Unit};

    #[test]
    fn a_figure_is_named_by_the_code_of_the_law_and_else_by_words() {
        let unit =
            Arc::new(Unit { kind: Breakdown::Network, code: Some("SOB".into()), name: "Oberland".into() });
        let of = |indicator: &str| Place::Figure {
            unit: Arc::clone(&unit),
            region_category: RegionCategory::MoreDeveloped,
            indicator: indicator.into(),
        };
        for (indicator, words) in [("EECO01", "EECO01"), ("TRAININGS", "Schulungen")] {
            let told = of(indicator).in_words(Language::De);
            assert_eq!(told, format!("{words}, Oberland, Stärker entwickelt"));
        }
    }
}
