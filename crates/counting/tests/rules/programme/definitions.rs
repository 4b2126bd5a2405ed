//! What is wrong with a definition, and what every source has.

use counting::programme::{Allowed, Count, DefinitionRule, Field, Source};

use super::definition;

type Told = (&'static str, Option<&'static str>, Option<String>);

fn faults(source: Source, count: Count, conditions: &[(Field, &[&str])]) -> Vec<Told> {
    (definition(source, count, conditions).faults().into_iter())
        .map(|fault| (fault.rule.as_str(), fault.field.map(Field::as_str), fault.value))
        .collect()
}

#[test]
fn a_definition_without_conditions_counts_whatever_its_source_has() {
    for source in Source::ALL {
        for count in Count::ALL {
            let has = source.counts().contains(&count);
            let expected = (!has).then(|| ("count_not_of_source", None, Some(count.to_string())));
            assert_eq!(faults(source, count, &[]), Vec::from_iter(expected), "{source} {count}");
        }
    }
}

#[test]
fn a_fault_in_what_is_counted_lists_what_could_be() {
    let fault = definition(Source::Trainings, Count::Persons, &[]).faults().remove(0);
    assert_eq!(fault.rule, DefinitionRule::CountNotOfSource);
    assert_eq!(fault.allowed, ["events", "attendances", "hours"]);
}

#[test]
fn each_source_has_the_fields_of_its_import_file() {
    for (source, fields) in [
        (
            Source::Participations,
            "gender employment in_education isced citizenship third_country foreign_background disability \
             minority housing_exclusion degurba registered_unemployed minor_employment age offer_type strand",
        ),
        (Source::Outcomes, "kind gender employment isced age third_country strand"),
        (
            Source::Consultations,
            "contact subject channel referral gender age_band nationality country_of_qualification \
             qualification_level reference_profession residence_title german_level benefits outcome strand",
        ),
        (Source::Trainings, "audience topic format trainer strand"),
        (Source::QualificationPlans, "status reference_profession strand"),
        (Source::SupportedEntities, "kind strand"),
        (Source::Trainers, "topic strand"),
        (Source::ByHand, "strand"),
    ] {
        let has: Vec<_> = source.fields().iter().map(|field| field.as_str()).collect();
        assert_eq!(has.join(" "), fields, "{source}");
        for field in Field::ALL {
            assert_eq!(source.allowed(field).is_some(), source.fields().contains(&field), "{source} {field}");
        }
    }
}

#[test]
fn a_field_of_another_source_is_a_fault_that_lists_those_of_this_one() {
    let found = definition(Source::Trainers, Count::Trainers, &[(Field::Audience, &["sme"])]).faults();
    assert_eq!(found.len(), 1);
    assert_eq!(found[0].rule, DefinitionRule::FieldNotOfSource);
    assert_eq!(found[0].field, Some(Field::Audience));
    assert_eq!(found[0].allowed, ["topic", "strand"]);
}

