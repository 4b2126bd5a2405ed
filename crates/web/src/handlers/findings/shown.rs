//! Findings in words.

use domain::{
    Actor,
    plausibility::{Checked, Finding, State},
};
use texts::Language;

use crate::{
    handlers::filters::chosen,
    pages::{
        filters::{Counted, Kind},
        findings::{Row, Waived},
    },
};

/// The numbers by state, the gravest first.
pub fn counted(language: Language, checked: &Checked) -> Vec<Counted> {
    let counted = |state: &State| Counted {
        kind: state.as_str(),
        label: texts::text(language, &format!("web-findings-{}", state.as_str())),
        count: i64::try_from(checked.count(Some(*state))).unwrap_or(i64::MAX),
    };
    State::ALL.iter().map(counted).collect()
}

/// The states to choose from.
pub fn kind(language: Language, state: Option<State>) -> Kind {
    let code = state.map(State::as_str).unwrap_or_default();
    let label = |state: &State| texts::text(language, &format!("web-findings-{}", state.as_str()));
    Kind {
        name: "state",
        label: texts::text(language, "web-findings-state"),
        all: texts::text(language, "web-findings-all"),
        choices: State::ALL.iter().map(|state| chosen(state.as_str(), &label(state), code)).collect(),
        chosen: code.to_owned(),
    }
}

/// A finding.
pub fn row(language: Language, finding: &Finding) -> Row {
    let state = finding.state().as_str();
    Row {
        key: finding.key.clone(),
        rule: finding.rule,
        state,
        state_label: texts::text(language, &format!("web-finding-{state}")),
        place: finding.place.in_words(language),
        message: finding.message(language),
        remedy: finding.remedy(language),
        legal_source: texts::legal_source(language, finding.legal_source),
        waived: finding.waiver.as_ref().map(|waiver| Waived {
            by: format!("{}, {}", Actor::in_words(&waiver.by, language), texts::moment(language, waiver.at)),
            reason: waiver.reason.clone(),
        }),
    }
}
