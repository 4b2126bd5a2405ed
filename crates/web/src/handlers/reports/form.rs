//! The form: what may be asked about, what was asked, what was wrong with it.

use chrono::{DateTime, NaiveDate, NaiveDateTime, Utc};
use domain::{
    Result, Scope, UserError, funding_period, regional_network,
    report::{ReportRequest, Subject},
    strand,
    sub_project::{self, Query},
};
use serde::Deserialize;
use texts::Language;

use crate::{
    form_token,
    pages::reports::{Choice, ChoiceGroup, FieldError, ReportForm},
    visit::Visit,
};

/// Value of the choice "the whole network".
const WHOLE: &str = "whole";
/// Value of the choice "all reports at once".
const BUNDLE: &str = "bundle";
/// How a browser sends a moment.
const MOMENT: &str = "%Y-%m-%dT%H:%M";

/// The form as it is sent.
#[derive(Clone, Debug, Deserialize)]
pub struct Asked {
    /// Token of the form.
    pub csrf: String,
    period: String,
    unit: String,
    cut_off: String,
    known_at: String,
    language: String,
}

impl Asked {
    /// Whether all reports are wanted, and not a single one.
    pub fn is_bundle(&self) -> bool {
        self.unit == BUNDLE
    }

    /// The request, if its fields can be read.
    pub fn request(&self) -> std::result::Result<ReportRequest, Vec<UserError>> {
        let mut mistakes = Vec::new();
        let cut_off: Option<NaiveDate> = self.cut_off.parse().ok();
        if cut_off.is_none() {
            mistakes.push(UserError::new("not-a-day", "cutOff"));
        }
        let known_at = moment(&self.known_at);
        if known_at.is_none() {
            mistakes.push(UserError::new("not-a-moment", "knownAt"));
        }
        let kinds = ["network:", "strand:", "sub_project:"];
        let is_one = || kinds.iter().any(|kind| self.unit.starts_with(kind));
        if ![WHOLE, BUNDLE].contains(&&*self.unit) && !is_one() {
            mistakes.push(UserError::new("report-unit-unknown", "unit").with_value(&self.unit));
        }
        let (Some(cut_off), Some(known_at), true) = (cut_off, known_at, mistakes.is_empty()) else {
            return Err(mistakes);
        };
        let only = |kind: &str| {
            let code = self.unit.split_once(':').filter(|(unit, _)| *unit == kind).map(|(_, code)| code);
            code.map(str::to_owned)
        };
        Ok(ReportRequest {
            period: self.period.clone(),
            cut_off,
            known_at,
            network: only("network"),
            strand: only("strand"),
            sub_project: only("sub_project"),
            language: self.language.parse().unwrap_or_default(),
        })
    }
}

/// What a report was about, as the form names it.
pub fn unit_of(subject: &Subject) -> String {
    let units =
        [("sub_project", &subject.sub_project), ("strand", &subject.strand), ("network", &subject.network)];
    let unit = units.into_iter().find_map(|(kind, code)| Some(format!("{kind}:{}", code.as_ref()?)));
    unit.unwrap_or_else(|| WHOLE.to_owned())
}

/// The moment in a field: `Some(None)` for an empty one, `None` when it cannot be read.
fn moment(text: &str) -> Option<Option<DateTime<Utc>>> {
    if text.trim().is_empty() {
        return Some(None);
    }
    NaiveDateTime::parse_from_str(text, MOMENT).ok().map(|at| Some(at.and_utc()))
}

/// What the form shows.
#[derive(Clone, Debug, Default)]
pub struct Filled {
    period: Option<String>,
    asked: Option<Asked>,
    mistakes: Vec<UserError>,
}

impl Filled {
    /// The empty form for a period, by code; none means the latest begun that has figures.
    pub fn new(period: Option<String>) -> Self {
        Self { period, ..Self::default() }
    }

    /// The form again, as it was sent, with what was wrong.
    pub fn again(asked: Asked, mistakes: Vec<UserError>) -> Self {
        Self { period: Some(asked.period.clone()), asked: Some(asked), mistakes }
    }

