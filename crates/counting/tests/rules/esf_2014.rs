//! ESF 2014-20, Annex I of Regulation (EU) 1304/2013: what differs from ESF Plus.

use counting::{
    Answer, ESF_2014, Employment, EntityKind, Gender, Improvement, Isced, LongTermUnemployment, MissingField,
    OutcomeKind, Profile, Stay, entity_facts, project_facts,
};

use crate::builders::{Person, codes_of, day, left, set_of, stay, stay_as};
use Employment::{Employed, Inactive, Unemployed};

fn participant(stay: Stay) -> Person {
    Person::with(stay).counted_by(&ESF_2014)
}

fn aged(years: i32, entry: Stay) -> Stay {
    let birth_date = entry.entered_on.checked_sub_months(chrono::Months::new(years.unsigned_abs() * 12));
    Stay { birth_date, ..entry }
}

#[test]
fn participants_count_by_status() {
    for (employment, in_education, expected) in [
        (Unemployed, Some(Answer::No), &["CO01"][..]),
        (Inactive, Some(Answer::Yes), &["CO03"]),
        (Inactive, Some(Answer::No), &["CO03", "CO04"]),
        (Inactive, Some(Answer::Refused), &["CO03"]),
        (Inactive, None, &["CO03"]),
        (Employed, Some(Answer::No), &["CO05"]),
    ] {
        let entry = Stay { in_education, ..stay_as(employment, "2016-05-10") };
        let expected: Vec<_> = [expected, &["CO10", "CO_TOTAL", "CO_GRAND_TOTAL"]].concat();
        assert_eq!(participant(entry).counted_at("2016-05-10"), expected, "{employment} {in_education:?}");
    }
}

#[test]
fn participants_count_below_25_and_above_54() {
    for (years, employment, in_education, expected) in [
        (24, Inactive, Answer::No, &["CO06"][..]),
        (25, Inactive, Answer::No, &[]),
        (54, Inactive, Answer::No, &[]),
        (55, Inactive, Answer::No, &["CO07", "CO08"]),
        (55, Inactive, Answer::Yes, &["CO07"]),
        (55, Unemployed, Answer::Yes, &["CO07", "CO08"]),
        (55, Employed, Answer::No, &["CO07"]),
    ] {
        let entry = Stay { in_education: Some(in_education), ..stay_as(employment, "2016-05-10") };
        let counted = participant(aged(years, entry)).counted_at("2016-05-10");
        let bands: Vec<_> =
            counted.into_iter().filter(|code| ["CO06", "CO07", "CO08"].contains(code)).collect();
        assert_eq!(bands, expected, "{years} {employment} {in_education}");
    }
}

#[test]
fn level_0_of_education_has_no_indicator() {
    for (level, expected) in [
        (0, None),
        (1, Some("CO09")),
        (2, Some("CO09")),
        (3, Some("CO10")),
        (4, Some("CO10")),
        (5, Some("CO11")),
        (8, Some("CO11")),
    ] {
        let person = participant(Stay { isced: Isced::from_level(level), ..stay("2016-05-10") });
        let found: Vec<_> =
            ["CO09", "CO10", "CO11"].into_iter().filter(|code| person.counts_for(code)).collect();
        assert_eq!(found, Vec::from_iter(expected), "level {level}");
        assert!(person.counts_for("CO_TOTAL"));
    }
}

#[test]
fn long_term_unemployment_follows_the_profile_and_needs_no_duration() {
    let entered = |since: Option<&str>, birth_date: &str| Stay {
        unemployed_since: since.map(day),
        birth_date: Some(day(birth_date)),
        ..stay_as(Unemployed, "2016-05-10")
    };
    let (adult, youth) = ("1980-01-01", "1995-01-01");
    for (rule, since, birth_date, counts) in [
        (LongTermUnemployment::Ec, Some("2015-05-10"), adult, false),
        (LongTermUnemployment::Ec, Some("2015-05-09"), adult, true),
        (LongTermUnemployment::Ec, Some("2015-11-10"), youth, false),
        (LongTermUnemployment::Ec, Some("2015-11-09"), youth, true),
        (LongTermUnemployment::Ec, None, adult, false),
        (LongTermUnemployment::Sgb3, Some("2015-05-11"), adult, false),
        (LongTermUnemployment::Sgb3, Some("2015-05-10"), adult, true),
        (LongTermUnemployment::Sgb3, Some("2015-11-09"), youth, false),
        (LongTermUnemployment::Sgb3, None, youth, false),
    ] {
        let profile = Profile { long_term_unemployment: rule, ..Profile::default() };
        let person = participant(entered(since, birth_date)).under(profile);
        assert!(person.facts().missing.is_empty(), "the duration is not compulsory");
        assert!(person.counts_for("CO01"));
        assert_eq!(person.counts_for("CO02"), counts, "{rule} since {since:?}");
    }
}

#[test]
fn migrants_and_minorities_are_one_indicator() {
    let asked = |citizenships: &[&str], foreign_background, minority| Stay {
        citizenships: citizenships.iter().map(|code| code.parse().expect("a country")).collect(),
        foreign_background,
        minority,
        ..stay("2016-05-10")
    };
    for (entry, counts) in [
        (asked(&["SY"], None, None), true),
        (asked(&["DE"], Some(Answer::Yes), None), true),
        (asked(&["DE"], None, Some(Answer::Yes)), true),
        (asked(&["SY"], Some(Answer::Yes), Some(Answer::Yes)), true),
        (asked(&["DE"], Some(Answer::No), Some(Answer::Refused)), false),
        (asked(&[], None, None), false),
    ] {
        assert_eq!(participant(entry.clone()).counts_for("CO15"), counts, "{entry:?}");
    }
}

