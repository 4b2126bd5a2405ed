//! The rules between figures, each broken once.

use counting::plausibility::{
    Column, Columns, Severity, Targets, Violation, check_figures, check_progress, check_targets,
};
use counting::{ESF_2014, ESF_PLUS, Rulebook};

/// So many women, as many men, and one non-binary person for each of them under ESF Plus.
fn columns(women: u64, rulebook: &Rulebook) -> Columns {
    let non_binary = if rulebook.genders.len() == 3 { women } else { 0 };
    Columns { women, men: women, non_binary, total: women * 2 + non_binary }
}

/// Figures that keep every rule: the given codes have so many women, the rest nobody.
fn women_of(rulebook: &'static Rulebook, given: &[(&str, u64)]) -> impl Fn(&str) -> Columns {
    let given: Vec<_> = given.iter().map(|(code, women)| ((*code).to_owned(), *women)).collect();
    move |code| {
        let found = given.iter().rfind(|(known, _)| known == code);
        columns(found.map_or(0, |(_, women)| *women), rulebook)
    }
}

const SOUND: [(&str, u64); 16] = [
    ("EECO01", 10),
    ("EECO02", 4),
    ("EECO03", 4),
    ("EECO04", 3),
    ("EECO05", 3),
    ("EECO06", 5),
    ("EECO07", 3),
    ("EECO08", 2),
    ("EECO09", 4),
    ("EECO10", 3),
    ("EECO11", 3),
    ("EECO13", 10),
    ("EECR01", 3),
    ("EECR04", 4),
    ("EECR05", 7),
    ("EECR06", 3),
];

const SOUND_2014: [(&str, u64); 22] = [
    ("CO_GRAND_TOTAL", 12),
    ("CO_TOTAL", 10),
    ("CO01", 4),
    ("CO02", 4),
    ("CO03", 3),
    ("CO04", 2),
    ("CO05", 3),
    ("CO06", 5),
    ("CO07", 5),
    ("CO08", 5),
    ("CO09", 3),
    ("CO10", 3),
    ("CO11", 3),
    ("CO15", 10),
    ("CR01", 3),
    ("CR03", 10),
    ("CR04", 4),
    ("CR05", 10),
    ("CR06", 7),
    ("CR07", 3),
    ("CR08", 5),
    ("CR09", 7),
];

fn broken(rulebook: &'static Rulebook, sound: &[(&str, u64)], change: (&str, u64)) -> Vec<Violation> {
    check_figures(rulebook, &women_of(rulebook, &[sound, &[change]].concat()))
}

fn rules_of(violations: &[Violation]) -> Vec<&'static str> {
    let mut ids: Vec<_> = violations.iter().map(|violation| violation.rule.id).collect();
    ids.dedup();
    ids
}

#[test]
fn sound_figures_break_no_rule() {
    assert_eq!(check_figures(&ESF_PLUS, &women_of(&ESF_PLUS, &SOUND)), []);
    assert_eq!(check_figures(&ESF_2014, &women_of(&ESF_2014, &SOUND_2014)), []);
    assert_eq!(check_figures(&ESF_PLUS, &|_| Columns::default()), []);
    assert_eq!(check_figures(&counting::ACTIVITIES, &|_| Columns { total: 5, ..Columns::default() }), []);
}

#[test]
fn each_rule_is_broken_by_one_more() {
    for (code, women, expected) in [
        ("EECO01", 11, &["V-21", "V-23"][..]),
        ("EECO05", 4, &["V-21"]),
        ("EECO03", 5, &["V-22"]),
        ("EECO11", 4, &["V-23"]),
        ("EECO08", 3, &["V-24"]),
        ("EECR01", 4, &["V-25", "V-26"]),
        ("EECR04", 5, &["V-26"]),
        ("EECR02", 11, &["V-27"]),
        ("EECR03", 11, &["V-27"]),
        ("EECR05", 8, &["V-28"]),
        ("EECR06", 4, &["V-28"]),
        ("EECO12", 11, &["V-31"]),
        ("EECO17", 11, &["V-31"]),
    ] {
        assert_eq!(rules_of(&broken(&ESF_PLUS, &SOUND, (code, women))), expected, "{code} = {women}");
    }
}

