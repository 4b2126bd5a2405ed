//! What a report asks the domain.

use domain::{
    attainment::AttainmentQuery,
    estimate::EstimateQuery,
    figure::{DifferenceQuery, FigureQuery, Moment},
    indicator::RulebookKind,
    report::{Model, Subject},
};

/// Period, unit, cut-off and knowledge of a report, which all its questions share.
pub struct Questions<'r> {
    run: &'r Model,
    period: String,
    network: Option<String>,
    strand: Option<String>,
    sub_project: Option<String>,
}

impl<'r> Questions<'r> {
    /// The questions of a run.
    pub fn of(run: &'r Model, subject: &Subject) -> Self {
        Self {
            run,
            period: subject.period.code.clone(),
            network: subject.network.clone(),
            strand: subject.strand.clone(),
            sub_project: subject.sub_project.clone(),
        }
    }

    /// All figures.
    pub fn figures(&self) -> FigureQuery {
        FigureQuery {
            period: self.period.clone(),
            cut_off: self.run.cut_off,
            known_at: Some(self.run.known_at),
            network: self.network.clone(),
            strand: self.strand.clone(),
            sub_project: self.sub_project.clone(),
            by: None,
            kinds: vec![RulebookKind::Law, RulebookKind::Programme, RulebookKind::Activities],
            indicators: Vec::new(),
        }
    }

    /// The targets in force.
    pub fn targets(&self) -> AttainmentQuery {
        AttainmentQuery {
            period: self.period.clone(),
            cut_off: self.run.cut_off,
            known_at: Some(self.run.known_at),
            network: self.network.clone(),
            strand: self.strand.clone(),
            sub_project: self.sub_project.clone(),
            indicators: Vec::new(),
        }
    }

    /// The informed estimates in force.
    pub fn estimates(&self) -> EstimateQuery {
        EstimateQuery {
            period: self.period.clone(),
            cut_off: self.run.cut_off,
            known_at: Some(self.run.known_at),
            network: self.network.clone(),
            strand: self.strand.clone(),
            sub_project: self.sub_project.clone(),
        }
    }

    /// What has changed for the report's unit since an earlier point.
    pub fn difference(&self, from: Moment) -> DifferenceQuery {
        DifferenceQuery {
            period: self.period.clone(),
            network: self.network.clone(),
            strand: self.strand.clone(),
            sub_project: self.sub_project.clone(),
            by: None,
            kinds: vec![RulebookKind::Law, RulebookKind::Programme, RulebookKind::Activities],
            indicators: Vec::new(),
            from,
            to: Moment { cut_off: self.run.cut_off, known_at: Some(self.run.known_at) },
        }
    }
}
