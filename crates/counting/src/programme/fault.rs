//! What is wrong with a definition.

use super::allowed::THIRD_COUNTRY;
use super::{Condition, Definition, Field};
use crate::Country;
use crate::closed_set::closed_set;

closed_set! {
    /// What a definition must keep to.
    DefinitionRule {
        /// Counts what its source has (see [`super::Source::counts`]).
        CountNotOfSource = "count_not_of_source",
        /// Asks for fields that its source has (see [`super::Source::fields`]).
        FieldNotOfSource = "field_not_of_source",
        /// Names values in each condition.
        NoValues = "no_values",
        /// Names values that the field can have (see [`super::Allowed`]).
        ValueUnknown = "value_unknown",
        /// Has conditions that a record can fulfil all at once.
        CountsNothing = "counts_nothing",
    }
}

/// A rule that a definition breaks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DefinitionFault {
    /// The broken rule.
    pub rule: DefinitionRule,
    /// The field of the condition it is about; `None` when it is about what is counted.
    pub field: Option<Field>,
    /// What stands there.
    pub value: Option<String>,
    /// What could stand there instead; empty where that is no list.
    pub allowed: Vec<&'static str>,
}

/// Nobody in the records is older (V-03).
const OLDEST: u32 = 110;

impl Definition {
    /// All that is wrong; a definition without faults counts something as soon as there are records.
    pub fn faults(&self) -> Vec<DefinitionFault> {
        let mut faults = self.of_count();
        faults.extend(self.conditions.iter().flat_map(|condition| self.of_condition(condition)));
        if faults.is_empty() {
            faults.extend(self.contradictions());
        }
        faults
    }

    fn of_count(&self) -> Vec<DefinitionFault> {
        let counts = self.source.counts();
        if counts.contains(&self.count) {
            return Vec::new();
        }
        vec![DefinitionFault {
            rule: DefinitionRule::CountNotOfSource,
            field: None,
            value: Some(self.count.to_string()),
            allowed: counts.iter().map(|count| count.as_str()).collect(),
        }]
    }

    fn of_condition(&self, condition: &Condition) -> Vec<DefinitionFault> {
        let field = Some(condition.field);
        let Some(allowed) = self.source.allowed(condition.field) else {
            return vec![DefinitionFault {
                rule: DefinitionRule::FieldNotOfSource,
                field,
                value: None,
                allowed: self.source.fields().iter().map(|field| field.as_str()).collect(),
            }];
        };
        if condition.any_of.is_empty() {
            let rule = DefinitionRule::NoValues;
            return vec![DefinitionFault { rule, field, value: None, allowed: allowed.listed() }];
        }
        let unknown = condition.any_of.iter().filter(|value| !allowed.admits(value));
        unknown
            .map(|value| DefinitionFault {
                rule: DefinitionRule::ValueUnknown,
                field,
                value: Some(value.clone()),
                allowed: allowed.listed(),
            })
            .collect()
    }

    /// The fields that no record can fulfil every condition on.
    fn contradictions(&self) -> Vec<DefinitionFault> {
        let mut fields: Vec<Field> = self.conditions.iter().map(|condition| condition.field).collect();
        fields.sort_unstable();
        fields.dedup();
        let hopeless = fields.into_iter().filter(|field| !self.can_hold(*field));
        hopeless
            .map(|field| DefinitionFault {
                rule: DefinitionRule::CountsNothing,
                field: Some(field),
                value: None,
                allowed: Vec::new(),
            })
            .collect()
    }

    fn can_hold(&self, field: Field) -> bool {
        let on = |field: Field| self.conditions.iter().filter(move |condition| condition.field == field);
        match field {
            Field::Age => (0..=OLDEST).any(|age| on(field).all(|condition| condition.covers(age))),
            // A trainer teaches several topics, and a person may have several citizenships; but a
            // third-country national has none of the Union.
            Field::Topic => true,
            Field::Citizenship => {
                let third_country = on(Field::ThirdCountry).any(|asked| asked.any_of == THIRD_COUNTRY[..1]);
                !third_country
                    || on(field).all(|condition| condition.any_of.iter().any(|code| is_third(code)))
            }
            _ => on(field).next().is_none_or(|first| {
                first.any_of.iter().any(|value| on(field).all(|other| other.any_of.contains(value)))
            }),
        }
    }
}

fn is_third(code: &str) -> bool {
    code.parse::<Country>().is_ok_and(|country| !country.is_union_member())
}
