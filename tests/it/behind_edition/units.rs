//! Sub-projects, targets and estimates of an edition: what holds from a later day on, and what is taken back.

use serde_json::Value;

use super::{
    REASON, SUB_PROJECTS, TARGETS, asked_for, changes, corrections, free, import, network, submitted,
};
use crate::harness::{Database, on_each_database};

/// What a question on the end of 2023 is answered.
fn answered(database: &Database, question: &[&str]) -> Value {
    let at = ["--period", "IQ-2023", "--cut-off", "2023-12-31", "--format", "json"];
    database.run_command(&[question, &at].concat()).expect(0).json()
}

const ESTIMATE: [&str; 10] = [
    "--period",
    "IQ-2023",
    "--indicator",
    "EECO16",
    "--method",
    "Befragung",
    "--valid-from",
    "2023-12-31",
    "--sub-project",
    "SP-2",
];

/// Everything that a report on the network shows beside its figures.
fn shown(database: &Database) -> [Value; 3] {
    [
        answered(database, &["targets", "--network", "SOB"]),
        answered(database, &["targets", "--sub-project", "SP-2"]),
        answered(database, &["estimate", "list"]),
    ]
}

fn estimate(database: &Database, share: &str, more: &[&str]) {
    let command = [&["estimate", "enter", "--share", share], &ESTIMATE[..], more].concat();
    database.run_command(&command).expect(0);
}

fn row(name: &str, network: &str, (ends_on, from): (&str, &str)) -> String {
    format!("{SUB_PROJECTS}SP-2,{name},IQ-2023,ORG-A,{network},MORE_DEVELOPED,2023-01-01,{ends_on},{from}\n")
}

on_each_database! {
    async fn what_holds_of_a_sub_project_from_a_later_day_on_leaves_an_earlier_report_alone(backend) {
        let database = network(backend).await;
        database.import("targets", &format!("{TARGETS}IQ-2023,EECO01,30,SP-2,,cumulative,,\n")).expect(0);
        estimate(&database, "0.04", &[]);
        submitted(&database, &["--network", "SOB"]);
        let before = shown(&database);

        free(&database, ("sub_projects", &row("Leiter", "SOB", ("2024-06-30", "2024-03-01"))));
        assert_eq!(shown(&database), before, "other days");
        free(&database, ("sub_projects", &row("Treppe", "FRA", ("2024-06-30", "2024-05-01"))));

        assert_eq!(shown(&database), before, "another network and name");
        let later = ["targets", "--period", "IQ-2023", "--cut-off", "2024-12-31", "--network", "SOB", "--format", "json"];
        let later = database.run_command(&later).expect(0).stdout;
        assert!(!later.contains("Treppe") && !later.contains("SP-2"), "{later}");
    }

    async fn a_target_of_a_later_year_needs_no_reason(backend) {
        let database = network(backend).await;
        submitted(&database, &[]);
        let of = |year: &str| format!("period,indicator,value,sub_project,kind,year\nIQ-2023,EECO01,7,SP-1,per_year,{year}\n");

        free(&database, ("targets", &of("2024")));
        assert_eq!(asked_for(&database, ("targets", &of("2023"))), [0, 1, 0]);
    }

    async fn corrections_that_were_taken_back_are_counted_of_whatever_an_edition_shows(backend) {
        let database = network(backend).await;
        estimate(&database, "0.04", &[]);
        submitted(&database, &[]);
        let target = |value: &str| format!("{TARGETS}IQ-2023,EECO01,{value},SP-1,,cumulative,,\n");
        let organisation = |name: &str| format!("code,name,kind,city,ags\nORG-A,{name},free_provider,Augsburg,09761\n");

        for kind_and_rows in [("targets", [target("11"), target("10")]),
            ("organisations", [organisation("Alpha AG"), organisation("Verein Alpha")]),
            ("sub_projects", [row("Treppe", "SOB", ("2025-12-31", "")), row("Leiter", "SOB", ("2025-12-31", ""))])] {
            let (kind, [otherwise, back]) = kind_and_rows;
            let before = corrections(&database);
            import(&database, (kind, &otherwise), &REASON).expect(0);
            import(&database, (kind, &back), &REASON).expect(0);
            assert_eq!((changes(&database), corrections(&database)), ([0, 0, 0], before + 2), "{kind}");
        }
        estimate(&database, "0.05", &REASON);
        estimate(&database, "0.04", &REASON);
        assert_eq!(corrections(&database), 8);
    }

    async fn corrections_stay_counted_when_their_sub_project_leaves(backend) {
        let database = network(backend).await;
        submitted(&database, &["--network", "SOB"]);
        let corrected = crate::harness::csv(&[crate::harness::participation("P-3", "SP-2").with("gender", "male")]);
        import(&database, ("participations", &corrected), &REASON).expect(0);
        let before = corrections(&database);

        import(&database, ("sub_projects", &row("Leiter", "FRA", ("2025-12-31", ""))), &REASON).expect(0);

        assert_eq!(corrections(&database), before + 1, "the row of the sub-project beside them");
    }

    async fn a_sub_project_that_begins_later_is_free_and_counted(backend) {
        let database = network(backend).await;
        submitted(&database, &["--network", "SOB"]);
        let new = format!("{SUB_PROJECTS}SP-9,Steg,IQ-2023,ORG-B,SOB,TRANSITION,2024-07-01,2025-12-31,\n");

        import(&database, ("sub_projects", &new), &[]).expect(0);

        assert_eq!(changes(&database), [0, 0, 1]);
    }

    async fn a_target_group_counts_for_those_who_enter_while_it_holds(backend) {
        let database = network(backend).await;
        submitted(&database, &["--sub-project", "SP-2"]);
        let group = "code,name,period,organisation,network,region_category,starts_on,ends_on,target_group,valid_from\n\
            SP-2,Leiter,IQ-2023,ORG-A,SOB,MORE_DEVELOPED,2023-01-01,2025-12-31,EECO12,2024-01-01\n";

        free(&database, ("sub_projects", group));

        let counted = |cut_off: &str| {
            let question = ["figures", "--period", "IQ-2023", "--sub-project", "SP-2", "--indicator", "EECO12"];
            let told = database.run_command(&[&question[..], &["--cut-off", cut_off, "--format", "json"]].concat());
            told.expect(0).json()[0]["total"].as_u64()
        };
        let late = crate::harness::participation("P-8", "SP-2").with("entered_on", "2024-02-01");
        database.import("participations", &crate::harness::csv(&[late])).expect(0);
        assert_eq!((counted("2023-12-31"), counted("2024-12-31")), (Some(0), Some(1)));
    }

    async fn a_target_of_a_sub_project_that_a_report_does_not_know_is_not_counted(backend) {
        let database = network(backend).await;
        submitted(&database, &[]);
        let new = format!("{SUB_PROJECTS}SP-9,Steg,IQ-2023,ORG-B,SOB,TRANSITION,2024-07-01,2025-12-31,2024-07-01\n");
        free(&database, ("sub_projects", &new));

        free(&database, ("targets", &format!("{TARGETS}IQ-2023,EECO01,7,SP-9,,cumulative,,\n")));
    }
}
