//! What holds for every case, under every rulebook and profile.

use chrono::NaiveDate;
use counting::{MissingField, Outcome, OutcomeKind, Profile, RunningOperations, Unit, facts};
use proptest::prelude::*;

use crate::builders::{Person, codes_of, counted, left_out, set_of};
use crate::generated::{cut_offs, nth_day, person};
use crate::oracle::{self, Law, Question, Set};

fn set(codes: Vec<&'static str>) -> Set {
    codes.into_iter().collect()
}

/// The given cut-offs, and the first and last day of every span.
fn decisive_days(person: &Person, cut_offs: Vec<NaiveDate>) -> Vec<NaiveDate> {
    let spans = person.facts().spans;
    let edges = spans.iter().flat_map(|span| [Some(span.from), span.from.pred_opt()]);
    cut_offs.into_iter().chain(edges.flatten()).collect()
}

fn question(person: &Person, cut_off: NaiveDate) -> Question<'_> {
    Question { law: Law::of(person.rulebook.code), profile: &person.profile, cut_off }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(1536) })]

    #[test]
    fn spans_say_what_an_independent_reading_says(person in person(), cut_offs in cut_offs()) {
        let facts = person.facts();
        for cut_off in decisive_days(&person, cut_offs) {
            let expected = oracle::count_at(&person.case(), &question(&person, cut_off));
            let found = set(codes_of(counted(&facts, cut_off), person.rulebook));
            prop_assert_eq!(found, expected, "at {}", cut_off);
        }
    }

    #[test]
    fn left_out_is_what_some_way_of_filling_the_gaps_counts(person in person(), cut_offs in cut_offs()) {
        let facts = person.facts();
        for cut_off in decisive_days(&person, cut_offs).into_iter().step_by(3) {
            let expected = oracle::left_out_at(&person.case(), &question(&person, cut_off));
            let found = set(codes_of(left_out(&facts, cut_off), person.rulebook));
            prop_assert_eq!(found, expected, "at {}", cut_off);
        }
    }

}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(384) })]

    #[test]
    fn spans_run_without_gaps_from_the_first_entry_to_the_end_of_time(person in person()) {
        let facts = person.facts();
        let admitted = person.stays.iter().filter(|stay| person.profile.admits(stay));
        let first_entry = admitted.map(|stay| stay.entered_on).min();
        let first_day = match person.profile.running_operations {
            RunningOperations::Counted => first_entry,
            RunningOperations::CompletedOnly => {
                first_entry.zip(person.operation_ends_on).map(|(entry, end)| entry.max(end))
            }
        };
        prop_assert_eq!(facts.spans.first().map(|span| span.from), first_day);
        for pair in facts.spans.windows(2) {
            prop_assert!(pair[0].from < pair[1].from);
            prop_assert_eq!(pair[0].until, Some(pair[1].from));
            let same = pair[0].counted == pair[1].counted && pair[0].left_out == pair[1].left_out;
            prop_assert!(!same, "neighbours differ");
        }
        prop_assert!(facts.spans.last().is_none_or(|span| span.until.is_none()));
    }

    #[test]
    fn a_case_is_counted_or_left_out_whole_or_left_out_of_what_asks_for_one_answer(person in person()) {
        let facts = person.facts();
        let regardless = match Law::of(person.rulebook.code) {
            Law::EsfPlus => set_of(&[], person.rulebook),
            Law::Esf2014 => set_of(&["CO_GRAND_TOTAL"], person.rulebook),
        };
        let is_whole = facts.missing.iter().all(|field| field == MissingField::InEducation);
        for span in &facts.spans {
            prop_assert!(is_whole || !span.left_out.is_empty());
            prop_assert!(!span.left_out.is_empty() <= !facts.missing.is_empty());
            prop_assert_eq!(span.counted == regardless, !is_whole);
        }
    }

    #[test]
    fn attendance_changes_nothing(person in person(), number in -10i64..300) {
        let mut attending = person.clone();
        let kind = OutcomeKind::Attendance;
        attending.outcomes.push(Outcome { occurred_on: nth_day(number), kind });
        prop_assert_eq!(attending.facts(), person.facts());
    }

    #[test]
    fn the_order_of_outcomes_and_surveys_does_not_matter(person in person()) {
        let mut turned = person.clone();
        turned.outcomes.reverse();
        turned.follow_ups.reverse();
        prop_assert_eq!(turned.facts(), person.facts());
    }

    #[test]
    fn participants_never_count_as_anything_else(person in person()) {
        for span in facts(&person.case(), person.rulebook, &person.profile).spans {
            for set in [span.counted, span.left_out] {
                prop_assert!(person.rulebook.members(set).all(|indicator| indicator.unit() == Unit::Persons));
            }
        }
    }

    #[test]
    fn who_has_a_result_upon_leaving_in_employment_was_in_employment_within_six_months(person in person()) {
        let profile = Profile { six_months: counting::SixMonths::Within, ..person.profile };
        let person = person.under(profile);
        let (upon_leaving, later) = match Law::of(person.rulebook.code) {
            Law::EsfPlus => ("EECR04", "EECR05"),
            Law::Esf2014 => ("CR04", "CR06"),
        };
        let bits = [upon_leaving, later].map(|code| person.rulebook.by_code(code).expect("known").bit);
        for span in person.facts().spans {
            prop_assert!(!span.counted.contains(bits[0]) || span.counted.contains(bits[1]));
        }
    }
}
