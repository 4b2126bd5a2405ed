//! Making the demonstration, and keeping it away from real data.

use chrono::{DateTime, NaiveDate, NaiveTime, Utc};
use interchange::Table;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, PaginatorTrait, QueryFilter};

use super::{
    accounts::{self, ACCOUNTS},
    activities::activities,
    generate::{self, PERIOD, Places},
    indicators,
};
use crate::{
    Clock, Domain, Error, Result, Versioned, Viewer, account,
    exchange::{ImportError, ImportRequest, Kind, Mode, import},
    funding_period, offer, offer_type, organisation, participant, reference_data, regional_network,
    sub_project, trainer,
};

/// The generated references begin with this.
const REFERENCE: &str = "D23-";
/// The records were known before the deadline of 31 January 2026…
const FIRST_KNOWN: NaiveDate = NaiveDate::from_ymd_opt(2026, 1, 15).expect("a date");
/// …and some were mended or brought after it.
const LATE_KNOWN: NaiveDate = NaiveDate::from_ymd_opt(2026, 2, 10).expect("a date");

/// Whether the demonstration had to be made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Made {
    /// It was made now.
    Fresh,
    /// It was there.
    Before,
}

/// Something in the database that is not the demonstration's.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RefusedDatabase {
    /// Accounts of real people.
    Accounts(u64),
    /// Organisations and sub-projects that are not in the demonstration's files.
    Network(u64),
    /// Participants that were not generated.
    Participants(u64),
}

/// Looks for anything that is not the demonstration's in a migrated database.
pub async fn refuse_foreign(domain: &Domain) -> Result<std::result::Result<(), RefusedDatabase>> {
    let demo = ACCOUNTS.iter().map(|account| account.email);
    let accounts =
        account::Entity::find().filter(account::Column::Email.is_not_in(demo)).count(&domain.db).await?;
    if accounts > 0 {
        return Ok(Err(RefusedDatabase::Accounts(accounts)));
    }
    let organisations = organisation::Entity::current()
        .filter(organisation::Column::Code.is_not_in(reference_data::organisation_codes()?));
    let sub_projects = sub_project::Entity::current()
        .filter(sub_project::Column::Code.is_not_in(reference_data::sub_project_codes()?));
    let foreign = organisations.count(&domain.db).await? + sub_projects.count(&domain.db).await?;
    if foreign > 0 {
        return Ok(Err(RefusedDatabase::Network(foreign)));
    }
    let real = participant::Column::Reference.not_like(format!("{REFERENCE}%"));
    let participants = participant::Entity::find().filter(real).count(&domain.db).await?;
    Ok(if participants > 0 { Err(RefusedDatabase::Participants(participants)) } else { Ok(()) })
}

/// Makes what is missing of the demonstration: the network, its records, what was mended later, the accounts.
/// `progress` is told the step, from 1 to 4.
///
/// Each step is one transaction, so that a killed start goes on where it was.
pub async fn make(domain: &Domain, progress: impl Fn(u8)) -> Result<Made> {
    let viewer = Viewer::local_operator();
    let before = known_people(&domain.db).await?;
    let first = at(domain, FIRST_KNOWN);
    progress(1);
    make_network(&first).await?;
    indicators::make(if before == 0 { &first } else { domain }, &viewer).await?;
    let lacks_people = before < generate::ALL_PEOPLE;
    let lacks_activities = trainer::Entity::find().count(&domain.db).await? == 0;
    if lacks_people || lacks_activities {
        progress(2);
        let places = places(&domain.db).await?;
        let records = generate::records(&places);
        if before == 0 {
            bring(&first, &viewer, records.clone()).await?;
        }
        if lacks_activities {
            let when = if lacks_people { &first } else { domain };
            bring(when, &viewer, activities(&places, &records)).await?;
        }
        progress(3);
        if lacks_people {
            bring(&at(domain, LATE_KNOWN), &viewer, generate::late_records(&places, &records)).await?;
        }
    }
    progress(4);
    accounts::make(domain, &viewer).await?;
    Ok(if lacks_people { Made::Fresh } else { Made::Before })
}

/// Makes the network without anybody in it.
pub async fn make_network(domain: &Domain) -> Result<()> {
    let viewer = Viewer::local_operator();
    reference_data::load(domain, &viewer).await?;
    reference_data::load_demo_network(domain, &viewer).await?;
    Ok(())
}

/// The generated records, for a database that has the network.
pub async fn records(domain: &Domain) -> Result<Vec<(Kind, Table)>> {
    let places = places(&domain.db).await?;
    let mut records = generate::records(&places);
    let activities = activities(&places, &records);
    records.extend(activities);
    Ok(records)
}

async fn known_people(db: &impl ConnectionTrait) -> Result<usize> {
    let count = participant::Entity::find().count(db).await?;
    Ok(usize::try_from(count).unwrap_or(usize::MAX))
}

/// The same domain on an earlier day: what it writes is known from then on.
fn at(domain: &Domain, day: NaiveDate) -> Domain {
    let moment: DateTime<Utc> = day.and_time(NaiveTime::MIN).and_utc();
    Domain { clock: Clock::telling(move || moment), ..domain.clone() }
}

async fn bring(domain: &Domain, viewer: &Viewer, tables: Vec<(Kind, Table)>) -> Result<()> {
    let request = ImportRequest { tables, files: Vec::new(), mode: Mode::Apply, reason: None };
    match import(domain, viewer, &request).await {
        Ok(_) => Ok(()),
        Err(ImportError::Failed(error)) => Err(error),
        Err(ImportError::Refused(_)) => Err(Error::Inconsistent { table: "demo", column: "columns" }),
    }
}

/// Where people take part, are counselled, and entities are supported: by the unit that an offer's type counts.
async fn places(db: &impl ConnectionTrait) -> Result<Places> {
    let period =
        funding_period::Entity::find().filter(funding_period::Column::Code.eq(PERIOD)).one(db).await?;
    let period = period.ok_or(Error::NotFound("funding_period"))?;
    let of_period = sub_project::Column::FundingPeriodId.eq(period.id);
    let mut sub_projects = sub_project::Entity::current().filter(of_period).all(db).await?;
    sub_projects.sort_by(|a, b| a.code.cmp(&b.code));
    let types = offer_type::Entity::find().all(db).await?;
    let mut offers = offer::Entity::current().all(db).await?;
    offers.sort_by(|a, b| a.code.cmp(&b.code));
    let counts = |row: &offer::Model, unit: &str| {
        types.iter().any(|kind| kind.id == row.offer_type_id && kind.count_unit.contains(unit))
    };
    let networks = regional_network::store::of_periods(db, &[period.id], None).await?;
    let mut places = Places {
        people: Vec::new(),
        counselling: Vec::new(),
        entities: Vec::new(),
        networks: networks.into_iter().map(|row| row.code).collect(),
    };
    for row in sub_projects {
        let mut own = offers.iter().filter(|offer| offer.sub_project_id == row.id);
        if let Some(offer) =
            own.clone().find(|offer| counts(offer, "person") || counts(offer, "consultation"))
        {
            places.people.push((row.code.clone(), offer.code.clone()));
        }
        if own.clone().any(|offer| counts(offer, "consultation")) {
            places.counselling.push(row.code.clone());
        }
        if own.any(|offer| counts(offer, "event")) {
            places.entities.push(row.code);
        }
    }
    Ok(places)
}