#[test]
fn closed_fields_know_their_codes_and_open_ones_take_any_text() {
    let of = |source, count, field, value: &'static str| faults(source, count, &[(field, &[value])]);
    for (source, count, field, good, bad) in [
        (Source::Participations, Count::Entries, Field::Gender, "not_stated", "divers"),
        (Source::Participations, Count::Entries, Field::InEducation, "refused", "maybe"),
        (Source::Participations, Count::Persons, Field::Isced, "8", "9"),
        (Source::Participations, Count::Persons, Field::Degurba, "3", "0"),
        (Source::Participations, Count::Persons, Field::Citizenship, "XX", "de"),
        (Source::Participations, Count::Persons, Field::ThirdCountry, "no", "refused"),
        (Source::Participations, Count::Persons, Field::Age, "55-", "55"),
        (Source::Participations, Count::Persons, Field::Age, "-17", "-"),
        (Source::Participations, Count::Persons, Field::Age, "18-29", "29-18"),
        (Source::Participations, Count::Persons, Field::Age, "18-18", "+18-29"),
        (Source::Participations, Count::Persons, Field::OfferType, "any", " "),
        (Source::Outcomes, Count::Events, Field::Kind, "qualification", "micro_enterprise"),
        (Source::SupportedEntities, Count::Entities, Field::Kind, "micro_enterprise", "qualification"),
        (Source::Consultations, Count::Contacts, Field::GermanLevel, "B2", "b2"),
        (Source::Consultations, Count::Contacts, Field::Subject, "both", "none"),
        (Source::Consultations, Count::Contacts, Field::Nationality, "any", ""),
        (Source::Trainings, Count::Hours, Field::Audience, "sme", "all"),
        (Source::QualificationPlans, Count::Plans, Field::Status, "abandoned", "closed"),
    ] {
        assert_eq!(of(source, count, field, good), [], "{field} {good}");
        let expected = [("value_unknown", Some(field.as_str()), Some(bad.to_owned()))];
        assert_eq!(of(source, count, field, bad), expected, "{field} {bad}");
    }
    assert_eq!(Source::Trainers.allowed(Field::Topic), Some(Allowed::AnyText));
}

#[test]
fn a_fault_of_a_value_lists_the_codes() {
    let wrong = definition(Source::Trainings, Count::Events, &[(Field::Audience, &["all"])]).faults();
    assert_eq!(wrong[0].allowed, ["labour_administration", "municipality", "sme", "organisation", "other"]);
}

#[test]
fn a_condition_names_at_least_one_value() {
    let found = faults(Source::Trainings, Count::Events, &[(Field::Topic, &[])]);
    assert_eq!(found, [("no_values", Some("topic"), None)]);
}

#[test]
fn every_fault_is_named_at_once() {
    let found = faults(
        Source::Consultations,
        Count::Hours,
        &[(Field::Channel, &["letter", "phone", "fax"]), (Field::Audience, &["sme"])],
    );
    assert_eq!(
        found,
        [
            ("count_not_of_source", None, Some("hours".to_owned())),
            ("value_unknown", Some("channel"), Some("letter".to_owned())),
            ("value_unknown", Some("channel"), Some("fax".to_owned())),
            ("field_not_of_source", Some("audience"), None),
        ]
    );
}

#[test]
fn conditions_that_exclude_each_other_count_nothing() {
    let contradicts = |conditions: &[(Field, &[&str])]| {
        faults(Source::Participations, Count::Persons, conditions)
            .into_iter()
            .map(|(rule, field, _)| (rule, field))
            .collect::<Vec<_>>()
    };
    let on = |field| vec![("counts_nothing", Some(field))];
    assert_eq!(contradicts(&[(Field::Gender, &["female"]), (Field::Gender, &["male"])]), on("gender"));
    assert_eq!(contradicts(&[(Field::Gender, &["female", "male"]), (Field::Gender, &["male"])]), []);
    assert_eq!(contradicts(&[(Field::Age, &["-17"]), (Field::Age, &["18-29", "55-"])]), on("age"));
    assert_eq!(contradicts(&[(Field::Age, &["-24"]), (Field::Age, &["18-29"])]), []);
    assert_eq!(contradicts(&[(Field::Age, &["111-"])]), on("age"));
    assert_eq!(contradicts(&[(Field::Citizenship, &["DE"]), (Field::Citizenship, &["SY"])]), []);
    let third = (Field::ThirdCountry, &["yes"][..]);
    assert_eq!(contradicts(&[third, (Field::Citizenship, &["DE", "FR"])]), on("citizenship"));
    assert_eq!(contradicts(&[third, (Field::Citizenship, &["DE", "SY"])]), []);
    assert_eq!(contradicts(&[(Field::ThirdCountry, &["no"]), (Field::Citizenship, &["SY"])]), []);
}