#[test]
fn each_rule_of_esf_2014_is_broken_by_one_more() {
    for (code, women, expected) in [
        ("CO_TOTAL", 11, &["V-21"][..]),
        ("CO_GRAND_TOTAL", 9, &["V-21"]),
        ("CO02", 5, &["V-22"]),
        ("CO04", 4, &["V-22"]),
        ("CO11", 5, &["V-23"]),
        ("CO06", 6, &["V-24"]),
        ("CO08", 6, &["V-24"]),
        ("CR01", 4, &["V-25", "V-26"]),
        ("CR04", 5, &["V-26"]),
        ("CR02", 11, &["V-27"]),
        ("CR05", 11, &["V-27"]),
        ("CR06", 8, &["V-28"]),
        ("CR07", 4, &["V-28"]),
        ("CR08", 6, &["V-28"]),
        ("CR09", 8, &["V-28"]),
        ("CO19", 11, &["V-31"]),
    ] {
        assert_eq!(rules_of(&broken(&ESF_2014, &SOUND_2014, (code, women))), expected, "{code} = {women}");
    }
}

#[test]
fn a_violation_names_the_column_and_both_sides() {
    let found = check_figures(&ESF_PLUS, &|code| {
        let sound = women_of(&ESF_PLUS, &SOUND)(code);
        if code == "EECO05" { Columns { men: 4, women: 2, ..sound } } else { sound }
    });
    let told: Vec<_> = (found.iter())
        .map(|broken| (broken.rule.id, broken.column, broken.left.to_string(), broken.right.to_string()))
        .collect();
    let right = |value: u32| format!("EECO02 + EECO04 + EECO05 ({value})");
    assert_eq!(
        told,
        [
            ("V-21", Column::Women, "EECO01 (10)".to_owned(), right(9)),
            ("V-21", Column::Men, "EECO01 (10)".to_owned(), right(11)),
            ("V-28", Column::Women, "EECR06 (3)".to_owned(), "EECO05 (2)".to_owned()),
        ]
    );
}

#[test]
fn v_29_gender_columns_add_up() {
    let found = check_figures(&ESF_PLUS, &|code| {
        let sound = women_of(&ESF_PLUS, &SOUND)(code);
        if code == "EECO13" { Columns { total: 29, ..sound } } else { sound }
    });
    assert_eq!(found.len(), 1);
    assert_eq!(found[0].rule.id, "V-29");
    assert_eq!(found[0].left.to_string(), "EECO13 women + men + non_binary (30)");
    assert_eq!(found[0].right.to_string(), "EECO13 (29)");
}

#[test]
fn the_grand_total_may_hold_people_without_a_column() {
    let found = check_figures(&ESF_2014, &|code| {
        let sound = women_of(&ESF_2014, &SOUND_2014)(code);
        if code == "CO_GRAND_TOTAL" { Columns { total: 40, ..sound } } else { sound }
    });
    assert_eq!(found, []);
}

#[test]
fn v_30_a_value_below_the_previous_transmission() {
    let now = women_of(&ESF_PLUS, &SOUND);
    assert_eq!(check_progress(&ESF_PLUS, &now, &now), []);
    let fewer = |code: &str| {
        let figure = now(code);
        if code == "EECO02" { Columns { women: 5, total: 13, ..figure } } else { figure }
    };
    let found = check_progress(&ESF_PLUS, &now, &fewer);
    let told: Vec<_> = found.iter().map(|broken| (broken.rule.severity, broken.column)).collect();
    assert_eq!(told, [(Severity::Warning, Column::Women), (Severity::Warning, Column::Total)]);
    assert_eq!(found[1].left.to_string(), "EECO02 before (13)");
    assert_eq!(found[1].right.to_string(), "EECO02 (12)");
    assert_eq!(check_progress(&ESF_PLUS, &fewer, &now), [], "more is no cause for a question");
}

#[test]
fn v_32_a_target_without_progress_or_out_of_reason() {
    let figures = women_of(&ESF_PLUS, &SOUND);
    for (code, target, broken) in [
        ("EECO01", Some(30.0), false),
        ("EECO01", Some(60.0), false),
        ("EECO01", Some(60.1), true),
        ("EECO01", Some(20.0), false),
        ("EECO01", Some(19.9), true),
        ("EECO01", Some(0.0), false),
        ("EECO01", None, false),
        ("EECR03", Some(5.0), true),
        ("EECR03", Some(0.0), false),
    ] {
        let of = |asked: &str| target.filter(|_| asked == code);
        let found = check_targets(&ESF_PLUS, &figures, &Targets { of: &of, band: 0.5..=1.5 });
        assert_eq!(found.len(), usize::from(broken), "{code} of {target:?}");
        assert!(found.iter().all(|violation| violation.rule.id == "V-32"));
    }
    let idle = |asked: &str| (asked == "EECR03").then_some(5.0);
    let found = check_targets(&ESF_PLUS, &figures, &Targets { of: &idle, band: 0.0..=1.5 });
    assert_eq!(found.len(), 1, "no progress is a cause for a question in any band");
}
