//! Records as readers see them.

use serde_json::json;

use crate::world::{World, world};

/// What somebody in the role is told.
async fn ask(world: &World, role: &str, query: &str) -> serde_json::Value {
    let people = world.people();
    let (_, viewer) = people.into_iter().find(|(name, _)| *name == role).expect("a role");
    world.ask_as(viewer, query).await
}

#[tokio::test]
async fn a_consultation_is_shown_with_its_codes_and_its_place() {
    let world = world().await;

    let answer = ask(
        &world,
        "project staff",
        "{ consultations { nodes { reference heldOn contact participant subject channel gender nationality
            qualificationLevel germanLevel benefits subProject { code } fundingPeriod { code } } } }",
    )
    .await;

    assert_eq!(
        answer["data"]["consultations"]["nodes"],
        json!([{
            "reference": "B-00", "heldOn": "2025-03-10", "contact": "FOLLOW_UP", "participant": "TN-00",
            "subject": "ACADEMIC_ONLY", "channel": "IN_PERSON", "gender": "NON_BINARY", "nationality": "UA",
            "qualificationLevel": "HIGHER_EDUCATION", "germanLevel": "A0", "benefits": null,
            "subProject": {"code": "TV-00"}, "fundingPeriod": {"code": "IQ-2023"}
        }]),
        "{answer}"
    );
}

#[tokio::test]
async fn trainers_and_trainings_lead_to_each_other_within_the_rights_of_the_reader() {
    let world = world().await;
    let trainers =
        "{ trainers { nodes { code topics trainings { reference trainerCode trainer { code } } } } }";

    let own = ask(&world, "project staff", trainers).await;
    let all = ask(&world, "auditor", trainers).await;

    let shown = json!([{"code": "T-00", "topics": ["Recht", "Vielfalt"], "trainings":
        [{"reference": "S-00", "trainerCode": "T-00", "trainer": {"code": "T-00"}}]}]);
    assert_eq!(own["data"]["trainers"]["nodes"], shown, "{own}");
    assert_eq!(all["data"]["trainers"]["nodes"].as_array().map(Vec::len), Some(20), "{all}");
}

#[tokio::test]
async fn plans_and_targets_are_shown_with_their_codes() {
    let world = world().await;

    let answer = ask(
        &world,
        "coordinator",
        "{ qualificationPlans { nodes { reference participant status closedOn } }
           targets { nodes { indicator value kind year gender regionCategory regionalNetwork { code }
               subProject { code } fundingPeriod { code } } } }",
    )
    .await;

    assert_eq!(
        answer["data"],
        json!({
            "qualificationPlans": {"nodes": [
                {"reference": "P-00", "participant": "TN-00", "status": "ABANDONED", "closedOn": "2025-03-10"}
            ]},
            "targets": {"nodes": [
                {"indicator": "EECO01", "value": 100.0, "kind": "PER_YEAR", "year": 2024, "gender": "FEMALE",
                 "regionCategory": "MORE_DEVELOPED", "regionalNetwork": null, "subProject": {"code": "TV-00"},
                 "fundingPeriod": {"code": "IQ-2023"}}
            ]}
        }),
        "{answer}"
    );
}

#[tokio::test]
async fn lists_of_records_can_be_narrowed_and_wrong_codes_are_named_all_at_once() {
    let world = world().await;
    for (list, filter, expected) in [
        ("consultations", "{period: \"IQ-2023\"}", 50),
        ("consultations", "{period: \"IQ-2019\"}", 0),
        ("trainings", "{subProject: \"TV-07\"}", 1),
        ("qualificationPlans", "{period: \"IQ-2023\", subProject: \"TV-07\"}", 1),
        ("trainers", "{period: \"IQ-2023\"}", 50),
        ("targets", "{subProject: \"TV-07\"}", 1),
        ("targets", "{period: \"IQ-2023\", network: \"SOB\"}", 0),
    ] {
        let answer =
            ask(&world, "auditor", &format!("{{ {list}(filter: {filter}) {{ totalCount }} }}")).await;

        assert_eq!(answer["data"][list]["totalCount"], expected, "{list} {filter}: {answer}");
    }
    for (list, filter, expected) in [
        ("consultations", "{period: \"X\", subProject: \"Y\"}", vec!["period", "subProject"]),
        ("targets", "{period: \"X\", network: \"Z\", subProject: \"Y\"}", vec!["period", "subProject"]),
        ("targets", "{period: \"IQ-2023\", network: \"Z\"}", vec!["network"]),
        ("targets", "{network: \"SOB\"}", vec!["network"]),
    ] {
        let answer =
            ask(&world, "auditor", &format!("{{ {list}(filter: {filter}) {{ totalCount }} }}")).await;

        let mistakes = answer["errors"][0]["extensions"]["userErrors"].as_array().expect("mistakes");
        let fields: Vec<_> = mistakes.iter().filter_map(|mistake| mistake["field"].as_str()).collect();
        assert_eq!(fields, expected, "{list} {filter}: {answer}");
    }
}

#[tokio::test]
async fn no_record_shows_a_birth_date() {
    let world = world().await;

    let answer = world.ask("{ __schema { types { name fields { name } } } }").await;

    assert!(!answer.to_string().to_lowercase().contains("birth"), "a field is about births");
}
