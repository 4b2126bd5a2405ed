//! Cases of an edition: further stays and surveys of people it shows, and what is no correction.

use super::{REASON, asked_for, changes, corrections, free, import, network, submitted};
use crate::harness::{csv, on_each_database, participation};

on_each_database! {
    async fn a_second_stay_of_somebody_an_edition_shows_is_asked_for(backend) {
        let left = participation("P-1", "SP-1").with("left_on", "2023-06-30");
        let database = network(backend).await;
        database.import("participations", &csv(&[left])).expect(0);
        submitted(&database, &["--sub-project", "SP-1"]);
        let again = |on: &str| csv(&[participation("P-1", "SP-1").with("entered_on", on)]);

        assert_eq!(asked_for(&database, ("participations", &again("2023-11-01"))), [1, 0, 0]);
        free(&database, ("participations", &csv(&[participation("P-2", "SP-1").with("left_on", "2024-01-31")])));
        free(&database, ("participations", &csv(&[participation("P-2", "SP-1").with("entered_on", "2024-05-02")])));
    }

    async fn a_second_survey_of_somebody_an_edition_shows_is_asked_for(backend) {
        let left = |person: &str| participation(person, "SP-1").with("left_on", "2023-06-15");
        let database = network(backend).await.with_participations(&[left("L-1"), left("L-2")]);
        let survey = |person: &str, on: &str| {
            format!("participant,sub_project,surveyed_on,employment,result\n{person},SP-1,{on},inactive,answered\n")
        };
        database.import("follow_ups", &survey("L-1", "2024-01-10")).expect(0);
        submitted(&database, &["--sub-project", "SP-1"]);

        let silent = import(&database, ("follow_ups", &survey("L-1", "2024-01-20")), &[]);
        assert_eq!(super::rules(&silent), ["I-25"], "{}", silent.stdout);
        import(&database, ("follow_ups", &survey("L-2", "2024-01-20")), &[]).expect(0);
    }

    async fn a_corrected_survey_behind_the_cut_off_is_counted(backend) {
        let left = participation("L-1", "SP-1").with("left_on", "2023-06-15");
        let database = network(backend).await.with_participations(&[left]);
        let survey = |employment: &str| {
            format!("participant,sub_project,surveyed_on,employment,result\nL-1,SP-1,2024-01-10,{employment},answered\n")
        };
        database.import("follow_ups", &survey("inactive")).expect(0);
        submitted(&database, &["--sub-project", "SP-1"]);

        import(&database, ("follow_ups", &survey("unemployed")), &REASON).expect(0);
        import(&database, ("follow_ups", &survey("inactive")), &REASON).expect(0);

        assert_eq!((changes(&database), corrections(&database)), ([0, 0, 0], 2), "taken back, and corrected twice");
    }

    async fn the_same_citizenships_in_another_order_are_no_correction(backend) {
        let database = network(backend).await;
        let of = |citizenships: &str| csv(&[participation("P-1", "SP-1").with("citizenships", citizenships)]);
        database.import("participations", &of("UA;SY")).expect(0);
        submitted(&database, &["--sub-project", "SP-1"]);

        let told = import(&database, ("participations", &of("SY;UA")), &[]).expect(0).json();

        assert_eq!(told["unchanged"], 1, "{told}");
    }
}
