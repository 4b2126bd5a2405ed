//! Notes that a report would show otherwise today.

use super::{
    Behind, ChangeKind, Changed,
    step::{By, Name, Step},
};
use crate::{
    Domain, Result,
    figure_note::{self, Model},
};

impl Behind<'_> {
    /// The notes on the figures of the edition's unit, and of what belongs to it, that were written since or withdrawn.
    pub async fn notes(&self, domain: &Domain) -> Result<Vec<Step>> {
        let [then, now] = self.moments().map(async |known_at| -> Result<Vec<Model>> {
            let period = (self.edition.funding_period_id, known_at);
            let mut rows = figure_note::of_period(&domain.db, period).await?;
            rows.retain(|row| self.shows((row.regional_network_id, row.sub_project_id), known_at));
            Ok(rows)
        });
        Ok(super::came_and_went((then.await?, now.await?), |row| row.id, step))
    }
}

fn step(row: Model, kind: ChangeKind) -> Step {
    let (at, by) = match kind {
        ChangeKind::Withdrawn => (row.withdrawn_at.unwrap_or(row.written_at), row.withdrawn_by_name),
        ChangeKind::Entered | ChangeKind::Corrected => (row.written_at, Some(row.written_by_name)),
    };
    Step {
        changed: Changed::FigureNote,
        name: Name::Code(row.indicator),
        place: (row.regional_network_id, row.sub_project_id),
        kind,
        fields: Vec::new(),
        at,
        by: by.map_or(By::Unknown, By::Name),
        reason: None,
        key: row.id.0,
    }
}