    /// The form for a visitor: only what they may ask about.
    pub async fn form(self, visit: &Visit) -> Result<ReportForm> {
        let domain = &visit.app.domain;
        let mut periods = funding_period::store::all(&domain.db).await?;
        periods.retain(|period| period.rulebook.is_some());
        periods.reverse();
        let wanted = periods.iter().find(|period| Some(&period.code) == self.period.as_ref());
        let running = periods.iter().find(|period| period.starts_on <= domain.clock.today());
        let chosen = wanted.or(running).or(periods.first());
        let unit = self.asked.as_ref().map(|asked| asked.unit.clone());
        let units = match chosen {
            Some(period) => units(visit, period, unit.as_deref().unwrap_or(WHOLE)).await?,
            None => Vec::new(),
        };
        let code = chosen.map(|period| period.code.clone()).unwrap_or_default();
        let choice = |period: &funding_period::Model| Choice {
            value: period.code.clone(),
            label: period.code.clone(),
            selected: period.code == code,
        };
        Ok(ReportForm {
            csrf: form_token::of(&visit.session).await?,
            periods: periods.iter().map(choice).collect(),
            units,
            cut_off: match &self.asked {
                Some(asked) => asked.cut_off.clone(),
                None => domain.clock.today().to_string(),
            },
            known_at: self.asked.as_ref().map(|asked| asked.known_at.clone()).unwrap_or_default(),
            language: match &self.asked {
                Some(asked) => asked.language.parse().unwrap_or_default(),
                None => visit.caller.language,
            },
            errors: self.mistakes.iter().map(|mistake| in_words(mistake, visit.caller.language)).collect(),
            period: code,
        })
    }
}

/// What the visitor may ask about in a period, in groups.
async fn units(visit: &Visit, period: &funding_period::Model, chosen: &str) -> Result<Vec<ChoiceGroup>> {
    let (db, writes) = (&visit.app.domain.db, visit.caller.viewer.writes());
    let text = |key| texts::text(visit.caller.language, key);
    let choice = |value: String, label: String| Choice { selected: value == chosen, value, label };
    let networks = regional_network::store::of_periods(db, &[period.id], None).await?;
    let query = Query { period: Some(period.id), ..Query::default() };
    let sub_projects = sub_project::store::all(db, &query).await?;
    let strands = match writes {
        Scope::All => strand::store::of_periods(db, &[period.id]).await?,
        Scope::Only { .. } => Vec::new(),
    };
    let whole = match writes {
        Scope::All => vec![
            choice(WHOLE.to_owned(), text("web-unit-network")),
            choice(BUNDLE.to_owned(), text("web-unit-bundle")),
        ],
        Scope::Only { .. } => Vec::new(),
    };
    let networks = networks.into_iter().filter(|network| writes.covers_network(network.id));
    let sub_projects = sub_projects.into_iter().filter(|sub_project| writes.covers(sub_project.id));
    let groups = [
        ("web-unit-network", whole),
        (
            "web-unit-regional-network",
            networks.map(|row| choice(format!("network:{}", row.code), row.name)).collect(),
        ),
        (
            "web-unit-strand",
            strands.into_iter().map(|row| choice(format!("strand:{}", row.code), row.name)).collect(),
        ),
        (
            "web-unit-sub-project",
            sub_projects.map(|row| choice(format!("sub_project:{}", row.code), row.name)).collect(),
        ),
    ];
    let groups = groups.into_iter().filter(|(_, choices)| !choices.is_empty());
    Ok(groups.map(|(key, choices)| ChoiceGroup { label: text(key), choices }).collect())
}

/// A mistake, at the field of the form that it is about.
fn in_words(mistake: &UserError, language: Language) -> FieldError {
    let field = match mistake.field {
        "cutOff" => "cut_off",
        "knownAt" => "known_at",
        "language" => "language",
        _ => "unit",
    };
    FieldError { field, message: mistake.message(language) }
}

#[cfg(test)]
mod tests {
    use super::Asked;

    #[test]
    fn a_form_becomes_a_request() {
        for (unit, [network, strand, sub_project]) in [
            ("whole", [None, None, None]),
            ("network:SOB", [Some("SOB"), None, None]),
            ("strand:HS1", [None, Some("HS1"), None]),
            ("sub_project:TV-1", [None, None, Some("TV-1")]),
        ] {
            let asked = Asked {
                csrf: String::new(),
                period: "IQ-2023".to_owned(),
                unit: unit.to_owned(),
                cut_off: "2024-12-31".to_owned(),
                known_at: "2025-01-31T10:15".to_owned(),
                language: "en".to_owned(),
            };
            let request = asked.request().expect("a request");
            assert_eq!((request.network.as_deref(), request.strand.as_deref()), (network, strand));
            assert_eq!(request.sub_project.as_deref(), sub_project);
            assert!(!asked.is_bundle());
            assert_eq!(
                request.known_at.map(|at| at.to_rfc3339()).as_deref(),
                Some("2025-01-31T10:15:00+00:00")
            );
        }
    }

    #[test]
    fn fields_that_cannot_be_read_are_named_all_at_once() {
        let asked = Asked {
            csrf: String::new(),
            period: "IQ-2023".to_owned(),
            unit: "whole".to_owned(),
            cut_off: "yesterday".to_owned(),
            known_at: "now".to_owned(),
            language: "en".to_owned(),
        };
        let mistakes = asked.request().expect_err("two mistakes");
        let fields: Vec<_> = mistakes.iter().map(|mistake| mistake.field).collect();
        assert_eq!(fields, ["cutOff", "knownAt"]);
    }
}
