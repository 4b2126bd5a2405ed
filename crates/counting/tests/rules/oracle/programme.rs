//! What an indicator of the programme counts, record by record and day by day.

use chrono::NaiveDate;
use counting::Gender;
use counting::programme::{Activity, Condition, Count, Definition, Field, Quantity, Source};

/// How much a record adds to a figure at a cut-off, in one gender column or, for `None`, beside all.
pub fn amount(
    definition: &Definition,
    activity: &Activity<'_>,
    cut_off: NaiveDate,
) -> impl Fn(Option<Gender>) -> u32 + use<> {
    let counts = stands(definition, activity, cut_off);
    let (count, of, quantity) = (definition.count, activity.gender, activity.quantity);
    move |column| {
        if !counts {
            return 0;
        }
        let in_column = u32::from(of == column);
        let without_column = u32::from(column.is_none());
        match (count, quantity) {
            (Count::Contacts | Count::Entries, _) => in_column,
            (Count::Events | Count::Plans | Count::Entities | Count::Trainers, _) => without_column,
            (Count::Hours, Quantity::Training { hours: Some(hours), .. }) => {
                (0..).find(|minutes| f64::from(*minutes) / 60.0 >= hours).unwrap_or(0) * without_column
            }
            (Count::Attendances, Quantity::Training { attendances, .. }) => {
                let of = |number: Option<u32>| number.unwrap_or(0);
                let (women, men) = (of(attendances.female), of(attendances.male));
                let non_binary = of(attendances.non_binary);
                match column {
                    Some(Gender::Female) => women,
                    Some(Gender::Male) => men,
                    Some(Gender::NonBinary) => non_binary,
                    Some(Gender::NotStated) => 0,
                    None => of(attendances.total).max(women + men + non_binary) - women - men - non_binary,
                }
            }
            (Count::Value, Quantity::Value(value)) => value * in_column,
            _ => 0,
        }
    }
}

/// Whether a person counts at a cut-off: some activity does.
pub fn counts_person(definition: &Definition, activities: &[Activity<'_>], cut_off: NaiveDate) -> bool {
    definition.count == Count::Persons
        && activities.iter().any(|activity| stands(definition, activity, cut_off))
}

/// The gender of a person who counts at a cut-off, or is left out: that of the record that has done so for longest, else
/// the earliest one recorded.
pub fn gender_of_person(
    definition: &Definition,
    activities: &[Activity<'_>],
    cut_off: NaiveDate,
) -> Option<Gender> {
    let counts = counts_person(definition, activities, cut_off);
    let holds = |activity: &Activity<'_>, day: NaiveDate| match counts {
        true => stands(definition, activity, day),
        false => is_left_out(definition, activity, day),
    };
    let mut earliest: Option<(NaiveDate, &Activity<'_>)> = None;
    for activity in activities.iter().filter(|activity| holds(activity, cut_off)) {
        let days = std::iter::successors(Some(cut_off), |day| day.pred_opt());
        let first = days.take_while(|day| holds(activity, *day)).last().expect("the cut-off");
        if earliest.is_none_or(|(since, _)| first < since) {
            earliest = Some((first, activity));
        }
    }
    let own = earliest.and_then(|(_, activity)| activity.gender);
    own.or_else(|| {
        let mut recorded: Vec<_> =
            activities.iter().filter_map(|activity| Some((activity.from, activity.gender?))).collect();
        recorded.sort_by_key(|(from, _)| *from);
        recorded.first().map(|(_, gender)| *gender)
    })
}

/// Whether a record is left out at a cut-off: it counts by one of the stati it may have, and not by
/// the other.
pub fn is_left_out(definition: &Definition, activity: &Activity<'_>, cut_off: NaiveDate) -> bool {
    let ways = ways(definition, activity, cut_off);
    ways.contains(&true) && ways.contains(&false)
}

fn stands(definition: &Definition, activity: &Activity<'_>, day: NaiveDate) -> bool {
    let ways = ways(definition, activity, day);
    !ways.is_empty() && ways.iter().all(|counts| *counts)
}

/// Whether a record counts on a day, for each status it may have; none before it began, after it
/// ended, and for what happened before the definition is valid.
fn ways(definition: &Definition, activity: &Activity<'_>, day: NaiveDate) -> Vec<bool> {
    let plan = activity.source == Source::QualificationPlans;
    let over = activity.until.is_some_and(|until| until <= day);
    let invalid =
        definition.valid_from.is_some_and(|valid| day < valid || is_past(definition, activity, valid));
    if definition.source != activity.source || activity.from > day || (!plan && over) || invalid {
        return Vec::new();
    }
    let fulfils = |status: &Option<String>| {
        definition.conditions.iter().all(|condition| holds(condition, activity, status.as_deref()))
    };
    stati(activity, day).iter().map(fulfils).collect()
}

/// Whether what counts had happened before a day: the record itself, or for a plan that counts once
/// it is closed the closing. Being in the pool, and being an open plan, do not happen but last.
fn is_past(definition: &Definition, activity: &Activity<'_>, day: NaiveDate) -> bool {
    let asks_status = definition.conditions.iter().any(|condition| condition.field == Field::Status);
    match activity.source {
        Source::Trainers => false,
        Source::QualificationPlans if asks_status => {
            let open = definition
                .conditions
                .iter()
                .filter(|condition| condition.field == Field::Status)
                .all(|condition| condition.any_of.iter().any(|wanted| wanted == "open"));
            !open && activity.until.is_some_and(|closed_on| closed_on.max(activity.from) < day)
        }
        _ => activity.from < day,
    }
}

/// The stati a plan may have on a day: both when it is unknown since when the recorded one holds.
fn stati(activity: &Activity<'_>, day: NaiveDate) -> Vec<Option<String>> {
    let recorded = values(activity, Field::Status).first().map(|status| (*status).to_owned());
    match (recorded.as_deref(), activity.until) {
        (None | Some("open"), _) => vec![recorded],
        (Some(_), None) => vec![Some("open".to_owned()), recorded],
        (Some(_), Some(closed_on)) if day < closed_on => vec![Some("open".to_owned())],
        (Some(_), Some(_)) => vec![recorded],
    }
}

fn values<'a>(activity: &'a Activity<'_>, field: Field) -> Vec<&'a str> {
    activity.values.iter().filter(|(of, _)| *of == field).map(|(_, text)| text.as_ref()).collect()
}

fn holds(condition: &Condition, activity: &Activity<'_>, status: Option<&str>) -> bool {
    let values = match condition.field {
        Field::Status => status.into_iter().collect(),
        field => values(activity, field),
    };
    values.iter().any(|value| {
        condition.any_of.iter().any(|wanted| match condition.field {
            Field::Age => {
                let years: u32 = value.parse().expect("an age is a number");
                let (from, to) = wanted.split_once('-').expect("a range has a dash");
                from.parse().unwrap_or(0) <= years && years <= to.parse().unwrap_or(200)
            }
            _ => value == wanted,
        })
    })
}
