//! Every closed set is read and written by the codes of the import files.

use std::fmt::{Debug, Display};
use std::str::FromStr;

use counting::plausibility::{Column, Severity};
use counting::programme::{
    Audience, Channel, Contact, Count, DefinitionRule, GermanLevel, PlanStatus, QualificationLevel, Source,
    Subject,
};
use counting::{
    Answer, Country, Degurba, EducationResult, Employment, EntityKind, FollowUpResult, Gender, Group,
    Improvement, Isced, LongTermUnemployment, MissingField, MissingFields, OpenResultWindow, Operation,
    OutcomeKind, RunningOperations, SixMonths, TargetGroup, Unit, UnknownCode,
};

fn check<T>(members: &[T], codes: &str)
where
    T: Copy + Debug + PartialEq + Display + FromStr<Err = UnknownCode>,
{
    let written: Vec<_> = members.iter().map(T::to_string).collect();
    assert_eq!(written.join(" "), codes);
    for (member, code) in members.iter().zip(&written) {
        assert_eq!(code.parse(), Ok(*member));
    }
    assert!("no such code".parse::<T>().is_err());
}

#[test]
fn codes_are_those_of_the_files() {
    check(&Answer::ALL, "yes no refused");
    check(&Gender::ALL, "female male non_binary not_stated");
    check(&Employment::ALL, "unemployed inactive employed");
    check(&Isced::ALL, "0 1 2 3 4 5 6 7 8");
    check(&Degurba::ALL, "1 2 3");
    check(
        &OutcomeKind::ALL,
        "job self_employment unemployment job_search inactivity education qualification attendance",
    );
    check(&FollowUpResult::ALL, "answered refused not_reached");
    check(&Improvement::ALL, "stable_contract full_employment higher_skill promotion pay_only");
    check(
        &EntityKind::ALL,
        "public_administration micro_enterprise small_enterprise medium_enterprise large_enterprise other",
    );
    check(&LongTermUnemployment::ALL, "ec sgb3");
    check(&Operation::ALL, "sub_project network");
    check(&RunningOperations::ALL, "counted completed_only");
    check(&OpenResultWindow::ALL, "provisional closed_only");
    check(&SixMonths::ALL, "point_in_time within");
    check(&EducationResult::ALL, "newly any_start");
    check(&TargetGroup::ALL, "counts_all answers_only");
    check(
        &MissingField::ALL,
        "birth_date gender gender_not_stated employment unemployed_since isced gender_not_reportable \
         in_education closed_on",
    );
    check(&Severity::ALL, "error warning");
    check(&Column::ALL, "women men non_binary total");
    check(
        &Unit::ALL,
        "persons entities projects contacts entries events attendances minutes plans trainers value",
    );
    check(
        &Group::ALL,
        "participants participants_voluntary grand_total entities projects immediate_results \
         longer_term_results activities",
    );
}

#[test]
fn codes_of_the_programme_are_those_of_the_files() {
    check(&Contact::ALL, "first follow_up");
    check(
        &Subject::ALL,
        "recognition qualification both academic_only no_formal_qualification fair_integration other",
    );
    check(&Channel::ALL, "in_person phone email video");
    check(&QualificationLevel::ALL, "vocational higher_education none");
    check(&GermanLevel::ALL, "A0 A1 A2 B1 B2 C1 C2");
    check(&Audience::ALL, "labour_administration municipality sme organisation other");
    check(&PlanStatus::ALL, "open completed abandoned");
    check(
        &Source::ALL,
        "participations outcomes consultations trainings qualification_plans supported_entities trainers \
         by_hand",
    );
    check(&Count::ALL, "persons entries contacts events attendances hours plans entities trainers value");
    check(
        &DefinitionRule::ALL,
        "count_not_of_source field_not_of_source no_values value_unknown counts_nothing",
    );
    assert_eq!(Answer::CODES, ["yes", "no", "refused"]);
}

#[test]
fn an_unknown_code_names_its_set() {
    let error = "Yes".parse::<Answer>().expect_err("codes are in lower case");
    assert_eq!(error.to_string(), "\"Yes\" is not a code of Answer");
}

#[test]
fn levels_and_classes_are_numbers_too() {
    for level in 0..=8 {
        assert_eq!(Isced::from_level(level).map(Isced::level), Some(level));
    }
    assert_eq!(Isced::from_level(9), None);
    for class in 1..=3 {
        assert_eq!(Degurba::from_class(class).map(Degurba::class), Some(class));
    }
    assert_eq!(Degurba::from_class(0), None);
    assert_eq!(Degurba::from_class(4), None);
}

#[test]
fn countries_are_the_iso_codes_and_two_more() {
    assert_eq!(Country::all().count(), 249 + 2);
    assert!(Country::all().map(Country::as_str).is_sorted());
    for country in Country::all() {
        assert_eq!(country.as_str().parse(), Ok(country));
    }
    assert_eq!("de".parse::<Country>().map(Country::as_str), Ok("DE"));
    for code in ["", "D", "DEU", "UK", "EL", "EU", "ZZ", "Ä"] {
        assert!(code.parse::<Country>().is_err(), "{code}");
    }
}

#[test]
fn missing_fields_are_stored_as_a_number() {
    for field in MissingField::ALL {
        let fields: MissingFields = [field].into_iter().collect();
        assert!(fields.contains(field));
        assert_eq!(MissingFields::from_bits(fields.bits()), fields);
    }
    assert_eq!(MissingField::GenderNotStated.field(), "gender");
    assert_eq!(MissingField::UnemployedSince.field(), "unemployed_since");
}