#[test]
fn nobody_counts_for_households_and_only_target_groups_for_other_disadvantages() {
    let person = participant(stay("2016-05-10")).in_operation_for(&["CO12", "CO13", "CO14", "CO17", "CO19"]);
    let expected = ["CO03", "CO04", "CO10", "CO17", "CO19", "CO_TOTAL", "CO_GRAND_TOTAL"];
    assert_eq!(person.counted_at("2016-05-10"), expected);
}

#[test]
fn two_genders_have_a_column() {
    for (gender, missing) in [
        (Some(Gender::Female), None),
        (Some(Gender::Male), None),
        (Some(Gender::NonBinary), Some(MissingField::GenderNotReportable)),
        (Some(Gender::NotStated), Some(MissingField::GenderNotStated)),
        (None, Some(MissingField::Gender)),
    ] {
        let person = participant(Stay { gender, ..stay("2016-05-10") });
        let facts = person.facts();
        assert_eq!(facts.missing.iter().collect::<Vec<_>>(), Vec::from_iter(missing), "{gender:?}");
        assert_eq!(person.counts_for("CO_TOTAL"), missing.is_none(), "{gender:?}");
        assert!(person.counts_for("CO_GRAND_TOTAL"), "{gender:?}");
    }
}

#[test]
fn the_grand_total_has_incomplete_records_and_nothing_else_does() {
    let entry = left("2016-08-31", Stay { isced: None, ..stay("2016-05-10") });
    let person = participant(entry).outcome("2016-08-31", OutcomeKind::Qualification);
    assert!(person.counted_at("2016-05-09").is_empty());
    for cut_off in ["2016-05-10", "2018-12-31"] {
        assert_eq!(person.counted_at(cut_off), ["CO_GRAND_TOTAL"]);
    }
    let left_out = person.left_out_at("2018-12-31");
    assert_eq!(left_out, ["CO03", "CO04", "CO09", "CO10", "CO11", "CO_TOTAL", "CR03"]);
}

/// In from 10 May to 31 August 2016: day 28 is 28 September, six months later is 28 February 2017.
fn leaver(employment: Employment) -> Person {
    participant(left("2016-08-31", stay_as(employment, "2016-05-10")))
}

#[test]
fn results_upon_leaving_are_those_of_esf_plus_and_one_of_the_disadvantaged() {
    for (employment, kind, expected) in [
        (Inactive, OutcomeKind::JobSearch, "CR01"),
        (Unemployed, OutcomeKind::Education, "CR02"),
        (Employed, OutcomeKind::Qualification, "CR03"),
        (Unemployed, OutcomeKind::Job, "CR04"),
    ] {
        let person = leaver(employment).outcome("2016-09-28", kind);
        assert_eq!(person.results_at("2016-09-28"), [expected]);
        let disabled = |entry: &Stay| Stay { disability: Some(Answer::Yes), ..entry.clone() };
        let disadvantaged = Person { stays: person.stays.iter().map(disabled).collect(), ..person.clone() };
        assert_eq!(disadvantaged.results_at("2016-09-28"), [expected, "CR05"]);
        let by_condition = person.in_operation_for(&["CO17"]);
        assert_eq!(by_condition.results_at("2016-09-28"), [expected, "CR05"]);
    }
    let nothing = leaver(Employed).outcome("2016-09-01", OutcomeKind::Job).in_operation_for(&["CO17"]);
    assert!(nothing.results_at("2016-12-31").is_empty());
}

#[test]
fn living_in_a_rural_area_is_no_disadvantage() {
    let person = leaver(Unemployed).outcome("2016-09-01", OutcomeKind::Job).in_operation_for(&["CO19"]);
    assert_eq!(person.results_at("2016-12-31"), ["CR04"]);
}

#[test]
fn results_six_months_after_leaving() {
    let surveyed = |person: Person| person.answered("2017-03-05", Employed, &[Improvement::Promotion]);
    assert_eq!(surveyed(leaver(Unemployed)).results_at("2017-02-28"), ["CR06"]);
    assert_eq!(surveyed(leaver(Employed)).results_at("2017-02-28"), ["CR07"]);
    assert!(surveyed(leaver(Employed)).results_at("2017-02-27").is_empty());
    let older = participant(aged(55, left("2016-08-31", stay_as(Unemployed, "2016-05-10"))));
    assert_eq!(surveyed(older.clone()).results_at("2017-02-28"), ["CR06", "CR08"]);
    let homeless = older.in_operation_for(&["CO18"]);
    assert_eq!(surveyed(homeless).results_at("2017-02-28"), ["CR06", "CR08", "CR09"]);
}

#[test]
fn projects_count_by_their_target_group_from_their_first_day() {
    let target_group = set_of(&["CO17", "CO20", "CO22"], &ESF_2014);
    let facts = project_facts(&ESF_2014, target_group, day("2015-01-01"));
    assert_eq!((facts.gender, facts.spans.len()), (None, 1));
    let span = facts.spans[0];
    assert_eq!((span.from, span.until), (day("2015-01-01"), None));
    assert_eq!(codes_of(span.counted, &ESF_2014), ["CO20", "CO22"]);
    let plus = project_facts(&counting::ESF_PLUS, target_group, day("2023-01-01"));
    assert!(plus.spans.is_empty(), "the ESF Plus counts no projects");
}

#[test]
fn supported_enterprises_count_and_administrations_do_not() {
    let counted = |kind| entity_facts(&ESF_2014, kind, day("2016-05-10")).spans;
    let spans = counted(EntityKind::MediumEnterprise);
    assert_eq!(codes_of(spans[0].counted, &ESF_2014), ["CO23"]);
    assert!(counted(EntityKind::LargeEnterprise).is_empty());
    assert!(counted(EntityKind::PublicAdministration).is_empty());
}
