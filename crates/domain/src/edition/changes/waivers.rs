//! Warnings that are waived otherwise today.

use super::{
    Behind, ChangeKind, Changed,
    step::{By, Name, Step},
};
use crate::{
    Domain, Result,
    waiver::{self, Model, Shown},
};

impl Behind<'_> {
    /// The warnings that were waived since, or no longer are.
    pub async fn waivers(&self, domain: &Domain) -> Result<Vec<Step>> {
        let [then, now] = self.moments().map(async |known_at| {
            let (about, cut_off) = (self.edition.about(), self.edition.cut_off);
            let period = self.edition.funding_period_id;
            waiver::shown(domain, Shown { about, period, cut_off, known_at }).await
        });
        Ok(super::came_and_went((then.await?, now.await?), |row| row.id, step))
    }
}

fn step(row: Model, kind: ChangeKind) -> Step {
    let (at, by, reason) = match kind {
        ChangeKind::Withdrawn => {
            (row.revoked_at.unwrap_or(row.waived_at), row.revoked_by_name, row.revoked_for)
        }
        ChangeKind::Entered | ChangeKind::Corrected => {
            (row.waived_at, Some(row.waived_by_name), Some(row.reason))
        }
    };
    Step {
        changed: Changed::Waiver,
        name: Name::Code(row.subject),
        place: (row.regional_network_id, row.sub_project_id),
        kind,
        fields: Vec::new(),
        at,
        by: by.map_or(By::Unknown, By::Name),
        reason,
        key: row.id.0,
    }
}
