//! The form: what may be asked about, what was asked, what was wrong with it.

use chrono::{DateTime, NaiveDate, NaiveDateTime, Utc};
use domain::{
    Result, Scope, UserError, funding_period,
    report::{ReportRequest, Subject},
    strand,
};
use serde::Deserialize;
use texts::Language;

use crate::{
    form_token,
    handlers::{
        filters::chosen,
        periods,
        units::{self, Units, WHOLE},
    },
    pages::reports::{Choice, ChoiceGroup, FieldError, ReportForm},
    visit::Visit,
};

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
        let language: Option<Language> = self.language.parse().ok();
        if language.is_none() {
            mistakes.push(UserError::new("report-language-unknown", "language").with_value(&self.language));
        }
        let kinds = ["network:", "strand:", "sub_project:"];
        let is_one = || kinds.iter().any(|kind| self.unit.starts_with(kind));
        if ![WHOLE, BUNDLE].contains(&&*self.unit) && !is_one() {
            mistakes.push(UserError::new("report-unit-unknown", "unit").with_value(&self.unit));
        }
        let (Some(cut_off), Some(known_at), Some(language), true) =
            (cut_off, known_at, language, mistakes.is_empty())
        else {
            return Err(mistakes);
        };
        let only = |level| units::code(&self.unit, level);
        Ok(ReportRequest {
            period: self.period.clone(),
            cut_off,
            known_at,
            network: only("network"),
            strand: only("strand"),
            sub_project: only("sub_project"),
            language,
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
        let period = match wanted {
            Some(period) => Some(period),
            None => periods::shown(domain, &periods, None).await?,
        };
        let unit = self.asked.as_ref().map(|asked| asked.unit.clone());
        let units = match period {
            Some(period) => units(visit, period, unit.as_deref().unwrap_or(WHOLE)).await?,
            None => Vec::new(),
        };
        let code = period.map(|period| period.code.clone()).unwrap_or_default();
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
                None => cut_off(domain.clock.today(), period).to_string(),
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

/// The cut-off that is wanted most often: today, and the last day of a period that is over.
fn cut_off(today: NaiveDate, period: Option<&funding_period::Model>) -> NaiveDate {
    period.map_or(today, |period| today.min(period.ends_on).max(period.starts_on))
}

/// What the visitor may ask about in a period, in groups.
async fn units(visit: &Visit, period: &funding_period::Model, unit: &str) -> Result<Vec<ChoiceGroup>> {
    let (db, writes) = (&visit.app.domain.db, visit.caller.viewer.writes());
    let text = |key| texts::text(visit.caller.language, key);
    let Units { networks, sub_projects } = Units::of(visit, period, (writes, unit)).await?;
    let (mut whole, mut strands) = (Vec::new(), Vec::new());
    if *writes == Scope::All {
        whole = vec![
            chosen(WHOLE, &text("web-unit-network"), unit),
            chosen(BUNDLE, &text("web-unit-bundle"), unit),
        ];
        let rows = strand::store::of_periods(db, &[period.id]).await?;
        strands = rows.iter().map(|row| chosen(&format!("strand:{}", row.code), &row.name, unit)).collect();
    }
    let whole = ChoiceGroup { label: text("web-unit-network"), choices: whole };
    let strands = ChoiceGroup { label: text("web-unit-strand"), choices: strands };
    Ok(units::present([whole, networks, strands, sub_projects]))
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
            language: "fr".to_owned(),
        };
        let mistakes = asked.request().expect_err("three mistakes");
        let fields: Vec<_> = mistakes.iter().map(|mistake| mistake.field).collect();
        assert_eq!(fields, ["cutOff", "knownAt", "language"]);
    }
}
