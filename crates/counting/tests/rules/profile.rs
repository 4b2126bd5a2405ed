//! The counting profile as it is printed.

use counting::{LongTermUnemployment, Operation, Profile};

#[test]
fn the_default_profile_lists_every_choice() {
    let choices = Profile::default().choices();
    for expected in [
        ("version", "1"),
        ("ltu", "ec"),
        ("operation", "sub_project"),
        ("short_advice_hours", "off"),
        ("gender_not_stated", "incomplete"),
        ("open_result_window", "provisional"),
    ] {
        assert!(choices.contains(&(expected.0, expected.1.into())), "{expected:?}");
    }
    assert_eq!(choices.len(), 17);
}

#[test]
fn a_changed_profile_lists_its_own_values() {
    let profile = Profile {
        version: 3,
        long_term_unemployment: LongTermUnemployment::Sgb3,
        operation: Operation::Network,
        short_advice_hours: Some(8.0),
        ..Profile::default()
    };
    let own: Vec<_> = profile.choices().into_iter().take(4).map(|(_, value)| value).collect();
    assert_eq!(own, ["3", "sgb3", "network", "8"]);
}
