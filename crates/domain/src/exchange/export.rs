//! Records out, in the columns they came in: an import of what was exported changes nothing.

use std::collections::HashMap;

use interchange::Cell;
use sea_orm::{
    ColumnTrait, ConnectionTrait, EntityTrait, Iden, Iterable, ModelTrait, QueryFilter, QueryOrder, Value,
};
use uuid::Uuid;

use super::{Importable, Kind};
use crate::{
    Domain, Error, Result, UserError, Versioned, Viewer,
    audit::{self, Action, Entry},
    consultation, db, follow_up, funding_period, offer, offer_type, organisation, outcome, participant,
    participation, qualification_plan, regional_network, strand, sub_project, supported_entity, target,
    trainer, training,
};

/// The current records of a kind, as a table.
#[derive(Debug)]
pub struct Export {
    /// The kind.
    pub kind: Kind,
    /// The columns' names.
    pub header: Vec<&'static str>,
    /// The records.
    pub rows: Vec<Vec<Cell>>,
}

/// The current records of a kind and a funding period that the viewer may see; the reading is audited.
///
/// # Errors
/// An unknown period is [`Error::Invalid`].
pub async fn export(domain: &Domain, viewer: &Viewer, kind: Kind, period: &str) -> Result<Export> {
    viewer.require_reader()?;
    let found = funding_period::Entity::find()
        .filter(funding_period::Column::Code.eq(period))
        .one(&domain.db)
        .await?;
    let Some(period) = found else {
        return Err(Error::invalid(UserError::new("period-unknown", "period").with_value(period)));
    };
    let sub_projects = sub_project::Entity::current()
        .filter(sub_project::Column::FundingPeriodId.eq(period.id))
        .filter(viewer.reads().condition(sub_project::Column::Id))
        .all(&domain.db)
        .await?;
    let mut keys = Vec::new();
    for some in sub_projects.chunks(db::KEYS_PER_STATEMENT) {
        keys.push(some.iter().map(|row| row.id).collect::<Vec<_>>());
    }
    macro_rules! of_sub_projects {
        ($concept:ident) => {{
            let mut rows = Vec::new();
            for some in &keys {
                rows.extend(
                    $concept::Entity::current()
                        .filter($concept::Column::SubProjectId.is_in(some.iter().copied()))
                        .order_by_asc($concept::Column::Id)
                        .all(&domain.db)
                        .await?,
                );
            }
            table::<$concept::Entity>(&domain.db, rows).await?
        }};
    }
    let rows = match kind {
        Kind::Organisations => {
            let rows = organisation::Entity::current()
                .order_by_asc(organisation::Column::Code)
                .all(&domain.db)
                .await?;
            table::<organisation::Entity>(&domain.db, rows).await?
        }
        Kind::NetworkDistricts => {
            let rows = regional_network::district_entity::Entity::current()
                .filter(regional_network::district_entity::Column::FundingPeriodId.eq(period.id))
                .order_by_asc(regional_network::district_entity::Column::Ags)
                .all(&domain.db)
                .await?;
            table::<regional_network::district_entity::Entity>(&domain.db, rows).await?
        }
        Kind::SubProjects => table::<sub_project::Entity>(&domain.db, sub_projects).await?,
        Kind::Offers => of_sub_projects!(offer),
        Kind::Participations => of_sub_projects!(participation),
        Kind::Outcomes => of_sub_projects!(outcome),
        Kind::FollowUps => of_sub_projects!(follow_up),
        Kind::SupportedEntities => of_sub_projects!(supported_entity),
        Kind::Trainers => of_sub_projects!(trainer),
        Kind::Consultations => of_sub_projects!(consultation),
        Kind::Trainings => of_sub_projects!(training),
        Kind::QualificationPlans => of_sub_projects!(qualification_plan),
        Kind::Targets => {
            let rows = target::store::visible_to(viewer.reads(), None)
                .filter(target::Column::FundingPeriodId.eq(period.id))
                .order_by_asc(target::Column::Id)
                .all(&domain.db)
                .await?;
            table::<target::Entity>(&domain.db, rows).await?
        }
    };
    let entry = Entry {
        object_id: Some(period.code),
        record_count: rows.len(),
        ..Entry::new(Action::Export, kind.as_str(), "export")
    };
    audit::record(domain, viewer, entry).await?;
    Ok(Export { kind, header: kind.columns().iter().map(|column| column.name).collect(), rows })
}

async fn table<E: Importable>(db: &impl ConnectionTrait, rows: Vec<E::Model>) -> Result<Vec<Vec<Cell>>> {
    let columns: Vec<E::Column> = E::KIND
        .columns()
        .iter()
        .filter_map(|wanted| E::Column::iter().find(|column| column.to_string() == wanted.stored))
        .collect();
    let codes = codes::<E>(db, &rows, &columns).await?;
    let cell = |model: &E::Model, column: &E::Column| match model.get(*column) {
        Value::String(Some(text)) => Cell::text(&text),
        Value::ChronoDate(Some(day)) => Cell::Date(day),
        Value::Int(Some(number)) => Cell::Text(number.to_string()),
        Value::Double(Some(number)) => Cell::Number(number),
        Value::Bool(Some(flag)) => Cell::Text(if flag { "yes" } else { "no" }.to_owned()),
        Value::Uuid(Some(key)) => codes.get(&key).map_or(Cell::Empty, |code| Cell::text(code)),
        _ => Cell::Empty,
    };
    Ok(rows.iter().map(|model| columns.iter().map(|column| cell(model, column)).collect()).collect())
}

/// The codes of everything that the rows refer to.
async fn codes<E: Importable>(
    db: &impl ConnectionTrait,
    rows: &[E::Model],
    columns: &[E::Column],
) -> Result<HashMap<Uuid, String>> {
    let mut codes = HashMap::new();
    codes.extend(funding_period::Entity::find().all(db).await?.into_iter().map(|row| (row.id.0, row.code)));
    codes.extend(strand::Entity::find().all(db).await?.into_iter().map(|row| (row.id.0, row.code)));
    codes.extend(offer_type::Entity::find().all(db).await?.into_iter().map(|row| (row.id.0, row.code)));
    codes.extend(organisation::Entity::current().all(db).await?.into_iter().map(|row| (row.id.0, row.code)));
    codes.extend(
        regional_network::Entity::current().all(db).await?.into_iter().map(|row| (row.id.0, row.code)),
    );
    codes.extend(sub_project::Entity::current().all(db).await?.into_iter().map(|row| (row.id.0, row.code)));
    codes.extend(offer::Entity::current().all(db).await?.into_iter().map(|row| (row.id.0, row.code)));
    let Some(person) = columns.iter().find(|column| column.to_string() == "participant_id") else {
        return Ok(codes);
    };
    let people: Vec<Value> = rows.iter().map(|row| row.get(*person)).collect();
    for some in people.chunks(db::KEYS_PER_STATEMENT) {
        let found =
            participant::Entity::find().filter(participant::Column::Id.is_in(some.to_vec())).all(db).await?;
        codes.extend(found.into_iter().map(|row| (row.id.0, row.reference)));
    }
    Ok(codes)
}
